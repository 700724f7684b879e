"""What is nobody's business: the private life of the reader, and what could tell who a patient is."""

from __future__ import annotations

from outreach.asklint.checks import Phrase, phrases
from outreach.asklint.rules._private_words import NOT_PRIVATE, PRIVATE
from outreach.asklint.types import Kind, Rule, Severity

_PATIENT: tuple[Phrase, ...] = (
    ("year-old old aged years", (
            r"\b(?:a|the|an|one|our|my) <2>\d{1,3}-(?:year|month|week|day)-old\b|\baged? \d{1,3}\b|\b\d{1,3} years "
            r"old\b"
        )),
    ("mrn chart record ssn", (
            r"\b(?:mrn|medical record (?:number|no)|chart (?:number|no)|ssn|social security number|date of birth"
            r"|dob)\b"
        )),
    ("room bed", r"\b(?:patient|man|woman|mother|father|gentleman|lady|she|he) in (?:room|bed) \d{1,4}\b"),
    ("patient patients", (
            r"\b(?:patient|resident|client) (?:named|called|by the name of|initials)\b|\bpatients? <2>(?:mr|mrs"
            r"|ms)\. "
        )),
    ("diagnosed admitted discharged died treated transferred", (
            r"\b(?:mr|mrs|ms|miss)\.? [a-z'-]{2,20} <4>(?:was|were|had been|is|died|has|suffered) ?<2>(?:diagnosed"
            r"|admitted|discharged|treated|transferred|sedated|intubated|readmitted|died|stroke|cancer|sepsis)"
        )),
    ("one two three four five only 1 2 3 4 5 6 7 8 9 six seven eight nine ten 10", (
            r"\b(?:only |just |all )?(?:one|two|three|four|five|six|seven|eight|nine|ten|[1-9]|10) (?:of (?:the |our "
            r"|your )?)?(?:patients?|mothers|infants|babies|newborns|veterans|inmates|children) <3>(?:died|was "
            r"diagnosed|were diagnosed|with (?:hiv|aids|cancer|syphilis|schizophrenia|hepatitis|overdose)|suffered"
            r"|overdosed|developed|contracted|relapsed|harmed|had (?:hiv|cancer))"
        )),
)  # fmt: skip

RULES = (
    Rule(
        "private-matter",
        Severity.BLOCK,
        "This is about their private life. Take it out: write about their work alone.",
        (
            "Nobody who is written to as a leader expects to be known as a parent, a patient or a neighbor; it ends "
            "the talk."
        ),
        (
            "Product design, P5 and the engine's vocabulary: families, health, religion, homes, ages, politics have "
            "no place."
        ),
        phrases(PRIVATE, unless=NOT_PRIVATE, parts=("subject", "body", "closing")),
        bad=(
            "I saw the pictures of your daughter's graduation; congratulations.",
            "I hope that your recovery from surgery goes well.",
            "My condolences on your divorce.",
            "As a fellow Catholic you will understand.",
            "I drove past your house on Maple Street the other day.",
            "At your age one could simply retire, and yet you go on.",
            "hows ur husband doing, saw on facebook he was sick",
            "Your salary of two million is in the tax form, by the way.",
            "I know that you vote Republican, and so does my father.",
            "Your wife told a reporter that you work too much.",
            "Please give my kind greetings to your esteemed family and children.",
            "I read that you are pregnant and wish you all the best.",
            "You and I attend the same church.",
            "I hope your treatment for breast cancer is working.",
        ),
        good=(
            "Your family medicine residency opened in 2021.",
            "How does your cancer center book the first visit?",
            "Families could visit at any hour after the change.",
            "Your health system runs three hospitals in the valley.",
            "The children's hospital joined in March.",
            "Your home health teams made the first call.",
            "How did your patient and family advisory council vote on it?",
            "The house staff wrote the new order set.",
            "How did the chaplains and the church nurses share the work?",
            "Your surgery department moved its first case to seven.",
            "Your community's mothers waited three weeks for a visit.",
        ),
        kinds=frozenset(kind for kind in Kind if kind is not Kind.CONDOLENCE),
    ),
    Rule(
        "patient-detail",
        Severity.BLOCK,
        "This could tell who a patient is. Say it without name, age, day, room or a count below eleven.",
        "A letter travels further than its writer thinks; a small count with a place and a month is a person.",
        "Product design, rows 31 and 52, A7; CMS cell-size policy: no count below 11 is shown.",
        phrases(_PATIENT, parts=("subject", "body", "attachment")),
        bad=(
            "A 43-year-old came in with chest pain last Tuesday.",
            "Mr. Keller was diagnosed with sepsis on your unit.",
            "The woman in room 412 told me how it went.",
            "Only three patients died after the change.",
            "Her MRN is in the file that I attach.",
            "A patient named Rosa waited two hours.",
        ),
        good=(
            "Readmissions fell from 21% to 14%.",
            "Four medical units took part.",
            "Your patients waited 94 minutes instead of 211.",
            "Three nurses wrote the script.",
            "The two-year-old program runs in five counties.",
            "How did patients hear of it?",
        ),
    ),
)
