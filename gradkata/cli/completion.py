"""`kata completion`: what a shell needs to complete `kata` at TAB, and the answer when it asks."""

import argparse
from collections.abc import Iterator
from typing import Any

from gradkata.catalog import CollectionError, short_name
from gradkata.cli.options import catalog_of
from gradkata.cli.statement import title
from gradkata.course_file import CourseError


def run(arguments: argparse.Namespace) -> int:
    """Print the code that a shell's start file is to run."""
    from argcomplete.shell_integration import shellcode

    # Without the shell's own completion of files, which would be offered wherever no kata fits.
    print(shellcode(["kata"], use_defaults=False, shell=arguments.shell))
    return 0


def complete(parser: argparse.ArgumentParser) -> None:
    """Answer a shell that asks how a line goes on, and end the process; return where none asks."""
    from argcomplete import autocomplete
    from argcomplete.completers import DirectoriesCompleter, FilesCompleter

    completers = {"KATA": _katas, "PATH": FilesCompleter(), "DIR": DirectoriesCompleter()}
    for action in _actions(parser):
        if action.metavar in completers:
            action.completer = completers[action.metavar]  # type: ignore[attr-defined]
    autocomplete(parser, always_complete_options=False)


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Every argument of every command."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)
        yield action


def _katas(prefix: str, parsed_args: argparse.Namespace, **_: Any) -> dict[str, str]:
    """Short names, and slugs once something is typed; none that the line has already.

    Each with its title, which zsh and fish show beside it.
    """
    given = getattr(parsed_args, "kata", None) or []
    taken = {short_name(name) for name in ([given] if isinstance(given, str) else given)}
    offered: dict[str, str] = {}
    try:
        catalog = catalog_of(parsed_args)
    except (CollectionError, CourseError):
        return offered
    for path in (each for collection in catalog.collections for each in collection.kata_files("katas")):
        slug = f"{path.parent.name}/{path.stem}"
        fitting = [name for name in (path.stem, slug) if name.startswith(prefix) and (prefix or name != slug)]
        if fitting and path.stem not in taken:
            offered.update(dict.fromkeys(fitting, title(path)))
    return offered
