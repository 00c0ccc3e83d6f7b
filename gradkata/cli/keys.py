"""Read single keys from a terminal, without Enter and without echo, and restore the terminal afterwards."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import NamedTuple

END = "\x04"


class Keys(NamedTuple):
    """``pressed`` returns the keys typed since its last call, ``END`` for Ctrl-D or a closed terminal.

    ``forget`` discards the keys typed since then.  ``released`` is the context in which another program has the
    terminal.
    """

    pressed: Callable[[], str]
    forget: Callable[[], object]
    released: Callable[[], AbstractContextManager[object]]


NO_KEYS = Keys(lambda: "", lambda: None, nullcontext)


if sys.platform == "win32":

    @contextmanager
    def keyboard() -> Iterator[Keys]:
        """Yield the keys of the console; nothing has to be set or restored."""
        import msvcrt

        def pressed() -> str:
            keys = ""
            while msvcrt.kbhit():
                key = msvcrt.getwch()
                if key in "\0\xe0":
                    msvcrt.getwch()  # an arrow or function key arrives as two characters
                elif key in "\x03\x1a":
                    keys += END
                else:
                    keys += key
            return keys

        yield Keys(pressed, pressed, nullcontext)

else:

    @contextmanager
    def keyboard() -> Iterator[Keys]:
        """Yield the keys of the terminal at standard input, which is restored however the block is left."""
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
            # An arrow or function key arrives as an escape sequence, whose letters are not keys.
            return "" if keys.startswith("\x1b") else keys or END

        @contextmanager
        def released() -> Iterator[None]:
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
            try:
                yield
            finally:
                tty.setcbreak(descriptor)

        handlers = {number: signal.signal(number, _interrupt) for number in (signal.SIGTERM, signal.SIGHUP)}
        try:
            tty.setcbreak(descriptor)
            yield Keys(pressed, lambda: termios.tcflush(descriptor, termios.TCIFLUSH), released)
        finally:
            for number, handler in handlers.items():
                signal.signal(number, handler)
            try:
                termios.tcsetattr(descriptor, termios.TCSAFLUSH, before)
            except termios.error:
                return  # hung up: there is nothing to restore


def _interrupt(number: int, frame: object) -> None:
    """Raise what Ctrl-C raises, so that the terminal is restored."""
    raise KeyboardInterrupt
