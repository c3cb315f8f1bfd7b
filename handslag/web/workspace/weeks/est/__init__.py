"""EST pictures: what a group saw in a week, month, quarter, tertial or year."""
