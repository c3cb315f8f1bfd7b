"""Keys, and what is sealed with them. Bytes in, bytes out."""

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

OVERHEAD = 48  # the public half of a key used once, and a seal


class CannotOpenError(Exception):
    """It was sealed for another key, or has been changed since."""


def make_keys() -> tuple[bytes, bytes]:
    """A private key and the public one that belongs to it, 32 bytes each."""
    private = PrivateKey.generate()
    return bytes(private), bytes(private.public_key)


def seal(public: bytes, content: bytes) -> bytes:
    """The content, OVERHEAD bytes longer; the same content is sealed anew each time."""
    return SealedBox(PublicKey(public)).encrypt(content)


def unseal(private: bytes, sealed: bytes) -> bytes:
    """The content. Raises CannotOpenError."""
    try:
        return SealedBox(PrivateKey(private)).decrypt(sealed)
    except CryptoError as error:
        raise CannotOpenError from error
