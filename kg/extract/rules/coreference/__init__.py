"""Which mentions stand for the same thing: names, titles, descriptions, pronouns."""
