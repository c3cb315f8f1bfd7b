"""What a reporter must have read before the first report. Pure."""

# Raised when what is said on the page changes in substance: then it is read again.
TRAINING = 1
