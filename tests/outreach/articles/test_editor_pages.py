"""The editor of articles: saved with script and without, two windows, quotes and facts put in, hostile Markdown."""

from __future__ import annotations

import re
from html import unescape

from outreach.articles.models import Article, ArticleVersion
from outreach.interviews.talk_models import Interview, InterviewNote
from tests import ledger_factories
from tests.article_factories import BODY
from tests.factories import NOON

HTMX = {"HX-Request": "true"}


def form(page, **named) -> dict[str, str]:
    """The editor's form as a browser would send it."""
    number = re.search(r'<input[^>]*name="version"[^>]*value="(\d+)"', page.text)[1]
    return {"version": number, "title": "Keys first", "body": BODY, **named}


def words(answer) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", answer.text))


def row(inside, kept) -> Article:
    with inside() as session:
        return session.get_one(Article, kept["article"])


def test_the_editor_shows_text_parts_quotes_and_facts(alice, kept):
    page = alice.get(kept["path"] + "/edit")
    assert "Two Harbors Clinic opened six recovery chairs" in page.text
    assert "Inés Okafor-Lindqvist, minute 0" in page.text
    assert "Boarding fell by 31% in six months." in page.text


def test_the_editor_counts_the_words_that_the_article_says_it_has(alice, inside, kept):
    with inside() as session:
        session.get_one(Article, kept["article"]).body = "## What they did\n\nFour nurses called."
    assert "6 words" in words(alice.get(kept["path"]))
    assert "6 words." in words(alice.get(kept["path"] + "/edit"))


def test_it_is_saved_as_one_types(alice, inside, kept):
    page = alice.get(kept["path"] + "/edit")
    answer = alice.post(kept["path"] + "/edit", form(page, body=BODY + "\n## The end\n\nMore words."), headers=HTMX)
    assert answer.status_code == 200
    assert 'data-fills="saved" data-version="2"' in answer.text
    assert "The end" in words(answer)
    assert row(inside, kept).title == "Keys first"
    with inside() as session:
        assert session.query(ArticleVersion).count() == 0, "saving as one types keeps no version"


def test_without_script_a_button_leads_on(alice, inside, kept):
    page = alice.get(kept["path"] + "/edit")
    assert alice.post(kept["path"] + "/edit", form(page)).headers["Location"].endswith("/edit")
    page = alice.get(kept["path"] + "/edit")
    read = alice.post(kept["path"] + "/edit", form(page, title="Other", then="read"))
    assert read.headers["Location"].endswith(kept["path"])
    page = alice.get(kept["path"] + "/edit")
    alice.post(kept["path"] + "/edit", form(page, title="Third", then="keep"))
    with inside() as session:
        assert [one.number for one in session.query(ArticleVersion)] == [1]


def test_what_another_window_wrote_is_kept(alice, inside, kept):
    page = alice.get(kept["path"] + "/edit")
    alice.post(kept["path"] + "/edit", form(page, body="From here."))
    answer = alice.post(kept["path"] + "/edit", form(page, body="From there."), headers=HTMX)
    assert "changed in another window" in answer.text
    assert row(inside, kept).body == "From there."
    with inside() as session:
        assert [one.body for one in session.query(ArticleVersion)] == ["From here."]


def test_a_text_that_cannot_be_taken_stays_in_the_window(alice, inside, kept):
    page = alice.get(kept["path"] + "/edit")
    for body in ("x" * 200_001, "a\n" * 5_001):
        answer = alice.post(kept["path"] + "/edit", form(page, body=body), headers=HTMX)
        assert answer.status_code == 422
        assert "What you wrote still stands here" in answer.text
        assert alice.post(kept["path"] + "/edit", form(page, body=body)).status_code == 422
    assert row(inside, kept).body == BODY


def test_hostile_markdown_is_text(alice, kept):
    hostile = (
        "<script>alert(1)</script>\n\n[press](javascript:alert(1)) ![x](http://a.example/x.png)\n\n"
        '<img src=x onerror=alert(1)>\n\n[a](data:text/html,x) "q"[q1]<b onclick=x>' + "\n\n" + "> " * 500 + "deep"
    )
    page = alice.get(kept["path"] + "/edit")
    saved = alice.post(kept["path"] + "/edit", form(page, body=hostile, title="<script>t</script>"), headers=HTMX)
    shown = alice.get(kept["path"])
    for answer in (saved, shown):
        assert answer.status_code == 200
        assert not re.search(r"<script>|<img|<b |href=\"(javascript|data)", answer.text)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown.text


def test_a_withdrawn_article_is_not_written(alice, kept):
    page = alice.get(kept["path"] + "/edit")
    alice.post(kept["path"] + "/withdraw")
    assert alice.get(kept["path"] + "/edit").status_code == 303
    answer = alice.post(kept["path"] + "/edit", form(page, body="Later."))
    assert answer.status_code == 422
    assert "was withdrawn" in answer.text


# --- quotes and facts -------------------------------------------------------------------------------------------------


def test_exact_words_are_put_in_with_their_minute(alice, inside, kept):
    with inside() as session:
        talk = session.get_one(Interview, kept["talk"])
        note = ledger_factories.make_interview_note(session, talk, text="Ask the night shift first.", said_at=NOON)
        number = note.id
    listed = alice.get(kept["path"] + "/quotes")
    assert "Ask the night shift first." in listed.text
    assert "may be quoted" in listed.text
    put = alice.post(f"{kept['path']}/quotes/{number}", {}, headers=HTMX)
    assert "“Ask the night shift first,”[q2] says Inés Okafor-Lindqvist." in unescape(put.text)
    alice.get(kept["path"] + "/quotes")
    alice.post(f"{kept['path']}/quotes/{number}", {"behind": ""})
    assert row(inside, kept).body.endswith("“Ask the night shift first,”[q2] says Inés Okafor-Lindqvist.")


def test_words_that_may_not_be_quoted_are_refused(alice, inside, kept):
    with inside() as session:
        talk = session.get_one(Interview, kept["talk"])
        talk.quoting = "no"
    assert "They do not want to be quoted" in alice.get(kept["path"] + "/quotes").text
    answer = alice.post(f"{kept['path']}/quotes/{kept['note']}", {})
    assert answer.status_code == 422
    assert "They do not want to be quoted" in answer.text
    assert "They do not want to be quoted" in alice.get(kept["path"] + "/edit").text, "also where it was put in before"


def test_a_fact_goes_behind_the_part_that_was_chosen(alice, inside, kept):
    with inside() as session:
        session.get_one(Article, kept["article"]).body = "## First\n\nOne.\n\n## Second\n\nTwo."
    assert "In “First”" in alice.get(kept["path"] + "/facts").text
    alice.post(f"{kept['path']}/facts/{kept['fact']}", {"behind": "0"})
    first, second = row(inside, kept).body.split("## Second")
    assert "31%" in first
    assert "31%" not in second


def test_what_was_told_in_a_talk_can_be_rested_on(alice, inside, kept):
    with inside() as session:
        talk = session.get_one(Interview, kept["talk"])
        told = ledger_factories.make_interview_note(
            session, talk, kind="paraphrase", text="Calls take 11 minutes; they began in March 2024", said_at=NOON
        ).id
        own = ledger_factories.make_interview_note(session, talk, kind="own", text="Ask again.", said_at=NOON).id
    listed = alice.get(kept["path"] + "/facts").text
    assert "Calls take 11 minutes" in listed
    assert "Ask again." not in listed
    alice.post(f"{kept['path']}/told/{told}", {"behind": ""})
    assert re.search(r"they began in March 2024\.\[\d\]$", row(inside, kept).body)
    assert alice.post(f"{kept['path']}/told/{own}", {}).status_code == 404
    with inside() as session:
        session.get_one(Interview, kept["talk"]).quoting = "no"
    alice.get(kept["path"] + "/facts")
    assert alice.post(f"{kept['path']}/told/{told}", {}).status_code == 422


def test_a_quote_says_when_its_note_changed_or_went(alice, inside, kept):
    with inside() as session:
        session.get_one(InterviewNote, kept["note"]).text = "Somebody had decided."
    page = alice.get(kept["path"])
    assert "The note was changed since. It reads now: “Somebody had decided.”" in page.text
    with inside() as session:
        session.get_one(InterviewNote, kept["note"]).deleted_at = NOON
    assert "The note that it was taken from was deleted." in alice.get(kept["path"]).text
