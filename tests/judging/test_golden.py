"""The reports on the examples are those that a person has read."""

import pytest
from golden_reports import EXAMPLES, GOLDEN, files_of

from gradkata.isolation.selftest import highest_level

REMEDY = "run tests/judging/regenerate.py, read the diff"


@pytest.mark.skipif(highest_level() != "kernel", reason="this kernel cannot confine")
@pytest.mark.parametrize("example", EXAMPLES)
def test_a_report_is_the_one_that_was_reviewed(example):
    for name, text in files_of(example).items():
        assert (GOLDEN / name).read_text("utf-8") == text, f"{name}: {REMEDY}"


def test_every_golden_report_has_its_example():
    assert {f"{name}.{suffix}" for name in EXAMPLES for suffix in ("json", "txt")} == {
        p.name for p in GOLDEN.iterdir()
    }
