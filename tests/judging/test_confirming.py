"""A failure is shown as it occurs in a fresh process, or with the calls after which it occurs."""

from itertools import chain, repeat

import pytest
from small_katas import half, halves

from gradkata.drawing.bank import Call
from gradkata.judging.answers import observe
from gradkata.judging.confirming import confirmed
from gradkata.judging.verdicts import Failure, Verdict

CALLS = [Call((x,), x / 2) for x in range(12)]


class Process:
    """A conversation with a function that is made anew for each process."""

    def __init__(self, kata, make, log):
        self.kata, self.function, self.log = kata, make(), log
        log.append([])

    def ask(self, arguments):
        self.log[-1].append(arguments)
        return observe(self.function, self.kata.signature, arguments)

    def close(self):
        pass


def found_again(make, got, x=11):
    """The verdict on a wrong answer to x that was found among other calls, and the calls of each process."""
    kata, log = halves(), []
    prop = next(each for each in kata.properties if each.sort == "agreement")
    known = [Verdict(prop, "wrong", Failure("wrong", (x,), got, x / 2))]
    [verdict] = confirmed(kata, CALLS, known, known, lambda: Process(kata, make, log))
    return verdict, log


def test_a_failure_that_occurs_alone_costs_one_process():
    verdict, log = found_again(lambda: lambda x: x / 2 + 1, 6.5)

    assert [[(11,)]] == log
    assert (6.5, (), False) == (verdict.failure.got, verdict.failure.earlier, verdict.failure.remembers)


def test_what_is_shown_is_what_a_fresh_process_returns():
    verdict, _ = found_again(lambda: lambda x: x / 2 + 1, 99.0)

    assert 6.5 == verdict.failure.got


def after(count):
    """A function that is wrong once it has answered some calls."""

    def make():
        asked = []

        def function(x):
            asked.append(x)
            return x / 2 + (len(asked) > count)

        return function

    return make


@pytest.mark.parametrize(
    ("count", "shown", "left_out"), [(1, [11, 11], 0), (7, [*range(4, 12)], 0), (9, [*range(4, 12)], 4)]
)  # fmt: skip
def test_a_failure_after_other_calls_is_shown_with_the_fewest(count, shown, left_out):
    verdict, _ = found_again(after(count), 6.5)
    failure = verdict.failure

    assert failure.remembers
    assert shown == [*(made.arguments[0] for made in failure.earlier), *failure.arguments]
    assert left_out == failure.left_out
    assert "remembers from call to call" in failure.relation


def test_a_failure_that_does_not_occur_again_is_said_to_depend_on_chance():
    verdict, _ = found_again(lambda: half, 6.5)

    assert ("wrong", 6.5, False) == (verdict.outcome, verdict.failure.got, verdict.failure.remembers)
    assert "depends on chance" in verdict.failure.message


@pytest.mark.parametrize("outcome", ["timeout", "memory"])
def test_a_call_that_exceeded_a_limit_is_not_repeated(outcome):
    kata, log = halves(), []
    known = [Verdict(kata.properties[0], outcome, Failure(outcome, (11,)))]

    assert known == confirmed(kata, CALLS, known, known, lambda: Process(kata, lambda: half, log))
    assert [] == log


def test_an_answer_that_changes_by_chance_is_not_said_to_remember():
    wrong_at = chain([False, False, True], repeat(False))

    def make():
        added = 1.0 if next(wrong_at) else 0.0
        return lambda x: x / 2 + added

    verdict, _ = found_again(make, 6.5)

    assert not verdict.failure.remembers
    assert "depends on chance" in verdict.failure.message
