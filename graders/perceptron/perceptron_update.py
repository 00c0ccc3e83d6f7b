"""Properties that every right perceptron update has, and common mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from . import _answers as answers

half = st.integers(-6, 6).map(lambda k: k / 2)
fine = st.integers(-2000, 2000).map(lambda k: k / 997) | st.sampled_from([1000.0, -1000.0])

kata = Kata(
    "perceptron_update(w: (d), x: (d), target: i8, pred: i8, lr: ()) -> (d)",
    w=st.arrays(arg("d"), elements=half | fine),
    x=st.arrays(arg("d"), elements=half | fine),
    target=st.integers(0, 1),
    pred=st.just(arg("target")).map(lambda target: 1 - target),
    lr=st.sampled_from([0.5, 0.25, 1.0, 2.0, 0.1, 0.01]),
)
kata.domain(d=arg.size(1, 2000), w=arg.real(-1000, 1000), x=arg.real(-1000, 1000), target=arg.choice(0, 1),
            pred=arg.choice(0, 1), lr=arg.real(0, 2))
kata.hints(
    "Which values can t - o take, and what does each of them say about the mistake?",
    "The perceptron missed a 1 and the input was positive. Should the weight grow or shrink?",
    "One of the inputs was 0. Did its weight contribute to the mistake?",
    "Does your function write the new weights into the caller's array?",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("After a right answer no weight moves.", points=2, pred=arg("target"))
kata.edge("With a learning rate of 0 no weight moves.", points=1, lr=0.0)
kata.example("An input of 0 leaves its weight at 0.6.", expected=np.array([0.7, 0.6]),
             w=np.array([1.2, 0.6]), x=np.array([1.0, 0.0]), target=0, pred=1, lr=0.5)
kata.example("A missed 1 increases the weights of positive inputs.", expected=np.array([0.5, 0.0]),
             w=np.array([0.25, -0.5]), x=np.array([2.0, 4.0]), target=1, pred=0, lr=0.125)

@kata.property(points=0)
def moves_the_score_towards_the_target(perceptron_update, w, x, target, pred, lr):
    """The score w·x moves towards the target by the learning rate times |x|²."""
    score = lambda weights: sum(a * b for a, b in zip(weights.tolist(), x.tolist(), strict=True))
    same(score(perceptron_update(w, x, target, pred, lr)), score(w) + lr * (target - pred) * score(x), atol=1e-8)

@kata.property(points=0)
def goes_back_when_target_and_answer_change_places(perceptron_update, w, x, target, pred, lr):
    """Swapping target and answer reverses the step: the same size, the opposite direction."""
    same(perceptron_update(w, x, pred, target, lr) - w, w - perceptron_update(w, x, target, pred, lr), atol=1e-10)

@kata.property(points=0, x=st.arrays(arg("d"), elements=st.just(0.0)))
def leaves_weights_without_input_alone(perceptron_update, w, x, target, pred, lr):
    """If every input is 0, no weight moves, even if the answer was wrong."""
    same(perceptron_update(w, x, target, pred, lr), w)

@kata.misconception
def moves_away_from_the_target(w, x, target, pred, lr):
    """You subtract the step, or use the answer minus the target. Each update makes the mistake larger."""
    return w - lr * (target - pred) * x

@kata.misconception
def moves_every_weight(w, x, target, pred, lr):
    """You move all weights by the same step. A weight whose input was 0 did not contribute to the mistake."""
    return w + lr * (target - pred)

@kata.misconception
def learns_from_right_answers_too(w, x, target, pred, lr):
    """You move the weights towards the target after every answer. After a right answer there is nothing to fix."""
    return w + lr * (2 * target - 1) * x

@kata.misconception
def writes_into_the_weights(w, x, target, pred, lr):
    """`w += ...` writes into the caller's own array. The caller still needs the old weights."""
    w += lr * (target - pred) * x
    return w

@kata.misconception
def applies_the_rate_twice(w, x, target, pred, lr):
    """You multiply by the learning rate twice. It scales the step once."""
    return w + lr * (lr * (target - pred)) * x

@kata.misconception
def forgets_the_rate(w, x, target, pred, lr):
    """You move the weights by the whole input. The learning rate scales the step."""
    return w + (target - pred) * x

@kata.misconception
def forgets_the_sign_of_the_error(w, x, target, pred, lr):
    """You only check whether the answer was wrong, not in which direction. A false alarm then reinforces itself."""
    return w + lr * abs(target - pred) * x

@kata.misconception
def learns_from_missed_targets_only(w, x, target, pred, lr):
    """You move the weights only if a 1 was missed. An answer of 1 is a mistake as well if 0 is right."""
    return w + lr * max(target - pred, 0) * x

@kata.misconception
def learns_from_false_alarms_only(w, x, target, pred, lr):
    """You move the weights only if the answer was 1 and 0 is right. A missed 1 is a mistake as well."""
    return w + lr * min(target - pred, 0) * x

@kata.misconception
def takes_the_target_for_the_error(w, x, target, pred, lr):
    """You scale the step by the target alone. The difference between target and answer counts."""
    return w + lr * target * x

@kata.misconception
def returns_the_step(w, x, target, pred, lr):
    """You return the change of the weights. The kata asks for the new weights."""
    return lr * (target - pred) * x

@kata.misconception
def ignores_the_size_of_the_input(w, x, target, pred, lr):
    """You move every weight by the same step, unless its input is 0. A larger input contributed more to the mistake."""
    return w + lr * (target - pred) * (x != 0)

@kata.misconception
def takes_the_weight_for_the_input(w, x, target, pred, lr):
    """You scale the step by the weight itself, so a weight of 0 can never change. The input scales the step."""
    return w + lr * (target - pred) * w

@kata.misconception
def takes_the_first_weight_for_a_bias(w, x, target, pred, lr):
    """You move the first weight as if its input were 1. There is no separate bias, and each weight has its own
    input."""
    return w + lr * (target - pred) * np.r_[1.0, x[1:]]

@kata.misconception
def returns_nothing_when_nothing_moves(w, x, target, pred, lr):
    """After a right answer your function ends without a `return`. It has to return the weights then as well."""
    return None if pred == target else w + lr * (target - pred) * x

@kata.misconception
def leaves_out_the_last_weight(w, x, target, pred, lr):
    """Your loop ends one weight too early, or treats the last weight as a bias. Every weight has its own input."""
    return np.r_[w[:-1] + lr * (target - pred) * x[:-1], w[-1]]

for wrong in (answers.recomputes_the_answer, answers.recomputes_the_answer_with_1_at_0, answers.clips_the_weights,
              answers.clips_the_moved_weights, answers.moves_weights_of_positive_inputs_only,
              answers.stops_once_the_answer_is_right):
    kata.misconception(wrong)

@kata.misconception
def treats_zero_as_missing(w, x, target, pred, lr):
    """You replace a rate of 0 by a default, as `lr or 1.0` does, because 0 counts as false. It is a rate like any
    other."""
    return w + (lr or 1.0) * (target - pred) * x

@kata.misconception
def rounds_the_weights(w, x, target, pred, lr):
    """You round the new weights. Small steps are lost, and the grader compares nine digits."""
    return np.round(w + lr * (target - pred) * x, 4)

@kata.misconception
def works_on_whole_numbers(w, x, target, pred, lr):
    """You put the new weights into an array of integers, which drops the digits after the decimal point."""
    return (w + lr * (target - pred) * x).astype(int)

@kata.misconception(convention="texts that label the classes -1 and 1, where t - o is 2 or -2")
def labels_classes_minus_one_and_one(w, x, target, pred, lr):
    """You convert 0 and 1 to -1 and 1 first, so every step is twice as long. Here the labels stay 0 and 1."""
    return w + lr * ((2 * target - 1) - (2 * pred - 1)) * x

@kata.misconception(convention="normalised least mean squares (Widrow and Hoff)")
def divides_by_the_length_of_the_input(w, x, target, pred, lr):
    """You divide the step by |x|², so that long inputs do not move the score further. Here the step is not
    normalised."""
    return w + lr * (target - pred) * x / (x @ x if x.any() else 1.0)
