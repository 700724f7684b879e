"""The tables of the frames, as data: fields of meaning, words, templates."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any


def read_table(name: str) -> dict[str, Any]:
    """One table by its name without ending, such as "fields" or "frames/offers".

    Raises:
        ValueError: the file is no TOML; the message names file and line.
    """
    path = Path(__file__).parent / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as wrong:
        raise ValueError(f"{path.name}: {wrong}") from wrong
