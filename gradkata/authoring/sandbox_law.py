"""Part of law 4: the plain answer also earns all points on the path that students take, through the sandbox."""

from collections.abc import Iterator

from gradkata.authoring.subject import Subject
from gradkata.excerpt import excerpt
from gradkata.outcomes import first_failure
from gradkata.session import JudgeError, server_session
from gradkata.submissions.submission import Submission


def plain_answer_earns_all_in_the_sandbox(subject: Subject) -> Iterator[str]:
    """Law 4, in the sandbox: the plain answer, written as a student's file, earns all points.

    Without a sandbox on this machine, a note is added to ``subject.notes`` instead.
    """
    from gradkata.isolation.selftest import highest_level

    name = f"{subject.name}_numpy"
    try:
        source = as_a_students_file(subject)
    except (LookupError, ValueError) as error:
        yield (
            f"the right answer `{name}` cannot be written as a student's file: {error}. "
            "Import helpers by name at the top of the solution, as in `from ._boxes import box`."
        )
        return
    level = highest_level()
    if level == "in-process":
        subject.notes.append(f"no sandbox works on this machine, so that `{name}` was not judged in one.")
        return
    with server_session(subject.catalog, level) as session:
        try:
            session.start()
        except JudgeError as error:
            subject.notes.append(
                f"the sandbox does not start, so that `{name}` was not judged in it: {error}"
            )
            return
        report = session.report(subject.slug, Submission(source, f"{subject.name}.py"))
    failed = first_failure(report)
    if failed is not None:
        yield (
            f"the right answer `{name}` fails `{failed['name']}` if a student hands it in ({level} sandbox): "
            f"{failed.get('message') or failed['outcome']}\nMake it right there as well: it has the limits of an "
            "answer, and no other file of the collection."
        )
    elif report["outcome"] == "grader-error":
        yield f"the right answer `{name}` cannot be judged as a student's ({level} sandbox): {report['notes'][-1]}"


def as_a_students_file(subject: Subject) -> bytes:
    """The plain answer under the name of the kata, with the imports and helpers that it needs.

    Raises:
        LookupError, ValueError: if it cannot be written as one file.
    """
    name = f"{subject.name}_numpy"
    text = excerpt(subject.catalog.solution(subject.slug), name).strip("\n")
    return f"{text}\n\n\n{subject.name} = {name}\n".encode()
