from io import StringIO

from django.core.management import call_command

from handslag.core.retention import queries


def test_the_plan_names_every_table_and_how_long_it_is_kept():
    said = StringIO()
    call_command("retention", stdout=said)
    head, _, *rows = said.getvalue().splitlines()
    assert head == "| serie | tabell | bevaras | varför |"
    assert len(rows) == len(list(queries.statements()))
    (entry,) = (row for row in rows if "audit.Entry" in row)
    assert "| för alltid |" in entry
    (link,) = (row for row in rows if "approvals.Link" in row)
    assert "| 24 månader, sedan raderas |" in link
    (session,) = (row for row in rows if "sessions.Session" in row)
    assert "| så länge det behövs, sedan raderas |" in session
