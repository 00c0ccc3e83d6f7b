"""Properties that every right sum over paths has, and common mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st

number = inputs.halves | inputs.fine | st.sampled_from([50.0, -50.0])

kata = Kata(
    "multi_path_chain(A: (h,d), g: (h)) -> (d)",
    h=st.integers(1, 4),
    d=st.integers(1, 4),
    A=st.arrays((arg("h"), arg("d")), elements=number),
    g=st.arrays(arg("h"), elements=number),
)
kata.domain(h=arg.size(0, 1200), d=arg.size(1, 1200), A=arg.real(-100, 100), g=arg.real(-100, 100))
kata.mistakes(say={
    "is_divided_by_h": "You take the mean over the paths. Two equal paths have twice the effect of one."
})
kata.hints(
    "Follow one path only, from one x_j through one unit to the loss. What is its derivative?",
    "In which index of `A` and `g` do the paths from the same x_j differ?",
    "What shape does the result have, and which axis of `A` has to go?",
    "What is a sum of no terms, and what does your code return for it?",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("Without any path the result is d zeros.", points=2, h=0)
kata.edge("Paths that cancel each other give 0.", points=0, h=2, d=st.integers(1, 3), g=np.array([1.0, -1.0]),
          A=st.arrays((1, arg("d")), elements=inputs.halves).map(lambda row: np.vstack([row, row])))
kata.example("Two paths to each of three inputs.", expected=np.array([-1.0, 5.0, 1.0]),
             A=np.array([[1.0, 2.0, 0.5], [3.0, -1.0, 0.0]]), g=np.array([2.0, -1.0]))
kata.example("The product rule: sin(x) x² at 2 has two paths.", expected=np.array([4 * np.cos(2.0) + 4 * np.sin(2.0)]),
             A=np.array([[np.cos(2.0)], [4.0]]), g=np.array([4.0, np.sin(2.0)]))

@kata.property(points=0)
def does_not_mind_the_order_of_paths(multi_path_chain, A, g):
    """Reversing the order of the units changes nothing."""
    same(multi_path_chain(A[::-1].copy(), g[::-1].copy()), multi_path_chain(A, g))

@kata.property(points=0, factor=st.sampled_from([2.0, -1.0, 0.5]),
               A=st.arrays((arg("h"), arg("d")), elements=inputs.halves))
def is_linear_in_the_gradient(multi_path_chain, A, g, factor):
    """Scaling the gradient of every unit scales the result by the same factor."""
    same(multi_path_chain(A, factor * g), factor * multi_path_chain(A, g))

@kata.property(points=0)
def gains_nothing_by_a_path_of_zeros(multi_path_chain, A, g):
    """An additional unit that the loss does not depend on changes nothing."""
    row = np.ones((1, A.shape[1]))
    same(multi_path_chain(np.vstack([A, row]), np.append(g, 0.0)), multi_path_chain(A, g))

@kata.misconception
def divides_by_zero_paths(A, g):
    """You take the mean over the paths, which divides by 0 if there are none. Two equal paths have twice the effect of
    one."""
    return g @ A / len(g)

@kata.misconception
def follows_two_paths_only(A, g):
    """You follow only the two paths of the picture. Every unit that x feeds carries a part of its effect."""
    return g[:2] @ A[:2]

@kata.misconception
def stops_at_a_derivative_of_0(A, g):
    """You leave the loop at a derivative of 0 in `A`. That path contributes nothing, but later paths may."""
    return (g[:, None] * A * np.cumprod(A != 0, axis=0)).sum(axis=0)

@kata.misconception
def stops_at_a_path_of_0(A, g):
    """You leave the loop at a path whose product is 0. That path contributes nothing, but later paths may."""
    paths = g[:, None] * A
    return (paths * np.cumprod(paths != 0, axis=0)).sum(axis=0)

@kata.misconception
def reshapes_where_it_should_transpose(A, g):
    """You reshape `A` to d rows. That splits the same sequence of numbers at other places and mixes up the inputs."""
    return A.reshape(A.shape[::-1]) @ g

@kata.misconception
def stops_before_the_loss(A, g):
    """You add up the effects of x on the units and leave out their effects on the loss. A path leads all the way to
    the loss."""
    return A.sum(axis=0)

@kata.misconception
def stops_before_the_input(A, g):
    """You add up the effects of the units on the loss and leave out the effects of x on them. A path starts at x."""
    return np.full(A.shape[1], g.sum())

@kata.misconception
def multiplies_the_paths(A, g):
    """You multiply the contributions of the different paths. Derivatives multiply only along one path; paths add."""
    return np.prod(g[:, None] * A, axis=0)

@kata.misconception
def follows_the_first_path_only(A, g):
    """You follow the first path and stop. Every unit that x feeds carries a part of its effect."""
    return g[:1] @ A[:1]

@kata.misconception
def keeps_the_last_path_only(A, g):
    """Your loop assigns where it should accumulate, so each path replaces the one before and only the last remains."""
    return g[-1:] @ A[-1:]

@kata.misconception
def follows_the_largest_path_only(A, g):
    """You keep only the largest contribution to each x. The other paths contribute at the same time."""
    return np.max(g[:, None] * A, axis=0)

@kata.misconception
def writes_into_the_jacobian(A, g):
    """You multiply the rows of `A` in place, so the caller's own derivatives are lost."""
    A *= g[:, None]
    return A.sum(axis=0)

@kata.misconception
def leaves_out_the_first_path(A, g):
    """Your loop begins at 1, so the first path is missing. Rows are counted from 0."""
    return g[1:] @ A[1:]

@kata.misconception
def leaves_out_the_last_path(A, g):
    """Your loop ends one unit too early, so the last path is missing."""
    return g[:-1] @ A[:-1]

@kata.misconception
def adds_within_a_path(A, g):
    """You add the two derivatives along a path. Along a path they multiply."""
    return (g[:, None] + A).sum(axis=0)

@kata.misconception
def multiplies_two_sums(A, g):
    """You add up the gradients, add up the columns, and multiply the sums. That combines each unit with all the
    others."""
    return g.sum() * A.sum(axis=0)

@kata.misconception
def adds_along_the_other_axis(A, g):
    """You sum over the inputs and keep the units. The result has an entry for each x_j."""
    return (g[:, None] * A).sum(axis=1)

@kata.misconception
def does_not_add_at_all(A, g):
    """You return every path separately. The paths that begin at the same x_j still have to be added."""
    return g[:, None] * A

@kata.misconception
def adds_absolute_values(A, g):
    """You add the absolute values of the contributions. Paths may work against each other."""
    return np.abs(g[:, None] * A).sum(axis=0)

@kata.misconception
def multiplies_along_the_wrong_axis(A, g):
    """`A * g` multiplies each column by an entry of g, but g belongs to the rows. It works only for some shapes."""
    return (A * g).sum(axis=0)

@kata.misconception
def transposes_only_where_it_must(A, g):
    """You try `A @ g` and transpose only if the shapes do not fit. For a square matrix they always fit."""
    return A @ g if A.shape[0] == A.shape[1] else A.T @ g

@kata.misconception
def needs_a_first_path(A, g):
    """You start with the first path without checking that there is one. Without paths the result is zeros."""
    total = g[0] * A[0]
    for i in range(1, len(g)):
        total = total + g[i] * A[i]
    return total

@kata.misconception
def takes_the_length_from_the_gradient(A, g):
    """If there is no path, you return `g` or a result of the same length. The result has an entry for each x_j."""
    return g @ A if len(g) else np.zeros(0)

@kata.misconception(convention="texts with a row for each input (denominator layout)")
def reads_a_row_for_each_input(A, g):
    """You multiply the rows of `A` by g, which is right if rows belong to inputs. Here they belong to units."""
    return A @ g
