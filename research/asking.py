"""What is really sent for a request: parameters encoded, secrets put in; and how to show it without them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, quote_plus, unquote_plus

from research.address import Url, parse_url
from research.errors import Refused
from research.types import Request, Secret, Source
from research.wire import Question

_HEADER_NAME = re.compile(r"[A-Za-z0-9\-]{1,60}", re.ASCII)
_OURS = frozenset({"host", "connection", "content-length", "transfer-encoding", "accept-encoding", "user-agent"})
_SETTING_IN_ADDRESS = re.compile(r"https://<([A-Z][A-Z0-9_]{1,60})>")
_ESCAPE = re.compile(r"%[0-9A-F]{2}")

ACCEPT = {
    "html": "text/html, application/xhtml+xml, */*;q=0.5",
    "feed": "application/rss+xml, application/atom+xml, */*;q=0.5",
}


@dataclass(frozen=True, slots=True)
class Asking:
    """One request made ready. `question` holds secrets; `key` and `public_url` never do.

    `secrets` are the names and values of what was put in, `secret_headers` the headers that hold one.
    """

    source: Source
    request: Request
    question: Question
    key: str
    public_url: str
    secrets: tuple[tuple[str, str], ...]
    secret_headers: frozenset[str]

    def without_secrets(self, text: str) -> str:
        """The text with every secret replaced by its name, in whatever way a URL or JSON spells it."""
        for name, value in self.secrets:
            for spelling in _spellings(value):
                text = text.replace(spelling, f"<{name}>")
        return text

    def shown(self, url: Url) -> str:
        """The address as it may be cited: parameters that hold a secret are left out."""
        path, mark, query = str(url).partition("?")
        kept = [part for part in query.split("&") if not self._holds_secret(part)] if mark else []
        return self.without_secrets(path + ("?" + "&".join(kept) if kept else ""))

    def _holds_secret(self, parameter: str) -> bool:
        spelled = (parameter, unquote_plus(parameter), unquote_plus(unquote_plus(parameter)))
        return any(value in text for _, value in self.secrets for text in spelled)


def _spellings(value: str) -> list[str]:
    encoded = [quote(value, safe=""), quote(value), quote_plus(value), quote(quote(value, safe=""), safe="")]
    lower = [_ESCAPE.sub(lambda match: match.group().lower(), text) for text in encoded]
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("/", "\\/")
    return sorted({value, escaped, *encoded, *lower}, key=len, reverse=True)


def asking_of(source: Source, request: Request, settings: Mapping[str, str], user_agent: str) -> Asking:
    """Make a request ready. A secret whose setting is empty is left out, unless the source cannot do without it.

    Raises: Refused ("setting", "bad-header", or what `parse_url` refuses).
    """
    secrets: dict[str, str] = {}

    def filled(value: str | int | Secret) -> str | None:
        if not isinstance(value, Secret):
            return str(value)
        found = settings.get(value.name, "").strip()
        if not found and value.name in source.needs:
            raise Refused(f"{source.title} needs the setting {value.name}.", fault="setting", source=source.key)
        if found:
            secrets[value.name] = found
        return found or None

    params = [(name, value, text) for name, value in request.params if (text := filled(value)) is not None]
    headers = {name: text for name, value in request.headers if (text := filled(value)) is not None}
    secret_headers = frozenset(name for name, value in request.headers if isinstance(value, Secret))
    address = _address(source, request, settings)
    url = parse_url(_with_query(address, [(name, text) for name, _, text in params]))
    public = [(name, text) for name, value, text in params if not isinstance(value, Secret)]
    body = request.json.encode("utf-8", "replace") if request.method == "POST" and request.json is not None else None
    sent = {
        "User-Agent": user_agent,
        "Accept": request.accept or ACCEPT.get(source.access, "*/*"),
        **({"Content-Type": "application/json"} if body is not None else {}),
        **headers,
    }
    _check_headers(sent)
    return Asking(
        source,
        request,
        Question(url, sent, request.method, body),
        key="\n".join(_key_parts(source, request, set(secrets))),
        public_url=str(parse_url(_with_query(address, public))),
        secrets=tuple(secrets.items()),
        secret_headers=secret_headers,
    )


def _address(source: Source, request: Request, settings: Mapping[str, str]) -> str:
    """The request's address; "https://<NAME>" at its start stands for a setting that names the user's own service.

    The setting is a host ("search.example.org") or an address ("https://example.org/search"), and is no secret.
    Raises: Refused ("setting") when it is not set.
    """
    place = _SETTING_IN_ADDRESS.match(request.url)
    if not place:
        return request.url
    found = settings.get(place.group(1), "").strip().rstrip("/")
    if not found:
        raise Refused(f"{source.title} needs the setting {place.group(1)}.", fault="setting", source=source.key)
    return (found if "://" in found else f"https://{found}") + request.url[place.end() :]


def _with_query(url: str, params: list[tuple[str, str]]) -> str:
    """The address with the parameters after those it has: spaces as %20, order and repetition kept."""
    if not params:
        return url
    query = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in params)
    bare, _, _ = url.partition("#")
    return bare + ("&" if "?" in bare else "?") + query


def _check_headers(headers: Mapping[str, str]) -> None:
    for name, value in headers.items():
        ours = name.lower() in _OURS and name != "User-Agent"
        if ours or not _HEADER_NAME.fullmatch(name) or not (value.isascii() and value.isprintable()):
            raise Refused(f"The header {name[:60]!r} cannot be sent.", fault="bad-header")


def _key_parts(source: Source, request: Request, secrets: set[str]) -> Iterator[str]:
    """What makes two requests the same question. With a key the answer can be another, so its name counts."""
    yield f"{source.key} {request.method} {request.url} {request.accept}"
    for kind, pairs in (("param", request.params), ("header", request.headers)):
        for name, value in pairs:
            if not isinstance(value, Secret) or value.name in secrets:
                yield f"{kind} {name}={value}"
    if request.json is not None:
        yield f"json {request.json}"
