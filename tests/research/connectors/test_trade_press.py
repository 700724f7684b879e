from research.connectors import trade_press
from research.connectors.trade_press import FeedList, feed_list
from research.types import Claim, Query


def test_the_list_is_read_with_its_comments_left_out(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("# a comment\n\nCare Daily\thttps://care.example/feed/\n  # another\nB\thttps://b.example/rss\n")
    assert feed_list(path) == FeedList((("Care Daily", "https://care.example/feed/"), ("B", "https://b.example/rss")))


def test_a_line_that_cannot_be_used_costs_itself_and_is_named(tmp_path):
    path = tmp_path / "list.txt"
    path.write_bytes(b"Care Daily\thttps://care.example/feed/\nCare Weekly care.example\nX\tjavascript:x\n\xff\n")
    found = feed_list(path)
    assert [title for title, _ in found.feeds] == ["Care Daily"]
    assert [fault[:17] for fault in found.faults] == ["list.txt, line 2:", "list.txt, line 3:", "list.txt, line 4:"]


def test_the_list_of_the_project_has_no_fault():
    assert feed_list().feeds
    assert not feed_list().faults


def test_every_feed_of_the_list_may_be_asked_within_the_budget():
    requests = list(trade_press.start(Query("organization", "Elmhollow Health")))
    assert len(requests) == len(feed_list().feeds) == trade_press.SOURCE.budget


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
