"""From bytes to everything that a page says, and hostile bytes."""

import json
import re
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from research.characters import harmless
from research.commands.extract import read_file
from research.errors import Unreadable
from research.pages import extract
from research.parse import fold
from tests.research.pages.test_pdf_text import pdf_of

SENTENCE = "Ana Larkin is chief executive officer of Elm Hospital. "
ARTICLE = """Larkin Named Chief Nursing Officer of Oak Health
RIVERTON, Iowa – (April 12, 2017) – Ana Larkin, MSN, RN, has been named chief nursing officer of Oak Health.
Prior to joining Oak Health, Larkin was director of nursing at Elm Hospital. She holds a BSN from Pine State University.
In 2016, Larkin received the Elm Leadership Award. Larkin launched a sepsis program that reduced deaths by 30 percent.
“We will open two more clinics,” said Larkin. She lives in Oakton with her husband.
"""


def test_an_article_gives_the_person_with_the_whole_career():
    found = extract(ARTICLE, url="https://oak.example/news")
    assert found.headline == "Larkin Named Chief Nursing Officer of Oak Health"
    assert str(found.published) == "2017-04-12"
    (larkin,) = [person for person in found.people if "Larkin" in person.name]
    assert larkin.title == "chief nursing officer"
    assert [(post.title, post.organization) for post in larkin.previous] == [("director of nursing", "Elm Hospital")]
    assert [(d.degree, d.school) for d in larkin.education] == [("BSN", "Pine State University")]
    assert [award.name for award in larkin.awards] == ["Elm Leadership Award"]
    assert [program.result for program in larkin.programs] == ["reduced deaths by 30 percent"]
    assert [saying.words for saying in larkin.sayings] == ["We will open two more clinics"]


def test_every_quote_stands_in_the_text_that_was_read():
    found = extract(ARTICLE)
    text = fold(found.text)
    assert found.people
    for person in found.people:
        parts = (person, *person.previous, *person.education, *person.awards, *person.programs, *person.sayings)
        assert all(fold(part.quote) in text for part in parts)


def test_private_life_is_in_nothing_that_is_found():
    found = extract(ARTICLE)
    assert "husband" not in repr([(p.previous, p.education, p.awards, p.programs, p.sayings) for p in found.people])


def test_a_page_a_pdf_and_a_feed_are_read_by_the_same_call():
    page = extract(f"<html><head><title>Elm</title></head><body><h1>News</h1><p>{SENTENCE}</p></body></html>")
    document = extract(pdf_of(SENTENCE))
    feed = extract(
        f"<rss><channel><title>Elm</title><item><title>News</title><description>{SENTENCE}</description></item></channel></rss>"
    )
    assert [found.kind for found in (document, feed)] == ["pdf", "feed_item"]
    for found in (page, document, feed):
        assert [person.name for person in found.people] == ["Ana Larkin"]


def test_a_text_file_that_is_something_else_is_read_or_refused_by_its_content(tmp_path):
    (tmp_path / "a.txt").write_bytes(pdf_of(SENTENCE))
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert read_file(tmp_path / "a.txt").kind == "pdf"
    with pytest.raises(Unreadable, match="This is a PNG picture"):
        read_file(tmp_path / "b.txt")


def test_what_a_reader_does_not_see_is_not_read():
    hidden = "".join(f"<{tag}>{SENTENCE}</{tag}>" for tag in ("script", "style", "template", "noscript"))
    head = '<base href="http://127.0.0.1:9/"><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">'
    frame = f'<iframe srcdoc="<p>{SENTENCE}</p>"></iframe><!-- {SENTENCE} -->'
    markup = f"<html><head>{head}</head><body>{hidden}{frame}<p>Nothing else to see.</p></body></html>"
    found = extract(markup)
    assert found.people == ()
    assert "Larkin" not in found.text


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "utf-16-le", "utf-32", "gb18030"])
def test_every_encoding_gives_the_person(charset):
    declared = charset if charset in ("utf-32", "gb18030") else ""
    assert [person.name for person in extract(SENTENCE.encode(charset), charset=declared).people] == ["Ana Larkin"]


HOSTILE = {
    "200,000 nested tags": "<html>" + "<div>" * 200_000 + SENTENCE + "</div>" * 200_000,
    "200,000 tags that never end": "<html>" + "<b><p>" * 100_000 + SENTENCE,
    "a million entities": "<html><p>" + "&amp;" * 1_000_000 + SENTENCE,
    "an attribute of 10 MB": '<html><p title="' + "a" * 10_000_000 + f'">{SENTENCE}</p>',
    "one line of 10 MB": "<html><p>" + "word " * 2_000_000,
    "20,000 cards": "<html>" + "<div class=c><h3>Ana Larkin</h3><p>CEO</p></div>" * 20_000,
    "sentences without end": SENTENCE * 50_000,
    "a page of one sentence": "<html><p>" + SENTENCE * 25_000,
    "lines without end": "Ana Larkin\nChief Executive Officer\n" * 20_000,
    "capitals without end": "Aa Bb Cc " * 60_000,
    "marks that never close": "“a " * 100_000,
    "meta tags without end": "<html>" + '<meta name="a" content="b">' * 50_000 + SENTENCE,
    "JSON-LD nested without end": '<html><script type="application/ld+json">' + "[" * 100_000,
    "angle brackets": "<a " * 200_000 + SENTENCE,
    "every byte": bytes(range(256)) * 1_000,
    "lone surrogates": SENTENCE + "\ud800\udfff" * 100,
    "NUL between letters": b"\x00".join(SENTENCE.encode()[i : i + 3] for i in range(0, 50, 3)),
}  # fmt: skip


@pytest.mark.timeout(120)
@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_is_read_or_refused(body):
    try:
        said = extract(body).text
    except Unreadable as refusal:
        said = str(refusal)
    said.encode("utf-8")


HARM = ["\ud800", "\x00", "\x07", "\x1b[31m", "\x7f", "\x9b", "\u2028", "\u202e", "\u2066", "\r"]


@pytest.mark.parametrize("mark", HARM, ids=ascii)
def test_characters_that_do_harm_are_in_nothing_that_is_found(mark):
    reference = f"&#{ord(mark[0])};"
    escape = f"\\u{ord(mark[0]):04x}"
    page = (
        f"<html><head><title>News{reference}</title><meta property='og:site_name' content='Oak{reference} Health'>"
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"A new{escape} chief {reference}"}}'
        f"</script></head><body><h2>Our{mark} news</h2><p>Ana Larkin, chief{reference} executive officer of Larkspur "
        f"Hospital,{mark} said: “We opened{reference} a clinic for{mark} our patients.” {SENTENCE}</p></body></html>"
    )
    found = extract(page)
    assert found.people
    assert all(harmless(value) == value for value in _strings(found))
    (larkin,) = [person for person in found.people if "Larkin" in person.name]
    for said in (larkin, *larkin.sayings):
        assert fold(said.quote) in fold(found.text)


def _strings(found):
    stack, strings = [found], []
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            strings.append(item)
        elif isinstance(item, tuple):
            stack.extend(item)
        elif is_dataclass(item):
            stack.extend(getattr(item, field.name) for field in fields(item))
    return strings


def test_a_cut_is_said():
    found = extract("<html><p>" + "word " * 2_000_000)
    assert any("Only the first" in note for note in found.notes)


@hypothesis_settings(deadline=None, max_examples=60)
@given(st.text(alphabet=st.sampled_from("<>/=\"'&;!-[]{} \n\tabdivpscript“”.,ALarkin"), max_size=300))
def test_any_markup_is_survived(markup):
    try:
        said = extract("<html>" + markup + SENTENCE).kind
    except Unreadable as refusal:
        said = str(refusal)
    assert said


def test_the_labelled_corpus_is_read_whole_and_quoted_literally(shared):
    items = [json.loads(line) for line in (shared / "corpus" / "gold.jsonl").read_text("utf-8").splitlines()]
    paths = [next((shared / "corpus").rglob(f"{item['id']}.*")) for item in items[::6]]
    for path in paths:
        found = read_file(path)
        text = "".join(found.text.split())
        for person in found.people:
            parts = (*person.previous, *person.education, *person.awards, *person.programs, *person.sayings)
            assert all("".join(part.quote.split()) in text for part in parts), path.name


def test_quotes_of_a_page_with_codes_left_in_it_stand_in_its_text():
    markup = (
        "<html><head><title>Leaders | Elm Hospital</title></head><body><h1>Leadership of Elm Hospital</h1>"
        '<p>Chief Financial Officer [caption id="a" width="55"] Ana Larkin [/caption]</p>'
        '<p>Chief Nursing Officer [caption id="b" width="55"] Ben Osei [/caption]</p></body></html>'
    )
    text = " ".join(re.sub(r"<[^>]+>", " ", markup).split())
    people = extract(markup).people
    assert [person.name for person in people] == ["Ana Larkin", "Ben Osei"]
    assert all(person.quote in text for person in people)


@pytest.mark.parametrize(
    "text",
    [
        "Board of Directors of Elm Hospital\n\n• Ana Larkin OAM (Chair)\n• Ben Osei (Deputy Chair)\n• Dr Cy Vale",
        "Elm Hospital\n\n| Ana Larkin | Chief Financial Officer |\n| --- | --- |\n| Ben Osei | Chief Nurse |",
        "Elm Hospital leaders\n\n- Ana Larkin\n- Chief Financial Officer\n- Ben Osei\n- Chief Nursing Officer",
        "Elm Hospital trustees\n\n1. Chair\n2. Ana Larkin\n\n3. Treasurer\n4. Ben Osei",
    ],
)
def test_quotes_of_a_list_stand_in_it_with_its_marks(text: str) -> None:
    people = extract(text).people
    assert {"Ana Larkin", "Ben Osei"} <= {person.name for person in people}
    assert all(person.quote and person.quote in " ".join(text.split()) for person in people)


@pytest.mark.parametrize(
    ("text", "name", "organization"),
    [
        ("Welcome. I'm Dr. Ann Vale, chief medical officer at Elmvale Hospital.", "Ann Vale", "Elmvale Hospital"),
        ("“We grow,” said Bo delMar, chair of the Elmvale Hospital Board.", "Bo delMar", "Elmvale Hospital"),
        (
            (
                "“Yes,” says Ann Vale, M.D., Vice Chair of Neurology, Director of Stroke Services, Elmvale Hospital, "
                "Elmtown."
            ),
            "Ann Vale",
            "Elmvale Hospital",
        ),
        (
            (
                "Elmvale Hospice’s president and CEO Ann Vale will retire in May.\nVale has been president and CEO of "
                "Elmvale Hospice since 2002."
            ),
            "Ann Vale",
            "Elmvale Hospice",
        ),
    ],
    ids=["contraction", "joined particle", "second title behind a comma", "who is to leave"],
)
def test_a_name_and_its_house_are_told_from_the_words_around_them(text: str, name: str, organization: str) -> None:
    found = [(person.name, person.organization.removesuffix(" Board")) for person in extract(text).people]
    assert found == [(name, organization)]


ELM, OAK = "Elmvale Hospital", "Oakdale Health"
SENTENCES = (
    ("Ana Roe has taken over as CEO of Elmvale Hospital.", [("Ana Roe", "CEO", ELM, True)]),
    (
        "Ana Roe succeeds Bo Lim, who retired, as president of Elmvale Hospital.",
        [("Bo Lim", "president", ELM, False), ("Ana Roe", "president", ELM, True)],
    ),
    (
        "Bo Lim will be succeeded by Ana Roe as president of Elmvale Hospital.",
        [("Bo Lim", "president", ELM, True), ("Ana Roe", "president", ELM, True)],
    ),
    (
        "The board of Elmvale Hospital elected Ana Roe as its chair and Bo Lim vice chair.",
        [("Ana Roe", "chair", ELM, True), ("Bo Lim", "vice chair", ELM, True)],
    ),
    ("Ana Roe serves on the board of Elmvale Hospital.", [("Ana Roe", "Board Member", ELM, True)]),
    ("Ana Roe has served on the board of Elmvale Hospital since 2015.", [("Ana Roe", "Board Member", ELM, True)]),
    ("Elmvale Hospital\n\nAna Roe\nCFO (since 2019)", [("Ana Roe", "CFO", ELM, True)]),
    ("Ana Roe, who chairs the board of Elmvale Hospital, spoke.", [("Ana Roe", "Chair", ELM, True)]),
    ("Ana Roe, who leads nursing at Elmvale Hospital, spoke.", [("Ana Roe", "head of nursing", ELM, True)]),
    (
        "Ana Roe heads the emergency department at Elmvale Hospital.",
        [("Ana Roe", "head of the emergency department", ELM, True)],
    ),
    ("Ana Roe leads the choir at Elmvale Hospital.", []),
    (
        "Elmvale Hospital executives Ana Roe, CEO, and Bo Lim, CFO, spoke.",
        [("Ana Roe", "CEO", ELM, True), ("Bo Lim", "CFO", ELM, True)],
    ),
    (
        (
            "Elmvale Hospital Announces New Chief Nursing Officer\n\n"
            "Elmvale Hospital announced today that Ana Roe has joined the executive team in that role."
        ),
        [("Ana Roe", "Chief Nursing Officer", ELM, True)],
    ),
    (
        "Ana Roe joins Elmvale Hospital from Oakdale Health in Elm, Ohio, where she was CNO.",
        [("Ana Roe", "CNO", OAK, False)],
    ),
    (
        (
            "Ana Roe has 20 years of experience in finance. "
            "She is responsible for budgeting as the Vice President of Finance of Elmvale Hospital."
        ),
        [("Ana Roe", "Vice President of Finance", ELM, True)],
    ),
    (
        "said Ana Roe, Oakdale Health chief executive of the South Sound Region.",
        [("Ana Roe", "chief executive of the South Sound Region", OAK, True)],
    ),
    (
        "| Ana Roe | VP | Elmvale Hospital |\n| Bo Lim | CMO (promoted) | Oakdale Health |",
        [("Ana Roe", "VP", ELM, True), ("Bo Lim", "CMO", OAK, True)],
    ),
    (
        "Elmvale Hospital\nBoard of Directors\nOfficers\nChair: Ana Roe\nMembers: Bo Lim, Kit Doe, Di Fox",
        [
            ("Ana Roe", "Chair", ELM, True),
            *((name, "Board Member", ELM, True) for name in ("Bo Lim", "Kit Doe", "Di Fox")),
        ],
    ),
    (
        "Meet the Board of Elmvale Hospital\n\nAna Roe\nOak Bank\n\nBo Lim\nLim & Sons\n\nKit Doe\nElm Schools",
        [(name, "Board Member", ELM, True) for name in ("Ana Roe", "Bo Lim", "Kit Doe")],
    ),
    (
        "Elmvale Hospital\n\nBoard Members\n\nAna Roe\nSouth Central Health Center\n\nBo Lim\nThe Children’s Clinic",
        [(name, "Board Members", ELM, True) for name in ("Ana Roe", "Bo Lim")],
    ),
    (
        "QRT Community Services provides primary care to families.\n\nsaid Ana Roe, CEO of QRT Community Services.",
        [("Ana Roe", "CEO", "QRT Community Services", True)],
    ),
    (
        "Ana Roe and Bo Lim were named vice presidents of Elmvale Hospital.",
        [("Ana Roe", "vice president", ELM, True), ("Bo Lim", "vice president", ELM, True)],
    ),
    (
        "Elmvale Hospital (Elm, Ohio) named Ana Roe CEO. Oakdale Health (Oak, Texas) named Bo Lim CFO.",
        [("Ana Roe", "CEO", ELM, True), ("Bo Lim", "CFO", OAK, True)],
    ),
    (
        "Elmvale Hospital’s Ana Roe Named to List of Leaders\n\nAna Roe, president and CEO, was named to the list.",
        [("Ana Roe", "president and CEO", ELM, True)],
    ),
    (
        "Board of Directors – Elmvale Hospital\n\nAna Roe, President\nBo Lim, Vice President",
        [("Ana Roe", "President", ELM, True), ("Bo Lim", "Vice President", ELM, True)],
    ),
    (
        "“We are glad,” said Ana Roe, chief financial officer of Corvane.\n\nShe will run its warehouse.",
        [("Ana Roe", "chief financial officer", "Corvane", None)],
    ),
    (
        "“We are glad,” said Ana Roe, CFO of Corvane.\n\nShe will oversee nurses at the 200-bed hospital.",
        [("Ana Roe", "CFO", "Corvane", True)],
    ),
    ("Elmvale Hospital: Ana Roe named CFO", [("Ana Roe", "CFO", ELM, True)]),
    ("Elmvale Hospital turns to Ana Roe as its next CEO", [("Ana Roe", "CEO", ELM, True)]),
    (
        "Ana Roe will assume leadership of Elmvale Hospital as president on July 1.",
        [("Ana Roe", "president", ELM, True)],
    ),
    (
        "Ana Roe returns to Elmvale Hospital as chief operating officer.",
        [("Ana Roe", "chief operating officer", ELM, True)],
    ),
    (
        "Ana Roe takes over for Bo Lim as CEO of Elmvale Hospital.",
        [("Bo Lim", "CEO", ELM, False), ("Ana Roe", "CEO", ELM, True)],
    ),
    ("Ana Roe is in her tenth year as CEO of Elmvale Hospital.", [("Ana Roe", "CEO", ELM, True)]),
    (
        "Ana Roe brings 20 years of experience to her role as chief nurse at Elmvale Hospital.",
        [("Ana Roe", "chief nurse", ELM, True)],
    ),
    ("Ana Roe has chaired the board of Elmvale Hospital since 2019.", [("Ana Roe", "Chair", ELM, True)]),
    (
        "Elmvale Hospital welcomes three new members to its Board of Directors: Ana Roe, Bo Lim and Kit Doe.",
        [(name, "Board Member", ELM, True) for name in ("Ana Roe", "Bo Lim", "Kit Doe")],
    ),
    (
        "Elmvale Hospital Board\nChair – Ana Roe\nDirectors – Bo Lim, Kit Doe, Di Fox",
        [
            ("Ana Roe", "Chair", ELM, True),
            *((name, "Board Member", ELM, True) for name in ("Bo Lim", "Kit Doe", "Di Fox")),
        ],
    ),
)


@pytest.mark.parametrize(("text", "people"), SENTENCES)
def test_a_sentence_tells_who_holds_which_post_where(text: str, people: list[tuple[str, str, str, bool]]) -> None:
    assert [(p.name, p.title, p.organization, p.leader) for p in extract(text).people] == people


def test_a_headlines_verb_is_no_surname_and_a_policys_link_no_duty() -> None:
    page = (
        "<html><head><title>Staff | Elmvale Hospital</title></head><body><h1>Chief Nurse Ana Roe Reflects</h1>"
        "<div><h3>Bo Lim, MD</h3><p>Medical Director</p></div><p>Privacy Policy</p></body></html>"
    )
    assert [(p.name, p.title) for p in extract(page).people] == [
        ("Ana Roe", "Chief Nurse"),
        ("Bo Lim", "Medical Director"),
    ]


def test_a_charity_of_clinicians_is_led_by_its_board() -> None:
    about = "The clinicians and advocates who lead the Elm Limb Foundation."
    page = (
        "<html><head><title>Board of Directors | Elm Limb Foundation</title>"
        f"<meta name='description' content='{about}'></head><body><h1>Board of Directors</h1>"
        "<div><h3>Ana Roe</h3><p>President-Elect</p></div><div><h3>Bo Lim</h3><p>Secretary</p></div></body></html>"
    )
    assert [(p.title, p.leader) for p in extract(page).people] == [("President-Elect", True), ("Secretary", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Roe, vice president of Quill Software, which serves Elmvale Hospital, spoke.",
        "Ana Roe, chair of the gala for Elmvale Hospital, thanked the donors.",
        "Ana Roe, county commissioner, voted to fund Elmvale Hospital.",
        "Ana Roe heads the union at Elmvale Hospital.",
        "Ana Roe chairs the board of Oakdale Bank.",
        "Ana Roe serves on the board of the Oakdale Symphony and was treated at Elmvale Hospital.",
        "Ana Roe has taken over as coach of the Oakdale Owls.",
        "Bo Lim will be succeeded by Ana Roe as president of the Oakdale School Board.",
        "Ana Roe leads tours of the nursing department at Elmvale Hospital.",
        "Ana Roe heads the parent council at Elmvale Hospital.",
        "Ana Roe chaired the board of Elmvale Hospital in 1998.",
        "Quill Software - Ana Roe, CEO\nVale Motors - Bo Lim, CFO",
        "Oakdale School Board\nMembers: Ana Roe, Bo Lim, Kit Doe",
        "Rep. Ana Roe, chair of the health committee, visited Elmvale Hospital.",
        "Bellwether Motors executives Ana Roe, CEO, and Bo Lim, CFO, toured Elmvale Hospital.",
    ],
)
def test_other_trades_events_and_towns_lead_no_house_of_care(text: str) -> None:
    assert not any(person.leader for person in extract(text).people)
