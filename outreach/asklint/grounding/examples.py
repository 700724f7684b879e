"""Sentences that say what is confirmed, and what is not, of three invented leaders: data of the rule and its tests.

Each bad sentence stands with the places that have to be found in it, exactly.
"""

from __future__ import annotations

from outreach.asklint.types import Known

OKAFOR = Known(
    person="Ngozi Okafor-Lindqvist",
    credentials=("MD", "MBA", "FACP"),
    title="Chief Medical Officer",
    organization="Harrow Ridge Medical Center",
    facts=(
        (
            "Ngozi Okafor-Lindqvist, MD, MBA, FACP, has been Chief Medical Officer of Harrow Ridge Medical Center "
            "since 2017."
        ),
        "Her First Light sepsis program cut sepsis mortality from 18% to 11% between 2019 and 2022.",
        "Harrow Ridge Medical Center has 412 beds and about 2,300 employees in Duluth, Minnesota.",
        "She studied medicine at the University of Iowa.",
        "First Light received the Bright Harbor Prize of the Upper Lakes Quality Council in 2023.",
    ),
)
VILLASENOR = Known(
    person="Tomás Villaseñor",
    credentials=("MHA", "FACHE"),
    title="President and Chief Executive Officer",
    organization="Cedar Basin Regional Hospital",
    facts=(
        "Tomás Villaseñor, MHA, FACHE, is President and Chief Executive Officer of Cedar Basin Regional Hospital.",
        "Home by Noon, begun in March 2020, raised discharges before noon from 9% to 31%.",
        "Turnover of nurses fell by 26% in 2024.",
        "Cedar Basin Regional Hospital is a 48-bed hospital in Elko, Nevada.",
        "He was chief operating officer of Pinnacle Mesa Health from 2009 to 2016.",
        "The hospital ended the year 2024 with a margin of $4.2 million.",
    ),
)
DELACROIX = Known(
    person="Ruth Ann Delacroix",
    credentials=("DNP", "RN", "NEA-BC"),
    title="Vice President of Patient Care Services",
    organization="Bayou Crossing Health System",
    facts=(
        (
            "Ruth Ann Delacroix, DNP, RN, NEA-BC, is Vice President of Patient Care Services at Bayou Crossing "
            "Health System."
        ),
        "Her Safe Steps program reduced falls by 42% on twelve units in 2023.",
        "Bayou Crossing Health System runs 5 hospitals and 14 clinics with 1,204 beds in southern Louisiana.",
        "The median wait in the emergency department dropped from 74 to 29 minutes.",
        "Two in five of its nurses have worked there for more than ten years.",
    ),
)

BAD: tuple[tuple[Known, str, tuple[str, ...]], ...] = (
    # Figures
    (OKAFOR, "First Light cut sepsis mortality from 18% to 8%.", ("8%",)),
    (OKAFOR, "First Light cut sepsis mortality from 24% to 8% in three years.", ("24% to 8%",)),
    (OKAFOR, "Your sepsis mortality fell by sixty percent between 2019 and 2022.", ("sixty percent",)),
    (OKAFOR, "I read that Harrow Ridge runs 512 beds with one sepsis pathway.", ("512 beds",)),
    (OKAFOR, "Running 400 beds in Duluth, you found a way to see sepsis early.", ("400 beds",)),
    (OKAFOR, "How did you bring 3,100 employees behind First Light?", ("3,100 employees",)),
    (
        OKAFOR,
        "Your First Light program halved the mortality from sepsis, and two-thirds of the nurses took part.",
        ("halved", "two-thirds"),
    ),
    (OKAFOR, "What I would most like to learn is how your 45-bed unit was chosen.", ("45-bed",)),
    (VILLASENOR, "Home by Noon raised discharges before noon to 41%.", ("41%",)),
    (VILLASENOR, "Home by Noon doubled the share of early discharges.", ("doubled",)),
    (VILLASENOR, "Nurse turnover at Cedar Basin fell by more than a third in 2024.", ("a third",)),
    (VILLASENOR, "Nurse turnover at Cedar Basin fell by a quarter and the margin reached $6 million.", ("$6 million",)),
    (VILLASENOR, "With only 25 beds your hospital does what large ones do not.", ("25 beds",)),
    (VILLASENOR, "It struck me that infections dropped 26% under you.", ("26%",)),
    (VILLASENOR, "For three decades you have led Cedar Basin.", ("three decades",)),
    (DELACROIX, "Safe Steps reduced falls by 52% on twelve units.", ("52%",)),
    (DELACROIX, "Safe Steps reduced falls by 42% on twenty units in 2023.", ("twenty units",)),
    (DELACROIX, "Your emergency department brought the wait down to 19 minutes.", ("19 minutes",)),
    (
        DELACROIX,
        "Your emergency department brought the wait from 74 minutes down by nearly an hour and a half.",
        ("an hour and a half",),
    ),
    (DELACROIX, "One in three of your nurses has stayed for more than ten years, which is rare.", ("One in three",)),
    (DELACROIX, "You oversee nursing at seven hospitals and 14 clinics.", ("seven hospitals",)),
    (DELACROIX, "You oversee nursing at 14 hospitals.", ("14 hospitals",)),
    (DELACROIX, "Bayou Crossing has over 1,500 beds.", ("1,500 beds",)),
    (DELACROIX, "Readmissions went down by 42% after Safe Steps began.", ("42%",)),
    (DELACROIX, "It is said that falls dropped fourfold at Bayou Crossing.", ("fourfold",)),
    (DELACROIX, "Thousands of nurses have gone through your Safe Steps course.", ("Thousands",)),
    # Dates
    (OKAFOR, "Since you became Chief Medical Officer in 2012, much has changed.", ("2012",)),
    (OKAFOR, "First Light won the Bright Harbor Prize in 2021.", ("2021",)),
    (VILLASENOR, "Home by Noon, which you began in June 2020, is now known across the state.", ("June 2020",)),
    (VILLASENOR, "I know that you were at Pinnacle Mesa from 2005 on.", ("2005",)),
    (DELACROIX, "You started Safe Steps in the 1990s.", ("1990s",)),
    (DELACROIX, "Safe Steps, launched on May 3, 2019, interests our readers.", ("May 3, 2019",)),
    # Names, awards, schools, places of work
    (OKAFOR, "Congratulations on the Golden Lamp Award for First Light.", ("Golden Lamp Award",)),
    (OKAFOR, "Your years at Stanford must have shaped how you see sepsis.", ("Stanford",)),
    (OKAFOR, "As a graduate of the University of Oregon, you know small hospitals.", ("University of Oregon",)),
    (OKAFOR, "Your Silent Watch program is what I would like to write about.", ("Silent Watch",)),
    (
        OKAFOR,
        "First Light, recognized by the Leapfrog Group, is what I would like to write about.",
        ("Leapfrog Group",),
    ),
    (OKAFOR, "You told the Northern Medical Journal that pharmacists came first.", ("Northern Medical Journal",)),
    (VILLASENOR, "You came to Elko from Sutter Crest Health in 2016.", ("Sutter Crest Health",)),
    (VILLASENOR, "Cedar Basin received Magnet recognition while you were in charge.", ("Magnet",)),
    (VILLASENOR, "The Rural Health Foundation named your hospital its winner.", ("Rural Health Foundation",)),
    (VILLASENOR, "Your award-winning Home by Noon program is a model for small hospitals.", ("award-winning",)),
    (VILLASENOR, "Your predecessor, Dr. Alan Whitcombe, began the work.", ("Alan Whitcombe",)),
    (VILLASENOR, "You earned your MBA at Kellogg before you turned to hospitals.", ("MBA at Kellogg",)),
    (DELACROIX, "Your Steady Feet program reduced falls by 42%.", ("Steady Feet",)),
    (DELACROIX, "Bayou Crossing was designated a Baldrige site for Safe Steps.", ("Baldrige",)),
    (DELACROIX, "I admire what you built at Gulf Pines Hospital.", ("Gulf Pines Hospital",)),
    (DELACROIX, "You were honored by ANCC for Safe Steps.", ("ANCC",)),
    # Titles
    (OKAFOR, "As Chief Executive Officer of Harrow Ridge you see the whole house.", ("Chief Executive Officer",)),
    (OKAFOR, "In your role as chief nursing officer you began First Light.", ("chief nursing officer",)),
    (VILLASENOR, "You were named Chairman of Cedar Basin after the merger.", ("Chairman",)),
    (VILLASENOR, "As a physician you may see early discharge with other eyes.", ("physician",)),
    (DELACROIX, "As CNO of Bayou Crossing you answer for five hospitals.", ("CNO",)),
    (DELACROIX, "As president of Bayou Crossing you chose falls before all else.", ("president",)),
)

GOOD: tuple[tuple[Known, str], ...] = (
    # Figures in other forms
    (OKAFOR, "First Light cut sepsis mortality from 18% to 11%."),
    (OKAFOR, "First Light cut sepsis mortality from eighteen to eleven percent between 2019 and 2022."),
    (OKAFOR, "Sepsis mortality at Harrow Ridge fell by seven points in three years."),
    (OKAFOR, "Sepsis mortality at Harrow Ridge fell by more than a third."),
    (OKAFOR, "Sepsis mortality at Harrow Ridge fell by nearly 40 percent, and I would like to know why."),
    (OKAFOR, "Harrow Ridge has more than 400 beds and some 2,300 employees."),
    (OKAFOR, "A hospital of about 400 beds found sepsis sooner; your pharmacists began it."),
    (OKAFOR, "You have been Chief Medical Officer since 2017."),
    (OKAFOR, "You became CMO of Harrow Ridge in 2017, and First Light followed two years later."),
    (OKAFOR, "Your 412-bed hospital in Minnesota chose one pathway for sepsis."),
    (VILLASENOR, "Home by Noon raised discharges before noon from 9 to 31 percent."),
    (VILLASENOR, "Home by Noon more than tripled early discharges."),
    (VILLASENOR, "Almost a third of patients now leave Cedar Basin before noon."),
    (VILLASENOR, "Nurse turnover at Cedar Basin fell by over a quarter in 2024."),
    (VILLASENOR, "Your forty-eight beds are few, and still Home by Noon reached 31%."),
    (VILLASENOR, "Your hospital has just under fifty beds."),
    (VILLASENOR, "Home by Noon began in the spring of 2020."),
    (VILLASENOR, "Home by Noon began in March of 2020, at a hard time."),
    (VILLASENOR, "For seven years you were chief operating officer of Pinnacle Mesa Health."),
    (VILLASENOR, "A margin of over $4 million in a rural hospital made me curious."),
    (DELACROIX, "Safe Steps reduced falls by forty-two percent on a dozen units."),
    (DELACROIX, "Safe Steps reduced falls by about 40% on twelve units in 2023."),
    (DELACROIX, "The median wait in your emergency department dropped by 45 minutes."),
    (DELACROIX, "The wait in your emergency department dropped by more than half, from 74 to 29 minutes."),
    (DELACROIX, "Waits of more than an hour became waits of about half an hour in your emergency department."),
    (DELACROIX, "Forty percent of your nurses have stayed for more than ten years."),
    (DELACROIX, "Two in five nurses at Bayou Crossing have stayed for more than a decade."),
    (DELACROIX, "You look after five hospitals, fourteen clinics and some 1,200 beds."),
    (DELACROIX, "Bayou Crossing's 1,204 beds stand in southern Louisiana."),
    # Names in other forms
    (OKAFOR, "Dr. Okafor-Lindqvist, your work on First Light is why I write."),
    (OKAFOR, "The Bright Harbor Prize for First Light made me read your report."),
    (OKAFOR, "The Upper Lakes Quality Council honored First Light in 2023."),
    (OKAFOR, "You studied at Iowa and have an MBA."),
    (OKAFOR, "HRMC's First Light program is the subject of my article."),
    (OKAFOR, "As a physician and Fellow of the American College of Physicians you speak to both sides."),
    (VILLASENOR, "Mr. Villasenor has led Cedar Basin through Home by Noon."),
    (VILLASENOR, "As president of Cedar Basin you also answer for nursing."),
    (VILLASENOR, "As CEO of Cedar Basin Regional, you began Home by Noon in 2020."),
    (VILLASENOR, "Before Cedar Basin you were COO of Pinnacle Mesa."),
    (VILLASENOR, "As a Fellow of the American College of Healthcare Executives you know our chapter."),
    (DELACROIX, "Dr. Delacroix's Safe Steps program began on twelve units."),
    (DELACROIX, "As vice president of patient care services you answer for the wards of five hospitals."),
    (DELACROIX, "Ruth Delacroix and the Safe Steps team at Bayou Crossing lowered falls."),
    # The writer's own, the request's own, others'
    (OKAFOR, "I am an operations analyst at Lakeside Clinic, a 40-bed hospital in Ohio."),
    (OKAFOR, "May I interview you for 20 minutes between May 4 and May 22?"),
    (
        OKAFOR,
        "May I interview you for 20 minutes, by phone, at a time that suits you between December 21 and January 15?",
    ),
    (OKAFOR, "You will have five questions beforehand and the draft by June 12."),
    (
        OKAFOR,
        "The article of about 1,000 words appears in the Great Lakes Leader, our chapter newsletter, in September.",
    ),
    (
        OKAFOR,
        "At our clinic 30% of sepsis patients were seen late, and we tried your First Light checklist on two units.",
    ),
    (OKAFOR, "Nationally, sepsis takes 270,000 lives a year."),
    (OKAFOR, "I finished my MHA at Ohio State University in 2023."),
    (OKAFOR, "Are you free on Tuesday, May 5, at 10 a.m., or in the week of June 1?"),
    (OKAFOR, "My colleague Dana Whitfield, who manages our 12-bed unit, pointed me to First Light."),
    (VILLASENOR, "Most rural hospitals discharge fewer than 15% of patients before noon."),
    (VILLASENOR, "I write for the Western Health Review, which reaches 4,000 managers."),
    (VILLASENOR, "The attached two-page summary lists how five Ohio hospitals plan discharges."),
    (VILLASENOR, "Would 15 minutes by phone in the second half of October be possible?"),
    (VILLASENOR, "I will call your office on Thursday, and 20 minutes are enough."),
    (VILLASENOR, "If you prefer, I can send the six questions by mail; the deadline is November 30, 2026."),
    (VILLASENOR, "Our state association publishes three such portraits each year."),
    (DELACROIX, "As a student at Tulane University I wrote about falls in 2022."),
    (DELACROIX, "Could we speak for half an hour after Labor Day?"),
    (DELACROIX, 'One question would be: "What would you do with 100 more nurses?"'),
    (DELACROIX, "We are a team of three at Northgate Medical Center and see 20,000 patients a year."),
    (DELACROIX, "A 2021 study in Nursing Outlook found that rounding lowers falls by 50%."),
    (DELACROIX, "You may reach me at 330-555-0142 or jo.park@example.org at any time."),
    (DELACROIX, "I would send you the draft two weeks before it is printed."),
    (DELACROIX, "I have been a nurse for six years and now study at night."),
)
