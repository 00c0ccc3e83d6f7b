"""What a statement admits, declared once."""

import numpy as np
import pytest

from gradkata import Kata, arg, inputs
from gradkata.declaring.domain_text import sentence


def domain_of(text, where=None, **declared):
    kata = Kata(text)
    kata.domain(where=where, **declared)
    return kata.admitted


STEP = "step(w: (d), g: (d), lr: ()) -> (d)"


def test_the_sentence_for_the_statement_names_every_argument_and_size_once():
    domain = domain_of(
        STEP, d=arg.size(0, 2000), w=arg.real(-1e6, 1e6), g=arg.real(-1e6, 1e6), lr=arg.real(0, 2)
    )

    assert sentence(domain) == (
        "Input: `d` is from 0 to 2000; `w` and `g` hold numbers from -1e6 to 1e6; `lr` is from 0 to 2."
    )


def test_the_sentence_says_what_else_is_special():
    domain = domain_of(
        "f(x: (n), y: (n), k: i8, z: (n,4)) -> ()",
        n=arg.size(1, 9),
        x=arg.real(also=(np.inf, -np.inf)),
        y=arg.real(-1, 1, least=1e-6),
        k=arg.choice(0, 1),
        z=inputs.boxes(64, grid=1 / 8),
    )

    assert sentence(domain) == (
        "Input: `n` is from 1 to 9; `x` holds finite numbers, inf or -inf; `y` holds numbers from -1 to 1, with "
        "absolute values of at least 1e-6; `k` is 0 or 1; `z` holds boxes [x1, y1, x2, y2] with x1 <= x2, y1 <= y2 "
        "and sides of up to 64, in multiples of 0.125."
    )


@pytest.mark.parametrize(
    ("arguments", "admitted"),
    [
        ((np.zeros(2), np.ones(2), 0.5), True),
        ((np.zeros(0), np.ones(0), 0.5), False),
        ((np.zeros(2), np.full(2, 7.0), 0.5), False),
        ((np.zeros(2), np.ones(2), -0.5), False),
        ((np.zeros(2), np.array([0.0, np.nan]), 0.5), False),
    ],
)
def test_an_input_is_admitted_if_every_size_and_value_is(arguments, admitted):
    domain = domain_of(STEP, d=arg.size(1, 9), w=arg.real(-1, 1), g=arg.real(-1, 1), lr=arg.real(0, 1))

    assert domain.admits(arguments) is admitted


def test_where_refuses_single_inputs():
    domain = domain_of(
        "ratio(a: (), b: ()) -> ()", where=lambda a, b: b != 0, a=arg.real(), b=arg.real(-1, 1)
    )

    assert domain.admits((1.0, 0.5))
    assert not domain.admits((1.0, 0.0))


def test_a_bound_may_depend_on_other_arguments():
    domain = domain_of("places(n: i8, f: i8) -> i8", n=arg.whole(1, 100), f=arg.whole(1, "n+2"))

    assert domain.admits((5, 7))
    assert not domain.admits((5, 8))


def test_a_declared_argument_without_draws_is_drawn_from_its_domain():
    kata = Kata("share(p: (k)) -> ()")
    kata.domain(k=arg.size(1, 5), p=inputs.distributions())
    kata.agreement(points=1)
    from gradkata.drawing.explore import examples

    drawn = [example["p"] for example in examples(kata.properties[0].draws, 60)]

    assert len(drawn) > 5
    assert all(np.isclose(p.sum(), 1) for p in drawn)


@pytest.mark.parametrize(
    ("declared", "message"),
    [
        ({"w": arg.real()}, "the domain of `step` does not declare `g`"),
        ({"n": arg.size(1, 2)}, "has neither an argument nor a size called `n`"),
        (
            {"d": arg.real(), "w": arg.real(), "g": arg.real(), "lr": arg.real()},
            "declares `d` by .* Use arg.size",
        ),
        (
            {"d": arg.size(1, 2), "w": arg.size(1, 2), "g": arg.real(), "lr": arg.real()},
            "declares `w` by .* Use arg.real",
        ),
    ],
)
def test_a_domain_that_does_not_fit_the_signature_is_refused(declared, message):
    with pytest.raises(ValueError, match=message):
        Kata(STEP).domain(**declared)


def test_a_domain_is_declared_before_the_properties():
    kata = Kata("half(x: ()) -> ()")
    kata.agreement(points=1)

    with pytest.raises(ValueError, match=r"declare `kata\.domain` before the properties"):
        kata.domain(x=arg.real())


def test_the_property_on_the_whole_domain_comes_last():
    kata = Kata("half(x: ()) -> ()")
    kata.domain(x=arg.real(), points=1)
    kata.contract(points=1)
    kata.agreement(points=8)

    assert [prop.sort for prop in kata.properties] == ["contract", "agreement", "domain"]
