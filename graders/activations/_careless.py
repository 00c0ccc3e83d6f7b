"""Wrong answers that follow the right curve but handle the array carelessly: its order, its ends, its contents.

Each function declares misconceptions of a kata, which are made of its right answer.
"""

import numpy as np


def declare(kata, name, words, wrong):
    """Declare a misconception whose name is computed."""
    wrong.__name__, wrong.__doc__ = name, words
    kata.misconception(wrong)


def loses_the_order(kata, right):
    """Wrong answers that handle the two sides of 0 separately and then concatenate them."""
    for word, sign in (("positive", 1), ("negative", -1)):
        words = f"""You handle positive and negative entries separately and put the {word} ones first. Each value
        belongs at the index that its entry has in `x`."""

        def wrong(x, *others, sign=sign):
            later = np.where(x >= 0, 1, -1) != sign
            return right(np.concatenate([x[~later], x[later]]), *others)

        declare(kata, f"puts_the_{word}_ones_first", words, wrong)


def leaves_one_out(kata, right, **starts):
    """Wrong answers whose loop skips the first or the last entry, named after the initial value of the result."""
    for which, place in (("first", 0), ("last", -1)):
        for word, start in starts.items():
            words = f"Your loop skips the {which} entry, which keeps its initial value. Every entry needs a result."

            def wrong(x, *others, place=place, start=start):
                answer = right(x, *others)
                answer[place : place + 1 or None] = start
                return answer

            declare(kata, f"skips_the_{which}_entry_and_leaves_{word}", words, wrong)


def guesses_what_it_was_given(kata, right, of_the_value, fits):
    """Wrong answers that treat x as the output of the unit if it looks like one."""

    @kata.misconception
    def guesses_whether_all_entries_are_activated(x, *others):
        """You treat x as the output of the unit if every entry could be one. The input may hold the same numbers, and
        here `x` is always the input."""
        return of_the_value(x, *others) if fits(x, *others).all() else right(x, *others)

    @kata.misconception
    def guesses_whether_each_entry_is_activated(x, *others):
        """You treat an entry as the output of the unit if it could be one. The input may be the same number, and here
        `x` is always the input."""
        return np.where(fits(x, *others), of_the_value(x, *others), right(x, *others))


def calls_it_saturated(kata, right, beyond, high=0.0):
    """The wrong answer that returns the limit for everything further out than ``beyond``."""

    @kata.misconception
    def calls_it_saturated(x, *others):
        """Far from 0 you return the limit, as if the curve had reached it. The curve only approaches it, and the
        grader compares nine digits."""
        return np.where(x > beyond, high, np.where(x < -beyond, 0.0, right(x, *others)))


def uses_the_type_of_the_first_result(kata, right, is_whole):
    """The wrong answer of np.vectorize, which truncates all slopes to integers if the first one is an integer."""

    @kata.misconception
    def uses_the_type_of_the_first_result(x):
        """np.vectorize gives all slopes the type of the first one. If that is an integer, the other slopes lose the
        digits after the decimal point."""
        return np.trunc(right(x)) if is_whole(x[0]) else right(x)
