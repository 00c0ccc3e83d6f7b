"""A course's own rule for what comes late."""


def __getattr__(name):
    """Only now: nbgrader may not be there."""
    if name != "OnePoint":
        raise AttributeError(name)
    from nbgrader.plugins import BasePlugin

    class OnePoint(BasePlugin):
        def late_submission_penalty(self, student_id, score, total_seconds_late):
            return 1.0

    return OnePoint
