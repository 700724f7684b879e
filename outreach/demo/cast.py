"""Who and what is in the demonstration's workspace. All invented; towns are invented too, states are real."""

from __future__ import annotations

from dataclasses import dataclass

from outreach.organizations.operations import Details as House
from outreach.people.operations import Details

HARROW_LAKE, SAINT_BRENDAN, RIDGEMOOR = "249901", "529902", "169903"
"""Numbers in the made-up directory of hospitals; no real hospital has them."""


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the workspace and the posts that they hold and held, the present one first."""

    details: Details
    posts: tuple[tuple[str, str, str, str], ...] = ()
    """(title, organization's name or directory number, started, ended); the first one without an end is present."""
    added_days_ago: int = 100
    notes: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    do_not_contact: str = ""


HOUSES = (
    House("Lake Country Health Alliance", kind="health_system", other_names="LCHA", city="Harrow Lake", state="MN",
          website="https://www.lakecountry.example",
          description="Four hospitals and eleven clinics that buy, hire and plan together."),
    House("Upper Plains Hospital Association", kind="association", city="Bluestem City", state="ND",
          website="https://www.upperplains.example", description="Speaks for 61 small hospitals."),
    House("Northmere University", kind="school", city="Northmere", state="MN"),
    House("Journal of Invented Administration", kind="publisher", description="Peer reviewed, six issues a year."),
    House("Prairie Mutual Health Plan", kind="payer", city="Bluestem City", state="ND"),
    House("Heronsgate Clinic", kind="medical_group", city="Heronsgate", state="WI"),
    House("Fernhollow Care Center", kind="long_term_care", city="Fernhollow", state="IA"),
    House("Department of Invented Health", kind="agency"),
    House("Tallow & Finch Advisers", kind="company", city="Millrace", state="IL"),
    House("Quillbrook Community Hospital", city="Quillbrook", state="MN"),
    House("Cedar Ridge Medical Center", city="Cedar Ridge", state="WI"),
    House("Juniper County Hospital", city="Juniper", state="IA"),
)  # fmt: skip
"""Organizations beside the three hospitals of the directory; the first is the parent of Harrow Lake."""

MARISOL = Member(
    Details(
        "Marisol Núñez-Łukasik, RN, MHA", goes_by="Mari", addressed_as="Marisol", pronouns="she/her",
        pronunciation="mah-ree-SOL NOON-yes woo-KAH-sheek", time_zone="America/Chicago",
        preferred_channel="assistant", email="m.nunez-lukasik@harrowlake.example", office_phone="(555) 555-0110 ext. 4",
        website="https://www.harrowlake.example/about/leadership/marisol-nunez-lukasik",
        reason="She moved boarding out of the hallway with a unit that nurses drew. Nobody else near us has both the "
               "figure and the story of who did it.",
    ),
    (("Chief Operating Officer", HARROW_LAKE, "2022-03-01", ""),
     ("Vice President of Patient Care Services", "Quillbrook Community Hospital", "2017", "2022-02"),
     ("Night Charge Nurse", "Heronsgate Clinic", "2009", "2016-11")),
    160,
    ("Met at the spring forum. Likes short questions, and answers them on the way to the next room.",
     "She asked how our own boarding looks. Bring the figure next time."),
)  # fmt: skip

SERIFE = Member(
    Details(
        "Şerife Çelik, MD, MPH", addressed_as="Dr. Çelik", pronouns="she/her", pronunciation="sheh-ree-FEH cheh-LEEK",
        time_zone="America/Chicago", preferred_channel="email", email="serife.celik@ridgemoor.example",
        reason="Two years of figures on sepsis, and a habit of crediting night nurses.",
    ),
    (("Chief Medical Officer", RIDGEMOOR, "2018", ""),
     ("Medical Director", "Coldspring Medical Center", "2014", "2018")),
    150,
    ("Heard her on a podcast. The line about the nurse who calls at three is the article.",),
)  # fmt: skip

INGRID = Member(
    Details(
        "Ingrid Solhaugen, MBA", addressed_as="Ingrid", pronouns="she/her", pronunciation="ING-ree SOOL-how-gen",
        time_zone="America/Chicago", preferred_channel="communications_office",
    ),
    (("President and Chief Executive Officer", SAINT_BRENDAN, "2025-05-01", ""),
     ("Interim Chief Executive Officer", SAINT_BRENDAN, "2024-06", "2025-04"),
     ("Chief Financial Officer", "Heronsgate Medical Center", "2012", "2019")),
    420,
)  # fmt: skip

TRAM = Member(
    Details(
        "Nguyễn Thị Bảo Trâm, CPA", given_name="Bảo Trâm", family_name="Nguyễn", sort_as="Nguyễn Thị Bảo Trâm",
        goes_by="Trâm", addressed_as="Ms. Trâm", pronouns="she/her", pronunciation="NGWEE-en tee BOW CHUM",
        time_zone="America/Chicago", preferred_channel="email", email="b.tram@harrowlake.example",
    ),
    (("Chief Financial Officer", HARROW_LAKE, "2021", ""), ("Controller", "Elmwater Health System", "2015", "2021")),
    20,
)  # fmt: skip

BARNABY = Member(
    Details("Barnaby Whitlock-Rey, DNP, RN", goes_by="Barney", email="barnaby@stbrendan.example",
            time_zone="America/Chicago", pronouns="he/him"),
    (("Chief Nursing Officer", SAINT_BRENDAN, "2023", ""),
     ("Director of Patient Flow", HARROW_LAKE, "2018", "2023")),
    90,
)  # fmt: skip

BARNEY = Member(
    Details("Barney Whitlock-Rey, RN", email="barnaby@stbrendan.example"),
    (("Chief Nursing Officer", "Saint Brendan Hospital", "2023", ""),),
    12,
)
"""The same man, brought in twice: the two are offered for joining."""

HOLLIS = Member(
    Details("Hollis Abernethy-Quill, MBA", pronouns="they/them", time_zone="America/Chicago"),
    (("President", RIDGEMOOR, "2016", ""),), 60,
)  # fmt: skip

HOLLIS_AGAIN = Member(
    Details("Hollis A. Quill", website="https://www.ridgemoor.example"), (("President", RIDGEMOOR, "", ""),), 40
)
"""Joined to Hollis already; that can still be undone."""

ODDVAR = Member(
    Details("Oddvar Pellinger", pronunciation="ODD-var PELL-ing-er"), (("Board Chair", HARROW_LAKE, "2020", ""),), 45
)

EDRIC = Member(
    Details("Edric Maplesden", time_zone="America/Phoenix", preferred_channel="letter"),
    (("Chief Operating Officer", HARROW_LAKE, "2008", "2021-12"),),
    200,
    do_not_contact="Wrote on March 2: retired, and would rather not be asked. Send nothing.",
)

ENIOLA = Member(
    Details("Ẹniọlá Ọ̀ṣunbọ̀, PhD", addressed_as="Professor Ọ̀ṣunbọ̀", pronunciation="eh-nee-oh-LAH aw-shoon-BAW",
            time_zone="America/New_York", pronouns="she/her"),
    (("Professor of Hospital Administration", "Northmere University", "2011", ""),),
    110,
    ("Edits the special issue on night work. Could read a draft.",),
    (("orcid", "0000-0002-1694-233X"),),
)  # fmt: skip
"""An iD that ORCID's own documentation gives as an example."""

MARLOWE = Member(Details("Jo Marlowe"), (("Chief Nursing Officer", "Fernhollow Care Center", "2019", ""),), 70)
OTHER_MARLOWE = Member(
    Details("Jo Marlowe, MHA"), (("Director of Quality", "Upper Plains Hospital Association", "2022", ""),), 70
)
"""Two people of one name who were told apart."""

COLLEAGUE = Member(
    Details("Wren Okonjo-Hale", kind="colleague", email="wren@groundwork.example", pronouns="she/her"),
    (("Administrative Fellow", "Lake Country Health Alliance", "2025-07", ""),), 130,
)  # fmt: skip

ABARA = Member(
    Details("Kelechi Abara, MHA", addressed_as="Mr. Abara", pronouns="he/him", time_zone="America/Chicago",
            preferred_channel="phone", email="k.abara@quillbrook.example",
            reason="He runs the shortest bed meeting in the state."),
    (("Vice President of Operations", "Quillbrook Community Hospital", "2019", ""),), 410,
)  # fmt: skip

ASTRID = Member(
    Details("Astrid Lindqvist, MD", addressed_as="Dr. Lindqvist", pronouns="she/her", time_zone="America/Chicago",
            preferred_channel="email", email="astrid.lindqvist@heronsgate.example"),
    (("Chief Medical Officer", "Heronsgate Clinic", "2020", ""),), 45,
)  # fmt: skip

RENATA = Member(
    Details("Renata Oyelowo-Byrne, MBA", addressed_as="Ms. Oyelowo-Byrne", pronouns="she/her",
            time_zone="America/Chicago", preferred_channel="email", email="r.oyelowo-byrne@cedarridge.example"),
    (("President", "Cedar Ridge Medical Center", "2021", ""),), 40,
)  # fmt: skip

OYELARAN = Member(
    Details("Amara Oyelaran, DNP, RN", addressed_as="Dr. Oyelaran", pronouns="she/her", time_zone="America/Chicago",
            preferred_channel="assistant", email="a.oyelaran@juniper.example",
            reason="She got a hospital of 40 beds to call everybody on the second day."),
    (("Chief Nursing Officer", "Juniper County Hospital", "2018", ""),), 90,
)  # fmt: skip
"""The leader of an article that is out for approval; Marta Duarte keeps her calendar."""

DELETED = Member(Details("Percival Dunmore"), (("Consultant", "Tallow & Finch Advisers", "2021", ""),), 300)
"""Deleted some days ago: the list says how to bring somebody back."""

UNRESEARCHED = (
    Member(Details("Anneliese Vandermolen-Ouédraogo-Castellanos, MSN, RN, NEA-BC, FACHE"),
           (("Senior Vice President for Rural Access, Transitions of Care and Community Partnerships",
             "Lake Country Health Alliance", "2024", ""),), 8),
    Member(Details("Ravi Thistlewood"), (("Chief Information Officer", HARROW_LAKE, "2023", ""),), 6),
    Member(Details("Odalys Brightwater"), (("Editor", "Journal of Invented Administration", "2018", ""),), 30),
    Member(Details("Kofi Lindqvist"), (("Director, Provider Relations", "Prairie Mutual Health Plan", "", ""),), 3),
)  # fmt: skip

ASSISTANTS = (
    ("Tom Adébáyọ̀", "assistant", "schedules", "t.adebayo@harrowlake.example", "Prefers Tuesdays before noon."),
    ("Harrow Lake Communications", "communications_office", "clears_text", "press@harrowlake.example",
     "Clears every quotation; two working days."),
)  # fmt: skip
"""(name, kind, part, address, note) of those who answer for Marisol."""

PANEL = """Prairie Lakes Health Leaders Forum, panel "Beds are the last resort", notes of the organizers

Marisol Núñez-Łukasik, RN, MHA, chief operating officer of Harrow Lake Regional Medical Center, opened the panel.

"We stopped asking how many beds we lack and started asking who is waiting for whom," said Núñez-Łukasik.

She received the Lantern Award for Nursing Leadership in 2024.
"""
"""A text that the user pasted."""

AGENDA = """Upper Plains Hospital Association, fall meeting, agenda

9:00 AM  Welcome
9:20 AM  Marisol Núñez-Łukasik, chief operating officer, Harrow Lake Regional Medical Center: Who is waiting for whom
10:10 AM Coffee
"""
"""A file that the user sent."""

ARTICLE = "https://www.harrowlake.example/news/short-stay-unit"
"""A page that the user brought by its address."""
