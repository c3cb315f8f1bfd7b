import pytest
from django.core.management import call_command

from handslag.config.schedule import JOBS
from handslag.core.schedule.models import Run


@pytest.mark.django_db
def test_a_tick_runs_what_is_due_once():
    call_command("tick")
    first = dict(Run.objects.values_list("name", "last_started"))
    assert set(first) == {job.name for job in JOBS}
    call_command("tick")
    assert dict(Run.objects.values_list("name", "last_started")) == first
