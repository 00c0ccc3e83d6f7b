"""How long judging `iou` takes once everything is loaded: `python -m tests.benchmarks.warm`.

Prints one line of JSON: the milliseconds of judging a right answer, both children included, and those
that the answer itself takes for the same calls in one process; each the median of the rounds.
"""

import json
import os
import statistics
import time
from pathlib import Path

from tests.benchmarks.timing import one_thread

ROUNDS, WARM_UP = 101, 5
ANSWER = "examples/right/iou.py"


def main() -> None:
    one_thread()
    if hasattr(os, "sched_setaffinity"):  # grader, fork server and child share one core
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    import numpy  # noqa: F401  the server and its children share this import

    from gradkata.isolation.selftest import highest_level
    from gradkata.isolation.starting import fork_server

    with fork_server(highest_level()) as server:
        from gradkata.catalog import Catalog
        from gradkata.judging.exercises import exercise
        from gradkata.judging.judge import judge
        from gradkata.judging.repeating import ASKED_AGAIN
        from gradkata.submissions.submission import Submission

        iou = exercise(Catalog(), "detection/iou")
        submission = Submission(Path(ANSWER).read_bytes(), "iou.py")
        names: dict[str, object] = {}
        exec(submission.source, names)  # ours, from the examples
        function = names["iou"]
        assert callable(function)
        again = len(iou.bank.calls[:: -(-len(iou.bank.calls) // ASKED_AGAIN)])
        judging, own = [], []
        for turn in range(WARM_UP + ROUNDS):
            began = time.perf_counter()
            report = judge(iou, submission, server)
            judged = time.perf_counter()
            for call in (*iou.bank.calls, *iou.bank.calls[:again]):
                function(*call.arguments)
            if turn >= WARM_UP:
                judging.append(judged - began)
                own.append(time.perf_counter() - judged)
        assert report["score"] == report["max_score"]
    medians = {"judging": statistics.median(judging) * 1e3, "own": statistics.median(own) * 1e3}
    print(json.dumps({**medians, "level": report["sandbox"]}))


if __name__ == "__main__":
    main()
