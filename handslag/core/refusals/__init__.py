"""When the rules say no: one way of saying so for every part of the field. Pure.

A rule or service raises; the page shows the sentence that `web/words` has for
the code, beside what was typed, which is kept.
"""


class NotAllowedError(Exception):
    """The rules say no. The code says which sentence to show, the facts fill it in."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class ChangedMeanwhileError(Exception):
    """Someone else saved while this person was writing. Both texts are kept."""


def same_revision(seen: int, now: int) -> None:
    """Refuse to save over a text that the writer has not seen."""
    if seen != now:
        raise ChangedMeanwhileError
