"""Where a wrong answer without a name is wrong, in sentences that are true of all calls."""

import numpy as np
from small_katas import answers_of

from gradkata import Kata, arg
from gradkata.comparing.digest import digest_of
from gradkata.drawing.bank import Bank, Call, Case
from gradkata.judging.likeness import Probes
from gradkata.judging.where_wrong import Shown, sentences


def scaled(x, factor, shift):
    return factor * x + shift


FREE = "scaled(x: (n), factor: (), shift: ()) -> (?k)"


def asked(function, kata=None, right=scaled, shown=()):
    """The sentences on an answer to calls with arrays of 1 to 8 entries, and factors from -2 to 3."""
    kata = kata or declared()
    calls = []
    for size in range(1, 9):
        for factor in (-2.0, 1.0, 3.0):
            arguments = (np.arange(size) - 1.5, factor, 0.5)
            calls.append(Call(arguments, right(*arguments)))
    bank = Bank("maths/scaled", "", tuple(calls), (Case("agrees_on_ordinary_input", (0,)),), {})
    return sentences(kata, bank.calls, Probes(kata, bank, answers_of(kata, bank, function)), shown)


def declared(signature="scaled(x: (n), factor: (), shift: ()) -> (n)"):
    kata = Kata(signature)
    kata.domain(n=arg.size(1, 8), x=arg.real(-9, 9), factor=arg.real(-9, 9), shift=arg.real(-9, 9))
    kata.agreement(points=10)
    return kata


def test_the_least_size_that_is_wrong_is_named():
    found = asked(lambda x, factor, shift: scaled(x, factor, shift) + (len(x) >= 5))

    assert found == ("It is wrong in all 12 calls in which `n` is 5 or more, and right in the 12 others.",)


def test_a_sentence_is_true_of_the_calls_that_a_report_shows():
    def wrong(x, factor, shift):
        return scaled(x, factor, shift) + (len(x) >= 6)

    assert asked(wrong)[0].startswith("It is wrong in all 9 calls in which `n` is 6 or more")
    assert asked(wrong, shown=[shown_by(wrong, np.zeros(4), 1.0, 0.5)])[0] == (
        "It is wrong only in calls in which `n` is 4 or more: in 9 of these 15; it is right in the 9 others."
    )


def test_a_direction_is_named_only_if_the_calls_that_a_report_shows_have_it():
    def wrong(x, factor, shift):
        return scaled(x, factor, shift) + (1 if factor else -1)

    assert asked(wrong) == ("In all 24 calls with a wrong result, each entry that is wrong is too large.",)
    assert asked(wrong, shown=[shown_by(wrong, np.zeros(2), 0.0, 0.5)]) == ()


def test_results_are_called_right_only_if_the_calls_that_a_report_shows_have_them_right():
    kata = declared("scaled(x: (n), factor: (), shift: ()) -> (n), ()")

    def two(x, factor, shift):
        return x + shift, factor

    def wrong(x, factor, shift):
        return x - shift, factor or 7.0

    (sentence,) = asked(wrong, kata, two)[:1]
    assert sentence == "Of the 2 results, 2 is right in every call; 1 is wrong."
    arguments = (np.zeros(2), 0.0, 0.5)
    shown = [Shown(arguments, wrong(*arguments), two(*arguments))]
    assert not any("right in every call" in each for each in asked(wrong, kata, two, shown=shown))


def shown_by(function, *arguments):
    """A call that a report shows, of an answer with one result."""
    return Shown(arguments, (function(*arguments),), (scaled(*arguments),))


def test_the_sign_of_a_number_is_named():
    found = asked(lambda x, factor, shift: scaled(x, abs(factor), shift))

    assert found == ("It is wrong in all 8 calls in which `factor` is negative, and right in the 16 others.",)


def test_a_condition_may_hold_for_some_right_answers_as_well():
    found = asked(
        lambda x, factor, shift: scaled(x, factor, shift) + (len(x) >= 4 and factor > 0 and x[0] < 0)
    )

    assert found == (
        "It is wrong only in calls in which `n` is 4 or more: in 10 of these 15; it is right in the 9 others.",
    )


def test_an_argument_without_effect_is_named():
    found = asked(lambda x, factor, shift: 2 * x + shift)

    assert found[0] == (
        "In 16 pairs of calls that differ in `factor` alone, it returns the same twice; the right answers differ."
    )


def test_the_wrong_ones_of_several_results_are_named():
    kata = declared("scaled(x: (n), factor: (), shift: ()) -> (n), (), (n)")

    def three(x, factor, shift):
        return x + shift, factor, scaled(x, factor, shift)

    def wrong(x, factor, shift):
        return x + shift, factor, x - shift

    assert asked(wrong, kata, three)[0] == "Of the 3 results, 1 and 2 are right in every call; 3 is wrong."


def test_the_direction_of_an_answer_that_is_wrong_everywhere_is_named():
    larger = asked(lambda x, factor, shift: scaled(x, factor, shift) + 1)
    longer = asked(lambda x, factor, shift: np.append(scaled(x, factor, shift), 0), declared(FREE))
    shorter = asked(lambda x, factor, shift: scaled(x, factor, shift)[1:], declared(FREE))

    assert larger == ("In all 24 calls with a wrong result, each entry that is wrong is too large.",)
    assert longer == ("In all 24 calls with a wrong result, it has more entries than the right one.",)
    assert shorter == ("In all 24 calls with a wrong result, it has fewer entries than the right one.",)


def test_the_right_entries_in_another_order_are_named():
    assert asked(lambda x, factor, shift: scaled(x, factor, shift)[::-1]) == (
        "In all 21 calls with a wrong result, it has the right entries in another order.",
    )


def test_long_answers_that_the_bank_holds_in_short_are_not_counted():
    found = asked(
        lambda x, factor, shift: scaled(x, factor, shift) + 1, right=lambda *given: _in_short(scaled(*given))
    )

    assert found == (
        "In the 15 calls with a wrong result that are compared entry by entry, each entry that is wrong is too large.",
    )


def _in_short(answer):
    return digest_of(answer) if len(answer) > 5 else answer


def test_nothing_is_said_of_an_answer_that_is_wrong_everywhere_in_both_directions():
    assert asked(lambda x, factor, shift: scaled(x, factor, shift) + np.where(x > 0, 1, -1)) == ()


def test_nothing_is_said_of_a_right_answer():
    assert asked(scaled) == ()


def test_nothing_is_said_where_an_exception_says_it():
    assert asked(lambda x, factor, shift: scaled(x, factor, shift) if len(x) < 5 else x[99]) == ()
