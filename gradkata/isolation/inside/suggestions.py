"""The name that a student probably meant, for an exception on a name that does not exist.

Python adds the same to the messages that it prints, but not to the exception.
"""

import builtins
from types import TracebackType

_MOST = 1000
_SHORTEST = 3
_CLOSE = 0.66
_known: dict[tuple[str, int], str] = {}


def suggestion(error: BaseException | None, trace: TracebackType | None) -> str:
    """``. Did you mean: 'exp'?``, or ""; whatever a student's object raises in here is ignored."""
    try:
        name = getattr(error, "name", None)
        if type(name) is not str or not isinstance(error, NameError | AttributeError):
            return ""
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        value = error.obj if isinstance(error, AttributeError) else None
        place = id(trace.tb_frame.f_code) if isinstance(error, NameError) and trace else id(type(value))
        if (name, place) not in _known:
            names = _visible(trace) if isinstance(error, NameError) else dir(value)
            near = _nearest(name, names)
            _known[name, place] = f". Did you mean: '{near}'?" if near else ""
        return _known[name, place]
    except BaseException:
        return ""


def _visible(trace: TracebackType | None) -> list[str]:
    """The names that a frame can use."""
    frame = trace.tb_frame if trace is not None else None
    if frame is None:
        return []
    return [*frame.f_locals, *frame.f_globals, *vars(builtins)]


def _nearest(name: str, names: list[str]) -> str:
    usable = [each for each in names if type(each) is str and (each[:1] != "_" or name[:1] == "_")]
    usable = sorted(set(usable) - {name})[:_MOST]
    for each in usable:
        if each.lower() == name.lower():
            return each
    if len(name) < _SHORTEST:
        return ""
    from difflib import get_close_matches

    return (get_close_matches(name, usable, 1, _CLOSE) or [""])[0]
