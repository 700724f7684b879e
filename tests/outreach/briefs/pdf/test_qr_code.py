"""The QR code of a dossier."""

from __future__ import annotations

import segno

from outreach.briefs.pdf import qr_code

ADDRESS = "https://groundwork.lakeshore.example/people/41"


def test_the_bars_are_the_black_modules_of_a_code_with_error_correction_m():
    made = qr_code.code(ADDRESS)
    shown = [[0] * made.side for _ in range(made.side)]
    for column, row, length in made.bars:
        for place in range(column, column + length):
            shown[row][place] = 1
    expected = segno.make_qr(ADDRESS, error="m", mask=qr_code.MASK, boost_error=False)
    assert expected.error == "M"
    assert shown == [list(row) for row in expected.matrix]


def test_it_fills_its_square_from_its_lower_left_corner():
    operators = qr_code.path(qr_code.Code(2, ((0, 0, 2), (1, 1, 1))), 100.0, 200.0, 54.0)
    assert "27.00000 0 0 27.00000 100.000 200.000 cm" in operators
    assert "0 1 2 1 re\n1 0 1 1 re\nf" in operators


def test_no_address_or_one_that_paper_cannot_hold_has_no_code():
    assert qr_code.code("") is None
    assert qr_code.code("https://a.example/" + "x" * 300) is None
