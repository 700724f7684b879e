from __future__ import annotations

import os
import socket

import pytest

from research.errors import InputError
from research.files import read_bytes, read_start, shown_name

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


def test_a_file_is_read_up_to_its_limit(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    assert read_bytes(path, 5) == b"12345"
    assert read_start(path, 3) == b"123"
    with pytest.raises(InputError, match="larger than 4 bytes"):
        read_bytes(path, 4)


@posix_only
@pytest.mark.timeout(60)  # a pipe that is opened waits for a writer without end
@pytest.mark.parametrize("read", [read_bytes, read_start])
def test_what_is_no_file_is_named_and_not_waited_for(tmp_path, monkeypatch, read):
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("sock")
        for name, told in (("pipe", "a pipe"), ("sock", "a socket"), ("/dev/zero", "a device"), (".", "a folder")):
            with pytest.raises(InputError, match=told):
                read(name, 1000)


@posix_only
def test_a_sparse_file_is_not_read(tmp_path):
    path = tmp_path / "huge"
    path.touch()
    os.truncate(path, 1 << 40)
    with pytest.raises(InputError, match="larger than"):
        read_bytes(path, 1_000)


@pytest.mark.parametrize("name", ["", "nowhere", "a\x00b", "x" * 5_000, "lone \ud800", "\x1b[2J"])
def test_a_name_that_cannot_be_read_is_one_line(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError) as told:
        read_bytes(name, 10)
    assert len(str(told.value)) < 300
    assert str(told.value).isprintable()


@posix_only
def test_a_loop_of_links_and_a_file_without_permission_are_told(tmp_path):
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(InputError, match="could not be read"):
        read_bytes(loop, 10)


def test_a_long_name_is_shown_by_its_end():
    assert shown_name("/very" * 100 + "/release.txt").endswith("/release.txt")
