from research.pages.sentence_names import Known, called_again, names_of, read_sentences

KNOWN = Known({"vale": "Ann Vale", "ann": "Ann Vale"}, frozenset({"Ann Vale"}))


def stand_for(text: str, known: Known = KNOWN) -> list[str]:
    return [name for sentence in read_sentences(text, 0) for _, name in names_of(sentence, known)]


def test_a_surname_stands_for_the_whole_name_of_the_page() -> None:
    assert stand_for("Vale became president. Ann agreed.") == ["Ann Vale", "Ann Vale"]


def test_a_surname_in_a_longer_group_does_not() -> None:
    assert stand_for("The Vale Family Practice has a president.") == []


def test_a_pronoun_stands_for_whom_the_text_is_about() -> None:
    assert stand_for("She is president.", Known({}, frozenset(), "Ann Vale")) == ["Ann Vale"]


def test_a_sentence_without_a_title_is_read_for_its_subject_only() -> None:
    sentence = read_sentences("Dr. Ann Vale grew up here " + "and there " * 50 + "with Bo Lim.", 0)[0]
    assert [sentence.name(span) for span in sentence.spans] == ["Ann Vale"]


def test_a_whole_name_is_known_where_its_surname_alone_gets_a_post() -> None:
    told = [read_sentences("Michael Ferncastle was seen by Ann Vale.", 0), read_sentences("Mr Ferncastle is CEO.", 1)]
    assert called_again(told) == ["Michael Ferncastle"]
    assert called_again(told[:1]) == []


def test_a_pronoun_that_begins_a_clause_means_the_one_person_of_the_sentence() -> None:
    known = Known({"vale": "Ann Vale"}, frozenset({"Ann Vale"}), "Bo Lim")
    clause = read_sentences("Ann Vale worked until she became director.", 0)[0]
    assert [name for _, name in names_of(clause, known)] == ["Ann Vale", "Ann Vale"]
    saying = read_sentences("Ann Vale said she became director.", 0)[0]
    assert [name for _, name in names_of(saying, known)] == ["Ann Vale", "Bo Lim"]
