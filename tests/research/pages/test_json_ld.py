"""What a page says of itself in JSON-LD."""

import pytest

from research.pages import json_ld


def script(*bodies):
    return "<html>" + "".join(f'<script type="application/ld+json">{body}</script>' for body in bodies)


def test_one_broken_block_does_not_cost_the_others():
    found = json_ld.blocks(script("{broken", '{"@type":"Person","name":"Ana Larkin"}'))
    assert [item["name"] for item in found] == ["Ana Larkin"]


def test_a_graph_and_nested_objects_are_given_one_by_one():
    found = json_ld.blocks(
        script('{"@graph":[{"@type":"NewsArticle","headline":"A","author":{"@type":"Person","name":"Bo Roe"}}]}')
    )
    assert [sorted(json_ld.types_of(item)) for item in found] == [["newsarticle"], ["person"]]


def test_line_breaks_in_strings_comments_and_types_as_addresses_are_read():
    found = json_ld.blocks(script('<!--{"@type":["https://schema.org/Person"],"name":"Ana\nLarkin"}-->'))
    assert json_ld.text(found[0], "name") == "Ana Larkin"
    assert json_ld.types_of(found[0]) == {"person"}


def test_headline_date_and_publisher_are_those_of_the_article():
    items = json_ld.blocks(
        script(
            '{"@type":"WebSite","name":"The site"}',
            '{"@type":"NewsArticle","headline":"A new chief","datePublished":"2024-05-01",'
            '"publisher":{"@type":"Organization","name":"Larkspur Health"}}',
        )
    )
    assert json_ld.headline(items) == "A new chief"
    assert json_ld.published(items) == "2024-05-01"
    assert json_ld.publisher(items) == "Larkspur Health"


def test_fields_of_a_wrong_kind_are_no_text():
    assert (
        json_ld.text({"headline": 5, "name": None, "alternateName": ["", "x"]}, "headline", "name", "alternateName")
        == ""
    )
    assert json_ld.headline([{"@type": 7, "headline": "x"}]) == ""


def test_hostile_blocks_are_bounded():
    deep = script("[" * 100_000)
    many = script(*['{"@type":"Person","name":"A B"}'] * 200)
    assert json_ld.blocks(deep) == ()
    assert len(json_ld.blocks(many)) <= json_ld.MAX_BLOCKS
    assert json_ld.blocks('<script type="application/ld+json">' * 20_000) == ()


@pytest.mark.parametrize(
    ("escaped", "read"),
    [
        ("New \\u202e chief", "New chief"),
        ("New chief\\u0000\\u001b[31m", "New chief��[31m"),
        ("New chief \\ud800", "New chief �"),
        ("New\\u0085chief\\u0092s desk", "New chief’s desk"),
        ("New chief \\ud83c\\udfe5", "New chief \U0001f3e5"),
        ("Nueva jefa ﷺ é", "Nueva jefa ﷺ é"),
    ],
)
def test_escaped_characters_that_do_harm_are_none(escaped, read):
    (item,) = json_ld.blocks(script(f'{{"@type":"NewsArticle","headline":"{escaped}"}}'))
    assert json_ld.headline([item]) == read


def test_an_object_below_the_deepest_is_left_out_and_the_others_are_kept():
    deep = '{"a":' * 500 + '{"@type":"Person","name":"Bo Roe"}' + "}" * 500
    found = json_ld.blocks(script(f'[{deep}, {{"@type":"Person","name":"Ana Larkin"}}]'))
    assert [item["name"] for item in found] == ["Ana Larkin"]


def test_a_name_of_endless_length_is_cut():
    found = json_ld.blocks(script(f'{{"@type":"Hospital","name":"{"Larkspur " * 40_000}"}}'))
    assert 0 < len(json_ld.publisher(found)) <= json_ld.MAX_TEXT
