"""Whether a sentence tells of something invented."""

import pytest

from research.pages.standing import standing_of

NAME = "Ana Larkin"


@pytest.mark.parametrize(
    "sentence",
    [
        "Imagine Ana Larkin as CEO of Oak Health.",
        "Picture Ana Larkin as CEO of Oak Health.",
        "The fake e-mail said that Ana Larkin was named CEO of Oak Health.",
        "The fake e-mail said “Ana Larkin, CEO of Oak Health” at its end.",
        "A forged letter was signed by Ana Larkin, CEO of Oak Health.",
        "An April Fools’ post named Ana Larkin CEO of Oak Health.",
        "According to a satirical website, Ana Larkin was appointed CEO of Oak Health.",
        "The hoax release, which named Ana Larkin CEO of Oak Health, was taken down.",
        "A false claim that Ana Larkin is CEO of Oak Health spread.",
        "Scammers wrote that Ana Larkin, CEO of Oak Health, needed gift cards.",
        "The chatbot made up that Ana Larkin is CEO of Oak Health.",
        "In the novel, Ana Larkin is CEO of Oak Health.",
        "In the television series, Dr. Ana Larkin, CEO of Oak Health, hides a secret.",
        "In the film “Night Ward,” Ana Larkin is CEO of Oak Health.",
        "For the training scenario, Ana Larkin is the CEO of Oak Health.",
        "In her dream, Ana Larkin was CEO of Oak Health.",
        "The screenplay follows Ana Larkin, the CEO of Oak Health.",
        "Bo Tarn plays Ana Larkin, CEO of Oak Health, in the film.",
        "The fictional Ana Larkin is CEO of Oak Health.",
        "Ana Larkin is CEO of the fictional Oak Hospital.",
        "Would-be CEO Ana Larkin of Oak Health lost the vote.",
        "Ana Larkin, self-styled CEO of Oak Health, was fined.",
        "Ana Larkin, a patient of nine years, was CEO for a day.",
        "Sample biography: Ana Larkin is the CEO of Oak Health.",
    ],
)
def test_a_post_in_a_fake_a_fiction_or_a_dream_is_not_held(sentence):
    assert standing_of(sentence, NAME, "CEO") == "not held"


@pytest.mark.parametrize(
    "sentence",
    [
        "The fake e-mails cost $2 million, according to Ana Larkin, CEO of Oak Health.",
        "Scammers had called patients, said Ana Larkin, CEO of Oak Health.",
        "After hackers struck in May, Ana Larkin, CEO of Oak Health, said care went on.",
        "“The chatbot told me so,” Ana Larkin, CEO of Oak Health, joked.",
        "Police charged a scammer with stealing from Ana Larkin, CEO of Oak Health.",
        "The suit over false claims names Ana Larkin, CEO of Oak Health.",
        "“Imagine a hospital without walls,” said Ana Larkin, CEO of Oak Health.",
        "Ana Larkin, CEO of Oak Health, warned of a fake e-mail.",
        "Ana Larkin, CEO of Oak Health, appears in a film about nurses.",
        "The documentary film features Ana Larkin, CEO of Oak Health.",
        "In a video posted on Monday, Ana Larkin, CEO of Oak Health, thanked nurses.",
        "In a series of talks, Ana Larkin, CEO of Oak Health, told of her work.",
        "In the best-case scenario, Ana Larkin, CEO of Oak Health, said, it opens in May.",
        "In a dream come true, Ana Larkin was named CEO of Oak Health.",
        "The novel virus arrived, and Ana Larkin, CEO of Oak Health, set up tents.",
        "Ana Larkin, CEO of Oak Health, plays Bo Roe in the town musical.",
    ],
)
def test_real_news_that_speaks_of_fakes_and_fiction_leaves_the_post_held(sentence):
    assert standing_of(sentence, NAME, "CEO") == "held"
