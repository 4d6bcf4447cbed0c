"""A learned reader: pairs of mentions in one sentence that no rule joins, judged by a small network.

pairs finds them, traits describes them, network judges them, drafts writes what it is sure enough of as drafts.
"""
