"""What a kit stores of one kata, as text and back: calls, right answers, mistakes, claims and hints.

The text is compressed JSON in base64.  This prevents accidental reading, nothing else: `loads` shows everything.

A property that relates several calls is stored as its calls alone, because its code may compute the answer.  It
counts as held if every answer to its calls is right.
"""

import base64
import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from gradkata.comparing.closeness import Tolerance
from gradkata.comparing.digest import LONG, digest_of
from gradkata.declaring.kata import Kata, declare_stored
from gradkata.declaring.parts import Property
from gradkata.drawing.bank import Bank, Call, Case, call_from_json, call_to_json
from gradkata.drawing.coding import Raises, from_json, to_json
from gradkata.isolation.inside.wire import WireError, copied, encode
from gradkata.judging.answers import Answer, accepted, as_values, expected_shapes
from gradkata.signature import parse

FORMAT = 1
_WIDTH = 100


class KitError(Exception):
    """A kit that is incomplete or damaged; the message says what to do."""


@dataclass(frozen=True)
class KnownMistake:
    """A mistake by its behaviour: its answers, by the index of the call, where they are not the right ones."""

    name: str
    title: str
    message: str
    convention: str | None
    answers: Mapping[int, Answer]


@dataclass(frozen=True)
class KitTask:
    """One kata of a kit: properties without code, calls with right answers, mistakes, and the stub."""

    slug: str
    kata: Kata
    bank: Bank
    mistakes: tuple[KnownMistake, ...]
    stub: bytes


def dumps(task: KitTask) -> str:
    """The text that `loads` reads; the same for the same kata."""
    kata, bank = task.kata, task.bank
    data = {
        "format": FORMAT,
        "kata": task.slug,
        "signature": str(kata.signature),
        "tolerance": [kata.tolerance.rtol, kata.tolerance.atol],
        "properties": [[p.name, p.claim, p.points, p.sort] for p in kata.properties],
        "hints": list(kata.hint_lines),
        "general": [sorted(kata.mistakes_left_out), kata.words_for_mistakes],
        "bank": bank.digest,
        "calls": [call_to_json(call) for call in bank.calls],
        "cases": [[case.property, list(case.calls)] for case in bank.cases],
        "mistakes": [
            [
                *(m.name, m.title, m.message, m.convention),
                {str(i): _answer_to_json(a) for i, a in m.answers.items()},
            ]
            for m in task.mistakes
        ],
        "stub": task.stub.decode("utf-8"),
    }
    packed = base64.b64encode(zlib.compress(json.dumps(data, ensure_ascii=False).encode(), 9)).decode()
    return "".join(f"{packed[at : at + _WIDTH]}\n" for at in range(0, len(packed), _WIDTH))


def loads(text: str) -> KitTask:
    """The kata that `dumps` stored.

    Raises:
        KitError: if the text is damaged or of another format.
    """
    try:
        data = json.loads(zlib.decompress(base64.b64decode(text)))
        if data["format"] != FORMAT:
            raise KitError(f"it has format {data['format']}, and this kit reads {FORMAT}")
        return _task(data)
    except (zlib.error, ValueError, LookupError, TypeError) as error:
        raise KitError(f"it is damaged ({type(error).__name__}: {error})") from error


def right_answer(kata: Kata, call: Call) -> Answer:
    """The answer of a function that is right about a call; the values of a long one are its digests."""
    if call.is_digested:
        return Answer("passed", as_values(call.answer, kata.signature))
    if isinstance(call.answer, Raises):
        return Answer("raised", error=call.answer.error, built_in=(call.answer.error,))
    return accepted(call.answer, kata.signature, expected_shapes(kata.signature, call.arguments))


class NotStoredError(Exception):
    """A call whose right answer a kit does not hold."""


def stored_answers(bank: Bank) -> Callable[..., Any]:
    """A right answer to the calls of a bank, and to nothing else; general mistakes are made of it.

    The function raises NotStoredError for other arguments.
    """
    known = {encode(list(call.arguments)): call.answer for call in bank.calls if not call.is_digested}

    def answer(*arguments: Any) -> Any:
        try:
            value = known[encode(list(arguments))]
        except (KeyError, WireError):
            raise NotStoredError from None
        return copied(value)

    return answer


def _task(data: dict[str, Any]) -> KitTask:
    # Nothing is drawn in a kit: a fixed value for each argument takes the place of the author's strategies.
    undrawn = {each.name: 0 for each in parse(data["signature"]).parameters if not each.kind.takes}
    kata = Kata(data["signature"], tolerance=Tolerance(*data["tolerance"]), **undrawn)
    declare_stored(kata, [Property(*fields) for fields in data["properties"]])
    kata.hints(*data["hints"])
    without, words = data["general"]
    kata.mistakes(without=without, say=words)
    calls = tuple([call_from_json(each) for each in data["calls"]])
    cases = tuple([Case(name, tuple(indices)) for name, indices in data["cases"]])
    mistakes = tuple(
        [
            KnownMistake(
                name, title, message, convention, {int(i): _answer_from_json(a) for i, a in answers.items()}
            )
            for name, title, message, convention, answers in data["mistakes"]
        ]
    )
    bank = Bank(data["kata"], "", calls, cases, {}, data["bank"])
    return KitTask(data["kata"], kata, bank, mistakes, data["stub"].encode())


def _answer_to_json(answer: Answer) -> dict[str, Any]:
    """What `alike` compares of an answer."""
    fields = {
        "values": to_json(tuple(map(_short, answer.values))) if answer.values else None,
        "fault": answer.fault,
        "message": answer.message if answer.outcome not in ("passed", "raised") else "",
        "mutated": list(answer.mutated),
        "error": answer.error,
    }
    return {"outcome": answer.outcome} | {name: value for name, value in fields.items() if value}


def _short(value: Any) -> Any:
    return digest_of(value) if isinstance(value, np.ndarray) and value.size > LONG else value


def _answer_from_json(data: dict[str, Any]) -> Answer:
    return Answer(
        data["outcome"],
        from_json(data["values"]) if "values" in data else (),
        data.get("fault"),
        data.get("message", ""),
        tuple(data.get("mutated", ())),
        data.get("error", ""),
    )
