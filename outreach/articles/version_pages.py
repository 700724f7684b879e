"""The pages of an article's versions: the list, one of them, two compared word by word, who wrote what."""

from __future__ import annotations

from dataclasses import dataclass

from flask import render_template, request
from flask.typing import ResponseReturnValue

from outreach.articles import article_text, differences, operations, queries, rendered, versions
from outreach.articles.article_pages import UNPROCESSABLE, bp, by, to_article, to_editor
from outreach.articles.forms import MilestoneForm
from outreach.articles.models import ARTICLE_VERSION_ORIGINS, Article
from outreach.notices import tell
from outreach.request_session import session
from outreach.security import requires, signed_in

NOW = "now"
"""In an address: the text as it stands, which may be no version."""

_LONGEST_NUMBER = 6


@bp.get("/articles/<int:article_id>/versions")
@signed_in
def versions_of_article(article_id: int) -> ResponseReturnValue:
    """All versions, latest first: name, who, when, words, how it came to be, who was asked about it."""
    row = queries.article_here(session(), article_id)
    return render_template(
        "articles/versions.html", article=row, lines=queries.version_lines(session(), row),
        sent_to=queries.asked_about(session(), row), origins=ARTICLE_VERSION_ORIGINS,
        is_kept=versions.is_kept(session(), row),
    )  # fmt: skip


@bp.post("/articles/<int:article_id>/versions")
@requires("editor")
def keep_version(article_id: int) -> ResponseReturnValue:
    """Keeps the text as it stands as a version. Raises: Refused for a text without words."""
    row = queries.article_here(session(), article_id)
    kept = versions.keep(session(), row, "written", by())
    tell(f"Kept as version {kept.number}.")
    return to_article(row.id, "versions")


@bp.get("/articles/<int:article_id>/versions/<int:version_id>")
@signed_in
def version(article_id: int, version_id: int) -> ResponseReturnValue:
    """A version as it reads, with the form for its name."""
    row = queries.article_here(session(), article_id)
    found = queries.version_here(session(), row, version_id)
    return _draw(row, version_id, MilestoneForm(formdata=None, obj=found))


def _draw(row: Article, version_id: int, form: MilestoneForm, status: int = 200) -> ResponseReturnValue:
    found = queries.version_here(session(), row, version_id)
    lines = queries.version_lines(session(), row)
    page = render_template(
        "articles/version.html", article=row, version=found, form=form, origins=ARTICLE_VERSION_ORIGINS,
        line=next(one for one in lines if one.id == found.id), latest=lines[0].number,
        text=rendered.rendered(found.body, versions.marks_of(found)),
        is_now=(found.title, found.body) == (row.title, row.body),
        sent_to=queries.asked_about(session(), row).get(found.id, ()),
    )  # fmt: skip
    return page, status


@bp.post("/articles/<int:article_id>/versions/<int:version_id>")
@requires("editor")
def name_version(article_id: int, version_id: int) -> ResponseReturnValue:
    """Gives a version another name; its text is never edited."""
    row = queries.article_here(session(), article_id)
    form = MilestoneForm()
    if not form.validate():
        return _draw(row, version_id, form, UNPROCESSABLE)
    found = queries.version_here(session(), row, version_id)
    found.milestone = " ".join((form.milestone.data or "").split())
    session().flush()
    tell(f"Version {found.number} is called “{found.milestone}”." if found.milestone else "It has no name now.")
    return to_article(row.id, "versions")


@bp.post("/articles/<int:article_id>/versions/<int:version_id>/restore")
@requires("editor")
def restore_version(article_id: int, version_id: int) -> ResponseReturnValue:
    """Makes an earlier text the article's again, as a new version; the present one is kept.

    Raises: Refused for an article that is handed in, published or withdrawn.
    """
    row = queries.article_here(session(), article_id)
    found = queries.version_here(session(), row, version_id)
    made = versions.restore(session(), row, found, by())
    operations.note_uses(session(), row, by())
    tell(f"The text of version {found.number} is version {made.number} now. What stood there is kept, too.")
    return to_editor(row.id)


# --- comparing --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Side:
    """One of two texts. key: as in the address; words: "Version 3", "The text now"."""

    key: str
    words: str
    title: str
    body: str


@bp.get("/articles/<int:article_id>/compare")
@signed_in
def compare_versions(article_id: int) -> ResponseReturnValue:
    """Two texts word by word: the changed paragraphs, or the whole. Without numbers the latest version and the text."""
    row = queries.article_here(session(), article_id)
    lines = queries.version_lines(session(), row)
    known = [str(line.number) for line in lines]
    old = _side(row, request.args.get("from", ""), known, _before_last(row, known))
    new = _side(row, request.args.get("to", ""), known, NOW)
    found = differences.compared(old.title, old.body, new.title, new.body)
    is_whole = request.args.get("show") == "whole"
    return render_template(
        "articles/compare.html", article=row, old=old, new=new, found=found, lines=lines, is_whole=is_whole,
        counts=found.counts(), shown=found.changes if is_whole else found.changed, now=NOW,
    )  # fmt: skip


def _before_last(row: Article, known: list[str]) -> str:
    """What the text as it stands is compared with: the latest version that reads otherwise, else the latest."""
    if not known:
        return NOW
    return known[1] if len(known) > 1 and versions.is_kept(session(), row) else known[0]


def _side(row: Article, asked: str, known: list[str], otherwise: str) -> Side:
    key = asked if asked == NOW or (len(asked) <= _LONGEST_NUMBER and asked in known) else otherwise
    found = versions.numbered(session(), row, int(key)) if key != NOW else None
    if found is None:
        return Side(NOW, "The text now", row.title, row.body)
    return Side(key, f"Version {key}", found.title, found.body)


@bp.get("/articles/<int:article_id>/authors")
@signed_in
def authors_of_article(article_id: int) -> ResponseReturnValue:
    """Who wrote what: each paragraph of the text with the version in which it came, and whose that was."""
    row = queries.article_here(session(), article_id)
    lines = {line.number: line for line in queries.version_lines(session(), row)}
    bodies = queries.latest_bodies(session(), row)
    unkept = max(lines, default=0) + 1
    if not versions.is_kept(session(), row):
        bodies = [*bodies, (unkept, row.body)]
    written = [one for one in differences.who_wrote(bodies) if not article_text.is_heading(one.text)]
    first = bodies[0][0] if bodies else 1
    return render_template(
        "articles/authors.html", article=row, written=written, lines=lines, first=first,
        origins=ARTICLE_VERSION_ORIGINS, is_cut=first > min(lines, default=first),
    )  # fmt: skip
