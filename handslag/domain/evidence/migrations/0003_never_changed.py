import uuid

from django.db import migrations, models

from handslag.core.audit.triggers import append_only


class Migration(migrations.Migration):

    dependencies = [
        ('evidence', '0002_what_a_finding_says'),
        ('audit', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='evidence',
            name='chain',
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.UniqueConstraint(fields=('chain', 'number'), name='versions_of_a_finding_have_one_number_each'),
        ),
        append_only("evidence_evidence"),
        append_only("evidence_evidencefile"),
        append_only("evidence_feedback"),
    ]
