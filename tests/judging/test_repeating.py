"""Some calls are made again in a fresh process: no answer may depend on chance or on earlier calls."""

from small_katas import ORDINARY, answers_of, half, halves, never

from gradkata.isolation.inside.wire import encode
from gradkata.isolation.replies import Reply
from gradkata.judging.repeating import repeated
from gradkata.judging.verdicts import verdicts
from gradkata.submissions.submission import Submission


def contract_after(replies):
    """The outcome of the contract, and the calls that were made again, if they get these replies."""
    kata, asked = halves(), []
    answers = answers_of(kata, ORDINARY, half)

    def ask_again(chosen):
        asked.extend(chosen)
        return replies(chosen)

    found = verdicts(kata, ORDINARY, answers, never)
    found = repeated(kata, ORDINARY.calls, Submission(b"", "half.py"), answers, found, ask_again)
    return next(each.outcome for each in found if each.property.sort == "contract"), asked


def the_same(chosen):
    return [returned(half(*ORDINARY.calls[index].arguments)) for index in chosen]


def returned(value):
    return Reply("returned", value, encode(value))


def test_the_same_answers_keep_the_contract_and_one_call_is_made_twice():
    outcome, asked = contract_after(the_same)

    assert outcome == "passed"
    assert asked == [2, 1, 0, 0]


def test_a_fresh_process_that_answers_nothing_breaks_the_contract():
    assert contract_after(lambda chosen: [None] * len(chosen))[0] == "nondeterministic"


def test_the_call_that_is_made_twice_may_exceed_a_limit_that_the_others_keep():
    assert contract_after(lambda chosen: [*the_same(chosen)[:-1], Reply("timeout")])[0] == "passed"


def test_another_answer_to_the_call_that_is_made_twice_breaks_the_contract():
    assert contract_after(lambda chosen: [*the_same(chosen)[:-1], returned(99.0)])[0] == "nondeterministic"
