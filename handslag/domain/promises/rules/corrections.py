"""What a request for correction must say. Anyone may send one."""

from handslag.domain.promises.rules.states import NotAllowedError
from handslag.domain.promises.rules.words import Origin

LONGEST_TEXT = 4000
LONGEST_CONTACT = 254


def may_be_asked(origin: Origin, *, is_public: bool) -> None:
    """Only of a public summary of somebody's page; one's own promises are amended."""
    if not is_public:
        raise NotAllowedError("not_published")
    if origin is Origin.DECIDED:
        raise NotAllowedError("not_imported")


def check(text: str, contact: str) -> None:
    """Refuse what says nothing, and what is too long to be read."""
    if not text.strip():
        raise NotAllowedError("request_needs_text")
    if len(text) > LONGEST_TEXT:
        raise NotAllowedError("request_too_long")
    if len(contact) > LONGEST_CONTACT:
        raise NotAllowedError("contact_too_long")
