import pytest

from research.connectors import trade_press
from research.connectors.trade_press import feeds
from research.types import Claim, Query


def test_the_list_is_read_with_its_comments_left_out(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("# a comment\n\nCare Daily\thttps://care.example/feed/\n  # another\nB\thttps://b.example/rss\n")
    assert feeds(path) == (("Care Daily", "https://care.example/feed/"), ("B", "https://b.example/rss"))


def test_a_line_without_an_address_is_named(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("Care Daily\thttps://care.example/feed/\nCare Weekly care.example\n")
    with pytest.raises(ValueError, match=r"list\.txt, line 2"):
        feeds(path)


def test_every_feed_of_the_list_may_be_asked_within_the_budget():
    requests = list(trade_press.start(Query("organization", "Elmhollow Health")))
    assert len(requests) == len(feeds()) == trade_press.SOURCE.budget


def test_the_real_feed_names_the_hospital_and_nobody_else(recordings, make_document):
    body = (recordings / "trade-press-feeds/modern-healthcare-regional-2012-truncated.rss").read_bytes()
    document = make_document("trade_press", body, media_type="application/rss+xml", carry={"feed": "Modern Healthcare"})
    asked = Query("organization", "Mountainside Hospital")
    (name, news) = [item for item in trade_press.read(document, asked) if isinstance(item, Claim)]
    assert news.predicate == "news"
    assert str(news.citation.published) == "2012-02-04"
    assert "utm_" not in news.citation.url
    assert name.value == "Mountainside Hospital"
    other = Query("organization", "Mountain Hospital")
    assert not [item for item in trade_press.read(document, other) if isinstance(item, Claim)]
