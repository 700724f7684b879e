"""Which addresses a page may lead to."""

from __future__ import annotations

import pytest

from outreach.pdf.links import linkable


@pytest.mark.parametrize(
    ("address", "made"),
    [
        ("https://harrowlake.example/about?a=1&b=%20#top", "https://harrowlake.example/about?a=1&b=%20#top"),
        ("http://127.0.0.1:8000/people/3", "http://127.0.0.1:8000/people/3"),
        ("https://harrowlake.example/é", "https://harrowlake.example/%C3%A9"),
        ("https://münchen.example", "https://xn--mnchen-3ya.example"),
        ("mailto:ines@harrowlake.example", "mailto:ines@harrowlake.example"),
    ],
)
def test_pages_of_the_web_and_mail_are_linked_in_ascii(address: str, made: str):
    assert linkable(address) == made


@pytest.mark.parametrize(
    "address",
    [
        "", "javascript:alert(1)", "JavaScript:alert(1)", "file:///etc/passwd", "\\\\host\\share", "//host/x",
        "ftp://host.example", "data:text/html,x", "https://", "https:///x", "https://a.example/\x00", "https://a b/",
        " https://a.example", "https://a.example/\n", "https://user@evil.example", "http://a.example\\@b.example",
        "https://a.example:99999999/", "https://[::1/", "mailto:", "mailto:a@b.example?bcc=c@d.example",
        "https://a.example/" + "x" * 3000, "h\u202ettps://a.example",
    ],
)  # fmt: skip
def test_nothing_else_is(address: str):
    assert linkable(address) == ""
