from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask

from outreach import page_parts
from outreach.app import Application
from outreach.organizations.models import Organization
from outreach.page_parts import NextAction, Part
from tests import factories
from tests.browser import Browser
from tests.outreach.hostile import bodies


@pytest.fixture
def make(app: Application, alice: Browser) -> Callable:
    """Makes a row in Alice's workspace: make(factories.make_organization, name=...)."""

    def in_hers(factory: Callable, *arguments, **named):
        with app.extensions["database"].session_for(1) as session:
            return factory(session, *arguments, **named)

    return in_hers


def stored(app: Application, number: int) -> Organization:
    with app.extensions["database"].reader_for(1) as session:
        return session.get(Organization, number)


# --- adding -------------------------------------------------------------------------------------------------------


def test_the_empty_list_says_what_would_be_here(alice: Browser):
    page = alice.get("/orgs")
    assert "No organizations yet" in page.text
    assert page.text.count('href="/orgs/new"') == 1


def test_a_hospital_of_the_directory_is_added_with_its_figures(alice: Browser, make):
    make(factories.make_directory_hospital, ccn="990001", name="Larkspur Valley", search_key="larkspur valley")
    assert "Type three letters" in alice.get("/orgs/new").text
    offered = alice.get("/organizations/suggest?workplace=lark", headers={"HX-Request": "true"}).text
    line = re.search(r'value="([^"]+)"', offered)[1]
    added = alice.post("/orgs/new", {"workplace": line, "kind": "hospital"})
    page = alice.get(added.location)
    for words in (
        "Larkspur Valley",
        "Voluntary non-profit - Private",
        "4 of 5 stars",
        "990001",
        "CMS Hospital General",
    ):
        assert words in page.text


def test_while_the_list_of_hospitals_is_on_its_way_what_was_typed_is_asked_for_again_by_itself(alice, make):
    def asks(path: str) -> list[str]:
        return re.findall(r'hx-get="([^"]+)" hx-trigger="(?:load delay|every)', alice.get(path).text)

    (hint,) = asks("/orgs/new")
    assert asks("/people/new") == [hint]
    assert asks(hint) == [hint]
    (again,) = asks("/organizations/suggest?workplace=lark+%26+sons")
    assert asks(again) == [again], "the same words, until there is an answer"
    assert asks("/organizations/suggest?workplace=") == []
    assert asks("/organizations/suggest?other=lark") == []
    make(factories.make_directory_hospital, ccn="990001", name="Lark & Sons", search_key="lark sons")
    assert "Lark &amp; Sons" in alice.get(again).text
    assert asks(again) == asks(hint) == asks("/orgs/new") == []
    assert "Type three letters" in alice.get(hint).text


def test_when_the_list_could_not_be_fetched_no_page_asks_on(alice, make):
    make(factories.make_directory_load, state="failed", error="It could not be reached.", hospitals=0)
    assert "every 3s" not in alice.get("/orgs/new").text
    assert "load delay" not in alice.get("/organizations/suggest?workplace=lark").text


def test_what_a_house_is_for_stands_beside_its_figures_and_not_among_them(alice, make):
    house = make(factories.make_organization)
    with alice.app.extensions["database"].session_for(1) as session:
        house = session.get(Organization, house.id)
        factories.make_figure(session, house)
        factories.make_figure(session, house, key="mission", value=None, words="To care.", unit="")
    page = alice.get(f"/orgs/{house.id}").text
    wordings, figures = page.index('id="wordings"'), page.index('id="figures"')
    assert wordings < page.index("<strong>To care.</strong> (2025)") < figures
    assert "To care." not in page[figures:]
    assert "Beds: <strong>214</strong>" in page[figures:]


def test_the_same_hospital_again_leads_to_the_one_that_is_there(alice: Browser, make):
    make(factories.make_directory_hospital, ccn="990001")
    line = "Any words, Larkspur, IA (CCN 990001)"
    alice.get("/orgs/new")
    first = alice.post("/orgs/new", {"workplace": line, "kind": "hospital"}).location
    assert alice.post("/orgs/new", {"workplace": line, "kind": "hospital"}).location == first
    assert "already" in alice.get(first).text


def test_another_place_is_added_by_its_name(alice: Browser, app: Application):
    alice.get("/orgs/new")
    location = alice.post("/orgs/new", {"workplace": "Prairie Insurers, Ely, MN", "kind": "payer"}).location
    made = stored(app, int(location.rsplit("/", 1)[1]))
    assert (made.name, made.city, made.state, made.kind) == ("Prairie Insurers", "Ely", "MN", "payer")


# --- bad input ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "good"),
    [
        ("/orgs/new", {"workplace": "Harrow Lake", "kind": "hospital"}),
        (
            "/orgs/{id}/edit",
            {
                "version": "1", "name": "Harrow", "kind": "hospital", "city": "Ely", "state": "MN", "website": "",
                "part_of": "", "other_names": "", "description": "",
            },
        ),
        ("/orgs/{id}/numbers", {"scheme": "ccn", "number": "240001"}),
        ("/orgs/{id}/figures", {"key": "beds", "value": "214", "period": "2025", "source_title": "", "url": ""}),
    ],
    ids=["new", "edit", "numbers", "figures"],
)  # fmt: skip
def test_every_form_bears_whatever_is_sent(alice: Browser, make, path: str, good: dict[str, str]):
    number = make(factories.make_organization).id
    alice.get(f"/orgs/{number}")
    for name, body in bodies(good):
        answer = alice.post(path.format(id=number), body)
        assert answer.status_code in (303, 400, 409, 413, 422), name
        if answer.status_code == 422:
            assert "There is a problem" in answer.text, name
            assert "<script>alert" not in answer.text, name
    assert alice.post(path.format(id=number), good).status_code in (303, 409, 422)


def test_a_refused_form_shows_what_was_typed_and_words_beside_the_field(alice: Browser, make):
    number = make(factories.make_organization).id
    alice.get(f"/orgs/{number}")
    page = alice.post(f"/orgs/{number}/figures", {"key": "beds", "value": "many", "period": "20226", "url": "nowhere"})
    assert page.status_code == 422
    for words in ("Enter a number, such as 214", "You wrote 20226", 'value="many"', 'value="20226"', 'value="nowhere"'):
        assert words in page.text
    assert re.search(r"<title>Error: ", page.text)
    assert "<details open>" in page.text


def test_a_number_that_does_not_check_out_is_told(alice: Browser, make):
    number = make(factories.make_organization).id
    alice.get(f"/orgs/{number}")
    page = alice.post(f"/orgs/{number}/numbers", {"scheme": "npi", "number": "1234567890"})
    assert "does not check out" in page.text


# --- changing -----------------------------------------------------------------------------------------------------


def test_an_organization_is_changed(alice: Browser, app: Application, make):
    number = make(factories.make_organization, name="Old").id
    assert 'value="Old"' in alice.get(f"/orgs/{number}/edit").text
    sent = {
        "version": "1",
        "name": "New",
        "kind": "payer",
        "state": "",
        "website": "new.example.org",
        "part_of": "Big System",
    }
    assert alice.post(f"/orgs/{number}/edit", sent).status_code == 303
    now = stored(app, number)
    assert (now.name, now.website) == ("New", "https://new.example.org")
    assert stored(app, now.parent_id).name == "Big System"
    sent = {"version": "2", "name": "New", "kind": "payer", "state": "", "website": "", "part_of": ""}
    alice.post(f"/orgs/{number}/edit", sent)
    assert stored(app, number).parent_id is None


def test_two_windows_keep_both_texts_and_tell(alice: Browser, app: Application, make):
    number = make(factories.make_organization, name="Old").id
    alice.get(f"/orgs/{number}/edit")
    alice.post(f"/orgs/{number}/edit", {"version": "1", "name": "Theirs", "kind": "payer", "state": "MN"})
    told = alice.post(f"/orgs/{number}/edit", {"version": "1", "name": "Mine", "kind": "hospital", "part_of": "Fresh"})
    assert told.status_code == 409
    for words in ("changed in another window", "Theirs", 'value="Mine"', "Insurer or health plan"):
        assert words in told.text
    assert stored(app, number).name == "Theirs"
    assert "Fresh" not in alice.get("/orgs").text, "nothing else is saved of the form that came late"
    version = re.search(r'name="version"[^>]*value="(\d+)"', told.text)[1]
    assert alice.post(f"/orgs/{number}/edit", {"version": version, "name": "Mine", "kind": "payer"}).status_code == 303
    assert stored(app, number).name == "Mine"


def test_numbers_and_figures_are_added_and_removed(alice: Browser, make):
    number = make(factories.make_organization).id
    alice.get(f"/orgs/{number}")
    alice.post(f"/orgs/{number}/numbers", {"scheme": "ein", "number": "41-0123456"})
    alice.post(f"/orgs/{number}/figures", {"key": "revenue", "value": "$318 million", "period": "2025"})
    page = alice.get(f"/orgs/{number}").text
    assert "410123456" in page
    assert "$318 million" in page
    assert "only your notes" in page
    for path in re.findall(r'action="(/orgs/\d+/(?:numbers|figures)/\d+/remove)"', page):
        assert alice.post(path).status_code == 303
    page = alice.get(f"/orgs/{number}").text
    assert "No number is known" in page
    assert "No figures yet" in page


def test_a_deleted_organization_can_be_brought_back(alice: Browser, make):
    number = make(factories.make_organization, name="Harrow").id
    assert "You can undo this until" in alice.get(f"/orgs/{number}/delete/ask").text
    after = alice.get(alice.post(f"/orgs/{number}/delete").location)
    assert "Deleted Harrow" in after.text
    assert alice.get(f"/orgs/{number}").status_code == 404
    again = alice.get(alice.post(f"/orgs/{number}/delete").location)
    assert "Harrow was deleted already." in again.text
    undo = re.search(r'action="(/orgs/\d+/bring-back)"', again.text)[1]
    alice.get("/orgs")
    assert alice.post(undo).status_code == 303
    assert alice.get(f"/orgs/{number}").status_code == 200


# --- the list -----------------------------------------------------------------------------------------------------


def test_the_list_keeps_its_filters_from_page_to_page(alice: Browser, make):
    with_letter = [f"Hospital {number:03d}" for number in range(60)]
    for name in with_letter:
        make(factories.make_organization, name=name, search_key=name.casefold())
    first = alice.get("/orgs?q=hospital&state=MN")
    assert "Hospital 049" in first.text
    assert "Hospital 050" not in first.text
    address = re.search(r'rel="next" href="([^"]+)"', first.text)[1].replace("&amp;", "&")
    assert "q=hospital" in address
    second = alice.get(address)
    assert "Hospital 059" in second.text
    assert 'rel="prev"' in second.text


@pytest.mark.parametrize(
    "query", ["?after=xyz", "?q=%00", "?kind=club&state=ZZ", "?q=" + "x" * 5000, "?after=" + "A" * 3000, "?q=%ff"]
)
def test_a_list_bears_any_address(alice: Browser, make, query: str):
    make(factories.make_organization)
    assert alice.get("/orgs" + query).status_code in (200, 404)


@pytest.mark.parametrize("number", ["0", "999999", "9223372036854775808", "-1", "x", "1e3", "%00"])
def test_malformed_and_unknown_ids_are_not_found(alice: Browser, number: str):
    for path in ("", "/edit", "/delete/ask"):
        assert alice.get(f"/orgs/{number}{path}").status_code == 404
    for path in ("/numbers", "/figures", "/bring-back", "/delete", "/figures/1/remove", "/numbers/1/remove"):
        alice.get("/orgs")
        assert alice.post(f"/orgs/{number}{path}").status_code in (404, 405)


def test_another_workspace_s_organization_is_not_there(alice: Browser, app: Application):
    other = factories.make_workspace(app.extensions["database"])
    with app.extensions["database"].session_for(other) as session:
        number = factories.make_organization(session, name="Theirs").id
    foreign, unknown = alice.get(f"/orgs/{number}"), alice.get("/orgs/999999")
    assert (foreign.status_code, unknown.status_code) == (404, 404)
    alike = [
        re.sub(r"req-\w+|\b[0-9a-f]{8,}\b", "", page.text.split("<main")[1].replace(str(number), "999999"))
        for page in (foreign, unknown)
    ]
    assert alike[0] == alike[1]
    assert "Theirs" not in alice.get("/orgs").text


# --- who may ------------------------------------------------------------------------------------------------------


def test_a_reviewer_reads_and_changes_nothing(alice: Browser, make, invite):
    number = make(factories.make_organization, name="Harrow").id
    reviewer = invite("reviewer")
    page = reviewer.get(f"/orgs/{number}")
    assert "Harrow" in page.text
    assert "<details" not in page.text.split("<main")[1]
    assert reviewer.get(f"/orgs/{number}/edit").status_code == 403
    assert reviewer.post(f"/orgs/{number}/delete").status_code == 403


def test_later_rooms_add_their_parts(alice: Browser, app: Flask, make, tmp_path):
    number = make(factories.make_organization).id
    (tmp_path / "people_here.html").write_text("<p id='here'>{{ part.words }}</p>")
    app.jinja_loader.searchpath.append(str(tmp_path))
    part = Part("here", "People", "main", 1, "people_here.html", lambda here: {"words": f"people of {here.subject_id}"})
    page_parts.add(app, "organization", part)
    page_parts.add_action(app, "organization", 1, lambda _here: NextAction("Start research", "/research", posts=True))
    page = alice.get(f"/orgs/{number}").text
    assert f"people of {number}" in page
    assert "Start research" in page
