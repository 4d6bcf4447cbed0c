"""The graph as RDF: encode, decode, store, validate."""
