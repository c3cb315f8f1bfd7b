import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from handslag.core.audit.triggers import append_only


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0001_initial'),
        ('incidents', '0002_read_files_of_other_systems'),
        ('organisations', '0003_inhabitants'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        # Nothing was ever written in it.
        migrations.DeleteModel(name='LedShare'),
        migrations.CreateModel(
            name='LedShare',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField()),
                ('month', models.DateField()),
                ('n', models.PositiveIntegerField()),
                ('tenths', models.PositiveSmallIntegerField()),
                ('parts', models.JSONField(default=list)),
                ('half_within', models.PositiveIntegerField(blank=True, null=True)),
                ('made_at', models.DateTimeField()),
                ('within', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('within', 'month'), name='a_month_is_released_once'),
                    models.CheckConstraint(condition=models.Q(('since__lte', models.F('month'))), name='a_share_is_of_months_in_order'),
                    models.CheckConstraint(condition=models.Q(('n__gte', 20)), name='no_share_is_of_a_few_reports'),
                    models.CheckConstraint(condition=models.Q(('tenths__lte', 10)), name='a_share_is_at_most_all'),
                ],
            },
        ),
        append_only('incidents_ledshare'),
        migrations.CreateModel(
            name='LetterDeclined',
            fields=[
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='TaskTold',
            fields=[
                ('owner', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='organisations.organisation')),
                ('until', models.DateTimeField()),
            ],
        ),
        migrations.RemoveField(model_name='photo', name='is_emptied'),
    ]
