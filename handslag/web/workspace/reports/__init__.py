"""What was reported, for those who deal with it: the list, each incident, the moderator."""
