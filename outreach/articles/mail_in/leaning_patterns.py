"""Expressions by which a sentence approves, declines, waits, doubts or asks for changes, in five languages.

Each is searched in one sentence of at most `SENTENCE_MOST` characters, in lower case and with straight quotes.
"""

from __future__ import annotations

import re

SENTENCE_MOST = 600
STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\xa0": " ", "—": "-", "–": "-"}
)
IN_QUOTES = re.compile(r'"[^"\n]{1,300}"')
IT = (
    r"(?:it|this|that|them|everything|all of it|the (?:article|piece|text|draft|interview"
    r"|story|copy|version|quotes?|write-?up|profile|final|attached|content))"
)
PUBLISH = (
    r"(?:publish|run|print|post|proceed(?! with (?!publi|it\b|this\b|the (?:article"
    r"|text|piece|publication)))|release|submit|go (?:ahead|live|forward|to print)|move forward)"
)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


APPROVES = _any(
    rf"\bapprove\b(?= {IT}\b| as | for publication| of {IT}\b| the use| my quotes?"
    rf"| both| all\b|[.!,;]|$| with\b| - | ?[:;]-?\))",
    rf"\bapproves\b(?= {IT}\b| as | of {IT}\b|[.!,;]|$| with\b)",
    rf"(?:^|[,;:-] {{0,2}}|\b(?:is|are|been|consider {IT}|has|have|fully|hereby|officially"
    rf"|'s|'ve|i|we|she|he) )approved"
    rf"(?= {IT}\b| as (?:is|written)| for (?:publication|release|print)| to (?:run|publish"
    rf"|go)|[.!,;]|$| with\b| ?[:;]-?\)| from| on (?:my|our)| - | subject| provid| pending"
    rf"| once| if| by me| except| but| without)",
    r"\blooks? (?:really |very |all |absolutely |just |pretty |mostly |quite )?(?:good"
    r"|great|fine|perfect|excellent|wonderful|fantastic|terrific|ok|okay|lovely)\b",
    r"\bgo ahead\b(?! and (?!publish|run|print|post|use|submit|release|proceed))",
    r"\bgood to go\b|\bgreen light\b|\bthumbs up\b|\ball good\b|\bsign(?:ed|s|ing)? off\b(?! from)",
    r"\b(?:fine|ok|okay|good|great|alright|all right|perfect) (?:with|by|for|from|on) (?:me"
    r"|us|my (?:end|side|part)|our (?:end|side|part)|him|her|this end)\b",
    rf"\b(?:i'm|i am|we're|we are|is|she's|he's) (?:perfectly |completely |very |totally )?(?:fine"
    rf"|ok|okay|good|happy|comfortable|pleased|satisfied) with (?:{IT}|my quotes?|how"
    rf"|what|the way|your)\b",
    rf"^(?:(?:yes|hi|hello|dear)[^.!?\n]{{0,40}}[,-] {{0,2}})?(?:it's |it is |this is "
    rf"|that's |all |everything is )?(?:fine|ok|okay)(?: as (?:is|it is|written)| to {PUBLISH}"
    rf"|(?=,? (?:except|but|apart|other than)))",
    r"\b(?:have|has|with|gives?|give you|get) (?:my|our|her|his|their) (?:full |complete "
    r"|formal |written )?(?:approval|permission|blessing|consent|ok|okay|go-ahead|sign-off)\b",
    r"\b(?:approval|permission|consent) (?:is )?(?:hereby )?(?:granted|given)\b",
    rf"\b(?:please|you (?:can|may|are (?:free|welcome|cleared) to)|feel free to|happy for you to"
    rf"|ok to|okay to|fine to|cleared to|good to|ready to) (?:go ahead and )?{PUBLISH}\b",
    r"\b(?:no|not any|zero) (?:further |more |other |additional )?(?:changes?|edits?"
    r"|objections?|corrections?|concerns)\b(?! (?:to|in) (?:your|the) (?:plan|schedule"
    r"|time))",
    r"^lgtm\b|\bnothing (?:to|i would|i'd) (?:change|correct|add|add or change)\b|\b(?:wouldn't"
    r"|would not) change (?:a|any|one) ?(?:thing|word)\b",
    r"\bpublish (?:it |this |the (?:article|piece|text) )?as (?:is|it is|it stands|written)\b"
    r"|\bi (?:hereby )?consent\b|\b(?:this is|this as|consider this) my (?:formal |written "
    r"|full )?(?:approval|consent|permission|ok|okay)\b",
    r"\baprobad[oa]s?\b|\bapruebo\b|\b(?:tiene|tienen|cuenta con|doy) (?:mi|nuestra"
    r"|nuestro) (?:aprobación|permiso|autorización|visto bueno|consentimiento)\b",
    r"\bpueden? (?:publicar|publicarlo|publicarla|proceder)\b|\badelante\b(?! con la reunión)"
    r"|\bme parece (?:muy )?bien\b|\b(?:está|todo) (?:todo )?(?:muy )?(?:bien|correcto"
    r"|perfecto)\b|\bvisto bueno\b|\bsin cambios\b|\bautorizo\b|\bde acuerdo con (?:el (?:texto"
    r"|artículo)|la publicación|publicar)\b",
    r"\b(?:approuvé|j'approuve|feu vert|bon pour (?:accord|publication|moi)|vous pouvez (?:le "
    r"|la )?(?:publier|diffuser)|ça me (?:va|convient)|cela me (?:va|convient)|me convient)\b"
    r"|\bje suis d'accord (?:avec (?:le texte|l'article)|pour (?:publier|la publication))\b"
    r"|\b(?:rien à (?:changer|modifier|redire)|sans (?:modification|changement)|tout est (?:bon"
    r"|correct|parfait)|c'est (?:bon|parfait) pour moi|vous avez mon (?:accord|feu vert"
    r"|autorisation)|j'autorise)\b",
    r"\b(?:freigegeben|genehmigt|freigabe (?:ist )?(?:erteilt|hiermit erteilt)|ich gebe (?:den (?:text"
    r"|artikel) |das |ihn |es )?frei|passt (?:so|für mich|alles)|alles (?:gut|in ordnung"
    r"|bestens|richtig|korrekt)|in ordnung|von meiner seite (?:ok|okay|passt|gut|alles)"
    r"|(?:können|dürfen) sie (?:so |das so |es so |ihn so |gerne so |gerne )?(?:veröffentlichen"
    r"|publizieren|drucken)|so veröffentlichen|keine (?:änderungen|einwände|korrekturen)"
    r"|meine (?:zustimmung|freigabe|einwilligung)|ich stimme (?:der veröffentlichung "
    r"|dem text )?zu|bin (?:damit |mit dem text |mit dem artikel )?einverstanden)\b"
    r"|^einverstanden\b",
    r"\b(?:aprovad[oa]s?|aprovo|podem? (?:publicar|prosseguir|avançar)|tem (?:a )?(?:minha )?(?:aprovação"
    r"|autorização|permissão)|(?:dou|dou-lhe) (?:a )?minha (?:aprovação|autorização)"
    r"|por mim,? (?:está |tudo )?(?:tudo )?(?:bem|certo|ok|ótimo)|está (?:tudo )?(?:bem"
    r"|certo|ok|correto|perfeito|aprovado)|tudo (?:certo|ok|bem|correto)|sem (?:alterações"
    r"|alteração|objeções)|de acordo com (?:o (?:texto|artigo)|a publicação)|nada a (?:alterar"
    r"|mudar|acrescentar))\b",
)  # fmt: skip

TURNED = re.compile(
    r"\b(?:not|never|cannot|without|nor|neither|nobody|none|if|once|when|after|until"
    r"|unless|before|whether|will|would|could|should|might|can|must|shall|able|i'd|we'd"
    r"|"
    r"hope|hoping|wait|waiting|needs?|needed|pending|assum\w{1,6}|expect\w{0,4}|hardly"
    r"|far from|yet to|unable|asked|asking|who|why|how|"
    r"i'll|we'll|she'll|he'll|won't|didn't|doesn't|don't|isn't|aren't|can't|couldn't"
    r"|wouldn't|hasn't|haven't|no longer|not yet|than|"
    r"no|nunca|si|cuando|hasta|sin|ne|n'|pas|jamais|quand|lorsque|nicht|kein|keine|nie"
    r"|wenn|sobald|falls|não|nao|se|quando|até|sem|would've)\b"
    r"[^,;:.]{0,40}$|n't\b[^,;:.]{0,40}$|(?<!happy )(?<!pleased )(?<!delighted )(?<!glad )(?<!honored )(?<!prou"
    r"d )\bto $",
    re.IGNORECASE,
)  # fmt: skip
AFTER_TURNED = re.compile(
    r"^(?:[^,;:.]{0,20})\b(?:so far|at first glance|for now\?|yet\?|ou pas|oder nicht|nicht\b(?! mehr)|jamais)\b",
    re.IGNORECASE,
)

DECLINES = _any(
    rf"\b(?:do not|don't|cannot|can't|must not|not to|should not|shouldn't|may not|never) (?:\w{{1,12}} )?"
    rf"{PUBLISH}\b(?= {{0,2}}(?:[.!,;]|$|- )| (?:{IT}|anything|any of (?:it|this)|with (?:it"
    rf"|this|the (?:article|piece|story)))(?: {{0,2}}(?:[.!,;]|$|- )| (?:at all|please"
    rf"|thank|as i|since|because|under|with)))",
    r"\bi(?:'d| would) (?:much |really |strongly |honestly )?(?:rather|prefer) (?:not"
    r"|you (?:not|didn't|did not|don't)|that you (?:not|didn't|did not|don't)|(?:it"
    r"|this) (?:not|wasn't|weren't))(?= {0,2}(?:[.!,;]|$|- )| (?:to )?(?:publish|participate"
    r"|take part|be (?:part|included|featured|in (?:it|this|the (?:article|piece)))"
    r"|be quoted(?: at all)?(?: {0,2}(?:[.!,;]|$))|appear|do (?:this|it)|run|proceed"
    r"|go (?:ahead|forward)|have (?:it|this|my (?:name|interview))|be published|were published))",
    r"\b(?:i|we|she|he|dr\.? \w{1,30}|must|have to|has to|will|'ll|respectfully|politely) (?:respectfully "
    r"|politely |have |has )?declined?s?\b(?! in\b)",
    rf"\b(?:do not|don't|does not|doesn't|cannot|can't|could not|couldn't|will not|won't"
    rf"|unable to|not able to) (?:\w{{1,12}} )?(?:approve|consent|agree|authorize|endorse"
    rf"|permit|allow|give (?:you )?(?:my |our )?(?:permission|consent|approval))(?= {{0,2}}(?:[.!,;]"
    rf"|$|- )| (?:to|of|with)? ?(?:{IT}|publication|publishing|being|the publication"
    rf"|its publication)\b)",
    r"\b(?:is|are|was) not approved\b(?! yet)|^not approved\b(?! yet)|\b(?:permission"
    r"|approval|consent) (?:is |has been )?(?:denied|refused|withdrawn|revoked|withheld)\b",
    r"\b(?:withdraw|revoke|rescind|retract|pull|take back) (?:my|our|her|his) (?:consent"
    r"|permission|approval|quotes?|interview|participation|agreement)\b|\bpull (?:the"
    r"|this) (?:article|piece|story|interview)\b",
    r"\bnot comfortable (?:with (?:it|this|that|the (?:article|piece|text|draft|interview)"
    r"|(?:it|this) being)|publishing|being (?:quoted|featured|named|included|published"
    r"|part))(?! (?:on|about|as|saying))",
    r"\b(?:leave|take|keep) (?:me|us|her|him) out\b|\bremove (?:me|us|her|him) from (?:the"
    r"|this|your) (?:article|piece|story|text|publication)\b|\bi refuse\b|\bi object to (?:the "
    r"|its )?publi|\bnot interested in (?:being|participating|publi)",
    rf"\b(?:do not|don't|does not|doesn't|would not|wouldn't) (?:want|wish|like) (?:{IT} (?:to be "
    rf"|to go |to get )?(?:published|printed|public|out|online|run|released)|to (?:be (?:part of"
    rf"|in|included|featured|quoted|named|published)|participate|publish|appear|take part))\b",
    r"\b(?:will not|won't) be (?:approving|giving|agreeing|consenting)\b|\bask(?:ing)? (?:that )?you (?:to )?no"
    r"t (?:to )?(?:publish|print|run)\b",
    r"\b(?:do not|don't|cannot|can't|will not|won't) (?:give|grant) (?:you )?(?:my "
    r"|our |any )?(?:permission|consent|approval)\b",
    r"\bveröffentlichen sie (?:das |es |ihn |den (?:artikel|text) |dies(?:es)? )?(?:bitte )?nicht\b",
    r"\b(?:do not|don't) use (?:any(?:thing)?(?: of (?:it|this))?|it|this|my (?:interview"
    r"|words|name|story))(?= {0,2}(?:[.!,;]|$))",
    r"\bno (?:lo |la |se )?(?:publique|publiquen|publicar)\b|\bno (?:lo |la )?(?:apruebo"
    r"|autorizo|aprobamos|autorizamos)\b|\bno doy mi (?:permiso|autorización|consentimiento)"
    r"|\b(?:prefiero|preferiría|prefería) (?:que )?no\b(?: {0,2}(?:[.!,;]|$)| (?:lo "
    r"|la |se )?(?:publi|particip|aparec|ser ))|\bno estoy de acuerdo con (?:la publicación"
    r"|publicar)|\bno aprobado\b",
    r"\bne (?:le |la |l'|les )?(?:publiez|diffusez|publie) (?:pas|rien)\b|\bne pas (?:le "
    r"|la )?publier\b|\bje n'(?:approuve|autorise) pas\b|\bje (?:préfère|préférerais"
    r"|préfererais) (?:ne pas|que (?:cela|ce|l'article|vous) ne)|\bje (?:refuse|décline)\b"
    r"|\bje ne suis pas d'accord (?:pour|avec la publication)|\bje ne (?:souhaite|veux"
    r"|désire) pas (?:publier|être|que (?:cela|ce|l'article))",
    r"\b(?:bitte )?nicht (?:zu )?(?:veröffentlich\w{1,6}|publizier\w{1,6}|drucken)\b"
    r"|\bnicht (?:freigegeben|genehmigt|einverstanden)\b|\bkeine (?:freigabe|zustimmung"
    r"|genehmigung)\b|\b(?:lieber|besser) nicht\b|\bich lehne\b|\blehne ich ab\b|\bmöchte (?:ich )?(?:das "
    r"|es |den artikel )?nicht\b(?=[^.]{0,30}(?:veröffentlich|publizier|erschein|[.!]"
    r"|$))|\bziehe (?:ich )?meine (?:zustimmung|freigabe)",
    r"\bnão (?:o |a |se )?(?:publique|publiquem|publicar)\b|\bnão (?:aprovo|autorizo"
    r"|aprovamos|autorizamos|concordo com a publicação)\b|\bnão dou (?:a )?minha (?:autorização"
    r"|aprovação|permissão)|\b(?:prefiro|preferia|preferiria) (?:que )?não\b(?: {0,2}(?:[.!,;]"
    r"|$)| (?:se |o |a )?(?:publi|particip|aparec|ser ))|\brecuso\b|\bnão aprovado\b",
)  # fmt: skip

WAITS = _any(
    r"\b(?:not|n't) publish (?:it |this |anything )?yet\b|\bnot yet\b|\bhold off\b|\bhold (?:it"
    r"|this|on|the)\b|\b(?:please )?wait (?:for"
    r"|until|till|before|on)\b|\bwaiting (?:for|on|to)\b|\bon hold\b|\bstand by\b",
    r"\blet me (?:think|check|review|read|look|get back|discuss|run|ask|see|talk|sleep"
    r"|confirm|take)\b|(?<!n't )(?<!not )\b(?:get|getting|come|circle) back to you\b(?! (?:sooner"
    r"|earlier))|\bcheck (?:with|in with)\b|\bi'?(?:ll| will| need to| have to| want to"
    r"| must| would like to|d like to|'d like to) (?:\w{1,10} )?(?:review|read|look"
    r"|check|think|discuss|run|consult|ask|confirm|approve|see|take a)\b",
    r"\b(?:haven't|have not|hasn't|has not|didn't|did not) (?:\w{1,8} )?(?:had|read"
    r"|looked|reviewed|finished|gotten|got|seen|decided|heard)\b(?! back)|\bstill (?:reviewing"
    r"|reading|waiting|need|needs|have to|looking|thinking|under review|with)\b",
    r"\b(?:legal|communications|comms|compliance|counsel|board|media relations|pr|marketing"
    r"|attorneys?|lawyers?)(?: team| department| office| group| folks)? (?:has|have"
    r"|needs?|must|will|should|is|are|also|would|wants?)\b",
    r"\b(?:run|pass|share|clear) (?:it|this|that) (?:by|past|with)\b|\bpending\b|\b(?:give"
    r"|allow) me (?:\w{1,10} ){0,3}(?:days?|time|week|until|hours?)\b|\bneed (?:a (?:few"
    r"|couple)|more|some|another) (?:\w{1,6} )?(?:days?|time|weeks?|hours?)\b|\buntil (?:i"
    r"|we|legal|then|further|after)\b",
    rf"\bbefore (?:you |we |it |this |anything )(?:\w{{1,6}} )?(?:{PUBLISH}|is|goes"
    rf"|gets|published)\b|\b(?:see|review|read|have|get|send(?: me)?) (?:a|the|another"
    rf"|one more) (?:final|revised|updated|next|new|clean|corrected|last)\b|\bundecided\b"
    rf"|\bunder review\b|\bi(?:'ll| will) let you know\b|\bwill (?:respond|reply|review"
    rf"|approve|look|read|get|decide)\b",
    r"\b(?:todavía|aún) no\b|\bdéje(?:me|nme)\b|\b(?:necesito|tengo que|debo) (?:revisar"
    r"|leer|consultar|pensar|verificar)|\b(?:lo|la) (?:revisaré|leeré|consultaré)|\bespere\b"
    r"|\ble (?:confirmo|aviso|responderé) (?:luego|mañana|después|más)",
    r"\bpas encore\b|\bje reviens vers vous\b|\battendez\b|\blaissez-moi\b|\bje (?:dois"
    r"|vais) (?:\w{1,8} )?(?:relire|lire|vérifier|consulter|réfléchir|voir)|\ben attente\b"
    r"|\bje vous (?:confirme|répondrai|tiens)",
    r"\bnoch nicht\b|\bmelde mich\b|\bwarten sie\b|\bmuss (?:ich )?(?:das |es |den text )?(?:noch"
    r"|erst)\b|\bich (?:prüfe|lese|schaue|kläre)\b|\bmuss (?:das |es )?(?:noch )?(?:prüfen"
    r"|lesen|klären)|\bich werde (?:es |das |ihn )?(?:noch )?(?:prüfen|lesen)",
    r"\bainda não\b|\bdeixe-me\b|\b(?:vou|preciso(?: de)?|tenho (?:de|que)) (?:rever"
    r"|ler|analisar|verificar|revisar|consultar|pensar)|\baguarde\b|\bretorno em breve\b",
)  # fmt: skip

DOUBTS = _any(
    r"\b(?:not|n't|un) ?(?:sure|certain)\b|\bunsure\b|\bi (?:guess|suppose)\b|\bmaybe\b"
    r"|\bperhaps\b|\bmight\b|\bprobably\b|\bshould be (?:fine|ok|okay|good)\b|\bso far\b"
    r"|\b(?:at|on) (?:a |my )?first (?:glance|read|reading|look|skim|pass)\b|\bmore (?:soon"
    r"|later|to come)\b|\bi don't know\b|\bmixed feelings\b|\bhesita(?:nt"
    r"|te|tions?)\b(?! to)|\bconcern(?:s|ed|ing)?\b|\bworr(?:y|ied|ies)\b(?! about a thing)"
    r"|\breservations?\b|\bsort of\b|\bkind of\b|\bin principle\b|\bfor the most part\b",
    r"\bno estoy segur[oa]\b|\bquizás?\b|\btal vez\b|\bsupongo\b|\bdudas?\b|\ben principio\b"
    r"|\bpas (?:sûre?|certaine?)\b|\bpeut-être\b|\bje suppose\b|\ben principe\b|\bnicht sicher\b"
    r"|\bvielleicht\b|\bwahrscheinlich\b|\bvermutlich\b|\bgrundsätzlich\b|\bim prinzip\b"
    r"|\bbedenken\b|\bnão (?:tenho|estou) (?:a )?certeza\b|\bnão estou segur[oa]\b|\btalvez\b"
    r"|\bsuponho\b|\bem princípio\b|\bdúvidas?\b",
)  # fmt: skip
NO_CONCERNS = re.compile(
    r"\b(?:no|any|without|zero) (?:other |further |real |major )?(?:concerns?|reservations?"
    r"|worries|hesitations?)\b|\bsin dudas?\b|\bsem dúvidas?\b|\bkeine bedenken\b",
    re.IGNORECASE,
)

HEDGES = _any(
    r"\bbut\b|\bexcept\b|\bexcluding\b|\bhowever\b|\bapart from\b|\bother than\b|\baside from\b"
    r"|\bonly if\b|\bas long as\b|\bso long as\b|\bprovid(?:ed|ing)\b|\bsubject to\b"
    r"|\bconditional\w{0,2}\b|\bon (?:the )?condition\b|\bpending\b|\bunless\b|\bonce\b"
    r"|\balthough\b|\bthough\b|\bassuming\b|\bif\b|\bafter\b|\bwhen\b|\bwith (?:the )?exception\b"
    r"|\bonly\b|\byet\b|\bnot\b|\bwithout\b(?! (?:any )?(?:changes?|edits?|reservations?))",
    r"\bpero\b|\bexcepto\b|\bsalvo\b|\bsiempre (?:que|y cuando)\b|\bsi\b|\bcuando\b"
    r"|\bsolo\b|\bmais\b|\bsauf\b|\bà condition\b|\bhormis\b|\bà l'exception\b|\bsi\b"
    r"|\baber\b|\baußer\b|\bbis auf\b|\bsofern\b|\bwenn\b|\bfalls\b|\bunter der (?:bedingung"
    r"|voraussetzung)\b|\bsobald\b|\bmas\b|\bexceto\b|\bdesde que\b|\bcontanto\b|\bse\b(?! (?:puede"
    r"|me))|\bquando\b|\bcom exceção\b|\ba não ser\b",
)  # fmt: skip
BUT = re.compile(r"\b(?:but|however|though|although|pero|aber|mais|mas)\b", re.IGNORECASE)
EXCEPTS = _any(
    r"\bexcept\b|\bexcluding\b|\bapart from\b|\bother than\b|\baside from\b|\bwith (?:the )?exception\b"
    r"|\bexcepto\b|\bsalvo\b|\bsauf\b|\bhormis\b|\bà l'exception\b|\baußer\b|\bbis auf\b"
    r"|\bexceto\b|\bcom exceção\b",
)  # fmt: skip
HARMLESS_HEDGE = re.compile(
    r"\b(?:if (?:you (?:need|have|want|'d like|would like|require)|there(?:'s| is| are)"
    r"|anything|possible|helpful|useful|i can)|when(?:ever)? (?:you(?:'re| are)? ready"
    r"|it (?:is|comes|goes|runs) (?:out|up|live)|you (?:can|like|wish|have)|it's (?:out"
    r"|live|up|published)|ready)|"
    r"whenever|not only|why not|once again|after all|no ifs|but thanks?|si (?:necesita"
    r"|tiene|desea)|cuando (?:quiera|guste|esté)|si vous (?:avez|voulez|souhaitez)|quand vous voulez"
    r"|wenn sie (?:noch|fragen|möchten)|se (?:precisar|tiver|quiser)|quando quiser)\b",
    re.IGNORECASE,
)  # fmt: skip

CHANGE_NOUN = _any(
    r"\b(?:one|two|three|four|five|a|an|a few|some|minor|small|several|following|couple of"
    r"|my|these|tiny|little|slight|proposed|suggested|tracked|requested|more|additional"
    r"|(?:\d{1,2})|marked|her|his|our|quick|single|following) (?:(?:other|minor|small"
    r"|tiny|little|slight|quick|suggested|factual|possible|more|additional) )?(?:changes?"
    r"|edits?|corrections?|comments?|suggestions?|tweaks?|revisions?|fix(?:es)?|remarks?"
    r"|amendments?)\b(?! (?:on your (?:website|blog)))",
    r"\b(?:see|find|attached|enclosed|made|marked|highlighted|redlined|track(?:ed)?) (?:\w{1,10} ){0,3}(?:chang"
    r"es|edits|comments|corrections|markup|redlines?|suggestions|remarks)\b|\bwith (?:changes"
    r"|edits|corrections|comments)\b|\bmark(?:ed)?[- ]?up\b",
    r"\b(?:con|un|unos|unas|algunos|algunas|pequeños?|los siguientes|mis) (?:\w{1,10} ){0,2}(?:cambios?"
    r"|correcci(?:ón|ones)|comentarios|ajustes?|sugerencias)\b",
    r"\b(?:avec|une?|quelques|deux|petites?|les|mes) (?:\w{1,10} ){0,2}(?:modifications?"
    r"|changements?|corrections?|remarques|ajustements?|suggestions)\b",
    r"\b(?:mit|eine|einer|einige|einigen|kleine|kleinen|folgende|folgenden|meine|meinen"
    r"|paar|zwei) (?:\w{1,12} ){0,2}(?:änderung(?:en)?|korrektur(?:en)?|anmerkungen"
    r"|anpassung(?:en)?|vorschläge)\b",
    r"\b(?:com|uma|umas|algumas|pequenas?|as seguintes|minhas|alguns) (?:\w{1,10} ){0,2}(?:alteraç(?:ão"
    r"|ões)|correç(?:ão|ões)|comentários|ajustes?|sugestões|mudanças?)\b",
)  # fmt: skip
NO_CHANGE = re.compile(
    r"\b(?:no|any|without|zero|sin|sans|aucun(?:e)?|ohne|keine|sem|nenhuma?) (?:\w{1,12} ){0,2}(?:changes?"
    r"|edits?|corrections?|comments?|suggestions?|cambios?|correcciones|comentarios"
    r"|modifications?|changements?|remarques?|änderungen|korrekturen|anmerkungen|alteraç(?:ão"
    r"|ões)|correções|comentários)\b",
    re.IGNORECASE,
)

PRAISE = re.compile(
    r"\b(?:love|loved|like|liked|enjoyed|great|nice|nicely|well|beautiful\w{0,2}|thanks?"
    r"|thank you|good|perfect\w{0,2}|accurate\w{0,2}|captures?|captured|excellent|wonderful"
    r"|correct|gracias|merci|danke|obrigad[oa]|gut|bien|bem)\b",
    re.IGNORECASE,
)
NEGATIVE = re.compile(
    r"\b(?:not|cannot|never|nothing|nobody|no(?! (?:problem|worries|rush|hurry|need"
    r"|doubt|thanks))|nicht|kein\w{0,2}|pas|jamais|nunca|não|nao)\b|n't\b",
    re.IGNORECASE,
)
BENIGN = re.compile(
    r"\b(?:hesitate|sorry|apolog\w{1,5}|respond sooner|reply sooner|get back|no problem"
    r"|not a problem|no need|can't wait|cannot wait|couldn't be happier|wait to see"
    r"|not at all|disculpe|désolée?|entschuldig\w{1,6}|desculpe)\b",
    re.IGNORECASE,
)
OTHER_MATTER = re.compile(
    r"\b(?:invitations?|invites?|meetings?|calls?|calendar|schedul\w{1,4}|(?:the|either"
    r"|that|this|meeting|any) times?|appointments?|slots?|"
    r"mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|lunch|zoom|teams|agenda|tomorrow"
    r"|\d{1,2} ?(?:am|pm|a\.m\.|p\.m\.|uhr)|reunión|cita|"
    r"lunes|martes|jueves|viernes|rendez-vous|réunion|lundi|mardi|jeudi|vendredi|termin"
    r"|besprechung|montag|dienstag|donnerstag|"
    r"freitag|reunião|segunda-feira|terça-feira|invoice|contract|budget|registration|badge|parking)\b",
    re.IGNORECASE,
)
THE_TEXT = re.compile(
    r"\b(?:article|text|piece|draft|quotes?|story|publish\w{0,4}|publication|version"
    r"|copy|write-?up|profile|interview|artículo|texto|"
    r"publi\w{1,8}|article|texte|artikel|veröffentlich\w{1,6}|freigegeben|artigo|print|approved?)\b",
    re.IGNORECASE,
)
OF_PART = re.compile(r"\b(?:about|as|on|saying|for the|of the|in the)\b", re.IGNORECASE)
STILL_OPEN = re.compile(
    r"\b(?:until|before|yet|without|unless|hasta|antes|aún|todavía|avant|tant que|bis|bevor|vor|até|ainda|sem)\b",
    re.IGNORECASE,
)
