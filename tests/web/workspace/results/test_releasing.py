"""From a choice of questions to what anyone reads."""

from django.urls import reverse

from handslag.domain.surveys import tasks
from handslag.domain.surveys.models import Release
from tests.make import counted, surveys
from tests.make.counted import TIMER, chose, many
from tests.make.surveys import SAFE, SEX
from tests.web import pages


def test_it_goes_from_choice_to_the_public_in_the_workspace(
    at_work, coordinator, municipality
):
    row = surveys.opened(coordinator, municipality, (SEX, SAFE))
    counted.answered(
        row,
        many(
            (90, chose(sex="a", safe="a")),
            (20, chose(sex="a", safe="d")),
            (90, chose(sex="b", safe="b")),
            (20, chose(sex="b", safe="d")),
            (3, chose(sex="c", safe="d")),
            (6, chose(safe="b")),
        ),
    )
    counted.closed(row)
    choosing = reverse("workspace:survey-releases", args=[row.public_id])
    page = pages.sent(at_work, choosing, fraga=["safe"])
    assert "Skyddas nu" in page.words
    tasks.prepare_releases(TIMER)
    release = Release.objects.get()
    preview = reverse("workspace:survey-release", args=[row.public_id, release.public_id])
    assert "visas inte, så att ingen kan pekas ut" in at_work.get(preview).content.decode()
    publishing = reverse(
        "workspace:publish-survey-release", args=[row.public_id, release.public_id]
    )
    at_work.post(publishing)
    public = at_work.get(preview).content.decode()
    assert "Ta tillbaka resultatet" in public
    back = pages.sent(at_work, preview, why="Fel område.")
    release.refresh_from_db()
    assert (release.state, release.why) == ("taken_back", "Fel område.")
    assert "Resultatet har tagits tillbaka." in back.words
