"""What is the same for everybody is drawn once, by each environment for itself."""

from __future__ import annotations

from jinja2 import Environment

from outreach import unchanging

PAGE = "{% macro part(words) %}{{ drawn(words) }}<b>{{ words }}</b>{% endmacro %}{{ unchanging(name, part, words) }}"


def environment() -> tuple[Environment, list[str]]:
    made, seen = Environment(autoescape=True), []
    made.globals["drawn"] = lambda words: seen.append(words) or ""
    unchanging.install(made)
    return made, seen


def test_a_part_is_drawn_once_for_all_pages_that_hold_it():
    made, seen = environment()
    page = made.from_string(PAGE)
    assert [page.render(name="a", words="<x>") for _ in range(3)] == ["<b>&lt;x&gt;</b>"] * 3
    assert page.render(name="other", words="y") == "<b>y</b>"
    assert seen == ["<x>", "y"]


def test_another_application_draws_its_own():
    for words in ("one", "two"):
        made, seen = environment()
        assert made.from_string(PAGE).render(name="a", words=words) == f"<b>{words}</b>"
        assert seen == [words]
