"""Properties that every right softmax has, and common mistakes."""

import math

import numpy as np

from gradkata import Kata, arg, inputs, same, st
from ._careless import declare
from ._imprecise import adds_epsilons
from ._logits import far_apart, has_a_possible_class, rows, top, weights, with_gaps

kata = Kata(
    "softmax(Z: (n,k)) -> (n,k)",
    n=st.integers(1, 4),
    k=st.integers(1, 4),
    Z=st.arrays((arg("n"), arg("k")), elements=inputs.halves | inputs.fine),
)
kata.domain(n=arg.size(1, 1200), k=arg.size(1, 1200), Z=arg.real(-1000, 1000, also=(-np.inf,)),
            where=has_a_possible_class)
kata.hints(
    "Which entries are added up for one sample: those of a row, or those of a column?",
    "A sum over rows has shape (n,). What does NumPy do when it divides (n, k) by (n,)?",
    "What happens to p when 7 is added to every logit of a row?",
    "Which shift makes sure that no exponential overflows, and that the exponentials of a row do not all become 0?",
)

kata.contract(points=1)
kata.agreement(points=5)
kata.edge("Logits of up to ±1000 give no NaN.", points=2, n=st.integers(1, 3),
          Z=st.arrays((arg("n"), arg("k")), elements=inputs.far))
kata.edge("A row far below another one is normalised correctly.", points=1, n=st.integers(2, 3),
          Z=far_apart(arg("n"), arg("k")))
kata.edge("A logit of -inf has probability 0.", points=1, n=st.integers(1, 3), k=st.integers(2, 4),
          Z=with_gaps(arg("n"), arg("k")))
kata.example("A single class is certain.", expected=np.array([[1.0]]), Z=np.array([[-2.5]]))
kata.example("With two classes softmax is the sigmoid of their difference.", Z=np.array([[0.3, -1.1]]),
             expected=np.array([[0.8021838885585818, 0.19781611144141825]]))
kata.example("A logit that is larger by 1 has e times the probability.", Z=np.array([[0.0, 1.0, 2.0]]),
             expected=np.array([[0.09003057317038046, 0.24472847105479764, 0.6652409557748219]]))

@kata.property(points=0)
def gives_rows_that_sum_to_one(softmax, Z):
    """Every row sums to 1."""
    same(softmax(Z).sum(axis=1), np.ones(len(Z)))

@kata.property(points=0, shift=st.integers(-9, 9).map(float))
def sees_only_differences(softmax, Z, shift):
    """Adding the same number to all logits of a row changes nothing."""
    lifted = Z + shift * np.arange(1, len(Z) + 1)[:, None]
    same(softmax(lifted), softmax(Z))

@kata.property(points=0)
def keeps_the_order(softmax, Z):
    """The larger of two logits in a row has the larger probability."""
    P = softmax(Z)
    larger = Z[:, :, None] > Z[:, None, :]
    assert (P[:, :, None] > P[:, None, :])[larger].all()

@kata.misconception
def normalises_columns(Z):
    """You normalise over the samples: your columns sum to 1. A sample is a row."""
    return rows(Z.T).T

@kata.misconception
def normalises_the_whole_matrix(Z):
    """You divide by the sum over all samples, so only the whole matrix sums to 1. Each row is normalised separately."""
    return weights(Z, Z.max()) / weights(Z, Z.max()).sum()

@kata.misconception
def divides_along_the_wrong_axis(Z):
    """Your sums of shape (n,) are broadcast along the wrong axis: entries are divided by the sums of other rows, or
    the shapes do not fit."""
    return weights(Z) / weights(Z).sum(axis=1)

@kata.misconception
def forgets_the_shift(Z):
    """The exponential of a large logit is infinite, and infinity divided by infinity is NaN. Far below 0 it is 0
    divided by 0."""
    return rows(Z, 0)

@kata.misconception
def overflows_the_exponential(Z):
    """math.exp raises OverflowError where NumPy's exp returns infinity. Large logits must work too."""
    E = np.array([[math.exp(z) for z in row] for row in Z.tolist()])
    return E / E.sum(axis=1, keepdims=True)

@kata.misconception
def shifts_by_the_largest_of_all(Z):
    """You shift all rows by the largest logit of the whole matrix. In a row far below it all exponentials become 0,
    and 0 divided by 0 is NaN."""
    return rows(Z, Z.max())

@kata.misconception
def shifts_by_the_mean(Z):
    """You shift by the mean of the row, so a logit far above the mean still overflows. If one logit is -inf, so is the
    mean."""
    return rows(Z, Z.mean(axis=-1, keepdims=True))

@kata.misconception
def shifts_by_the_largest_absolute_value(Z):
    """You shift by the largest absolute value. In a row that is far below 0 all exponentials become 0."""
    return rows(Z, np.abs(Z).max(axis=-1, keepdims=True))

@kata.misconception
def shifts_only_to_avoid_overflow(Z):
    """You shift only if an exponential would be infinite. In a row far below 0 all exponentials are 0, and 0 divided
    by 0 is NaN."""
    return rows(Z, np.where(top(Z) > 700, top(Z), 0))

@kata.misconception
def takes_a_sigmoid_of_a_single_class(Z):
    """You apply a sigmoid if there is a single class. A single class is certain, whatever its logit is."""
    return 1 / (1 + np.exp(-Z)) if Z.shape[-1] == 1 else rows(Z)

@kata.misconception
def treats_a_large_number_as_infinity(Z):
    """You replace -inf by -1000. If other logits are as low as that, the impossible class gets a share."""
    return rows(np.where(np.isneginf(Z), -1000, Z))

@kata.misconception
def rules_a_class_out_for_all(Z):
    """You rule a class out for every sample if it is -inf for one of them. Rows are independent of each other."""
    return rows(np.where(np.isneginf(Z).any(axis=0), -np.inf, Z))

for name, limit in (("clips_the_logits_narrowly", 50), ("clips_the_logits", 500), ("clips_the_logits_widely", 700)):
    declare(kata, name, """You clip large logits, so all logits beyond the limit become equal. Only differences count,
            and a shift keeps them.""", lambda Z, limit=limit: rows(np.clip(Z, -limit, limit)))

adds_epsilons(kata, lambda epsilon, Z: weights(Z) / (weights(Z).sum(axis=-1, keepdims=True) + epsilon))

@kata.misconception
def shifts_by_columns(Z):
    """You subtract a different number from each column. Only a shift that is the same for the whole row cancels out."""
    return rows(Z, Z.max(axis=0))

@kata.misconception
def shifts_the_callers_logits(Z):
    """You shift in place: `Z -= ...` changes the array of the caller."""
    Z -= top(Z)
    return rows(Z, 0)

@kata.misconception
def sums_the_exponentials_only(Z):
    """You return the sum of the exponentials. That is only the denominator."""
    return np.exp(Z).sum(axis=1, keepdims=True) + np.zeros_like(Z)

@kata.misconception
def divides_by_the_largest(Z):
    """You divide by the largest exponential, so the likeliest class always gets 1. Each row has to sum to 1."""
    return weights(Z)

@kata.misconception
def takes_a_sigmoid_of_each(Z):
    """You apply a sigmoid to each logit separately, so rows do not sum to 1. Softmax is a sigmoid only for two
    classes, and then of their difference."""
    return 1 / (1 + np.exp(-Z))

@kata.misconception
def normalises_the_logits(Z):
    """You divide the logits by their sum, without exponentials. Negative logits do not give probabilities then."""
    return Z / Z.sum(axis=1, keepdims=True)

@kata.misconception
def favours_the_smallest(Z):
    """Your exponent has a minus sign, as in physics, where low energy is likely. Here the largest logit is the
    likeliest."""
    return rows(-Z)

@kata.misconception
def picks_a_winner(Z):
    """You give everything to the largest logit. Softmax gives the others a share too."""
    return np.eye(Z.shape[1])[Z.argmax(axis=1)]

@kata.misconception
def returns_log_probabilities(Z):
    """You return the logarithms of the probabilities."""
    return Z - top(Z) - np.log(weights(Z).sum(axis=1, keepdims=True))

@kata.misconception(convention="cross-entropy, where a logarithm follows (Keras: 1e-7)")
def keeps_away_from_0_and_1(Z):
    """You clip the probabilities so that none comes close to 0 or 1, as before a logarithm. Here they may reach 0 and
    1."""
    return np.clip(rows(Z), 1e-7, 1 - 1e-7)

@kata.misconception
def replaces_minus_infinity_by_zero(Z):
    """You replace -inf by 0, as if it were a missing number. It means that the class is impossible."""
    return rows(np.where(np.isinf(Z), 0, Z))

@kata.misconception(title="Every row is that of the first")
def fills_all_rows_from_the_first(Z):
    """You compute the first row and use it for every sample. Each row has logits of its own."""
    return np.broadcast_to(rows(Z[:1]), Z.shape).copy() if len(Z) else rows(Z)
