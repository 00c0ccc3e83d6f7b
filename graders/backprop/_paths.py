"""Sums over paths that leave out some paths or weight them: ``(h,d),(h)->(d)``."""

import numpy as np


def divides_by_zero_paths(A, g):
    """You take the mean over the paths, which divides by 0 if there are none. Two equal paths have twice the effect of
    one."""
    return g @ A / len(g)


def follows_two_paths_only(A, g):
    """You follow only the two paths of the picture. Every unit that x feeds carries a part of its effect."""
    return g[:2] @ A[:2]


def stops_at_a_derivative_of_0(A, g):
    """You leave the loop at a derivative of 0 in `A`. That path contributes nothing, but later paths may."""
    return (g[:, None] * A * np.cumprod(A != 0, axis=0)).sum(axis=0)


def stops_at_a_path_of_0(A, g):
    """You leave the loop at a path whose product is 0. That path contributes nothing, but later paths may."""
    paths = g[:, None] * A
    return (paths * np.cumprod(paths != 0, axis=0)).sum(axis=0)


def reshapes_where_it_should_transpose(A, g):
    """You reshape `A` to d rows. That splits the same sequence of numbers at other places and mixes up the inputs."""
    return A.reshape(A.shape[::-1]) @ g


def stops_before_the_loss(A, g):
    """You add up the effects of x on the units and leave out their effects on the loss. A path leads all the way to
    the loss."""
    return A.sum(axis=0)


def stops_before_the_input(A, g):
    """You add up the effects of the units on the loss and leave out the effects of x on them. A path starts at x."""
    return np.full(A.shape[1], g.sum())
