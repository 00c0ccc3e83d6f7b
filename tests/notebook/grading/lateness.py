"""A course's own rule for late submissions."""


def __getattr__(name):
    """Imported lazily, because nbgrader may not be installed."""
    if name != "OnePoint":
        raise AttributeError(name)
    from nbgrader.plugins import BasePlugin

    class OnePoint(BasePlugin):
        def late_submission_penalty(self, student_id, score, total_seconds_late):
            return 1.0

    return OnePoint
