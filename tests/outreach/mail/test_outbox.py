"""Mail as files."""

from __future__ import annotations

import os
import sys
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from outreach.mail import MailUnavailable, OutboxMailer


def _message():
    message = EmailMessage()
    message["Subject"] = "Łódź"
    message.set_content("https://x.example/reset/token")
    return message


def test_each_message_is_a_file_that_only_its_owner_reads(tmp_path):
    mailer = OutboxMailer(tmp_path / "mail")
    mailer.send(_message())
    mailer.send(_message())
    files = sorted((tmp_path / "mail").iterdir())
    assert [file.suffix for file in files] == [".eml", ".eml"]
    assert message_from_bytes(files[0].read_bytes(), policy=default)["Subject"] == "Łódź"
    if sys.platform != "win32":
        assert files[0].stat().st_mode & 0o077 == 0
        assert (tmp_path / "mail").stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path, monkeypatch):
    mailer = OutboxMailer(tmp_path / "mail")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(MailUnavailable, match="No space left"):
        mailer.send(_message())
    assert list((tmp_path / "mail").iterdir()) == []
