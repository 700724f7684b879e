"""Who has to be asked before an article is published, and for what: people, scopes that the venue allows, assistants.

The leader stands first, and everybody who is quoted is proposed. Somebody whose words were given "after checking" has
to be among them before the text is handed in (`must_be_asked`). The author is nobody's reviewer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from outreach.accounts import own_mail
from outreach.accounts.models import User
from outreach.accounts.rules import email_key
from outreach.articles import article_text, ending, versions
from outreach.articles.approval_models import Reviewer
from outreach.articles.models import Article
from outreach.articles.scopes import Allowed, allowed_in
from outreach.columns import thawed
from outreach.db import WorkspaceSession
from outreach.dossiers.subjects import present_position
from outreach.errors import NotFound, Refused
from outreach.folding import fold
from outreach.interviews.talk_models import Interview, InterviewNote
from outreach.people import queries as people
from outreach.people.models import Person
from outreach.people.operations import By, ChangedElsewhere
from outreach.projects.venues import venue_of
from outreach.sent_twice import hold

MOST = 20
"""Reviewers of one article: more people than an article has sources."""

AGREED_MAX = 500

EDITORS_SAID = "venue-review"
"""Under this name `Article.passed` keeps what the editors said, where the venue's rule is not known."""


@dataclass(frozen=True, slots=True)
class NewReviewer:
    """What is asked of whom. agreed: who of the others agreed that their words are seen, and how; "" for nobody."""

    person_id: int
    scope: str
    helper_id: int | None = None
    agreed: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """Somebody who could be asked, and why. person_id: None for a name in a quote that is nobody's page here."""

    person_id: int | None
    name: str
    why: str
    must: bool = False
    """Whether the text may not be handed in without them."""


# --- reading ----------------------------------------------------------------------------------------------------------


def of_article(session: WorkspaceSession, article: Article) -> Sequence[Reviewer]:
    """The reviewers of an article, in the order in which they were chosen."""
    mine = select(Reviewer).where(Reviewer.article_id == article.id, Reviewer.removed_at.is_(None))
    return session.scalars(mine.order_by(Reviewer.id)).all()


def reviewer_here(session: WorkspaceSession, article: Article, number: int) -> Reviewer:
    """A reviewer of an article, also one who was taken off. Raises: NotFound."""
    row = session.get(Reviewer, number)
    if row is None or row.article_id != article.id:
        raise NotFound
    return row


def allowed(session: WorkspaceSession, article: Article) -> Allowed:
    """What the venue lets people approve, with what its editors said where its rule is not known."""
    project = article.project
    venue = venue_of(session, project) if project is not None else None
    said = article.passed.get(EDITORS_SAID) or {}
    return allowed_in(venue, str(said.get("why", "")))


def proposed(session: WorkspaceSession, article: Article) -> tuple[Proposed, ...]:
    """Who is not asked yet and could be: the leader first, then everybody whose words stand in the text."""
    there = {row.person_id for row in of_article(session, article)}
    names = {fold(row.name) for row in of_article(session, article)}
    checks = wish_to_check(session, article)
    found: dict[object, Proposed] = {}
    if article.person is not None and _is_here(article.person):
        why = (
            "Is told of, and wished to check the words" if article.person_id in checks else "The article is about them"
        )
        found[article.person_id] = Proposed(article.person_id, article.person.name, why, article.person_id in checks)
    for meant in versions.present_marks(session, article).quotes:
        person = session.get(Person, meant.person_id) if meant.person_id is not None else None
        if meant.source == "source" and meant.person_id is None:
            continue  # words from a public source of somebody who has no page here
        known = person is not None and _is_here(person)
        must = meant.person_id in checks
        why = "Is quoted, and wished to check the words" if must else "Is quoted"
        key = meant.person_id if known else fold(meant.speaker)
        if key:
            name = person.name if person is not None and known else meant.speaker
            found.setdefault(key, Proposed(meant.person_id if known else None, name, why, must))
    return tuple(
        one for one in found.values()
        if (one.person_id not in there if one.person_id is not None else fold(one.name) not in names)
    )  # fmt: skip


def must_be_asked(session: WorkspaceSession, article: Article) -> tuple[Proposed, ...]:
    """Those who gave their words to be checked first, and whom nobody has asked to check them."""
    return tuple(one for one in proposed(session, article) if one.must)


def wish_to_check(session: WorkspaceSession, article: Article) -> set[int]:
    """People quoted in the text from a talk of which they wished to check the words."""
    standing = {mark.number for mark in article_text.marks(article.body) if mark.is_quote}
    rows = [row for row in versions.quotes_of(session, article) if row.number in standing]
    notes = [row.note_id for row in rows if row.note_id is not None]
    after_check = (
        select(InterviewNote.id)
        .join(Interview, Interview.id == InterviewNote.interview_id)
        .where(InterviewNote.id.in_(notes), Interview.quoting == "after_check")
    )
    wished = set(session.scalars(after_check)) if notes else set()
    return {row.person_id for row in rows if row.note_id in wished and row.person_id is not None}


def _is_here(person: Person) -> bool:
    return person.deleted_at is None and person.merged_into_id is None


# --- changing ---------------------------------------------------------------------------------------------------------


def add(session: WorkspaceSession, article: Article, new: NewReviewer, by: By) -> Reviewer:
    """Puts somebody among those who are asked; who is there already stays as they are, also pressed twice.

    Raises: NotFound for nobody here; Refused for the author, for a scope that the venue does not allow, for too many.
    """
    hold(session, Article.id, article.id)
    person = people.person(session, new.person_id)
    rows = of_article(session, article)
    there = next((row for row in rows if row.person_id == person.id), None)
    if there is not None:
        return there
    if len(rows) >= MOST:
        raise Refused(f"An article has {MOST} reviewers at most.")
    _check(session, article, person, new, by)
    back = _taken_off(session, article, person)
    row = back or Reviewer(article_id=article.id, person_id=person.id, added_by_id=by.user_id, created_at=by.now)
    row.name, row.removed_at = person.name, None
    _write(row, new, by)
    session.add(row)
    session.flush()
    return row


def change(session: WorkspaceSession, article: Article, row: Reviewer, new: NewReviewer, version: int, by: By) -> int:
    """Changes what somebody is asked; how many of their links end because they showed something else.

    Raises: ChangedElsewhere; Refused as in `add`.
    """
    if row.version != version:
        raise ChangedElsewhere
    if row.person is None:
        raise Refused(f"{row.name} was deleted from your people, so nothing can be asked of them.")
    _check(session, article, row.person, new, by)
    shows_else = (row.scope, row.sees_all) != (new.scope, bool(new.agreed.strip()))
    _write(row, new, by)
    session.flush()
    return ending.end_of_reviewer(session, row, by) if shows_else else 0


def _write(row: Reviewer, new: NewReviewer, by: By) -> None:
    row.scope, row.helper_id = new.scope, new.helper_id
    row.sees_all, row.sees_all_words = bool(new.agreed.strip()), new.agreed.strip()[:AGREED_MAX] or None
    row.updated_at = by.now


def remove(session: WorkspaceSession, row: Reviewer, by: By) -> int:
    """Takes somebody off; how many of their links end. What they decided stays in the record."""
    if row.removed_at is not None:
        return 0
    row.removed_at = row.updated_at = by.now
    session.flush()
    return ending.end_of_reviewer(session, row, by)


def bring_back(session: WorkspaceSession, article: Article, row: Reviewer, by: By) -> None:
    """Puts somebody back who was taken off. Their links stay ended. Raises: Refused where there is no room."""
    if row.removed_at is None:
        return
    if len(of_article(session, article)) >= MOST:
        raise Refused(f"An article has {MOST} reviewers at most.")
    row.removed_at, row.updated_at = None, by.now
    session.flush()


def note_editors(session: WorkspaceSession, article: Article, words: str, by: By) -> None:
    """Keeps what the editors said of what people may see, where the venue's rule is not known; "" takes it back."""
    kept = {name: given for name, given in thawed(article.passed).items() if name != EDITORS_SAID}
    if words.strip():
        kept[EDITORS_SAID] = {"why": words.strip()[:AGREED_MAX], "at": by.now.isoformat(), "by": by.user_id}
    article.passed, article.updated_at = kept, by.now
    session.flush()


def _taken_off(session: WorkspaceSession, article: Article, person: Person) -> Reviewer | None:
    """Somebody who was a reviewer before: what they decided goes on counting."""
    mine = select(Reviewer).where(Reviewer.article_id == article.id, Reviewer.person_id == person.id)
    return session.scalar(mine.order_by(Reviewer.id.desc()).limit(1))


# --- what is refused --------------------------------------------------------------------------------------------------


def _check(session: WorkspaceSession, article: Article, person: Person, new: NewReviewer, by: By) -> None:
    may = allowed(session, article)
    reasons = [
        *(() if new.scope in may.scopes else (may.refusal_of(new.scope),)),
        *author_problems(session, article, person, by),
        *_helper_problems(session, article, person, new, by),
    ]
    if reasons:
        raise Refused(*reasons)


def _helper_problems(
    session: WorkspaceSession, article: Article, person: Person, new: NewReviewer, by: By
) -> Sequence[str]:
    if new.helper_id is None:
        return ()
    answering, _ = people.contacts_of(session, person.id)
    if not any(line.person_id == new.helper_id and not line.is_over for line in answering):
        return (f"Nobody answers for {person.name} under this name. Note them on {person.name}’s page first.",)
    return author_problems(session, article, session.get_one(Person, new.helper_id), by)


def author_problems(session: WorkspaceSession, article: Article, person: Person, by: By) -> tuple[str, ...]:
    """Why somebody cannot judge the text: they write it. By the address, or by the name and the house."""
    for user_id in dict.fromkeys((by.user_id, article.written_by_id)):
        if user_id is not None and _is_author(session, user_id, person):
            return (f"{person.name} writes this article, and nobody approves their own words. Ask somebody else.",)
    return ()


def _is_author(session: WorkspaceSession, user_id: int, person: Person) -> bool:
    signs = own_mail.signature_of(session, user_id)
    addresses = {email_key(one) for one in (signs.email, session.get_one(User, user_id).email) if one}
    if person.email_key and person.email_key in addresses:
        return True
    if not signs.organization or fold(signs.name) != fold(person.name):
        return False
    position = present_position(session, person.id)
    return position is not None and fold(position.organization_name) == fold(signs.organization)
