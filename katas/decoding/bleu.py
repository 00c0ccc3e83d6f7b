r"""
# BLEU

Builds on `clipped_precision`.

How closely does a translation match references written by people? BLEU multiplies the geometric mean of the clipped
n-gram precisions for n = 1 to N by a brevity penalty BP, so that leaving out the difficult parts does not pay:

$$\mathrm{BLEU} = \mathrm{BP} \cdot \Bigl(\prod_{n=1}^{N} p_n\Bigr)^{1/N}, \qquad
p_n = \frac{\sum_g \min(\mathrm{count}(g), \max_j \mathrm{count}_j(g))}{\sum_g \mathrm{count}(g)},
\qquad \mathrm{BP} = \min(1, e^{1-r/c}),$$

where $g$ runs over the different n-grams (of length n) of the candidate and $j$ over the references; $c$ is the
length of the candidate, and $r$ that of the reference closest to it in length.

## Conventions

* Input: `candidate` has 0 to 300 words; `references` holds 1 to 8 lists of 0 to 300 words; `max_n` is from 1 to 9.
* A word is a string of letters; upper and lower case differ. `max_n` is $N$.
* If two references are equally close in length, r is the length of the shorter one.
* Do not smooth: if any $p_n$ is 0, the score is 0.0. So it is for a candidate with fewer than `max_n` words, even a
  perfect one: $p_n$ would be 0/0 there, which counts as 0.
* This is sentence BLEU. Published scores are computed on a corpus, and often from 0 to 100.
* Return one number from 0 to 1. It must lie within 1e-12 + 1e-9·|v| of the exact value v.
* Do not modify the arguments.

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
