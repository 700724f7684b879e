"""The inks of printed pages, dark enough for a black-and-white printer and a copier; nothing is told by color alone."""

from __future__ import annotations

INK, SOFT, ACCENT = "#111417", "#4a5157", "#0b4f5c"
"""Letters: contrast on white 18.5, 8.1 and 9.2 to 1."""

BLACK = "#000000"
"""For letters and articles, which are nobody's but their writer's."""

RULE, TINT, WHITE = "#9aa3a8", "#eef1f2", "#ffffff"
"""For lines only; for one strip only."""
