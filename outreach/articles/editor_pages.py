"""The editor of an article: Markdown with its outline, quotes and facts beside it, saved as one types.

A window with script sends the form a moment after typing stops and gets the column beside the text anew; without
script the same form is sent by a button. Either way nothing typed is lost: what another window saved is kept as a
version, and a text that cannot be taken stays in the form.

What a later module has to say about the text stands in that column as a part of the page "article editor"
(`outreach/page_parts.py`); it is loaded anew after each save.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from flask import current_app, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user
from markupsafe import Markup

from outreach import page_parts
from outreach.articles import (
    article_text,
    material,
    operations,
    outline_files,
    outlines,
    queries,
    rendered,
    resting,
    versions,
)
from outreach.articles.article_pages import UNPROCESSABLE, bp, by, to_article, to_editor
from outreach.articles.forms import ArticleForm
from outreach.articles.models import Article, ArticleVersion
from outreach.articles.operations import Saved
from outreach.articles.outline_files import Outline
from outreach.articles.outlines import PartCount
from outreach.articles.resting import Rests
from outreach.db import WorkspaceSession
from outreach.notices import tell
from outreach.page_parts import Here, PageParts
from outreach.projects.venue_files import Venue
from outreach.request_session import database, now, session
from outreach.security import requires

LOST = "Characters that cannot be kept were taken out. Look the text over."

LONGEST_PREVIEW = 30_000
"""Characters up to which the preview is made with each pause in somebody's typing; a longer one is read on its page."""

_LONGEST_NUMBER = 6
"""Digits of a version's number."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The column beside a text. preview: None for a text that is too long for it."""

    words: int
    counts: tuple[PartCount, ...]
    gaps: int
    rests: Rests
    unused: Rests
    preview: Markup | None
    venue: str
    shortest: int | None
    longest: int | None

    @property
    def said(self) -> str:
        """ "412 words. Chapter Letter takes 800 to 1,200." """
        count = f"{self.words:,} {'word' if self.words == 1 else 'words'}."
        bounds = [f"{one:,}" for one in (self.shortest, self.longest) if one is not None]
        if not bounds:
            return count
        low, high = (f"{one:,}" if one else "" for one in (self.shortest, self.longest))
        asked = f"{low} to {high}" if low and high else f"at most {high}" if high else f"at least {low}"
        return f"{count} {self.venue or 'The outline'} takes {asked}."


# --- the page ---------------------------------------------------------------------------------------------------------


@bp.get("/articles/<int:article_id>/edit")
@requires("editor")
def edit_article(article_id: int) -> ResponseReturnValue:
    """An article in the editor; one that is handed in, published or withdrawn is only shown."""
    row = queries.article_here(session(), article_id)
    if row.state != "writing":
        return to_article(row.id)
    return _draw(row, ArticleForm(formdata=None, obj=row))


def _draw(row: Article, form: ArticleForm, status: int = 200) -> ResponseReturnValue:
    page = render_template(
        "articles/edit.html",
        article=row,
        form=form,
        latest=versions.latest(session(), row),
        other=_other_version(row),
        beside=beside(session(), row, row.body, now()),
        parts=_parts(row),
        most=article_text.LONGEST_BODY,
    )
    return page, status


def _parts(row: Article) -> PageParts:
    """What later modules say about the text; of a very long one they say it on its own page."""
    if len(row.body) > LONGEST_PREVIEW:
        return PageParts((), (), (), None)
    return page_parts.loaded(current_app, "article editor", Here(session(), row.id, current_user.user_id, now()))


def _other_version(row: Article) -> ArticleVersion | None:
    """The version under which another window's text was just kept, as the address says; None for none."""
    asked = request.args.get("other", "")
    if not asked.isascii() or not asked.isdigit() or len(asked) > _LONGEST_NUMBER:
        return None
    return versions.numbered(session(), row, int(asked))


def outline_of(read: WorkspaceSession, row: Article) -> tuple[Outline | None, Venue | None]:
    """The outline that an article was begun with, with the range of its venue, and the venue."""
    venue = material.venue_for(read, row.project)
    outline = outline_files.read_folder()[0].get(row.outline_key)
    if outline is not None and venue is not None:
        outline = outlines.spread(outline, venue.shortest_words, venue.longest_words)
    return outline, venue


def beside(read: WorkspaceSession, row: Article, body: str, moment: datetime) -> Beside:
    """What stands beside a text in an article's place."""
    outline, venue = outline_of(read, row)
    all_of_it = resting.rests(read, row, moment.date())
    found = article_text.marks(body)
    quoted = {mark.number for mark in found if mark.is_quote}
    cited = {mark.number for mark in found if not mark.is_quote}
    others = ({one.number for one in all_of_it.quotes} - quoted, {one.number for one in all_of_it.facts} - cited)
    counts = outlines.part_counts(body, outline)
    has_range = venue is not None and (venue.shortest_words or venue.longest_words)
    return Beside(
        words=article_text.word_count(body),
        counts=counts,
        gaps=sum(one.gaps for one in counts),
        rests=all_of_it.only(quoted, cited),
        unused=all_of_it.only(*others),
        preview=rendered.rendered(body, versions.all_marks(read, row)) if len(body) <= LONGEST_PREVIEW else None,
        venue=venue.name if venue is not None and has_range else "",
        shortest=outline.shortest if outline is not None else venue.shortest_words if venue is not None else None,
        longest=outline.longest if outline is not None else venue.longest_words if venue is not None else None,
    )


# --- saving -----------------------------------------------------------------------------------------------------------


@bp.post("/articles/<int:article_id>/edit")
@requires("editor")
def save_article(article_id: int) -> ResponseReturnValue:
    """Keeps the text. A window with script gets the column beside the text; without, the page is shown again."""
    if request.headers.get("HX-Request") == "true":
        return _save_as_typed(article_id)
    row = queries.article_here(session(), article_id)
    operations.check_is_written(row)
    form = ArticleForm()
    if not form.validate():
        return _draw(row, form, UNPROCESSABLE)
    saved = _save(row, form)
    if form.lost:
        tell(LOST, tone="warn")
    if request.form.get("leaves"):
        return _left(saved)
    if saved.kept_other is not None:
        return to_editor(article_id, other=saved.kept_other)
    return _goes_on(row)


def _goes_on(row: Article) -> ResponseReturnValue:
    """Where the pressed button leads: on with writing, a version kept, or the page to read."""
    pressed = request.form.get("then", "")
    if pressed == "keep":
        kept = versions.keep(session(), row, "written", by())
        tell(f"Kept as version {kept.number}.")
        return to_editor(row.id)
    tell("Saved.")
    return to_article(row.id) if pressed == "read" else to_editor(row.id)


def _left(saved: Saved) -> ResponseReturnValue:
    """Answers a window that has left the page: nobody reads it, so what has to be told is told on the next page."""
    if saved.kept_other is not None:
        tell(f"The article was changed in another window. What stood there is kept as version {saved.kept_other}.")
    return "", 204


def _save(row: Article, form: ArticleForm) -> Saved:
    return operations.save(session(), row, form.title.data or "", form.body.data or "", form.version.data, by())


def _save_as_typed(article_id: int) -> ResponseReturnValue:
    form = ArticleForm()
    if not form.validate():
        return render_template("articles/_not_saved.html", form=form), UNPROCESSABLE
    body = article_text.clean(form.body.data or "")
    # Read in a session that only reads, before anything is written: the one writer is held for the save alone.
    with database().reader_for(current_user.workspace_id) as read:
        column = beside(read, queries.article_here(read, article_id), body, now())
    row = queries.article_here(session(), article_id)
    saved = _save(row, form)
    other = versions.numbered(session(), row, saved.kept_other) if saved.kept_other is not None else None
    told = render_template(
        "articles/_saved.html", article=row, other=other, other_at=saved.other_at, lost=LOST if form.lost else "",
        beside=column,
    )  # fmt: skip
    return render_template("articles/_beside.html", article=row, beside=column, parts=_parts(row)) + told
