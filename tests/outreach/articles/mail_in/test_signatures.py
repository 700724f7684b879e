"""Which lines are a signature."""

from __future__ import annotations

import pytest

from outreach.articles.mail_in import signatures


@pytest.mark.parametrize(
    "line",
    [
        "Sent from my iPhone", "Envoyé de mon iPhone", "Von meinem iPhone gesendet", "Enviado desde mi iPhone",
        "Enviado do meu iPhone", "Get Outlook for iOS<https://aka.ms/x>", "Sent from my phone, please excuse typos.",
    ],
)  # fmt: skip
def test_what_a_device_adds_is_known(line: str) -> None:
    assert signatures.is_device_line(line)


def test_a_sentence_that_begins_like_a_device_is_no_signature() -> None:
    assert not signatures.is_device_line("Sent with one request: please change the title")


@pytest.mark.parametrize(
    "lines",
    [
        ["Fine.", "", "Best regards,", "Jane"],
        ["Fine.", "", "Mit freundlichen Grüßen", "Jane"],
        ["Fine.", "", "Saludos,", "Jane"],
        ["Fine.", "", "Thanks, Jane"],
        ["Fine.", "", "-Jane"],
        ["Fine.", "", "Jane Marsh, MD", "Chief Executive Officer"],
    ],
)
def test_a_signature_without_a_mark_begins_at_the_closing_words_or_the_name(lines: list[str]) -> None:
    assert signatures.unmarked_range(lines, "") == (2, len(lines))


@pytest.mark.parametrize(
    "lines",
    [
        ["Fine.", "", "Thanks!"],
        ["Best regards to all, and please change the title."],
        ["Fine.", "", "Best,", "Please delete the last paragraph of it."],
        ["Jane Marsh is the right name.", "Approved"],
    ],
)
def test_words_that_somebody_wrote_are_no_signature(lines: list[str]) -> None:
    assert signatures.unmarked_range(lines, "") is None


def test_the_name_of_the_sender_ends_the_words() -> None:
    assert signatures.unmarked_range(["Fine.", "", "Jane"], "Jane Marsh") == (2, 3)
    assert signatures.is_name_line("JM", "Jane Marsh")
    assert not signatures.is_name_line("Approved", "Jane Marsh")


def test_a_banner_is_known_and_does_not_take_the_words_below_it() -> None:
    lines = ["CAUTION: This email originated outside. Do not click links.", "Please change the title."]
    assert signatures.banner_length(lines, 0) == 1
    assert signatures.banner_length(["Caution is needed with the second quote."], 0) == 0


def test_a_legal_notice_needs_more_than_its_first_words() -> None:
    assert signatures.starts_legal(["This e-mail is confidential and for the intended recipient."], 0)
    assert not signatures.starts_legal(["This email is my approval."], 0)


def test_who_is_written_for_is_named() -> None:
    assert signatures.on_behalf_of("Sent on behalf of Dr. Jane Marsh, CEO") == "Dr. Jane Marsh"
    assert signatures.on_behalf_of("I write on behalf of all of us") == ""


def test_the_mark_before_a_signature_is_known() -> None:
    assert signatures.is_delimiter("-- ")
    assert not signatures.is_delimiter("- one")
    assert signatures.marked_ranges(["Fine.", "-- ", "Jane"]) == [(1, 3)]
