"""Corpora that others annotated: their files → texts and answers, and how many of them our documents hold.

Each reader yields articles to extract from; each measure takes the documents in the same order. The corpora themselves
are not part of kg: docs/quality.md says where each one comes from.
"""
