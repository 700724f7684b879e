"""docs/licenses.md says under which licenses the locked packages come; what users run is neither GPL nor AGPL."""

from __future__ import annotations

import re
from importlib import metadata

import pytest

from tests import source_tree

PAGE = source_tree.REPOSITORY / "docs" / "licenses.md"
FILES = {"requirements.txt": "to run", "tests/requirements.txt": "for the tests"}

ON_SOME_SYSTEMS = {
    "colorama": "BSD-3-Clause",
}
"""Package -> license, where it is installed on some systems only and others must know it too."""


TYPEFACES = {
    "Source Sans 3": ("SourceSans3_*.ttf", "SIL OFL 1.1", "LICENSE_SOURCE_SANS"),
    "DejaVu Sans": ("DejaVuSans.ttf", "Bitstream Vera, changes public domain", "LICENSE_DEJAVU"),
}
"""Typeface -> its files in FONTS, its license, the file beside them that holds it."""

FONTS = source_tree.REPOSITORY / "outreach" / "pdf" / "fonts"


def locked(file: str) -> list[str]:
    """The names of the packages that a lock holds, in its order, each once."""
    text = (source_tree.REPOSITORY / file).read_text("utf-8")
    return list(dict.fromkeys(re.findall(r"^([a-z0-9][a-z0-9._-]*)==", text, re.MULTILINE)))


def license_of(package: str) -> str:
    """The license as the installed package's metadata state it. Raises: PackageNotFoundError."""
    told = metadata.metadata(package)
    expression = told.get("License-Expression")
    if expression:
        return expression
    classifiers = [c.rpartition(" :: ")[2] for c in told.get_all("Classifier") or () if c.startswith("License ::")]
    named = [c for c in classifiers if c != "OSI Approved"]
    if named:
        return ", ".join(named)
    lines = (told.get("License") or "").strip().splitlines()
    return lines[0][:60] if lines else ""


def rows_on(page: str) -> dict[str, str]:
    return dict(re.findall(r"^\| ([\w.-]+) \| [\w ]+ \| (.+?) \|$", page, re.MULTILINE))


def page_of_licenses() -> str:
    """The page as it has to be."""
    lines = [
        "# Licenses",
        "",
        "Groundwork is under Apache 2.0. It installs these packages and changes none of them; what is LGPL or MPL",
        "among them is imported as it is, from a folder of its own, where everybody can replace it. Written from the",
        "packages' metadata by `python3 start.py test tests/shape --accept`.",
        "",
        "| package | installed | license |",
        "| --- | --- | --- |",
    ]
    seen: set[str] = set()
    for file, purpose in FILES.items():
        for package in locked(file):
            if package in seen:
                continue
            seen.add(package)
            license_name = ON_SOME_SYSTEMS.get(package) or license_of(package)
            lines.append(f"| {package} | {purpose} | {license_name} |")
    lines += [
        "",
        "These typefaces lie in `outreach/pdf/fonts` as their makers gave them out, and are embedded in PDFs:",
        "",
    ]
    lines += ["| typeface | license | its text |", "| --- | --- | --- |"]
    lines += [f"| {name} | {license_name} | `{file}` |" for name, (_, license_name, file) in TYPEFACES.items()]
    return "\n".join(lines) + "\n"


def test_every_typeface_has_its_license_beside_it() -> None:
    files = {path.name for pattern, _, _ in TYPEFACES.values() for path in FONTS.glob(pattern)}
    assert files == {path.name for path in FONTS.iterdir() if path.suffix != "" or not path.name.startswith("LICENSE")}
    assert all((FONTS / file).read_text("utf-8").strip() for _, _, file in TYPEFACES.values())


def test_the_page_of_licenses_says_what_the_packages_say(accept: bool) -> None:
    page = page_of_licenses()
    if accept:
        PAGE.write_text(page, "utf-8")
    assert page == PAGE.read_text("utf-8"), "python3 start.py test tests/shape --accept writes it anew"


def test_every_locked_package_has_a_license() -> None:
    rows = rows_on(PAGE.read_text("utf-8"))
    named = {package for file in FILES for package in locked(file)}
    assert sorted(package for package in named if not rows.get(package, "").strip()) == []


def is_strong_copyleft(license_name: str) -> bool:
    """Whether one must accept GPL or AGPL: LGPL is another, and so is a choice that offers something else."""
    choices = re.split(r"\bOR\b|, ", license_name)
    return all(re.search(r"(?<!L)A?GPL|(?<!Lesser )General Public License", choice) for choice in choices)


def test_no_package_that_users_run_is_gpl_or_agpl() -> None:
    rows = rows_on(PAGE.read_text("utf-8"))
    assert [package for package in locked("requirements.txt") if is_strong_copyleft(rows[package])] == []


@pytest.mark.parametrize("name", ["GPL-3.0-only", "AGPL-3.0", "GNU General Public License v3 (GPLv3)"])
def test_strong_copyleft_is_seen(name: str) -> None:
    assert is_strong_copyleft(name)


@pytest.mark.parametrize(
    "name", ["MIT", "LGPL-2.1-or-later", "GPL-2.0-only OR MPL-1.1", "GNU Lesser General Public License"]
)
def test_other_licenses_are_not_taken_for_it(name: str) -> None:
    assert not is_strong_copyleft(name)
