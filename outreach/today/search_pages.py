"""The search over everything: a page, and the same answers for the dialog that opens with / or Ctrl K."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach.folding import fold
from outreach.request_session import session
from outreach.search import KINDS, LONGEST_QUESTION, Found, search
from outreach.security import signed_in

bp = Blueprint("search", __name__)

IN_DIALOG = 8
ON_PAGE = 60


@dataclass(frozen=True, slots=True)
class Option:
    """One line: what was found, or something to do."""

    words: str
    beside: str
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading."""

    words: str
    options: tuple[Option, ...]
    key: str = ""


@bp.get("/search")
@signed_in
def search_page() -> ResponseReturnValue:
    """What was found, by kind. htmx gets the lines alone."""
    question = request.args.get("q", "")[:LONGEST_QUESTION].replace("\x00", " ").strip()
    kind = request.args.get("kind", "")
    kinds = (kind,) if kind in KINDS else ()
    is_dialog = request.headers.get("HX-Request") == "true"
    found = search(session(), question, kinds=kinds, limit=IN_DIALOG if is_dialog else ON_PAGE)
    groups = grouped(found)
    if is_dialog:
        return render_template("today/_found.html", groups=[*groups, *_to_do(question)])
    return render_template(
        "today/search.html",
        groups=groups,
        question=question,
        has_words=bool(fold(question)),
        kind=kinds[0] if kinds else "",
        kinds=KINDS,
        is_cut=len(found) == ON_PAGE,
        most=ON_PAGE,
    )


def grouped(found: Sequence[Found]) -> list[Group]:
    """What was found under the words of its kind, the kinds in the order of their best line."""
    by_kind: dict[str, list[Option]] = {}
    for one in found:
        by_kind.setdefault(one.kind, []).append(Option(one.title, one.beside, one.path))
    return [Group(KINDS[kind], tuple(options), kind) for kind, options in by_kind.items()]


def _to_do(question: str) -> list[Group]:
    """What can be done with the words themselves."""
    if not fold(question) or not current_user.may("editor"):
        return []
    add = Option(f"Add “{question}” as a new person", "", url_for("people.new", name=question))
    return [Group("Do", (add,))]
