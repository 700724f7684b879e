"""HTML as lines."""

from __future__ import annotations

from outreach.articles.mail_in.html_text import ColoredWords, html_text


def test_quotations_lists_and_empty_lines_keep_their_structure() -> None:
    markup = (
        "<div>Hi</div><div><br></div><ol><li>One</li><li>Two</li></ol><ul><li>Dot</li></ul>"
        "<blockquote type=cite>Old<blockquote>Older</blockquote></blockquote><p>End</p>"
    )
    assert html_text(markup).text.split("\n") == ["Hi", "", "1. One", "2. Two", "- Dot", "> Old", ">> Older", "End"]


def test_an_indented_paragraph_is_no_quotation() -> None:
    assert html_text('<blockquote style="margin:0 0 0 40px;border:none">Mine</blockquote>').text == "Mine"


def test_an_empty_paragraph_of_word_is_an_empty_line() -> None:
    assert html_text("<p class=MsoNormal>A</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>B</p>").text == "A\n\nB"


def test_what_no_reader_sees_is_left_out() -> None:
    markup = '<style>x</style><script>y</script><div style="display:none">no</div><img src="http://t.example/1.gif">Yes'
    assert html_text(markup).text == "Yes"


def test_words_in_a_color_are_remembered_with_their_line() -> None:
    found = html_text('<p>Black</p><p>Beds: <span style="color:#FF0000">140</span></p>')
    assert found.colored == (ColoredWords(2, "red", "140"),)
    assert found.text.split("\n")[2] == "Beds: 140"


def test_struck_words_are_remarked() -> None:
    assert "struck out" in " ".join(html_text("<p><s>old</s> new</p>").notes)


def test_very_deep_and_very_long_pages_are_read_from_their_beginning() -> None:
    assert html_text("<p>First</p>" + "<div>" * 3_000 + "deep").text == "First"
    long = html_text("<b>x</b>" * 30_000)
    assert long.text.startswith("x")
    assert any("very long" in note for note in long.notes)
