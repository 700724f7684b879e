import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.connectors._officer_changes import item_5_02, officer_changes


def read(text: str) -> list[tuple[str, str, str, str]]:
    return [(c.name, c.title, c.kind, str(c.effective or "")) for c in officer_changes(f"Item 5.02 {text}")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Board appointed Jane Q. Roe as Executive Vice President and Treasurer, effective April 1, 2026.",
            ("Jane Q. Roe", "Executive Vice President and Treasurer", "arrives", "2026-04-01"),
        ),
        (
            "The Board appointed Jane Q. Roe Senior Vice President and Chief Financial Officer.",
            ("Jane Q. Roe", "Senior Vice President and Chief Financial Officer", "arrives", ""),
        ),
        (
            "Effective January 1, 2026, Lena Park, M.D., was appointed Chief Medical Officer.",
            ("Lena Park", "Chief Medical Officer", "arrives", "2026-01-01"),
        ),
        (
            "The Board named Alan Witt as interim Chief Executive Officer.",
            ("Alan Witt", "Interim Chief Executive Officer", "arrives", ""),
        ),
        (
            "The Board elected Susan Lee to the Company's Board of Directors.",
            ("Susan Lee", "Member of the Board of Directors", "arrives", ""),
        ),
        (
            "Peter Vale, the Company’s Chief Operating Officer, informed the Company that he will retire.",
            ("Peter Vale", "Chief Operating Officer", "leaves", ""),
        ),
        (
            "Peter Vale, who notified the Company of his decision to retire as Chief Nursing Officer, stays until May.",
            ("Peter Vale", "Chief Nursing Officer", "leaves", ""),
        ),
        (
            "The resignation of Thomas Finch, Chief Human Resources Officer, took effect.",
            ("Thomas Finch", "Chief Human Resources Officer", "leaves", ""),
        ),
        (
            "Dana Reyes will step down as Chair of the Board, effective January 2, 2027.",
            ("Dana Reyes", "Chair", "leaves", "2027-01-02"),
        ),
    ],
)
def test_a_change_has_person_post_direction_and_date(text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The Compensation Committee approved base salaries. Jane Roe, Chief Executive Officer: $1,000,000.",
        "Ms. Roe will receive an annual base salary of $600,000 as Chief Financial Officer.",
        "If Jane Roe resigns as Chief Executive Officer for good reason, she is entitled to severance.",
        "Upon a change, Jane Roe would retire as Chief Executive Officer.",
        "The Board adopted the Executive Retirement Plan for the Chief Executive Officer.",
        "The Compensation Committee appointed Willis Consulting Group as its advisor.",
    ],
)
def test_decisions_about_pay_are_no_change(text):
    assert read(text) == []


def test_an_age_is_in_no_quote():
    (change,) = officer_changes("Item 5.02 The Board appointed Jane Roe, age 52, as Chief Financial Officer.")
    assert "52" not in change.quote
    assert (change.name, change.title) == ("Jane Roe", "Chief Financial Officer")


def test_quotes_and_names_stand_in_the_passage():
    passage = "Item 5.02 The Board elected Susan Lee, RN, as Chief Nursing Officer. Alan Witt resigned as Treasurer."
    changes = officer_changes(passage)
    assert len(changes) == 2
    assert all(change.quote in passage and change.written in passage for change in changes)


def test_the_passage_is_the_longest_one_under_the_item_and_ends_at_the_next():
    text = (
        "See Item 5.02 below. Item 1.01 Other. Item 5.02. Departure. The passage itself. Item 9.01 Exhibits SIGNATURE"
    )
    assert item_5_02(text) == "Item 5.02. Departure. The passage itself. "
    assert item_5_02("Item 5.02 Departure. SIGNATURES Pat Vale, Secretary") == "Item 5.02 Departure. "
    assert item_5_02("Item 8.01 Other") == ""


@given(st.text(alphabet="Aa .,;Item50Jne RoChifOrsgd\n", max_size=300))
def test_any_text_is_read(text):
    officer_changes(item_5_02(f"Item 5.02 {text}"))


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "piece",
    ["appointed Jane Roe ", "Aa ", "Jane Roe, Chief ", "named A. B. C. D. as the ", "Jane Roe will resign ", "Chief a ",
     "resignation of Jane Roe, ", "A, B., ", " of of of the Board"],
)  # fmt: skip
def test_hostile_passages_are_read_and_change_no_officer(piece):
    text = (piece * (50_000 // len(piece) + 1))[:50_000]
    assert list(officer_changes(f"Item 5.02 {text}")) == []
