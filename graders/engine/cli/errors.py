"""What a command refuses, said in one sentence with the remedy."""


class UsageError(Exception):
    """The command cannot mean anything as it was given; exit code 2."""


class GraderError(Exception):
    """The grader or its sandbox failed, which is never the student's fault; exit code 3."""
