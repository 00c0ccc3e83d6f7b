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
    "Which values can t - o take, and what does each of them say about the answer?",
    "A 1 was missed, and an input is 2. Should its weight grow or shrink? And if the input is -2, or 0?",
    "Each weight changes by a product of three numbers: the rate, the error with its sign, and its own input.",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("After a right answer no weight moves.", points=2,
          hint="What is t - o after a right answer? Does your function still return the weights?", pred=arg("target"))
kata.edge("With a learning rate of 0 no weight moves.", points=1, lr=0.0)
kata.example("An input of 0 leaves its weight at 0.6.", expected=np.array([0.7, 0.6]),
             w=np.array([1.2, 0.6]), x=np.array([1.0, 0.0]), target=0, pred=1, lr=0.5)
kata.example("A missed 1 increases the weights of positive inputs.", expected=np.array([0.5, 0.0]),
             w=np.array([0.25, -0.5]), x=np.array([2.0, 4.0]), target=1, pred=0, lr=0.125)

kata.example("The given answer counts, even if all weights are 0.", expected=np.array([0.5, 1.0]),
             w=np.zeros(2), x=np.array([1.0, 2.0]), target=1, pred=0, lr=0.5)

def step(x, target, pred, lr):
    """The right change of the weights: ``(d),(),(),()->(d)``."""
    return lr * (target - pred) * x

@kata.property(points=0)
def moves_the_score_towards_the_target(perceptron_update, w, x, target, pred, lr):
    """After a mistake the score w·x changes by lr · |x|²: up if a 1 was missed, down after a false alarm."""
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

@kata.misconception(title="moves all weights by the same step")
def moves_every_weight(w, x, target, pred, lr):
    """You move all weights by the same step. A weight whose input is 0 had no effect on the answer."""
    return w + lr * (target - pred)

@kata.misconception
def learns_from_right_answers_too(w, x, target, pred, lr):
    """You move the weights towards the target after every answer. After a right answer there is nothing to correct."""
    return w + lr * (2 * target - 1) * x

@kata.misconception
def writes_into_the_weights(w, x, target, pred, lr):
    """You change the caller's array. Perhaps `w += ...` is the reason: the caller may still need the old weights."""
    w += lr * (target - pred) * x
    return w

@kata.misconception
def applies_the_rate_twice(w, x, target, pred, lr):
    """You multiply by the learning rate twice. It scales the step once."""
    return w + lr * (lr * (target - pred)) * x

@kata.misconception(title="leaves out the learning rate")
def forgets_the_rate(w, x, target, pred, lr):
    """Your step does not depend on the learning rate. It scales the step."""
    return w + (target - pred) * x

@kata.misconception(title="ignores the sign of the error", hint="Which sign does t - o have after a false alarm?")
def forgets_the_sign_of_the_error(w, x, target, pred, lr):
    """After a false alarm you move the weights as after a missed 1, which makes the mistake larger."""
    return w + lr * abs(target - pred) * x

@kata.misconception
def learns_from_missed_targets_only(w, x, target, pred, lr):
    """You move the weights only if a 1 was missed. An answer of 1 is a mistake as well if 0 is right."""
    return w + lr * max(target - pred, 0) * x

@kata.misconception
def learns_from_false_alarms_only(w, x, target, pred, lr):
    """You move the weights only if the answer was 1 and 0 is right. A missed 1 is a mistake as well."""
    return w + lr * min(target - pred, 0) * x

@kata.misconception(title="uses the target as the error")
def takes_the_target_for_the_error(w, x, target, pred, lr):
    """You scale the step by the target. It depends on the difference between target and answer, which may be negative
    or 0."""
    return w + lr * target * x

@kata.misconception(title="returns the step only")
def returns_the_step(w, x, target, pred, lr):
    """You return the change of the weights. Return the new weights."""
    return step(x, target, pred, lr)

@kata.misconception
def ignores_the_size_of_the_input(w, x, target, pred, lr):
    """You move every weight by the same step, unless its input is 0. The step is proportional to the input."""
    return w + lr * (target - pred) * (x != 0)

@kata.misconception(title="uses the weight as the input")
def takes_the_weight_for_the_input(w, x, target, pred, lr):
    """You scale the step by the weight, so a weight of 0 can never change. Which number says how much it
    contributed?"""
    return w + lr * (target - pred) * w

@kata.misconception(title="treats the first weight as a bias")
def takes_the_first_weight_for_a_bias(w, x, target, pred, lr):
    """You move the first weight as if its input were 1. There is no separate bias."""
    return w + lr * (target - pred) * np.r_[1.0, x[1:]]

@kata.misconception(title="returns nothing after a right answer")
def returns_nothing_when_nothing_moves(w, x, target, pred, lr):
    """After a right answer your function returns None. Return the weights then as well."""
    return None if pred == target else w + lr * (target - pred) * x

@kata.misconception
def leaves_out_the_last_weight(w, x, target, pred, lr):
    """Your last weight never moves. Perhaps a loop ends too early, or the last weight is treated as a bias."""
    return np.r_[w[:-1] + lr * (target - pred) * x[:-1], w[-1]]

@kata.misconception
def recomputes_the_answer(w, x, target, pred, lr):
    """Your step depends on the answer that `w` and `x` give, not on `pred`. The answer is given."""
    return w + step(x, target, int(w @ x > 0), lr)

@kata.misconception(title="recomputes the answer")
def recomputes_the_answer_with_1_at_0(w, x, target, pred, lr):
    """Your step depends on the answer that `w` and `x` give, with 1 for a score of 0, not on `pred`. The answer is
    given."""
    return w + step(x, target, int(w @ x >= 0), lr)

@kata.misconception
def moves_weights_of_positive_inputs_only(w, x, target, pred, lr):
    """You move a weight only if its input is above 0. A negative input affected the answer as well."""
    return np.where(x > 0, w + step(x, target, pred, lr), w)

@kata.misconception
def clips_the_weights(w, x, target, pred, lr):
    """Your weights never leave the range from -1 to 1. The rule sets no limit on them."""
    return np.clip(w + step(x, target, pred, lr), -1, 1)

@kata.misconception
def clips_the_moved_weights(w, x, target, pred, lr):
    """If the weights move, they do not leave the range from -1 to 1. The rule sets no limit on them."""
    return w if target == pred else clips_the_weights(w, x, target, pred, lr)

@kata.misconception
def stops_once_the_answer_is_right(w, x, target, pred, lr):
    """You stop partway, as soon as the new weights give the right answer. The rule moves every weight."""
    w = w.copy()
    for i, change in enumerate(step(x, target, pred, lr)):
        w[i] += change
        if int(w @ x > 0) == target:
            break
    return w

@kata.misconception(convention="texts that label the classes -1 and 1, where t - o is 2 or -2",
                    title="labels the classes -1 and 1")
def labels_classes_minus_one_and_one(w, x, target, pred, lr):
    """Your step is twice as long, as with the labels -1 and 1. Here the labels are 0 and 1."""
    return w + lr * ((2 * target - 1) - (2 * pred - 1)) * x

@kata.misconception(convention="normalised steps, as in normalised least mean squares",
                    title="divides the step by |x|²")
def divides_by_the_length_of_the_input(w, x, target, pred, lr):
    """You divide the step by |x|², so that long inputs do not move the score further. Here the step is not
    normalised."""
    return w + lr * (target - pred) * x / (x @ x if x.any() else 1.0)

@kata.misconception(title="uses the score in place of the answer",
                    convention="the delta rule (Adaline, Widrow and Hoff 1960)")
def uses_the_delta_rule(w, x, target, pred, lr):
    """Your error is the target minus the score w·x. Here it is the target minus the given answer, 0 or 1."""
    return w + lr * (target - w @ x) * x

@kata.misconception(title="multiplies the weights by the step")
def multiplies_the_weights(w, x, target, pred, lr):
    """You multiply the weights by 1 plus the step, so a weight of 0 can never change. The step is added."""
    return w * (1 + step(x, target, pred, lr))

@kata.misconception(title="never moves a weight")
def multiplies_by_the_slope_of_a_sigmoid(w, x, target, pred, lr):
    """Your weights never change. Perhaps the step contains o (1 - o), the slope of a sigmoid, which is 0 for an answer
    of 0 or 1."""
    return w + 0 * x

@kata.misconception(title="normalises the new weights")
def normalises_the_weights(w, x, target, pred, lr):
    """Your new weights always have length 1. The rule sets no length."""
    w = w + step(x, target, pred, lr)
    return w / (np.linalg.norm(w) or 1)

kata.mistakes(say={
    "exchanges_target_and_pred": "Your step goes the wrong way, so each update makes the mistake larger. "
                                 "Perhaps a difference or a sign is reversed.",
})
