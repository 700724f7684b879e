"""How a user signs and their mail server: kept apart by user, the password sealed."""

from __future__ import annotations

import pytest

from outreach.accounts import own_mail
from outreach.accounts.models import OwnMailAccount
from outreach.accounts.own_mail import Sealed, Signature, seal, unseal
from outreach.mail.submission import Server
from tests import factories
from tests.factories import NOON

KEY, OTHER = "k" * 40, "o" * 40
SERVER = Server("smtp.example.org", 465, "tls", "alice", "river ochre")


@pytest.fixture
def session(database):
    with database.open_session() as session:
        yield session


def test_a_signature_is_that_of_the_account_until_somebody_says_otherwise(session):
    user = factories.make_user(session)
    assert own_mail.signature_of(session, user.id) == Signature(user.name, email=user.email)
    said = Signature("Alice F. Ferreira", "MHA", "Coordinator", "Lakeshore", "555 0100", "a@x.example", ("1 A St", "B"))
    own_mail.keep_signature(session, user.id, said, NOON)
    assert own_mail.signature_of(session, user.id) == said
    assert own_mail.signature_of(session, factories.make_user(session).id).credentials == ""


def test_a_password_opens_for_its_user_and_key_alone():
    sealed = seal(KEY, 1, "river ochre")
    assert "river" not in sealed
    assert unseal([KEY], 1, sealed) == "river ochre"
    assert unseal([OTHER, KEY], 1, sealed) == "river ochre"
    for keys, user, text in (
        ([OTHER], 1, sealed),
        ([KEY], 2, sealed),
        ([KEY], 1, sealed[:-4] + "AAAA"),
        ([KEY], 1, "é"),
    ):
        with pytest.raises(Sealed):
            unseal(keys, user, text)


def test_a_server_is_kept_with_its_password_and_forgotten_with_it(session):
    user = factories.make_user(session)
    row = own_mail.keep_account(session, user.id, SERVER, "alice@example.org", [KEY], NOON)
    assert SERVER.password not in row.sealed_password
    assert own_mail.server_of(row, [KEY]) == SERVER
    own_mail.forget_account(session, user.id)
    assert session.query(OwnMailAccount).count() == 0


def test_an_empty_password_keeps_the_one_there_is_but_never_for_another_server(session):
    user = factories.make_user(session)
    own_mail.keep_account(session, user.id, SERVER, "alice@example.org", [KEY], NOON)
    row = own_mail.keep_account(
        session, user.id, Server("smtp.example.org", 465, "tls", "alice"), "b@example.org", [KEY], NOON
    )
    assert own_mail.server_of(row, [KEY]).password == "river ochre"
    row = own_mail.keep_account(
        session, user.id, Server("evil.example", 465, "tls", "alice"), "b@example.org", [KEY], NOON
    )
    assert own_mail.server_of(row, [KEY]).password == ""
