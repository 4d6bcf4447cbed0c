"""One predicate with its arguments by role, and what the readers of verbs and of nouns both ask."""

from dataclasses import dataclass, field
from itertools import takewhile

from kg.extract.rules.parsing.syntax import Syntax
from kg.extract.rules.parsing.tree import Tree, Word

LONGEST_DAY = 6  # words of a day that commas set off: "le lundi 3 mai 2014"
NEAR = 14  # words behind a death in which its day may be told


@dataclass(slots=True)
class Frame:
    """One predicate. `args` maps a role to head words, the likelier first; `verb` carries tense and negation."""

    i: int
    kind: str  # verb | noun | role | adjective
    lemma: str
    verb: int
    reflexive: bool = False
    passive: bool = False
    undergone: bool = False  # "s'est vu infliger une amende par X": by X, to the subject
    args: dict[str, list[int]] = field(default_factory=dict)
    near: set[str] | None = None  # the words below it, once they are asked for

    def put(self, role: str, *words: int) -> None:
        """Append words to a role, each once."""
        slot = self.args.setdefault(role, [])
        slot += [w for w in words if w not in slot and w != self.i]


def is_bare(tree: Tree, word: Word) -> bool:
    """Whether a word is a common noun without determiner."""
    return word.pos == "NOUN" and not word.is_title and tree.child(word.i, "det", "poss") is None


def times(syntax: Syntax, i: int) -> list[int]:
    """Return the dependents of a word that say when."""
    tree, pack = syntax.tree, syntax.pack
    found = []
    for child in tree.children(i, "obl", "nmod", "npadvmod", "advmod", "obj", "amod"):
        day = child.text[:1].isdigit() and any(c.lemma in pack.lists["temporal"] for c in tree.children(child.i))
        if (
            child.is_year
            or day
            or child.lemma in pack.lists["temporal"]
            or child.lower in pack.patterns["dates"]["relative_days"]
        ):
            found.append(child.i)
    return found


def dated_words(syntax: Syntax, frame: Frame) -> list[int]:
    """ "mort lundi", "mort le 5 mars 2014": times without adposition, and the day right behind a word."""
    tree, months = syntax.tree, syntax.pack.patterns["dates"]["months"]
    found = [i for i in frame.args.get("time", ()) if not tree.words[i].case]
    i = frame.i + 2 if frame.i + 1 < len(tree.words) and tree.words[frame.i + 1].rel == "det" else frame.i + 1
    if i + 1 < len(tree.words) and tree.words[i].text[:1].isdigit():
        found += [i] if tree.words[i + 1].lower in months and not tree.words[i].case else []
    return list(dict.fromkeys(found)) or _day_behind(syntax, frame.i)


def _day_behind(syntax: Syntax, i: int) -> list[int]:
    """ "décédée à l'âge de 80 ans lundi 3 mai", "mort d'un cancer en 2009": the day told last, whatever it hangs on."""
    words, dates = syntax.tree.words, syntax.pack.patterns["dates"]
    for word in words[i + 1 : i + 1 + NEAR]:
        if word.sent != words[i].sent:
            return []
        if _leads_to_day(syntax, word):
            continue
        if word.pos in ("VERB", "AUX", "CCONJ", "PUNCT"):
            return []
        day = word.text.isdigit() and words[min(word.i + 1, len(words) - 1)].lower in dates["months"]
        if day or word.lower in dates["weekdays"]:
            before = next(w for w in reversed(words[: word.i]) if w.pos != "DET")
            return [word.i] if before.pos != "ADP" else []
        if word.is_year or word.lower in dates["months"]:
            return [word.i] if words[word.i - 1].lower in syntax.pack.words["in_dates"] else []
    return []


def _leads_to_day(syntax: Syntax, word: Word) -> bool:
    """ "la mort de X, survenue le 3 mai 2014,", "le décès de X, le 3 mai 2014, a ému": a day between two commas."""
    words, pack = syntax.tree.words, syntax.pack
    if word.lemma in pack.words["coming_about"]:
        return True
    if word.text != ",":
        return False
    behind = words[word.i + 1 : word.i + 1 + LONGEST_DAY]
    if behind and behind[0].lemma in pack.words["coming_about"]:
        return True
    day = list(takewhile(lambda w: w.pos != "PUNCT", behind))
    dates, known = pack.patterns["dates"], pack.words["definite"] | pack.words["in_dates"]
    told = all(
        w.text.isdigit() or w.lower in dates["months"] or w.lower in dates["weekdays"] or w.lower in known for w in day
    )
    return told and len(day) < len(behind) and any(w.is_year for w in day)
