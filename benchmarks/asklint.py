"""How fast the check of outgoing messages is: drafts a second, and the wait for a long one.

    python benchmarks/asklint.py [--drafts 400] [--rounds 3]

Generated letters of some 120 words, each with other figures, names and sentences, are checked by all rules against a
dossier of eight facts; then one of 2,000 words. Printed are the best of the rounds, in drafts a second and in
milliseconds, both of processor time. Pass figures: 200 drafts a second (issue C), and a wait that leaves a
keystroke-to-finding round trip of 150 ms room. Ends with 1 if one is missed.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from outreach.asklint import Known, Message, check
from outreach.asklint.types import Kind

LEAST_PER_SECOND = 200.0
MOST_MS_OF_LONG = 100.0
WORDS_OF_LONG = 2_000

KNOWN = Known(
    person="Annika Rautio-Bell",
    credentials=("MD", "MHA"),
    title="Chief Medical Officer",
    organization="Saltgrass Health",
    facts=(
        "Annika Rautio-Bell, MD, MHA, is Chief Medical Officer of Saltgrass Health.",
        "Her Harbor Light program cut readmissions for heart failure from 21% to 14% between 2022 and 2024.",
        "Saltgrass Health runs 4 hospitals with 610 beds on the coast.",
        "She told the state congress in March that pharmacists made the first call.",
        "Harbor Light began with two nurses and a borrowed van.",
        "The program won the 2024 Tidewater Award.",
        "Saltgrass Health employs 3,400 people.",
        "A second site of Harbor Light opened in Pike Harbor in 2025.",
    ),
)
OPENINGS = (
    "I am writing an article for our chapter newsletter on heart failure in smaller hospitals.",
    "For the Coast Health Review I am preparing a piece on who makes the first call after discharge.",
    "Our seminar collects accounts of programs that began small and stayed.",
)
MIDDLES = (
    "Your report shows readmissions for heart failure falling from 21% to 14% between 2022 and 2024.",
    "In March you told the state congress that pharmacists, not clinics, made the first call.",
    "Harbor Light, I read, began with two nurses and a borrowed van, and opened a second site in 2025.",
    "Readers in hospitals of 40 beds ask me how agreement to that order of events was won.",
    "What I would like to understand is the first month, before anybody believed the figures.",
    "Our own unit tried a shorter list last year and went back to the long one within six weeks.",
)
ASKS = (
    "May I interview you for 20 minutes, by phone or in person, at any time between May 11 and June 5?",
    "Could we speak for 15 minutes by video in the weeks of September 7 or September 14?",
    "I would be grateful for a conversation of 20 minutes in the first half of October.",
)
ENDINGS = (
    "You will have five questions beforehand and the draft for your suggestions and approval before it is published.",
    "If a colleague is the better person, I would be glad to be redirected.",
    "Written answers would serve just as well, and so would another season.",
)


def letter(chance: random.Random, sentences: int = 3) -> str:
    body = [
        chance.choice(OPENINGS),
        *(chance.choice(MIDDLES) for _ in range(sentences)),
        chance.choice(ASKS),
        *ENDINGS[:2],
    ]
    greeting = f"Subject: Interview request: Harbor Light\n\nDear Dr. Rautio-Bell,\n\n{' '.join(body[:3])}\n\n"
    return f"{greeting}{' '.join(body[3:])}\n\nSincerely,\nJo Park {chance.randrange(10_000)}\nCoordinator, Lakeshore"


def seconds_for(texts: list[str]) -> float:
    begun = time.process_time()
    for text in texts:
        check(Message(Kind.INTERVIEW_REQUEST, text, KNOWN))
    return time.process_time() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--drafts", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    chance = random.Random(7)
    texts = [letter(chance) for _ in range(given.drafts)]
    long = letter(chance, sentences=WORDS_OF_LONG // 18)
    check(Message(Kind.INTERVIEW_REQUEST, texts[0], KNOWN))
    words = sum(len(text.split()) for text in texts) / len(texts)
    rate = len(texts) / min(seconds_for(texts) for _ in range(given.rounds))
    wait = min(seconds_for([long]) for _ in range(given.rounds)) * 1000
    print(f"{rate:8.0f} drafts a second of {words:.0f} words (pass: {LEAST_PER_SECOND:.0f})")
    print(f"{wait:8.1f} ms for {len(long.split())} words (pass: {MOST_MS_OF_LONG:.0f})")
    sys.exit(rate < LEAST_PER_SECOND or wait > MOST_MS_OF_LONG)


if __name__ == "__main__":
    main()
