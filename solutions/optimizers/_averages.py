"""The compiled average: each value needs the one before, so NumPy has no call for it."""

from gradkata.jit import FUSED, kernel


@kernel("void(f8[::1], f8, f8, f8[::1])", flags=FUSED)
def follow(theta, beta, v, averages):
    """Write the averages after each value: ``(n),(),(),(n)``."""
    rest = 1.0 - beta
    for t in range(len(theta)):
        v = beta * v + rest * theta[t]
        averages[t] = v
