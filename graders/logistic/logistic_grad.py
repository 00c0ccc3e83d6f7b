"""Properties of every right gradient of logistic regression, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._model import large, probabilities, scores, strong, with_ones

labels = st.sampled_from([0.0, 1.0])


def gradient(X, y, p):
    """The right gradient, of the given probabilities."""
    return with_ones(X).T @ (p - y) / len(X)


kata = Kata("logistic_grad(X: (n,d), y: (n), beta: (d+1)) -> (d+1)", n=st.integers(2, 4), d=st.integers(2, 3),
            y=st.arrays(arg("n"), elements=labels))
kata.domain(n=arg.size(1, 1200), d=arg.size(0, 200), X=arg.real(-100, 100), y=arg.real(0, 1), beta=arg.real(-10, 10))
kata.mistakes(say={
    "leaves_out_the_first_entry": "Your gradient has no entry for the intercept, which is a weight like the others.",
    "leaves_the_first_entry_0": "The first entry of your gradient is always 0, so that the intercept would never move.",
    "has_the_wrong_sign": "Your gradient has the wrong sign everywhere. A step against it would make the loss rise.",
})
kata.hints(
    "The gradient has one entry for each weight. Which feature belongs to the intercept?",
    "What should the gradient be if every probability is equal to its label? What sign does its first entry have if "
    "all probabilities are too high?",
    "The derivative of the loss of one sample with respect to its score is p - y. What is the derivative of the score "
    "with respect to each weight? Multiply the two, and take the mean over the samples.",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("Scores of ±1000 and more give a finite gradient.", points=2, d=st.integers(1, 2),
          X=st.arrays((arg("n"), arg("d")), elements=large), beta=st.arrays((arg("d+1"),), elements=strong),
          hint="Which exponential overflows there? Do you divide by p or by 1 - p, which can be 0?")
kata.edge("Uncertain labels work too.", points=0, y=st.arrays(arg("n"), elements=st.sampled_from([0.25, 0.5, 1.0])))
kata.edge("A single sample has a gradient of its own.", points=0, n=1)
kata.edge("Without features only the intercept has a derivative.", points=0, d=0)
kata.example("Errors of 0.5 and -0.5.", expected=np.array([0.0, -0.5]),
             X=np.array([[1.0], [3.0]]), y=np.array([0.0, 1.0]), beta=np.array([0.0, 0.0]))


@kata.property(points=0)
def starts_with_the_mean_error(logistic_grad, X, y, beta):
    """The entry of the intercept is the mean of p - y."""
    same(logistic_grad(X, y, beta)[0], np.mean(probabilities(X, beta) - y))


@kata.property(points=0)
def is_zero_where_labels_are_probabilities(logistic_grad, X, beta):
    """If every label is equal to its probability, there is nothing to improve, and the gradient is 0."""
    same(logistic_grad(X, probabilities(X, beta), beta), np.zeros(len(beta)))


@kata.property(points=0)
def does_not_depend_on_the_number_of_copies(logistic_grad, X, y, beta):
    """If every sample occurs twice, the gradient of the mean stays the same."""
    same(logistic_grad(np.tile(X, (2, 1)), np.tile(y, 2), beta), logistic_grad(X, y, beta))


@kata.property(points=0)
def is_the_slope_of_the_loss(logistic_grad, X, y, beta):
    """Small steps to both sides change the loss by the gradient times the step."""
    def loss(weights):
        z = scores(X, weights)
        return np.mean(np.logaddexp(0, z) - y * z)

    steps = 1e-5 * np.eye(len(beta))
    slopes = [(loss(beta + step) - loss(beta - step)) / 2e-5 for step in steps]
    same(logistic_grad(X, y, beta), np.array(slopes), rtol=1e-5, atol=1e-7)


@kata.misconception(title="multiplies by the slope of the sigmoid")
def multiplies_by_the_slope_of_the_sigmoid(X, y, beta):
    """You multiply the errors by p (1 - p). That belongs to the squared error; with the cross-entropy this factor
    cancels."""
    p = probabilities(X, beta)
    return with_ones(X).T @ ((p - y) * p * (1 - p)) / len(X)


@kata.misconception(title="puts the intercept last", convention="texts that put the bias after the weights")
def puts_the_intercept_last(X, y, beta):
    """The derivative with respect to the intercept is the last entry of your gradient. Here it is the first."""
    return np.roll(gradient(X, y, probabilities(X, beta)), -1)


@kata.misconception(title="sums the entry of the intercept")
def sums_the_entry_of_the_intercept(X, y, beta):
    """The entry of the intercept is a sum over the samples, the others are means."""
    g = gradient(X, y, probabilities(X, beta))
    g[0] *= len(X)
    return g


@kata.misconception(title="subtracts the labels from the scores")
def uses_the_scores(X, y, beta):
    """You subtract the labels from the scores, as for a linear model, without the sigmoid."""
    return gradient(X, y, scores(X, beta))


@kata.misconception(title="subtracts the labels from the classes", convention="the perceptron")
def uses_the_classes(X, y, beta):
    """You round the probabilities to classes first, so that samples of the right class have no error. All samples
    count."""
    return gradient(X, y, (scores(X, beta) > 0).astype(np.float64))


@kata.misconception(title="leaves the intercept out of the scores")
def forgets_the_intercept_in_the_scores(X, y, beta):
    """Your probabilities do not depend on the intercept. It is part of every score."""
    return gradient(X, y, probabilities(X, np.concatenate([[0.0], beta[1:]])))


@kata.misconception(title="labels the classes -1 and 1")
def labels_the_classes_minus_one_and_one(X, y, beta):
    """You turn a label of 0 into -1. Then p - y is no longer the error of a probability."""
    return gradient(X, 2 * y - 1, probabilities(X, beta))


@kata.misconception(title="divides infinity by infinity")
def lets_both_parts_overflow(X, y, beta):
    """For large scores the numerator and the denominator are both infinite, and their quotient is NaN."""
    with np.errstate(over="ignore", invalid="ignore"):
        return gradient(X, y, np.exp(scores(X, beta)) / (1 + np.exp(scores(X, beta))))


@kata.misconception(title="divides by p (1 - p)")
def divides_by_the_slope(X, y, beta):
    """You divide the error by p (1 - p) and multiply by it again. Where p is rounded to 0 or 1, you divide by 0."""
    p = probabilities(X, beta)
    with np.errstate(divide="ignore", invalid="ignore"):
        return with_ones(X).T @ ((p - y) / (p * (1 - p)) * (p * (1 - p))) / len(X)


@kata.misconception(title="returns the weights after a step")
def returns_the_weights_after_a_step(X, y, beta):
    """You return new weights. The result is the gradient itself."""
    return beta - gradient(X, y, probabilities(X, beta))
