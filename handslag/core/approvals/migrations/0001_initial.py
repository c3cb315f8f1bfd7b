import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.db import migrations, models

from handslag.core.audit.triggers import append_only
from handslag.core.tables import together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = together([
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('opened_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('outcome', models.CharField(choices=[('waiting', 'waiting'), ('approved', 'approved'), ('rejected', 'rejected'), ('withdrawn', 'withdrawn')], default='waiting', max_length=10)),
            ],
            options={
                'verbose_name': 'approval round',
                'verbose_name_plural': 'approval rounds',
            },
        ),
        migrations.CreateModel(
            name='RoundParty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation_id', models.BigIntegerField()),
                ('name', models.CharField(max_length=200)),
                ('position', models.PositiveSmallIntegerField()),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='approvals.round')),
            ],
            options={
                'verbose_name': 'party of a round',
                'verbose_name_plural': 'parties of a round',
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('code_hash', models.CharField(max_length=64)),
                ('name', models.CharField(max_length=120)),
                ('function', models.CharField(blank=True, max_length=120)),
                ('email', models.EmailField(max_length=254)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('code_channel', models.CharField(choices=[('sms', 'sms'), ('read_out', 'read_out')], max_length=10)),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('wrong_codes', models.PositiveSmallIntegerField(default=0)),
                ('opened_at', models.DateTimeField(blank=True, null=True)),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('round_party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='approvals.roundparty')),
            ],
            options={
                'verbose_name': 'approval link',
                'verbose_name_plural': 'approval links',
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('subject_kind', models.CharField(max_length=80)),
                ('subject_id', models.UUIDField()),
                ('number', models.PositiveIntegerField()),
                ('content', models.TextField()),
                ('fingerprint', models.CharField(max_length=64)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                'verbose_name': 'frozen version',
                'verbose_name_plural': 'frozen versions',
                'constraints': [models.UniqueConstraint(fields=('subject_kind', 'subject_id', 'number'), name='each_version_of_a_thing_has_its_own_number')],
            },
        ),
        migrations.AddField(
            model_name='round',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rounds', to='approvals.version'),
        ),
        migrations.CreateModel(
            name='Vote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agrees', models.BooleanField()),
                ('reason', models.TextField(blank=True)),
                ('voter_name', models.CharField(max_length=120)),
                ('voter_function', models.CharField(blank=True, max_length=120)),
                ('person_id', models.BigIntegerField(blank=True, null=True)),
                ('channel', models.CharField(choices=[('account', 'account'), ('link', 'link')], max_length=10)),
                ('code_channel', models.CharField(blank=True, choices=[('sms', 'sms'), ('read_out', 'read_out')], max_length=10)),
                ('fingerprint', models.CharField(max_length=64)),
                ('cast_at', models.DateTimeField()),
                ('round_party', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='vote', to='approvals.roundparty')),
            ],
            options={
                'verbose_name': 'vote',
                'verbose_name_plural': 'votes',
            },
        ),
        migrations.AddConstraint(
            model_name='roundparty',
            constraint=models.UniqueConstraint(fields=('round', 'organisation_id'), name='an_organisation_is_asked_once_per_round'),
        ),
        migrations.AddConstraint(
            model_name='roundparty',
            constraint=models.UniqueConstraint(fields=('round', 'position'), name='parties_stand_in_order'),
        ),
        migrations.AddConstraint(
            model_name='link',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True), ('used_at__isnull', True)), fields=('round_party',), name='one_live_link_per_party'),
        ),
        migrations.AddConstraint(
            model_name='link',
            constraint=models.CheckConstraint(condition=models.Q(('wrong_codes__lte', 5)), name='five_wrong_codes_are_all'),
        ),
        migrations.AddConstraint(
            model_name='link',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('code_channel', 'sms'), _negated=True), models.Q(('phone', ''), _negated=True), _connector='OR'), name='a_text_message_needs_a_telephone'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.UniqueConstraint(condition=models.Q(('closed_at__isnull', True)), fields=('version',), name='one_open_round_per_version'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', True), ('outcome', 'waiting')), models.Q(models.Q(('outcome', 'waiting'), _negated=True), ('closed_at__isnull', False)), _connector='OR'), name='a_round_is_closed_when_it_has_an_outcome'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.CheckConstraint(condition=models.Q(('agrees', True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='a_no_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('channel', 'account'), ('code_channel', ''), ('person_id__isnull', False)), models.Q(('channel', 'link'), models.Q(('code_channel', ''), _negated=True)), _connector='OR'), name='a_voter_has_an_account_or_a_code'),
        ),
        append_only("approvals_version"),
        append_only("approvals_vote"),
    ])
