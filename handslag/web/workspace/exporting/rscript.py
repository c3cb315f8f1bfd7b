"""A script with which R reads the file: factors with their words, and what is no answer."""

from collections.abc import Iterator, Sequence

from handslag.domain.surveys.figures.exports import Variable, VariableKind
from handslag.domain.surveys.rules.exporting import OF_NUMBERS
from handslag.web.workspace.exporting.labels import codes, label

_WIDEST = 0xFFFF
_PLAIN = range(ord(" "), ord("~") + 1)


def script(variables: Sequence[Variable], rows: int, file: str, language: str) -> bytes:
    """The script, in signs that every system reads alike."""
    return "\n".join(_lines(variables, rows, file, language)).encode("ascii")


def _lines(
    variables: Sequence[Variable], rows: int, file: str, language: str
) -> Iterator[str]:
    yield "# koder: the codes as they are, also why there is no answer."
    yield "# svar: the answers in words; no answer is NA."
    yield f'koder <- read.csv("{file}", sep = ";", dec = ".", colClasses = "numeric")'
    yield f"stopifnot(nrow(koder) == {rows}, ncol(koder) == {len(variables)})"
    yield "svar <- koder"
    for one in variables:
        yield from _variable(one, language)
    if variables[-1].kind is VariableKind.WEIGHT:
        yield "# library(survey)"
        weights = f"weights = ~{variables[-1].name}"
        yield f"# urval <- svydesign(ids = ~1, {weights}, data = svar)"
    yield ""


def _variable(one: Variable, language: str) -> Iterator[str]:
    name = f"svar${one.name}"
    there = [code for code in codes(one, language) if not code.is_missing]
    if there and one.kind is not VariableKind.RANK:
        levels = ", ".join(str(code.code) for code in there)
        words = ", ".join(_quoted(code.words) for code in there)
        ordered = ", ordered = TRUE" if one.kind is VariableKind.ORDER else ""
        yield f"{name} <- factor({name}, levels = c({levels}),"
        yield f"  labels = c({words}){ordered})"
    elif one.kind is not VariableKind.WEIGHT:
        lowest = OF_NUMBERS if one.kind is VariableKind.NUMBER else 0
        yield f"{name}[{name} < {lowest}] <- NA"
    yield f'attr({name}, "label") <- {_quoted(label(one, language))}'


def _quoted(words: str) -> str:
    return '"' + "".join(map(_sign, words)) + '"'


def _sign(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    if not sign.isprintable():
        return " "
    if ord(sign) in _PLAIN:
        return sign
    return f"\\u{ord(sign):04x}" if ord(sign) <= _WIDEST else f"\\U{ord(sign):08x}"
