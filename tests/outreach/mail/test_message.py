"""Messages made of templates."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from outreach.mail import BadAddress, compose, link, templates

VALUES = {
    "invited_by": "Alice",
    "workspace": "Reading room",
    "role_words": "to read",
    "until": "May 1",
    "address": "https://x.example/join/t",
}


def _made(**changed):
    return compose(templates(), "invitation", "groundwork@example.org", "ben@example.org", {**VALUES, **changed})


def test_a_message_has_its_text_twice_and_names_itself_a_machine():
    message = message_from_bytes(_made().as_bytes(), policy=default)
    assert message["To"] == "ben@example.org"
    assert message["Subject"] == "Alice invites you to work together in Groundwork"
    assert message["Auto-Submitted"] == "auto-generated"
    assert VALUES["address"] in message.get_body(("plain",)).get_content()
    assert f'href="{VALUES["address"]}"' in message.get_body(("html",)).get_content()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.text(st.characters(codec="utf-8"), max_size=200)
    | st.sampled_from(
        [
            "a\r\nBcc: x@evil.example",
            "a\nTo: x@evil.example",
            "=?utf-8?q?a=0d=0aBcc:_x?=",
            "a\x00b",
            "a\u2028b\u0085Bcc: x",
            "%0aBcc: x",
        ]
    )
)
def test_no_name_adds_a_header_or_a_recipient(name):
    message = message_from_bytes(_made(invited_by=name, workspace=name).as_bytes(), policy=default)
    assert sorted(message.keys()) == [
        "Auto-Submitted", "Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Subject", "To",
    ]  # fmt: skip
    assert message["To"] == "ben@example.org"
    assert [address.addr_spec for address in message["From"].addresses] == ["groundwork@example.org"]


def test_markup_in_a_name_is_text():
    html = _made(workspace="<img src=x onerror=alert(1)>").get_body(("html",)).get_content()
    assert "<img" not in html


@pytest.mark.parametrize(
    "address",
    [
        "",
        "x",
        "a@b, c@d",
        "a@example.org\r\nBcc: c@example.org",
        "A <a@example.org>",
        "a@example.org\x00",
        '"a b"@example.org,',
    ],
)
def test_an_address_that_is_not_exactly_one_is_refused(address):
    with pytest.raises(BadAddress):
        compose(templates(), "invitation", "groundwork@example.org", address, VALUES)


def test_an_address_of_another_alphabet_is_written_for_every_server():
    message = compose(templates(), "invitation", "groundwork@example.org", "ben@müller.example", VALUES)
    assert message["To"] == "ben@xn--mller-kva.example"


def test_a_link_begins_with_the_site_that_is_set():
    assert link("https://x.example/", "/join/t") == "https://x.example/join/t"


def test_a_missing_value_is_an_error_and_no_blank():
    with pytest.raises(Exception, match="address"):
        compose(
            templates(),
            "invitation",
            "g@example.org",
            "b@example.org",
            {**VALUES, "address": templates().undefined(name="address")},
        )
