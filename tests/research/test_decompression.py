from __future__ import annotations

import gzip
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.decompression import STEP, decoder_for
from research.errors import Unavailable, Unreadable


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def undone(encoding: str, sent: bytes, piece: int = 1000) -> bytes:
    decoder = decoder_for([encoding], "hospital.example")
    plain = [part for start in range(0, len(sent), piece) for part in decoder.plain(sent[start : start + piece])]
    assert all(len(part) <= max(STEP, piece) for part in plain)
    decoder.check_complete()
    return b"".join(plain)


@given(st.binary(max_size=2_000), st.integers(1, 500))
def test_every_body_comes_back_however_it_is_cut(data, piece):
    assert undone("gzip", gzip.compress(data), piece) == data
    assert undone("deflate", zlib.compress(data), piece) == data
    assert undone("deflate", raw_deflate(data), piece) == data
    assert undone("identity", data, piece) == data
    assert undone("", data, piece) == data


def test_members_and_padding_after_them_are_read():
    assert undone("x-gzip", gzip.compress(b"one ") + gzip.compress(b"two") + b"\x00\x00") == b"one two"


def test_a_bomb_comes_out_in_small_pieces():
    bomb = gzip.compress(bytes(50_000_000))
    decoder = decoder_for(["gzip"], "hospital.example")
    out = 0
    for part in decoder.plain(bomb):
        out += len(part)
        if out > 1_000_000:
            break
    assert out <= 1_000_000 + STEP


@pytest.mark.parametrize("encodings", [["br"], ["zstd"], ["gzip, gzip"], ["gzip", "deflate"], ["nonsense"]])
def test_what_was_not_asked_for_is_refused(encodings):
    with pytest.raises(Unreadable) as problem:
        decoder_for(encodings, "hospital.example")
    assert problem.value.fault == "decompression"


@given(st.binary(min_size=3, max_size=200))
def test_any_bytes_are_undone_or_refused(sent):
    with suppress(Unreadable, Unavailable):
        undone("gzip", sent)


def test_half_a_body_is_incomplete():
    with pytest.raises(Unavailable) as problem:
        undone("gzip", gzip.compress(b"words " * 1000)[:-20])
    assert problem.value.fault == "incomplete"


def test_endless_empty_members_are_refused():
    with pytest.raises(Unreadable):
        undone("gzip", gzip.compress(b"") * 10_001, piece=65_536)
