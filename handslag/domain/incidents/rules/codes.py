"""The code of a receipt: can be read aloud, cannot be guessed. Pure."""

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: nothing to mistake
LENGTH = 12  # 60 bits
GROUP = 4
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})


def code_of(secret: bytes) -> str:
    """The code that these random bytes (at least 12) give: "7F3K-92QM-XR4T"."""
    letters = "".join(LETTERS[byte % len(LETTERS)] for byte in secret[:LENGTH])
    return "-".join(letters[i : i + GROUP] for i in range(0, LENGTH, GROUP))


def plain_code(typed: str) -> str:
    """The code as it was meant: large letters, no marks, look-alikes put right."""
    kept = "".join(sign for sign in typed.upper() if sign.isalnum())
    return kept.translate(_ALIKE)
