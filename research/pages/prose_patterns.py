"""Patterns of the verbs and marks by which a sentence gives a person a post."""

from __future__ import annotations

import re

from research.pages.late_regex import late_regex

# What may stand between the verb and the title.
FLUFF = (
    r"(?:\s{0,3}+(?:the|a|an|its|their|our|his|her|as|state|county|new|newest|next|first|inaugural|full-time|fulltime|permanent|to|into|be|"
    r"serve|of|(?:[a-z]{2,16}\s)?[a-z]{2,16}+[’']s)(?!\w)){0,5}\s{0,3}+"
)
BY = (
    r"(?:\s{0,3}+,?\s{0,3}+(?:officially|recently|also|currently|now|previously|just|newly|unanimously|"
    r"formally)\b){0,3}\s{0,3}+"
)
ROLE = (
    r"(?:\s{0,3}+(?:in|into|to|as|for)?\s{0,3}+(?:the|a|this)?\s{0,3}+(?:newly[- ]created\s|new\s)?"
    r"(?:position|role|post|title|office|job|duties|responsibilities)s?\s(?:of|as))?"
)
NAMED = (
    r"(?:named|appointed|promoted|elected|re-?elected|re-?appointed|selected|hired|chosen|tapped|"
    r"picked|installed|confirmed"
    r"|recruited|elevated|designated|announced|approved|sworn in|introduced|welcomed|inducted|brought on|voted(?: in)?)"
)
# Without "was" or "been" some of these verbs tell of the one who appoints.
NAMED_BARE = (
    r"(?:named|appointed|promoted|elected|re-?elected|re-?appointed|selected|hired|chosen|tapped|installed|elevated)"
)
APPOSITION = late_regex(
    r"\s{0,3}(?:[,(:–—|.-]\s{0,3})?(?:(?:who is|who[’']s|(?:the|our|its|their)\s[a-z ]{3,30}[’']s|the|our|its|"
    r"their|a|an|currently|now|new|newest|current|inaugural|longtime|long-time|and)\s{1,3}){0,3}"
)
# No match is longer than 600 characters, so none is sought further than that from the end; so in those below.
EVENT = late_regex(
    rf"""\b(?=[abceghijmnprstfw]\w)(?=(?s:.{{0,600}}+)\Z)(?:
      \b(?:has\s{{1,3}}been|have\s{{1,3}}been|had\s{{1,3}}been|was|were|is|are|being|been|will\s{{1,3}}be
        |to\s{{1,3}}be|gets?|got)\b{BY}{NAMED}\b
    | (?<!has\s)(?<!have\s)(?<!had\s)(?<!who\s)\b{NAMED_BARE}\b(?!\s{{1,3}}an?\s)
    | \b(?:has\s{{1,3}}|have\s{{1,3}}|had\s{{1,3}}|will\s{{1,3}}|is\s{{1,3}}|was\s{{1,3}})?(?:join(?:s|ed
      |ing)?|rejoin(?:s|ed)?|return(?:s|ed
      |ing)?)\b[^;]{{0,110}}?(?=\b(?:as|to\sbe)\b)
    | \bwill\s{{1,3}}be(?=\s(?:the|its|our|their)\s(?:new|newest|next|first)\b)
    | \b(?:becom(?:es?|ing)|became|to\s{{1,3}}become|will\s{{1,3}}become|has\s{{1,3}}become)\b
    | \b(?:assum(?:es?|ed|ing)|tak(?:es|ing|en?)\s{{1,3}}over|took\s{{1,3}}over|takes?\s{{1,3}}on|took\s{{1,3}}on
      |step(?:s|ped
      |ping)?\s{{1,3}}in(?:to)?|accept(?:s|ed)|transition(?:s|ed|ing)?|mov(?:es|ed|ing)|fill(?:s|ed|ing)?|succeed(?:s
      |ed|ing)?[^;]{{0,60}}?\bas|replac(?:es?|ed|ing)[^;]{{0,60}}?\bas)\b
    | \b(?:tak(?:es?|ing)|took|assum(?:es?|ed|ing))\s{{1,3}}(?:on
      |(?:the\s{{1,3}})?(?:reins|helm|leadership))\b[^;]{{0,60}}?(?=\bas\b)
    | \b(?:will|would|to)\s{{1,3}}(?:serve|lead|start|begin)\b[^;]{{0,60}}?(?=\bas\b)
    | \b(?:start|begin|began|begun)(?:s|ed|ing)?\b[^;]{{0,60}}?(?=\bas\b)
    | \bsign(?:s|ed|ing)?\s{{1,3}}on\b[^;]{{0,60}}?(?=\bas\b)
    )(?:\s{{1,3}}(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?(?:\s{{1,3}}(?:by|from|for)\s[^,;]{{1,60}})?(?:\s{{1,3}}(?:in|on|effective|since)\s[^;]{{0,40}}?)?{ROLE}{FLUFF}$""",
    re.VERBOSE | re.IGNORECASE,
)
ACTIVE = late_regex(
    rf"\A\s{{0,3}},?\s{{0,3}}(?:(?:on\s)?(?:board|aboard)\s)?(?:(?:of|from)\s[A-Z][\w.’'-]{{1,20}}(?:,?\s[A-Z][\w.’'-]{{1,20}}){{0,2}},?\s)?(?:(?:[^,;:.]{{0,90}},\s{{0,3}})?(?:as|to|to\s{{1,3}}serve\s{{1,3}}as|"
    rf"to\s{{1,3}}be|to\s{{1,3}}become|for|into|in)\b{ROLE}{FLUFF})$",
    re.IGNORECASE,
)
ACTIVE_VERB = late_regex(
    r"\b(?:names?|named|naming|appoint(?:s|ed|ing|ment)?|promot(?:es?|ed|ing|ion)|hir(?:es?|ed|ing)|"
    r"select(?:s|ed|ion|ing)?"
    r"|elect(?:s|ed|ion)?|welcom(?:es?|ed|ing)|announc(?:es?|ed|ing)|add(?:s|ed)?|bring(?:s|ing)?|brought|tap(?:s|ped)?|"
    r"pick(?:s|ed)?|cho(?:ose|oses|se)|(?<!was\s)(?<!been\s)(?<!were\s)chosen"
    r"|introduc(?:es?|ed|ing)|recruit(?:s|ed|ing)?|turn(?:s|ed)\sto|arrival|addition|reappoint(?:s|ed|ment)?|"
    r"elevat(?:es?|ed|ion)|install(?:s|ed)?|approv(?:es?|ed|al)"
    r"|transition|retirement|resignation|departure|hire)\b",
    re.IGNORECASE,
)
LEAVING = late_regex(
    r"\b(?:retirement|resignation|departure|retir(?:es?|ing|ed)|resign(?:s|ed|ing)?|step(?:s|ping|"
    r"ped)?\sdown|depart(?:s|ing|ed)|leav(?:es?|ing)|left)\b",
    re.IGNORECASE,
)
# No match is longer than 400 characters.
LEAVES = late_regex(
    rf"""\b(?=[a-z\s])(?=(?s:.{{0,400}}+)\Z)
    (?:(?P<past>resigned|retired|stepped\sdown|departed|left|fired|ousted|dismissed|sacked|removed|relieved)
    |(?:will|to|is|plans\sto|intends\sto|announced\s(?:his|her|that\s(?:he|she)\swill)
      |has\sannounced[^;]{{0,40}})?\s{{0,3}}
    (?:step(?:s|ping)?\sdown|retir(?:es?|ing|ement)|resign(?:s|ing|ation)?|depart(?:s|ing)?|leav(?:es?|ing)))\b
    (?:(?:\s[^;,]{{1,40}})?,?\s(?:ending|concluding|capping|closing|after|following)\s[^;,]{{3,60}}?(?=\sas\b))?
    (?:\s(?:from|his|her|their|the|a|current|active)){{0,3}}{ROLE}{FLUFF}$""",
    re.VERBOSE | re.IGNORECASE,
)
PRESENT = late_regex(
    rf"""\b(?=[abcdfhilmorsw]\w)(?=(?s:.{{0,600}}+)\Z)(?:
      (?:who\s{{1,3}})?(?:is|am|remains?|continues?)\b(?:\s{{1,3}}(?:also|currently|now|presently|still|both
        |serving|working
        |acting|proud\s{{1,3}}to\s{{1,3}}be|honored\s{{1,3}}to\s{{1,3}}be|pleased\s{{1,3}}to\s{{1,3}}be))*
    | \b(?:serves?|works?|acts?|doubles?|functions?)\b(?:\s{{1,3}}(?:currently|also|now|there|here|proudly|at|for
      |with|in      |[A-Z][\w'’&|-]*|the|both|of)){{0,9}}\s{{1,3}}(?=as\b)
    | \b(?:holds?|occup(?:y|ies)|carries)\b
    | \bis\s(?:now\s)?(?:in|beginning|entering|starting|completing)\s(?:his|her|their)
      \s[\w-]{{2,12}}\s(?:year|decade|term)(?=\sas\b)
    | \bbrings\b[^;]{{0,90}}?\sto\s(?:his|her|their|the)\s(?:new\s)?(?:role|position|post)(?=\sas\b)
    | \b(?:leads?|oversees|directs|manages|heads|runs|is\sresponsible\sfor)\b[^;,]{{0,60}}?(?=\bas\b)
    )(?:\s{{1,3}}(?:currently|also|now|both))?{ROLE}{FLUFF}$""",
    re.VERBOSE | re.IGNORECASE,
)
PERFECT = late_regex(
    rf"""\b(?:has|have|'ve|’ve)(?=(?s:.{{0,600}}+)\Z)\s{{1,3}}(?:(?:also|recently|since|most\s{{1,3}}recently|previously|proudly|successfully|long)\s{{1,3}})*
    (?:served|been|worked|acted|held|led|spent[^;]{{0,40}})\b[^;]{{0,60}}?{ROLE}{FLUFF}$""",
    re.VERBOSE | re.IGNORECASE,
)
REVERSED = late_regex(
    r"\A\s{0,3},?\s{0,3}(?:is|are|:|–|—|-|will be|remains)\s{0,3}(?:now\s{1,3}|currently\s{1,3})?$", re.IGNORECASE
)
FORMERLY = late_regex(
    r"\b(?:former(?:ly)?|previous(?:ly)?|prior|past|before|after|most recently|was|were|had been|once|"
    r"earlier|then|served|began|started|until|ex|worked|stints?"
    r"|experience|succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|retired|late|as an?)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
PAST_VERB = late_regex(r"\b(?:was|were|served|worked|held|had|acted|spent|began|became|rose|led|been)\b", re.IGNORECASE)
PAST_EVENT = late_regex(
    r"\b(?:was|were|became|joined|began|started|took over|assumed|moved|transitioned|returned"
    r"|accepted an? (?:position|job|post|role)|before (?:becoming|being))\b",
    re.IGNORECASE,
)
LEFT = late_regex(
    r"\b(?:previous(?:ly)?|prior to|before (?:joining|coming|that)|former(?:ly)?|most recently|in "
    r"(?:his|her) (?:previous|former|prior))\b",
    re.IGNORECASE,
)
HAD_BEEN = late_regex(r"\bhad been\b|\bwent on to (?:serve|hold|work)\b")
TO_COME = late_regex(r"\b(?:will|to)\s{1,3}(?:become|be|serve|join|succeed|replace|take|assume|lead)\b", re.IGNORECASE)
FIRST_TO = late_regex(r"\b(?:first|only|youngest|last)\s(?:[a-z-]{3,12}\s){1,3}to\s[a-z]{2,8}\b")
"""What is said of somebody besides, which is not to come: "the first woman to lead Elm Hospital"."""
EARLIER = late_regex(r"\b(?:previously|also served)\b")
SINCE_WORD = late_regex(r"\bsince\b")
FORMER_BEFORE = late_regex(
    r"\b(?:formerly|previously|former|ex-|retired|then|late|fired|ousted|dismissed|sacked|deposed)[\s,-]{0,3}"
    r"(?:the |an? |as )?$",
    re.IGNORECASE,
)
SECOND_POST = late_regex(
    r"\s{0,3},?\s{0,3}(?:and|as well as|where (?:he|she) is|who is)?\s{0,3}(?:also\s{1,3})?(?:serves?\s{1,3}as\s{1,3}|"
    r"is\s{1,3})?(?:the|a|an|as)?\s{0,3}"
)
AS_LEAD = late_regex(
    r"\b(?:as|role as|position as|new|current|our|its|the|long-?time|embattled|[a-z]{2,20}[’']s|"
    r"newly (?:named|appointed|hired|elected))\s{0,3}(?:the|a|an)?\s{0,3}$",
    re.IGNORECASE,
)
DATE_LINK = late_regex(
    r"\A[^.;]{0,90}?\b(?:since|effective|beginning|starting|as of|in|on|from)\s{0,3}(?:early |late |mid-)?",
    re.IGNORECASE,
)
DATE_START = late_regex(r"\b(?:since|effective|beginning|starting|as of)\s{0,3}$", re.IGNORECASE)
DATE_WORD = late_regex(r"\b(?:since|effective|beginning|starting|as of)\b", re.IGNORECASE)
SINCE_BEFORE = late_regex(r"\bsince\s{1,3}(?:early |late |mid-)?$", re.IGNORECASE)
IN_BEFORE = late_regex(r"\b(?:in|on|effective|since)\s{1,3}(?:early |late |mid-)?$", re.IGNORECASE)
HAS = late_regex(r"\b(?:has|have)\b")
REPLACES = late_regex(
    r"\b(?:succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|takes?\sover\s(?:for|from)|took\sover\s(?:for|"
    r"from)|follow(?:s|ed|ing))\s(?:retir(?:ing|ed)\s|longtime\s|former\s|outgoing\s)?$",
    re.IGNORECASE,
)
TAKEN_BY = late_regex(
    r"\b(?:(?P<soon>(?:will|to)\sbe)\s)?(?:succeeded|replaced|followed)\sby\s(?:(?:Dr|Mr|Mrs|Ms)\.?\s)?$"
)
"""What stands before somebody whose post behind "as" was another's: "Bo Lim will be succeeded by Ann Vale as chair"."""
AS_SINCE = late_regex(r"\A(?:\s(?:since|for|from|until|in)\s[^,]{1,40}(?:,\s[A-Z][\w.]{1,20})?)?,\s?$")
SITS = late_regex(
    r"\A[^;:]{0,40}?\b(?:joins?|joined|has joined|serves on|sits on|was added to|have joined)\s(?:the|its|our)?\s?$"
)
NEXT_NAME = late_regex(r"\A[,;]?\s?(?:and\s|&\s)?$")
"""What parts the names of a list that stand behind one title."""
NEXT_DUTY = late_regex(r"(?:,\s[a-z][a-z /&-]{2,40};|,)?\s(?:and\s)?")
"""The same where each has a department: "Department chairs are Ana Roe, surgery; and Bo Lim, medicine"."""
MAY_BE = late_regex(
    r"\s?(?:may|might)\s(?:well\s)?be\s(?:(?:the|a|an|its|their)\s)?(?:(?:new|newest|current|first)\s)?"
)
BUT = late_regex(r",\s(?:but|yet)\s(?:he|she|they|it|is|not)\b")
"""What follows on "may be" where it only grants what is so."""
NAMES = late_regex(r"\b(?:has|have)\s(?:named|appointed|promoted|elected|hired)\s(?:(?:Dr|Mr|Mrs|Ms)\.?\s)?$")
NAMES_TO = late_regex(
    r"\b(?:names?|named|appoint(?:s|ed)|promot(?:es|ed)|elect(?:s|ed)|hire[sd]|select(?:s|ed)|tap(?:s|ped)"
    r"|cho(?:ose|oses|se)|picks?|picked|recruit(?:s|ed)|installed)\s(?:(?:Dr|Mr|Mrs|Ms)\.?\s)?$"
)
TOLD_THEN_AS = late_regex(
    r"(?:,\s[A-Z][\w.-]{1,9}){0,4},\s(?:who|whose|formerly|previously)\s[^;.“”\"]{3,200},\s(?:as|to\sbe|to\sserve\sas)"
    r"\s(?:(?:the|its|their|our|an?)\s)?(?:(?:new|newest|next|first|permanent|full-time)\s)?"
)
"""What stands between one who is named and the post, with what was before told between: "named Jo Roe, who ran, as"."""
AS_NEXT = late_regex(r",?\s(?:as|to|for)\s")
"""What follows on the post that somebody has who is named to another."""
CHOSEN_FIRST = late_regex(
    r"(?:Also\s)?(?:[Nn]amed|[Aa]ppointed|[Ee]lected|[Hh]ired|[Cc]hosen|[Ss]elected|[Pp]romoted)\s(?:as|to)\b"
)
"""How a sentence begins that tells the post before its holder: "Named to the post of director was Jane Roe"."""
HOLDS_IT = late_regex(
    r",\swho\s(?:(?:currently|now|still|today)\s)?(?:holds|fills|occupies|has\sheld)\s(?:the|that|this)"
    r"\s(?:position|post|role|job|title)\b"
)
"""What follows on somebody who holds the post told before: "had no chief nurse, said Ana Roe, who holds the post"."""
LISTED = late_regex(r"\A,?\s?(?:and\s)?(?:the\s(?:re)?appointment of\s|of\s)?$")
STILL = late_regex(
    r"\b(?:since|currently|now|for (?:the (?:past|last) )?(?:more than |over |nearly |almost |about "
    r")?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|many|several) years"
    r"|for (?:the (?:past|last) |over |more than |nearly |almost )?(?:an? |two |three |several )?decades?|to date)\b",
    re.IGNORECASE,
)
UNREAL = late_regex(
    r"\b(?:could|might|may|should)\s(?:[a-z]{2,12}\s){0,2}?(?:be|become|serve|take|return|succeed|replace|join|lead"
    r"|assume|step|get|act|fill|have been)\b[^,;.]{0,60}$"
    r"|\bwould\s(?!(?:later|eventually|go on)\b)(?:[a-z]{2,12}\s){0,2}?(?:be|become|serve|take|succeed|replace"
    r"|join|assume|step|have been)\b[^,;.]{0,60}$"
    r"|\b(?:not|never|n[’']t)\s(?!only\b|just\b)(?:[a-z]{2,12}\s){0,3}(?:(?:the|an?|its|their|our|as)\s)?$"
    r"|\b(?:den(?:y|ies|ied)|rumou?red|declin(?:es?|ed|ing)|refus(?:es?|ed|ing)|reject(?:s|ed)|turn(?:s|ed|ing)?\sdown"
    r"|pass(?:ed|es)?\s(?:on|over)|(?:was|were|been|is|being)\soffered|considered|considering|candidate|candidates"
    r"|tipped|touted|favou?red|mooted|earmarked|short-?listed|long seen"
    r"|nominated|nominee|finalist|contender|front-?runner|appl(?:y|ies|ied|ying)|withdr(?:ew|awn|awal)|speculated"
    r"|speculation|vying|(?:hop(?:es?|ed|ing)|want(?:s|ed)?|s(?:eeks?|ought)|aspir(?:es?|ed|ing))\sto)\b[^,;.]{0,80}$"
)
"""What stands between a name and a title that the person has not: denied, rumored, possible, offered, declined."""
THAT = late_regex(r"\bthat\b[^;:,]{0,60}$")
REPORTED = late_regex(r"\b(?:said|announced|told|confirmed|reported|stated|wrote)\b[^;:]{0,80}$")
"""What stands before THAT where somebody reports what is settled: "she said that Ann Roe would serve as"."""
WOULD = late_regex(r"\A\s?would\s(?:serve|lead|become|take|act|step)\b")
NO_LONGER = late_regex(r"\b(?:no longer|not anymore)\b[^,;.]{0,40}$")
CONDITION = late_regex(
    r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|[Ss]hould)\s(?:[\w’]{1,14}\s){0,4}?(?:appointed|elected|confirmed|approved|chosen"
    r"|named|selected|hired|becomes?|became|wins?|accepts?|were)\b"
    r"|\b(?:[Rr]umou?rs?|[Rr]umou?red|[Ss]peculation|[Nn]ot true|[Uu]ntrue|[Dd]enie[sd]|[Dd]eny"
    r"|[Ff]alse|[Ii]magine|[Ss]uppose|(?:[Nn]obody|[Nn]o one|[Ff]ew) (?:believes?|thinks?|expects?)"
    r"|(?:earlier|previous) (?:version|report|story|article|edition)s?|[Ee]rroneously|[Ii]ncorrectly|[Mm]istakenly"
    r"|[Ww]rongly|fake|hoax)\b[^,;.]{0,60}$"
)
"""What stands before a name whose appointment is only supposed."""
GONE = late_regex(
    r"\A[\s,)]{0,3}(?:who\s)?(?:(?:has|had|was|were|is)\s(?:been\s)?)?(?:[a-z]{3,12}ly\s)?"
    r"(?:(?P<past>fired|ousted|dismissed|sacked|deposed|terminated|let go|forced out|relieved of|resigned|retired"
    r"|stepped down|died|passed away|killed"
    r"|left (?:his|her|their|the) (?:position|post|job|role)|no longer (?:listed|employed|serving|with))"
    r"|(?P<soon>will (?:retire|resign|step down)|(?:plans|intends) to (?:retire|resign|step down)|(?:is )?retiring"
    r"|is (?:resigning|stepping down)))\b"
    r"(?!\s(?:as|from (?:the|its|a|an|his|her|their)?\s?(?:[\w’'-]{2,16}\s){0,2}"
    r"(?:board|committee|council|commission))\b)"
)
"""What follows on a title and a name where the post has ended or is about to."""
WHILE_ONCE = late_regex(
    r"\b(?:[Ww]hile|[Ww]hen|[Aa]fter)\s(?:he|she|they)\s(?:had\s)?(?:served|worked|was)\b[^,;.]{0,30}$"
)
"""What stands before a title that its clause puts into the past: "While she served as chief nurse, Jane Roe"."""
AT_PLACE = late_regex(r"\sin\s[A-Z][\w.’'-]{1,20}(?:\s[A-Z][\w.’'-]{1,20}){0,2}(?:,\s[A-Z][\w.]{1,15}){0,2}(?=,)")
"""A place between a house and what became of its holder: "CEO of Elm Hospital in Oakvale, Ohio, resigned"."""
GONE_WITH = late_regex(
    r"\b(?=[dlrsw])(?=(?s:.{0,200}+)\Z)(?:resigned|retired|stepped\sdown|departed|were\s(?:fired|dismissed|ousted)|left)\b"
    r"[^;.“”\"]{0,20}(?:\.\s)?[^;.“”\"]{0,120}\balong\swith\s(?:the\s)?$"
)
"""What stands before somebody who has gone with another: "The CFO stepped down May 3, along with CEO Jane Roe"."""
SOON = late_regex(r"\A[^.;]{0,60}\b(?:effective|as of|at the end of|next|later this|in the coming)\b")
FOR_YEARS = late_regex(r"\sfor\s[^,]{0,30}\b(?:years|decades?|months),\s?$")
"""What stands between a post and its holder where it lasted: "As director for 13 years, Ann Vale knew it"."""
GREW = late_regex(r"\b(?:previously|formerly)\s[^.;]{0,160},\s(?:eventually|later|then|finally)\s(?:becoming|rising)\b")
"""How the last of several earlier posts is told: "previously worked as a nurse, eventually becoming a director"."""
ONCE = late_regex(r"\b(?:after|following|before|prior to|having)\b[^,;]{0,40}\bas\s{1,3}(?:the |an? )?$", re.IGNORECASE)
AFTER_YEARS = late_regex(
    r"\b(?:after|following)\s(?:[a-z0-9-]{1,12}\s){1,4}(?:years?|months|decades?)\s(?:[a-z]{2,12}\s){0,2}as\s{1,3}"
    r"(?:(?:the|an?|its|their)\s)?$"
)
"""How a post is told that somebody comes from: "joins us following nine years as"."""
AS_ENDS = ("as", "as the", "as a", "as an", "as its", "as their")
"""With what AFTER_YEARS ends: it is tried on these alone."""
ON_TO_NEXT = late_regex(
    r"[^.;“”\"]{0,120}?\bbefore\s(?:serving|becoming|rising|moving|transitioning|taking\s(?:on|over)|assuming"
    r"|being\s(?:named|appointed|promoted|elected|chosen|selected))\b"
)
"""What follows on a post that was given up for the next one."""
CHAINED = late_regex(r"\sin\s(?:[A-Z][a-z]{2,9}\s)?\d{4},?\s(?:and\s)?(?:then\s|later\s)?(?:as\s)?(?:the\s|an?\s)?")
OF_PLACE = late_regex(r"(?:of|at|from|with)\s[^,;]{2,50},\swho")
LATE = late_regex(r"\b[Tt]he late\s$")
