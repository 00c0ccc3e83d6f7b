r"""
# Clipped n-gram precision

How many of a translation's n-grams occur in some reference? Repeating a safe word must not be rewarded: an n-gram
counts at most as often as in the reference that contains it most often. BLEU combines such fractions:

$$p_n = \frac{\sum_g \min\bigl(\mathrm{count}(g), \max_r \mathrm{count}_r(g)\bigr)}{\sum_g \mathrm{count}(g)},$$

where $g$ runs over the different n-grams of the candidate, n words in a row each, and $r$ over the references.

## Conventions

* Input: `candidate` has 0 to 1200 words; `references` holds 1 to 8 lists of 0 to 1200 words; `n` is from 1 to 9.
* `candidate` is a list of words, `references` a list of such lists. A word is a string of one or more
  letters, without blanks or points; upper and lower case differ. The candidate and any reference may be empty. `n`
  is an integer.
* The result is the pair (clipped count, total): numerator and denominator as a tuple or list of two integers,
  Python's or NumPy's, compared exactly. Nothing is divided or reduced: of 2/7 the clipped count is 2.
* The total counts every n-gram of the candidate, repetitions too. The references do not affect it.
* Each n-gram is clipped by its own best reference. Counts of different references are not added up.
* A candidate with fewer than `n` words has no n-gram: the result is (0, 0). A reference with fewer than `n` words
  has none.
* An n-gram is a sequence of words, not of letters: ("la", "lala") and ("lala", "la") are different.
* The arguments are not changed.

## Example

In the first candidate two of seven words are right, because the first reference contains the word twice. In the
second candidate four of six pairs are right: "the cat" occurs twice in it and counts once, and "cat on" occurs in
the second reference.

    >>> references = ["the cat is on the mat".split(), "there is a cat on the mat".split()]
    >>> clipped_precision("the the the the the the the".split(), references, 1)
    (2, 7)
    >>> clipped_precision("the cat the cat on the mat".split(), references, 2)
    (4, 6)

## Source

K. Papineni et al., "BLEU: a method for automatic evaluation of machine translation", ACL 2002, section 2.1.
"""


def clipped_precision(candidate, references, n):
    """Return the clipped count and the total of a candidate's n-grams, as two integers."""
    raise NotImplementedError
