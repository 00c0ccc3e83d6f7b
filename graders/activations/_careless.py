"""Wrong answers that follow the right curve but handle the array carelessly: its order, its ends, its contents."""

import numpy as np


def works_in_place(right):
    """The wrong answer that writes into its argument."""

    def works_in_place(x, *others):
        """Your values are right, but you write them into the argument. The caller still needs the original array."""
        x[:] = right(x, *others)
        return x

    return works_in_place


def loses_the_order(right):
    """Wrong answers that handle the two sides of 0 separately and then concatenate them."""

    def puts_the_positive_ones_first(x, *others):
        """You handle positive and negative entries separately and put the positive ones first. Each value belongs at
        the index that its entry has in `x`."""
        return right(np.concatenate([x[x >= 0], x[x < 0]]), *others)

    def puts_the_negative_ones_first(x, *others):
        """You handle positive and negative entries separately and put the negative ones first. Each value belongs at
        the index that its entry has in `x`."""
        return right(np.concatenate([x[x < 0], x[x >= 0]]), *others)

    return puts_the_positive_ones_first, puts_the_negative_ones_first


def leaves_one_out(right, **starts):
    """Wrong answers whose loop skips the first or the last entry, named after the initial value of the result."""
    ends = {"first": 0, "last": -1}
    return [_leaves_out(right, end, word, start) for end in ends.items() for word, start in starts.items()]


def _leaves_out(right, end, word, start):
    which, place = end

    def wrong(x, *others):
        answer = right(x, *others)
        answer[place : place + 1 or None] = start
        return answer

    wrong.__name__ = f"skips_the_{which}_entry_and_leaves_{word}"
    wrong.__doc__ = f"""Your loop skips the {which} entry, which keeps its initial value. Every entry needs a result."""
    return wrong


def guesses_what_it_was_given(right, of_the_value, fits):
    """Wrong answers that treat x as the output of the unit if it looks like one."""

    def guesses_whether_all_entries_are_activated(x, *others):
        """You treat x as the output of the unit if every entry could be one. The input may hold the same numbers, and
        here `x` is always the input."""
        return of_the_value(x, *others) if fits(x, *others).all() else right(x, *others)

    def guesses_whether_each_entry_is_activated(x, *others):
        """You treat an entry as the output of the unit if it could be one. The input may be the same number, and here
        `x` is always the input."""
        return np.where(fits(x, *others), of_the_value(x, *others), right(x, *others))

    return guesses_whether_all_entries_are_activated, guesses_whether_each_entry_is_activated


def breaks_at_a_large_entry(right):
    """The wrong answer that leaves a loop where it should continue."""

    def breaks_at_a_large_entry(x):
        """You end the loop at the first entry that is very far from 0, as `break` does. The entries after it are never
        processed."""
        return np.where(np.logical_or.accumulate(np.abs(x) > 700), 0.0, right(x))

    return breaks_at_a_large_entry


def falls_on_one_side(right):
    """Wrong answers whose slope is negative on one side of the peak."""

    def has_a_negative_slope_on_the_left(x):
        """Your slope is negative to the left of 0. The curve rises there too, more and more steeply."""
        return np.where(x < 0, -1, 1) * right(x)

    def has_a_negative_slope_on_the_right(x):
        """Your slope is negative to the right of 0. The curve rises there too, less and less steeply."""
        return np.where(x > 0, -1, 1) * right(x)

    return has_a_negative_slope_on_the_left, has_a_negative_slope_on_the_right


def calls_it_saturated(right, beyond, low=0.0, high=0.0):
    """The wrong answer that returns the limit for everything further out than ``beyond``."""

    def calls_it_saturated(x, *others):
        """Far from 0 you return the limit, as if the curve had reached it. The curve only approaches it, and the
        grader compares nine digits."""
        return np.where(x > beyond, high, np.where(x < -beyond, low, right(x, *others)))

    return calls_it_saturated


def uses_the_type_of_the_first_result(right, is_whole):
    """The wrong answer of np.vectorize, which truncates all slopes to integers if the first one is an integer."""

    def uses_the_type_of_the_first_result(x):
        """np.vectorize gives all slopes the type of the first one. If that is an integer, the other slopes lose the
        digits after the decimal point."""
        return np.trunc(right(x)) if is_whole(x[0]) else right(x)

    return uses_the_type_of_the_first_result
