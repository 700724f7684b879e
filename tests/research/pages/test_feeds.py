import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.errors import Unreadable
from research.pages import feeds
from research.pages.feeds import ITEM_LIMIT, SUMMARY_LIMIT, FeedItem, plain_text, read_feed, web_link, written_date
from research.types import PartialDate

ITEM = """<item><title>{title}</title><link>https://news.example.org/a</link>
<pubDate>Sat, 4 Feb 2012 00:01:00 EST</pubDate><description>{summary}</description></item>"""


def rss(*items: str, declaration: str = '<?xml version="1.0" encoding="utf-8"?>') -> bytes:
    body = f"<rss version='2.0'><channel><title>Elmhollow News</title>{''.join(items)}</channel></rss>"
    return (declaration + body).encode()


def item(title: str = "A title", summary: str = "A summary.") -> str:
    return ITEM.format(title=title, summary=summary)


def test_an_rss_item_has_title_summary_link_and_the_day_as_written():
    feed = read_feed(rss(item()))
    assert feed.title == "Elmhollow News"
    assert feed.complete
    assert feed.items == (FeedItem("A title", "A summary.", "https://news.example.org/a", PartialDate(2012, 2, 4)),)


def test_an_atom_entry_is_read_with_its_alternate_link_and_its_update_when_nothing_else_is_dated():
    body = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>One</title><id>urn:1</id>
    <link rel="self" href="https://e.example/self"/><link href="https://e.example/one"/>
    <updated>2026-03-02T23:30:00-06:00</updated><summary>Text.</summary></entry></feed>"""
    (entry,) = read_feed(body).items
    assert (entry.link, entry.guid, entry.published) == ("https://e.example/one", "urn:1", PartialDate(2026, 3, 2))


def test_white_space_before_the_declaration_does_no_harm():
    assert read_feed(b"\n \t" + rss(item())).items


def test_latin_1_is_read_as_declared_and_as_the_server_says():
    declared = rss(item("Clínica"), declaration='<?xml version="1.0" encoding="iso-8859-1"?>')
    assert read_feed(declared.decode().encode("latin-1")).items[0].title == "Clínica"
    silent = rss(item("Clínica"), declaration="").decode().encode("cp1252")
    assert read_feed(silent, "windows-1252").items[0].title == "Clínica"


def test_links_lose_what_only_counts_visitors():
    link = "<![CDATA[https://e.example/a?id=7&utm_source=rss&utm_medium=rss]]>"
    body = rss(f"<item><title>T</title><link>{link}</link></item>")
    assert read_feed(body).items[0].link == "https://e.example/a?id=7"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//",
        "http://",
        "http://[bad",
        "",
        "https://e.example/a?ut\u00adm=rss",
        "https://e.example/a b",
    ],
)
def test_a_link_that_is_no_web_address_is_dropped(address):
    assert web_link(address) == ""


def test_markup_in_summaries_becomes_plain_text_without_scripts():
    summary = "&lt;p&gt;First.&lt;/p&gt;&lt;p&gt;R&amp;amp;D &lt;b&gt;J&lt;/b&gt;ane&lt;/p&gt;"
    summary += "&lt;script&gt;x()&lt;/script&gt;"
    assert read_feed(rss(item(summary=summary))).items[0].summary == "First. R&D Jane"


def test_the_footer_of_wordpress_is_no_part_of_the_summary():
    summary = "&lt;p&gt;Said it.&lt;/p&gt;&lt;p&gt;The post A title appeared first on Elmhollow.&lt;/p&gt;"
    assert read_feed(rss(item(summary=summary))).items[0].summary == "Said it."


def test_a_long_summary_is_cut_at_a_word():
    summary = read_feed(rss(item(summary="word " * 1000))).items[0].summary
    assert len(summary) <= SUMMARY_LIMIT
    assert summary.endswith("word")


def test_a_feed_that_breaks_off_is_flagged_and_its_broken_item_left_out():
    whole = rss(item("One"), item("Two"), item("Three"))
    feed = read_feed(whole[: whole.index(b"Three") + 2])
    assert not feed.complete
    assert [entry.title for entry in feed.items] == ["One", "Two"]


def test_a_feed_with_a_stray_ampersand_keeps_all_its_items():
    feed = read_feed(rss(item("Research & care"), item("Two")))
    assert not feed.complete
    assert [entry.title for entry in feed.items] == ["Research & care", "Two"]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"<!DOCTYPE html><html><body>Log in</body></html>", "html-for-feed"),
        (b"<html></html>", "html-for-feed"),
        (b'{"items": []}', "no-feed"),
        (b"<data><row>1</row></data>", "no-feed"),
        (b'<!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel/></rss>', "xml-entities"),
        ('<!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"/>'.encode("utf-16"), "xml-entities"),
    ],
)
def test_what_is_no_feed_is_refused_by_name(body, fault):
    with pytest.raises(Unreadable) as caught:
        read_feed(body)
    assert caught.value.fault == fault


def test_a_file_is_never_opened_by_its_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "<rss>").write_bytes(rss(item("from the disk")))
    assert [entry.title for entry in read_feed("<rss>").items] == []


def test_an_author_given_as_a_mail_address_is_not_kept():
    body = rss("<item><title>T</title><author>desk@news.example.org (Desk)</author></item>")
    assert "@" not in read_feed(body).items[0].author


def test_no_more_items_than_the_limit_are_read():
    assert len(read_feed(rss(*[item(str(n)) for n in range(ITEM_LIMIT + 20)])).items) == ITEM_LIMIT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sat, 4 Feb 2012 00:01:00 EST", "2012-02-04"),
        ("Tue, 14 Jul 2026 23:40:48 -0600", "2026-07-14"),
        ("Mon, 06 Sep 2010 00:01:00 GMT", "2010-09-06"),
        ("2026-03-02T23:30:00Z", "2026-03-02"),
        ("2026-03", "2026-03"),
        ("2026", "2026"),
    ],
)
def test_dates_keep_the_day_and_the_precision_that_is_written(text, expected):
    assert str(written_date(text)) == expected


@pytest.mark.parametrize("text", ["", "May", "yesterday", "Sat, 44 Feb 2012 00:01:00 EST", "2026-13-01", "99999999"])
def test_what_is_no_date_is_none(text):
    assert written_date(text) is None


def test_plain_text_keeps_words_that_merely_look_like_addresses():
    assert plain_text("https://e.example/a?b&amp;c") == "https://e.example/a?b&c"


@given(st.binary(max_size=300))
def test_any_bytes_give_a_feed_or_a_clear_refusal(body):
    with contextlib.suppress(Unreadable):
        assert all(entry.text for entry in read_feed(b"<rss version='2.0'><channel><item><title>" + body).items)


@given(st.text(alphabet="<>/![]CDATArsitem &;-?\"'", max_size=200))
def test_any_markup_gives_a_feed_or_a_clear_refusal(text):
    with contextlib.suppress(Unreadable):
        assert all(entry.text for entry in read_feed("<rss version='2.0'><channel>" + text).items)


def test_a_feed_longer_than_the_limit_is_read_up_to_there(monkeypatch):
    monkeypatch.setattr(feeds, "TEXT_LIMIT", 500)
    feed = read_feed(rss(*[item(str(n)) for n in range(20)]))
    assert not feed.complete
    assert [entry.title for entry in feed.items] == ["0", "1"]


@pytest.mark.timeout(60)
def test_markup_nested_without_end_is_no_summary():
    (entry,) = read_feed(rss(item(summary="&lt;div&gt;" * 5000))).items
    assert (entry.title, entry.summary) == ("A title", "")


@pytest.mark.timeout(60)
def test_items_behind_the_limit_are_left_out():
    feed = read_feed(rss(*(item(f"Title {number}") for number in range(8_000))))
    assert (len(feed.items), feed.complete) == (ITEM_LIMIT, True)
    assert feed.items[-1].title == f"Title {ITEM_LIMIT - 1}"


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "body", [b"<item>" * 8000, b"<rss><channel><item><title>" + b"The post " * 6000, b"<?xml" + b" " * 50_000]
)
def test_a_hostile_feed_has_no_items_and_says_that_it_broke_off(body):
    feed = read_feed(b"<rss version='2.0'><channel>" + body)
    assert (feed.items, feed.complete) == ((), False)


@pytest.mark.parametrize(
    ("name", "items", "complete"),
    [
        ("recordings/youtube/channel-feed.atom", 15, True),
        ("recordings/newsroom-feeds/organisation-newsroom-wordpress.rss", 10, True),
        ("recordings/trade-press-feeds/modern-healthcare-regional-2012-truncated.rss", 2, False),
        ("corpus/web/feed1.atom", 2, True),
        ("corpus/web/feed2.rss", 1, True),
    ],
)
def test_recorded_feeds_are_read(name, items, complete, shared):
    path = shared / name
    feed = read_feed(path.read_bytes())
    assert (len(feed.items), feed.complete) == (items, complete)
    assert all(entry.title and entry.published for entry in feed.items)
    assert not any("utm_" in entry.link for entry in feed.items)
