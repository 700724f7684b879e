"""The style, the scripts and the vendored file: their sizes, their colors, where they come from."""

from __future__ import annotations

import hashlib
import re

import pytest

from tests import source_tree

STATIC = source_tree.REPOSITORY / "outreach" / "static"
SITE = (STATIC / "site.css").read_text()
SCRIPTS = sorted((STATIC / "js").glob("*.js"))
FIRST_VISIT = 150_000
"""Bytes of a signed-in page with all it loads, uncompressed."""

PAGE_ITSELF = 40_000
"""Bytes of that which are left to the page's own HTML."""

TEXT = ("page", "card", "tint")
PAIRS = [
    *[(ink, ground, 4.5) for ink in ("ink", "soft", "accent") for ground in TEXT],
    ("on-accent", "accent", 4.5),
    *[(tone, f"{tone}-bg", 4.5) for tone in ("good", "warn", "bad")],
    ("ink", "good-bg", 4.5),
    ("ink", "warn-bg", 4.5),
    ("ink", "bad-bg", 4.5),
    ("bad", "page", 4.5),
    ("bad", "card", 4.5),
    ("edge", "card", 3.0),
    ("edge", "page", 3.0),
    ("focus", "page", 3.0),
    ("focus", "card", 3.0),
]


def tokens(scheme: str) -> dict[str, str]:
    """The colors of a scheme, as #rrggbb."""
    blocks = re.findall(r":root \{(.*?)\}", SITE, flags=re.DOTALL)
    found: dict[str, str] = {}
    for block in blocks[: 1 if scheme == "light" else 2]:
        found |= dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", block))
    return {
        name: color if len(color) == 7 else "#" + "".join(2 * digit for digit in color[1:])
        for name, color in found.items()
    }


def luminance(color: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colors_stand_out_from_what_is_behind_them(scheme: str) -> None:
    color = tokens(scheme)
    for above, below, needed in PAIRS:
        lighter, darker = sorted((luminance(color[above]), luminance(color[below])), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= needed, f"{above} on {below}, {scheme}"


def test_no_color_stands_outside_the_tokens() -> None:
    rules = re.sub(r":root \{.*?\}", "", SITE, flags=re.DOTALL)
    declarations = " ".join(re.findall(r"\{([^{}]*)\}", rules))
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgb|\bhsl|: (?:white|black|red|gr[ae]y)\b", declarations) == []


def test_dark_colors_are_for_screens_only_so_that_nobody_prints_dark() -> None:
    assert "@media screen and (prefers-color-scheme: dark)" in SITE
    assert SITE.count("prefers-color-scheme") == 1


def test_the_ring_of_what_has_the_focus_is_never_taken_away() -> None:
    removed = re.findall(r"([^{}]*)\{[^{}]*outline: (?:none|0)", SITE)
    assert [selector.strip() for selector in removed] == ["main:focus, h1:focus, h2:focus, .notice:focus"], (
        "these never take keys"
    )
    assert ":focus-visible { outline: 3px solid var(--focus)" in SITE


def test_text_is_nowhere_smaller_than_small() -> None:
    sizes = [float(size) for size in re.findall(r"font(?:-size)?: ([0-9.]+)rem", SITE)]
    assert min(sizes) == 0.875


def of_every_page() -> list[str]:
    """The names of the scripts that the skeleton loads; the others belong to single pages."""
    base = (source_tree.REPOSITORY / "templates" / "base.html").read_text()
    behaviors = re.search(r"for behavior in \(([^)]*)\)", base)
    assert behaviors is not None
    return re.findall(r'"(\w+)"', behaviors[1])


def test_the_own_scripts_of_every_page_weigh_less_than_8_kb_and_one_of_a_single_page_less_than_3() -> None:
    shared = [script for script in SCRIPTS if script.stem in of_every_page()]
    assert sum(script.stat().st_size for script in shared) < 8_000
    assert [script.name for script in SCRIPTS if script not in shared and script.stat().st_size >= 3_000] == []
    assert max(len(script.read_text().splitlines()) for script in SCRIPTS) <= 100


def test_scripts_keep_to_what_the_policy_allows() -> None:
    for script in SCRIPTS:
        text = script.read_text()
        assert (
            re.findall(r"\beval\(|new Function|innerHTML|insertAdjacentHTML|document\.write|localStorage", text) == []
        ), script


def test_every_script_is_loaded_and_every_loaded_file_is_there() -> None:
    pages = [path.read_text() for path in (source_tree.REPOSITORY / "templates").rglob("*.html")]
    of_single_pages = {name for page in pages for name in re.findall(r"static_file\('js/(\w+)\.js'\)", page)}
    assert sorted({*of_every_page(), *of_single_pages}) == [script.stem for script in SCRIPTS]
    base = (source_tree.REPOSITORY / "templates" / "base.html").read_text()
    for name in re.findall(r"filename='([^']+\.\w+)'", base):
        assert (STATIC / name).is_file(), name


def test_a_first_visit_stays_within_its_weight() -> None:
    files = [
        STATIC / "site.css",
        STATIC / "print.css",
        STATIC / "icon.svg",
        *SCRIPTS,
        *(STATIC / "vendor").glob("*.js"),
    ]
    assert sum(file.stat().st_size for file in files) <= FIRST_VISIT - PAGE_ITSELF


def test_vendored_files_are_what_their_note_says() -> None:
    noted = dict(
        re.findall(r"^\| `([^`]+)` \|.*`([0-9a-f]{64})` \|$", (STATIC / "vendor/README.md").read_text(), re.MULTILINE)
    )
    there = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (STATIC / "vendor").glob("*.js")}
    assert there == noted
