"""What must hold of any right sum over paths, and the ways it usually goes wrong."""

import numpy as np

from gradkata import Kata, arg, same, st
from . import _paths as paths
from ._inexact import computes_in_single_precision, works_on_whole_numbers

half = st.integers(-6, 6).map(lambda k: k / 2)
fine = st.integers(-2000, 2000).map(lambda k: k / 1000) | st.sampled_from([50.0, -50.0])

kata = Kata(
    "multi_path_chain(A: (h,d), g: (h)) -> (d)",
    h=st.integers(1, 4),
    d=st.integers(1, 4),
    A=st.arrays((arg("h"), arg("d")), elements=half | fine),
    g=st.arrays(arg("h"), elements=half | fine),
)
kata.hints(
    "Follow one path only, from one x_j through one unit to the loss. What is its derivative?",
    "Which index of `A` and `g` do all paths from the same x_j differ in?",
    "What shape has the result, and which axis of `A` has to go?",
    "What is a sum of no terms, and what does your code make of it?",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("Without any path there are d zeros.", points=2, h=0)
kata.edge("Paths that cancel each other give 0.", points=0, h=2, d=st.integers(1, 3), g=np.array([1.0, -1.0]),
          A=st.arrays((1, arg("d")), elements=half).map(lambda row: np.vstack([row, row])))
kata.example("Two paths to each of three inputs.", expected=np.array([-1.0, 5.0, 1.0]),
             A=np.array([[1.0, 2.0, 0.5], [3.0, -1.0, 0.0]]), g=np.array([2.0, -1.0]))
kata.example("The product rule: sin(x) x² at 2 has two paths.", expected=np.array([4 * np.cos(2.0) + 4 * np.sin(2.0)]),
             A=np.array([[np.cos(2.0)], [4.0]]), g=np.array([4.0, np.sin(2.0)]))

@kata.property(points=0)
def does_not_mind_the_order_of_paths(multi_path_chain, A, g):
    """Numbering the units the other way round changes nothing."""
    same(multi_path_chain(A[::-1].copy(), g[::-1].copy()), multi_path_chain(A, g))

@kata.property(points=0, factor=st.sampled_from([2.0, -1.0, 0.5]), A=st.arrays((arg("h"), arg("d")), elements=half))
def is_linear_in_the_gradient(multi_path_chain, A, g, factor):
    """So many times the gradient of every unit gives so many times the result."""
    same(multi_path_chain(A, factor * g), factor * multi_path_chain(A, g))

@kata.property(points=0)
def gains_nothing_by_a_path_of_zeros(multi_path_chain, A, g):
    """One more unit on which the loss does not depend changes nothing."""
    row = np.ones((1, A.shape[1]))
    same(multi_path_chain(np.vstack([A, row]), np.append(g, 0.0)), multi_path_chain(A, g))

for wrong in (paths.averages_the_paths, paths.averages_the_paths_and_divides_by_none, paths.follows_two_paths_only,
              paths.reshapes_where_it_should_transpose, paths.stops_at_a_derivative_of_0, paths.stops_at_a_path_of_0,
              paths.stops_before_the_loss, paths.stops_before_the_input,
              works_on_whole_numbers(lambda A, g: g @ A), computes_in_single_precision(lambda A, g: g @ A)):
    kata.misconception(wrong)

@kata.misconception
def multiplies_the_paths(A, g):
    """You multiply what comes through the different paths. Only along one path derivatives multiply; paths add."""
    return np.prod(g[:, None] * A, axis=0)

@kata.misconception
def follows_the_first_path_only(A, g):
    """You follow the first path and stop. Every unit that x feeds carries a part of its effect."""
    return g[:1] @ A[:1]

@kata.misconception
def keeps_the_last_path_only(A, g):
    """Your loop assigns where it should accumulate, so each path replaces the one before and the last remains."""
    return g[-1:] @ A[-1:]

@kata.misconception
def follows_the_largest_path_only(A, g):
    """You keep the largest contribution to each x. The others act at the same time."""
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
    """Your loop ends one unit early, so the last path is missing."""
    return g[:-1] @ A[:-1]

@kata.misconception
def adds_within_a_path(A, g):
    """You add the two derivatives along a path. One after the other they multiply."""
    return (g[:, None] + A).sum(axis=0)

@kata.misconception
def multiplies_two_sums(A, g):
    """You add up the gradients, add up the columns, and multiply the sums. That pairs each unit with all others."""
    return g.sum() * A.sum(axis=0)

@kata.misconception
def adds_along_the_other_axis(A, g):
    """You add over the inputs and keep the units. The result has an entry for each x."""
    return (g[:, None] * A).sum(axis=1)

@kata.misconception
def does_not_add_at_all(A, g):
    """You return every path by itself. The paths that begin at the same x are still to be added."""
    return g[:, None] * A

@kata.misconception
def adds_up_sizes(A, g):
    """You add the sizes of the contributions, without their signs. Paths may work against each other."""
    return np.abs(g[:, None] * A).sum(axis=0)

@kata.misconception
def multiplies_along_the_wrong_axis(A, g):
    """`A * g` meets each column with an entry of g, and g belongs to the rows. Only some shapes let it pass."""
    return (A * g).sum(axis=0)

@kata.misconception
def transposes_only_where_it_must(A, g):
    """You try `A @ g` and transpose only where the shapes forbid it. For a square matrix they never do."""
    return A @ g if A.shape[0] == A.shape[1] else A.T @ g

@kata.misconception
def needs_a_first_path(A, g):
    """You begin with the first path before you know that there is one. Without paths the result is zeros."""
    total = g[0] * A[0]
    for i in range(1, len(g)):
        total = total + g[i] * A[i]
    return total

@kata.misconception
def asks_the_gradient_for_the_length(A, g):
    """You make the result as long as `g`, or return it as it is, when there is no path. It has an entry for each x."""
    return g @ A if len(g) else np.zeros(0)

@kata.misconception(convention="texts with a row for each input (denominator layout)")
def reads_a_row_for_each_input(A, g):
    """You multiply the rows of `A` with g, as is right where rows belong to inputs. Here they belong to units."""
    return A @ g
