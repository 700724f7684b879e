"""What a page or a text says: people with their posts, programs with their results, dates and headlines.

`extract` is the whole of it: bytes in, an `Extract` out. It is pure: nothing is fetched, nothing is stored.
"""

from __future__ import annotations

from research.pages.extraction import extract

__all__ = ["extract"]
