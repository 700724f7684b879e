"""The words of pressure: reproach, haste, leverage, assumed consent; and what takes it back."""

from __future__ import annotations

from outreach.asklint.checks import Phrase

_ANSWER = (
    "answers?|repl(?:y|ies)|responses?|respond|decisions?|confirmation|confirm|commitment|yes|hear|hear back|word"
    "|time slot|dates?"
    "|interview|call|get back|write back|feedback|sign-?off|approval"
)
_SOON = (
    "today|tonight|tomorrow|immediately|at once|asap|a\\.s\\.a\\.p|as soon as possible|right away|right now"
    "|without delay|now(?! or (?:later|then|in))"
    "|promptly|this (?:morning|afternoon|evening|week|minute|instant)|by (?:noon|friday|monday|tuesday|wednesday"
    "|thursday"
    "|the end of (?:the|this) (?:day|week)|end of day|close of business|eod|cob|tonight|tomorrow|midnight|return)"
    "|within (?:the )?(?:next )?(?:24|48|72|\\w+) hours?|within the (?:hour|day|week)|no later than|at your earliest"
)
CALM = (
    r"\bno (?:reply|answer|response|rush|hurry|pressure|obligation|deadline|urgency)\b|\b(?:not|nothing|isn't) "
    r"(?:at all )?urgent\b"
    r"|\bi (?:will|shall) (?:not|never) (?:write|ask|press|trouble|remind|follow)|\bi won't (?:write|ask|press|trouble"
    r"|remind|follow|bother)"
    r"|\b(?:perfectly|quite|completely|entirely|absolutely) (?:fine|all right|understandable|ok|okay)|\bi "
    r"(?:fully |quite |completely )?understand\b"
    r"|\bneed not\b|\bdon't (?:need|have) to\b|\bdo not (?:need|have) to\b|\bwrong (?:season|time|moment)\b"
    r"|\bwhenever (?:it )?suits"
)

PRESSURE: tuple[Phrase, ...] = (
    ("bumping bump bumped", r"\bbump(?:ing|ed)?\b(?! up from|s in)"),
    ("inbox", r"\b(?:top|back to the top|front|surface) <2>of your inbox\b|\bfloat(?:ing)? this\b"),
    ("checking check checked", (
            r"\b(?:just|only|simply|still|again|merely) checking\b|\bchecking (?:in|back|up|if you|whether you)\b"
            r"|\b(?:just|wanted to|thought i'd) check(?:ed)? (?:in|back|if|whether|that you)\b"
        )),
    ("ping pinging nudge nudging nudged chasing chase", (
            r"\b(?:ping|nudg|chas)(?:ing|ed|e)? (?:you|this|my|up|again)\b|\b(?:gentle|friendly|quick|little"
            r"|another) (?:ping|nudge)\b"
        )),
    ("reminder remind reminding reminded", (
            r"\b(?:gentle|friendly|kind|quick|final|last|another|second|third|polite|little) reminder\b"
            r"|\bremind(?:ing)? you (?:again|once more|that (?:i|you|we)|of my (?:request|email|letter|message))\b"
        )),
    ("following follow followed", (
            r"\b(?:following|follow|followed) up (?:again|once more|once again|yet again|for the \w+ time|on my "
            r"(?:last|previous|earlier|unanswered|many|two|three))\b|\b(?:just|only) following up\b"
        )),
    ("time times email emails message messages note letter attempt try reminder letters notes", (
            r"\b(?:second|third|fourth|fifth|sixth|2nd|3rd|4th|umpteenth) (?:time|e-?mail|message|note"
            r"|letter|attempt|try|request|reminder|and final) ?(?:<4>(?:you|i|write|wrote|this week|in|about"
            r"|request))?|\b(?:twice|two|three|four|five|several|many|multiple|\d) <1>(?:times|e-?mails|messages"
            r"|letters|notes|attempts) <5>(?:without|and (?:still|no|nothing)|unanswered|already|now|ignored|no)\b"
        )),
    ("heard received gotten got had seen hear", (
            r"\b(?:have not|haven't|had not|not yet|never|yet to|still not|have still not|did not|didn't|still "
            r"haven't) <2>(?:heard|received|gotten|got|had|hear|receive|get|seen) <4>(?:back|you|reply|response"
            r"|answer|anything|word|acknowledg\w+)\b"
        )),
    ("update updates news",
        r"\bany (?:updates?|news|progress|thoughts|word) (?:on|yet|for me|about|from)\b|\bany updates?\?"),
    ("did", (
            r"\bdid (?:you|my) <3>(?:get|see|receive|read|miss|have a chance|arrive|reach)\b <4>(?:e-?mail|message"
            r"|note|letter|request|last|previous|earlier|it\b|mine|one)"
        )),
    ("replied answered responded answering replying reply answer respond bothered", (
            r"\byou (?:have not|haven't|did not|didn't|never|still have not|still haven't|have yet to|have never"
            r"|keep not|don't|have failed to|failed to) <2>(?:repl|answer|respond|bother|acknowledg)"
        )),
    ("silence silent", (
            r"\b(?:your|such|this|the|so much) silence\b|\bbeen silent\b"
            r"|\bsilence (?:as|means|will(?! not)|is)\b"
        )),
    ("ignore ignored ignoring",
        r"\b(?:ignor(?:e|ed|ing)) (?:me|my|this|us|our|again)\b|\bbeing ignored\b|\bgo ignored\b"),
    ("missed case", r"\bin case (?:you|my|this|it) <4>(?:missed|lost|buried|slipped|spam|overlooked|went|got|fell)\b"),
    ("again", (
            r"\b(?:once again|yet again|again and again|i write again|writing again|asking again|i ask again) "
            r"<5>(?:because|since|as|you|request|ask|until)?"
        )),
    ("urgent urgently urgency", (
            r"^urgent\b|\burgent(?:ly)?[:!]|\b(?:is|very|extremely|most|quite|so|kindly|request|an?|it's) "
            r"urgent(?:ly)?\b(?! (?:care|surg|refer|transfer|case|visit|need for|appoint|patient|treat|caes))"
            r"|\burgent(?:ly)? (?:need|request|matter|reply|response|answer|attention|await|require)"
        )),
    ("chance notice opportunity call", r"\b(?:last|final) (?:chance|notice|opportunity|call|warning|appeal)\b"),
    ("clock time", (
            r"\b(?:the )?clock is ticking\b|\btime is (?:running out|of the essence|short|almost up)\b|\brunning out "
            r"of time\b"
        )),
    ("hurry", r"\b(?:please hurry|hurry up|you(?:'d| had)? better hurry)\b"),
    ("expect expecting", (
            r"\b(?:i|we)(?:'m| am|'re| are)?(?: fully| do| shall| will)? expect(?:ing)? (?:you|your|an? (?:answer"
            r"|reply|response)|to hear|that you|nothing less)\b"
        )),
    ("insist demand demanding insisting", r"\b(?:i|we)(?:'m| am)? (?:must |have to )?(?:insist|demand)(?:ing)?\b"),
    ("refuse refusal no", (
            r"\b(?:cannot|can't|could not|couldn't|must not|won't|will not) (?:refuse|say no|turn (?:this|me) down"
            r"|decline)\b|\btake no for\b|\bno for an answer\b|\bno is not an option\b|\byour refusal\b"
        )),
    ("surely certainly", (
            r"\b(?:surely|certainly) <1>(?:you|a leader|someone|your office|an executive|even you|there|even)\b "
            r"<6>(?:can|could|will|would|must|have|spare|find|is|has|manage)\b|\byou (?:can|could|must) (?:surely"
            r"|certainly)\b"
        )),
    ("least", r"\bthe (?:very )?least (?:you|that you|your)\b|\bthe least that you\b"),
    ("owe owes duty obligation obliged obligated responsibility", (
            r"\byou owe\b|\byou (?:have|are under|feel) <2>(?:duty|obligation|responsibility) (?:to (?:answer|reply"
            r"|speak|share|the|us|me|our|your|help|give))|\byou are <1>(?:obliged|obligated)\b|\b(?:it is|it's) your "
            r"(?:duty|responsibility|obligation)\b|\bwould be irresponsible\b"
        )),
    ("must", (
            r"\byou (?:really |simply |just |absolutely )?must (?!be|have|get|receive|hear|know|see so|feel|meet many"
            r"|face|answer to|report|choose|balance|weigh|deal|juggle|decide|not feel|not think)"
        )),
    ("need have", (
            r"\byou(?:'ll| will)? (?:really |simply |just |absolutely )?(?:need|have|had better|ought) to (?:answer"
            r"|reply|respond|confirm|decide|tell me|let me|give me|get back|make time|find time|speak|talk|agree|say"
            r"|make|act|sign)\b"
        )),
    ("everyone everybody others other colleagues peers competitors rivals all every", (
            r"\b(?:everyone else|everybody else|all the others?|the others?|every other|other <2>(?:leaders"
            r"|executives|hospitals|ceos|presidents|systems|officers)|your (?:peers|colleagues|competitors|rivals"
            r"|counterparts)|all (?:the )?\w+ (?:leaders|executives|ceos)) <6>(?:agreed|said yes|accepted|replied"
            r"|answered|responded|found (?:the )?time|on board|signed|already|made time|confirmed|managed)\b"
        )),
    ("assume count consider take presume", (
            r"\bi(?:'ll| will| shall| must| can only| am going to|(?: will)? have to)? <1>(?:assume|presume"
            r"|take it|consider it"
            r"|count on|take that as|take your|be counting|conclude) (?!<6>(?:not |no |wrong|busy|inconvenient"
            r"|another season|the season|timing))<4>(?:you|yes|agree|accept|approv|consent|ok|okay|silence|fine|that"
            r"|your|this)"
        )),
    ("pencil penciled put booked reserved scheduled blocked", (
            r"\bi(?:'ve| have|'ll| will) (?:already |gone ahead and )?(?:penciled|pencil|put|booked|reserved"
            r"|scheduled|blocked|set|entered) <4>(?:you in|you down|for you|your calendar|with you|your name|on "
            r"your)\b"
        )),
    ("unless", (
            r"\bunless (?:i|you|we) (?:hear|object|tell|write|reply|say|respond|receive|answer|have (?:your|an? "
            r"(?:answer|reply|yes))|get|approve|sign|act|agree)\b"
        )),
    ("hear", (
            r"\bif (?:i|we) (?:do not|don't|haven't|have not|fail to) hear\b(?!.{0,80}\b(?:not write|not trouble"
            r"|leave it|wrong|let (?:it|the matter) rest|close|no longer|not bother|won't|never))"
        )),
    ((
            "disappointed disappointing disappointment shame pity regret embarrassing embarrassed hurt sad upset "
            "upsetting frustrated frustrating heartbroken crushed devastated"
        ), (
                r"\b(?:disappoint(?:ed|ing|ment)|shame|pity|regret|embarrass(?:ed|ing)|hurt|sad|upset(?:ting)?"
                r"|frustrat(?:ed|ing)|heartbroken|crushed|devastated) <6>(?:if you|if we|if i|not to|were|that you"
                r"|to have to|should you|not hear|by your|your|you did|you have|without|no answer|no reply)\b"
            )),
    ("let leave disappoint fail", (
            r"\b(?:please )?(?:don't|do not|you wouldn't want to|you won't) (?:let (?:me|us|our|readers|them|this) "
            r"down|leave (?:me|us|our)\b <2>(?:hanging|waiting|down|without)|disappoint|fail (?:me|us|our)|make (?:me"
            r"|us) (?:wait|beg|ask|write))"
        )),
    ("counting relying depending depends banking", (
            r"\b(?:counting|relying|depending|banking) on (?:you|your)\b|\b(?:whole|entire|everything|my|our) "
            r"<4>depends? on (?:you|your)\b"
        )),
    ("without", (
            r"\bwithout (?:you|your (?:answer|reply|interview|help|yes|input|cooperation)) <8>(?:fail|cannot|can't"
            r"|collapse|impossible|fall|lose|lost|dead|miss|worthless|nothing|ruin|suffer)"
        )),
    ("call phone stop ring visit come", (
            r"\bi(?:'ll| will| shall| intend to| plan to) <2>(?:call|phone|ring|stop by|come by|drop by|write|wait"
            r"|visit|e-?mail|keep|be) <6>(?:every|until|each|daily|again and again|lobby|keep (?:calling|writing)"
            r"|until you|outside)\b"
        )),
    ("keep", r"\b(?:i|we)(?:'ll| will| shall)? keep (?:writing|calling|trying|asking|e-?mailing|sending|following)\b"),
    ("declined refused declining wonder notice", (
            r"\b(?:write|print|say|state|report|note|mention) <3>that you (?:declined|refused|would not|were "
            r"unavailable|ignored|did not)\b|\breaders will (?:wonder|notice|ask why|see that you|draw)\b|\bpeople "
            r"(?:will|may|might) (?:wonder|ask|think|say) <3>(?:why you|you)\b"
        )),
    ("grade job career boss editor supervisor professor depends trouble rides", (
            r"\bmy <2>(?:grade|job|career|degree|graduation|future|whole career|boss|editor|supervisor) "
            r"<6>(?:depends?|rides?|hangs?|line|stake|fire|kill|angry|pressing me|pushing me)\b|\bget (?:me "
            r")?in(?:to)? trouble\b"
        )),
    ("begging beg desperate pleading plead desperately implore", (
            r"\bi(?:'m| am)? <2>(?:begging|beg|desperate|pleading|plead|implore)\b(?! (?:to differ|your pardon))"
            r"|\bdesperately need\b|\bi beg of you\b"
        )),
    ("please", r"\bplease,? please\b|\bpretty please\b"),
    ("excuse excuses",
        r"\b(?:no|what) excuses?\b|\bthere is no reason (?:not to|why you (?:cannot|can't|should not))\b"),
    ("wait waiting waited patient", (
            r"\b(?:cannot|can't|could not|not going to|won't) (?:wait|hold (?:the|this)) (?:much |any )?(?:longer"
            r"|forever|for (?:you|your)|until you)\b|\bi(?:'m| am| have been|'ve been| was| am still) (?:still "
            r")?(?:waiting|patient) <3>(?:for you|for your|long enough|on you|for an answer|for a reply|for weeks"
            r"|for days|to hear|very)\b|\bkept? (?:me|us) waiting\b|\bmy patience\b"
        )),
    ("minute minutes seconds second hard much busy nobody", (
            r"\bhow hard (?:can|is|could|would)\b|\b(?:it )?(?:only |just )?takes? (?:you )?(?:only |just |all of "
            r"|less than )?(?:a|one|two|five|\d{1,2}|thirty) (?:minutes?|seconds?)(?: of your time)? to (?:answer"
            r"|reply|respond|say|write|click|confirm)\b|\b(?:nobody|no one|no-one) is (?:that|too|so) busy\b|\b(?:too"
            r"|that|so) busy (?:for|to (?:answer|reply|even|write|help|spare)) ?<3>(?:me|us|a|one|student|note"
            r"|e-?mail)?|\bis (?:it|that) (?:really )?too much to ask\b|\bnot (?:too )?much to ask\b|\basking (?:too "
            r"much|for much)\b"
        )),
    ("interest regret sorry miss", (
            r"\b(?:in your (?:own )?(?:best )?interest|you(?:'ll| will| would| may| might) (?:regret|be sorry|miss "
            r"out|not want to miss)|you (?:don't|do not|won't) want to miss|miss(?:ed|ing)? (?:out|this chance))\b"
        )),
    ("look reflects reflect badly",
        r"\b(?:would|will|might|could) (?:look|reflect|sound) (?:bad|badly|poorly|odd|strange)\b"),
    ((
            "right now asap immediately tomorrow today tonight friday monday tuesday wednesday thursday noon day "
            "week hours business earliest eod cob possible away once delay promptly later midnight return possible"
        ),
     (
         rf"\b(?:need|needs|require|requires|want|expect|must have|have to have|await|awaiting|give me|send me|let "
         rf"me know|answer(?: me)?|reply|respond|confirm|get back(?: to me)?|write back|call me|tell me|decide|say "
         rf"yes|hear|approve|sign)\b <7>(?:{_SOON})\b"
     )),
    ("today tonight tomorrow immediately asap eod cob",
        rf"\b(?:{_ANSWER}) <4>(?:is |are )?(?:needed|required|expected|due|requested|mandatory|essential)\b"),
    ("needed required expected due mandatory", (
            rf"\b(?:your |an? |immediate |prompt |urgent |quick )<1>(?:{_ANSWER}) (?:is|are|will be) <2>(?:needed"
            rf"|required|expected|due|mandatory)\b"
        )),
    ("nothing vain waste wasted", (
            r"\b(?:work|effort|efforts|everything|weeks|months|time|all of it|hours) <10>(?:for nothing|in vain|to "
            r"waste|wasted|lost forever)\b"
        )),
    ("hope chance", r"\b(?:my|our|the) (?:last|only) (?:hope|chance|option|resort)\b"),
    ("fail fire drop lose", (
            r"\bwill (?:fail|fire|drop|flunk|kill|punish) me\b|\b(?:or (?:else )?i|i will|i'll|i would|i could) "
            r"(?:lose|fail|be fired|miss) <4>(?:place|grade|spot|job|class|course|slot|deadline|chance)\b"
        )),
    ("board chair chairman trustees boss superiors", (
            r"\b(?:hate|like|want|wouldn't want) <1>(?:for )?your (?:board|chair\w*|trustees|staff|boss|superiors"
            r"|community)\b|\b(?:go|write|turn|complain|take this|appeal|speak) (?:directly )?to your (?:board"
            r"|chair\w*|boss|superiors?|trustees)\b"
        )),
    ("competitor competitors rival rivals neighbor counterpart", (
            r"\b(?:competitors?|rivals?|neighbors?|counterparts?) <6>(?:said yes|agreed|accepted|replied|answered"
            r"|responded|already|found the time)\b"
        )),
    ("whether", (
            r"\bwhether (?:or not )?you (?:speak|talk|answer|reply|agree|respond|like it|cooperate|choose to)\b.{0,"
            r"30}\b(?:or not|not|[.!]|anyway)"
        )),
    ("beg begging", r"\b(?:make|have) me (?:beg|plead|ask again)\b"),
    ("neck back save saved",
        r"\bbreathing down my neck\b|\bon my back\b|\b(?:only you|you alone|you) can save\b|\bsave me\b"),
    ("leader executive person", (
            r"\b(?:a|any|no) (?:true |real |good |responsible |caring )?(?:leader|executive|person) who <9>would "
            r"(?:find|make|answer|reply|take|surely|not|ignore)\b"
        )),
    ("only", (
            r"\b(?:be|are|is) the only (?:one|leader|hospital|executive|person) <4>(?:missing|not|who (?:has not"
            r"|hasn't|did not|didn't|refused|declined)|left out|without)\b|\b(?:it's|it is|that's|that is) (?:only"
            r"|just) <2>(?:minutes)\b"
        )),
    ("why", r"\bwhy (?:no|not|the|this|have i had no) (?:answer|reply|response|answering|silence|replying)\b"),
    ("heaven's god's sake", r"\bfor (?:heaven's|god's|goodness'?|pete's) sake\b"),
    ("number", (
            r"\b(?:attempt|note|e-?mail|message|try|letter|reminder) (?:number|no\.?|#) ?(?:\d|two|three|four|five"
            r"|six)\b"
        )),
    ("pest pester nag bother bug annoy", (
            r"\b(?:be|being) a (?:pest|nag|bother|nuisance)\b|\bsorry to (?:pester|bother you again|keep|nag|bug"
            r"|chase|trouble you again)\b|\bnot to (?:pester|nag)\b"
        )),
    ("rude impolite unprofessional unfair unkind disrespectful inconsiderate arrogant discourteous", (
            r"\b(?:a bit|rather|quite|very|simply|just|so|is|was|be|find it|seems|would be) (?:a bit |rather |quite "
            r"|very |simply |just |so )?(?:rude|impolite|unprofessional|unfair|unkind|disrespectful|inconsiderate"
            r"|arrogant|discourteous)\b"
        )),
    ("refused declined", (
            r"\b(?:write|print|say|state|report|note|mention|publish|add) <3>(?:that you )?(?:declined|refused) "
            r"(?:to comment|to speak|an interview|comment|our|my|to be)\b"
        )),
    ("yes", r"\byes (?:tonight|today|tomorrow|now|by(?! (?:e-?mail|mail|phone|telephone|letter|post|text|fax)))\b"),
    ("take", (
            r"\bwhat (?:would|will|does|must) (?:it|i) <1>(?:take|do) (?:to|for|so)\b <4>(?:answer|reply|response|yes"
            r"|you)\b"
        )),
    ("any", (
            r"\bany chance (?:that )?you(?:'ve| have)? (?:saw|seen|got|gotten|read|had|missed|received|looked|could "
            r"look)\b"
        )),
    ("disappoint fail", (
            r"\b(?:not|never|don't) (?:disappoint|fail|let down|forget) (?:the|your|our|my|young|these|readers|those"
            r"|us|me)\b"
        )),
    ("not", (
            r"\b(?:i|we)(?:'ve| have) (?:still )?not (?:gotten|received|heard|had|got|seen) <4>(?:back|you|reply"
            r"|response|answer|anything|word)\b"
        )),
    ("time-sensitive sensitive importance priority utmost", (
            r"\btime[- ]sensitive\b|\b(?:of|is of) (?:the )?(?:utmost|extreme|greatest|highest) (?:importance|urgency"
            r"|priority)\b|\b(?:top|high|highest) priority\b(?! for| of| on)"
        )),
    ("holding hold held saving keeping", (
            r"\b(?:holding|hold|held|saving|keeping) <1>(?:the|a|your|this|that) <1>(?:page|slot|space|spot|place"
            r"|column|seat) <3>(?:until|till|for you|for only|just|only)\b"
        )),
    ("lobby doorstep office door", (
            r"\bi(?:'ll| will| shall| am going to)? <2>(?:be|come|wait|stand|sit|camp|appear|show up|drop by|stop "
            r"by) <1>(?:in|at|to|outside|on|by)? ?(?:your|the) (?:lobby|doorstep|office|door|waiting "
            r"room)\b(?!.{0,20}if)"
        )),
    ("promised", r"\byou promised\b"),
    ("heartless cruel coward afraid hiding hide",
        r"\b(?:what are you|are you|you must be) (?:afraid|hiding|scared)\b|\b(?:nothing|something) to hide\b"),
    ("treat", r"\b(?:please|kindly) treat <3>as <2>(?:urgent|time|priority|important|final)\b"),
    ("no zero single", (
            r"\b(?:had|have had|have|got|received|seen|and|with) (?:still |yet )?(?:no|zero|not one|not a "
            r"single) (?:reply|replies|answers?|responses?|word back|reaction)\b"
        )),
    ("latest", r"\bat the (?:very )?latest\b"),
    ("answer answers comments comment reply response decision okay confirmation feedback", (
            r"\byour (?:answers?|comments?|reply|response|decision|okay|ok|confirmation|feedback) <2>by "
            r"(?:\d{1,2} ?(?:am|pm|a\.m|p\.m|:|o'clock)|noon|midnight|(?:sun|mon|tues|wednes|thurs|fri"
            r"|satur)day\b(?!,? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|tonight|tomorrow|five|the "
            r"end of (?:the|this) (?:day|week))"
        )),
    ("ahead proceed publish print run", (
            r"\bi(?:'ll| will| shall| am going to| must) (?:just |simply |have to )?(?:go ahead|proceed|publish"
            r"|print|run)\b <8>(?:with what|without|anyway|as it is|as is|regardless)\b"
        )),
    ("surely", r"\byou(?:'ve| have|'d| would| will|'ll)? surely\b"),
    ("but except", r"\b(?:everyone|everybody|all|every \w+|they all) <5>(?:but|except) you\b"),
    ("conclusions", r"\bdraw (?:their|our|your|my|its) own conclusions?\b"),
    ("waiting", r"\bstill (?:waiting|hoping for an answer)\b"),
    ("without", (
            r"\b(?:cannot|can't|won't be able to|will not be able to|could not|couldn't) (?:finish|graduate"
            r"|publish|complete|go on|submit|pass|continue|close) <4>without (?:you|your)\b"
        )),
    ("priority prioritize", r"\bmake (?:this|it|me|my \w+) (?:a|your) <1>priority\b|\bprioriti[sz]e (?:this|my)\b"),
    ("today tonight tomorrow",
        r"\b(?:it|this|that) (?:has|needs|will have) to be <2>(?:today|tonight|tomorrow)\b"),
    ("otherwise else", (
            r"\b(?:otherwise|or else) <2>(?:it|i|we|this|the \w+)(?:'s|'ll| is| will| am| are)? <2>(?:go|goes|going"
            r"|print|publish|run|runs|submit|assume|send)\b"
        )),
    ("tried called phoned rang emailed written asked", (
            r"\bi(?:'ve| have)? <2>(?:asked|tried|called|phoned|rang|e-?mailed|written|wrote) <5>(?:twice|(?:two|three"
            r"|four|five|six|several|many|countless|\d) times|again and again|repeatedly)\b"
        )),
    ("suspense hold hanging tenterhooks limbo",
        r"\b(?:in suspense|on hold|hanging in the air|on tenterhooks|in limbo)\b"),
    ("important", r"\b(?:really|very|so|extremely|terribly) important (?:for|to) me\b"),
    ("hoping expecting expected", (
            r"\bi (?:was|had been|am) <2>(?:hoping|expecting) <1>(?:a|an|any) <3>would (?:answer|reply|respond"
            r"|care|help|find)\b|\bi (?:had )?expected (?:better|more) (?:of|from)\b"
        )),
    ("know", (
            r"\bneed to know <2>(?:whether|if|by|today|now|soon|tonight)\b|\blet me know (?:today|tonight|now|by "
            r"(?:tonight|tomorrow|noon))\b"
        )),
    ("asap", r"\basap\b"),
    ("soonest earliest", r"\b(?:at (?:the|your) (?:very )?(?:soonest|earliest)|as soon as (?:humanly )?possible)\b"),
    ("prompt immediate speedy swift quick", (
            r"\b(?:your|a|an) <1>(?:prompt|immediate|speedy|swift|instant) (?:answer|reply|response|attention|action"
            r"|decision|confirmation)\b"
        )),
    ("really afford risk", r"\bcan you (?:really )?(?:afford|risk)\b"),
    ("deserve deserves earned", (
            r"\b(?:i|we) (?:deserve|have earned|think i deserve) <2>(?:answer|reply|response|minutes|courtesy"
            r"|least)\b"
        )),
    ("courtesy decency respect", r"\b(?:the|common|simple|basic) (?:courtesy|decency|respect) (?:of|to|would)\b"),
    ("help favor after everything",
        r"\bafter (?:all|everything) (?:that )?i(?:'ve| have)? (?:did|done|put|sent|wrote|written)\b"),
    ("publish publishing print go", (
            r"\b(?:publish|print|go ahead|run (?:it|the article|the piece)|submit) <4>(?:with or without|without your"
            r"|whether or not|regardless|anyway)\b|\bwith or without you\b"
        )),
    ("honestly frankly", r"\b(?:frankly|honestly),? (?:i am|i'm) <2>(?:surprised|disappointed|annoyed|shocked)\b"),
    ("surprised annoyed shocked",
        r"\bi(?:'m| am| was) <2>(?:surprised|annoyed|shocked) (?:that you|not to|by your|you (?:have|did))"),
    ("still", r"\b(?:i(?:'m| am)|we(?:'re| are)) still (?:waiting|hoping for your|awaiting|without)\b"),
    ("explain reason tell",
        r"\b(?:explain|tell me) why you (?:have not|haven't|won't|will not|did not|didn't|cannot|can't)\b"),
)  # fmt: skip
