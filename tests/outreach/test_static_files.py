"""Static files: an address per content, kept for ever under it."""

from __future__ import annotations

import re

import pytest
from flask import render_template_string

from outreach.static_files import DIGITS, version_of


@pytest.fixture
def addresses(app, client) -> list[str]:
    """The static files of the page of the door."""
    page = client.get("/sign-in", follow_redirects=True).text
    return re.findall(r'(?:href|src)="(/static/[^"]+)"', page)


def test_pages_name_static_files_with_their_version(addresses):
    assert {address.partition("?")[0] for address in addresses} >= {"/static/site.css", "/static/print.css"}
    assert [address for address in addresses if not re.search(rf"\?v=[0-9a-f]{{{DIGITS}}}$", address)] == []


def test_a_file_with_its_version_is_kept_for_ever(client, addresses):
    assert addresses
    for address in addresses:
        with client.get(address) as answer:
            assert answer.status_code == 200
            assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_a_file_without_a_version_is_asked_for_again(client):
    with client.get("/static/site.css") as first:
        assert first.headers["Cache-Control"] == "no-cache"
    with client.get("/static/site.css", headers={"If-None-Match": first.headers["ETag"]}) as again:
        assert (again.status_code, again.data) == (304, b"")


def test_an_address_that_leads_nowhere_is_not_kept_for_ever(client):
    answer = client.get("/static/gone.css?v=000000000000")
    assert answer.status_code == 404
    assert "immutable" not in answer.headers.get("Cache-Control", "")


def test_other_content_has_another_version(tmp_path):
    file = tmp_path / "site.css"
    file.write_text("a {}")
    first = version_of(file)
    file.write_text("a { }")
    assert version_of(file) != first
    file.write_text("a {}")
    assert version_of(file) == first


def test_a_page_that_names_a_missing_file_fails_at_once(app):
    with app.test_request_context(), pytest.raises(FileNotFoundError):
        render_template_string("{{ static_file('gone.css') }}")
