from __future__ import annotations

from datetime import UTC, datetime
from email.message import Message

import pytest

from research.address import parse_url
from research.answers import conditions, document_of, redirected, refuse_bad_status
from research.asking import asking_of
from research.errors import RateLimited, Refused, SourceError, Unavailable
from research.types import Request
from research.wire import Answer, Question
from tests.research.documents import a_document
from tests.research.sources import a_source

URL = "https://register.example/data"
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def answer(status: int, body: bytes = b"", **headers: str) -> Answer:
    message = Message()
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    return Answer(status, message, body)


def problem_of(given: Answer) -> SourceError:
    with pytest.raises(SourceError) as problem:
        refuse_bad_status(given, "register.example", NOW)
    return problem.value


@pytest.mark.parametrize("status", [200, 201, 203, 204])
def test_a_good_status_is_no_problem(status):
    refuse_bad_status(answer(status), "register.example", NOW)


@pytest.mark.parametrize(
    ("status", "kind", "fault"),
    [
        (206, Unavailable, "bad-http"),
        (300, Unavailable, "bad-http"),
        (304, Unavailable, "bad-http"),
        (404, Refused, "not-found"),
        (418, Refused, "refused"),
        (429, RateLimited, "rate-limited"),
        (599, Unavailable, "server-error"),
        (999, Unavailable, "bad-http"),
    ],
)
def test_a_bad_status_has_a_kind_and_a_name(status, kind, fault):
    problem = problem_of(answer(status))
    assert type(problem) is kind
    assert problem.fault == fault


def test_a_refusal_passes_on_what_was_said_in_one_harmless_line():
    said = "No\x1b[31m such\r\n record. " + "x" * 500
    text = str(problem_of(answer(400, said.encode(), Content_Type="text/plain")))
    assert text.startswith("register.example refuses this question (400): No [31m such record. xxx")
    assert len(text) < 300
    assert text.isprintable()
    for silent in (b"<html>log in</html>", b""):
        page = problem_of(answer(400, silent, Content_Type="text/html"))
        assert str(page) == "register.example refuses this question (400)."


def test_a_wait_is_told_in_seconds():
    problem = problem_of(answer(429, Retry_After="90"))
    assert isinstance(problem, RateLimited)
    assert (problem.retry_after_s, str(problem)) == (90.0, "register.example asks us to wait for 90 s.")


def test_keys_stay_with_the_host_they_were_meant_for():
    question = Question(parse_url(URL), {"X-Key": "k", "Accept": "*/*"})
    secret = frozenset({"X-Key"})
    near = redirected(question, answer(302, Location="/near"), secret, set())
    assert near.headers == question.headers
    for far in ("https://other.example/", "http://register.example/", "https://register.example:8443/"):
        assert redirected(question, answer(302, Location=far), secret, set()).headers == {"Accept": "*/*"}


def test_a_redirect_in_utf_8_is_read():
    location = "/médecins".encode().decode("latin-1")
    assert str(redirected(Question(parse_url(URL)), answer(302, Location=location), frozenset(), set()).url).endswith(
        "/m%C3%A9decins"
    )


def test_an_address_that_was_just_asked_is_not_asked_again():
    question = Question(parse_url(URL))
    with pytest.raises(Refused) as problem:
        redirected(question, answer(302, Location=URL), frozenset(), {question.url})
    assert problem.value.fault == "redirect-loop"
    with pytest.raises(Unavailable):
        redirected(question, answer(302), frozenset(), set())


@pytest.mark.parametrize(
    ("header", "media_type", "charset"),
    [
        ("text/html; charset=UTF-8", "text/html", "utf-8"),
        ('Application/JSON;a=b; CHARSET="x-y"', "application/json", "x-y"),
        ("text/html; charset=" + "x" * 50, "text/html", ""),
        ("text/html; charset=é", "text/html", ""),
        ("", "", ""),
        (";;;=", "", ""),
        ("x" * 500, "x" * 100, ""),
    ],
)
def test_the_kind_of_a_document_is_read_from_any_header(header, media_type, charset):
    asking = asking_of(a_source(), Request(URL), {}, "Groundwork/0")
    document = document_of(asking, parse_url(URL), answer(200, b"x", Content_Type=header), NOW)
    assert (document.media_type, document.charset) == (media_type, charset)


def test_what_a_server_gave_to_compare_is_sent_back_only_when_it_is_plain():
    asking = asking_of(a_source(), Request(URL), {}, "Groundwork/0")
    good = document_of(asking, parse_url(URL), answer(200, ETag='W/"1"', Last_Modified="Mon"), NOW)
    assert conditions(good) == {"If-None-Match": 'W/"1"', "If-Modified-Since": "Mon"}
    odd = document_of(asking, parse_url(URL), answer(200, ETag="é" * 10, Last_Modified="x" * 300), NOW)
    assert conditions(odd) == {}
    assert conditions(a_document(b"x")) == {}
