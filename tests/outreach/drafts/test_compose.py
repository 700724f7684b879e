"""Letters composed: for twenty invented leaders, for hostile values, and three of them word by word."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from outreach.asklint import Circumstances, Known, Message, Severity, check
from outreach.asklint.types import Kind
from outreach.drafts.compose import (
    Assistant,
    CitedFact,
    Composed,
    LetterError,
    Materials,
    Occasion,
    ProgramBrief,
    ProjectBrief,
    Promise,
    Reader,
    Sender,
    compose,
    laid_out,
    letters,
    problems,
    sentence_of,
)
from outreach.drafts.fact_marks import numbers_in
from outreach.drafts.letter_files import read_letter
from outreach.drafts.letter_values import Value
from outreach.drafts.outgoing import plain
from research.vocabulary import PREDICATES
from tests.outreach.drafts.invented_leaders import GOLDEN, LEADERS, MARGUERITE, MARISOL, TODAY

GOLDEN_FILES = Path(__file__).parent / "letters"
BARE = Materials(Sender("Jo Park"), Reader("Ann Roe"), TODAY)


def written(composed: Composed) -> str:
    """A letter as its golden file keeps it."""
    return f"Subject: {composed.subject}\n\n{composed.body}\n"


def message(key: str, materials: Materials) -> Message:
    """A letter as it is checked before it leaves."""
    letter, composed = letters()[key], compose(letters()[key], materials)
    to = materials.assistant if letter.kind is Kind.ASSISTANT_REQUEST and materials.assistant else materials.reader
    program = materials.program
    facts = [sentence_of(fact, materials.reader.name) for fact in materials.facts]
    if program is not None and program.number is not None:
        facts.append(f"{program.name}: {program.result} {program.period}")
    known = Known(
        to.name, to.credentials, materials.reader.title, materials.reader.organization, tuple(facts), to.honorific,
        to.addressed_as, (program.name,) if program else (),
        leader=materials.reader.name if to is not materials.reader else "",
        pronouns=materials.reader.pronouns,
        other_names=(materials.reader.addressed_as, materials.assistant.addressed_as if materials.assistant else ""),
    )  # fmt: skip
    around = Circumstances(
        sender=materials.sender.name,
        sender_organization=materials.sender.organization,
        project=materials.project.topic if materials.project else "",
        venue=materials.project.venue if materials.project else "",
        assistant=materials.assistant.name if materials.assistant else "",
        today=TODAY,
    )
    text = plain(composed.body)
    return Message(letter.kind, f"Subject: {composed.subject}\n\n{text}" if composed.subject else text, known, around)


# --- as they read -----------------------------------------------------------------------------------------------------


def test_every_letter_file_can_be_read() -> None:
    assert problems() == ()
    assert len(letters()) >= 13


@pytest.mark.parametrize("who", GOLDEN)
@pytest.mark.parametrize("key", letters())
def test_three_leaders_get_their_letters_word_by_word(who: str, key: str) -> None:
    """`python -m tests.outreach.drafts.invented_leaders` writes the files anew: read each line that changed."""
    assert written(compose(letters()[key], LEADERS[who])) == (GOLDEN_FILES / who / f"{key}.txt").read_text("utf-8")


@pytest.mark.parametrize("who", LEADERS)
def test_a_request_to_a_leader_passes_the_check(who: str) -> None:
    found = check(message("interview-request-email", LEADERS[who]))
    assert [(one.rule, one.text) for one in found if one.severity is Severity.BLOCK] == []


@pytest.mark.parametrize("key", letters())
def test_every_letter_to_somebody_with_an_assistant_passes_the_check(key: str) -> None:
    found = check(message(key, MARGUERITE))
    assert [(one.rule, one.text) for one in found if one.severity is Severity.BLOCK] == []


REQUESTS = ("interview-request-email", "interview-request-post", "assistant-request")


@pytest.mark.parametrize("who", LEADERS)
def test_a_request_cites_its_facts_from_1_on_and_a_note_keeps_to_300_letters(who: str) -> None:
    materials = LEADERS[who]
    told = {fact.number for fact in materials.facts} | {materials.program.number if materials.program else None}
    request = compose(letters()["interview-request-email"], materials)
    assert request.facts_used
    assert set(request.facts_used) <= told
    assert numbers_in(request.body) == tuple(range(1, len(request.facts_used) + 1))
    note = compose(letters()["linkedin-note"], materials)
    assert len(plain(note.body)) <= 300
    assert note.facts_used


@pytest.mark.parametrize("who", LEADERS)
@pytest.mark.parametrize("key", REQUESTS)
def test_no_request_is_longer_than_the_check_likes(key: str, who: str) -> None:
    found = check(message(key, LEADERS[who]))
    assert [one.message for one in found if one.rule == "too-long"] == []


@pytest.mark.parametrize("who", [who for who, one in LEADERS.items() if one.assistant])
@pytest.mark.parametrize("key", REQUESTS)
def test_nothing_in_a_request_is_ungrounded(key: str, who: str) -> None:
    found = check(message(key, LEADERS[who]))
    assert [one.text for one in found if one.rule == "ungrounded"] == []


def test_where_a_request_would_be_too_long_the_last_facts_are_left_out() -> None:
    facts = tuple(
        CitedFact(number, "award", f"Long Prize for Work on {word} That Took Several Years of Patience", starts="2020")
        for number, word in enumerate(("Nights", "Wards", "Meals", "Lists", "Beds", "Calls"), start=1)
    )
    request = compose(letters()["interview-request-email"], replace(MARGUERITE, program=None, facts=facts))
    kept = len(request.facts_used)
    assert 1 <= kept < len(facts)
    assert request.facts_used == tuple(range(1, kept + 1))


def test_marks_count_in_the_order_in_which_the_facts_stand_in_the_text() -> None:
    named = ProgramBrief("Bridge to Home", "30-day readmissions fell from 21% to 14%.", "2022 to 2024", "", 2)
    award = CitedFact(1, "award", "Lantern Award", starts="2024")
    request = compose(letters()["interview-request-email"], replace(MARGUERITE, program=named, facts=(award,)))
    assert request.facts_used == (2, 1)
    places = [request.body.index(words) for words in ("readmissions", "[1]", "Lantern Award", "[2]")]
    assert places == sorted(places)


def test_what_is_missing_is_an_unfinished_place_that_the_check_holds() -> None:
    request = compose(letters()["interview-request-email"], BARE)
    assert "[[put in one fact about Ann Roe or their work, with its source]]" in request.body
    assert "[[say what it is about]]" in request.body
    assert request.facts_used == ()
    found = check(message("interview-request-email", BARE))
    assert "placeholder" in {one.rule for one in found if one.severity is Severity.BLOCK}


def test_nobody_is_called_by_a_guess() -> None:
    body = compose(letters()["interview-request-email"], MARISOL).body
    assert body.startswith("Dear Marisol Núñez-Łukasik,\n\n")
    assert re.search(r"\b(?:Mr|Ms|Mrs)\. |\b(?:she|he|her|his)\b", body) is None


# --- files that fail --------------------------------------------------------------------------------------------------

HEAD = """{% set kind = "thank-you" %}
{% set title = "T" %}
{% set use_when = "U" %}
{% block subject %}S{% endblock %}
"""


@pytest.mark.parametrize(
    "body", ["{{ reader.name + 1 }}", "{{ reader.name.nothing }}", "{{ 1 // 0 }}", "{{ reader.name.__class__.mro() }}"]
)
def test_a_file_that_fails_says_which_line(body: str) -> None:
    letter = read_letter("thanks", f"{HEAD}{{% block body %}}\nDear\n{body}\n{{% endblock %}}")
    with pytest.raises(LetterError, match=r"^templates/letters/thanks\.txt, line 7: this fails: "):
        compose(letter, BARE)


def test_a_block_that_stands_twice_is_said_when_the_letter_is_composed() -> None:
    letter = read_letter("thanks", f"{HEAD}{{% block body %}}a{{% endblock %}}\n{{% block body %}}b{{% endblock %}}")
    with pytest.raises(LetterError, match=r"^templates/letters/thanks\.txt, line 6: this cannot be read: "):
        compose(letter, BARE)


def test_lines_of_a_paragraph_are_joined_and_lists_stay() -> None:
    letter = read_letter(
        "thanks",
        f"{HEAD}{{% block body %}}\nDear\nAnn ,\n\n{{% if 0 %}}x{{% endif %}}\none\n- two\n- three\n{{% endblock %}}",
    )
    assert compose(letter, BARE).body == "Dear Ann,\n\none\n- two\n- three"


def test_own_words_keep_their_blanks() -> None:
    assert laid_out("He said  “so  , no” , and  left ..") == "He said “so  , no”, and left."


def test_a_long_subject_ends_with_a_word() -> None:
    letter = read_letter("thanks", HEAD.replace("S{", "word " * 90 + "{") + "{% block body %}B{% endblock %}")
    assert len(compose(letter, BARE).subject) <= 300
    assert compose(letter, BARE).subject.endswith(" word")


# --- any values -------------------------------------------------------------------------------------------------------

TEXT = st.text(max_size=60) | st.sampled_from(
    [
        "",
        " ",
        "{{ x }}",
        "[[y]]",
        "[3]",
        "a , b",
        "No. . .",
        "O'Brien",
        "王小明",
        "{% if %}",
        "“x”",
        "Led it",
        "“",
        "Dr.",
        "😀",
    ]
)
NAME = TEXT | st.just("Anneliese Vandermolen-Ouédraogo-Castellanos " * 4)
PARTIAL = st.sampled_from(["", "2018", "2018-03", "2018-03-01", "2018-99", "soon"])
ANY_VALUE: st.SearchStrategy[Value] = TEXT | st.integers() | st.floats() | st.booleans()
DAY = st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1))
FACT = st.builds(
    CitedFact, st.integers(0, 1200), st.sampled_from([*PREDICATES, "other"]), ANY_VALUE, TEXT, PARTIAL, PARTIAL,
    st.dictionaries(st.sampled_from(["result", "period", "role", "show", "journal", "title"]), ANY_VALUE, max_size=3),
    TEXT, PARTIAL,
)  # fmt: skip
PERSON = (NAME, TEXT, TEXT, TEXT, st.none() | TEXT, TEXT, st.lists(TEXT, max_size=2).map(tuple), TEXT, TEXT, TEXT)
OCCASION = st.builds(
    Occasion, minutes=st.none() | st.integers(-5, 300), form=TEXT, window_from=DAY, window_until=DAY,
    interview_at=st.none() | st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    place=TEXT, questions=st.integers(-1, 40), they_said=TEXT, it_changed=TEXT,
    promises=st.lists(st.builds(Promise, TEXT, DAY), max_size=2).map(tuple), wrote_on=DAY, new_since=TEXT, gift=TEXT,
    words=st.none() | st.integers(0, 9999), version=st.none() | st.integers(0, 99),
    look_at=st.lists(TEXT, max_size=2).map(tuple), answer_by=DAY, venue_closes=DAY, page=TEXT, loss=TEXT,
    remembered=TEXT, advice=TEXT, tried=TEXT, happened=TEXT,
)  # fmt: skip
ANYTHING = st.builds(
    Materials,
    st.builds(Sender, NAME, TEXT, TEXT, st.lists(TEXT, max_size=2).map(tuple), TEXT, TEXT),
    st.builds(Reader, *PERSON), st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.none() | st.builds(ProjectBrief, st.sampled_from(["article", "paper", "podcast", "improvement", "?"]), TEXT,
                          TEXT, TEXT, TEXT, TEXT, st.lists(TEXT, max_size=2).map(tuple), TEXT),
    st.none() | st.builds(ProgramBrief, TEXT, TEXT, TEXT, TEXT, st.none() | st.integers(0, 1200)),
    st.lists(FACT, max_size=3).map(tuple),
    st.none() | st.builds(Assistant, NAME, TEXT, TEXT, st.none() | TEXT, TEXT, st.just(()), st.booleans()),
    OCCASION,
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(ANYTHING, st.sampled_from(sorted(letters())))
def test_any_values_make_a_letter_without_gaps(materials: Materials, key: str) -> None:
    composed = compose(letters()[key], materials)
    outside = re.sub(r"“[^“”]*”", "“”", composed.body)
    assert re.search(r"\{\{|\}\}|\{%| {2}|\. \.|\n{3}", outside) is None
    assert re.search(r"[^\S\n][,;:.?!](?=\s|$)", outside) is None
    assert "\n" not in composed.subject
    if key == "linkedin-note":
        assert len(plain(composed.body)) <= 300


def test_names_without_end_shorten_a_note_by_dropping_and_never_within_a_word() -> None:
    long = "Wolfeschlegelsteinhausenbergerdorff " * 12
    materials = replace(MARGUERITE, reader=replace(MARGUERITE.reader, name=long, family_name="", credentials=()))
    note = compose(letters()["linkedin-note"], materials)
    assert len(note.body) <= 300
    assert note.body.endswith("?")
