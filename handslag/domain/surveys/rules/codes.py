"""Codes for those who were drawn: short, typed by hand, good for one answer. Pure."""

import hashlib
import hmac

# Without the signs that look alike: no 0 and O, no 1, I and L, no 2 and Z, no 5 and S.
SIGNS = "346789ABCDEFGHJKMNPQRTUVWXY"
LENGTH = 12
GROUP = 4


def code_of(secret: bytes, survey: str, number: int, turn: int = 0) -> str:
    """The code on the letter to one who was drawn: the same each time it is printed.

    It has 57 bits, so that nobody hits one by trying; `turn` makes a new one."""
    said = f"handslag.survey.code:{survey}:{number}:{turn}".encode()
    left = int.from_bytes(hmac.new(secret, said, hashlib.sha256).digest())
    signs = []
    for _ in range(LENGTH):
        left, one = divmod(left, len(SIGNS))
        signs.append(SIGNS[one])
    return "".join(signs)


def hash_of(secret: bytes, code: str) -> str:
    """What is stored of a code: nobody who reads the table can type it."""
    said = b"handslag.survey.code.hash:" + code.encode()
    return hmac.new(secret, said, hashlib.sha256).hexdigest()


def typed(text: str) -> str:
    """A code as people type it: small letters, spaces and dashes do not matter."""
    return "".join(one for one in text.upper() if one.isalnum())[: LENGTH + 1]


def grouped(code: str) -> str:
    """In groups of four, as it stands on the letter."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))
