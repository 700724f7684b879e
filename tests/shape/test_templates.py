"""The rules of the templates: one skeleton each, no query, nothing inline, macros from components."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

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


def told(pages: list[Path], wrong: Callable[[Path], object]) -> dict[str, object]:
    """What is wrong with a page, by its path, for those with which something is."""
    return {page.as_posix(): found for page in pages if (found := wrong(page))}


def test_a_page_extends_one_skeleton() -> None:
    def other_skeletons(page: Path) -> list[str]:
        extended = list(tree(page).find_all(nodes.Extends))
        if len(extended) != 1:
            return ["a page extends a skeleton; a part of a page is named _part.html or ..._fragment.html"]
        return sorted(set(constants(extended[0].template)) - SKELETONS)

    assert told(WHOLE, other_skeletons) == {}


def test_a_part_of_a_page_extends_nothing() -> None:
    parts = [page for page in PARTS if page in WEB]
    assert told(parts, lambda page: list(tree(page).find_all(nodes.Extends))) == {}


def test_a_template_asks_the_database_nothing() -> None:
    def queries(page: Path) -> set[str]:
        attributes = {node.attr for node in tree(page).find_all(nodes.Getattr)}
        return (attributes | {node.name for node in tree(page).find_all(nodes.Name)}) & QUERIES

    assert told(WEB, queries) == {}


def test_nothing_is_inline() -> None:
    inline = re.compile(r"\sstyle\s*=|<style\b|\son[a-z]{2,20}\s*=|javascript:|<script(?![^>]{0,300}\bsrc=)")
    found = told(WEB, lambda page: inline.findall(source(page)))
    assert found == {}, "the policy header stops styles, scripts and handlers that stand in the page"


def test_macros_are_made_in_components_or_in_parts() -> None:
    pages = [page for page in WEB if page.parts[1] != "components" and not page.name.startswith("_")]
    assert told(pages, lambda page: [macro.name for macro in tree(page).find_all(nodes.Macro)]) == {}


def test_macros_come_from_components_or_from_a_part_of_the_room_itself() -> None:
    def from_elsewhere(page: Path) -> list[str]:
        taken = [node.template for node in tree(page).find_all((nodes.Import, nodes.FromImport))]
        allowed = ("components/", f"{page.parts[1]}/_")
        return [name for node in taken for name in constants(node) if not name.startswith(allowed)]

    assert told(WEB, from_elsewhere) == {}


def test_nothing_turns_escaping_off() -> None:
    def what_turns_it_off(page: Path) -> list[str]:
        found = [word for word in ("autoescape", "Markup") if word in source(page)]
        if page.as_posix() == "templates/components/icon.html":  # its drawings are written in that file
            return found
        return found + [node.name for node in tree(page).find_all(nodes.Filter) if node.name == "safe"]

    assert told(WEB, what_turns_it_off) == {}


BEHIND_A_SECRET_LINK = Path("templates/articles/public")
"""Whoever has the address may send the form (`security.by_secret_link`): no cookie is there for a token."""


def test_every_form_that_posts_carries_its_token() -> None:
    def without_token(page: Path) -> list[str]:
        forms = re.findall(r"<form\b.*?</form>", source(page), flags=re.DOTALL)
        posting = [form for form in forms if re.search(r"""method=["']post""", form.split(">", 1)[0], re.IGNORECASE)]
        return [form for form in posting if "csrf" not in form]

    assert told([page for page in WEB if BEHIND_A_SECRET_LINK not in page.parents], without_token) == {}


def test_only_what_htmx_2_and_4_share_is_used() -> None:
    used = re.compile(r"\s(hx-[a-z-]+)")
    assert told(WEB, lambda page: set(used.findall(source(page))) - SHARED_BY_HTMX_2_AND_4) == {}


def test_static_files_are_named_by_the_function_that_adds_their_version() -> None:
    plain = re.compile(r"""url_for\(\s*["']static|["'(]/static/""")
    assert told(WEB, lambda page: plain.findall(source(page))) == {}


def test_a_template_stays_short() -> None:
    assert told(WEB, lambda page: len(source(page).splitlines()) > LONGEST) == {}


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
