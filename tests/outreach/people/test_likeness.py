"""Whether two people are perhaps one: what speaks for it and against, and when the user is asked."""

from __future__ import annotations

import pytest

from outreach.people.likeness import Known, Workplace, likeness
from research.names import parse_name


def known(name, number=1, **named):
    addresses = frozenset({named.pop("email", "")})
    return Known(number, name, parse_name(name), addresses=addresses, **named)


def at(name, title="", *, organization_id=None, is_current=True):
    return (Workplace(organization_id, name, title, is_current),)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (known("Zofia Łukasik"), known("Zofia Lukasik"), "The same name."),
        (known("Robert Obi"), known("Bob Obi"), "used for one another"),
        (known("Rosalind Şenyurt", goes_by="Rosa"), known("Rosa Şenyurt"), "goes by Rosa"),
        (known("R. Obi", email="r@obi.org"), known("Rachel Obi", email="r@obi.org"), "e-mail address: r@obi.org"),
        (known("R. Obi", workplaces=at("Harrow Lake", "CFO")), known("Rachel Obi", workplaces=at("HARROW Lake", "cfo")),
         "Both work at HARROW Lake as cfo."),
        (known("Ada Obi", email="a@obi.org"), known("Ada Lindqvist", email="a@obi.org"), "The same first name."),
        (known("Ada Obi-Lindqvist", workplaces=at("Harrow Lake", organization_id=3)),
         known("Ada Obi", workplaces=at("Harrow Lake Regional", organization_id=3, is_current=False)),
         "Both work or worked at Harrow Lake Regional."),
    ],
)  # fmt: skip
def test_these_are_asked_about_with_the_reason(one, other, reason):
    how = likeness(one, other)
    assert how.is_likely
    assert any(reason in sentence for sentence in how.reasons)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (known("Ada Obi"), known("Ben Obi")),
        (known("Ada Obi"), known("Ada Lindqvist")),
        (known("R. Obi"), known("Rachel Obi")),
        (known("Ada Obi-Lindqvist"), known("Ada Obi")),
        (known("Ada Obi", email="office@harrow.org"), known("Ben Kahale", email="office@harrow.org")),
        (known("Ada Obi", workplaces=at("Harrow Lake")), known("Ben Kahale", workplaces=at("Harrow Lake"))),
        (known("Ada B. Obi"), known("Ada C. Obi")),
        (known("Ada Obi Jr."), known("Ada Obi Sr.")),
        (known("Ada Obi", kind="communications_office"), known("Ada Obi")),
        (known("", workplaces=at("")), known("", workplaces=at(""))),
    ],
)  # fmt: skip
def test_these_are_not(one, other):
    assert not likeness(one, other).is_likely


def test_two_numbers_of_which_one_has_one_speak_against_it():
    one = known("Ada Obi", identifiers=frozenset({("npi", "1234567893")}))
    other = known("Ada Obi", identifiers=frozenset({("npi", "1992999999"), ("qid", "Q42")}))
    how = likeness(one, other)
    assert not how.is_likely
    assert how.against == ("Different numbers: National Provider Identifier 1234567893 and 1992999999.",)


def test_it_is_the_same_both_ways():
    one = known("Robert Obi", email="r@obi.org", workplaces=at("Harrow Lake", "CFO"))
    other = known("Bob Obi", email="r@obi.org", workplaces=at("Harrow Lake", "COO"))
    assert likeness(one, other).weight == likeness(other, one).weight
    assert likeness(one, other).is_likely == likeness(other, one).is_likely
