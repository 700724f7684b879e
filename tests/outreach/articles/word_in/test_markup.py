from __future__ import annotations

from datetime import UTC, datetime

import pytest

from outreach.articles.word_in import markup
from outreach.articles.word_in.container import Refused
from outreach.articles.word_in.markup import moment, short_name, told, walk


class Log:
    def __init__(self):
        self.lines = []

    def start(self, name, attributes):
        self.lines.append(f"+{name} {told(attributes, 'w:val', 'none')}")

    def end(self, name):
        self.lines.append(f"-{name}")

    def text(self, data):
        self.lines.append(data)


def walked(*chunks: bytes) -> list[str]:
    log = Log()
    walk(chunks, log)
    return log.lines


def refusal(*chunks: bytes) -> str:
    with pytest.raises(Refused) as told_:
        walked(*chunks)
    return str(told_.value)


STRICT = b'<x:p xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main" x:val="3">'
USUAL = b'<p xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'


def test_elements_and_attributes_are_told_under_one_name_in_both_forms():
    assert walked(STRICT, b"te", b"xt</x:p>") == ["+w:p 3", "te", "xt", "-w:p"]
    assert walked(USUAL, b"</p>") == ["+w:p none", "-w:p"]


def test_names_of_unknown_namespaces_stay_as_they_are():
    assert short_name("urn:other p") == "urn:other p"
    assert short_name("p") == "p"


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>',
        b'<!DOCTYPE a [<!ENTITY % b SYSTEM "http://192.0.2.1/x"> %b;]><a/>',
    ],
)
def test_declarations_are_refused(content: bytes):
    assert refusal(content) == markup.DECLARATIONS


@pytest.mark.parametrize(
    "content",
    [
        b"", b"<a>", b"<a></b>", b"<a>\x00</a>", b"<a>\xff\xfe</a>", b"<a>&nbsp;</a>", b"<a>&#0;</a>",
        b'<?xml version="1.0" encoding="no-such"?><a/>', b"<a/><a/>", b'<a b="1" b="2"/>',
    ],
)  # fmt: skip
def test_damaged_markup_is_refused(content: bytes):
    assert refusal(content) == markup.DAMAGED


def test_elements_deeper_than_in_any_document_are_refused():
    assert refusal(b"<a>" * 500) == markup.TOO_DEEP
    assert len(walked(b"<a>" * 399, b"</a>" * 399)) == 798


def test_one_tag_of_many_megabytes_is_refused():
    assert refusal(b'<a b="', *[b"x" * 1_000_000] * 10, b'"/>') == markup.DAMAGED


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2026-03-04T05:06:07Z", datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)),
        ("2024-01-15T06:43:04.5079862-06:00", datetime(2024, 1, 15, 12, 43, 4, 507986, tzinfo=UTC)),
        ("2024-01-15T06:43:04.5Z", datetime(2024, 1, 15, 6, 43, 4, 500000, tzinfo=UTC)),
        ("2024-01-15T06:43:00", datetime(2024, 1, 15, 6, 43, tzinfo=UTC)),
        ("", None), (None, None), ("1601-01-01T00:00:00Z", None), ("0000-00-00T00:00:00Z", None), ("soon", None),
        ("2024-13-45T99:00:00Z", None), ("9" * 4_000, None), ("٢٠٢٤-01-15", None),
        ("0001-01-01T00:00:00+14:00", None),
    ],
)  # fmt: skip
def test_times_are_read_or_left_out(text: str | None, when: datetime | None):
    assert moment(text) == when
