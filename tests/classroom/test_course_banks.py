"""A course's own questions: drawn once for its seed, and kept with its ledger."""

import pytest

from gradkata.catalog import Catalog
from gradkata.classroom.course_banks import banks, seed_name
from gradkata.drawing.bank import load

CATALOG, SLUG = Catalog(), "detection/iou"


def drawn(out, seed, fresh=0):
    return banks(CATALOG, [SLUG], out, seed, fresh)[SLUG]


@pytest.fixture(scope="module")
def autumn(tmp_path_factory):
    return drawn(tmp_path_factory.mktemp("autumn"), "autumn")


def asked(path):
    return {repr(call.arguments) for call in load(path).calls}


def test_the_public_seed_uses_the_public_banks(tmp_path):
    assert drawn(tmp_path, "public") == CATALOG.bank(SLUG)
    assert list(tmp_path.iterdir()) == []


def test_a_course_has_other_questions(autumn):
    assert len(asked(autumn) - asked(CATALOG.bank(SLUG))) > 10


def test_a_report_contains_only_a_digest_of_the_seed(autumn):
    assert load(autumn).seed == seed_name("autumn") != "autumn"
    assert b"autumn" not in autumn.read_bytes()


def test_the_same_seed_draws_the_same_bank_elsewhere(autumn, tmp_path):
    assert autumn.read_bytes() == drawn(tmp_path, "autumn").read_bytes()


def test_a_bank_is_drawn_once(autumn):
    before = autumn.stat().st_mtime_ns

    drawn(autumn.parents[2], "autumn")

    assert before == autumn.stat().st_mtime_ns


def test_a_bank_is_drawn_again_if_its_grader_has_changed(autumn, tmp_path):
    path = tmp_path / "banks" / f"{SLUG}.bank.json"
    path.parent.mkdir(parents=True)
    text = autumn.read_text("utf-8")
    digest = load(autumn).made_by["graders/detection/iou.py"]
    path.write_text(text.replace(digest, "0" * 12), "utf-8")

    assert text == drawn(tmp_path, "autumn").read_text("utf-8")


def test_fresh_questions_are_added_to_the_bank(autumn, tmp_path):
    assert len(load(drawn(tmp_path, "autumn", 25)).calls) >= len(load(autumn).calls) + 20
