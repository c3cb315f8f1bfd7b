"""The statutory year: what must be done by when, and what has been done.

The law (2023:196) asks for a situational picture, a plan, agreements, a council, a
coordination function and reports to the assembly, and for a new look at least every
second year. This package stands on all the others: it gathers their deadlines in one
calendar, reminds of them, holds the rhythm of the year, checks the law against what
is in the system, and puts together the report to the assembly.
"""
