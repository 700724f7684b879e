"""Numbers as users type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.errors import InputError
from research.identifiers import SCHEMES, checked


@pytest.mark.parametrize(
    ("scheme", "typed", "form"),
    [
        ("npi", "1234567893", "1234567893"),
        ("orcid", "0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("orcid", "https://orcid.org/0000000218250097", "0000-0002-1825-0097"),
        ("orcid", "0000-0002-1694-233x", "0000-0002-1694-233X"),
        ("ein", "12-3456789", "123456789"),
        ("ror", "https://ror.org/02qp3tb03", "02qp3tb03"),
        ("qid", "https://www.wikidata.org/wiki/Q42", "Q42"),
        ("openalex", "https://openalex.org/A5023888391", "A5023888391"),
        ("ccn", "45t123", "45T123"),
        ("cik", "0001045810", "0001045810"),
        ("doi", "https://doi.org/10.1000/ABC", "10.1000/abc"),
    ],
)
def test_a_number_is_given_in_the_form_of_the_sources(scheme, typed, form):
    assert checked(scheme, typed) == form


@pytest.mark.parametrize(
    ("scheme", "typed"),
    [
        ("npi", "1234567890"), ("npi", "3234567893"), ("npi", "123456789"), ("npi", "１２３４５６７８９３"),
        ("orcid", "0000-0002-1825-0098"), ("orcid", "0000-0002-1825"), ("orcid", "X000-0002-1825-0097"),
        ("ein", "00-1234567"), ("ein", "12-345678"), ("ein", "123-456789"),
        ("ror", "02qp3tb04"), ("ror", "12qp3tb03"), ("ror", "02qpitb03"),
        ("qid", "42"), ("qid", "Q0"), ("ccn", "12345"), ("ccn", "ABCDEF"), ("cik", "12345678901"), ("cik", "1.5"),
        ("doi", "11.1/x"), ("pecos", "12"), ("nih_profile", "x"), ("openalex", "5023"), ("npi", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_a_number_of_the_scheme_is_refused_in_one_sentence(scheme, typed):
    with pytest.raises(InputError) as error:
        checked(scheme, typed)
    assert f"is no {scheme.upper()}: that is" in str(error.value)
    assert "\n" not in str(error.value)


def test_an_unknown_scheme_names_the_known_ones():
    with pytest.raises(InputError, match=r"'ssn' is no scheme of identifiers. Schemes: ccn, .*ror"):
        checked("ssn", "078051120")


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
def test_the_example_of_each_scheme_is_one(scheme):
    assert checked(scheme, SCHEMES[scheme].example)


@given(st.sampled_from(sorted(SCHEMES)), st.text(max_size=300))
def test_whatever_is_typed_is_a_number_or_an_input_error(scheme, text):
    try:
        form = checked(scheme, text)
    except InputError:
        return
    assert checked(scheme, form) == form


@given(st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_of_an_npi_is_seen(place, more):
    digits = list("1234567893")
    digits[place + 1] = str((int(digits[place + 1]) + more) % 10)
    with pytest.raises(InputError):
        checked("npi", "".join(digits))
