"""What a body of bytes is, told by its content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.errors import Unreadable
from research.pages.content import MAX_BODY_BYTES, MAX_MARKUP, content_of

WORDS = "Ana Larkin leads Larkspur Health."


@pytest.mark.parametrize(
    ("body", "form"),
    [
        (WORDS, "text"),
        ("Line one\n\nLine two with a < b and b > c", "text"),
        (f"One stray<br>{WORDS}", "text"),
        (f"<!DOCTYPE html><p>{WORDS}", "html"),
        (f"<HTML><BODY>{WORDS}", "html"),
        (f"<h1>News</h1><p>{WORDS}</p>", "html"),
        (f"<?xml version='1.0'?><rss><channel><title>{WORDS}</title></channel></rss>", "feed"),
        (f'\ufeff\n<feed xmlns="http://www.w3.org/2005/Atom"><title>{WORDS}</title></feed>', "feed"),
        (f"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body>{WORDS}</body></html>", "html"),
        (b"%PDF-1.7 and so on", "pdf"),
        (b"\n\n%PDF-1.4 behind white space", "pdf"),
    ],
)
def test_the_form_is_told_by_the_content(body, form):
    assert content_of(body).form == form


def test_a_media_type_decides_only_what_the_content_leaves_open():
    assert content_of(f"{WORDS}<br>", media_type="text/html").form == "html"
    assert content_of(WORDS, media_type="text/html").form == "text"
    assert content_of(f"<html><p>{WORDS}", media_type="application/json").form == "html"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"\x89PNG\r\n\x1a\n....", "PNG picture"),
        (b"\xff\xd8\xff\xe0....", "JPEG picture"),
        (b"PK\x03\x04....", "Office document"),
        (b"\x1f\x8b....", "compressed"),
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x00" * 50, "empty"),
        (b"\x01\x02" * 500_000, "another kind"),
        (b". - " * 1_000, "no readable words"),
        (b"a" * (MAX_BODY_BYTES + 1), "at most 20,000,000"),
        ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><rss><title>&a;</title></rss>', "entities"),
    ],
)
def test_what_is_no_text_is_refused_by_name(body, said):
    with pytest.raises(Unreadable, match=said):
        content_of(body)


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-16-be", "utf-8", "utf-8-sig", "cp1252"])
def test_every_usual_encoding_is_read(charset):
    assert "Zoë Larkin" in content_of("Zoë Larkin leads Larkspur Health.".encode(charset)).text


def test_valid_utf_8_wins_over_a_wrong_declaration():
    assert "Zoë" in content_of("Zoë Larkin".encode(), charset="gb18030").text
    assert "Zoë" in content_of("Zoë Larkin".encode(), charset="no-such-charset").text
    assert "Larkin" in content_of(b"Larkin leads", charset="utf-16").text


def test_lone_surrogates_and_nul_become_replacement_characters():
    text = content_of("Larkin\ud800 leads\x00 Larkspur").text
    assert "Larkin" in text
    text.encode("utf-8")
    assert "\x00" not in text


def test_a_picture_inside_an_attribute_does_not_cost_the_text_behind_it():
    page = f'<html><img src="data:image/png;base64,{"A" * 10_000_000}"><p>{WORDS}</p>'
    content = content_of(page)
    assert WORDS in content.text
    assert content.notes == ()


def test_what_is_cut_is_said():
    content = content_of("<html><p>" + "word " * MAX_MARKUP)
    assert len(content.text) <= MAX_MARKUP
    assert any("Only the first" in note for note in content.notes)


def test_tags_nested_too_deep_are_left_out_and_their_words_kept():
    content = content_of("<html>" + "<div>" * 20_000 + WORDS + "</div>" * 20_000)
    assert WORDS in content.text
    assert content.text.count("<div>") < 200
    assert any("nested" in note for note in content.notes)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_clearly(body):
    try:
        content = content_of(body)
        text = content.text or content.form  # a PDF has no characters yet
    except Unreadable as refusal:
        text = str(refusal)
    assert text.encode("utf-8")


def test_what_looks_like_tags_within_a_script_is_none():
    code = "x = '<div>';" * 500
    page = f"<html><head><script>{code}</script></head><body><p>{WORDS}</p></body></html>"
    content = content_of(page)
    assert content.text == page
    assert content.notes == ()


def test_scripts_and_styles_longer_than_the_page_do_not_cost_its_words():
    code = "<STYLE>" + "p { color: red } " * 60_000 + "</STYLE><script>" + "var state = 1;\n" * 60_000 + "</script >"
    data = '<script type="application/ld+json">{"@type": "Person", "name": "Ana Larkin"}</script>'
    content = content_of(f"<html><head>{code}{data}</head><body><p>{WORDS}</p></body></html>")
    assert content.text.endswith(f"{data}</head><body><p>{WORDS}</p></body></html>")
    assert len(content.text) < 500
    assert content.notes == ()


def test_a_script_that_never_ends_is_left_to_the_parser():
    page = f"<html><body><p>{WORDS}</p><script>" + "var a = 1; " * 30_000
    assert content_of(page).text == page


def test_bytes_of_no_known_kind_are_no_text_and_stray_controls_in_a_text_are() -> None:
    with pytest.raises(Unreadable, match="another kind"):
        content_of(bytes(range(256)) * 8)
    assert content_of(b"\x01\x02 Ann Vale, CEO of Elm Hospital").form == "text"
    assert "Ann" in content_of("Ann Vale \u0105\u0107\u0119 ".encode("utf-16") * 40).text
