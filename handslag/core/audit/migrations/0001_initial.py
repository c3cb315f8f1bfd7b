import django.db.models.deletion
from django.db import migrations, models

from handslag.core.audit.triggers import append_only
from handslag.core.tables import together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = together([
        migrations.CreateModel(
            name='DayHead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(unique=True)),
                ('no', models.PositiveBigIntegerField()),
                ('hash', models.CharField(max_length=64)),
            ],
            options={
                'verbose_name': 'head of a day',
                'verbose_name_plural': 'heads of days',
            },
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('actor_kind', models.CharField(max_length=20)),
                ('actor_key', models.CharField(blank=True, max_length=80)),
                ('on_behalf', models.BigIntegerField(blank=True, null=True)),
                ('action', models.CharField(max_length=80)),
                ('subject_kind', models.CharField(max_length=80)),
                ('subject_id', models.CharField(max_length=40)),
                ('details', models.JSONField(blank=True, default=dict)),
            ],
            options={
                'verbose_name': 'log entry',
                'verbose_name_plural': 'log entries',
            },
        ),
        migrations.CreateModel(
            name='Seal',
            fields=[
                ('no', models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ('previous', models.CharField(max_length=64)),
                ('hash', models.CharField(max_length=64)),
                ('sealed_at', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'seal',
                'verbose_name_plural': 'seals',
            },
        ),
        migrations.CreateModel(
            name='Unsealed',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='waiting', serialize=False, to='audit.entry')),
            ],
            options={
                'verbose_name': 'entry without a seal',
                'verbose_name_plural': 'entries without a seal',
            },
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(fields=['subject_kind', 'subject_id'], name='audit_by_subject'),
        ),
        migrations.AddField(
            model_name='seal',
            name='entry',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='seal', to='audit.entry'),
        ),
        append_only("audit_entry"),
        append_only("audit_seal"),
        append_only("audit_dayhead"),
    ])
