"""`kata lint`: its output and its exit code."""

import json
import sys
from pathlib import Path

import pytest

from gradkata.authoring import bank_laws
from gradkata.cli import lint

# The sample course of the laws' tests.
sys.path.append(str(Path(__file__).parents[1] / "authoring"))
from sample_kata import BANK, GRADER, SLUG, SYLLABUS, copied, spoiled, written


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The sample kata with its bank."""
    subject = written(tmp_path_factory.mktemp("whole"))
    lint.write_bank(subject)
    return subject


@pytest.fixture
def course(whole, tmp_path, monkeypatch):
    """Return a function that makes a copy of the sample, with a replaced passage on request, for `kata lint`."""
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setattr(bank_laws, "TIMES", 1)

    def make(*passage):
        subject = spoiled(whole, tmp_path, *passage) if passage else copied(whole, tmp_path)
        monkeypatch.setattr(lint, "catalog_of", lambda arguments, is_complete: subject.catalog)
        return subject

    return make


NINE_POINTS = (GRADER, "kata.contract(points=1)", "kata.contract(points=0)")
STALE = f"its bank is older than {GRADER}. Create it again with `kata lint --write row_sums`."


def test_a_kata_without_a_fault_ends_with_0(course, kata):
    course()

    code, output, errors = kata("lint")

    assert (0, "") == (code, errors)
    assert output.startswith("maths/row_sums: no faults\n")


def test_a_fault_ends_with_1_and_names_kata_law_and_remedy(course, kata):
    course(*NINE_POINTS)

    code, output, _ = kata("lint")

    assert code == 1
    assert output.startswith(
        "maths/row_sums: 2 faults\n"
        "  law 10: maths/row_sums: its points add up to 9, not to 10. Write `kata.agreement(points=8)`.\n"
        f"  law 10: maths/row_sums: {STALE}\n"
    )


def test_json_is_one_line_per_kata(course, kata):
    course()

    code, output, _ = kata("lint", "--json")

    assert (0, '{"kata": "maths/row_sums", "faults": [], "notes": []}\n') == (code, output)


def test_json_holds_each_fault_with_its_law_and_message(course, kata):
    course(*NINE_POINTS)

    code, output, _ = kata("lint", "--json", "row_sums")

    sum_up = {"law": 10, "message": "its points add up to 9, not to 10. Write `kata.agreement(points=8)`."}
    assert code == 1
    assert {"kata": SLUG, "faults": [sum_up, {"law": 10, "message": STALE}], "notes": []} == json.loads(
        output
    )


def test_the_matrix_shows_which_property_detects_which_wrong_answer(course, kata):
    course()

    lines = kata("lint")[1].splitlines()

    heads = ["   1 keeps_its_contract (1)", "   2 agrees_on_ordinary_input (7)"]
    heads += [
        "   3 a_row_without_entries_sums_to_0 (2)",
        "   4 is_linear (0)",
        "   5 agrees_on_the_whole_domain (0)",
    ]
    assert heads == lines[lines.index(heads[0]) : lines.index(heads[0]) + 5]
    rows = {line.split()[0]: line.split()[1:] for line in lines if "·" in line or "✗" in line}
    assert ["·", "·", "✗", "·", "✗", "8"] == rows["starts_from_the_first_column"]
    assert ["✗", "✗", "✗", "✗", "✗", "0"] == rows["stub"]
    assert any("mistakes of every subject: " in line and "lose points" in line for line in lines)


def test_the_mutation_table_shows_the_results_of_the_mutants(course, kata):
    course()

    last = kata("lint")[1].splitlines()[-1]

    assert last.endswith(" mutants: 6 killed, 0 equivalent")


def test_the_mutation_table_shows_why_a_mutant_cannot_be_killed(course, kata):
    line = "kata.equivalent('row_sums_numpy: swap x', reason='there is nothing to swap')\n"
    course(GRADER, "kata.contract(", line + "kata.contract(")

    assert "    row_sums_numpy: swap x: there is nothing to swap" in kata("lint")[1].splitlines()


def test_a_missing_bank_is_a_fault_and_nothing_else_breaks(course, kata):
    subject = course()
    (subject.catalog.roots[0] / BANK).unlink()

    code, output, errors = kata("lint")

    message = "row_sums.bank.json is missing. Create it with `kata lint --write row_sums`."
    assert (1, f"{SLUG}: 1 fault\n  law 10: {SLUG}: {message}\n", "") == (code, output, errors)


def test_write_creates_the_bank_and_the_mutants_and_changes_nothing_else(course, kata):
    subject = course(GRADER, "That is a mean.", "This is a mean.")
    before = {path.name for path in (subject.catalog.roots[0] / "graders" / "maths").glob("*.*")}

    assert 1 == kata("lint", "--json")[0]
    assert 0 == kata("lint", "--json", "--write")[0]
    assert 0 == kata("lint", "--json")[0]
    after = {path.name for path in (subject.catalog.roots[0] / "graders" / "maths").glob("*.*")}
    assert after == before | {"row_sums.mutants.json"}


def test_a_bank_that_cannot_be_drawn_is_a_fault_and_the_old_one_stays(course, kata):
    subject = course(GRADER, "2 * row_sums(x))", "3 * row_sums(x))")
    old = (subject.catalog.roots[0] / BANK).read_bytes()

    code, output, _ = kata("lint", "--write", "--json")

    (fault,) = json.loads(output)["faults"]
    assert (1, 10) == (code, fault["law"])
    assert "`is_linear` does not hold for the reference" in fault["message"]
    assert old == (subject.catalog.roots[0] / BANK).read_bytes()


def test_a_missing_file_is_a_fault_even_with_write(course, kata):
    subject = course()
    (subject.catalog.roots[0] / "solutions" / f"{SLUG}.py").unlink()

    code, output, _ = kata("lint", "--write", "--json")

    missing = f"solutions/{SLUG}.py is missing. A kata consists of three files of the same name."
    assert (1, [{"law": 1, "message": missing}]) == (code, json.loads(output)["faults"])


def test_a_stray_file_is_reported_when_no_kata_is_named(course, kata):
    subject = course()
    (subject.catalog.roots[0] / "katas" / "maths" / "notes.py").write_text("")
    message = "katas/maths/notes.py is not in the syllabus. Add it there, or delete it.\n"

    assert (1, message) == kata("lint", "--json")[::2]
    assert (0, "") == kata("lint", "--json", "row_sums")[::2]


def test_a_faulty_kata_does_not_hide_the_next(course, kata):
    course(SYLLABUS, '["maths/row_sums"]', '["maths/gone", "maths/row_sums"]')

    code, output, _ = kata("lint", "--json")

    gone, whole = map(json.loads, output.splitlines())
    assert (1, "maths/gone", SLUG, []) == (code, gone["kata"], whole["kata"], whole["faults"])
    assert {1} == {fault["law"] for fault in gone["faults"]}


def test_an_unknown_kata_ends_with_2_and_the_nearest_name(course, kata):
    course()

    sentence = "kata: There is no kata called 'row_sum'. Did you mean row_sums?\n"
    assert (2, "", sentence) == kata("lint", "row_sum")
