"""What attackers send to a reviewer's page, and what the confused do: nothing leaks, nothing written is lost."""

from __future__ import annotations

from sqlalchemy import select

from outreach.accounts.models import Membership
from outreach.articles.approval_models import ApprovalRequest, Reviewer
from outreach.articles.models import Article, ArticleQuote
from outreach.mail import memory
from outreach.people.models import Person
from tests import article_factories
from tests.outreach.articles.secret_links import change, decisions, make_article, send, words
from tests.outreach.conftest import NOON


def test_every_answer_below_the_address_is_private_and_no_log_has_the_token(stranger, link, capsys, monkeypatch):
    token = link.token
    told = {"shown": link.shown}
    asked = [
        ("GET", f"/a/{token}/", 303), ("GET", f"/a/{token}.", 303), ("GET", f"/a/{token}/yes", 303),
        ("GET", f"/a/{token}/some/where", 303), ("PUT", f"/a/{token}", 404), ("POST", f"/a/{token}", 404),
        ("DELETE", f"/a/{token}/yes", 404), ("GET", f"/a/{token}AA", 404), ("OPTIONS", f"/a/{token}/yes", 200),
        ("HEAD", f"/a/{token}", 200), ("GET", "/a/", 404),
    ]  # fmt: skip
    for method, path, status in asked:
        answer = stranger.open(path, method=method, data=told if method == "POST" else None)
        assert (method, path, answer.status_code) == (method, path, status)
        if status == 303:
            assert answer.headers["Location"] == link.path
        assert_private(answer)
    monkeypatch.setitem(stranger.application.config, "MAX_CONTENT_LENGTH", 1_000)
    large = stranger.post(f"{link.path}/yes", data={"shown": "x" * 2_000})
    assert large.status_code == 413
    assert_private(large)
    assert_private(stranger.post(f"{link.path}/yes", data=told, headers={"Sec-Fetch-Site": "cross-site"}))
    assert token not in capsys.readouterr().err


def assert_private(answer) -> None:
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert "script-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in answer.headers


def test_what_was_written_comes_back_when_it_cannot_be_recorded(app, stranger, link, inside, article_id):
    wrote = {"shown": link.shown, "else": "A long remark.", "quote-2": "Other words of mine.", "quote-x": "?"}
    newer = change(app, inside, article_id, "on a Sunday", "on a weekend")
    answers = [stranger.post(f"{link.path}/change", data=wrote)]
    stranger.post(f"{newer.path}/yes", data={"shown": newer.shown})
    answers += [stranger.post(f"{path}/change", data=wrote) for path in (newer.path, f"/a/{'A' * 43}")]
    assert [one.status_code for one in answers] == [409, 409, 404]
    for one in answers:
        page = words(one)
        assert "It was not recorded. Copy what you want to keep. Quote 2 Other words of mine." in page
        assert "Anything else A long remark." in page


def test_the_form_for_changes_shows_the_text_that_an_answer_is_about(app, stranger, link, inside, article_id):
    change(app, inside, article_id, "31%", "30%")
    page = words(stranger.get(f"{link.path}/change"))
    assert "This is version 2. You were sent version 1 before." in page
    assert "Boarding fell by 30% in six months." in page
    assert "We all wanted the beds" not in page
    only = words(stranger.get(f"{link.path}?only=quotes"))
    assert "Your answer is about the whole text." in only


def test_a_name_without_the_tick_is_asked_about_and_that_of_the_reviewer_is_not(stranger, link, inside):
    answer = stranger.post(f"{link.path}/yes", data={"shown": link.shown, "name": "Marta Duarte"})
    assert answer.status_code == 422
    assert "If you answer for Inés Okafor-Lindqvist, please tick that you do" in words(answer)
    assert '<details class="field" open>' in answer.text
    assert decisions(inside) == []
    stranger.post(f"{link.path}/yes", data={"shown": link.shown, "name": "ines okafor-lindqvist"})
    stranger.post(f"{link.path}/take-back")
    sent = {"shown": link.shown, "answers_for": "1", "name": "Ma\x00rta\x1b Duarte\r\nBcc: x@example.org"}
    stranger.post(f"{link.path}/yes", data=sent)
    assert [(one.by_name, one.answers_for) for one in decisions(inside)] == [
        ("Inés Okafor-Lindqvist", False), ("Marta Duarte Bcc: x@example.org", True),
    ]  # fmt: skip


def test_a_receipt_shows_what_was_approved_though_they_may_see_more_since(stranger, link, inside):
    stranger.post(f"{link.path}/yes", data={"shown": link.shown})
    with inside() as session:
        session.scalar(select(Reviewer)).sees_all = True
    assert "We all wanted the beds" not in stranger.get(link.path).text
    stranger.post(f"{link.path}/take-back")
    assert stranger.post(f"{link.path}/yes", data={"shown": link.shown}).status_code == 303


def test_their_words_stay_theirs_after_they_were_joined_with_somebody(app, stranger, link, inside, article_id):
    with inside() as session:
        article = session.get_one(Article, article_id)
        quotes = {row.number: row for row in session.scalars(select(ArticleQuote))}
        kept, old = session.get_one(Person, quotes[2].person_id), article.person
        reviewer = session.scalar(select(Reviewer))
        # Whose words the other's are has changed as well: the link shows what it was made for.
        old.merged_into_id, reviewer.person_id = kept.id, kept.id
    page = stranger.get(link.path).text
    assert page.count("<mark") == 2
    assert "We all wanted the beds" not in page
    assert stranger.post(f"{link.path}/yes", data={"shown": link.shown}).status_code == 303
    newer = change(app, inside, article_id, "31%", "30%")
    assert stranger.get(newer.path).text.count("<mark") == 3


def test_nothing_of_sixty_quotations_is_cut_off(app, stranger, inside):
    told = "Nobody had decided who could open the room on a Sunday"
    with inside() as session:
        article = make_article(session)
        article.body = "\n\n".join(f"“{told} of week {number}”[q1]" for number in range(60))
        link = send(app, session, article_factories.make_reviewer(session, article), article)
    form = {f"quote-{number}": "Other words of mine. " * 20 for number in range(1, 61)}
    stranger.post(
        f"{link.path}/change", data={**form, "shown": link.shown, "after": "fine", "else": "The last remark."}
    )
    (kept,) = decisions(inside)
    assert kept.conditions.endswith("The last remark.")
    assert kept.conditions.count("Instead of") == 60


def test_an_asker_who_has_left_reads_no_answer_and_one_who_is_gone_stops_nobody(app, stranger, link, inside, run_jobs):
    memory.SHARED.sent.clear()
    with inside() as session:
        session.delete(session.scalar(select(Membership)))
    stranger.post(f"{link.path}/yes", data={"shown": link.shown})
    run_jobs()
    assert not [one for one in memory.SHARED.sent if "approved" in one["Subject"]]
    with inside() as session:
        session.get_one(ApprovalRequest, link.request_id).made_by_id = None
    assert stranger.post(f"{link.path}/take-back").status_code == 303
    assert "From the author, for" in words(stranger.get(link.path))
    assert stranger.post(f"{link.path}/no", data={"shown": link.shown}).status_code == 303


def test_the_page_does_not_say_that_nothing_is_published_when_it_is(app, stranger, link, inside, article_id):
    stranger.post(f"{link.path}/yes", data={"shown": link.shown})
    notice = change(app, inside, article_id, "31%", "30%", kind="notice")
    page = words(stranger.get(notice.path))
    assert "Your yes to version 1 stands, so it may be published like this." in page
    assert "Nothing is published until" not in page
    for state, said in (("submitted", "was handed in to its editors already"), ("published", "has been published")):
        with inside() as session:
            article = session.get_one(Article, article_id)
            article.state, article.published_on = state, NOON.date() if state == "published" else None
        page = words(stranger.get(notice.path))
        assert said in page
        assert "Nothing is published until" not in page
