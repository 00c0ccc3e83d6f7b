"""Every sample answer comes to what `examples/expected.json` says, and the command that judges them tells where not."""

from pathlib import Path

import pytest
from builtin import load

from gradkata.catalog import Catalog
from gradkata.isolation.selftest import highest_level
from gradkata.isolation.starting import start_server
from gradkata.reports.palette import Look

judge = load(Path(__file__).parents[1] / "examples" / "judge.py", "examples_judge")
PASSED = {"outcome": "passed", "score": 10, "max_score": 10, "misconception": None}
WRONG = {"outcome": "wrong", "score": 1, "max_score": 10, "misconception": "forgets_to_clamp"}


@pytest.fixture(scope="module")
def server():
    if highest_level() != "kernel":
        pytest.skip("this kernel cannot confine (Landlock and seccomp are needed)")
    with start_server("kernel") as server:
        yield server


def lines(found, wanted):
    return judge.table(found, wanted, Look())


@pytest.mark.parametrize("name", judge.samples())
def test_a_sample_answer_comes_to_what_is_expected(server, name):
    # An answer without end has none either after a quarter of the usual time.
    report = judge.judged(name, server, call_cpu_seconds=0.5)

    assert judge.expected()[name] == judge.brief(report)


def test_every_sample_is_expected_and_everything_expected_is_there():
    assert set(judge.samples()) == set(judge.expected())


def test_each_of_the_four_kinds_of_kata_has_a_right_answer_among_the_samples():
    right = {judge.kata_of(name, Catalog()) for name in judge.samples(["right"])}

    assert {"detection/iou", "detection/nms", "sequences/lstm_step", "decoding/bleu"} == right


def test_a_sample_answers_the_kata_that_its_name_begins_with():
    assert "detection/iou" == judge.kata_of("wrong/iou_without_clamp.py", Catalog())
    assert "sequences/lstm_step" == judge.kata_of("right/lstm_step.py", Catalog())


@pytest.mark.parametrize("name", ["wrong/iouish.py", "wrong/lstm.py"])
def test_a_sample_that_names_no_kata_is_refused_with_the_remedy(name):
    with pytest.raises(LookupError, match="does not begin with the name of a kata"):
        judge.kata_of(name, Catalog())


def test_the_table_tells_an_outcome_that_is_not_expected_from_the_one_that_is():
    found = {"right/iou.py": PASSED, "wrong/iou_clamp.py": PASSED}
    shown = lines(found, found | {"wrong/iou_clamp.py": WRONG})

    assert "  ✓ iou                         10/10  passed" in shown
    assert "  ✗ iou_clamp                   10/10  passed" in shown
    assert "                      expected   1/10  wrong       forgets to clamp" in shown
    assert "1 of 2 answers came out as expected." == shown[-1]


def test_the_table_names_an_answer_that_nobody_expected_and_one_that_is_gone():
    shown = lines({"right/iou.py": PASSED}, {"right/nms.py": PASSED})

    assert "                      expected  an entry in expected.json" in shown
    assert "  ✗ nms                         the file is gone" in shown
    assert "0 of 2 answers came out as expected." == shown[-1]


def test_the_table_fits_eighty_columns():
    assert 80 >= max(map(len, lines(judge.expected(), {})))


def test_hostile_answers_are_judged_in_a_kernel_sandbox_only():
    assert ["kernel"] == [level for level, folders in judge.JUDGED_AT.items() if "hostile" in folders]


def test_what_is_written_is_what_is_read(tmp_path, monkeypatch):
    known = judge.expected()
    monkeypatch.setattr(judge, "EXPECTED", tmp_path / "expected.json")
    judge.write(known | {"right/gone.py": PASSED})

    assert known == judge.expected()
