"""Sentences for the rules of a request, in many voices; the people and programs are invented."""

from __future__ import annotations

from outreach.asklint.types import Known

KNOWN = Known(
    person="Thandeka Mabuza",
    credentials=("DNP", "RN"),
    title="Chief Nursing Officer",
    organization="Juniper Flats Regional",
    facts=(
        "Thandeka Mabuza, DNP, RN, is Chief Nursing Officer of Juniper Flats Regional.",
        "Her Second Pair of Eyes program cut medication errors on nights by 44% in 2024.",
        "She told the state nurses' congress that pharmacists walked the first rounds.",
        "Juniper Flats Regional has 118 beds in two towns.",
    ),
    programs=("Second Pair of Eyes", "Open Ledger"),
)

UNGROUNDED = (
    "I have heard so much about you. May I interview you for 20 minutes in June?",
    "As a leader in health care you surely have much to tell. Could we talk for 20 minutes in May?",
    "your hospital is doing great things and id love 15 minutes in june",
    "I am writing an article about leadership. May I interview you for 20 minutes between June 1 and June 26?",
    "Being Chief Nursing Officer of Juniper Flats Regional, you are well placed to speak on nursing.",
    "It would be my esteemed pleasure to know your opinions on the healthcare sector of today.",
    "I came across your profile and was struck by your background.",
)
GROUNDED = (
    "Second Pair of Eyes cut medication errors on nights by 44%. May I interview you for 20 minutes in June?",
    "You told the nurses' congress that pharmacists walked the first rounds.",
    "I read how medication errors on nights went down, and would like to ask how.",
    "A hospital of 118 beds in two towns rarely has night pharmacists; may I ask how yours came?",
    "so the pharmacists walked the first rounds?? would love 15 minutes in june on that",
    "In your esteemed hospital the medication errors of the nights are reduced by 44 percent, I have read.",
)

UNCLEAR = (
    "I would love to connect some time.",
    "Could we talk?",
    "It would be great to pick your brain about Second Pair of Eyes.",
    "Let me know if you are open to a chat.",
    "I hope that we can speak whenever it is convenient for you.",
    "Your program interests me very much, and I am sure that there is a lot to learn.",
    "Would it be possible to have some minutes from your precious time, respected Madam?",
    "wanna hop on a quick call sometime?",
    "I should be most obliged for an opportunity to discuss matters of mutual interest.",
    "May I interview you about Second Pair of Eyes?",
)
CLEAR = (
    "May I interview you for 20 minutes, by phone or video, between May 4 and May 22?",
    "Half an hour at most, by phone, on whichever day you like between February 2 and February 20. I'd be grateful.",
    "Could I speak with you for fifteen minutes in the weeks of June 1 or June 8?",
    "I am asking for half an hour of your time, by phone, on any day in September.",
    "Would you be willing to give me 20 minutes? Any morning in the second half of October would do.",
    "got 15 minutes for a phone interview some day in june? would love to hear how it began",
    "I would be grateful for a conversation of 20 minutes in late May or early June.",
    "It is my humble request to take interview of 20 minutes in month of July.",
)
TWO_ASKS = (
    "May I interview you for 20 minutes in June? Could you also introduce me to your pharmacist?",
    "May I call you for 15 minutes in May? And would you send me the slides of your talk?",
    "Could we talk for 20 minutes in June? Would you be willing to speak at our chapter in the fall?",
    "can i interview you for 20 min in june? and could you share the script?",
    "Would you grant me 20 minutes in May? May I also visit the unit?",
    "Can we speak for half an hour in July? Would you look over my manuscript too?",
)
ONE_ASK = (
    "May I interview you for 20 minutes in June?",
    "May I interview you for 20 minutes in June? I will send five questions beforehand.",
    "What surprised the pharmacists most? May I ask you that for 15 minutes in May?",
    "I would like to tell readers how it began. May I call you for 20 minutes in June?",
    "Could I speak with you for 15 minutes in the week of June 1?",
    "I am asking for 20 minutes of your time in September.",
)
SEVERAL = (
    "Second Pair of Eyes and Open Ledger both interest me.",
    "I would like to write about Open Ledger, and on Second Pair of Eyes as well.",
    "Second Pair of Eyes cut errors. Open Ledger came later.",
    "Open Ledger is why I write; Second Pair of Eyes too.",
    "How do Second Pair of Eyes and your Open Ledger fit?",
    "first Second Pair of Eyes then Open Ledger, wow",
)
SINGLE = (
    "Second Pair of Eyes cut medication errors on nights by 44%.",
    "I write about Open Ledger alone.",
    "Second Pair of Eyes began small. How did Second Pair of Eyes grow?",
    "How did the program begin?",
    "May I ask about Open Ledger?",
    "Pharmacists walked the first rounds.",
)
NO_WAY_OUT = (
    "May I interview you for 20 minutes in June?",
    "I look forward to your date.",
    "Please name an hour in May.",
    "You will see the draft first.",
    "I would be glad to talk in June.",
    "call me whenever in june",
)
WAY_OUT = (
    "If a colleague is the better person, I would be glad to be redirected.",
    "If it is easier, I can send the questions for written answers.",
    "Should this season not suit, another month serves just as well.",
    "I will understand if your diary is full.",
    "No reply is needed if it does not suit.",
    "feel free to pass this to someone on your team",
)
OWN_STORY = (
    "I graduated last year. My passion is quality. Your program is known. May I ask?",
    "I am a coordinator at a small hospital. I have worked on nights for years. Second Pair of Eyes is why I write.",
    "I hold a degree in public health. My dream was always to lead.",
    "I read a lot. I think a lot. I went to the congress. We met nobody. I wrote this.",
    "My background is in finance. I recently completed a program. May I interview you?",
    "I grew up in a small town. My journey led me to health care.",
)
OTHERS_STORY = (
    "Second Pair of Eyes cut errors by 44%. I am a coordinator at a small hospital. May I interview you?",
    "You told the congress that pharmacists walked first. I would like to tell readers why.",
    "I am writing an article for our chapter newsletter. Your program cut errors. What surprised you? May I ask?",
    "Pharmacists walked the first rounds. Who asked them? May I call you in June?",
    "May I interview you for 20 minutes?",
    "The night errors fell. The day errors did not. Why? I would like to know.",
)
PURPOSELESS = (
    "May I interview you for 20 minutes in June?",
    "I would like to know how it began.",
    "Second Pair of Eyes interests me.",
    "can we talk in june",
    "Kindly spare me 20 minutes of time.",
    "I should like to speak with you about nights.",
)
PURPOSE = (
    "I am writing an article for our chapter newsletter on night medication.",
    "For a seminar paper of the state association I study transfers.",
    "We record a podcast for young administrators.",
    "Subject: Interview request: a profile for the chapter bulletin\n\nMay I interview you?",
    "its for a case study in my class",
    "I prepare a poster for the spring congress.",
)
