"""`kata watch`, at a real terminal and without one."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from checking import COMMAND, RIGHT, ROOT, WRONG

from gradkata.catalog import Catalog
from gradkata.cli import screen
from gradkata.cli.hint import hints_of
from gradkata.cli.init import copy_stubs
from gradkata.workspace.progress import Helped, read, record

if sys.platform == "win32":
    pytest.skip("the terminals of Windows are others", allow_module_level=True)

from pseudo_terminal import PATIENCE, Terminal, at_a_terminal, kill

from tests.processes import alive_after, children

RIGHT_IOU = RIGHT["iou"].read_text("utf-8")
KEYS = "[w] statement [e]dit [c]heck [h]int [s]olution [n]ext [l]ist [q]uit [?] help"
FULL, NEARLY_NONE = "10/10", "1/10"
# Added to an answer: it runs long enough for a save or a key in the meantime.
SLOWLY = "\n\nfrom time import process_time as now\nend = now() + 1.0\nwhile now() < end: pass\n"
NEEDS_PROC = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="there is no /proc")


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A student's workspace with all stubs."""
    copy_stubs(Catalog(), tmp_path)
    return tmp_path


def save(work: Path, text: str, slug: str = "detection/iou") -> Path:
    file = work / "katas" / f"{slug}.py"
    file.write_text(text, "utf-8")
    return file


@contextmanager
def watching(work: Path, *argv: str, **options: object) -> Iterator[Terminal]:
    """Run `kata watch` at a terminal."""
    with at_a_terminal(*COMMAND, "watch", *argv, cwd=work, **options) as terminal:  # type: ignore[arg-type]
        yield terminal


def test_a_begun_kata_is_checked_at_once_and_a_saved_one_when_it_is_saved(work: Path) -> None:
    save(work, WRONG)
    with watching(work) as terminal:
        shown = terminal.see(KEYS)
        assert shown.index("Checking detection/iou …") < shown.index(NEARLY_NONE)
        assert "then save it." in shown
        save(work, RIGHT_IOU)
        shown = terminal.see(KEYS)
        assert shown.index("Checking detection/iou …") < shown.index(FULL)
        assert "Press n to go on with" in shown
    assert read(work).is_done("detection/iou")


def test_if_nothing_is_begun_it_says_where_to_begin(work: Path) -> None:
    with watching(work) as terminal:
        shown = terminal.see(KEYS)
        assert Catalog().slugs[0] in shown
        assert "Checking" not in shown


def test_any_saved_kata_is_checked(work: Path) -> None:
    with watching(work) as terminal:
        terminal.see(KEYS)
        save(work, RIGHT["bleu"].read_text("utf-8"), "decoding/bleu")
        assert "Checking decoding/bleu" in terminal.see(FULL)
        save(work, RIGHT_IOU)
        assert "Checking detection/iou" in terminal.see(FULL)


def test_a_named_kata_is_watched_alone(work: Path) -> None:
    save(work, WRONG)
    with watching(work, "iou") as terminal:
        terminal.see(KEYS)
        save(work, RIGHT["bleu"].read_text("utf-8"), "decoding/bleu")
        time.sleep(0.5)
        save(work, RIGHT_IOU)
        assert "bleu" not in terminal.see(FULL)


def test_files_that_are_not_katas_are_ignored(work: Path) -> None:
    with watching(work) as terminal:
        terminal.see(KEYS)
        for name in (".iou.py.swp", "iou.py~", "4913", "_iou.py", "notes.txt", "iou.pyc"):
            (work / "katas" / "detection" / name).write_text("x")
        time.sleep(0.5)
        save(work, RIGHT_IOU)
        assert 1 == terminal.see(KEYS).count("Checking")


def in_place(file: Path, text: str) -> None:
    with file.open("r+", encoding="utf-8") as opened:
        opened.write(text)
        opened.truncate()


def over_it(file: Path, text: str) -> None:
    beside = file.with_name(f".{file.name}.tmp")
    beside.write_text(text, "utf-8")
    os.replace(beside, file)


def as_vim_does(file: Path, text: str) -> None:
    backup = file.with_name(f"{file.name}~")
    os.rename(file, backup)
    file.write_text(text, "utf-8")
    backup.unlink()


@pytest.mark.parametrize("write", [in_place, over_it, as_vim_does])
def test_a_file_is_checked_however_an_editor_saves_it(work: Path, write: object) -> None:
    file = save(work, WRONG)
    with watching(work) as terminal:
        terminal.see(KEYS)
        for text, points in ((RIGHT_IOU, FULL), (WRONG, NEARLY_NONE), (RIGHT_IOU, FULL)):
            write(file, text)  # type: ignore[operator]
            terminal.see(points)
            terminal.see(KEYS)


def test_the_last_of_many_saves_is_checked_last(work: Path) -> None:
    file = save(work, WRONG)
    with watching(work) as terminal:
        terminal.see(KEYS)
        for _ in range(10):
            save(work, "def iou(")
            save(work, WRONG)
        over_it(file, RIGHT_IOU)
        terminal.see(FULL)
        terminal.see(KEYS)
        terminal.type("q")
        assert 0 == terminal.end()
        assert NEARLY_NONE not in terminal.rest()


def test_several_katas_saved_at_once_are_all_checked(work: Path) -> None:
    with watching(work) as terminal:
        terminal.see(KEYS)
        save(work, RIGHT["bleu"].read_text("utf-8"), "decoding/bleu")
        save(work, RIGHT_IOU)
        shown = terminal.see(FULL) + terminal.see(FULL)
        assert 1 == shown.count("Checking detection/iou …")
        assert 1 == shown.count("Checking decoding/bleu …")


def test_a_save_during_a_check_is_checked_after_it(work: Path) -> None:
    save(work, WRONG)
    with watching(work) as terminal:
        terminal.see(KEYS)
        save(work, WRONG + SLOWLY)
        terminal.see("Checking detection/iou")
        time.sleep(0.3)
        save(work, RIGHT_IOU)
        terminal.see(FULL)
        terminal.see(KEYS)
        terminal.type("q")
        assert 0 == terminal.end()
        assert NEARLY_NONE not in terminal.rest()


def test_a_syntax_error_is_shown_and_the_next_save_is_checked(work: Path) -> None:
    with watching(work) as terminal:
        terminal.see(KEYS)
        save(work, "def iou(a, b:\n    return 0.5\n")
        assert "SyntaxError" in terminal.see(KEYS)
        save(work, RIGHT_IOU)
        terminal.see(FULL)


def test_a_deleted_file_is_reported_and_checked_when_it_is_back(work: Path) -> None:
    file = save(work, WRONG)
    with watching(work) as terminal:
        terminal.see(KEYS)
        file.unlink()
        assert "katas/detection/iou.py is gone. `kata reset iou`" in terminal.see(KEYS)
        save(work, RIGHT_IOU)
        terminal.see(FULL)


def test_keys_typed_during_a_check_are_discarded(work: Path) -> None:
    with watching(work) as terminal:
        terminal.see(KEYS)
        save(work, RIGHT_IOU + SLOWLY)
        terminal.see("Checking detection/iou")
        terminal.type("qqhs")
        shown = terminal.see(KEYS)
        assert FULL in shown
        assert "qqhs" not in shown
        terminal.type("q")
        assert 0 == terminal.end()
        assert "Hint" not in terminal.rest()


def test_h_shows_one_hint_after_another(work: Path) -> None:
    save(work, WRONG)
    number = len(hints_of(Catalog(), "detection/iou"))
    with watching(work) as terminal:
        terminal.see(KEYS)
        for level in (1, 2):
            terminal.type("h")
            assert f"Hint {level} of {number}" in terminal.see(KEYS)
    assert Helped(2) == read(work).help_on("detection/iou")


def test_s_asks_before_it_shows_an_unearned_solution(work: Path) -> None:
    save(work, WRONG)
    with watching(work) as terminal:
        terminal.see(KEYS)
        for no in ("n", "\n", "q"):
            terminal.type("s")
            terminal.see("Show it anyway? [y/N]")
            terminal.type(no)
            assert "iou_numpy" not in terminal.see(KEYS)
        terminal.type("s")
        terminal.see("[y/N]")
        terminal.type("y")
        assert "def iou_numpy(" in terminal.see(KEYS)
        terminal.type("s")
        assert "def iou_numpy(" in terminal.see(KEYS)
    assert read(work).help_on("detection/iou").gave_up


def test_s_asks_nothing_after_full_points(work: Path) -> None:
    save(work, RIGHT_IOU)
    with watching(work, "iou") as terminal:
        terminal.see(KEYS)
        terminal.type("s")
        assert "def iou_numpy(" in terminal.see(KEYS)
    assert not read(work).help_on("detection/iou").gave_up


def test_n_goes_from_kata_to_kata_and_wraps_around(work: Path) -> None:
    first, second, third, *_, last = Catalog().slugs
    with watching(work) as terminal:
        assert first in terminal.see(KEYS)
        terminal.type("n")
        assert second in terminal.see(KEYS)
        terminal.type("n")
        assert third in terminal.see(KEYS)
    with watching(work, last) as terminal:
        terminal.see(KEYS)
        terminal.type("n")
        assert first in terminal.see(KEYS)


def test_n_checks_a_begun_kata(work: Path) -> None:
    save(work, RIGHT_IOU)
    save(work, "def pairwise_iou(A, B):\n    return 0.5\n", "detection/pairwise_iou")
    with watching(work, "iou") as terminal:
        terminal.see(KEYS)
        terminal.type("n")
        assert "Checking detection/pairwise_iou" in terminal.see(KEYS)


def test_l_lists_the_katas(work: Path) -> None:
    record(work, "detection/iou", 10, 10)
    with watching(work) as terminal:
        terminal.see(KEYS)
        terminal.type("l")
        shown = terminal.see(KEYS)
        assert all(slug in shown for slug in Catalog().slugs)
        assert "✓ detection/iou" in shown


def test_w_shows_the_statement(work: Path) -> None:
    with watching(work, "iou") as terminal:
        terminal.see(KEYS)
        terminal.type("w")
        shown = terminal.see(KEYS)
        assert "Intersection over union" in shown
        assert "Difficulty 2 of 5" in shown


def test_c_checks_again(work: Path) -> None:
    save(work, WRONG)
    with watching(work) as terminal:
        terminal.see(KEYS)
        terminal.type("c")
        assert NEARLY_NONE in terminal.see(KEYS)


def test_a_question_mark_shows_what_each_key_does(work: Path) -> None:
    with watching(work) as terminal:
        terminal.see(KEYS)
        terminal.type("?")
        shown = terminal.see(KEYS)
        assert all(f"  {key}  " in shown for key in screen.KEYS)


def editor_of(tmp_path: Path, body: str) -> dict[str, str]:
    """Return the environment that names an editor which executes ``body``; it finds ``file`` and ``sys``."""
    script = tmp_path / "an editor.py"
    script.write_text(f"import sys\nfrom pathlib import Path\nfile = Path(sys.argv[-1])\n{body}\n")
    return {"VISUAL": f"{sys.executable} '{script}' --wait", "EDITOR": "false"}


def test_e_opens_the_answer_in_the_editor_and_what_it_saves_is_checked(work: Path, tmp_path: Path) -> None:
    environ = editor_of(tmp_path, f"assert '--wait' in sys.argv\nfile.write_text({RIGHT_IOU!r})")
    with watching(work, "iou", environ=environ) as terminal:
        terminal.see(KEYS)
        terminal.type("e")
        terminal.see("katas/detection/iou.py is checked when it is saved.")
        terminal.see(FULL)


def test_the_editor_has_the_terminal_as_it_was_and_its_ctrl_c_does_not_end_the_watching(
    work: Path, tmp_path: Path
) -> None:
    body = (
        "import termios, time\ntry:\n"
        "    print('echo', bool(termios.tcgetattr(0)[3] & termios.ECHO), flush=True)\n"
        "    time.sleep(600)\nexcept KeyboardInterrupt:\n    print('interrupted')"
    )
    with watching(work, "iou", environ=editor_of(tmp_path, body)) as terminal:
        terminal.see(KEYS)
        settings = terminal.settings()
        terminal.type("e")
        terminal.see("echo True")
        terminal.type("\x03")
        terminal.see("interrupted")
        terminal.see(KEYS)
        assert settings == terminal.settings()
        terminal.type("q")
        assert 0 == terminal.end()


@pytest.mark.parametrize(
    ("editor", "message"),
    [
        ("", "No editor is named: set the variable VISUAL or EDITOR"),
        ("there-is-no-such-editor", "The editor there-is-no-such-editor cannot be run"),
        ("'unmatched", "cannot be run (No closing quotation)"),
        (f"{sys.executable} -c 'raise SystemExit(3)'", "ended with code 3"),
    ],
)
def test_an_editor_that_cannot_be_run_is_explained(work: Path, editor: str, message: str) -> None:
    with watching(work, "iou", environ={"VISUAL": "", "EDITOR": editor}) as terminal:
        terminal.see(KEYS)
        terminal.type("e")
        assert message in " ".join(terminal.see(KEYS).split())


def test_keys_without_a_meaning_do_nothing(work: Path) -> None:
    with watching(work) as terminal:
        terminal.see(KEYS)
        # Arrows and function keys among them, which arrive as escape sequences that contain letters.
        for keys in ("x", "\n", "\x1b[A", "\x1bOq", "\x1b[15~", "\u00e9"):
            terminal.type(keys)
            time.sleep(0.1)
        assert "" == terminal.raw.strip()
        terminal.type("q")
        assert 0 == terminal.end()


def test_a_completed_chapter_gets_a_closing_message(work: Path) -> None:
    for slug in ("detection/pairwise_iou", "detection/nms"):
        record(work, slug, 10, 10)
    save(work, RIGHT_IOU)
    with watching(work) as terminal:
        assert "Detection is done" in terminal.see(KEYS)
        save(work, RIGHT_IOU + "\n")
        assert "Detection is done" not in terminal.see(KEYS)


RAISING = """
import sys
from gradkata.cli import listing, main, watch

def fail(*arguments):
    raise RuntimeError("an internal error")

{name} = fail
sys.exit(main(["watch"]))
"""


def test_a_key_whose_command_fails_says_so_and_watching_goes_on(work: Path, tmp_path: Path) -> None:
    script = tmp_path / "raising.py"
    script.write_text(RAISING.format(name="listing.lines"))
    save(work, WRONG)
    with at_a_terminal(str(script), cwd=work) as terminal:
        terminal.see(KEYS)
        terminal.type("l")
        terminal.see("The grader failed, not you (RuntimeError: an internal error)")
        terminal.type("q")
        assert 0 == terminal.end()


@pytest.mark.parametrize(
    ("leave", "code"),
    [("q", 0), ("Q", 0), ("\x04", 0), ("\x03", 130), (signal.SIGTERM, 130), (signal.SIGINT, 130), ("l", 3)],
    ids=["q", "Q", "Ctrl-D", "Ctrl-C", "SIGTERM", "SIGINT", "an internal error"],
)
def test_the_terminal_is_restored_however_the_command_ends(
    work: Path, tmp_path: Path, leave: str | signal.Signals, code: int
) -> None:
    script = tmp_path / "raising.py"
    script.write_text(RAISING.format(name="watch.Watching.press"))
    command = [str(script)] if leave == "l" else [*COMMAND, "watch"]
    save(work, WRONG)
    with at_a_terminal(*command, cwd=work) as terminal:
        terminal.see(KEYS)
        assert terminal.before != terminal.settings()
        if isinstance(leave, str):
            terminal.type(leave)
        else:
            terminal.process.send_signal(leave)
        assert code == terminal.end()
        assert terminal.before == terminal.settings()
        assert "Traceback" not in terminal.rest()


@NEEDS_PROC
@pytest.mark.parametrize("leave", ["q", "\x03", "hang up"])
def test_no_process_is_left_behind(work: Path, leave: str) -> None:
    save(work, WRONG)
    with watching(work) as terminal:
        terminal.see(KEYS)
        (server,) = children(terminal.process.pid)
        if leave == "hang up":
            terminal.hang_up()
            terminal.process.wait(PATIENCE)
        else:
            terminal.type(leave)
            terminal.end()
        assert [] == alive_after([server], PATIENCE)


def test_ctrl_c_during_a_check_restores_the_terminal(work: Path) -> None:
    with watching(work) as terminal:
        terminal.see(KEYS)
        save(work, "def iou(a, b):\n    while True: pass\n")
        terminal.see("Checking detection/iou")
        terminal.type("\x03")
        assert 130 == terminal.end()
        assert terminal.before == terminal.settings()
        assert "Traceback" not in terminal.rest()


@NEEDS_PROC
def test_a_sandbox_that_died_is_restarted(work: Path) -> None:
    save(work, WRONG)
    with watching(work) as terminal:
        terminal.see(KEYS)
        (server,) = children(terminal.process.pid)
        kill(server)
        save(work, RIGHT_IOU)
        terminal.see(FULL)
        assert [server] != children(terminal.process.pid)


@NEEDS_PROC
def test_one_sandbox_serves_all_checks(work: Path) -> None:
    save(work, WRONG)
    with watching(work) as terminal:
        terminal.see(KEYS)
        before = children(terminal.process.pid)
        for text, points in ((RIGHT_IOU, FULL), (WRONG, NEARLY_NONE)):
            save(work, text)
            terminal.see(points)
        assert before == children(terminal.process.pid)


def test_a_narrow_terminal_has_a_line_of_keys_too(work: Path) -> None:
    with watching(work, size=(30, 40)) as terminal:
        terminal.see("[w] [e] [c] [h] [s] [n] [l] [q] [?]")
    with watching(work, size=(30, 30)) as terminal:
        terminal.see("w e c h s n l q ?")


def test_a_dumb_terminal_gets_no_escape_sequences(work: Path) -> None:
    save(work, WRONG)
    with watching(work, environ={"TERM": "dumb"}) as terminal:
        terminal.see(KEYS)
        terminal.type("q")
        assert 0 == terminal.end()
        assert "\x1b" not in terminal.raw


def test_outside_a_workspace_the_message_says_how_to_create_one(tmp_path: Path) -> None:
    with watching(tmp_path) as terminal:
        assert 2 == terminal.end()
        assert "`kata init work` makes one" in terminal.rest()


def test_without_a_terminal_it_works_without_keys_and_says_so(work: Path) -> None:
    save(work, WRONG)
    process = subprocess.Popen(
        [sys.executable, *COMMAND, "watch"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True,
        cwd=work, env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        start_new_session=True,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        shown = ""
        for line in process.stdout:
            shown += line
            if NEARLY_NONE in line:
                save(work, RIGHT_IOU)
            if "All points" in line:
                break
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=PATIENCE)
    finally:
        process.kill()
        process.wait(PATIENCE)
    assert 130 == process.returncode
    assert "This is not a terminal" in shown
    assert KEYS not in shown + rest
    assert "\x1b" not in shown + rest
