"""Beam searches that read the wrong table, or extend or drop the wrong prefixes: ``-> i8(B,T), (B)``."""

import numpy as np

from ._beams import as_arrays, best, best_of_each_parent, decode, possible


def reads_the_first_table_only(log_start, log_next, width):
    """You use the first table of `log_next` at every step. Each step has its own table."""
    return decode(log_start, np.repeat(log_next[:1], len(log_next), axis=0), width)


def continues_greedily(log_start, log_next, width):
    """You keep only the best successor of each prefix. One prefix may have many successors among the best."""
    return decode(log_start, log_next, width, first=best, cut=lambda found, _: best_of_each_parent(found, 1))


def led_on_by_one_word(log_start, log_next, width, always):
    """Extend each prefix by the likeliest word after its last, always or once there are ``width`` prefixes."""
    beams = best([(float(score), (word,)) for word, score in enumerate(log_start)], width)
    for step in log_next:
        words = [[np.argmax(row)] if always or len(beams) >= width else range(len(row)) for row in step]
        beams = best([(score + float(step[prefix[-1], word]), (*prefix, word)) for score, prefix in beams
                      for word in words[prefix[-1]]], width)
    return as_arrays(beams)


def extends_each_prefix_by_one_word(log_start, log_next, width):
    """You extend each prefix only by the likeliest next word. One prefix may have many successors among the best."""
    return led_on_by_one_word(log_start, log_next, width, True)


def continues_greedily_once_the_beam_is_full(log_start, log_next, width):
    """Once there are `width` prefixes, you extend each only by its likeliest word. All candidates compete at every
    step, and one prefix may have many successors among the best."""
    return led_on_by_one_word(log_start, log_next, width, False)


def drops_impossible_prefixes(log_start, log_next, width):
    """You drop prefixes with a score of -inf, so rows are missing. They are kept if nothing better is left."""
    return decode(log_start, log_next, width, cut=possible)


def drops_impossible_prefixes_and_keeps_the_columns(log_start, log_next, width):
    """You drop prefixes with a score of -inf, so some rows are missing, or all of them. They are kept if nothing better
    is left."""
    sequences, scores = drops_impossible_prefixes(log_start, log_next, width)
    return sequences.reshape(-1, len(log_next) + 1), scores


def uses_no_word_twice(log_start, log_next, width):
    """You extend a prefix only by words that it does not contain yet, as long as there are any. A word may occur
    several times."""

    def cut(candidates, width):
        return best([pair for pair in candidates if len(set(pair[1])) == min(len(pair[1]), len(log_start))], width)

    return decode(log_start, log_next, width, cut=cut)
