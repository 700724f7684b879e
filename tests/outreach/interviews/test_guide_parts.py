"""Guides on the pages of people, projects and letters."""

from __future__ import annotations

from tests import factories
from tests.outreach.interviews.test_guide_pages import inside, leader, path  # noqa: F401 (fixtures)


def test_a_leader_s_page_has_the_guides_and_the_button(alice, path, leader):  # noqa: F811
    page = alice.get(f"/people/{leader}").text
    assert f'href="{path}">Questions about Short-stay unit' in page
    assert "9 questions for 20 minutes" in page
    assert f'href="/guides/new?person={leader}"' in page


def test_a_project_s_page_has_those_made_for_it(alice, inside, path):  # noqa: F811
    with inside() as session:
        other = factories.make_project(session, title="Another").id
    assert path in alice.get("/projects/1").text
    assert path not in alice.get(f"/projects/{other}").text


def test_an_assistant_s_page_and_a_thank_you_have_no_questions(alice, inside):  # noqa: F811
    with inside() as session:
        tom = factories.make_person(session, name="Tom Marsh", kind="assistant").id
        thanks = factories.make_draft(session, kind="thank-you").id
    assert "/guides/new" not in alice.get(f"/people/{tom}").text
    assert "/guides/new" not in alice.get(f"/drafts/{thanks}").text


def test_nobody_is_asked_who_is_not_to_be_contacted(alice, inside, path, leader):  # noqa: F811
    alice.get(f"/people/{leader}/do-not-contact")
    alice.post(f"/people/{leader}/do-not-contact", {"reason": "asked us on March 3"})
    assert "/guides/new" not in alice.get(f"/people/{leader}").text
    assert alice.get(f"/guides/new?person={leader}").status_code == 422
    assert "cannot be sent" in alice.get(path).text
    assert "not to be contacted" in alice.get(path + "/send").text
