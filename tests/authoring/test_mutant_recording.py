"""The record of mutants: which changes are made, how they are described, and how a record names a wrong answer."""

import pytest
from sample_kata import SLUG

from gradkata.authoring import exchanges, mutant_recording
from gradkata.authoring.bank_laws import mutants_are_recorded
from gradkata.authoring.kinds_of_change import rank
from gradkata.authoring.mutant_recording import edits_between, record_mutants
from gradkata.authoring.trials import try_out
from gradkata.drawing.mutant_record import MOST_BYTES, MutantRecord, StoredMutant, dumps, load, save
from gradkata.judging.diagnosing import diagnose
from gradkata.judging.exercises import exercise


def changed(expression, *, before="", used=exchanges.OPERATORS):
    """What becomes of the result of a function, with the kind of each change."""
    text = f"import math\nimport numpy as np\n\n\ndef answer(a, b, x):\n{before}    return {expression}\n"
    found = {}
    for made in mutant_recording._changes(text, "answer", used, ("a", "b", "x")):
        lines = [line.strip() for line in made.text.split("\n") if line.startswith("    return ")]
        found.setdefault(lines[-1].removeprefix("return ") if lines else "", made.kind)
    return found


@pytest.mark.parametrize(
    ("expression", "mutant", "kind"),
    [
        ("a * x + b", "b * x + b", "`b` is used in place of `a`"),
        ("(a - b) // x", "a - b // x", "brackets are missing"),
        ("(a - b) // x", "(a - b - 1) // x", "a bound or a size is off by one"),
        ("a / b", "b / a", "a fraction is inverted"),
        ("a - b", "b - a", "a difference is reversed"),
        ("np.tanh(x)", "np.tan(x)", "`tan` is used in place of `tanh`"),
        ("np.log(x)", "np.log2(x)", "`log2` is used in place of `log`"),
        ("np.exp(x)", "np.exp(-x)", "an argument of a function has the wrong sign"),
        ("a * b", "a * a * b", "a factor occurs twice"),
        ("a - b", "a - b - b", "a term is counted twice"),
        ("a + x * x", "a + np.sum(x * x)", "values that should stay apart are added up"),
        ("b + x**2", "b + np.abs(x)", "an absolute value takes the place of a power"),
        ("1 - a", "1 - a * x", "there is a factor `x` too many"),
        ("max(a, 0) - min(b, 0)", "min(a, 0) - max(b, 0)", "`min` and `max` are exchanged"),
    ],
)
def test_a_change_that_law_11_does_not_know_is_made_and_described(expression, mutant, kind):
    assert changed(expression)[mutant] == kind


def test_a_variable_on_the_way_is_returned_in_place_of_the_result():
    found = changed("shared / b", before="    shared = a * x\n")

    assert found["shared"] == "the result is returned one step too early"


def test_a_change_is_also_made_at_all_places_of_one_form():
    found = changed("max(a - b, 0) * max(x - b, 0)", used=mutant_recording._USUAL)

    assert found["(a - b) * (x - b)"] == "a limit by `min` or `max` is missing (in several places)"
    assert found["max(a - b, 0) * (x - b)"] == "a limit by `min` or `max` is missing"


def test_no_variable_is_exchanged_within_a_power():
    """An integer to the power of a large integer fills the memory."""
    assert not [text for text in changed("a**2 + b") if "**2" not in text.replace(" ", "") and "**" in text]


def test_a_plain_description_comes_before_a_vague_one():
    kinds = ("a term is missing", "a sum is replaced by a product", "a variable is used in place of another")
    assert sorted(kinds, key=rank) == [*kinds]


@pytest.mark.parametrize(
    "after", ["one\n2wo\nthree", "one\ntwo\nthrees", "on\ntwo\nthree\nfour", "xne\ntwo\nthre"]
)
def test_edits_lead_from_one_text_to_the_other(after):
    before = "one\ntwo\nthree"

    assert StoredMutant("f", "", edits_between(before, after), 1).applied(before) == after


def test_a_record_is_stored_and_loaded(tmp_path):
    mutants = (
        StoredMutant("f", "a term is missing", ((3, 5, "x"),), 6),
        StoredMutant("g", "é", ((1, 1, "'"),), 1),
    )
    record = MutantRecord("bank", "solution", mutants)
    save(record, tmp_path / "f.mutants.json")

    assert load(tmp_path / "f.mutants.json") == record
    assert load(tmp_path / "none.json") is None


def test_a_record_that_would_be_too_long_is_cut_at_its_end():
    record = MutantRecord(
        "bank", "solution", (StoredMutant("f", "a term is missing", ((3, 5, "x" * 90),), 1),) * 1000
    )

    assert MOST_BYTES - 300 < len(dumps(record).encode()) <= MOST_BYTES


ODD = '{"format": 1, "bank": "", "solution": "", "functions": ["f"], "kinds": ["k"], "mutants": [[0, 0, 1, "x"]]}'


@pytest.mark.parametrize("damaged", ["", "[]", '{"format": 0}', '{"format": 1}', "{", ODD])
def test_a_damaged_record_is_as_none(tmp_path, damaged):
    (tmp_path / "f.mutants.json").write_text(damaged)

    assert load(tmp_path / "f.mutants.json") is None


def with_record(subject):
    """The sample kata with the record of its mutants, and the file of it."""
    path = subject.catalog.collection_of(SLUG).mutants(SLUG)
    save(record_mutants(subject), path)
    return exercise(subject.catalog, SLUG), path


def wrong_answers(subject, one):
    """The first mutant in the record, and its answers to the bank."""
    record = load(subject.catalog.collection_of(SLUG).mutants(SLUG))
    mutant = next(each for each in record.mutants if each.function == "row_sums_numpy")
    namespace = {}
    exec(mutant.applied(subject.catalog.solution(SLUG).read_text("utf-8")), namespace)
    return mutant, try_out(one.kata, one.bank, namespace["row_sums_numpy"]).answers


def test_a_record_names_a_mutant_that_no_misconception_is_like(copy):
    subject = copy()
    one, _ = with_record(subject)
    mutant, answers = wrong_answers(subject, one)

    found = diagnose(one.kata, one.bank, answers, subject.plain, one.mutants)

    assert found.strength == "mutant"
    assert found.mistake.message.endswith(f"in which {mutant.kind}.")
    assert diagnose(one.kata, one.bank, answers, subject.plain) is None


def test_on_another_bank_the_mutants_are_tried_one_after_the_other(copy):
    subject = copy()
    one, path = with_record(subject)
    mutant, answers = wrong_answers(subject, one)
    record = load(path)
    others = [StoredMutant(each.function, each.kind, each.edits, 0) for each in record.mutants]
    save(MutantRecord("that of a course", record.solution, tuple(others)), path)

    found = diagnose(one.kata, one.bank, answers, subject.plain, one.mutants)

    assert found.mistake.message.endswith(f"in which {mutant.kind}.")


def test_a_record_of_another_solution_names_nothing(copy):
    subject = copy()
    one, path = with_record(subject)
    _, answers = wrong_answers(subject, one)
    record = load(path)
    save(MutantRecord(record.bank, "another", record.mutants), path)

    assert diagnose(one.kata, one.bank, answers, subject.plain, one.mutants) is None


def test_lint_finds_a_record_that_is_older_than_its_bank(copy):
    subject = copy()
    _, path = with_record(subject)
    record = load(path)

    assert [*mutants_are_recorded(subject)] == []
    save(MutantRecord("older", record.solution, record.mutants), path)

    (message,) = mutants_are_recorded(subject)
    assert "kata lint --write row_sums" in message


def test_the_same_files_give_the_same_record(copy):
    assert dumps(record_mutants(copy())) == dumps(record_mutants(copy()))
