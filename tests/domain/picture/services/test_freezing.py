"""A frozen picture is whole, numbered, dated, and stays as it is."""

import json
from functools import partial

import pytest
from django.db import DatabaseError, connection, transaction

from handslag.core.approvals.models import Version
from handslag.core.approvals.rules import canonical, fingerprint
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.organisations.models import Organisation
from handslag.domain.picture import queries, services
from handslag.domain.picture.models import Passage, PictureVersion
from handslag.domain.picture.published import picture_page
from handslag.domain.picture.rules.drafts import PassageDraft, SourceDraft
from handslag.domain.picture.rules.words import Part, Use
from tests import make
from tests.make import picture as pictures
from tests.together import at_once


def test_versions_are_numbered_and_dated(ready, coordinator, now):
    first = pictures.frozen(coordinator, ready, now=now)
    second = pictures.frozen(coordinator, ready, now=now)
    assert [first.number, second.number] == [1, 2]
    assert second.frozen_at == now


@pytest.mark.parametrize("part", list(Part))
def test_a_picture_with_an_empty_part_is_refused_by_its_name(ready, coordinator, part):
    ready.passages.filter(part=part).delete()
    with pytest.raises(NotAllowedError, match=f"^picture.no_{part}$"):
        pictures.frozen(coordinator, ready)
    assert not PictureVersion.objects.exists()


def test_a_problem_without_evidence_is_refused_until_the_reason_is_written(
    ready, coordinator
):
    bare = pictures.problem(coordinator, ready, title="Buskörning")
    with pytest.raises(NotAllowedError) as refusal:
        pictures.frozen(coordinator, ready)
    assert refusal.value.facts == {"problem": "Buskörning"}
    draft = pictures.problem_draft(title="Buskörning", unsupported_why="Nytt för i år.")
    services.save_problem(coordinator, bare, draft, revision=1)
    version = pictures.frozen(coordinator, ready)
    shown = picture_page("lundby")
    assert version.number == 1
    assert shown
    assert shown.picture.problems[1].unsupported_why == "Nytt för i år."


def test_what_a_party_sees_is_not_frozen_by_itself(coordinator, municipality, finding):
    own = pictures.own(coordinator, municipality, municipality)
    pictures.filled(coordinator, own, finding)
    with pytest.raises(NotAllowedError, match="own_is_not_frozen"):
        pictures.frozen(coordinator, own)


def test_what_was_changed_since_the_preview_is_not_frozen_unseen(ready, coordinator):
    seen = fingerprint(canonical(queries.content(ready)))
    pictures.problem(coordinator, ready, title="Kom till sist", unsupported_why="Nytt.")
    with pytest.raises(ChangedMeanwhileError):
        pictures.frozen(coordinator, ready, seen=seen)
    again = fingerprint(canonical(queries.content(ready)))
    assert pictures.frozen(coordinator, ready, seen=again).version.fingerprint == again


def test_what_is_frozen_is_public_only_when_it_is_published(
    ready, coordinator, municipality, now
):
    version = pictures.frozen(coordinator, ready, published=False)
    assert picture_page("lundby") is None
    before = Organisation.objects.get(pk=municipality.pk).public_revision
    services.publish(coordinator, version, now=now)
    assert picture_page("lundby") is not None
    services.take_back(coordinator, version, why="Ett namn stod kvar.", now=now)
    assert picture_page("lundby") is None
    after = Organisation.objects.get(pk=municipality.pk).public_revision
    assert after == before + 2  # each cached page is made anew
    assert PictureVersion.objects.count() == 1


def test_a_picture_with_a_part_that_is_all_internal_is_frozen_but_not_published(
    ready, coordinator
):
    ready.passages.filter(part=Part.ANALYSIS).update(is_internal=True)
    with pytest.raises(NotAllowedError, match="nothing_public_in_analysis"):
        pictures.frozen(coordinator, ready)
    assert pictures.frozen(coordinator, ready, published=False).number == 1


@pytest.mark.parametrize("planted", ["passage", "problem", "judgement", "source"])
def test_what_is_marked_internal_never_reaches_the_public(
    ready, coordinator, finding, planted
):
    word = "PLANTERATORD"
    if planted == "passage":
        pictures.passage(coordinator, ready, text=word, is_internal=True)
    if planted == "problem":
        pictures.problem(coordinator, ready, finding, title=word, is_internal=True)
    if planted == "judgement":
        hidden = pictures.judgement(finding, text=word, is_internal=True)
        pictures.problem(coordinator, ready, judgements=(hidden,))
    if planted == "source":
        draft = SourceDraft(Use.USED, word, is_internal=True)
        services.add_source(coordinator, ready, draft)
    version = pictures.frozen(coordinator, ready)
    assert word in version.version.content  # the parties read it
    assert word not in repr(picture_page("lundby"))


CHANGES = [
    "UPDATE picture_pictureversion SET number = 9",
    "UPDATE picture_pictureversion SET frozen_at = made_up",
    "UPDATE approvals_version SET content = '{}'",
    "DELETE FROM picture_pictureversion",
    "DELETE FROM approvals_version",
]


@pytest.mark.parametrize("sql", CHANGES)
def test_no_sql_changes_a_frozen_version(version, sql):
    sql = sql.replace("made_up", "'2020-01-01'")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_no_row_changes_a_frozen_version(version):
    version.number = 9
    with pytest.raises(DatabaseError), transaction.atomic():
        version.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        PictureVersion.objects.update(note="annat")
    with pytest.raises(DatabaseError), transaction.atomic():
        version.delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        Version.objects.filter(pk=version.version_id).update(content="{}")
    kept = PictureVersion.objects.get()
    assert (kept.number, kept.note) == (1, "")


def test_the_frozen_text_stays_when_the_working_text_goes_on(version, ready, coordinator):
    before = version.version.content
    passage = ready.passages.first()
    draft = PassageDraft(Part(passage.part), "Helt andra ord.")
    services.save_passage(coordinator, passage, draft, revision=1)
    assert PictureVersion.objects.get().version.content == before
    assert "Helt andra ord." not in before


@pytest.mark.long
@pytest.mark.django_db(transaction=True)
def test_a_freeze_while_somebody_writes_keeps_a_change_whole_or_not_at_all(
    ready, coordinator, liaison_officer
):
    """Whoever is first: the words and what they cite are frozen together, or neither."""
    finding = make.evidence(ready.home, "Ny iakttagelse.")
    passage = Passage.objects.get(picture=ready, part=Part.ANALYSIS)
    draft = PassageDraft(Part.ANALYSIS, "Efter ändringen.", evidence=(finding.pk,))
    version, saved = at_once(
        partial(pictures.frozen, coordinator, ready),
        partial(services.save_passage, liaison_officer, passage, draft, revision=1),
    )
    assert isinstance(version, PictureVersion)
    assert isinstance(saved, Passage)
    content = json.loads(version.version.content)
    (analysis,) = content["parts"]["analysis"]
    changed = analysis["text"] == "Efter ändringen."
    assert bool(analysis["evidence"]) is changed
    assert ("Ny iakttagelse." in version.version.content) is changed


@pytest.mark.long
@pytest.mark.django_db(transaction=True)
def test_two_who_freeze_at_once_get_a_number_each(ready, coordinator, liaison_officer):
    versions = at_once(
        partial(pictures.frozen, coordinator, ready),
        partial(pictures.frozen, liaison_officer, ready),
    )
    assert sorted(version.number for version in versions) == [1, 2]  # type: ignore[attr-defined]


@pytest.mark.long
@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_the_same_passage_at_once_one_is_told(
    ready, coordinator, liaison_officer
):
    passage = Passage.objects.get(picture=ready, part=Part.ANALYSIS)
    results = at_once(
        *(
            partial(
                services.save_passage,
                who,
                passage,
                PassageDraft(Part.ANALYSIS, words),
                revision=1,
            )
            for who, words in ((coordinator, "Kommunens."), (liaison_officer, "Polisens."))
        )
    )
    told = [one for one in results if isinstance(one, ChangedMeanwhileError)]
    (saved,) = (one for one in results if isinstance(one, Passage))
    assert len(told) == 1
    assert Passage.objects.get(pk=passage.pk).text == saved.text
