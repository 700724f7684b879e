from research.pages.coreference import passages_of
from research.pages.lines import read_text
from research.pages.model import PersonFound


def passages(text: str, *names: str) -> list[tuple[str, ...]]:
    return [person.passages for person in passages_of(read_text(text), tuple(PersonFound(name) for name in names))]


def test_surname_first_name_and_pronoun_go_on_about_a_person() -> None:
    text = "News\nAnn Vale came. She grew up here. Vale likes it. Ann stayed. It rained."
    assert passages(text, "Ann Vale") == [("Ann Vale came.", "She grew up here.", "Vale likes it.", "Ann stayed.")]


def test_two_of_one_surname_are_told_apart_by_the_whole_name() -> None:
    assert passages("News\nAnn Vale came. Bo Vale left. Vale slept.", "Ann Vale", "Bo Vale") == [
        ("Ann Vale came.",),
        ("Bo Vale left.",),
    ]


def test_a_biography_under_a_name_is_about_it() -> None:
    text = "# Team\n\nAnn Vale, RN\n\nHer work began in Vale. She leads.\n\n# News\n\nShe is nobody."
    assert passages(text, "Ann Vale")[0] == ("Ann Vale, RN", "Her work began in Vale.", "She leads.")


def test_nobody_has_no_passages() -> None:
    assert passages("She came.") == []
