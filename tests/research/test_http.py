from __future__ import annotations

import hashlib
import threading
import time
from datetime import timedelta

import pytest

from research.cache import FolderCache
from research.errors import RateLimited, Refused, SourceError, Unavailable
from research.http import Client, Policy
from research.types import Request
from tests.research.site import Reply, client, fetch, in_turn, redirect
from tests.research.sources import a_source

pytestmark = pytest.mark.loopback


def test_a_document_says_where_when_and_what(site, clock):
    site.pages["/people"] = Reply(
        b"caf\xc3\xa9", headers=(("Content-Type", 'Text/HTML; Charset="UTF-8"'), ("ETag", '"1"'))
    )
    request = Request(site.url("/people"), carry=(("page", "1"),))
    document = fetch(client(site, clock), clock, request)
    assert (document.source, document.url, document.status) == ("made_up", site.url("/people"), 200)
    assert (document.media_type, document.charset, document.etag) == ("text/html", "utf-8", '"1"')
    assert document.body == b"caf\xc3\xa9"
    assert document.sha256 == hashlib.sha256(document.body).hexdigest()
    assert document.retrieved_at == clock.now()
    assert document.request.carried("page") == "1"
    assert not document.from_cache


def test_the_user_agent_is_honest_and_names_a_contact(site, clock):
    site.pages["/"] = Reply()
    fetch(client(site, clock), clock, Request(site.url("/")))
    assert site.asked[0].headers["user-agent"] == "Groundwork/0.1.0 (+mailto:someone@example.org)"
    assert Policy().user_agent == "Groundwork/0.1.0"


@pytest.mark.parametrize("contact", ["two\nlines", "x" * 201, "ümlaut"])
def test_a_contact_that_cannot_stand_in_a_header_is_refused(contact):
    with pytest.raises(ValueError, match="contact"):
        Policy(contact)


def test_parameters_keep_their_order_and_repetition_and_spaces_are_percent_20(site, clock):
    site.pages["/q"] = Reply()
    params = (("name", "Ann Smith+Lee"), ("id", 2), ("id", 1), ("a&b", "x=y/é"))
    fetch(client(site, clock), clock, Request(site.url("/q?fixed=1#part"), params))
    assert site.asked[0].target == "/q?fixed=1&name=Ann%20Smith%2BLee&id=2&id=1&a%26b=x%3Dy%2F%C3%A9"


def test_a_post_sends_its_json_and_is_not_repeated(site, clock):
    site.pages["/search"] = in_turn(Reply(b"", 503), Reply(b"{}"))
    request = Request(site.url("/search"), method="POST", json='{"name": "é"}', accept="application/json")
    with pytest.raises(Unavailable):
        fetch(client(site, clock), clock, request)
    (asked,) = site.asked
    assert (asked.method, asked.body) == ("POST", '{"name": "é"}'.encode())
    assert asked.headers["content-type"] == "application/json"
    assert asked.headers["accept"] == "application/json"


def test_a_passing_failure_is_tried_once_more(site, clock):
    site.pages["/"] = in_turn(Reply(b"", 502), Reply(b"well again"))
    assert fetch(client(site, clock), clock, Request(site.url("/"))).body == b"well again"
    assert len(site.asked) == 2
    assert clock.slept == [pytest.approx(0.3)]


def test_a_lasting_failure_is_not_tried_for_ever(site, clock):
    site.pages["/"] = Reply(b"the database is down", 503, (("Content-Type", "text/plain"),))
    with pytest.raises(Unavailable, match=r"503.*the database is down") as problem:
        fetch(client(site, clock), clock, Request(site.url("/")))
    assert problem.value.fault == "server-error"
    assert len(site.asked) == 2


@pytest.mark.parametrize(
    ("status", "kind", "fault"),
    [
        (400, Refused, "refused"),
        (401, Refused, "refused"),
        (403, Refused, "refused"),
        (404, Refused, "not-found"),
        (410, Refused, "not-found"),
        (451, Refused, "refused"),
        (500, Unavailable, "server-error"),
    ],
)
def test_a_refusal_is_named_and_not_repeated(status, kind, fault, site, clock):
    site.pages["/"] = Reply(b'{"error": "no such thing"}', status, (("Content-Type", "application/json"),))
    with pytest.raises(kind, match="no such thing") as problem:
        fetch(client(site, clock), clock, Request(site.url("/")))
    assert (problem.value.fault, problem.value.source) == (fault, "made_up")
    assert problem.value.url == site.url("/")
    assert len(site.asked) == 1


def test_no_such_record_can_be_an_answer(site, clock):
    document = fetch(client(site, clock), clock, Request(site.url("/none"), not_found_is_empty=True))
    assert (document.status, document.body) == (404, b"nothing here")


def test_a_short_wait_that_a_server_asks_for_is_kept(site, clock):
    site.pages["/"] = in_turn(Reply(b"", 429, (("Retry-After", "4"),)), Reply(b"thanks"))
    assert fetch(client(site, clock), clock, Request(site.url("/"))).body == b"thanks"
    assert clock.slept == [4.0]


def test_a_long_wait_is_an_answer_and_others_do_not_ask_that_host_meanwhile(site, clock):
    site.pages["/"] = Reply(b"", 429, (("Retry-After", "120"),))
    asker = client(site, clock)
    for expected in (120, 120):
        with pytest.raises(RateLimited) as problem:
            fetch(asker, clock, Request(site.url("/")))
        assert problem.value.retry_after_s == pytest.approx(expected)
    assert len(site.asked) == 1
    assert clock.slept == []
    clock.seconds += 121
    site.pages["/"] = Reply(b"open again")
    assert fetch(asker, clock, Request(site.url("/"))).body == b"open again"


def test_a_wait_as_a_date_is_understood(site, clock):
    site.pages["/"] = in_turn(Reply(b"", 503, (("Retry-After", "Mon, 02 Mar 2026 09:00:05 GMT"),)), Reply())
    fetch(client(site, clock), clock, Request(site.url("/")))
    assert clock.slept == [5.0]


def test_a_wait_beyond_the_deadline_is_not_begun(site, clock):
    site.pages["/"] = Reply(b"", 429, (("Retry-After", "5"),))
    with pytest.raises(RateLimited):
        fetch(client(site, clock), clock, Request(site.url("/")), seconds=3)
    assert clock.slept == []


def test_a_host_is_asked_no_faster_than_the_source_allows(site, clock):
    site.pages["/"] = Reply()
    asker, source = client(site, clock), a_source(min_interval_s=2.0)
    for _ in range(3):
        fetch(asker, clock, Request(site.url("/")), source)
    assert clock.slept == [2.0, 2.0]


def test_only_the_hosts_of_the_source_are_asked(site, clock, names):
    site.pages["/"] = Reply()
    asker = client(site, clock)
    source = a_source(hosts=("register.example", ".hospital.example"))
    for host in ("register.example", "www.hospital.example", "hospital.example"):
        assert fetch(asker, clock, Request(site.url("/", host)), source).body == b"hello"
    for host in ("other.example", "notregister.example", "www.register.example", "evilhospital.example"):
        with pytest.raises(Refused) as problem:
            fetch(asker, clock, Request(site.url("/", host)), source)
        assert problem.value.fault == "host-not-allowed"
    assert len(site.asked) == 3
    assert fetch(asker, clock, Request(site.url("/", "any.example")), a_source(hosts=("*",))).status == 200


def test_a_redirect_leads_to_no_other_host_than_the_source_has(site, clock, names):
    site.pages["/out"] = redirect(site.url("/", "other.example"))
    site.pages["/in"] = redirect(site.url("/there?x=1#y", "two.example"), 301)
    site.pages["/there"] = Reply(b"arrived")
    source = a_source(hosts=("one.example", "two.example"))
    asker = client(site, clock)
    with pytest.raises(Refused) as problem:
        fetch(asker, clock, Request(site.url("/out", "one.example")), source)
    assert problem.value.fault == "host-not-allowed"
    document = fetch(asker, clock, Request(site.url("/in", "one.example")), source)
    assert (document.body, document.url) == (b"arrived", site.url("/there?x=1", "two.example"))


@pytest.mark.parametrize(("status", "method"), [(301, "GET"), (302, "GET"), (303, "GET"), (307, "POST"), (308, "POST")])
def test_a_redirected_post_is_sent_on_as_the_status_says(status, method, site, clock):
    site.pages["/form"] = redirect("/result", status)
    site.pages["/result"] = Reply()
    fetch(client(site, clock), clock, Request(site.url("/form"), method="POST", json="{}"))
    assert site.asked[1].method == method
    assert site.asked[1].body == (b"{}" if method == "POST" else b"")


def robots(text: str, status: int = 200) -> Reply:
    return Reply(text.encode(), status, (("Content-Type", "text/plain"),))


@pytest.mark.parametrize("access", ["html", "feed"])
def test_a_page_that_robots_txt_closes_is_not_asked(access, site, clock):
    site.pages["/robots.txt"] = robots("User-agent: *\nDisallow: /closed\nAllow: /closed/open$\n")
    site.pages["/open"] = site.pages["/closed/open"] = Reply()
    asker, source = client(site, clock), a_source(access=access)
    fetch(asker, clock, Request(site.url("/open")), source)
    fetch(asker, clock, Request(site.url("/closed/open")), source)
    with pytest.raises(Refused) as problem:
        fetch(asker, clock, Request(site.url("/closed/page")), source)
    assert problem.value.fault == "robots"
    assert site.paths() == ["/robots.txt", "/open", "/closed/open"]


def test_robots_txt_speaks_to_us_by_name(site, clock):
    site.pages["/robots.txt"] = robots("User-agent: *\nAllow: /\n\nUser-agent: groundwork\nDisallow: /\n")
    with pytest.raises(Refused, match=r"robots\.txt"):
        fetch(client(site, clock), clock, Request(site.url("/")), a_source(access="html"))


@pytest.mark.parametrize("access", ["api", "bulk"])
def test_a_documented_interface_is_asked_without_robots_txt(access, site, clock):
    site.pages["/robots.txt"] = robots("User-agent: *\nDisallow: /\n")
    site.pages["/"] = Reply()
    fetch(client(site, clock), clock, Request(site.url("/")), a_source(access=access))
    assert site.paths() == ["/"]


def test_a_page_that_a_redirect_leads_to_needs_robots_leave_too(site, clock):
    site.pages["/robots.txt"] = robots("User-agent: *\nDisallow: /closed\n")
    site.pages["/open"] = redirect("/closed")
    site.pages["/closed"] = Reply()
    with pytest.raises(Refused) as problem:
        fetch(client(site, clock), clock, Request(site.url("/open")), a_source(access="html"))
    assert problem.value.fault == "robots"
    assert "/closed" not in site.paths()


def test_the_crawl_delay_is_kept(site, clock):
    site.pages["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 3\n")
    site.pages["/"] = Reply()
    asker, source = client(site, clock), a_source(access="html", min_interval_s=1.0)
    for _ in range(3):
        fetch(asker, clock, Request(site.url("/")), source)
    assert clock.slept == [1.0, 3.0, 3.0]


@pytest.mark.parametrize("status", [404, 403, 410])
def test_a_missing_robots_txt_closes_nothing(status, site, clock):
    site.pages["/robots.txt"] = robots("", status)
    site.pages["/"] = Reply()
    assert fetch(client(site, clock), clock, Request(site.url("/")), a_source(access="html")).status == 200


def test_a_broken_robots_txt_closes_the_site_for_now(site, clock):
    site.pages["/robots.txt"] = robots("", 500)
    site.pages["/"] = Reply()
    asker, source = client(site, clock), a_source(access="html")
    for _ in range(2):
        with pytest.raises(Unavailable) as problem:
            fetch(asker, clock, Request(site.url("/")), source)
        assert problem.value.fault == "robots"
    assert site.paths() == ["/robots.txt"]
    site.pages["/robots.txt"] = robots("")
    clock.seconds += 301
    assert fetch(asker, clock, Request(site.url("/")), source).status == 200


def test_robots_txt_is_read_once_a_day_also_across_runs(site, clock, tmp_path):
    site.pages["/robots.txt"] = robots("User-agent: *\nDisallow: /closed\n")
    site.pages["/"] = Reply()
    source = a_source(access="html")
    for _ in range(2):
        asker = client(site, clock, cache=FolderCache(tmp_path))
        fetch(asker, clock, Request(site.url("/")), source)
        fetch(asker, clock, Request(site.url("/")), source)
    assert site.paths().count("/robots.txt") == 1
    clock.seconds += 86_401
    fetch(asker, clock, Request(site.url("/")), source)
    assert site.paths().count("/robots.txt") == 2


def test_a_site_has_one_line_to_it_for_pages_and_an_interface_may_have_more(site):
    gate = threading.Barrier(3)

    def slow(_):
        time.sleep(0.05)
        return Reply()

    def together(_):
        gate.wait(5)  # passes only when three are here at once
        return Reply()

    site.pages["/robots.txt"] = robots("")
    site.pages["/slow"], site.pages["/together"] = slow, together
    policy = Policy(ports=frozenset({site.port}), loopback_for_tests=True)

    def all_at_once(path, access):
        asker = Client(policy)
        arguments = (a_source(access=access), Request(site.url(path)), time.monotonic() + 10)
        threads = [threading.Thread(target=asker.fetch, args=arguments) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(10)

    all_at_once("/slow", "html")
    assert site.most_at_once == 1
    all_at_once("/together", "api")
    assert site.most_at_once == 3


def test_a_fresh_document_is_not_asked_for_again(site, clock):
    site.pages["/"] = Reply(b"one")
    asker, source = client(site, clock), a_source(keep_for=timedelta(hours=1))
    first = fetch(asker, clock, Request(site.url("/")), source)
    site.pages["/"] = Reply(b"two")
    clock.seconds += 3_000
    again = fetch(asker, clock, Request(site.url("/"), carry=(("now", "other"),)), source)
    assert (again.body, again.from_cache, again.retrieved_at) == (b"one", True, first.retrieved_at)
    assert again.request.carried("now") == "other"
    clock.seconds += 700
    assert fetch(asker, clock, Request(site.url("/")), source).body == b"two"


def test_an_unchanged_document_is_confirmed_and_not_sent_again(site, clock):
    changed = "Mon, 02 Mar 2026 08:00:00 GMT"

    def page(asked):
        if asked.headers.get("if-none-match") == '"v1"' and asked.headers.get("if-modified-since") == changed:
            return Reply(b"", 304, ())
        return Reply(b"one", headers=(("ETag", '"v1"'), ("Last-Modified", changed)))

    site.pages["/"] = page
    asker = client(site, clock)
    fetch(asker, clock, Request(site.url("/")))
    clock.seconds += 50
    again = fetch(asker, clock, Request(site.url("/")))
    assert (again.body, again.from_cache, again.retrieved_at) == (b"one", True, clock.now())
    assert len(site.asked) == 2


def test_other_questions_have_other_places_in_the_cache(site, clock):
    site.pages["/"] = lambda asked: Reply(f"{asked.target} {asked.body.decode()} {asked.headers['accept']}".encode())
    asker, source = client(site, clock), a_source(keep_for=timedelta(hours=1))
    questions = [
        Request(site.url("/")),
        Request(site.url("/"), (("a", "1"),)),
        Request(site.url("/"), (("a", "2"),)),
        Request(site.url("/"), accept="text/csv"),
        Request(site.url("/"), method="POST", json="{}"),
        Request(site.url("/"), method="POST", json="[]"),
    ]
    bodies = {fetch(asker, clock, question, source).body for question in questions * 2}
    assert len(bodies) == len(site.asked) == len(questions)


def test_a_source_states_its_own_limits(site, clock):
    site.pages["/"] = Reply(b"x" * 1001)
    asker = client(site, clock)
    with pytest.raises(Refused) as problem:
        fetch(asker, clock, Request(site.url("/")), a_source(max_bytes=1000))
    assert problem.value.fault == "too-large"
    assert len(fetch(asker, clock, Request(site.url("/")), a_source(max_bytes=1001)).body) == 1001


def test_a_source_is_not_waited_for_longer_than_it_states(site):
    site.pages["/"] = lambda _: time.sleep(0.6) or Reply()
    asker = Client(Policy(ports=frozenset({site.port}), loopback_for_tests=True))
    with pytest.raises(Unavailable) as problem:
        asker.fetch(a_source(timeout_s=0.15), Request(site.url("/")), time.monotonic() + 30)
    assert problem.value.fault == "timeout"


def test_a_deadline_in_the_past_asks_nothing(site, clock):
    with pytest.raises(SourceError):
        fetch(client(site, clock), clock, Request(site.url("/")), seconds=-1)
    assert site.asked == []


def test_a_closed_client_asks_nothing_and_ends_its_waits(site):
    site.pages["/"] = Reply()
    asker = Client(Policy(ports=frozenset({site.port}), loopback_for_tests=True))
    source = a_source(min_interval_s=5.0)
    asker.fetch(source, Request(site.url("/")), time.monotonic() + 30)
    threading.Timer(0.1, asker.close).start()
    with pytest.raises(Unavailable) as problem:
        asker.fetch(source, Request(site.url("/")), time.monotonic() + 30)
    assert problem.value.fault == "closed"
    assert len(site.asked) == 1


@pytest.mark.parametrize("headers", [(("X-Y", "a\r\nb"),), (("Host", "other"),), (("Bad name", "x"),), (("X", "é"),)])
def test_a_header_that_could_change_the_request_is_refused(headers, site, clock):
    with pytest.raises(Refused) as problem:
        fetch(client(site, clock), clock, Request(site.url("/"), headers=headers))
    assert problem.value.fault == "bad-header"
    assert site.asked == []
