"""Check by machine that a report says only what is so.

`faults` pastes every call of a report into Python, makes it again in a fresh process with the function that was judged,
and compares what it returns with what the report says.  The expected answer is compared with that of the plain right
answer.  A `Child` in this process runs functions of our own, such as misconceptions; `judged_function` judges them as a
submission is judged.
"""

import math

import numpy as np

from gradkata.comparing.closeness import Tolerance, compare
from gradkata.isolation.inside.student import Student
from gradkata.isolation.replies import Reply, parse
from gradkata.isolation.sandbox import Sandbox
from gradkata.judging.answers import observe
from gradkata.judging.asking import Conversation
from gradkata.judging.failure_text import plain
from gradkata.judging.judge import judge
from gradkata.judging.verdicts import identical
from gradkata.reports.palette import Look
from gradkata.reports.terminal import excerpt
from gradkata.submissions.submission import Submission

_SAME = Tolerance(rtol=1e-12, atol=1e-300)
# Answers that are not repeated: they depend on chance or on a limit of the machine.
_EXEMPT = ("nondeterministic", "timeout", "memory", "crashed")
_ANSWERED = ("wrong", "wrong-type", "wrong-shape", "mutates-input")


class FunctionChild:
    """A child in this process that holds a function of our own."""

    def __init__(self, limits, function):
        self._limits, self._function = limits, function
        self._student = Student(limits.reply_bytes)

    def load(self, source, filename, function, skipped=None, is_announced=False):
        """Bind the function under the name that is called."""
        self._student.module.__dict__[function] = self._function
        return Reply("returned", True)

    def calls(self, function, frames):
        """One reply for each call."""
        for frame in frames:
            with np.errstate(all="ignore"):
                payload = self._student.call(function, frame)
            yield parse(payload, self._limits)

    def printed(self):
        """Nothing: our own functions print nothing."""
        return "", False

    def close(self):
        """Do nothing: there is no process."""

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()


def sandbox_of(function):
    """A sandbox whose children hold a function of our own."""
    return Sandbox("in-process", make=lambda limits: FunctionChild(limits, function))


def judged_function(exercise, function):
    """The report on a function of our own."""
    return judge(exercise, Submission(b"", "function.py"), sandbox_of(function))


def faults(report, exercise, submission, sandbox):
    """What a report says that is not so, one line each."""
    found = []
    for each in report["properties"]:
        if each.get("counterexample"):
            checker = _Checker(exercise, submission, sandbox, report, each)
            found += [f"{report['kata']} {each['name']}: {fault}" for fault in checker.faults()]
    return found


def pasted(text, name):
    """The arguments of a call, as Python reads them after `import numpy as np`."""
    return eval(text, {"np": np, name: lambda **given: tuple(given.values())})


class _Checker:
    """The faults of one counterexample."""

    def __init__(self, exercise, submission, sandbox, report, each):
        self.exercise, self.kata = exercise, exercise.kata
        self.submission, self.sandbox = submission, sandbox
        self.report, self.each, self.shown = report, each, each["counterexample"]
        self.name = self.kata.signature.name

    def faults(self):
        calls, shown = self.shown["calls"], self.shown
        if "..." in "".join(call["call"] for call in calls):
            yield "a call is elided"
            return
        try:
            arguments = [pasted(call["call"], self.name) for call in calls]
        except Exception as error:
            yield f"the call does not run ({error}): {calls[-1]['call']}"
            return
        yield from self._arguments(arguments)
        yield from self._expected(arguments[-1])
        yield from self._screen(arguments)
        if any(parameter.kind.takes for parameter in self.kata.signature.parameters):
            return  # a pasted function cannot be sent to the sandbox
        if self.each["outcome"] in _EXEMPT and not shown.get("remembers"):
            return
        if "depends on chance" in self.each["message"]:
            return
        if not shown.get("remembers"):
            yield from self._answers(arguments[-1:], calls[-1:])
        elif not shown.get("left_out"):
            yield from self._answers(arguments, calls)
            if "calls satisfy this" not in (shown["relation"] or ""):
                yield from self._alone(arguments[-1])

    def _arguments(self, arguments):
        for given, call in zip(arguments, self.shown["calls"], strict=True):
            for value, (name, data) in zip(given, call["arguments"].items(), strict=True):
                is_text = isinstance(data, str) and not isinstance(value, str)
                if is_text and data in ("nan", "inf", "-inf"):
                    same = str(value) == data
                elif callable(value):
                    same = data in call["call"]
                elif is_text:
                    same = identical([eval(data, {"np": np})], [value])
                else:
                    same = _is_same(_read(data), value)
                if not same:
                    yield f"the argument {name} is {data}, but {value!r} in the call"

    def _made(self, arguments):
        conversation = Conversation(self.sandbox, self.submission, self.kata, self.exercise.limits)
        try:
            return [conversation.ask(each) for each in arguments]
        finally:
            conversation.close()

    def _answers(self, arguments, calls):
        for answer, call in zip(self._made(arguments), calls, strict=True):
            returned = call["returned"]
            if isinstance(returned, dict) and "raises" in returned:
                if answer.error != returned["raises"]:
                    yield f"{call['call']} should raise {returned['raises']}"
                continue
            if call is calls[-1] and self.each["outcome"] not in _ANSWERED:
                if answer.outcome != self.each["outcome"] and not self.shown.get("remembers"):
                    yield f"{call['call']} is {answer.outcome}, not {self.each['outcome']}"
                if returned is None:
                    continue
            values = [plain(answer.raw), plain(answer.value) if answer.outcome == "passed" else None]
            if not any(_is_same(returned, value) for value in values):
                yield f"{call['call']} returns {values[0]}, not {returned}"

    def _alone(self, arguments):
        [alone] = self._made([arguments])
        [last] = self.shown["calls"][-1:]
        if _is_same(plain(alone.raw), last["returned"]) and self.each["outcome"] in _ANSWERED:
            yield f"it does not remember: {last['call']}"

    def _expected(self, arguments):
        expected = self.shown["expected"]
        right = observe(self.exercise.truth(), self.kata.signature, arguments)
        if isinstance(expected, dict) and "raises" in expected:
            if expected["raises"] not in right.built_in:
                yield f"{expected} is expected, but the reference does not raise it"
        elif expected is not None and not _is_same(expected, plain(right.value), self.kata.tolerance):
            yield f"{expected} is expected, but the reference answers {plain(right.value)}"
        elif (
            self.each["outcome"] in ("wrong-type", "wrong-shape", "raised")
            and expected is None
            and right.outcome == "passed"
        ):
            yield "the right answer is not shown"

    def _screen(self, arguments):
        """What a terminal shows of the calls runs as well, unless it says where all of it is."""
        text = excerpt(self.report, self.each["name"], Look(80))
        if "--json` has all of it" in text or "    called    " not in text:
            return
        texts, is_call = [], False
        for line in text.split("\n"):
            if line.startswith("    called    "):
                texts.append(line[14:])
            elif is_call and line.startswith(" " * 14):
                texts[-1] += "\n" + line[14:]
            is_call = line.startswith("    called    ") or (is_call and line.startswith(" " * 14))
        for given, shown in zip(arguments, texts, strict=True):
            try:
                pairs = zip(given, pasted(shown, self.name), strict=True)
                plain = [pair for pair in pairs if not callable(pair[0])]
                if not identical([one for one, _ in plain], [other for _, other in plain]):
                    yield f"the screen shows another call: {shown}"
            except SyntaxError:
                yield f"the call on the screen does not run: {shown}"


def _read(data):
    """The JSON of a value with its floats."""
    if isinstance(data, list):
        return [_read(each) for each in data]
    return float(data) if data in ("nan", "inf", "-inf") else data


def _is_same(one, other, tolerance=_SAME):
    """Whether two values are the same but for rounding; arrays count as lists."""
    one, other = (
        each.tolist() if isinstance(each, np.ndarray | np.generic) else each for each in (one, other)
    )
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(
            _is_same(a, b, tolerance) for a, b in zip(one, other, strict=True)
        )
    if isinstance(one, float | int) and isinstance(other, float | int):
        return (
            one == other or (math.isnan(one) and math.isnan(other)) or compare(one, other, tolerance) is None
        )
    return repr(one) == repr(other) if callable(one) else one == other
