"""What happens out there: reports, the events in them, and what becomes of each.

A report is what someone sends in one go: a reporter in service (EST), or a resident
without an account. It holds one or several incidents. Each incident has a place, a
time and a kind, is handled by one organisation, and ends with an outcome that is
said, never only with being closed. It tells of places and situations, not of people.
"""
