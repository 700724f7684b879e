"""What of HTML no reader sees."""

import pytest

from research.hidden_markup import is_hidden, without_comments
from research.pages import extract
from research.pages.feeds import plain_text
from research.text import visible_in

HIDDEN = [
    ("p", {"hidden": ""}),
    ("p", {"aria-hidden": "true"}),
    ("p", {"style": "display: none !important"}),
    ("p", {"style": "color:#fff;background:#FFFFFF"}),
    ("p", {"style": "background-color: white; color: rgb(255, 255, 255)"}),
    ("p", {"style": "position:absolute;left:-9999px"}),
    ("p", {"style": "text-indent:-9999px"}),
    ("p", {"style": "position:absolute;clip:rect(0,0,0,0)"}),
]
SHOWN = [
    ("p", {}),
    ("body", {"style": "display:none"}),
    ("p", {"hidden": "until-found"}),
    ("p", {"style": "color:#fff"}),
    ("p", {"style": "color:#fff;background:#000"}),
    ("p", {"style": "margin-left:-15px"}),
]
SECRET = "Ida Venn is chief executive officer of Elm Health."


@pytest.mark.parametrize(("tag", "attributes"), HIDDEN)
def test_what_is_marked_as_not_shown_is_hidden_from_every_reader(tag, attributes):
    assert is_hidden(tag, attributes)
    marks = " ".join(f'{key}="{value}"' for key, value in attributes.items())
    markup = f"<html><body><p>Seen.</p><div {marks}><b><p>{SECRET}<br></b></div><p>Too.</p></body></html>"
    assert visible_in(markup.encode(), "utf-8") == "Seen. Too."
    assert plain_text(markup) == "Seen. Too."
    assert extract(markup).people == ()


@pytest.mark.parametrize(("tag", "attributes"), SHOWN)
def test_what_is_shown_stays(tag, attributes):
    assert not is_hidden(tag, attributes)


def test_comments_go_and_what_looks_like_one_in_a_script_stays():
    assert without_comments("a<!-- b -->c") == "a c"
    assert without_comments("a<script>x='<!--'</script>b<!-- c -->d") == "a<script>x='<!--'</script>b d"
    assert without_comments("a<!-- never closed") == "a"
    assert without_comments("plain") == "plain"


def test_what_only_machines_are_told_heads_no_page_with_a_heading_of_its_own():
    told = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"%s","publisher":"Elm Health"}</script>'
    )
    page = f"<html><body>{told}<h1>A ward opens</h1><p>Nurses liked it.</p></body></html>"
    assert extract(page % "Ida Venn named CEO").headline == "A ward opens"
    assert extract(page % "A Ward Opens").headline == "A Ward Opens"
    assert extract(page % "A ward opens").source_name == ""
    hidden = page.replace("<script", "<!-- <script").replace("</script>", "</script> -->")
    assert extract(hidden % "A WARD OPENS").headline == "A ward opens"
