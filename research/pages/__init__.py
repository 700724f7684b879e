"""What a page or a text says: people with their posts, programs with their results, dates and headlines.

`extract` is the whole of it: bytes in, an `Extract` out. It is pure: nothing is fetched, nothing is stored.
"""

from __future__ import annotations

from research.pages.model import Extract


def extract(body: bytes | str, *, url: str = "", media_type: str = "", charset: str = "") -> Extract:
    """What a page, text, feed or PDF says: people with their posts and careers, programs, headline, date.

    `body` is at most 20 MB; what it is, is told by its content. `url`, `media_type` and `charset` are as the server
    gave them, or "". Every quote of the answer stands in the answer's `text`, white space folded.
    Raises: Unreadable, saying what was wrong.
    """
    from research.pages import extraction  # the readers import this package's model, so they are loaded on use

    return extraction.extract(body, url=url, media_type=media_type, charset=charset)
