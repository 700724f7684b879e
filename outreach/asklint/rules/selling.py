"""A request for an interview sells nothing."""

from __future__ import annotations

from outreach.asklint.checks import Phrase, phrases
from outreach.asklint.types import Rule, Severity

_WARES = (
    "software|platform|product|products|app|solutions?|tool|toolkit|suite|technology|system|device|devices"
    "|dashboard|service|services"
    "|offering|offerings|package|subscription|license|licence|portal|engine|algorithm|ai|consulting|consultancy"
    "|consultants|training program"
    "|modules?|software-as-a-service|saas|startup|start-up|staffing|agency|firm|company|vendor|clients?"
    "|customers?|sales team|pricing"
    "|account executives?|workshops?|courses?|webinars?|catalog|catalogue|line of|equipment|supplies|analytics"
    "|experts|methodology|framework"
)
_SELLERS = (
    r"(?:our|my|my company's|our company's|my firm's|our firm's|my employer's|my startup's)(?! (?:own )?(?:"
    r"hospital|clinic|unit|ward|department|team|home|hospice|school|college|board|boss|director|nurses|patients)s?\b)"
)

_PITCH: tuple[Phrase, ...] = (
    ("demo demos demonstration walkthrough walk-through", (
            r"\b(?:(?:a|an|quick|short|brief|free|live|our|my|personal|product|\d{2}-minute|full|virtual) (?:demos?"
            r"|walk-?through)|(?:book|schedule|arrange|give you|offer|see|watch|get|attend|do|run) <3>(?:demos?"
            r"|walk-?through))\b|\b(?:product|live|free|brief|short|quick|personal) demonstration\b|\bdemonstrate "
            r"(?:our|my|the (?:product|platform|software|tool))\b"
        )),
    (_WARES.replace("|", " ").replace("?", "") + " clients solutions customers consultants modules workshops courses",
     (
         rf"\b{_SELLERS} <4>(?:software|platform|products?|apps?|solutions?|toolkit|suite|technology|dashboard"
         rf"|offerings?|subscription|consulting|consultancy|startup|start-up|staffing|agency|firm|company|clients?"
         rf"|customers?|sales team|pricing|account executives?|catalog(?:ue)?|saas|equipment|analytics|algorithm"
         rf"|methodology|app|ai)\b"
     )),
    ("tool device system service services training workshop course courses modules module", (
            rf"\b{_SELLERS} <2>(?:tool|device|system|services?|training|workshops?|courses?|modules?) <4>(?:can|could"
            rf"|will|would|helps?|takes?|saves?|cuts?|reduces?|does|lets?|gives?|is (?:used|proven|trusted|designed)"
            rf"|improves?|delivers?|automates?)\b"
        )),
    ("we", (
            r"\bwe (?:offer|sell|provide|supply|specialize|specialise|have developed|developed|built|have built|help "
            r"(?:hospitals|health|organizations|leaders|systems|executives|clinics|providers|companies)|partner with"
            r"|work with (?:hospitals|health|leading|over|more than|systems|executives|clients)|serve (?:over|more "
            r"than|hospitals|clients|\d)|deliver|guarantee|consult|are (?:a|the) (?:leading|trusted|premier|top|fast"
            r"|number|staffing|consult|software|vendor|provider|firm|company|startup|start-up))\b(?! (?:the care|care"
            r"|medical|inpatient|meals|patients))"
        )),
    ("discount discounts discounted pricing price prices quote rates rate fee fees cost", (
            r"\b(?:discounts?|discounted|special (?:price|rate|offer)|introductory (?:price|rate|offer)|(?:our"
            r"|preferred|preferential|competitive|attractive|flexible|favorable|low|lowest|best) "
            r"(?:pricing|prices?|rates?|fees?)|price list"
            r"|at no cost to you|free of charge for (?:the first|you|your)|(?:send|give|get|prepare) you <2>(?:a "
            r")?(?:price|quote|quotation|estimate|proposal)|half price|money back|(?:send|share|provide|attach"
            r"|e-?mail) <2>(?:pricing|price list|quote))\b"
        )),
    ("trial trials pilot", (
            r"(?<!the )\b(?:free|no-cost|30-day|60-day|90-day|complimentary|risk-free|no-obligation) (?:trial|pilot"
            r"|assessment|consultation|audit|analysis|evaluation|month|sample)s?\b|\btrial (?:period|version|license"
            r"|account)\b|\bpilot (?:our|my) \w+\b"
        )),
    ("consultation assessment audit analysis evaluation sample month", (
            r"\b(?:free|no-cost|complimentary|risk-free|no-obligation|gratis) <1>(?:trial|pilot|assessment"
            r"|consultation|audit|analysis|evaluation|sample|month)\b"
        )),
    ("buyer buyers procurement purchasing budget decision-maker decision-makers decisionmaker", (
            r"\byour (?:buyers?|procurement|purchasing|decision-?makers?|supply chain team|it budget)\b"
            r"|\b(?:introduce|connect|direct|point|refer|put) <3>(?:to|with) <3>(?:buyers?|procurement|purchasing"
            r"|decision-?makers?|who (?:buys|purchases|decides on vendors|handles vendors))\b|\bwho (?:makes"
            r"|handles) <2>(?:buying|purchasing|procurement|vendor)"
        )),
    ("vendor vendors supplier contract contracts rfp", (
            r"\b(?:become|be|as|approved|preferred|new|your next|register(?:ed)? as) <2>(?:vendor|supplier)\b|\byour "
            r"(?:current |existing )?(?:vendor|supplier|provider)s?\b <6>(?:replace|switch|better|cheaper|instead"
            r"|compare|unhappy|satisfied|expires?|renew)|\bresponds? to your rfp\b|\bcontract with us\b"
        )),
    ("switch replace switching upgrade", r"\b(?:switch|upgrade|migrate|move)(?:ing)? (?:over )?to (?:our|us|my)\b"),
    ("partner partnership partnering partners", (
            r"\bpartner(?:ing|ship)? with (?:us|our|my (?:company|firm|agency|startup))\b|\b(?:commercial|strategic"
            r"|business|sales|reseller) partner(?:ship)?s?\b|\bexplore (?:a )?partnership\b"
        )),
    ("roi savings saved save saves revenue profit margin bottom", (
            r"\b(?:return on (?:your )?investment|\broi\b|(?:save|saves|saving|cut|cuts|boost|increase|grow|lift"
            r"|improve|raise) (?:you(?! (?:wondering|asking|guessing|looking|searching|reading|replying|typing"
            r"|(?:a|the) (?:call|reply|letter|trip|search|look|trouble|reading|wait)))|your (?:hospital|team"
            r"|organization|system|costs?|bottom|revenue|margins?|spend|bills?|department|staff))\b|your bottom line)"
        )),
    ("help helps helped helping hospitals systems organizations clients customers facilities trusted", (
            r"\bhelp(?:s|ed|ing)? <3>\w+ (?:like|such as) (?:yours|you|this|fairly)\b|\b(?:trusted|used|chosen|loved"
            r"|adopted) by <3>(?:over |more than )?<2>(?:hospitals|systems|organizations|clients|facilities|leading"
            r"|providers)\b|\bjoin <2>\d[\d,+]* (?:hospitals|systems|clients)\b"
        )),
    ("sign subscribe order buy purchase invest book enroll", (
            r"\b(?:sign up (?:for|today|now|here)|subscribe (?:to|now|today)|place an order|order (?:now|today)|buy "
            r"(?:our|my|a|from|now)|purchase (?:our|my)|book (?:a|your) <2>(?:demo|consultation|slot with our|call "
            r"with our)|enroll (?:your (?:team|staff)|now|today)|invest in (?:our|my|us))\b(?! quot)"
        )),
    ("sell selling sold market sales seller offer offering offers", (
            r"\b(?:i|we)(?:'d| would|'m| am|'re| are)? <3>(?:sell|selling|market) (?!nothing|none|no "
            r"|not )<3>\w|\b(?:i am"
            r"|i'm|i work) <3>(?:in|with|for|from) <3>sales\b|\b(?:special|exclusive|limited|one-time|limited-time"
            r"|unbeatable|attractive|great) offer(?:s|ing)?\b|\bsales (?:representative|rep|manager|director|team"
            r"|engineer|call|deck|consultant)\b"
        )),
    ("brochure brochures flyer catalog catalogue whitepaper datasheet deck decks prospectus one-pager", (
            r"\b(?:our|my|the|a|attached|company|product|sales) <2>(?:brochures?|flyers?|catalog(?:ue)?s?"
            r"|white-?papers?|data-?sheets?|sales decks?|pitch decks?|slide decks?|prospectus|one-pager)\b"
            r"(?! (?:said|says|told|tells|listed|lists|showed|mentioned|announced|at|on|in|from|for your|for the))"
        )),
    ("show", (
            r"\b(?:show|tell|walk|present|introduce) (?:you|your (?:team|staff|buyers|board|it|nurses|managers"
            r"|directors|people|leadership)) <5>(?:our|my|what we (?:offer|do|can|have)|how (?:we|our|it) (?:can"
            r"|could|works?|helps?|would)) ?<3>(?:product|platform|software|app|solution|tool|offer|device|technology"
            r"|service|can|could|help|system|company|services|works)?"
        )),
    ("solution solutions", (
            r"\b(?:turnkey|cutting-edge|innovative|proven|end-to-end|ai-powered|cloud-based|state-of-the-art|scalable"
            r"|customized|tailored|next-generation|award-winning|leading) <2>(?:solutions?|platform|software|product"
            r"|tool|service|technology|app|suite|system)\b|\ba solution (?:that|which|for you|to your|we)\b"
        )),
    ("represent representing represents behalf", (
            r"\bi(?:'m| am)? represent(?:ing)?\b(?! (?:the (?:students|readers|nurses|chapter)|our chapter|students"
            r"|nurses|patients|the (?:\w+ )?(?:chapter|committee|class|council)))<5>(?:company|firm|agency|vendor"
            r"|manufacturer|maker|startup|brand|platform|provider|inc|llc|a|the)\b|\bon behalf of (?:our|my) "
            r"(?:company|firm|client|clients|sales)\b"
        )),
    ("founder co-founder cofounder entrepreneur ceo", (
            r"\b(?:i am|i'm|as) <2>(?:the |a )?(?:founder|co-?founder|entrepreneur)\b|\bmy (?:own )?(?:startup"
            r"|start-up|company|business|venture|consultancy|firm)\b|\bi (?:run|own|started|founded|launched) "
            r"<2>(?:company|business|startup|start-up|consultancy|firm|agency)\b"
        )),
    ("startup start-up company business venture consultancy firm", (
            r"\bmy (?:own |little |small |new )?(?:startup|start-up|company|business|venture|consultancy|firm)\b "
            r"<3>(?:makes?|builds?|sells?|offers?|provides?|helps?|has|is|can|could|does|specializes|delivers"
            r"|designs)|\bi (?:run|own|started|founded|launched) <2>(?:company|business|startup|start-up|consultancy"
            r"|firm|agency)\b"
        )),
    ("interested", (
            r"\b(?:interested in|curious about|open to) (?:trying|buying|purchasing|testing|piloting|seeing|learning "
            r"(?:more )?about|hearing (?:more )?about|evaluating|adopting|using) (?:our|my|what we|how we)\b"
        )),
    ("invoice billing payment purchase purchasing",
        r"\b(?:payment terms|purchase order|monthly fee|per bed per|per user|per seat|per month|billed)\b"),
    ("sponsor sponsorship advertise advertising ad booth exhibitor", (
            r"\b(?:sponsorship (?:package|opportunit\w+|level|tier)s?|become a sponsor|sponsor (?:our|my|the (?:event"
            r"|issue|podcast|gala))|advertis(?:e|ing) (?:with us|in our|space|rates?|package)|full-page ad|exhibitor "
            r"(?:booth|package)|visit our booth|booth \d)\b"
        )),
    ("pain points challenges problem problems",
        r"\b(?:your pain points?|solve your|address your (?:challenges|needs|pain)|(?:fix|eliminate) your)\b"),
    ("fifteen-minute call team", (
            r"\b(?:call|meeting|conversation|chat) with (?:our|my) (?:ceo|founder|sales|account|product|team of "
            r"experts|specialists?|consultants?|experts?|colleagues? in sales)\b"
        )),
    ("commission referral bonus",
        r"\b(?:referral (?:fee|bonus)|commission (?:of|for|on)|gift card for (?:attending|a demo|meeting))\b"),
    ("unsubscribe opt-out", r"\b(?:unsubscribe|opt-out|opt out of (?:these|this|future))\b"),
    ("takes further next level", r"\b(?:our|my) <4>takes? (?:it|this|that|your \w+) <3>(?:further|next level)\b"),
    ("clients customers", (
            r"\b(?:our |my |most |many |all )?(?:clients|customers) <2>(?:usually|typically|sign|save|see|report|love"
            r"|include|trust|range|say|tell us|renew|stay)\b"
        )),
    ("charge cost",
        r"\b(?:months?|weeks?|year|pilot|trial|setup) <3>(?:at|without) (?:no |any )?(?:charge|cost)\b"),
    ("firm company startup start-up vendor manufacturer maker supplier", (
            r"\bwe(?:'re| are) (?:a|an|the) <2>(?:firm|company|startup|start-up|vendor|manufacturer|maker|supplier)\b "
            r"<4>(?:that|which|who|making|selling|building|offering)\b"
        )),
    ("off", r"\b(?:\d{1,2} ?%|\d{1,2} percent|half|percent) off\b"), ("order", r"\border form\b"),
    ("free", (
            r"\b(?:is|are|comes?|would be|will be) (?:entirely |completely |absolutely )?free(?: of charge)?\b "
            r"<3>(?:for you|for your|with no|and you|to try|to you)?(?=[.,;]|$)|\bfirst (?:month|year|assessment"
            r"|consultation|session|audit)s? <2>(?:free|on us|on the house)\b"
        )),
    ("quote", r"\b(?:put|send|get|work|draw|prepare|have|write) <4>(?:a quote|quote together|quote up)\b"),
    ((
            "sensor sensors device devices monitor monitors pump pumps kit kits wearable wearables robot robots bot "
            "carts app apps module modules course seminar nurses coders clinicians beds product products bracelet "
            "badge badges camera cameras tablets"
        ), (
                r"\b(?:our|my) (?:\w+ )?(?:sensors?|devices?|monitors?|pumps?|kits?|wearables?|robots?|bots?|carts"
                r"|apps?|modules?|course|seminar|travel nurses|coders|bracelets?|badges?|cameras?|products?|tablets) "
                r"<4>(?:would|can|could|will|has|have|is|are|does|pays?|finds?|found|saves?|cuts?|reduces?|at short "
                r"notice|available)\b"
            )),
    ("fee fees license licence subscription rate starts start price", (
            r"\b(?:annual|monthly|modest|small|flat|one-time|registration|subscription|sponsorship|membership|setup"
            r"|low) fees?\b(?! (?:for service|schedule))|\b(?:starts?|beginning|begins?|from|only|just) (?:at|from)? "
            r"?\$ ?\d[\d,.]*|\b(?:license|licence|subscription)s? (?:starts?|costs?|is|are|from|for your)\b"
        )),
    ("itself", r"\bpays? for (?:itself|themselves)\b"),
    ("early-bird bird seats spots places", (
            r"\bearly[- ]bird\b|\blimited (?:spots|seats|places|slots|time)\b|\b(?:spots|seats|places) (?:remain|are "
            r"limited|are going fast|left)\b"
        )),
    ("account", (
            r"\b(?:set|get) you <3>(?:up )?(?:with an|an) account\b|\b(?:open|create) an account (?:with us|today"
            r"|for you)\b"
        )),
    ("outsource outsourcing outsourced", (
            r"\b(?:thought about|considered|consider|tried|ready for|think of) outsourcing\b|\boutsource (?:it |your "
            r"\w+ )?to us\b"
        )),
    ("save", (
            r"\b(?:how much|what) <2>you (?:could|can|would|might) save\b|\byou (?:could|can|would|will) (?:easily "
            r")?save (?:up to |over |at least )?(?:\d|\$|half|thousands|millions|time|money|hours)\b"
        )),
    ("sample samples",
        r"\b(?:send|mail|ship|leave|bring|drop) (?:you |off )?(?:a |some |free |the )?(?:free )?samples?\b"),
    ("reprints reprint", r"\b(?:buy|order|purchase) <3>reprints\b|\breprint (?:prices?|rates|package|order)\b"),
    ("business love earn", (
            r"\b(?:love|like|want|hope|happy|proud|earn|win) <4>(?:your business|have your business|count (?:you"
            r"|your \w+) among|serve you|call you a (?:client|customer))\b"
        )),
    ("distribute supply import manufacture resell install stock", (
            r"\b(?:i|we) (?:also |now |directly )?(?:distribute|supply|import|manufacture|resell|install"
            r"|stock)\b(?! (?:the (?:questions|draft|newsletter|journal|paper)|copies|care|it free))"
        )),
    ("bid tender", (
            r"\b(?:chance|like|love|allowed|invited|welcome|hope|able|glad|happy) to (?:bid|tender|quote)\b"
            r"|\bsubmit a (?:bid|tender)\b"
        )),
    ("less cheaper beat fraction", (
            r"\bfor (?:far |much |a lot )?less than you(?:'re| are)? (?:pay|spend|paying|spending)\b|\bcheaper "
            r"than (?:you|your|what you)\b|\bbeat (?:your|any) (?:\w+ )?price\b|\bfraction of (?:the|your) "
            r"(?:cost|price)\b"
        )),
    ("signs decides responsible charge", (
            r"\bwho (?:signs? off|decides?|is responsible|is in charge|makes decisions|evaluates) <2>(?:on|for|of"
            r"|about) <2>(?:technology|vendors?|purchas\w+|buying|suppliers?|new (?:technology|products|tools"
            r"|software)|contracts|equipment|products|procurement|software)\b"
        )),
    ("made built developed", (
            r"\b(?:like|love|enjoy|see|want|need|use) what (?:we|i)(?:'ve| have)? (?:made|built|developed"
            r"|designed|created)\b"
        )),
    ("advertisers advertiser advertisement advertisements",
        r"\badvertis(?:ers?|ements?) <6>(?:get|gets|pay|receive|page|from \$|for \$|beside|next to)\b"),
    ("offer proposal estimate quote quotation", (
            r"\b(?:draw up|prepare|make|put together|send|submit|present|give) (?:you |your \w+ )?(?:an?|our|my) "
            r"(?:\w+ )?(?:offer|proposal|estimate|price quote|quotation)\b(?! (?:of an interview|to speak|for "
            r"(?:the|an) (?:article|talk|session|paper)))"
        )),
    ("price prices", r"\b(?:partner|preferred|member|founding|reader|introductory|launch) (?:price|pricing|rate)s?\b"),
    ("own run", (
            r"\bi (?:own|run) <3>(?:shop|studio|agency|business|company|firm|practice|consultancy|startup"
            r"|store)\b"
        )),
    ("guarantee guaranteed guarantees",
        r"\b(?:guaranteed? (?:results?|savings?|return|reduction|to (?:cut|reduce|save|lower|raise)))\b"),
    ("fundraising fundraiser donate donation donations gala pledge contribution", (
            r"\b(?:donate|pledge|make a (?:donation|contribution|gift)) (?:to|for|today|now)\b|\byour (?:generous "
            r")?(?:donation|pledge|financial support)\b"
        )),
)  # fmt: skip

_NO_PITCH = (
    r"\b(?:not|nothing|never|no|isn't|don't|without) <6>(?:sell|selling|sale|sales|pitch|product|demo|vendor"
    r"|offer|buy|promot|for sale)"
    r"|\b(?:sell|selling|offer) (?:nothing|none)\b|\bnothing to sell\b|\bnot a vendor\b|\bno vendor\b"
    r"|\bunlike a vendor\b"
    r"|\bwithout vendors\b"
    r"|\b(?:you|they|who|nurses|staff|your team|your hospital|your nurses|leaders|managers|he|she) <3>(?:chose"
    r"|choose|picked|refused|rejected|turned down|left|dropped|evaluated|compared|told|negotiated|bought"
    r"|replaced)\b"
    r"|^(?:how|why|what|which|when|who) (?:did|do|does|was|were|made|has|had|convinced)\b"
)

RULES = (
    Rule(
        "sales-pitch",
        Severity.BLOCK,
        (
            "This sells something. Ask for the interview alone; a product belongs in no letter to somebody you write "
            "about."
        ),
        "A reader who finds an offer behind the question takes the question for a pretext, and the next one too.",
        "Seed 004, step 2: request an interview for an article; product design, part 5.1.",
        phrases(_PITCH, unless=_NO_PITCH, parts=("subject", "body", "closing", "attachment")),
        bad=(
            "Our platform cuts alarms by half; may I show your team a quick demo?",
            "We help hospitals like yours to save millions.",
            "Could we discuss a pilot for your wards at a preferred rate?",
            "I would be happy to arrange a free trial of our scheduling app for two units.",
            "We are a leading provider of staffing, and our prices are very attractive for your esteemed hospital.",
            "Who handles purchasing at your place? My startup builds a tool for exactly this.",
            "Attached please find our company brochure and a price list.",
            "After the interview, our account executive could walk you through what we offer.",
            "As co-founder of a small company I built an AI scribe that your doctors will love.",
            "Could we become an approved vendor of your network?",
            "We guarantee savings of ten percent within a year.",
            "honestly if u ever want to switch to our dashboard just say so, 20% discount for readers",
            "I would like to introduce our consulting services in the same conversation.",
            "Sponsorship packages for our podcast begin at two thousand dollars.",
            "We're a small firm that makes a board for free beds.",
            "The first three months are at no charge.",
        ),
        good=(
            "I sell nothing and represent no vendor.",
            "Three companies have tried to sell our hospital a product for that this year.",
            "How did your team choose the software that sorts the alarms?",
            "Our hospital lowered its falls last year, and I wonder what you did differently.",
            "Which vendor's demo convinced the night nurses?",
            "To save you wondering, this isn't a job inquiry or a sales call.",
            "I came to your open day since the flyer said that anyone could.",
            "I am writing an article for our chapter newsletter on transfer centers.",
            "The pilot ran on two units for three months.",
            "What did the pharmacy system cost, if that is public?",
            "We will print your quotations only as you approve them.",
            "Your community report shows savings of two million dollars.",
            "May I interview you for 20 minutes about the sepsis tool that your nurses built?",
            "We offer care to the same three counties.",
        ),
    ),
)
