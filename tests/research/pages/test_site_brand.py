import pytest

from research.pages.html_lines import read_html


@pytest.mark.parametrize(
    "box",
    [
        '<a href="/"><img class="logo" alt="Elmvale Family Medicine"></a>',
        '<div class="site-logo"><img alt="Elmvale Family Medicine"></div>',
        '<a class="navbar-brand" href="/">Elmvale Family Medicine</a>',
        '<p class="site-title">Elmvale Family Medicine</p>',
    ],
)
def test_the_box_of_the_logo_names_the_site(box: str) -> None:
    assert (
        read_html(f"<html><body>{box}<h1>Our team</h1><p>Ana Lim</p></body></html>").site_name
        == "Elmvale Family Medicine"
    )


@pytest.mark.parametrize(
    "box", ['<img class="logo" alt="logo.png">', '<a class="navbar-brand">Home</a>', '<div class="logos"></div>']
)
def test_a_logo_without_words_names_nobody(box: str) -> None:
    assert read_html(f"<html><body>{box}<h1>Our team</h1><p>Ana Lim</p></body></html>").site_name == ""


def test_a_logo_far_down_a_page_is_a_partners() -> None:
    images = "<img alt='Ward'>" * 3
    assert read_html(f"<html><body>{images}<img alt='Oak Bank logo'><p>Ana Lim</p></body></html>").site_name == ""
