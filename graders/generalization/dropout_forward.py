"""Properties of every right dropout, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st

quarters = st.sampled_from([0.25, 0.5, 0.75])
kata = Kata(
    "dropout_forward(a: (n), u: (n), p: (), training: b1) -> (n)",
    n=st.integers(2, 5),
    a=st.arrays(arg("n"), elements=inputs.halves | inputs.fine),
    u=st.arrays(arg("n"), elements=st.integers(0, 15).map(lambda k: (2 * k + 1) / 32)),  # never equal to p
    p=quarters,
)
kata.domain(n=arg.size(0, 2000), a=arg.real(-1000, 1000), u=arg.real(0, 0.999), p=arg.real(0, 0.99),
            training=arg.choice(False, True))
kata.hints(
    "`p` is the probability of dropping. Does a small `u` mean that an activation is dropped or that it is kept?",
    "Half of the activations are dropped. What must the others be multiplied by to keep the average?",
    "After training, is anything dropped or scaled? Work out an entry of the example, in training and afterwards.",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("Where u equals p, the activation is kept.", points=1, training=True,
          u=st.arrays(arg("n"), elements=quarters))
kata.edge("With p = 0 nothing is dropped.", points=1, p=0.0,
          u=st.arrays(arg("n"), elements=st.sampled_from([0.0, 0.5])))
kata.edge("After training nothing changes.", points=0, training=False)
kata.edge("With a p near 1 the few that are kept become large.", points=0, training=True, p=31 / 32,
          u=st.arrays(arg("n"), elements=st.sampled_from([0.5, 0.96875, 0.984375])))
kata.edge("Without activations the result is empty.", points=0, n=0)
kata.example("Two of three activations are kept and doubled.", a=np.array([1.0, 2.0, 3.0]),
             u=np.array([0.75, 0.125, 0.5]), p=0.5, training=True, expected=np.array([2.0, 0.0, 6.0]))


@kata.property(points=0, c=st.sampled_from([1.0, -2.0, 3.0]))
def keeps_the_average(dropout_forward, c, p):
    """For evenly spaced numbers u, the mean of the results for one activation is this activation."""
    same(np.mean(dropout_forward(np.full(32, c), np.arange(32) / 32, p, True)), c)


@kata.property(points=0)
def is_zero_or_scaled(dropout_forward, a, u, p):
    """In training each entry is 0 or the activation over 1 - p."""
    found = dropout_forward(a, u, p, True)
    same(np.where(found == 0, 0, a / (1 - p)), found)


@kata.property(points=0)
def chooses_by_the_random_numbers_alone(dropout_forward, a, u, p, training):
    """Activations that are three times as large give three times the result: the choice does not depend on them."""
    same(dropout_forward(3 * a, u, p, training), 3 * dropout_forward(a, u, p, training))


@kata.misconception(title="does not scale what is kept", hint="What is the average of your result over all u?")
def forgets_the_scale(a, u, p, training):
    """You drop activations and leave the others as they are, so that the next layer gets less in training than
    afterwards."""
    return a * (u >= p) if training else a.copy()


@kata.misconception(convention="Srivastava et al. 2014", title="scales after training")
def scales_after_training(a, u, p, training):
    """You scale the activations after training, and not in training. Here they are scaled in training."""
    return a * (u >= p) if training else a * (1 - p)


@kata.misconception(title="scales in training and afterwards")
def scales_twice(a, u, p, training):
    """You scale what is kept in training, and all activations once more afterwards. The scale in training is enough."""
    return a * (u >= p) / (1 - p) if training else a * (1 - p)


@kata.misconception(title="divides by p")
def divides_by_the_dropped_share(a, u, p, training):
    """You divide by the probability of dropping. The share that is kept is another number, unless p is 1/2."""
    return a * (u >= p) / p if training else a.copy()


@kata.misconception(convention="the notes of CS231n, where p is the probability of keeping")
def keeps_with_probability_p(a, u, p, training):
    """You keep an activation with the probability p, and divide by p. Here `p` is the probability of dropping."""
    return a * (u < p) / p if training else a.copy()


@kata.misconception(title="drops the others")
def drops_the_others(a, u, p, training):
    """You keep an activation if its u is less than p. Here such an activation is dropped."""
    return a * (u < p) / (1 - p) if training else a.copy()


@kata.misconception
def drops_after_training(a, u, p, training):
    """You drop activations after training as well. All of them are used then."""
    return a * (u >= p) / (1 - p)


@kata.misconception(title="decides once for all activations")
def decides_once(a, u, p, training):
    """You use the first random number for all activations, so that all are kept or all dropped. Each has its own."""
    return a * (u[0] >= p) / (1 - p) if training and len(a) else a.copy()


@kata.misconception(title="drops where u equals p")
def drops_at_the_edge(a, u, p, training):
    """You drop an activation whose u equals p. With p = 0, where nothing is dropped, you drop one whose u is 0."""
    return a * (u > p) / (1 - p) if training else a.copy()


@kata.misconception(title="draws random numbers of its own")
def draws_its_own_numbers(a, u, p, training):
    """You draw random numbers yourself, and `u` has no effect. Then a call cannot be repeated."""
    return a * (np.random.default_rng(0).random(len(a)) >= p) / (1 - p) if training else a.copy()
