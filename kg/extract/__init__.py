"""Article → Document: what one article says, by extractors that are checked."""
