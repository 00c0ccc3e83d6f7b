"""The answer to one call: read from a reply of the sandbox, or obtained by calling a function in this process."""

import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from gradkata.author_code import begin, end, is_authors, too_much_memory
from gradkata.comparing.acceptance import Shape, accept_all
from gradkata.comparing.closeness import Tolerance, equal
from gradkata.comparing.digest import Digest, matches
from gradkata.isolation.inside.wire import WireError, decode, encode
from gradkata.isolation.sandbox import Error, Reply
from gradkata.outcomes import Outcome
from gradkata.signature import Signature, infer_sizes, shape_of
from gradkata.submissions.submission import Submission

_SHORT = 72  # characters of an exception on one line


@dataclass(frozen=True)
class Answer:
    """The answer to one call.

    ``outcome`` is "passed" if there is a value to compare; ``values`` then holds one entry for each result.
    ``fault`` is a breach of the contract ("wrong-type", "wrong-shape"); the value may be usable all the same.
    ``changed_earlier`` says that this call has changed the answer to the call before.
    ``printed`` is what was printed during the call, if it was made alone.
    ``error`` is the name of an exception, ``built_in`` the names of the built-in ones that it belongs to.
    """

    outcome: Outcome
    values: tuple[Any, ...] = ()
    fault: Outcome | None = None
    message: str = ""
    mutated: tuple[int, ...] = ()
    error: str = ""
    built_in: tuple[str, ...] = ()
    raw: Any = None
    frame: bytes = b""
    changed_earlier: bool = False
    printed: str = ""

    @property
    def value(self) -> Any:
        """The value as a property sees it: a Python scalar, an array, a string, or a tuple of several results."""
        plain = tuple([_plain(value) for value in self.values])
        return plain[0] if len(plain) == 1 else plain


UNASKED = Answer("skipped")


def read(
    reply: Reply | None,
    signature: Signature,
    arguments: Sequence[Any],
    submission: Submission,
    shapes: Sequence[Shape] | None = None,
) -> Answer:
    """Read the answer from a reply of the sandbox; a reply of None means that the call was never reached.

    ``shapes`` is the result of `expected_shapes` for this call, if it is already known.
    """
    if reply is None:
        return UNASKED
    if reply.status == "raised":
        assert reply.error is not None
        return _raised(reply.error, signature, submission)
    if reply.status == "returned":
        shapes = expected_shapes(signature, arguments) if shapes is None else shapes
        answer = accepted(reply.value, signature, shapes, reply.mutated, reply.frame)
        return replace(answer, changed_earlier=True) if reply.changed_earlier else answer
    outcome: Outcome = "crashed" if reply.status == "protocol" else reply.status
    message = _ENDINGS[outcome].format(name=signature.name, detail=reply.detail).rstrip()
    place = _stopped_in(reply, submission) if reply.stack else ""
    return Answer(outcome, message=f"{message}\n{place}".rstrip())


def observe(function: Callable[..., Any], signature: Signature, arguments: Sequence[Any]) -> Answer:
    """Call one of gradkata's own functions in this process.  Never pass a student's function.

    Raises:
        Overrun: if it does not end within the limits of `author_code.watched`.
    """
    given = [_copy(argument) for argument in arguments]
    piece = begin(function, arguments)
    try:
        with np.errstate(all="ignore"), warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)  # the mean of an empty slice, for example
            value = function(*given)
    except (Exception, SystemExit) as error:
        if isinstance(error, MemoryError) and is_authors(function):  # a mutant may well raise one
            raise too_much_memory(piece, error) from None
        outcome: Outcome = "not-implemented" if isinstance(error, NotImplementedError) else "raised"
        name = type(error).__name__
        built_in = tuple([each.__name__ for each in type(error).__mro__ if each.__module__ == "builtins"])
        return Answer(outcome, error=name, built_in=built_in, message=f"{name}: {error}")
    finally:
        end(piece)
    pairs = enumerate(zip(given, arguments, strict=True))
    mutated = tuple([i for i, (a, b) in pairs if not _identical(a, b)])
    shapes = expected_shapes(signature, arguments)
    answer = accepted(value, signature, shapes, mutated)
    if answer.fault is None:
        return answer
    with suppress(WireError):  # a subclass of a list, a Fraction: as the sandbox would send it
        return accepted(decode(encode(value)), signature, shapes, mutated)
    return answer


def expected_shapes(signature: Signature, arguments: Sequence[Any]) -> tuple[Shape, ...]:
    """The shape of each result of one call; None for a free size."""
    sizes = infer_sizes(signature, arguments)
    return tuple([shape_of(kind, sizes) for kind in signature.results])


def accepted(
    value: Any,
    signature: Signature,
    shapes: Sequence[Shape],
    mutated: tuple[int, ...] = (),
    frame: bytes = b"",
) -> Answer:
    """The answer for a returned value, checked against the types and shapes of the signature."""
    values, fault = accept_all(value, signature.results, shapes)
    outcome: Outcome = "passed" if values is not None else fault.outcome if fault else "wrong-type"
    return Answer(
        outcome,
        values or (),
        fault.outcome if fault else None,
        fault.message if fault else "",
        tuple(mutated),
        raw=value,
        frame=frame,
    )


def alike(one: Answer, other: Answer, tolerance: Tolerance) -> bool:
    """Whether two answers show the same behaviour: value, exception type, changed arguments."""
    if one.outcome != other.outcome or one.mutated != other.mutated or one.error != other.error:
        return False
    if one.outcome != "passed":
        return one.message == other.message or one.outcome in ("raised", "timeout")
    return one.fault == other.fault and agree(one.values, other.values, tolerance)


def agree(values: tuple[Any, ...], expected: tuple[Any, ...], tolerance: Tolerance) -> bool:
    """Whether all results have the same shapes and, up to rounding, the same values."""
    for one, other in zip(values, expected, strict=True):
        if getattr(one, "shape", ()) != getattr(other, "shape", ()):
            return False
    if any(type(other) is Digest for other in expected):
        return all(
            matches(one, other, tolerance.rtol, tolerance.atol)
            if type(other) is Digest
            else equal((one,), (other,), tolerance)
            for one, other in zip(values, expected, strict=True)
        )
    return equal(values, expected, tolerance)


def as_values(answer: Any, signature: Signature) -> tuple[Any, ...]:
    """A bank's answer as a tuple with one entry for each result."""
    return answer if len(signature.results) > 1 else (answer,)


_ENDINGS: dict[Outcome, str] = {
    "timeout": "{name} gave no answer: {detail}. Is there a loop that never ends?",
    "memory": "{name} needs more memory than is allowed. {detail}",
    "crashed": "{name} ended the whole Python process ({detail}) instead of returning an answer.",
}


def _raised(error: Error, signature: Signature, submission: Submission) -> Answer:
    outcome: Outcome = "not-implemented" if error.stub else "raised"
    text = error.type_name + (f": {error.message}" if error.message else "")
    lines, sentence = [*_hidden(error, signature.name, submission), text], _advice_on(error)
    frames = error.frames[-2:]
    if len({number for number, _, _ in frames}) == 1:
        frames = frames[:1]  # a comprehension has a frame of its own in the same line
    elif sentence and len(text) > _SHORT:
        frames = frames[-1:]  # a report has room for eight lines
    for number, function, line in frames:
        lines.append(f"  {submission.place(number)}, in {function}")
        if line:
            lines.append(f"    {line.strip()}")
    if not error.frames and error.type_name == "TypeError":
        lines.append(f"It is called as {signature.name}({', '.join(signature.names)}).")
    elif sentence:
        lines.append(sentence)
    return Answer(outcome, error=error.type_name, built_in=error.built_in, message="\n".join(lines))


def _advice_on(error: Error) -> str:
    from gradkata.judging.foreign_messages import advice  # a right answer does not need it

    return advice(error)


def _stopped_in(reply: Reply, submission: Submission) -> str:
    from gradkata.judging.stopped import place_of

    return place_of(reply.stack, submission)


def _hidden(error: Error, name: str, submission: Submission) -> list[str]:
    """What a stub hides: code below its `raise`, or an answer above it."""
    stub, lines = error.stub, []
    if stub and stub.defined:
        where, above = submission.place(stub.defined), submission.place(stub.answer_above)
        lines.append(
            f"{where} defines `{name}` again, below the answer of {_without_file(above, submission)}."
        )
        lines.append("The last one counts, and it is only the stub: remove it.")
    if stub and stub.code_below:
        below = _without_file(submission.place(stub.code_below), submission)
        lines.append(
            f"{submission.place(stub.line)} raises before the code below it, in {below}: remove the `raise`."
        )
    return lines


def _without_file(place: str, submission: Submission) -> str:
    return place.removeprefix(f"{submission.filename}, ")


def _plain(value: Any) -> Any:
    return value.item() if isinstance(value, np.ndarray) and value.ndim == 0 else value


def _copy(argument: Any) -> Any:
    if isinstance(argument, np.ndarray):
        return argument.copy(order="K")
    return [_copy(each) for each in argument] if isinstance(argument, list) else argument


def _identical(one: Any, other: Any) -> bool:
    if isinstance(other, np.ndarray):
        return bool(
            one.shape == other.shape and one.dtype == other.dtype and one.tobytes() == other.tobytes()
        )
    return bool(one == other) or (one != one and other != other)
