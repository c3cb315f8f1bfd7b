"""Where no worker runs, one command counts surveys and prepares what is to be public."""

from io import StringIO

from django.core.management import call_command

from handslag.domain.surveys import services
from handslag.domain.surveys.models import Count, Release
from tests.make import counted, surveys
from tests.make.counted import chose, many
from tests.make.surveys import SAFE


def test_what_waits_is_counted_and_prepared(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, (SAFE,))
    counted.answered(row, many((40, chose(safe="a"))))
    counted.closed(row)
    services.ask_release(coordinator, row, ["safe"])
    goes_on = surveys.opened(coordinator, municipality, (SAFE,), title="En till")
    counted.answered(goes_on, many((20, chose(safe="b"))))
    said = StringIO()
    call_command("count_answers", stdout=said)
    assert said.getvalue().strip() == "0 omgångar svar öppnade; 2 räknade eller förberedda."
    assert Count.objects.get(survey=goes_on).n == 20
    assert Release.objects.get().state == "ready"
