"""Syntax with which SPSS reads the file: names, labels, and what is no answer."""

from collections.abc import Iterator, Sequence

from handslag.domain.surveys.figures.exports import Variable, VariableKind
from handslag.domain.surveys.rules.exporting import OF_NUMBERS
from handslag.web.workspace.exporting.labels import codes, label

# In bytes: a line of syntax holds 256, a label of a value 120.
LONGEST_LABEL, LONGEST_VALUE = 180, 120
_LEVELS = {
    VariableKind.ORDER: "ORDINAL",
    VariableKind.RANK: "ORDINAL",
    VariableKind.NUMBER: "SCALE",
    VariableKind.MONTH: "SCALE",
    VariableKind.WEIGHT: "SCALE",
}
_AT_A_TIME = 6  # names on a line


def syntax(variables: Sequence[Variable], file: str, language: str) -> bytes:
    """The syntax, which stands in the same folder as the file."""
    return "\r\n".join(_lines(variables, file, language)).encode("utf-8-sig")


def _lines(variables: Sequence[Variable], file: str, language: str) -> Iterator[str]:
    yield "* Encoding: UTF-8."
    yield "SET DECIMAL=DOT."
    yield "GET DATA"
    yield "  /TYPE=TXT"
    yield f"  /FILE='{file}'"
    yield "  /ENCODING='UTF8'"
    yield "  /DELCASE=LINE"
    yield "  /DELIMITERS=';'"
    yield "  /ARRANGEMENT=DELIMITED"
    yield "  /FIRSTCASE=2"
    yield "  /VARIABLES="
    yield from (f"    {one.name} {_format(one)}" for one in variables)
    yield "  ."
    for one in variables:
        said = _quoted(label(one, language), LONGEST_LABEL)
        yield f"VARIABLE LABELS {one.name} {said}."
    yield from _values(variables, language)
    yield from _missing(variables)
    for one in variables:
        yield f"VARIABLE LEVEL {one.name} ({_LEVELS.get(one.kind, 'NOMINAL')})."
    if variables[-1].kind is VariableKind.WEIGHT:
        yield f"WEIGHT BY {variables[-1].name}."
    yield "EXECUTE."
    yield ""


def _format(one: Variable) -> str:
    if one.kind is VariableKind.WEIGHT:
        return "F16.6"
    return "F11.0" if one.is_number else "F5.0"


def _values(variables: Sequence[Variable], language: str) -> Iterator[str]:
    for one in variables:
        there = codes(one, language)
        if there:
            yield f"VALUE LABELS {one.name}"
            for code in there:
                yield f"  {code.code} {_quoted(code.words, LONGEST_VALUE)}"
            yield "  ."


def _missing(variables: Sequence[Variable]) -> Iterator[str]:
    """All that is below the answers."""
    numbers = [one.name for one in variables if one.kind is VariableKind.NUMBER]
    apart = (VariableKind.NUMBER, VariableKind.WEIGHT)
    others = [one.name for one in variables if one.kind not in apart]
    for names, highest in ((others, -1), (numbers, OF_NUMBERS - 1)):
        for begin in range(0, len(names), _AT_A_TIME):
            some = " ".join(names[begin : begin + _AT_A_TIME])
            yield f"MISSING VALUES {some} (LOWEST THRU {highest})."


def _quoted(words: str, longest: int) -> str:
    """On one line and within what there is room for, its quotes doubled."""
    plain = " ".join("".join(one if one.isprintable() else " " for one in words).split())
    cut = plain.encode()[:longest].decode(errors="ignore")
    doubled = cut.replace("'", "''")
    return f"'{doubled}'"
