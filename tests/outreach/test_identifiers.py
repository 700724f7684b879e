from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach import identifiers
from outreach.identifiers import tidy, web_address


def told_or_kept(read: Callable[..., str], *arguments: str) -> str:
    """What is kept of a text, or the sentence that refuses it."""
    try:
        return read(*arguments)
    except ValueError as error:
        return str(error)


@pytest.mark.parametrize(
    ("scheme", "typed", "kept"),
    [
        ("ccn", " 24000 1", "240001"),
        ("ccn", "24014f", "24014F"),
        ("npi", "1234-567-893", "1234567893"),
        ("ein", "41-0123456", "410123456"),
        ("ror", "https://ror.org/05dxps055", "05dxps055"),
        ("qid", "https://www.wikidata.org/wiki/q42", "Q42"),
        ("orcid", "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("orcid", "000000021694233x", "0000-0002-1694-233X"),
        ("ticker", "hca", "HCA"),
        ("openalex", "https://openalex.org/A5023888391", "A5023888391"),
        ("linkedin", " linkedin.example/in/someone ", "linkedin.example/in/someone"),
    ],
)
def test_a_number_is_kept_in_one_way_of_writing(scheme: str, typed: str, kept: str):
    assert tidy(scheme, typed) == kept
    assert tidy(scheme, kept) == kept


@pytest.mark.parametrize(
    ("scheme", "typed", "words"),
    [
        ("ccn", "24001", "six characters"),
        ("npi", "1234567890", "does not check out"),
        ("npi", "3234567893", "begins with 1 or 2"),
        ("ein", "41-012345", "nine digits"),
        ("orcid", "0000-0002-1825-0098", "does not check out"),
        ("qid", "42", "Q and digits"),
        ("former_email", "  ", "Enter the number"),
    ],
)
def test_a_wrong_number_is_told_in_words(scheme: str, typed: str, words: str):
    with pytest.raises(ValueError, match=words):
        tidy(scheme, typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("harrowlake.example.org", "https://harrowlake.example.org"),
        (" http://harrowlake.example.org/team?a=1 ", "http://harrowlake.example.org/team?a=1"),
        ("localhost.example:8080/x", "https://localhost.example:8080/x"),
        ("krankenhaus-köln.example", "https://krankenhaus-köln.example"),
    ],
)
def test_a_web_address_gets_what_it_lacks(typed: str, kept: str):
    assert web_address(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "hospital", "javascript:alert(1)", "ftp://files.example.org", "https://", "https://user@host.example.org",
        "https://a.example.org/\n", "https://a b.example.org", "http://[::1", "https://host.example.org:0",
        "https://host.example.org/<b>", "https://" + "a" * 600 + ".example.org", "https://.",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(typed: str):
    if typed.endswith("\n"):
        assert web_address(typed) == typed.strip()
        return
    with pytest.raises(ValueError, match="web address"):
        web_address(typed)


@given(st.sampled_from([*identifiers._SHAPES, "linkedin"]), st.text(max_size=40))
def test_any_text_is_a_number_or_a_sentence(scheme: str, text: str):
    assert told_or_kept(tidy, scheme, text).strip()


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_a_sentence(text: str):
    assert (
        told_or_kept(web_address, text).startswith(("http://", "https://", "Enter a web address")) or not text.strip()
    )


@pytest.mark.timeout(60)
def test_a_hostile_text_is_refused_in_words():
    for worst in ("https://" + "/" * 50_000, "-" * 50_000, "1" * 50_000, "a:" * 25_000):
        assert told_or_kept(tidy, "ror", worst).startswith("A ROR ends with nine characters")
        assert told_or_kept(web_address, worst).startswith("Enter a web address")
