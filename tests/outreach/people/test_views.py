from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from sqlalchemy import event, select

from outreach import page_parts
from outreach.app import Application
from outreach.page_parts import Column, Filter, NextAction, Part, Step
from outreach.people.models import Person, Position
from tests import factories
from tests.browser import Browser, without_token
from tests.outreach.hostile import bodies


@pytest.fixture
def make(app: Application, alice: Browser) -> Callable:
    """Makes a row in Alice's workspace: make(factories.make_person, name=...)."""

    def in_hers(factory: Callable, *arguments, **named):
        with app.extensions["database"].session_for(1) as session:
            return factory(session, *arguments, **named)

    return in_hers


@pytest.fixture
def person(make) -> Person:
    return make(factories.make_person, name="Marisol Núñez-Łukasik")


def stored(app: Application, number: int, kind: type = Person):
    with app.extensions["database"].reader_for(1) as session:
        return session.get(kind, number)


def main_of(page) -> str:
    return unescape(page.text.split("<main", 1)[1])


EDIT = {
    "version": "1", "name": "Marisol Núñez", "kind": "leader", "credentials": "RN", "addressed_as": "Dr. Núñez",
    "goes_by": "Marisol", "pronunciation": "NOON-yes", "pronouns": "she/her", "email": "m@harrow.example.org",
    "office_phone": "218 555 0100", "preferred_channel": "assistant", "time_zone": "America/Chicago",
    "website": "harrow.example.org/team", "reason": "She opened the unit.", "given_name": "Marisol",
    "family_name": "Núñez", "sort_as": "",
}  # fmt: skip
POST = {
    "what": "moves",
    "title": "CEO",
    "workplace": "Two Harbors Clinic",
    "started": "March 2026",
    "ended": "",
    "note": "",
}
CONTACT = {"name": "Tom Adébáyọ̀", "kind": "assistant", "part": "schedules", "email": "", "phone": "", "note": ""}


# --- adding -------------------------------------------------------------------------------------------------------


def test_the_empty_list_says_that_a_name_and_a_workplace_are_enough(alice: Browser):
    page = alice.get("/people")
    assert "A name and a workplace are enough." in page.text
    assert main_of(page).count("Add a person") == 1


def test_a_person_is_added_with_post_and_hospital(alice: Browser, app: Application, make):
    make(factories.make_directory_hospital, ccn="990001", name="Larkspur Valley", search_key="larkspur valley")
    alice.get("/people/new")
    sent = {
        "name": "Inés Okafor, MD, FACHE", "workplace": "Larkspur Valley, Larkspur, IA (CCN 990001)",
        "title": "Chief Medical Officer", "kind": "leader", "email": "",
    }  # fmt: skip
    page = alice.get(alice.post("/people/new", sent).location)
    text = main_of(page)
    for words in ("Inés Okafor, MD, FACHE", "Chief Medical Officer", "Larkspur Valley"):
        assert words in text
    place = re.search(r'href="(/orgs/\d+)"', text)[1]
    assert "Inés Okafor" in main_of(alice.get(place))


def test_a_name_is_enough(alice: Browser):
    alice.get("/people/new")
    assert alice.post("/people/new", {"name": "Jo Marsh"}).status_code == 303
    assert "no post known" in main_of(alice.get("/people"))


def test_somebody_of_the_same_name_is_asked_about_first(alice: Browser, make, person: Person):
    alice.get("/people/new")
    asked = alice.post("/people/new", {"name": "marisol nunez-lukasik", "title": "COO"})
    assert asked.status_code == 409
    for words in ("Is it one of these?", f"/people/{person.id}", 'value="COO"', 'name="again" value="yes"'):
        assert words in asked.text
    assert alice.post("/people/new", {"name": "marisol nunez-lukasik", "again": "yes"}).status_code == 303


# --- bad input ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "good"),
    [
        ("/people/new", {"name": "Jo Marsh", "workplace": "Harrow", "title": "COO", "kind": "leader", "email": ""}),
        ("/people/{id}/edit", EDIT),
        ("/people/{id}/posts/new", POST),
        ("/people/{id}/contacts", CONTACT),
        ("/people/{id}/numbers", {"scheme": "npi", "number": "1234567893"}),
        ("/people/{id}/notes", {"text": "A note."}),
        ("/people/{id}/do-not-contact", {"reason": "Asked us."}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_form_bears_whatever_is_sent(alice: Browser, person: Person, path: str, good: dict[str, str]):
    alice.get(f"/people/{person.id}")
    for name, body in bodies(good):
        answer = alice.post(path.format(id=person.id), body)
        assert answer.status_code in (303, 400, 409, 413, 422), name
        if answer.status_code == 422:
            assert "There is a problem" in answer.text, name
            assert "<script>alert" not in answer.text, name
    alice.get(f"/people/{person.id}")
    assert alice.post(path.format(id=person.id), good).status_code in (303, 409, 422)


def test_a_refused_form_shows_what_was_typed_and_words_beside_the_field(alice: Browser, person: Person):
    alice.get(f"/people/{person.id}/edit")
    sent = {**EDIT, "email": "nobody", "website": "nowhere", "name": ""}
    page = alice.post(f"/people/{person.id}/edit", sent)
    assert page.status_code == 422
    for words in (
        'value="nobody"',
        'value="nowhere"',
        "Enter the person&#39;s name.",
        "Enter a web address",
        "NOON-yes",
    ):
        assert words in page.text
    assert "<title>Error: " in page.text


def test_a_form_on_the_page_is_refused_on_the_page_and_opened(alice: Browser, person: Person):
    alice.get(f"/people/{person.id}")
    page = alice.post(f"/people/{person.id}/contacts", {**CONTACT, "email": "tom at harrow"})
    assert page.status_code == 422
    assert "<details open>" in page.text
    assert 'value="tom at harrow"' in page.text


@pytest.mark.parametrize("number", ["0", "999999", "9223372036854775808", "-1", "x", "1e3", "%00"])
def test_malformed_and_unknown_ids_are_not_found(alice: Browser, number: str):
    for path in (
        "", "/edit", "/delete/ask", "/posts/new", "/posts/1", "/notes/1", "/notes/1/delete/ask", "/do-not-contact",
    ):  # fmt: skip
        assert alice.get(f"/people/{number}{path}").status_code == 404, path
    alice.get("/people/new")
    for path in (
        "/contacts", "/contacts/1/end", "/contacts/1/remove", "/numbers", "/numbers/1/remove", "/notes", "/delete",
        "/notes/1/delete", "/posts/1/remove", "/posts/1/confirm", "/bring-back", "/may-be-contacted",
    ):  # fmt: skip
        assert alice.post(f"/people/{number}{path}").status_code in (404, 405), path


def test_another_workspace_s_person_is_not_there_and_the_answer_is_the_same(alice: Browser, app: Application, person):
    other = factories.make_workspace(app.extensions["database"])
    with app.extensions["database"].session_for(other) as session:
        foreign = factories.make_person(session, name="Theirs").id
        note = factories.make_note(session, session.get(Person, foreign)).id
    theirs, unknown = alice.get(f"/people/{foreign}"), alice.get("/people/999999")
    assert theirs.status_code == unknown.status_code == 404
    assert without_token(theirs) == without_token(unknown)
    assert alice.get(f"/people/{person.id}/notes/{note}").status_code == 404
    assert "Theirs" not in alice.get("/people").text


# --- the page -----------------------------------------------------------------------------------------------------


def test_the_page_says_who_this_is_and_how_to_address_them(alice: Browser, app: Application, person: Person):
    alice.get(f"/people/{person.id}/edit")
    assert alice.post(f"/people/{person.id}/edit", EDIT).status_code == 303
    text = main_of(alice.get(f"/people/{person.id}"))
    for words in (
        "Goes by Marisol · “NOON-yes” · she/her", "Dr. Núñez", "Through the assistant", "6:00 AM CST",
        "mailto:m@harrow.example.org", "https://harrow.example.org/team", "She opened the unit.",
    ):  # fmt: skip
        assert words in text, words


def test_an_earlier_address_still_finds_the_person(alice: Browser, person: Person):
    alice.get(f"/people/{person.id}/edit")
    alice.post(f"/people/{person.id}/edit", EDIT)
    alice.post(f"/people/{person.id}/edit", {**EDIT, "version": "2", "email": "new@harbor.example.org"})
    text = main_of(alice.get(f"/people/{person.id}"))
    assert "m@harrow.example.org" in text
    assert "Earlier e-mail address" in text


def test_two_windows_keep_both_texts_and_tell(alice: Browser, app: Application, person: Person):
    alice.get(f"/people/{person.id}/edit")
    alice.post(f"/people/{person.id}/edit", {**EDIT, "goes_by": "Mari", "time_zone": "America/Denver"})
    told = alice.post(f"/people/{person.id}/edit", {**EDIT, "goes_by": "Sol"})
    assert told.status_code == 409
    for words in ("changed in another window", "Mari", "Mountain", 'value="Sol"'):
        assert words in told.text
    assert stored(app, person.id).goes_by == "Mari"
    version = re.search(r'name="version"[^>]*value="(\d+)"', told.text)[1]
    assert alice.post(f"/people/{person.id}/edit", {**EDIT, "goes_by": "Sol", "version": version}).status_code == 303
    assert stored(app, person.id).goes_by == "Sol"


def test_later_rooms_add_their_parts_button_and_steps(alice: Browser, app: Application, person: Person, tmp_path):
    (tmp_path / "facts.html").write_text("<section class='card' id='facts'><h2>{{ part.words }}</h2></section>")
    app.jinja_loader.searchpath.append(str(tmp_path))
    load = lambda here: {"words": f"Facts about {here.subject_id}"}  # noqa: E731
    page_parts.add(app, "person", Part("test_facts", "Dossier of tests", "main", 1, "facts.html", load))
    page_parts.add_action(app, "person", 1, lambda _here: NextAction("Draft the request", "/drafts/new"))
    page_parts.add_steps(app, "person", lambda here, _most: [Step(here.now.date(), "Ask by phone", "ask", done=False)])
    text = main_of(alice.get(f"/people/{person.id}"))
    for words in (
        f"Facts about {person.id}",
        "Dossier of tests",
        'class="button main" href="/drafts/new"',
        "Ask by phone",
    ):
        assert words in text


def test_one_who_was_joined_to_another_leads_there(alice: Browser, make, person: Person):
    merged = make(factories.make_person, merged_into_id=person.id)
    assert alice.get(f"/people/{merged.id}").location == f"/people/{person.id}"


# --- posts --------------------------------------------------------------------------------------------------------


def test_a_move_closes_the_old_post_in_one_act(alice: Browser, app: Application, make, person: Person):
    old = make(factories.make_position, person, title="Chief Operating Officer", started="2024-03")
    form = main_of(alice.get(f"/people/{person.id}/posts/new"))
    assert re.search(r'checked[^>]*value="moves"', form)
    assert alice.post(f"/people/{person.id}/posts/new", POST).status_code == 303
    ended = stored(app, old.id, Position)
    assert (ended.is_current, ended.started, ended.ended) == (False, "2024-03", "2026-03")
    text = main_of(alice.get(f"/people/{person.id}"))
    assert text.index("since Mar 2026") < text.index("Mar 2024 to Mar 2026")
    assert '<time datetime="2026-03">Mar 2026</time> Began as CEO, Two Harbors Clinic' in text


def test_a_move_to_before_the_present_post_changes_nothing(alice: Browser, app: Application, make, person: Person):
    old = make(factories.make_position, person, started="2024-03")
    alice.get(f"/people/{person.id}/posts/new")
    page = alice.post(f"/people/{person.id}/posts/new", {**POST, "started": "2019"})
    assert page.status_code == 422
    assert "The present post began in Mar 2024" in page.text
    assert stored(app, old.id, Position).is_current
    with app.extensions["database"].reader_for(1) as session:
        assert len(session.scalars(select(Position)).all()) == 1


def test_a_post_is_corrected_ended_confirmed_and_removed(alice: Browser, app: Application, make, person: Person, clock):
    kept = make(factories.make_position, person, started="2024")
    path = f"/people/{person.id}/posts/{kept.id}"
    alice.get(path)
    assert alice.post(f"{path}/confirm").status_code == 303
    assert stored(app, kept.id, Position).confirmed_on == clock.now
    sent = {"how": "over", "title": "COO", "workplace": "Harrow, Ely, MN", "started": "2024", "ended": "2023"}
    assert "before it began in 2024" in alice.post(path, sent).text
    assert alice.post(path, {**sent, "ended": "2025"}).status_code == 303
    now = stored(app, kept.id, Position)
    assert (now.title, now.ended, now.is_current, now.organization_name) == ("COO", "2025", False, "Harrow")
    assert alice.post(f"{path}/confirm").status_code == 404, "it has ended"
    assert alice.post(f"{path}/remove").status_code == 303
    assert stored(app, kept.id, Position) is None


def test_a_post_is_reached_through_its_own_person_only(alice: Browser, make, person: Person):
    other = make(factories.make_position)
    assert alice.get(f"/people/{person.id}/posts/{other.id}").status_code == 404


# --- who answers for a leader, numbers, do not contact ------------------------------------------------------------


def test_an_assistant_is_tied_to_the_leader_and_shown_on_both_pages(alice: Browser, person: Person):
    alice.get(f"/people/{person.id}")
    assert (
        alice.post(f"/people/{person.id}/contacts", {**CONTACT, "email": "tom@harrow.example.org"}).status_code == 303
    )
    text = main_of(alice.get(f"/people/{person.id}"))
    assert "Keeps the calendar" in text
    assistant = re.search(r'href="(/people/\d+)">Tom Adébáyọ̀', text)[1]
    assert "Marisol Núñez-Łukasik" in main_of(alice.get(assistant))
    alice.get(f"/people/{person.id}")
    again = {**CONTACT, "name": "tom adebayo", "part": "both"}
    alice.post(f"/people/{person.id}/contacts", again)
    text = main_of(alice.get(f"/people/{person.id}"))
    assert text.count("Tom Adébáyọ̀</a>") == 1
    assert "Keeps the calendar and clears what is published" in text
    end, remove = re.findall(rf'action="(/people/{person.id}/contacts/\d+/\w+)"', text)
    alice.post(end)
    assert "no more" in main_of(alice.get(f"/people/{person.id}"))
    alice.post(remove)
    assert "No assistant or office is known" in main_of(alice.get(f"/people/{person.id}"))
    assert alice.get(assistant).status_code == 200, "the person stays"


def test_a_number_stands_for_one_person(alice: Browser, make, person: Person):
    other = make(factories.make_person, name="Jo Marsh")
    make(factories.make_person_identifier, other, value="1234567893")
    alice.get(f"/people/{person.id}")
    page = alice.post(f"/people/{person.id}/numbers", {"scheme": "npi", "number": "1234567893"})
    assert "Jo Marsh has this number" in page.text
    sent = {"scheme": "orcid", "number": "https://orcid.org/0000-0002-1825-0097"}
    assert alice.post(f"/people/{person.id}/numbers", sent).status_code == 303
    text = main_of(alice.get(f"/people/{person.id}"))
    assert "0000-0002-1825-0097" in text
    assert alice.post(re.search(r'action="(/people/\d+/numbers/\d+/remove)"', text)[1]).status_code == 303


def test_do_not_contact_is_said_everywhere_with_its_reason_until_taken_back(alice: Browser, person: Person):
    alice.get(f"/people/{person.id}/do-not-contact")
    assert alice.post(f"/people/{person.id}/do-not-contact", {"reason": ""}).status_code == 422
    alice.post(f"/people/{person.id}/do-not-contact", {"reason": "Asked us on March 3."})
    text = main_of(alice.get(f"/people/{person.id}"))
    assert "Not to be contacted" in text
    assert "Asked us on March 3." in text
    assert "not to be contacted" in main_of(alice.get("/people"))
    alice.get(f"/people/{person.id}")
    alice.post(f"/people/{person.id}/may-be-contacted")
    assert "Not to be contacted" not in main_of(alice.get(f"/people/{person.id}")).replace("may be contacted", "")


# --- notes --------------------------------------------------------------------------------------------------------


def test_a_note_is_added_within_the_page_and_marked_as_the_user_s_own(alice: Browser, person: Person):
    alice.get(f"/people/{person.id}")
    part = alice.post(f"/people/{person.id}/notes", {"text": "Likes short questions."}, headers={"HX-Request": "true"})
    assert part.status_code == 200
    assert part.text.lstrip().startswith("<section")
    for words in ("Likes short questions.", "only your notes", "Alice Ferreira"):
        assert words in part.text
    refused = alice.post(f"/people/{person.id}/notes", {"text": " "}, headers={"HX-Request": "true"})
    assert refused.status_code == 422
    assert "Write the note first." in refused.text
    assert refused.text.lstrip().startswith("<section")


def test_without_script_a_note_leads_back_to_the_page(alice: Browser, person: Person):
    alice.get(f"/people/{person.id}")
    assert alice.post(f"/people/{person.id}/notes", {"text": "Two\nlines."}).location == f"/people/{person.id}#notes"
    text = main_of(alice.get(f"/people/{person.id}"))
    assert "Two\nlines." in text
    assert "your note" in text


def test_a_note_is_changed_and_two_windows_keep_both_texts(alice: Browser, make, person: Person):
    note = make(factories.make_note, person, text="First.")
    path = f"/people/{person.id}/notes/{note.id}"
    assert "First." in alice.get(path).text
    assert alice.post(path, {"text": "Theirs.", "version": "1"}).status_code == 303
    told = alice.post(path, {"text": "Mine.", "version": "1"})
    assert told.status_code == 409
    assert "Theirs." in told.text
    assert "Mine." in told.text
    assert "You can undo this until" in alice.get(f"{path}/delete/ask").text
    assert alice.post(f"{path}/delete").status_code == 303
    assert "Theirs." not in main_of(alice.get(f"/people/{person.id}"))


def test_who_deletes_a_note_that_another_window_has_deleted_is_led_to_the_person(alice: Browser, make, person: Person):
    path = f"/people/{person.id}/notes/{make(factories.make_note, person, text='First.').id}/delete"
    alice.get(f"{path}/ask")
    first, second = alice.post(path), alice.post(path)
    assert second.location == first.location == f"/people/{person.id}"
    assert "The note was deleted already." in alice.get(f"/people/{person.id}").text
    assert alice.post(f"/people/{person.id + 999}/notes/1/delete").status_code == 404


def test_a_deleted_note_is_brought_back_from_the_next_page(alice: Browser, make, person: Person):
    note = make(factories.make_note, person, text="Prefers mornings.")
    alice.post(f"/people/{person.id}/notes/{note.id}/delete")
    page = alice.get(f"/people/{person.id}")
    undo = f"/people/{person.id}/notes/{note.id}/bring-back"
    assert undo in page.text
    assert "Prefers mornings." not in main_of(page)
    assert alice.get(f"/people/{person.id}/notes/{note.id}").status_code == 404
    assert alice.post(undo).location == f"/people/{person.id}#note-{note.id}"
    assert "Prefers mornings." in main_of(alice.get(f"/people/{person.id}"))


@pytest.mark.parametrize("part", ["contacts/{contact}", "numbers/{number}", "posts/{post}"])
def test_what_another_window_has_removed_is_said_to_be_gone(alice: Browser, make, person: Person, part: str):
    made = {
        "contact": make(factories.make_contact, person).id,
        "number": make(factories.make_person_identifier, person).id,
        "post": make(factories.make_position, person).id,
    }
    path = f"/people/{person.id}/{part.format(**made)}/remove"
    assert [alice.post(path).status_code for _ in range(2)] == [303, 303]
    assert "removed already, perhaps in another window" in alice.get(f"/people/{person.id}").text


def test_a_person_whom_another_window_has_deleted_is_said_to_be_deleted(alice: Browser, person: Person):
    assert [alice.post(f"/people/{person.id}/delete").status_code for _ in range(2)] == [303, 303]
    said = alice.get("/people").text
    assert f"{person.name} was deleted already." in said
    assert f"/people/{person.id}/bring-back" in said


def test_older_notes_are_a_page_away(alice: Browser, make, person: Person, clock):
    for number in range(12):
        made = factories.NOON.replace(minute=number)
        make(factories.make_note, person, text=f"Note number {number:02d}.", created_at=made, updated_at=made)
    first = main_of(alice.get(f"/people/{person.id}")).split('id="timeline"')[0]
    assert "number 11" in first
    assert "number 01" not in first
    older = unescape(re.search(r'rel="next" href="([^"]+)"', first)[1])
    assert "number 01" in main_of(alice.get(older.partition("#")[0])).split('id="timeline"')[0]
    assert alice.get(f"/people/{person.id}?notes=broken").status_code == 404


# --- the list -----------------------------------------------------------------------------------------------------


def test_the_list_is_sorted_by_family_name_and_shows_the_present_post(alice: Browser, make):
    for name in ("Zoë Adams", "Adam Łuk", "Bea Lukas"):
        who = make(factories.make_person, name=name)
        make(factories.make_position, who, title=f"Post of {name}")
    text = main_of(alice.get("/people"))
    order = [text.index(name) for name in ("Zoë Adams", "Adam Łuk", "Bea Lukas")]
    assert order == sorted(order)
    assert "Post of Zoë Adams, Harrow Lake" in text


def test_a_search_finds_by_part_of_a_word_without_accents(alice: Browser, make, person: Person):
    make(factories.make_person, name="Jo Marsh")
    text = main_of(alice.get("/people?q=kasik"))
    assert "Marisol Núñez-Łukasik" in text
    assert "Jo Marsh" not in text
    assert "Nobody called “nunezz”" in main_of(alice.get("/people?q=nunezz"))


def test_the_list_is_narrowed_by_kind_place_and_what_later_rooms_add(alice: Browser, app: Application, make, person):
    position = make(factories.make_position, person)
    make(factories.make_person, name="Tom Adams", kind="assistant")
    assert "Tom Adams" not in main_of(alice.get("/people?kind=leader"))
    there = main_of(alice.get(f"/people?org={position.organization_id}"))
    assert "Marisol" in there
    assert "Tom Adams" not in there
    page_parts.add_filter(app, "people", Filter("assistants", "Assistants", lambda _now: Person.kind == "assistant"))
    page_parts.add_column(app, "people", Column("Next", 1, lambda _session, ids, _now: {ids[0]: "Meet on Thursday"}))
    text = main_of(alice.get("/people?show=assistants"))
    assert "Marisol" not in text
    assert "Meet on Thursday" in text


@pytest.mark.parametrize(
    "query",
    [
        "?after=xyz", "?q=%00", "?kind=club&show=none", "?q=" + "x" * 5000, "?after=" + "A" * 3000, "?org=0", "?org=x",
        "?org=99999999999999999999", "?q=%ff",
    ],
)  # fmt: skip
def test_a_list_bears_any_address(alice: Browser, person: Person, query: str):
    assert alice.get("/people" + query).status_code in (200, 404)


def test_a_page_of_the_list_costs_the_same_number_of_queries_for_any_number_of_rows(alice: Browser, app, make):
    def queries_of(path: str) -> int:
        asked = []
        engine = app.extensions["database"]._reading_engine
        event.listen(engine, "before_cursor_execute", lambda *arguments: asked.append(arguments[2]))
        assert alice.get(path).status_code == 200
        return len(asked)

    for number in range(3):
        make(factories.make_position, make(factories.make_person, name=f"Person {number}"))
    few = queries_of("/people")
    for number in range(20):
        make(factories.make_position, make(factories.make_person, name=f"Other {number}"))
    assert queries_of("/people") <= few * 2, "the listener of the first count counts as well"


# --- going, coming back, and who may ------------------------------------------------------------------------------


def test_a_deleted_person_can_be_brought_back(alice: Browser, person: Person):
    assert "You can undo this until" in alice.get(f"/people/{person.id}/delete/ask").text
    after = alice.get(alice.post(f"/people/{person.id}/delete").location)
    assert "Deleted Marisol" in after.text
    assert alice.get(f"/people/{person.id}").status_code == 404
    alice.get("/people")
    assert alice.post(f"/people/{person.id}/bring-back").status_code == 303
    assert alice.get(f"/people/{person.id}").status_code == 200


def test_a_reviewer_reads_and_changes_nothing(alice: Browser, make, person: Person, invite):
    make(factories.make_position, person)
    make(factories.make_note, person)
    reviewer = invite("reviewer")
    text = main_of(reviewer.get(f"/people/{person.id}"))
    assert "Likes short questions" in text
    assert 'method="post"' not in text
    assert reviewer.get(f"/people/{person.id}/edit").status_code == 403
    assert reviewer.post(f"/people/{person.id}/notes", {"text": "x"}).status_code == 403
