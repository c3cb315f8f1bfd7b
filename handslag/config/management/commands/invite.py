"""Give someone an account and a role, from the command line: the first administrator."""

from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from handslag.core.access import Role, system
from handslag.domain.organisations import queries, services
from handslag.domain.organisations.rules import NotAllowedError


class Command(BaseCommand):
    """`manage.py invite anna@lundby.se "Anna" lundby administrator`."""

    help = "Makes an account with a role in a municipality, given by its short address."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("name")
        parser.add_argument("municipality")
        parser.add_argument("role", choices=[role.value for role in Role])
        parser.add_argument("--no-password", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        organisation = queries.municipality_by_slug(options["municipality"])
        if organisation is None:
            raise CommandError(_("No municipality has that address."))
        password = None if options["no_password"] else _asked()
        try:
            services.invite(
                system("invite"),
                organisation,
                Role(options["role"]),
                email=options["email"],
                name=options["name"],
                since=timezone.localdate(),
                password=password,
            )
        except NotAllowedError as error:
            raise CommandError(services.sentence(error)) from error
        self.stdout.write(_("Done."))


def _asked() -> str:
    """A password typed twice, good enough by the rules of the installation."""
    password = getpass(_("Password: "))
    if password != getpass(_("The same again: ")):
        raise CommandError(_("The two are not the same."))
    try:
        validate_password(password)
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from error
    return password
