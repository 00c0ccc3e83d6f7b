r"""
# Clipped n-gram precision

Builds on `ngram_precision`.

How many n-grams (n words in a row) of a translation also occur in a reference translation? Repeating a common word
must not pay: an n-gram counts at most as often as in the reference that contains it most often. The authors of BLEU
call this *modified n-gram precision*:

$$p_n = \frac{\sum_g \min(\mathrm{count}(g), \max_j \mathrm{count}_j(g))}{\sum_g \mathrm{count}(g)},$$

where $g$ runs over the different n-grams of the candidate and $j$ over the references.

## Conventions

* Input: `candidate` has 0 to 1200 words; `references` holds 1 to 8 lists of 0 to 1200 words; `n` is from 1 to 9.
* A word is a string of letters, without spaces or punctuation; upper and lower case differ.
* Return (clipped count, total), numerator and denominator, as a tuple or list of two integers. Do not divide or reduce
  them: return (2, 7), not 2/7.
* The total counts every n-gram of the candidate, with repetitions. The references do not affect it.
* Clip each n-gram separately. Do not add up the counts of several references.
* A sentence with fewer than `n` words has no n-gram. For such a candidate return (0, 0). (NLTK returns a total of 1.)
* An n-gram is a sequence of words, not of letters: ("la", "lala") and ("lala", "la") are different.
* Do not modify the arguments.

## Example

Of the seven copies of "the" two count, because the first reference contains it twice:

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
