"""What is said where a file never came to answer."""

import re
import sys

from gradkata.declaring.kata import Kata
from gradkata.isolation.inside.protocol import MAX_NAME, MAX_NAMES
from gradkata.isolation.sandbox import Error, Reply
from gradkata.judging.answers import read
from gradkata.judging.verdicts import Failure, Verdict
from gradkata.outcomes import Outcome
from gradkata.submissions.submission import Submission

_MISSING = re.compile(r"No module named '(\w+)")


def not_loaded(kata: Kata, loaded: Reply, submission: Submission) -> list[Verdict]:
    """One verdict that says why nothing was judged; the other properties are skipped."""
    return unjudged(kata, *_why(kata, loaded, submission))


def too_large(kata: Kata, filename: str, most: int) -> list[Verdict]:
    """The same for a file that nobody reads to its end."""
    message = f"{filename} has more than {most:,} bytes. Hand in the function, and no data with it."
    return unjudged(kata, "not-loaded", message)


def unjudged(kata: Kata, outcome: Outcome, message: str) -> list[Verdict]:
    """The first property says what kept the others from being judged."""
    first, *others = kata.properties
    failure = Failure(outcome, (), message=message)
    return [Verdict(first, outcome, failure), *[Verdict(prop, "skipped") for prop in others]]


def _why(kata: Kata, loaded: Reply, submission: Submission) -> tuple[Outcome, str]:
    name, filename = kata.signature.name, submission.filename
    if loaded.status == "returned":
        return "not-loaded", _missing(name, loaded.value, filename, kata)
    if loaded.status != "raised" or loaded.error is None:
        answer = read(loaded, kata.signature, (), submission)
        during = f"While {filename} was being loaded: "
        return answer.outcome, during + answer.message
    error = loaded.error
    if error.line:
        lines = [f"{submission.place(error.line)}: {error.type_name}: {error.message}"]
        if error.text:
            text = error.text.rstrip("\n").expandtabs(1)
            shown = text.lstrip()
            lines.append(f"    {shown}")
            if error.offset:
                lines.append("    " + " " * max(error.offset - 1 - (len(text) - len(shown)), 0) + "^")
        return "not-loaded", "\n".join([*lines, "Python cannot read the file past this point."])
    told = read(loaded, kata.signature, (), submission).message
    return (
        "not-loaded",
        f"{filename} stops with an exception before `{name}` can be called.\n{told}{_of_imports(error)}",
    )


def _of_imports(error: Error) -> str:
    """A sentence on what can be imported, where something else was."""
    if error.type_name not in ("ModuleNotFoundError", "ImportError"):
        return ""
    missing = _MISSING.match(error.message)
    if missing and missing[1] in sys.stdlib_module_names:
        return ""
    if missing or error.message.startswith("attempted relative import"):
        return (
            "\nA submission is one file: it can import the standard library and NumPy, "
            "and nothing that lies beside it or is installed besides."
        )
    return ""


def _missing(name: str, defined: object, filename: str, kata: Kata) -> str:
    from difflib import get_close_matches

    listed = defined if isinstance(defined, list) else []
    names = [each for each in listed[:MAX_NAMES] if isinstance(each, str) and len(each) <= MAX_NAME]
    asked = f"def {name}({', '.join(kata.signature.names)}):"
    if name in names:
        return f"`{name}` in {filename} is no function. It is asked for as `{asked}`"
    spelled = {each.lower(): each for each in names}
    near = [spelled[each] for each in get_close_matches(name.lower(), spelled, n=1, cutoff=0.5)]
    found = (
        f"It defines {', '.join(f'`{each}`' for each in names[:5])}. " if names else "It defines nothing. "
    )
    hint = f"Is `{near[0]}` meant?" if near else ""
    return f"{filename} has no function called `{name}`. {found}{hint}\nIt is asked for as `{asked}`".rstrip()
