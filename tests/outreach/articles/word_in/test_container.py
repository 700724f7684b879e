from __future__ import annotations

import struct
import warnings
import zipfile
from io import BytesIO

import pytest

from outreach.articles.word_in import container
from outreach.articles.word_in.container import Container, Refused
from tests.outreach.articles.word_in.word_files import parts_of, said, word_file, zipped


def refusal(content: bytes) -> str:
    with pytest.raises(Refused) as told:
        Container(content)
    return str(told.value)


def test_parts_are_found_without_regard_to_case_and_come_in_pieces():
    opened = Container(zipped({"Word/Document.xml": b"x" * 300_000}))
    assert opened.names == ("word/document.xml",)
    assert [len(chunk) for chunk in opened.chunks("word/document.XML")] == [262_144, 37_856]


def test_nothing_and_too_much_are_refused():
    assert refusal(b"") == container.EMPTY
    assert refusal(b"PK\x03\x04" + bytes(container.MOST_BYTES)) == container.TOO_LARGE


def test_what_begins_like_a_zip_and_is_none_is_refused():
    assert refusal(b"PK\x03\x04" + b"rubbish" * 20) == container.NOT_A_ZIP
    assert refusal(word_file(said("a"))[:-60]) == container.NOT_A_ZIP


def test_a_part_that_unpacks_to_very_much_is_refused():
    assert refusal(zipped({"word/document.xml": bytes(21_000_000)})) == container.BOMB


def test_parts_that_unpack_to_too_much_together_are_refused():
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(4):
            archive.writestr(f"{number}.xml", bytes(19_000_000))
    assert refusal(packed.getvalue()) == container.BOMB


def test_repetitive_text_below_the_size_of_a_bomb_is_read():
    assert Container(zipped({"word/document.xml": bytes(5_000_000)})).has("word/document.xml")


def test_too_many_parts_are_refused():
    assert refusal(zipped({f"{number}.xml": b"" for number in range(2_001)})) == container.TOO_MANY
    assert refusal(b"PK\x03\x04" + b"PK\x01\x02" * 5_000) == container.TOO_MANY


def test_the_same_part_twice_is_refused():
    packed = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(packed, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", "<a/>")
        archive.writestr("WORD/document.xml", "<b/>")
    assert refusal(packed.getvalue()) == container.TWICE
    assert refusal(zipped({"word/document.xml": b"", "word\\document.xml": b""})) == container.TWICE


@pytest.mark.parametrize("name", ["../../etc/x", "/etc/x", "word/../../x", "..\\x", "C:\\x", "C:x"])
def test_names_that_lead_outside_are_left_out_and_told(name: str):
    opened = Container(zipped({"word/document.xml": b"", name: b"x"}))
    assert opened.names == ("word/document.xml",)
    assert opened.notes == [container.OUTSIDE]


def test_an_encrypted_part_is_refused():
    content = bytearray(word_file(said("a")))
    directory = content.index(b"PK\x01\x02")
    content[directory + 8] |= 1
    assert refusal(bytes(content)) == container.ENCRYPTED


def test_an_unknown_way_to_pack_is_refused():
    content = bytearray(zipped({"a.xml": b"abc" * 50}))
    directory = content.index(b"PK\x01\x02")
    struct.pack_into("<H", content, directory + 10, 12)
    assert refusal(bytes(content)) == container.DAMAGED_ZIP


def test_parts_that_share_bytes_are_refused():
    content = bytearray(zipped({"a.xml": b"abc" * 50, "b.xml": b"abc" * 50}))
    second = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 1)
    struct.pack_into("<I", content, second + 42, 0)
    assert refusal(bytes(content)) == container.BOMB


def test_a_part_that_reaches_into_the_directory_is_refused():
    content = bytearray(zipped({"a.xml": b"abc" * 50}))
    struct.pack_into("<I", content, content.index(b"PK\x01\x02") + 20, 5_000)
    assert refusal(bytes(content)) == container.BOMB


@pytest.mark.parametrize("size", [100, 200])
def test_a_part_that_is_not_as_long_as_told_is_refused_when_it_is_read(size: int):
    content = bytearray(zipped({"a.xml": b"abc" * 50}))
    struct.pack_into("<I", content, content.index(b"PK\x01\x02") + 24, size)
    opened = Container(bytes(content))
    with pytest.raises(Refused) as told:
        list(opened.chunks("a.xml"))
    assert str(told.value) == container.DAMAGED_ZIP


def test_an_ordinary_file_has_no_notes():
    assert Container(zipped(parts_of(said("a")))).notes == []
