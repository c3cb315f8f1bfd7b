"""Find the row one decides on, locked."""

from handslag.domain.plans.models import Plan
from handslag.domain.plans.rules.deciding import editable
from handslag.domain.plans.rules.words import State


def locked(plan: Plan) -> Plan:
    """The plan as it stands now, held until the transaction ends."""
    return Plan.objects.select_for_update(of=("self",)).get(pk=plan.pk)


def locked_draft(plan: Plan) -> Plan:
    """The plan, locked, if its words may be changed at all."""
    row = locked(plan)
    editable(State(row.state))
    return row
