"""What a form has to bear: every field left out, sent twice, a megabyte long, of another script, with characters that
cannot be kept, or a file where a word belongs."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

SCRIPTS = (
    "<script>alert(1)</script>", "李小龍 अनिता Ọ̀ṣunbọ̀", "\x00NUL\x00", "\ud800half", "' OR 1=1 --", "\r\n\r\n",
    "%s%n{{7*7}}",
)  # fmt: skip


def bodies(good: dict[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Ways to send a form, each with its name; `good` is what would be taken."""
    yield "nothing at all", {}
    for hostile in SCRIPTS:
        yield f"every field {hostile!r}", dict.fromkeys(good, hostile.encode("utf-8", "surrogatepass"))
    for name, value in good.items():
        rest = {key: other for key, other in good.items() if key != name}
        yield f"without {name}", rest
        yield f"{name} twice", {**rest, name: [value, "another"]}
        yield f"{name} a megabyte long", {**rest, name: "x" * 1_000_000}
        yield f"{name} as a file", {**rest, name: (io.BytesIO(b"x"), "x.txt")}
        yield f"{name} with a character that cannot be kept", {**rest, name: f"{value}\x00<script>alert(1)</script>"}
