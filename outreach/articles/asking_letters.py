"""The letters that carry a link: the request, the note of changes, the reminder. They leave as all letters do.

A letter holds `[link 12]`, where 12 is the request. The address is put in as the letter leaves (`drafts.outgoing`), for
the person whose link it is alone; the Word copy and the plain copy go along. When the letter has left, the request is
sent; when it had not, it is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from outreach.accounts.browser import keys, settings
from outreach.accounts.whereabouts import day_in
from outreach.articles import article_text, links, look_at, opened, plain_copy, requests, rules, versions
from outreach.articles.approval_models import ApprovalRequest, Reviewer
from outreach.articles.article_rules.whole import discloses
from outreach.articles.look_at import Places
from outreach.articles.models import Article, ArticleVersion
from outreach.articles.shown import Shown
from outreach.db import WorkspaceSession
from outreach.drafts import beginning, compose, departures, enclosures, outgoing
from outreach.drafts import queries as drafts
from outreach.drafts.beginning import Chosen
from outreach.drafts.compose import ProjectBrief
from outreach.drafts.enclosures import Enclosure
from outreach.drafts.letter_grammar import possessive
from outreach.drafts.letter_people import named
from outreach.drafts.letter_values import Occasion
from outreach.drafts.models import Draft
from outreach.errors import NotFound, Refused
from outreach.folding import fold
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.projects.models import Project
from outreach.request_session import now

LETTERS = {"ask": "approval-request", "notice": "approval-notice"}
"""Kind of a request -> the letter that carries its link."""

REMINDER = "approval-reminder"

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_LINK = re.compile(r"\[link (\d{1,18})\]")


def mark(request: ApprovalRequest) -> str:
    """What stands in a letter for the link of a request: "[link 12]"."""
    return f"[link {request.id}]"


def marked(text: str) -> frozenset[int]:
    """The requests whose links a text has."""
    return frozenset(int(found) for found in _LINK.findall(text))


# --- beginning --------------------------------------------------------------------------------------------------------


def begin(session: WorkspaceSession, request: ApprovalRequest, by: By) -> Draft:
    """The letter with the link; the one that is being written goes on.

    Raises: Refused for a link that has ended, and for somebody who is not to be contacted.
    """
    there = letter_of(session, request)
    if there is not None:
        return there
    _check_open(request, by.now)
    draft = _compose(session, request, LETTERS[request.kind], None, by)
    request.draft_id, request.updated_at = draft.id, by.now
    session.flush()
    return draft


def letter_of(session: WorkspaceSession, request: ApprovalRequest) -> Draft | None:
    """The letter that carries the link, unless it was deleted or put away unsent."""
    draft = session.get(Draft, request.draft_id) if request.draft_id is not None else None
    if draft is None or draft.deleted_at is not None or draft.state == "put_away":
        return None
    return draft


def remind(session: WorkspaceSession, request: ApprovalRequest, by: By) -> Draft:
    """A reminder with the same link; one that is being written goes on. Whether it is time is asked before.

    Raises: Refused for a link that has ended or was never sent.
    """
    _check_open(request, by.now)
    if request.sent_at is None:
        raise Refused("Nothing was sent yet that they could be reminded of.")
    there = next((one for one in reminders_of(session, [request]).get(request.id, ()) if one.state == "writing"), None)
    return there if there is not None else _compose(session, request, REMINDER, letter_of(session, request), by)


def reminders_of(session: WorkspaceSession, asked: Sequence[ApprovalRequest]) -> dict[int, list[Draft]]:
    """The reminders of some requests, those put away left out, in one question: by the link in them, or the thread."""
    by_letter = {one.draft_id: one.id for one in asked if one.draft_id is not None}
    people = {one.reviewer.person_id for one in asked if one.reviewer.person_id is not None}
    if not people:
        return {}
    written = select(Draft).where(
        Draft.person_id.in_(people), Draft.letter_key == REMINDER, Draft.deleted_at.is_(None),
        Draft.state != "put_away",
    )  # fmt: skip
    ids, found = {one.id for one in asked}, dict[int, list[Draft]]()
    for draft in session.scalars(written.order_by(Draft.id)):
        for number in {*marked(draft.body), by_letter.get(draft.answers_id or 0, 0)} & ids:
            found.setdefault(number, []).append(draft)
    return found


def _check_open(request: ApprovalRequest, moment: datetime) -> None:
    if request.withdrawn_at is not None:
        raise Refused("This link was taken back. Make a new one first.")
    if rules.is_over(request.expires_at, request.withdrawn_at, moment):
        raise Refused("This link has ended. Extend it, or make a new one first.")


def _compose(session: WorkspaceSession, request: ApprovalRequest, key: str, earlier: Draft | None, by: By) -> Draft:
    letter = compose.letters().get(key)
    if letter is None:
        raise Refused("The letter for this is not there; its file was removed or cannot be read.")
    reviewer, article = request.reviewer, session.get_one(Article, request.article_id)
    person, helper = reviewer.person, reviewer.helper
    if person is None or person.deleted_at is not None:
        raise Refused(f"{reviewer.name} was deleted from your people. Bring them back first.")
    assistant = helper or _keeper(session, person)
    chosen = Chosen(
        letter=letter, person=person, assistant_id=assistant.id if assistant else None, project=_project(article),
        program=article.program if article.program and article.program.deleted_at is None else None,
        occasion=_occasion(session, request, article), to_person_id=helper.id if helper else None,
        goes_on_with=earlier, goes_on=earlier is not None, brief=_brief(session, article, request.scope),
    )  # fmt: skip
    return beginning.begin(session, chosen, by)


def _keeper(session: WorkspaceSession, person: Person) -> Person | None:
    found = drafts.assistant_of(session, person.id)
    return session.get(Person, found.id) if found is not None else None


def _project(article: Article) -> Project | None:
    return article.project if article.project is not None and article.project.deleted_at is None else None


def _brief(session: WorkspaceSession, article: Article, scope: str) -> ProjectBrief:
    known = beginning.brief_of(session, _project(article))
    if known and discloses(article_text.paragraphs(article.body)):
        known = replace(known, disclosure="")  # the text has a line of its own, which they see
    return replace(known, scope=scope) if known else ProjectBrief(title=article.title, scope=scope)


def _occasion(session: WorkspaceSession, request: ApprovalRequest, article: Article) -> Occasion:
    version = session.get_one(ArticleVersion, request.version_id)
    shown = requests.shown_by(session, request)
    helper, due_on = request.reviewer.helper, article.project.due_on if article.project else None
    whose = possessive(_called(request.reviewer)) if helper is not None else "your"
    return Occasion(
        words=version.words, version=version.number, look_at=look_at.in_letter(places(version, shown), whose),
        answer_by=request.ask_by, venue_closes=due_on if due_on and due_on >= request.ask_by else None,
        page=mark(request), to_assistant=helper is not None,
        wrote_on=day_in(request.sent_at, opened.zone_of_reviewer(request.reviewer)) if request.sent_at else None,
    )  # fmt: skip


def _called(reviewer: Reviewer) -> str:
    """How a letter to somebody else calls them: "Dr. Oyelaran"."""
    person = reviewer.person
    if person is None:
        return reviewer.name
    degrees = tuple(part.strip() for part in person.credentials.split(",") if part.strip())
    return named(person.name, person.family_name, person.addressed_as, None, person.pronouns, degrees).in_text


def places(version: ArticleVersion, shown: Shown) -> Places:
    """Where a reviewer should look above all in what they are shown."""
    speakers = {one.number: one.speaker for one in versions.marks_of(version).quotes}
    return look_at.places(shown, look_at.quoted_speakers(version.body, speakers))


# --- the link ---------------------------------------------------------------------------------------------------------


def address_of(request: ApprovalRequest) -> str | None:
    """The address of the reviewer's page; None where the server's key is another one since. Not to be logged."""
    found = (links.token_of(request, key) for key in keys())
    token = next((one for one in found if one is not None), None)
    return f"{settings().address.rstrip('/')}/a/{token}" if token is not None else None


def fill_link(session: WorkspaceSession, draft: Draft, number: int) -> str:
    """What stands for `[link 12]` as a letter leaves. Raises: Refused for an ended link, or somebody else's."""
    request = session.get(ApprovalRequest, number)
    if request is None:
        raise Refused(f"[link {number}] is no link of an approval. Take it out of the letter.")
    reviewer, reader = request.reviewer, drafts.reader_of(draft)
    if reader.id not in {reviewer.person_id, reviewer.helper_id}:
        raise Refused(
            f"[link {number}] is the secret link of {reviewer.name}, and this letter goes to {reader.name}. "
            "Take it out."
        )
    article = session.get_one(Article, request.article_id)
    is_gone = article.deleted_at is not None or article.state == "withdrawn" or reviewer.removed_at is not None
    if request.withdrawn_at is not None or is_gone:
        raise Refused(f"The link of {reviewer.name} was taken back. Put in the new link, or take [link {number}] out.")
    if rules.is_over(request.expires_at, None, now()):
        raise Refused(f"The link of {reviewer.name} has ended. Extend it first, or make a new one.")
    address = address_of(request)
    if address is None:
        raise Refused(
            f"The link of {reviewer.name} cannot be read any more: the server’s key has changed. Make a new one."
        )
    return address


# --- the copies -------------------------------------------------------------------------------------------------------


def files_of(session: WorkspaceSession, draft: Draft) -> Sequence[Enclosure]:
    """The Word copy and the plain copy of what the link in a letter shows; none for a reminder.

    Raises: Refused where the reviewer would be shown something else than the letter was begun for.
    """
    carried = select(ApprovalRequest).where(ApprovalRequest.draft_id == draft.id)
    request = session.scalar(carried.order_by(ApprovalRequest.id.desc()).limit(1))
    return copies(session, request) if request is not None else ()


def copies(session: WorkspaceSession, request: ApprovalRequest) -> Sequence[Enclosure]:
    """The copies of what a link shows, under names that every system takes. Raises: Refused, as `files_of`."""
    version, shown = session.get_one(ArticleVersion, request.version_id), requests.shown_by(session, request)
    if shown.hash != request.shown_hash:
        raise Refused(f"What {request.reviewer.name} would see has changed since this link was made. Make a new one.")
    stem = f"{fold(version.title)[:60].strip().replace(' ', '-') or 'article'}-version-{version.number}"
    stem = "".join(one for one in stem if one.isascii())
    plain = Enclosure(f"{stem}.txt", "text/plain", lambda: plain_copy.text_of(shown, version.number).encode())
    return (Enclosure(f"{stem}.docx", WORD, lambda: _word_copy(version, shown)), plain)


def copy_here(session: WorkspaceSession, request: ApprovalRequest, ending: str) -> Enclosure:
    """One of the copies by the ending of its name. Raises: NotFound; Refused."""
    found = next((one for one in copies(session, request) if one.name.endswith(f".{ending}")), None)
    if found is None:
        raise NotFound
    return found


def _word_copy(version: ArticleVersion, shown: Shown) -> bytes:
    from outreach.articles import word_out  # takes long to load, and a start writes no Word file

    return word_out.copy_for(version, shown)


# --- when it has left -------------------------------------------------------------------------------------------------


def follow(session: WorkspaceSession, draft: Draft) -> None:
    """A letter was sent, or had not been sent after all: so were the requests whose link it carries."""
    for request in session.scalars(select(ApprovalRequest).where(ApprovalRequest.draft_id == draft.id)):
        note_sent(session, request, draft.sent_at)


def note_sent(session: WorkspaceSession, request: ApprovalRequest, moment: datetime | None) -> None:
    """Notes since when the reviewer has the link; None for not at all."""
    request.sent_at = moment
    session.flush()
    version = session.get_one(ArticleVersion, request.version_id)
    first = select(ApprovalRequest.sent_at).where(
        ApprovalRequest.version_id == version.id, ApprovalRequest.sent_at.is_not(None)
    )
    version.sent_at = session.scalar(first.order_by(ApprovalRequest.sent_at).limit(1))
    session.flush()


outgoing.fills("link", fill_link)
enclosures.made_by("articles", files_of)
departures.told_to("articles", follow)
