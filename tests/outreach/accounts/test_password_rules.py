"""What makes a password good enough."""

from __future__ import annotations

import pytest

from outreach.accounts.password_rules import PASSWORD_MAX, password_problem


@pytest.mark.parametrize(
    "password",
    [
        "river table ochre lantern",
        "Xk9#mPq2vL!z",
        "Łódź pięć sześć ok",
        "我喜欢在湖边散步和看书写字",
        "correcthorsebattery",
    ],
)
def test_a_long_unlikely_password_is_good(password):
    assert password_problem(password, ("Alice Ferreira", "alice@example.org")) == ""


@pytest.mark.parametrize(
    "password",
    [
        "", "short", "elevenchars", "aaaaaaaaaaaa", "abababababab", "123456789012", "qwertyuiop[]", "qwertyqwerty",
        "passwordpassword", "Password1234!", "alice ferreira", "ferreira-alice-2026", "alice@example.org",
        "groundwork12",
        "1q2w3e4r5t6y", "michaeljackson", "manchesterunited", "zyxwvutsrqponm", "letmeinletmein",
    ],
)  # fmt: skip
def test_a_short_or_likely_password_is_refused_in_words(password):
    assert password_problem(password, ("Alice Ferreira", "alice@example.org")).endswith((".", "guess."))


def test_there_is_a_longest_password():
    assert "at most" in password_problem("river table ochre lantern" * 10)
    assert password_problem(("river table ochre lantern" * 10)[:PASSWORD_MAX]) == ""


def test_no_kinds_of_characters_are_asked_for():
    assert password_problem("only small letters here") == ""


@pytest.mark.timeout(60)
def test_repetition_makes_no_password_good_however_long_it_is():
    for password in ("a" * 200, "qwertyuiop" * 20, "1q2w3e4r" * 25, "ab" * 100):
        assert password_problem(password, ("Alice Ferreira " * 10,)).startswith("This one is easy to guess.")
