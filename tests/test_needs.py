from __future__ import annotations

from pathlib import Path

import pytest

from tests import needs


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("GROUNDWORK_SHARED", str(tmp_path / "shared"))
    monkeypatch.delenv("GROUNDWORK_REQUIRE", raising=False)
    return tmp_path / "shared"


def test_a_test_without_the_shared_folder_is_skipped() -> None:
    with pytest.raises(pytest.skip.Exception, match="GROUNDWORK_SHARED"):
        needs.shared_folder()


@pytest.mark.parametrize("required", ["shared", "browser, shared"])
def test_it_fails_where_the_folder_must_be_there(required: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GROUNDWORK_REQUIRE", required)
    with pytest.raises(pytest.fail.Exception, match="must be here"):
        needs.shared_folder()


def test_the_folder_is_found_where_the_variable_says(nowhere: Path) -> None:
    nowhere.mkdir()
    assert needs.shared_folder() == nowhere


def test_an_empty_variable_means_the_folder_beside_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GROUNDWORK_SHARED", "")
    monkeypatch.setattr(needs, "BESIDE", Path(__file__).parent)
    assert needs.shared_folder() == Path(__file__).parent
