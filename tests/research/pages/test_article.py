"""The main text and the headline of a report."""

from research.pages.article import headline_of, main_text
from research.pages.html_lines import read_html
from research.pages.lines import read_text

REPORT = "Ana Larkin has led the nursing staff of Larkspur Health through a year of changes and many new beds. "


def test_the_report_is_given_without_the_frame_around_it():
    markup = f"""<html><body><nav><a href=/a>Patients and visitors</a></nav><article><h1>A year</h1>
    {"<p>" + REPORT * 3 + "</p>"}{"<p>" + REPORT * 2 + "</p>"}</article>
    <footer>All rights reserved by somebody else</footer></body></html>"""
    text = main_text(markup, read_html(markup, ""))
    assert "changes and many new beds" in text
    assert "rights reserved" not in text


def test_a_page_without_a_report_gives_its_own_lines():
    markup = (
        "<html><body><div><h3>Ana Larkin</h3><p>Chief nurse</p></div><div><h3>Bo "
        "Roe</h3><p>Trustee</p></div></body></html>"
    )
    text = main_text(markup, read_html(markup, ""))
    assert "Ana Larkin" in text
    assert "Trustee" in text


def test_the_headline_is_the_first_heading_and_the_title_where_there_is_none():
    headed = "<html><title>News | Larkspur</title><body><h1>Larkin named chief nurse</h1><p>Text.</p></body></html>"
    assert headline_of(read_html(headed, ""), headed) == "Larkin named chief nurse"
    titled = (
        '<html><head><meta property="og:title" content="Larkin &amp; Roe named"></head><body><p>Text '
        "of it.</p></body></html>"
    )
    assert headline_of(read_html(titled, ""), titled) == "Larkin & Roe named"


def test_json_ld_names_the_headline_where_a_reader_sees_it_too():
    told = ({"@type": "NewsArticle", "headline": "The headline"},)
    markup = "<html><body><h1>Another</h1><p>The headline: nurses liked it.</p></body></html>"
    assert headline_of(read_html(markup, ""), markup, told) == "The headline"
    unseen = "<html><body><h1>Another</h1><p>Nurses liked it.</p></body></html>"
    assert headline_of(read_html(unseen, ""), unseen, told) == "Another"
    bare = "<html><body><p>Nurses liked it.</p></body></html>"
    assert headline_of(read_html(bare, ""), bare, told) == "The headline"


def test_the_first_line_of_a_text_is_its_headline_when_it_stands_by_itself():
    assert (
        headline_of(read_text("Larkin Named Chief Nurse\nELM, Iowa - Ana Larkin was named.", ""))
        == "Larkin Named Chief Nurse"
    )
    assert headline_of(read_text("Ana Larkin was named chief nurse.\nShe starts today.", "")) == ""
    assert headline_of(read_text("Ana Larkin was named chief nurse", "")) == ""


def test_nothing_is_fetched_for_a_page_that_points_elsewhere():
    markup = f"""<html><head><base href="http://127.0.0.1:9/"><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">
    <link rel=stylesheet href="http://127.0.0.1:9/x.css"></head><body><img src="http://127.0.0.1:9/x.png">
    <p>{REPORT * 4}</p></body></html>"""
    assert "many new beds" in main_text(markup, read_html(markup, ""))


def test_the_name_of_the_site_and_a_label_are_no_headline():
    markup = """<html><head><title>elmclinic.org</title></head><body><h1>elmclinic.org</h1><h2>News Article</h2>
    <h3>Larkin named chief nurse</h3><p>Text of the report that goes on.</p></body></html>"""
    assert headline_of(read_html(markup, ""), markup) == "Larkin named chief nurse"
