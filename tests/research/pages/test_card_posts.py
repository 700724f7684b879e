from research.pages.card_lines import Named, classify
from research.pages.card_posts import adds, as_of_management, joined, of_clinician
from research.pages.lines import read_text
from research.pages.title_words import PostSpan

DEPARTMENT = PostSpan("Pediatrics", "", "manager", "department")
CHAIR = PostSpan("Chair", "Elm Health", "board", "chair")


def test_a_department_alone_is_a_clinicians_specialty() -> None:
    assert of_clinician(DEPARTMENT, Named("Ann Vale", "Dr.", (), "", "", 2)).kind == "clinician"
    assert of_clinician(DEPARTMENT, Named("Ann Vale", "", ("MD",), "", "", 2)).kind == "clinician"
    assert of_clinician(DEPARTMENT, Named("Ann Vale", "", (), "", "", 2)) is DEPARTMENT
    assert of_clinician(CHAIR, Named("Ann Vale", "Dr.", (), "", "", 2)) is CHAIR


def test_a_line_of_another_life_adds_nothing() -> None:
    told = {line.text: adds(classify(0, line)) for line in read_text("Retired Banker\n\nChief Nurse").lines}
    assert told == {"Retired Banker": False, "Chief Nurse": True}


def test_lines_that_are_one_title_are_joined_by_commas() -> None:
    lines = [PostSpan("Vice President", "", "executive", "president"), DEPARTMENT]
    assert joined(lines) == [PostSpan("Vice President, Pediatrics", "", "executive", "president")]
    assert joined([CHAIR, DEPARTMENT]) == [CHAIR, DEPARTMENT]


def test_supervisors_and_clinicians_on_a_list_of_management_lead() -> None:
    supervisor = PostSpan("Clinical Supervisor", "", "staff", "supervisor")
    assert as_of_management(supervisor).kind == "manager"
    assert as_of_management(PostSpan("Pharmacist", "", "clinician", "pharmacist")).kind == "clinical"
    coordinator = PostSpan("Coordinator", "", "staff", "coordinator")
    assert as_of_management(coordinator) is coordinator
