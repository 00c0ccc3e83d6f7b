"""What is asked of the whole domain besides the schedule: the edges in combination."""

import numpy as np

from gradkata import Kata, arg, st
from gradkata.authoring.domain_cases import on_the_domain


def shifted(x, threshold):
    return np.where(x > threshold, x, 0.0)


def asked():
    """The arguments of all calls on the domain of a kata with one edge."""
    kata = Kata("shifted(x: (n), threshold: ()) -> (n)")
    kata.domain(n=arg.size(1, 8), x=arg.real(-9, 9), threshold=arg.real(-2, 2))
    kata.agreement(points=9)
    kata.edge("Zeros stay.", points=1, n=3, x=st.just(np.zeros(3)), threshold=0.5)
    return [
        call.arguments
        for candidate in on_the_domain("maths/shifted", kata, kata.properties[-1], shifted, "seed")
        for call in candidate.calls
    ]


def test_an_edge_of_an_array_is_asked_at_both_ends_of_a_number_that_the_edge_fixes():
    thresholds = {threshold for x, threshold in asked() if len(x) == 3 and not x.any()}

    assert {-2.0, 2.0} <= thresholds
