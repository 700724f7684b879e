from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.address import parse_url
from research.asking import asking_of
from research.errors import Refused
from research.types import Request, Secret
from tests.research.sources import a_source

URL = "https://register.example/data"
SECRET = Secret("REGISTER_KEY")


def made(request: Request, settings=None, **source):
    return asking_of(a_source(**source), request, settings or {}, "Groundwork/0")


VALUES = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=4, max_size=30)


@given(VALUES)
def test_no_secret_is_in_what_is_shown_or_kept(value):
    request = Request(URL, (("a", "1"), ("key", SECRET)), (("X-Key", SECRET),))
    asking = made(request, {"REGISTER_KEY": value})
    shown = [asking.key, asking.public_url, asking.shown(asking.question.url)]
    redirected = parse_url(f"https://register.example/x?{asking.question.url.target.partition('?')[2]}")
    shown.append(asking.shown(redirected))
    shown.append(asking.without_secrets(f"{asking.question.url} {value}"))
    harmless = f"{URL}?a=1 <REGISTER_KEY> made_up GET header param X-Key key=REGISTER_KEY x https"
    if value not in harmless:
        assert not any(value in text for text in shown)
    assert asking.public_url == f"{URL}?a=1"


def test_the_address_is_shown_without_the_parameter_that_holds_a_secret():
    asking = made(Request(URL, (("key", SECRET), ("a", "1"))), {"REGISTER_KEY": "s3cr+t"})
    assert str(asking.question.url) == f"{URL}?key=s3cr%2Bt&a=1"
    assert asking.shown(asking.question.url) == f"{URL}?a=1"
    assert asking.shown(parse_url(f"{URL}?token=s3cr%2Bt")) == URL
    assert asking.shown(parse_url("https://register.example/s3cr+t/x")) == "https://register.example/<REGISTER_KEY>/x"


def test_questions_differ_by_all_that_is_asked_and_not_by_what_is_carried():
    requests = [
        Request(URL),
        Request(URL, (("a", "1"),)),
        Request(URL, (("a", "1"), ("a", "1"))),
        Request(URL, (), (("X-A", "1"),)),
        Request(URL, method="POST"),
        Request(URL, method="POST", json="{}"),
        Request(URL, accept="text/csv"),
        Request(URL + "?a=1"),
    ]
    assert len({made(request).key for request in requests}) == len(requests)
    assert made(Request(URL, carry=(("x", "1"),))).key == made(Request(URL)).key
    assert made(Request(URL), key="other").key != made(Request(URL)).key


def test_pages_and_feeds_are_asked_for_as_such():
    assert "text/html" in made(Request(URL), access="html").question.headers["Accept"]
    assert "rss" in made(Request(URL), access="feed").question.headers["Accept"]
    assert made(Request(URL)).question.headers["Accept"] == "*/*"
    assert made(Request(URL, accept="text/csv"), access="html").question.headers["Accept"] == "text/csv"


def test_a_body_goes_with_a_post_only():
    assert made(Request(URL, json="{}")).question.body is None
    question = made(Request(URL, method="POST", json='{"a": 1}')).question
    assert (question.body, question.headers["Content-Type"]) == (b'{"a": 1}', "application/json")


def test_parameters_go_before_a_fragment():
    assert str(made(Request(URL + "#part", (("a", "b c"),))).question.url) == URL + "?a=b%20c"


@pytest.mark.parametrize("name", ["Host", "Content-Length", "Transfer-Encoding", "Connection", "user-agent", "A:B", ""])
def test_headers_that_are_ours_to_send_are_refused(name):
    with pytest.raises(Refused) as refusal:
        made(Request(URL, headers=((name, "x"),)))
    assert refusal.value.fault == "bad-header"


def test_a_bad_address_is_refused_before_anything_is_asked():
    with pytest.raises(Refused):
        made(Request("ftp://register.example/"))


SERVICE = Request("https://<SEARCH_URL>/search", (("q", "a b"),))


@pytest.mark.parametrize(
    ("setting", "address"),
    [
        ("search.example.org", "https://search.example.org/search?q=a%20b"),
        ("https://example.org/find/", "https://example.org/find/search?q=a%20b"),
    ],
)
def test_an_address_may_begin_with_a_setting_that_names_the_users_own_service(setting, address):
    asking = made(SERVICE, {"SEARCH_URL": setting})
    assert str(asking.question.url) == asking.public_url == address
    assert setting not in asking.key


def test_a_service_that_is_not_set_is_refused():
    with pytest.raises(Refused) as caught:
        made(SERVICE)
    assert caught.value.fault == "setting"
