r"""
# The gradient of the L2 penalty

Builds on `l2_penalty` and `central_difference`.

If an L2 penalty is added to a loss, the gradient of the penalty is added to that of the loss. A step against it pulls
every slope towards 0, and a large slope more strongly than a small one. The intercept does not occur in the penalty, so
the derivative with respect to it is 0:

$$\frac{\partial}{\partial \beta_j} \lambda \sum_{i=1}^{d} \beta_i^2 = 2 \lambda \beta_j \quad (j \ge 1),
\qquad \frac{\partial}{\partial \beta_0} = 0$$

A step of gradient descent along the penalty alone, with the rate $\eta$, multiplies every slope by
$1 - 2 \eta \lambda$. Hence the name weight decay. If $\eta \lambda$ is larger than 1/2, the slopes change their signs.

## Conventions

* `beta` is a float array (float64) of shape `(d+1,)`: the intercept $\beta_0$, then the d slopes.
* `lam` is a float: the strength $\lambda$ of the penalty, which has no factor 1/2 here.
* Input: `d` is from 0 to 2000; `beta` holds numbers from -1000 to 1000; `lam` is from 0 to 1000.
* The result is a float array (float64) of shape `(d+1,)`: the derivatives with respect to all coefficients.
* PyTorch's `SGD` adds `weight_decay` times each weight to the gradient, without the factor 2.
* Finite differences are not accurate enough.
* The arguments are not changed.

## Example

    >>> l2_grad(np.array([10.0, 1.0, -2.0, 0.5]), 2.0)
    array([ 0.,  4., -8.,  2.])

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 7.1.1 (with a factor 1/2).
"""

import numpy as np


def l2_grad(beta, lam):
    """Return the derivatives of the L2 penalty with respect to the intercept and the slopes, as a vector."""
    raise NotImplementedError
