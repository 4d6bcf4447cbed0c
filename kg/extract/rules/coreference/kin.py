"""Whose kin somebody is, by the surname that both have: "son épouse Anne Petit" is that of Marc Petit."""

from collections.abc import Sequence

from kg.extract.rules.coreference.pronoun_traits import Candidate
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import ROOT, Tree
from kg.lang import LanguagePack
from kg.model import MentionKind

STEM = 6  # letters that surnames share whose endings tell the sex: "Ivanovski", "Ivanovskaïa"


def of_one_surname(
    tree: Tree, pack: LanguagePack, table: References, item: Reference, candidates: list[Candidate]
) -> list[Candidate]:
    """Return the candidates for "son" that have the surname of the kin who is named, if there are any; else all."""
    noun = tree.words[item.i].head
    if item.determiner != "possessor" or noun == ROOT or tree.words[noun].lemma not in pack.words["kin"]:
        return candidates
    index = table.at.get(noun)
    kin = table.root(index) if index is not None else None
    if kin is None or table.items[kin].kind is not MentionKind.NAME:
        return candidates
    name = table.items[kin].name.split()
    return [c for c in candidates if c.root != kin and _is_of(name, table.items[c.root])] or candidates


def _is_of(name: Sequence[str], other: Reference) -> bool:
    """Whether a person has the surname of a full name."""
    if len(name) < 2 or other.type != "Person" or other.kind is not MentionKind.NAME:
        return False
    mine, theirs = name[-1], other.name.split()[-1]
    return mine == theirs or (len(mine) > STEM and len(theirs) > STEM and mine[:STEM] == theirs[:STEM])
