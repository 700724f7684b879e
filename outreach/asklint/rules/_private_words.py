"""The words of private life: kin, illness, faith, politics, home, age, money; and what only looks like them."""

from __future__ import annotations

from outreach.asklint.checks import Phrase

KIN = (
    "wife|husband|spouse|daughters?|sons?|kids|kid|children|child|mother|father|mom|dad|mum|parents|brothers?"
    "|sisters?|siblings?"
    "|grandson|granddaughter|grandchild|grandchildren|grandkids|grandmother|grandfather|twins|fianc[eé]e?"
    "|girlfriend|boyfriend"
    "|ex-wife|ex-husband|in-laws|nephew|niece|baby|newborn|toddler|family|families|loved ones|better half"
    "|marriage|wedding"
    "|divorce|pregnancy|separation|anniversary|engagement to|honeymoon"
)
_ILLNESS = (
    "illness|surgery|operation|recovery|diagnosis|treatment|chemo|chemotherapy|radiation|cancer|tumor|heart "
    "attack|stroke|depression"
    "|anxiety|burnout|addiction|disability|miscarriage|transplant|biopsy|accident|hospitalization|hospital stay"
    "|medical leave|injury|hip"
    "|knee|pacemaker|diabetes|disease|condition|sick leave|therapy|rehab|weight|mental health|bypass|migraines?"
    "|concussion|maternity leave"
)
_OURS_NEXT = (
    "medicine|practice|practices|advisory|council|councils|partner|partners|birth|birthing|center|centers|centre"
    "|clinic|clinics|residency|physician|physicians|care"
    "|support|engagement|caregivers?|experience|program|programs|service|services|unit|units|department|line"
    "|institute|network|ward|team|teams|nurse|nurses"
    "|hospital|hospitals|planning|screening|registry|research|board|boards|committee|patients?|surgeons?|suite"
    "|suites|rooms?|waiting|pathway|pathways|bundle|rates?|wing"
    "|prevention|response|code|protocol|resource|liaison|satisfaction|survey|health|home|plan|visiting|visits?"
    "|work|initiative|project|leaders|leader"
    "|specialists?|coordinators?|navigators?|collaborative|model|foundation|volumes?|schedule|backlog|wait|waits"
    "|cases|outcomes|data|figures|times?|checklist|huddle|division|arm|staff|companies|company"
)

PRIVATE: tuple[Phrase, ...] = (
    (KIN.replace("|", " ").replace("?", "") + (
            " wives husbands son daughter brother sister sibling parent twin loved sons daughters sisters "
            "brothers siblings fiancé fiancée fiance fiancee daughter's son's "
            "wife's husband's mother's father's sister's brother's family's child's kids' children's"
        ),
     (
         rf"\b(?:your|ur|you and your|yours and your) (?:dear |lovely |beautiful |own |late |two |three |four |young "
         rf"|little |older |younger |new |esteemed |sick |ailing |eldest |oldest |youngest |whole |entire |wonderful "
         rf"|growing |respected |sweet |first |second |only |aging |elderly ){{0,2}}(?:{KIN})(?:'s|')?+(?!\w)(?! "
         rf"(?:{_OURS_NEXT})\b|-(?:centered|friendly|based|owned|practice))"
     )),
    (_ILLNESS.replace("|", " ").replace("?", "") + " migraine concussion",
     (
         rf"\b(?:your|ur) (?:own |recent |serious |long |sudden |recurrent |current |ongoing |breast |prostate |lung "
         rf"|brain |skin |colon |heart |knee |hip |back |hard |difficult |battle with |fight against |struggles? "
         rf"with |bout (?:of|with) ){{0,3}}(?:{_ILLNESS})\b(?! (?:{_OURS_NEXT})\b)(?=[ .,;!?]|$)(?! (?:of|for) "
         rf"(?:patients|alarms|sepsis|delirium|the (?:units?|hospital|program)))"
     )),
    ("health", (
            r"\byour (?:own |personal |poor |failing |ill |good )?health\b(?! (?:system|plan|network|care|center"
            r"|centers|centre|department|equity|services?|sciences?|district|authority|record|information|insurance"
            r"|centers?|board|foundation|professions|education|fair|clinic|literacy|coaches|workers?|plans|policy"
            r"|data|partners|group|alliance|ministry|program|programs|initiative))(?=[ .,;!?]|$)"
        )),
    ((
            "sick ill ailing unwell recovering hospitalized pregnant expecting divorced separated widowed married "
            "remarried engaged single gay lesbian disabled depressed sober dying diagnosed retired overweight"
        ),
     (
         r"\byou(?:'re|'ve been| are| were| have been| had been| being| must be| got| became| was)? <2>(?:sick|ill"
         r"|ailing|unwell|recovering|hospitalized|pregnant|expecting a|divorced|separated|widowed|(?:re)?married"
         r"|engaged to|gay|lesbian|disabled|depressed|sober|dying|diagnosed|overweight)\b"
     )),
    ("cancer stroke surgery chemo heart depression leukemia tumor illness covid", (
            r"\byou(?:'ve|r)? <3>(?:(?:came|come|went|gone|lived|been|got) through|had|beat|beaten|survived"
            r"|fought|battled|suffer(?:ed)?|underwent|overcame|have"
            r"|are fighting|battling|fighting|surviving|recovering from|live with) <3>(?:cancer|a stroke|surgery"
            r"|chemo|heart attack|depression|leukemia|tumor|illness|covid|bypass)\b"
        )),
    ((
            "church synagogue mosque temple parish congregation catholic jewish muslim christian evangelical mormon "
            "baptist methodist lutheran hindu buddhist atheist religion faith religious pray prayer prayers praying "
            "believer god"
        ),
     (
         r"\byour (?:own |local |home |family )?(?:church|synagogue|mosque|temple|parish|congregation|religion"
         r"|(?:christian|catholic|jewish"
         r"|muslim|own|personal|religious|strong|deep) faith|faith\b(?! (?:community|communities|leaders|in (?:the"
         r"|your|nurses|people))|-based)|prayers?|bible|rabbi|priest|imam)\b|\b(?:fellow|as an?|being an?|devout"
         r"|practicing|good|born-again|like me,? an?) <1>(?:catholic|jew|jewish|muslim|christian|evangelical|mormon"
         r"|baptist|methodist|lutheran|hindu|buddhist|atheist|believer|sikh|orthodox)\b(?! (?:hospital|system|health"
         r"|ministry|college|university))|\byou(?:'re| are)(?: an?)? <2>(?:catholic|jewish|muslim|christian"
         r"|evangelical|mormon|baptist|methodist|lutheran|hindu|buddhist|atheist|religious|sikh)\b|\bsame (?:church"
         r"|synagogue|mosque|temple|parish|congregation|faith)\b|\b(?:pray|praying|prayers) for (?:you|your)\b|\bgod "
         r"bless\b"
     )),
    ((
            "republican democrat democratic vote voted votes voter politics political conservative liberal donated "
            "donation campaign trump party gop lean"
        ),
     (
         r"\byou(?:'re|'ve| are| have)? <3>(?:republican|democrat|conservative|liberal|gop)\b(?! (?:county|district"
         r"|state|legislat|estimate))|\byou <2>(?:vote|voted|donated|contributed|gave) <4>(?:for|republican"
         r"|democrat\w*|campaign|senator|governor|party|trump|conservative|liberal|left|right)\b|\byour (?:own "
         r"|personal )?(?:politics|political (?:views?|opinions?|donations?|party|beliefs?|affiliation)|party|vote"
         r"|voting|campaign (?:donations?|contributions?))\b|\b(?:fellow|registered|lifelong|staunch"
         r"|proud) (?:republican|democrat|conservative|liberal"
            r"|independent)\b|\bhow (?:did|do|will) you vote\b(?! on (?:it|the council|the committee))"
     )),
    ((
            "house home street neighborhood neighbourhood neighbor neighbour address neighbors backyard driveway "
            "lawn condo mansion live lives lived"
        ),
     (
         r"\byour (?:own |private |beautiful |lovely |new |old |lake |beach |vacation |summer |second |big |nice ){0,"
         r"3}(?:mansion|condo|apartment|backyard|driveway|lawn|neighborhood|neighbourhood|front porch|street"
         r"|doorstep|front door|private address|home address|residence|cell phone|private (?:e-?mail|number|phone)"
         r"|personal (?:e-?mail|number|phone|cell))\b(?! (?:staff|officer|officers|call|calls|orders))|\b(?:by|at|to"
         r"|past|near|from|outside|of|in) your (?:own |lovely |beautiful |new |lake )?home\b(?! (?:health|care"
         r"|hospital|state|town|institution|page|unit|base|office|visits?|-))|\byou(?:'re| are)? <1>(?:live|lived"
         r"|living|reside) (?:on|in|at|near|next|around|down|close|two|a few|just)\b|\b(?:we are|i am|i'm|as a"
         r"|am your|being) (?:\w+ )?neighbou?rs?\b(?!ing|hood| (?:hospital|county|system|state))|\bbought <3>(?:house"
         r"|home|condo|estate)\b"
     )),
    ("age birthday born old older young younger retire retirement retiring years",
     (
         r"\b(?:at|for|of|despite|given) your (?:advanced |young |old |ripe )?age\b|\byour (?:\w+ )?(?:birthday|date "
         r"of birth|birth year|year of birth|age)\b(?! (?:group|band|cohort|limit|mix))|\byou(?:'re| are| were|'ll be"
         r"| will be| must be| look| turned?| are turning)? <2>(?:born (?:in|on)|turning \d|turned \d|turn \d|too old"
         r"|too young|getting old|so young|younger than|older than|\d{2} years old|in your (?:late |early "
         r"|mid-?)?(?:thirties|forties|fifties|sixties|seventies|eighties))\b|\bhappy birthday\b|\byour (?:coming "
         r"|upcoming |early )?retirement\b(?! (?:plan|community|communities|benefit|fund|center|home))"
     )),
    ("salary compensation pay paid bonus earn earns wealth worth net mortgage bankruptcy stock money income taxes",
     (
         r"\byour (?:own |annual |base |huge |high |total |executive |generous |reported |published ){0,2}(?:salary"
         r"|compensation|paycheck|pay (?:package|of|rise|raise|is|was|rose)|bonus|net worth|wealth|mortgage"
         r"|bankruptcy|stock options|personal (?:finances|income|wealth)|income|personal taxes|severance)\b(?! "
         r"(?:model|plan for|for nurses|committee|study|structure|program|team|philosophy|office))|\byou (?:earn|make"
         r"|earned|made|were paid|are paid|get paid) <3>(?:million|\$|thousand|a lot|more than|too much|\d)"
     )),
    ("facebook instagram tiktok snapchat whatsapp vacation photos pictures holiday posts",
     (
         r"\byour? <3>(?:facebook|instagram|tiktok|snapchat|family photos|vacation (?:photos|pictures|posts)|holiday "
         r"(?:photos|pictures)|private (?:posts|account|photos)|vacation (?:in|to|with|at|on)|vacation\b(?! "
         r"(?:coverage|policy|schedul)))\b|\b(?:on|via|through|from) (?:your |his |her )?(?:facebook|instagram|tiktok"
         r"|snapchat)\b"
     )),
    ("lost loss passed passing funeral obituary died death grief widow widower", (
            r"\b(?:you lost|loss of your|passing of your|death of your|your (?:late|recent|great|tragic|terrible"
            r"|personal|painful) loss|your loss\b|your grief|the funeral|obituary|your mourning|sorry for your loss"
            r"|your (?:mother|father|wife|husband|son|daughter|brother|sister|parent)'?s? (?:death|passing|funeral"
            r"|illness))\b"
        )),
    ("divorce affair miscarriage separation custody marriage", (
            r"\byou(?:r)? <8>(?:divorce|affair|miscarriage|custody|separation from|troubled marriage|failing "
            r"marriage)\b|\b(?:her|his|their|'s) <2>(?:divorce|ex-wife|ex-husband|love affair|boyfriend|girlfriend"
            r"|private life|love life)\b"
        )),
    ("party vote votes voted voting", (
            r"\b(?:which|what) (?:political )?party\b|\b(?:who|whom) <3>(?:you|he|she|they|leader) <2>(?:vote|voted"
            r"|votes) for\b|\b(?:vote|votes|voted) for (?:him|her|them|trump|the (?:republicans?|democrats?|governor"
            r"|senator|president))\b"
        )),
    ("seeing dating dated married", (
            r"\b(?:is|are|was|were) (?:she|he|they|you) <2>(?:seeing|dating|married|single|divorced|gay)\b"
            r"|\b(?:seeing|dating) (?:someone|anyone|anybody|somebody|that \w+)\b"
        )),
    ("young old look years", (
            r"\b(?:young|old|good|fit|great|fresh|well) for (?:your|a \w+) <2>(?:age|years|\d{2})\b|\byour \d{2} "
            r"years\b(?! (?:of|as|in|at|with))"
        )),
    ("house", (
        r"\b(?:by|past|near|outside|passed|saw|seen|bought|sold|front of|behind|across from|visit(?:ed)?|live near) <1>"
        r"your house\b|\byour (?:lovely|beautiful|new|old|lake|beach|summer|big|nice|vacation|own) house\b"
        r"|\byour house (?:on|by|near|at the (?:lake|beach|corner))\b"
    )),
    ("house home",
        r"\byour (?:house|home) (?:burned|burnt|flooded|was (?:broken into|burgled|sold|damaged|flooded))\b"),
    ("separated married divorced split expecting", (
            r"\byou and <3>(?:have |had |are |were |got |recently ){0,2}(?:separated|married|divorced|split up"
            r"|expecting|engaged)\b"
        )),
    ("little young baby kids children family twins", (
            r"\bhow(?:'s| is| are) (?:little|young|baby|the kids|the children|the family|the baby|the twins|your "
            r"family)\b"
        )),
    ("believer non-believer believe beliefs", (
            r"\b(?:as an? |being an? )(?:non-?believer|believer)\b|\bwhat you believe\b(?! (?:the|made|is|was"
            r"|would|could|to|caused|explains))|\byou believe in god\b|\byour (?:religious|spiritual|personal) "
            r"beliefs\b"
        )),
    ("pay earn make paid",
        r"\bhow much <4>pays? you\b|\b(?:how much|what) (?:do|did) you (?:earn|make|get paid)\b(?! of)"),
    ("fifty sixty seventy eighty forty", (
            r"\bat (?:thirty|forty|fifty|sixty|seventy|eighty)(?:-\w+)?, (?:you|have you|do you|are you|many"
            r"|most)\b"
        )),
    ("slowing retiring retire", r"\b(?:you|your) <5>(?:slowing down|retiring|retire)\b"),
    ("expecting", r"\byou(?:'re| are) expecting\b(?= ?[!.,?]|$| a| in| your)"),
    ("partner", r"\byou and your partner\b|\byour (?:life|domestic|romantic) partner\b"),
    ("living live lived lives",
        r"\byou\b <4>(?:live|living|lived) (?:out |up |down |over )?(?:by|on|in|at|near|next|around|across)\b"),
    ("back knee hip heart eyes leg arm shoulder hearing voice pressure foot ankle", (
            r"\byour (?:back|knee|hip|heart|eyes|leg|arm|shoulder|hearing|blood pressure|foot|ankle) <1>(?:after"
            r"|since|pain|feeling|better|doing|healed|healing|problem|trouble|condition|surgery)\b"
        )),
    ("ramadan lent passover shabbat sabbath hanukkah eid diwali kosher halal yom", (
            r"\byou <3>(?:observe|celebrate|keep|fast|eat|follow) <3>(?:ramadan|lent|passover|shabbat|sabbath"
            r"|hanukkah|eid|diwali|kosher|halal|yom kippur)\b"
        )),
    ("same", r"\bsame (?:gym|golf club|country club|block|building|apartment|street|neighborhood|tennis club|yoga)\b"),
    ("refugee immigrant immigrated undocumented citizenship visa", (
            r"\byou(?:r)? <6>(?:refugee|immigrant|immigrated|undocumented|citizenship|green card)\b(?! (?:health"
            r"|clinic|patients|families|communit|program|services))"
        )),
    ("mass church temple services worship", (
            r"\b(?:saw|see|seen|met|meet|noticed|know) <3>(?:at|in|from) (?:mass|church|temple|services|worship|the "
            r"mosque|synagogue)\b"
        )),
    ("close nearly almost approaching pushing past turning over", (
            r"\byou(?:'re| are| must be| will be| look)? (?:close to|nearly|almost|approaching|pushing|past|turning"
            r"|over) (?:thirty|forty|fifty|sixty|seventy|eighty|[3-8]\d)(?:-\w+)?(?= ?[.,!?]| now| years (?:old|of "
            r"age)| soon| and so| so\b|$)"
        )),
    ("chemo chemotherapy dialysis biopsy scans radiation surgery operation recovery", (
            r"\bhope <3>(?:chemo|chemotherapy|dialysis|biopsy|scans|radiation|surgery|operation|recovery) (?:is|are"
            r"|went|goes|was|were)\b"
        )),
    ("experience story history struggle struggles battle", (
            r"\byour (?:own|personal) (?:experience|story|history|struggles?|battle) (?:with|of|against) (?:an? "
            r")?(?:cancer|infertility|loss|depression|miscarriage|illness|divorce|addiction|anxiety|stroke|disability"
            r"|grief|abuse|poverty|ptsd|adhd|dyslexia|obesity|diabetes|burnout)\b"
        )),
    ("home number", r"\byour home (?:number|phone|telephone|e-?mail|address)\b"),
    ("wife husband", r"\b(?:his|her) (?:wife|husband)\b"),
    ("wife husband daughter son kids children mother father sister brother", (
            r"\b(?:i (?:know|met|went to school with|heard from|spoke with|saw|ran into|am friends with|follow|dated"
            r"|work with)|friends? with) <3>your <2>(?:wife|husband|daughter|son|kids|children|mother|father|sister"
            r"|brother|nephew|niece)\b|\b(?:as|being|is|are) an? <3>(?:working )?(?:mother|father|parent|mom|dad"
            r"|grandmother|grandfather|single mother|widow|widower|wife|husband) (?:of|like you|yourself|and|to)\b"
            r"|\byou(?:'re| are) (?:also )?an? <3>(?:mother|father|parent|mom|dad|grandmother|grandfather|widow"
            r"|widower|wife|husband)\b"
        )),
    ("mother father mom dad parent woman man black white hispanic latina latino asian immigrant native", (
            r"\b(?:as an?|being an?|like (?:me|myself),? an?) <3>(?:working mother|working mom|mother|father|mom|dad"
            r"|parent|gay|lesbian|trans|(?:black|white|hispanic|latina|latino|asian|older|young|single|divorced) "
            r"(?:woman|man|mother|father|person|leader|executive|american)) <2>(?:you|yourself)\b|\byour (?:race"
            r"|ethnicity|skin color|skin colour|nationality|immigration|accent|sexual orientation|sexuality|gender "
            r"identity|ethnic (?:background|origin)|citizenship|weight|looks|beauty|appearance|figure|body)\b|\byou "
            r"(?:look|looked|are|were) <2>(?:beautiful|gorgeous|handsome|pretty|attractive|stunning|lovely|sexy"
            r"|hot)\b"
        )),
    ("beautiful gorgeous handsome pretty attractive stunning lovely sexy hot radiant slim younger", (
            r"\byou (?:look|looked|were looking) <2>(?:beautiful|gorgeous|handsome|pretty|attractive|stunning"
            r"|lovely|sexy"
            r"|hot|radiant|slim|younger)\b"
        )),
    ("guess age old", (
            r"\bguess <2>you(?:'re| are| were) <1>\d{2}\b|\b(?:at|for|of) your age\b|\bhow old (?:are you|you are)\b"
        )),
    ("dui arrest arrested lawsuit affair rehab drinking gambling divorce", (
            r"\byour? <3>(?:dui|arrest|arrested|criminal record|affair|drinking|gambling|drug use|alcohol\w*|rehab "
            r"stay|custody|personal lawsuit|messy)\b(?! (?:program|warrant|unit|policy))"
        )),
    ("hobby golf gym dog cat pet marathon", (
            r"\byour (?:dog|cat|puppy|pets?|horse|golf (?:handicap|game)|gym|dating|love life|personal life|private "
            r"life|home life|family life|social life)\b"
        )),
)  # fmt: skip

NOT_PRIVATE = (
    r"\b(?:you treat|your patients?'?|patients? and|patient's|residents'?|members'?|veterans'?) <3>(?:family"
    r"|families|children|mother|mothers|loved ones)\b"
    r"|\byour (?:patients'?|residents'?|nurses'?|staff's?|teams?'?) <2>(?:family|families|children|health|homes?"
    r"|wives|parents)\b"
    r"|\bi (?:do not|don't|will not|won't) (?:ask|write|want to know|mention|touch) <3>(?:about|on) your\b"
    r"|\bnothing (?:about|on) your (?:family|private|personal)\b|\bno questions? (?:about|on) your\b"
)
