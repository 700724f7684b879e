"""What each regular expression of the engine and the application costs on the text that is hardest on it.

    python benchmarks/patterns.py [WORD] [--length 50000] [--rows 15]

Every compiled expression of the modules is searched for in hostile texts that end in what fits nothing: of 5 kB first,
and of 50 kB where 5 kB took more than 3 ms; with WORD, only those whose name holds it. Printed are the dearest, in
milliseconds of processor time (best of three) for the longest text tried, with its beginning. Takes a minute or two on
a quiet machine. The pass figure, from CONTRIBUTING.md: each under 50 ms. Ends with 1 if one is not.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import outreach
import research
from tests.patterns import collected, hostile_texts

LIMIT_MS = 50.0
ROUNDS = 3
HARMLESS_MS = LIMIT_MS / 20
"""What costs less than this on the first try is not tried again."""
DEAR_TENTH_MS = 3.0
"""What costs less on a tenth of the text stays below the limit on all of it."""


class Worst(NamedTuple):
    ms: float
    name: str
    text: str | bytes


def once_ms(pattern: re.Pattern, text: str | bytes) -> float:
    begun = time.process_time()
    pattern.search(text)
    return (time.process_time() - begun) * 1000


def best_ms(pattern: re.Pattern, text: str | bytes) -> float:
    first = once_ms(pattern, text)
    if first < HARMLESS_MS:
        return first
    return min(first, *(once_ms(pattern, text) for _ in range(ROUNDS - 1)))


def worst_of(name: str, pattern: re.Pattern, length: int) -> Worst:
    """The dearest text of an expression; one that explodes on a short text is tried on no longer one.

    At full length only those texts are tried whose tenth is dear: what bounded repetition costs grows as the text does.
    """
    worst = max(Worst(best_ms(pattern, text), name, text) for text in hostile_texts(pattern, length // 50))
    if worst.ms > LIMIT_MS:
        return worst
    pairs = zip(hostile_texts(pattern, length // 10), hostile_texts(pattern, length), strict=True)
    tenths = [(Worst(best_ms(pattern, tenth), name, tenth), whole) for tenth, whole in pairs]
    dearest = max(tenth for tenth, _ in tenths)
    if dearest.ms > LIMIT_MS:
        return dearest
    dear = [whole for tenth, whole in tenths if tenth.ms > DEAR_TENTH_MS]
    return max((Worst(best_ms(pattern, whole), name, whole) for whole in dear), default=dearest)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("word", nargs="?", default="", help="measure only expressions whose name holds this")
    parser.add_argument("--length", type=int, default=50_000)
    parser.add_argument("--rows", type=int, default=15)
    arguments = parser.parse_args()
    patterns = {n: p for package in (research, outreach) for n, p in collected(package).items() if arguments.word in n}
    if not patterns:
        print(f"No expression is named like {arguments.word!r}.", file=sys.stderr)
        return 2
    rows = sorted((worst_of(name, pattern, arguments.length) for name, pattern in patterns.items()), reverse=True)
    slow = [row for row in rows if row.ms > LIMIT_MS]
    for row in rows[: max(arguments.rows, len(slow))]:
        mark = "over" if row.ms > LIMIT_MS else ""
        print(f"{row.ms:8.1f} ms  {mark:4}  {row.name}  {row.text[:40]!r}")
    print(f"{len(rows)} expressions, {len(slow)} over {LIMIT_MS:.0f} ms")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
