"""The files: one page each, all that the model says, nothing that markup could change."""

from __future__ import annotations

import socket
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach.briefs import pdf
from outreach.briefs.model import Brief
from outreach.briefs.pdf.left_out_letters import words_of
from tests import brief_examples as examples
from tests import pdf_reading
from tests.markup_payloads import PAYLOADS

PAPERS = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}
HARD = examples.hard_people()


@pytest.fixture(scope="module")
def printed() -> dict[tuple[str, str], bytes]:
    """Every hard person on both papers: made once."""
    return {(name, paper): pdf.brief(brief, paper) for name, brief in HARD.items() for paper in PAPERS}


def test_every_brief_is_one_page_of_its_paper_with_its_fonts_in_the_file(printed):
    for (name, paper), data in printed.items():
        assert pdf_reading.page_sizes(data) == [PAPERS[paper]], name
        if paper == "letter":
            drawn = pdf_reading.letters(data)
            assert all(embedded for _name, embedded, _size in drawn), name
            assert min(size for _name, _embedded, size in drawn) >= 7.0, name
        assert len(data) < 300 * 1024, name


def test_all_that_is_left_of_the_model_stands_on_the_page_and_in_its_order(printed):
    for (name, paper), data in printed.items():
        if name == "hostile markup":
            continue
        shown = pdf_reading.squeezed(pdf_reading.words(data))
        numbered = pdf.fitted(HARD[name], paper)
        at = 0
        for text in words_of(numbered.brief):
            for part in text.split(". "):  # numbers of sources stand between sentences
                wanted = pdf_reading.squeezed(part.rstrip("."))
                found = shown.find(wanted)
                assert found != -1, (name, paper, part)
        for source in numbered.sources:
            at = shown.find(pdf_reading.squeezed(source.words), at)
            assert at != -1, (name, source)


def test_the_foot_is_read_aloud_on_each_page_of_a_pack():
    from outreach.briefs.model import Pack

    one = next(iter(HARD.values()))
    alone = pdf_reading.tags(pdf.brief(one, "letter"))
    both = pdf_reading.tags(pdf.pack(Pack("Pack", "Bo", None, (one, one), ()), "letter"))
    assert both["P"] == 2 * alone["P"]


def test_markup_stands_on_the_page_as_it_was_written(printed):
    shown = pdf_reading.squeezed(pdf_reading.words(printed["hostile markup", "a4"]))
    assert pdf_reading.squeezed(examples.HOSTILE) in shown


def test_the_same_brief_gives_the_same_bytes(printed):
    assert pdf.brief(HARD["forty facts"], "letter") == printed["forty facts", "letter"]
    assert pdf.brief(HARD["Yoruba"], "a4") == printed["Yoruba", "a4"]


def test_the_structure_names_the_person_the_blocks_and_what_the_pictures_show():
    found = pdf_reading.elements(pdf.brief(examples.marisol(), "letter"))
    count = {tag: [one for one, _alt in found].count(tag) for tag, _alt in found}
    assert count["H1"] == 1
    assert count["H2"] == 1 + 7 + 1, "the card, the blocks, the sources"
    assert count["Table"] == 2
    assert count["TR"] == count["TH"] == count["TD"] == 5 + 5
    assert count["L"] == 5
    assert count["Link"] == 9 + 1, "the sources that have an address, and the dossier"
    pictures = [alt for tag, alt in found if tag == "Figure"]
    assert len(pictures) == 2
    assert pictures[0].startswith("QR code that leads to the full dossier")
    assert "fell from 2 in 2021 to 1.9 in 2025. By year: 2 in 2021, −3.4 in 2022" in pictures[1]


def test_a_name_that_cannot_be_printed_is_told():
    shown = pdf_reading.words(pdf.brief(HARD["Chinese"], "letter"))
    assert "Name in another script" in shown
    assert "Goes by Wei Ming Li." in shown
    assert pdf.left_out(HARD["Chinese"]) == ("李", "偉", "明")


def test_an_unknown_paper_is_refused():
    with pytest.raises(ValueError, match="no such paper"):
        pdf.brief(examples.no_data(), "legal")


# --- B9: markup is text -------------------------------------------------------------------------------------------


def test_payloads_of_markup_change_no_structure_and_open_nothing(monkeypatch):
    """security.md, B9: as many elements as an innocent text of the same length gives, no file and no socket opened."""
    assert len(PAYLOADS) >= 60
    whole = small(" ".join(["word"] * 3))
    expected = pdf_reading.tags(pdf.brief(whole, "letter"))

    def refused(*_arguments, **_named):
        raise AssertionError("a text of a brief opened a file or a socket")

    monkeypatch.setattr("builtins.open", refused)
    monkeypatch.setattr("io.open", refused)
    monkeypatch.setattr(socket, "socket", refused)
    files = [pdf.brief(small(payload), "letter") for payload in PAYLOADS]
    monkeypatch.undo()
    for payload, data in zip(PAYLOADS, files, strict=True):
        assert pdf_reading.tags(data) == expected, payload
        assert pdf_reading.addresses(data) == [], payload


def small(words: str) -> Brief:
    """A brief of few blocks with one text in every field, so that nothing of it is left out."""
    brief = examples.hostile(words)
    left = tuple(block for block in brief.left if block.key != "notes")
    return replace(brief, left=left[:1], right=brief.right[3:])


# --- B10: links ---------------------------------------------------------------------------------------------------

ANYTHING = st.one_of(
    st.text(max_size=60),
    st.tuples(
        st.sampled_from(["http://", "https://", "mailto:", "javascript:", "file:///", "\\\\host\\", "data:", "HTTP://"]),
        st.text(st.characters(min_codepoint=1, max_codepoint=0x2FFF), max_size=40),
    ).map("".join),
    st.sampled_from([payload[9:-7] for payload in PAYLOADS if payload.startswith("<a href")]),
)  # fmt: skip
FUZZED = 6 if settings.default is None or settings.default.max_examples < 100 else settings.default.max_examples


@settings(max_examples=FUZZED)
@given(st.lists(ANYTHING, min_size=8, max_size=8))
def test_links_lead_to_the_web_or_to_mail_and_nowhere_else(fuzzed):
    """security.md, B10: 1,000 briefs in the thorough profile."""
    brief = examples.marisol()
    dossier, *others = fuzzed
    sources = iter([*others, *others])

    def with_addresses(text):
        return tuple(
            replace(run, sources=tuple(replace(one, address=next(sources, "")) for one in run.sources)) for run in text
        )

    card = replace(
        brief.card, rows=tuple(replace(row, text=with_addresses(row.text)) for row in brief.card.rows)
    )  # fmt: skip
    brief = replace(brief, head=replace(brief.head, dossier_address=dossier), card=card)
    for address in pdf_reading.addresses(pdf.brief(brief, "letter")):
        assert address.startswith(("http://", "https://", "mailto:", "HTTP://")), address
        assert address.isprintable()
        assert address.isascii()
