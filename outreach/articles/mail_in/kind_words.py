"""Words by which programs that answer for people, mail systems and calendars are known. Lower case, whole phrases."""

from __future__ import annotations

AUTOMATIC_SUBJECT = (
    "automatic reply", "automatic response", "auto reply", "auto-reply", "autoreply", "autoresponse", "autorespons",
    "auto response", "auto-response", "autoresponder", "auto:", "out of office", "out-of-office", "out of the office",
    "ooo:", "ooo ", "[ooo]", "away from my mail", "away from the office", "on vacation", "vacation:", "vacation reply",
    "on leave:", "automatische antwort", "abwesenheitsnotiz", "abwesenheitsmeldung", "abwesenheitsassistent",
    "abwesenheit:", "abwesend", "réponse automatique", "reponse automatique", "absence du bureau", "message d'absence",
    "absent du bureau", "absence :", "respuesta automática", "respuesta automatica", "fuera de la oficina",
    "fuera de oficina", "ausencia de la oficina", "ausente:", "resposta automática", "resposta automatica",
    "ausência temporária", "fora do escritório", "ausente do escritório", "risposta automatica", "fuori ufficio",
    "assenza dall'ufficio", "automatisch antwoord", "afwezig", "autosvar", "automatiskt svar", "automaattinen vastaus",
    "automatyczna odpowiedź", "автоответ", "автоматический ответ", "自动回复", "自動回覆", "自動返信", "不在通知",
    "자동 회신",
)  # fmt: skip

AWAY_SURE = (
    "i am out of the office", "i'm out of the office", "i’m out of the office", "i am currently out of",
    "i'm currently out of",
    "i’m currently out of", "i will be out of the office", "i'll be out of the office", "i am currently away",
    "i'm currently away", "i am away from the office", "i am away from my", "i'm away from my", "i am out of office",
    "i'm out of office", "currently out of the office", "currently out of office", "i am on vacation",
    "i'm on vacation",
    "i am on annual leave", "i'm on annual leave", "i am currently on leave", "i am on leave",
    "i am currently on annual",
    "i am on maternity leave", "i am on parental leave", "i am on medical leave", "i am on sabbatical",
    "i will be away from",
    "i am currently traveling", "i am currently travelling", "i am traveling", "i will be traveling",
    "i am currently on vacation",
    "i will be on vacation", "i will be on leave", "is out of the office", "is currently out of",
    "our office is closed",
    "our offices are closed", "the office is closed", "this is an automated response", "this is an automatic response",
    "this is an automated reply", "this is an automatic reply", "this is an automated message",
    "this is an automated email",
    "this is an auto-generated", "this is an autoreply", "this is an auto-reply", "i am no longer with",
    "no longer in use",
    "is not monitored", "is no longer monitored", "is unmonitored", "no longer works here", "no longer employed",
    "has left the organization", "has left the company", "ich bin nicht im büro", "ich bin derzeit nicht im",
    "ich bin zurzeit nicht",
    "ich bin bis", "ich bin ab", "ich bin vom", "ich bin im urlaub", "bin ich nicht im büro", "bin ich nicht im haus",
    "ich befinde mich", "derzeit nicht erreichbar", "nicht erreichbar", "bin ich im urlaub", "ich bin derzeit abwesend",
    "ihre e-mail wird nicht weitergeleitet", "dies ist eine automatische", "je suis absent",
    "je suis actuellement absent",
    "je serai absent", "actuellement absent", "je suis en congé", "je suis actuellement en congé", "je serai en congé",
    "je suis en vacances", "je suis en déplacement", "ceci est une réponse automatique",
    "ceci est un message automatique",
    "estoy fuera de la oficina", "estaré fuera de la oficina", "me encuentro fuera de la oficina",
    "fuera de la oficina",
    "estoy de vacaciones", "me encuentro de vacaciones", "estaré de vacaciones", "estaré ausente",
    "me encuentro ausente",
    "este es un mensaje automático", "esta es una respuesta automática", "estou fora do escritório",
    "estarei fora do escritório",
    "estou de férias", "estarei de férias", "estou ausente", "estarei ausente", "encontro-me ausente",
    "encontro-me de férias",
    "esta é uma resposta automática", "esta é uma mensagem automática", "sono fuori ufficio", "sarò fuori ufficio",
    "sono in ferie",
    "sono assente", "ik ben afwezig", "ik ben niet op kantoor", "your ticket has been", "a ticket has been created",
    "your request has been received and", "we have received your message and", "we have received your email and",
)  # fmt: skip

AWAY_MAYBE = (
    "limited access to", "intermittent access", "no access to email", "not checking email", "not be checking email",
    "will respond when i return", "will reply when i return", "upon my return", "on my return", "when i return",
    "when i am back", "as soon as i return", "for urgent", "for immediate assistance",
    "if you need immediate assistance",
    "immediate assistance", "in my absence", "during my absence", "during this time", "if this is urgent",
    "if your matter is urgent", "please contact my assistant", "thank you for your message", "thank you for your email",
    "thanks for your email", "thank you for contacting", "thank you for reaching out", "delayed response",
    "will be returning", "back in the office", "vielen dank für ihre nachricht", "vielen dank für ihre e-mail",
    "in dringenden fällen",
    "eingeschränkten zugriff", "merci de votre message", "merci pour votre message", "en cas d'urgence", "accès limité",
    "à mon retour", "gracias por su mensaje", "gracias por su correo", "acceso limitado", "a mi regreso",
    "en caso de urgencia",
    "para asuntos urgentes", "obrigado pela sua mensagem", "obrigado pelo seu", "acesso limitado",
    "em caso de urgência",
    "assuntos urgentes", "no meu regresso", "meu retorno", "automated", "do not reply to this",
)  # fmt: skip

BOUNCE_SUBJECT = (
    "undeliverable", "undelivered mail", "undelivered", "delivery status notification (failure)", "delivery failure",
    "delivery failed", "mail delivery failed", "mail delivery failure", "failure notice", "returned mail",
    "returned to sender",
    "delivery has failed", "message not delivered", "could not be delivered", "non delivery", "non-delivery",
    "nondeliverable",
    "mail system error", "address not found", "unzustellbar", "nicht zugestellt", "unzustellbare", "nicht übermittelt",
    "zustellung fehlgeschlagen", "no se puede entregar", "no entregado", "error de entrega", "mensaje no entregado",
    "entrega fallida", "non remis", "échec de la remise", "échec de remise", "message non distribué",
    "non distribuable",
    "não é possível entregar", "não entregue", "falha na entrega", "mensagem não entregue", "recapito fallito",
    "mancato recapito", "impossibile recapitare", "onbestelbaar", "niet bezorgd", "kan inte levereras", "blocked:",
    "virus found", "virus alert", "virus warning", "virus detected", "banned file", "message rejected", "rejected mail",
    "message blocked", "message quarantined", "content violation", "mail rejected", "未送达", "无法投递", "配信不能",
    "не доставлено", "недоставлен",
)  # fmt: skip

DELAY_SUBJECT = (
    "delivery status notification (delay)", "delayed mail", "delivery delayed", "delayed:", "delay notification",
    "warning: could not send message", "warning: message", "message delayed", "mail delivery delayed", "delivery delay",
    "delayed delivery", "verzögert", "zustellung verzögert", "retrasado", "entrega retrasada", "entrega aplazada",
    "retardé",
    "remise retardée", "distribution retardée", "atrasad", "entrega atrasada", "still being retried",
    "consegna ritardata",
)  # fmt: skip

BOUNCE_BODY = (
    "failed permanently", "permanent failure", "could not be delivered", "couldn't be delivered",
    "couldn’t be delivered",
    "wasn't delivered", "wasn’t delivered", "has not been delivered", "was not delivered", "not be delivered to",
    "delivery has failed", "delivery to the following", "undeliverable", "user unknown", "unknown user", "no such user",
    "mailbox unavailable", "mailbox full", "mailbox is full", "quota exceeded", "recipient address rejected",
    "recipient rejected", "address rejected", "address not found", "does not exist", "relay access denied",
    "i'm sorry to have to inform you", "i wasn't able to deliver", "this is a permanent error", "sender-initiated",
    "message was blocked", "was blocked by", "has been blocked", "banned filename", "contained a virus",
    "virus was found",
    "has been quarantined", "konnte nicht zugestellt", "nicht zugestellt werden", "no se pudo entregar",
    "no se ha podido entregar",
    "n'a pas pu être remis", "n’a pas pu être remis", "n'a pas pu être délivré", "não pôde ser entregue",
    "não foi entregue",
    "impossibile recapitare", "550 5.", "554 5.", "553 5.", "5.1.1", "5.1.10", "5.7.1",
)  # fmt: skip

DELAY_BODY = (
    "will be retried", "will continue to try", "will keep trying", "do not need to resend", "delivery is delayed",
    "delayed",
    "warning only", "warning message only", "still being retried", "has been delayed", "not yet been delivered",
    "not been delivered yet", "no action is required on your part", "temporarily", "temporary problem",
    "weitere versuche",
    "noch nicht zugestellt", "wird weiter versucht", "se seguirá intentando", "todavía no se ha entregado",
    "nouvelle tentative",
    "continuerons d'essayer", "novas tentativas", "ainda não foi entregue",
)  # fmt: skip

RECEIPT_SUBJECT = (
    "read:", "not read:", "return receipt", "read receipt", "delivered:", "relayed:", "disposition notification",
    "message disposition", "gelesen:", "ungelesen:", "lesebestätigung", "zugestellt:", "übermittelt:", "lu :", "lu:",
    "non lu",
    "accusé de lecture", "confirmation de lecture", "remis :", "leído:", "leido:", "no leído",
    "confirmación de lectura",
    "acuse de recibo", "entregado:", "lido:", "lida:", "não lido", "não lida", "confirmação de leitura",
    "recibo de leitura",
    "entregue:", "letto:", "conferma di lettura", "gelezen:", "leesbevestiging", "läst:", "lest:", "прочтено", "已读",
    "既読",
)  # fmt: skip

RECEIPT_BODY = (
    "was read on", "has been displayed", "was displayed on", "was opened on", "no guarantee that the message",
    "return receipt",
    "this is a receipt for the mail", "this is a return receipt", "this receipt verifies", "has been delivered to",
    "was deleted without being read", "wurde gelesen am", "wurde am", "a été lu le",
    "a été lu", "fue leído", "se leyó", "foi lida em", "foi lido em", "è stato letto", "was successfully delivered",
    "delivery to these recipients or groups is complete", "successfully delivered to", "message was read",
)  # fmt: skip

CALENDAR_SUBJECT = (
    "accepted:", "declined:", "tentative:", "tentatively accepted:", "new time proposed:", "canceled:", "cancelled:",
    "zugesagt:", "abgesagt:", "angenommen:", "abgelehnt:", "mit vorbehalt:", "unter vorbehalt:", "accepté :",
    "accepté:",
    "refusé :", "refusé:", "provisoire :", "provisoire:", "annulé :", "annulé:", "aceptada:", "aceptado:", "rechazada:",
    "rechazado:", "provisional:", "cancelada:", "cancelado:", "aceito:", "aceita:", "aceite:", "recusado:", "recusada:",
    "provisório:", "accettato:", "rifiutato:", "geaccepteerd:", "afgewezen:",
)  # fmt: skip

MAIL_SYSTEMS = (
    "mailer-daemon", "mailerdaemon", "postmaster", "mail-daemon", "maildelivery", "microsoftexchange", "mdaemon",
    "mail delivery", "mail administrator", "bounce-", "bounces", "mailsweeper", "autonotify",
)  # fmt: skip

NO_REPLY = ("no-reply@", "noreply@", "donotreply@", "do-not-reply@", "no_reply@", "do_not_reply@")
