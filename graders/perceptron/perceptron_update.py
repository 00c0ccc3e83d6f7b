"""Properties that every right perceptron update has, and common mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st

number = inputs.halves | inputs.finer | st.sampled_from([1000.0, -1000.0])

kata = Kata(
    "perceptron_update(w: (d), x: (d), target: i8, pred: i8, lr: ()) -> (d)",
    w=st.arrays(arg("d"), elements=number),
    x=st.arrays(arg("d"), elements=number),
    target=st.integers(0, 1),
    pred=st.just(arg("target")).map(lambda target: 1 - target),
    lr=st.sampled_from([0.5, 0.25, 1.0, 2.0, 0.1, 0.01]),
)
kata.domain(d=arg.size(1, 1200), w=arg.real(-1000, 1000), x=arg.real(-1000, 1000), target=arg.choice(0, 1),
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

kata.example("The given answer counts, also where the weights are 0.", expected=np.array([0.5, 1.0]),
             w=np.zeros(2), x=np.array([1.0, 2.0]), target=1, pred=0, lr=0.5)

def step(x, target, pred, lr):
    """The right change of the weights: ``(d),(),(),()->(d)``."""
    return lr * (target - pred) * x

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
    return step(x, target, pred, lr)

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

@kata.misconception
def recomputes_the_answer(w, x, target, pred, lr):
    """You compute the answer from `w` and `x` and do not use `pred`. The answer is given."""
    return w + step(x, target, int(w @ x > 0), lr)

@kata.misconception
def recomputes_the_answer_with_1_at_0(w, x, target, pred, lr):
    """You compute the answer from `w` and `x`, with 1 for a score of 0, and do not use `pred`. The answer is given."""
    return w + step(x, target, int(w @ x >= 0), lr)

@kata.misconception
def moves_weights_of_positive_inputs_only(w, x, target, pred, lr):
    """You move a weight only if its input is above 0. A negative input contributed to the mistake as well."""
    return np.where(x > 0, w + step(x, target, pred, lr), w)

@kata.misconception
def clips_the_weights(w, x, target, pred, lr):
    """You clip the weights to the range from -1 to 1. The rule sets no limit on them."""
    return np.clip(w + step(x, target, pred, lr), -1, 1)

@kata.misconception
def clips_the_moved_weights(w, x, target, pred, lr):
    """When the weights move, you clip them to the range from -1 to 1. The rule sets no limit on them."""
    return w if target == pred else clips_the_weights(w, x, target, pred, lr)

@kata.misconception
def stops_once_the_answer_is_right(w, x, target, pred, lr):
    """You stop partway, as soon as the new weights would give the right answer. The rule moves every weight, whatever
    the new weights would answer."""
    w = w.copy()
    for i, change in enumerate(step(x, target, pred, lr)):
        w[i] += change
        if int(w @ x > 0) == target:
            break
    return w

@kata.misconception(convention="texts that label the classes -1 and 1, where t - o is 2 or -2")
def labels_classes_minus_one_and_one(w, x, target, pred, lr):
    """You convert 0 and 1 to -1 and 1 first, so every step is twice as long. Here the labels stay 0 and 1."""
    return w + lr * ((2 * target - 1) - (2 * pred - 1)) * x

@kata.misconception(convention="normalised least mean squares (Widrow and Hoff)")
def divides_by_the_length_of_the_input(w, x, target, pred, lr):
    """You divide the step by |x|², so that long inputs do not move the score further. Here the step is not
    normalised."""
    return w + lr * (target - pred) * x / (x @ x if x.any() else 1.0)

kata.mistakes(say={
    "exchanges_target_and_pred": "You subtract the step, or use the answer minus the target. "
                                 "Each update makes the mistake larger.",
})
