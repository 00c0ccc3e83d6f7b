# %% right
import numpy as np


def sequence_encode(tokens, known, unk, eos):
    V = len(known)
    out = []
    for t in tokens:
        t = int(t)
        if 0 <= t < V and known[t]:
            out.append(t)
        else:
            out.append(unk)
    out.append(eos)
    return np.array(out, dtype=np.int64)


# %% wrong: negative tokens index from the end
import numpy as np


def sequence_encode(tokens, known, unk, eos):
    V = len(known)
    out = [int(t) if -V <= t < V and known[t] else unk for t in tokens]
    return np.array(out + [eos], dtype=np.int64)


# %% wrong: unknown words are dropped
import numpy as np


def sequence_encode(tokens, known, unk, eos):
    V = len(known)
    out = [int(t) for t in tokens if 0 <= t < V and known[t]]
    return np.array(out + [eos], dtype=np.int64)


# %% wrong: no EOS at the end
import numpy as np


def sequence_encode(tokens, known, unk, eos):
    V = len(known)
    return np.array([int(t) if 0 <= t < V and known[t] else unk for t in tokens], dtype=np.int64)


# %% wrong: EOS is not added where the sentence already ends with it
import numpy as np


def sequence_encode(tokens, known, unk, eos):
    V = len(known)
    out = [int(t) if 0 <= t < V and known[t] else unk for t in tokens]
    if not out or out[-1] != eos:
        out.append(eos)
    return np.array(out, dtype=np.int64)


# %% wrong: every word in the range is taken as known, the table is not consulted
import numpy as np


def sequence_encode(tokens, known, unk, eos):
    out = np.where((tokens >= 0) & (tokens < len(known)), tokens, unk)
    return np.append(out, eos).astype(np.int64)
