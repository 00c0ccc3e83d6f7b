"""Small katas, and short ways to judge functions of the tests with them."""

from gradkata import Kata, st
from gradkata.authoring.bank_builder import make_bank
from gradkata.drawing.bank import Bank, Call, Case, load, save
from gradkata.judging.answers import Answer, observe
from gradkata.judging.judge import Exercise
from gradkata.judging.verdicts import verdicts
from gradkata.reports.terminal import render

UNASKED = Answer("skipped")


def halves(*, contract=1, agreement=6, edge=3):
    """Half of an integer; the edge is 0."""
    kata = Kata("half(x: i8) -> ()", x=st.integers(-9, 9))
    kata.contract(points=contract)
    kata.agreement(points=agreement)
    kata.edge("Half of 0 is 0.", points=edge, x=0)
    return kata


def half(x):
    return x / 2


CORE, EDGE = "agrees_on_ordinary_input", "half_of_0_is_0"


def bank_of(*cases, truth=half):
    """A bank of (property, arguments) or (property, [arguments of each call], inputs)."""
    calls, listed = [], []
    for name, asked, *inputs in cases:
        batch = asked if isinstance(asked, list) else [asked]
        listed.append(Case(name, tuple(range(len(calls), len(calls) + len(batch))), *inputs))
        calls += [Call(tuple(arguments), truth(*arguments)) for arguments in batch]
    return Bank("maths/half", "public", tuple(calls), tuple(listed), {})


ORDINARY = bank_of((CORE, (4,)), (CORE, (-3,)), (EDGE, (0,)))


def answers_of(kata, bank, function):
    """The answers of a function to the calls of a bank."""
    return [observe(function, kata.signature, call.arguments) for call in bank.calls]


def never(arguments):
    """Replaces the live child if no live call may be made."""
    raise AssertionError(f"a live call: {arguments}")


def judged(kata, function, bank=ORDINARY, ask=never):
    """The verdict on each property, by its name."""
    found = verdicts(kata, bank, answers_of(kata, bank, function), ask)
    return {verdict.property.name: verdict for verdict in found}


def outcomes(kata, function, bank=ORDINARY, ask=never):
    """The outcome of each property, in the order of declaration."""
    return [verdict.outcome for verdict in judged(kata, function, bank, ask).values()]


def exercise_of(kata, truth, folder):
    """A kata with a bank that was drawn, saved and loaded, as `kata lint` and `kata check` do it."""
    path = folder / f"{kata.signature.name}.bank.json"
    save(make_bank(f"maths/{kata.signature.name}", kata, truth, {}), path)
    return Exercise(f"maths/{kata.signature.name}", kata, load(path), lambda: truth)


def shown(report):
    """A report as the terminal shows it, on one line."""
    return " ".join(render(report, width=100).split())
