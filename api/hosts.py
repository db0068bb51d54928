"""Which names the server answers to, so that a page elsewhere cannot reach it under a name of its own."""

OWN_HOSTS = ("localhost", "127.0.0.1", "[::1]")


def allowed_hosts(further: list[str]) -> list[str]:
    """This machine's own names and those that the setting `server.allowedHosts` adds, each once, without ports."""
    named = [host.strip().lower().rstrip(".") for host in further]
    # In an address the numbers of IPv6 stand in brackets; in Streamlit's setting they do not.
    return list(dict.fromkeys([*OWN_HOSTS, *(f"[{host}]" if ":" in host else host for host in named)]))
