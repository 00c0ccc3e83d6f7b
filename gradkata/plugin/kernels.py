"""NumPy with the kernels that `kata check` uses."""

import os
import sys
import warnings

from gradkata.isolation.environment import WANTED


def import_numpy() -> None:
    """Import NumPy as `kata check` does, so that expected values are the same to the last digit.

    If the project has imported it already, it stays as it is: verdicts do not depend on it.
    """
    if "numpy" in sys.modules:
        return
    before = {name: os.environ.get(name) for name in WANTED}
    os.environ.update(WANTED)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import numpy  # noqa: F401
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
