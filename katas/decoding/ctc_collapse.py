r"""
# Collapsing a path of CTC

Builds on `sequence_encode`.

A recogniser of speech or handwriting predicts a letter for each short frame of its input, and a letter usually lasts
for several frames. Connectionist temporal classification (CTC) turns such a *path* into a text in two steps: first,
equal neighbours are merged, and then all *blanks* are dropped. The blank is an additional symbol. It stands for "no
letter", and it separates the two letters of "ll":

$$B(\text{hh-el-ll-o}) = \text{hello} \qquad \text{where - is the blank}$$

## Conventions

* `path` is an integer array (int64) of shape `(T,)`: one number for each frame, which stands for a letter or the blank.
* `blank` is an integer, the number of the blank. (In PyTorch's `CTCLoss` its default is 0.)
* Input: `T` is from 0 to 2000; `path` holds whole numbers from 0 to 9; `blank` is from 0 to 9.
* First merge, then drop: two equal letters with a blank between them stay two.
* The space between words is a letter like any other. It is not the blank.
* The result is an integer array (int64) of shape `(k,)`, the text. Its length k depends on the path. It is empty if
  the path is empty or holds blanks only.
* The arguments are not changed.

## Example

The blank is 0:

    >>> ctc_collapse(np.array([1, 1, 0, 2, 2, 0, 2]), 0)
    array([1, 2, 2])

## Source

A. Graves, S. Fernández, F. Gomez and J. Schmidhuber, "Connectionist temporal classification: labelling unsegmented
sequence data with recurrent neural networks", ICML 2006, section 3.1.
"""

import numpy as np


def ctc_collapse(path, blank):
    """Return the text of a path: repeats merged, then blanks dropped."""
    raise NotImplementedError
