from django.db.models import F

from handslag.domain.organisations.models import Organisation


def bump_public(*organisations: Organisation) -> None:
    Organisation.objects.filter(pk__in=[o.pk for o in organisations]).update(
        public_revision=F("public_revision") + 1
    )
