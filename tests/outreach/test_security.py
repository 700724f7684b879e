"""Marks on views, the guard, CSRF, headers, cookies, tokens and the way back."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

import pytest
from flask import Flask
from sqlalchemy import select

import config
from outreach import security
from outreach.app import Application
from outreach.db import Base, Database

PASSWORD = "river table ochre lantern"
EMAIL = "alice@harborpoint.example.org"


@pytest.fixture
def make_app(tmp_path, database_url, lend_app):
    def make(**chosen: object) -> Application:
        settings = config.Testing(**{"data": tmp_path, "database_url": database_url, **chosen})
        return lend_app(settings, lambda: datetime.now(UTC))

    return make


@pytest.fixture
def app(make_app):
    return make_app()


def _token(page):
    return re.search(r'name="csrf_token" value="([^"]+)"', page.text)[1]


@pytest.fixture
def client(app):
    """Alice, signed in."""
    client = app.test_client()
    form = {"name": "Alice", "email": EMAIL, "password": PASSWORD, "csrf_token": _token(client.get("/sign-up"))}
    assert client.post("/sign-up", data=form).status_code == 303
    return client


def _routes(app, method):
    """Every address of the application with numbers and words filled in."""
    for rule in app.url_map.iter_rules():
        if method in rule.methods:
            yield rule, re.sub(r"<(?:(\w+)(?:\((\w+)[^)]*\))?:)?\w+>", _filled, rule.rule)


def _behind_a_cookie(app):
    """The addresses for forms of those who are known by a cookie; behind a secret link no token is asked for."""
    for rule, path in _routes(app, "POST"):
        if not getattr(app.view_functions[rule.endpoint], "by_secret_link", False):
            yield path


def _filled(part):
    """A number, the first of the words to choose from, or any text."""
    return "1" if part[1] == "int" else part[2] or "some-text"


def _dump(app):
    database: Database = app.extensions["database"]
    with database.system_connection("comparing all rows") as connection:
        tables = [table for table in Base.metadata.sorted_tables if table.name != "login_attempt"]
        return {table.name: sorted(map(repr, connection.execute(select(table)).all())) for table in tables}


# --- marks ----------------------------------------------------------------------------------------------------------


def test_a_view_without_a_mark_stops_the_start():
    app = Flask(__name__, static_folder=None)
    app.add_url_rule("/a", "open_page", security.public()(lambda: "a"))
    app.add_url_rule("/b", "forgotten_page", lambda: "b")
    with pytest.raises(RuntimeError, match="forgotten_page"):
        security.check_routes(app)


def test_an_unknown_role_is_refused_where_it_is_written():
    with pytest.raises(ValueError, match="no role 'boss'"):
        security.requires("boss")


def test_every_route_says_who_may_see_it(app):
    security.check_routes(app)


PUBLIC = {
    "static", "accounts.sign_up", "accounts.sign_in_page", "accounts.code", "accounts.join", "accounts.forgot",
    "accounts.reset", "exchange.feed", "articles.approval", "articles.approval_change", "articles.approval_no",
    "articles.approval_done", "articles.approval_yes", "articles.approval_ask_changes", "articles.approval_say_no",
    "articles.approval_take_back", "articles.approval_elsewhere",
}  # fmt: skip
"""All that a stranger may reach, apart from the style guide, which production does not have."""


def test_the_list_of_public_pages_is_this_one(app):
    endpoints = {rule.endpoint for rule in app.url_map.iter_rules()}
    found = {name for name in endpoints if security.access_of(app, name) == "public"}
    assert {name for name in found if not name.startswith("styleguide")} == PUBLIC


def test_a_stranger_gets_nothing_but_the_door(app, client):
    stranger = app.test_client()
    closed = [path for rule, path in _routes(app, "GET") if security.access_of(app, rule.endpoint) != "public"]
    assert "/people" in closed
    for path in closed:
        answer = stranger.get(path)
        assert answer.status_code == 302, path
        assert answer.headers["Location"].startswith("/sign-in"), path


def test_a_view_that_was_added_without_a_mark_is_shown_to_nobody(app, client):
    app.view_functions["accounts.settings"] = lambda: "bare"
    assert client.get("/settings").status_code == 403


# --- other sites ------------------------------------------------------------------------------------------------------

ATTACKS = {
    "without a token": ({}, {}),
    "with an invented token": ({"csrf_token": "ImFiYyI.aaaaaa.bbbbbbbb"}, {}),
    "from another site": ("ours", {"Sec-Fetch-Site": "cross-site"}),
    "from a neighbour of the site": ("ours", {"Sec-Fetch-Site": "same-site"}),
    "from another origin": ("ours", {"Origin": "https://evil.example"}),
    "from no origin": ("ours", {"Origin": "null"}),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_route_changes_anything_for_another_site(app, client, attack):
    sent, headers = ATTACKS[attack]
    token = _token(client.get("/settings/account"))
    before = _dump(app)
    tried = 0
    for path in _behind_a_cookie(app):
        data = {"csrf_token": token} if sent == "ours" else dict(sent)
        answer = client.post(path, data={**data, "name": "x", "role": "editor", "email": EMAIL}, headers=headers)
        assert answer.status_code in (400, 403), f"{path} {attack}: {answer.status_code}"
        tried += 1
    assert tried >= 15
    assert _dump(app) == before


def test_another_sessions_token_is_worth_nothing(app, client):
    foreign = _token(app.test_client().get("/sign-in"))
    before = _dump(app)
    for path in _behind_a_cookie(app):
        assert client.post(path, data={"csrf_token": foreign, "name": "x"}).status_code == 400, path
    assert _dump(app) == before


def test_json_sent_as_plain_text_is_refused(app, client):
    before = _dump(app)
    for path in _behind_a_cookie(app):
        answer = client.post(path, data='{"name": "x"}', content_type="text/plain")
        assert answer.status_code == 400, path
    assert _dump(app) == before


def test_asking_with_the_same_values_changes_nothing(app, client):
    before = _dump(app)
    for rule, path in _routes(app, "POST"):
        answer = client.get(path, query_string={"name": "x", "role": "editor", "csrf_token": "x"})
        assert answer.status_code < 500, path
        assert (
            "GET" in rule.methods
            or any(other.rule == rule.rule for other, _ in _routes(app, "GET"))
            or (answer.status_code == 405)
            # The address of a reviewer's form leads to their page, and one without a link opens nothing.
            or (rule.rule.startswith("/a/") and answer.status_code in {404, 429})
        ), path
    assert [line for line in _dump(app) if "two_step" not in line] == [
        line for line in before if "two_step" not in line
    ]


def test_another_site_sends_nothing_behind_a_secret_link_either(app):
    behind = [
        path for rule, path in _routes(app, "POST")
        if getattr(app.view_functions[rule.endpoint], "by_secret_link", False)
    ]  # fmt: skip
    assert len(behind) == 5
    for path in behind:
        for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
            assert app.test_client().post(path, headers=headers).status_code == 403, path
        assert app.test_client().post(path, headers={"Origin": "null"}).status_code == 404, path


def test_a_form_of_our_own_page_passes_also_when_its_policy_hides_its_origin(app, client):
    token = _token(client.get("/settings/workspace"))
    headers = {"Origin": "null", "Sec-Fetch-Site": "same-origin"}
    answer = client.post("/settings/workspace", data={"csrf_token": token, "name": "Reading room"}, headers=headers)
    assert answer.status_code == 303


# --- headers ----------------------------------------------------------------------------------------------------------


def _check_headers(answer, path):
    policy = answer.headers["Content-Security-Policy"]
    for part in (
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
    ):
        assert part in policy, path
    assert "unsafe" not in policy, path
    assert answer.headers["X-Content-Type-Options"] == "nosniff", path
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin", path
    assert answer.headers["Referrer-Policy"] in ("same-origin", "no-referrer"), path
    if answer.mimetype.startswith("text/"):
        assert answer.mimetype_params.get("charset", "").lower() == "utf-8", path


def test_every_answer_carries_its_headers(app, client):
    stranger = app.test_client()
    for who in (client, stranger):
        for method in ("GET", "POST"):
            for rule, path in _routes(app, method):
                answer = who.open(path, method=method)
                _check_headers(answer, path)
                if not rule.endpoint.endswith("static"):
                    assert answer.headers["Cache-Control"] == "no-store", path
                answer.close()
    for path in ("/nowhere", "/settings/members/99999999999999999999999"):
        _check_headers(client.get(path), path)


def test_only_https_asks_browsers_to_stay_with_https(make_app):
    app = make_app(address="https://groundwork.example.org", proxies=1)
    forwarded = {
        "X-Forwarded-Proto": "https",
        "X-Forwarded-For": "192.0.2.1",
        "X-Forwarded-Host": "groundwork.example.org",
    }
    client = app.test_client()
    assert "max-age=" in client.get("/sign-up", headers=forwarded).headers["Strict-Transport-Security"]
    assert "Strict-Transport-Security" not in client.get("/sign-up").headers


# --- cookies ----------------------------------------------------------------------------------------------------------


def _cookies(answer):
    return {value.split("=")[0]: value for value in answer.headers.getlist("Set-Cookie")}


def _sign_up(client, **named):
    form = {
        "name": "Alice",
        "email": EMAIL,
        "password": PASSWORD,
        "csrf_token": _token(client.get("/sign-up", **named)),
    }
    return client.post("/sign-up", data=form, **named)


def test_over_https_the_cookies_are_bound_to_the_host(make_app):
    app = make_app(address="https://groundwork.example.org", proxies=1)
    forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.1"}
    client = app.test_client()
    answer = _sign_up(client, headers=forwarded, base_url="https://groundwork.example.org")
    cookies = _cookies(answer)
    assert set(cookies) == {"__Host-groundwork", "__Host-groundwork-device"}
    for cookie in cookies.values():
        for part in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
            assert part in cookie
        assert "Domain" not in cookie


def test_on_ones_own_machine_the_cookies_are_hidden_from_scripts(app):
    cookies = _cookies(_sign_up(app.test_client()))
    assert set(cookies) == {"groundwork", "groundwork-device"}
    assert all("HttpOnly" in cookie and "SameSite=Lax" in cookie for cookie in cookies.values())


# --- tokens -----------------------------------------------------------------------------------------------------------


def test_a_token_has_256_bits_and_no_two_are_the_same():
    tokens = {security.new_token() for _ in range(1000)}
    assert len(tokens) == 1000
    assert all(re.fullmatch(r"[\w-]{43}", token) for token in tokens)


def test_the_path_for_a_log_leaves_tokens_out(app):
    with app.test_request_context("/reset/abcdefgh"):
        assert security.loggable_path() == "/reset/<token>"
    with app.test_request_context("/settings"):
        assert security.loggable_path() == "/settings"


# --- the way back -----------------------------------------------------------------------------------------------------

ELSEWHERE = [
    "//evil.example", "///evil.example", "////evil.example", "/\\evil.example", "\\/evil.example", "\\\\evil.example",
    "/\\/evil.example", "//\\evil.example", "http://evil.example", "https://evil.example", "HTTPS://evil.example",
    "https:evil.example", "https:/evil.example", "https:\\\\evil.example", "http:///evil.example",
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x",
    "vbscript:x", "file:///etc/passwd", "mailto:x@evil.example",
    "/\t/evil.example", "\t//evil.example", "/\n/evil.example", "\r\n//evil.example", " //evil.example",
    "/ /evil.example",
    "/%09/evil.example", "/%2f/evil.example", "/%2fevil.example", "%2f%2fevil.example", "/%5cevil.example",
    "/%255cevil.example", "/%252fevil.example", "@evil.example", "user@evil.example", "evil.example", "./evil.example",
    "../evil.example", "?next=//evil.example", "#//evil.example", "//evil.example/%2f..", "//[::1",
    "/\x00/evil.example",
    "/\u00a0/evil.example", "/\u2028/evil.example", "/\x7f/evil.example", "/x\r\nSet-Cookie: a=b", "//evil。example",
    "ftp://evil.example", "/" + "x" * 5000, "",
]  # fmt: skip


@pytest.mark.parametrize("target", ELSEWHERE)
def test_a_way_back_never_leaves_the_site(target):
    assert len(ELSEWHERE) >= 40
    assert security.safe_next(target) == "/"


@pytest.mark.parametrize(
    "target", ["/", "/people", "/people?q=a%20b&next=//x", "/orgs/7#facts", "/people?back=https://x.example"]
)
def test_a_way_back_within_the_site_stays(target):
    assert security.safe_next(target) == target
    assert urlsplit(urljoin("https://site.example/sign-in", target)).netloc == "site.example"


def test_a_sign_in_page_leads_nowhere_else(client):
    for target in ELSEWHERE:
        if "\x00" in target:
            continue
        answer = client.get("/sign-in", query_string={"next": target})
        assert answer.headers["Location"] == "/", target


@pytest.mark.timeout(60)
def test_a_hostile_way_back_of_any_length_leads_to_the_first_page():
    for text in ("/" * 50_000, "/" + "%2f" * 16_000, "/" + "\\" * 50_000, "/a" * 25_000):
        assert security.safe_next(text) == "/"
