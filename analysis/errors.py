"""What the code says when input cannot be used at all."""


class InputError(Exception):
    """Input that cannot be used; its text is one sentence for the user that names the place."""


def first_line(error: Exception) -> str:
    """What an error says, without what it tells programmers below and without the point at its end."""
    return str(getattr(error, "strerror", None) or error).partition("\n")[0].rstrip(".")
