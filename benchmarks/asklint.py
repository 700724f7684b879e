"""How fast the check of outgoing messages is: drafts a second, and the wait for a long one.

    python benchmarks/asklint.py [--drafts 400] [--rounds 3]

Generated letters of some 130 words are checked by all rules against a dossier of eight facts; then one of 2,000 words,
and the same with one word more, as while somebody writes. Nearly every sentence has a figure, a month or a word of its
own: what the check keeps of sentences that it has read helps only the last of these measures. Printed are the best of
the rounds, each of other letters, in drafts a second and in milliseconds, all of processor time. Pass figures: 200
drafts a second (issue C), and a wait that leaves a keystroke-to-finding round trip of 150 ms room. Ends with 1 if one
is missed.
"""

from __future__ import annotations

import argparse
import gc
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from outreach.asklint import Known, Message, check
from outreach.asklint.types import Kind

LEAST_PER_SECOND = 200.0
MOST_MS_OF_LONG = 100.0
MOST_MS_OF_TYPING = 50.0
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
    "I am writing an article for our {venue} on {theme} in smaller hospitals.",
    "For the {venue} of {month} I am preparing a piece on who makes the {count} calls after discharge.",
    "Our {venue} collects accounts of programs for {theme} that began small and stayed.",
)
MIDDLES = (
    "Your {month} report shows readmissions for heart failure falling from 21% to {share}% between 2022 and 2024.",
    "In {month} you told the state congress that {who}, not clinics, made the first call about {theme}.",
    "Harbor Light, I read, began with two {who} and a borrowed van, and opened {count} sites in 2025.",
    "Readers in hospitals of {beds} beds ask me how agreement on {theme} was won.",
    "What I would like to understand is {month}, before anybody among the {who} believed the figures.",
    "Our own unit tried a shorter list for {theme} last year and went back to the long one within {count} weeks.",
)
ASKS = (
    "May I interview you for {minutes} minutes about {theme}, by phone or in person, between May {count} and June 25?",
    "Could we speak for {minutes} minutes by video in the weeks of {month} 7 or {month} 1{count}?",
    "I would be grateful for a conversation of {minutes} minutes on {theme} in the first half of {month}.",
)
ENDINGS = (
    "You will have {count} questions beforehand and the draft about {theme} for approval before it is published.",
    "If one of the {who} is the better person for {theme}, I would be glad to be redirected.",
)
WORDS = {
    "venue": ("chapter newsletter", "Coast Health Review", "spring bulletin", "seminar", "residents' journal"),
    "theme": tuple(
        f"{one} {other}"
        for one in ("heart", "night", "early", "safe", "rural", "calm", "fair", "first", "shared", "steady")
        for other in ("failure", "shifts", "discharge", "transfers", "staffing", "visits", "alarms", "rounds")
    ),
    "month": ("January", "March", "April", "July", "August", "September", "October", "November"),
    "who": ("pharmacists", "nurses", "social workers", "schedulers", "interpreters", "volunteers", "dietitians"),
}


def letter(chance: random.Random, sentences: int = 3) -> str:
    patterns = [
        chance.choice(OPENINGS), *(chance.choice(MIDDLES) for _ in range(sentences)), chance.choice(ASKS), *ENDINGS,
    ]  # fmt: skip
    body = [told(pattern, chance) for pattern in patterns]
    greeting = f"Subject: Interview request: Harbor Light\n\nDear Dr. Rautio-Bell,\n\n{' '.join(body[:3])}\n\n"
    return f"{greeting}{' '.join(body[3:])}\n\nSincerely,\nJo Park {chance.randrange(10_000)}\nCoordinator, Lakeshore"


def told(pattern: str, chance: random.Random) -> str:
    """A sentence with words and figures of its own."""
    figures = {
        "count": chance.randrange(2, 10), "share": chance.randrange(10, 20), "beds": chance.randrange(20, 400),
        "minutes": chance.randrange(10, 45),
    }  # fmt: skip
    return pattern.format(**figures, **{slot: chance.choice(words) for slot, words in WORDS.items()})


def seconds_for(texts: list[str]) -> float:
    begun = time.process_time()
    for text in texts:
        check(Message(Kind.INTERVIEW_REQUEST, text, KNOWN))
    return time.process_time() - begun


def seconds_of_typing(text: str) -> float:
    """For one word more in a text that has just been read."""
    seconds_for([text])
    return seconds_for([f"{text} and"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--drafts", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    chance = random.Random(7)
    rounds = [[letter(chance) for _ in range(given.drafts)] for _ in range(given.rounds)]
    long = [letter(chance, sentences=WORDS_OF_LONG // 17) for _ in range(given.rounds)]
    seconds_for([letter(chance)])
    gc.freeze()  # as the server does when it has made the check ready
    words = sum(len(text.split()) for text in rounds[0]) / given.drafts
    rate = given.drafts / min(seconds_for(texts) for texts in rounds)
    wait = min(seconds_for([text]) for text in long) * 1000
    typing = min(seconds_of_typing(text) for text in long) * 1000
    print(f"{rate:8.0f} drafts a second of {words:.0f} words (pass: {LEAST_PER_SECOND:.0f})")
    print(f"{wait:8.1f} ms for {len(long[0].split())} words (pass: {MOST_MS_OF_LONG:.0f})")
    print(f"{typing:8.1f} ms for the same with one word more (pass: {MOST_MS_OF_TYPING:.0f})")
    sys.exit(rate < LEAST_PER_SECOND or wait > MOST_MS_OF_LONG or typing > MOST_MS_OF_TYPING)


if __name__ == "__main__":
    main()
