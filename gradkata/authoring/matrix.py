"""Tables for the author of a kata: which property detects which wrong answer, and how many mutants are killed."""

from gradkata.authoring.subject import Subject
from gradkata.declaring.kata import TOTAL_POINTS


def matrix(subject: Subject) -> str:
    """Property × wrong answer: a cross if it fails, a dot if it holds; the points of each wrong answer."""
    properties = subject.kata.properties
    widest = max(len(name) for name in subject.trials)
    heads = [f"{number:>2} {prop.name} ({prop.points})" for number, prop in enumerate(properties, 1)]
    lines = ["", *[f"  {head}" for head in heads], ""]
    numbers = " ".join(f"{number:>2}" for number in range(1, len(properties) + 1))
    lines.append(f"  {'':{widest}} {numbers}  points")
    for name, trial in subject.trials.items():
        marks = " ".join(" ✗" if prop.name in trial.failed else " ·" for prop in properties)
        lines.append(f"  {name:{widest}} {marks}  {float(trial.score):g}")
    return "\n".join(lines)


def mutation_table(subject: Subject) -> str:
    """How many automatic mutants there are, how many are killed, and why the others cannot be killed."""
    killed = sum(trial.score < TOTAL_POINTS for trial in subject.mutant_trials.values())
    equivalents = subject.kata.equivalents
    lines = [f"\n  {len(subject.mutants)} mutants: {killed} killed, {len(equivalents)} equivalent"]
    lines.extend(f"    {name}: {reason}" for name, reason in equivalents.items())
    return "\n".join(lines)


def mistakes_table(subject: Subject) -> str:
    """How many general mistakes lose points, and which are none for this kata."""
    trials = subject.general_trials
    right = [name for name, trial in trials.items() if trial.score >= TOTAL_POINTS]
    lines = [f"\n  {len(trials)} mistakes of every subject: {len(trials) - len(right)} lose points"]
    if right:
        lines.append(f"    no mistakes here: {', '.join(right)}")
    return "\n".join(lines)
