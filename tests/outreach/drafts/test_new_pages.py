"""From a leader's page to a composed draft, through the pages: for what, on which facts, to whom first."""

from __future__ import annotations

import re

import pytest

from outreach.drafts.models import Draft
from outreach.people.models import Person
from outreach.projects.models import Project
from tests import factories, ledger_factories
from tests.outreach import hostile
from tests.outreach.drafts.conftest import told
from tests.outreach.drafts.test_editor import inside, words  # noqa: F401 (a fixture)

FORM = {
    "project": "new", "new_title": "Keys first", "new_kind": "article", "new_topic": "short-stay units",
    "new_readers": "operations staff", "new_question": "you won agreement", "program": "", "minutes": "20",
    "way": "by phone", "window_from": "2026-12-21", "window_until": "2027-01-15",
}  # fmt: skip


@pytest.fixture
def leader(inside) -> int:  # noqa: F811
    """Inés, of whom an award is confirmed and a post is disputed."""
    with inside() as session:
        person = factories.make_person(session, name="Inés Okafor-Lindqvist", addressed_as="Inés")
        factories.make_position(session, person)
        told(session, person_id=person.id, predicate="award", value="Copper Kite Award", starts="2025")
        told(session, person_id=person.id, predicate="award", value="Old Quill Award", state="withdrawn")
        return person.id


def address(leader: int, letter: str = "interview-request-email") -> str:
    return f"/drafts/new?person={leader}&letter={letter}"


def made(inside) -> list[Draft]:  # noqa: F811
    with inside() as session:
        return list(session.query(Draft).order_by(Draft.id))


def test_only_confirmed_facts_are_offered_and_the_best_are_chosen(alice, leader):
    page = alice.get(address(leader))
    assert "Copper Kite Award" in page.text
    assert "Old Quill Award" not in page.text
    assert re.search(r'name="facts" value="\d+" checked', page.text)


def test_a_letter_is_composed_and_opens_in_the_editor(alice, inside, leader):  # noqa: F811
    number = re.search(r'name="facts" value="(\d+)"', alice.get(address(leader)).text)[1]
    answer = alice.post(address(leader), {**FORM, "facts": number})
    assert answer.status_code == 303
    (draft,) = made(inside)
    assert answer.headers["Location"] == f"/drafts/{draft.id}"
    assert (draft.kind, draft.minutes, draft.letter_key) == ("interview-request", 20, "interview-request-email")
    assert "Copper Kite Award" in draft.body
    assert "[1]" in draft.body
    assert "Dear Inés," in draft.body
    page = alice.get(f"/drafts/{draft.id}")
    assert "Composed from what is confirmed." in page.text
    assert "Keys first" in page.text


def test_a_form_sent_twice_makes_one_letter_and_one_project(alice, inside, leader):  # noqa: F811
    alice.get(address(leader))
    for _ in range(2):
        alice.post(address(leader), FORM)
    assert len(made(inside)) == 1
    with inside() as session:
        assert session.query(Project).count() == 1


def test_a_request_cannot_exist_without_a_project(alice, inside, leader):  # noqa: F811
    alice.get(address(leader))
    for project in ("", "new", "999", "x"):
        answer = alice.post(address(leader), {**FORM, "project": project, "new_title": ""})
        assert answer.status_code == 422
    assert made(inside) == []
    assert "Enter a working title for the project." in alice.post(address(leader), {**FORM, "new_title": ""}).text


def test_the_project_worked_on_last_is_chosen_already(alice, inside, leader):  # noqa: F811
    with inside() as session:
        number = factories.make_project(session, title="Night desks").id
    page = alice.get(address(leader))
    assert re.search(rf'<option selected value="{number}">Night desks', page.text)
    alice.post(address(leader), {**FORM, "project": str(number)})
    assert made(inside)[0].project_id == number


def test_an_empty_project_leaves_unfinished_places_and_no_error(alice, inside, leader):  # noqa: F811
    with inside() as session:
        empty = factories.make_project(session, title="X", topic="", readers="", question="", venue_key="")
    alice.get(address(leader))
    assert alice.post(address(leader), {**FORM, "project": str(empty.id)}).status_code == 303
    assert "{{" not in made(inside)[0].body
    assert alice.get(f"/drafts/{made(inside)[0].id}").status_code == 200


def test_the_assistant_is_proposed_first_and_gets_the_letter(alice, inside, leader):  # noqa: F811
    page = alice.get(f"/drafts/new?person={leader}")
    assert "assistant-request" not in page.text
    with inside() as session:
        person = session.get_one(type(factories.make_person(session)), leader)
        tom = factories.make_person(session, name="Tom Adébáyọ̀", kind="assistant", addressed_as="Tom")
        assistant = factories.make_contact(session, person, person_id=tom.id).person_id
    page = alice.get(f"/drafts/new?person={leader}")
    assert "keeps the calendar" in page.text
    assert page.text.index("Write to Tom") < page.text.index("Interview request by e-mail")
    alice.get(address(leader, "assistant-request"))
    alice.post(address(leader, "assistant-request"), FORM)
    (draft,) = made(inside)
    assert (draft.person_id, draft.to_person_id) == (leader, assistant)
    assert "Tom" in draft.body.split("\n")[0]


def test_no_letter_is_begun_to_somebody_who_is_not_to_be_contacted(alice, leader):
    alice.get(f"/people/{leader}/do-not-contact")
    alice.post(f"/people/{leader}/do-not-contact", {"reason": "asked us on March 3"})
    for path in (f"/drafts/new?person={leader}", address(leader)):
        answer = alice.get(path)
        assert answer.status_code == 422
        assert "is not to be contacted: asked us on March 3" in words(answer)
    assert alice.post(address(leader), FORM).status_code == 422


@pytest.mark.parametrize("name", ["李小龍", "Ọ̀ṣunbọ̀ Ẹniọlá", "محمد", "X"])
def test_a_person_without_a_title_or_of_another_script_gets_a_letter(alice, inside, name):  # noqa: F811
    with inside() as session:
        number = factories.make_person(session, name=name, addressed_as="", credentials="", pronouns="").id
    alice.get(address(number))
    assert alice.post(address(number), FORM).status_code == 303
    draft = made(inside)[0]
    assert name in draft.body
    assert alice.get(f"/drafts/{draft.id}").status_code == 200


def test_what_stands_against_asking_again_is_said_before_one_writes(alice, inside, leader):  # noqa: F811
    with inside() as session:
        on, at = ledger_factories.long_ago(120)
        person = session.get_one(Person, leader)
        ledger_factories.make_ask(session, person, happened_on=on, created_at=at, ask_state="granted", ask_closed_on=on)
    for path in (f"/drafts/new?person={leader}", address(leader)):
        assert "have given nothing since" in alice.get(path).text, path
    assert "have given nothing since" not in alice.get(address(leader, "thank-you")).text


def test_in_a_pause_only_letters_that_are_right_then_are_offered(alice, inside, leader):  # noqa: F811
    with inside() as session:
        ledger_factories.make_pause(session, session.get_one(Person, leader))
    page = alice.get(f"/drafts/new?person={leader}").text
    assert "Everything stands still" in page
    assert set(re.findall(r"letter=([a-z-]+)", page)) == {"condolence", "support-note"}
    assert alice.get(address(leader)).status_code == 422
    assert alice.get(address(leader, "condolence")).status_code == 200


def test_every_letter_can_be_begun(alice, inside, leader):  # noqa: F811
    from outreach.drafts import compose

    with inside() as session:
        project = factories.make_project(session).id
    for key in compose.letters():
        alice.get(address(leader, key))
        answer = alice.post(address(leader, key), {**FORM, "project": str(project), "new_title": key})
        assert answer.status_code == 303, key
        assert alice.get(answer.headers["Location"]).status_code == 200, key


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("minutes", "900", "between 5 and 45"), ("minutes", "soon", "between 5 and 45"),
        ("window_from", "2026-11-20", "after today"), ("window_from", "next week", "such as 2026-11-30"),
        ("window_until", "2026-12-01", "before the window opens"), ("window_from", "2031-01-01", "within a year"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_beside_the_field(alice, leader, field, value, said):
    alice.get(address(leader))
    answer = alice.post(address(leader), {**FORM, field: value})
    assert answer.status_code == 422
    assert said in answer.text


def test_hostile_forms_are_taken_or_refused_and_never_an_error(alice, leader):
    alice.get(address(leader))
    for name, body in hostile.bodies({**FORM, "facts": "1"}):
        assert alice.post(address(leader), body).status_code in (200, 303, 422), name


@pytest.mark.parametrize("query", ["person=0", "person=x", "person=99999999999999999999", "person=77777", "person=%00"])
def test_a_person_who_is_not_there_is_not_written_to(alice, query):
    assert alice.get(f"/drafts/new?{query}").status_code == 404


def test_a_letter_file_that_is_wrong_is_said_and_costs_only_itself(alice, leader, monkeypatch):
    from outreach.drafts import compose
    from outreach.drafts.letter_files import LetterProblem

    problem = LetterProblem("thank-you.txt", 7, "no variable is called “reader.nmae”.")
    monkeypatch.setattr(compose, "problems", lambda: (problem,))
    page = alice.get(f"/drafts/new?person={leader}")
    assert "templates/letters/thank-you.txt, line 7: no variable is called “reader.nmae”." in words(page)
    assert "Interview request by e-mail" in page.text


def test_a_project_s_page_leads_to_a_letter_for_it(alice, inside, leader):  # noqa: F811
    with inside() as session:
        wanted = factories.make_project(session, title="Keys first", venue_key="podcast").id
        factories.make_project(session, title="Worked on later", venue_key="podcast")
    path = f"/projects/{wanted}"
    for button in (r'href="(/drafts/new\?project=\d+)"', r'href="(/drafts/new\?person=[^"]+)"',
                   r'href="(/drafts/new\?[^"]*letter=interview-request-email[^"]*)"'):  # fmt: skip
        path = re.search(button, alice.get(path).text)[1].replace("&amp;", "&")
    assert f'<option selected value="{wanted}">Keys first' in alice.get(path).text


@pytest.mark.parametrize("project", ["%00", "9" * 500, "x", "-1", "%22%3E"])
def test_a_project_that_is_none_goes_along_nowhere(alice, leader, project):
    page = alice.get(f"/drafts/new?project={project}")
    assert page.status_code == 200
    assert "project=" not in page.text.split("<main")[1]
