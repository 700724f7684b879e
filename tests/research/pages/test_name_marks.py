import pytest

from research.pages import extract
from research.pages.name_marks import bracketed_credentials, ends_as_calling, without_bars


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Ann Vale | PT, DPT", "Ann Vale, PT, DPT"),
        ("Ann Vale | MA, CCC-SLP/L | Lead Therapist", "Ann Vale, MA, CCC-SLP/L | Lead Therapist"),
        ("Ann Vale | Office Manager", "Ann Vale | Office Manager"),
        ("Ann Vale", "Ann Vale"),
    ],
)
def test_bars_around_credentials_are_read_as_commas(text: str, plain: str) -> None:
    assert without_bars(text) == plain


@pytest.mark.parametrize(
    ("mark", "rest", "found"),
    [("(", "R5 EMT-I)", ("EMT-I",)), ("(", "Chair)", ()), (",", "EMT-I)", ()), ("(", "excused)", ()), ("(", ")", ())],
)
def test_a_license_in_brackets_behind_a_name_is_its_credential(mark: str, rest: str, found: tuple[str, ...]) -> None:
    assert bracketed_credentials(mark, rest) == found


def test_what_clinicians_are_called_ends_no_name() -> None:
    assert ends_as_calling("Lead Naturopathic Doctor")
    assert ends_as_calling("Speech-Language Pathologists")
    assert not ends_as_calling("Ann Vale, Nurse")
    assert not ends_as_calling("Ann Vale")


def test_officers_of_a_table_with_licenses_in_brackets_are_read() -> None:
    rows = [("President", "Ann Vale (R5 EMT-I)"), ("Treasurer", "Bo Lim (R14 EMT-B)")]
    table = "".join(f"<tr><td>{title}</td><td>{name}</td></tr>" for title, name in rows)
    found = extract(f"<h1>Officers</h1><table>{table}</table>").people
    assert [(p.name, p.title, p.leader) for p in found] == [
        ("Ann Vale", "President", True),
        ("Bo Lim", "Treasurer", True),
    ]


def test_founders_under_their_heading_need_no_title_of_their_own() -> None:
    markup = (
        "<title>Elm Therapy Clinic</title><h1>Meet us</h1><h2>Our Founders</h2><h3>Ann Vale | PT, DPT</h3>"
        "<p>Ann has practiced for 25 years.</p><h2>Therapists</h2><h3>Bo Lim | PTA/L</h3><p>Bo likes dogs.</p>"
    )
    assert [(p.name, p.title) for p in extract(markup).people] == [("Ann Vale", "Founder")]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("unit", ["Ann | ", " | ", "MA, "])
def test_long_lines_are_read_at_once(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    assert without_bars(text) is not None
    assert bracketed_credentials("(", text + ")") == ()
