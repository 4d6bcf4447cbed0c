"""Learned readers beside the rules.

Pairs of mentions in one sentence that no rule joins: pairs finds them, traits describes them, network judges them,
drafts writes what it is sure enough of as drafts. Descriptions that stand for a name: candidates describes what they
may stand for, ranker ranks it, antecedents decides in text order.
"""
