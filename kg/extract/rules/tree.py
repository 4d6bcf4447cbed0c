"""A parsed article in terms that no parser's labels show through: words, relations, adpositions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, LOWER, MORPH, POS, SENT_START, TAG

from kg.extract.rules.appositions import mend_appositions
from kg.extract.rules.mending import mend_clauses
from kg.lang import LanguagePack
from kg.model import Span

ROOT = -1
FINAL = frozenset('.!?…":;')


@dataclass(slots=True)
class Word:
    """One token. `rel` is a relation of language.toml; `case` the adposition that joins it to its head."""

    i: int
    text: str
    lower: str
    lemma: str
    pos: str
    rel: str
    head: int
    morph: str
    start: int
    end: int
    sent: int
    ent: str = ""
    case: str = ""
    tag: str = ""
    opens_line: bool = False
    children: list[int] = field(default_factory=list)

    @property
    def is_title(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()


@dataclass(slots=True)
class Tree:
    """The words of an article, with heads and children by index, and its sentences by first and last word."""

    words: list[Word]
    sents: list[tuple[int, int]]  # word ranges, end exclusive
    entities: list[tuple[int, int, str]]  # word ranges and labels of the model's names
    _lower: tuple[str, list[int]] | None = None

    def children(self, i: int, *relations: str) -> Iterator[Word]:
        """Yield the dependents of a word in text order, all or by relation."""
        for c in self.words[i].children:
            word = self.words[c]
            if not relations or word.rel in relations:
                yield word

    def child(self, i: int, *relations: str) -> Word | None:
        """Return the first dependent with one of the relations, or of all where none is given."""
        words = self.words
        for c in words[i].children:  # a loop of its own: it is asked more often than anything else
            if not relations or words[c].rel in relations:
                return words[c]
        return None

    def subtree(self, i: int, skip: Iterable[str] = ()) -> list[int]:
        """List the word and all below it in text order; dependents with a relation in `skip` are left out."""
        left_out, words = frozenset(skip), self.words
        found = [i]
        for j in found:  # it grows while it is read
            children = words[j].children
            if children:
                found += [c for c in children if words[c].rel not in left_out] if left_out else children
        return sorted(found)

    def conjuncts(self, i: int) -> list[int]:
        """List the word and those coordinated below it."""
        found, todo = [], [i]
        while todo:
            j = todo.pop(0)
            found.append(j)
            todo += [c.i for c in self.children(j, "conj")]
        return found

    def first_conjunct(self, i: int) -> int:
        """Go up a coordination to its first member."""
        while self.words[i].rel == "conj" and self.words[i].head != ROOT:
            i = self.words[i].head
        return i

    @property
    def lower_text(self) -> tuple[str, list[int]]:
        """The words as they stand, in lower case, and where each begins in this text."""
        if self._lower is None:
            self._lower = _in_lower_case(self.words)
        return self._lower

    def ancestors(self, i: int) -> Iterator[Word]:
        """Yield the heads above a word, nearest first."""
        seen = 0
        while self.words[i].head != ROOT and seen < 60:
            i = self.words[i].head
            seen += 1
            yield self.words[i]


def _in_lower_case(words: list[Word]) -> tuple[str, list[int]]:
    parts: list[str] = []
    starts: list[int] = []
    length, end = 0, 0
    for word in words:
        if word.start > end and parts:
            parts.append(" ")
            length += 1
        starts.append(length)
        parts.append(word.lower)
        length += len(word.lower)
        end = word.end
    return "".join(parts), starts


READ = (LOWER, LEMMA, POS, TAG, DEP, HEAD, MORPH, ENT_TYPE, SENT_START)


def _read_words(doc: Any, pack: LanguagePack) -> tuple[list[Word], list[tuple[int, int]], dict[int, int]]:
    """Read a parse in one sweep: the words, the sentences, and where each token went; white space is dropped.

    One array of numbers and a cache of strings: token by token, spaCy's attributes cost as much as all the rules.
    """
    rows = doc.to_array(READ).tolist()
    name = _Strings(doc.vocab.strings)
    labels, heads = pack.labels, []
    words: list[Word] = []
    sents: list[tuple[int, int]] = []
    index: dict[int, int] = {}
    first, broken = 0, False
    for token, (lower, lemma, pos, tag, dep, head, morph, ent, opens) in zip(doc, rows, strict=True):
        i = token.i
        if (opens == 1 or i == 0) and len(words) > first:
            sents.append((first, len(words)))
            first = len(words)
        text = token.text
        if text.isspace():
            broken = broken or "\n" in text or "\r" in text
            continue
        index[i] = len(words)
        heads.append(i + (head - (1 << 64) if head >> 63 else head))
        low, kind, label, start = name[lower], name[pos], name[dep], token.idx
        words.append(
            Word(
                i=len(words), text=text, lower=low, pos=kind, lemma=_lemma(name[lemma], low, kind, pack),
                rel=labels.get(label, label), head=ROOT, morph=name[morph], start=start, end=start + len(text),
                sent=len(sents), ent=name[ent], tag=name[tag], opens_line=broken,
            )
        )  # fmt: skip
        broken = False
    if len(words) > first:
        sents.append((first, len(words)))
    for (token_index, here), head in zip(index.items(), heads, strict=True):
        words[here].head = ROOT if head == token_index else index.get(head, ROOT)
    return words, sents, index


class _Strings(dict[int, str]):
    """The strings of a vocabulary by their hash, each looked up once."""

    def __init__(self, strings: Any) -> None:
        super().__init__({0: ""})
        self._strings = strings

    def __missing__(self, key: int) -> str:
        self[key] = found = str(self._strings[key])
        return found


def make_tree(doc: Any, pack: LanguagePack) -> Tree:
    """Turn a spaCy parse into a tree of words."""
    words, sents, index = _read_words(doc, pack)
    forms = pack.adpositions
    tree = Tree(words=words, sents=sents, entities=[])
    _fill_children(tree)
    _mend_verbs(tree, pack)
    _mend_persons(tree, pack)
    _mend_complements(tree, pack)
    _mend_participles(tree, pack)
    _rejoin_sentences(tree)
    if pack.adposition == "head":
        _lift_objects_of_adpositions(tree, forms)
    else:
        _read_adpositions_below(tree, forms)
    _join_particles(tree)
    _mend_infinitives(tree)
    _fill_children(tree)
    for ent in doc.ents:
        inside = [index[i] for i in range(ent.start, ent.end) if i in index]
        if inside:
            tree.entities.append((inside[0], inside[-1] + 1, ent.label_))
    _mend_names(tree, pack)
    _mend_reported_clauses(tree, pack)
    mend_clauses(tree, pack, _fill_children)
    if pack.adposition == "child" and mend_appositions(tree):
        _fill_children(tree)
    return tree


def _lemma(lemma: str, lower: str, pos: str, pack: LanguagePack) -> str:
    """Return the comparable lemma; "ex-patron" is a "patron" (that he was is read off the form)."""
    plain = (lemma or lower).casefold().replace("’", "'").removeprefix("ex-") or lower
    return _infinitive(plain, lower, pack.verb_lemmas) if pos == "VERB" and pack.verb_lemmas else plain


def _infinitive(lemma: str, lower: str, mending: Mapping[str, Any]) -> str:
    """Mend the lemma of a verb that the parser left in a finite form."""
    if lower in mending["forms"]:
        return str(mending["forms"][lower])
    if lemma.endswith(tuple(mending["infinitives"])):
        return lemma
    for ending, infinitive in mending["endings"].items():
        if lemma.endswith(ending) and len(lemma) > len(ending) + 1:
            return lemma.removesuffix(ending) + str(infinitive)
    return lemma


def _fill_children(tree: Tree) -> None:
    for word in tree.words:
        word.children = []
    for word in tree.words:
        if word.head != ROOT:
            tree.words[word.head].children.append(word.i)


def _mend_verbs(tree: Tree, pack: LanguagePack) -> None:
    """A "noun" with a subject and no determiner or copula is a verb ("le parquet le soupçonne")."""
    for word in tree.words if pack.verb_lemmas else ():
        if word.pos == "ADV" and word.lower in pack.verb_lemmas["forms"]:
            word.pos, word.lemma, word.morph = "VERB", str(pack.verb_lemmas["forms"][word.lower]), "VerbForm=Fin"
            continue  # no adverb has the form of a verb of the list; mending.py hangs it where it belongs
        if (
            word.pos == "ADJ"
            and word.lower in pack.verb_lemmas["forms"]
            and tree.child(word.i, "subj", "xcomp", "refl")
        ):
            word.pos, word.lemma, word.morph = "VERB", str(pack.verb_lemmas["forms"][word.lower]), "VerbForm=Fin"
        if word.pos != "NOUN" or word.case or word.is_title:
            continue
        if _closes_speech(tree, word, pack):
            word.pos, word.lemma, word.morph = "VERB", str(pack.verb_lemmas["forms"][word.lower]), "VerbForm=Fin"
            continue
        rels = {c.rel for c in tree.children(word.i)}
        if rels & {"subj", "subj:pass"} and not rels & {"det", "cop", "case", "nummod"}:
            lemma = _infinitive(word.lower, word.lower, pack.verb_lemmas)
            if lemma.endswith(tuple(pack.verb_lemmas["infinitives"])):
                word.pos, word.lemma, word.morph = "VERB", lemma, "VerbForm=Fin"


def _closes_speech(tree: Tree, word: Word, pack: LanguagePack) -> bool:
    """ ", juge Jean Petit": between a comma and a name, a form of a verb of speech is one."""
    if word.lower not in pack.verb_lemmas["forms"] or word.i < 2 or word.i + 1 >= len(tree.words):
        return False
    after = tree.words[word.i + 1]
    set_off = tree.words[word.i - 1].text in (",", '"') and (after.is_title or after.lower in pack.words["that"])
    return set_off and pack.verb_lemmas["forms"][word.lower] in pack.reporting


def _mend_complements(tree: Tree, pack: LanguagePack) -> None:
    """ "soupçonne X d'avoir tué Y": the infinitive completes the verb, not the name."""
    moved = False
    for word in tree.words if pack.adposition == "child" else ():
        if word.rel != "acl" or word.head == ROOT or tree.child(word.i, "mark") is None:
            continue
        noun = tree.words[word.head]
        infinitive = "VerbForm=Inf" in word.morph or any(
            "VerbForm=Inf" in c.morph for c in tree.children(word.i, "aux")
        )
        if noun.rel != "obj" or noun.head == ROOT or not infinitive or noun.pos != "PROPN":
            continue
        verb = tree.words[noun.head]
        if verb.lemma in pack.governors or verb.lemma in pack.reporting:
            word.head, word.rel, moved = verb.i, "xcomp", True
    if moved:
        _fill_children(tree)


def _mend_persons(tree: Tree, pack: LanguagePack) -> None:
    """A trade after a comma that was taken for an adjective is an apposition ("Alan Turing, mathématicien")."""
    trades = pack.lists["occupations"] | pack.lists["positions"]
    for word in tree.words if pack.adposition == "child" else ():
        argument = word.rel in ("subj", "subj:pass", "obj", "obl", "agent", "nmod") and not word.is_title
        if word.pos == "ADJ" and argument and tree.child(word.i, "det") and not tree.child(word.i, "cop"):
            word.pos = "NOUN"  # "le républicain Mack"
    for word in tree.words[1:]:
        if (
            word.pos == "ADJ"
            and word.rel in ("amod", "acl")
            and word.lemma in trades
            and tree.words[word.i - 1].text == ","
        ):
            word.pos, word.rel = "NOUN", "appos"


def _mend_participles(tree: Tree, pack: LanguagePack) -> None:
    """A participle that was tagged as an adjective but governs something is a verb ("Emprisonné au Japon, …")."""
    endings = tuple(pack.tense.get("infinitive_endings", ()))
    for word in tree.words if endings else ():
        if word.pos == "ADJ" and word.lemma.endswith(endings) and word.lemma != word.lower:
            governs = any(c.rel in ("obl", "agent", "obj", "xcomp") for c in tree.children(word.i))
            if governs and tree.child(word.i, "cop") is None:
                word.pos, word.morph = "VERB", "Tense=Past|VerbForm=Part"
                word.rel = "acl" if word.rel == "amod" else word.rel


AS_NAME = {"acl": "appos", "relcl": "appos", "parataxis": "appos", "advcl": "obj", "xcomp": "obj", "ccomp": "obj"}


def _mend_names(tree: Tree, pack: LanguagePack) -> None:
    """A name that was tagged as a verb ("utilise RadVid-19") is the object or apposition that it looks like."""
    for first, last, _ in tree.entities:
        head = next((w for w in tree.words[first:last] if not first <= w.head < last), tree.words[first])
        auxiliary = head.rel in ("aux", "cop", "expl", "aux:pass") and head.is_title and head.head > head.i
        if auxiliary and tree.child(head.head, "subj", "subj:pass") is None:
            head.pos, head.rel = "PROPN", "subj"
            continue
        if head.pos != "VERB" or not head.is_title or head.i == tree.sents[head.sent][0] or head.head == ROOT:
            continue
        if head.lower in pack.words["negators"] or any(c.rel.startswith("subj") for c in tree.children(head.i)):
            continue
        head.pos = "PROPN"
        head.rel = AS_NAME.get(head.rel, head.rel)
        if head.rel == "obj" and tree.words[head.head].pos in ("NOUN", "PROPN"):
            head.rel = "appos"


def _mend_reported_clauses(tree: Tree, pack: LanguagePack) -> None:
    """ "a déclaré sur CNBC que …": the clause hangs on the verb of speech, not on the noun between."""
    moved = False
    for word in tree.words:
        if word.rel != "ccomp" or word.head == ROOT or tree.child(word.i, "mark") is None:
            continue
        noun = tree.words[word.head]
        if noun.pos not in ("NOUN", "PROPN") or noun.head == ROOT or noun.lemma in pack.reporting_nouns:
            continue
        verb = tree.words[noun.head]
        if verb.pos == "VERB" and verb.lemma in pack.reporting and verb.i < noun.i < word.i:
            word.head, moved = verb.i, True
    if moved:
        _fill_children(tree)


def _rejoin_sentences(tree: Tree) -> None:
    """Undo a cut before ", a indiqué X" or inside a sentence: no cut without a final stop before it."""
    merged: list[tuple[int, int]] = []
    for first, last in tree.sents:
        if merged and _is_cut_badly(tree, merged[-1][1] - 1, first):
            begin = merged[-1][0]
            _hang(tree, (begin, first), (first, last))
            merged[-1] = (begin, last)
        else:
            merged.append((first, last))
    tree.sents = merged
    for number, (first, last) in enumerate(merged):
        for word in tree.words[first:last]:
            word.sent = number


def _is_cut_badly(tree: Tree, before: int, after: int) -> bool:
    left, right = tree.words[before], tree.words[after]
    if right.opens_line or right.start - left.end > 3:
        return False
    if left.text[-1:] in FINAL:
        return False
    return right.text in (",", ";", ".") or right.text[:1].isalnum() or left.text == ","


def _hang(tree: Tree, left: tuple[int, int], right: tuple[int, int]) -> None:
    """Hang the root of one half below that of the other: a fragment below the clause, else the later one."""
    roots = [[w for w in tree.words[a:b] if w.head == ROOT] for a, b in (left, right)]
    if not roots[0] or not roots[1]:
        return
    one, two = roots[0][0], roots[1][0]
    fragment = one.pos not in ("VERB", "AUX") or "VerbForm=Part" in one.morph
    if (
        fragment
        and two.pos in ("VERB", "AUX")
        and not any(c.rel in ("cop", "aux", "aux:pass") for c in tree.children(one.i))
    ):
        one.head, one.rel = two.i, "advcl"
    else:
        two.head, two.rel = one.i, "parataxis"
    _fill_children(tree)


def _read_adpositions_below(tree: Tree, forms: Any) -> None:
    """French (UD): the adposition is a `case` child of its noun; "lors de", "près de" hang oddly and are mended."""
    for word in tree.words:
        parts = []
        for child in tree.children(word.i, "case"):
            parts.append(forms.get(child.lower, child.lower))
            parts += [forms.get(c.lower, c.lower) for c in tree.children(child.i, "fixed")]
        word.case = " ".join(parts)
    for word in tree.words:
        head = tree.words[word.head] if word.head != ROOT else None
        if head is None or word.rel not in ("obl", "nmod"):
            continue
        if head.pos in ("ADV", "ADP") and head.rel in ("advmod", "case", "obl", "mark", "nmod") and head.head != ROOT:
            form = forms.get(head.lower, head.lower).removesuffix(" de")
            word.case = f"{form} {word.case}".strip()
            word.head, word.rel = head.head, "obl"
        elif head.pos == "NOUN" and word.case in ("de", "à"):
            whole = f"{head.case} {head.lower} {word.case}".strip()
            if whole in forms:
                word.case = forms[whole]
                word.head = head.head if head.head != ROOT else word.head
                if word.head != head.i:
                    word.rel = head.rel if head.rel in ("obl", "nmod") else "obl"


def _lift_objects_of_adpositions(tree: Tree, forms: Any) -> None:
    """English (ClearNLP): the adposition stands between the noun and its head; the noun is hung where it belongs."""
    for word in tree.words:
        if word.rel not in ("pobj", "pcomp") or word.pos == "ADP" or word.head == ROOT:
            continue
        chain = _adposition_chain(tree, tree.words[word.head])
        parts = [forms.get(w.lower, w.lower) for w in reversed(chain)]
        adposition, relation = chain[-1], chain[-1].rel
        such = [c for c in tree.children(adposition.i, "amod") if c.lower == "such"]
        word.case = " ".join(["such", *parts] if such else parts)
        target = adposition.head
        if target == ROOT:
            continue
        verbal = tree.words[target].pos in ("VERB", "AUX", "ADJ", "ADV")
        if word.rel == "pcomp":
            word.rel = "xcomp"
        elif relation == "adp:agent":
            word.rel = "agent"
        elif relation == "iobj":
            word.rel = "iobj"
        else:
            word.rel = "obl" if verbal else "nmod"
        whole = f"{tree.words[target].case} {tree.words[target].lower} {word.case}".strip()
        if whole in forms and tree.words[target].head != ROOT:
            word.case, target = forms[whole], tree.words[target].head
        word.head = target


def _adposition_chain(tree: Tree, word: Word) -> list[Word]:
    """List an adposition and those above it that it belongs to: "of" and "out", of "out of"."""
    chain = [word]
    while chain[-1].head != ROOT:
        above = tree.words[chain[-1].head]
        if above.pos not in ("ADP", "SCONJ", "VERB") or above.rel not in ("adp", "pcomp"):
            break
        if above.lower not in _CHAINED:
            break
        chain.append(above)
    return chain


_CHAINED = frozenset({"according", "because", "out", "due", "such", "from", "up", "ahead", "instead", "away", "along"})


def _mend_infinitives(tree: Tree) -> None:
    """ "a deal to buy Y", "plans for X to buy Y" are no relative clauses."""
    for word in tree.words:
        infinitive = any(c.tag == "TO" for c in tree.children(word.i, "aux"))
        own = tree.child(word.i, "mark") is not None or tree.child(word.i, "subj", "subj:pass") is None
        if word.rel == "relcl" and infinitive and own:
            word.rel = "acl"


def _join_particles(tree: Tree) -> None:
    """ "take over" becomes one lemma."""
    for word in tree.words:
        particle = tree.child(word.i, "prt")
        if particle is not None:
            word.lemma = f"{word.lemma} {particle.lower}"


def word_span(tree: Tree, start: int, end: int) -> Span:
    """Return the characters (of the shadow) from word `start` to word `end`, end exclusive."""
    return Span(tree.words[start].start, tree.words[end - 1].end)
