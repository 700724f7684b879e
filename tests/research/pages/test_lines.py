from research.pages.lines import MAX_LINES, read_text


def test_markdown_becomes_lines_with_their_roles() -> None:
    page = read_text(
        "---\ntitle: x\n---\n# Our Board\n\n- Ann Vale\n**Bo Lim**\n\n| Name | Post |\n|---|---|\n| Kim Oak | Chair |\n"
    )
    assert [(line.text, line.role) for line in page.lines] == [
        ("Our Board", "heading"),
        ("Ann Vale", "item"),
        ("**Bo Lim**", "paragraph"),
        ("Name", "cell"),
        ("Post", "cell"),
        ("Kim Oak", "cell"),
        ("Chair", "cell"),
    ]
    assert page.headline == "Our Board"
    assert page.lines[2].emphasis


def test_the_first_line_of_a_plain_text_is_its_headline() -> None:
    page = read_text("Elm names CEO\nElm Health named Ann Vale.")
    assert (page.headline, page.lines[0].role) == ("Elm names CEO", "heading")


def test_nothing_and_too_much_are_survived() -> None:
    assert read_text("\x00\n \n").lines == ()
    assert len(read_text("a\n" * 3 * MAX_LINES).lines) == MAX_LINES
