"""The threats and their attacks, as `threats.toml` holds them.

`python tests/attacks/table.py` prints the table of docs/security.md.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
SAMPLES = HERE / "samples"
OURS = ("in-process", "subprocess")


@dataclass(frozen=True)
class Attack:
    """One attack on one kata: the side where it succeeds and how that shows, what it comes to confined."""

    name: str
    kata: str
    weak: str
    success: str
    held: tuple[str, ...]
    most: int = 1

    def __str__(self):
        return self.name

    @property
    def path(self):
        return SAMPLES / f"{self.name}.py"


@dataclass(frozen=True)
class Threat:
    """What is feared, what prevents it, and the attacks that show both."""

    name: str
    defence: str
    attacks: tuple[Attack, ...]
    earlier: tuple[str, ...]


def threats(slugs):
    """Every threat; ``slugs`` of katas tell where the kata ends in an attack's name."""
    known = sorted((slug.rpartition("/")[2] for slug in slugs), key=len, reverse=True)
    with open(HERE / "threats.toml", "rb") as file:
        rows = tomllib.load(file)["threat"]
    return [
        Threat(
            row["name"],
            row["defence"],
            tuple(_attack(name, fields, known) for name, fields in row["attacks"].items()),
            tuple(row.get("earlier", ())),
        )
        for row in rows
    ]


def _attack(name, fields, known):
    kata = next(kata for kata in known if name.startswith(f"{kata}_"))
    return Attack(name, kata, **{**fields, "held": tuple(fields["held"])})


def page(found):
    """The table in short, as Markdown."""
    lines = ["| threat | what prevents it | attacks | katas |", "|---|---|---|---|"]
    for threat in found:
        katas = ", ".join(dict.fromkeys(attack.kata for attack in threat.attacks))
        number = len(threat.attacks) + len(threat.earlier)
        lines.append(f"| {threat.name} | {threat.defence} | {number} | {katas} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    from gradkata.catalog import Catalog

    print(page(threats(Catalog().slugs)), end="")
