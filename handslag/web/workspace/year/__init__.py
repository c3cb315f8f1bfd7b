"""The year at work: calendar, wheel, reminders, law check, report to the assembly."""
