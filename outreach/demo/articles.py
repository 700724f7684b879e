"""An article of the demonstration, six weeks in: the talk, three versions, what the leader was asked, and a Word file.

The leader's assistant has sent the Word copy back with six insertions, three deletions and two comments. From there the
rest can be lived: accept, adapt or discuss them, keep a version, ask again, let the leader say yes on a phone, hand it
in, and thank both.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import config
from outreach.articles import asking_letters, operations, received, received_recording, requests, reviewers, word_out
from outreach.articles.approval_models import ApprovalRequest
from outreach.articles.models import Article, ArticleVersion
from outreach.articles.operations import NewArticle, NewFact, NewQuote
from outreach.articles.received import Given
from outreach.articles.received_recording import NewRecord
from outreach.articles.requests import Asking
from outreach.articles.reviewers import NewReviewer
from outreach.db import WorkspaceSession
from outreach.demo import cast
from outreach.demo.stage import Stage
from outreach.drafts import outgoing, sent_letters
from outreach.drafts import versions as letter_versions
from outreach.drafts.models import Departure, Draft
from outreach.interviews import appointments, consent, talk_notes, talks
from outreach.interviews.appointments import NewAppointment
from outreach.interviews.consent import Answer
from outreach.interviews.talk_models import Interview, InterviewNote
from outreach.interviews.talk_notes import NewLine
from outreach.people import operations as people
from outreach.people.models import Contact, Person
from outreach.people.operations import By, NewContact
from outreach.projects import operations as projects
from outreach.projects.models import Project
from outreach.projects.operations import ProjectDetails, VenueDetails

ASSISTANT = "Marta Duarte"
TITLE = "Bridge to Home: who calls on the second day"

SAID = (
    "Everybody had a discharge plan. Nobody had the second day.",
    "The pharmacists wrote the call script before we bought a single phone.",
    "I was wrong about the hour. We called at nine, and the people we needed were on the road.",
    "If you are small, begin with ten calls and a kitchen timer.",
)
"""Exact words of the talk."""

TOLD = (
    "Readmissions within 30 days fell from 21% in 2023 to 14% in 2025.",
    "Calls take 11 minutes on average; they began in March 2024.",
)
"""What she told in the talk, in the writer's words."""

BODY = """Oyelaran’s hospital sends people home to farms that are an hour away. Of those with heart failure, many
used to be back within a month. Readmissions within 30 days fell from 21% in 2023 to 14% in 2025.[1]

“Everybody had a discharge plan. Nobody had the second day,”[q1] says Amara Oyelaran, the chief nursing officer.

## What they did

The answer is called Bridge to Home: on the second day after a discharge somebody calls, asks five questions and
listens. Calls take 11 minutes on average; they began in March 2024.[2]

“The pharmacists wrote the call script before we bought a single phone,”[q2] Oyelaran says. Nurses, the night desk and a
driver of the county’s bus read it aloud to each other until it sounded like talk.

## What they would do otherwise

“I was wrong about the hour,”[q3] she says. “We called at nine, and the people we needed were on the road.”[q3] Calls
are made at noon now, and a second time before supper.

## Steps for a small hospital

- Write down who is home alone on the second day.
- Let those who will be asked write the questions.
- Call at the hour at which people are at their table.
- Keep a list of what nobody could answer.

“If you are small, begin with ten calls and a kitchen timer,”[q4] Oyelaran says.

Jordan Ashgrove-Teller is an operations coordinator and has no tie to the hospital. Amara Oyelaran reviewed this article
for accuracy.
"""


def write(stage: Stage) -> None:
    """All of it, in the order in which it happened."""
    with stage.database.session_for(stage.workspace_id) as session:
        leader = session.get_one(Person, stage.people[cast.OYELARAN.details.name])
        contact = NewContact(ASSISTANT, "assistant", "schedules", "m.duarte@juniper.example", "(555) 555-0142", "")
        helper = people.add_contact(session, leader.id, contact, stage.by(70))
        project = _project(session, stage)
        talk = _talk(session, stage, leader, helper, project)
        article = _article(session, stage, leader, project, talk)
        request = _asked(session, stage, article, leader, helper)
        _came_back(session, stage, article, request)


def _project(session: WorkspaceSession, stage: Stage) -> Project:
    venue = VenueDetails(
        "Upper Plains Quality Letter", "quality and nursing leaders of small hospitals", 200, 600,
        "Write to the editor first.", "Not offered elsewhere while they decide.", 21, "whole",
        "https://www.upperplains.example/authors", stage.ago(80).date(), "",
    )  # fmt: skip
    row = projects.add_venue(session, venue, stage.by(80))
    details = ProjectDetails(
        "Bridge to Home", "article", "calls on the second day after a discharge", "nursing leaders of small hospitals",
        "you won agreement on who calls", venue_id=row.id, due_on=(stage.now + timedelta(days=30)).date(),
    )  # fmt: skip
    return projects.begin(session, details, stage.by(60))


def _talk(session: WorkspaceSession, stage: Stage, leader: Person, helper: Contact, project: Project) -> Interview:
    """Thirty-three days ago: yes to recording, quotes after she has checked them, four exact lines, two told."""
    by = stage.by(33)
    new = NewAppointment(
        leader.id, by.now, "America/Chicago", 20, "phone", "(555) 555-0141", "IA", helper_id=helper.person_id,
        project_id=project.id,
    )  # fmt: skip
    row = appointments.make(session, new, stage.by(45))
    consent.note(
        session, row, Answer("yes", "after_check", "Yes. Let me see it before it is printed."), row.version, by
    )
    talks.begin(session, row, by)
    lines = (*(("exact", words) for words in SAID), *(("paraphrase", words) for words in TOLD))
    for place, (kind, words) in enumerate(lines):
        at = By(by.user_id, by.now + timedelta(minutes=2 + 3 * place))
        talk_notes.add(session, row, NewLine(kind, words), f"demo-article-{place}", at)
    talks.end(session, row, By(by.user_id, by.now + timedelta(minutes=22)))
    return row


def _article(session: WorkspaceSession, stage: Stage, leader: Person, project: Project, talk: Interview) -> Article:
    notes = talk_notes.lines_of(session, talk)
    exact = [note for note in notes if note.kind == "exact"]
    told = [note for note in notes if note.kind == "paraphrase"]
    told_in = f"the talk on {stage.ago(33):%B} {stage.ago(33).day}"
    new = NewArticle(
        TITLE, BODY, "article-with-lesson", project.id, None, leader.id,
        tuple(_quote(note, leader, talk, told_in) for note in exact),
        tuple(NewFact(note.text, note_id=note.id) for note in told),
    )  # fmt: skip
    article = operations.begin(session, new, stage.by(24))
    second = article.body.replace("until it sounded like talk", "until it sounded like people")
    operations.save(session, article, article.title, second, article.version, stage.by(20))
    return article


def _quote(note: InterviewNote, leader: Person, talk: Interview, told_in: str) -> NewQuote:
    began = talk.started_at or talk.starts_at
    minute = int((note.said_at - began).total_seconds() // 60)
    return NewQuote(leader.name, note.text, "note", note.id, None, leader.id, note.said_at, minute, told_in)


# --- asked ------------------------------------------------------------------------------------------------------------


def _asked(
    session: WorkspaceSession, stage: Stage, article: Article, leader: Person, helper: Contact
) -> ApprovalRequest:
    by = stage.by(13)
    row = reviewers.add(session, article, NewReviewer(leader.id, "whole", helper.person_id), stage.by(14))
    asking = Asking(
        _working_day(by.now.date() + timedelta(days=18)), config.secret_key_of(stage.settings), despite=True
    )
    (request,) = requests.ask(session, article, {row.id}, asking, by)
    _leaves(session, asking_letters.begin(session, request, by), by)
    asking_letters.note_sent(session, request, by.now)
    return request


def _working_day(day: date) -> date:
    return day + timedelta(days=max(0, 8 - day.isoweekday())) if day.isoweekday() > 5 else day


def _leaves(session: WorkspaceSession, draft: Draft, by: By) -> None:
    letter_versions.keep(session, draft, "written", by)
    row = Departure(
        draft_id=draft.id, way="copied", state="sent", subject=draft.subject, text=outgoing.text_to_send(draft),
        sent_to="", pressed_by_id=by.user_id, begun_at=by.now, settled_at=by.now,
    )  # fmt: skip
    session.add(row)
    draft.state, draft.sent_at, draft.updated_at = "sent", by.now, by.now
    session.flush()
    sent_letters.note(session, row, by.now.date(), by)


# --- what came back ---------------------------------------------------------------------------------------------------

CHANGES: tuple[tuple[str, str, str], ...] = (
    ("an hour away", "", " in winter"),
    ("heart failure, ", "", "far too "),
    ("the chief nursing officer", "", ", interim until June"),
    ("asks five questions", "", " from a card"),
    ("the night desk", "", ", two volunteers"),
    ("made at noon now", "", ", on weekends too"),
    ("that are ", "that are ", ""),
    ("single ", "single ", ""),
    ("a second time ", "a second time ", ""),
)
"""Words of the copy that the change stands behind; what was struck there; what was put in."""

COMMENTS = (
    ("from 21% in 2023 to 14% in 2025", "Could we say “to about 15%”? The state rounds differently."),
    ("kitchen timer", "She likes this one. Please keep it."),
)


def _came_back(session: WorkspaceSession, stage: Stage, article: Article, request: ApprovalRequest) -> None:
    version = session.get_one(ArticleVersion, request.version_id)
    at = stage.ago(1)
    marked = marked_up(word_out.copy_for(version, requests.shown_by(session, request)), ASSISTANT, at)
    given = Given("Bridge to Home v2 MD.docx", marked, request.reviewer_id, version.id)
    taken = received.take_file(session, article, given, stage.by(1))
    new = NewRecord(answer="changes", by_name=ASSISTANT, answers_for=True, takes_file=True)
    received_recording.record(session, taken.row, new, stage.by(1))


def marked_up(copy: bytes, author: str, at: datetime) -> bytes:
    """The Word copy as somebody has marked it: each of `CHANGES` tracked, each of `COMMENTS` beside its words."""
    who = f'w:author="{author}" w:date="{at:%Y-%m-%dT%H:%M:%SZ}"'
    archive = ZipFile(BytesIO(copy))
    parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts["word/document.xml"].decode()
    number = 100
    for words, struck, put_in in CHANGES:
        number += 1
        text = _within(text, words, f'<w:{{0}} w:id="{number}" {who}>', struck, put_in)
    for place, (words, _) in enumerate(COMMENTS):
        text = _commented(text, words, place)
    parts["word/document.xml"] = text.encode()
    return _with_comments(parts, who)


def _within(text: str, words: str, opening: str, struck: str, put_in: str) -> str:
    """Parts the run that holds `words`, and puts the change between."""
    run = _run_with(text, words)
    looks, held = run.group(1) or "", run.group(2)
    at = held.index(words) + len(words)
    kept = held[: at - len(struck)] if struck else held[:at]
    change = ""
    if struck:
        change = (
            f'{opening.format("del")}<w:r>{looks}<w:delText xml:space="preserve">{struck}</w:delText></w:r></w:del>'
        )
    if put_in:
        change += f"{opening.format('ins')}<w:r>{looks}{_words(put_in)}</w:r></w:ins>"
    made = f"<w:r>{looks}{_words(kept)}</w:r>{change}<w:r>{looks}{_words(held[at:])}</w:r>"
    return text[: run.start()] + made + text[run.end() :]


def _commented(text: str, words: str, place: int) -> str:
    run = _run_with(text, words)
    looks, held = run.group(1) or "", run.group(2)
    at = held.index(words)
    made = (
        f'<w:r>{looks}{_words(held[:at])}</w:r><w:commentRangeStart w:id="{place}"/><w:r>{looks}{_words(words)}</w:r>'
        f'<w:commentRangeEnd w:id="{place}"/><w:r><w:commentReference w:id="{place}"/></w:r>'
        f"<w:r>{looks}{_words(held[at + len(words) :])}</w:r>"
    )
    return text[: run.start()] + made + text[run.end() :]


_RUN = re.compile(r"<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: xml:space=\"preserve\")?>([^<]*)</w:t></w:r>")


def _run_with(text: str, words: str) -> re.Match[str]:
    """The run of the copy that holds these words. Raises: LookupError, when the text no longer has them."""
    for run in _RUN.finditer(text):
        if words in run.group(2):
            return run
    raise LookupError(f"no run of the copy holds {words!r}")


def _words(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>'


def _with_comments(parts: dict[str, bytes], who: str) -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    schema = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    told = "".join(
        f'<w:comment w:id="{place}" {who}><w:p><w:r>{_words(words)}</w:r></w:p></w:comment>'
        for place, (_, words) in enumerate(COMMENTS)
    )
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    parts["word/comments.xml"] = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:comments {space}>{told}</w:comments>'.encode()
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>", f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'.encode()
    )
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rIdComments" Type="{schema}" Target="comments.xml"/></Relationships>'.encode(),
    )
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as kept:
        for name, content in parts.items():
            kept.writestr(name, content)
    return file.getvalue()
