"""Sums over paths that take some of them only, or weigh them: ``(h,d),(h)->(d)``."""

import numpy as np


def averages_the_paths(A, g):
    """You take the mean over the paths. Two paths that do the same have twice the effect of one."""
    return g @ A / max(len(g), 1)


def averages_the_paths_and_divides_by_none(A, g):
    """You take the mean over the paths, which divides by 0 where there is none. Two paths that do the same have
    twice the effect of one."""
    return g @ A / len(g)


def follows_two_paths_only(A, g):
    """You follow the two paths of the picture and no others. Every unit that x feeds carries a part of its effect."""
    return g[:2] @ A[:2]


def stops_at_a_derivative_of_0(A, g):
    """You leave the loop where a derivative in `A` is 0. That path carries nothing, and those behind it may."""
    return (g[:, None] * A * np.cumprod(A != 0, axis=0)).sum(axis=0)


def stops_at_a_path_of_0(A, g):
    """You leave the loop where a path contributes 0. That path carries nothing, and those behind it may."""
    paths = g[:, None] * A
    return (paths * np.cumprod(paths != 0, axis=0)).sum(axis=0)


def reshapes_where_it_should_transpose(A, g):
    """You reshape `A` to d rows. That cuts the same row of numbers at other places, and mixes the inputs up."""
    return A.reshape(A.shape[::-1]) @ g


def stops_before_the_loss(A, g):
    """You add up how x moves the units and leave out how they move the loss. A path leads all the way."""
    return A.sum(axis=0)


def stops_before_the_input(A, g):
    """You add up how the units move the loss and leave out how x moves them, as a line of the lecture does.
    Each path has to be multiplied through to its end."""
    return np.full(A.shape[1], g.sum())
