"""The names of a class: mostly plain ones, and some that are difficult for a gradebook."""

import unicodedata

HARD = (
    "José Ñandú", "Zoë Müller-Lüdenscheidt", "O'Brien, Pat", "=1+1", "=cmd|' -C calc'!A0", "+49 30 1234", "-v",
    "--out", "@SUM(A1)", "محمد علي", "דוד כהן", "山田 太郎", "Иван Петров", "🙂 Kim", "👩‍🔬 Ada", "a  b",
    "<b>Bold", "&amp;",
    "%s %d", "${HOME}", "`id`", "J. R. Hartley", "semi;colon", 'Bob "the Bit" Smith', "x" * 120, "\u202egnp.exe",
    "Nguyễn Thị Hà", "CON", "null", "NaN", "0123", "1e5", "TRUE", "{name}", "[link](x)", "a|b", "back\\slash",
    "trailing dot.", "Åsa", "ﬁn", "#VALUE!", "~root",
)  # fmt: skip
FIRST = (
    "Ada", "Alan", "Aisha", "Björn", "Chloé", "Chen", "Dmitri", "Elif", "Fatima", "Grace", "Hiro", "Ines", "João",
    "Kofi", "Lena", "Mei", "Noor", "Olga", "Priya", "Quentin", "Rosa", "Søren", "Tariq", "Uma", "Vera", "Wei",
    "Xavier", "Yuki", "Zainab",
)  # fmt: skip
LAST = (
    "Adeyemi", "Berg", "Castillo", "Dubois", "Evans", "Fischer", "García", "Hopper", "Ivanova", "Jansen", "Kaya",
    "Lovelace", "Meyer", "Nakamura", "Okafor", "Patel", "Quispe", "Rossi", "Silva", "Tanaka", "Ueda", "Vargas",
    "Weber", "Xu", "Yılmaz", "Zhang",
)  # fmt: skip


def names(size, random):
    """``size`` different names in random order, about a tenth of them difficult."""
    hard = random.sample(HARD, min(len(HARD), max(size // 8, 1)))
    found, seen = [], set()
    for number in range(10 * size):
        name = hard.pop() if hard else f"{random.choice(FIRST)} {random.choice(LAST)}"
        if _alike(name) in seen:
            name = f"{name} {number}"
        seen.add(_alike(name))
        found.append(name)
        if len(found) == size:
            break
    random.shuffle(found)
    return found


def _alike(name):
    """A name as a case-insensitive file system may treat it."""
    return unicodedata.normalize("NFKC", name).casefold()
