import pytest

from research.pages import extract
from research.pages.prose import mentions_in
from research.pages.sentence_names import Known, read_sentences


def told(text: str, current: str = "") -> list[tuple[str, str, str]]:
    known = Known({"vale": "Ann Vale", "ann": "Ann Vale"}, frozenset({"Ann Vale"}), current)
    return [(m.name, m.posts[0].title, m.status) for m in mentions_in(read_sentences(text, 0), known, None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The trustees Ann Vale, Bo Lim and Kit Doe met.",
            [(n, "trustee", "current") for n in ("Ann Vale", "Bo Lim", "Kit Doe")],
        ),
        (
            "Elm’s vice presidents Ann Vale and Bo Lim met.",
            [(n, "vice president", "current") for n in ("Ann Vale", "Bo Lim")],
        ),
        (
            "Ann Vale will transition into the Interim Executive Director role at Elm Hospice on May 1.",
            [("Ann Vale", "Interim Executive Director", "interim")],
        ),
        (
            "While she served as Director of Elm Programs, Ann Vale grew.",
            [("Ann Vale", "Director of Elm Programs", "former")],
        ),
        ("Board of Trustee President Ann Vale thanked them.", [("Ann Vale", "President", "current")]),
        ("Like most executives, Ann Vale is glad.", [("Ann Vale", "executives", "current")]),
        ("Ann Vale may be the new chair of Elm Health, but she is no newcomer.", [("Ann Vale", "chair", "current")]),
        ("Ann Vale may be the new chair of Elm Health.", []),
        ("Elm hired Ann Vale of Oaktown as the new CEO.", [("Ann Vale", "CEO", "current")]),
        ("My guest is Ann Vale, who's the chief nurse at Elm.", [("Ann Vale", "chief nurse", "current")]),
        (
            "Trustees Ann Vale, MD; Bo Lim; and Kit Doe met.",
            [(n, "Trustee", "current") for n in ("Ann Vale", "Bo Lim", "Kit Doe")],
        ),
        ("Named to the post of director at Elm was Dr. Ann Vale.", [("Ann Vale", "director", "current")]),
        ("The post of director at Elm was Dr. Ann Vale.", []),
        ("Ann Vale – the first woman to lead Elm – was appointed director.", [("Ann Vale", "director", "current")]),
        ("“Yes,” said Ann Vale, chief nurse at Elm.", [("Ann Vale", "chief nurse", "current")]),
        ("Elm Health CEO Ann Vale agreed.", [("Ann Vale", "CEO", "current")]),
        ("Elm is glad to bring Ann Vale on board as director.", [("Ann Vale", "director", "current")]),
        ("Elm brings Ann Vale aboard as chief nurse.", [("Ann Vale", "chief nurse", "current")]),
        ("Ann Vale, who signed on in fall as CEO at Elm, spoke.", [("Ann Vale", "CEO", "current")]),
        ("Elm said Monday that Ann Vale would serve as interim CEO.", [("Ann Vale", "interim CEO", "interim")]),
        ("Ann Vale will retire in May, ending ten years as president.", [("Ann Vale", "president", "outgoing")]),
        ("Other officers are Ann Vale, treasurer.", [("Ann Vale", "treasurer", "current")]),
        ("If asked, Ann Vale would serve as CEO.", []),
        ("He said that if asked Ann Vale would serve as CEO.", []),
        ("Ann Vale, an expert with 10 years of experience, has been named CEO.", [("Ann Vale", "CEO", "current")]),
        (
            "I met the CEO, Ann Vale, and the chief nurse, Bo Lim.",
            [("Ann Vale", "CEO", "current"), ("Bo Lim", "chief nurse", "current")],
        ),
        ("The hospital’s managing director, Ann Vale, spoke.", [("Ann Vale", "managing director", "current")]),
        (
            "Elm’s assistant CEO, Ann Vale, was named interim CEO.",
            [("Ann Vale", "assistant CEO", "current"), ("Ann Vale", "interim CEO", "interim")],
        ),
        ("Bo Lim succeeds Ann Vale, who has been named CEO of Oak Health.", [("Ann Vale", "CEO", "current")]),
        ("Bo Lim succeeds Ann Vale, who was CEO of Oak Health.", [("Ann Vale", "CEO", "former")]),
        ("Elm Hospital CEO JT Vale and others spoke.", [("JT Vale", "CEO", "current")]),
        (
            "The hospital’s superintendent, Ann Vale, thanked commissioners.",
            [("Ann Vale", "superintendent", "current")],
        ),
        ("Welcome. I’m JJ. Vale, CEO of Elm Hospital.", [("JJ. Vale", "CEO", "current")]),
        ("We met the CEO, Ann Vale, and the chief nurse.", [("Ann Vale", "CEO", "current")]),
        ("Vale Named CEO", [("Ann Vale", "CEO", "current")]),
        ("Elm named Ann Vale chief executive officer.", [("Ann Vale", "chief executive officer", "current")]),
        ("The promotion of Ann Vale to vice president was expected.", [("Ann Vale", "vice president", "current")]),
        ("Ann Vale joined Elm Health in 2020 as chief nurse.", [("Ann Vale", "chief nurse", "current")]),
        ("Ann Vale will step down as president.", [("Ann Vale", "president", "outgoing")]),
        ("Ann Vale will become president.", [("Ann Vale", "president", "incoming")]),
        ("Interim CEO Ann Vale spoke.", [("Ann Vale", "Interim CEO", "interim")]),
        ("Ann Vale previously served as director of nursing.", [("Ann Vale", "director of nursing", "former")]),
        (
            "Ann Vale went on to serve in many roles, including as vice president.",
            [("Ann Vale", "vice president", "former")],
        ),
        ("Former CEO Ann Vale spoke.", [("Ann Vale", "CEO", "former")]),
        ("The hospital’s new chief of surgery, Ann Vale, spoke.", [("Ann Vale", "chief of surgery", "current")]),
        ("Ann Vale (CEO) and Bo Lim (CFO) spoke.", [("Ann Vale", "CEO", "current"), ("Bo Lim", "CFO", "current")]),
        ("As chief executive of Elm since 2014, Ann Vale leads.", [("Ann Vale", "chief executive", "current")]),
        (
            "Dr. Ann Vale practices nephrology and is the medical director.",
            [("Ann Vale", "medical director", "current")],
        ),
        ("Health Minister Bo Lim has appointed a special administrator.", [("Bo Lim", "Health Minister", "current")]),
        (
            "Ann Vale succeeds Bo Lim as president of Elm.",
            [("Bo Lim", "president", "former"), ("Ann Vale", "president", "current")],
        ),
        (
            "Ann Vale, MD, medical director of Elm Clinic, has been elected vice-chair of the Oak Society.",
            [("Ann Vale", "medical director", "current"), ("Ann Vale", "vice-chair", "current")],
        ),
        (
            "Dr. Ann Vale and Dr. Bo Lim were elected to the Elm Board of Directors.",
            [("Ann Vale", "Board of Directors", "current"), ("Bo Lim", "Board of Directors", "current")],
        ),
        ("Ann Vale met the CEO of Oak Bank.", []),
        ("Ann Vale said, “I resigned as a director of Oak.”", []),
    ],
)
def test_grammar_gives_a_person_a_post(text: str, found: list[tuple[str, str, str]]) -> None:
    assert told(text) == found


def test_a_pronoun_holds_the_post_of_whom_the_text_is_about() -> None:
    assert told("She is the chief nurse.", "Ann Vale") == [("Ann Vale", "chief nurse", "current")]


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Ann Vale has served as CEO since August 2009.", "2009-08"),
        ("Since 2016, Ann Vale has served as CEO.", "2016"),
        ("In 2005, Ann Vale was named CEO.", "2005"),
        ("Ann Vale, CEO, spoke in 2019.", None),
        ("Ann Vale became CEO on May 4, 2020.", "2020-05-04"),
    ],
)
def test_a_year_belongs_to_one_person_and_one_post(text: str, since: str | None) -> None:
    found = mentions_in(read_sentences(text, 0), Known({}), None)
    assert [str(m.since) if m.since else None for m in found] == [since]


def test_the_quote_holds_name_and_title_literally() -> None:
    text = "“Yes,” said Ann Vale, RN, chief nurse at Elm Health, on Monday."
    assert mentions_in(read_sentences(text, 0), Known({}), None)[0].quote == "Ann Vale, RN, chief nurse at Elm Health"


@pytest.mark.parametrize(
    "text",
    [
        "Ann Vale denied that she would become CEO of Elm Hospital.",
        "Ann Vale could be named president of Elm Hospital.",
        "Ann Vale might become CEO.",
        "Ann Vale was not named CEO.",
        "Ann Vale was never the president.",
        "Ann Vale turned down an offer to be president of Elm Hospital.",
        "Ann Vale was offered the post of chief medical officer.",
        "Ann Vale declined to serve as chair of the board.",
        "Ann Vale is rumored to be the next CEO.",
        "Ann Vale was nominated to be chief executive officer.",
        "Ann Vale hopes to become chief nursing officer.",
        "If appointed, Ann Vale would become chief executive officer.",
        "If elected, Ann Vale will become president.",
        "Rumors that Ann Vale was named CEO spread.",
        "Ann Vale is a finalist for president of Elm Hospital.",
    ],
)
def test_a_post_that_is_only_supposed_offered_or_denied_is_nobodys(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "title", "status"),
    [
        ("Elm Hospital fired CEO Ann Vale on Monday.", "CEO", "former"),
        ("The board ousted President Ann Vale.", "President", "former"),
        ("Ousted CEO Ann Vale spoke.", "CEO", "former"),
        ("Fired Elm Hospital president Ann Vale sued.", "president", "former"),
        ("Ann Vale was dismissed as chief financial officer.", "chief financial officer", "former"),
        ("Ann Vale is no longer the president of Elm Hospital.", "president", "former"),
        ("Ann Vale, CEO of Elm Hospital, died Sunday.", "CEO", "former"),
        ("The late Ann Vale, president of Elm Hospital, founded it.", "president", "former"),
        ("CEO Ann Vale was abruptly fired.", "CEO", "former"),
        ("CEO Ann Vale will retire in June.", "CEO", "outgoing"),
        ("CEO Ann Vale resigned from the foundation’s board.", "CEO", "current"),
        ("Newly named chief nursing officer Ann Vale agreed.", "chief nursing officer", "current"),
        ("Embattled Elm Hospital CEO Ann Vale spoke.", "CEO", "current"),
        ("The longtime chief nurse, Ann Vale, could not attend.", "chief nurse", "current"),
        ("Ann Vale, who could not attend, is the chief nurse.", "chief nurse", "current"),
    ],
)
def test_who_was_put_out_of_a_post_or_died_held_it_before(text: str, title: str, status: str) -> None:
    assert told(text) == [("Ann Vale", title, status)]


def test_what_is_said_of_the_one_before_stays_with_that_one() -> None:
    text = (
        "Bo Lim has been named CEO, replacing Ann Vale, who has been CEO since 2009 and won the Leader Award in 2015."
    )
    found = mentions_in(read_sentences(text, 0), Known({}), None)
    assert [(m.name, m.status, m.since) for m in found] == [("Bo Lim", "current", None), ("Ann Vale", "former", None)]


def test_the_place_behind_a_name_is_where_the_post_is_held() -> None:
    found = mentions_in(read_sentences("CEO Ann Vale of Elm Hospital agreed.", 0), Known({}), None)
    assert [(m.name, m.organization) for m in found] == [("Ann Vale", "Elm Hospital")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ann Vale, MD. President and CEO of Elm Hospital.", [("Ann Vale", "President and CEO", "current")]),
        ("Ann Vale will take the reins as president.", [("Ann Vale", "president", "incoming")]),
        ("Ann Vale leads the nursing division as its chief nurse.", [("Ann Vale", "chief nurse", "current")]),
        ("Ann Vale has been director of care for a decade.", [("Ann Vale", "director of care", "current")]),
        ("Elm has selected Ann Vale, MSN, , RN, as its chief nurse.", [("Ann Vale", "chief nurse", "current")]),
        ("CEO Ann Vale has resigned, effective next Friday.", [("Ann Vale", "CEO", "outgoing")]),
        ("As a CMO at Elm Clinic in Elmtown, Ohio, Ann Vale, DO, runs it.", [("Ann Vale", "CMO", "current")]),
        ("How DOs become a chief medical officer.", []),
        (
            "Bo Lim will replace Ann Vale as CEO.",
            [("Ann Vale", "CEO", "former"), ("Bo Lim", "CEO", "incoming")],
        ),
    ],
)
def test_more_forms_in_which_a_post_is_told(text: str, found: list[tuple[str, str, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("After serving as CNO of Oak Clinic, Bo Lim left.", [("Bo Lim", "CNO", "former", "Oak Clinic")]),
        (
            "Elm Hospice’s Bo Lim, the executive director, spoke.",
            [("Bo Lim", "executive director", "current", "Elm Hospice")],
        ),
        (
            "It went to Bo Lim, chief nurse at Elm Hospital, and Ed Moe of Oak Clinic, who serves there as director.",
            [("Bo Lim", "chief nurse", "current", "Elm Hospital"), ("Ed Moe", "director", "current", "Oak Clinic")],
        ),
        ("Bo Lim took on a challenge as CEO of Elm Hospital.", [("Bo Lim", "CEO", "current", "Elm Hospital")]),
    ],
)
def test_where_a_post_is_held_and_when_is_read_from_the_words_around(
    text: str, found: list[tuple[str, str, str, str]]
) -> None:
    mentions = mentions_in(read_sentences(text, 0), Known({}), None)
    assert [(m.name, m.posts[0].title, m.status, m.posts[0].organization or m.organization) for m in mentions] == found


@pytest.mark.parametrize(
    ("text", "title", "organization"),
    [
        ("Elm Health has named Bo Lim, COO of Oak Hospital, as its next CEO.", "CEO", "Elm Health"),
        ("Elm Clinic has appointed Bo Lim, MD, formerly CNO at Oak Health, as CMO.", "CMO", "Elm Clinic"),
        ("The board of Elm Hospital picked Bo Lim, CNO at Oak Clinic, to be its new CEO.", "CEO", "Elm Hospital"),
        ("Elm Health's board has chosen Bo Lim, COO of Oak Hospital, to succeed Ed Moe as CEO.", "CEO", "Elm Health"),
        ("Elm Health announced that Bo Lim, CFO of Oak Clinic, will be its next CEO.", "CEO", "Elm Health"),
        ("Elm City, N.J.-based Elmwell tapped Bo Lim, a nurse, to serve as interim CEO.", "interim CEO", "Elmwell"),
        ("Elmriver of Oakland named Bo Lim, MD, as vice president.", "vice president", "Elmriver of Oakland"),
        ("Hospice of Elm County’s Board of Directors announces its CEO Bo Lim.", "CEO", "Hospice of Elm County"),
    ],
)
def test_the_new_post_is_held_where_somebody_is_named_to_it(text: str, title: str, organization: str) -> None:
    mentions = mentions_in(read_sentences(text, 0), Known({}), None)
    assert (title, organization) in [(m.posts[0].title, m.organization) for m in mentions if m.name == "Bo Lim"]


def test_a_hospice_of_a_place_is_an_organization_and_no_part_of_the_title() -> None:
    (found,) = mentions_in(read_sentences("Bo Lim, CEO of Hospice of the Dunes, spoke.", 0), Known({}), None)
    assert [(post.title, post.organization) for post in found.posts] == [("CEO", "Hospice of the Dunes")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bill Young, CEO of Elm Hospital, spoke.", ["Bill Young"]),
        ("Will Banks has been named president of Elm Hospital.", ["Will Banks"]),
        ("It was told by CEO Mark Stone.", ["Mark Stone"]),
        ("Will Young people choose Elm Hospital?", []),
        ("May Day was held with the president of Elm Hospital.", []),
    ],
)
def test_given_names_that_are_words_are_names_beside_a_post(text: str, names: list[str]) -> None:
    assert [m.name for m in mentions_in(read_sentences(text, 0), Known({}), None)] == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bo Lim, who trained Ann Vale, is chief nurse at Elm.", [("Bo Lim", "chief nurse", "current")]),
        ("Bo Lim, a cousin of Ann Vale, was named president.", [("Bo Lim", "president", "current")]),
        ("Bo Lim, along with Ann Vale, was appointed president.", [("Bo Lim", "president", "current")]),
        ("The nurse who trained Ann Vale is chief nurse at Elm.", []),
        ("The surgeon hired by Ann Vale is chief of surgery.", []),
        ("Ann Vale is no longer chief nurse at Elm.", [("Ann Vale", "chief nurse", "former")]),
        ("Ann Vale is almost certainly chief nurse at Elm.", []),
        ("Ann Vale, once tipped to become president, left.", []),
        ("Nobody believes Ann Vale is president.", []),
    ],
)
def test_a_post_of_somebody_else_or_of_nobody_is_not_given_to_the_name_beside_it(text, found):
    assert told(text) == found


def test_a_school_named_for_a_president_is_nobody_and_contact_is_no_organization():
    assert told("President Alva Kerr Elementary visited.") == []
    found = mentions_in(read_sentences("Contact recruiter Bo Lim at once.", 0), Known({}), None)
    assert [(m.name, m.posts[0].organization, m.organization) for m in found] == [("Bo Lim", "", "")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Jane Doe, 54, CEO of Elm Health, spoke.", "CEO"),
        ("Jane Doe, age 54, president of Elm Health, spoke.", "president"),
        ("Jane Doe (54), president of Elm Health, spoke.", "president"),
        ("Elm Health named Jane Doe, 54, chief executive officer on Monday.", "chief executive officer"),
    ],
)
def test_an_age_behind_a_name_is_read_over_and_not_kept(text, title):
    (person,) = extract(text).people
    assert (person.title, person.organization) == (title, "Elm Health")
    assert "54" not in person.quote
    assert person.quote in text


@pytest.mark.parametrize(
    ("text", "credentials"),
    [
        ("Elm Hospital welcomed Ann Vale, Chief Nurse, DNP, RN, on Monday.", ("DNP", "RN")),
        ("Elm Hospital welcomed Ann Vale, Chief Nurse, MA, on Monday.", ()),
        ("Elm Hospital welcomed Ann Vale, RN, Chief Nurse, on Monday.", ("RN",)),
    ],
)
def test_credentials_behind_a_title_are_the_holders(text: str, credentials: tuple[str, ...]) -> None:
    (mention,) = mentions_in(read_sentences(text, 0), Known({}), None)
    assert mention.credentials == credentials


def test_officers_behind_a_colon_are_of_the_house_before_it() -> None:
    text = "The Elm Hospital Board of Trustees elected: Ann Vale, chair; Bo Lim, vice chair; Cy Roe, secretary."
    assert {(p.name, p.organization) for p in extract(text).people} == {
        ("Ann Vale", "Elm Hospital"),
        ("Bo Lim", "Elm Hospital"),
        ("Cy Roe", "Elm Hospital"),
    }


def test_the_post_to_which_somebody_is_named_outweighs_the_one_held_before() -> None:
    text = "Elm Hospital has named Ann Vale, RN, chief nursing officer. Ms. Vale became interim CNO in July."
    (person,) = extract(text).people
    assert (person.title, person.organization) == ("chief nursing officer", "Elm Hospital")


def test_a_post_behind_a_comma_is_the_old_one_where_a_new_one_follows() -> None:
    (person,) = extract("Elm Hospital has named Ann Vale, its chief nurse, as interim CEO of the hospital.").people
    assert (person.title, person.organization) == ("interim CEO", "Elm Hospital")


def test_what_somebody_joins_as_in_general_is_no_post_beside_the_one_that_is_told() -> None:
    text = (
        "Elm Hospital appointed Ann Vale, RN, to serve as chief nurse.\n\n"
        "Ann joins Elm Hospital with a passion for care and serving as a nursing leader in a community hospital."
    )
    assert [person.title for person in extract(text).people] == ["chief nurse"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Elm Hospital hired a nurse to replace Bo Lim, chair Ann Vale announced Friday.", {"Ann Vale": "chair"}),
        (
            "Present: Ann Vale, President and CEO of Elm Health, Inc. Bo Lim, MBA, CEO of Oak Health spoke.",
            {"Ann Vale": "President and CEO", "Bo Lim": "CEO"},
        ),
    ],
)
def test_a_post_between_two_names_is_of_the_one_that_the_sentence_gives_it(text: str, found: dict[str, str]) -> None:
    assert {person.name: person.title for person in extract(text).people} == found


@pytest.mark.parametrize(
    ("text", "title", "status"),
    [
        (
            "Elm Hospital had no chief nurse until May, said Ann Vale, RN, who currently holds the position.",
            "chief nurse",
            "current",
        ),
        ("Ann Vale was given a badge with her new title: chief nurse of Elm Hospital.", "chief nurse", "current"),
        (
            "Ann Vale of Elm Hospital previously worked as a nurse, eventually becoming a director.",
            "director",
            "former",
        ),
        ("Ann Vale joined Elm Hospital as a nurse, eventually becoming director.", "director", "current"),
        (
            "When Ann Vale took over as CEO of Elm Hospital, it grew. As therapy director for years, Vale knew it.",
            "CEO",
            "current",
        ),
    ],
)
def test_what_is_said_around_a_post_tells_whether_it_is_the_one_of_today(text: str, title: str, status: str) -> None:
    assert [(person.title, person.status) for person in extract(text).people] == [(title, status)]


ELMVALE_TABLE = (
    (
        "Ana Roe, who began in 1989, was introduced Wednesday as the hospital’s chief nurse.",
        [("Ana Roe", "chief nurse")],
    ),
    ("Dr. Ana Roe is the new medical director of Clínica Elmvale.", [("Ana Roe", "medical director")]),
    (
        "Department chairs are Dr. Ana Roe, surgery; Dr. Bo Lim, medicine; and Dr. Kit Doe, pediatrics.",
        [("Ana Roe", "chair"), ("Bo Lim", "chair"), ("Kit Doe", "chair")],
    ),
    (
        "Elmvale Hospital President Ana Roe thanked all donors, including retired banker Bo Lim.",
        [("Ana Roe", "President")],
    ),
)


@pytest.mark.parametrize(("text", "leaders"), ELMVALE_TABLE)
def test_days_lists_of_departments_and_retired_guests_are_read_over(text: str, leaders: list[tuple[str, str]]) -> None:
    found = extract(f"{text}\n\nElmvale Hospital has 90 beds. Patients come to the hospital for nursing.").people
    assert [(p.name, p.title.removeprefix("Department ").rstrip("s")) for p in found if p.leader] == leaders
