"""Whether a person answered or a program did."""

from __future__ import annotations

import pytest

from outreach.articles.mail_in.kinds import Evidence, kind_of_message

AWAY = "I am out of the office until March 14 with limited access to email."
CASES = [
    (Evidence("Approved."), "answer"),
    (Evidence("Anything", auto_submitted="auto-replied"), "automatic"),
    (Evidence("Approved.", auto_submitted="no"), "answer"),
    (Evidence("Anything", autoreply_header="yes"), "automatic"),
    (Evidence("Anything", precedence="auto_reply"), "automatic"),
    (Evidence("Anything", subject="Automatic reply: Article"), "automatic"),
    (Evidence("Anything", subject="Abwesenheitsnotiz: Artikel"), "automatic"),
    (Evidence("Anything", subject="Respuesta automática: Texto"), "automatic"),
    (Evidence("Anything", subject="Réponse automatique : Texte"), "automatic"),
    (Evidence("Anything", subject="Resposta automática: Texto"), "automatic"),
    (Evidence(AWAY), "automatic"),
    (Evidence("Ich bin bis 14. März nicht im Büro. In dringenden Fällen rufen Sie bitte an."), "automatic"),
    (Evidence("Estaré fuera de la oficina hasta el 14 de marzo."), "automatic"),
    (Evidence("Je suis absent jusqu'au 14 mars. En cas d'urgence, appelez."), "automatic"),
    (Evidence("Estou de férias até 14 de março."), "automatic"),
    (Evidence("I am out of the office, but it looks good: go ahead.", says_something=True), "answer"),
    (Evidence("News of the month", precedence="bulk", list_header="<x>"), "unclear"),
    (Evidence("", report="delivery-status", actions=("failed",)), "bounce"),
    (Evidence("", report="delivery-status", actions=("delayed",)), "delay"),
    (Evidence("", report="delivery-status", actions=("delivered",)), "receipt"),
    (Evidence("", report="disposition-notification", disposition="manual-action; displayed"), "receipt"),
    (Evidence("x", whole="x", subject="Undeliverable: Article", sender="postmaster@n.example"), "bounce"),
    (Evidence("x", whole="will be retried", subject="Delayed: x", sender="mailer-daemon@n.example"), "delay"),
    (
        Evidence("", whole="Your message was blocked by a virus scanner", subject="Virus found", return_path="<>"),
        "bounce",
    ),
    (
        Evidence("Your message was read on 3/3/2025", whole="Your message was read on 3/3/2025", subject="Read: x"),
        "receipt",
    ),
    (Evidence("Yes, looks good", calendar="reply accepted", says_something=True), "automatic"),
    (Evidence("Let us meet", calendar="request"), "unclear"),
    (Evidence("", encrypted=True), "unclear"),
    (Evidence("", has_more=True), "unclear"),
    (Evidence(""), "unclear"),
]


@pytest.mark.parametrize(("evidence", "kind"), CASES)
def test_the_kind_is_told_with_a_reason(evidence: Evidence, kind: str) -> None:
    found, reason = kind_of_message(evidence)
    assert found == kind, reason
    assert reason.endswith(".")
