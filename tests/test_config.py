"""Settings come from the environment alone, say what is wrong with them, and refuse an unsafe production."""

from __future__ import annotations

import os
import re
import stat
import threading
from dataclasses import fields, replace
from pathlib import Path

import pytest

import config
from config import BadSetting, Development, Production, Settings, check, from_environment, secret_key_of
from outreach.demo import SOURCES
from tests import source_tree

PAGE = source_tree.REPOSITORY / "docs" / "settings.md"
KEY = "0123456789abcdef" * 3
SAFE = Production(secret_key=KEY, address="https://groundwork.example.org", proxies=1)


def test_without_any_variable_it_is_one_s_own_machine():
    assert from_environment({}) == Development()
    assert check(Development()) == []


@pytest.mark.parametrize("name", ["development", "testing", "production", " Production "])
def test_a_variable_chooses_the_environment(name):
    assert from_environment({"GROUNDWORK_ENVIRONMENT": name}).environment == name.strip().lower()


def test_every_setting_is_read_from_its_variable(tmp_path):
    values = {"int": "7", "str": "words", "Path": str(tmp_path), "frozenset[str]": "a, b,,"}
    environ = {config.variable(one): values[one.type] for one in fields(Settings)}
    read = from_environment(environ)
    for one in fields(Settings):
        wanted = {"int": 7, "str": "words", "Path": tmp_path, "frozenset[str]": frozenset({"a", "b"})}[one.type]
        assert getattr(read, one.name) == wanted


def test_an_empty_variable_is_as_none():
    assert from_environment({"GROUNDWORK_WORKERS": "  ", "GROUNDWORK_JOBS": ""}) == Development()


def test_all_variables_that_cannot_be_read_are_named_at_once():
    environ = {"GROUNDWORK_WORKERS": "-1", "GROUNDWORK_PROXIES": "1.5", "GROUNDWORK_MAIL_SENDER": "a\x00b"}
    with pytest.raises(BadSetting) as told:
        from_environment(environ)
    assert all(name in str(told.value) for name in environ)
    with pytest.raises(BadSetting, match="ENVIRONMENT"):
        from_environment({"GROUNDWORK_ENVIRONMENT": "staging"})


@pytest.mark.parametrize("text", ["٧", "1" * 10, "0x7", "seven"])
def test_a_number_is_written_in_plain_digits(text):
    with pytest.raises(BadSetting, match="whole number"):
        from_environment({"GROUNDWORK_WORKERS": text})


# --- check --------------------------------------------------------------------------------------------------------


def test_a_safe_production_may_start():
    assert check(SAFE) == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"secret_key": ""}, "SECRET_KEY is empty"),
        ({"secret_key": "short"}, "SECRET_KEY is short"),
        ({"secret_key": "development"}, "SECRET_KEY is short or known"),
        ({"secret_key": config.Testing().secret_key}, "SECRET_KEY is short or known"),
        ({"address": "http://groundwork.example.org"}, "ADDRESS is http"),
        ({"address": "http://10.0.0.7:5000"}, "ADDRESS is http"),
        ({"proxies": 0}, "PROXIES is 0"),
        ({"demo": 1}, "DEMO is set"),
        ({"replay": str(SOURCES)}, "REPLAY is set"),
        ({"secret_key": "a" * 64}, "SECRET_KEY repeats itself"),
        ({"workers": 1000}, "WORKERS can be"),
        ({"smtp_port": 99_999}, "SMTP_PORT can be"),
        ({"proxies": 900}, "PROXIES can be"),
        ({"contact": "somebody"}, "CONTACT has to be"),
        ({"broker_url": "nonsense"}, "BROKER_URL has to begin"),
        ({"address": "https://groundwork.example.org/app"}, "ADDRESS has to end with the host"),
        ({"database_url": "sqlite:///"}, "DATABASE_URL names no file"),
        ({"database_url": "sqlite:///:memory:"}, "DATABASE_URL names no file"),
        ({"replay": str(SOURCES.parent)}, "REPLAY names what does not exist"),
        ({"jobs": "inline"}, "JOBS is inline"),
        ({"jobs": "sometimes"}, "JOBS is 'sometimes'"),
        ({"jobs": "celery"}, "BROKER_URL is empty"),
        ({"mail": "smtp", "smtp_host": "mail.example.org"}, "MAIL_SENDER is no address"),
        ({"mail": "smtp", "mail_sender": "a@example.org"}, "SMTP_HOST is empty"),
        ({"mail": "folder"}, "MAIL_SENDER is no address"),
        ({"mail": "memory"}, "MAIL is memory"),
        ({"mail": "pigeon"}, "MAIL is 'pigeon'"),
        ({"log_level": "LOUD"}, "LOG_LEVEL is 'LOUD'"),
        ({"workers": 0}, "WORKERS has to be 1"),
        ({"upload_mb": 0}, "UPLOAD_MB has to be 1"),
        ({"research_seconds": 0}, "RESEARCH_SECONDS has to be 1"),
        ({"source_keys": frozenset({"OPENALEX_API_KEY"})}, "SOURCE_KEYS has to be pairs"),
        ({"address": "groundwork.example.org"}, "ADDRESS is no address"),
        ({"address": "https://"}, "ADDRESS is no address"),
        ({"address": "https://x:99999999"}, "ADDRESS is no address"),
        ({"database_url": "mysql://x"}, "DATABASE_URL has to begin"),
        ({"replay": "/no/such/folder"}, "REPLAY names what does not exist"),
        ({"hospitals": "/no/such/file"}, "HOSPITALS names what does not exist"),
        ({"model_url": "https://m.example.org/v1"}, "MODEL_NAME is empty"),
        ({"model_url": "https://m.example.org/v1", "model_shape": "round"}, "MODEL_SHAPE is 'round'"),
        ({"model_url": "https://m.example.org/v1", "model_key": "a b"}, "MODEL_KEY holds what no key does"),
        ({"model_url": "https://user:word@m.example.org/v1"}, "MODEL_URL is no address"),
        ({"model_url": "m.example.org"}, "MODEL_URL is no address"),
        ({"model_url": "http://m.example.org/v1"}, "MODEL_URL is http"),
        ({"model_url": "http://127.0.0.1:8080/v1"}, "MODEL_URL leads to this machine"),
        ({"model_nearby": 2}, "MODEL_NEARBY can be 1"),
        ({"model_seconds": 0}, "MODEL_SECONDS has to be 1"),
        ({"model_seconds": 900}, "MODEL_SECONDS can be 120"),
    ],
)
def test_what_is_unsafe_or_cannot_work_is_said(changes, words):
    problems = check(replace(SAFE, **changes))
    assert any(words in problem for problem in problems)


@pytest.mark.parametrize(
    "changes",
    [
        {"model_url": "https://m.example.org/v1", "model_shape": "anthropic", "model_key": "k-1"},
        {"model_url": "http://localhost:11434/v1", "model_nearby": 1},
        {"model_url": "http://[::1]:8080/v1", "model_nearby": 1},
    ],
)
def test_a_language_model_may_be_far_and_encrypted_or_on_this_machine_where_that_is_meant(changes):
    assert check(replace(SAFE, model_name="some-model", **changes)) == []


def test_a_misspelled_setting_is_said_and_others_variables_are_left_alone():
    with pytest.raises(BadSetting, match="GROUNDWORK_SECRETKEY is no setting; GROUNDWORK_SECRET_KEY is"):
        from_environment({"GROUNDWORK_SECRETKEY": "x"})
    from_environment({"GROUNDWORK_NO_BROWSER": "1", "GROUNDWORK_SHARED": "x", "GROUNDWORK_TEST_DATABASE": "sqlite"})


def test_a_queue_that_is_not_installed_is_said(monkeypatch):
    monkeypatch.setattr(config.importlib.util, "find_spec", lambda _name: None)
    problems = check(replace(SAFE, jobs="celery", broker_url="redis://localhost/0"))
    assert [problem for problem in problems if "not installed" in problem] == problems


def test_a_driver_that_is_not_installed_is_said(monkeypatch):
    monkeypatch.setattr(config.importlib.util, "find_spec", lambda _name: None)
    (problem,) = check(replace(SAFE, database_url="postgresql://groundwork@localhost/groundwork"))
    assert "psycopg" in problem


def test_a_key_is_kept_where_files_cannot_be_linked(tmp_path, monkeypatch):
    def refuse(_made, _kept):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    settings = from_environment({"GROUNDWORK_DATA": str(tmp_path)})
    key = secret_key_of(settings)
    assert len(key) == 64
    assert secret_key_of(settings) == key
    assert [one.name for one in tmp_path.iterdir()] == ["secret-key"]


def test_keys_of_sources_are_told_apart_by_name_and_not_printed():
    settings = from_environment({"GROUNDWORK_SOURCE_KEYS": "OPENALEX_API_KEY=hidden, NCBI_API_KEY = also=hidden"})
    assert settings.keys_of_sources == {"OPENALEX_API_KEY": "hidden", "NCBI_API_KEY": "also=hidden"}
    assert "hidden" not in repr(settings)
    assert check(settings) == []


def test_all_problems_are_said_at_once():
    assert len(check(Production(jobs="x", mail="y", log_level="z", workers=0, proxies=0))) >= 5


def test_this_machine_alone_may_be_reached_by_http():
    for address in ("http://127.0.0.1:5000", "http://localhost", "http://[::1]:5000"):
        assert check(Production(secret_key=KEY, address=address)) == []


def test_secrets_are_not_printed():
    shown = repr(replace(SAFE, database_url="postgresql://u:hidden@h/d", smtp_password="hidden", broker_url="hidden",
                         model_key="hidden"))  # fmt: skip
    assert "hidden" not in shown
    assert KEY not in shown


# --- the key ------------------------------------------------------------------------------------------------------


def test_a_key_that_is_set_is_taken(tmp_path):
    assert secret_key_of(Development(data=tmp_path, secret_key=KEY)) == KEY
    assert list(tmp_path.iterdir()) == []


def test_a_key_is_made_once_and_readable_by_its_owner_only(tmp_path):
    settings = Development(data=tmp_path / "new" / "folder")
    key = secret_key_of(settings)
    assert len(key) == 64
    assert secret_key_of(settings) == key
    kept = settings.data / "secret-key"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert list(settings.data.iterdir()) == [kept]


def test_starts_at_the_same_moment_agree_on_one_key(tmp_path):
    keys, gate = [], threading.Barrier(8)

    def start() -> None:
        gate.wait()
        keys.append(secret_key_of(Development(data=tmp_path)))

    threads = [threading.Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys) == 8
    assert len(set(keys)) == 1


# --- its documentation --------------------------------------------------------------------------------------------


def page_of_settings() -> str:
    """docs/settings.md as it has to be."""
    lines = [
        "# Settings of the application",
        "",
        "Settings are environment variables. None is necessary on one's own machine. `flask --app wsgi check` says",
        "what a production lacks, all of it at once, and nothing unsafe is started. Written from `config.py` by",
        "`python3 start.py test tests/test_config.py --accept`.",
        "",
        "| variable | unless set | for |",
        "| --- | --- | --- |",
    ]
    lines += [
        f"| `{name}` | {f'`{default}`' if default else ''} | {about} |" for name, default, about in config.described()
    ]
    return "\n".join(lines) + "\n"


def test_every_setting_is_documented(accept: bool) -> None:
    page = page_of_settings()
    if accept:
        PAGE.write_text(page, "utf-8")
    assert page == PAGE.read_text("utf-8"), "python3 start.py test tests/test_config.py --accept writes it anew"


MAY_READ_THE_ENVIRONMENT = {"outreach/app.py": "hands it to config", "outreach/backup.py": "hands it to a program"}


def test_nothing_else_of_the_application_reads_the_environment() -> None:
    paths = [*source_tree.files(".py", below="outreach"), Path("wsgi.py")]
    reads = re.compile(r"\b(?:environb?\b|getenv)")
    found = {path.as_posix() for path in paths if reads.search((source_tree.REPOSITORY / path).read_text("utf-8"))}
    assert found == MAY_READ_THE_ENVIRONMENT.keys()
