"""Guesses: how many are let through, exactly; who still gets in; what a stranger can learn."""

from __future__ import annotations

import re
import threading
from concurrent.futures import ThreadPoolExecutor

import pyotp
import pytest
from argon2 import PasswordHasher, extract_parameters
from sqlalchemy import select

from outreach.accounts import passwords, sign_in, two_step
from outreach.accounts.models import KnownDevice, User
from outreach.accounts.rules import PER_ACCOUNT, PER_ADDRESS
from outreach.accounts.sessions import Client
from outreach.db import Base
from tests.browser import EMAIL, PASSWORD, Browser


@pytest.fixture
def looked_at(monkeypatch):
    """How many guesses came as far as the password; looking at one costs nothing here."""
    seen = []
    lock = threading.Lock()

    def look(password_hash, password):
        with lock:
            seen.append(password)
        return password_hash is not None and password == PASSWORD

    monkeypatch.setattr(passwords, "is_right", look)
    return seen


def test_of_many_guesses_at_one_account_ten_are_let_through(alice, database, clock, looked_at):
    client = Client("203.0.113.5")
    for number in range(150):
        sign_in.check_password(database, EMAIL, f"guess {number}", client, clock())
    assert len(looked_at) == PER_ACCOUNT.guesses


def test_guesses_from_a_hundred_addresses_count_together(alice, database, clock, looked_at):
    for number in range(100):
        sign_in.check_password(database, EMAIL, "guess", Client(f"203.0.113.{number}"), clock())
    assert len(looked_at) == PER_ACCOUNT.guesses


def test_from_one_address_twenty_accounts_are_tried_at_most(alice, database, clock, looked_at):
    for number in range(150):
        sign_in.check_password(database, f"user{number}@example.org", "guess", Client("203.0.113.5"), clock())
    assert len(looked_at) == PER_ADDRESS.guesses


def test_an_address_of_version_six_counts_with_its_whole_network(alice, database, clock, looked_at):
    for number in range(30):
        sign_in.check_password(
            database, f"user{number}@example.org", "guess", Client(f"2001:db8:1:2::{number:x}"), clock()
        )
    assert len(looked_at) == PER_ADDRESS.guesses


def test_sixty_four_guesses_at_the_same_instant_are_counted_exactly(alice, database, clock, looked_at):
    barrier = threading.Barrier(64)

    def guess(number):
        barrier.wait()
        return sign_in.check_password(database, EMAIL, f"guess {number}", Client(f"203.0.113.{number}"), clock())

    with ThreadPoolExecutor(64) as pool:
        answers = list(pool.map(guess, range(64)))
    assert len(looked_at) == PER_ACCOUNT.guesses
    assert sum(answer.wait is not None for answer in answers) == 64 - PER_ACCOUNT.guesses


def test_the_window_slides(alice, database, clock, looked_at):
    client = Client("203.0.113.5")
    for _ in range(15):
        sign_in.check_password(database, EMAIL, "guess", client, clock())
        clock.move(minutes=1)
    assert len(looked_at) == 10
    looked_at.clear()
    clock.move(seconds=1)
    assert sign_in.check_password(database, EMAIL, "guess", client, clock()).wait is None
    assert sign_in.check_password(database, EMAIL, "guess", client, clock()).wait.total_seconds() <= 60


def test_a_right_guess_gives_back_only_its_own_place(alice, database, clock, looked_at):
    client = Client("203.0.113.5")
    wrong = 0
    for number in range(100):
        if sign_in.check_password(database, "other@example.org", f"guess {number}", client, clock()).wait is None:
            wrong += 1
        sign_in.check_password(database, EMAIL, PASSWORD, client, clock())
    assert wrong == PER_ACCOUNT.guesses
    refused = [sign_in.check_password(database, f"u{n}@example.org", "x", client, clock()).wait for n in range(30)]
    assert refused.count(None) == PER_ADDRESS.guesses - PER_ACCOUNT.guesses


def test_somebody_who_signs_in_often_is_never_shut_out(alice, database, clock, looked_at):
    answers = [sign_in.check_password(database, EMAIL, PASSWORD, Client("203.0.113.5"), clock()) for _ in range(40)]
    assert all(answer.user is not None for answer in answers)


def test_the_owner_gets_in_from_a_known_device_while_a_stranger_guesses(alice, app):
    stranger = Browser(app, address=alice.address)
    codes = [stranger.sign_in(password=f"guess {number}").status_code for number in range(13)]
    assert codes.count(429) == 3
    assert stranger.sign_in().status_code == 429, "the right password from elsewhere is not even looked at"
    alice.post("/sign-out")
    assert alice.sign_in().status_code == 303


def test_a_known_device_has_ten_guesses_too_and_only_for_its_own_account(alice, app, invite):
    invite("editor")
    alice.post("/sign-out")
    device = alice.cookie("groundwork-device")
    assert len(device) >= 43
    answers = [alice.sign_in(password="wrong").status_code for _ in range(12)]
    assert answers.count(422) == 10
    other = Browser(app, address="203.0.113.77")
    other.client.set_cookie("groundwork-device", device)
    answers = [other.sign_in(email="ben@example.org", password="wrong").status_code for _ in range(12)]
    assert answers.count(422) == 10


def test_a_forged_forwarding_header_moves_nobody_to_another_address(alice, app, looked_at):
    for number in range(25):
        other = Browser(app, address="203.0.113.5", headers={"X-Forwarded-For": f"198.51.100.{number}"})
        other.sign_in(email=f"user{number}@example.org", password="wrong")
    assert len(looked_at) == PER_ADDRESS.guesses


def test_behind_a_proxy_that_is_set_the_last_forwarded_address_counts(make_app, looked_at):
    app = make_app(proxies=1)
    Browser(app).sign_up()
    looked_at.clear()
    for number in range(25):
        forwarded = {"X-Forwarded-For": f"192.0.2.{number}, 198.51.100.1"}
        Browser(app, address="127.0.0.1", headers=forwarded).sign_in(email=f"u{number}@example.org", password="wrong")
    assert len(looked_at) == PER_ADDRESS.guesses


def test_too_many_guesses_are_told_with_the_time_to_wait(alice, app):
    other = Browser(app)
    for _ in range(10):
        other.sign_in(password="wrong")
    answer = other.sign_in(password="wrong")
    assert answer.status_code == 429
    assert "Wait 15 minutes, then try again." in answer.text
    assert 0 < int(answer.headers["Retry-After"]) <= 900
    other.get("/sign-in")
    unknown = Browser(app, address="203.0.113.9")
    codes = [unknown.sign_in(email="nobody@example.org", password="wrong").status_code for _ in range(11)]
    assert codes[-1] == 429, "an account that does not exist is throttled alike"


class CountingHasher:
    """A hasher that notes the parameters of each hash that it was to verify."""

    def __init__(self, real):
        self.real, self.verified = real, []

    def verify(self, stored, password):
        self.verified.append(extract_parameters(stored))
        return self.real.verify(stored, password)

    def __getattr__(self, name):
        return getattr(self.real, name)


def test_for_an_unknown_account_one_hash_is_verified_as_for_a_known_one(alice, database, clock, monkeypatch):
    def verified(email):
        hasher = CountingHasher(passwords.HASHER)
        with monkeypatch.context() as patch:
            patch.setattr(passwords, "HASHER", hasher)
            assert sign_in.check_password(database, email, "wrong", Client(), clock()).user is None
        return hasher.verified

    passwords._nobodys_hash.cache_clear()  # it keeps what the hasher of another test has made
    known, unknown = verified(EMAIL), verified("nobody@example.org")
    assert len(known) == 1
    assert unknown == known


def test_a_password_hashed_with_older_parameters_is_hashed_anew(alice, database, clock):
    old = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD.encode())
    with database.open_session() as session:
        session.get(User, 1).password_hash = old
    assert sign_in.check_password(database, EMAIL, PASSWORD, Client(), clock()).user is not None
    with database.open_reader() as session:
        assert not passwords.is_outdated(session.get(User, 1).password_hash)
    assert sign_in.check_password(database, EMAIL, PASSWORD, Client(), clock()).user is not None


def test_a_device_is_remembered_as_a_hash_only(alice, database):
    with database.open_reader() as session:
        stored = [device.token_sha256 for device in session.query(KnownDevice)]
    assert len(stored) == 1
    assert alice.cookie("groundwork-device") not in stored


# --- the second step ------------------------------------------------------------------------------------------------


@pytest.fixture
def secured(alice, app, clock):
    """Alice with two-step sign-in, signed out; the function makes the code of this moment."""
    page = alice.get("/settings/two-step")
    secret = re.search(r"<kbd>([A-Z2-7 ]{39})</kbd>", page.text)[1].replace(" ", "")

    def code():
        return pyotp.TOTP(secret).at(clock())

    page = alice.post("/settings/two-step", {"code": code(), "present_password": PASSWORD})
    codes = re.findall(r"\b(?:[a-z2-7]{4}-){3}[a-z2-7]{4}\b", page.text)
    assert len(set(codes)) == 10
    alice.get("/settings")
    alice.post("/sign-out")
    clock.move(seconds=60)
    return code, codes


def test_the_password_alone_signs_nobody_in_when_two_steps_are_on(secured, alice):
    assert alice.sign_in().headers["Location"] == "/sign-in/code"
    assert not alice.is_in()


def test_the_code_signs_in_once(secured, alice, app):
    code, _ = secured
    alice.sign_in()
    alice.get("/sign-in/code")
    used = code()
    assert alice.post("/sign-in/code", {"code": f"{used[:3]} {used[3:]}"}).status_code == 303
    assert alice.is_in()
    other = Browser(app)
    other.sign_in()
    other.get("/sign-in/code")
    assert other.post("/sign-in/code", {"code": used}).status_code == 422
    assert not other.is_in()


def test_two_windows_with_one_code_let_one_in(secured, database, clock, app):
    code, _ = secured
    value, keys = code(), [app.config["SECRET_KEY"]]
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: sign_in.check_code(database, 1, value, keys, clock()), range(4)))
    assert sum(answer.user is not None for answer in answers) == 1


def test_a_recovery_code_works_once_however_it_is_typed(secured, alice, app):
    _, codes = secured
    alice.sign_in()
    alice.get("/sign-in/code")
    assert alice.post("/sign-in/code", {"code": codes[3].upper().replace("-", " ")}).status_code == 303
    assert alice.is_in()
    assert "9 recovery codes left" in alice.get("/settings/two-step").text
    other = Browser(app)
    other.sign_in()
    other.get("/sign-in/code")
    assert other.post("/sign-in/code", {"code": codes[3]}).status_code == 422


def test_five_codes_are_looked_at_in_a_quarter_of_an_hour(secured, alice):
    alice.sign_in()
    alice.get("/sign-in/code")
    answers = [alice.post("/sign-in/code", {"code": f"{number:06d}"}).status_code for number in range(8)]
    assert answers == [422] * 5 + [429] * 3


def test_a_half_done_sign_in_is_over_after_ten_minutes_and_with_a_new_password(secured, alice, app, clock, database):
    code, _ = secured
    alice.sign_in()
    alice.get("/sign-in/code")
    clock.move(minutes=11)
    assert alice.post("/sign-in/code", {"code": code()}).headers["Location"] == "/sign-in"
    alice.sign_in()
    alice.get("/sign-in/code")
    with database.open_session() as session:
        session.get(User, 1).password_hash = passwords.hash_of_password("a new one for this test")
    assert alice.post("/sign-in/code", {"code": code()}).headers["Location"] == "/sign-in"
    assert not alice.is_in()


def test_the_secret_is_not_in_the_database(secured, alice, database):
    with database.open_reader() as session:
        salt = session.get(User, 1).two_step_salt
    secret = two_step.secret_of("a key for tests only, as long as one has to be", salt)
    with database.system_connection("looking for a secret") as connection:
        tables = Base.metadata.tables.values()
        stored = repr([connection.execute(select(table)).all() for table in tables])
    assert salt in stored
    assert secret not in stored
