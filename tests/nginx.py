"""Whether nginx is here; `python -m tests.nginx` prints where or fails."""

from scripts.nginx import find_nginx

if __name__ == "__main__":
    print(find_nginx())
