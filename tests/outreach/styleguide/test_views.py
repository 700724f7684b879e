from __future__ import annotations

from collections import Counter
from http import HTTPStatus

import pytest
from flask.testing import FlaskClient
from lxml import html

from outreach.styleguide import samples
from tests.outreach.styleguide.page_app import page_app

PAGES = [
    "/styleguide",
    "/styleguide/form",
    "/styleguide/form?wrong=1",
    "/styleguide/public",
    "/styleguide/print",
    *(f"/styleguide/errors/{status}" for status in samples.ERRORS),
]
pages = pytest.mark.parametrize("address", PAGES)


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return page_app().test_client()


def page(client: FlaskClient, address: str) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == HTTPStatus.OK
    return html.document_fromstring(answer.get_data())


@pages
def test_a_page_has_a_language_a_title_one_h1_and_one_main(client: FlaskClient, address: str) -> None:
    shown = page(client, address)
    assert shown.get("lang") == "en"
    assert shown.findtext(".//title").strip()
    assert len(shown.xpath("//h1")) == 1
    assert len(shown.xpath("//main")) == 1


@pages
def test_headings_leave_no_level_out(client: FlaskClient, address: str) -> None:
    main = page(client, address).xpath("//main")[0]
    levels = [
        int(heading.tag[1]) for heading in main.iter("h1", "h2", "h3", "h4") if heading.get("id") != "summary-title"
    ]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


@pages
def test_no_id_stands_twice_and_every_reference_has_its_target(client: FlaskClient, address: str) -> None:
    shown = page(client, address)
    ids = Counter(shown.xpath("//@id"))
    assert [name for name, times in ids.items() if times > 1] == []
    for attribute in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
        for value in shown.xpath(f"//@{attribute}"):
            assert set(value.split()) <= set(ids), f"{attribute}={value}"
    for link in shown.xpath("//a[starts-with(@href, '#')]/@href"):
        assert link[1:] in ids


@pages
def test_every_control_has_a_name(client: FlaskClient, address: str) -> None:
    shown = page(client, address)
    labelled = set(shown.xpath("//label/@for"))
    controls = shown.xpath("//input[not(@type='hidden')] | //textarea | //select")
    assert [control.get("id") for control in controls if control.get("id") not in labelled] == []
    assert [1 for pressed in shown.xpath("//button | //a") if not pressed.text_content().strip()] == []


@pages
def test_what_can_be_pressed_stands_in_nothing_that_can_be_pressed(client: FlaskClient, address: str) -> None:
    assert page(client, address).xpath("//a//a | //a//button | //button//a | //form//form | //summary//a") == []


@pages
def test_no_style_no_script_and_no_handler_stands_in_the_page(client: FlaskClient, address: str) -> None:
    shown = page(client, address)
    assert shown.xpath("//@style | //style | //script[not(@src)]") == []
    assert [name for name in shown.xpath("//@*") if getattr(name, "attrname", "").startswith("on")] == []


def test_people_without_an_account_get_no_script(client: FlaskClient) -> None:
    shown = page(client, "/styleguide/public")
    assert shown.xpath("//script") == []
    assert shown.xpath("//meta[@name='robots']/@content") == ["noindex, nofollow"]


def test_a_refused_form_tells_each_error_twice_in_the_same_words(client: FlaskClient) -> None:
    shown = page(client, "/styleguide/form?wrong=1")
    assert shown.findtext(".//title").startswith("Error: ")
    for link in shown.xpath("//div[@class='summary']//a"):
        field = shown.get_element_by_id(link.get("href")[1:])
        box = field.xpath("ancestor::*[contains(@class, 'field')]")[-1]
        said = box.xpath(".//p[@class='error']")[0]
        assert said.text_content() == f"Error: {link.text_content()}"
        told = field.get("aria-describedby") or box.get("aria-describedby")
        assert said.get("id") in told.split()


def test_a_refused_form_keeps_what_was_typed(client: FlaskClient) -> None:
    assert page(client, "/styleguide/form?wrong=1").get_element_by_id("year").get("value") == "20226"


def test_a_sent_form_that_is_wrong_comes_back_as_422(client: FlaskClient) -> None:
    answer = client.post("/styleguide/form", data={"name": "<script>alert(1)</script>"})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert b"<script>alert" not in answer.data
    assert html.document_fromstring(answer.data).get_element_by_id("name").get("value") == "<script>alert(1)</script>"


def test_a_sent_form_is_told_on_the_next_page_with_undo(client: FlaskClient) -> None:
    sent = {"name": "Dana <b>", "email": "dana@example.org", "password": "x", "channel": "email", "kind": "hospital"}
    answer = client.post("/styleguide/form", data=sent, follow_redirects=True)
    (notice,) = html.document_fromstring(answer.data).xpath("//div[@id='notices']/div")
    assert notice.findtext("p") == "Added Dana <b>."
    assert notice.xpath(".//form/@action") == ["/styleguide/form"]
    assert notice.xpath(".//form//input[@name='csrf_token']")


def test_the_searchs_options_are_what_a_listbox_needs(client: FlaskClient) -> None:
    shown = html.fragment_fromstring(client.get("/styleguide/found").get_data(), create_parent=True)
    groups = shown.xpath("*[@role='group']")
    assert [shown.get_element_by_id(group.get("aria-labelledby")).text for group in groups] == ["People", "Do"]
    assert all(option.get("id") and option.get("data-address") for option in shown.xpath("//*[@role='option']"))


def test_an_error_without_a_sample_is_not_found(client: FlaskClient) -> None:
    with pytest.raises(Exception, match="no such page"):
        client.get("/styleguide/errors/418")
