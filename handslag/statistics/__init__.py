"""How we count. Numbers in, numbers out: no framework, no database, no clock."""
