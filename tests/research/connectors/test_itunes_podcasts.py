"""Podcast episodes: the full name with the organization or the post makes a talk, the name alone a mention."""

from __future__ import annotations

import json
from typing import Any

import pytest

from research.connectors import itunes_podcasts
from research.types import Claim, Query

ROE = Query("person", "Jane Roe", organization="Larkspur Valley Health", role="CMO")


def told(make_document: Any, query: Query, **episode: Any) -> list[Claim]:
    row = {"wrapperType": "podcastEpisode", "kind": "podcast-episode", "trackId": 7, "trackName": "An episode",
           "description": "", "trackViewUrl": "https://podcasts.apple.com/x?i=7", "releaseDate": "2025-09-01T08:00:00Z",
           "collectionName": "Rounds"} | episode  # fmt: skip
    body = "\n\n" + json.dumps({"resultCount": 1, "results": [row]})
    document = make_document("itunes_podcasts", body, media_type="text/javascript")
    return [item for item in itunes_podcasts.read(document, query) if isinstance(item, Claim)]


def test_a_name_is_asked_for_as_a_phrase_in_episodes() -> None:
    (request,) = itunes_podcasts.start(Query("person", "Jane Q. Roe, MD"))
    assert dict(request.params)["term"] == '"Jane Roe"'
    assert dict(request.params)["entity"] == "podcastEpisode"
    assert not list(itunes_podcasts.start(Query("person", "Roe")))


@pytest.mark.parametrize(
    "description",
    [
        "<p>Jane Roe of <i>Larkspur Valley</i> Health on falls</p>",
        "With Jane Q. Roe. " + "More about falls. " * 60 + "Recorded at Larkspur Valley Health.",
        "With Jane Roe, chief medical officer of a hospital",
    ],
)
def test_name_with_organization_or_post_is_a_talk(make_document: Any, description: str) -> None:
    claims = told(make_document, ROE, description=description)
    assert claims[-1].predicate == "talk"
    assert claims[-1].value == "An episode"
    assert "Roe" in claims[-1].citation.quote


def test_the_affiliation_is_quoted_where_the_organization_stands(make_document: Any) -> None:
    claims = told(make_document, ROE, description="With Jane Roe. " + "x " * 400 + "At Larkspur Valley Health, Elmton.")
    (affiliation,) = [claim for claim in claims if claim.predicate == "affiliation"]
    assert "Larkspur Valley Health" in affiliation.citation.quote


def test_no_mail_address_of_a_description_is_quoted(make_document: Any) -> None:
    description = "Jane Roe of Larkspur Valley Health. Write to show@rounds.example"
    claims = told(make_document, ROE, trackName="Jane Roe, Larkspur Valley Health", description=description)
    assert [claim.predicate for claim in claims] == ["name", "affiliation", "talk"]
    quotes = [claim.citation.quote for claim in (*claims, *told(make_document, ROE, description=description))]
    assert not any("@" in quote for quote in quotes)


def test_the_name_alone_is_a_weak_mention(make_document: Any) -> None:
    claims = told(make_document, ROE, description="Jane Roe reads poems.")
    assert [claim.predicate for claim in claims] == ["name", "mention"]
    assert claims[-1].citation.confidence < 0.5


@pytest.mark.parametrize(
    "episode",
    [
        {"description": "J. Roe of Larkspur Valley Health"},
        {"description": "Mary Roe of Larkspur Valley Health"},
        {"description": "Larkspur Valley Health"},
        {"trackName": "Jane Roe", "trackViewUrl": "javascript:alert(1)"},
        {"trackName": "Jane Roe", "trackId": "7"},
        {"trackName": "Jane Roe", "wrapperType": "track", "kind": "podcast"},
    ],
)
def test_everything_else_is_left_out(make_document: Any, episode: dict[str, Any]) -> None:
    assert told(make_document, ROE, **episode) == []
