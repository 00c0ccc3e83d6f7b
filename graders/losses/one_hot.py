"""Properties of every right one-hot encoding, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st


@st.composite
def classes(draw, n, k, base):
    """Labels from ``base`` to ``base + k - 1``."""
    return np.array([base + draw(st.integers(0, k - 1)) for _ in range(n)], dtype=np.int64)


kata = Kata("one_hot(labels: i8(n), k: i8, base: i8) -> (n,k)", n=st.integers(1, 4), k=st.integers(1, 4),
            base=st.sampled_from([0, 1, 5, -2]), labels=classes(arg("n"), arg("k"), arg("base")))
kata.domain(n=arg.size(0, 2000), k=arg.size(1, 100), labels=arg.whole("base", "base+k-1"), base=arg.whole(-1000, 1000))
kata.hints(
    "Classes are numbered from 1, and a label is 1. Which column has its 1?",
    "There are four classes and the labels are 1 and 2. How many columns are there?",
    "The rows of the identity matrix have a single 1 each. Which row belongs to which label?",
)

kata.contract(points=1)
kata.agreement(points=8)
kata.edge("Without labels there are no rows, but still k columns.", points=1, n=0)
kata.edge("A single class makes a column of ones.", points=0, k=1)
kata.example("The labels 1, 2 and 3, counted from 1, give the identity matrix.", expected=np.eye(3),
             labels=np.array([1, 2, 3]), k=3, base=1)
kata.example("Counted from 0, the label 1 is the second of two classes.", expected=np.array([[0.0, 1.0]]),
             labels=np.array([1]), k=2, base=0)


@kata.property(points=0)
def has_the_label_at_its_largest_entry(one_hot, labels, k, base):
    """The position of the 1 in a row, added to the first class, is the label."""
    assert (np.argmax(one_hot(labels, k, base), axis=1) + base).tolist() == labels.tolist()


@kata.property(points=0)
def counts_the_classes_in_its_columns(one_hot, labels, k, base):
    """The sum of a column is the number of samples of its class, and every row sums to 1."""
    table = one_hot(labels, k, base)
    same(np.sum(table, axis=0), np.bincount(labels - base, minlength=k).astype(float))
    same(np.sum(table, axis=1), np.ones(len(labels)))


@kata.property(points=0)
def depends_on_the_distance_from_the_base_only(one_hot, labels, k, base):
    """If all labels and the first class grow by 3, nothing changes."""
    same(one_hot(labels + 3, k, base + 3), one_hot(labels, k, base))


@kata.misconception(title="makes only as many columns as the largest label needs")
def takes_the_width_from_the_labels(labels, k, base):
    """Your table ends at the largest label that occurs. A class without samples has a column too."""
    width = int(max(labels, default=base)) - base + 1
    return np.eye(width)[labels - base]


@kata.misconception
def ignores_the_base(labels, k, base):
    """You use each label as a column index, whatever the first class is. Columns are counted from 0."""
    return np.eye(k)[labels]


@kata.misconception(title="counts from 1 always")
def counts_from_one(labels, k, base):
    """Your columns are right for classes that are counted from 1. The first class may have another number."""
    return np.eye(k)[labels - 1]


@kata.misconception(title="moves each 1 to the next column")
def counts_the_columns_from_one(labels, k, base):
    """The 1 of each row is one column too far to the right. The first class belongs to the first column."""
    return np.eye(k, k=1)[labels - base]


@kata.misconception(
    convention="pandas's get_dummies, and scikit-learn's OneHotEncoder by default",
    title="makes columns only for classes that occur",
)
def leaves_out_classes_that_do_not_occur(labels, k, base):
    """You make a column only for the classes that occur. A class without samples has a column too."""
    return (labels[:, None] == np.unique(labels)).astype(float)


@kata.misconception
def marks_all_labels_in_every_row(labels, k, base):
    """Each of your rows has a 1 for every class that occurs. Perhaps an index with a colon selects all rows. Each row
    has its own label."""
    table = np.zeros((len(labels), k))
    table[:, labels - base] = 1
    return table


@kata.misconception
def writes_the_label_itself(labels, k, base):
    """You write the label itself into the column of its class. The entries are 1 and 0."""
    return np.eye(k)[labels - base] * labels[:, None]


@kata.misconception(
    convention="targets of -1 and 1, as for a support vector machine", title="writes -1 for 0"
)
def writes_minus_one_for_zero(labels, k, base):
    """Your rows have -1 for the wrong classes. Here they have 0, so that each row sums to 1."""
    return 2 * np.eye(k)[labels - base] - 1


@kata.misconception(convention="dummy coding in statistics", title="leaves out the first class")
def leaves_out_the_first_class(labels, k, base):
    """You make no column for the first class. Here every class has one."""
    return np.eye(k)[labels - base][:, 1:]


@kata.misconception
def makes_a_list_of_rows(labels, k, base):
    """Without labels your result has no columns. Perhaps you make an array of a list of rows. An empty list says
    nothing about their length."""
    return np.array([np.eye(k)[label - base] for label in labels])
