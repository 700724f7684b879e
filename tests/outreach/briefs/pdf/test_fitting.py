"""A brief fitted to a page, with numbers for what is left."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach.briefs import pdf
from outreach.briefs.model import sources_of
from outreach.briefs.notes import texts_of
from outreach.briefs.pdf import fitting
from outreach.briefs.pdf.fitting import fitted_page, paper_named
from outreach.briefs.pdf.laid_blocks import laid_block
from tests import brief_examples as examples


def test_every_number_on_the_page_is_listed_and_nothing_else():
    for name, brief in examples.hard_people().items():
        numbered = pdf.fitted(brief, "letter")
        cited = {source.key for text in texts_of(numbered.brief) for source in sources_of(text)}
        assert cited == {source.key for source in numbered.sources} == set(numbered.numbers), name


def test_what_was_fitted_once_stays_as_it_is():
    once = pdf.fitted(examples.forty_facts(), "a4")
    assert pdf.fitted(once.brief, "a4") == once


def test_a_block_is_set_once_for_a_page_and_lines_to_write_on_as_often_as_their_number_is_asked(monkeypatch):
    laid = Counter()

    def counting(block, *others):
        laid[block.key] += 1
        return laid_block(block, *others)

    monkeypatch.setattr(fitting, "laid_block", counting)
    fitted_page(examples.marisol(), "letter")
    assert len(laid) > 5
    assert {key for key, times in laid.items() if times > 1} == {"notes"}


def test_a_paper_is_known_or_refused():
    assert paper_named("a4").width == 595.28
    with pytest.raises(ValueError, match="letter, a4"):
        paper_named("A4")


@settings(max_examples=10)
@given(st.text(max_size=200), st.integers(1, 6))
def test_any_text_in_every_field_fits(words: str, times: int):
    assert fitted_page(examples.hostile(words * times), "letter").page.over == 0
