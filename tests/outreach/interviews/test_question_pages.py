"""Single questions through their pages: added, changed, moved without script, taken out and put back."""

from __future__ import annotations

import re

import pytest

from outreach.interviews.models import GuideQuestion
from tests.outreach.interviews.test_guide_pages import inside, leader, path  # noqa: F401 (fixtures)

NEW = {"text": "Who was against it?", "kind": "people", "minutes": "3", "ground": ""}


def rows(inside) -> list[GuideQuestion]:  # noqa: F811
    with inside() as session:
        found = session.query(GuideQuestion).filter_by(deleted_at=None)
        return sorted(found, key=lambda one: (one.kind == "reserve", one.place))


def version_in(page) -> str:
    return re.search(r'name="version"[^>]*value="(\d+)"', page.text)[1]


def test_a_question_is_added_once_however_often_it_is_pressed(alice, inside, path):  # noqa: F811
    alice.get(path + "/questions/new")
    for _ in range(2):
        assert alice.post(path + "/questions/new", NEW).status_code == 303
    assert [row.text for row in rows(inside)].count(NEW["text"]) == 1
    page = alice.get(path).text
    assert NEW["text"] in page
    assert "This hangs on no fact." in page


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"text": ""}, "Write the question."),
        ({"text": "???"}, "Write the question."),
        ({"text": "x" * 501}, "Use at most 500 characters."),
        ({"minutes": "91"}, "between 0 and 90"),
        ({"kind": "nonsense"}, "Choose one of these."),
        ({"ground": "fact-999999"}, "Choose one of these."),
        ({"ground": "x"}, "Choose one of these."),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_added(alice, inside, path, wrong, words):  # noqa: F811
    before = len(rows(inside))
    alice.get(path + "/questions/new")
    answer = alice.post(path + "/questions/new", {**NEW, **wrong})
    assert answer.status_code == 422
    assert words in answer.text
    assert len(rows(inside)) == before


def test_a_question_is_changed_and_hangs_on_a_fact(alice, inside, path):  # noqa: F811
    row = rows(inside)[3]
    address = f"{path}/questions/{row.id}"
    page = alice.get(address)
    fact = re.search(r'value="(fact-\d+)"', page.text)[1]
    alice.post(address, {**NEW, "version": version_in(page), "ground": fact, "text": "Who was\r\nagainst it?"})
    changed = rows(inside)[3]
    assert (changed.text, f"fact-{changed.fact_id}", changed.program_id) == ("Who was against it?", fact, None)


def test_two_windows_keep_both_texts(alice, inside, path):  # noqa: F811
    address = f"{path}/questions/{rows(inside)[3].id}"
    version = version_in(alice.get(address))
    alice.post(address, {**NEW, "version": version})
    alice.get(path)
    answer = alice.post(address, {**NEW, "version": version, "text": "Who was for it?"})
    assert answer.status_code == 409
    assert "Who was for it?" in answer.text
    assert "<dd>Who was against it?</dd>" in answer.text
    assert rows(inside)[3].text == "Who was against it?"


def test_what_is_found_stands_below_the_form(alice, inside, path):  # noqa: F811
    address = f"{path}/questions/{rows(inside)[3].id}"
    alice.post(address, {**NEW, "version": version_in(alice.get(address)), "text": "How did you become CEO?"})
    assert "careers, posts or pay" in alice.get(address).text
    page = alice.get(path + "/send").text
    assert "Not yet" in page
    assert "How did you become CEO?" not in page
    assert alice.get(path + "/questions.txt").status_code == 422


def test_what_the_sources_answer_links_to_the_passage(alice, path):  # noqa: F811
    alice.get(path + "/questions/new")
    alice.post(path + "/questions/new", {**NEW, "text": "When did the short-stay unit open?"})
    page = alice.get(path).text
    assert "Your sources answer this" in page
    assert re.search(r'href="/claims/\d+/source#quote"', page)


def test_order_is_changed_with_buttons_and_a_double_press_moves_once(alice, inside, path):  # noqa: F811
    second = rows(inside)[1]
    alice.get(path)
    for _ in range(2):
        alice.post(f"{path}/questions/{second.id}/move", {"to": "down", "place": "2"})
    assert rows(inside)[2].id == second.id
    assert "moved in another window" in alice.get(path).text
    for data in ({"to": "aside", "place": "3"}, {}):
        assert alice.post(f"{path}/questions/{second.id}/move", data).status_code == 422
    for place in ("x", "", "9" * 3000, "-1", "²"):
        assert alice.post(f"{path}/questions/{second.id}/move", {"to": "up", "place": place}).status_code == 303
    assert rows(inside)[2].id == second.id


def test_a_question_is_taken_out_and_put_back(alice, inside, path):  # noqa: F811
    row = rows(inside)[2]
    alice.get(path)
    alice.post(f"{path}/questions/{row.id}/take-out")
    page = alice.get(path)
    assert f'action="{path}/questions/{row.id}/put-back"' in page.text
    assert row.text not in page.text
    assert alice.get(f"{path}/questions/{row.id}").status_code == 404
    alice.post(f"{path}/questions/{row.id}/put-back")
    assert rows(inside)[2].id == row.id
