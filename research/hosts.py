"""The host of an address, for comparing sites. Whether an address may be asked is `address`."""

from __future__ import annotations

from urllib.parse import urlsplit


def host_of(address: str) -> str:
    """The host of an address or bare domain, lower case, without "www."; "" when there is none."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host.rstrip(".").removeprefix("www.")
