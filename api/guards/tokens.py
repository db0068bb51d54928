"""Tokens by which programs ask the data API: of the provider of logins, or of the settings."""

import hmac
from typing import Any

from authlib.integrations.starlette_client import OAuth
from authlib.oidc.core import CodeIDToken

from analysis.shared.login import Login


class Tokens:
    """What tokens say of who holds them."""

    def __init__(self, login: Login):
        self._login = login
        oauth = OAuth()
        oauth.register(
            "tokens",
            client_id=login.client_id,
            client_secret=login.client_secret,
            server_metadata_url=login.provider,
            client_kwargs={"scope": "openid"},
        )
        self._client = oauth.create_client("tokens")

    async def holder(self, authorization: str) -> dict[str, Any] | None:
        """What an Authorization header says of its holder: an id token of the provider, made for us and still good, or
        a token of the settings, whose holder is admitted; None for any other."""
        kind, _blank, token = authorization.partition(" ")
        if kind.casefold() != "bearer" or not token:
            return None
        if any(hmac.compare_digest(token.encode(), known.encode()) for known in self._login.tokens):
            return {"token": True}
        try:
            issuer = (await self._client.load_server_metadata())["issuer"]
            wanted = {"iss": issuer, "aud": self._login.client_id}
            options = {name: {"essential": True, "value": value} for name, value in wanted.items()}
            return dict(await self._client.parse_id_token({"id_token": token}, None, options, CodeIDToken, leeway=0))
        except Exception:
            # Whatever a token is that the library does not take, and a provider that does not answer.
            return None
