import pytest

from research.connectors import organization_site
from research.connectors.organization_site import _MISSION_LABEL, _MISSION_SENTENCE, _site_name
from research.types import Claim, Query, Request

SITE = "https://www.elmhollow.example"
ASKED = Query("organization", "Elmhollow Health", website=SITE)
LINKS = "<a href='/about'>About</a><a href='/services'>Services</a><a href='/contact'>Contact</a>"


def page(make_document, body, path="/", **carry):
    html = f"<!DOCTYPE html><html><head><title>Home | Elmhollow Health</title></head><body>{body}</body></html>"
    return make_document("organization_site", html, SITE + path, media_type="text/html", carry=carry)


def test_no_page_of_another_site_is_ever_asked_for(make_document):
    body = (
        "<a href='https://stranger.example/leadership'>Leadership</a><a href='//evil.example/board'>Board</a>" + LINKS
    )
    said = organization_site.read(page(make_document, body, step="home", depth="0"), ASKED)
    hosts = {item.url.split("/")[2] for item in said if isinstance(item, Request)}
    assert hosts == {"www.elmhollow.example"}


def test_the_walk_ends_two_links_from_home(make_document):
    body = "<a href='/deeper/leadership'>Leadership</a>"
    near = page(make_document, body, "/about", step="page", depth="1")
    assert [item.carried("depth") for item in organization_site.read(near, ASKED) if isinstance(item, Request)] == ["2"]
    for depth in ("2", "3", "99", "-1", "x", ""):
        far = page(make_document, body, "/about", step="page", depth=depth)
        assert not [item for item in organization_site.read(far, ASKED) if isinstance(item, Request)]


def test_one_run_stays_within_its_budget(make_document):
    """However many leaders' pages a site has, the pages asked for fit the budget."""
    many = "".join(f"<a href='/a{n}/leadership'>Leadership</a><a href='/b{n}/board'>Board</a>" for n in range(40))
    waiting = [next(iter(organization_site.start(ASKED)))]
    asked = []
    while waiting:
        request = waiting.pop(0)
        asked.append(request.url)
        document = page(make_document, many, request.url.removeprefix(SITE), **dict(request.carry))
        waiting += [item for item in organization_site.read(document, ASKED) if isinstance(item, Request)]
    assert len(set(asked)) <= 3 * organization_site.SOURCE.budget


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("<title>Home | Elmhollow Health</title>", "Elmhollow Health"),
        ("<title>Elmhollow Health</title>", "Elmhollow Health"),
        ("<title>Home</title>", ""),
        ('<meta property="og:site_name" content="Elmhollow"><title>x</title>', "Elmhollow"),
        ('<meta content="Elmhollow" property="og:site_name"><title>x</title>', "Elmhollow"),
        ("", ""),
    ],
)
def test_the_name_of_a_site_stands_in_its_frame(head, name):
    assert _site_name(head) == name


def test_a_mission_is_taken_only_where_it_is_labelled(make_document):
    said = organization_site.read(
        page(make_document, "<h2>Our Mission:</h2><p>To care for every neighbor as our own family.</p>" + LINKS), ASKED
    )
    assert [c.value for c in said if isinstance(c, Claim) and c.predicate == "mission"] == [
        "To care for every neighbor as our own family."
    ]
    words = "<p>To care for every neighbor as our own family.</p>"
    for body in (f"<h2>Mission Control</h2>{words}", "<h2>Our Mission</h2><p>Learn more</p>", words):
        said = organization_site.read(page(make_document, body + LINKS), ASKED)
        assert not [c for c in said if isinstance(c, Claim) and c.predicate == "mission"]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", ["<meta ", '<meta content="a', "<title ", "<title>a", 'og:site_name"', " | "])
def test_a_hostile_frame_names_no_site(piece):
    assert _site_name(piece * (50_000 // len(piece))) == ""


@pytest.mark.timeout(60)
def test_a_mission_said_a_thousand_times_is_no_label_and_no_sentence():
    assert not _MISSION_LABEL.fullmatch("mission " * 6000)
    assert not _MISSION_SENTENCE.fullmatch("our mission is " * 3000)
