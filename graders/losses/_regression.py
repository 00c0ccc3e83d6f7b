"""A claim and mistakes that are common to losses of a regression, which are means over the samples."""

import numpy as np

from gradkata import same


def declare_claims_and_mistakes(kata, of_each):
    """Declare them for a loss whose value for each sample is ``of_each(y, yhat)``: ``(n),(n)->(n)``."""

    @kata.property(points=0)
    def does_not_depend_on_the_number_of_copies(loss, y, yhat):
        """If every sample occurs twice, the mean stays the same."""
        same(loss(np.tile(y, 2), np.tile(yhat, 2)), loss(y, yhat))

    @kata.misconception
    def averages_the_signed_errors(y, yhat):
        """You take the mean of the errors with their signs, so that errors of 1 and -1 cancel. A loss of 0 should mean
        that every prediction is right."""
        return np.mean(yhat - y)

    @kata.misconception(title="divides by n - 1")
    def divides_by_one_less(y, yhat):
        """You divide by one less than the number of samples, as in an estimate of a variance. The loss is a plain
        mean."""
        return np.sum(of_each(y, yhat)) / max(len(y) - 1, 1)
