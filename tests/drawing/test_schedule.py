"""The cases on which a bank asks the whole domain."""

import numpy as np
import pytest

from gradkata import Kata, arg, inputs
from gradkata.drawing.recipes import evaluate
from gradkata.drawing.schedule import schedule


def cases_of(text, where=None, seed="public", **declared):
    kata = Kata(text)
    kata.domain(where=where, **declared)
    found = []
    for case in schedule(kata.admitted, seed):
        found += [case, *case.neighbours]
    return kata.admitted, found


def step():
    return cases_of(
        "step(w: (d), g: (d), lr: ()) -> (d)",
        d=arg.size(0, 1200),
        w=arg.real(-1000, 1000),
        g=arg.real(-1000, 1000),
        lr=arg.real(0, 2),
    )


def test_every_case_is_admitted():
    for domain, cases in (
        step(),
        cases_of("f(x: (n)) -> (n)", n=arg.size(1, 60), x=arg.real(-9, 9, least=1e-6)),
        cases_of("f(h: ()) -> ()", h=arg.real(-1, 1, least=0.01)),
        cases_of("f(p: (n,k)) -> (n)", n=arg.size(1, 60), k=arg.size(2, 60), p=inputs.distributions()),
        cases_of("f(p: (n,k)) -> (n)", n=arg.size(1, 60), k=arg.size(2, 60), p=inputs.one_hot()),
        cases_of("f(b: (n,4)) -> ()", n=arg.size(0, 60), b=inputs.boxes(64, grid=1 / 8)),
        cases_of(
            "f(s: [str], r: [[str]]) -> ()", s=arg.words(0, 90), r=arg.words(0, 90, lists=(1, 4), near="s")
        ),
        cases_of("places(n: i8, f: i8) -> i8", n=arg.whole(1, 2**31), f=arg.whole(1, "n")),
        cases_of(
            "f(labels: i8(n), k: i8) -> (n,k)", n=arg.size(0, 60), k=arg.size(5, 60), labels=arg.whole(0, 4)
        ),
        cases_of("f(x: (T-1,V)) -> ()", T=arg.size(1, 9), V=arg.size(1, 9), x=arg.real(-9, 9, step=2**-10)),
    ):
        assert cases
        for case in cases:
            assert domain.admits(tuple(case.arguments.values())), case


def test_axes_are_short_middling_long_and_as_long_as_is_admitted():
    _, cases = step()
    lengths = {len(case.arguments["w"]) for case in cases}

    assert {20, 45, 1200} <= lengths
    assert any(6 <= length <= 9 for length in lengths)


def test_an_axis_is_long_even_if_numbers_close_to_0_are_not_admitted():
    _, cases = cases_of("f(v: (n)) -> (n)", n=arg.size(1, 1200), v=arg.real(-1000, 1000, least=0.01))

    assert 1200 in {len(case.arguments["v"]) for case in cases}


def test_both_ends_of_every_range_are_asked():
    _, cases = step()

    for name, low, high in (("w", -1000, 1000), ("g", -1000, 1000), ("lr", 0, 2)):
        values = np.concatenate([np.ravel(case.arguments[name]) for case in cases])
        assert (values.min(), values.max()) == (low, high)
        assert ((np.abs(values) > 0) & (np.abs(values) < 1e-4)).any()
        assert any(len(f"{value:.12g}") > 10 for value in values)


def test_there_are_repeated_entries_in_a_long_vector():
    _, cases = step()

    assert any(
        len(set(case.arguments["w"].tolist())) <= 5 for case in cases if len(case.arguments["w"]) == 45
    )


def test_every_argument_of_the_base_case_is_changed_a_little():
    _, cases = step()
    base, *others = cases
    changed = {
        tuple(
            name for name in base.arguments if not np.array_equal(base.arguments[name], case.arguments[name])
        )
        for case in others
        if case.reason == "a neighbour"
    }

    assert {("w",), ("g",), ("lr",)} <= changed


def test_a_whole_number_beside_a_long_axis_is_small_and_as_large_as_it_may_be():
    _, cases = cases_of(
        "windows(x: (n), f: i8, s: i8) -> ((n-f)//s+1)",
        n=arg.size(1, 1200),
        x=arg.real(-9, 9),
        f=arg.whole(1, "n"),
        s=arg.whole(1, 10),
    )
    every = [each for case in cases for each in (case, *case.alternatives)]

    assert {45, 1200} <= {each.arguments["f"] for each in every}
    assert any(100 < each.arguments["f"] < 1200 for each in every)
    assert any(len(each.arguments["x"]) == 1200 and each.arguments["s"] == 1 for each in every)


def test_beside_the_longest_window_an_entry_in_the_middle_is_the_largest():
    _, cases = cases_of(
        "windows(x: (n), f: i8) -> (n-f+1)",
        n=arg.size(1, 1200),
        x=arg.real(-9, 9),
        f=arg.whole(1, "n"),
    )
    neighbours = [each for case in cases for each in case.neighbours if each.arguments["f"] == 1200]

    assert [int(np.argmax(each.arguments["x"])) for each in neighbours] == [600]


def test_a_long_case_has_alternatives():
    _, cases = step()

    assert all(case.alternatives for case in cases if len(case.arguments["w"]) in (20, 45))


def test_long_arrays_are_recipes():
    _, cases = step()
    large = [case for case in cases if len(case.arguments["w"]) == 1200]

    assert large
    for case in large:
        for name in ("w", "g"):
            np.testing.assert_array_equal(evaluate(case.recipes[name]), case.arguments[name])


def test_the_same_seed_gives_the_same_cases_and_another_one_others():
    texts = [[repr(case.arguments) for case in step()[1]] for _ in range(2)]
    other = cases_of("f(x: (n)) -> (n)", seed="other", n=arg.size(1, 60), x=arg.real())[1]
    public = cases_of("f(x: (n)) -> (n)", n=arg.size(1, 60), x=arg.real())[1]

    assert texts[0] == texts[1]
    assert repr(other[0].arguments) != repr(public[0].arguments)


def test_input_that_where_refuses_is_not_asked():
    _, cases = cases_of(
        "f(x: (n,m)) -> ()",
        where=lambda x: x.size <= 12,
        n=arg.size(1, 9),
        m=arg.size(1, 9),
        x=arg.real(-1, 1),
    )

    assert max(case.arguments["x"].size for case in cases) <= 12
    assert max(len(case.arguments["x"]) for case in cases) == 9


@pytest.mark.parametrize("kind", ["f: () -> ()", "f: (),() -> ()"])
def test_a_function_needs_no_declaration(kind):
    _, cases = cases_of(f"at({kind}, x: ()) -> ()", x=arg.real(-2, 2))

    assert all(callable(case.arguments["f"]) for case in cases)


def test_a_neighbour_of_a_base_case_that_is_a_recipe_has_other_entries_with_the_same_sum():
    _, cases = cases_of("sums(x: (n,d)) -> (n)", n=arg.size(6, 90), d=arg.size(6, 90), x=arg.real(-9, 9))
    base = cases[0]
    entries = base.arguments["x"]
    others = [each.arguments["x"] for group in base.neighbours for each in group.neighbours]

    assert base.recipes
    assert any(each.sum() == entries.sum() and (each != entries).sum() == 2 for each in others)
