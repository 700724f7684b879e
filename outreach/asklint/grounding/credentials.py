"""Degrees, licenses and fellowships, as letters and spelled out."""

from __future__ import annotations

_SPELLED_OUT = {
    "MHA": ("Master of Health Administration", "Master of Healthcare Administration",
    "master's in health administration"),
    "MBA": ("Master of Business Administration", "master's in business administration", "business degree"),
    "MPH": ("Master of Public Health", "master's in public health"),
    "MPA": ("Master of Public Administration",),
    "MSN": ("Master of Science in Nursing", "master's in nursing"),
    "BSN": ("Bachelor of Science in Nursing", "bachelor's in nursing"),
    "MS": ("Master of Science",),
    "DNP": ("Doctor of Nursing Practice", "doctorate in nursing practice", "nursing doctorate"),
    "PHD": ("Doctor of Philosophy", "doctorate"),
    "EDD": ("Doctor of Education", "doctorate"),
    "DHA": ("Doctor of Health Administration", "doctorate in health administration"),
    "DRPH": ("Doctor of Public Health",),
    "MD": ("Doctor of Medicine", "physician", "doctor", "medical degree"),
    "DO": ("Doctor of Osteopathic Medicine", "physician", "doctor", "medical degree"),
    "JD": ("Juris Doctor", "lawyer", "attorney", "law degree"),
    "RN": ("Registered Nurse", "nurse"),
    "APRN": ("Advanced Practice Registered Nurse", "nurse practitioner"),
    "NP": ("Nurse Practitioner",),
    "CRNA": ("Certified Registered Nurse Anesthetist", "nurse anesthetist"),
    "PHARMD": ("Doctor of Pharmacy", "pharmacist"),
    "RPH": ("Registered Pharmacist", "pharmacist"),
    "DPT": ("Doctor of Physical Therapy", "physical therapist"),
    "RRT": ("Registered Respiratory Therapist", "respiratory therapist"),
    "LCSW": ("Licensed Clinical Social Worker", "social worker"),
    "CPA": ("Certified Public Accountant", "accountant"),
    "NEABC": ("Nurse Executive Advanced Board Certified", "board-certified nurse executive"),
    "NEBC": ("Nurse Executive Board Certified", "board-certified nurse executive"),
    "FACHE": ("Fellow of the American College of Healthcare Executives", "ACHE",
    "board certified in healthcare management"),
    "FAAN": ("Fellow of the American Academy of Nursing",),
    "FACP": ("Fellow of the American College of Physicians",),
    "FACS": ("Fellow of the American College of Surgeons", "surgeon"),
    "FHFMA": ("Fellow of the Healthcare Financial Management Association", "HFMA"),
    "CPHQ": ("Certified Professional in Healthcare Quality",),
    "CENP": ("Certified in Executive Nursing Practice",),
    "PA": ("Physician Assistant", "physician associate"),
    "PAC": ("Physician Assistant", "physician associate"),
    "RD": ("Registered Dietitian", "dietitian"),
}  # fmt: skip
# What only somebody with one of these letters is.
PROFESSIONS = {
    "physician": {"MD", "DO", "MBBS"}, "surgeon": {"MD", "DO", "MBBS", "FACS"}, "pharmacist": {"PHARMD", "RPH",
    "BPHARM"},
    "lawyer": {"JD", "LLM", "ESQ"}, "attorney": {"JD", "LLM", "ESQ"},
    "nurse": {"RN", "LPN", "LVN", "APRN", "NP", "CRNA", "CNM", "BSN", "MSN", "DNP", "FNP", "CNS", "ADN"},
    "psychologist": {"PSYD", "PHD"}, "accountant": {"CPA"}, "dentist": {"DDS", "DMD"},
}  # fmt: skip


def letters_of(credential: str) -> str:
    """The letters alone, upper case: "NEA-BC" -> "NEABC"."""
    return "".join(letter for letter in credential.upper() if letter.isalpha())


def spelled_out(credential: str) -> tuple[str, ...]:
    """The ways in which a credential is written out, none for a rare one."""
    return _SPELLED_OUT.get(letters_of(credential), ())
