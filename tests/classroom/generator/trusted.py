"""Determines without the grader whether an answer is right, by comparing thousands of calls with the reference.

    python trusted.py SLUG full|small < answers.json

Runs in a separate process, for trusted code only: nothing is confined here; a fork and a time limit only stop
mutants that loop forever.  It uses the engine's drawing of input; the rules for equal answers are implemented
here independently, from the conventions in the statements.
"""

import io
import json
import os
import resource
import select
import signal
import sys
import time
import warnings
from contextlib import redirect_stdout, suppress

import numpy as np

from gradkata.catalog import Catalog, short_name
from gradkata.drawing.explore import NotEnumerableError, examples
from gradkata.drawing.real import draw_examples
from gradkata.judging.exercises import load_kata, load_solution

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import wide  # in the folder of this file, which is run as a program

SEED = "drawn for the classroom, not for the bank"
# For each kind of property: the number of drawn inputs, and of inputs enumerated from the smallest.
FULL = {"agreement": (300, 300), "edge": (60, 120), "property": (25, 0), "example": (1, 0)}
SMALL = {"agreement": (30, 60), "edge": (6, 30), "property": (2, 0), "example": (1, 0)}
# The number of calls from the statement alone, and how many of them may depend on rounding.
WIDE = {"full": 2000, "small": 300}
MOST_UNDECIDED = 0.03
CPU_SECONDS, WALL_SECONDS = 6, 120
MEMORY = 2 << 30


def sample(kata, truth, wanted):
    """Calls with the answers of the reference: ``[(property, arguments, answer)]``, each call once."""
    found = {}
    for prop in kata.properties:
        for given in _inputs(prop, wanted):
            for arguments in _calls(kata, prop, given, truth):
                key = repr([_bits(argument) for argument in arguments])
                if key not in found:
                    found[key] = (prop.name, arguments, truth(*_copied(arguments)))
    return list(found.values())


def stated(slug, kata, rights, count):
    """Calls that the statement allows, with the results of the first right answer.

    If right answers differ, the result depends on rounding, and the call is left out; there must be few of these.
    """
    found, undecided = [], []
    for arguments in wide.draw(slug, count):
        answer = rights[0](*_copied(arguments))
        differences = [_differs(right, kata, arguments, answer) for right in rights[1:]]
        if any(differences):
            undecided.append((arguments, answer, differences))
        else:
            found.append(("the stated domain", arguments, answer))
    if len(undecided) > MOST_UNDECIDED * count:
        raise ValueError(f"{slug}: right answers differ on {len(undecided)} of {count}: {undecided[0]}")
    return found


def _inputs(prop, wanted):
    if prop.sort in ("contract", "domain"):  # the stated domain is drawn apart, in `wide`
        return []
    if prop.sort == "example":
        return [dict(prop.draws)]
    drawn, walked = wanted[prop.sort]
    given = draw_examples(prop.draws, drawn, f"{SEED} {prop.name}")
    with suppress(NotEnumerableError):
        given += list(examples(prop.draws, walked))
    return given


def _calls(kata, prop, given, truth):
    """The calls for one example; for a property with its own calls, the ones that it makes."""
    names = kata.signature.names
    if prop.check is None:
        return [tuple(given[name] for name in names if name in given)]
    asked = []

    def answer(*arguments):
        asked.append(_copied(arguments))
        return truth(*_copied(arguments))

    wanted = prop.check.__code__.co_varnames[1 : prop.check.__code__.co_argcount]
    with suppress(Exception):  # a property that needs an answer from the engine makes no more calls
        prop.check(answer, *[given[name] for name in wanted])
    return asked


def difference(function, kata, calls):
    """Where a function differs from the reference, in words; "" if it agrees on the whole sample."""
    for number, (name, arguments, answer) in enumerate(calls):
        found = _differs(function, kata, arguments, answer)
        if found:
            return f"{name}: {_shown(kata, arguments)} {found}"
        if number % 8 == 7:  # and repeat an earlier call
            name, arguments, answer = calls[number // 2]
            found = _differs(function, kata, arguments, answer)
            if found:
                return f"{name}: asked again, {_shown(kata, arguments)} {found}"
    return ""


def _differs(function, kata, arguments, answer):
    given = _copied(arguments)
    try:
        value = function(*given)
        shown = repr(value)[:300]
    except Exception as error:
        return f"raised {type(error).__name__}: {error}"[:300]
    if [_bits(one) for one in given] != [_bits(one) for one in arguments]:
        return "changed its arguments"
    results = kata.signature.results
    many = len(results) > 1
    if many and (type(value) not in (tuple, list) or len(value) != len(results)):
        return f"returned {shown}"
    pairs = zip(value, answer, results, strict=True) if many else [(value, answer, results[0])]
    if all(agrees(one, other, kind, kata.tolerance) for one, other, kind in pairs):
        return ""
    return f"returned {shown}, expected {answer!r}"[:600]


def agrees(value, expected, kind, tolerance):
    """Whether one result has the right kind, shape and value."""
    wanted = np.asarray(expected, np.float64 if kind.base == "f8" else np.int64)
    if kind.base not in ("f8", "i8") or not _is_plain(value):
        return False
    try:
        got = np.asarray(value)
    except ValueError:  # rows of different lengths
        return False
    if type(value) in (list, tuple) and not got.size and not wanted.size:
        return got.ndim <= wanted.ndim
    if got.dtype.kind not in ("iuf" if kind.base == "f8" else "iu") or got.shape != wanted.shape:
        return False
    if kind.base == "i8":
        return bool((got == wanted).all())
    got = got.astype(np.float64)
    with np.errstate(all="ignore"):
        near = np.abs(got - wanted) <= tolerance.atol + tolerance.rtol * np.abs(wanted)
    near &= np.isfinite(wanted)
    return bool((near | (got == wanted) | (np.isnan(got) & np.isnan(wanted))).all())


def _is_plain(value):
    """Numbers, arrays of numbers, lists of these; no Boolean, object, subclass."""
    if type(value) in (list, tuple):
        return all(_is_plain(each) for each in value)
    if type(value) is np.ndarray or isinstance(value, np.generic):
        return value.dtype.kind in "iuf"
    return type(value) in (int, float)


def _bits(argument):
    if isinstance(argument, np.ndarray):
        return argument.shape, argument.dtype.str, argument.tobytes()
    return argument


def _copied(arguments):
    return tuple([_copy(each) for each in arguments])


def _copy(value):
    if isinstance(value, np.ndarray):
        return value.copy()
    return [_copy(each) for each in value] if isinstance(value, list) else value


def _shown(kata, arguments):
    shown = ", ".join(repr(each) for each in arguments)
    return f"{kata.signature.name}({' '.join(shown.split())[:600]})"


def judged(source, kata, calls):
    """The verdict on one source, from a child process that may loop or die."""
    out, into = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(out)
        _limit()
        verdict = _verdict(source, kata, calls)
        os.write(into, json.dumps(verdict).encode()[:60000])
        os._exit(0)
    os.close(into)
    output, end = b"", time.monotonic() + WALL_SECONDS
    while select.select([out], [], [], max(end - time.monotonic(), 0))[0]:
        chunk = os.read(out, 1 << 16)
        if not chunk:
            break
        output += chunk
    else:
        os.kill(pid, signal.SIGKILL)
    os.close(out)
    os.waitpid(pid, 0)
    return json.loads(output) if output else {"verdict": "stuck", "shown_by": "it never ended, or died"}


def _limit():
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    with open("/proc/self/statm") as file:
        base = int(file.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (base + MEMORY, base + MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _verdict(source, kata, calls):
    name = kata.signature.name
    space = {"__name__": name}
    warnings.simplefilter("ignore")
    with redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
        try:
            exec(compile(source, f"{name}.py", "exec", dont_inherit=True), space)
            function = space[name]
        except BaseException as error:
            return {"verdict": "broken", "shown_by": f"{type(error).__name__}: {error}"}
        try:
            found = difference(function, kata, calls)
        except BaseException as error:  # memory, or an exit
            return {"verdict": "stuck", "shown_by": f"{type(error).__name__}: {error}"}
    return {"verdict": "wrong" if found else "right", "shown_by": found, "asked": len(calls)}


def main(slug, thoroughness):
    catalog = Catalog()
    kata = load_kata(catalog, slug)
    module, name = vars(load_solution(catalog, slug)), short_name(slug)
    rights = [module[name], *(value for key, value in module.items() if key.startswith(f"{name}_"))]
    np.seterr(all="ignore")
    calls = sample(kata, rights[0], {"full": FULL, "small": SMALL}[thoroughness])
    calls += stated(slug, kata, rights, WIDE[thoroughness])
    for source in json.load(sys.stdin):
        print(json.dumps(judged(source, kata, calls)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
