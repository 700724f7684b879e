"""What was typed into a form whose sign-in had ended: carried through the sign-in, shown again, never just sent.

It travels in a hidden field, so nothing unread is stored for strangers. The signature binds it to the user and the
address it was typed for. Secrets and files are not in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from itsdangerous import BadData, URLSafeTimedSerializer

from outreach.accounts.rules import KEPT_TEXT_FOR, KEPT_TEXT_MAX

_SECRET = re.compile(r"password|csrf|token|secret|code|kept", re.IGNORECASE)

_CHOSEN = 24
"""The value of a choice is one word of at most so many characters."""


@dataclass(frozen=True, slots=True)
class KeptText:
    """The fields of a form as they were sent, in order; a name may come more than once."""

    user_id: int
    path: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ShownField:
    """How a kept field is shown: `label` made of its name; kind `hidden`, `line` or `text`."""

    name: str
    label: str
    value: str
    kind: str


def keep(keys: Sequence[str], user_id: int, path: str, fields: Iterable[tuple[str, str]]) -> str:
    """The signed text, or "" when there is nothing worth keeping or too much of it."""
    worth = without_secrets(fields)
    length = sum(len(name) + len(value) for name, value in worth)
    if not any(value.strip() for _, value in worth) or length > KEPT_TEXT_MAX:
        return ""
    return str(_serializer(keys).dumps([user_id, path, worth]))


def without_secrets(fields: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The fields less passwords, codes and tokens."""
    return tuple((name, value) for name, value in fields if not _SECRET.search(name))


def read(keys: Sequence[str], signed: str) -> KeptText | None:
    """What was kept, or None if this is not ours, was changed, or is older than twelve hours."""
    if not signed or len(signed) > 4 * KEPT_TEXT_MAX:
        return None
    try:
        user_id, path, fields = _serializer(keys).loads(signed, max_age=int(KEPT_TEXT_FOR.total_seconds()))
    except BadData:
        return None
    return KeptText(int(user_id), str(path), tuple((str(name), str(value)) for name, value in fields))


def _serializer(keys: Sequence[str]) -> URLSafeTimedSerializer:
    """keys: the server's key first, then earlier ones that still count."""
    return URLSafeTimedSerializer(list(reversed(keys)), salt="text of an ended sign-in")


def shown(kept: KeptText) -> tuple[ShownField, ...]:
    """The fields as a form that one can read over, change and send."""
    return tuple(ShownField(name, _label(name), value, _kind(name, value)) for name, value in kept.fields)


def took_typing(fields: Iterable[ShownField]) -> tuple[ShownField, ...]:
    """The fields that a reader sees, if anything in them is more than a choice or a number; none otherwise."""
    seen = tuple(one for one in fields if one.kind != "hidden")
    return seen if any(len(one.value.split()) > 1 or len(one.value) > _CHOSEN for one in seen) else ()


def _kind(name: str, value: str) -> str:
    if name in ("id", "version") or name.endswith(("_id", "_version")) or not value.strip():
        return "hidden"
    return "text" if "\n" in value or len(value) > 80 else "line"


def _label(name: str) -> str:
    words = re.sub(r"[^\w]+|_+", " ", name).strip() or "Text"
    return words[0].upper() + words[1:]
