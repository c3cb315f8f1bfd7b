from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.words import Origin


def may_be_translated(set_: PromiseSet) -> bool:
    """Is there a public text here that those who give it answer for themselves?"""
    is_summary = set_.origin == Origin.IMPORTED and set_.taken_over_at is None
    return set_.version_id is not None and not is_summary
