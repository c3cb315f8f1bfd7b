"""On which terms reports are received: kinds, whose task, groups, other systems, files."""
