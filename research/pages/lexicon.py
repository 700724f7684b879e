"""Classes of English words that the readers of people tell apart: heads of titles, departments, organizations' nouns.

Every list is open vocabulary of the field or of grammar. No list names an organization, a person or a place.
"""

from __future__ import annotations

from typing import Literal

TitleClass = Literal["executive", "board", "manager", "clinical", "clinician", "staff", "academic", "public", "other"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# --- heads of titles -------------------------------------------------------------------------------------------------

_HEADS_BY_CLASS: dict[TitleClass, str] = {
    "executive": """president ceo coo cfo cno cmo cio cto cso cxo chro cmio cnio cnio cne cao cco cqo cdo cpo cro ciso
        cbo cho cpho cpio vp svp evp avp rvp svps vps presidents administrator administrators counsel founder cofounder
        co-founder co-president co-ceo chancellor superintendent owner principal executive executives vice-president
        president-elect co-owner physician-in-chief surgeon-in-chief nurse-in-chief ccmo cmho cdio cxio
        chief-of-staff vice-presidents secretary-general director-general exec""",
    "board": """chair chairman chairwoman chairperson chairs trustee trustees treasurer secretary vice-chair
        vice-chairman vice-chairwoman vice-chairperson co-chair co-chairs chair-elect chairman-elect governor-at-large
        director-at-large member-at-large recorder secretary-treasurer secretary/treasurer parliamentarian commodore
        co-chairman co-chairwoman cochair vice-treasurer officers""",
    "manager": """director directors manager managers matron head lead leader supervisor comptroller controller chief
        co-director co-lead codirector co-leader""",
    "clinician": """nurse physician surgeon doctor practitioner therapist pharmacist hospitalist psychologist
        psychiatrist dentist anesthesiologist radiologist cardiologist oncologist neurologist pediatrician dermatologist
        pathologist urologist midwife paramedic anesthetist counselor dietitian clinician technician technologist
        worker internist neurosurgeon gynecologist obstetrician ophthalmologist optometrist podiatrist chiropractor
        gastroenterologist nephrologist pulmonologist rheumatologist endocrinologist hygienist caregiver
        interventionist epidemiologist geriatrician intensivist veterinarian resident gynaecologist paediatrician
        anaesthetist anaesthesiologist orthopaedician orthopaedist haematologist hematologist neonatologist hepatologist
        immunologist allergist audiologist embryologist microbiologist physiotherapist physiatrist periodontist
        orthodontist endodontist prosthodontist diabetologist perinatologist electrophysiologist dietician nutritionist
        sonographer phlebotomist traumatologist urogynecologist""",
    "staff": """coordinator coordinators navigator specialist analyst assistant associate consultant engineer designer
        developer liaison ambassador representative recruiter editor reporter journalist correspondent writer author
        columnist spokesperson spokesman spokeswoman intern student volunteer clerk receptionist educator trainer
        producer photographer host moderator facilitator advisor adviser attorney lawyer accountant buyer planner
        strategist scientist researcher investigator technologist programmer architect officer chaplain pastor lecturer
        instructor preceptor evangelist artist consultants scheduler aide biller coder staffer blogger partner operator
        publicist webmaster organizer actuary economist advocate agent broker realtor banker entrepreneur""",
    "academic": """professor dean provost fellow scholar rector lecturer vice-chancellor""",
    "public": """governor mayor senator congressman congresswoman representative commissioner commissioners minister
        judge sheriff councilman councilwoman councilmember alderman assemblyman assemblywoman legislator delegate
        ambassador sergeant lieutenant marshal prosecutor solicitor treasurer-elect coroner lord-lieutenant
        congressperson attorney-general""",
}
HEAD_CLASS: dict[str, TitleClass] = {}
for _class, _list in _HEADS_BY_CLASS.items():
    for _word in _list.split():
        HEAD_CLASS.setdefault(_word, _class)

ACRONYM_HEADS = frozenset(
    word
    for word in HEAD_CLASS
    if word in {"vp", "svp", "evp", "avp", "rvp", "svps", "vps"} or (word[0] == "c" and 3 <= len(word) <= 4)
) - {"chief"}
"""Heads that are written in capitals: CEO, SVP. Lower case ones ("coo") are other words."""

ORGANIZATION_HEADS = _words(
    """president ceo coo cfo cno cmo cio cto chro administrator chair chairman chairwoman chairperson founder
    cofounder co-founder owner superintendent treasurer secretary trustee co-ceo president-elect chair-elect partner
    chancellor vice-chair co-chair"""
)
"""Heads whose "of" names an organization ("CEO of"); after the others it names a department ("director of")."""

PLURALS: dict[str, str] = {
    "presidents": "president", "directors": "director", "managers": "manager", "trustees": "trustee", "chairs": "chair",
    "administrators": "administrator", "executives": "executive", "officers": "officer",
    "commissioners": "commissioner", "chiefs": "chief", "leaders": "leader", "supervisors": "supervisor",
    "coordinators": "coordinator", "governors": "governor", "vice-presidents": "vice-president", "vps": "VP",
    "founders": "founder", "co-founders": "co-founder", "owners": "owner",
    "svps": "SVP", "treasurers": "treasurer", "secretaries": "secretary",
}  # fmt: skip
"""Heads of titles over or before several people, with the title of each."""

WEAK_HEADS = _words(
    """chief head lead leader executive principal officer officers associate assistant fellow partner secretary resident
    chair chairs host member members student volunteer intern representative delegate minister general author doctor
    scholar marshal producer agent architect advocate judge aide owner founder"""
)
"""Words that are titles only where the grammar says so (apposition, card), since they are common words as well."""

LEADING = _words("executive board manager clinical")

SENIORITY = _words(
    """senior sr sr. executive vice assistant asst asst. associate assoc assoc. exec. deputy
    interim acting regional system systems systemwide
    system-wide chief group corporate enterprise global national international division divisional area market
    district local statewide founding managing general lead principal first second co immediate past prior
    former emeritus
    elect administrative program project unit section interim permanent inaugural hospital campus site ministry
    supervising attending collaborating
    dy. addl. addl jt. facility network region joint honorary lay ex-officio co-interim board"""
)

DEPARTMENTS = _words(
    """anatomy andrology audiology biochemistry counselling dentistry dietetics embryology hrd infertility materials
    neonatology optometry perinatology physiology physiotherapy psychopharmacology psychotherapy pulmonology purchase
    academic academics access accounting accountable accounts accreditation active acquisition acute administration
    administrative admissions admitting adolescent adult advanced advancement advocacy affairs affiliate affiliates
    aging alliances alumni ambulance ambulatory analytics ancillary anesthesia anesthesiology application applications
    architecture assessment assets assistance associate assurance audit auditor automation auxiliary bariatric
    behavioral benefit benefits billing biomedical birth blood board brain brand branding breast budget building
    business campus campaigns cancer capital cardiac cardiology cardiopulmonary cardiothoracic cardiovascular care
    caregiver career case cath central change channel chapter charge charitable chief child children chronic claims
    clinic clinical clinics coding collaboration collaborative collections college colorectal commercial communication
    communications community compensation complex compliance comprehensive conduct construction consumer consulting
    continuing continuous continuum contracting contracts control coordination core corporate correctional cost council
    counsel credentialing critical culture curriculum customer cyber cybersecurity data day deputy delivery dental
    dermatology design desk development devices diabetes diagnostic diagnostics dietary digital disability disaster
    discharge disease disparities diversity division document domestic donor donors ecosystem economic
    economics editorial
    education educational effectiveness efficiency elder electronic emergency emergent employee employees employer
    endocrinology endoscopy endovascular energy engagement engineering enterprise environment environmental epic
    epidemiology equality equity ethics evaluation evening event events excellence executive experience external
    facilities facility faculty family field finance finances financial fiscal fitness floor food foodservice
    foundation fraud front fulfillment fund funding fundraising gastroenterology general genetics genomics geriatric
    geriatrics gift giving global governance government governmental graduate grants group growth guest gynecology
    gynecologic hand harm head health healthcare hematology heart heritage hiv home homecare hospice hospital
    hospitalist hospitality hospitals house housekeeping housing human humanities imaging immunology immunotherapy
    impact implementation improvement inclusion inclusive income individual infant infection infectious informatics
    information infrastructure infusion initiatives injury innovation innovations inpatient inquiry institutional
    insurance integrated integration integrity intellectual intelligence intensive interactive internal international
    interventional invasive inventory investigations investment investments investor it kidney knowledge lab labor
    laboratories laboratory language laundry law leadership lean learning legal legislative liability library license
    licensed life line lines liver local logistics long-term loss maintenance major managed management managing
    marketing market markets maternal maternity mbu measurement media mediation medicaid medical medicare medicine
    member members membership men mental merchandising metabolic midwifery migrant military ministry mission mobile
    model molecular monitoring morale movement multi music national native neonatal nephrology network networks
    neurology neuroscience neurosciences neurosurgery night nuclear nurse nursing nutrition obstetrics occupational
    office officer onboarding oncology operating operation operational operations ophthalmology optimization oral
    organization organizational oversight orthopaedic orthopaedics orthopedic orthopedics otolaryngology
    outcomes outpatient
    outreach pain palliative parking partner partners partnerships pastoral pathology patient patients pay payer payor
    payroll pediatric pediatrics people performance perinatal perioperative personal personnel pharmacy philanthropic
    philanthropy philosophy physical physician physicians plan planned planning plans plant plastic podiatry policy
    polytrauma population portfolio post-acute potential practice practices practitioner pre prevention
    preventive primary
    principal privacy private procedural process procurement product products professional professionals program
    programming programs project projects promotion property prospect protection provider providers psychiatric
    psychiatry psychology public publications publishing pulmonary purchasing quality radiation radiologic radiology
    real estate records recovery recruiting recruitment referral region regional registration regulatory rehabilitation
    rehab reimbursement relations relationship relationships reliability renal reporting reproductive research
    resilience residency residential resource resources respiratory response responsibility restructuring results
    retail retention revenue rheumatology risk robotic robotics rural safety sales satisfaction scheduling school
    science sciences scientific secondary section sector security senior seniors sepsis service services
    shared simulation
    site skilled sleep social software solutions south north east west special specialties specialty spine spiritual
    sponsorship sports staff staffing stakeholder standards state statistics trials sterile stewardship stores strategic
    strategies strategy stroke structural student students subacute substance success supply chain support surgery
    surgical surgeon surgeons survey sustainability system systems talent tax teaching team teams technical technologies
    technology telehealth telemedicine telestroke therapeutic therapies therapy thoracic throughput tissue total trade
    training transfer transformation transfusion transition transitional transitions translational transplant
    transplantation transport transportation trauma travel treasury treatment treatments tumor ultrasound undergraduate
    union unit university urgent urologic urology use user utilization utilities valet value value-based vascular vendor
    ventures virtual vision visitor volunteer volunteers wealth web website weight welfare wellbeing well-being wellness
    west wide women work workforce working workplace world wound writing youth campus counsel continuity contact
    center centers department departments office women's men's children's veterans first faith-based ems ed er
    icu nicu or
    pacu picu rn hr qa qi pr ip ltc ehr emr hospital-based evidence-based x-ray
    innovation artificial ai ml ancillary community-based point-of-care finance-operations treasurer eye ear nose throat
    skin activities dining creative artistic
    joint bone foot ankle shoulder craniofacial fetal midwife lactation newborn nurses doctors doula colon hernia
    endo burn bariatrics dialysis wellbeing belonging justice equitable transparency enrollment eligibility growth
    advance practice providers apps nurse-midwifery perfusion cytology histology microbiology toxicology serology
    compounding formulary regional academic-affairs chaplaincy interpreter interpreters languages translation
    deaf gynaecology obstetrics paediatric paediatrics anaesthesia anaesthetics haematology orthopaedic
    midwifery accident
    estates catering portering divisional
    theatre theatres casualty fire obgyn emt ambulance paramedic accessible accessibility ada hipaa audit audits cash
    cycle charge coding cdi denials treasury accounts payable
    receivable general ledger grant philanthropy annual major planned alumni digital health insights intelligence"""
)
"""Words of departments, duties and rank: a capital letter on one of these is no sign of a proper name."""

ORGANIZATION_NOUNS = _words(
    """health healthcare hospital hospitals clinic clinics center centers centre centres system systems foundation
    university college school institute institutes association society council network networks alliance academy
    corporation corp company inc inc. llc ltd ltd. plc llp lp co. pllc pc p.c. l.l.c. group groups partners partnership
    trust bank federation coalition consortium commission committee agency authority department ministry bureau
    administration services service care medicine physicians associates practice plan plans insurance holdings
    enterprises industries laboratories labs pharmacy pharmacies pharmaceuticals therapeutics technologies solutions
    consulting capital ventures union church district county city state board fund press media magazine journal times
    news infirmary sanatorium hospice homes home house village manor communities community cooperative co-op
    collaborative organization initiative program chamber museum club league brothers sons limited international
    region medical wellness rehabilitation rehab recovery dialysis counseling therapy dental psychiatry imaging surgery
    children's orthopaedics orthopedics cardiology oncology
    congregation order diocese ministries sisters army navy force corps office division campus pavilion nhs trusts
    clinica clínica hmo ppo branch residency registry ambulance ems rescue consultants affiliates assn"""
)
"""Nouns that an organization's name ends in (or holds before "of")."""

STRONG_ORGANIZATION_NOUNS = _words(
    """health healthcare hospital hospitals clinic clinics system foundation university college association society
    council alliance academy corporation corp company inc inc. llc ltd ltd. plc llp pllc partners trust bank federation
    coalition consortium authority associates insurance holdings infirmary hospice federation chamber league museum
    llc. pharmaceuticals therapeutics technologies l.l.c. nhs collaborative cooperative
    affiliates assn clinica clínica"""
)
"""Nouns that make an organization of a capitalized group even where every word is an ordinary one."""

TRADE_NOUNS = _words(
    """agency agencies company companies firm firms builder builders maker makers shop shops store stores dealer dealers
    dealership dealerships bank banks brewery breweries bakery bakeries restaurant restaurants studio studios contractor
    contractors manufacturer manufacturers supplier suppliers vendor vendors startup startups start-up retailer
    retailers newspaper newspapers brokerage farm farms factory factories winery wineries hotel hotels airline airlines
    garage salon business businesses franchise wholesaler distributor importer exporter developer publisher mill mills
    shipyard church churches school schools college colleges university universities corporation corporations"""
)
"""What a house is called that is not named and may be of any trade: "an insurance agency", "her boat builder"."""

HEALTH_WORDS = _words(
    """health healthcare hospital hospitals medical medicine clinic clinics clinical hospice nursing nurse nurses
    physician physicians surgery surgical cancer cardiology oncology orthopaedics orthopedics pediatric pediatrics
    children's care rehabilitation rehab wellness mental behavioral dental pharmacy infirmary ambulatory emergency
    heart psychiatric psychiatry patient patients nhs medicare medicaid veterans hospitalists radiology anesthesia
    urgent kidney dialysis transplant trauma stroke healthplan hmo healthcares hospital's medcenter hospitalist
    caregiver doctors quality eldercare sanatorium blood recovery therapy sciences neurology dermatology pain spine
    ics icb vision eye fertility ivf headache migraine ambulance ems emt paramedic paramedics gynaecology paediatrics"""
)
"""Words in an organization's name or description that make it one of health care."""

STRONG_HEALTH_WORDS = _words(
    """health healthcare hospital hospitals medical medicine clinic clinics hospice nursing physicians infirmary
    children's surgery cancer pediatrics rehabilitation orthopaedics orthopedics cardiology oncology nhs medicaid
    ics icb medicare psychiatry psychiatric radiology anesthesia dialysis dental ambulance ems
    clinica clínica"""
)

OTHER_FIELD_WORDS = _words(
    """university college school bank church museum software technologies technology tech business pharmaceuticals
    pharmaceutical pharma therapeutics biotech biosciences bioscience diagnostics devices solutions consulting
    consultants law llp county city state government senate congress legislature police fire army navy housing realty
    estate properties motors energy oil gas airlines airline records films entertainment media news magazine journal
    press studio studios theater theatre symphony orchestra library ymca club brewery restaurant hotel resorts
    electric chamber manufacturers exporters capital ventures investments securities financial advisors
    staffing recruiting search sports league football basketball baseball athletics ministry defence defense treasury
    retail stores foods beverages agriculture farms construction engineering architects architecture design conservation
    parks zoo arts council's college's logistics transportation robotics semiconductor telecom communications marketing
    instruments lifesciences genomics labs laboratories ai developments"""
)
"""Words in an organization's name that put it into another field unless a word of health care stands beside them."""

# --- words of grammar ------------------------------------------------------------------------------------------------

DETERMINERS = _words("the a an its our their his her my your this that these those another one each every both")
PRONOUNS = _words("he she they we i you it who whom whose him them us me i'm i've we're you're he's she's here's let's")
PREPOSITIONS = _words(
    """of for at with in on to from by as into within under over through throughout across between among during since
    until after before about against without via per upon toward towards including alongside than like near"""
)
CONJUNCTIONS = _words("and or but nor so yet while where when which because although though if whether plus then")
AUXILIARIES = _words(
    """is are was were be been being am has have had having will would shall should can could may might must do does
    did not"""
)
VERBS = _words(
    """say says said saying add adds added note notes noted explain explains explained state states stated comment
    comments commented remark remarked share shares shared tell tells told announce announces announced announcing voted
    name names named naming appoint appoints appointed appointing promote promotes promoted hire hires hired select
    selects selected choose chosen elect elected tap taps tapped welcome welcomes welcomed welcoming join joins joined
    joining become becomes became becoming serve serves served serving lead leads led leading leave leaves left
    replace replaces replaced replacing succeed succeeds succeeded succeeding retire retires retired retiring resign
    resigned resigns step steps stepped stepping take takes took taken taking hold holds held holding work works
    worked working oversee oversees oversaw manage manages managed managing direct directs directed report reports
    reported receive receives received earn earns earned bring brings brought make makes made help helps helped
    continue continues continued begin begins began start starts started start assume assumes assumed focus focuses
    focused believe believes think thinks thought know knows known want wants look looks get gets got give gives given
    gave include includes included provide provides provided see sees saw come comes came go goes went spend spent
    write writes wrote speak speaks spoke present presents presented thank thanks recognize recognizes recognized
    honor honors honored celebrate celebrates award awarded awards graduate graduated live lives lived enjoy enjoys
    love loves play plays played grow grew grown build builds built create creates created develop develops developed
    establish established launch launches launched open opens opened run runs ran return returns returned move moves
    moved offer offers offered oversee call calls called ask asks asked meet meets met stay remain remains remained
    depart departs departed practice practiced practices complete completed attend attended report reporting pursue
    volunteer volunteers discuss discusses discussed describe describes described testify testified express expressed
    emphasize emphasized conclude concluded highlight highlighted unveil unveils pick picks picked turn turns turned
    reappointed reelected re-elected installed inducted promoted sworn confirmed recruited assigned elevated
    accepts accepted accept rejoin rejoins rejoined interview interviews interviewed
    visits visited wins won tours earns completes hits marks expands adds achieves gains reaches
    reflects recalls credits urges vows warns outlines tackles inspires hails praises applauds ponders retiring
    breaks signs hosts kicks observed observes touches improves reduces boosts cuts increases"""
)
ADVERBS = _words(
    """now currently also recently most previously formerly today officially soon here there still already just only
    very more again later once first last next well too ever never always often currently presently effective
    immediately additionally originally jointly prior"""
)
GRAMMAR = DETERMINERS | PRONOUNS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | ADVERBS | frozenset({"s", "’s", "'s"})
STOPPERS = GRAMMAR | VERBS
"""Words that end a title or an organization's name, read from either side, in running text."""

HONORIFICS = _words(
    """dr dr. mr mr. mrs mrs. ms ms. miss mx. prof prof. professor sir dame rev rev. reverend fr. father sister brother
    hon. honorable rabbi deacon col. colonel capt. captain maj. major gen. general lt. lieutenant cmdr. commander adm.
    admiral msgr. monsignor bishop col capt maj gen lt sr. president-elect drs. drs judge senator sen. rep. chaplain
    sgt. sergeant pastor lord lady baroness baron madam sri shri smt sri. shri. smt. hon'ble datuk dato hajah haji ca.
    adv.
    sheriff mayor atty. engr. dra. er. attorney brig brig. brigadier cdr cdr. commodore surg. lieut. lieut
    justice cllr cllr. councillor"""
)
PLAIN_HONORIFICS = _words("dr dr. mr mr. mrs mrs. ms ms. miss mx. drs. drs prof. prof")
NAME_PARTICLES = _words("de del della der den di da dos das du la le van von vander bin ibn al el ter ten y e af zu")
NAME_SUFFIXES = _words("jr jr. sr sr. ii iii iv lll 2nd 3rd")

MONTHS = _words(
    """january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec."""
)
WEEKDAYS = _words("monday tuesday wednesday thursday friday saturday sunday")

NOT_IN_NAMES = (
    _words(
        """disorder disorders disease diseases syndrome neurologic neurological
        congratulations meet introducing contact email phone fax website read learn view watch listen click share
        home news press release media blog post posted published updated photo photos image
        video videos caption courtesy
        credit source story stories featured feature event events session sessions keynote workshop panel panelist
        panelists speaker speakers moderator agenda schedule register registration welcome opening closing break lunch
        dinner breakfast reception conference summit webinar annual meeting award awards winner winners recipient
        honoree about our mission vision values history careers jobs job apply employment opportunities location
        locations directions map hours address street avenue road drive suite floor building boulevard blvd blvd. ave
        ave. st rd rd. ste ste. po box p.o. united states america american north south east west northern
        southern eastern western
        northeast northwest southeast southwest central national international global world greater county city town
        village valley beach river mountain lake elementary
        university college school schools colleges universities companies hospital hospitals clinic clinics center
        centers medical health healthcare system systems foundation association society institute academy council
        services service department division unit office team teams staff leadership governance committee committees
        board directors trustees governors commissioners commissioner members member officers officer
        executive executives governing
        administration administrators management president presidents director manager chief vice senior chair chairman
        chairwoman chairperson secretary treasurer trustee dean professor provost coordinator specialist supervisor
        administrator ceo cfo coo cno cmo cio cto chro svp evp vp nurse nurses nursing physician physicians doctor
        doctors surgeon surgery surgical patient patients care cancer heart emergency pediatric pediatrics women's
        children's family community public private general internal external finance financial operations quality safety
        human resources information technology innovation research education program programs project projects clinical
        medicine strategy strategic marketing communications development philanthropy compliance legal counsel audit
        risk revenue supply chain facilities planning business corporate enterprise group network partners inc llc ltd
        corp company co corporation insurance pharmacy laboratory radiology imaging oncology cardiology
        behavioral mental
        rehabilitation therapy wellness primary urgent specialty advanced practice provider providers population
        bachelor master doctor doctorate doctoral degree science arts administration fellow fellowship residency
        resident graduate alumni certified registered licensed board-certified license biography bio bios profile
        profiles overview introduction summary education experience professional personal interests affiliations
        memberships publications honors achievements specialties languages insurance accepted location english spanish
        facebook twitter linkedin instagram youtube pinterest copyright rights reserved privacy policy terms use cookie
        cookies search menu navigation skip content site sitemap login sign subscribe newsletter donate giving give
        volunteer ways support us visitors visit find menu more less close show hide next previous back top
        download print pdf file page pages quick links resources related latest recent popular trending categories tags
        archive archives month year day week today tomorrow yesterday new former current interim acting
        nonprofit non-profit organization organizations agency authority bureau ministry government federal state
        sit down up off out over talk chat corner spotlight conversation insight insights joint commission
        accreditation level star stars rated best top magnet gold silver bronze platinum excellence
        center's hospital's health's system's letter message statement interview question answer faq faqs frequently
        asked questions read bio view profile full cover page chapter section part number no. inaugural distinguished
        outstanding honorary memorial regional total great good better happy merry holiday christmas thanksgiving easter
        position description descriptions qualifications requirements responsibilities duties salary employer vacancy
        vacancies vacant hiring preferred required reports
        labor law firm key words keywords sincerely yours regards respectfully dear thanks thank
        independence memorial veterans
        veteran martin-luther trustees-at-large via with other others dy. addl. jt.
        """
    )
    | MONTHS - _words("may april june august jan mar")
    | WEEKDAYS
)
"""Words that are in no person's name where they stand with a capital (beyond those of grammar)."""
