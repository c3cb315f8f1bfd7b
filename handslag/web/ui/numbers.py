"""Numbers as people write them, in Swedish and in English."""

from decimal import ROUND_HALF_UP, Decimal

SPACE = "\u00a0"
THIN = "\u202f"
MINUS = "\u2212"


def _rounded(value: float | Decimal, decimals: int | None) -> Decimal:
    exact = Decimal(str(value))
    kept = 2 if decimals is None else decimals
    rounded = exact.quantize(Decimal(1).scaleb(-kept), rounding=ROUND_HALF_UP)
    if decimals is not None:
        return rounded
    return rounded.quantize(Decimal(1)) if rounded == int(rounded) else rounded.normalize()


def number(
    value: float | Decimal, decimals: int | None = None, *, language: str = "sv"
) -> str:
    """1234.5 → "1 234,5" in Swedish, "1,234.5" in English.

    Without `decimals` at most two are written, and none that are zero.
    """
    rounded = _rounded(value, decimals)
    text = f"{abs(rounded):,f}"
    if language == "sv":
        text = text.replace(",", THIN).replace(".", ",")
    return (MINUS if rounded < 0 else "") + text


def percent(
    share: float | Decimal, decimals: int | None = 0, *, language: str = "sv"
) -> str:
    """0.314 → "31 %" in Swedish, "31%" in English."""
    text = number(Decimal(str(share)) * 100, decimals, language=language)
    return f"{text}{SPACE}%" if language == "sv" else f"{text}%"
