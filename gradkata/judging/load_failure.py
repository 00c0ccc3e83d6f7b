"""The verdicts on a file that is too large or cannot be loaded."""

from gradkata.declaring.kata import Kata
from gradkata.isolation.inside.protocol import MAX_NAME, MAX_NAMES
from gradkata.isolation.sandbox import Reply
from gradkata.judging.answers import read
from gradkata.judging.verdicts import Failure, Verdict
from gradkata.outcomes import Outcome
from gradkata.submissions.submission import Submission


def not_loaded(kata: Kata, loaded: Reply, submission: Submission) -> list[Verdict]:
    """One verdict that explains why nothing was judged; the other properties are skipped."""
    return unjudged(kata, *_why(kata, loaded, submission))


def too_large(kata: Kata, filename: str, most: int) -> list[Verdict]:
    """The same for a file that is too large to be read."""
    message = f"{filename} has more than {most:,} bytes. Hand in the function only, without data."
    return unjudged(kata, "not-loaded", message)


def unjudged(kata: Kata, outcome: Outcome, message: str) -> list[Verdict]:
    """The verdict on the first property explains why nothing was judged; the others are skipped."""
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
    raised = read(loaded, kata.signature, (), submission).message
    return (
        "not-loaded",
        f"{filename} raises an exception before `{name}` can be called.\n{raised}",
    )


def _missing(name: str, defined: object, filename: str, kata: Kata) -> str:
    from difflib import get_close_matches

    listed = defined if isinstance(defined, list) else []
    names = [each for each in listed[:MAX_NAMES] if isinstance(each, str) and len(each) <= MAX_NAME]
    header = f"def {name}({', '.join(kata.signature.names)}):"
    if name in names:
        return f"`{name}` in {filename} is not a function. Define it as `{header}`"
    spelled = {each.lower(): each for each in names}
    near = [spelled[each] for each in get_close_matches(name.lower(), spelled, n=1, cutoff=0.5)]
    found = (
        f"It defines {', '.join(f'`{each}`' for each in names[:5])}. " if names else "It defines nothing. "
    )
    hint = f"Rename `{near[0]}` to `{name}`, if it is the answer." if near else ""
    return f"{filename} has no function called `{name}`. {found}{hint}\nDefine it as `{header}`".rstrip()
