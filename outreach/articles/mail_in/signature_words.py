"""Words by which closings, signatures of devices, legal notices and warnings of mail systems begin. Lower case."""

from __future__ import annotations

DEVICE = (
    "sent from ", "sent via ", "sent with ", "sent using ", "sent by galaxy", "sent by my ", "get outlook for",
    "envoyé depuis ", "envoyé de mon ", "envoyé de ma ", "envoyé à partir de", "envoyé avec ", "obtenir outlook",
    "télécharger outlook", "provenance : courrier", "gesendet von ", "gesendet mit ", "gesendet aus ", "gesendet über ",
    "von meinem ", "von meiner ", "diese nachricht wurde von ", "holen sie sich outlook", "outlook für ",
    "enviado desde ", "enviado do meu ", "enviado do ", "enviado de mi ", "enviado a partir d", "enviado via ",
    "enviado con ", "enviado pelo ", "obtener outlook", "obtenga outlook", "obter o outlook", "descargar outlook",
    "baixe o outlook", "inviato da ", "inviato dal ", "scarica outlook", "sendt fra ", "skickat från ", "från min ",
    "verzonden met ", "verzonden vanaf ", "verstuurd vanaf ", "verzonden via ", "download outlook", "lähetetty ",
    "wysłane z ", "wysłano z ", "отправлено с ", "отправлено из ", "發自我的", "发自我的", "從我的", "从我的",
    "yahoo mail: search", "sent securely", "composed with ", "typed on ", "dictated ",
)  # fmt: skip

THANKS = (
    "thanks", "thank you", "many thanks", "thanks again", "thanks so much", "thank you so much", "thanks very much",
    "thank you very much", "thx", "thanks in advance", "thank you again", "gracias", "muchas gracias", "mil gracias",
    "merci", "merci beaucoup", "merci d'avance", "danke", "vielen dank", "danke schön", "besten dank", "obrigado",
    "obrigada", "muito obrigado", "muito obrigada", "grazie", "grazie mille", "with thanks", "appreciate it",
    "mit dank",
    "with many thanks", "with appreciation", "with gratitude", "gratefully", "much appreciated", "desde ya gracias",
)  # fmt: skip
"""They close a letter only when a name follows; alone they are words that somebody wrote."""

CLOSINGS = (
    "best regards", "kind regards", "regards", "warm regards", "warmest regards", "kindest regards",
    "with kind regards",
    "with best regards", "with warm regards", "my best regards", "best", "all best", "all the best", "best wishes",
    "my best", "warmly", "sincerely", "sincerely yours", "yours sincerely", "yours truly", "very truly yours", "yours",
    "yours faithfully", "respectfully", "respectfully yours", "cordially", "cheers", "take care", "be well", "br",
    "rgds",
    "kr", "wr", "v/r", "with respect", "saludos", "saludos cordiales", "un saludo", "un cordial saludo",
    "cordial saludo",
    "atentamente", "atte", "cordialmente", "un abrazo", "reciba un cordial saludo", "le saluda atentamente",
    "cordialement", "bien cordialement", "très cordialement", "bien à vous", "bien à toi", "salutations",
    "sincères salutations", "meilleures salutations", "amicalement", "bonne journée", "respectueusement",
    "mit freundlichen grüßen", "mit freundlichen gruessen", "mit freundlichem gruß", "freundliche grüße",
    "freundliche grüsse", "viele grüße", "beste grüße", "herzliche grüße", "liebe grüße", "schöne grüße", "gruß",
    "grüße",
    "mfg", "lg", "vg", "hochachtungsvoll", "mit besten grüßen", "mit herzlichen grüßen", "mit freundlichen grüssen",
    "atenciosamente", "abraços", "abraço", "cumprimentos", "com os melhores cumprimentos", "melhores cumprimentos",
    "saudações", "att", "cordiais saudações", "um abraço", "respeitosamente", "cordiali saluti", "distinti saluti",
    "un cordiale saluto", "saluti", "met vriendelijke groet", "vriendelijke groeten", "med venlig hilsen",
    "med vennlig hilsen", "med vänliga hälsningar", "mvh", "pozdrawiam", "z poważaniem", "с уважением",
)  # fmt: skip

LEGAL_SURE = (
    "confidentiality notice", "confidentiality statement", "confidentiality:", "legal disclaimer", "disclaimer:",
    "disclaimer", "privacy notice", "notice of confidentiality", "hipaa notice", "please consider the environment",
    "think before you print", "consider the environment", "if you are not the intended recipient",
    "if you have received this", "if you received this", "the information transmitted", "avis de confidentialité",
    "avertissement de confidentialité", "pensez à l'environnement", "pensez à l’environnement", "aviso legal",
    "aviso de confidencialidad", "aviso de confidencialidade", "antes de imprimir", "nota de confidencialidad",
    "vertraulichkeitshinweis", "haftungsausschluss", "avviso di riservatezza", "important: this e", "unless expressly",
    "this e-mail was scanned", "this email has been scanned", "this email has been checked", "virus-free.",
    "este correo electrónico ha sido comprobado", "bitte prüfen sie, ob diese", "bitte denken sie an die umwelt",
)  # fmt: skip

LEGAL_MAYBE = (
    "this e-mail", "this email", "this message", "this electronic", "this transmission", "this communication",
    "this mail",
    "the information contained", "the information in this", "the contents of this", "the content of this", "notice:",
    "important notice", "note:", "important:", "privileged", "confidential", "ce message", "ce courriel", "ce courrier",
    "cet e-mail", "cet email", "les informations contenues", "este mensaje", "este correo", "la información contenida",
    "la información incluida", "este e-mail", "diese e-mail", "diese email", "diese nachricht", "der inhalt dieser",
    "die information", "hinweis:", "esta mensagem", "este email", "as informações contidas", "a informação contida",
    "questo messaggio", "le informazioni contenute", "il contenuto", "dit bericht", "deze e-mail", "questa e-mail",
)  # fmt: skip
"""They begin a legal notice when one of `LEGAL_SIGNS` follows soon."""

LEGAL_SIGNS = (
    "confidential", "privileged", "intended recipient", "intended only", "intended solely", "unauthorized", "addressee",
    "legally", "confidencial", "destinatario", "destinatário", "destinataire", "confidentiel", "vertraulich",
    "empfänger",
    "riservat", "destinatari", "vertrouwelijk", "geadresseerde", "protected health information", "disseminat",
)  # fmt: skip

BANNERS = (
    "caution", "warning", "external", "ext:", "this message came from outside", "this email originated",
    "this e-mail originated", "this message originated", "this email came from", "this email was sent from outside",
    "this message was sent from outside", "this sender is", "this is an external", "you don't often get",
    "you don’t often get", "you do not often get", "some people who received this message",
    "be careful with this message",
    "attention", "alert:", "notice: external", "use caution", "zjqcmqryfpfptbannerstart", "achtung", "vorsicht",
    "externe e-mail", "externe mail", "diese e-mail stammt", "diese e-mail kommt", "sie erhalten nicht",
    "avertissement",
    "courriel externe", "message externe", "ce message provient", "ce courriel provient", "vous n'obtenez pas souvent",
    "vous ne recevez pas souvent", "précaution", "precaución", "correo externo", "este correo proviene",
    "este mensaje proviene", "no suele recibir", "no recibe con frecuencia", "advertencia", "cuidado", "atención",
    "atenção", "e-mail externo", "esta mensagem foi enviada de fora", "você não costuma receber", "originated outside",
    "think before you click", "sent by an external", "report suspicious", "learn why this is important",
)  # fmt: skip

BANNER_SIGNS = (
    "outside", "external", "originat", "click", "links", "attachment", "often get email", "sender", "extern",
    "außerhalb", "extérieur", "pièces jointes", "enlaces", "liens", "fuera de", "anhänge", "anexos", "adjuntos",
    "suspicious", "phishing", "aka.ms/learnaboutsenderidentification", "não costuma", "no suele", "souvent",
    "bannerend",
)  # fmt: skip

BEHALF = (
    "on behalf of", "o/b/o", "im auftrag von", "i.a. von", "im namen von", "en nombre de", "de parte de", "au nom de",
    "de la part de", "em nome de", "per conto di", "assistant to", "secretary to", "chief of staff to", "asistente de",
    "assistante de", "assistant de", "assistente de", "assistentin von", "assistent von", "secretaria de",
)  # fmt: skip
