import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.connectors import hospital_price_file
from research.connectors.hospital_price_file import Block, blocks_of, ein_in
from research.types import Claim, Query


@pytest.mark.parametrize(
    ("address", "ein"),
    [
        ("https://f.example/123456789_elmhollow_standardcharges.csv", "123456789"),
        ("https://f.example/12-3456789_elmhollow-hospital_standardcharges.json", "123456789"),
        ("https://f.example/x/a1b2c3_863012091_elmhollow_standardcharges_v2.csv", "863012091"),
        ("https://f.example/123456789_elmhollow_Standard_Charges.csv", "123456789"),
        ("https://f.example/standardcharges.csv", ""),
        ("https://f.example/1999999992_elmhollow_standardcharges.csv", ""),
        ("https://f.example/001234567_elmhollow_standardcharges.csv", ""),
        ("https://f.example/123456789_elmhollow.csv", ""),
        ("", ""),
    ],
)
def test_the_number_of_the_operator_is_read_from_the_file_name(address, ein):
    found, words = ein_in(address)
    assert found == ein
    assert words in address


def test_blocks_are_read_line_by_line_without_the_contact():
    text = "location-name:  A \nsource-page-url: https://a.example/p\ncontact-name: Pat\n\nLocation-Name: B\nmrf-url: x"
    assert blocks_of(text) == [Block("A", "https://a.example/p"), Block("B", "", "x")]
    assert blocks_of("mrf-url: x\nlocation-name:\n") == []


@given(st.text(max_size=300))
def test_any_text_is_read(text):
    for block in blocks_of(text):
        ein_in(block.file)


@pytest.mark.timeout(60)
def test_hostile_lines_are_read_and_say_nothing():
    assert blocks_of(("location-name:" + " " * 40) * 1000) == []
    assert blocks_of("\n".join(["a" * 49, " " * 60 + ":"] * 500)) == []
    assert ein_in("12-3456789_" * 5000) == ("", "")


def test_the_real_file_gives_name_site_and_number(recordings, make_document):
    body = (recordings / "hospital-price-transparency/cms-hpt-valley-forge.txt").read_bytes()
    document = make_document("hospital_price_file", body, "https://www.vfmc.net/cms-hpt.txt", media_type="text/plain")
    said = [c for c in hospital_price_file.read(document, Query("organization", "x")) if isinstance(c, Claim)]
    assert [(c.predicate, c.value) for c in said] == [
        ("organization_name", "Valley Forge Medical Center and Hospital"),
        ("organization_website", "https://www.vfmc.net/"),
        ("organization_identifier", "863012091"),
    ]
    assert not any("Shulman" in c.citation.quote or "@" in c.citation.quote for c in said)
