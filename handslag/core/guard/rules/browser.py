"""The same forms for a browser, which marks them while somebody types.

What the forms are is written once, in the modules beside this one. `in_javascript`
says them as a browser wants them; a few of the commonest names go along.
"""

import re
from collections.abc import Mapping
from types import ModuleType

from handslag.core.guard.rules import (
    cases,
    handles,
    homes,
    mail,
    personal,
    phones,
    plates,
    words,
)

MOST_NAMES = 500
_MODULES: tuple[ModuleType, ...] = (cases, handles, homes, mail, personal, phones, plates)
_LETTERS = r"\p{L}\p{N}_"
_EDGE = rf"(?:(?<=[{_LETTERS}])(?![{_LETTERS}])|(?<![{_LETTERS}])(?=[{_LETTERS}]))"
_PIECE = re.compile(r"\[\^\\W\\d_\]|\(\?P<|\(\?P=(\w+)\)|\\.|\[|\]|.", re.DOTALL)
_WHOLE = {r"[^\W\d_]": r"\p{L}", "(?P<": "(?<", r"\Z": "$", r"\"": '"', r"\b": _EDGE}

Pattern = Mapping[str, str]


def lists() -> dict[str, object]:
    """Everything that guard.js needs, as it is written into its file."""
    return {
        "patterns": {
            module.__name__.rsplit(".", 1)[-1]: _patterns(module) for module in _MODULES
        },
        "groups": sorted(phones.GROUPS),
        "lookalikes": sorted(words.lookalikes()),
        "abbreviations": sorted(words.abbreviations()),
        "shortWords": sorted(words.short_words()),
        "spelledWords": sorted(words.spelled_words()),
        "stop": sorted(words.stop()),
        "afterPlace": sorted(words.after_place() | words.after_business()),
        "beforePlace": sorted(words.before_place()),
        "names": _names(),
    }


def in_javascript(pattern: re.Pattern[str]) -> Pattern:
    """A pattern of Python, as a browser writes it."""
    inside = False
    written = []
    for found in _PIECE.finditer(pattern.pattern):
        piece = found[0]
        if piece == r"\w":
            piece = _LETTERS if inside else f"[{_LETTERS}]"
        elif piece == r"\W":
            piece = f"[^{_LETTERS}]"
        elif found[1]:
            piece = rf"\k<{found[1]}>"
        elif piece in "[]":
            inside = piece == "["
        written.append(_WHOLE.get(piece, piece))
    flags = "iu" if pattern.flags & re.IGNORECASE else "u"
    return {"source": "".join(written), "flags": flags}


def _patterns(module: ModuleType) -> dict[str, Pattern | list[Pattern]]:
    found: dict[str, Pattern | list[Pattern]] = {}
    for name, value in vars(module).items():
        if isinstance(value, re.Pattern) and not name.startswith("_"):
            found[name] = in_javascript(value)
        elif name.isupper() and isinstance(value, tuple) and not name.startswith("_"):
            found[name] = [in_javascript(one) for one in value]
    return found


def _names() -> list[str]:
    """The commonest first names that are no words, places or months."""
    known = words.given_names()
    alone = [
        name
        for name in sorted(known, key=known.__getitem__, reverse=True)
        if name not in words.words() and name not in words.places() and name.isalpha()
    ]
    return sorted(alone[:MOST_NAMES])
