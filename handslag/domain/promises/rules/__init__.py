"""What is allowed, and what follows from what. Pure: no database, no clock, no words on screen."""
