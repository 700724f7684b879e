"""What the macros make of hostile, missing and long words."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask, render_template_string
from lxml import html

from outreach.styleguide import samples
from tests.outreach.styleguide.page_app import page_app

HOSTILE = "<img src=x onerror=alert(1)>\"'&{{ 7*7 }}"
SOURCE = {"words": HOSTILE, "address": "#" + HOSTILE, "date": date(2026, 5, 8)}

CALLS = {
    "fact.html": "fact_row(x, [origin], [x, (x, 'good')], x, x)",
    "fact.html#cited": "cited_fact(3, x, origin, [x])",
    "fact.html#readiness": "readiness([{'words': x, 'met': false, 'address': x, 'link_words': x}])",
    "fact.html#finding": "finding(x, x, x)",
    "notice.html": "notice(x, x)",
    "notice.html#notices": "notices([('strange', {'words': x, 'undo': x}), ('good', x)])",
    "card.html": "card(x, x, '', x)",
    "card.html#empty": "empty_state(x)",
    "button.html": "post_button(x, x, fields={x: x}, about=x)",
    "button.html#plain": "button(x, name=x, value=x, busy=x)",
    "button.html#link": "link_button(x, x)",
    "button.html#copy": "copy_button(x, x)",
    "page.html": "page_head(x, (x, x), x, x)",
    "page.html#links": "in_page([(x, x)], x, x)",
    "page.html#pager": "pager(x, x, x, x, x)",
    "question.html": "question_card(x, [{'words': x, 'rows': [(x, x)]}], [(x, x)], x, x)",
    "question.html#comparison": "comparison(x, x, x, [(x, x, x, 'same')])",
    "question.html#diff": "diff([('removed', x), ('added', x), ('same', x)])",
    "question.html#confirm": "confirm([x], x, x, x, x)",
    "work.html": "task_row((x, 'bad'), x, x, x)",
    "work.html#source": "source_row('Read', x, x)",
    "work.html#progress": "progress(1, 0, x, x)",
    "work.html#timeline": "timeline([{'date': origin.date, 'words': x, 'kind': x, 'done': false}])",
    "table.html": "data_table(x, [x, x], [[x, x]])",
    "table.html#head": "list_head([{'words': x, 'address': x, 'sorted': 'ascending'}])",
    "form.html": "search_field(x, x, x)",
    "form.html#suggestions": "suggestions([x])",
    "search.html": "search_options([{'words': x, 'options': [{'words': x, 'address': x, 'beside': x}]}])",
}
"""File of a macro (and which) -> a call with hostile words wherever words go."""


@pytest.fixture(scope="module")
def app() -> Flask:
    return page_app()


def made(app: Flask, component: str, call: str, **values: object) -> str:
    name = call.split("(", 1)[0]
    with app.test_request_context():
        return render_template_string(
            f'{{% from "components/{component.split("#")[0]}" import {name} %}}{{{{ {call} }}}}', **values
        )


@pytest.mark.parametrize("component", CALLS)
def test_hostile_words_stay_words(app: Flask, component: str) -> None:
    text = made(app, component, CALLS[component], x=HOSTILE, origin=SOURCE)
    shown = html.fragment_fromstring(text, create_parent=True)
    assert shown.xpath("//img") == []
    assert shown.xpath("//@onerror") == []
    assert "{{ 7*7 }}" in text
    assert "&lt;img src=x onerror=alert(1)&gt;" in text


def test_a_fact_without_a_source_says_so(app: Flask) -> None:
    assert "No source" in made(app, "fact.html", "fact_row('Holds an MBA.', [])")


def test_color_never_stands_alone(app: Flask) -> None:
    assert "Must fix" in made(app, "fact.html", "finding('x', 'y', tone='bad')")
    items = "readiness([{'words': 'a', 'met': true, 'address': '', 'link_words': ''}])"
    assert "Met: " in made(app, "fact.html", items)


def test_a_bar_never_stands_without_its_words(app: Flask) -> None:
    shown = html.fragment_fromstring(made(app, "work.html", "progress(6, 9, 'sources read')"), create_parent=True)
    assert shown.xpath("//p")[0].text_content() == "6 of 9 sources read"
    assert shown.xpath("//progress/@max") == ["9"]


def test_words_removed_and_added_are_named_for_those_who_hear_them(app: Flask) -> None:
    text = made(app, "question.html", "diff(parts)", parts=samples.DIFF)
    shown = html.fragment_fromstring(text, create_parent=True)
    assert [shown.findtext(f".//{tag}/span").strip() for tag in ("del", "ins")] == ["removed:", "added:"]


def test_no_pager_stands_where_there_is_one_page(app: Flask) -> None:
    assert made(app, "page.html", "pager('', '')").strip() == ""


def test_a_search_that_found_nothing_has_no_option(app: Flask) -> None:
    assert "option" not in made(app, "search.html", "search_options([{'words': 'People', 'options': []}])")


def test_an_icon_that_is_not_there_is_an_error(app: Flask) -> None:
    with pytest.raises(Exception, match="has no attribute 'nonsense'"):
        made(app, "icon.html", "icon('nonsense')")
