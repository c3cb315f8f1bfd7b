"""Why a problem arises: the tree of causes, the crime triangle, and what could be done."""
