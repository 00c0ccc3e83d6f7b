"""Wrong answers that have the right curve and are careless with the array: its order, its ends, what it holds."""

import numpy as np


def works_in_place(right):
    """The wrong answer that writes into its argument."""

    def works_in_place(x, *others):
        """Your values are right, but you write them into the argument. Whoever called you still needs it."""
        x[:] = right(x, *others)
        return x

    return works_in_place


def loses_the_order(right):
    """Wrong answers that treat both sides of 0 by themselves and put them together again."""

    def puts_the_positive_ones_first(x, *others):
        """You treat both signs by themselves and put the positive entries first. Each value belongs to the place
        that its entry has in `x`."""
        return right(np.concatenate([x[x >= 0], x[x < 0]]), *others)

    def puts_the_negative_ones_first(x, *others):
        """You treat both signs by themselves and put the negative entries first. Each value belongs to the place
        that its entry has in `x`."""
        return right(np.concatenate([x[x < 0], x[x >= 0]]), *others)

    return puts_the_positive_ones_first, puts_the_negative_ones_first


def leaves_one_out(right, **starts):
    """Wrong answers whose loop misses the first entry or the last, by the word for what they start with."""
    ends = {"first": 0, "last": -1}
    return [_leaves_out(right, end, word, start) for end in ends.items() for word, start in starts.items()]


def _leaves_out(right, end, word, start):
    which, place = end

    def wrong(x, *others):
        answer = right(x, *others)
        answer[place : place + 1 or None] = start
        return answer

    wrong.__name__ = f"leaves_out_the_{which}_and_keeps_{word}"
    wrong.__doc__ = f"""Your loop does not come to the {which} entry, which keeps what you began with. Every entry is
        to be answered."""
    return wrong


def guesses_what_it_was_given(right, of_the_value, fits):
    """Wrong answers that take x for what comes out of the unit where it looks like that."""

    def guesses_what_all_are(x, *others):
        """You take x for what comes out of the unit where all entries could be that. What goes in may be the same
        numbers, and here `x` always goes in."""
        return of_the_value(x, *others) if fits(x, *others).all() else right(x, *others)

    def guesses_what_each_is(x, *others):
        """You take an entry for what comes out of the unit where it could be that. What goes in may be the same
        number, and here `x` always goes in."""
        return np.where(fits(x, *others), of_the_value(x, *others), right(x, *others))

    return guesses_what_all_are, guesses_what_each_is


def ends_the_loop_far_out(right):
    """The wrong answer that breaks off a loop where it should go on."""

    def ends_the_loop_far_out(x):
        """You end the loop at the first entry that is very far from 0, as `break` does. The entries behind it are
        never looked at."""
        return np.where(np.logical_or.accumulate(np.abs(x) > 700), 0.0, right(x))

    return ends_the_loop_far_out


def falls_on_one_side(right):
    """Wrong answers that take the side of the peak for the sign of the slope."""

    def falls_on_the_left(x):
        """Your slope is negative left of 0. The curve rises there as well, only more and more steeply."""
        return np.where(x < 0, -1, 1) * right(x)

    def falls_on_the_right(x):
        """Your slope is negative right of 0. The curve rises there as well, only less and less steeply."""
        return np.where(x > 0, -1, 1) * right(x)

    return falls_on_the_left, falls_on_the_right


def calls_it_saturated(right, beyond, low=0.0, high=0.0):
    """The wrong answer with a limit in the place of all that lies further out than ``beyond``."""

    def calls_it_saturated(x, *others):
        """Far from 0 you return the limit, as if the curve had reached it. It only comes near, and nine digits
        are compared."""
        return np.where(x > beyond, high, np.where(x < -beyond, low, right(x, *others)))

    return calls_it_saturated


def takes_the_type_of_the_first(right, is_whole):
    """The wrong answer of np.vectorize, which cuts all slopes to integers where the first one is an integer."""

    def takes_the_type_of_the_first(x):
        """np.vectorize gives all slopes the type of the first one. Where that is an integer, what the others
        have behind the point is cut off."""
        return np.trunc(right(x)) if is_whole(x[0]) else right(x)

    return takes_the_type_of_the_first
