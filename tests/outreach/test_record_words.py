"""What a record says is shown as fields and values; the words of a text stand in quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.record_words import fields_of, said


@pytest.mark.parametrize(
    ("quote", "fields"),
    [
        ('"CITY": "ELMSFORD", "STATE": "AL"', "City: ELMSFORD; State: AL"),
        (
            '"facility_id": "019901", "facility_name": "Larkspur Valley"',
            "Facility ID: 019901; Facility name: Larkspur Valley",
        ),
        ('"FIRST NAME - OWNER": "", "LAST NAME - OWNER": "ROE"', "Last name owner: ROE"),
        (
            '"given-names": {"value": "Jane Q."}, "family-name": {"value": "Roe"}',
            "Given names: Jane Q.; Family name: Roe",
        ),
        ('{"firstName":"Jane","lastName":"Roe"}', "First name: Jane; Last name: Roe"),
        ('"value": "Jane Roe"', "Jane Roe"),
        ('"npi": 1000000012, "is_active": true', "NPI: 1000000012; Is active: yes"),
        ('"title": "Chief \\"of\\" staff: east", "name": "Roe"', 'Title: Chief "of" staff: east; Name: Roe'),
        (
            "<PersonNm>JANE ROE</PersonNm> <TitleTxt>CHIEF &amp; HEAD</TitleTxt>",
            "Person name: JANE ROE; Title: CHIEF & HEAD",
        ),
        ("<EIN>039900055</EIN>", "EIN: 039900055"),
    ],
)
def test_a_record_s_fields_are_said_in_words(quote, fields):
    assert said(quote) == f"The record says: {fields}"


@pytest.mark.parametrize(
    ("quote", "fields"),
    [
        ('"NAME": "ROE", "TITLE": "CHIEF FINANCIAL', "Name: ROE; Title: CHIEF FINANCIAL …"),
        ('"NAME": "ROE", "TITLE":', "Name: ROE"),
        ("<PersonNm>ROE</PersonNm> <TitleTxt>CHIEF FIN", "Person name: ROE; Title: CHIEF FIN"),
    ],
)
def test_a_record_that_the_quote_cuts_off_is_said_as_far_as_it_goes(quote, fields):
    assert said(quote) == f"The record says: {fields}"


@pytest.mark.parametrize(
    "quote",
    [
        "Jane Roe is chief executive: she joined in 2019.", "“We listen”, she said.", '"We listen", she said.',
        "beds < 200 and staff > 400", "", '"', "{", "<", "p <0.05",
    ],
)  # fmt: skip
def test_plain_words_stand_in_quotation_marks_as_they_are(quote):
    assert said(quote) == f"“{quote}”"
    assert fields_of(quote) == ()


@given(st.text(alphabet='"{}[]<>/:, \\aA1.é', max_size=300))
def test_any_quote_can_be_said(quote):
    assert said(quote)
