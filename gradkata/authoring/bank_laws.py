"""The laws that draw examples: on banks, and on right answers for much more input than a bank holds."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import numpy as np

from gradkata.authoring.bank_builder import PUBLIC, Candidate, candidates, made_by, make_bank
from gradkata.authoring.subject import Subject
from gradkata.authoring.trials import Function, asking
from gradkata.catalog import Catalog, Collection
from gradkata.comparing.closeness import Tolerance
from gradkata.comparing.digest import Digest
from gradkata.drawing.bank import MOST_BYTES, MOST_CALLS, Bank, Call, Case, digest_of, load, save
from gradkata.drawing.coding import Raises
from gradkata.isolation.environment import WANTED
from gradkata.judging.answers import agree, as_values, observe
from gradkata.judging.verdicts import Failure, disagreement, judge_property
from gradkata.signature import Signature

TIMES = 10
_FLOAT32 = Tolerance(rtol=1e-4, atol=1e-5)
_SAME = Tolerance(rtol=1e-12, atol=1e-15)


def fresh_draws(subject: Subject) -> list[Candidate]:
    """Ten times as many examples as the bank holds, from another seed."""
    drawn = []
    for prop in subject.kata.properties:
        held = sum(case.property == prop.name for case in subject.bank.cases)
        if prop.sort not in ("contract", "example"):
            count = TIMES * max(held, 1)
            drawn.extend(candidates(subject.slug, subject.kata, prop, subject.truth, "fresh", count))
    return drawn


def right_answers_stay_right(subject: Subject) -> Iterator[str]:
    """Laws 4 and 8: right answers stay right on ten times as many new examples, every layout of arrays, and float32."""
    fresh = fresh_draws(subject)
    for name, function in subject.right_answers.items():
        for candidate in fresh:
            failure = _failure(subject, candidate, function)
            if failure is not None:
                yield (
                    f"the right answer `{name}` fails `{candidate.property.name}` on a new example, "
                    f"{candidate.inputs or candidate.calls[0].arguments}: {failure.got}, not {failure.expected}."
                )
                break
        for layout, change in _LAYOUTS.items():
            failed = _first_failure(subject, function, change, layout)
            if failed is not None:
                yield f"the right answer `{name}` is wrong on {layout} input, {failed}. Fix it."


def _failure(subject: Subject, candidate: Candidate, function: Function) -> Failure | None:
    if candidate.property.check is not None:
        return judge_property(
            subject.kata, candidate.property, candidate.inputs, asking(subject.kata, function)
        )
    (call,) = candidate.calls
    return disagreement(subject.kata, call, observe(function, subject.kata.signature, call.arguments))


def _first_failure(subject: Subject, function: Function, change: Any, layout: str) -> str | None:
    signature = subject.kata.signature
    tolerance = _FLOAT32 if layout == "float32" else subject.kata.tolerance
    single = {case.calls[0] for case in subject.bank.cases if case.calls and not case.inputs}
    for index in sorted(single):
        call = subject.bank.calls[index]
        changed = tuple(change(argument) for argument in call.arguments)
        if isinstance(call.answer, Raises):
            found = observe(function, signature, changed)
            if disagreement(subject.kata, call, found) is not None:
                return f"{changed}: {found.raw if found.raw is not None else found.message}"
            continue
        exact = tuple([a.astype(float) if getattr(a, "dtype", None) == np.float32 else a for a in changed])
        expected = observe(subject.truth, signature, exact)
        answer = _uncopied(function, changed)
        found = observe(lambda *_, answer=answer: answer, signature, exact)
        if subject.kata.acceptance is None:
            is_right = found.outcome == "passed" and agree(
                found.values, as_values(expected.value, signature), tolerance
            )
        elif layout == "float32":  # the predicate asks for the precision of float64
            is_right = found.outcome == "passed"
        else:
            is_right = disagreement(subject.kata, Call(exact, expected.value), found) is None
        if not is_right:
            return f"{changed}: {found.raw if found.raw is not None else found.message}"
    return None


def _uncopied(function: Function, arguments: tuple[Any, ...]) -> Any:
    """Call a function on its arguments themselves: a copy would lose the layout that is tested."""
    try:
        with np.errstate(all="ignore"):
            return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def _float32(value: Any) -> Any:
    return value.astype(np.float32) if getattr(value, "dtype", None) == np.float64 else value


def _strided(value: Any) -> Any:
    if not isinstance(value, np.ndarray) or value.ndim == 0:
        return value
    wide = np.full((*value.shape[:-1], 2 * value.shape[-1]), 7, value.dtype)
    wide[..., ::2] = value
    return wide[..., ::2]


def _read_only(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        value = value.copy()
        value.flags.writeable = False
    return value


def _fortran(value: Any) -> Any:
    return np.asfortranarray(value) if isinstance(value, np.ndarray) and value.ndim else value


_LAYOUTS = {
    "float32": _float32,
    "non-contiguous": _strided,
    "read-only": _read_only,
    "Fortran-ordered": _fortran,
}


def bank_is_fresh(subject: Subject, *, redraw: bool = True) -> Iterator[str]:
    """Part of law 10: the bank is within its limits and up to date; ``redraw`` draws it again and compares."""
    bank, path = subject.bank, subject.catalog.bank(subject.slug)
    size = path.stat().st_size
    if len(bank.calls) > MOST_CALLS or size > MOST_BYTES:
        yield (
            f"its bank holds {len(bank.calls)} calls in {size} bytes; the limits are {MOST_CALLS} calls and "
            f"{MOST_BYTES} bytes. Draw smaller input."
        )
    now = made_by(subject.sources())
    if digest_of(bank) != bank.digest:
        yield "its bank was edited by hand. Create it again with `kata lint --write`."
    changed = [name for name in now if name.endswith(".py") and now[name] != bank.made_by.get(name)]
    if changed:
        yield f"its bank is older than {' and '.join(changed)}. Create it again with `kata lint --write`."
    elif redraw and all(now[key] == bank.made_by.get(key) for key in ("python", "hypothesis")):
        if not _same_bank(subject, bank, draw_in_clean_process(subject)):
            yield "drawing its bank again gives a different bank. Create it again with `kata lint --write`."


def _same_bank(subject: Subject, one: Bank, other: Bank) -> bool:
    def asked(bank: Bank) -> list[Any]:
        return [list(call.arguments) for call in bank.calls]

    def cases(bank: Bank) -> list[Case]:
        return [Case(case.property, case.calls) for case in bank.cases]

    if cases(one) != cases(other) or len(one.calls) != len(other.calls):
        return False
    from gradkata.judging.verdicts import identical

    signature = subject.kata.signature
    return all(
        identical(a.arguments, b.arguments) and _same_answer(a.answer, b.answer, signature)
        for a, b in zip(one.calls, other.calls, strict=True)
    )


def _same_answer(one: Any, other: Any, signature: Signature) -> bool:
    if isinstance(one, Raises) or isinstance(other, Raises):
        return bool(one == other)
    return agree(_numbers_of(one, signature), _numbers_of(other, signature), _SAME)


def _numbers_of(answer: Any, signature: Signature) -> tuple[Any, ...]:
    """The results of an answer; of a long one what its digest holds."""
    return tuple(
        [
            np.array([*each.shape, *each.entries, *each.sums]) if isinstance(each, Digest) else each
            for each in as_values(answer, signature)
        ]
    )


def draw_in_clean_process(subject: Subject, seed: str = PUBLIC, fresh: int = 0) -> Bank:
    """The bank drawn by a process that has loaded nothing else."""
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "bank.json")
        own_path = [each for each in sys.path if each]  # last: a module in the current folder is not ours
        order = json.dumps(
            [own_path, [*map(str, subject.catalog.roots)], subject.slug, seed, fresh, str(path)]
        )
        code = (
            "import json, sys; path, *order = json.loads(sys.argv[1]); sys.path += path; "
            "from gradkata.authoring.bank_laws import draw; draw(*order)"
        )
        done = subprocess.run(
            [sys.executable, "-P", "-c", code, order],
            env={
                **os.environ,
                **WANTED,
            },  # as judging has it: the last bit of an answer can decide what is drawn
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            from gradkata.drawing.bank import BankError

            raise BankError(f"its bank cannot be drawn: {done.stderr.strip().splitlines()[-1]}")
        return load(path)


def draw(roots: list[str], slug: str, seed: str, fresh: int, path: str) -> None:
    """Draw one bank and save it; this runs in the clean process."""
    from dataclasses import replace
    from pathlib import Path

    subject = Subject(Catalog(tuple([Collection(Path(root)) for root in roots])), slug)
    wrong, truth, made = subject.wrong_answers, subject.truth, made_by(subject.sources())
    bank = make_bank(slug, subject.kata, truth, wrong, seed, fresh)
    save(replace(bank, made_by=made), Path(path))
