"""The statistics of a kata as data, for programs."""

from collections.abc import Sequence
from typing import Any

from gradkata.classroom.drafts import Draft
from gradkata.classroom.statistics import KataStatistics


def data(
    found: KataStatistics,
    drafts: Sequence[Draft],
    incomparable: Sequence[str],
    *,
    with_students: bool = False,
) -> dict[str, Any]:
    """Everything that the text says, and all groups; names of students only ``with_students``."""

    def counted(students: Sequence[str]) -> dict[str, Any]:
        return {"count": len(students), **({"students": list(students)} if with_students else {})}

    return {
        "kata": found.slug,
        "submissions": found.submissions,
        "right": found.right,
        "wrong": found.wrong,
        "outcomes": dict(found.outcomes),
        "judged_on_all": found.judged_on_all,
        "properties": [
            {
                "name": each.name,
                "claim": each.claim,
                "failed": each.failed,
                "separation": each.separation,
                "same_as": each.same_as,
            }
            for each in found.properties
        ],
        "mistakes": [{**each.diagnosis, **counted(each.students)} for each in found.mistakes],
        "unmatched": [
            {
                **counted(each.students),
                "property": each.failed["name"],
                "outcome": each.failed["outcome"],
                "counterexample": each.failed.get("counterexample"),
                "message": each.failed.get("message", ""),
                "wrong_calls": each.wrong,
                "calls": each.calls,
                "examples": list(each.examples),
                "draft": each.code,
            }
            for each in drafts
        ],
        "not_compared": counted(incomparable),
    }
