"""What health-care figures measure: a figure of one measure said of another is bound to the wrong thing."""

from __future__ import annotations

from collections.abc import Sequence

from outreach.asklint.grounding.tokens import Token
from outreach.asklint.grounding.words import stem

_MEASURES = (
    "fall falls slips",
    "infection infections sepsis clabsi cauti mrsa",
    "readmission readmissions readmitted rehospitalization rehospitalizations returns",
    "mortality death deaths dying survival",
    "alarm alarms alert alerts beeps noise",
    "stay stays los",
    "wait waits waiting boarding",
    "transfer transfers transferred",
    "turnover vacancy vacancies retention resignations attrition quits",
    "cost costs spending expense expenses savings saved budget",
    "satisfaction experience hcahps scores ratings",
    "overtime",
    "injury injuries assaults violence",
    "error errors mistakes",
    "ulcers ulcer",
    "no-shows no-show",
    "complaint complaints grievances",
    "revenue margin income profit",
    "burnout stress exhaustion",
    "admissions",
    "referrals",
    "enrollment",
    "energy emissions waste water",
    "births cesarean cesareans",
    "restraint restraints",
    "screening screenings vaccination vaccinations",
    "opioid opioids prescriptions",
)  # fmt: skip
_OF = {stem(word): line.split()[0] for line in _MEASURES for word in line.split()}
# "fall" is a verb more often than an event, and so are others: only these forms count.
_VERBS = frozenset("fall returns alert saved experience falling dying transferred waited costs".split())


def measures_in(tokens: Sequence[Token]) -> frozenset[str]:
    """The measures that words name."""
    found = (_OF.get(stem(token.low)) for token in tokens if token.kind == "w" and token.low not in _VERBS)
    return frozenset(measure for measure in found if measure)


# Fields of medicine as they stand before a service, a program or a school: one is not another.
SPECIALTIES = frozenset(
    """
    pediatric pediatrics cardiac cardiology cardiovascular oncology orthopedic orthopedics surgical surgery psychiatric
    psychiatry neonatal obstetric obstetrics maternity geriatric geriatrics neurology neurosurgery radiology dermatology
    urology nephrology gastroenterology pharmacy dental anesthesia pathology rheumatology pulmonary endocrinology
    ophthalmology palliative rehabilitation trauma stroke dialysis medicine
    """.split()
)
