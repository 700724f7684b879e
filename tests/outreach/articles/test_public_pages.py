"""A reviewer's page from outside: no account, no cookie, one decision, bound to what was shown (security.md, A6)."""

from __future__ import annotations

import re
import threading
from datetime import timedelta

from sqlalchemy import select

from outreach.articles import links
from outreach.articles.approval_models import ApprovalRequest, Suggestion
from outreach.articles.models import Article, ArticleQuote, ArticleVersion
from outreach.mail import memory
from outreach.relationships.models import Touch
from tests import article_factories, factories
from tests.outreach.articles.secret_links import change, decisions, send, words
from tests.outreach.conftest import NOON

# --- reading ----------------------------------------------------------------------------------------------------------


def test_the_first_screen_says_who_asks_what_and_how_long(stranger, link):
    page = words(stranger.get(link.path)).partition("Skip to the page")[2]
    order = [
        "From Alice", "for Inés Okafor-Lindqvist", "Is this right, and may it be published?",
        "An article about short-stay units in smaller hospitals", "1 minute", "You are quoted twice; both are marked.",
        "Only show me my quotes", "The first ninety days", "Nothing is published until you say yes.",
        "until December 4", "Your answer goes to Alice only.", "Yes, publish it", "Change something",
    ]  # fmt: skip
    found = [page.find(one) for one in order]
    assert found == sorted(found), dict(zip(order, found, strict=True))
    assert -1 not in found, dict(zip(order, found, strict=True))


def test_the_words_of_others_are_not_shown(stranger, link):
    page = stranger.get(link.path).text
    assert "We all wanted the beds" not in page
    assert page.count("<mark") == 2
    assert "Boarding fell by 31% in six months." in page
    assert "[1]" not in page
    only = stranger.get(link.path + "?only=quotes").text
    assert "Nobody had decided" in only
    assert "Boarding" not in only


def test_no_cookie_no_script_nothing_from_elsewhere_and_the_address_stays_here(stranger, link, caplog):
    for path in (link.path, f"{link.path}/change", f"{link.path}/no"):
        answer = stranger.get(path)
        assert answer.status_code == 200
        assert "Set-Cookie" not in answer.headers
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"
        assert "noindex" in answer.headers["X-Robots-Tag"]
        assert "<script" not in answer.text
        assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", answer.text)
        assert link.token not in re.search(r"<title>(.*?)</title>", answer.text)[1]
        assert len(answer.data) < 30_000
    assert link.token not in caplog.text


def test_a_hundred_looks_decide_nothing(stranger, link, inside):
    for path in ("", "/change", "/no", "/done", "/yes", "/take-back"):
        for _ in range(17):
            assert stranger.get(link.path + path).status_code in {200, 303, 405}
        stranger.head(link.path + path)
    assert decisions(inside) == []


def test_only_the_hash_of_the_link_is_kept(app, link, inside):
    with inside() as session:
        request = session.get_one(ApprovalRequest, link.request_id)
        kept = " ".join(str(getattr(request, column.key)) for column in ApprovalRequest.__table__.columns)
        assert links.token_of(request, app.config["SECRET_KEY"]) == link.token
        assert links.token_of(request, "another key") is None
    assert link.token not in kept


# --- answering --------------------------------------------------------------------------------------------------------


def test_yes_is_recorded_with_the_version_and_can_be_kept_and_taken_back(stranger, link, inside):
    answer = stranger.post(f"{link.path}/yes", data={"shown": link.shown}, follow_redirects=True)
    page = words(answer)
    assert "Thank you." in page
    assert "Alice may publish version 1." in page
    assert "You can take this back until December 4." in page
    (kept,) = decisions(inside)
    assert (kept.answer, kept.by_name, kept.way, kept.shown_hash) == (
        "approved", "Inés Okafor-Lindqvist", "page", link.shown,
    )  # fmt: skip
    assert kept.text_hash in answer.text
    stranger.post(f"{link.path}/take-back")
    assert decisions(inside)[0].ended_at is not None
    assert "Is this right" in stranger.get(link.path).text
    stranger.post(f"{link.path}/yes", data={"shown": link.shown})
    assert [one.ended_at is None for one in decisions(inside)] == [False, True]


def test_the_asker_is_told_by_mail_without_the_link(stranger, link, run_jobs):
    memory.SHARED.sent.clear()
    stranger.post(f"{link.path}/no", data={"shown": link.shown, "else": "Too early."})
    run_jobs()
    sent = [one for one in memory.SHARED.sent if "said no to" in one["Subject"]]
    assert len(sent) == 1
    assert "Too early." in sent[0].get_body(("plain",)).get_content()
    assert link.token not in sent[0].as_string()


def test_the_ledger_says_that_they_answered(stranger, link, inside):
    stranger.post(f"{link.path}/yes", data={"shown": link.shown})
    with inside() as session:
        (touch,) = session.scalars(select(Touch).where(Touch.source == "article"))
        assert touch.what == "Approved version 1 of “The first ninety days of a short-stay unit”"
        assert touch.deleted_at is None
    stranger.post(f"{link.path}/take-back")
    with inside() as session:
        assert session.scalar(select(Touch).where(Touch.source == "article")).deleted_at is not None


def test_what_was_not_shown_is_not_approved(stranger, link, inside):
    for shown in ("", "0" * 64):
        answer = stranger.post(f"{link.path}/yes", data={"shown": shown})
        assert answer.status_code == 409
        assert "The text has changed since this page was opened. Nothing was recorded" in words(answer)
    assert decisions(inside) == []


def test_changes_become_suggestions_quote_by_quote(stranger, link, inside):
    sent = {
        "shown": link.shown, "quote-1": "Nobody knew who had the key on a Sunday,", "out-2": "1",
        "else": "My title is interim.", "after": "again",
    }  # fmt: skip
    page = words(stranger.post(f"{link.path}/change", data=sent, follow_redirects=True))
    assert "Version 1 is not published as it is." in page
    assert "My title is interim." in page
    (kept,) = decisions(inside)
    assert kept.answer == "changes"
    with inside() as session:
        rows = session.scalars(select(Suggestion).order_by(Suggestion.position)).all()
        told = [(row.kind, row.quote_number, row.after, row.comment) for row in rows]
    assert told == [
        ("quote", 1, "Nobody knew who had the key on a Sunday,", ""), ("leave_out", 1, "", ""),
        ("general", None, "", "My title is interim."),
    ]  # fmt: skip


def test_a_yes_with_changes_is_a_condition(stranger, link, inside):
    sent = {"shown": link.shown, "else": "Please write “interim”.", "after": "fine"}
    page = words(stranger.post(f"{link.path}/change", data=sent, follow_redirects=True))
    assert "may publish version 1 once these changes are made" in page
    (kept,) = decisions(inside)
    assert (kept.answer, kept.conditions) == ("approved", "Please write “interim”.")


def test_sending_no_change_asks_for_one_and_loses_nothing(stranger, link, inside):
    answer = stranger.post(f"{link.path}/change", data={"shown": link.shown, "after": "fine", "answers_for": "1"})
    assert answer.status_code == 422
    assert "give your own name" in words(answer)
    answer = stranger.post(f"{link.path}/change", data={"shown": link.shown, "after": "fine"})
    assert "Nothing was changed yet." in words(answer)
    assert 'value="fine" checked' in answer.text
    long = stranger.post(f"{link.path}/change", data={"shown": link.shown, "quote-1": "x" * 5001, "else": "kept"})
    assert long.status_code == 422
    assert "kept" in long.text
    assert decisions(inside) == []


def test_an_assistant_answers_in_their_own_name(stranger, link, inside):
    sent = {"shown": link.shown, "answers_for": "1", "name": "  Marta  Duarte "}
    page = words(stranger.post(f"{link.path}/yes", data=sent, follow_redirects=True))
    assert "Marta Duarte, for Inés Okafor-Lindqvist" in page
    (kept,) = decisions(inside)
    assert (kept.by_name, kept.answers_for) == ("Marta Duarte", True)


def test_a_no_is_recorded_with_its_words(stranger, link, inside):
    page = words(
        stranger.post(f"{link.path}/no", data={"shown": link.shown, "else": "Too early."}, follow_redirects=True)
    )
    assert "you do not want it published" in page
    assert [(one.answer, one.words) for one in decisions(inside)] == [("declined", "Too early.")]


def test_two_at_once_and_an_old_tab_make_one_decision_and_are_told(app, link, inside):
    answers = []

    def press(path: str) -> None:
        sent = {"shown": link.shown, "else": "No."}
        answers.append(app.test_client().post(f"{link.path}/{path}", data=sent))

    threads = [threading.Thread(target=press, args=(path,)) for path in ("yes", "no", "yes")]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(one.status_code for one in answers) == [303, 409, 409]
    late = next(one for one in answers if one.status_code == 409)
    assert "This was answered already" in words(late)
    assert len(decisions(inside)) == 1
    press("no")
    assert answers[-1].status_code == 409
    assert len(decisions(inside)) == 1


# --- versions ---------------------------------------------------------------------------------------------------------


def test_an_old_link_shows_what_changed_first_and_decides_about_the_new_version(
    app, stranger, link, inside, article_id
):
    old = stranger.get(link.path).text
    newer = change(app, inside, article_id, "on a Sunday", "on a weekend")
    answer = stranger.get(link.path)
    page = words(answer)
    assert page.index("What changed since version 1") < page.index("Boarding fell")
    assert "<del>" in answer.text
    assert re.search(r"<ins>\s*weekend", answer.text)
    refused = stranger.post(f"{link.path}/yes", data={"shown": re.search(r'name="shown" value="(\w+)"', old)[1]})
    assert refused.status_code == 409
    assert decisions(inside) == []
    stranger.post(f"{link.path}/yes", data={"shown": newer.shown})
    assert [one.request_id for one in decisions(inside)] == [newer.request_id]
    assert "may publish version 2" in words(stranger.get(newer.path))


def test_wishes_that_were_not_done_are_answered_to_who_had_them_alone(app, stranger, link, inside, article_id):
    with inside() as session:
        first = session.get_one(ApprovalRequest, link.request_id)
        version = session.get_one(ArticleVersion, first.version_id)
        settled = {"state": "kept", "settled_at": NOON}
        article_factories.make_suggestion(
            session,
            version,
            reviewer_id=first.reviewer_id,
            comment="Say 30%?",
            answer="The report says 31%.",
            **settled,
        )
        article_factories.make_suggestion(session, version, comment="Another asked.", answer="Not for her.", **settled)
    newer = change(app, inside, article_id, "six months", "half a year")
    page = words(stranger.get(newer.path))
    assert "Say 30%? The report says 31%." in page
    assert "Not for her." not in page


def test_a_notice_says_that_their_yes_stands(app, stranger, link, inside, article_id):
    stranger.post(f"{link.path}/yes", data={"shown": link.shown})
    newer = change(app, inside, article_id, "six months", "half a year", kind="notice")
    page = words(stranger.get(newer.path))
    assert "your yes stands, and no answer is needed" in page


# --- links that open nothing -----------------------------------------------------------------------------------------


def test_expired_withdrawn_and_unknown_are_alike_and_record_nothing(app, stranger, link, inside, article_id, clock):
    with inside() as session:
        article = session.get_one(Article, article_id)
        other = article_factories.make_reviewer(session, article, name="Amadi Ng", person_id=None)
        withdrawn = send(app, session, other, article, withdrawn_at=NOON)
    clock.now = NOON + timedelta(days=30)
    unknown = f"/a/{'A' * 43}"
    pages = [stranger.get(path) for path in (link.path, withdrawn.path, unknown, "/a/x", f"{unknown}/done")]
    assert {page.status_code for page in pages} == {404}
    assert len({page.data for page in pages}) == 1
    for path in (link.path, withdrawn.path, unknown):
        for end in ("yes", "no", "change", "take-back"):
            assert stranger.post(f"{path}/{end}", data={"shown": link.shown}).status_code in {404, 429}
    assert decisions(inside) == []


def test_an_answered_link_shows_its_receipt_for_a_year_and_takes_nothing_back_after_the_day(
    stranger, link, inside, clock
):
    stranger.post(f"{link.path}/yes", data={"shown": link.shown})
    clock.now = NOON + timedelta(days=100)
    assert "Alice may publish version 1." in words(stranger.get(link.path))
    assert stranger.post(f"{link.path}/take-back").status_code == 422
    assert decisions(inside)[0].ended_at is None
    clock.now = NOON + timedelta(days=366)
    assert stranger.get(link.path).status_code == 404


def test_guesses_are_slowed_down(stranger, link):
    answers = [stranger.get(f"/a/{number:043d}").status_code for number in range(32)]
    assert answers[:30] == [404] * 30
    assert answers[30:] == [429, 429]
    assert stranger.get(link.path).status_code == 200, "who has a link is not shut out by their neighbors"


def test_hostile_words_are_shown_as_words(app, stranger, inside):
    nasty = "<script>alert(1)</script> {{ 7*7 }} “><img src=x onerror=alert(1)>"
    with inside() as session:
        leader = factories.make_person(session, name=nasty)
        article = article_factories.make_article(
            session, leader, title=nasty, body=f"{nasty}\n\n“{nasty} and more words”[q1]"
        )
        session.add(ArticleQuote(article=article, number=1, person_id=leader.id, words=nasty, created_at=NOON))
        link = send(app, session, article_factories.make_reviewer(session, article, name=nasty), article)
    for path in (link.path, f"{link.path}/change"):
        page = stranger.get(path).text
        assert "<script" not in page
        assert "<img" not in page
    sent = {"shown": link.shown, "else": nasty, "answers_for": "1", "name": nasty}
    assert "<script" not in stranger.post(f"{link.path}/change", data=sent, follow_redirects=True).text
