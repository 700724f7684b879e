"""What the check says of an article: quotations traced, figures with their facts, nothing about a patient.

    findings(session, article) -> Remarks, the gravest first; one that `stops` has to be fixed, or has a reason

The rules of articles are in `article_rules/`. Of the rules of letters those hold that are about any text of ours:
private matters, patients, job talk, figures that are not public yet, and names that no confirmed fact holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from outreach.accounts.own_mail import Signature, signature_of
from outreach.articles import article_text, versions
from outreach.articles.approval_models import Reviewer
from outreach.articles.article_reading import Around, ArticleReading, QuoteState
from outreach.articles.article_registry import all_rules
from outreach.articles.models import Article, ArticleQuote
from outreach.asklint import registry as letter_rules
from outreach.asklint import run
from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Known, Message
from outreach.db import WorkspaceSession
from outreach.dossiers.models import Fact
from outreach.dossiers.subjects import present_position
from outreach.drafts import queries as drafts
from outreach.drafts.rules import TONES, Remark, gravest_first, reason_given
from outreach.interviews.talk_models import Interview, InterviewNote
from outreach.projects.venues import venue_of

OF_LETTERS = ("private-matter", "patient-detail", "job-ask", "unreleased-figure", "ungrounded")
"""Rules of letters that hold for articles as well."""

MOST = 200
"""Findings of one article: who has more begins at the top."""


def findings(
    session: WorkspaceSession, article: Article, body: str | None = None, today: date | None = None
) -> tuple[Remark, ...]:
    """What there is to mend in an article as it stands; `body`: in another text of it, as it is being typed."""
    text = article.body if body is None else body
    reading = ArticleReading(article.title, text, _marks(session, article, text), around(session, article, today))
    found = [*_of_articles(reading, article.passed), *_of_letters(reading, article.passed)]
    return gravest_first(found)[:MOST]


def stopping(remarks: Sequence[Remark]) -> int:
    """How many of them have to be fixed before anybody is asked to approve it."""
    return sum(one.stops for one in remarks)


def _of_articles(reading: ArticleReading, passed: Mapping[str, Any]) -> Iterator[Remark]:
    for rule in all_rules().values():
        for hit in rule.check(reading):
            phrase = " ".join(hit.words.split())
            tone = TONES[hit.severity or rule.severity]
            let_stand = reason_given(passed, rule.id, phrase)
            yield Remark(rule.id, tone, phrase, hit.message or rule.message, rule.why, let_stand)


def _of_letters(reading: ArticleReading, passed: Mapping[str, Any]) -> Iterator[Remark]:
    """The findings of the rules of letters. A figure is for the rules of articles, which know its mark."""
    told = (*reading.around.known, *(one.sentence for one in reading.marks.facts))
    about = reading.around
    known = Known(
        about.leader, title=about.title, organization=about.organization, programs=about.programs,
        facts=(*told, *(one.words for one in reading.marks.quotes), *about.said),
        other_names=tuple(filter(None, (about.writer, about.writer_organization))),
    )  # fmt: skip
    read = Reading(Message(Kind.OTHER, reading.text, known))
    for name in OF_LETTERS:
        rule = letter_rules.all_rules()[name]
        for one in run.findings_of(rule, read):
            phrase = " ".join(one.text.split())
            if name == "ungrounded" and any(letter.isdigit() for letter in phrase):
                continue
            # A name may well be right that nobody has confirmed here: the writer of an article knows more people.
            tone = "warn" if name == "ungrounded" else TONES[one.severity]
            yield Remark(name, tone, phrase, one.message, rule.why, reason_given(passed, name, phrase))


# --- what is known beside the text ------------------------------------------------------------------------------------


def _marks(session: WorkspaceSession, article: Article, text: str) -> versions.Marks:
    """What the marks of a text mean, of all that was put into the article."""
    found = article_text.marks(text)
    quoted = {mark.number for mark in found if mark.is_quote}
    cited = {mark.number for mark in found if not mark.is_quote}
    return versions.Marks(
        tuple(versions.quote_meant(row) for row in versions.quotes_of(session, article) if row.number in quoted),
        tuple(versions.fact_meant(row) for row in versions.facts_of(session, article) if row.number in cited),
    )


def around(session: WorkspaceSession, article: Article, today: date | None = None) -> Around:
    """What is known beside the text of an article."""
    person, project = article.person, article.project
    position = present_position(session, person.id) if person is not None else None
    venue = venue_of(session, project) if project is not None else None
    signed = signature_of(session, article.written_by_id) if article.written_by_id is not None else Signature("")
    return Around(
        shortest_words=venue.shortest_words if venue else None,
        longest_words=venue.longest_words if venue else None,
        source_review=(venue.source_review or "") if venue else "",
        fact_trouble=_fact_troubles(session, article, today or article.updated_at.date()),
        quote_states=_quote_states(session, article),
        known=_confirmed(session, article),
        said=_said(session, article),
        leader=person.name if person else "",
        title=position.title if position else "",
        organization=position.organization_name if position else "",
        programs=(article.program.name,) if article.program else (),
        writer=signed.name,
        writer_organization=signed.organization,
    )


def _fact_troubles(session: WorkspaceSession, article: Article, today: date) -> dict[int, str]:
    rows = versions.facts_of(session, article)
    public = [row for row in rows if row.note_id is None]
    troubles = {one.number: one.trouble for one in drafts.cited_rows(session, public, today) if one.trouble}
    noted = {row.number: row.note_id for row in rows if row.note_id is not None}
    for number, note_id in noted.items():
        note = session.get(InterviewNote, note_id)
        if note is None or note.deleted_at is not None:
            troubles[number] = "The note in which they told it was deleted."
    return troubles


def _quote_states(session: WorkspaceSession, article: Article) -> dict[int, QuoteState]:
    asked = select(Reviewer.person_id).where(Reviewer.article_id == article.id, Reviewer.removed_at.is_(None))
    reviewers = set(session.scalars(asked))
    return {row.number: _state(session, row, reviewers) for row in versions.quotes_of(session, article)}


def _state(session: WorkspaceSession, row: ArticleQuote, reviewers: set[int | None]) -> QuoteState:
    if row.source != "note":
        return QuoteState(may_quote="")
    note = row.note
    talk = session.get(Interview, note.interview_id) if note is not None else None
    if note is None or note.deleted_at is not None or talk is None or talk.deleted_at is not None:
        return QuoteState(is_gone=True)
    changed = note.kind != "exact" or not article_text.is_traced(row.words, note.text)
    asked = row.person_id is None or row.person_id in reviewers
    return QuoteState(False, changed, talk.quoting, asked)


def _confirmed(session: WorkspaceSession, article: Article) -> tuple[str, ...]:
    """Sentences that are confirmed about the leader and the program."""
    told: list[str] = []
    if article.person_id is not None:
        mine = select(Fact).where(Fact.person_id == article.person_id, Fact.state == "current")
        told += [row.value_words for row in session.scalars(mine.limit(500))]
    program = article.program
    if program is not None:
        told += [part for part in (program.name, program.problem, program.action, program.result) if part]
    return tuple(told)


def _said(session: WorkspaceSession, article: Article) -> tuple[str, ...]:
    """The notes of the talks with the leader: what they said is known, though no public source says so."""
    if article.person_id is None:
        return ()
    notes = (
        select(InterviewNote.text)
        .join(Interview, Interview.id == InterviewNote.interview_id)
        .where(Interview.person_id == article.person_id, Interview.deleted_at.is_(None))
        .where(InterviewNote.deleted_at.is_(None), InterviewNote.kind != "own")
    )
    return tuple(session.scalars(notes.order_by(InterviewNote.id).limit(500)))
