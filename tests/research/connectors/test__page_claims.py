from research.connectors import newsroom_feed, youtube_channel
from research.connectors._page_claims import item_claims, mention_claims, news_claim
from research.pages.feeds import FeedItem
from research.types import Claim, PartialDate, Query, Record

ASKED = Query("person", "Jane Q. Roe", organization="Elmhollow Health")
ITEM = FeedItem(
    "Elmhollow Health names Jane Roe chief executive officer",
    "Elmhollow Health has named Jane Roe, MBA, its president and chief executive officer.",
    "https://news.elmhollow.example/roe",
    PartialDate(2026, 3, 2),
)


def document_of(make_document, *items):
    text = "".join(f"<item>{item.title}<p>{item.summary}</p></item>" for item in items)
    return make_document("newsroom_feed", f"<rss>{text}</rss>", "https://news.elmhollow.example/feed")


def test_what_an_item_says_is_cited_with_the_address_of_the_item(make_document):
    document = document_of(make_document, ITEM)
    said = list(item_claims(ITEM, document, ASKED))
    assert "role" in {claim.predicate for claim in said}
    assert {claim.citation.url for claim in said} == {ITEM.link}
    assert {claim.citation.document for claim in said} == {document.sha256}
    assert {str(claim.citation.published) for claim in said} == {"2026-03-02"}


def test_a_mention_needs_the_full_name_and_a_place_to_read_it(make_document):
    others = (
        FeedItem("Roe Street opens", "Elmhollow Health", "https://a.example"),
        FeedItem("Jane Rowe speaks", "Elmhollow Health", "https://a.example"),
        FeedItem("Jane Roe speaks", "Elmhollow Health", ""),
    )
    document = document_of(make_document, ITEM, *others)
    assert [list(mention_claims(item, document, ASKED, predicate="mention")) for item in others] == [[], [], []]
    said = list(mention_claims(ITEM, document, ASKED, predicate="mention"))
    assert [(claim.predicate, claim.organization) for claim in said] == [("name", ""), ("mention", "Elmhollow Health")]


def test_news_carries_its_day_and_link(make_document):
    record = Record("newsroom_feed", "elmhollow.example", "Elmhollow", "https://elmhollow.example", "organization")
    claim = news_claim(ITEM, document_of(make_document, ITEM), record)
    assert (claim.value, str(claim.start), claim.details["url"]) == (ITEM.title, "2026-03-02", ITEM.link)


def test_a_real_newsroom_feed_gives_its_news(recordings, make_document):
    body = (recordings / "newsroom-feeds/organisation-newsroom-wordpress.rss").read_bytes()
    address = "https://suwa.org/feed/"
    document = make_document("newsroom_feed", body, address, media_type="application/rss+xml", carry={"step": "feed"})
    asked = Query("organization", "Southern Utah Wilderness Alliance", website="https://suwa.org")
    said = [item for item in newsroom_feed.read(document, asked) if isinstance(item, Claim)]
    assert len([claim for claim in said if claim.predicate == "news"]) == 10
    assert ("organization_website", "https://suwa.org/") in {(claim.predicate, claim.value) for claim in said}
    nobody = Query("person", "Jane Roe", organization="Southern Utah Wilderness Alliance", website="https://suwa.org")
    assert list(newsroom_feed.read(document, nobody)) == []


def test_a_real_channel_names_itself_and_no_stranger(recordings, make_document):
    body = (recordings / "youtube/channel-feed.atom").read_bytes()
    address = "https://www.youtube.com/feeds/videos.xml?channel_id=UCK8sQmJBp8GCxrOtXWBpyEA"
    document = make_document("youtube_channel", body, address, media_type="text/xml")
    said = list(youtube_channel.read(document, Query("organization", "Google")))
    assert {claim.predicate for claim in said} == {"organization_name", "organization_identifier", "feed"}
    assert list(youtube_channel.read(document, ASKED)) == []
