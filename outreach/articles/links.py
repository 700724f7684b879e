"""The secret link of an approval request: 256 bits, of which the database keeps the hash alone.

The link stands in a letter, so the user has to see it again, on another day and another machine. It is therefore made
of a random seed, which is kept, and the server's own key, which is not in the database: whoever has the database alone
can open no page, and a link that was ended cannot be made again, since a new one has a new seed.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass

from outreach.articles.approval_models import ApprovalRequest
from outreach.security import hash_of

LENGTH = 43
"""Characters of a token: 32 bytes in base64 without its filling."""

_PURPOSE = b"groundwork: link of an approval request"


@dataclass(frozen=True, slots=True)
class NewLink:
    """A link that was just made. `token` goes into the letter and is kept nowhere."""

    token: str
    seed: str
    token_hash: str


def new(server_key: str) -> NewLink:
    """A new link."""
    seed = secrets.token_hex(32)
    token = _token(server_key, seed)
    return NewLink(token, seed, hash_of(token))


def token_of(request: ApprovalRequest, server_key: str) -> str | None:
    """The token of a request again; None where the server's key is another one since, and a new link is needed."""
    token = _token(server_key, request.seed)
    return token if hmac.compare_digest(hash_of(token), request.token_hash) else None


def is_token(text: str) -> bool:
    """Whether it has the shape of a token; all else need not be looked up."""
    return len(text) == LENGTH and all(one.isascii() and (one.isalnum() or one in "-_") for one in text)


def cut_out(text: str) -> str | None:
    """The token at the head of what a mail program took for the address: a period, a bracket, a slash behind it."""
    token, behind = text[:LENGTH], text[LENGTH:]
    return token if is_token(token) and not (behind and is_token(token[1:] + behind[0])) else None


def _token(server_key: str, seed: str) -> str:
    key = hashlib.sha256(_PURPOSE + b"\0" + server_key.encode()).digest()
    made = hmac.new(key, seed.encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode()
