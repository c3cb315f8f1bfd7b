"""A questionnaire on a page: for those who answer, those who try it, and those who type
in paper. What a question looks like is in `ui/asking/`."""
