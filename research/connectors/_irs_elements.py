"""How the elements of a Form 990, 990-EZ and 990-PF are called, and how one is found, whatever its namespace.

Of each name the one since 2013 stands first, then those before.

The IRS renamed nearly all elements with the schemas of 2013. Source of the older names: the concordance of the
Nonprofit Open Data Collective, with the years in which each name was seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from research.parse import fold

FORMS = {"IRS990": "990", "IRS990EZ": "990-EZ", "IRS990PF": "990-PF"}
"""The element that holds a form, and the form's name."""

OFFICER_ROWS = frozenset(
    {"Form990PartVIISectionAGrp", "Form990PartVIISectionA", "OfficerDirectorTrusteeEmplGrp",
     "OfficerDirectorTrusteeKeyEmpl", "OfficerDirTrstKeyEmplGrp", "OfcrDirTrusteesOrKeyEmployee"}
)  # fmt: skip
"""Elements that hold one officer, director, trustee or key employee."""

PERSON = ("PersonNm", "NamePerson", "PersonName")
BUSINESS = ("BusinessNameLine1Txt", "BusinessNameLine1")
BUSINESS_SECOND_LINE = ("BusinessNameLine2Txt", "BusinessNameLine2")
TITLE = ("TitleTxt", "Title")
HOURS = (
    "AverageHoursPerWeekRt",
    "AverageHoursPerWeek",
    "AverageHrsPerWkDevotedToPosRt",
    "AvgHoursPerWkDevotedToPosition",
)
FORMER = ("FormerOfcrDirectorTrusteeInd", "Former")
INSTITUTION = ("InstitutionalTrusteeInd", "InstitutionalTrustee")
GROUP_RETURN = ("GroupReturnForAffiliatesInd", "GroupReturnForAffiliates")
ADDRESS = ("USAddress", "ForeignAddress", "AddressUS", "AddressForeign")
PAY = {
    "pay_from_organization": (
        "ReportableCompFromOrgAmt", "ReportableCompFromOrganization", "CompensationAmt", "Compensation",
    ),
    "pay_from_related": ("ReportableCompFromRltdOrgAmt", "ReportableCompFromRelatedOrgs"),
    "other_compensation": ("OtherCompensationAmt", "OtherCompensation", "EmployeeBenefitProgramAmt"),
}  # fmt: skip

MISSIONS = (
    ("MissionDesc", "MissionDescription"),
    ("ActivityOrMissionDesc", "ActivityOrMissionDescription", "PrimaryExemptPurposeTxt", "PrimaryExemptPurpose"),
)
"""The mission statement of Part III, then the short one of Part I."""

WEBSITE = ("WebsiteAddressTxt", "WebSite", "WebsiteAddress")
FOUNDED = ("FormationYr", "YearFormation")

EMPLOYEES = ("TotalEmployeeCnt", "TotalNbrEmployees")
VOLUNTEERS = ("TotalVolunteersCnt", "TotalNbrVolunteers")
REVENUE = (
    "CYTotalRevenueAmt", "TotalRevenueCurrentYear", "TotalRevAndExpnssAmt", "TotalRevenueAmt", "TotalRevenue",
)  # fmt: skip
EXPENSES = (
    "CYTotalExpensesAmt", "TotalExpensesCurrentYear", "TotalExpensesRevAndExpnssAmt", "TotalExpensesAmt",
    "TotalExpenses",
)  # fmt: skip
NET_INCOME = (
    "CYRevenuesLessExpensesAmt", "RevenuesLessExpensesCY", "ExcessRevenueOverExpensesAmt",
    "ExcessOrDeficitForYearAmt", "ExcessOrDeficitForYear",
)  # fmt: skip
ASSETS = ("TotalAssetsEOYAmt", "TotalAssetsEOY", "FMVAssetsEOYAmt")


def name_of(element: etree._Element) -> str:
    """An element's name without its namespace; "" for comments and the like."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def child(element: etree._Element | None, *wanted: str) -> etree._Element | None:
    """The first element directly within that has one of these names; None when there is none."""
    if element is None:
        return None
    return next((inner for inner in element if name_of(inner) in wanted), None)


def within(element: etree._Element, wanted: tuple[str, ...]) -> etree._Element | None:
    """The first element with one of these names at any depth, the element itself included."""
    return next((inner for inner in element.iter() if name_of(inner) in wanted), None)


def text_in(element: etree._Element | None) -> str:
    """The text of an element, white space folded; "" for None."""
    return fold(element.text or "") if element is not None else ""


def all_text(element: etree._Element) -> str:
    """All text within an element, as a reader sees it when the marks are left out."""
    return fold(" ".join(str(text) for text in element.itertext()))


def is_set(element: etree._Element | None) -> bool:
    """Whether an indicator is set: "X", "true" or "1"; absent, empty, "false" and "0" are not."""
    return text_in(element).casefold() in ("x", "true", "1")


def business_name(business: etree._Element | None) -> str:
    """Both lines of a business name as one text."""
    if business is None:
        return ""
    lines = (BUSINESS, BUSINESS_SECOND_LINE)
    return fold(" ".join(text_in(within(business, line)) for line in lines))


def first(values: Mapping[str, etree._Element], wanted: Iterable[str]) -> etree._Element | None:
    """Of elements by name, the one with the first of these names that is there."""
    return next((values[name] for name in wanted if name in values), None)
