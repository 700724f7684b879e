"""What an answer seems to say, weighed over all its sentences. Wrong approvals are the worst mistake."""

from __future__ import annotations

import pytest

from outreach.articles.mail_in.answer import EarlierMessage, MailAnswer, Pair
from outreach.articles.mail_in.leaning import leaning_of, propose

APPROVED = [
    "Looks good, go ahead.",
    "Approved.",
    "Approved!",
    "I approve.",
    "Fine with me.",
    "Looks great to me. Please publish.",
    "No changes from me. Good to go.",
    "Hi Ana,\n\nThank you for sending this. I have read it and approve it as written.\n\nBest,",
    "You have my permission to publish.",
    "Yes, approved. Don't hesitate to call me if you need anything else.",
    "I'm happy with the quotes. Go ahead and publish.",
    "This is fine as is.",
    "Dr. Roe has approved the article.",
    "Dr. Roe approves.",
    "It looks good - no edits.",
    "Consider it approved",
    "I've read the article and have no objections.",
    "You may run it.",
    "Please go ahead and publish. Could you send me a copy when it's out?",
    "Sorry I couldn't get back to you sooner. Approved.",
    "I approve the use of my quotes.",
    "Approved as is. Thanks!",
    "I'm comfortable with the quotes as they stand. You can publish.",
    "Approved without changes",
    "Looks good to me, thanks for the opportunity!",
    "Good to go on my end",
    "She is fine with it. Please proceed.",
    "I love the headline. Approved.",
    "I wouldn't change a thing. Go ahead.",
    "All good on my end.",
    "Signed off.",
    "Approved, let me know when it is out.",
    "I give you my permission to publish the interview.",
    "Apruebo el artículo. Puede publicarlo.",
    "Aprobado, adelante.",
    "Me parece muy bien, puede publicar.",
    "J'approuve le texte. Vous pouvez publier.",
    "C'est bon pour moi, feu vert.",
    "Freigegeben, vielen Dank!",
    "Der Text ist in Ordnung, Sie können so veröffentlichen.",
    "Einverstanden.",
    "Von meiner Seite passt alles, Freigabe erteilt.",
    "Aprovado, pode publicar.",
    "Por mim tudo certo, podem publicar.",
    "I have no concerns. Please publish.",
    "Okay to publish",
    "OK to run.",
    "Thumbs up from me!",
    "I approve this version for publication.",
    "We are good to go!",
    "No further edits. Approved for publication.",
    "Hello Sam, I reviewed it with Dr. Vance. She is happy with it and you can go ahead and publish. Warm regards, Lee",
    "Reads well. I approve.",
    "Approved :)",
    "Approve",
    "Yes, please go ahead and publish it.",
    "Yes, you can publish.",
    "You're cleared to publish",
    "This is great, thank you. You have my approval.",
    "Everything looks accurate. Approved for release.",
    "I've reviewed it and I'm fine with everything.",
    "Perfect. Please proceed.",
    "I have reviewed the draft and it looks great.",
    "Fine by me!",
    "We have no changes. Please proceed with publication.",
    "Nothing to add. Approved.",
    "Approved - thank you!",
    "This looks good to me! Feel free to publish.",
    "Permission granted.",
    "I'm good with this. Publish away.",
    "The quotes are approved.",
    "My quotes look good. Please use them.",
    "It is approved.",
    "LGTM",
]

CHANGES = [
    'Approved with one change: please replace "2019" with "2020".',
    "Looks good, but please change my title to Chief Nursing Officer.",
    "Fine except for the second paragraph.",
    "Please delete the last sentence.",
    "The figure should read 42%, not 40%.",
    "Looks good overall. In paragraph 3, replace 'cut' with 'reduced'.",
    "1. Change the headline\n2. Remove the photo\n3. Fix the spelling of my name",
    "Approved once you remove the line about layoffs.",
    "Please don't publish the second quote.",
    "I'd rather not use the word 'crisis'.",
    "OK but the number in paragraph two is wrong.",
    "Not yet - please correct my title first.",
    "See my edits attached.",
    "I have a few comments below.",
    "My title is incorrect; it should be Vice President of Operations.",
    "Could you remove the reference to our vendor?",
    "Approved with minor edits (see attached).",
    "I never said that we would close the unit. Please take that out.",
    "Please add that the program began in 2021.",
    'Aprobado con un cambio: por favor cambie "director" por "directora".',
    "Me parece bien, salvo el segundo párrafo.",
    "Merci de remplacer « hôpital » par « clinique ».",
    "D'accord, sauf la dernière phrase à supprimer. Merci de supprimer cette phrase.",
    'Bitte ersetzen Sie "Klinik" durch "Krankenhaus".',
    "Freigegeben bis auf den letzten Absatz.",
    "Im zweiten Absatz muss es heißen: 120 Betten. Bitte ändern.",
    "Aprovado, exceto o título. Por favor altere o título.",
    'Por favor troque "gestor" por "gestora".',
    "Good to go with these corrections:\n- title: Vice President\n- 120 beds, not 100",
    "Everything is fine except the headline.",
    'Instead of "dramatic", I would say "steady".',
    "My name is misspelled. Otherwise approved.",
    "Looks good. The number in the second paragraph should be 12.",
    "Delete paragraph 4.",
    "I'd prefer not to be quoted on the merger.",
    "I do not approve of the second quote.",
    "Approved, with the exception of the photo caption.",
    "Approved with changes as tracked in the attached.",
    'A couple of small edits:\n\n- Paragraph 1: "nurse leader" -> "nurse executive"\n- Paragraph 3: delete "very"',
    "Please use my full name in the byline.",
    'I would rather say "we learned" than "we failed".',
    'Just one thing: it\'s "Health System", not "Hospital System".',
    "Line 4 should say 'ambulatory'.",
    "We need to fix the number of beds. It's 220.",
    "Could we soften the last quote?",
    "Change 'CEO' to 'President and CEO'. Otherwise good.",
    "The quote in paragraph 2 isn't what I said.",
    "Please spell out the acronym. Approved otherwise.",
    'In the third paragraph, strike "aggressively".',
    "I'm fine with it if you drop the last line.",
    "You may publish provided the photo is removed.",
    "Two edits: my name is spelled with one l, and the year is 2018.",
    "Correct spelling: Jonna.",
]

DECLINED = [
    "Please don't publish this.",
    "Please do not publish.",
    "I'd rather not.",
    "I do not approve this article.",
    "I must decline.",
    "I cannot approve this.",
    "I'm not comfortable with this being published.",
    "We respectfully decline to participate.",
    "Please remove me from the article.",
    "I withdraw my consent.",
    "I would prefer not to be quoted.",
    "I would prefer that you not publish the interview.",
    "Don't run it.",
    "Not approved.",
    "I can't give you my permission.",
    "Por favor no publique esto.",
    "No autorizo la publicación.",
    "Preferiría que no.",
    "Merci de ne pas publier cet article.",
    "Je n'approuve pas ce texte.",
    "Je préfère ne pas être cité.",
    "Bitte nicht veröffentlichen.",
    "Ich bin damit nicht einverstanden.",
    "Lieber nicht.",
    "Por favor, não publique.",
    "Não autorizo a publicação.",
    "Please leave me out.",
    "Dr. Roe has declined.",
    "I've thought about it and I do not want this published.",
    "Thank you, but I'd rather you didn't publish it.",
    "Unfortunately we can't approve the article.",
    "Our answer is no, please do not publish the interview.",
    "I don't want to be part of this.",
    "I do not consent to publication.",
    "I'm sorry, but I have to decline.",
    "Please don't use any of it.",
]

UNCLEAR = [
    "Not yet.",
    "Thanks for sending!",
    "Great article!",
    "I'll read it tonight.",
    "Let me check with legal.",
    "Is this approved by legal?",
    "Looks good so far, I'll finish reading tomorrow.",
    "Has it been approved?",
    "I have not approved this yet.",
    "I will approve it once legal has seen it.",
    "Who approved this?",
    "Call me.",
    "Yes",
    "OK",
    "Sounds good.",
    "I guess it's fine.",
    "Not sure I'm comfortable with this.",
    "Please don't publish until I get back to you.",
    "The board approved the budget.",
    "It doesn't look good.",
    "If it looks good to you, fine.",
    "I am waiting for our communications team.",
    "Approved subject to legal review.",
    "Looks good but I need legal to see it.",
    "Does it look good to you?",
    "I can't say it looks good.",
    "I would approve it if I had more time.",
    "Please hold off.",
    "When would it be published?",
    "Nobody here has approved it.",
    "Approved? I don't think so.",
    "I didn't approve anything.",
    "Should be fine.",
    "Looks good. But I am worried about the tone.",
    "Please send me the final version before you publish. Looks good.",
    "I received the draft.",
    "Did you get my approval?",
    "Please add Maria to the thread.",
    "Looks good. The number in paragraph two is off.",
    "Without my approval nothing may appear.",
    "Todavía no lo he leído.",
    "Noch nicht, ich melde mich.",
    "Pas encore, je reviens vers vous.",
    "Ainda não, vou ler amanhã.",
    "I need a few more days.",
    "No.",
    "Go ahead and send me the final text.",
    "We never agreed that you may publish.",
    "He approved the press release about the new tower.",
    "I haven't approved this article.",
    "My approval is pending.",
    "I approved the last one, let me read this one.",
    "Gracias por enviarlo.",
    "You asked whether you may publish; I'll think about it.",
    "It was approved by the FDA in 2019.",
    "I hope it looks good.",
    "Unless legal objects, approved.",
    "Approved? Yes, by whom?",
    "Please wait.",
    "Who else have you interviewed?",
    "Has Dr. Vance approved it? I haven't seen it.",
    "I can approve this next week.",
    "We can approve it after the board meeting.",
    "Can you confirm you have my approval on file?",
    "Do I need to approve it?",
    "You need my permission to publish.",
    "Let's talk before you publish.",
    "Dr. Vance is on the road; I will show it to her when she is back.",
    "I'm not the right person to approve this.",
    "Approved by whom?",
    "I like it.",
    "It's a good start.",
    "Nice work, thanks.",
    "Do not publish yet.",
    "If Dr. Vance is fine with it, so am I.",
    "Legal said it looks good; Dr. Vance has not read it.",
    "The link does not open.",
    "Your attachment was blocked. Please resend.",
    "I was told you would send a version I could approve.",
    "Where do I click to approve?",
    "I can't open the document. Looks good otherwise?",
    "I'd like to approve it but cannot open it.",
    "The previous version was approved.",
    "Looks good?",
    "I'm fine, thanks, how are you?",
    "I'm fine. How are you?",
    "We're good to meet on Monday.",
    "Please proceed with scheduling the call.",
    "Good to go for our call tomorrow?",
    "The invitation is fine with me.",
    "Monday is fine with me.",
    "Either time is fine with me.",
    "Go ahead and schedule it.",
    "Tuesday at 3 looks good.",
    "No changes to the meeting time.",
    "Thank you for the approval form.",
    "I'm happy with my new job.",
]


@pytest.mark.parametrize("text", APPROVED)
def test_an_approval_is_proposed_with_its_sentence(text: str) -> None:
    leaning = propose(text)
    assert leaning.verdict == "approved", leaning.reason
    assert leaning.sentence in " ".join(text.split())


@pytest.mark.parametrize("text", CHANGES)
def test_a_request_for_change_is_no_approval(text: str) -> None:
    assert propose(text).verdict == "changes"


@pytest.mark.parametrize("text", DECLINED)
def test_a_refusal_is_proposed(text: str) -> None:
    assert propose(text).verdict == "declined"


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_leaves_it_open_stays_open(text: str) -> None:
    assert propose(text).verdict == "unclear"


def test_what_no_person_wrote_says_nothing() -> None:
    assert leaning_of(MailAnswer("automatic", "A program answered.", text="Approved.")).verdict == "unclear"


def test_the_words_of_the_sender_come_before_those_that_they_forward() -> None:
    forwarded = EarlierMessage("Jane Marsh", "", "", "", "Fine with me.", forwarded=True)
    assert (
        leaning_of(MailAnswer("answer", "", text="Please change the title.", earlier=(forwarded,))).verdict == "changes"
    )
    found = leaning_of(MailAnswer("answer", "", text="See below.", earlier=(forwarded,)))
    assert (found.verdict, found.whose) == ("approved", "Jane Marsh")


def test_the_words_of_a_reply_below_are_not_taken_for_the_answer() -> None:
    below = EarlierMessage("Sam Field", "", "", "", "Approved.", forwarded=False)
    assert leaning_of(MailAnswer("answer", "", text="Hello.", earlier=(below,))).verdict == "unclear"


def test_answers_under_quoted_lines_become_requests_with_their_line() -> None:
    leaning = propose("Delete it.", (Pair("Delete it.", "We closed a unit.", "We closed a unit."),))
    assert leaning.verdict == "changes"
    assert [(request.words, request.quoted) for request in leaning.requests] == [("Delete it.", "We closed a unit.")]
