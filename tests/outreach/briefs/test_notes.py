"""Numbers of sources: every one is listed, nothing else is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from outreach.briefs import fit, notes
from outreach.briefs.build import build
from outreach.briefs.model import Block, Brief, Card, CardRow, Head, Paragraphs, Run, Source, Text, sources_of
from tests.brief_materials import MATERIAL

SOURCES = [Source(str(number), f"Page {number}") for number in range(9)]
texts = st.lists(
    st.builds(lambda words, places: Run(words, sources=tuple(SOURCES[at] for at in places)), st.text(max_size=9),
              st.lists(st.integers(0, 8), max_size=3)),
    max_size=3,
).map(tuple)  # fmt: skip


def brief_of(head: Text, rows: list[Text], blocks: list[Text]) -> Brief:
    card = Card(tuple(CardRow("who", "Who", row) for row in rows))
    parts = tuple(Block(str(at), "Points", Paragraphs((one,))) for at, one in enumerate(blocks))
    return Brief(Head("Ann Roe", role_line=head), card, parts[::2], parts[1::2], "", "Briefing: Ann Roe")


@given(texts, st.lists(texts, max_size=3), st.lists(texts, max_size=5))
def test_every_number_on_the_page_is_listed_in_order_and_nothing_uncited_is(
    head: Text, rows: list[Text], blocks: list[Text]
) -> None:
    brief = brief_of(head, rows, blocks)
    found = notes.numbered(brief)
    cited = [source.key for text in notes.texts_of(brief) for source in sources_of(text)]
    assert list(dict.fromkeys(cited)) == [source.key for source in found.sources]
    assert found.numbers == {source.key: at for at, source in enumerate(found.sources, 1)}


def test_the_head_comes_first_and_what_was_left_out_is_not_listed() -> None:
    brief = build(MATERIAL)
    assert notes.numbered(brief).sources[0].key == "leaders"
    bare = fit.fitted(brief, lambda block, width: 900.0, lambda _: 100.0, (300.0, 200.0))
    assert len(notes.numbered(bare).sources) < len(notes.numbered(brief).sources)
