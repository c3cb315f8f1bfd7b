"""Words that nobody may read, and where they are planted."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.db import models

from handslag.domain.promises.models import (
    Activity,
    Amendment,
    Attachment,
    Lineage,
    MissingLink,
    PlannedFollowUp,
    Promise,
    PromiseSet,
    Responsibility,
    Target,
)
from tests.web.leaks import parts

SEED = "hemligtord"  # what one searches for; each planted word is longer
KEY = 12
# Digits would now and then be taken for the number of a person, and refused.
LETTERS = str.maketrans("0123456789", "ghijklmnop")

Rows = models.QuerySet[Any]

# Working rows of a set whose public page reads the frozen version.
WORKING: tuple[type[models.Model], ...] = (
    PromiseSet,
    Promise,
    Target,
    Activity,
    Responsibility,
    PlannedFollowUp,
    Lineage,
    Amendment,
    Attachment,
    MissingLink,
)
# Not texts that people write: addresses, codes, keys and what the database reads.
NOT_WRITTEN = {
    "url",
    "slug",
    "focus",
    "code",
    "source",
    "sha256",
    "fingerprint",
    "when_rule",
    "language",
    "place",
    "about",
    "catalogue_id",
    "subject_kind",
    "token_hash",
    "code_hash",
    "password",
    "phone",
}
# Made from what is public, and only from that: no planted word may be in them at all.
COPIES = {
    "search.Entry",
    "search.Word",
    "promises.BankSet",
    "promises.BankArea",
    "promises.BankEntry",
}
# Hold no words that somebody keeps to themselves, and why.
OPEN = {
    "audit.Entry": "ids and codes alone; a test of its own",
    "audit.Seal": "fingerprints",
    "audit.DayHead": "public: the fingerprint of a day",
    "limits.Allowance": "keyed fingerprints",
    "approvals.RoundParty": "the name of an organisation",
    "organisations.Organisation": "public: who exists, and which function to ask",
    "organisations.Slug": "public: addresses",
    "organisations.Place": "public: what places are called",
    "promises.SetSlug": "public: addresses",
    "promises.ActivityType": "codes",
    "vocabulary.Term": "public: the words of the field",
    "schedule.Run": "the name of a task; its fault is planted below",
    "promises.Document": "public: what a public page says",
    "promises.DocumentArea": "public: what a public page says",
    "promises.DocumentParty": "public: what a public page says",
    "promises.DocumentCode": "codes",
}


def planted() -> str:
    """A word of its own, that nobody has written before."""
    return f"{SEED}{uuid4().hex[:KEY].translate(LETTERS)}"


def written(model: type[models.Model]) -> list[str]:
    """The columns that hold what somebody wrote."""
    return [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not field.choices
        and field.name not in NOT_WRITTEN
    ]


def plant(rows: Rows) -> None:
    """Put a word of its own in every written column of these rows."""
    for row in rows:
        words = {name: planted() for name in written(type(row))}
        type(row)._default_manager.filter(pk=row.pk).update(**words)


def of_set(set_: PromiseSet) -> Iterator[Rows]:
    """Every working row of a set."""
    for model in WORKING:
        of = {"pk": set_.pk} if model is PromiseSet else {"promise__set": set_}
        if "set" in {field.name for field in model._meta.fields}:
            of = {"set": set_}
        yield model._default_manager.filter(**of)


def without_a_word() -> list[str]:
    """The written columns of the platform in which nothing was planted."""
    of_parts = {model for part in parts.PARTS for model in part.open}
    return [
        f"{model._meta.label}.{name}"
        for model in _ours()
        if model._meta.label not in {*COPIES, *OPEN, *of_parts}
        for name in written(model)
        if not _holding(model, name).exists()
    ]


def copied() -> list[str]:
    """The columns of public copies that a planted word has come to."""
    return [
        f"{model._meta.label}.{name}"
        for model in _ours()
        if model._meta.label in COPIES
        for name in written(model)
        if _holding(model, name).exists()
    ]


def _holding(model: type[models.Model], name: str) -> Rows:
    return model._default_manager.filter(**{f"{name}__contains": SEED})


def _ours() -> list[type[models.Model]]:
    return [one for one in apps.get_models() if one.__module__.startswith("handslag.")]


def shows_a_planted_word(body: str) -> bool:
    """The searched word itself is shown again in its field; planted words are longer."""
    return any(rest[:KEY].isalnum() and len(rest) >= KEY for rest in body.split(SEED)[1:])
