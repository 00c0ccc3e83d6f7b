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
    "is_divided_by_h": "You take the mean over the paths. Two equal paths have twice the effect of one.",
})
kata.hints(
    "Follow one path only, from one x_j through one unit to the loss. What is its derivative?",
    "With two units and one input there are two paths. What is the derivative of the loss then?",
    "Weight row i of `A` by `g[i]`, and add up the rows: the axis of the units disappears, that of the inputs stays.",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("Without any path the result is d zeros.", points=2, h=0,
          hint="What is a sum of no terms, and where can you read off d?")
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

@kata.property(points=0, A=st.arrays((arg("h"), arg("d")), elements=inputs.halves),
               B=st.arrays((2, arg("h")), elements=inputs.halves), v=st.arrays(2, elements=inputs.halves))
def goes_back_through_two_layers(multi_path_chain, A, B, v):
    """Sending a gradient back through B and then through A is the same as sending it back through their product."""
    same(multi_path_chain(A, multi_path_chain(B, v)), multi_path_chain(B @ A, v))

@kata.property(points=0)
def gains_nothing_by_a_path_of_zeros(multi_path_chain, A, g):
    """An additional unit that the loss does not depend on changes nothing."""
    row = np.ones((1, A.shape[1]))
    same(multi_path_chain(np.vstack([A, row]), np.append(g, 0.0)), multi_path_chain(A, g))

@kata.misconception(title="takes the mean over the paths")
def divides_by_zero_paths(A, g):
    """You take the mean over the paths, which is 0/0 if there are none. Two equal paths have twice the effect of
    one."""
    return g @ A / len(g)

@kata.misconception
def follows_two_paths_only(A, g):
    """You follow only the first two paths. Every unit that x feeds carries a part of its effect."""
    return g[:2] @ A[:2]

@kata.misconception
def stops_at_a_derivative_of_0(A, g):
    """Paths after a derivative of 0 in `A` are missing. That path contributes nothing, but the later ones may; perhaps
    a loop ends there."""
    return (g[:, None] * A * np.cumprod(A != 0, axis=0)).sum(axis=0)

@kata.misconception
def stops_at_a_path_of_0(A, g):
    """Paths after one whose product is 0 are missing. That path contributes nothing, but the later ones may; perhaps a
    loop ends there."""
    paths = g[:, None] * A
    return (paths * np.cumprod(paths != 0, axis=0)).sum(axis=0)

@kata.misconception(title="reshapes instead of transposing")
def reshapes_where_it_should_transpose(A, g):
    """You reshape `A` to d rows. Reshaping keeps the order in memory, so entries of different inputs end up in one
    row. Transposing swaps the axes."""
    return A.reshape(A.shape[::-1]) @ g

@kata.misconception(title="leaves out the gradient of the loss")
def stops_before_the_loss(A, g):
    """You add up the derivatives of the units and leave out `g`. A path leads all the way to the loss."""
    return A.sum(axis=0)

@kata.misconception(title="leaves out the derivatives of the units")
def stops_before_the_input(A, g):
    """You add up `g` and leave out `A`. A path starts at x."""
    return np.full(A.shape[1], g.sum())

@kata.misconception
def multiplies_the_paths(A, g):
    """You multiply the contributions of the different paths. Derivatives multiply along one path; paths add up."""
    return np.prod(g[:, None] * A, axis=0)

@kata.misconception
def follows_the_first_path_only(A, g):
    """You follow the first path only. Every unit that x feeds carries a part of its effect."""
    return g[:1] @ A[:1]

@kata.misconception(hint="`=` replaces a value, `+=` adds to it.")
def keeps_the_last_path_only(A, g):
    """Only the last path is in your result. Perhaps a loop assigns where it should accumulate."""
    return g[-1:] @ A[-1:]

@kata.misconception
def follows_the_largest_path_only(A, g):
    """You keep only the largest contribution to each x. The other paths contribute at the same time."""
    return np.max(g[:, None] * A, axis=0)

@kata.misconception(title="writes into the Jacobian")
def writes_into_the_jacobian(A, g):
    """You change the caller's `A`. Perhaps its rows are multiplied in place, as by `A *= ...`."""
    A *= g[:, None]
    return A.sum(axis=0)

@kata.misconception
def leaves_out_the_first_path(A, g):
    """The first path is missing. Perhaps a loop begins at 1; indices start at 0."""
    return g[1:] @ A[1:]

@kata.misconception
def leaves_out_the_last_path(A, g):
    """The last path is missing. Perhaps a loop ends one unit too early."""
    return g[:-1] @ A[:-1]

@kata.misconception(title="adds along a path")
def adds_within_a_path(A, g):
    """You add the two derivatives along a path. Along a path they multiply."""
    return (g[:, None] + A).sum(axis=0)

@kata.misconception
def multiplies_two_sums(A, g):
    """You multiply the sum of `g` by the column sums of `A`. That combines each unit with all the others."""
    return g.sum() * A.sum(axis=0)

@kata.misconception
def adds_along_the_other_axis(A, g):
    """You sum over the inputs and keep the units. The result has an entry for each x_j."""
    return (g[:, None] * A).sum(axis=1)

@kata.misconception(title="does not add up the paths")
def does_not_add_at_all(A, g):
    """You return every path separately. Paths that begin at the same x_j add up."""
    return g[:, None] * A

@kata.misconception
def adds_absolute_values(A, g):
    """You add the absolute values of the contributions. Paths may work against each other."""
    return np.abs(g[:, None] * A).sum(axis=0)

@kata.misconception
def multiplies_along_the_wrong_axis(A, g):
    """You multiply column j of `A` by `g[j]`, but `g` belongs to the rows. That works for some shapes only."""
    return (A * g).sum(axis=0)

@kata.misconception(title="transposes only if the shapes do not fit")
def transposes_only_where_it_must(A, g):
    """For a square `A` your result is `A @ g`. Perhaps you transpose only if the shapes do not fit; for a square
    matrix they always do."""
    return A @ g if A.shape[0] == A.shape[1] else A.T @ g

@kata.misconception(title="raises IndexError without paths")
def needs_a_first_path(A, g):
    """Without paths your function raises IndexError. Perhaps it starts with the first path."""
    total = g[0] * A[0]
    for i in range(1, len(g)):
        total = total + g[i] * A[i]
    return total

@kata.misconception(title="takes the length from the gradient")
def takes_the_length_from_the_gradient(A, g):
    """Without paths your result is empty, like `g`. It has an entry for each x_j."""
    return g @ A if len(g) else np.zeros(0)

@kata.misconception(convention="denominator layout, with a row for each input", title="reads a row for each input")
def reads_a_row_for_each_input(A, g):
    """You multiply the rows of `A` by `g`, as if rows belonged to inputs. Here they belong to units."""
    return A @ g

@kata.misconception(title="runs over d units instead of h")
def runs_over_as_many_units_as_inputs(A, g):
    """You follow d paths, and with fewer units IndexError is raised. Perhaps both loops run to d: there are h units."""
    return sum(g[i] * A[i] for i in range(A.shape[1]))

@kata.misconception(title="follows at most d paths")
def follows_as_many_paths_as_inputs(A, g):
    """Your result contains at most d paths. Perhaps both loops run to d: there are h units."""
    return g[: A.shape[1]] @ A[: A.shape[1]]

@kata.misconception(title="uses g[j] for g[i]")
def takes_the_gradient_of_another_unit(A, g):
    """You multiply column j of `A` by `g[j]`, and with fewer units than inputs IndexError is raised. `g` has an entry
    for each unit i."""
    return sum((g[np.arange(A.shape[1])] * row for row in A), np.zeros(A.shape[1]))

@kata.misconception(title="returns a single 0 without paths")
def returns_one_zero_without_paths(A, g):
    """Without paths you return one number. The result has an entry for each x_j."""
    return g @ A if len(g) else 0.0
