import json
from pathlib import Path

import pytest

from gradkata.workspace.progress import FORMAT, LastCheck, path_of, read, record


def written(workspace: Path) -> dict[str, dict[str, object]]:
    katas: dict[str, dict[str, object]] = json.loads(path_of(workspace).read_text("utf-8"))["katas"]
    return katas


def spoil(workspace: Path, content: str | bytes) -> None:
    path_of(workspace).parent.mkdir(exist_ok=True)
    raw = content.encode() if isinstance(content, str) else content
    path_of(workspace).write_bytes(raw)


def test_nothing_is_reached_at_the_beginning(tmp_path: Path) -> None:
    assert ({}, {}, None, False, {}) == read(tmp_path)


def test_a_score_is_recorded_with_its_time(tmp_path: Path) -> None:
    assert record(tmp_path, "detection/iou", 6.5, 10) is None
    reached = read(tmp_path).katas["detection/iou"]
    assert (6.5, 10, False) == (reached.score, reached.max_score, reached.is_full)
    assert reached.at.endswith("+00:00")


def test_a_worse_score_later_changes_nothing(tmp_path: Path) -> None:
    for score in (3, 10, 4):
        record(tmp_path, "detection/iou", score, 10)
    assert 10 == written(tmp_path)["detection/iou"]["score"]


def test_a_new_maximum_replaces_the_old_score(tmp_path: Path) -> None:
    record(tmp_path, "detection/iou", 10, 10)
    record(tmp_path, "detection/iou", 9, 20)
    assert 9 == written(tmp_path)["detection/iou"]["score"]


def test_recording_one_kata_does_not_change_the_others(tmp_path: Path) -> None:
    record(tmp_path, "detection/iou", 10, 10)
    record(tmp_path, "detection/nms", 2, 10)
    assert {"detection/iou", "detection/nms"} == set(written(tmp_path))


def test_what_the_last_check_found_is_recorded_whatever_the_score(tmp_path: Path) -> None:
    found = LastCheck("0a", "gives_0", "forgets_to_clamp", "forgets to clamp")
    record(tmp_path, "detection/iou", 9, 10, LastCheck("09"))
    record(tmp_path, "detection/iou", 1, 10, found)
    assert {"detection/iou": found} == read(tmp_path).checked
    assert 9 == read(tmp_path).katas["detection/iou"].score
    record(tmp_path, "detection/nms", 1, 10)
    assert {"detection/iou": found} == read(tmp_path).checked


@pytest.mark.parametrize("entry", [None, 3, {}, {"answer": 3}, {"answer": "0", "other": ""}, {"failed": "x"}])
def test_an_invalid_last_check_counts_as_none(tmp_path: Path, entry: object) -> None:
    checked = {"bad": entry, "good": {"answer": "0a"}}
    spoil(tmp_path, json.dumps({"format": 1, "katas": {}, "checked": checked}))
    assert {"good": LastCheck("0a")} == read(tmp_path).checked


def test_nothing_is_left_beside_the_file(tmp_path: Path) -> None:
    record(tmp_path, "detection/iou", 10, 10)
    assert [path_of(tmp_path)] == list(path_of(tmp_path).parent.iterdir())


@pytest.mark.parametrize(
    "content",
    ["", "{", b"\xff\xfe", "[]", "{}", '{"format": 1}', '{"format": 0, "katas": {}}', "[" * 9_000],
)
def test_an_invalid_file_is_reported_and_moved_aside(tmp_path: Path, content: str | bytes) -> None:
    spoil(tmp_path, content)
    found = read(tmp_path)
    assert {} == found.katas
    assert str(path_of(tmp_path)) in (found.complaint or "")
    assert record(tmp_path, "detection/iou", 10, 10) is None
    assert {"detection/iou"} == set(written(tmp_path))
    assert path_of(tmp_path).with_name("progress.broken.json").is_file()


def test_a_file_in_a_newer_format_is_not_changed(tmp_path: Path) -> None:
    newer = json.dumps({"format": FORMAT + 1, "katas": {}})
    spoil(tmp_path, newer)
    assert "newer" in (record(tmp_path, "detection/iou", 10, 10) or "")
    assert newer == path_of(tmp_path).read_text("utf-8")


@pytest.mark.parametrize(
    "entry",
    [None, 3, {}, {"score": "10", "max_score": 10, "at": "x"}, {"score": True, "max_score": 1, "at": "x"}],
)
def test_an_invalid_entry_does_not_affect_the_others(tmp_path: Path, entry: object) -> None:
    whole = {"score": 10, "max_score": 10, "at": "2025-01-01"}
    spoil(tmp_path, json.dumps({"format": 1, "katas": {"bad": entry, "good": whole}}))
    assert ["good"] == list(read(tmp_path).katas)


def test_a_folder_that_cannot_be_written_gives_a_complaint_not_an_error(tmp_path: Path) -> None:
    (tmp_path / ".kata").write_text("a file where the folder should be")
    assert "could not be saved" in (record(tmp_path, "detection/iou", 10, 10) or "")
