from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.errors import Unreadable
from research.hospitals import HospitalDirectory, column_key, hospital_of

HEAD = (
    "Facility ID,Facility Name,City/Town,State,Hospital Type,Hospital Ownership,Emergency Services,"
    "Meets criteria for birthing friendly designation,Hospital overall rating,"
    "Count of MORT Measures Better,Count of MORT Measures No Different,Count of MORT Measures Worse"
)
ROWS = (
    "019901,LARKSPUR VALLEY MEDICAL CENTER,ELMSFORD,AL,Acute Care Hospitals,Proprietary,Yes,Y,4,1,6,1",
    '019902,"ODILE HOSPITAL, THE",ELMSFORD,AL,Critical Access,Tribal,No,,Not Available,Not Available,0,Not Available',
    "0199A3,VA TIDEWATER HEALTHCARE SYSTEM,TIDEWATER,AL,Acute Care,Veterans,,,7,0,0,0",
    "459904,CROSSROADS MEMORIAL HOSPITAL,NORTHFORD,TX,Acute Care Hospitals,Proprietary,Yes,,2,0,8,0",
    "459905,CROSSROADS MEMORIAL HOSPITAL,SOUTHFORD,TX,Acute Care Hospitals,Proprietary,Yes,,,0,8,0",
    "459906,NEW CROSSROADS MEMORIAL HOSPITAL,SOUTHFORD,TX,Acute Care Hospitals,Proprietary,Yes,,,0,8,0",
)


def directory(*rows: str, head: str = HEAD) -> HospitalDirectory:
    return HospitalDirectory.from_csv("\n".join((head, *(rows or ROWS))))


def numbers(found) -> list[str]:
    return [hospital.ccn for hospital in found]


def test_a_row_becomes_a_hospital_with_typed_values():
    hospital = directory().by_ccn("019901")
    assert hospital is not None
    assert hospital.title == "Larkspur Valley Medical Center"
    assert (hospital.place.city, hospital.place.state) == ("Elmsford", "AL")
    assert (hospital.emergency, hospital.birthing_friendly, hospital.rating) == (True, True, 4)
    (mortality,) = hospital.measures
    assert mortality.total == 8
    assert mortality.sentence() == (
        "Mortality: better than the national rate on 1 of 8 measures, no different on 6, worse on 1"
    )


def test_not_available_and_empty_say_nothing():
    hospital = directory().by_ccn("019902")
    assert hospital is not None
    assert hospital.title == "The Odile Hospital"
    assert (hospital.emergency, hospital.birthing_friendly, hospital.rating, hospital.measures) == (
        False, None, None, (),
    )  # fmt: skip


def test_a_rating_outside_of_one_to_five_and_counts_of_nothing_are_left_out():
    hospital = directory().by_ccn("0199a3")
    assert hospital is not None
    assert hospital.rating is None
    assert hospital.emergency is None
    assert hospital.measures == ()


def test_a_ccn_is_text_and_keeps_its_zeros_and_letters():
    assert numbers(directory().hospitals)[:3] == ["019901", "019902", "0199A3"]
    assert numbers(directory().search("0199A3")) == ["0199A3"]


@pytest.mark.parametrize(
    ("typed", "state", "expected"),
    [
        ("larkspur valley medical center", "", ["019901"]),
        ("lark val", "", ["019901"]),
        ("odile hospital", "", ["019902"]),
        ("crossroads memorial hospital", "TX", ["459904", "459905", "459906"]),
        ("crossroads", "AL", []),
        ("larkspurr valley medical", "", ["019901"]),
        ("quillfeather clinic", "", []),
        ("", "", []),
        ("---", "", []),
    ],
)
def test_a_name_is_found_whole_begun_or_misspelled(typed, state, expected):
    assert numbers(directory().search(typed, state=state)) == expected


def test_the_town_puts_its_hospital_first_and_hides_none():
    found = directory().search("crossroads memorial hospital", city="Southford")
    assert numbers(found) == ["459905", "459904", "459906"]


def test_no_more_hospitals_than_asked_for_are_given():
    assert len(directory().search("crossroads", limit=2)) == 2
    assert directory().search("crossroads", limit=0) == ()


def test_the_same_name_is_no_part_of_another():
    assert numbers(directory().same_name("Crossroads Memorial Hosp.")) == ["459904", "459905"]
    assert directory().same_name("Crossroads Memorial Hospital", "AL") == ()


def test_a_quote_stands_in_the_row_and_ends_with_what_it_shows():
    hospitals = directory()
    larkspur, odile = hospitals.by_ccn("019901"), hospitals.by_ccn("019902")
    assert larkspur is not None
    assert odile is not None
    assert hospitals.quote(larkspur, "ccn", "rating").endswith("Yes,Y,4")
    assert hospitals.quote(odile, "name") == '019902,"ODILE HOSPITAL, THE"'


def test_a_quote_of_a_very_long_row_keeps_to_whole_cells():
    hospitals = directory("019901," + "LARKSPUR " * 60 + ",ELMSFORD,AL,Acute Care,Proprietary,Yes,Y,4,1,6,1")
    hospital = hospitals.hospitals[0]
    quote = hospitals.quote(hospital, "ccn", "rating")
    assert len(quote) <= 300
    assert quote in hospital.row
    assert quote.endswith("4")


def test_a_line_break_in_a_cell_belongs_to_the_row():
    hospitals = directory('019901,"LARKSPUR\nVALLEY",ELMSFORD,AL,,,,,,,,', ROWS[1])
    assert [hospital.name for hospital in hospitals.hospitals] == ["LARKSPUR VALLEY", "ODILE HOSPITAL, THE"]
    assert hospitals.hospitals[1].row == ROWS[1]


def test_the_columns_of_earlier_years_are_read():
    hospitals = directory(
        "019901,LARKSPUR,ELMSFORD,AL,3", head="Provider ID,Hospital Name,City,State,Hospital overall rating"
    )
    assert hospitals.hospitals[0].rating == 3
    assert hospitals.hospitals[0].city == "ELMSFORD"


def test_rows_without_number_name_or_state_are_left_out_and_counted():
    rows = ("1,LARKSPUR,X,AL", "019901,,X,AL", "019902,LARKSPUR,X,Alabama", "019903,LARKSPUR,X,AL")
    assert numbers(directory(*rows).hospitals) == ["019903"]
    assert directory(*rows).skipped == 3


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Facility ID\n019901",
        HEAD,
        HEAD + "\n1,2",
        "\x00\x00",
        '"' * 5000,
        '"' + "x" * 140_000,
        HEAD + '\n"' + "x" * 140_000,
    ],
)
def test_a_table_without_hospitals_is_refused_with_a_reason(text):
    with pytest.raises(Unreadable, match="hospital table"):
        HospitalDirectory.from_csv(text)


def test_a_file_is_read_like_its_text(tmp_path):
    path = tmp_path / "hospitals.csv"
    path.write_text("\ufeff" + "\n".join((HEAD, *ROWS)), "utf-8")
    assert len(HospitalDirectory.from_csv(path)) == len(ROWS)


@pytest.mark.parametrize(
    ("heading", "key"),
    [("City/Town", "citytown"), ("Facility ID", "facility_id"), (" ZIP Code ", "zip_code"), ("citytown", "citytown")],
)
def test_a_heading_is_named_as_the_json_service_names_it(heading, key):
    assert column_key(heading) == key


@given(st.dictionaries(st.sampled_from(["ccn", "name", "state", "rating", "mortality_worse"]), st.text(max_size=12)))
def test_any_cells_make_a_hospital_or_none(cells):
    hospital = hospital_of(cells)
    assert hospital is None or (len(hospital.ccn) == 6 and hospital.rating in {None, 1, 2, 3, 4, 5})


@given(st.text(max_size=60))
def test_anything_may_be_typed(typed):
    assert len(directory().search(typed)) <= 10


@pytest.mark.timeout(60)
def test_a_directory_of_full_size_answers_what_is_typed():
    rows = [
        f"{10_000 + n:06d},HOSPITAL {n % 97} OF TOWN{n} MEDICAL CENTER,TOWN{n},AL,Acute Care,Proprietary,Yes,,3,0,8,0"
        for n in range(5_500)
    ]
    hospitals = directory(*rows)
    assert len(hospitals) == 5_500
    assert len(hospitals.search("town")) == 10
    assert all(found.name.startswith("HOSPITAL 12 ") for found in hospitals.search("hospital 12 of town"))
    assert numbers(hospitals.search("town4711 medical center")) == ["014711"]
    assert hospitals.search("townn4711 medical centre") == ()


def test_the_published_table_is_read_whole(shared):
    path = shared / "recordings/cms-provider-data/hospital-general-information.csv"
    hospitals = HospitalDirectory.from_csv(path)
    assert (len(hospitals), hospitals.skipped) == (5_432, 0)
    assert sum(1 for hospital in hospitals.hospitals if hospital.rating is None) == 2_250
    assert sum(1 for hospital in hospitals.hospitals if not hospital.ccn.isdigit()) == 164
    assert len(hospitals.search("MEMORIAL HOSPITAL", limit=15)) == 15
    assert all(len(hospitals.quote(hospital, "rating")) <= 300 for hospital in hospitals.hospitals)
