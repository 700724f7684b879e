from research.pages import extract
from research.pages.mention import Mention
from research.pages.page_owner import Owner
from research.pages.shown_mention import at_home, authority, fuller
from research.pages.title_words import PostSpan

ELM = Owner("Elm Hospital", frozenset({"Elm Hospital"}), {}, 0.05)
SEAT = Mention("Ann Vale", 3, "event", (PostSpan("Board of Directors", "Oak Society", "board", "board"),), weight=90)
CHIEF = PostSpan("medical director", "", "clinical", "director")


def test_a_post_that_the_pages_house_gives_outweighs_a_seat_elsewhere() -> None:
    given = Mention("Ann Vale", 0, "event", (CHIEF,), weight=90, organization="Elm Hospital")
    assert at_home(SEAT, [SEAT, given], ELM) is given


def test_a_weaker_or_another_houses_post_does_not() -> None:
    once = Mention("Ann Vale", 0, "event", (CHIEF,), weight=58, organization="Elm Hospital")
    away = Mention("Ann Vale", 0, "event", (CHIEF,), weight=90, organization="Ash Clinic")
    assert at_home(SEAT, [SEAT, once, away], ELM) is SEAT


def test_the_fuller_statement_is_shown_and_a_former_post_is_less_sure() -> None:
    short = Mention("Ann Vale", 0, "event", (PostSpan("director", "", "manager", "director"),), weight=90)
    full = Mention("Ann Vale", 1, "event", (CHIEF,), weight=90)
    former = Mention("Ann Vale", 0, "event", (CHIEF,), status="former", weight=90)
    assert fuller(short, [short, full]) is full
    assert authority(full) > authority(former)


def test_a_new_director_who_sits_on_a_society_too_is_shown_as_director() -> None:
    text = (
        "Elm Hospital has announced Dr. Ann Vale as the new emergency department medical director.\n\n"
        "She currently serves on the Oak Chapter of the Vale College of Emergency Physicians Board of Directors."
    )
    (person,) = extract(text).people
    assert (person.title, person.organization) == ("emergency department medical director", "Elm Hospital")
