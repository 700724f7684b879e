"""Which addresses may be asked: one strict URL parser and one rule for IP addresses. Nothing here touches a network.

Addresses come from web pages and other servers' redirects, so they are hostile until judged. Whatever two parsers
could read in two ways is refused instead of guessed, since the second reader might be a proxy or a server that
reads it the other way. Numbers come from the IANA IPv4 and IPv6 special-purpose address registries (read 2026-11).
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from typing import Literal, cast
from urllib.parse import quote

import idna

from research.errors import Refused

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

MAX_URL_LENGTH = 8_000
"""Characters; servers commonly refuse longer request lines (RFC 9110 asks for at least 8,000 octets)."""

DEFAULT_PORTS = {"http": 80, "https": 443}

_DENIED_V4 = tuple(
    ipaddress.IPv4Network(text)
    for text in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",  # the whole block: Python 3.11 calls 192.0.0.192, a metadata service, global
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "168.63.129.16/32",  # a public address by the registry, but a cloud's inner service everywhere it answers
    )
)

_GLOBAL_UNICAST_V6 = ipaddress.IPv6Network("2000::/3")
_DENIED_V6 = tuple(
    ipaddress.IPv6Network(text)
    for text in (
        "2001::/23",  # Teredo, ORCHID, benchmarking and other protocol assignments: no web site lives there
        "2001:db8::/32",
        "2002::/16",  # 6to4
        "3fff::/20",
    )
)
"""Outside 2000::/3 nothing is asked at all. That leaves out the mapped, compatible, translated and NAT64 forms that
carry an IPv4 address inside; Teredo and 6to4, the other two, are named here."""

_LOCAL_ENDINGS = frozenset(
    (
        *("localhost", "localdomain", "local", "internal", "intranet", "lan", "home", "corp", "private"),
        *("onion", "svc", "home.arpa", "cluster.local"),
    )
)
"""Names that mean a machine or network nearby (RFC 6761, RFC 6762, RFC 8375, RFC 9476, ICANN's .internal), or that
cloud and container platforms use for their inner services."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]{0,30}):", re.ASCII)
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_\-]{0,61}[a-z0-9_])?", re.ASCII)
_NUMBER_LABEL = re.compile(r"[0-9]{1,63}|0x[0-9a-f]{0,61}", re.ASCII)
_HEX_GROUPS = re.compile(r"[0-9A-Fa-f:.]{2,45}", re.ASCII)
_ENCODED_CONTROL = re.compile(r"%(?:0[0-9a-f]|1[0-9a-f]|7f)", re.IGNORECASE)
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_TARGET_SAFE = "%/:=&?~+!$,;'@()*[]|-._"


@dataclass(frozen=True, slots=True)
class Url:
    """A web address in the one form that is asked for: all parts ASCII, no credentials, no fragment.

    `host` is lower case, without a trailing dot, an IPv6 literal without brackets. `target` is path and query.
    """

    scheme: Literal["http", "https"]
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host, and port when it is not the scheme's own: what the Host header says."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme and authority: "https://example.org"."""
        return f"{self.scheme}://{self.authority}"

    def __str__(self) -> str:
        return self.origin + self.target


def parse_url(text: str) -> Url:
    """Read one absolute http(s) address strictly.

    Spaces inside the path or query are encoded, as browsers do. Raises: Refused with the fault "scheme",
    "credentials" or "bad-url".
    """
    _refuse_odd_characters(text)
    match = _SCHEME.match(text)
    if not match:
        raise Refused("An address must begin with http:// or https://.", fault="bad-url")
    scheme = match.group(1).lower()
    if scheme not in DEFAULT_PORTS:
        raise Refused(f"Only http and https addresses are asked, not {scheme}.", fault="scheme")
    rest = text[match.end() :]
    if not rest.startswith("//") or rest.startswith("///"):
        raise Refused("An address needs exactly two slashes after its scheme.", fault="bad-url")
    end = min((index for mark in "/?#" if (index := rest.find(mark, 2)) >= 0), default=len(rest))
    authority, target = rest[2:end], rest[end:]
    if "@" in authority:
        raise Refused("An address with a user name or password in it is not asked.", fault="credentials")
    if "?@" in target or "#@" in target or (not target.startswith("/") and "@" in target):
        raise Refused("Where this address leads is ambiguous.", fault="bad-url")
    host, port_text = _split_port(authority)
    known_scheme = cast("Literal['http', 'https']", scheme)
    return Url(known_scheme, _host(host), _port(port_text, scheme), _target(target))


def join_url(base: Url, location: str) -> Url:
    """The address that a redirect from `base` leads to, read as strictly as any other. Raises: Refused."""
    _refuse_odd_characters(location)
    if _SCHEME.match(location):
        return parse_url(location)
    if location.startswith("//"):
        return parse_url(f"{base.scheme}:{location}")
    if location.startswith("/"):
        return parse_url(base.origin + location)
    path = base.target.partition("?")[0]
    if location.startswith(("?", "#")):
        return parse_url(base.origin + path + location)
    return parse_url(base.origin + path[: path.rfind("/") + 1] + location)


def _refuse_odd_characters(text: str) -> None:
    if not text or len(text) > MAX_URL_LENGTH:
        raise Refused(f"An address has 1 to {MAX_URL_LENGTH} characters.", fault="bad-url")
    if text != text.strip() or "\\" in text:
        raise Refused("An address has no outer spaces and no backslashes.", fault="bad-url")
    if any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in text):
        raise Refused("An address has no control characters or line breaks.", fault="bad-url")


def _split_port(authority: str) -> tuple[str, str | None]:
    """Host (with brackets, if any) and port text. Raises: Refused."""
    if authority.startswith("["):
        host, bracket, rest = authority.partition("]")
        if not bracket or (rest and not rest.startswith(":")):
            raise Refused("The brackets of this address do not match.", fault="bad-url")
        return host + bracket, rest[1:] if rest else None
    host, colon, port = authority.partition(":")
    return host, port if colon else None


def _port(text: str | None, scheme: str) -> int:
    if text is None:
        return DEFAULT_PORTS[scheme]
    if not re.fullmatch(r"[1-9][0-9]{0,4}", text, re.ASCII) or int(text) > 65_535:
        raise Refused("The port of this address is no port number.", fault="bad-url")
    return int(text)


def _host(text: str) -> str:
    if text.startswith("["):
        literal = text[1:-1]
        if not _HEX_GROUPS.fullmatch(literal):
            raise Refused("The IPv6 address in this address is not a plain one.", fault="bad-url")
        try:
            return str(ipaddress.IPv6Address(literal))
        except ValueError:
            raise Refused("The IPv6 address in this address is not a plain one.", fault="bad-url") from None
    name = text.lower() if text.isascii() else _ascii_name(text)
    if not name.endswith("..") and not _NUMBER_LABEL.fullmatch(name.rstrip(".").rpartition(".")[2]):
        name = name.removesuffix(".")
    labels = name.split(".")
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise Refused("The host of this address is not a plain host name.", fault="bad-url")
    if _NUMBER_LABEL.fullmatch(labels[-1]):
        return _dotted_quad(name)
    return name


def _ascii_name(text: str) -> str:
    """The name in ASCII, by UTS 46: fullwidth letters, other full stops and circled digits become what they mean."""
    if any(unicodedata.category(character) in ("Cf", "Zs") for character in text):
        raise Refused("The host of this address has invisible characters in it.", fault="bad-url")
    try:
        return idna.encode(text, uts46=True, std3_rules=True).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError, ValueError):
        pass
    # Names of digits only are no domain names to IDNA, but some readers take them for addresses.
    plain = unicodedata.normalize("NFKC", text).lower().replace("\u3002", ".")
    if plain.isascii():
        return plain
    raise Refused("The host of this address is not a valid international name.", fault="bad-url")


def _dotted_quad(name: str) -> str:
    """A host that ends in a number is an IPv4 address in its one usual form, or it is nothing (WHATWG URL, 3.5)."""
    try:
        return str(ipaddress.IPv4Address(name))
    except ValueError:
        raise Refused("An IP address is written as four plain decimal numbers.", fault="address") from None


def _target(text: str) -> str:
    path, mark, query = text.partition("#")[0].partition("?")
    if _ENCODED_CONTROL.search(path):
        raise Refused("The path of this address hides control characters.", fault="bad-url")
    encoded = [quote(_STRAY_PERCENT.sub("%25", part), safe=_TARGET_SAFE) for part in (path or "/", query)]
    return encoded[0] + (mark and "?" + encoded[1])


def literal_address(host: str) -> IPAddress | None:
    """The IP address, when the host is one and not a name."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def is_public(address: IPAddress) -> bool:
    """Whether a public web site can live at this address."""
    if isinstance(address, ipaddress.IPv4Address):
        return address.is_global and not any(address in network for network in _DENIED_V4)
    if address.scope_id is not None or address not in _GLOBAL_UNICAST_V6:
        return False
    return address.is_global and not any(address in network for network in _DENIED_V6)


def refuse_local_name(host: str) -> None:
    """Refuse names that only mean something nearby: one label, or a local ending. Raises: Refused ("address")."""
    if literal_address(host) is not None:
        return
    labels = host.split(".")
    if len(labels) < 2 or not _LOCAL_ENDINGS.isdisjoint((labels[-1], ".".join(labels[-2:]))):
        raise Refused(f"{host} is not a public host name.", fault="address")


def judged_answers(host: str, answers: tuple[str, ...]) -> tuple[IPAddress, ...]:
    """The addresses that a look-up gave, if *every one* is public: one bad answer spoils the name.

    Raises: Refused ("address").
    """
    judged = []
    for answer in dict.fromkeys(answers):
        address = literal_address(answer)
        if address is None or not is_public(address):
            raise Refused(f"{host} leads to an address that is not public.", fault="address")
        judged.append(address)
    if not judged:
        raise Refused(f"{host} leads to no address.", fault="address")
    return tuple(judged)


def host_is_listed(host: str, listed: tuple[str, ...]) -> bool:
    """Whether a source's list of hosts holds this one: exactly, by ".example.org" (it and below), or by "*"."""
    for entry in listed:
        name = entry.lower()
        if name == "*" or host == name:
            return True
        if name.startswith(".") and (host == name[1:] or host.endswith(name)):
            return True
    return False
