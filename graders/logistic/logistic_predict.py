"""Properties of all right probabilities of a logistic regression, and the usual mistakes."""

import math

import numpy as np

from gradkata import Kata, arg, same, st
from ..classic.linreg_predict import kata as linear
from ._model import large, probabilities, scores, sigmoid, strong

kata = Kata("logistic_predict(X: (n,d), beta: (d+1)) -> (n)", n=st.integers(2, 4), d=st.integers(2, 3))
kata.domain(n=arg.size(0, 1200), d=arg.size(0, 200), X=arg.real(-100, 100), beta=arg.real(-10, 10))
kata.mistakes(say={
    "rounds_to_whole_numbers": "You return 1 or 0, the likelier class. The result is the probability of class 1.",
})
kata.hints(
    "Two steps: a number for each row, then a probability for each number. What does `linreg_predict` return?",
    "Which probability belongs to a score of 0? Is your result above 1/2 where the score is positive?",
    "For which scores does e^z overflow, and for which e^(-z)? What is inf / inf?",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("Scores of ±1000 and more give 0 or 1, without NaN.", points=2, d=st.integers(1, 2),
          X=st.arrays((arg("n"), arg("d")), elements=large), beta=st.arrays((arg("d+1"),), elements=strong),
          hint="Which exponential overflows there? e^(-|z|) never does.")
kata.edge("Without rows the result is empty.", points=1, n=0)
kata.edge("Without features every row has the probability of the intercept.", points=0, d=0)
kata.example("Scores of 0 and 2.", expected=np.array([0.5, 0.8807970779778823]),
             X=np.array([[1.0], [3.0]]), beta=np.array([-1.0, 1.0]))
kata.example("A score of ln 4 means odds of 4 to 1, a probability of 0.8.", expected=np.array([0.8]),
             X=np.array([[math.log(4)]]), beta=np.array([0.0, 1.0]))

kata.equivalent("logistic_predict_numpy: >= -> > in z >= 0", reason="at 0 the exponential is 1 as well")


@kata.property(points=0)
def has_log_odds_that_are_linear(logistic_predict, X, beta):
    """The odds P / (1 - P) of a result are e to the power of the score."""
    p = logistic_predict(X / 4, beta / 4)
    same(p, (1 - p) * np.exp(scores(X / 4, beta / 4)))


@kata.property(points=0)
def gives_the_opposite_for_the_opposite_weights(logistic_predict, X, beta):
    """If every weight changes its sign, P becomes 1 - P."""
    same(logistic_predict(X, -beta), 1 - logistic_predict(X, beta))


@kata.property(points=0)
def is_one_half_without_weights(logistic_predict, X, beta):
    """If all weights are 0, every probability is 1/2."""
    same(logistic_predict(X, 0 * beta), np.full(len(X), 0.5))


@kata.property(points=0)
def rises_with_the_intercept(logistic_predict, X, beta):
    """A larger intercept never lowers a probability."""
    raised = beta.copy()
    raised[0] += 1
    assert (logistic_predict(X, raised) >= logistic_predict(X, beta)).all()


@kata.misconception
def returns_the_scores(X, beta):
    """You return the scores, which are log-odds. A probability is between 0 and 1."""
    return scores(X, beta)


@kata.misconception(title="returns the probability of class 0")
def returns_the_probability_of_class_0(X, beta):
    """Your probability falls when the score rises: it is that of class 0."""
    return sigmoid(-scores(X, beta))


@kata.misconception(title="adds the intercept outside the sigmoid")
def adds_the_intercept_outside(X, beta):
    """You add the intercept to the result of the sigmoid, which can then be above 1. It belongs to the score."""
    return sigmoid(X @ beta[1:]) + beta[0]


@kata.misconception(title="adds a small number to the probability")
def adds_an_error_term(X, beta):
    """You add something to the result of the sigmoid, like the error term of a linear model. It can then be above 1."""
    return probabilities(X, beta) + 1e-3


@kata.misconception(title="mixes the two forms")
def mixes_the_two_forms(X, beta):
    """Your fraction is e^z over 1 + e^(-z): the numerator of one form over the denominator of the other."""
    z = np.clip(scores(X, beta), -300, 300)
    return np.exp(z) / (1 + np.exp(-z))


@kata.misconception(title="divides infinity by infinity")
def lets_both_parts_overflow(X, beta):
    """For large scores the numerator and the denominator are both infinite, and their quotient is NaN."""
    with np.errstate(over="ignore", invalid="ignore"):
        return np.exp(scores(X, beta)) / (1 + np.exp(scores(X, beta)))


@kata.misconception(title="lets math.exp overflow")
def lets_math_exp_overflow(X, beta):
    """math.exp raises OverflowError where NumPy's exp returns infinity. Scores far below 0 must work too."""
    return np.array([1 / (1 + math.exp(-z)) for z in scores(X, beta)])


@kata.misconception(title="clips the scores at ±20")
def clips_the_scores(X, beta):
    """You limit the scores to ±20. A probability may be much smaller than e^(-20)."""
    return sigmoid(np.clip(scores(X, beta), -20, 20))


@kata.misconception(title="takes the sigmoid of each term")
def applies_the_sigmoid_to_each_term(X, beta):
    """You apply the sigmoid before you add up the terms. It is applied once, to the whole score."""
    return sigmoid(X * beta[1:]).sum(axis=1) + sigmoid(beta[0])


kata.inherit(linear, lambda wrong: lambda X, beta: sigmoid(wrong(X, beta)))
