import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.hosts import host_of
from research.pages import site_map
from research.pages.site_map import (
    Link,
    feed_links,
    home_of,
    links_of,
    naming,
    rank,
    read_site_map,
    registered_domain,
    same_site,
)

SITE = "https://www.elmhollow.example"


def ranked(*links: tuple[str, str]) -> list[tuple[str, str]]:
    return [(page.url.removeprefix(SITE), page.purpose) for page in rank([Link(SITE + u, w) for u, w in links], SITE)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.elmhollow.org/about", "elmhollow.org"),
        ("https://news.elmhollow.org", "http://elmhollow.org:8080/"),
        ("https://a.trust.nhs.uk", "https://b.trust.nhs.uk"),
        ("https://x.elmhollow.co.uk", "elmhollow.co.uk"),
        ("https://ELMHOLLOW.org.", "https://elmhollow.ORG"),
        ("https://gen.elm.ca.us", "https://www.gen.elm.ca.us"),
    ],
)
def test_subdomains_belong_to_one_site(one, other):
    assert same_site(one, other)
    assert same_site(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://elmhollow.org", "https://elmhollow.com"),
        ("https://notelmhollow.org", "https://elmhollow.org"),
        ("https://elmhollow.org.evil.example", "https://elmhollow.org"),
        ("https://one.co.uk", "https://two.co.uk"),
        ("https://one.nhs.uk", "https://two.nhs.uk"),
        ("https://one.wordpress.com", "https://two.wordpress.com"),
        ("https://one.s3.amazonaws.com", "https://two.amazonaws.com"),
        ("https://one.elm.ca.us", "https://two.oak.ca.us"),
        ("https://192.0.2.1", "https://198.51.2.1"),
        ("https://elmhollow.org@evil.example/", "https://elmhollow.org"),
        ("", ""),
        ("https://[bad", "https://[bad"),
    ],
)
def test_strangers_are_no_site_of_ours(one, other):
    assert not same_site(one, other)
    assert not same_site(other, one)


@given(st.text(max_size=60))
def test_any_text_is_at_some_domain_or_none(text):
    host = host_of(text)
    assert registered_domain(host) in host


@pytest.mark.parametrize(
    ("website", "home"),
    [
        ("elmhollow.org", "https://elmhollow.org/"),
        ("www.elmhollow.org/", "https://www.elmhollow.org/"),
        ("http://elmhollow.org/main?x=1#top", "http://elmhollow.org/main"),
        ("N/A", ""),
        ("none", ""),
        ("javascript:alert(1)", ""),
        ("ftp://elmhollow.org", ""),
        ("", ""),
    ],
)
def test_a_home_page_is_found_or_refused(website, home):
    assert home_of(website) == home


def test_leaders_board_news_and_about_are_told_apart():
    assert ranked(
        ("/about/leadership", "Leadership"),
        ("/about/board-of-directors/", "Board of Directors"),
        ("/news", "News"),
        ("/about-us", "About Us"),
        ("/services/cardiology", "Cardiology"),
        ("/", "Home"),
    ) == [
        ("/about/leadership", "leadership"),
        ("/about/board-of-directors/", "board"),
        ("/about-us", "about"),
        ("/news", "newsroom"),
    ]


def test_the_words_of_a_link_count_when_its_path_says_nothing():
    assert ranked(("/page/1182", "Executive Leadership Team"), ("/page/7", "Our Board")) == [
        ("/page/1182", "leadership"),
        ("/page/7", "board"),
    ]


@pytest.mark.parametrize(
    "link",
    [
        ("/giving/leadership-giving", "Leadership Giving"),
        ("/careers/leadership", "Leadership careers"),
        ("/nursing/leadership-academy", "Leadership Academy"),
        ("/leadership-development", "Leadership Development"),
        ("/services/pain-management", "Pain Management"),
        ("/find-a-doctor/board-certified", "Board-certified"),
        ("/job-board", "Job Board"),
        ("/es/liderazgo/leadership", "Leadership"),
        ("/files/leadership.pdf", "Leadership"),
        ("/team.jpg", "Our team"),
    ],
)
def test_pages_that_only_share_the_words_are_left_out(link):
    assert ranked(link) == []


def test_other_sites_are_left_out():
    assert rank([Link("https://stranger.example/leadership", "Leadership")], SITE) == ()


def test_a_person_is_found_in_path_or_words():
    links = [
        Link(SITE + "/leadership/jane-q-roe-md", ""),
        Link(SITE + "/leadership/42", "Jane Roe, MD"),
        Link(SITE + "/leadership/janet-roe", "Janet Roe"),
        Link(SITE + "/news/roe-street-opens", "Roe Street opens"),
        Link("https://stranger.example/jane-roe", "Jane Roe"),
    ]
    assert naming(links, "Jane Roe, MD", SITE) == (SITE + "/leadership/jane-q-roe-md", SITE + "/leadership/42")
    assert naming(links, "Roe", SITE) == ()


def test_links_are_absolute_once_and_keep_their_words():
    html = """<base href="/sub/"><a href="a?utm_source=x">  Our
    <b>Leaders</b></a><a href="a"></a><a href="mailto:a@b.example">Mail</a><a href="#top">Top</a>
    <a href="https://[bad">Bad</a><a href="/b" aria-label="Board"><img></a>"""
    assert links_of(html, SITE + "/x/") == (
        Link(SITE + "/sub/a", "Our Leaders"),
        Link(SITE + "/sub/", "Top"),
        Link(SITE + "/b", "Board"),
    )


def test_declared_feeds_come_before_linked_ones_and_comments_are_left_out():
    html = """<head><link rel="alternate" type="application/rss+xml" title="News" href="/feed/">
    <link rel="alternate" type="application/rss+xml" title="Comments Feed" href="/comments/feed/">
    <link rel="alternate" type="application/json" href="/wp-json/1"><link rel="alternate" hreflang="es" href="/es/">
    </head><a href="/press/rss.xml">RSS</a>"""
    assert [link.url for link in feed_links(html, SITE)] == [SITE + "/feed/", SITE + "/press/rss.xml"]


URLSET = '<?xml version="1.0"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'


def test_a_site_map_lists_pages_and_an_index_lists_maps():
    body = URLSET.format(f"<url><loc><![CDATA[ {SITE}/a ]]></loc></url><url><loc>javascript:x</loc></url>").encode()
    assert read_site_map(body).pages == (SITE + "/a",)
    index = f"<sitemapindex><sitemap><loc>{SITE}/s1.xml</loc></sitemap></sitemapindex>".encode()
    assert read_site_map(index).maps == (SITE + "/s1.xml",)
    assert read_site_map(gzip.compress(body)) == read_site_map(body)
    assert read_site_map(f"{SITE}/a\nnot an address\n".encode()).pages == (SITE + "/a",)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<!DOCTYPE html><html><body>Not found</body></html>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><urlset><url><loc>https://e.example/&b;</loc></url></urlset>',
        b"\x1f\x8bnot really",
        b"\x00" * 64,
    ],
)
def test_what_is_no_site_map_is_empty(body):
    assert read_site_map(body) == site_map.SiteMap()


def test_a_packed_map_is_unpacked_to_a_limit_only(monkeypatch):
    monkeypatch.setattr(site_map, "_UNPACKED_LIMIT", 1000)
    bomb = gzip.compress(URLSET.format("<url><loc>https://e.example/a</loc></url>" * 10_000).encode())
    assert len(read_site_map(bomb).pages) <= 1


@given(st.text(alphabet="<>/aloc![]CDT -?\"'&;:.htps", max_size=200))
def test_any_text_is_read_as_map_and_page(text):
    assert all(url.startswith("http") for url in read_site_map(text.encode()).pages)
    rank(links_of(text, SITE), SITE)
    feed_links(text, SITE)


@pytest.mark.timeout(60)
def test_hostile_addresses_and_words_are_ranked_and_name_nobody():
    nasty = [
        Link(SITE + "/" + "mission-and-" * 4000, "mission " * 6000),
        Link(SITE + "/" + "a-" * 25_000, "leadership-" * 5000),
        Link(SITE + "/" * 50_000 + "board", " " * 50_000),
    ]
    assert {page.url for page in rank(nasty, SITE)} <= {link.url for link in nasty}
    assert list(naming(nasty, "Jane Roe", SITE)) == []


@pytest.mark.parametrize(
    ("name", "pages", "maps"), [("sitemap.xml", 84, 0), ("sitemap2.xml", 0, 2), ("sitemap-hreflang.xml", 3, 1)]
)
def test_found_site_maps_are_read(name, pages, maps, shared):
    path = shared / "corpus" / "web" / name
    found = read_site_map(path.read_bytes())
    assert (len(found.pages), len(found.maps)) == (pages, maps)
