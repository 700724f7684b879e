"""When a page was published."""

import sys

import pytest

from research.pages import json_ld
from research.pages.model import Line, PageText
from research.pages.page_date import _may_hold_day, dateline, published, url_date


def page_of(*lines, url="", kind="article"):
    return PageText(kind, tuple(Line(text) for text in lines), "\n".join(lines), url)


def day(page, markup=""):
    found = published(page, markup, json_ld.blocks(markup))
    return str(found) if found else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("RIVERTON, Iowa – (April 12, 2017) – Ana Larkin was named", "2017-04-12"),
        ("(January 18, 2017) – Ana Larkin", "2017-01-18"),
        ("RIVERTON, Iowa, March 3, 2021 /Wire/ -- Larkspur Health today", "2021-03-03"),
        ("Ana Larkin joined on April 12, 2017.", None),
        ("Room 5 – 2017 – opened", None),
    ],
)
def test_a_dateline_is_read_at_the_beginning_of_a_report(line, expected):
    found = dateline(line)
    assert (str(found) if found else None) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://news.example/2025/01/02/a-title/", "2025-01-02"),
        ("https://news.example/2019-01-10.a-title.html", "2019-01-10"),
        ("https://news.example/newsroom/2025/10/a-title", "2025-10"),
        ("https://news.example/archive/2018/01_30.php", "2018-01-30"),
        ("https://news.example/2025/13/45/x", None),
        ("https://2025.example/", None),
        ("https://news.example/id/1234567890", None),
        ("", None),
    ],
)
def test_an_address_holds_a_day_or_a_month(url, expected):
    found = url_date(url)
    assert (str(found) if found else None) == expected


def test_json_ld_wins_over_the_address():
    markup = (
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-01T01:00:00Z"}</script>'
    )
    assert day(page_of("x", url="https://news.example/2023/01/01/"), markup) == "2024-05-01"


def test_the_meta_tag_of_publication_is_read_and_that_of_change_is_not():
    markup = """<html><meta property="article:modified_time" content="2025-09-09">
    <meta content='2024-05-02T10:00:00+00:00' property='article:published_time'>"""
    assert day(page_of("x"), markup) == "2024-05-02"
    assert day(page_of("x"), '<meta property="article:modified_time" content="2025-09-09">') is None


def test_a_marked_time_is_read_and_several_others_are_not():
    assert (
        day(page_of("x"), '<time class="published" datetime="2024-05-03">May 3</time><time>May 9, 2025</time>')
        == "2024-05-03"
    )
    assert day(page_of("x"), "<html><time>May 9, 2025</time><time>May 8, 2025</time>") is None


def test_a_line_that_is_a_date_is_the_pages_date_unless_the_page_lists_many():
    assert day(page_of("A headline", "Posted on January 12, 2015", "Some text of the report.")) == "2015-01-12"
    assert day(page_of("Meetings", "May 1, 2020", "May 2, 2020", "May 3, 2020", "May 4, 2020")) is None


def test_the_dateline_wins_over_an_address_under_which_the_text_was_put_up_again():
    page = page_of("A headline", "ELM, Iowa – (April 12, 2017) – Text", url="https://x.example/2018-01-05.a")
    assert day(page) == "2017-04-12"


@pytest.mark.parametrize("footer", ["(c) 2024 Larkspur Health", "© 2019-2024", "Copyright 2024"])
def test_a_copyright_year_is_never_a_date(footer):
    markup = f"<html><body><h1>Our leaders</h1><p>Ana Larkin leads.</p><footer>{footer}</footer></body></html>"
    assert day(page_of("Our leaders", "Ana Larkin leads.", footer), markup) is None


def test_a_broken_page_has_no_date():
    assert day(page_of("x"), "<html><meta name='date' content='soon'><time datetime='x'>") is None


def test_a_page_without_any_whole_day_is_not_searched_for_one(monkeypatch):
    monkeypatch.setitem(sys.modules, "htmldate", None)  # loading it would fail
    markup = "<html><body><p>In 2019 we opened. Call 555-2020, see page 2021. (c) 2024</p></body></html>"
    assert day(page_of("In 2019 we opened."), markup) is None


@pytest.mark.parametrize("written", ["2021-03-04", "March 4, 2021", "4 March 2021", "4th of Sept. 2021", "3/14/2021"])
def test_a_whole_day_of_any_form_is_seen(written):
    assert _may_hold_day(f"<p>Room 2020. {written}</p>")
