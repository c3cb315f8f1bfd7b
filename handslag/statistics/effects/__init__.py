"""Did it help? What was done somewhere, held against what would have happened anyway."""
