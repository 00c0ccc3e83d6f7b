"""Properties of a correct non-maximum suppression, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st
from ..activations._careless import declare
from ._boxes import area, pixel_ratio, ratio
from ._suppression import crowd, order, pairs_at, rising, spread_scores, suppress, threshold_off
from .iou import kata as iou

kata = Kata(
    "nms(boxes: (n,4), scores: (n), score_threshold: (), iou_threshold: ()) -> i8(?k)",
    n=st.integers(1, 6),
    boxes=crowd(arg("n")),
    scores=spread_scores(arg("n")),
    score_threshold=st.sampled_from([-1.0, 0.0, -0.125, 0.25]),
    iou_threshold=threshold_off(arg("boxes")),
)
kata.domain(n=arg.size(0, 200), boxes=inputs.boxes(64, grid=1 / 8), scores=arg.real(-1000, 1000),
            score_threshold=arg.real(-1000, 1000), iou_threshold=arg.real(-2, 2, grid=1 / 64))
kata.mistakes(say={
    "is_sorted": "You return the right boxes, sorted by row number. They must be in descending order of score.",
    "exchanges_score_threshold_and_iou_threshold":
        "You compare scores with `iou_threshold` and IoUs with `score_threshold`.",
})
kata.hints(
    "Which box is certainly kept? When it is kept, which of the remaining boxes may it remove?",
    "Three boxes in a row: the second overlaps the first and the third, but those two are apart. Which stay, if the "
    "first has the highest score? May the second remove the third?",
    "Take the rows above the score threshold in descending order of score. A row is kept if its IoU with every row "
    "that was kept before it is at most the threshold; rows that were dropped are not compared.",
)

kata.contract(points=1)
kata.agreement(points=4)
# With more than 16 entries, NumPy's default sort is no longer stable.
kata.edge("Among equal scores the lower index comes first.", points=1,
          hint="Is your sort stable? What does reversing an ascending sort do to equal scores?",
          n=st.integers(2, 5) | st.just(24),
          scores=st.arrays(arg("n"), elements=st.sampled_from([0.5, 0.75])))
kata.edge("A score at the threshold is dropped.", points=1,
          hint="Do you compare with > or with >=?", n=st.integers(1, 4),
          score_threshold=st.sampled_from([0.5, 0.25, -0.25]),
          scores=st.arrays(arg("n"), elements=st.sampled_from([0.5, 0.25, -0.25, 0.75]), unique=True))
kata.edge("A box stays when its IoU is at the threshold.", points=1,
          hint="Do you drop with > or with >=?", n=st.integers(2, 5),
          iou_threshold=st.sampled_from([0.5, 0.25, 0.75, 0.0625, 0.625]),
          boxes=pairs_at(arg("n"), arg("iou_threshold")))
kata.edge("Scores that differ by a billionth are not equal.", points=0, n=st.integers(2, 4),
          score_threshold=st.sampled_from([0.5, 0.5 + 1e-9]),
          scores=st.arrays(arg("n"), elements=st.sampled_from([0.5, 0.5 + 1e-9, 0.5 + 2e-9])))
kata.edge("Without boxes the result is empty.", points=1, n=0,
          hint="Which line fails without rows? Which dtype does np.array([]) have?")
kata.edge("Boxes without area overlap nothing.", points=1,
          hint="What is 0/0 in NumPy, and what is the result of comparing it with the threshold?",
          n=st.integers(2, 4), iou_threshold=0.0,
          boxes=crowd(arg("n")).map(lambda boxes: boxes[:, [0, 1, 0, 3]]))
kata.example("With a score threshold of 0 every positive score counts.", expected=np.array([0]),
             boxes=np.array([[0.0, 0, 2, 2], [5, 5, 7, 7]]), scores=np.array([0.005, 0.0]),
             score_threshold=0.0, iou_threshold=0.5)
kata.example("A score a billionth above the threshold is kept.", expected=np.array([0]),
             boxes=np.array([[0., 0., 1., 1.]]), scores=np.array([0.5 + 1e-9]), score_threshold=0.5, iou_threshold=0.5)
kata.example("A score at the threshold drops the only box.", expected=np.array([], dtype=int),
             boxes=np.array([[0., 0., 1., 1.]]), scores=np.array([0.5]), score_threshold=0.5, iou_threshold=0.5)
kata.example("If the threshold is 0, the smallest overlap drops a box.", expected=np.array([1]),
             boxes=np.array([[0.0, 0, 16, 8], [15.875, 7.875, 32, 16]]), scores=np.array([0.7, 0.9]),
             score_threshold=0.0, iou_threshold=0.0)
kata.example("Two boxes that are far apart both stay.", expected=np.array([1, 0]),
             boxes=np.array([[0.0, 0, 2, 2], [5, 5, 7, 7]]), scores=np.array([0.7, 0.9]),
             score_threshold=0.6, iou_threshold=0.5)

@kata.property(points=0)
def keeps_all_when_asked_again(nms, boxes, scores, score_threshold, iou_threshold):
    """Suppressing the kept boxes again drops nothing more."""
    kept = nms(boxes, scores, score_threshold, iou_threshold)
    same(nms(boxes[kept], scores[kept], score_threshold, iou_threshold), np.arange(len(kept)))

@kata.misconception(title="drops all remaining boxes")
def drops_all_that_remain(boxes, scores, score_threshold, iou_threshold):
    """You return only the best box. Perhaps everything is dropped after it; drop only boxes that overlap it."""
    return np.array(order(scores, score_threshold)[:1], int)

@kata.misconception(title="compares only with the box that was kept last")
def compares_with_the_last_kept_only(boxes, scores, score_threshold, iou_threshold):
    """You compare a box only with the one kept last. Every kept box may drop it."""
    kept = []
    for i in order(scores, score_threshold):
        if not kept or ratio(boxes[kept[-1]], boxes[i]) <= iou_threshold:
            kept.append(i)
    return np.array(kept, int)

@kata.misconception(hint="When you skip a box that was dropped, do you also skip its comparisons?")
def lets_dropped_boxes_drop_others(boxes, scores, score_threshold, iou_threshold):
    """In your code a box that was dropped still drops others. Only kept boxes may do that."""
    rows, kept = order(scores, score_threshold), []
    for position, i in enumerate(rows):
        if all(ratio(boxes[j], boxes[i]) <= iou_threshold for j in rows[:position]):
            kept.append(i)
    return np.array(kept, int)

for name, arranged in (
    ("begins_with_the_lowest_score", rising),
    ("begins_with_the_lowest_score_and_the_last_of_equal_ones", lambda *given: order(*given)[::-1]),
):
    declare(kata, name, """You go from the lowest score up, so the weakest box of each object wins. The best comes
        first.""", lambda boxes, scores, score_threshold, iou_threshold, arranged=arranged:
            suppress(boxes, scores, None, iou_threshold, rows=arranged(scores, score_threshold)),
            "begins with the lowest score")

@kata.misconception
def goes_in_row_order(boxes, scores, score_threshold, iou_threshold):
    """You go through the boxes in the order of their rows, and return them in that order. The box with the highest
    score comes first."""
    return suppress(boxes, scores, None, iou_threshold, rows=np.flatnonzero(scores > score_threshold))

@kata.misconception(title="goes in row order and sorts the result")
def goes_in_row_order_and_sorts_the_result(boxes, scores, score_threshold, iou_threshold):
    """You sort the kept rows by score, but a box can be dropped by one with a lower score. Perhaps you sort only at the
    end: the box with the highest score has to be kept first."""
    kept = suppress(boxes, scores, None, iou_threshold, rows=np.flatnonzero(scores > score_threshold))
    return kept[np.argsort(-scores[kept], kind="stable")]

@kata.misconception(title="compares only with the best box")
def compares_with_the_best_box_only(boxes, scores, score_threshold, iou_threshold):
    """You drop the boxes that overlap the one with the highest score, and keep all others. Perhaps the step is not
    repeated: every kept box may drop others."""
    rows = order(scores, score_threshold)
    return np.array([i for i in rows if i == rows[0] or ratio(boxes[rows[0]], boxes[i]) <= iou_threshold], int)

@kata.misconception(title="compares only with the box before it")
def compares_neighbours_only(boxes, scores, score_threshold, iou_threshold):
    """You compare a box only with the one before it in the order of scores, whether that was dropped or not. Every kept
    box may drop it, and no dropped one."""
    rows = order(scores, score_threshold)
    return np.array([i for place, i in enumerate(rows)
                     if place == 0 or ratio(boxes[rows[place - 1]], boxes[i]) <= iou_threshold], int)

@kata.misconception(title="keeps the boxes that overlap and drops the others")
def keeps_the_overlapping_ones(boxes, scores, score_threshold, iou_threshold):
    """You keep a box if its IoU with every kept one exceeds the threshold, and drop the others. Perhaps a comparison is
    reversed."""
    return suppress(boxes, scores, score_threshold, np.nextafter(-iou_threshold, -np.inf), lambda a, b: -ratio(a, b))

@kata.misconception(title="keeps one box of each connected group")
def keeps_one_of_each_group(boxes, scores, score_threshold, iou_threshold):
    """You keep one box of each group of boxes that overlap directly or through others. A box is dropped only if it
    overlaps a kept one."""
    left, kept = order(scores, score_threshold), []
    while left:
        group = [left.pop(0)]
        kept.append(group[0])
        for member in group:
            group += [i for i in left if ratio(boxes[member], boxes[i]) > iou_threshold]
            left = [i for i in left if i not in group]
    return np.array(kept, int)

@kata.misconception(convention="Soft-NMS with linear weights (Bodla et al. 2017)",
                    title="lowers the scores of overlapping boxes")
def lowers_scores(boxes, scores, score_threshold, iou_threshold):
    """You lower the score of a box that overlaps a better one, as Soft-NMS does. Here such a box is dropped, and scores
    do not change."""
    left, kept, scores = list(range(len(scores))), [], scores.copy()
    while left := [i for i in left if scores[i] > score_threshold]:
        kept.append(max(left, key=lambda i: scores[i]))
        left.remove(kept[-1])
        for i in left:
            share = ratio(boxes[kept[-1]], boxes[i])
            scores[i] *= 1 - share if share > iou_threshold else 1
    return np.array(kept, int)

@kata.misconception(title="takes 0.5 for the IoU threshold")
def takes_a_fixed_threshold(boxes, scores, score_threshold, iou_threshold):
    """Your IoU threshold is 0.5 whatever `iou_threshold` is. Perhaps a number is written in its place."""
    return suppress(boxes, scores, score_threshold, 0.5)

@kata.misconception(title="drops every box that overlaps a kept one")
def drops_every_overlap(boxes, scores, score_threshold, iou_threshold):
    """You drop every box that shares area with a kept one. Its IoU has to exceed `iou_threshold`."""
    return suppress(boxes, scores, score_threshold, 0.0)

@kata.misconception(title="counts rows in the order of scores")
def counts_rows_after_sorting(boxes, scores, score_threshold, iou_threshold):
    """Your row numbers are positions in the order of scores. They must be rows of `boxes`. Perhaps you sort the boxes
    first: look the kept positions up in that order."""
    rows = order(scores, score_threshold)
    return np.array([rows.index(i) for i in suppress(boxes, scores, score_threshold, iou_threshold)], int)

@kata.misconception(title="finds rows by their score")
def finds_rows_by_score(boxes, scores, score_threshold, iou_threshold):
    """Among equal scores you return the first row that has the score, even for another one. Perhaps you look a row up
    by its score: several rows may have it."""
    kept = suppress(boxes, scores, score_threshold, iou_threshold)
    return np.array([scores.tolist().index(scores[i]) for i in kept], int)

@kata.misconception
def leaves_out_the_lowest_score(boxes, scores, score_threshold, iou_threshold):
    """You never keep the box with the lowest score above the threshold. Perhaps your loop ends one box too early."""
    return suppress(boxes, scores, None, iou_threshold, rows=order(scores, score_threshold)[:-1])

@kata.misconception(title="keeps at most 100 boxes", convention="COCO's evaluation, which takes at most 100 boxes")
def keeps_at_most_100(boxes, scores, score_threshold, iou_threshold):
    """You return the first 100 boxes only. Here all kept boxes count."""
    return suppress(boxes, scores, score_threshold, iou_threshold)[:100]

@kata.misconception
def keeps_a_score_at_the_threshold(boxes, scores, score_threshold, iou_threshold):
    """You keep a box whose score equals the threshold. It has to exceed the threshold."""
    return suppress(boxes, scores, np.nextafter(score_threshold, -np.inf), iou_threshold)

@kata.misconception
def forgets_the_score_threshold(boxes, scores, score_threshold, iou_threshold):
    """You ignore the score threshold. Boxes at or below it are dropped before anything else."""
    return suppress(boxes, scores, -np.inf, iou_threshold)

@kata.misconception(title="keeps the higher index of equal scores first")
def takes_the_last_of_equal_scores(boxes, scores, score_threshold, iou_threshold):
    """Among equal scores you keep the higher index first. Perhaps an ascending sort is read backwards."""
    return suppress(boxes, scores, None, iou_threshold, rows=rising(scores, score_threshold)[::-1])

@kata.misconception(title="counts only the rows above the score threshold")
def counts_rows_after_the_first_cut(boxes, scores, score_threshold, iou_threshold):
    """Your row numbers count only the boxes above the score threshold. They must be rows of `boxes`."""
    above = np.flatnonzero(scores > score_threshold)
    return suppress(boxes[above], scores[above], -np.inf, iou_threshold)

@kata.misconception
def returns_an_empty_float_array(boxes, scores, score_threshold, iou_threshold):
    """Without kept boxes you return a float array. NumPy makes one of an empty list unless the dtype is given."""
    kept = suppress(boxes, scores, score_threshold, iou_threshold)
    return kept if len(kept) else np.array([])

@kata.misconception
def drops_boxes_without_area(boxes, scores, score_threshold, iou_threshold):
    """Boxes without area drop each other. Perhaps their IoU is 0/0 = NaN, and comparing it is always false. It is 0."""
    nan = lambda a, b: ratio(a, b) if area(a) + area(b) else np.nan
    return suppress(boxes, scores, score_threshold, iou_threshold, nan)

@kata.misconception
def keeps_boxes_that_do_not_overlap(boxes, scores, score_threshold, iou_threshold):
    """You keep every box that shares no area with a kept one. If the threshold is negative, an IoU of 0 exceeds it."""
    apart = lambda a, b: ratio(a, b) or -np.inf
    return suppress(boxes, scores, score_threshold, iou_threshold, apart)

@kata.misconception
def leaves_out_the_last_box(boxes, scores, score_threshold, iou_threshold):
    """When one box is left, you do not keep it. Perhaps your loop ends too early."""
    left, kept = order(scores, score_threshold), []
    while len(left) > 1:
        kept.append(left[0])
        left = [i for i in left[1:] if ratio(boxes[kept[-1]], boxes[i]) <= iou_threshold]
    return np.array(kept, int)

@kata.misconception
def removes_while_it_iterates(boxes, scores, score_threshold, iou_threshold):
    """You skip the row after each removed one. Perhaps you remove rows from a list while you iterate over it."""
    left, kept = order(scores, score_threshold), []
    while left:
        kept.append(left.pop(0))
        for i in left:
            if ratio(boxes[kept[-1]], boxes[i]) > iou_threshold:
                left.remove(i)
    return np.array(kept, int)

@kata.misconception
def fails_without_boxes(boxes, scores, score_threshold, iou_threshold):
    """Your code fails without boxes. Perhaps it looks for the best score before it checks that there is one."""
    np.argmax(scores)
    return suppress(boxes, scores, score_threshold, iou_threshold)

@kata.misconception(title="drops scores of 0 or less")
def drops_negative_scores(boxes, scores, score_threshold, iou_threshold):
    """You drop every score of 0 or less. Only the threshold decides, and it may be negative."""
    return suppress(boxes, scores, max(score_threshold, 0.0), iou_threshold)

@kata.misconception(title="drops scores below 0")
def drops_scores_below_0(boxes, scores, score_threshold, iou_threshold):
    """You drop every score below 0. Only the threshold decides, and it may be negative. Perhaps negative scores mark
    boxes that are finished."""
    return suppress(boxes, scores, max(score_threshold, np.nextafter(0.0, -1.0)), iou_threshold)

@kata.misconception(convention="many courses, such as Coursera's, which use >=")
def drops_at_the_threshold(boxes, scores, score_threshold, iou_threshold):
    """You drop a box whose IoU equals the threshold. Here its IoU has to exceed the threshold."""
    return suppress(boxes, scores, score_threshold, np.nextafter(iou_threshold, -np.inf))

@kata.misconception(
    convention="Fast R-CNN's code, which counts pixels and sorts in ascending order",
    title="counts pixels, and takes the last of equal scores",
)
def counts_pixels_and_takes_the_last_of_equal_scores(boxes, scores, score_threshold, iou_threshold):
    """You add 1 to every side, as if you counted pixels, and an ascending sort read backwards puts the higher index of
    a tie first. Here coordinates are continuous lengths, and the lower index comes first."""
    return suppress(boxes, scores, None, iou_threshold, pixel_ratio, rising(scores, score_threshold)[::-1])

@kata.misconception(title="keeps a score at the threshold, and takes the last of equal scores")
def keeps_a_score_at_the_threshold_and_takes_the_last_of_equal_scores(boxes, scores, score_threshold, iou_threshold):
    """You keep a box whose score equals the threshold, and among equal scores you keep the higher index first. A score
    has to exceed the threshold, and the lower index comes first."""
    rows = rising(scores, np.nextafter(score_threshold, -np.inf))[::-1]
    return suppress(boxes, scores, None, iou_threshold, rows=rows)

@kata.misconception(title="drops at the threshold, and takes the last of equal scores")
def drops_at_the_threshold_and_takes_the_last_of_equal_scores(boxes, scores, score_threshold, iou_threshold):
    """You drop a box whose IoU equals the threshold, and among equal scores you keep the higher index first. Here its
    IoU has to exceed the threshold, and the lower index comes first."""
    rows = rising(scores, score_threshold)[::-1]
    return suppress(boxes, scores, None, np.nextafter(iou_threshold, -np.inf), rows=rows)

@kata.misconception(title="keeps a score at the threshold, and drops an IoU at the threshold")
def includes_both_thresholds(boxes, scores, score_threshold, iou_threshold):
    """You keep a box whose score equals its threshold, and drop one whose IoU equals its threshold. Both have to exceed
    the threshold."""
    return suppress(boxes, scores, *np.nextafter([score_threshold, iou_threshold], -np.inf).tolist())

@kata.misconception(title="asks for one kept box that is far enough away, not for all")
def keeps_what_one_kept_box_allows(boxes, scores, score_threshold, iou_threshold):
    """You keep a box if its IoU with one kept box is small enough. Every kept box may drop it."""
    kept = []
    for i in order(scores, score_threshold):
        if not kept or any(ratio(boxes[j], boxes[i]) <= iou_threshold for j in kept):
            kept.append(i)
    return np.array(kept, int)

@kata.misconception(title="suppresses nothing")
def leaves_out_the_suppression(boxes, scores, score_threshold, iou_threshold):
    """You sort the boxes above the score threshold and drop none of them, however much they overlap."""
    return np.array(order(scores, score_threshold), int)

@kata.misconception(title="divides by the area of the box that may be dropped",
                    convention="Malisiewicz's fast suppression (Exemplar-SVM, 2011)")
def divides_by_the_second_area(boxes, scores, score_threshold, iou_threshold):
    """You divide the shared area by the area of the box that may be dropped. The denominator of the IoU is the area
    that both boxes cover together."""
    return suppress(boxes, scores, score_threshold, iou_threshold, lambda a, b: ratio(a, b, union=area(b)))

@kata.misconception(title="divides by the area of the kept box")
def divides_by_the_first_area(boxes, scores, score_threshold, iou_threshold):
    """You divide the shared area by the area of the kept box. The denominator of the IoU is the area that both boxes
    cover together."""
    return suppress(boxes, scores, score_threshold, iou_threshold, lambda a, b: ratio(a, b, union=area(a)))

kata.inherit(iou, lambda wrong: lambda boxes, scores, score_threshold, iou_threshold: suppress(
    boxes, scores, score_threshold, iou_threshold, wrong),
    without=[each.name for each in iou.misconceptions if each.name.startswith(
        ("adds_an_epsilon", "divides_by_at_least", "takes_unions_below", "lets_zero_by_zero", "looks_for_corners"))])
