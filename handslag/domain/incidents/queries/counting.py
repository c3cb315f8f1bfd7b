"""Numbers beside other columns, so that several are asked for in one query."""

from django.db.models import IntegerField, Subquery


class Counted(Subquery):
    """How many rows a query finds. Cut the query off (`[:1001]`) to count no further."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


class Summed(Subquery):
    """The sum of the one column `n` of a query; nothing is nought."""

    template = "(SELECT COALESCE(SUM(summed.n), 0) FROM (%(subquery)s) AS summed)"
    output_field = IntegerField()
