"""Which names the server answers to, so that a page elsewhere cannot reach it under a name of its own."""

OWN_HOSTS = ("localhost", "127.0.0.1", "[::1]")


def allowed_hosts(further: list[str]) -> list[str]:
    """This machine's own names and those that the setting `server.allowedHosts` adds, without ports."""
    return [*OWN_HOSTS, *further]
