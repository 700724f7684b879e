"""The demonstration: an invented workspace, and made-up sources that answer instead of the network.

Not a room: it fills the tables of the rooms through their own operations, and nothing imports it but the command line
and the page to sign in. Everybody and every organization in it is invented. `sources/` is a folder of recordings in the
shapes of the real sources, read by `research.replay`.
"""

from __future__ import annotations

from pathlib import Path

SOURCES = Path(__file__).with_name("sources")
"""The made-up answers: `index.jsonl` and the files that it names."""

USER_NAME = "Jordan Ashgrove-Teller"
USER_EMAIL = "jordan@groundwork.example"
PASSWORD = "lantern osprey quill tamarack"  # noqa: S105 (said on the page, of a folder that holds invented people only)
"""With what one signs in. Everybody may know it: the demonstration answers on this machine alone."""
