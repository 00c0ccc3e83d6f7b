"""Every broken law of a kata is reported: which law, what is wrong, and what to do."""

import json

import numpy as np
import pytest
from sample_kata import BANK, GRADER, SLUG, SOLUTION, STUB, SYLLABUS

from gradkata.authoring import bank_laws
from gradkata.authoring.bank_builder import make_bank
from gradkata.authoring.bank_laws import bank_is_fresh, bank_is_small, right_answers_stay_right
from gradkata.authoring.laws import LAWS, check, mutants_are_killed, right_answers_earn_all, stray_files
from gradkata.authoring.statement_laws import examples_hold, prerequisites_come_earlier
from gradkata.authoring.subject import Subject
from gradkata.drawing.bank import Bank, Call, Case, save


@pytest.fixture(autouse=True)
def few_draws(monkeypatch):
    """New examples take longer than all other laws: most tests need only a tenth of them."""
    monkeypatch.setattr(bank_laws, "TIMES", 1)


def test_the_sample_breaks_no_law(whole):
    assert check(whole) == []


# What is spoiled: file, passage and its replacement; then the law and all its messages.
READ = {
    "a syntax error in the stub": (
        STUB, "def row_sums(x):", "def row_sums(x)", 2,
        [f"{STUB} cannot be read (SyntaxError: expected ':' ({{root}}/{STUB}, line 24)). Fix it."]),
    "a grader without a kata": (
        GRADER, "kata = Kata(\"row_sums(", "kata = Kata(\"row_sum(", 2,
        [f"{GRADER} cannot be read (LookupError: graders/{SLUG}.py assigns no `kata = Kata('row_sums(...) -> "
         "...')`). Fix it."]),
    "two properties of one name": (
        GRADER, "kata.contract(points=1)", "kata.contract(points=1)\nkata.contract(points=1)", 2,
        [f"{GRADER} cannot be read (ValueError: row_sums: there are two properties called "
         "`keeps_its_contract` ({root}/" + f"{GRADER}, line 12)). Fix it."]),
    "a solution that cannot be imported": (
        SOLUTION, "import numpy as np", "import numpy as np\nimport nunba", 2,
        [f"{SOLUTION} cannot be read (ModuleNotFoundError: No module named 'nunba' ({{root}}/{SOLUTION}, line 4)). "
         "Fix it."]),
    "no reference": (
        SOLUTION, "def row_sums(x)", "def sums(x)", 2,
        ["there is no reference `row_sums`. Write it in solutions/maths/row_sums.py."]),
    "no plain answer": (
        SOLUTION, "def row_sums_numpy(x)", "def row_sums_plain(x)", 2,
        ["there is no plain answer `row_sums_numpy`. Write it in solutions/maths/row_sums.py."]),
    "a stub of another name": (
        STUB, "def row_sums(x)", "def rowsums(x)", 2,
        ["the stub defines no function `row_sums`. Define it there."]),
    "a stub with another parameter": (
        STUB, "def row_sums(x)", "def row_sums(y)", 2,
        ["the stub's parameters are not those of `row_sums(x: (n,d)) -> (n)`. Write `def row_sums(x):` there."]),
    "a stub with a default that nobody declared": (
        STUB, "def row_sums(x)", "def row_sums(x=None)", 2,
        ["the stub's parameters are not those of `row_sums(x: (n,d)) -> (n)`. Write `def row_sums(x):` there."]),
    "a right answer with another parameter": (
        SOLUTION, "def row_sums_product(x)", "def row_sums_product(x, axis=1)", 2,
        ["the parameters of `row_sums_product` are not those of `row_sums(x: (n,d)) -> (n)`. "
         "Write `def row_sums_product(x):`."]),
    "a statement without a title": (
        STUB, "# Sums of rows", "Sums of rows", 2,
        ["the statement lacks a title in its first line (`# Intersection over union`). "
         "Add it to the stub's docstring."]),
    "a statement without a formula": (
        STUB, "$$s_i = \\sum_j x_{ij}$$", "One sum a row.", 2,
        ["the statement lacks a formula between `$$`. Add it to the stub's docstring."]),
    "a statement without conventions": (
        STUB, "## Conventions", "## Else", 2,
        ["the statement lacks a section `## Conventions` that settles open questions (ties, empty input, dtype). "
         "Add it to the stub's docstring."]),
    "a statement without an example": (
        STUB, "    >>> row_sums(np.array([[1.0, 2.0], [3.0, 4.5]]))\n    array([3. , 7.5])", "Later.", 2,
        ["the statement lacks a worked example as a doctest. Add it to the stub's docstring."]),
    "a statement without a source": (
        STUB, "## Source", "## Thanks", 2,
        ["the statement lacks a section `## Source` with a paper or textbook and the place in it. "
         "Add it to the stub's docstring."]),
    "a statement that builds on no kata": (
        STUB, "# Sums of rows\n", "# Sums of rows\n\nBuilds on `dot`.\n", 2,
        ["it builds on `dot`, which is not a kata of the syllabus. Name another, or delete it."]),
    "a statement that builds on itself": (
        STUB, "# Sums of rows\n", "# Sums of rows\n\nBuilds on `row_sums`.\n", 2,
        ["it builds on itself. Name another kata, or delete the line."]),
    "a line on prerequisites of another form": (
        STUB, "# Sums of rows\n", "# Sums of rows\n\nBuilds on dot products.\n", 2,
        ["the line `Builds on dot products.` cannot be read. Write one line in this form: "
         "Builds on `iou` and `nms`."]),
    "a stub that does not say what it returns": (
        STUB, '    """Sum each row of `x`."""\n', "", 2,
        ["the stub's function has no docstring. Say in one line what it returns."]),
    "a stub that is solved": (
        STUB, "raise NotImplementedError", "return x.sum(axis=1)", 3,
        ["the stub does more than `raise NotImplementedError`. Leave the work to the student."]),
    "a stub that is solved before it raises": (
        STUB, "    raise", "    return x.sum(axis=1)\n    raise", 3,
        ["the stub does more than `raise NotImplementedError`. Leave the work to the student."]),
    "a stub that imports Numba": (
        STUB, "import numpy as np", "import numba\nimport numpy as np", 3,
        ["the stub imports numba. A student starts from NumPy alone."]),
    "a worked example with a wrong number": (
        STUB, "7.5])", "8.5])", 5,
        ["the statement says that `row_sums(np.array([[1.0, 2.0], [3.0, 4.5]]))` gives array([3. , 8.5]), "
         "not [3.  7.5]. Fix one of them."]),
    "a worked example of another shape": (
        STUB, "array([3. , 7.5])", "array([3.0])", 5,
        ["the statement says that `row_sums(np.array([[1.0, 2.0], [3.0, 4.5]]))` gives array([3.0]), "
         "not [3.  7.5]. Fix one of them."]),
    "a worked example that raises": (
        STUB, ">>> row_sums(np.array([[", ">>> row_sums(np.arry([[", 5,
        ["the statement's example `row_sums(np.arry([[1.0, 2.0], [3.0, 4.5]]))` stops with AttributeError: "
         "module 'numpy' has no attribute 'arry'. Fix it."]),
    "points that sum to 9": (
        GRADER, "kata.agreement(points=7)", "kata.agreement(points=6)", 10,
        ["its points add up to 9, not to 10. Write `kata.agreement(points=7)`."]),
    "no hint": (
        GRADER, 'kata.hints("How many numbers come out?")\n', "", 10,
        ['it has no hint. Add at least one helpful question: `kata.hints("...?")`.']),
}  # fmt: skip


def test_an_example_may_print_as_many_decimals_as_numpy_does(spoil):
    subject = spoil(
        STUB,
        "[[1.0, 2.0], [3.0, 4.5]]))\n    array([3. , 7.5])",
        "[[1.0, 1.0], [0.0, 2 / 3]]))\n    array([2.        , 0.66666667])",
    )

    assert list(examples_hold(subject)) == []


def test_a_kata_without_misconceptions_is_named(spoil):
    subject = spoil(
        GRADER, "@kata.misconception\ndef sums_columns", "kata.misconception = callable\ndef sums_columns"
    )

    assert "it has fewer than three misconceptions. Add mistakes that occur in practice." in [
        fault.message for fault in check(subject, redraw=False, sandboxed=False)
    ]


@pytest.mark.parametrize("name", READ)
def test_a_broken_law_is_reported(spoil, name):
    file, old, new, law, messages = READ[name]

    subject = spoil(file, old, new)

    faults = check(subject, redraw=False, sandboxed=False)

    messages = [message.replace("{root}", str(subject.catalog.roots[0])) for message in messages]
    assert [(law, message) for message in messages] == [(fault.law, fault.message) for fault in faults]


@pytest.mark.parametrize(("syllabus", "messages"), [
    (["maths/dot", SLUG], []),
    ([SLUG, "maths/dot"],
     ["it builds on `dot`, which comes later in katas/syllabus.toml. Move one of them."]),
])  # fmt: skip
def test_what_a_kata_builds_on_comes_earlier_in_the_syllabus(spoil, syllabus, messages):
    subject = spoil(STUB, "# Sums of rows\n", "# Sums of rows\n\nBuilds on `dot`.\n")
    text = f'[[chapter]]\ntitle = "Maths"\nkatas = {json.dumps(syllabus)}\n'
    subject.catalog.collections[0].syllabus.write_text(text)

    assert messages == list(prerequisites_come_earlier(subject))


def messages_of(subject, law):
    """The messages of one law on a kata whose bank is up to date."""
    bank = make_bank(SLUG, subject.kata, subject.truth, subject.wrong_answers)
    save(bank, subject.catalog.bank(SLUG))
    return list(LAWS[law](Subject(subject.catalog, SLUG)))


MISCONCEPTION = "@kata.misconception\ndef takes_means"


def test_a_misconception_that_equals_another_is_named_with_it(spoil):
    twin = '@kata.misconception\ndef averages(x):\n    """You average."""\n    return takes_means(x)\n\n\n'

    messages = messages_of(spoil(GRADER, MISCONCEPTION, twin + MISCONCEPTION), 6)

    both = (
        "is diagnosed as `averages` and `takes_means`. Merge the two, or add input that distinguishes them."
    )
    assert [f"misconception `averages` {both}", f"misconception `takes_means` {both}"] == messages


def test_a_misconception_that_is_right_is_named(spoil):
    right = '@kata.misconception\ndef adds(x):\n    """You add."""\n    return x.sum(axis=1)\n\n\n'

    messages = messages_of(spoil(GRADER, MISCONCEPTION, right + MISCONCEPTION), 6)

    assert [
        "misconception `adds` loses no point. It also agrees with the right answer on all new examples: make it "
        "wrong, or delete it."
    ] == messages


def test_a_property_that_nothing_fails_is_named(spoil):
    same_again = "    same(row_sums(2 * x), 2 * row_sums(x))"

    messages = messages_of(spoil(GRADER, same_again, "    same(x, x)"), 7)

    assert [
        "no wrong answer fails property `is_linear`. Add a misconception that fails it, with "
        "`@kata.misconception`, or delete the property."
    ] == messages


def test_points_for_mistakes_that_the_core_finds_anyway_are_refused(spoil):
    messages = messages_of(spoil(GRADER, "@kata.property(points=0)", "@kata.property(points=2)"), 7)

    assert [
        "property `is_linear` earns points, but every wrong answer that fails it fails the core as well, and the "
        "core alone decides about them. Write points=0 for it, and add its 2 to `kata.agreement(points=...)`. It is "
        "still checked, and its failure still explained."
    ] == messages


def test_a_trivial_answer_that_earns_more_than_one_point_is_named(spoil):
    messages = messages_of(spoil(GRADER, "kata.contract(points=1)", "kata.contract(points=3)"), 9)

    remedy = "earns 3 points, and may earn 1. Write `kata.contract(points=1)`, and add the rest to `kata.agreement`."
    assert {f"the trivial answer `{name}` {remedy}" for name in ("zeros", "ones", "constant")} == set(
        messages
    )


RIGHT = "    return x @ np.ones(x.shape[1])"


def right_answers(spoil, body):
    """The sample whose third right answer has another body."""
    return spoil(SOLUTION, RIGHT, "    " + body)


@pytest.mark.parametrize(
    ("body", "earned"),
    [
        ("return x.sum(axis=0)", "0 of 10 and fails `keeps_its_contract`, `agrees_on_ordinary_input`, "),
        (
            "return x[:, 0] + x[:, 1:].sum(axis=1)",
            "8 of 10 and fails `a_row_without_entries_sums_to_0`, ",
        ),
        ("x *= 2; return x.sum(axis=1) / 2", "9 of 10 and fails `keeps_its_contract` on row_sums("),
        ("raise NotImplementedError", "0 of 10 and fails `keeps_its_contract`, "),
    ],
    ids=["columns", "an edge", "a changed argument", "nothing"],
)
def test_a_right_answer_that_is_wrong_is_named_with_what_it_fails(spoil, body, earned):
    (message,) = right_answers_earn_all(right_answers(spoil, body))

    assert message.startswith(f"the right answer `row_sums_product` earns {earned}")
    assert message.endswith(". Correct the answer, or the grader.")


def test_new_examples_reveal_a_right_answer_that_only_fits_the_bank(spoil, whole, monkeypatch):
    monkeypatch.setattr(bank_laws, "TIMES", 10)
    largest = max(np.abs(call.arguments[0]).sum() for call in whole.bank.calls)
    subject = right_answers(spoil, f"return x.sum(axis=1) + (np.abs(x).sum() > {largest})")

    assert list(right_answers_earn_all(subject)) == []
    (message,) = [each for each in right_answers_stay_right(subject) if "new example" in each]
    assert message.startswith(
        "the right answer `row_sums_product` fails `agrees_on_the_whole_domain` on a new"
    )


LAYOUTS = {
    "float32": "assert x.dtype == np.float64; return x.sum(axis=1)",
    "Fortran-ordered": "return x.ravel('K').reshape(x.shape).sum(axis=1)",
    "read-only": "x += 0; return x.sum(axis=1)",
    "non-contiguous": "assert x.flags.forc or x.size < 2; return x.sum(axis=1)",
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_right_answer_that_fails_on_one_layout_is_named_with_it(spoil, layout):
    messages = list(right_answers_stay_right(right_answers(spoil, LAYOUTS[layout])))

    failures = [message for message in messages if f"is wrong on {layout} input" in message]
    assert len(failures) == 1
    assert failures[0].startswith("the right answer `row_sums_product` ")
    assert failures[0].endswith(bank_laws.ADVICE[layout])
    assert len(messages) == 1


def test_numbers_that_float32_cannot_hold_are_no_input_of_that_layout(spoil, monkeypatch):
    subject = right_answers(spoil, "return x.sum(axis=1) + np.where(np.isinf(x).any(axis=1), np.nan, 0.0)")
    call = Call((np.array([[1e300]]),), np.array([1e300]))
    bank = Bank(subject.slug, "", (call,), (Case("agrees_on_ordinary_input", (0,)),), {})
    subject.__dict__["bank"] = bank  # in the place of the one on disk
    monkeypatch.setattr(bank_laws, "fresh_draws", lambda _: [])

    assert list(right_answers_stay_right(subject)) == []


def test_a_mutant_that_survives_is_shown_as_a_diff(spoil):
    subject = spoil(SOLUTION, "sums = np.zeros(len(x))", "sums = np.zeros(len(x)) * 1")

    messages = list(mutants_are_killed(subject))

    assert messages
    for message in messages:
        assert message.startswith("mutant `row_sums_numpy: ")
        assert "-    sums = np.zeros(len(x)) * 1\n+" in message
        name = message.removeprefix("mutant `").partition("` earns")[0]
        assert message.endswith(f"record it:\nkata.equivalent({name!r}, reason='...')")


def test_a_mutant_that_is_recorded_as_equivalent_is_accepted(spoil):
    subject = spoil(SOLUTION, "sums = np.zeros(len(x))", "sums = np.zeros(len(x)) * 1")
    survivors = [name for name, trial in subject.mutant_trials.items() if trial.score == 10]

    for name in survivors:
        subject.kata.equivalent(name, reason="zero times anything is zero")

    assert list(mutants_are_killed(subject)) == []


def recorded(spoil, name):
    line = f"kata.equivalent({name!r}, reason='no input distinguishes it')\n"
    return list(mutants_are_killed(spoil(GRADER, "kata.contract(", line + "kata.contract(")))


def test_a_record_of_a_mutant_that_loses_points_is_refused(spoil, whole):
    name = next(iter(whole.mutants))

    assert [f"mutant `{name}` is recorded as equivalent, but loses points. Delete the record."] == recorded(
        spoil, name
    )


def test_a_record_of_no_mutant_is_refused(spoil):
    message = (
        "`row_sums_numpy: swap x` is recorded as equivalent, but there is no such mutant. Delete the record."
    )

    assert [message] == recorded(spoil, "row_sums_numpy: swap x")


@pytest.mark.parametrize("file", [GRADER, SOLUTION])
def test_a_bank_that_is_older_than_a_file_is_stale(spoil, file):
    messages = list(bank_is_fresh(spoil(file, "import numpy as np", "import numpy as np  # newer")))

    assert [f"its bank is older than {file}. Create it again with `kata lint --write row_sums`."] == messages


def test_a_bank_with_a_changed_answer_was_edited(spoil, whole):
    line = json.dumps(whole.bank.calls[0].answer.tolist())
    text = whole.catalog.bank(SLUG).read_text("utf-8")
    first = f'"answer": {{"f8": {line}}}'
    at = text.index(first)

    subject = spoil(BANK, text[: at + len(first)], text[:at] + '"answer": {"f8": [99.0]}')

    assert "its bank was edited by hand. Create it again with `kata lint --write row_sums`." in list(
        bank_is_fresh(subject)
    )


def test_a_bank_of_another_seed_is_not_the_public_one(copy, whole):
    subject = copy()
    other = make_bank(SLUG, whole.kata, whole.truth, whole.wrong_answers, "another")
    save(
        type(other)(SLUG, "public", other.calls, other.cases, whole.bank.made_by), subject.catalog.bank(SLUG)
    )

    messages = list(bank_is_fresh(Subject(subject.catalog, SLUG)))

    assert [
        "drawing its bank again gives a different bank. Create it again with `kata lint --write row_sums`."
    ] == messages


def test_a_bank_that_is_too_big_is_refused(spoil):
    subject = spoil(BANK, '  "calls": [', '  "calls": [' + " " * (64 << 10))

    size = subject.catalog.bank(SLUG).stat().st_size
    calls = len(subject.bank.calls)
    limits = "the limits are 240 calls and 65536 bytes. Draw smaller input."
    assert [f"its bank holds {calls} calls in {size} bytes; {limits}"] == list(bank_is_small(subject))


def test_a_missing_bank_is_one_fault_and_not_an_error(copy):
    subject = copy()
    subject.catalog.bank(SLUG).unlink()

    (fault,) = check(subject)

    assert (fault.law, fault.message) == (
        10,
        "row_sums.bank.json is missing. Create it with `kata lint --write row_sums`.",
    )


@pytest.mark.parametrize("file", [STUB, SOLUTION, GRADER])
def test_a_missing_file_is_named(copy, file):
    subject = copy()
    (subject.catalog.roots[0] / file).unlink()

    (fault,) = check(subject)

    assert (fault.law, fault.message) == (
        1,
        f"{file} is missing. A kata consists of three files of the same name.",
    )


def test_a_kata_that_the_syllabus_does_not_name_is_reported(spoil):
    subject = spoil(SYLLABUS, '["maths/row_sums"]', "[]")

    (fault,) = check(subject)

    assert (fault.law, fault.message) == (
        1,
        'it is not in katas/syllabus.toml. Add "maths/row_sums" to the katas of its chapter there.',
    )


def strays(subject):
    return stray_files(subject.catalog.collections[0])


def test_the_sample_has_no_stray_file(whole):
    assert strays(whole) == []


@pytest.mark.parametrize("folder", ["katas", "solutions", "graders"])
def test_a_stray_file_is_named(copy, folder):
    subject = copy()
    (subject.catalog.roots[0] / folder / "maths" / "extra.py").write_text("")

    assert [f"{folder}/maths/extra.py is not in the syllabus. Add it there, or delete it."] == strays(subject)


def test_a_helper_is_not_a_stray_file(copy):
    subject = copy()
    (subject.catalog.roots[0] / "graders" / "maths" / "_helper.py").write_text("")

    assert strays(subject) == []


def test_the_bank_of_a_deleted_kata_is_named(copy):
    subject = copy()
    (subject.catalog.roots[0] / "graders" / "maths" / "gone.bank.json").write_text("{}")

    assert ["graders/maths/gone.bank.json belongs to no kata. Delete it."] == strays(subject)


def test_a_kata_that_the_syllabus_names_twice_is_reported(spoil):
    subject = spoil(SYLLABUS, '["maths/row_sums"]', '["maths/row_sums", "maths/row_sums"]')

    assert ["maths/row_sums is in the syllabus 2 times. Keep one of these lines."] == strays(subject)


def test_the_effort_of_a_kata_that_the_syllabus_does_not_list_is_reported(copy):
    subject = copy()
    with (subject.catalog.roots[0] / SYLLABUS).open("a") as file:
        file.write('[effort]\n"maths/row_sum" = { difficulty = 1, minutes = 10 }\n')

    assert [
        "maths/row_sum has an effort in the syllabus, but is no kata of it. Correct or delete the line."
    ] == (strays(subject))


def test_two_katas_of_one_short_name_are_reported(spoil):
    subject = spoil(SYLLABUS, '["maths/row_sums"]', '["maths/row_sums", "classic/row_sums"]')

    assert [
        f"{chapter}/row_sums: another kata has the same short name. Rename one of them."
        for chapter in ("classic", "maths")
    ] == strays(subject)
