"""The bank of a kata: the inputs that all submissions are judged on, with the right answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gradkata.comparing.digest import Digest
from gradkata.drawing.coding import from_json, to_json

FORMAT = 2
MOST_CALLS = 240
MOST_BYTES = 64 << 10
MOST_IN_CHECK = 400  # calls that a property may make in one example


class BankError(Exception):
    """A bank that is missing, broken, or of another format; the message says what to do."""


@dataclass(frozen=True)
class Call:
    """One call of the kata's function, and the right answer: a value, or a tuple of several results.

    ``recipes`` holds the expression of each argument that is stored as one, by its position.  The answer, or one of
    several, is a `Digest` if it is very long.
    """

    arguments: tuple[Any, ...]
    answer: Any
    recipes: Mapping[int, str] = field(default_factory=dict)

    @property
    def is_digested(self) -> bool:
        """Whether only a digest of the answer is known."""
        return any(isinstance(each, Digest) for each in _as_tuple(self.answer))


@dataclass(frozen=True)
class Case:
    """One example of one property: its calls, and the drawn values if the calls do not determine them."""

    property: str
    calls: tuple[int, ...]
    inputs: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Bank:
    """All calls that a submission is judged on, in the order in which they are made.

    ``made_by`` records the files and the versions that the bank was drawn from; ``digest`` identifies its content.
    """

    kata: str
    seed: str
    calls: tuple[Call, ...]
    cases: tuple[Case, ...]
    made_by: Mapping[str, str]
    digest: str = ""


def load(path: Path) -> Bank:
    """Read a bank.

    Raises:
        BankError: if there is none, or this version cannot read it.
    """
    import json

    try:
        data = json.loads(path.read_text("utf-8"))
        if data["format"] != FORMAT:
            raise BankError(f"{path.name} has format {data['format']}; this version reads {FORMAT}.")
        calls = tuple([call_from_json(each) for each in data["calls"]])
        cases = tuple(
            [
                Case(name, tuple(case["calls"]), {k: from_json(v) for k, v in case.get("draw", {}).items()})
                for name, group in data["cases"].items()
                for case in group
            ]
        )
        return Bank(data["kata"], data["seed"], calls, cases, data["made_by"], data["digest"])
    except FileNotFoundError:
        raise BankError(f"{path.name} is missing. Create it with `{_command(path)}`.") from None
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise BankError(
            f"{path.name} cannot be read ({error}). Create it again with `{_command(path)}`."
        ) from error


def call_from_json(data: Any) -> Call:
    """The call that `call_to_json` encoded."""
    recipes = {
        i: each["recipe"] for i, each in enumerate(data["ask"]) if type(each) is dict and "recipe" in each
    }
    return Call(tuple(from_json(data["ask"])), from_json(data["answer"]), recipes)


def _asked(call: Call) -> list[Any]:
    """The arguments of a call as JSON: a recipe where there is one."""
    return [
        {"recipe": call.recipes[i]} if i in call.recipes else to_json(argument)
        for i, argument in enumerate(call.arguments)
    ]


def call_to_json(call: Call) -> dict[str, Any]:
    """A call as plain data."""
    return {"ask": _asked(call), "answer": to_json(call.answer)}


def call_text(call: Call) -> str:
    """The line of a bank that holds a call."""
    import json

    return json.dumps(call_to_json(call), ensure_ascii=False)


def _as_tuple(answer: Any) -> tuple[Any, ...]:
    return answer if isinstance(answer, tuple) else (answer,)


def _command(path: Path) -> str:
    return f"kata lint --write {path.name.partition('.')[0]}"


def save(bank: Bank, path: Path) -> None:
    """Write a bank to a temporary file and move it into place, so that nobody reads a partial one."""
    temporary = path.with_name(path.name + ".new")
    temporary.write_text(dumps(bank), "utf-8")
    temporary.replace(path)


def dumps(bank: Bank) -> str:
    """The text of a bank: one call or case per line, so that a review shows what changed."""
    import json

    def line(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False)

    calls = list(map(call_text, bank.calls))
    groups: dict[str, list[str]] = {}
    for case in bank.cases:
        drawn = {"draw": {key: to_json(value) for key, value in case.inputs.items()}} if case.inputs else {}
        groups.setdefault(case.property, []).append(line({"calls": list(case.calls), **drawn}))
    body = ",\n".join(
        f"    {line(name)}: [\n      " + ",\n      ".join(g) + "\n    ]" for name, g in groups.items()
    )
    head = {"format": FORMAT, "kata": bank.kata, "seed": bank.seed, "made_by": dict(bank.made_by)}
    digest = digest_of(bank)
    lines = [f"  {line(key)}: {line(value)}" for key, value in {**head, "digest": digest}.items()]
    lines.append('  "calls": [\n    ' + ",\n    ".join(calls) + "\n  ]")
    lines.append('  "cases": {\n' + body + "\n  }")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def digest_of(bank: Bank) -> str:
    """Twelve hexadecimal digits that identify the content of a bank."""
    import hashlib
    import json

    content = [
        bank.kata,
        [[_asked(call), to_json(call.answer)] for call in bank.calls],
        [[c.property, {k: to_json(v) for k, v in c.inputs.items()}, c.calls] for c in bank.cases],
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:12]
