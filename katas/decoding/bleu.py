r"""
# BLEU

Builds on `clipped_precision`.

How close is a translation to the references that people wrote? Count how many of its n-grams occur in some
reference, for n = 1 to N, and take care that neither repetition nor brevity pays:

$$\mathrm{BLEU} = \mathrm{BP} \cdot \Bigl(\prod_{n=1}^{N} p_n\Bigr)^{1/N}, \qquad
p_n = \frac{\sum_g \min\bigl(\mathrm{count}(g), \max_r \mathrm{count}_r(g)\bigr)}{\sum_g \mathrm{count}(g)},
\qquad \mathrm{BP} = \min\bigl(1, e^{1 - r/c}\bigr),$$

where $g$ runs over the different n-grams of the candidate, $c$ is the candidate's length, and $r$ is the length of
the reference whose length is closest to $c$.

## Conventions

* Input: `candidate` has 0 to 300 words; `references` holds 1 to 8 lists of 0 to 300 words; `max_n` is from 1 to 9.
* `candidate` is a list of words, `references` a list of such lists. A word is a string of one or more
  letters; upper and lower case differ. The candidate and any reference may be empty.
* `max_n` is $N$, and 4 unless given.
* Counts are clipped: an n-gram counts at most as often as in the reference that contains it most often.
* Two references may be equally close in length; then $r$ is the shorter one's.
* The mean is geometric and nothing is smoothed: when any $p_n$ is 0, the score is 0.0.
* A candidate with fewer than `max_n` words has no n-gram of that length and scores 0.0, even if it is perfect.
* An empty candidate scores 0.0 too.
* The score is a number from 0 to 1. It may be off by 1e-12 plus 1e-9 of its size. It is that of one sentence, not
  of a corpus.
* The arguments are not changed.

## Example

The first translation has 5 of 7 words, 4 of 6 pairs, 2 of 5 triples and 1 of 4 quadruples right:

    >>> references = ["the cat is on the mat".split(), "there is a cat on the mat".split()]
    >>> bleu("the cat the cat on the mat".split(), references)
    0.46713797772819993
    >>> bleu("the the the the the the the".split(), references, 1)
    0.2857142857142857

## Source

K. Papineni et al., "BLEU: a method for automatic evaluation of machine translation", ACL 2002, sections 2.1 to 2.3.
"""


def bleu(candidate, references, max_n=4):
    """Score a candidate against its references, as one number from 0 to 1."""
    raise NotImplementedError
