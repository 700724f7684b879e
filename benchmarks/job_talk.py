"""How well job talk is understood in the words of somebody who was never read: one writer left out at a time.

    python benchmarks/job_talk.py [--processes 2]

The learned judge is made again without one writer's sentences and judges those; the frames judge beside it. Printed
are, for each writer, the share of asks found and of other sentences flagged by the frames alone, by the learned judge
alone and by both together. The frames were written before the writers "one" to "five" and "seven" were read; "six" and
"the rule" are the sentences that they were written on, so there only the learned judge is measured honestly. Takes
some ten seconds a writer. Prints; passes or fails nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from multiprocessing import Pool
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from outreach.asklint.career.judgment import judge
from outreach.asklint.career.training import Labeled, example_of, labeled_sentences, learn
from outreach.asklint.career.verdicts import THRESHOLD, Heard, verdicts
from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Message

Judged = tuple[Labeled, float, tuple[Heard, ...]]
WAYS: dict[str, Callable[[float, Sequence[Heard]], bool]] = {
    "frames": lambda _, heard: any(verdicts([replace(one, score=None) for one in heard])),
    "learned": lambda score, _: score >= THRESHOLD,
    "both": lambda score, heard: any(verdicts([replace(one, score=score) for one in heard])),
}


def without(writer: str) -> list[Judged]:
    sentences = labeled_sentences()
    made = learn([example_of(one) for one in sentences if one.writer != writer])
    own = [one for one in sentences if one.writer == writer]
    return [(one, made.score(example_of(one).features), heard_in(one)) for one in own]


def heard_in(sentence: Labeled) -> tuple[Heard, ...]:
    return tuple(judge().heard(Reading(Message(Kind.INTERVIEW_REQUEST, sentence.text))))


def share(judged: list[Judged], way: str, *, asks: bool) -> str:
    told = [WAYS[way](score, heard) for one, score, heard in judged if one.asks is asks]
    return f"{sum(told) / len(told):6.3f}" if told else "     -"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    writers = list(dict.fromkeys(one.writer for one in labeled_sentences()))
    print(f"{'found / flagged':18}" + "".join(f"{way:>18}" for way in WAYS))
    with Pool(given.processes) as pool:
        for writer, judged in zip(writers, pool.imap(without, writers), strict=True):
            cells = (f"{share(judged, way, asks=True)} /{share(judged, way, asks=False)}" for way in WAYS)
            print(f"{writer:18}" + "".join(f"{cell:>18}" for cell in cells), flush=True)


if __name__ == "__main__":
    main()
