"""No pressure: no deadline of mine as theirs, no reproach, no assumed yes; no worn reminders."""

from __future__ import annotations

from outreach.asklint.checks import phrases
from outreach.asklint.rules._pressing_words import CALM, PRESSURE
from outreach.asklint.types import Kind, Rule, Severity

RULES = (
    Rule(
        "pressure",
        Severity.WARN,
        "This presses. Leave them free: name a window of weeks, a way to say no, and no reproach for silence.",
        "Assistants remember who pressed; a leader who was free to refuse answers the next note.",
        "Product design, R11, F1 to F4; Ms. Gatekeeper on repeated pressing; Purdue handout on one follow-up.",
        phrases(PRESSURE, unless=CALM),
        bad=(
            "Just bumping this up in your inbox.",
            "I require your answer by close of business tomorrow.",
            "Surely someone in your position can spare ten minutes.",
            "This is my third email and I still have not heard back.",
            "pls reply asap, its urgent!!",
            "The other four executives have all said yes already.",
            "If I do not hear from you by Friday, I will take it that you agree.",
            "It would be a great pity if readers had to learn that you declined.",
            "I am counting on you, my whole series depends on your answer.",
            "You owe it to the young people of this profession to answer.",
            "Kindly do the needful and confirm immediately the date.",
            "I will call your office every morning until we find a time.",
            "I have already put you down for June 3.",
            "Did you see my email of last week?",
            "I must insist on a reply.",
            "Checking in again, any update on this?",
            "Frankly, I am surprised that you have not answered.",
            "I have now asked three times.",
            "It has to be tonight, or else the page goes without you.",
            "Otherwise it's going to print as it stands.",
        ),
        good=(
            "May I interview you for 20 minutes between May 4 and May 29?",
            "No reply is needed.",
            "A short yes by e-mail is enough.",
            "Whatever you may want to share, now or later, is welcome.",
            "I shall not write again unless I hear from you.",
            "If I do not hear from you, I will not write again about it.",
            "You must have a full diary in budget season; a later month serves just as well.",
            "How did the urgent care clinics take the change?",
            "I am adding one thing to my note of April 14: the issue has moved to August.",
            "The nurses had to answer within ten seconds; how was that agreed?",
            "You will have the draft by Friday, June 12.",
            "This spring may be the wrong season, and that is perfectly fine.",
            "Transfers were accepted immediately after the change; who decided?",
            "Please let me know if a colleague is the better person.",
            "I have not heard back, which I quite understand in a season like this.",
            "Please keep in mind that silence will not be read as consent.",
            "I counted four times when an alarm went off and nobody ran.",
        ),
    ),
    Rule(
        "tired-phrase",
        Severity.NOTE,
        "A worn phrase. Take it out: the next sentence says it by itself.",
        "Readers of hundreds of such notes take these words for a mail merge.",
        "Product design, F4: no “bumping”, “just checking”, “in case you missed”; ux.md, tired phrases.",
        phrases(
            (
                ("touch base touching", r"\b(?:touch(?:ing)? base|keep(?:ing)? in touch going forward)\b"),
                ("circle circling", r"\bcircl(?:e|ing) back\b"),
                ("loop", r"\b(?:in the loop|loop(?:ing)? (?:you )?in|close the loop)\b"),
                ("finds find", r"\bhop(?:e|ing) (?:that )?(?:this|my) (?:e-?mail|note|letter|message)? ?finds? you\b"),
                ("reaching reach", r"\b(?:i'm|i am|just|simply) reaching out\b|\bi wanted to reach out\b"),
                ("checking", r"\b(?:just|only) checking (?:in|back)\b"),
                ("case", r"\bin case (?:you|this|it) <2>(?:missed|buried|slipped)\b"),
                (
                    "synergy synergies leverage deep-dive",
                    r"\b(?:synerg(?:y|ies)|deep-dive|leverage (?:our|your|the))\b",
                ),
                ("busy", r"\bi know (?:that )?you(?:'re| are| must be) (?:very |extremely |so )?busy\b"),
                ("wanted", r"\bi just wanted to\b"),
                ("brain", r"\bpick your brain\b"),
                ("page", r"\b(?:on|get on) the same page\b"),
            )
        ),
        bad=(
            "I hope this email finds you well.",
            "Just circling back on my note.",
            "I wanted to reach out about Night Owl.",
            "Let us touch base in June.",
            "I know you are extremely busy.",
            "Happy to loop you in.",
            "Hoping that this message finds you in good health.",
        ),
        good=(
            "The newsletter moved its issue to August.",
            "Nurses touched the screen twice in the old order.",
            "Who closed the gap between the units?",
            "I read your talk on night staffing.",
            "May I call you for 20 minutes in June?",
            "The draft reaches you on June 12.",
        ),
        kinds=frozenset(kind for kind in Kind if kind not in (Kind.PHONE_SCRIPT, Kind.CONDOLENCE)),
    ),
)
