"""Who belongs to what: staff, parts, parties, members of a group, a firm and its things."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.mentions.title_joins import Title
from kg.extract.rules.mentions.titles import is_site_of
from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.relations.joint_work import agents
from kg.extract.rules.relations.positions import descriptions
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.title_words import party_behind
from kg.lang.schema import load_schema
from kg.model import MentionKind, Modality


def find_listed_members(reading: Reading) -> Iterator[Draft]:
    """ "des géants comme Amazon et Google": members of a group."""
    tree, words, schema = reading.tree, reading.pack.words, load_schema()
    for index, item in enumerate(reading.table.items):
        if item.kind is not MentionKind.NAME:
            continue
        word = tree.words[item.i]
        top = tree.words[tree.first_conjunct(item.i)]
        if words["such_as"].isdisjoint((top.case, top.case.split(" ")[0])):
            continue
        if top.head == ROOT or top.rel not in ("nmod", "obl", "appos"):
            continue
        first = tree.subtree(top.i)[0]
        if tree.words[max(0, first - 1)].text == "," and top.case in words["according_to"] | words["comparing"]:
            continue
        group = reading.at(top.head)
        if (
            group is None
            or reading.root(group).type != "Group"
            or not schema.fits(reading.root(index).type, ("Agent", "Country", "Entity"))
        ):
            continue
        yield said_by_form(index, "memberOf", group, word.i, "list/such-as", 0.7)


def find_named_members(reading: Reading) -> Iterator[Draft]:
    """ "des organisations de presse, dont l'AFP": a name that a closed aside picks out of a group."""
    tree, pack, table = reading.tree, reading.pack, reading.table
    groups = {
        end: index
        for index, item in enumerate(table.items)
        if item.number == "Plur" and is_group(reading, index)
        for _, end in item.extents
    }
    for index, item in enumerate(table.items):
        if item.kind is not MentionKind.NAME or not _ends_aside(reading, item):
            continue
        first = table.at.get(tree.first_conjunct(item.i))
        start = table.items[first].core[0] if first is not None else item.core[0]
        passed = pack.words["definite"] | pack.words["picking_links"]
        before = [w for w in reversed(tree.words[max(0, start - 5) : start]) if w.lower not in passed]
        if len(before) < 2 or before[0].lower not in pack.words["picking_out"] or before[1].text not in (",", "("):
            continue
        group = groups.get(before[1].i)
        if group is not None and load_schema().fits(reading.root(index).type, ("Agent", "Country", "Entity")):
            yield said_by_form(index, "memberOf", group, item.i, "list/such-as", 0.7)


def is_group(reading: Reading, index: int) -> bool:
    """Whether a reference is of several who may have members: a group, or organisations."""
    kind = reading.root(index).type
    return kind == "Group" or load_schema().fits(kind, ("Organization",))


def _ends_aside(reading: Reading, item: Reference) -> bool:
    """Whether the series that a name is in ends at a comma, bracket or stop: no clause goes on with it."""
    tree = reading.tree
    last = max(tree.subtree(i, ("punct", "relcl", "acl"))[-1] for i in tree.conjuncts(tree.first_conjunct(item.i)))
    return last + 1 >= len(tree.words) or tree.words[last + 1].text in (",", ".", ")", ";", ":")


def find_affiliations(reading: Reading) -> Iterator[Draft]:
    """ "les experts de l'ONU" work for it; what is part of it is read elsewhere (parts_of_bodies.py)."""
    tree, pack = reading.tree, reading.pack
    for index, item in enumerate(reading.table.items):
        word = tree.words[item.i]
        of = word.case in pack.words["affiliation"] or word.case in pack.words["employed_for"]
        belongs = word.rel == "poss" or (of and word.rel == "nmod")
        if item.kind is MentionKind.PRONOUN or word.head == ROOT or not belongs:
            continue
        head, owner = _trade_beside(reading, word), reading.at(word.head)
        if owner is None or not may_belong(reading, owner, index, word):
            continue
        kind = reading.table.items[owner].type
        staff = head.lemma in pack.lists["occupations"] or head.lemma in pack.words["staff"]
        critic = pack.adposition == "head" and word.case in pack.words["of"] and head.lemma in pack.words["doers"]
        critic |= word.case in pack.words["of"] and head.lemma in pack.words["knowers"]
        staff = staff and not critic  # "a critic of the EU", "un historien du PCF" does not work for it
        if kind in ("Person", "Group") and staff and not _is_purpose(reading, head, word):
            draft = said_by_form(owner, "worksFor", index, word.i, "affiliation/person", 0.7)
            draft.past = reading.context.past.is_former(head.i) or head.lemma in pack.words["retired"]
            verb = _predicating_verb(reading, head)
            if verb is not None:
                draft.verb, draft.background = verb, False
            elif _is_bare_office(reading, owner):
                continue
            if reading.context.qualified(head.i).modality is Modality.ACTUAL:  # "the next chief" works for nobody yet
                yield draft
        elif kind == "Person" and _is_ones_own(reading, owner, index, word):
            predicate = "memberOfParty" if reading.root(index).type == "PoliticalParty" else "worksFor"
            if _is_likened(reading, owner):
                reading.rule_out(predicate, owner, index, word.i)
                continue
            draft = said_by_form(owner, predicate, index, word.i, "affiliation/person", 0.6)
            draft.past = _is_bygone(reading, word)
            yield draft


def _is_bygone(reading: Reading, whole: Word) -> bool:
    """ "Anne Petit, formerly of Tesco"."""
    tree, bygone = reading.tree, reading.pack.words["bygone"] | reading.pack.words["former"]
    opening = next((c.i for c in tree.children(whole.i, "case")), whole.i - 1)
    return opening > 0 and tree.words[opening - 1].lower in bygone


def _is_ones_own(reading: Reading, person: int, whole: int, word: Word) -> bool:
    """ "Tesco's Anne Petit", "Anne Petit of Tesco": a named person of a named firm."""
    both = all(reading.table.items[i].kind is MentionKind.NAME for i in (person, whole))
    of = not word.case or word.case in reading.pack.words["of_bodies"] | reading.pack.words["coming_from"]
    kind, of_it = reading.root(whole).type, word.case in reading.pack.words["of"]
    if reading.pack.adposition == "child":  # "Paul Roy, de la CGT" may be a member: the networks choose
        return both and of_it and kind in ("Company", "PoliticalParty", "MediaOutlet", "EducationalInstitution")
    firm = load_schema().fits(kind, ("Company", "EducationalInstitution"))  # "CNN's X contributed"
    firm = firm or kind == "PoliticalParty"  # "Labor's Geraldine Pryor"
    firm = firm or (of_it and kind in ("Organization", "MediaOutlet", "InternationalOrganization"))
    return both and of and firm


def _is_likened(reading: Reading, person: int) -> bool:
    """ "le Mozart de Renault": behind an article, the name of somebody tells only whom somebody else is like."""
    before = reading.tree.words[max(reading.table.items[person].core[0] - 1, 0)]
    determiners = reading.pack.words["definite"] | reading.pack.words["indefinite"]
    return (
        reading.pack.adposition == "child" and before.lower in determiners and before.i < reading.table.items[person].i
    )


def _predicating_verb(reading: Reading, noun: Word) -> int | None:
    """ "is to become chief executive of X", "was named chairman of X": the verb by which a noun is said of somebody."""
    if noun.head == ROOT or noun.rel not in ("attr", "xcomp", "obj"):
        return None
    head, lists = reading.tree.words[noun.head], reading.pack.lists
    said = noun.rel == "attr" or head.lemma in lists["copulas"] or head.lemma in lists["appointing"]
    return head.i if said else None


def _is_bare_office(reading: Reading, owner: int) -> bool:
    """ "the job of chief executive of X": an office, and nobody who holds it."""
    item = reading.table.items[owner]
    bare = item.kind is MentionKind.NOMINAL and item.number != "Plur" and not item.determiner
    return bare and not reading.is_name(owner) and reading.pack.copula == "head"


def _trade_beside(reading: Reading, word: Word) -> Word:
    """ "Paul Roy, prévisionniste pour Météo France": the trade that a complement belongs to."""
    tree, head = reading.tree, reading.tree.words[word.head]
    trades = (c for c in tree.children(head.i, "appos", "amod", "acl") if head.i < c.i < word.i)
    return next((c for c in trades if c.lemma in reading.pack.lists["occupations"]), head)


def _is_purpose(reading: Reading, head: Word, word: Word) -> bool:
    """ "des experts pour la Commission" are hers only if a trade stands bare before the adposition."""
    if word.case not in reading.pack.words["employed_for"]:
        return False
    first = reading.tree.subtree(word.i)[0]
    return first - head.i > 1 or head.lemma not in reading.pack.lists["occupations"]


def may_belong(reading: Reading, owner: int, whole: int, word: Word) -> bool:
    """Whether what stands above a complement can be of the organisation that it names."""
    tree, pack = reading.tree, reading.pack
    head = tree.words[word.head]
    same = reading.table.root(owner) == reading.table.root(whole)
    if same or head.lemma in pack.lists["empty_nouns"] or head.lemma in pack.words["members"]:
        return False
    if word.case in pack.words["to"] and any(c.case in pack.words["of"] for c in tree.children(head.i, "nmod")):
        return False  # "a dit un porte-parole de X à l'AFP"
    return load_schema().fits(reading.root(whole).type, ("Organization",)) and not _says_kind(reading, whole, word)


def _says_kind(reading: Reading, index: int, word: Word) -> bool:
    """ "l'animateur de télévision": a bare noun is no organisation."""
    named = reading.table.items[index].kind is MentionKind.NAME
    if named or word.rel != "nmod" or reading.pack.adposition != "child":
        return False
    melted = any(c.lower in reading.pack.words["definite"] for c in reading.tree.children(word.i, "case"))
    return not melted and reading.tree.child(word.i, "det", "poss") is None


def find_possessions(reading: Reading) -> Iterator[Draft]:
    """ "son iPhone", "l'usine de Renault", "Apple's App Store": a firm and its things."""
    tree, schema = reading.tree, load_schema()
    for index, item in enumerate(reading.table.items):
        word = tree.words[item.i]
        owned = (item.determiner == "possessor" and word.rel in ("det", "poss")) or word.rel == "poss"
        of = word.rel == "nmod" and word.case in reading.pack.words["of"] and item.kind is MentionKind.NAME
        head = tree.words[word.head] if word.head != ROOT else word
        site = item.kind is MentionKind.NAME and is_site_of(tree, reading.pack, head, item)
        made = word.rel == "nmod" and word.case in reading.pack.words["of"] and _is_named_maker(reading, index)
        if word.head == ROOT or not (owned or of or site or made):
            continue
        target = reading.at(word.head)
        if target is None or reading.table.root(target) == reading.table.root(index):
            continue
        owner, kind = reading.root(index), reading.table.items[target].type
        if owner.kind is not MentionKind.PRONOUN and owner.type == "Person":
            yield from _persons_own(reading, index, target, word)
        if owner.kind is MentionKind.PRONOUN or not schema.fits(owner.type, ("Company",)):
            continue
        if head.lemma in reading.pack.words["any_goods"]:
            continue  # "ses produits" names none
        if schema.fits(kind, ("Product",)) and kind != "Concept" and not site:
            own = not _is_of_another_make(reading, target, owner.known)
            for maker in dict.fromkeys((index, *agents(reading, [word], ("Company",)))) if own else ():
                yield said_by_form(maker, "produces", target, word.i, "possession/product", 0.6)
        elif not made and (site or kind in ("Organization", "Company")) and head.lemma in reading.pack.words["sites"]:
            yield said_by_form(index, "owns", target, word.i, "possession/site", 0.65)


def _is_of_another_make(reading: Reading, goods: int, owner: str | None) -> bool:
    """ "le Boeing 737 de Ryanair": what opens with the name of a firm is of its make, whoever has it."""
    first = reading.root(goods).core[0] if reading.is_name(goods) else reading.table.items[goods].i
    maker = reading.names.entry(reading.tree.words[first].text)
    return maker is not None and maker.type == "Company" and maker.id != owner


def _is_named_maker(reading: Reading, index: int) -> bool:
    """ "la puce du fabricant Zumo": what says that a name is of who makes things."""
    item = reading.table.items[index]
    makers = reading.pack.words.get("makers", frozenset())
    return item.kind is MentionKind.NOMINAL and item.head in makers and reading.is_name(index)


def _persons_own(reading: Reading, person: int, target: int, word: Word) -> Iterator[Draft]:
    """ "sa voiture", "le domicile de Paul Roy": what one has, and where one lives."""
    words, lemma = reading.pack.words, reading.table.items[target].head
    if reading.is_name(target):
        return
    if lemma in words.get("belongings", frozenset()):
        yield said_by_form(person, "owns", target, word.i, "possession/belonging", 0.7)
    elif lemma in words.get("homes", frozenset()):
        yield said_by_form(person, "residesIn", target, word.i, "possession/home", 0.75)


def find_parties(reading: Reading) -> Iterator[Draft]:
    """ "le sénateur démocrate X", "le républicain X", "X (PS)", "la candidate démocrate": the party of a person."""
    tree, table = reading.tree, reading.table
    for title in [*reading.titles, *descriptions(reading)]:
        if reading.root(title.reference).type == "Person":
            yield from _told_by_title(reading, title)
            yield from _party_between(reading, title.noun, title.reference)
    for index, item in enumerate(list(table.items)):
        first, last = item.core
        if item.kind is MentionKind.NAME and item.type == "Person" and reading.pack.adposition == "head":
            for word in _parties_beside(reading, item):
                yield said_by_form(index, "memberOfParty", party_of(reading, word), word.i, "party/adjective", 0.8)
        opening = _opening_bracket(reading, first)
        bracketed = opening > 0 and last < len(tree.words) and tree.words[last].text in (")", ",", "/", ";")
        if not bracketed or reading.root(index).type != "PoliticalParty":
            continue
        charges = reading.pack.words["portfolios"] if reading.root(index).known is None else ()
        charge = all(w.lower in charges for w in tree.words[first:last])  # "Luc Roux (Économie)", a minister
        if not charge:
            before = next((j for j in range(index - 1, -1, -1) if table.items[j].core[1] == opening), None)
            if before is not None and reading.root(before).type == "Person":
                yield said_by_form(before, "memberOfParty", index, item.i, "party/bracket", 0.9)


def _parties_beside(reading: Reading, item: Reference) -> Iterator[Word]:
    """ "Republican Connie Mack", "Conservative MP Connie Mack", "Connie Mack, a Republican, …"."""
    tree, words, first = reading.tree, reading.pack.words["parties"], item.core[0]
    titles = reading.pack.words["ranks"] | reading.pack.words["offices_in_names"]
    start = first - 1 if first and tree.words[first - 1].lower in titles else first
    before = tree.words[start - 1] if start else tree.words[item.i]
    beside = before.head == item.i if start == first else before.sent == item.sent and before.is_title
    if before.rel == "name" and before.lower in words and beside and before.i < first:
        yield before
    for noun in tree.children(item.i, "appos"):
        if noun.is_title and noun.lower in words and tree.child(noun.i, "det") is not None:
            yield noun


def _opening_bracket(reading: Reading, first: int) -> int:
    """Return the bracket that opens right before a name: "(LR", "(Les Verts", "(apparenté PS"; -1 without."""
    words = reading.tree.words
    passed = reading.pack.words.get("attached", frozenset())
    if first > 1 and (words[first - 1].pos == "DET" or words[first - 1].lower in passed):
        first -= 1
    return first - 1 if first > 0 and words[first - 1].text == "(" else -1


def _told_by_title(reading: Reading, title: Title) -> Iterator[Draft]:
    """ "le sénateur démocrate X": the party of X; "the Conservative leader X": also what he leads."""
    tree, words = reading.tree, reading.pack.words
    noun, name = tree.words[title.noun], reading.table.items[title.reference].i
    named = {i for x in reading.table.items if x.kind is MentionKind.NAME for i in range(x.core[0] + 1, x.core[1])}
    beside = [noun, *tree.children(noun.i, "amod", "name"), *tree.children(name, "amod")]
    for word in {w.i: w for w in beside}.values():
        if word.lemma not in words["parties"] and word.lower not in words["parties"]:
            continue
        if word.i in named:
            continue  # "le leader de La France insoumise"
        if reading.pack.adposition == "head" and not word.is_title:
            continue  # "the labour minister"
        party = party_of(reading, word)
        draft = said_by_form(title.reference, "memberOfParty", party, word.i, "party/adjective", 0.8)
        draft.past = reading.context.past.is_former(noun.i)
        yield draft
        if noun.lemma in words["party_heads"] and word.rel == "amod":
            draft = said_by_form(title.reference, "leads", party, noun.i, "party/adjective", 0.8)
            draft.past = reading.context.past.is_former(noun.i)
            yield draft


def _party_between(reading: Reading, noun: int, person: int) -> Iterator[Draft]:
    """ "le député LREM Hugues Renson", "le maire PS de Nantes Paul Roy", "Anne Roy, députée LR de la Loire"."""
    items = reading.table.items
    end, (start, behind) = items[person].core[0], party_behind(reading, noun)
    for index, item in enumerate(items):
        bare = not reading.tree.words[item.core[0]].case and not reading.tree.words[item.i].case
        beside = noun < item.core[0] and item.core[1] == end and item.core[0] - noun <= 2
        beside = beside or (bare and start <= item.core[0] < behind)
        if item.kind is MentionKind.NAME and beside and reading.root(index).type == "PoliticalParty":
            draft = said_by_form(person, "memberOfParty", index, item.i, "party/title", 0.85)
            draft.past = reading.context.past.is_former(noun)  # "l'ancien maire PS de Nantes" may have left it since
            yield draft
            return


def party_of(reading: Reading, word: Word) -> int:
    """Return a reference for the party that an adjective or noun names."""
    items = reading.table.items
    plain = {word.lemma + reading.pack.agreement["plural"]}  # "the Conservatives"
    plain |= {f"{word.lemma} {noun}" for noun in reading.pack.words["party_nouns"]}
    found = next((i for i, x in enumerate(items) if x.type == "PoliticalParty" and x.head == word.lemma), None)
    if found is None:
        found = next((i for i, x in enumerate(items) if x.kind is MentionKind.NAME and x.name in plain), None)
    return reading.table.add_told(word, "PoliticalParty", antecedent=found)
