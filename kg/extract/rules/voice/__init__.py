"""Who says it: quotations, reported clauses, sources, and how far they reach."""
