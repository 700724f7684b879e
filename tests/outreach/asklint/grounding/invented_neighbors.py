"""Sentences in which others than the leader have figures and names too: of each, what must be found, exactly."""

from __future__ import annotations

from outreach.asklint.types import Known

MARCHETTI = Known(
    person="Leontyne Marchetti",
    credentials=("MSN", "RN"),
    title="Chief Nursing Officer",
    organization="Copper Basin Hospital",
    facts=(
        ("Leontyne Marchetti, MSN, RN, has been Chief Nursing Officer of Copper Basin Hospital since 2018."),
        ("Her Warm Hands handoff program cut transfers back to intensive care by 29% between 2020 and 2022."),
        "Copper Basin Hospital has 176 beds and is in Globe, Arizona.",
        "The hospital employs 940 people, 310 of them nurses.",
        "Warm Hands was a finalist for the 2023 Juniper Prize of the Desert Nurses Alliance.",
        "She told the Basin Courier in 2021 that the idea came from a respiratory therapist.",
        "She earned her master's degree at the University of New Mexico in 2009.",
        "She began as a nursing assistant at Pinal General Hospital.",
    ),
)
TILLEY = Known(
    person="Auberon Tilley",
    credentials=("MBA",),
    title="President",
    organization="Fenwick Rehabilitation Institute",
    facts=(
        ("Auberon Tilley, MBA, has been President of the Fenwick Rehabilitation Institute since April 2020."),
        "The institute's Second Steps clinic saw 3,250 patients with stroke in 2024.",
        "Second Steps cut the median wait for a first visit from 41 to 12 days.",
        "The institute has 88 beds and three outpatient sites in Ohio.",
        "The Harcastle Family Fund gave $2.4 million for Second Steps in 2022.",
        "He was chief operating officer of Dunmore Health from 2014 to 2020.",
        "He spoke at the 2024 Great Lakes Rehabilitation Summit in Erie.",
        "Two in three patients of Second Steps go back to work within a year.",
    ),
)
TRELAWNEY = Known(
    person="Siobhan Trelawney",
    credentials=("MD", "MBA"),
    title="Chief Medical Officer",
    organization="Harrowgate Children's Clinic",
    facts=(
        ("Siobhan Trelawney, MD, MBA, became Chief Medical Officer of Harrowgate Children's Clinic in September 2017."),
        "Harrowgate Children's Clinic runs six school-based clinics in Lowell, Massachusetts.",
        ("The Breathing Room program cut asthma visits to the emergency department from 412 to 268 a year."),
        "Breathing Room trained 54 school secretaries to use inhalers.",
        "The program received a $600,000 grant from the Tollgate Foundation in 2021.",
        "She wrote “What the Secretary Saw” in the Merrimack Medical Review in 2023.",
        "She served eight years in the Navy as a flight surgeon.",
        "Every Wednesday she sees patients at the Varnum School.",
    ),
)
ACHTERBERG = Known(
    person="Desmond Achterberg",
    credentials=("JD", "MPA"),
    title="Executive Director",
    organization="Tri-Rivers Health Alliance",
    facts=(
        ("Desmond Achterberg, JD, MPA, has led the Tri-Rivers Health Alliance as Executive Director since 2015."),
        "The alliance joins 14 critical-access hospitals in Idaho and Montana.",
        "Its shared night pharmacy answers 9,800 calls a year, most of them within seven minutes.",
        "Members save about $1.1 million a year on locum pharmacists.",
        "The alliance was founded in 1998 by three nurses in Salmon, Idaho.",
        "He teaches rural health law at Bitterroot State University.",
        "The Spurgeon Trust ranked the alliance first among rural networks in 2022.",
        "Turnover among pharmacists fell by half in three years.",
    ),
)

BAD: tuple[tuple[Known, str, tuple[str, ...]], ...] = (
    (MARCHETTI, "Copper Basin has 167 beds, which is about the size of ours.", ("167 beds",)),
    (MARCHETTI, "I was delighted to read that Warm Hands won the Juniper Prize in 2023.", ("won",)),
    (MARCHETTI, "Since you took over as CNO in 2016 the ICU has changed a great deal.", ("2016",)),
    (MARCHETTI, "Your Warm Hands program cut transfers back to the ICU by 39%.", ("39%",)),
    (MARCHETTI, "You did your master's at Prescott State, I believe, and so did I.", ("Prescott State",)),
    (MARCHETTI, "How did 410 nurses come to agree on one sheet?", ("410 nurses",)),
    (MARCHETTI, "Your idea came from a pharmacist, as you told the Courier.", ("pharmacist",)),
    (
        MARCHETTI,
        "In your years as Chief Operating Officer you must have seen many handoffs.",
        ("Chief Operating Officer",),
    ),
    (MARCHETTI, "Your start as a paramedic at Pinal General is what I would like to begin with.", ("paramedic",)),
    (
        MARCHETTI,
        "The Desert Physicians Alliance knew what it was doing when it shortlisted Warm Hands.",
        ("Desert Physicians Alliance",),
    ),
    (
        MARCHETTI,
        "What you told the Arizona Herald in 2021 about a respiratory therapist stayed with me.",
        ("Arizona Herald",),
    ),
    (MARCHETTI, "I read that Copper Basin in Tucson changed how patients move.", ("Tucson",)),
    (MARCHETTI, "Warm Hands has spread to eleven hospitals, and I'd love to hear how.", ("eleven hospitals",)),
    (MARCHETTI, "Half of your 940 staff are nurses, I gather.", ("Half",)),
    (TILLEY, "Your clinic saw 3,520 stroke patients in 2024.", ("3,520",)),
    (TILLEY, "The wait fell from 41 to 21 days, and I wonder what gave.", ("21 days",)),
    (TILLEY, "You came from Dunmore Health, where you were chief financial officer.", ("chief financial officer",)),
    (
        TILLEY,
        "After your keynote at the National Stroke Forum I went home and rewrote our intake form.",
        ("National Stroke Forum",),
    ),
    (TILLEY, "Three quarters of your patients go back to work within a year.", ("Three quarters",)),
    (TILLEY, "With five outpatient sites you must spend half your week in the car.", ("five outpatient sites",)),
    (
        TILLEY,
        ("You opened First Strides with a gift from the Harcastle family, and I would like to hear how it began."),
        ("First Strides",),
    ),
    (TILLEY, "As Dean of the Fenwick Rehabilitation Institute you answer to many people.", ("Dean",)),
    (TILLEY, "As a physician you may see this differently.", ("physician",)),
    (TILLEY, "Fenwick's 2021 gift from the Harcastle Family Fund was the largest in its history.", ("2021",)),
    (TILLEY, "Your 120 beds are always full, I hear.", ("120 beds",)),
    (TILLEY, "Patients now get a first visit within two weeks; before, it was three months.", ("three months",)),
    (TILLEY, "Two in three patients go back to work within six months.", ("six months",)),
    (
        TILLEY,
        "Under your leadership, Second Steps was named Clinic of the Year by the state association.",
        ("Clinic of the Year",),
    ),
    (TRELAWNEY, "Breathing Room trained 45 school secretaries, which I find wonderful.", ("45",)),
    (TRELAWNEY, "How did you win over the principals at all eight of your school clinics?", ("eight",)),
    (TRELAWNEY, "The Tollgate Foundation's $60,000 went a long way.", ("$60,000",)),
    (TRELAWNEY, "Your years in the Air Force must have taught you something about short orders.", ("Air Force",)),
    (
        TRELAWNEY,
        "Your piece in the Merrimack Nursing Quarterly made me laugh out loud.",
        ("Merrimack Nursing Quarterly",),
    ),
    (TRELAWNEY, "Every Friday you see patients at the Varnum School, and the parents know it.", ("Friday",)),
    (TRELAWNEY, "I know you trained as a pediatric pulmonologist, so this is your field.", ("pulmonologist",)),
    (TRELAWNEY, "You've been Chief Medical Officer since 2014.", ("2014",)),
    (TRELAWNEY, "Asthma visits fell from 412 to 286 in a year.", ("286",)),
    (TRELAWNEY, "Your clinic in Lawrence has become the one that others visit.", ("Lawrence",)),
    (TRELAWNEY, "As a graduate of Penhallow you know the city well.", ("Penhallow",)),
    (
        TRELAWNEY,
        ("Breathing Room has since reached 20 districts, I was told, and I wonder how it changed on the way."),
        ("20 districts",),
    ),
    (TRELAWNEY, "The Children's Breath Fund honored you for this in 2022, and rightly.", ("Children's Breath Fund",)),
    (TRELAWNEY, "I learned from your website that asthma visits dropped by nearly two thirds.", ("two thirds",)),
    (ACHTERBERG, "The alliance joins 24 critical-access hospitals.", ("24",)),
    (ACHTERBERG, "Founded in 1989 by three nurses, it is older than I am.", ("1989",)),
    (ACHTERBERG, "Your nurses founded it in Challis, Idaho, I read.", ("Challis",)),
    (
        ACHTERBERG,
        ("You teach health law at Coldwater State, and I wonder whether students come to see the night desk."),
        ("Coldwater State",),
    ),
    (ACHTERBERG, "The alliance covers Idaho, Montana and Wyoming.", ("Wyoming",)),
    (ACHTERBERG, "Most calls are answered within four minutes.", ("four minutes",)),
    (ACHTERBERG, "The Spurgeon Trust ranked you second among rural networks in 2022.", ("second",)),
    (ACHTERBERG, "Turnover among pharmacists fell by a third.", ("a third",)),
    (ACHTERBERG, "Before Tri-Rivers you were chief counsel of a hospital chain.", ("chief counsel",)),
    (ACHTERBERG, "Your members save $11 million a year on locums.", ("$11 million",)),
    (ACHTERBERG, "You have led it for twenty years, longer than anyone.", ("twenty years",)),
    (
        ACHTERBERG,
        "I was impressed that the night pharmacy won the Rural Innovation Award last year.",
        ("Rural Innovation Award",),
    ),
    (ACHTERBERG, "That the alliance was started by four physicians makes it unusual.", ("four physicians",)),
)
GOOD: tuple[tuple[Known, str], ...] = (
    (MARCHETTI, "My own hospital, Saint Odile in Yuma, has 61 beds and we lost 14 nurses last winter."),
    (MARCHETTI, "Warm Hands cut transfers back to the ICU by almost a third between 2020 and 2022."),
    (
        MARCHETTI,
        ("With 940 people on the payroll, about one in three of them a nurse, you must have heard every objection."),
    ),
    (MARCHETTI, "My mentor, Dr. Philippa Oyelaran of Tempe, told me about Warm Hands."),
    (MARCHETTI, "A 2019 study in the Journal of Night Medicine put the usual rate at 8%."),
    (MARCHETTI, "I grew up in Safford, an hour down the road, and my aunt worked nights in Globe for 22 years."),
    (
        MARCHETTI,
        (
            "The article is for Ward Notes, the newsletter of the Southwest Student Nurses, which "
            "about 2,300 people get."
        ),
    ),
    (MARCHETTI, "It would run at 1,200 words in our October issue."),
    (
        MARCHETTI,
        ("Three of my classmates and I are comparing handoffs at four hospitals for Professor Lindqvist's course."),
    ),
    (
        MARCHETTI,
        (
            "I can call on any Tuesday or Thursday between 7 and 9 a.m., or we could meet at the "
            "Arizona Nurses Convention on October 3."
        ),
    ),
    (
        MARCHETTI,
        (
            "You told the Courier that a respiratory therapist had the idea, and I would like to know "
            "who said yes first."
        ),
    ),
    (
        MARCHETTI,
        (
            "Readmissions within 30 days are what our quality committee at Mesa Verde Clinic looks at, "
            "and ours are at 17%."
        ),
    ),
    (
        MARCHETTI,
        ("From nursing assistant at Pinal General to chief nursing officer is a road I'd like our readers to see."),
    ),
    (MARCHETTI, "I'd need twenty minutes, twenty-five at the very most."),
    (MARCHETTI, ("You've been CNO for the better part of a decade, since 2018, so you saw the unit before and after.")),
    (MARCHETTI, "Nationally, something like 4% of ICU patients bounce back, I was taught."),
    (
        MARCHETTI,
        ("Last year I sat in on 40 handoffs at Cottonwood Medical and timed them: the average was six minutes."),
    ),
    (MARCHETTI, "If 310 nurses can agree on one handoff sheet, so can our thirty."),
    (MARCHETTI, "My instructor, who trained at Penhallow, says nobody finishes a handoff in under five minutes."),
    (MARCHETTI, "Thank you for the call on Monday; the 45 minutes went by in what felt like ten."),
    (
        MARCHETTI,
        (
            "I've enclosed the questions, two pages, and a copy of the March issue so that you can see "
            "how we handle quotes."
        ),
    ),
    (
        MARCHETTI,
        ("Our readers are charge nurses in hospitals of 25 to 100 beds, most of them in New Mexico and west Texas."),
    ),
    (MARCHETTI, "I came to nursing after twelve years in the Coast Guard, so handoffs at sea are what I know."),
    (
        MARCHETTI,
        ("A colleague of mine, Ruth Abernathy, left Copper Basin for Saguaro Health in 2022 and still uses the sheet."),
    ),
    (TILLEY, "A 3,250-patient year would be unthinkable at our site in Lorain, where we see perhaps 400."),
    (TILLEY, "You cut the first-visit wait by more than two thirds, from 41 days to 12."),
    (TILLEY, "The wait dropped by 29 days, if I read the chart correctly."),
    (
        TILLEY,
        (
            "Thanks to $2.4 million from the Harcastle Family Fund you could open the doors; I'd like "
            "to ask about the years after the money."
        ),
    ),
    (
        TILLEY,
        ("I'm a second-year resident at Lakeshore and have 15 minutes of airtime on public radio every other Sunday."),
    ),
    (TILLEY, "My father had a stroke in 2016 and waited eleven weeks for his first visit elsewhere."),
    (TILLEY, "About 67% of your patients return to work inside twelve months."),
    (TILLEY, "The podcast, Back on Our Feet, has some 5,000 listeners, mostly therapists."),
    (TILLEY, "I would send the draft by November 12, and nothing goes out before you have seen it."),
    (TILLEY, "Dr. Hollis Grantham at the Ledgewood Clinic said I should ask you and not him."),
    (TILLEY, "We run two sites, with 30 beds between them, and our wait is 55 days."),
    (TILLEY, "Our class of 2027 will read your answers in the seminar on rehabilitation finance."),
    (TILLEY, "I heard your talk in Erie last year at the Great Lakes summit."),
    (TILLEY, "When you left Dunmore in 2020, six years in, the pandemic had just begun."),
    (TILLEY, "In the first week of June there are five afternoons on which I am free from 2 to 4."),
    (
        TILLEY,
        ("Medicare pays for at most 100 days in a skilled nursing facility, and families ask me what comes then."),
    ),
    (TILLEY, "I also wrote to the directors of two other programs, one in Toledo and one in Fort Wayne."),
    (TRELAWNEY, "Three winters ago my son spent 11 nights in the hospital with asthma, which is why I ask."),
    (TRELAWNEY, "Our district has nine schools and exactly one nurse."),
    (
        TRELAWNEY,
        (
            "I have read “What the Secretary Saw” twice and gave it to the secretaries at Pawtucket "
            "Middle School, where I teach."
        ),
    ),
    (TRELAWNEY, ("The drop from 412 to 268 visits is 144 fewer children in an ambulance or a waiting room each year.")),
    (TRELAWNEY, "That's 35 percent fewer trips to the emergency department."),
    (
        TRELAWNEY,
        (
            "Six clinics inside schools, 54 secretaries who can use an inhaler: I would like to know "
            "who you asked first."
        ),
    ),
    (
        TRELAWNEY,
        ("A grant of over half a million dollars opens doors, and I wonder which of them closed again after 2021."),
    ),
    (TRELAWNEY, "I'm told there were eight years in the Navy before all this."),
    (TRELAWNEY, "On Wednesdays, when you are at the Varnum School, I suppose I should not call."),
    (
        TRELAWNEY,
        ("The Massachusetts League of School Nurses has asked me to speak in March, and I'd like to bring your story."),
    ),
    (TRELAWNEY, ("Dr. Emeka Ndiaye, who runs pediatrics where I work, was a flight surgeon himself and spoke of you.")),
    (TRELAWNEY, "I am 24 and in my second year at Quabbin State."),
    (TRELAWNEY, "My column is 700 words and closes on the 15th of each month."),
    (TRELAWNEY, "Could I have half an hour on a Thursday in late January, or, failing that, 15 minutes at lunch?"),
    (
        TRELAWNEY,
        ("Asthma sends some 4,000 children to emergency rooms in this state every year, the health department says."),
    ),
    (
        TRELAWNEY,
        ("You took up the post in the fall of 2017, so the program must have been one of the first things you did."),
    ),
    (TRELAWNEY, "In the hallway of our own clinic hangs a poster from 1988 that says inhalers must be locked up."),
    (
        TRELAWNEY,
        ("For comparison, the program at Springfield General, which I wrote about in May, trains nurses only."),
    ),
    (TRELAWNEY, "I tried the training with the four secretaries at our school, and two of them cried."),
    (TRELAWNEY, "Two people will be on the call, my editor Joan Pike and I."),
    (ACHTERBERG, "Fourteen hospitals across two states, and somebody answers the phone at night in seven minutes."),
    (ACHTERBERG, "That comes to roughly 27 calls a night."),
    (ACHTERBERG, "At our hospital in Wallowa, with 12 beds, there is no pharmacist after five."),
    (ACHTERBERG, "Pharmacist turnover was cut in half in three years."),
    (ACHTERBERG, "Your members save more than a million dollars a year on locums."),
    (
        ACHTERBERG,
        ("What three nurses in Salmon began in 1998 has outlived four governors, my grandmother likes to say."),
    ),
    (
        ACHTERBERG,
        (
            "I'm on a panel at the Western Rural Health Conference in Spokane on April 9 and 10 and "
            "have ten minutes to tell this."
        ),
    ),
    (
        ACHTERBERG,
        ("My law professor, Anneke Drost, was a student in your rural health law course at Bitterroot State."),
    ),
    (ACHTERBERG, "The Journal of Rural Nursing wants 2,500 words from me by December."),
    (
        ACHTERBERG,
        (
            "Number one among rural networks, said the Spurgeon Trust, and yet nobody I asked could "
            "tell me who takes the calls."
        ),
    ),
    (
        ACHTERBERG,
        ("We looked at the same idea in 2020 with five hospitals in eastern Oregon, and it died over licensing."),
    ),
    (ACHTERBERG, "I left pharmacy school after a year and have 19 years in as a technician."),
    (ACHTERBERG, "Idaho alone has 27 critical-access hospitals, so there is room."),
    (ACHTERBERG, "You've had the job for about ten years."),
    (ACHTERBERG, "If 30 minutes is too long, 15 would do, and I could drive over from Missoula."),
)
