"""Praise has to have a fact behind it."""

from __future__ import annotations

import re

from outreach.asklint.checks import Phrase, phrases
from outreach.asklint.reading import Reading, Sentence
from outreach.asklint.types import Example, Kind, Known, Rule, Severity

_STRONG = (
    "amazing|incredible|extraordinary|remarkable|outstanding|phenomenal|exceptional|brilliant|visionary|legendary"
    "|unparalleled|unmatched|unrivaled|unrivalled|world-class|stellar|awe-inspiring|iconic|renowned|esteemed|peerless"
    "|incomparable|superb|exemplary|impeccable|breathtaking|spectacular|inspiring|inspirational|groundbreaking"
    "|trailblazing|one-of-a-kind|unbelievable|unsurpassed|magnificent|marvelous|sublime|distinguished|illustrious"
    "|game-changing|mind-blowing|jaw-dropping|transformational|unequaled|matchless|celebrated|acclaimed|admirable"
    "|fabulous|astonishing|astounding|tireless|invaluable|prestigious|exalted|eminent|revered|stunning"
)
_WEAK = (
    "wonderful|great|fantastic|awesome|excellent|terrific|tremendous|beautiful|lovely|fine|perfect|unique|vast|immense"
    "|deep|extensive|rich|impressive|bold|fearless|selfless|noble|tireless|passionate|pioneering|thoughtful|gifted"
    "|generous|stunning|sterling|enormous|profound|amazingly|wise"
)
_QUALITY = (
    "work|works|leadership|career|vision|wisdom|journey|achievements?|accomplishments?|insights?|knowledge|experience"
    "|expertise|mind|talent|legacy|success|successes|contributions?|dedication|commitment|passion|example|efforts?"
    "|reputation|record|job|impact|spirit|greatness|genius|brilliance|intellect|heart|story|profile|background|life"
    "|service|presence|energy|gift|skills?|excellence|philosophy|style|path|rise|everything|self|organization|hospital"
    "|team|health system|institution"
)
_NOUNS = (
    "inspirations?|genius|hero|heroine|legend|icon|idol|role model|rock star|rockstar|superstar|star|giant"
    "|luminary|guru"
    "|visionary|trailblazer|maverick|beacon|north star|thought leader|gold standard|treasure|force of nature|powerhouse"
    "|gem|titan|lighthouse|light|pillar|prodigy|wizard|maestro|exemplar|paragon|pioneer|wonder|marvel|blessing"
    "|leader of leaders"
)
_NOUN_WORDS = f"{_NOUNS.replace('s?', '').replace('|', ' ')} inspirations"
_LEADERS = (
    "leaders?|executives?|administrators?|ceos?|minds?|people|persons?|professionals?|presidents?|officers?|nurses?"
    "|physicians?|hospitals?|systems?|organizations?|voices?|figures?|thinkers?|someone|visionaries|nurse executives?"
    "|managers?|women|men|woman|man|experts?|teams?|health systems?"
)
_WHOLE_WORLD = (
    r"(?:everyone|everybody|we all|all of us|the (?:whole|entire) (?:field|industry|world|profession|state"
    r"|country)|people everywhere)"
)

_PRAISE: tuple[Phrase, ...] = (
    ("admire admired admiring admiration admirer admirers",
     (
         r"\b(?:i|i've|i'm|i'd|we|we've|many|people|my|with|such|great|deep|deepest|utmost|sincere|an?)\b "
         r"<5>admir(?:ed|ers?|e|ing|ation)\b"
     )),
    (_STRONG.replace("|", " "), rf"\b(?:your|you|you're|you've|yourself)\b <6>(?:{_STRONG})\b"),
    (_STRONG.replace("|", " "),
        rf"\b(?:{_STRONG}) <6>(?:you|your|yours|yourself|you've|you're|leader|leaders|person|executive|human)\b"),
    (_WEAK.replace("|", " "), rf"\byour <2>(?:{_WEAK}) <3>(?:{_QUALITY})\b"),
    (_WEAK.replace("|", " "), (
            rf"\byou(?:'re| are| must be| have been)(?: truly| really| simply| just| clearly| obviously| so)? "
            rf"<1>(?:a |an |the )?<1>(?:{_WEAK})\b (?!that|if|to hear)"
        )),
    (_WEAK.replace("|", " "), rf"\bthe (?:{_WEAK}) <1>(?:{_QUALITY}) <2>(?:you|your)\b"),
    ("inspires inspire inspired inspiring inspiration", (
            r"\byou(?:'ve|r|rs|rself)?\b <8>inspir(?:es?|ed|ing|ation)\b (?:<1>(?:me|us|so many|many|people|all"
            r"|everyone|others|countless|generations|my)\b)?"
        )),
    ("inspired inspires inspiration", (
            r"\b(?:i(?:'m| am| was| have been| feel)|we(?:'re| are)) <3>inspired <4>(?:you|your)\b|\bdraws? "
            r"<2>inspiration from you|\ban? <1>inspiration (?:to|for|of)\b"
        )),
    (_NOUN_WORDS,
     rf"\byou(?:'re| are|'ve been| have (?:long |always )?been| remain| were| truly are)\b <6>(?:{_NOUNS})\b"),
    (_NOUN_WORDS,
     (
         rf"\b(?:such )?an? <3>(?:{_NOUNS}) (?:like|such as|of your|as you)\b|\b(?:as|being) <2>an? <2>(?:{_NOUNS}) "
         rf"(?:in|of|to|for)\b|\b(?:my|our) <3>(?:hero|heroine|idol|role model|north star|inspiration)\b|\bthink of "
         rf"you as\b"
     )),
    ("fan follower admirer devotee fangirl", (
            r"\b(?:big|biggest|huge|great|greatest|long-?time|lifelong|devoted|avid|loyal|enormous|massive|total"
            r"|number one) (?:fan|follower|admirer|devotee)\b|\bfan of (?:you|your)\b"
        )),
    ("followed following watched", (
            r"\bi(?:'ve| have)(?: been)? <3>(?:followed|following|watched|watching) <2>(?:you|your) ?<3>(?:career"
            r"|work|journey|rise|leadership|achievements|path|with|for|from|closely)?"
        )),
    ("look looked looks looking", r"\blook(?:s|ed|ing)? up to (?:you|your)\b"),
    ("awe awed awestruck starstruck speechless mesmerized dazzled amazed astonished floored wowed captivated stunned",
     (
         r"\b(?:in (?:\w+ )?awe|awed|awestruck|starstruck|speechless|mesmerized|dazzled|amazed|astonished|floored"
         r"|wowed|captivated|stunned) ?(?:<3>(?:of|by|at|with|how) ?<6>(?:you|your|everything))?"
     )),
    ("blown", r"\bbl(?:own|ew|ows) <2>away\b"), ("blew blows", r"\bbl(?:ew|ows) <2>away\b"),
    ("worship idolize idolized revere revered adore adored venerate",
        r"\b(?:i|we) <3>(?:worship|idolized?|revered?|adored?|venerate)\b"),
    ("impressed impresses", (
            r"\b(?:i(?:'m| am| was|'ve been| have been)?|we(?:'re| are| were)) <5>impressed\b|\bimpressed by (?:you"
            r"|your)\b|\byour? <6>impress(?:es|ed) (?:me|us|everyone)\b"
        )),
    ("respect", (
            r"\b(?:utmost|deepest|highest|greatest|immense|enormous|tremendous|profound|so much|nothing but) "
            r"(?:respect|esteem|regard) (?:for|to) (?:you|your|all)\b"
        )),
    ("everyone everybody all whole entire people",
     (
         rf"\b{_WHOLE_WORLD} <6>(?:looks? up|talks? about|admires?|loves?|adores?|envies|respects?|knows? <4>(?:great"
         rf"|best|name|special)|in awe|praises?|wants? to be like|speaks? <3>highly)\b"
     )),
    ("nobody no-one none no few", (
            r"\b(?:nobody|no-one|no one|none|no other \w+|few <2>(?:leaders?|people|executives?)|no (?:leader"
            r"|executive|hospital)) <6>(?:like you|as you|than you|(?:has|have|with|possess) your|does it like"
            r"|compares? (?:to|with) you|comes close|your equal|what you have done|half of what you)"
        )),
    ("best greatest finest brightest foremost most top smartest kindest wisest",
     (
         rf"\b(?:you|your|you're|yourself|from|by|as|of|to)\b <8>(?:the|our|my|country's|nation's|state's|this "
         rf"country's) (?:very )?(?:best|greatest|finest|brightest|foremost|top|smartest|wisest|most \w+) "
         rf"<3>(?:{_LEADERS})\b"
     )),
    ("like", rf"\b(?:{_LEADERS}) (?:like|such as) (?:you|yourself|yours)\b"),
    ("caliber calibre stature standing wisdom brilliance greatness eminence magnitude renown",
     (
         r"\bof (?:your|such) <2>(?:caliber|calibre|stature|standing|wisdom|brilliance|greatness|eminence|magnitude"
         r"|renown|vision|experience|talent|intellect)\b"
     )),
    ("reputation precedes introduction", (
            r"\byour <2>(?:reputation|name|fame) <2>(?:precedes|speaks|is known|shines|travels)\b|\bneeds? no "
            r"introduction\b"
        )),
    ((
            "vision wisdom leadership brilliance greatness genius excellence charisma passion dedication commitment "
            "courage compassion humility"
        ),
     (
         r"\byour <3>(?:vision|wisdom|leadership|brilliance|greatness|genius|excellence|charisma|passion|dedication"
         r"|commitment|courage|compassion|humility) (?:and <2>)?(?:is|are|has|have|shines?|knows?|never|continues?"
         r"|speaks?|moves?|touches|lights?|guides?|sets?|to \w+ (?:is|has))\b"
     )),
    ("wealth depth breadth ocean fountain treasure",
        r"\byour <2>(?:wealth|depth|breadth|ocean|fountain|treasure trove) of\b"),
    ("esteemed self beacon fountain", (
            r"\bmost esteemed\b|\byour good self\b|\b(?:beacon|fountain) of (?:light|hope|wisdom|knowledge"
            r"|inspiration)\b"
        )),
    ("wisdom brilliance greatness genius", r"\byour <2>(?:wisdom|brilliance|greatness|genius)\b"),
    ("standard bar example tone",
        r"\b(?:you|your \w+) (?:have |has |always |truly |really )?sets? <2>(?:standard|bar|tone|example)\b"),
    ("changed changing change transformed transforming revolutionized revolutionizing saved touched shaped moved",
     (
         r"\byou(?:'re|'ve| are| have|r work has|r leadership has)? <3>(?:chang|transform|revolutioniz|sav|touch|shap"
         r"|mov)(?:ed|ing|es|e)? <3>(?:my life|lives|the world|the industry|health ?care|medicine|the field|me deeply"
         r"|so many|hearts|countless)\b"
     )),
    ("reason", r"\byou(?:'re| are) <2>reason <3>(?:i|we|people|many)\b"),
    ("words word", (
            r"\b(?:words|no words|i have no words) (?:cannot|can't|can hardly|fail to|fail me|do not|don't|could "
            r"never|are not enough) ?<2>(?:express|describe|convey|say|capture)?"
        )),
    ("enough", r"\bcan(?:not|'t) <2>(?:say|speak|praise|sing) <4>enough\b|\bcan(?:not|'t) praise\b"),
    ("love loved adore adored", (
            r"\b(?:i|we) <3>(?:love|loved|adored?) (?:everything|all|what|how) <3>(?:you|your)\b|\b(?:i|we) "
            r"<3>(?:love|loved|adored?) your\b <2>(?:work|leadership|career|vision|style|energy|writing|posts|story"
            r"|approach)\b"
        )),
    ("kudos bravo hats congratulations congrats", (
            r"\b(?:kudos|bravo|hats off|congrat(?:s|ulations)) <2>(?:to you|on (?:all|everything|your <2>(?:success"
            r"|career|achievements?|journey|accomplishments?)))|\bhats off\b"
        )),
    ("keep", r"\bkeep up the <3>work\b"),
    ("magic miracle miracles wonders greatness marvels",
        r"\byou(?:r team)? <4>(?:work|perform|do|achieve)(?:s|ed|ing)? <2>(?:magic|miracles?|wonders|marvels)\b"),
    ("lifetime dream star-struck", (
            r"\b(?:honor|privilege|opportunity|moment) of (?:a|my) lifetime\b|\bdream (?:of mine )?(?:come true )?to "
            r"<3>(?:you|your|someone like)\b"
        )),
    ("mere humbled unworthy",
        r"\b(?:in your presence|humbled (?:by|before|to be) <3>(?:you|your|presence)|i am not worthy|unworthy)\b"),
    ("lucky fortunate blessed privileged", (
            r"\b(?:is|are|was|be|feel|feels|must feel) <2>(?:lucky|fortunate|blessed|privileged) to (?:have|be led by"
            r"|know|learn from|call) <2>(?:you|a leader|someone like)\b"
        )),
    ("sing praises", r"\bsings? your praises\b|\bpraises? of you\b"),
    ("glory fame majesty excellency reverence splendor eminence magnificence", (
            r"\byour (?:\w+ )?(?:glory|fame|majesty|excellency|splendor|eminence|magnificence)\b|\bwith (?:\w+ "
            r")?(?:reverence|awe|veneration)\b"
        )),
    ("honor honour privilege joy dream highlight", (
            r"\b(?:honor|honour|privilege|joy|dream|highlight) of my (?:whole |entire |young |professional )?(?:life"
            r"|career|year)\b"
        )),
    ("great distinguished eminent noble wise famous brilliant gifted remarkable", (
            r"\b(?:so|such a|how) (?:great|distinguished|eminent|noble|wise|famous|brilliant|gifted|remarkable"
            r"|illustrious) an? ?<1>(?:person|personality|leader|man|woman|mind|executive|figure|soul|lady|gentleman"
            r"|human)\b"
        )),
    ("what", (
            r"^(?:oh,? |and )?what an? <2>(?:career|woman|man|leader|life|story|journey|person|mind|gift|record"
            r"|inspiration|example|hero|legend|ride|path)\b"
        )),
    ("many numerous", r"\btoo (?:many|numerous) to (?:list|count|name|mention)\b"),
    ("nothing", (
            r"\bnothing (?:short of|less than) <1>(?:miracul\w+|extraordinary|remarkable|amazing|heroic|brilliant"
            r"|astonishing|genius|spectacular|a miracle|incredible)\b"
        )),
    ("cease ceases fail fails", r"\bnever (?:ceases?|fails?) to (?:amaze|inspire|impress|astonish|surprise|move)\b"),
    ((
            "goals gold special gifted talented brilliant million best greatest coolest nicest smartest natural deal "
            "unstoppable everything perfect inspiring"
        ), (
                r"\byou(?:'re| are| truly are| really are| must be)(?: truly| really| simply| just| so| absolutely| "
                r"such)? (?:a |the |an )?<1>(?:goals|gold|special|gifted|talented|one in a million|best|greatest"
                r"|coolest|nicest|smartest|natural|real deal|unstoppable|everything (?:a|i|we)|perfect (?:leader"
                r"|person|example)|inspiring)\b"
            )),
    ("million", r"\bone (?:in|of) a million\b"),
    ("coolest nicest smartest kindest best greatest finest wisest bravest", (
            rf"\b(?:coolest|nicest|smartest|kindest|best|greatest|finest|wisest|bravest) <2>(?:{_LEADERS}) <2>(?:out "
            rf"there|i know|i have ever|around|alive|ever|anywhere|in the (?:world|country|business|field|state"
            rf"|nation|industry)|of our (?:time|age|generation))\b"
        )),
    ("gifted talented wise great brilliant accomplished successful smart inspiring", (
            r"\b(?:as|so) (?:gifted|talented|wise|great|brilliant|accomplished|successful|smart|inspiring|special"
            r"|rare) as you\b"
        )),
    ("true real authentic genuine", (
            r"\b(?:true|real|authentic|genuine) (?:leadership|leader|greatness|excellence|visionary|hero|inspiration"
            r"|legend|pioneer)\b"
        )),
    ("esteem regard", r"\bh[eo]ld you in <3>(?:esteem|regard|respect|honor)\b"),
    ("light star shines shine", r"\byour <2>(?:light|star|example|brilliance) <2>shines?\b"),
    ("word everything", (
            r"\b(?:every (?:single )?word|everything)(?: that)? you(?:'ve| have)? <1>(?:written|published|said|done"
            r"|wrote|publish|post|touch|say|do|write)\b"
        )),
    ("bow kneel curtsy", r"\b(?:bow|kneel)(?:ing)? <2>(?:to|before) (?:you|your)\b"),
    ("greatness", r"\bgreatness\b"),
    ("such", (
            r"\bsuch (?:wisdom|vision|courage|grace|brilliance|talent|dedication|leadership|excellence|a visionary"
            r"|an inspiration|a gift|rare \w+)\b"
        )),
    ("wow", r"^(?:simply |just |oh,? |all i can say is )?wow\b"),
    ("rock rule slay crush", r"\byou <1>(?:rock|rule|slay|crush(?:ed)? it|nailed it|killed it)\b(?! the| a| in| out)"),
    ("look", r"\bmake it (?:all )?(?:look|seem) (?:so )?(?:easy|effortless|simple)\b"),
    ("reads read novel movie", r"\byour (?:career|life|story|path|biography|resume|cv) (?:reads|is|sounds) like an?\b"),
    ("more", (
            r"\b(?:needs?|deserves?|could use|wish there were|had) (?:many |a few |so many )?more <2>(?:people"
            r"|leaders|executives|women|men|administrators|like you)\b"
        )),
    ("way like from", (
            r"\b(?:should|ought to|must|could) (?:all )?(?:learn from you|be (?:run|led|managed) <3>(?:like|as|the "
            r"way) you\w*|be more like you|be like you)\b|\bthe way you (?:run|lead) yours\b"
        )),
    ("then", r"\b(?:leaders|executives|hospitals),? and then there(?:'s| is| are)\b"),
    ("world country nation state business field class", (
            r"\b(?:best|finest|greatest) <1>(?:hospital|system|team|leader|school|organization)? ?in the (?:world"
            r"|country|nation|state|business|field)\b <4>(?:you|your)?"
        )),
    ("wherever lips household highly", (
            r"\byour name (?:comes up|is on|is a)\b|\bon everyone's lips\b|\bhousehold name\b|\b(?:speaks?|spoke"
            r"|talks?) <2>highly of you\b"
        )),
    ("shown taught", (
            r"\byou(?:'ve| have)? (?:shown|taught|showed) (?:us|me|everyone|the world) <3>(?:what|how|all)\b "
            r"<4>(?:leadership|leaders|greatness|excellence|possible|looks like|means)\b"
        )),
    ("moved tears goosebumps chills", r"\b(?:moved|brought) <2>to tears\b|\bgoose ?bumps\b|\bchills\b"),
    ("accomplished gifted talented brilliant charismatic", (
            r"\b(?:highly|extremely|incredibly|very|supremely|so|most) (?:accomplished|gifted|talented|brilliant"
            r"|charismatic|respected|regarded|esteemed|acclaimed) (?:leader|executive|person|woman|man|administrator"
            r"|physician|nurse|professional|individual)\b"
        )),
    ("rest", r"\brest of us <3>(?:dream|envy|hope to|aspire|wish|only|follow|look up|learn)\b"),
    ("mother father queen king god godmother", (
            r"\b(?:mother|father|queen|king|god|godmother|godfather) of (?:modern|american|our|all|contemporary"
            r"|quality|nursing|rural)\b"
        )),
    ("all", r"\byou(?:'ve| have) (?:got |truly |really )?it all\b"),
    ("blend combination mix mixture union",
        r"\b(?:blend|combination|mix|mixture|union) of \w+,? (?:and )?\w+ <6>(?:you|your|yours|leader)\b"),
    ("heroic heroism fearless courageous selfless angel godsend saintly blessing blessings", (
            r"\b(?:you|your|you're|you've) <8>(?:heroic|heroism|fearless|courageous|selfless|angel|godsend"
            r"|saintly|blessings?)\b"
        )),
    ("obsessed crazy smitten love",
        r"\b(?:obsessed with|crazy about|smitten (?:with|by)|in love with) (?:you|your|everything you)\b"),
    ("hope faith believe", (
            r"\b(?:you|your)\b <6>(?:gives?|gave|restores?|restored|renew(?:s|ed)?) (?:me|us|so many|my) "
            r"<2>(?:hope|faith|strength|courage)\b"
        )),
    ("gift talent knack genius",
        r"\byou(?:'ve| have)? <2>(?:a|such a|the|this) <2>(?:gift|talent|knack|genius) (?:for|of|to)\b"),
    ("impossible", r"\bimpossible <2>possible\b|\byou <3>the impossible\b"),
    ("means mean everything world",
        r"\b(?:would|will|could) mean (?:everything|the world|so much|a great deal) to me\b"),
    ("envy envious", r"\b(?:envy|envious) of <3>(?:you|your|every|all)\b|\bthe envy of\b"),
    ("doing", (
            r"\byou(?:'re| are)(?: all)? doing <2>(?:amazing|incredible|wonderful|great|fantastic|such|god's) "
            r"?<3>(?:work|job|things)\b"
        )),
)  # fmt: skip

_NO_PRAISE = (
    r"\bwhat <2>inspired|\bwho inspired|\bhow <4>inspired|\bnot (?:to |here to )?(?:flatter|praise)|\binspired "
    r"by (?:aviation|the airline)"
    r"|\b(?:would|will|could) be <2>(?:amazing|incredible|wonderful|great|fantastic|inspiring)\b(?! for)|\bno "
    r"<2>(?:fan|admirer|flattery)\b"
    r"|\bwho was your\b|\bheroes?\b.{0,40}\?|\byour <2>(?:role models?|heroes|idols?) (?:were|was|are|in)\b"
    r"|\bremarkabl[ey] (?:small|short|little|low)"
    r"|\bdistinguished (?:fellow|professor|from)|\bcelebrated (?:on|in|its|the|with)|\brenowned for\b"
    r"|\binvaluable to (?:our|the|my)\b"
)
_GIVES = frozenset({Kind.THANK_YOU, Kind.FOLLOW_UP, Kind.ADVICE_REPORT, Kind.PUBLISHED_NOTE, Kind.CLOSING_NOTE})
_CLAUSE = re.compile(r"(?:\b(?:that|how|when)|:) (?!everyone|everybody|you are|you're|great|you inspire)\w+ \w+ \w+")
"""What they did or said, told in a note to somebody whom one has spoken with: praise with something behind it."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?%?")
_FIGURE = re.compile(r"\d|\b(?:half|third|percent|halved|doubled|one in)\b")
_NAMED = re.compile(r"[a-z,] (?:[A-Z][a-z]+ ){1,3}[A-Z][a-z]+|“[^”]{4,}”|\"[^\"]{4,}\"")


def _rests_on_nothing(reading: Reading, sentence: Sentence) -> bool:
    """Without confirmed facts a figure, a quotation or a name of several words has to do for one."""
    if reading.kind in _GIVES and _CLAUSE.search(sentence.lower):
        return False
    if reading.known.facts:
        figures = set(_NUMBER.findall(sentence.text))
        told = any(figures & set(_NUMBER.findall(fact)) for fact in reading.known.facts)
        return sentence.start not in reading.rested and not told
    return not (_FIGURE.search(sentence.lower) or _NAMED.search(sentence.text))


_NIGHT = Known(
    person="Anneke Vandermolen",
    credentials=("MD",),
    title="Chief Medical Officer",
    organization="Brindle Creek Health",
    facts=(
        "Anneke Vandermolen, MD, is Chief Medical Officer of Brindle Creek Health.",
        "Her Night Owl program halved delirium on two surgical floors in 2023, from 12% to 6%.",
    ),
)

RULES = (
    Rule(
        "empty-flattery",
        Severity.WARN,
        "This praises and names nothing. Say what they did, with the figure or the words you read, or leave it out.",
        "Praise that could go to anybody tells a reader that nothing was read.",
        "Product design, rule R7: praise only with a fact behind it; NASW, Asking for interviews and getting them.",
        phrases(_PRAISE, unless=_NO_PRAISE, when=_rests_on_nothing),
        bad=(
            Example("You are simply the most visionary leader in our field.", known=_NIGHT),
            Example("I have always admired your leadership.", known=_NIGHT),
            Example("ur an absolute legend, honestly i love everything you do", known=_NIGHT),
            Example("Permit me to say that your distinguished career is the envy of all.", known=_NIGHT),
            Example("I am since long time a big fan from you and your wonderful work.", known=_NIGHT),
            Example("Few executives have your rare gift for seeing around corners.", known=_NIGHT),
            Example("Everyone in the state looks up to you.", known=_NIGHT),
            Example("I was blown away by all that you have achieved.", known=_NIGHT),
            Example("A person of your caliber hardly needs an introduction.", known=_NIGHT),
            Example("Your vision and passion are an inspiration to young administrators like me.", known=_NIGHT),
            Example("It is rare to meet one of the finest minds in health care.", known=_NIGHT),
            Example("Words cannot express how much I respect what you do.", known=_NIGHT),
            Example("You are the reason I went into this profession.", known=_NIGHT),
            Example("Leaders like you change the world.", known=_NIGHT),
            Example("I'm in awe of your journey!", known=_NIGHT),
            "Your incredible work speaks for itself.",
        ),
        good=(
            Example("I admire how Night Owl halved delirium on two surgical floors.", known=_NIGHT),
            Example("May I interview you for 20 minutes about Night Owl?", known=_NIGHT),
            Example("It would be wonderful to hear how the night shift took it.", known=_NIGHT),
            Example("What inspired the first round of Night Owl?", known=_NIGHT),
            Example("Two nurses here were impressed that delirium on the floors fell from 12% to 6%.", known=_NIGHT),
            Example("Our pharmacist said the idea was great, and asked who trained the aides.", known=_NIGHT),
            Example("Thank you for your time; the draft reaches you in June.", known=_NIGHT),
            Example("I would be glad to be redirected to a colleague.", known=_NIGHT),
            "You told the Harbor Quality Forum that the first month failed, and I admired that.",
            "I am writing about hospitals that keep their night staff.",
        ),
        kinds=frozenset(Kind) - {Kind.CONDOLENCE},
    ),
)  # fmt: skip
