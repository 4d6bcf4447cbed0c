"""What a clause says is so, is denied, planned, past or only possible."""
