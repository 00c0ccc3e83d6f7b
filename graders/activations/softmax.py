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
    "Take one row, [0, 1, 2]. What happens to its probabilities when 7 is added to every logit?",
    "So you may subtract one number from a whole row. Choose it so that the largest exponential of the row is 1.",
)

kata.contract(points=1)
kata.agreement(points=5)
kata.edge("The probabilities are right for logits of up to ±1000, without NaN.", points=2, n=st.integers(1, 3),
          hint="exp(1000) is infinite. Which shift of a row makes sure that no exponential overflows?",
          Z=st.arrays((arg("n"), arg("k")), elements=inputs.far))
kata.edge("A row of very negative logits beside a row of large ones is still right.", points=1,
          n=st.integers(2, 3), hint="Does the shift of one row depend on the other rows?",
          Z=far_apart(arg("n"), arg("k")))
kata.edge("A logit of -inf has probability 0.", points=1, n=st.integers(1, 3), k=st.integers(2, 4),
          hint="What is exp(-inf)? Is -inf ever subtracted from itself?",
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
def has_ratios_of_e_to_the_difference(softmax, Z):
    """The ratio of two probabilities depends only on the difference of their logits: p_i / p_j = e^(z_i - z_j)."""
    P = softmax(Z)
    same(P[:, :1] * np.exp(Z - Z[:, :1]), P)

@kata.misconception(hint="Over which axis of an array of shape (n, k) does `sum(axis=0)` add up?")
def normalises_columns(Z):
    """You normalise over the samples: your columns sum to 1. A sample is a row."""
    return rows(Z.T).T

@kata.misconception
def normalises_the_whole_matrix(Z):
    """You divide by the sum over all samples, so only the whole matrix sums to 1. Each row is normalised
    separately."""
    return weights(Z, Z.max()) / weights(Z, Z.max()).sum()

@kata.misconception(hint="Sums of shape (n, 1) fit rows of (n, k); `keepdims=True` keeps that axis.")
def divides_along_the_wrong_axis(Z):
    """Your sums are broadcast along the wrong axis: entries are divided by the sums of other rows, or the shapes do
    not fit. Perhaps the sums have shape (n,)."""
    return weights(Z) / weights(Z).sum(axis=1)

@kata.misconception(title="divides the shifted rows by the sum over all rows")
def divides_by_the_sum_over_all_rows(Z):
    """You divide by the sum of the exponentials of all samples, so only the whole matrix sums to 1. Perhaps the sum has
    no axis: each row is normalised separately."""
    return weights(Z) / weights(Z).sum()

for name, title, words, total in (
    ("normalises_columns", "normalises columns", "normalise over the samples: your columns sum to 1. A sample is a row",
     lambda E: E.sum(axis=0)),
    ("normalises_the_whole_matrix", "normalises the whole matrix",
     "divide by the sum over all samples, so only the whole matrix sums to 1. Each row is normalised separately",
     lambda E: E.sum()),
    ("divides_along_the_wrong_axis", "divides along the wrong axis",
     "divide entries by the sums of other rows, or the shapes do not fit. Perhaps the sums have shape (n,)",
     lambda E: E.sum(axis=1)),
):
    declare(kata, f"{name}_without_a_shift", f"You {words}. Also, exponentials of large logits are infinite.",
            lambda Z, total=total: np.exp(Z) / total(np.exp(Z)), f"{title}, and does not shift the logits")

@kata.misconception(title="does not shift the logits",
                    hint="What happens to p when the same number is subtracted from a whole row?")
def forgets_the_shift(Z):
    """For large logits your result is NaN: the exponentials are infinite, and ∞/∞ is NaN. Far below 0 it is 0/0."""
    return rows(Z, 0)

@kata.misconception(title="lets math.exp overflow")
def overflows_the_exponential(Z):
    """math.exp raises OverflowError where NumPy's exp returns infinity. Large logits must work too."""
    E = np.array([[math.exp(z) for z in row] for row in Z.tolist()])
    return E / E.sum(axis=1, keepdims=True)

@kata.misconception(title="shifts by the largest logit of all rows")
def shifts_by_the_largest_of_all(Z):
    """You shift all rows by the largest logit of the whole matrix. In a row far below it all exponentials become 0,
    and 0/0 is NaN."""
    return rows(Z, Z.max())

@kata.misconception
def shifts_by_the_mean(Z):
    """You shift by the mean, so a logit far above the mean still overflows. If one logit is -inf, so is the mean."""
    return rows(Z, Z.mean(axis=-1, keepdims=True))

@kata.misconception
def shifts_by_the_largest_absolute_value(Z):
    """You shift by the largest absolute value. In a row that is far below 0 all exponentials become 0."""
    return rows(Z, np.abs(Z).max(axis=-1, keepdims=True))

@kata.misconception(title="shifts large logits only")
def shifts_only_to_avoid_overflow(Z):
    """If all logits of a sample are far below 0, your result is NaN: all exponentials are 0, and 0/0 is NaN. Perhaps
    you shift large logits only, or your search for the largest begins at 0."""
    return rows(Z, np.where(top(Z) > 700, top(Z), 0))

for part, other in (("numerator", "denominator"), ("denominator", "numerator")):
    declare(kata, f"shifts_the_{part}_only", f"""Your probabilities do not sum to 1, as if only the {part} were shifted.
        A shift cancels only if the {other} has it too.""",
            lambda Z, up=part == "numerator": weights(Z, top(Z) if up else 0)
            / weights(Z, 0 if up else top(Z)).sum(axis=-1, keepdims=True))

@kata.misconception(title="replaces NaN by 0")
def replaces_nan_by_zero(Z):
    """For large logits and far below 0 your probabilities are 0. Perhaps you replace the NaN of ∞/∞ and 0/0. If a row
    is shifted by its largest logit, there is none."""
    return np.nan_to_num(rows(Z, 0))

@kata.misconception(title="sets negative logits to 0")
def sets_negative_logits_to_zero(Z):
    """You treat negative logits as 0, as a ReLU does. Their exponentials differ: softmax takes the logits as they
    are."""
    return rows(np.maximum(Z, 0))

@kata.misconception(title="never resets the sum")
def never_resets_the_sum(Z):
    """You divide each row by the sum of the exponentials of that row and of all rows before it. Perhaps a running sum
    is not set to 0 for each row."""
    return weights(Z) / weights(Z).sum(axis=-1, keepdims=True).cumsum(axis=0)

for which, part in (("first", np.s_[:, 1:]), ("last", np.s_[:, :-1])):
    declare(kata, f"leaves_out_the_{which}_class", f"""Your sum leaves out the {which} class, so the probabilities sum
        to more than 1. Perhaps a loop or a slice is one too short.""",
            lambda Z, part=part: weights(Z) / weights(Z)[part].sum(axis=-1, keepdims=True),
            f"leaves the {which} class out of the sum")

@kata.misconception(title="takes n for k in the loop over the rows")
def loops_over_k_rows(Z):
    """You handle as many rows as there are classes: further rows stay 0, and a row that does not exist raises
    IndexError. Perhaps your loop runs over `Z.shape[1]`, where the number of rows is `Z.shape[0]`."""
    P = np.zeros(Z.shape)
    for i in range(Z.shape[1]):
        P[i] = rows(Z[i])
    return P

@kata.misconception
def takes_a_sigmoid_of_a_single_class(Z):
    """For a single class you return its sigmoid. A single class has probability 1, whatever its logit is."""
    return 1 / (1 + np.exp(-Z)) if Z.shape[-1] == 1 else rows(Z)

@kata.misconception(title="replaces -inf by a large number")
def treats_a_large_number_as_infinity(Z):
    """You treat -inf as -1000. If other logits are as low as that, the impossible class gets a share."""
    return rows(np.where(np.isneginf(Z), -1000, Z))

@kata.misconception(title="rules a class out for all samples")
def rules_a_class_out_for_all(Z):
    """You rule a class out for every sample if it is -inf for one of them. Rows are independent samples."""
    return rows(np.where(np.isneginf(Z).any(axis=0), -np.inf, Z))

for name, limit in (("clips_the_logits_narrowly", 50), ("clips_the_logits", 500), ("clips_the_logits_widely", 700)):
    declare(kata, name, f"Logits above {limit} become {limit}, below -{limit} become -{limit}. Differences count.",
            lambda Z, limit=limit: rows(np.clip(Z, -limit, limit)), f"clips the logits at ±{limit}")

adds_epsilons(kata, lambda epsilon, Z: weights(Z) / (weights(Z).sum(axis=-1, keepdims=True) + epsilon))

@kata.misconception(title="shifts by the largest of each column")
def shifts_by_columns(Z):
    """You subtract a different number from each column. Only a shift of the whole row cancels."""
    return rows(Z, Z.max(axis=0))

@kata.misconception(title="shifts in place")
def shifts_the_callers_logits(Z):
    """You change the caller's array. Perhaps the shift is done in place, as by `Z -= ...`."""
    Z -= top(Z)
    return rows(Z, 0)

@kata.misconception(title="returns the sum of the exponentials")
def sums_the_exponentials_only(Z):
    """You return the sum of the exponentials. That is only the denominator."""
    return np.exp(Z).sum(axis=1, keepdims=True) + np.zeros_like(Z)

@kata.misconception(title="divides by the largest exponential")
def divides_by_the_largest(Z):
    """Your likeliest class always has probability 1, as if you divided by the largest exponential. The probabilities
    of a sample sum to 1."""
    return weights(Z)

@kata.misconception(title="does not normalise the exponentials")
def returns_the_exponentials(Z):
    """You return the exponentials. Divide them by their sum, so that the probabilities of a sample sum to 1."""
    return np.exp(Z)

@kata.misconception(title="scales rows to length 1")
def divides_by_the_length(Z):
    """The squares of your probabilities sum to 1, as if you divided by the Euclidean length. The probabilities
    themselves have to sum to 1."""
    return weights(Z) / np.linalg.norm(weights(Z), axis=-1, keepdims=True)

@kata.misconception(title="applies a sigmoid to each logit")
def takes_a_sigmoid_of_each(Z):
    """You apply a sigmoid to each logit separately, so the probabilities do not sum to 1. Softmax is a sigmoid only
    for two classes, and then of their difference."""
    return 1 / (1 + np.exp(-Z))

@kata.misconception(title="normalises the logits without exponentials")
def normalises_the_logits(Z):
    """You divide the logits by their sum, without exponentials. Negative logits do not give probabilities then."""
    return Z / Z.sum(axis=1, keepdims=True)

@kata.misconception(title="favours the smallest logit")
def favours_the_smallest(Z):
    """Your largest logit has the smallest probability. Perhaps the exponent has a minus sign, as in physics."""
    return rows(-Z)

@kata.misconception(title="favours the smallest logit, and shifts by the largest")
def favours_the_smallest_and_overflows(Z):
    """Your largest logit has the smallest probability, and logits far below it give NaN. Perhaps a difference is the
    wrong way round, as in exp(max − z)."""
    E = np.exp(top(Z) - Z)
    return E / E.sum(axis=-1, keepdims=True)

@kata.misconception(title="gives everything to the largest logit")
def picks_a_winner(Z):
    """The largest logit gets probability 1. Softmax gives the others a share too."""
    return np.eye(Z.shape[1])[Z.argmax(axis=1)]

@kata.misconception
def returns_log_probabilities(Z):
    """You return the logarithms of the probabilities. Return the probabilities."""
    return Z - top(Z) - np.log(weights(Z).sum(axis=1, keepdims=True))

@kata.misconception(convention="cross-entropy, where a logarithm follows (Keras: 1e-7)",
                    title="clips the probabilities away from 0 and 1")
def keeps_away_from_0_and_1(Z):
    """Your probabilities never come closer to 0 or 1 than 1e-7. Here they may reach 0 and 1."""
    return np.clip(rows(Z), 1e-7, 1 - 1e-7)

@kata.misconception(title="replaces -inf by 0")
def replaces_minus_infinity_by_zero(Z):
    """You treat -inf as 0, as if it were a missing number. It means that the class is impossible."""
    return rows(np.where(np.isinf(Z), 0, Z))

@kata.misconception(title="shifts by the smallest logit")
def shifts_by_the_smallest(Z):
    """You shift by the smallest logit, so a logit far above it still overflows: ∞/∞ is NaN."""
    return rows(Z, Z.min(axis=-1, keepdims=True))

@kata.misconception(title="shifts and divides along the wrong axis",
                    hint="Maxima and sums of shape (n, 1) fit rows of (n, k); `keepdims=True` keeps that axis.")
def shifts_and_divides_along_the_wrong_axis(Z):
    """Your maxima and sums are broadcast along the wrong axis, or the shapes do not fit. Perhaps they have shape
    (n,)."""
    return weights(Z, Z.max(axis=1)) / weights(Z, Z.max(axis=1)).sum(axis=1)

@kata.misconception(title="divides the logits by the largest")
def scales_the_logits(Z):
    """You divide the logits by their largest absolute value. Their differences count, so the scale must not change."""
    return rows(Z / np.abs(Z).max(axis=-1, keepdims=True))

@kata.misconception(convention="scaled dot-product attention", title="divides the logits by √k")
def divides_the_logits_by_the_root_of_k(Z):
    """You divide the logits by the square root of the number of classes. Their differences count, so the scale must not
    change."""
    return rows(Z / np.sqrt(Z.shape[-1]))

@kata.misconception
def standardises_the_logits(Z):
    """You divide the logits by their standard deviation. Their differences count, so the scale must not change."""
    return rows((Z - Z.mean(axis=-1, keepdims=True)) / Z.std(axis=-1, keepdims=True))

@kata.misconception(title="gives all samples the result of the first")
def repeats_the_first_row(Z):
    """All your rows are that of the first sample. Perhaps a loop over the samples is missing."""
    return rows(Z[:1]) + np.zeros_like(Z)
