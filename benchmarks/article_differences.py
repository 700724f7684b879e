"""How long two versions of an article take to be compared.

    python benchmarks/article_differences.py [--rounds 15]

Compared are texts of 2,000 words with 60 edits, in paragraphs of 80 words and in a single one, a text in which every
paragraph moved, and the worst that a form lets through. Each round takes all of them in turn, so that what else the
machine does falls on each alike; printed are the median and the slowest of processor milliseconds. Pass figures: 200 ms
for 2,000 words with 60 edits (issue E), 4 s for the worst texts. Ends with 1 if one is missed.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from outreach.articles import article_text, differences

EDITS, WORDS = 60, 2_000
MOST, MOST_OF_WORST = 200.0, 4_000.0
ORDINARY = ("80 words a paragraph", "one paragraph", "all paragraphs moved")


def text(number: int, to_a_paragraph: int, chance: random.Random) -> str:
    """Words of which a few come often, as in any text."""
    words = [f"w{int(chance.paretovariate(1) * 8)}" for _ in range(number)]
    return "\n\n".join(" ".join(words[at : at + to_a_paragraph]) for at in range(0, number, to_a_paragraph))


def edited(old: str, edits: int, chance: random.Random) -> str:
    """The text with words changed, added and removed."""
    words = old.split(" ")
    for _ in range(edits):
        at = chance.randrange(len(words))
        words[at] = chance.choice([f"{words[at]} more", "", f"x{chance.randrange(99)}"])
    return " ".join(words)


def cases(chance: random.Random) -> dict[str, tuple[str, str]]:
    """Name -> the two texts."""
    short, one = text(WORDS, 80, chance), text(WORDS, WORDS, chance)
    shuffled = short.split("\n\n")
    chance.shuffle(shuffled)
    long, word = text(35_000, 80, chance), "a " * 99_000
    return {
        ORDINARY[0]: (short, edited(short, EDITS, chance)),
        ORDINARY[1]: (one, edited(one, EDITS, chance)),
        ORDINARY[2]: (short, "\n\n".join(shuffled)),
        "200,000 characters, 600 edits": (long, edited(long, 600, chance)),
        "200,000 characters, all others": (long, text(35_000, 80, chance)),
        "one word 99,000 times": (f"x {word}x", f"y {word[:-20]}y"),
        "one word of 200,000 letters": ("a" * 200_000, "a" * 199_999 + "b"),
        "5,000 lines of a list": ("- a\n" * 4_999, "- b\n" + "- a\n" * 4_998),
        "200,000 brackets": ("[" * 200_000, "[" * 199_999 + "a"),
    }


def milliseconds(compare: Callable[[], object]) -> float:
    article_text.paragraphs.cache_clear()
    begun = time.process_time()
    compare()
    return (time.process_time() - begun) * 1000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = max(1, parser.parse_args().rounds)
    made = cases(random.Random(11))
    taken: dict[str, list[float]] = {name: [] for name in made}
    for _ in range(rounds):
        for name, (old, new) in made.items():
            taken[name].append(milliseconds(lambda old=old, new=new: differences.compared("T", old, "T", new)))  # type: ignore[misc]
    missed = False
    for name, times in taken.items():
        most = MOST if name in ORDINARY else MOST_OF_WORST
        missed |= median(times) > most
        print(f"{name}: median {median(times):.0f} ms, slowest {max(times):.0f} ms, at most {most:.0f} ms")
    return int(missed)


if __name__ == "__main__":
    raise SystemExit(main())
