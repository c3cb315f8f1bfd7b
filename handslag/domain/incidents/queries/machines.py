"""Other systems: the key they show, and what they have handed in."""

from django.utils.crypto import salted_hmac

from handslag.domain.incidents.models import MachineKey
from handslag.domain.organisations.models import Organisation


def hash_of_key(words: str) -> str:
    """What is stored of a key: nobody who reads the tables can use it."""
    return salted_hmac("handslag.machine_key", words, algorithm="sha256").hexdigest()


def key_shown(municipality: Organisation, words: str) -> MachineKey | None:
    """The key that holds here and has these words."""
    if not words:
        return None
    rows = MachineKey.objects.filter(within=municipality, ended_at__isnull=True)
    return rows.filter(key_hash=hash_of_key(words)).first()
