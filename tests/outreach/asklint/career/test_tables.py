"""The tables: all can be read, and every field that a template names exists."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from outreach.asklint.career import tables
from outreach.asklint.career.asks import frames, frames_after_denial, label_frames
from outreach.asklint.career.tables import read_table

ALL = (*frames(), *frames_after_denial(), *label_frames())


def test_no_frame_is_there_twice() -> None:
    names = [frame.name for frame in ALL]
    assert len(names) == len(set(names))


def test_every_field_that_is_named_has_words() -> None:
    fields = read_table("fields")
    innocent = chain.from_iterable(read_table("innocent").values())
    templates = chain(read_table("named").values(), innocent, *(frame.templates for frame in ALL))
    conditions = chain.from_iterable((*frame.unless, *frame.present, *frame.absent) for frame in ALL)
    named = {name for text in chain(templates, conditions) for name in re.findall(r"\b[A-Z]+(?:_[A-Z]+)?\b", text)}
    assert named - fields.keys() == {"ORG", "NAME"}


def test_weights_go_from_a_hint_to_certainty() -> None:
    assert {frame.weight for frame in ALL} == {1, 2, 3, 4}


def test_a_broken_table_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setattr(tables, "__file__", f"{tmp_path}/__init__.py")
    with open(f"{tmp_path}/broken.toml", "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write("a = [\n")
    with pytest.raises(ValueError, match=r"broken\.toml"):
        read_table("broken")
