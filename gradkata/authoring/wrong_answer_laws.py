"""The laws on wrong answers: each loses points, has its own name, and is revealed by some property."""

import inspect
from collections.abc import Callable, Iterator

from gradkata.authoring.drafting.drafted_domain import domain_lines
from gradkata.authoring.narrow import narrow_answers, stateful_answers
from gradkata.authoring.subject import Subject
from gradkata.authoring.survivors import difference, example_line
from gradkata.authoring.trials import Trial, try_out, try_quickly
from gradkata.comparing.wording import call as call_text
from gradkata.declaring.domain import Domain
from gradkata.declaring.kata import TOTAL_POINTS
from gradkata.declaring.parts import Misconception
from gradkata.judging.diagnosing import matching
from gradkata.judging.verdicts import is_core
from gradkata.mistakes.controls import TRIVIAL

_CLEARLY = 4.0  # tolerances by which a mistake of every subject or a narrow answer is wrong
_SLIPS = ("NameError", "UnboundLocalError")  # no student's mistake of the subject raises them


def misconceptions_are_distinct(subject: Subject) -> Iterator[str]:
    """Law 6: every misconception loses points, and is diagnosed as itself and nothing else."""
    if len(subject.kata.misconceptions) < 3:
        yield "it has fewer than three misconceptions. Add mistakes that occur in practice."
    asked = subject.kata.signature.names
    for misconception in subject.kata.misconceptions:
        parameters = inspect.signature(misconception.function)
        try:
            parameters.bind(*asked)
        except TypeError:
            yield (
                f"misconception `{misconception.name}` has the parameters {parameters}. "
                f"A wrong answer to this kata takes ({', '.join(asked)})."
            )
            continue
        trial = subject.trials[misconception.name]
        yield from _fails_by_itself(subject, misconception, trial)
        if trial.score >= TOTAL_POINTS:
            yield f"misconception `{misconception.name}` loses no point. {_killing(subject, misconception.function)}"
            continue
        names = [m.name for m in matching(subject.known, subject.kata, subject.bank, trial.answers)]
        if names != [misconception.name]:
            found = " and ".join(f"`{name}`" for name in names) or "nothing"
            yield (
                f"misconception `{misconception.name}` is diagnosed as {found}. "
                "Merge the two, or add input that distinguishes them."
            )
        if misconception.name in subject.general:
            yield f"misconception `{misconception.name}` has the name of a mistake that every kata knows. Rename it."
        yield from _is_special(subject, misconception, trial)


def _is_special(subject: Subject, misconception: Misconception, trial: Trial) -> Iterator[str]:
    """A misconception that every kata knows need not be written again."""
    for mistake in matching(subject.known_general, subject.kata, subject.bank, trial.answers):
        yield (
            f"misconception `{misconception.name}` behaves like `{mistake.name}`, which every kata knows: "
            f'"{mistake.message}" Delete the misconception, and keep its words by '
            f'`kata.mistakes(say={{"{mistake.name}": "..."}})` if they say more. If the other one is not plausible '
            f'here, write `kata.mistakes(without=["{mistake.name}"])`.'
        )
        return


def general_mistakes_lose_points(subject: Subject) -> Iterator[str]:
    """Law 6 for the mistakes of every subject: each loses points, or is right for this kata."""
    for name, mistake in subject.general.items():
        if subject.general_trials[name].score >= TOTAL_POINTS:
            found = difference(subject, mistake.function, _CLEARLY)
            if found is not None:
                yield (
                    f"the mistake `{name}` earns all points, but differs from the right answer on new input for "
                    f"`{found.property}`. Add:\n{example_line(subject, found)}"
                )


def _killing(subject: Subject, function: Callable[..., object]) -> str:
    """What to add so that a wrong answer loses points; if it is right on all new examples too, that it may be right."""
    found = difference(subject, function)
    if found is None:
        return "It also agrees with the right answer on all new examples: make it wrong, or delete it."
    return f"It differs from the right answer on new input for `{found.property}`. Add:\n{example_line(subject, found)}"


def _fails_by_itself(subject: Subject, misconception: Misconception, trial: Trial) -> Iterator[str]:
    """A wrong answer has one mistake of the subject; one that cannot run has a mistake of its author's."""
    slips = [each for each in trial.answers if each.error in _SLIPS]
    if slips:
        yield f"misconception `{misconception.name}` stops with {slips[0].message}. Fix it."
        return
    core = {case.calls[0] for case in subject.bank.cases if is_core(subject.kata, case.property)}
    ordinary = [trial.answers[index] for index in core]
    if ordinary and all(each.outcome == "raised" for each in ordinary):
        yield (
            f"misconception `{misconception.name}` raises an exception on all ordinary input: {ordinary[0].message}. "
            "Let it give a wrong answer."
        )


def properties_are_not_vacuous(subject: Subject) -> Iterator[str]:
    """Law 7: every property is failed by some wrong answer, and one with points by one that passes the core."""
    core = {prop.name for prop in subject.kata.properties if prop.sort == "agreement"}
    trials = {**subject.trials, **subject.general_trials, **subject.mutant_trials}
    for prop in subject.kata.properties:
        failing = [trial for trial in trials.values() if prop.name in trial.failed]
        if not failing:
            yield (
                f"no wrong answer fails property `{prop.name}`. Add a misconception that fails it, "
                "with `@kata.misconception`, or delete the property."
            )
        elif prop.sort in ("edge", "property", "example") and prop.points:
            if all(core & set(trial.failed) for trial in failing):
                yield (
                    f"property `{prop.name}` earns points, but every wrong answer that fails it fails the core as "
                    f"well, and the core alone decides about them. Write points=0 for it, and add its {prop.points} to "
                    "`kata.agreement(points=...)`. It is still checked, and its failure still explained."
                )


def trivial_answers_earn_nothing(subject: Subject) -> Iterator[str]:
    """Law 9: no constant, echo, random answer or stub earns more than 1 of 10."""
    for name in TRIVIAL & set(subject.trials):
        trial = subject.trials[name]
        if trial.score <= 1:
            continue
        earned = f"the trivial answer `{name}` earns {trial.score} points, and may earn 1."
        if any(is_core(subject.kata, failed) for failed in trial.failed):
            yield f"{earned} Write `kata.contract(points=1)`, and add the rest to `kata.agreement`."
        else:
            yield f"{earned} It is right on all ordinary input: draw input that has other answers."


def mutants_are_killed(subject: Subject) -> Iterator[str]:
    """Law 11: every automatic mutant loses points, or is recorded as equivalent with a reason."""
    for name, mutant in subject.mutants.items():
        survives = subject.mutant_trials[name].score >= TOTAL_POINTS
        if survives and name not in subject.kata.equivalents:
            yield f"mutant `{name}` earns all points.\n{mutant.diff}\n{_remedy(subject, name, mutant.function)}"
        if not survives and name in subject.kata.equivalents:
            yield f"mutant `{name}` is recorded as equivalent, but loses points. Delete the record."
    for name in set(subject.kata.equivalents) - set(subject.mutants):
        yield f"`{name}` is recorded as equivalent, but there is no such mutant. Delete the record."


def _remedy(subject: Subject, name: str, function: Callable[..., object]) -> str:
    """The line that records a mutant as equivalent, or one that kills it."""
    found = difference(subject, function)
    if found is None:
        return (
            "It agrees with the right answer on the bank and on all new examples. If no input that the statement "
            f"admits distinguishes them, record it:\nkata.equivalent({name!r}, reason='...')"
        )
    return (
        f"It differs from the right answer on new input for `{found.property}`. This line kills it:\n"
        f"{example_line(subject, found)}"
    )


def narrow_answers_lose_points(subject: Subject) -> Iterator[str]:
    """Law 12: no answer that is right for a corner of the domain only earns all points."""
    domain = subject.kata.admitted
    if domain is None:
        lines = domain_lines(subject.kata.signature)
        yield (
            "it does not declare what the statement admits. Write above `kata.contract`, and adjust:\n"
            + "\n".join(lines)
        )
        return
    yield from outside_of_the_domain(subject, domain)
    for name, function in narrow_answers(domain, subject.plain):
        if try_quickly(subject.kata, subject.bank, function).score >= TOTAL_POINTS:
            found = difference(subject, function, _CLEARLY)
            if found is not None:
                yield (
                    f"an answer that {name} earns all points, but differs from the right answer on new input. "
                    f"Add:\n{example_line(subject, found)}"
                )
    for name, function in stateful_answers(domain, subject.plain):
        if try_out(subject.kata, subject.bank, function).score >= TOTAL_POINTS and difference(
            subject, function
        ):
            yield (
                f"an answer that {name} earns all points, but goes wrong on new input. "
                "Add edges whose inputs differ in few entries."
            )


def outside_of_the_domain(subject: Subject, domain: Domain) -> Iterator[str]:
    """The properties whose draws leave the domain, each with one example."""
    seen: set[str] = set()
    refusing = {prop.name for prop in subject.kata.properties if prop.error}
    for case in subject.bank.cases:
        for index in case.calls:
            arguments = subject.bank.calls[index].arguments
            if case.property not in refusing and case.property not in seen and not domain.admits(arguments):
                seen.add(case.property)
                call = call_text(subject.name, subject.kata.signature.names, arguments, 300)
                yield (
                    f"`{case.property}` asks {' '.join(call.split())}, which the domain does not admit. "
                    "Correct its draws, or `kata.domain`."
                )
