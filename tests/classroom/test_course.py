"""The settings of a course, and the messages for mistakes in its file."""

from fractions import Fraction

import pytest

from gradkata.catalog import Catalog
from gradkata.classroom import course
from gradkata.isolation.sandbox import Limits


def settings(folder, text):
    (folder / "course.toml").write_text(text, "utf-8")
    return course.read(folder, Catalog())


def test_without_a_file_the_defaults_apply(tmp_path):
    assert course.Course() == course.read(tmp_path, Catalog())


def test_the_nearest_file_at_or_above_the_folder_is_used(tmp_path):
    (tmp_path / "course.toml").write_text('seed = "outer"', "utf-8")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)

    assert course.read(inner, Catalog()).seed == "outer"


def test_all_settings_of_a_course_are_read(tmp_path):
    found = settings(
        tmp_path,
        'format = 1\nseed = "autumn"\nsandbox = "kernel"\n'
        '[points]\niou = 5\n"detection/nms" = 2.5\n[limits]\ncall_cpu_seconds = 1\nmemory_mb = 256\n',
    )

    assert ("autumn", "kernel") == (found.seed, found.sandbox)
    assert Limits(call_cpu_seconds=1.0, memory_bytes=256 << 20) == found.limits
    assert [Fraction(5), Fraction(5, 2), Fraction(10)] == [
        found.points_of(f"detection/{name}") for name in ("iou", "nms", "pairwise_iou")
    ]


def test_a_tenth_of_a_point_is_exact(tmp_path):
    assert Fraction(1, 10) == settings(tmp_path, "[points]\niou = 0.1").points_of("detection/iou")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("seed = ", "cannot be read"),
        ("format = 2", "format = 1"),
        ("sede = 'x'", "`sede` is not a setting"),
        ("seed = 3", "`seed` must be a string"),
        ("sandbox = 'docker'", "one of bwrap, kernel"),
        ("points = 10", "begins with \\[points\\]"),
        ("[points]\niuo = 5", "no kata called 'iuo'. Did you mean iou"),
        ("[points]\niou = -1", "at least 0"),
        ("[points]\niou = nan", "at least 0"),
        ("[points]\niou = true", "at least 0"),
        ("[limits]\nmemory = 5", "`memory` is not a limit"),
        ("[limits]\nmemory_mb = 0", "greater than 0"),
    ],
)
def test_a_mistake_in_the_file_is_reported_with_the_valid_settings(tmp_path, text, message):
    with pytest.raises(course.CourseError, match=message):
        settings(tmp_path, text)
