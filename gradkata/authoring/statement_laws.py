"""Laws on the statement: it is complete, and its worked examples hold."""

import ast
import doctest
from collections.abc import Iterator

import numpy as np

from gradkata.author_code import begin, end
from gradkata.authoring.subject import Subject
from gradkata.catalog import short_name
from gradkata.declaring.domain_text import sentence
from gradkata.judging.answers import agree, observe

_PARTS = {
    "# ": "a title in its first line (`# Intersection over union`)",
    "$$": "a formula between `$$`",
    "## Conventions": "a section `## Conventions` that settles open questions (ties, empty input, dtype)",
    ">>> ": "a worked example as a doctest",
    "## Source": "a section `## Source` with a paper or textbook and the place in it",
}


def statement_is_complete(subject: Subject) -> Iterator[str]:
    """Part of law 2: a student can work from the statement alone."""
    text = ast.get_docstring(subject.stub) or ""
    for mark, what in _PARTS.items():
        if mark not in text or (mark == "# " and not text.startswith("# ")):
            yield f"the statement lacks {what}. Add it to the stub's docstring."
    if subject.kata.admitted is not None:
        admitted = sentence(subject.kata.admitted)
        if " ".join(admitted.split()) not in " ".join(text.split()):
            begins = (
                "its sentence on the input differs from the domain"
                if "* Input: " in text
                else ("the statement does not say what it admits")
            )
            yield f"{begins}. Write among its conventions, letter for letter:\n* {admitted}"
    stub = [node for node in subject.stub.body if isinstance(node, ast.FunctionDef)]
    if stub and not ast.get_docstring(stub[0]):
        yield "the stub's function has no docstring. Say in one line what it returns."


def prerequisites_come_earlier(subject: Subject) -> Iterator[str]:
    """Part of law 2: the katas that a kata builds on come before it in the syllabus."""
    text, catalog = ast.get_docstring(subject.stub) or "", subject.catalog
    named, listed = catalog.builds_on(subject.slug), catalog.listed
    lines = [line for line in text.splitlines() if line.startswith("Builds on")]
    if len(lines) > 1 or bool(lines) != bool(named):
        yield f"the line `{lines[-1]}` cannot be read. Write one line in this form: Builds on `iou` and `nms`."
    for name in named:
        found = [slug for slug in listed if short_name(slug) == name]
        if not found:
            yield f"it builds on `{name}`, which is not a kata of the syllabus. Name another, or delete it."
        elif found[0] == subject.slug:
            yield "it builds on itself. Name another kata, or delete the line."
        elif subject.slug in listed and listed.index(found[0]) > listed.index(subject.slug):
            yield f"it builds on `{name}`, which comes later in katas/syllabus.toml. Move one of them."


def examples_hold(subject: Subject) -> Iterator[str]:
    """Law 5: the examples of the statement print what the reference answers, as Python does or in full."""
    text = ast.get_docstring(subject.stub) or ""
    space = {"np": np, "array": np.array, subject.name: subject.truth}
    for example in doctest.DocTestParser().get_examples(text):
        line = example.source.strip()
        piece = begin(f"the example `{line}` of the statement")
        try:
            if not example.want:
                exec(example.source, space)  # a set-up line of our own statement
                continue
            answer = eval(example.source, space)
            # NumPy prints eight decimals, which are too few to compare.
            if repr(answer) == example.want.strip():
                continue
            printed = eval(example.want, {"array": np.array, "nan": np.nan, "inf": np.inf, **vars(np)})
        except Exception as error:
            yield f"the statement's example `{line}` stops with {type(error).__name__}: {error}. Fix it."
            continue
        finally:
            end(piece)
        if not _same(subject, answer, printed):
            yield f"the statement says that `{line}` gives {example.want.strip()}, not {answer}. Fix one of them."


def _same(subject: Subject, answer: object, printed: object) -> bool:
    signature = subject.kata.signature

    def values(value: object) -> tuple[object, ...]:
        return observe(lambda: value, signature, ()).values

    one, other = values(answer), values(printed)
    return bool(one) and len(one) == len(other) and agree(one, other, subject.kata.tolerance)
