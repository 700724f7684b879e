"""An example of every job: room by room, from `tests/outreach/<room>/job_examples.py`, found by being there.

EXAMPLES there: the job's name -> a function that gets a database (empty but for the tables), makes what the job needs,
and returns (workspace id or None, the job's ids).
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from pathlib import Path

from outreach.db import Database

Example = Callable[[Database], tuple[int | None, Mapping[str, int]]]


def _found() -> dict[str, Example]:
    examples: dict[str, Example] = {}
    for file in sorted(Path(__file__).parent.glob("*/job_examples.py")):
        spec = importlib.util.spec_from_file_location(f"job_examples_of_{file.parent.name}", file)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        examples.update(module.EXAMPLES)
    return examples


EXAMPLES = _found()
