"""All gradients of a network with one hidden layer of tanh neurons, under the mean squared error.

Source: Bishop, "Pattern Recognition and Machine Learning" (2006), sections 5.3.1 and 5.3.2.
"""

import numpy as np

Gradients = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]


def mlp_backward(
    X: np.ndarray, W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray, Y: np.ndarray
) -> Gradients:
    """The derivatives of the cost by W1, b1, W2 and b2.

    Shapes: ``(n,d),(d,h),(h),(h,k),(k),(n,k)->(d,h),(h),(h,k),(k)``; n >= 1.
    """
    X, W1, b1, W2, b2, Y = (np.asarray(each, np.float64) for each in (X, W1, b1, W2, b2, Y))
    H = np.tanh(X @ W1 + b1)
    dZ2 = (H @ W2 + b2 - Y) * (2.0 / len(X))
    dZ1 = (dZ2 @ W2.T) * ((1.0 - H) * (1.0 + H))
    return X.T @ dZ1, dZ1.sum(axis=0), H.T @ dZ2, dZ2.sum(axis=0)


def mlp_backward_numpy(
    X: np.ndarray, W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray, Y: np.ndarray
) -> Gradients:
    """Go forward and keep H, then backward in the opposite order: the slope of tanh needs H only."""
    H = np.tanh(X @ W1 + b1)
    Yhat = H @ W2 + b2
    dZ2 = 2 * (Yhat - Y) / len(X)
    dZ1 = (dZ2 @ W2.T) * (1 - H**2)
    return X.T @ dZ1, dZ1.sum(axis=0), H.T @ dZ2, dZ2.sum(axis=0)


def mlp_backward_with_ones(
    X: np.ndarray, W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray, Y: np.ndarray
) -> Gradients:
    """The same with biases as weights of an input that is always 1, and the slope as 1 / cosh(z)^2."""
    ones = np.ones((len(X), 1))
    inputs = np.hstack([X, ones])
    Z = inputs @ np.vstack([W1, b1])
    hidden = np.hstack([np.tanh(Z), ones])
    delta = (hidden @ np.vstack([W2, b2]) - Y) / len(X) * 2
    slope = np.cosh(np.minimum(np.abs(Z), 300.0)) ** -2.0  # 0 to every digit from there on
    second, first = hidden.T @ delta, inputs.T @ (delta @ W2.T * slope)
    return first[:-1], first[-1], second[:-1], second[-1]


def mlp_backward_sample_by_sample(
    X: np.ndarray, W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray, Y: np.ndarray
) -> Gradients:
    """The same as the mean of the gradients of single samples."""
    dW1, db1, dW2, db2 = (np.zeros(each.shape) for each in (W1, b1, W2, b2))
    for x, y in zip(X, Y, strict=True):
        h = np.tanh(x @ W1 + b1)
        by_output = 2 * (h @ W2 + b2 - y)
        by_sum = (W2 @ by_output) * (1 - h * h)
        dW1 += np.outer(x, by_sum) / len(X)
        db1 += by_sum / len(X)
        dW2 += np.outer(h, by_output) / len(X)
        db2 += by_output / len(X)
    return dW1, db1, dW2, db2


def mlp_backward_complex_step(
    X: np.ndarray, W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray, Y: np.ndarray
) -> Gradients:
    """The same from the cost: a step along the imaginary axis costs no digits (Squire & Trapp 1998)."""
    parameters = [each.astype(np.complex128) for each in (W1, b1, W2, b2)]
    gradients = []
    for each in parameters:
        gradient = np.zeros(each.shape)
        for place in np.ndindex(each.shape):
            each[place] += 1e-100j
            V1, c1, V2, c2 = parameters
            error = np.tanh(X @ V1 + c1) @ V2 + c2 - Y
            gradient[place] = np.sum(error * error).imag / 1e-100 / len(X)
            each[place] = each[place].real
        gradients.append(gradient)
    return tuple(gradients)
