"""A drawing is text that a template may show as it is."""

from html import escape


class Drawing(str):
    """Finished SVG. Templates show it as it is; what was put in has been escaped."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def words(text: object) -> str:
    """Text made safe to stand inside an element or an attribute."""
    return escape(str(text))


def figure(value: float) -> str:
    """A coordinate with at most one decimal: drawings stay small."""
    return f"{value:.1f}".removesuffix(".0")
