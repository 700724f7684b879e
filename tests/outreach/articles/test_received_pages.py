"""Answers that come another way than the page: shown first, recorded by a press, or refused in words."""

from __future__ import annotations

import io
import re
from email.message import EmailMessage
from html import unescape

import pytest
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from outreach.articles import article_text, versions
from outreach.articles.approval_models import ApprovalRequest, Decision, ReceivedAnswer, Suggestion
from outreach.articles.models import Article
from outreach.drafts.models import Draft
from outreach.people.models import Person
from outreach.people.operations import By
from tests import article_factories, factories
from tests.factories import NOON
from tests.outreach.articles.conftest import make_cast
from tests.outreach.articles.word_in.word_files import (
    about,
    comment,
    deleted,
    inserted,
    paragraph,
    parts_of,
    run,
    said,
    whole,
    word_file,
    zipped,
)

TITLE = "The first ninety days of a short-stay unit"
CHAIRS = "Two Harbors Clinic opened six recovery chairs in spring. They argued about keys."
SUNDAY = "“Nobody had decided who could open the room on a Sunday,” says Inés Okafor-Lindqvist."
BOARDING = "Boarding fell by 31% in six months."
HELPER = "Mara Duarte"


def marked_up() -> bytes:
    """The version with 6 insertions, 3 deletions and 2 comments; one of them softens the figure."""
    chairs = paragraph(
        run("Two Harbors Clinic opened "), inserted("all ", HELPER), run("six recovery chairs in "),
        deleted("spring", HELPER), inserted("May", HELPER), run(". They "), deleted("argued", HELPER),
        inserted("talked", HELPER), run(" about keys."), inserted(" At length.", HELPER),
    )  # fmt: skip
    sunday = paragraph(run("“Nobody had decided who could open the room on a Sunday,” says "),
                       about(1, run("Inés Okafor-Lindqvist")), run("."))  # fmt: skip
    boarding = paragraph(
        about(2, run("Boarding")), run(" fell by "), inserted("about ", HELPER), run("31% in "),
        deleted("six months", HELPER), inserted("half a year", HELPER), run("."),
    )  # fmt: skip
    notes = comment(1, "Please use Dr.", HELPER) + comment(2, "Is this public?", HELPER)
    return word_file(said(TITLE) + chairs + sunday + boarding, comments=whole("comments", notes))


@pytest.fixture
def cast(inside) -> dict[str, int]:
    """Inés was asked about version 1 of the whole text; Mara Duarte answers for her; ids by what they are."""
    with inside() as session:
        made = make_cast(session)
        made.leader.email, made.leader.email_key = "ines@northfield.example.org", "ines@northfield.example.org"
        helper = factories.make_person(session, name=HELPER, kind="assistant", email="mara@northfield.example.org")
        version = versions.keep(session, made.article, "written", By(1, NOON))
        reviewer = article_factories.make_reviewer(session, made.article, helper_id=helper.id)
        request = article_factories.make_request(session, reviewer, version)
        return {"article": made.article.id, "version": version.id, "reviewer": reviewer.id, "request": request.id,
                "leader": made.leader.id}  # fmt: skip


def words(answer) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def upload(alice, cast, content: bytes, name: str = "corrections.docx", **named):
    path = f"/articles/{cast['article']}"
    alice.get(f"{path}/receive")
    data = {
        "csrf_token": alice.token,
        "file": FileStorage(io.BytesIO(content), name),
        "reviewer": "",
        "about": "",
        **named,
    }
    return sent(alice, f"{path}/receive/file", data)


def sent(alice, path: str, data):
    """Sends a form with files; the whole of it in memory."""
    boundary, body = encode_multipart(data)
    kind = f'multipart/form-data; boundary="{boundary}"'
    told = {"input_stream": io.BytesIO(body), "content_length": len(body), "content_type": kind}
    return alice._noted(alice.client.post(path, **told, **alice._from({})))


def taken(inside) -> ReceivedAnswer:
    with inside() as session:
        return session.query(ReceivedAnswer).order_by(ReceivedAnswer.id.desc()).first()


def count(inside, row_class) -> int:
    with inside() as session:
        return session.query(row_class).count()


def page_of(inside, cast) -> str:
    return f"/articles/{cast['article']}/received/{taken(inside).id}"


def test_a_marked_up_file_is_shown_then_becomes_eleven_suggestions(inside, alice, cast):
    assert "Take in an answer" in words(alice.get(f"/articles/{cast['article']}/receive"))
    answer = upload(alice, cast, marked_up())
    assert answer.status_code == 303
    row = taken(inside)
    assert (row.reviewer_id, row.version_id, row.way, row.kind) == (cast["reviewer"], cast["version"], "word", "file")
    page = words(alice.get(page_of(inside, cast)))
    assert "11 suggestions: 6 insertions, 3 deletions, 2 comments , by Mara Duarte" in page
    assert "Apart from its tracked changes, the text of this file is version 1." in page
    assert "The name in it is that of Inés Okafor-Lindqvist or of who answers for them." in page
    assert (count(inside, Suggestion), count(inside, Decision)) == (0, 0)  # looking records nothing
    form = {"answer": "changes", "by_name": HELPER, "answers_for": "y", "takes_file": "y"}
    assert alice.post(page_of(inside, cast) + "/record", form).headers["Location"].endswith("/suggestions")
    assert "Recorded: asked for changes. 8 lines are new on the list." in words(
        alice.get(f"/articles/{cast['article']}/suggestions")
    )
    with inside() as session:
        decision = session.query(Decision).one()
        assert (decision.answer, decision.way, decision.by_name, decision.answers_for) == (
            "changes",
            "word",
            HELPER,
            True,
        )
        rows = session.query(Suggestion).order_by(Suggestion.position).all()
        plain = article_text.plain(session.get_one(Article, cast["article"]).body)
        assert all(plain[one.starts : one.ends] == one.before for one in rows)
        assert [one.before or one.after for one in rows] == [
            "all ", "spring", "argued", " At length.", "Inés Okafor-Lindqvist", "Boarding", "about ", "six months",
        ]  # fmt: skip
    alice.post(page_of(inside, cast) + "/record", form)  # pressed twice
    assert "This was recorded already." in words(alice.get(page_of(inside, cast)))
    assert (count(inside, Suggestion), count(inside, Decision)) == (8, 1)


def test_the_same_file_is_kept_once_and_given_back_as_it_came(inside, alice, cast):
    content = marked_up()
    upload(alice, cast, content, "../../\u202excod.exe\x00" + "ü" * 300 + ".docx")
    upload(alice, cast, content)
    assert "already. It is kept once." in words(alice.get(page_of(inside, cast)))
    assert count(inside, ReceivedAnswer) == 1
    answer = alice.get(page_of(inside, cast) + "/file")
    assert answer.data == content
    told = answer.headers["Content-Disposition"]
    assert told.startswith("attachment; filename=")
    assert "filename*=UTF-8''" in told
    assert not {"/", "\\", "\u202e", ".."} & set(re.findall(r"\.\.|.", told.split("filename*=")[0]))
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert (answer.headers["X-Content-Type-Options"], answer.mimetype) == ("nosniff", "application/octet-stream")


def test_what_cannot_be_read_is_refused_in_words_and_not_kept(inside, alice, cast):
    bomb = zipped({**parts_of(said("x")), "word/media/a.bin": b"\0" * 61_000_000})
    entities = parts_of(said("x"))
    entities["word/document.xml"] = '<!DOCTYPE x [<!ENTITY a "b">]>' + str(entities["word/document.xml"])
    for content, name, told in (
        (b"%PDF-1.7 polyglot", "corrections.docx", "PDF"),
        (b"", "empty.docx", "empty"),
        (b"PK\x03\x04 cut off", "a.docx", "Nothing was kept."),
        (b"just some words", "notes.txt", "Copy it and paste it below."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "mail.msg", "save it as .eml"),
        (bomb, "bomb.docx", "Nothing was kept."),
        (zipped(entities), "e.docx", "Nothing was kept."),
        (b"PK\x03\x04" + b"\0" * 10_000_001, "large.docx", "10 MB"),
    ):
        answer = upload(alice, cast, content, name)
        assert answer.status_code == 422, name
        assert told in words(answer), name
        assert "There is a problem" in answer.text
    assert count(inside, ReceivedAnswer) == 0
    upload(
        alice, cast, zipped({**parts_of(said(TITLE) + said(SUNDAY)), "word/vbaProject.bin": b"macro"}), "macros.docx"
    )
    assert "macros" in words(alice.get(page_of(inside, cast)))


def test_none_and_two_files_at_once_are_told_apart(inside, alice, cast):
    path = f"/articles/{cast['article']}/receive/file"
    assert "Choose the file that came back." in words(alice.post(path, {"reviewer": "", "about": ""}))
    both = [FileStorage(io.BytesIO(marked_up()), name) for name in ("a.docx", "b.docx")]
    answer = sent(alice, path, {"csrf_token": alice.token, "file": both})
    assert answer.status_code == 422
    assert "You chose more than one file." in words(answer)
    assert count(inside, ReceivedAnswer) == 0


def test_a_file_whose_changes_were_accepted_is_compared_and_says_so(inside, alice, cast):
    changed = [TITLE, CHAIRS.replace("spring", "May"), SUNDAY, BOARDING]
    upload(alice, cast, word_file("".join(map(said, changed))))
    page = words(alice.get(page_of(inside, cast)))
    assert "This file carries no tracked changes; its text was compared with version 1. 1 place differs." in page
    assert "removed: spring. end of removed" in page
    alice.post(page_of(inside, cast) + "/record", {"answer": "", "takes_file": "y"})
    with inside() as session:
        row = session.query(Suggestion).one()
        assert (row.kind, row.before, row.after, row.author) == (
            "replacement",
            "spring.",
            "May.",
            "Inés Okafor-Lindqvist",
        )


MAIL = (
    "From: Mara Duarte <mara@northfield.example.org>\r\nTo: jordan@harborpoint.example\r\nSubject: Re: Draft\r\n"
    "Date: {date}\r\nMessage-ID: <a@b.example>\r\nIn-Reply-To: <c@d.example>\r\nMIME-Version: 1.0\r\n{more}\r\n{text}"
)


def mail(text: str, more: str = "Content-Type: text/plain; charset=utf-8\r\n") -> bytes:
    return MAIL.format(date="Mon, 23 Nov 2026 09:00:00 +0000", more=more, text=text).encode()


def test_a_message_is_taken_apart_and_only_proposes(inside, alice, cast):
    upload(alice, cast, mail("Looks good to me, please go ahead.\r\n\r\n-- \r\nMara Duarte\r\nOffice\r\n"), "re.eml")
    row = taken(inside)
    assert (row.kind, row.way, row.reviewer_id, row.from_name) == ("answer", "email", cast["reviewer"], HELPER)
    page = words(alice.get(page_of(inside, cast)))
    assert "Looks good to me, please go ahead." in page
    assert "Approved." in page
    assert "This is a proposal." in page
    assert "Taken for quoted text or a signature" in page
    assert count(inside, Decision) == 0
    refused = alice.post(page_of(inside, cast) + "/record", {"answer": ""})
    assert "Choose what they decided" in words(refused)
    refused = alice.post(page_of(inside, cast) + "/record", {"answer": "changes", "conditions": "The title."})
    assert "A condition belongs to a yes." in words(refused)
    alice.post(page_of(inside, cast) + "/record", {"answer": "approved", "conditions": "Her title is right."})
    with inside() as session:
        decision = session.query(Decision).one()
        assert (decision.answer, decision.conditions, decision.way) == ("approved", "Her title is right.", "email")
        assert decision.received_id == row.id
        assert decision.recorded_by_id is not None


def test_what_nobody_wrote_is_named_and_never_taken_for_an_answer(inside, alice, cast):
    away = "Content-Type: text/plain; charset=utf-8\r\nAuto-Submitted: auto-replied\r\n"
    upload(alice, cast, mail("I am out of the office until December 1.", away), "away.eml")
    page = words(alice.get(page_of(inside, cast)))
    assert "An automatic reply." in page
    assert "They are away until Dec 1, 2026." in page
    assert "Record it" not in page
    refused = alice.post(page_of(inside, cast) + "/record", {"answer": "approved"})
    assert "nobody's answer" in words(refused).replace("’", "'")
    assert count(inside, Decision) == 0
    alice.post(page_of(inside, cast) + "/person-wrote-it")
    assert "Record it" in words(alice.get(page_of(inside, cast)))
    path = f"/articles/{cast['article']}/receive/words"
    bounce = (
        "Delivery has failed to these recipients:\nines@northfield.example.org\nThe address was not found (550 5.1.1)."
    )
    alice.post(path, {"text": bounce, "reviewer": "", "about": ""})
    if taken(inside).kind == "bounce":
        assert "It did not arrive" in words(alice.get(page_of(inside, cast)))


def test_a_word_file_that_came_with_a_message_is_read_too(inside, alice, cast):
    message = EmailMessage()
    message["From"], message["Subject"] = "Mara Duarte <mara@northfield.example.org>", "Corrections"
    message.set_content("My corrections are in the file.")
    for content, name in ((marked_up(), "with changes.docx"), (b"PK\x03\x04word/document broken", "broken.docx")):
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    upload(alice, cast, message.as_bytes(), "mail.eml")
    page = words(alice.get(f"/articles/{cast['article']}/receive"))
    assert "1 Word file came with it." in page
    assert "A file that came with it was not read. broken.docx" in page
    with inside() as session:
        rows = session.query(ReceivedAnswer).order_by(ReceivedAnswer.id).all()
        assert [(one.kind, one.reviewer_id) for one in rows] == [
            ("answer", cast["reviewer"]),
            ("file", cast["reviewer"]),
        ]
        assert rows[1].notes["with"] == rows[0].id


def test_pasted_points_become_suggestions_where_their_words_stand(inside, alice, cast):
    path = f"/articles/{cast['article']}/receive/words"
    assert "Paste what they wrote." in words(alice.post(path, {"text": " ", "reviewer": "", "about": ""}))
    text = 'Please replace "spring" with "May".\nThe rest is too long for me.'
    alice.post(path, {"text": text, "reviewer": str(cast["reviewer"]), "about": str(cast["version"])})
    page = alice.get(page_of(inside, cast))
    assert 'Please replace "spring" with "May"' in unescape(page.text)
    alice.post(page_of(inside, cast) + "/record", {"answer": "changes", "points": text})
    with inside() as session:
        rows = session.query(Suggestion).order_by(Suggestion.position).all()
        assert [(one.kind, one.before, one.after) for one in rows] == [
            ("replacement", "spring", "May"), ("general", "", ""),
        ]  # fmt: skip
        assert rows[1].comment == "The rest is too long for me."


def said_form(cast, **named):
    return {"way": "phone", "by_name": "Inés Okafor-Lindqvist", "day": "", "said": "Fine with me, go ahead.",
            "reviewer": str(cast["reviewer"]), "about": str(cast["version"]), **named}  # fmt: skip


def test_a_call_is_noted_recorded_and_confirmed_by_a_letter(inside, alice, cast):
    path = f"/articles/{cast['article']}/receive/said"
    alice.get(f"/articles/{cast['article']}/receive")
    for wrong, told in (
        ({"day": "2999-01-01"}, "lies ahead"), ({"day": "1999-01-01"}, "before the article was begun"),
        ({"said": ""}, "Write down what they said."), ({"day": "2027-02-30"}, "There is a problem"),
    ):  # fmt: skip
        assert told in words(alice.post(path, said_form(cast, **wrong)))
    for _ in range(2):
        alice.post(path, said_form(cast))
    assert count(inside, ReceivedAnswer) == 1
    alice.post(page_of(inside, cast) + "/record", {"answer": "approved"})
    page = alice.get(page_of(inside, cast))
    assert "It was said on the telephone." in words(page)
    with inside() as session:
        number = session.query(Decision.id).scalar()
    confirm = f"/articles/{cast['article']}/decisions/{number}/confirm"
    answer = alice.post(confirm)
    assert alice.post(confirm).headers["Location"] == answer.headers["Location"]
    with inside() as session:
        draft = session.query(Draft).one()
        assert "I understood that the text may be published as it is." in draft.body
        draft.state, draft.sent_at = "sent", NOON
    assert "Confirmed by mail" in words(alice.get(page_of(inside, cast)))
    assert "confirmed by mail. What came" in words(alice.get(f"/articles/{cast['article']}/record"))


def test_a_later_answer_replaces_one_only_where_that_is_ticked(inside, alice, cast):
    with inside() as session:
        article_factories.make_decision(session, session.get_one(ApprovalRequest, cast["request"]))
    alice.post(f"/articles/{cast['article']}/receive/said", said_form(cast, said="Please wait with it."))
    path = page_of(inside, cast)
    refused = alice.post(path + "/record", {"answer": "declined"})
    assert (refused.status_code, "has answered about version 1 already: approved" in words(refused)) == (422, True)
    alice.post(path + "/record", {"answer": "declined", "in_place": "y"})
    with inside() as session:
        rows = session.query(Decision).order_by(Decision.id).all()
        assert [(one.answer, one.ended_why) for one in rows] == [
            ("approved", "Replaced by a later answer"), ("declined", ""),
        ]  # fmt: skip


def test_who_and_which_version_are_asked_where_it_is_not_sure(inside, alice, cast):
    with inside() as session:
        article = session.get_one(Article, cast["article"])
        article_factories.make_reviewer(session, article, name="Tom Quill", person_id=factories.make_person(session).id)
    alice.post(f"/articles/{cast['article']}/receive/words", {"text": "Fine with me.", "reviewer": "", "about": ""})
    path = page_of(inside, cast)
    assert "Not chosen yet" in words(alice.get(path))
    assert "Choose the version that it is about first." in words(alice.post(path + "/record", {"answer": "approved"}))
    alice.post(path + "/about", {"reviewer": "", "about": str(cast["version"])})
    assert "Choose whose answer it is first." in words(alice.post(path + "/record", {"answer": "approved"}))
    assert alice.post(path + "/about", {"reviewer": "999999", "about": ""}).status_code == 422
    alice.post(path + "/about", {"reviewer": str(cast["reviewer"]), "about": str(cast["version"])})
    alice.post(path + "/record", {"answer": "approved"})
    assert count(inside, Decision) == 1
    changed = alice.post(path + "/about", {"reviewer": "", "about": ""})
    assert (changed.status_code, "Something was recorded from this already" in words(changed)) == (422, True)


def test_it_is_deleted_and_comes_back_and_what_was_recorded_stays(inside, alice, cast):
    upload(alice, cast, marked_up())
    path = page_of(inside, cast)
    alice.post(path + "/record", {"takes_file": "y", "answer": ""})
    assert "Delete this answer?" in words(alice.get(path + "/delete/ask"))
    alice.post(path + "/delete")
    assert alice.get(path).status_code == alice.get(path + "/file").status_code == 404
    assert count(inside, Suggestion) == 8
    alice.post(path + "/bring-back")
    assert alice.get(path).status_code == 200


def test_an_article_of_a_deleted_leader_takes_nothing_in(inside, alice, cast):
    with inside() as session:
        session.get_one(Person, cast["leader"]).deleted_at = NOON
    assert alice.get(f"/articles/{cast['article']}/receive").status_code == 404
