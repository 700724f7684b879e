from __future__ import annotations

from research.dossier import assemble
from research.markdown import to_markdown
from research.report import outline, printed_sources
from research.types import Outcome
from tests.research.cast import ALICE, LARKSPUR, NOW, claim, house, record
from tests.research.test_dossier import SOURCES, outcomes

HERE = record("Alice Larkin", number="alice")


def test_every_section_of_a_person_is_there_with_its_sources():
    dossier = assemble(ALICE, outcomes(), SOURCES, NOW)
    headings = [section.heading for section in outline(dossier)]
    assert headings[:3] == ["Who", "Three things to know", "Programs worth asking about"]
    who = outline(dossier)[0]
    assert who.lines[1].text == "Chief Nursing Officer, Larkspur Health"
    assert who.lines[1].sources


def test_an_empty_dossier_says_so_in_each_section():
    markdown = to_markdown(assemble(ALICE, (), SOURCES, NOW))
    assert "No present post of theirs is confirmed." in markdown
    assert "No program of theirs was found." in markdown


def test_three_things_are_of_three_kinds_and_the_strongest_first():
    claims = (
        claim(HERE, "role", "CNO", organization="Larkspur Health"),
        claim(HERE, "program", "a falls program", details={"result": "38 percent fewer falls"}),
        claim(HERE, "program", "a mentoring program"),
        claim(HERE, "said", "We listened first."),
        claim(HERE, "award", "Leader of the Year"),
        claim(HERE, "education", "DNP", organization="Bellwether University"),
    )
    dossier = assemble(ALICE, [Outcome("register", "found", claims)], SOURCES, NOW)
    things = next(section for section in outline(dossier) if section.heading == "Three things to know")
    assert [line.text for line in things.lines] == [
        "Program: a falls program: 38 percent fewer falls",
        "Award: Leader of the Year",
        "Own words: “We listened first.”",
    ]


def test_a_colleagues_program_is_told_with_a_date_or_a_result_and_never_as_the_leaders_own():
    entry = record("Larkspur Health", kind="organization")
    colleague = {"person": "Ben Ashby", "title": "Chief Financial Officer"}
    claims = (
        claim(HERE, "role", "CNO", organization="Larkspur Health"),
        claim(HERE, "program", "a mentoring program"),
        *house("Larkspur Health", state="OH"),
        claim(entry, "organization_program", "a billing project", details=colleague),
        claim(entry, "organization_program", "a supply program", details={**colleague, "result": "saved $2 million"}),
        claim(entry, "organization_program", "a bed tower project", details={**colleague, "period": "in 2021"}),
    )
    dossier = assemble(ALICE, [Outcome("register", "found", claims)], SOURCES, NOW)
    told = {section.heading: [line.text for line in section.lines] for section in outline(dossier)}
    assert told["Programs worth asking about"] == ["a mentoring program"]
    assert told["Programs of the organization"] == [
        "a supply program: saved $2 million - Ben Ashby, Chief Financial Officer",
        "a bed tower project - Ben Ashby, Chief Financial Officer (in 2021)",
    ]


def test_a_dispute_shows_both_values():
    here = record("Larkspur Health", kind="organization")
    there = record("Larkspur Health", "papers", kind="organization")
    claims = (*house("Larkspur Health", state="OH"), claim(here, "beds", 410))
    rivals = (*house("Larkspur Health", "papers", state="OH"), claim(there, "beds", 678))
    dossier = assemble(
        LARKSPUR, [Outcome("register", "found", claims), Outcome("papers", "found", rivals)], SOURCES, NOW
    )
    markdown = to_markdown(dossier)
    assert "410 - *sources differ: 678*" in markdown
    assert "678 - *sources differ: 410*" in markdown


def test_only_sources_that_lines_name_are_printed_and_numbered_without_holes():
    claims = [claim(HERE, "role", "CNO", organization="Larkspur Health")]
    for number in range(12):
        paper = record("Alice Larkin", number=f"p{number}")
        claims += [claim(paper, "role", "CNO", organization="Larkspur Health"),
                   claim(paper, "publication", f"On voles, part {number}")]  # fmt: skip
    dossier = assemble(ALICE, [Outcome("register", "found", tuple(claims))], SOURCES, NOW)
    sections, printed = printed_sources(outline(dossier), dossier.sources)
    named = {number for section in sections for line in section.lines for number in line.sources}
    assert [source.number for source in printed] == list(range(1, len(printed) + 1))
    assert named == {source.number for source in printed}
    assert len(printed) <= len(dossier.sources)
    old = [line for section in outline(dossier) for line in section.lines]
    for before, after in zip(old, (line for section in sections for line in section.lines), strict=True):
        urls = {source.url for source in dossier.sources if source.number in before.sources}
        assert {source.url for source in printed if source.number in after.sources} == urls


def test_what_of_a_source_could_not_be_read_is_told_by_its_title():
    claims = (claim(HERE, "role", "CNO", organization="Larkspur Health"),)
    warnings = ("a.pdf: The PDF is damaged.", "unread fields: ['new']", *(f"{n}.txt: empty" for n in range(6)))
    outcome = Outcome("register", "found", claims, fault="unreadable", warnings=warnings)
    dossier = assemble(ALICE, [outcome], SOURCES, NOW)
    told = [line.text for line in outline(dossier, {"register": "The register"})[-1].lines]
    assert told[:2] == ["Found something: The register", "The register, in part: a.pdf: The PDF is damaged."]
    assert told[-1] == "The register: and 2 more parts could not be read (in the JSON)"
    assert not any("unread fields" in line for line in told)
    assert "a.pdf" in to_markdown(dossier)


def test_a_seat_at_the_asked_house_comes_before_an_earlier_post_elsewhere():
    claims = (
        claim(HERE, "former_role", "CFO", organization="Bellwether Clinic", status="former"),
        claim(HERE, "board_seat", "Trustee", organization="Larkspur Health", status="current"),
    )
    who = outline(assemble(ALICE, [Outcome("register", "found", claims)], SOURCES, NOW))[0]
    assert who.lines[1].text == "Board seat: Trustee, Larkspur Health"


def test_a_seat_that_was_left_is_no_present_one_and_the_last_post_there_is_told_first():
    claims = (
        claim(HERE, "board_seat", "Trustee", organization="Larkspur Health", status="former", end="2020"),
        claim(HERE, "former_role", "CFO", organization="Bellwether Clinic", status="former", published="2025-01-01"),
        claim(HERE, "former_role", "CNO", organization="Larkspur Health", status="former", published="2019-01-01"),
    )
    who = outline(assemble(ALICE, [Outcome("register", "found", claims)], SOURCES, NOW))[0]
    assert [line.text for line in who.lines[1:]] == [
        "No present post of theirs is confirmed.",
        "Last known: CNO, Larkspur Health",
    ]


def test_an_open_record_shows_its_address_and_its_own_words():
    other = record("Alice Larkin", number="far")
    claims = (claim(other, "role", "Pharmacist", text="Alice Larkin works as Pharmacist", organization="Elm Clinic"),)
    markdown = to_markdown(assemble(ALICE, [Outcome("register", "found", claims)], SOURCES, NOW))
    line = next(line for line in markdown.splitlines() if "register:far" in line)
    assert "Pharmacist, Elm Clinic, in https" in line.replace("\u2060", "")
    assert "“Pharmacist”" in line


def test_a_house_that_is_only_the_pages_is_said_to_be():
    listed = claim(HERE, "role", "CNO", organization="Larkspur Health", details={"organization_from": "page"})
    who = outline(assemble(ALICE, [Outcome("register", "found", (listed,))], SOURCES, NOW))[0]
    assert (who.lines[1].text, who.lines[1].note) == ("CNO, Larkspur Health", "listed on its page")
