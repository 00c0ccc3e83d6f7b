"""Properties of every right majority vote, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, st
from ._votes import clear_votes, counts, leaders, tied_votes

kata = Kata(
    "majority_vote(labels: i8(k), n_classes: i8) -> i8",
    k=st.integers(1, 6),
    n_classes=st.integers(2, 5),
    labels=clear_votes(arg("k"), arg("n_classes")),
)
kata.domain(k=arg.size(1, 2000), labels=arg.whole(0, "n_classes-1"), n_classes=arg.size(1, 1000))
kata.hints(
    "How many votes does each class have? Write the counts as a list whose indices are the labels.",
    "Do you return a label, or how often it occurs?",
    "If the counts are 2, 0 and 2, which index does `argmax` return?",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("If several labels tie, the smallest of them wins.", points=2, k=st.integers(2, 6),
          n_classes=st.integers(3, 5), labels=tied_votes(arg("k"), arg("n_classes")),
          hint="In which order does your code look at the labels, and which of two equal counts does it keep?")
kata.edge("A single vote decides alone.", points=0, k=1)
kata.edge("If all votes are for one label, it wins.", points=0,
          labels=st.integers(0, 1).map(lambda c: np.full(4, c)), k=4)
kata.example("Two comedies and an action film among three neighbours are a comedy.", expected=1,
             labels=np.array([1, 1, 0]), n_classes=2)
kata.example("Two comedies and two action films tie, and class 0 wins.", expected=0,
             labels=np.array([1, 1, 0, 0]), n_classes=2)


@kata.property(points=0)
def does_not_depend_on_the_order(majority_vote, labels, n_classes):
    """The order of the votes does not matter."""
    assert majority_vote(labels[::-1].copy(), n_classes) == majority_vote(np.sort(labels), n_classes)


@kata.property(points=0)
def names_a_label_with_a_vote(majority_vote, labels, n_classes):
    """The winner is one of the labels that have a vote."""
    assert majority_vote(labels, n_classes) in labels


@kata.property(points=0)
def keeps_the_winner_after_one_more_vote_for_it(majority_vote, labels, n_classes):
    """One more vote for the winner does not change the result."""
    winner = majority_vote(labels, n_classes)
    assert majority_vote(np.append(labels, winner), n_classes) == winner


@kata.property(points=0)
def follows_the_names_of_the_classes(majority_vote, labels, n_classes):
    """If every label c is renamed to 2c + 1, the winner is renamed in the same way."""
    assert majority_vote(2 * labels + 1, 2 * n_classes) == 2 * majority_vote(labels, n_classes) + 1


@kata.misconception
def returns_the_number_of_votes(labels, n_classes):
    """You return how many votes the winner has, not its label."""
    return int(counts(labels, n_classes).max())


@kata.misconception(title="takes the first of tied labels", convention="Python's Counter.most_common")
def takes_the_first_of_several(labels, n_classes):
    """Of several tied labels you take the one that occurs first. The smallest label wins."""
    return next(int(label) for label in labels if label in leaders(labels, n_classes))


@kata.misconception(title="takes the last of tied labels")
def takes_the_last_of_several(labels, n_classes):
    """Of several tied labels you take the one that occurs last. The smallest label wins."""
    return next(int(label) for label in labels[::-1] if label in leaders(labels, n_classes))


@kata.misconception(title="takes the largest of tied labels")
def takes_the_largest_of_several(labels, n_classes):
    """Of several tied labels you take the largest. The smallest wins."""
    return int(leaders(labels, n_classes)[-1])


@kata.misconception
def returns_the_last_vote(labels, n_classes):
    """You return the last of the labels, whatever the others are. Every vote counts."""
    return int(labels[-1])


@kata.misconception
def returns_the_first_vote(labels, n_classes):
    """You return the first of the labels, as if only the nearest neighbour voted. Every vote counts."""
    return int(labels[0])


@kata.misconception
def takes_the_median_of_the_labels(labels, n_classes):
    """You take the median of the labels as numbers. Labels are names: their order means nothing."""
    return int(np.median(labels))


@kata.misconception
def takes_the_mean_of_the_labels(labels, n_classes):
    """You round the mean of the labels. Labels are names: between class 0 and class 2 there is no class 1."""
    return round(float(np.mean(labels)))


@kata.misconception
def knows_two_classes_only(labels, n_classes):
    """You compare the votes of classes 0 and 1, and no other class can win. There may be more than two classes."""
    return int(np.sum(labels == 1) > np.sum(labels == 0))


@kata.misconception
def returns_an_index_of_the_distinct_labels(labels, n_classes):
    """You return the index of the winner among the labels that occur. If a class has no vote, this index is not the
    label."""
    return int(np.unique(labels, return_counts=True)[1].argmax())


@kata.misconception
def asks_for_more_than_half(labels, n_classes):
    """You accept a winner only if it has more than half of the votes, and return class 0 otherwise. The most votes are
    enough."""
    votes = counts(labels, n_classes)
    return int(votes.argmax()) if 2 * votes.max() > len(labels) else 0
