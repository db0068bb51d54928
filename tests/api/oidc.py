"""A provider of logins that says what a test wants it to, true or not."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT = "dashboard"


class Provider:
    """A provider that signs everybody in at once; `lies` are claims that it gets wrong."""

    def __init__(self, address: str):
        self.address = address
        self.lies: dict[str, Any] = {}
        self.key = RSAKey.generate_key(2048, parameters={"kid": "one"})
        self._nonce = ""

    def token(self, **claims: Any) -> str:
        """An id token for the dashboard, with these claims in place of the right ones."""
        now = int(time.time())
        right = {"iss": self.address, "aud": CLIENT, "sub": "somebody", "iat": now, "exp": now + 600}
        right |= {"email": "somebody@example.org", "email_verified": True, "nonce": self._nonce}
        return jwt.encode({"alg": "RS256", "kid": "one"}, right | self.lies | claims, self.key)

    def answer(self, path: str) -> dict[str, Any] | str:
        """What it answers at a path: JSON, or the address to go on to."""
        parts = urlsplit(path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path == "/authorize":
            self._nonce = asked["nonce"]
            return f"{asked['redirect_uri']}?{urlencode({'code': 'code', 'state': asked['state']})}"
        if parts.path == "/token":
            return {"access_token": "access", "token_type": "Bearer", "expires_in": 600, "id_token": self.token()}
        if parts.path == "/keys":
            return {"keys": [self.key.as_dict(private=False)]}
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
            "id_token_signing_alg_values_supported": ["RS256"],
        }


@contextmanager
def running_provider() -> Iterator[Provider]:
    """A provider at an address of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            given = provider.answer(self.path)
            self.send_response(302 if isinstance(given, str) else 200)
            body = b"" if isinstance(given, str) else json.dumps(given).encode()
            self.send_header(*(("Location", given) if isinstance(given, str) else ("Content-Type", "application/json")))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.do_GET()

        def log_message(self, *_said: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        provider = Provider(f"http://127.0.0.1:{server.server_port}")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield provider
        server.shutdown()


def secrets_file(metadata: str, dashboard: str) -> str:
    """The secrets that name a provider, for a dashboard at an address."""
    lines = {
        "redirect_uri": f"{dashboard}/oauth2callback",
        "cookie_secret": "a secret of thirty-two characters",
        "client_id": CLIENT,
        "client_secret": "secret",
        "server_metadata_url": metadata,
    }
    return "[auth]\n" + "".join(f"{name} = {json.dumps(value)}\n" for name, value in lines.items())
