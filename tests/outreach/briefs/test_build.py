"""A brief is put together from the files of its blocks."""

from __future__ import annotations

import re
from dataclasses import replace

from outreach.asklint import Message, Severity, check
from outreach.asklint.types import Kind
from outreach.briefs import notes
from outreach.briefs.build import build, parts
from outreach.briefs.material import Material, Unsettled
from outreach.briefs.model import plain, sources_of
from tests.brief_materials import BARE, LEADER, MATERIAL, fact, source

HOSTILE = '<b onmouseover="x()">&amp;<a href="javascript:x">{{7*7}}[[x]] “quote'


def texts(material: Material) -> list[str]:
    return [plain(text) for text in notes.texts_of(build(material))]


def test_every_file_of_a_block_is_found_and_has_its_place() -> None:
    assert [one.key for one in parts()] == [
        "head", "card", "ways", "questions", "notes", "organization", "changes", "between", "unsettled"
    ]  # fmt: skip


def test_a_full_brief_has_every_block_and_a_bare_one_those_that_are_always_there() -> None:
    brief = build(MATERIAL)
    assert [one.key for one in brief.left] == ["ways", "questions", "notes"]
    assert [one.key for one in brief.right] == ["organization", "changes", "between", "unsettled"]
    assert brief.title == "Briefing: Tamsin Quillfeather"
    assert brief.foot.startswith("Made Nov 6, 2026 from public sources and your own notes, for Jordan Teller. Private:")
    bare = build(BARE)
    assert [one.key for one in (*bare.left, *bare.right)] == ["notes", "between"]
    assert bare.foot.startswith("Made Nov 6, 2026 from public sources. Private:")


def test_every_figure_and_quotation_carries_its_source() -> None:
    for block in (*build(MATERIAL).left, *build(MATERIAL).right):
        for text in notes.texts_of_part(block.part):
            tells = re.search(r"\d|“", plain(text)) and block.key != "between"
            assert not tells or sources_of(text), plain(text)


def test_what_is_not_settled_stands_nowhere_else() -> None:
    doubted = replace(MATERIAL, unsettled=(Unsettled("u", "Was chief of the zebra unit once.", (source("zoo"),)),))
    told = [words for words in texts(doubted) if "zebra" in words]
    assert told == ["Was chief of the zebra unit once."]


def test_kinds_of_facts_that_no_list_names_are_printed_nowhere() -> None:
    private = (fact("identifier", "zebra"), fact("name", "zebra"), fact("website", "zebra"), fact("topic", "zebra"))
    assert not [words for words in texts(replace(MATERIAL, facts=(*MATERIAL.facts, *private))) if "zebra" in words]


def test_the_composed_card_asks_for_no_post() -> None:
    words = " ".join(plain(row.text) for row in build(MATERIAL).card.rows)
    found = check(Message(Kind.OTHER, words))
    assert [one for one in found if one.severity is Severity.BLOCK] == []


def test_hostile_words_and_many_facts_make_a_brief_like_any_other() -> None:
    every = tuple(
        fact(kind, f"{HOSTILE} {number}", organization_name=HOSTILE, details={"result": HOSTILE, "show": HOSTILE})
        for number in range(8)
        for kind in ("program", "talk", "award", "said", "former_role", "education", "publication")
    )
    leader = replace(LEADER, name=HOSTILE, title=HOSTILE * 9, organization=HOSTILE, addressed_as=HOSTILE, since=HOSTILE)
    brief = build(replace(MATERIAL, leader=leader, facts=every, card={"ask": HOSTILE * 40}))
    assert len(brief.left[0].part.items) <= 3
    assert all("[[" not in plain(text) and "{{" not in plain(text) for text in notes.texts_of(brief))


def test_the_same_material_makes_the_same_brief() -> None:
    assert build(MATERIAL) == build(replace(MATERIAL))
