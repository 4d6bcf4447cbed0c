"""Whether a clause of speech closes a sentence that opens with a quotation and in which nobody else acts."""

from kg.extract.rules.coreference.voices import TOLD
from kg.extract.rules.parsing.tree import QUOTE, ROOT, SUBJECTS, Word
from kg.extract.rules.voice.speech import Speech

EMBEDDED = frozenset({"relcl", "acl"})  # clauses whose subjects do nothing else


def closes_what_is_quoted(speech: Speech, verb: Word, first: int, subject: Word | None) -> bool:
    """ ""Tout ferme" dans la ville, a alerté l'ONG": nobody acts in the sentence but in the quotation it opens with.

    Args:
        first: the first word of the verb's own.
        subject: what the parser took for its subject.
    """
    tree = speech.tree
    start = tree.sents[verb.sent][0]
    if QUOTE not in tree.words[start].text or speech.pack.reporting.get(verb.lemma) not in TOLD:
        return False
    apart = (w for w in tree.words[start:first] if w.rel in SUBJECTS and w.i not in speech.in_quote)
    acts = any(w.head != ROOT and tree.words[w.head].rel not in EMBEDDED for w in apart)
    return not acts and (subject is None or subject.i in speech.in_quote or subject.i > verb.i)
