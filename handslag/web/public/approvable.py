"""What can be approved by a personal link, and how the exact text of each is shown.

A table from the kind of a frozen version to what is particular to it. The page,
the code and the answer are the same for all (`approve.py`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from handslag.core.approvals.models import Version
from handslag.core.approvals.rules import Outcome
from handslag.domain.agreements import published as agreements
from handslag.domain.agreements import services as agreement_services
from handslag.domain.promises import published as promises
from handslag.domain.promises import services as promise_services
from handslag.web.exact import lines_of
from handslag.web.public.spoken import language
from handslag.web.public.versions import compare_wordings


@dataclass(frozen=True, slots=True)
class Subject:
    """The thing that is asked about, in the words of the page.

    `template` shows the exact text with the words in `exact`.
    """

    name: str
    question: str
    title: str
    before: bool
    is_public: str
    becomes_public: str
    answer: Callable[..., Outcome]
    template: str
    why: str = ""
    exact: Mapping[str, object] = field(default_factory=dict)


def _promises(party: str, version: Version) -> Subject:
    wording = promises.read(version.content)
    before = promises.present(version.subject_id)
    return Subject(
        name=wording.name,
        question=_("Does %(party)s approve these promises?") % {"party": party},
        title=_("Approve the promises"),
        before=before is not None,
        is_public=_("Everyone has approved. The promises are public now."),
        becomes_public=_("The promises become public when everyone has approved."),
        answer=promise_services.answer_by_link,
        template="public/promises/_wording.html",
        why=wording.amendment.reason if wording.amendment else "",
        exact={"changes": compare_wordings(before, wording)},
    )


def _agreement(party: str, version: Version) -> Subject:
    wording = agreements.read(version.content)
    return Subject(
        name=wording.name,
        question=_("Does %(party)s approve this agreement?") % {"party": party},
        title=_("Approve the agreement"),
        before=False,
        is_public=_("Everyone has approved. The agreement is public now."),
        becomes_public=_("The agreement becomes public when everyone has approved."),
        answer=agreement_services.answer_by_link,
        template="ui/exact.html",
        exact={"lines": lines_of(wording, language=language())},
    )


KINDS: Mapping[str, Callable[[str, Version], Subject]] = {
    "promise_set": _promises,
    "agreement": _agreement,
}
