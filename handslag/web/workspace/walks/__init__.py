"""Safety walks and inventories, for those who hold them and those who are asked."""
