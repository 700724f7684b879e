"""Sentences and short letters on four more invented leaders, with what must be found in each, exactly."""

from __future__ import annotations

from outreach.asklint.types import Known

THIBAULT = Known(
    person="Marcus Thibault-Ng",
    credentials=("MSN", "RN"),
    title="Director of Emergency Services",
    organization="Stonegate Community Hospital",
    programs=(),
    facts=(
        (
            "Marcus Thibault-Ng, MSN, RN, has been Director of Emergency Services at Stonegate "
            "Community Hospital since June 2021."
        ),
        "His Front Door project cut the time from door to doctor from 52 to 31 minutes in 2023.",
        "The emergency department sees 46,000 patients a year in 38 rooms.",
        "He spoke on crowding at the 2024 Ohio Emergency Nurses conference in Columbus.",
        "The department won the Lighthouse Award of the Great Rivers Health Alliance in 2022.",
        "He served in the Army Nurse Corps for twelve years.",
    ),
)
WEISSMULLER = Known(
    person="Hanna Weissmüller",
    credentials=("PhD",),
    title="Chief Executive Officer",
    organization="Alder Valley Hospice",
    programs=(),
    facts=(
        "Hanna Weissmüller, PhD, is Chief Executive Officer of Alder Valley Hospice, which was founded in 1989.",
        (
            "Alder Valley Hospice cares for 310 patients a day with 140 staff and 85 volunteers in two "
            "counties of Vermont."
        ),
        "Her Last Garden program, started in the fall of 2019, has trained 220 volunteers.",
        "Calls to bereaved families within 48 hours rose from one in four families to nine in ten.",
        "She holds a doctorate in sociology from Cornell University.",
        "The hospice saved $1.3 million on transport in 2023.",
    ),
)
DELGADO = Known(
    person="Imani Delgado-Frost",
    credentials=("MD", "MHA"),
    title="Medical Director",
    organization="Riverbend Community Health Center",
    programs=(),
    facts=(
        "Imani Delgado-Frost, MD, MHA, is Medical Director of Riverbend Community Health Center in Yakima, Washington.",
        "Her Walk With Me program pairs 64 patients with diabetes with 18 peer coaches.",
        "In 2025 the average A1c of participants fell from 9.4% to 7.9%.",
        "The center has 5 sites and sees 21,600 patients a year, a third of them farm workers.",
        "She completed her residency at the University of New Mexico in 2008.",
        "She received the Harvest Medal of the Valley Health Coalition in October 2023.",
    ),
)
EASTMAN = Known(
    person="Gunnar Eastman",
    credentials=(),
    title="Vice President of Operations",
    organization="Tri-Lakes Health System",
    programs=("Clear Board",),
    facts=(
        "Gunnar Eastman has been Vice President of Operations of Tri-Lakes Health System since January 2020.",
        "Tri-Lakes Health System has 4 hospitals, 3,800 employees and a budget of $612 million.",
        "The Clear Board dashboard cut overtime by 22% within 18 months.",
        "Before 2020 he was director of logistics at Norland Freight for six years.",
        "Average length of stay fell by 0.7 days, from 5.3 to 4.6.",
    ),
)
BAD: tuple[tuple[Known, str, tuple[str, ...]], ...] = (
    (THIBAULT, "The Front Door project took you from 52 to 21 minutes, door to doctor.", ("21 minutes",)),
    (THIBAULT, "Front Door shaved half an hour off the time to a doctor.", ("half an hour",)),
    (
        THIBAULT,
        ("Seeing 64,000 patients a year in 38 rooms, your people must know how to share space."),
        ("64,000 patients",),
    ),
    (THIBAULT, "Since 2019 you have run one of the busiest emergency departments I know of.", ("2019",)),
    (THIBAULT, "I listened to your talk at the 2023 Ohio Emergency Nurses conference twice.", ("2023",)),
    (THIBAULT, "You spoke on crowding in Cleveland, and I was in the third row.", ("Cleveland",)),
    (
        THIBAULT,
        ("Twenty years in the Army Nurse Corps seem to have taught you to keep a board honest."),
        ("Twenty years",),
    ),
    (THIBAULT, "Having served in the Navy, you know about crowding.", ("Navy",)),
    (THIBAULT, "Your department's Beacon Award in 2022 caught my eye.", ("Beacon Award",)),
    (THIBAULT, "As Stonegate's Chief Nursing Officer you see all of it.", ("Chief Nursing Officer",)),
    (THIBAULT, "The Open Gate project cut the time from door to doctor from 52 to 31 minutes.", ("Open Gate",)),
    (
        THIBAULT,
        ("I'd love to hear how Stonegate, with its 58 rooms, gets people to a doctor in half an hour."),
        ("58 rooms",),
    ),
    (
        THIBAULT,
        ("Congratulations on five years as director of emergency services; June 2018 feels recent, I'm sure."),
        ("June 2018",),
    ),
    (
        THIBAULT,
        ("You cut the time to a doctor by 60 percent, which nobody here believes until they read it."),
        ("60 percent",),
    ),
    (THIBAULT, "Your MBA must have helped with the numbers.", ("MBA",)),
    (THIBAULT, "The time from door to doctor went from 52 minutes down to 13.", ("13",)),
    (WEISSMULLER, "Alder Valley has been caring for people in Vermont since 1979.", ("1979",)),
    (WEISSMULLER, "Your hospice cares for 410 patients a day.", ("410 patients",)),
    (WEISSMULLER, "With 85 staff and 140 volunteers you reach two counties.", ("85 staff", "140 volunteers")),
    (WEISSMULLER, "Last Garden has trained more than 300 volunteers since the fall of 2019.", ("300 volunteers",)),
    (WEISSMULLER, "You began Last Garden in the spring of 2019.", ("spring of 2019",)),
    (WEISSMULLER, "Calls to bereaved families within two days now reach all but one in twenty.", ("one in twenty",)),
    (WEISSMULLER, "The hospice saved $3 million on transport, I read.", ("$3 million",)),
    (
        WEISSMULLER,
        ("A sociologist with a doctorate from Port Haverly University is a rare thing in a hospice."),
        ("Port Haverly University",),
    ),
    (WEISSMULLER, "As a nurse by training, you came to hospice work early.", ("nurse",)),
    (WEISSMULLER, "I was moved that you reach four counties with so few hands.", ("four counties",)),
    (WEISSMULLER, "Your 48-hour calls rose from a quarter of families to three quarters.", ("three quarters",)),
    (WEISSMULLER, "The Garland Foundation chose Last Garden as its model for the country.", ("Garland Foundation",)),
    (WEISSMULLER, "You and Dr. Leland Brooks founded the hospice together, didn't you?", ("Leland Brooks",)),
    (WEISSMULLER, "How does a hospice of 240 staff keep its volunteers?", ("240 staff",)),
    (
        WEISSMULLER,
        ("Having read that Alder Valley was founded in 1998, I wonder what the first winter was like."),
        ("1998",),
    ),
    (WEISSMULLER, "Dr. Weissmüller, your book The Quiet Room changed how I sit with families.", ("The Quiet Room",)),
    (DELGADO, "Walk With Me pairs 64 patients with 28 peer coaches, doesn't it?", ("28 peer coaches",)),
    (DELGADO, "I'd like to write about the drop in A1c from 9.4 to 6.9 percent.", ("6.9 percent",)),
    (DELGADO, "Half of your patients being farm workers, you must plan around the harvest.", ("Half",)),
    (DELGADO, "You completed your residency at Port Haverly in 2008.", ("Port Haverly",)),
    (DELGADO, "Your Harvest Medal in October 2021 was the first I heard of you.", ("October 2021",)),
    (DELGADO, "with 7 sites you see more of the valley than anyone", ("7 sites",)),
    (DELGADO, "As Chief Medical Officer of Riverbend you choose the coaches yourself.", ("Chief Medical Officer",)),
    (DELGADO, "Your center in Spokane is where I first saw a peer coach at work.", ("Spokane",)),
    (DELGADO, "Walk With Me, a winner of the Robert Haines Prize, began small.", ("Robert Haines Prize",)),
    (DELGADO, "In 2023 the average A1c of your participants fell from 9.4% to 7.9%.", ("2023",)),
    (EASTMAN, "Clear Board cut overtime by 32% within 18 months.", ("32%",)),
    (EASTMAN, "Clear Board cut overtime by more than a quarter.", ("a quarter",)),
    (EASTMAN, "Clear Board cut overtime by 22% within eight months.", ("eight months",)),
    (EASTMAN, "Length of stay fell by 1.7 days at Tri-Lakes.", ("1.7 days",)),
    (EASTMAN, "You came from Norland Freight after sixteen years.", ("sixteen years",)),
    (EASTMAN, "You came to health care from Zephyra, and it shows in the board.", ("Zephyra",)),
    (EASTMAN, "How do 5,800 employees learn to read one dashboard?", ("5,800 employees",)),
    (EASTMAN, "With a budget over $700 million, small gains count.", ("$700 million",)),
    (EASTMAN, "You have been vice president of finance since January 2020.", ("vice president of finance",)),
    (EASTMAN, "Your FACHE tells me that you know our chapter.", ("FACHE",)),
    (EASTMAN, "The Bright Board dashboard cut overtime by 22%.", ("Bright Board",)),
    (
        EASTMAN,
        ("Four years at the helm of Tri-Lakes, six hospitals: I would not know where to begin."),
        ("six hospitals",),
    ),
    (EASTMAN, "Mr. Eastman has run operations at Tri-Lakes since 2016.", ("2016",)),
    (EASTMAN, "Congratulations on being named to the Forty Under 40 list.", ("Forty Under 40 list",)),
    (
        DELGADO,
        (
            "Good morning, this is Ben Orr of Valley Voices. I am calling about Dr. Delgado-Frost'"
            "s Walk With Me program, which has 30 peer coaches."
        ),
        ("30 peer coaches",),
    ),
    (
        DELGADO,
        (
            "Dear Ms. Tan,\n\nI hope to interview Dr. Delgado-Frost about the 94 patients in Walk Wi"
            "th Me. Would she have 20 minutes in May?\n\nBen Orr"
        ),
        ("94 patients",),
    ),
    (
        DELGADO,
        ("Dear Ms. Tan,\n\nDr. Delgado-Frost, who trained at Port Haverly, seems the best person to ask.\n\nBen Orr"),
        ("Port Haverly",),
    ),
    (
        EASTMAN,
        (
            "Dear Mr. Eastman,\n\nThank you for the time on Tuesday. Your 22% in twelve months is wh"
            "at my readers will quote.\n\nJo"
        ),
        ("twelve months",),
    ),
    (
        EASTMAN,
        (
            "Subject: Interview request: how Clear Board cut overtime by a third\n\nDear Mr. Eastman"
            ",\n\nI write for a podcast. May I interview you for 20 minutes in June?\n\nJo Park"
        ),
        ("a third",),
    ),
    (
        EASTMAN,
        ("Mr. Eastman, your dashboard (22% less overtime at 6 hospitals) is on my mind. May I ask you two questions?"),
        ("6 hospitals",),
    ),
    (
        EASTMAN,
        ("Dear Mr. Eastman,\n\nClear Board. Six hospitals, one board, 22% less overtime. May I ask how?\n\nJo"),
        ("Six hospitals",),
    ),
    (
        DELGADO,
        ("Since your residency at the University of New Mexico in 2012 you have stayed with the valley."),
        ("2012",),
    ),
    (
        DELGADO,
        ("I noticed that in the past year the A1c of your participants dropped by more than two points."),
        ("two points",),
    ),
    (DELGADO, "Riverbend, Yakima's only Magnet center, is on our list.", ("Magnet",)),
    (DELGADO, "The Garland Foundation paid for the coaches of Walk With Me, I believe.", ("Garland Foundation",)),
    (DELGADO, "It was founded in 1978, your center, if I read the page rightly.", ("1978",)),
    (
        DELGADO,
        ("Half of an hour with each of your 18 coaches would fill my summer; your 9 sites would fill my autumn."),
        ("Half of an hour", "9 sites"),
    ),
    (EASTMAN, "You doubled the number of hospitals.", ("doubled",)),
    (EASTMAN, "You guided Tri-Lakes through Hurricane Ida.", ("Hurricane Ida",)),
    (EASTMAN, "You spoke to the New England Journal of Medicine about overtime.", ("New England Journal of Medicine",)),
)
GOOD: tuple[tuple[Known, str], ...] = (
    (THIBAULT, "Front Door cut the time from door to doctor by 21 minutes."),
    (THIBAULT, "Front Door cut the time from door to doctor by about 40 percent."),
    (
        THIBAULT,
        ("Getting people to a doctor in just over half an hour, in 38 rooms, is what I would like to describe."),
    ),
    (THIBAULT, ("Your emergency department sees some 46 thousand patients a year, more than a hundred a day.")),
    (THIBAULT, "A dozen years in the Army Nurse Corps came before Stonegate."),
    (THIBAULT, "I heard you speak on crowding in Columbus in 2024."),
    (THIBAULT, "The Lighthouse Award from the Great Rivers Health Alliance was well earned."),
    (THIBAULT, ("At Stonegate the wait for a doctor is 31 minutes; at my own hospital, Brook Haven, it is 77.")),
    (THIBAULT, "We see 12,000 patients a year in nine rooms, and our wait is 68 minutes."),
    (THIBAULT, "I am the night manager of a 14-room emergency department in Toledo, Ohio."),
    (THIBAULT, "My master's thesis at Kent State University compares four departments."),
    (THIBAULT, "The piece is for Emergency Manager Monthly and runs to 900 words."),
    (THIBAULT, "Could we talk for 15 minutes on March 3, 4 or 5, before noon?"),
    (THIBAULT, "You'd have the questions by February 20 and the draft by March 15."),
    (THIBAULT, "My editor, Paula Renner of the Ohio Health Herald, suggested you."),
    (THIBAULT, "Dr. Omar Haddad of Lakeshore Clinic gave me your name after our meeting in May."),
    (THIBAULT, "Nationally the median is 45 minutes, and few hospitals publish theirs."),
    (THIBAULT, "The CDC puts the national figure at 40 minutes."),
    (THIBAULT, "For a class at the University of Toledo I am writing about doors and doctors."),
    (THIBAULT, ("I have attached a one-page outline and two earlier articles of mine from 2024 and 2025.")),
    (THIBAULT, ("Three of our nurses tried your board for six weeks, and the wait fell by 9 minutes.")),
    (THIBAULT, "If March is too full, would April 14 suit you better?"),
    (THIBAULT, "As a fellow at Lakeside Clinic I follow what you do."),
    (THIBAULT, "I served in the Navy for four years and now run a clinic of 22 rooms."),
    (THIBAULT, "After the 2024 conference I tried your checklist at home."),
    (THIBAULT, "Please reply to my assistant, Joan Fitch, at extension 4417."),
    (WEISSMULLER, ("Thirty-odd years after its founding, Alder Valley cares for over 300 patients a day.")),
    (WEISSMULLER, "Nine of ten bereaved families hear from you within two days."),
    (WEISSMULLER, "Last Garden has trained well over 200 volunteers."),
    (WEISSMULLER, ("You have 85 volunteers and 140 staff, and still you call nine families in ten within 48 hours.")),
    (WEISSMULLER, ("Your doctorate in sociology from Cornell shows in the way the calls are counted.")),
    (WEISSMULLER, "Saving more than a million dollars on transport is a story of its own."),
    (WEISSMULLER, "Calls to bereaved families within 48 hours more than tripled."),
    (WEISSMULLER, "I volunteer at Green Mountain Hospice, where we have 30 volunteers and one van."),
    (WEISSMULLER, ("My grandmother died in hospice care in 2016, and I still remember the nurse's hands.")),
    (WEISSMULLER, ("The seminar at Middlebury College meets on Thursdays, and 25 people would hear your answers.")),
    (WEISSMULLER, "I write a column for the Champlain Valley Times, read by 9,000 people."),
    (WEISSMULLER, "Would you be open to a 20-minute call in the week of November 9?"),
    (WEISSMULLER, ("Our chapter, the Northern New England Chapter of ACHE, prints four issues a year.")),
    (WEISSMULLER, ("Medicare pays hospices by the day, and most of them keep fewer than 100 patients.")),
    (WEISSMULLER, "I can drive up from Boston on any Friday in October."),
    (WEISSMULLER, "Thank you for the 40 minutes on Tuesday; the draft will reach you by the 15th."),
    (WEISSMULLER, "I will bring copies of the Garden article, 1,200 words, for you to mark."),
    (WEISSMULLER, "Thanksgiving is close, so any day before December 18 would do."),
    (WEISSMULLER, "The first question would be: how did you choose the first 20 volunteers?"),
    (WEISSMULLER, ("You asked for two references: Anne Colby at Rutland Free Library and Sam Ortiz at WVRT.")),
    (WEISSMULLER, "Enclosed are the 2 photographs and the consent form, 3 pages in all."),
    (WEISSMULLER, "I am 1 of 12 students in the program at Castleton University."),
    (
        DELGADO,
        (
            "I am a second-year MHA student at Gonzaga University and intern at the county's healt"
            "h district, where 14 of us share two rooms."
        ),
    ),
    (DELGADO, ("Walk With Me pairs 64 people with 18 coaches, roughly one coach for every four patients.")),
    (DELGADO, "The average A1c fell by 1.5 points in 2025, which I had to read twice."),
    (DELGADO, ("Seeing more than 21,000 patients a year at five sites, your staff must be good with maps.")),
    (DELGADO, "About one in three of your patients works on a farm."),
    (
        DELGADO,
        (
            "Could you give me half an hour on the phone, between October 6 and October 24, after "
            "4 p.m. if that is easier?"
        ),
    ),
    (DELGADO, ("The essay, 2,000 words at most, is due on December 1; I would send it to you by November 10.")),
    (DELGADO, ("I learned of your work from Professor Lena Moritz, who teaches our course on rural care.")),
    (DELGADO, ("A review in the Journal of Rural Care of 31 programs found a median drop of 0.6 points.")),
    (DELGADO, "My own father, a picker for forty years, has had diabetes since 1998."),
    (DELGADO, ("The University of New Mexico, where you trained, has sent us two residents this year.")),
    (DELGADO, "If your calendar is full, 10 minutes with one of the 18 coaches would help too."),
    (DELGADO, "You received the Harvest Medal in the fall of 2023."),
    (DELGADO, "Yakima is two hours from here, and I can drive over any weekday."),
    (DELGADO, "Please tell me which of the three photographs you prefer: 1, 2 or 3."),
    (DELGADO, "I attach the consent form (2 pages) and five sample questions."),
    (DELGADO, ("The newsletter of the Inland Northwest Chapter reaches 480 readers and prints on the 15th.")),
    (DELGADO, ('On page 3 I call you "a doctor who keeps 18 coaches busy"; strike it if you dislike it.')),
    (DELGADO, "In the United States some 38 million people live with diabetes."),
    (DELGADO, ("We at Selah Clinic tried peer coaching in 2022 with 12 patients and gave up after nine weeks.")),
    (DELGADO, "Happy New Year! I hope the first week of January was kind to you."),
    (EASTMAN, "Clear Board cut overtime by over a fifth in a year and a half."),
    (EASTMAN, "Patients at Tri-Lakes now go home after 4.6 days rather than 5.3."),
    (EASTMAN, "Nearly 4,000 people in four hospitals look at the same board every morning."),
    (EASTMAN, "Six years in freight before you came to Tri-Lakes is not the usual road."),
    (EASTMAN, "You moved from Norland Freight to a health system of more than $600 million."),
    (EASTMAN, "As VP of operations you see all four hospitals at once."),
    (EASTMAN, ("I manage supplies at Pine County Hospital, 60 beds, and our overtime is 9% above plan.")),
    (EASTMAN, "I am writing for Logistics in Care, a podcast with 1,500 listeners, episode 22."),
    (EASTMAN, "May I call you on Wednesday the 14th at 9:30, or would Friday be better?"),
    (EASTMAN, "Would 20 minutes on Zoom work in the last two weeks of February?"),
    (EASTMAN, ("One of my professors, Dr. Abel Nakamura, said that freight people make good hospital people.")),
    (EASTMAN, "I have read the 2024 annual report from cover to cover."),
    (
        EASTMAN,
        (
            "My questions are three. First, who chose the colors? Second, who may change them? Thi"
            "rd, what would you drop?"
        ),
    ),
    (EASTMAN, "The Lean course at Purdue taught me 5S and little else."),
    (EASTMAN, "Our ACHE student chapter meets on the second Tuesday; 30 people come."),
    (EASTMAN, "The board at our house has 40 tiles and nobody looks at 35 of them."),
    (EASTMAN, "In Minnesota, where I grew up, we would call that plain."),
    (EASTMAN, "I sent a first note on March 3 and will not write a third time."),
    (EASTMAN, ("The interview would run in the June issue, next to one with Carol Haines of Metro Transit.")),
    (
        DELGADO,
        (
            "Good morning, my name is Ben Orr and I write for Valley Voices, 6,000 copies a month."
            " I am calling about Dr. Delgado-Frost. Could she spare 15 minutes in May? My number i"
            "s 509-555-0117, and I am in until 5."
        ),
    ),
    (
        DELGADO,
        (
            "Dear Ms. Tan,\n\nI hope to interview Dr. Delgado-Frost about Walk With Me for Valley Vo"
            "ices. Would 20 minutes between May 4 and May 22 be possible? She will have five quest"
            "ions a week before.\n\nBen Orr\nStaff Writer, Valley Voices\n12 Orchard Street, Selah"
        ),
    ),
    (
        DELGADO,
        (
            "Dr. Delgado-Frost, I am a night nurse of 11 years who writes on peer coaching. May I "
            "send you two questions?"
        ),
    ),
    (
        EASTMAN,
        (
            "Dear Mr. Eastman,\n\nHere is the text on Clear Board, version 3, 1,080 words. Please lo"
            "ok at your four quotations and the figures (22%, 18 months). The issue closes on July"
            " 3; June 24 would leave time for a second look. You may approve, correct or decline b"
            "y reply, by post or by telephone at 218-555-0133.\n\nWith thanks,\nJo Park"
        ),
    ),
    (
        EASTMAN,
        (
            "Dear Mr. Eastman,\n\nThis confirms our talk on Tuesday, May 12, at 10:30 a.m. Central, "
            "for 20 minutes, by telephone. I will call 218-555-0190. Five questions are attached.\n"
            "\nJo Park"
        ),
    ),
    (
        EASTMAN,
        (
            "Dear Mr. Eastman,\n\nThe piece is out: page 14 of the June issue. Two copies are in the"
            " mail. 640 people have read it online so far.\n\nJo Park\nPine County Hospital"
        ),
    ),
    (
        EASTMAN,
        (
            "Dear Mr. Eastman,\n\nI was sorry to read of the fire at Norland Freight on Sunday. No r"
            "eply is needed.\n\nJo Park"
        ),
    ),
    (
        EASTMAN,
        (
            "Dear Mr. Eastman,\n\nYou advised me to count before I change anything. I counted for si"
            "x weeks: 214 calls, 61 of them for one missing pump. We moved the pump in March and c"
            "alls fell to 150.\n\nJo Park"
        ),
    ),
    (
        EASTMAN,
        (
            "Subject: Interview request: Clear Board and overtime\n\nDear Mr. Eastman,\n\nOvertime at "
            "our 60-bed hospital rose by 12% last year. Yours fell by 22% within 18 months of Clea"
            "r Board. I would like to tell the readers of Hospital Supply Weekly how. May I interv"
            "iew you for 20 minutes in the weeks of June 1 or June 8?\n\nJo Park, Supply Manager, Pi"
            "ne County Hospital"
        ),
    ),
    (
        EASTMAN,
        (
            "Dear Mr. Eastman,\n\nMs. Olga Brandt of the Minnesota Hospital Association gave me your"
            " name. I am writing on stay, 900 words for Northern Care Notes, and would be grateful"
            " for 15 minutes.\n\nJo Park"
        ),
    ),
    (
        DELGADO,
        (
            "Dear Dr. Delgado-Frost,\n\nOn June 2 at the Gonzaga library, 80 students heard your rec"
            "ording. Three of them asked to visit. They are second-year students and can come any "
            "Friday.\n\nBen Orr"
        ),
    ),
    (
        DELGADO,
        (
            "Hello Dr. Delgado-Frost, I teach 24 eighth-graders at Davis Middle School and we read"
            " about coaches. Would you write them three sentences?"
        ),
    ),
    (
        DELGADO,
        (
            "You may know that Washington ranks 20th for diabetes deaths, and that King County alo"
            "ne spends $90 million on it."
        ),
    ),
    (DELGADO, "I have written to you twice, on April 2 and April 20, and this is my last note."),
    (DELGADO, "During COVID-19 your coaches worked by phone, I gather."),
    (DELGADO, "Any time before Labor Day or after Thanksgiving would suit me; you choose."),
    (DELGADO, "Your coaches speak with patients who have type 2 diabetes."),
    (DELGADO, "A quarter of an hour of your time would be enough."),
    (DELGADO, "Your double role as physician and director interests me."),
    (DELGADO, "You could reach me on Zoom or Teams, or at the Bluebird Café on Yakima Avenue."),
    (DELGADO, "I saw your photograph in the Yakima Herald."),
    (EASTMAN, "Your team works 12-hour shifts, 24 hours a day, seven days a week."),
    (EASTMAN, "Your first question to me, on the phone, was a good one."),
    (EASTMAN, ("If you prefer, Ms. Brandt at the Minnesota Hospital Association can vouch for me.")),
    (EASTMAN, "Your answers will stand beside those of three other vice presidents."),
    (EASTMAN, "You are one of four people I am asking."),
    (EASTMAN, "I know that you get a hundred such letters a week."),
    (EASTMAN, "You may have seen my note of May 4."),
    (EASTMAN, "Your office told me on March 3 that you travel until the 20th."),
    (EASTMAN, "Thank you for your reply of June 2 and for the 30 minutes you offered."),
    (EASTMAN, ("I have two more questions about your dashboard, and the draft is 800 words so far.")),
    (EASTMAN, "Please give my regards to Ms. Lund, your assistant."),
    (EASTMAN, "Your reply took 2 hours; my professor's took 3 weeks."),
)
