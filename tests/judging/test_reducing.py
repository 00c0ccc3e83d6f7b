"""A failing input of the whole domain becomes smaller."""

import numpy as np

from gradkata import Kata, arg
from gradkata.judging.reducing import reduced


def reduce(text, arguments, is_wrong, where=None, **declared):
    kata = Kata(text)
    kata.domain(where=where, **declared)
    asked = []

    def fails(batch):
        asked.extend(batch)
        return next((i for i, each in enumerate(batch) if is_wrong(*each)), None)

    found = reduced(kata.admitted, arguments, fails)
    assert all(kata.admitted.admits(each) for each in asked)
    assert len(asked) < 400
    return found


SPREAD = np.arange(45) * 0.618 % 1 * 6 - 3


def test_an_answer_that_fails_from_size_9_on_is_shown_on_nine_zeros():
    (x,) = reduce("f(x: (n)) -> (n)", (SPREAD,), lambda x: len(x) >= 9, n=arg.size(0, 60), x=arg.real(-9, 9))

    assert x.tolist() == [0.0] * 9


def test_an_answer_that_rounds_is_shown_on_one_number():
    (x,) = reduce(
        "f(x: (n)) -> (n)",
        (SPREAD + 0.00123,),
        lambda x: not np.allclose(x, np.round(x, 2), rtol=0, atol=1e-9),
        n=arg.size(1, 60),
        x=arg.real(-9, 9),
    )

    assert len(x) == 1


def test_two_arrays_of_one_size_become_shorter_together():
    w, g = reduce(
        "f(w: (d), g: (d)) -> (d)",
        (SPREAD, SPREAD[::-1].copy()),
        lambda w, g: len(g) > 3 and w[-1] != 0,
        d=arg.size(0, 60),
        w=arg.real(-9, 9),
        g=arg.real(-9, 9),
    )

    assert (len(w), len(g)) == (4, 4)
    assert g.tolist() == [0.0] * 4


def test_sizes_that_the_domain_does_not_admit_are_not_asked():
    (x,) = reduce("f(x: (n)) -> (n)", (SPREAD,), lambda x: True, n=arg.size(3, 60), x=arg.real(-9, 9))

    assert len(x) == 3


def test_sentences_become_shorter():
    words, lists = reduce(
        "f(words: [str], lists: [[str]]) -> ()",
        (["a"] * 30, [["b"] * 30] * 3),
        lambda words, lists: len(words) > 10,
        words=arg.words(0, 40),
        lists=arg.words(0, 40, lists=(1, 4)),
    )

    assert (len(words), lists) == (11, [[]])


def test_what_cannot_be_made_smaller_stays():
    x = np.array([0.5])
    (same,) = reduce(
        "f(x: (n)) -> (n)", (x,), lambda y: y.tolist() == [0.5], n=arg.size(1, 60), x=arg.real(-9, 9)
    )

    assert same is x
