"""Kinds of media, of a description and of a name: "la chaîne" is no newspaper, "le quotidien" no radio."""

from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import Tree
from kg.lang import LanguagePack
from kg.lang.gazetteer import load_gazetteer
from kg.model import MentionKind

CLASSES = {  # of words that tell a kind
    "paper": "media_paper", "television": "media_television", "radio": "media_radio", "agency": "media_agency",
}  # fmt: skip
NO_MEDIA = ("Organization", "GovernmentBody", "InternationalOrganization", "PoliticalParty", "EducationalInstitution")
BROADCASTING = frozenset({"television", "radio"})


def is_other_medium(tree: Tree, pack: LanguagePack, table: References, item: Reference, root: int) -> bool:
    """Whether a description is of another kind of medium than what a name stands for.

    "la radio privée" is not the AFP, nor "le quotidien belge" France 2. Who is of two kinds may be called by both.
    """
    top = table.items[root]
    if item.type != "MediaOutlet" or top.kind is not MentionKind.NAME:
        return False
    first, last = item.extents[0]
    told = _kinds_told(pack, {item.head, *(w.lemma for w in tree.words[first:last])})
    called = table.described.get(root, set())
    if told and (_is_known_for_else(top) or (top.known is None and _is_called_else(pack, top, called))):
        return True
    named = _kinds_of_name(pack, top, called) if told else frozenset[str]()
    return bool(named) and told.isdisjoint(named)


def _is_known_for_else(top: Reference) -> bool:
    """ "la chaîne cryptée" is not the Fifa; a firm may be called so."""
    entry = load_gazetteer().by_id(top.known) if top.known else None
    return entry is not None and entry.type in NO_MEDIA


def _is_called_else(pack: LanguagePack, top: Reference, called: set[str]) -> bool:
    """ "l'hebdomadaire satirique" is no association, nor "la télévision" a laboratory."""
    return top.type != "MediaOutlet" and any(pack.nouns.get(noun) in NO_MEDIA for noun in called)


def _kinds_told(pack: LanguagePack, nouns: set[str]) -> frozenset[str]:
    return frozenset(kind for kind, words in CLASSES.items() if not nouns.isdisjoint(pack.words[words]))


def _kinds_of_name(pack: LanguagePack, top: Reference, called: set[str]) -> frozenset[str]:
    """What the article calls it, of the kinds that the table knows; who broadcasts in two ways does so anywhere."""
    entry = load_gazetteer().by_id(top.known) if top.known else None
    known = entry.media if entry is not None else frozenset[str]()
    told = _kinds_told(pack, called)
    return told | known if told.isdisjoint(known) or known >= BROADCASTING else told & known
