"""What stands in a CSV that people open in a spreadsheet. Pure."""

# Before the first line, so that a spreadsheet reads å, ä and ö.
MARK = "\ufeff"
SEPARATOR = ";"  # what a Swedish spreadsheet expects
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it."""
    return f"'{text}" if text.startswith(_FORMULA) else text
