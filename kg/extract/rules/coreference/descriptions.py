"""Which name a description stands for: "le groupe chinois", "le fondateur de Huawei", "son groupe"."""

from kg.extract.rules.coreference.antecedents import Antecedents
from kg.extract.rules.coreference.closing_voices import find_voice_before, named_in_own_words
from kg.extract.rules.coreference.holders import SURE, find_known_holders, find_known_trades, is_of_other_trade
from kg.extract.rules.coreference.kin import find_namesake, is_no_kin
from kg.extract.rules.coreference.last_voices import own_voices
from kg.extract.rules.coreference.named_next import find_named_next
from kg.extract.rules.coreference.offices import find_holder, find_speaking, is_other_office, is_protagonist
from kg.extract.rules.coreference.ruled_out import is_ruled_out
from kg.extract.rules.coreference.same_descriptions import (
    find_described_so,
    find_same_description,
    find_same_possession,
    find_twin,
    is_repeated,
)
from kg.extract.rules.coreference.same_traits import find_of_same_trait
from kg.extract.rules.coreference.several import find_several
from kg.extract.rules.coreference.sole_persons import (
    find_headlined,
    find_introduced_later,
    find_only_bearer,
    find_subject_before,
    find_undescribed_person,
)
from kg.extract.rules.mentions.compared import (
    are_arguments_of_one,
    bearer_of_clause,
    parts_of_phrase,
    parts_of_qualities,
    who_did_before,
)
from kg.extract.rules.mentions.media_kinds import is_other_medium
from kg.extract.rules.mentions.modifiers import complement_of, differ_in_sex, marks_gender, owner_type
from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.nearest_names import find_nearest_name
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind


def resolve_nominal(
    tree: Tree, pack: LanguagePack, table: References, names: Names, index: int, learned: Antecedents | None
) -> None:
    """Set the antecedent of a description, if the text before (or a title anywhere) gives one.

    Args:
        learned: weighs what rules find against the other names of the article.
    """
    item = table.items[index]
    several = find_several(tree, pack, table, index)
    several = find_twin(tree, pack, table, index) if several is None else several
    if several is not None:
        table.join(index, several)
        return
    meant = _known(tree, pack, table, names, index, learned)
    meant = find_headlined(tree, pack, table, index) if meant is None else meant
    meant = find_namesake(tree, pack, table, index) if meant is None else meant
    meant = find_of_same_trait(tree, names, table, index) if meant is None else meant
    if meant is not None:
        table.join(index, meant)
        return
    if item.known:
        found = next((j for j in range(index) if table.items[table.root(j)].known == item.known), None)
    elif (named := find_named_next(tree, pack, table, index)) is not None:
        table.describe(named, item.head)
        found, learned = named, None
    elif item.determiner == "possessive":
        found = _possessed(tree, pack, table, names, index)
    else:
        found = find_same_description(tree, pack, table, index)
        if is_repeated(tree, pack, item) or _is_just_said(table, item, found):
            learned = None
        elif found is None:
            found = _described(tree, pack, table, names, index)
    if learned is not None and not item.known and not _is_of_who_speaks(tree, pack, item):
        found = learned.decide(index, found)
    found = _going_on(tree, pack, table, index, found)
    found = _subject_before(tree, pack, table, index) if found is None else found
    if found is not None and not _is_somebody_nearer(tree, pack, table, index, found):
        table.join(index, found)


def _going_on(tree: Tree, pack: LanguagePack, table: References, index: int, found: int | None) -> int | None:
    """ "…", dit Marc Petit. "…", conclut l'élu": he, whoever else it may be; else whom the last sentence tells of."""
    voice = find_voice_before(tree, pack, table, index)
    if voice is None or (found is not None and not voice[1]) or _is_another(tree, pack, table, index, voice[0]):
        return found
    return voice[0]


def _subject_before(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """ "Paul Roux dénonce des abus. Ce policier …": the one person named who acts just before, if this one acts too."""
    j = find_subject_before(tree, table, index)
    return None if j is None or _is_another(tree, pack, table, index, j) else j


def _is_just_said(table: References, item: Reference, found: int | None) -> bool:
    """ "L'homme s'est enfui. Cet homme …": a demonstrative takes up the same noun of the sentence before."""
    return found is not None and item.determiner == "demonstrative" and item.sent - table.items[found].sent <= 1


def _is_somebody_nearer(tree: Tree, pack: LanguagePack, table: References, index: int, found: int) -> bool:
    """ "…, a dit Marc Petit. Un jeune homme a été arrêté. Ce chanteur …": whom nobody named acted in between.

    Who only speaks of others is not spoken of: "…, a indiqué un policier. Cet homme de 49 ans …".
    """
    item = table.items[index]
    if item.determiner != "demonstrative" or item.type != "Person" or table.items[found].head == item.head:
        return False
    for j in range(found + 1, index):
        other, top = table.items[j], table.items[table.root(j)]
        word = tree.words[other.i]
        one = other.type == "Person" and other.number != "Plur" and other.kind is top.kind is MentionKind.NOMINAL
        acts = word.rel in SUBJECTS and word.head != ROOT and tree.words[word.head].lemma not in pack.reporting
        if one and acts and other.sent < item.sent:
            return not differ_in_sex(pack, item, other)
    return False


def _known(
    tree: Tree, pack: LanguagePack, table: References, names: Names, index: int, learned: Antecedents | None
) -> int | None:
    """The person who is known to hold an office or for a trade; of several the likeliest."""
    item = table.items[index]
    holders = find_known_holders(tree, pack, table, names, index)
    if not holders and not item.known and find_same_description(tree, pack, table, index) is None:
        holders = find_known_trades(tree, pack, table, index)
    predicated = tree.words[item.i].rel == "attr" or tree.child(item.i, "cop") is not None
    if len(holders) > 1 and predicated:
        return None  # "Il est le président le plus impopulaire": it is said of its subject
    holders = [j for j in holders if not _is_another(tree, pack, table, index, j)]
    if len(holders) == 1:
        item.ranked = SURE
        return holders[0]
    return learned.choose(index, holders) if learned is not None and holders else None


def _is_of_who_speaks(tree: Tree, pack: LanguagePack, item: Reference) -> bool:
    """ ""My brother owns it," said Carl Denham": who speaks is not his brother, and names him nowhere as a rule."""
    owners = tree.children(item.i, "det", "poss")
    return item.type == "Person" and any(c.lower in pack.words["possessive_first"] for c in owners)


def _possessed(tree: Tree, pack: LanguagePack, table: References, names: Names, index: int) -> int | None:
    """ "ses usines" are those named so before; "son groupe", of a person, is the firm spoken of."""
    item = table.items[index]
    same = find_same_possession(tree, pack, table, index)
    if same is not None:
        return same
    own = item.head in pack.words["own_organisations"] and item.number == "Sing"
    if own and owner_type(tree, pack, table, tree.words[item.i]) == "Person":
        return find_nearest_name(tree, pack, table, names, index)
    return None


def _described(tree: Tree, pack: LanguagePack, table: References, names: Names, index: int) -> int | None:
    """ "le groupe chinois", "le fondateur de Huawei": the name that a definite description can stand for."""
    item = table.items[index]
    word = tree.words[item.i]
    if item.determiner not in ("definite", "demonstrative") or item.number == "Plur" or _is_new(tree, word):
        return None
    if item.type == "Person" and _is_named_behind(table, item):
        return None
    complement = complement_of(tree, pack, table, word)
    found = find_described_so(tree, names, table, index, complement)
    if complement is not None and _is_office_part(table, complement, item):
        complement = None
    if found is None and complement is None and _is_anaphoric(pack, item):
        if _is_function(tree, pack, item):
            found = find_only_bearer(tree, pack, table, names, index)
        else:
            found = find_nearest_name(tree, pack, table, names, index)
    elif (
        found is None
        and complement is not None
        and item.type == "Person"
        and _is_known_whole(tree, pack, table, complement)
    ):
        found = find_undescribed_person(tree, table, index, complement)
    if found is None and item.type == "Person" and _is_anaphoric(pack, item):
        found = find_introduced_later(tree, table, index)
    if found is None and item.type == "Person":
        found = find_holder(tree, pack, table, index)
        if found is None and (complement is None or is_protagonist(tree, pack, item)):
            found = find_speaking(tree, pack, table, index)
    return None if found is None or _is_another(tree, pack, table, index, found) else found


def _is_another(tree: Tree, pack: LanguagePack, table: References, index: int, found: int) -> bool:
    """Whether sex, an office, the verb that both stand at or the phrase of one tells a description and a name apart."""
    item, root = table.items[index], table.root(found)
    if item.type == "Person" and (
        root in parts_of_phrase(tree, table, item)
        or _differ_in_sex(tree, pack, table, index, root)
        or root in own_voices(tree, pack, table, item)
        or root in named_in_own_words(tree, pack, table, item)
        or is_no_kin(tree, pack, table, item, root)
    ):
        return True
    if item.type != "Person" and root in parts_of_qualities(tree, table, item):
        return True
    if bearer_of_clause(tree, pack, table, item) == root or is_of_other_trade(tree, pack, table, item, root):
        return True
    if is_ruled_out(tree, pack, table, index, root) or is_other_medium(tree, pack, table, item, root):
        return True
    if are_arguments_of_one(tree, pack, table, item, root) or root in who_did_before(tree, table, item):
        return True
    return is_other_office(tree, pack, table, index, found)


def _differ_in_sex(tree: Tree, pack: LanguagePack, table: References, index: int, root: int) -> bool:
    """ "la journaliste" is not Marc Petit; "l'artiste" may be, and who bears a name that no list knows."""
    item, name = table.items[index], (table.items[root].name.split() or [""])[0]
    det = tree.child(item.i, "det")
    told = det is not None and det.text[-1:].isalpha()  # not "l'"
    return told and {item.gender, pack.sex_of(name)} == {"Fem", "Masc"} and marks_gender(pack, item)


def _is_new(tree: Tree, word: Word) -> bool:
    """Whether a description brings a name of its own: "la librairie Vivement dimanche" is no other bookshop."""
    return any(
        c.is_title
        and c.i > word.i
        and (c.rel in ("appos", "name") or (c.rel in ("nmod", "amod", "advmod") and not c.case))
        for c in tree.children(word.i)
        if c.text[:1].isalpha()
    )


def _is_named_behind(table: References, item: Reference) -> bool:
    """ "au fondateur de WikiLeaks Julian Assange": the name right behind a description is that of who is meant."""
    ends = {end for _, end in item.extents if end > item.i + 1}
    return any(x.kind is MentionKind.NAME and x.type == "Person" and x.core[0] in ends for x in table.items)


def _is_known_whole(tree: Tree, pack: LanguagePack, table: References, complement: int) -> bool:
    """ "le patron de Renault"; "le chef de l'État" is as many as there are states."""
    item = table.items[complement]
    return item.kind is MentionKind.NAME and tree.words[item.i].lower not in pack.words["common_wholes"]


def _is_function(tree: Tree, pack: LanguagePack, item: Reference) -> bool:
    """Whether a description is an office or a trade, which belongs to one person and not to whoever is near."""
    generic = item.head in pack.words["generic_persons"] and tree.child(item.i, "nmod") is None
    if item.type != "Person" or generic:
        return False  # "le chef" may be anybody, "le chef de l'État" not
    return item.head in pack.lists["positions"] or item.head in pack.lists["occupations"]


def _is_office_part(table: References, complement: int, item: Reference) -> bool:
    """ "le ministre de l'Agriculture", "le chef de l'État": the complement is of the title and tells nobody apart."""
    other = table.items[complement]
    if item.type != "Person":
        return False
    if other.kind is MentionKind.NAME:
        return other.type in ("Entity", "Concept") and other.known is None
    return other.determiner == "definite" and not load_schema().fits(
        table.items[table.root(complement)].type, ("Person", "Company", "Country")
    )


def _is_anaphoric(pack: LanguagePack, item: Reference) -> bool:
    schema = load_schema()
    if item.type == "Person":
        return item.head in pack.trades or item.head in pack.words["generic_persons"]
    if schema.fits(item.type, ("Place", "Product")):
        return item.head in pack.words["naming_places"] or (
            schema.is_a(item.type, "Product") and item.head in pack.words["generic_products"]
        )
    if not schema.is_a(item.type, "Organization") or schema.is_a(item.type, "GovernmentBody"):
        return False  # "la police", "l'armée américaine" are spoken of as such
    generic = pack.words["own_organisations"] | pack.words["generic_firms"]
    return item.head not in pack.words["parts"] or item.head in generic  # "le comité", "la commission" of somebody
