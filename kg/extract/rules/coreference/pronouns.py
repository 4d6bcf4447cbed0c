"""Which mention a pronoun or possessive stands for: sure signs first, then the likeliest by learnt weights."""

from itertools import takewhile

from kg.extract.rules.coreference.doers_ahead import find_doer_ahead, find_own_doer
from kg.extract.rules.coreference.free_relatives import find_called, is_free_relative, may_be_called
from kg.extract.rules.coreference.kin import is_of_other_surname, of_one_surname, of_other_sex, shared_owner
from kg.extract.rules.coreference.last_voices import find_last_voice, own_voices
from kg.extract.rules.coreference.latter import find_latter
from kg.extract.rules.coreference.named_apart import named_apart
from kg.extract.rules.coreference.pronoun_traits import Candidate, PronounTraits, role_of
from kg.extract.rules.coreference.pronoun_weights import PronounWeights
from kg.extract.rules.coreference.set_off import find_set_off
from kg.extract.rules.coreference.several import find_several
from kg.extract.rules.coreference.stand_for import is_agentive, may_speak, may_stand_for, others_of_verb, owned_itself
from kg.extract.rules.mentions.compared import parts_of_phrase
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.agreement import agreed_gender
from kg.extract.rules.parsing.clitics import is_enclitic
from kg.extract.rules.parsing.syntax import Syntax
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

REACH, SPEAKER_REACH = 4, 7  # sentences that a pronoun looks back; "a-t-il ajouté" may look over a quotation
NO_FIRMS = ("GovernmentBody", "InternationalOrganization", "LegalAct", "Agreement", "Event")
NOBODY = ("Organization", "Place", "Product", "Event")  # whose successor no person is
NEAR = 7  # words before what befell somebody in which it is told that he died
RATHER = 0.5  # how likely "celui qui" means somebody before, who may as well be new
OPENING = 8  # words into a sentence that a possessive may point ahead from


class Pronouns:
    """Resolves the third persons of one article, in text order."""

    def __init__(self, syntax: Syntax, table: References, weights: PronounWeights | None) -> None:
        """Start before the first mention.

        Args:
            weights: of the language; without them a pronoun stands for the nearest that it may stand for.
        """
        self.syntax, self.tree, self.pack, self.table, self.weights = syntax, syntax.tree, syntax.pack, table, weights
        self.traits = PronounTraits(self.tree, self.pack, table)

    def resolve(self, index: int) -> None:
        """Set the antecedent of a pronoun or possessive."""
        tree, pack, table, item = self.tree, self.pack, self.table, self.table.items[index]
        found = shared_owner(tree, table, index)
        found = _coordinated_owner(tree, pack, table, index) if found is None else found
        if is_free_relative(pack, item):
            found = find_called(tree, table, item)
            if found is None and not may_be_called(tree, pack, item):
                return
        found = _told_of(tree, pack, table, index) if found is None else found
        found = find_set_off(tree, pack, table, index) if found is None else found
        found = _asker(tree, pack, table, index) if found is None else found
        found = _repeated(tree, pack, table, index) if found is None else found
        found = _announcer(tree, pack, table, index) if found is None else found
        found = _dead_before(tree, pack, table, index) if found is None else found
        found = find_own_doer(tree, pack, table, index) if found is None else found
        found = find_doer_ahead(tree, pack, table, index) if found is None else found
        found = find_several(tree, pack, table, index) if found is None else found
        if found is None and item.head in pack.words["latter"]:
            found = find_latter(tree, pack, table, index)
        elif found is None:
            speaks = is_agentive(tree, pack, tree.words[item.i])
            voice = find_last_voice(tree, pack, table, index) if speaks else None
            if voice is not None and table.root(voice) in self._apart(item, speaks=speaks):
                voice = None
            found = voice if voice is not None else self._likeliest(index, speaks=speaks)
        if found is not None:
            table.join(index, found)
            self.traits.remember(index)

    def _likeliest(self, index: int, *, speaks: bool) -> int | None:
        """The candidate that is meant most likely; None: most likely none of them is."""
        candidates = self._candidates(index, speaks=speaks)
        if not candidates or self.weights is None:
            return candidates[0].mention if candidates else None
        sure = self.weights.probabilities(self.traits.ask(index, candidates, speaks=speaks))
        best = max(range(len(sure)), key=lambda n: (sure[n], -n))
        item, root = self.table.items[index], candidates[best].root
        called = is_free_relative(self.pack, item)
        if not self._is_of_doer(item) and root in own_voices(self.tree, self.pack, self.table, item):
            return None
        if sure[best] < (max(RATHER, self.weights.least) if called else self.weights.least):
            return None
        self.table.items[index].ranked = sure[best]
        return candidates[best].mention

    def _candidates(self, index: int, *, speaks: bool) -> list[Candidate]:
        """What a pronoun may stand for, the nearest first, each thing once."""
        tree, table, item = self.tree, self.table, self.table.items[index]
        found: dict[int, Candidate] = {}
        acting = others_of_verb(self.syntax, table, item) | owned_itself(tree, table, item)
        acting |= self._apart(item, speaks=speaks)
        if is_free_relative(self.pack, item):
            acting |= parts_of_phrase(tree, table, item)
        for j in range(index - 1, -1, -1):
            other = table.items[j]
            if item.sent - other.sent > (SPEAKER_REACH if speaks and not found else REACH):
                break
            root = table.root(j)
            if root in found:
                near = found[root]
                if table.items[near.mention].sent == other.sent and tree.words[other.i].rel in SUBJECTS:
                    near.role = "subject"
            elif root not in acting and self._may_be(item, j, speaks=speaks):
                found[root] = Candidate(root, j, role_of(tree.words[other.i]))
        ahead = _named_ahead(tree, self.pack, table, index)
        if ahead is not None and table.root(ahead) not in found:
            found[table.root(ahead)] = Candidate(table.root(ahead), ahead, "ahead")
        possible = of_one_surname(tree, self.pack, table, item, list(found.values()))
        return self._agreeing(item, of_other_sex(tree, self.pack, table, item, possible))

    def _apart(self, item: Reference, *, speaks: bool) -> set[int]:
        """Whom a pronoun cannot mean: who is named in what it governs, and whose own words it stands in."""
        named = named_apart(self.tree, self.pack, self.table, item, speaks=speaks)
        named |= self._told_about(item) if speaks and is_enclitic(self.pack, self.tree.words[item.i]) else set()
        return named | (own_voices(self.tree, self.pack, self.table, item) if self._is_of_doer(item) else set())

    def _told_about(self, item: Reference) -> set[int]:
        """ "Toute personne est testée, ajoute-t-elle": whom a sentence brings up in general does not say it."""
        start, end = self.tree.sents[item.sent][0], self.table.at[item.i]
        here = takewhile(lambda j: self.table.items[j].i >= start, range(end - 1, -1, -1))
        roots = ((j, self.table.root(j)) for j in here)
        return {root for j, root in roots if root == j and self._is_anybody(self.table.items[j])}

    def _is_anybody(self, item: Reference) -> bool:
        """ "un homme", "toute personne": somebody whom nobody has spoken of before."""
        every = self.tree.words[item.core[0]].lower in self.pack.words["every"]
        return item.kind is MentionKind.NOMINAL and (every or item.determiner == "indefinite")

    def _is_of_doer(self, item: Reference) -> bool:
        """Whether a third person acts or owns: whom else "je le ferai" means is nobody in particular."""
        return item.determiner == "possessor" or self.tree.words[item.i].rel in SUBJECTS

    def _agreeing(self, item: Reference, candidates: list[Candidate]) -> list[Candidate]:
        """ "son mari …: on l'avait accusé": no woman, if a man may be meant."""
        if agreed_gender(self.tree, self.pack, self.tree.words[item.i]) != "Masc":
            return candidates
        people = [c for c in candidates if load_schema().is_a(self.table.items[c.root].type, "Person")]
        if not any(self.table.items[c.root].gender == "Masc" for c in people):
            return candidates
        return [c for c in candidates if c not in people or self.table.items[c.root].gender != "Fem"]

    def _may_be(self, item: Reference, j: int, *, speaks: bool) -> bool:
        """Whether agreement, syntax and class let a pronoun stand for a mention before it."""
        tree, other, root = self.tree, self.table.items[j], self.table.items[self.table.root(j)]
        if root.kind is MentionKind.PRONOUN or not may_stand_for(tree, self.pack, item, other, root):
            return False
        if _is_followed_by_person(tree, self.pack, self.table, item) and load_schema().fits(root.type, NOBODY):
            return False
        if _is_of_several(tree, item, other) or _cannot_have(tree, self.pack, item, root):
            return False
        return not speaks or (may_speak(tree.words[item.i], root) and not tree.cuts_quotation(other.i, item.i))


def _coordinated_owner(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """ "Marc Petit et son fils": whose son he is stands right before, unless it is told whose kin Marc is."""
    item = table.items[index]
    noun = tree.words[item.i].head
    if item.determiner != "possessor" or item.number != "Sing" or noun == ROOT or tree.words[noun].rel != "conj":
        return None
    owner = table.at.get(tree.words[noun].head)
    if (
        owner is None
        or tree.words[noun].head > item.i
        or not load_schema().is_a(table.items[table.root(owner)].type, "Person")
    ):
        return None
    if _is_officer_of_body(tree, pack, item) or is_of_other_surname(tree, pack, table, item, owner):
        return None  # "le directeur du groupe et son président"
    owned = any(x.determiner == "possessor" and x.sent == item.sent and x.i < table.items[owner].i for x in table.items)
    return None if owned else owner


def _dead_before(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """ "la mort de Marc Petit lors de son arrestation", "Marc Petit, mort après sa chute": what befell who is dead."""
    item, words = table.items[index], pack.words
    noun = tree.words[item.i].head
    if item.determiner != "possessor" or noun == ROOT or tree.words[noun].lemma not in words["befalling_the_dead"]:
        return None
    near = [w for w in tree.words[max(item.i - NEAR, 0) : item.i] if w.sent == item.sent]
    told = (w for w in reversed(near) if w.lemma in words["dying"])
    said = next((w for w in told if tree.child(w.i, "det", "case", "aux", "cop", *SUBJECTS) is None), None)
    owner = None if said is None else _ending_at(table, said.i - (tree.words[said.i - 1].text == ","), said.head)
    for word in reversed(near) if owner is None else ():
        if word.pos in ("VERB", "AUX", "PUNCT"):
            break
        j, whole = table.at.get(word.i), tree.words[word.head] if word.head != ROOT else word
        if j is not None and word.rel == "nmod" and word.case in words["of"] and whole.lemma in words["deaths"]:
            owner = j
            break
    person = owner is not None and load_schema().is_a(table.items[table.root(owner)].type, "Person")
    return owner if person else None


def _ending_at(table: References, end: int, head: int) -> int | None:
    """The person whose name ends right before a word, however the parser hung it, else what it hangs on."""
    before = (j for j, x in enumerate(table.items) if x.core[1] == end and x.kind is MentionKind.NAME)
    return next((j for j in before if table.items[table.root(j)].type == "Person"), table.at.get(head))


def _told_of(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """ "Marc Petit a, selon son avocat, nié": whom the source between subject and verb belongs to acts there."""
    item = table.items[index]
    source = tree.words[tree.words[item.i].head] if tree.words[item.i].head != ROOT else None
    if item.determiner != "possessor" or source is None or source.case not in pack.words["according_to"]:
        return None
    comma = min((c.i for c in tree.children(source.i, "case")), default=0) - 1
    if comma < 1 or tree.words[comma].text != ",":
        return None
    before = tree.words[comma - 1]
    tops = [w for w in (before, *tree.ancestors(before.i)) if w.i < comma]
    above = [w for w in tops if w.rel in SUBJECTS or (w.head == ROOT and w.pos in ("PROPN", "NOUN"))]
    for subject in above or [c for w in (before.i, before.head) if w != ROOT for c in tree.children(w, *SUBJECTS)]:
        j = table.at.get(subject.i) if subject.i < comma else None
        if j is None or not load_schema().fits(table.items[table.root(j)].type, ("Person", "Organization")):
            continue
        if may_stand_for(tree, pack, item, table.items[j], table.items[table.root(j)]):
            return j
    return None


def _asker(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """ "X a demandé à Y de lui fournir Z": who asks for something to be done asks for it to be done for himself."""
    item = table.items[index]
    word = tree.words[item.i]
    deed = tree.words[word.head] if word.head != ROOT and word.rel in ("obj", "iobj", "obl") else None
    verb = tree.words[deed.head] if deed is not None and deed.rel == "xcomp" and deed.head != ROOT else None
    if verb is None or item.determiner != "third" or verb.lemma not in pack.reporting:
        return None
    asked = any(c.case in pack.words["to"] and c.i < word.i for c in tree.children(verb.i, "obl", "iobj"))
    if not asked or verb.lemma not in pack.lists.get("recipient_control", ()):
        return None
    askers = (table.at.get(c.i) for c in tree.children(verb.i, *SUBJECTS) if c.i < verb.i)
    possible = (j for j in askers if j is not None)
    return next(
        (j for j in possible if may_stand_for(tree, pack, item, table.items[j], table.items[table.root(j)])), None
    )


def _repeated(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """ "Alors qu'il était candidat, il a dit …": a subject called by the same pronoun again is the same."""
    item = table.items[index]
    if item.determiner != "third" or tree.words[item.i].rel not in SUBJECTS:
        return None
    for j in range(index - 1, -1, -1):
        other = table.items[j]
        if other.sent != item.sent:
            return None
        if other.kind is MentionKind.PRONOUN and other.head == item.head and tree.words[other.i].rel in SUBJECTS:
            root = table.items[table.root(j)]
            apart = root.kind is MentionKind.PRONOUN or tree.cuts_quotation(other.i, item.i)
            return None if apart or not may_stand_for(tree, pack, item, other, root) else j
    return None


def _announcer(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """ "Le groupe assure qu'il ne vendra rien": who tells what "he" is going to do tells it of himself.

    Not who speaks of others by trade: a medium, a lawyer, a spokeswoman.
    """
    word = tree.words[table.items[index].i]
    deed = tree.words[word.head] if word.head != ROOT and word.rel == "subj" else None
    verb = tree.words[deed.head] if deed is not None and deed.rel == "ccomp" and deed.head != ROOT else None
    if deed is None or verb is None or verb.lemma not in pack.reporting or not _is_to_come(tree, pack, deed):
        return None
    for subject in tree.children(verb.i, "subj"):
        j = table.at.get(subject.i)
        if j is None or subject.i > word.i or table.items[j].kind is MentionKind.PRONOUN:
            continue
        teller, root = table.items[j], table.items[table.root(j)]
        agent = load_schema().fits(root.type, ("Agent", "Country")) and not load_schema().is_a(root.type, "MediaOutlet")
        others = teller.head in pack.words["speaking_of_others"] or teller.determiner == "possessive"
        if agent and not others and may_stand_for(tree, pack, table.items[index], teller, root):
            return j
    return None


def _is_to_come(tree: Tree, pack: LanguagePack, deed: Word) -> bool:
    """ "vendra", "vendrait", "va vendre", "would sell": what has not been done yet."""
    carriers = (deed, *tree.children(deed.i, "aux"))
    told = any("Tense=Fut" in c.morph or "Mood=Cnd" in c.morph for c in carriers)
    return told or any(c.lemma in pack.words["about_to"] for c in carriers)


def _named_ahead(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """ "After its takeover of X, Y closed a plant": the name that acts behind the comma of an opening complement."""
    item = table.items[index]
    first = tree.sents[item.sent][0]
    if item.determiner != "possessor" or item.i - first > OPENING:
        return None
    for verb in tree.ancestors(item.i):
        predicate = verb.pos in ("VERB", "AUX") or tree.child(verb.i, "cop") is not None
        for subject in tree.children(verb.i, *SUBJECTS) if predicate else ():
            j = table.at.get(subject.i)
            if j is None or subject.i <= item.i or table.items[j].kind is not MentionKind.NAME:
                continue
            comma = any(w.text == "," for w in tree.words[item.i : table.items[j].core[0]])
            if comma and may_stand_for(tree, pack, item, table.items[j], table.items[table.root(j)]):
                return j
    return None


def _is_of_several(tree: Tree, item: Reference, other: Reference) -> bool:
    """ "les Stranglers": no singular pronoun stands for a name with a determiner in the plural."""
    before = tree.words[other.core[0] - 1] if other.core[0] else None
    several = before is not None and before.rel == "det" and "Number=Plur" in before.morph
    return several and other.kind is MentionKind.NAME and item.number == "Sing" and item.determiner == "third"


def _is_officer_of_body(tree: Tree, pack: LanguagePack, item: Reference) -> bool:
    """ "son président", "son conseil d'administration": what a body has; "son directeur de cabinet" is a person's."""
    if item.determiner != "possessor" or tree.words[item.i].head == ROOT:
        return False
    noun, words = tree.words[tree.words[item.i].head], pack.words
    below = {c.lemma for c in tree.children(noun.i, "nmod")}
    if noun.lemma in words["firm_boards"]:
        return not below.isdisjoint(words["board_kinds"])
    return noun.lemma in words["officers_of_bodies"] and below.isdisjoint(words["personal_staff"])


def _is_followed_by_person(tree: Tree, pack: LanguagePack, table: References, item: Reference) -> bool:
    """ "son successeur, Marc Petit": who comes behind somebody is told of, so it is no firm whose successor he is."""
    noun = tree.words[item.i].head
    if item.determiner != "possessor" or noun == ROOT or tree.words[noun].lemma not in pack.words["successors"]:
        return False
    named = (x for x in table.items if noun < x.core[0] <= noun + 2 and x.kind is MentionKind.NAME)
    return any(x.type == "Person" for x in named)


def _cannot_have(tree: Tree, pack: LanguagePack, item: Reference, owner: Reference) -> bool:
    """ "its rival", "its shares", "its profit": a regulator or a law has none; nobody has a chairman."""
    noun = tree.words[item.i].head
    if _is_officer_of_body(tree, pack, item) and load_schema().is_a(owner.type, "Person"):
        return True
    if item.determiner != "possessor" or item.gender in ("Masc", "Fem") or noun == ROOT:
        return False
    beside = [w.lemma for w in tree.words[item.i : noun] if w.head == noun]  # "its rival Aton"
    of_firms = not pack.words["what_firms_have"].isdisjoint([tree.words[noun].lemma, *beside])
    return of_firms and any(load_schema().is_a(owner.type, kind) for kind in NO_FIRMS)
