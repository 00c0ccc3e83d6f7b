"""One kata with everything that its laws check."""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from gradkata.authoring.mutants import Mutant, mutants
from gradkata.authoring.trials import Function, Trial, try_out, try_quickly
from gradkata.catalog import Catalog, short_name
from gradkata.declaring.kata import Kata, general_mistakes
from gradkata.declaring.parts import Misconception
from gradkata.drawing.bank import MOST_BYTES, Bank, BankError, load
from gradkata.judging.exercises import load_kata, load_solution
from gradkata.judging.likeness import Known, known_by_running
from gradkata.loader import package_name, source_files
from gradkata.mistakes.controls import controls

if TYPE_CHECKING:
    from gradkata.authoring.candidates import Candidate

_LARGEST = 16 * MOST_BYTES  # a larger bank is not even read


@dataclass(frozen=True)
class Subject:
    """A kata's files, read once."""

    catalog: Catalog
    slug: str
    notes: list[str] = field(default_factory=list, compare=False)
    """What the laws could not check on this machine."""
    fresh: "list[Candidate]" = field(default_factory=list, compare=False, repr=False)
    """Examples that are not in the bank; `bank_laws.fresh_draws` draws them."""

    @property
    def name(self) -> str:
        """The function's name."""
        return short_name(self.slug)

    @cached_property
    def kata(self) -> Kata:
        """What the grader file declares."""
        return load_kata(self.catalog, self.slug)

    @cached_property
    def solution(self) -> ModuleType:
        """The module of right answers."""
        return load_solution(self.catalog, self.slug)

    @cached_property
    def stub(self) -> ast.Module:
        """The student's file, parsed and not run."""
        path = self.catalog.stub(self.slug)
        return ast.parse(path.read_text("utf-8-sig"), str(path))

    @cached_property
    def bank(self) -> Bank:
        """The bank as it is committed."""
        path = self.catalog.bank(self.slug)
        if path.is_file() and (size := path.stat().st_size) > _LARGEST:
            raise BankError(
                f"{path.name} holds {size} bytes, and the limit is {MOST_BYTES}. "
                f"Draw smaller input, and create it again with `kata lint --write {self.name}`."
            )
        return load(path)

    @cached_property
    def right_answers(self) -> Mapping[str, Function]:
        """The reference and every other function whose name begins with its name and an underscore."""
        found = {name: value for name, value in vars(self.solution).items() if callable(value)}
        return {n: f for n, f in found.items() if n == self.name or n.startswith(self.name + "_")}

    @property
    def truth(self) -> Function:
        """The reference."""
        return self.right_answers[self.name]

    @property
    def plain(self) -> Function:
        """The plain answer, as a good student would write it."""
        return self.right_answers[self.name + "_numpy"]

    @cached_property
    def controls(self) -> Mapping[str, Function]:
        """Wrong answers without a name, which every kata is tested with."""
        refuses = any(prop.error for prop in self.kata.properties)
        return controls(self.kata.signature, self.plain, refuses=refuses)

    @cached_property
    def general(self) -> Mapping[str, Misconception]:
        """The mistakes of every subject, made of the plain answer."""
        return {mistake.name: mistake for mistake in general_mistakes(self.kata, self.plain)}

    @cached_property
    def known(self) -> Sequence[Known]:
        """The misconceptions, with their answers to the calls of the bank."""
        return [
            Known(each, dict(enumerate(self.trials[each.name].answers)).__getitem__)
            for each in self.kata.misconceptions
        ]

    @cached_property
    def known_general(self) -> Sequence[Known]:
        """The mistakes of every subject, with their answers to the calls of the bank."""
        return [known_by_running(self.kata, self.bank, each) for each in self.general.values()]

    @cached_property
    def mutants(self) -> Mapping[str, Mutant]:
        """The automatic mutants of the plain answer, by name."""
        collection = self.catalog.collection_of(self.slug)
        package = f"{package_name(collection, 'solutions')}.{self.slug.partition('/')[0]}"
        found = mutants(collection.solution(self.slug), self.name + "_numpy", package)
        return {m.name: m for m in found}

    @cached_property
    def wrong_answers(self) -> Mapping[str, Function]:
        """Misconceptions, controls, and the mutants that are not recorded as equivalent."""
        wrong = {m.name: m.function for m in self.kata.misconceptions} | dict(self.controls)
        killable = {n: m.function for n, m in self.mutants.items() if n not in self.kata.equivalents}
        return wrong | killable

    @cached_property
    def trials(self) -> Mapping[str, Trial]:
        """Every misconception and control, judged on the bank."""
        tried = {m.name: m.function for m in self.kata.misconceptions} | dict(self.controls)
        return {name: try_out(self.kata, self.bank, function) for name, function in tried.items()}

    @cached_property
    def general_trials(self) -> Mapping[str, Trial]:
        """Every general mistake, judged on the bank."""
        return {name: try_quickly(self.kata, self.bank, m.function) for name, m in self.general.items()}

    @cached_property
    def mutant_trials(self) -> Mapping[str, Trial]:
        """Every automatic mutant, judged on the bank."""
        return {name: try_quickly(self.kata, self.bank, m.function) for name, m in self.mutants.items()}

    def sources(self) -> list[Path]:
        """The files that a bank is made from: the grader, the solution, and the helpers that they import."""
        return source_files(self.catalog.collection_of(self.slug), self.slug)
