"""Wrong answers that follow the right curve but handle the array carelessly: its order, its ends, its contents.

Each function declares misconceptions of a kata, which are made of its right answer.
"""

import numpy as np


def declare(kata, name, words, wrong, title=""):
    """Declare a misconception whose name is computed."""
    wrong.__name__, wrong.__doc__ = name, words
    kata.misconception(wrong, title=title)


def loses_the_order(kata, right):
    """Wrong answers that handle the two sides of 0 separately and then concatenate them."""
    for word, sign in (("positive", 1), ("negative", -1)):
        words = f"""The results of the {word} entries come first, then the others. Perhaps you handle the two sides of
        0 separately and concatenate them. The result of `x[i]` belongs at index i."""

        def wrong(x, *others, sign=sign):
            later = np.where(x >= 0, 1, -1) != sign
            return right(np.concatenate([x[~later], x[later]]), *others)

        declare(kata, f"puts_the_{word}_ones_first", words, wrong, f"puts the {word} entries first")


def leaves_one_out(kata, right, **starts):
    """Wrong answers whose loop skips the first or the last entry, named after the initial value of the result."""
    for which, place in (("first", 0), ("last", -1)):
        for word, start in starts.items():
            words = f"""The {which} entry of your result is always {start:g}. Perhaps your loop skips it, so that it
            keeps its initial value."""

            def wrong(x, *others, place=place, start=start):
                answer = right(x, *others)
                answer[place : place + 1 or None] = start
                return answer

            declare(kata, f"skips_the_{which}_entry_and_leaves_{word}", words, wrong, f"skips the {which} entry")


def guesses_what_it_was_given(kata, right, of_the_value, fits):
    """Wrong answers that treat x as the output of the unit if it looks like one."""

    @kata.misconception(title="guesses whether the array is already activated")
    def guesses_whether_all_entries_are_activated(x, *others):
        """If every entry of `x` could be an output of the unit, you treat `x` as its output. `x` is always the
        input."""
        return of_the_value(x, *others) if fits(x, *others).all() else right(x, *others)

    @kata.misconception(title="guesses whether an entry is already activated")
    def guesses_whether_each_entry_is_activated(x, *others):
        """You treat each entry that could be an output of the unit as its output. `x` is always the input."""
        return np.where(fits(x, *others), of_the_value(x, *others), right(x, *others))


def calls_it_saturated(kata, right, beyond, high=0.0):
    """The wrong answer that returns the limit for everything further out than ``beyond``."""

    def wrong(x, *others):
        return np.where(x > beyond, high, np.where(x < -beyond, 0.0, right(x, *others)))

    words = f"""Further out than ±{beyond} you return a limit that the curve only approaches. It is still too far away
    there."""
    declare(kata, "calls_it_saturated", words, wrong, "returns the limit too early")


def uses_the_type_of_the_first_result(kata, right, is_whole):
    """The wrong answer of np.vectorize, which truncates all slopes to integers if the first one is an integer."""

    @kata.misconception(title="gives all results the type of the first")
    def uses_the_type_of_the_first_result(x):
        """If the first result is a whole number, the others are truncated to integers. Perhaps np.vectorize took its
        type from the first result: return floats."""
        return np.trunc(right(x)) if is_whole(x[0]) else right(x)


def needs_one_truth_value(kata, right):
    """The wrong answer whose `if` gets a whole array."""

    @kata.misconception(title="uses `if` on a whole array", hint="np.where chooses between two values entry by entry.")
    def needs_one_truth_value(x, *others):
        """Your function works for one number only and raises ValueError for more. Perhaps an `if` gets a whole array:
        it needs one truth value, and an array of n entries has n."""
        return right(x, *others) if x >= 0 or x < 0 else x


def vectorizes_an_empty_array(kata, right):
    """The wrong answer of np.vectorize, which needs a first result."""

    @kata.misconception(title="uses np.vectorize on an empty array")
    def uses_vectorize_on_an_empty_array(x, *others):
        """Your function raises ValueError for an empty array. Perhaps np.vectorize is the reason: it calls your
        function once to find out the type of its result."""
        return np.vectorize(lambda value: float(right(value, *others)))(x)
