"""Who may see the dashboard: a provider of logins in Streamlit's secrets, whom it admits in our own settings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from analysis.errors import InputError
from analysis.shared.setting import read_login_rules
from analysis.text import _

_NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")


@dataclass(frozen=True)
class Login:
    """A provider of logins, and whom of those that it knows the dashboard admits: all, where neither is named.

    domains: of e-mail addresses that the provider has verified.  groups: of the claim of this name.
    tokens: by which programs ask the data API without the provider.
    """

    provider: str
    client_id: str
    client_secret: str
    domains: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()

    def admits(self, user: Mapping[str, Any]) -> bool:
        """Whether somebody of whom the provider says this may see the dashboard."""
        if user.get("token") is True or not (self.domains or self.groups):
            return True
        name, _at, domain = str(user.get("email") or "").rpartition("@")
        of_domain = bool(name) and user.get("email_verified") is True and domain.casefold() in self.domains
        said = user.get("groups")
        return of_domain or bool(set(self.groups) & set(said if isinstance(said, list) else [said]))


def read_login(secrets: Mapping[str, Any] | None) -> Login | None:
    """The login that the section [auth] of Streamlit's secrets asks for, with the rules of our settings.

    None where there is no such section; InputError names what it lacks, so that nobody relies on half a login.
    """
    if not secrets:
        if any(read_login_rules().values()):
            raise InputError(_("The settings say who may sign in, but .streamlit/secrets.toml has no section [auth]."))
        return None
    if lacking := [name for name in _NEEDED if not secrets.get(name)]:
        raise InputError(
            _(".streamlit/secrets.toml: the section [auth] lacks {names}.").format(names=", ".join(lacking))
        )
    rules = read_login_rules()
    return Login(
        secrets["server_metadata_url"],
        secrets["client_id"],
        secrets["client_secret"],
        tuple(domain.casefold() for domain in rules["domains"]),
        rules["groups"],
        rules["tokens"],
    )
