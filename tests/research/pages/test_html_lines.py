import pytest

from research.pages.html_lines import MAX_LINES, read_html


def texts(markup: str) -> list[str]:
    return [line.text for line in read_html(markup).lines]


def test_blocks_breaks_and_cells_are_lines_in_reading_order() -> None:
    markup = (
        "<body><h1>Team</h1><p>Ann Vale<br>Chair</p>"
        "<table><tr><td>Bo Lim</td><td>CEO</td></tr></table><script>x</script>"
    )
    assert texts(markup) == ["Team", "Ann Vale", "Chair", "Bo Lim", "CEO"]


@pytest.mark.parametrize(
    "markup",
    [
        "<p><b>Ann Vale</b> Chief Nurse</p>",
        "<h5>Ann Vale <em>Chief Nurse</em></h5>",
        "<p>Ann Vale<span>Chief Nurse</span></p>",
        "<div><span class=n>Ann Vale</span> <span class=t>Chief Nurse</span></div>",
    ],
)
def test_a_name_set_off_by_style_stands_on_a_line_of_its_own(markup: str) -> None:
    assert texts(markup) == ["Ann Vale", "Chief Nurse"]


def test_a_name_in_a_sentence_stays_in_it() -> None:
    assert texts("<p><b>Ann Vale</b>, chief nurse, said no.</p>") == ["Ann Vale, chief nurse, said no."]


def test_navigation_and_footer_are_furniture_unless_they_hold_all() -> None:
    page = read_html("<nav><a>Home</a></nav><div class='main-menu'>Menu</div><main><p>Text</p></main>")
    assert [line.furniture for line in page.lines] == [True, True, False]
    page = read_html("<div class='search'><p>" + "word " * 40 + "</p></div>")
    assert [line.furniture for line in page.lines] == [False]


def test_title_site_name_and_headline_come_from_the_frame() -> None:
    page = read_html("<title>Team | Elm</title><meta property=og:site_name content='Elm Health'><h2>Our team</h2>")
    assert (page.title, page.site_name, page.headline) == ("Team | Elm", "Elm Health", "Our team")


def test_boxes_nest() -> None:
    lines = read_html("<div><div><p>a</p></div><div><p>b</p></div></div>").lines
    assert lines[0].boxes[0] == lines[1].boxes[0]
    assert lines[0].container != lines[1].container


@pytest.mark.parametrize(
    "markup", ["", "   ", "\x00", "<", "<!--", "<?xml version='1.0' encoding='x'?><p>a", "\ud800<p>a", "Здравствуйте"]
)
def test_hopeless_markup_gives_a_page(markup: str) -> None:
    assert read_html(markup).url == ""


@pytest.mark.timeout(120)
def test_deep_nesting_and_endless_pages_are_bounded() -> None:
    assert len(read_html("<div>" * 200_000 + "x").lines) <= 1
    assert len(read_html("<p>a</p>" * 3 * MAX_LINES).lines) == MAX_LINES


@pytest.mark.parametrize(
    "attribute",
    [
        "hidden",
        'style="display:none"',
        'style="color: red; display: none !important"',
        "style='visibility: hidden'",
        'style="font-size:0"',
        'style="font-size: 0px; color: red"',
        'aria-hidden="true"',
    ],
)
def test_what_no_reader_sees_is_not_read(attribute):
    page = read_html(f"<body><p>Seen</p><div {attribute}><p>Unseen</p></div>behind<p>Last</p></body>")
    assert page.text.split() == ["Seen", "behind", "Last"]


@pytest.mark.parametrize("attribute", ['style="font-size:0.9em"', 'style="display:block"', 'aria-hidden="false"'])
def test_what_is_styled_and_seen_is_read(attribute):
    assert "Seen" in read_html(f"<body><div {attribute}>Seen</div></body>").text


def test_a_body_that_a_script_shows_is_read():
    assert "Seen" in read_html('<body style="visibility:hidden"><p>Seen</p></body>').text


def test_a_code_left_in_a_page_is_no_text_of_it_and_a_remark_in_brackets_is() -> None:
    markup = '<p>[caption id="a_1" width="55"]<img src=x> Ann Vale[/caption]</p><p>She [the nurse] = [sic] Ann</p>'
    assert texts(markup) == ["Ann Vale", "She [the nurse] = [sic] Ann"]


@pytest.mark.timeout(60)
def test_endless_openings_of_codes_are_one_line() -> None:
    assert len(texts("<p>" + '[caption a="' * 4_000 + "</p>")) == 1


def test_a_name_and_title_in_bold_end_where_the_bold_ends() -> None:
    lines = read_html("<p><strong>Ana Lim, RN, Director of Nursing</strong> Ana joined in 2010.</p>").lines
    assert [line.text for line in lines] == ["Ana Lim, RN, Director of Nursing", "Ana joined in 2010."]
    lines = read_html("<p><strong>Elm Hospital, Oakvale, Ohio</strong> Ana joined in 2010.</p>").lines
    assert len(lines) == 1


def test_a_link_that_leads_on_is_no_part_of_the_title_before_it() -> None:
    card = "<li><h4>Ann Vale</h4><span>Chief Nurse</span><a href=/b>Read Bio »</a></li>"
    assert texts(card) == ["Ann Vale", "Chief Nurse", "Read Bio »"]
    assert texts("<p>To hear it, <a href=/b>contact Ann Vale</a> today.</p>") == ["To hear it, contact Ann Vale today."]


def test_a_name_of_which_half_is_set_in_another_style_stays_whole() -> None:
    assert texts("<h1>Dr. Ann <em>Vale.</em></h1>") == ["Dr. Ann Vale."]
    assert texts("<p>Dr. Vale <em>Chief Nurse</em></p>") == ["Dr. Vale", "Chief Nurse"]
