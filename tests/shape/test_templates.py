"""The rules of the templates: one skeleton each, no query, nothing inline, macros from components."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from tests import source_tree

FOLDER = source_tree.REPOSITORY / "templates"
SKELETONS = frozenset({"base.html", "public.html", "print.html"})
NO_ROOMS = frozenset({"components", "errors", "letters", "mail", "outlines", "styleguide"})
"""Folders of templates that are not a room's."""

SHARED_BY_HTMX_2_AND_4 = frozenset({"hx-get", "hx-post", "hx-target", "hx-swap", "hx-trigger"})
QUERIES = frozenset({"execute", "filter_by", "query", "scalar", "scalars", "session"})
LONGEST = 150
"""Lines of a template, as a limit; 120 are the advice."""

PAGES = list(source_tree.files(".html", below="templates"))
PARTS = [page for page in PAGES if page.name.startswith("_") or page.stem.endswith("fragment")]
WEB = [page for page in PAGES if page.parts[1] not in ("mail", "letters", "outlines")]
WHOLE = [page for page in WEB if page not in PARTS and page.parts[1] not in (*SKELETONS, "components")]


@cache
def source(page: Path) -> str:
    """A template's text without its comments."""
    return re.sub(r"\{#.*?#\}", "", (source_tree.REPOSITORY / page).read_text(), flags=re.DOTALL)


@cache  # read by each rule below, changed by none
def tree(page: Path) -> nodes.Template:
    return Environment(autoescape=True, extensions=["jinja2.ext.do"]).parse(source(page))  # parsed, never shown


def constants(node: nodes.Node) -> Iterator[str]:
    """The names that an expression can come to: one, or one of each branch of a condition."""
    if isinstance(node, nodes.CondExpr):
        yield from constants(node.expr1)
        if node.expr2 is not None:
            yield from constants(node.expr2)
    elif isinstance(node, nodes.Const):
        yield str(node.value)
    else:
        yield "(not written out)"


def named(pages: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("page", pages, ids=lambda page: page.as_posix())


@named(WHOLE)
def test_a_page_extends_one_skeleton(page: Path) -> None:
    extended = list(tree(page).find_all(nodes.Extends))
    assert len(extended) == 1, "a page extends a skeleton; a part of a page is named _part.html or ..._fragment.html"
    assert set(constants(extended[0].template)) <= SKELETONS


@named([page for page in PARTS if page in WEB])
def test_a_part_of_a_page_extends_nothing(page: Path) -> None:
    assert list(tree(page).find_all(nodes.Extends)) == []


@named(WEB)
def test_a_template_asks_the_database_nothing(page: Path) -> None:
    asked = {node.attr for node in tree(page).find_all(nodes.Getattr)} | {
        node.name for node in tree(page).find_all(nodes.Name)
    }
    assert asked & QUERIES == set()


@named(WEB)
def test_nothing_is_inline(page: Path) -> None:
    text = source(page)
    found = re.findall(r"\sstyle\s*=|<style\b|\son[a-z]{2,20}\s*=|javascript:|<script(?![^>]{0,300}\bsrc=)", text)
    assert found == [], "the policy header stops styles, scripts and handlers that stand in the page"


@named(WEB)
def test_macros_come_from_components_or_from_a_part_of_the_room_itself(page: Path) -> None:
    made = [macro.name for macro in tree(page).find_all(nodes.Macro)]
    assert made == [] or page.parts[1] == "components" or page.name.startswith("_")
    taken = [node.template for node in tree(page).find_all((nodes.Import, nodes.FromImport))]
    allowed = ("components/", f"{page.parts[1]}/_")
    assert [name for node in taken for name in constants(node) if not name.startswith(allowed)] == []


@named(WEB)
def test_nothing_turns_escaping_off(page: Path) -> None:
    filters = {node.name for node in tree(page).find_all(nodes.Filter)}
    if page.as_posix() != "templates/components/icon.html":  # its drawings are written in that file
        assert "safe" not in filters
    assert "autoescape" not in source(page)
    assert "Markup" not in source(page)


@named(WEB)
def test_every_form_that_posts_carries_its_token(page: Path) -> None:
    forms = re.findall(r"<form\b.*?</form>", source(page), flags=re.DOTALL)
    posting = [form for form in forms if re.search(r"""method=["']post""", form.split(">", 1)[0], re.IGNORECASE)]
    assert [form for form in posting if "csrf" not in form] == []


@named(WEB)
def test_only_what_htmx_2_and_4_share_is_used(page: Path) -> None:
    assert set(re.findall(r"\shx-[a-z-]+", source(page))) <= {f" {name}" for name in SHARED_BY_HTMX_2_AND_4} | {
        f"\n{name}" for name in SHARED_BY_HTMX_2_AND_4
    }


@named(WEB)
def test_static_files_are_named_by_the_function_that_adds_their_version(page: Path) -> None:
    assert re.findall(r"""url_for\(\s*["']static|["'(]/static/""", source(page)) == []


@named(WEB)
def test_a_template_stays_short(page: Path) -> None:
    assert len(source(page).splitlines()) <= LONGEST


def test_a_folder_of_templates_bears_the_name_of_its_room() -> None:
    folders = {path.name for path in FOLDER.iterdir() if path.is_dir() and any(path.rglob("*.*"))}
    rooms = {path.name for path in (source_tree.REPOSITORY / "outreach").iterdir() if path.is_dir()}
    assert sorted(folders - NO_ROOMS - rooms) == []


def test_every_component_stands_in_the_style_guide() -> None:
    components = [page for page in WEB if page.parts[1] == "components"]
    made = {macro.name for page in components for macro in tree(page).find_all(nodes.Macro)}
    shown = "".join(source(page) for page in WEB if page.parts[1] in ("styleguide", "errors", "base.html"))
    missing = {name for name in made if not name.startswith("_") and not re.search(rf"\b{name}\b", shown)}
    used_by_components = {
        name for page in components for node in tree(page).find_all(nodes.FromImport) for name in node.names
    }
    assert sorted(missing - {str(name) for name in used_by_components}) == []
