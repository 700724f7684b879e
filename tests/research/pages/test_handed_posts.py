import pytest

from research.pages import extract
from research.pages.handed_posts import handed_posts, posts_left, with_houses_passed_on
from research.pages.prose import mentions_in
from research.pages.sentence_names import Known, read_sentences


def told(text: str) -> list[tuple[str, str, str]]:
    paragraphs = [read_sentences(line, number) for number, line in enumerate(text.split("\n"))]
    mentions = [mention for read in paragraphs for mention in mentions_in(read, Known({}), None)]
    return [(m.name, m.posts[0].title, m.status) for m in handed_posts(paragraphs, mentions)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Elm Hospital has named Ann Vale CFO. She replaces Bo Lim, who will retire in May.",
            [("Bo Lim", "CFO", "outgoing")],
        ),
        (
            "Elm Hospital selected Ann Vale as president.\nVale will succeed Bo Lim, whose retirement takes effect.",
            [("Bo Lim", "president", "outgoing")],
        ),
        (
            "Ann Vale, the chief nurse of Elm Hospital, will be succeeded by Bo Lim, a nurse for ten years.",
            [("Bo Lim", "chief nurse", "incoming")],
        ),
        (
            "Ann Vale has resigned as chief nurse of Elm Hospital and been replaced by Bo Lim, RN.",
            [("Bo Lim", "chief nurse", "current")],
        ),
        (
            (
                "Ann Vale, who became CEO in May, has resigned and been replaced on an interim basis by Mark Hall, the "
                "clinic's former chief nurse."
            ),
            [("Mark Hall", "CEO", "interim")],
        ),
    ],
)
def test_a_post_passes_between_the_one_who_leaves_and_the_one_who_comes(
    text: str, found: list[tuple[str, str, str]]
) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Elm Hospital has named Ann Vale CFO. She replaces Bo Lim, who retired in May.",
        "Elm Hospital has named Ann Vale CFO. She replaces Bo Lim, who is retiring.",
        "Elm Hospital has named Ann Vale CFO. Kit Doe replaces Bo Lim, who will retire in May.",
        "Elm Hospital has named Ann Vale CFO.\nIt grew.\nIt is old.\nShe replaces Bo Lim, who will retire in May.",
        "She replaces Bo Lim, who will retire in May.",
        "Ann Vale, the chief nurse of Elm Hospital, was succeeded in 1999 by Bo Lim, a nurse for ten years.",
        "Elm Hospital has named Ann Vale CFO. The old wing will be replaced by Oak House.",
    ],
)
def test_who_left_already_or_follows_somebody_else_is_given_nothing(text: str) -> None:
    assert told(text) == []


def test_the_house_of_the_successor_is_the_predecessors() -> None:
    text = "Elm Hospital has named Ann Vale chief nurse. She replaces Bo Lim, who will retire in May."
    people = {person.name: person for person in extract(text).people}
    assert people["Bo Lim"].organization == "Elm Hospital"
    assert people["Bo Lim"].quote == "She replaces Bo Lim, who will retire in May."


@pytest.mark.parametrize(
    ("text", "house"),
    [
        (
            "Ann Vale was appointed vice president and COO of Elm Health. She will succeed retiring COO Bo Lim.",
            "Elm Health",
        ),
        ("Ann Vale was appointed COO of Elm Health. Ms. Vale thanked COO Bo Lim.", ""),
        ("Ann Vale was appointed CFO of Elm Health. Ms. Vale will succeed retiring COO Bo Lim.", ""),
    ],
)
def test_the_one_before_held_the_post_at_the_house_of_the_next_one(text: str, house: str) -> None:
    paragraphs = [read_sentences(text, 0)]
    known = Known({"vale": "Ann Vale"}, frozenset({"Ann Vale"}))
    mentions = mentions_in(paragraphs[0], known, None)
    found = {m.name: m.organization for m in with_houses_passed_on(mentions, paragraphs)}
    assert found["Bo Lim"] == house


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Elm Clinic will have a new executive director following the retirement of Ann Vale, who led it.", "outgoing"),
        ("Elm Clinic is searching for a new executive director after the resignation of Dr. Ann Vale.", "outgoing"),
        ("Elm Clinic has a new executive director following the departure of longtime leader Ann Vale.", None),
        ("Elm Clinic got a new executive director upon the resignation of Ann Vale.", "former"),
        ("Elm Clinic will have a new executive director following the wedding of Ann Vale.", None),
        ("Bo Lim will be the next executive director following the retirement of Ann Vale.", None),
    ],
)
def test_whose_post_is_to_be_filled_is_told_by_the_leaving(text: str, status: str | None) -> None:
    found = [(m.name, m.posts[0].title, m.status) for m in posts_left([read_sentences(text, 0)])]
    assert found == ([("Ann Vale", "executive director", status)] if status else [])
