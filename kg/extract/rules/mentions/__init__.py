"""Names, descriptions and pronouns, and what class of the ontology each is."""
