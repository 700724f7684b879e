import pytest

from research.pages import extract

PAGE = (
    "<html><head><title>{}</title></head><body><h3>Clinical Director</h3><p>Ann Vale, RN</p>"
    "<h3>Clinical Supervisor</h3><p>Bo Lim, RN</p><h3>Intake Coordinator</h3><p>Cy Roe</p>"
    "<p>Elm Clinic cares for patients.</p></body></html>"
)


def leaders(title: str, url: str) -> list[str]:
    return [person.name for person in extract(PAGE.format(title), url=url).people if person.leader]


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("Elm Clinic", "https://elm.example/about/our-leadership.html"),
        ("Elm Clinic", "https://elm.example/leadership-team/"),
        ("Leadership Team | Elm Clinic", ""),
    ],
)
def test_supervisors_lead_on_a_page_of_management(title: str, url: str) -> None:
    assert leaders(title, url) == ["Ann Vale", "Bo Lim"]


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("Elm Clinic", "https://elm.example/staff.html"),
        ("Staff | Elm Clinic", "https://elm.example/news/a-talk-about-leadership-2024"),
    ],
)
def test_elsewhere_supervisors_are_staff(title: str, url: str) -> None:
    assert leaders(title, url) == ["Ann Vale"]
