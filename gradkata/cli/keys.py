"""Single keys from a terminal, without Enter and without an echo; the terminal is left as it was."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

END = "\x04"


class Keys(NamedTuple):
    """``pressed`` gives the keys since it was last asked, ``END`` where the terminal is gone or Ctrl-D.

    ``forget`` throws away what was typed and not yet asked for.
    """

    pressed: Callable[[], str]
    forget: Callable[[], object]


NO_KEYS = Keys(lambda: "", lambda: None)


if sys.platform == "win32":

    @contextmanager
    def keyboard() -> Iterator[Keys]:
        """The keys of the console; nothing has to be set or put back."""
        import msvcrt

        def pressed() -> str:
            keys = ""
            while msvcrt.kbhit():
                key = msvcrt.getwch()
                if key in "\0\xe0":
                    msvcrt.getwch()  # an arrow or function key comes as two
                elif key in "\x03\x1a":
                    keys += END
                else:
                    keys += key
            return keys

        yield Keys(pressed, pressed)

else:

    @contextmanager
    def keyboard() -> Iterator[Keys]:
        """The keys of the terminal that is the standard input, until the block is left, however it is."""
        import select
        import termios
        import tty

        descriptor = sys.stdin.fileno()
        before = termios.tcgetattr(descriptor)

        def pressed() -> str:
            if not select.select([descriptor], [], [], 0)[0]:
                return ""
            try:
                keys = os.read(descriptor, 64).decode("latin-1")
            except OSError:  # the terminal has hung up
                return END
            # An arrow or a function key comes as an escape sequence, whose letters are no keys.
            return "" if keys.startswith("\x1b") else keys or END

        kept = {number: signal.signal(number, _interrupt) for number in (signal.SIGTERM, signal.SIGHUP)}
        try:
            tty.setcbreak(descriptor)
            yield Keys(pressed, lambda: termios.tcflush(descriptor, termios.TCIFLUSH))
        finally:
            for number, handler in kept.items():
                signal.signal(number, handler)
            try:
                termios.tcsetattr(descriptor, termios.TCSAFLUSH, before)
            except termios.error:
                return  # hung up: there is nothing to put back


def _interrupt(number: int, frame: object) -> None:
    """End as Ctrl-C does, so that the terminal is put back."""
    raise KeyboardInterrupt
