"""Putting quotes and facts into an article: what there is, one press to put it in.

With script the words go to the cursor; without, behind the part that was chosen.
"""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach.accounts.whereabouts import zone_of_user
from outreach.articles import article_text, material, operations, outlines, queries, versions
from outreach.articles.article_pages import bp, by, to_editor
from outreach.articles.material import Sources
from outreach.articles.models import Article
from outreach.articles.operations import NewFact
from outreach.articles.outlines import Heard
from outreach.articles.resting import CONSENT_WORDS
from outreach.dossiers import fact_lines
from outreach.drafts import materials
from outreach.drafts.letter_grammar import sentence as closed
from outreach.errors import NotFound, Refused
from outreach.notices import tell
from outreach.request_session import now, session
from outreach.security import requires

MOST_FACTS = 40
_LONGEST_PLACE = 4
"""Digits of the place of a part."""


def _is_part() -> bool:
    """Whether a window with script asked for a part of its page."""
    return request.headers.get("HX-Request") == "true"


def _sources(row: Article) -> Sources:
    return Sources(row.person, row.project, row.program)


def _places(row: Article) -> list[tuple[str, str]]:
    """The parts of the text behind which something can be put, as (place, words)."""
    heads = [line.lstrip(" #").strip() for line in row.body.split("\n") if article_text.is_heading(line)]
    return [("", "At the end"), *((str(at), f"In “{name}”") for at, name in enumerate(heads[:200]))]


def _behind() -> int | None:
    """The part that was chosen; None for the end."""
    asked = request.form.get("behind", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) <= _LONGEST_PLACE else None


# --- quotes -----------------------------------------------------------------------------------------------------------


@bp.get("/articles/<int:article_id>/quotes")
@requires("editor")
def quotes_to_put_in(article_id: int) -> ResponseReturnValue:
    """The exact words of all talks with the leader and for the project, with what they agreed to."""
    row = queries.article_here(session(), article_id)
    heard = [one for one in material.heard(session(), _sources(row), current_user.user_id) if one.is_exact]
    put = {one.note_id: one.number for one in versions.quotes_of(session(), row)}
    template = "articles/_quotes.html" if _is_part() else "articles/quotes.html"
    return render_template(
        template, article=row, heard=heard, put=put, consent=CONSENT_WORDS, places=() if _is_part() else _places(row),
        may_quote=outlines.MAY_QUOTE,
    )  # fmt: skip


@bp.post("/articles/<int:article_id>/quotes/<int:line_id>")
@requires("editor")
def put_quote_in(article_id: int, line_id: int) -> ResponseReturnValue:
    """Gives exact words their number, and puts them into the text.

    Raises: NotFound for a line of no talk of this article; Refused for words that may not be quoted.
    """
    row = queries.article_here(session(), article_id)
    heard = _heard(row, line_id)
    if not heard.may_stand:
        raise Refused(CONSENT_WORDS[heard.quoting])
    quote = operations.put_quote_in(session(), row, heard.quote, by())
    words = outlines.quoted(quote.words, quote.number, quote.speaker)
    remark = CONSENT_WORDS.get(heard.quoting, "")
    if _is_part():
        return render_template(
            "articles/_put_in.html", article=row, words=words, mark=f"q{quote.number}", remark=remark
        )
    operations.append(session(), row, words, _behind(), by())
    tell(f"Put in as [q{quote.number}]. {remark}".strip())
    return to_editor(row.id)


def _heard(row: Article, line_id: int) -> Heard:
    """A line of exact words of a talk of this article. Raises: NotFound."""
    zone = zone_of_user(session(), current_user.user_id)
    note = material.note_of(session(), _sources(row), line_id)
    if note is None or note.kind != "exact":
        raise NotFound
    return material.heard_of(note, zone)


# --- facts ------------------------------------------------------------------------------------------------------------


@bp.get("/articles/<int:article_id>/facts")
@requires("editor")
def facts_to_put_in(article_id: int) -> ResponseReturnValue:
    """The confirmed facts that an article can rest on, what it is about first; then what was told in the talks."""
    row = queries.article_here(session(), article_id)
    told = [one for one in material.heard(session(), _sources(row), current_user.user_id) if not one.is_exact]
    rows = material.facts_for(session(), _sources(row))[:MOST_FACTS]
    there = versions.facts_of(session(), row)
    template = "articles/_facts.html" if _is_part() else "articles/facts.html"
    lines = fact_lines.lines(session(), rows, now().date())
    return render_template(
        template, article=row, lines=lines, put={one.fact_id: one.number for one in there if one.fact_id is not None},
        told=told, put_told={one.note_id: one.number for one in there if one.note_id is not None},
        consent=CONSENT_WORDS, places=() if _is_part() else _places(row),
    )  # fmt: skip


@bp.post("/articles/<int:article_id>/facts/<int:fact_id>")
@requires("editor")
def put_fact_in(article_id: int, fact_id: int) -> ResponseReturnValue:
    """Gives a fact its number, and puts it into the text. Raises: NotFound for one that is not offered."""
    row = queries.article_here(session(), article_id)
    fact = next((one for one in material.facts_for(session(), _sources(row)) if one.id == fact_id), None)
    if fact is None:
        raise NotFound
    sentence = closed(materials.sentence_of(session(), fact))
    return _cited(row, NewFact(sentence, fact_id=fact.id))


@bp.post("/articles/<int:article_id>/told/<int:line_id>")
@requires("editor")
def put_told_in(article_id: int, line_id: int) -> ResponseReturnValue:
    """Gives what they told in a talk its number, and puts it into the text: it rests on the notes, in the user's words.

    Raises: NotFound for a line of no talk of this article; Refused for what was said on background.
    """
    row = queries.article_here(session(), article_id)
    note = material.note_of(session(), _sources(row), line_id)
    if note is None or note.kind != "paraphrase":
        raise NotFound
    heard = material.heard_of(note, zone_of_user(session(), current_user.user_id))
    if not heard.may_stand:
        raise Refused(CONSENT_WORDS[heard.quoting])
    return _cited(row, NewFact(closed(heard.words), note_id=note.id))


def _cited(row: Article, fact: NewFact) -> ResponseReturnValue:
    cited = operations.put_fact_in(session(), row, fact)
    words = f"{outlines.as_text(cited.sentence)}[{cited.number}]"
    if _is_part():
        return render_template("articles/_put_in.html", article=row, words=words, mark=str(cited.number), remark="")
    operations.append(session(), row, words, _behind(), by())
    tell(f"Put in as [{cited.number}]. Say it in your own words.")
    return to_editor(row.id)
