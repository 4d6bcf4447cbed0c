"""Finds proper names: what the tables know, what the model marked, and capitalised runs that both missed."""

from collections.abc import Iterator

from kg.extract.rules.mentions.common_capitals import names_nothing
from kg.extract.rules.mentions.given_names import is_full_name, is_given_name, opens_surname, with_particle
from kg.extract.rules.mentions.glued import (
    bears_particle,
    end_going_on,
    find_glued,
    is_kind_in_letters,
    is_model_number,
    is_of_people,
    is_tied,
    is_time,
    leads_on,
    opens_amount,
    persons_behind_places,
    tied_names,
)
from kg.extract.rules.mentions.joined_names import joined_names
from kg.extract.rules.mentions.line_openers import only_opens
from kg.extract.rules.mentions.models import made_models
from kg.extract.rules.mentions.name_ends import (
    ends_firm,
    ends_medium,
    ends_member,
    ends_party,
    ends_show,
    ends_thing,
    joins_persons,
)
from kg.extract.rules.mentions.names import Names, Span
from kg.extract.rules.mentions.opening_words import (
    is_called_after,
    is_called_only,
    is_spelt_as_name,
    opens_aside,
    opens_clause,
    opens_task,
    opens_with_article,
    opens_with_number,
)
from kg.extract.rules.mentions.roles_in_names import (
    behind_office_of,
    is_charge,
    is_court_of,
    is_portfolio,
    opens_as_role,
    without_roles,
)
from kg.extract.rules.parsing.titled_works import UNTOLD, titled_works
from kg.extract.rules.parsing.tree import Tree, Word
from kg.lang.schema import load_schema

LONGEST = 7  # words in a name of the tables
OPENERS = frozenset({"VERB", "AUX", "ADV", "ADP", "PRON", "DET", "SCONJ", "CCONJ", "ADJ", "INTJ"})
MONEY = frozenset("€£$¥")
FIGURES = frozenset({"DATE", "TIME", "ORDINAL", "CARDINAL", "PERCENT", "MONEY", "QUANTITY"})  # what else models mark
ENDS = frozenset({'"', "(", ")", ":", ";", ",", "!", "?"})
MODEL_LABELS = {
    "PER": "Person", "PERSON": "Person", "LOC": "Place", "GPE": "Place", "FAC": "Place", "ORG": "Organization",
    "PRODUCT": "Product", "WORK_OF_ART": "Product", "EVENT": "Event", "LAW": "LegalAct", "MISC": "Entity",
    "NORP": "Group",
}  # fmt: skip


class NameFinder:
    """Finds the names of one language in a text."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.pack = names.pack

    def find(self, tree: Tree) -> Iterator[Span]:
        """Yield (first word, end word, class) of names that do not overlap; the longest wins."""
        candidates = [*self._from_tables(tree), *self._from_model(tree), *self._capitalised(tree)]
        candidates += joined_names(tree, self.pack)
        candidates += ((*title, int(title[2] == UNTOLD)) for title in titled_works(tree, self.pack))
        candidates += ((first, last, "Product", 0) for first, last in made_models(tree, self.names))
        candidates = [(*with_particle(tree, c[:3], self.names), c[3]) for c in candidates]
        candidates += self._opening(tree, {tree.words[f].text for f, last, _, _ in candidates if last - f == 1})
        candidates = [c for c in candidates if not (c[3] and self._only_opens(tree, *c[:2]))]
        candidates.sort(key=lambda c: (c[3] == 2, c[0] - c[1], c[3], c[0]))
        taken: set[int] = set()
        for first, last, kind, _ in candidates:
            if not taken.intersection(range(first, last)):
                taken.update(range(first, last))
                if not names_nothing(tree, first, last, self.names):
                    yield first, last, kind

    def _only_opens(self, tree: Tree, first: int, last: int) -> bool:
        """Whether a capital that no table knows is that of the line alone."""
        return (
            only_opens(tree, first, last, self.names)
            and self.names.entry(self.names.surface(tree, first, last)) is None
        )

    def _from_tables(self, tree: Tree) -> Iterator[tuple[int, int, str, int]]:
        words = tree.words
        for word in words:
            small = word.text in self.names.gazetteer.small_starts and (not word.i or words[word.i - 1].pos != "NUM")
            if not (word.is_title or small or opens_with_number(tree, word)):
                continue
            end = tree.sents[word.sent][1]
            for last in range(min(word.i + LONGEST, end), word.i, -1):
                ending = last - word.i > 1 and words[last - 1].text in self.names.gazetteer.small_endings
                if not (small or words[last - 1].is_title or words[last - 1].text[-1:].isdigit() or ending):
                    continue
                if last - word.i == 1 and not small and word.pos not in ("PROPN", "NOUN", "ADJ", "X") and not word.ent:
                    continue
                surface = self.names.surface(tree, word.i, last)
                entry = self.names.entry(surface) or self.names.with_article(tree, word, surface)
                if entry is not None and last - word.i == 1 and is_given_name(tree, word, entry.type, self.names):
                    break
                if entry is not None and not self._is_common_word(tree, word, last):
                    first = word.i + opens_with_article(tree, word.i, last, self.names)
                    product = load_schema().is_a(entry.type, "Product")
                    yield first, last + (product and is_model_number(tree, first, last)), entry.type, 0
                    break

    def _is_common_word(self, tree: Tree, word: Word, last: int) -> bool:
        """A single capitalised word at the head of a sentence is a name only if the model says so."""
        if last - word.i > 1 or word.ent or word.pos == "PROPN":
            return False
        return opens_clause(tree, word) and not is_spelt_as_name(word)

    def _from_model(self, tree: Tree) -> Iterator[tuple[int, int, str, int]]:
        for first, last, label in tree.entities:
            if label in MODEL_LABELS:
                yield from self._trimmed(tree, first, last, MODEL_LABELS[label])

    def _trimmed(self, tree: Tree, first: int, last: int, kind: str) -> Iterator[tuple[int, int, str, int]]:
        words = tree.words
        last = self._end_of_first(tree, (first, last), kind)
        first, kind = behind_office_of(tree, (first, last), kind, self.pack)
        start = first = self._start_before(tree, first, last, kind)
        while first < last and not is_called_after(tree, first, last, self.pack) and self._is_no_start(tree, first):
            first += 1
        if first < last and words[first].pos == "NOUN" and any(w.pos == "NOUN" for w in words[start:first]):
            yield from persons_behind_places(tree, (start, last), self.names)
            return  # "ministre de l'Agriculture": what is left is no name by itself
        holy = first < last and words[last - 1].rel == "case" and words[first].lower in self.pack.words["saints"]
        while first < last and not (self._may_end(words[last - 1], kind) or holy) and words[last - 2].text != "-":
            last -= 1  # but not off "Lee Sang-soo", "St Mary's"
        party = find_glued(tree, (first, last), self.names)
        if party is not None:  # "la présidente du RN Marine Le Pen"
            if party[1]:
                yield first, party[0], party[1], 1
            first, kind = party[0], "Person"
            first += words[first].lower in self.pack.lists["titles"]  # "Me"
        last = end_going_on(tree, (first, last), kind, self.names)
        if kind == "Person" and first < last and bears_particle(tree, first, last, self.names):
            last += 2
        first += 2 * is_court_of(tree, first, last, self.names)
        if tied := (tied_names(tree, (first, last), self.names) if first < last else []):
            yield from ((*part, 1) for part in tied)
        elif first < last and not self._is_no_name(tree, first, last, kind):
            yield first, last, kind, 1

    def _start_before(self, tree: Tree, first: int, last: int, kind: str) -> int:
        """ "the hedge fund Tallow Hill": a capital that the parser ties to an organisation's name is of it."""
        if kind == "Person" and first > 1 and is_tied(tree, first - 1) and tree.words[first - 2].is_title:
            return first - 2  # "Georges-Louis"
        word = tree.words[first - 1] if first else tree.words[first]
        tied = word.rel == "name" and word.head in range(first, last) and word.pos == "PROPN" and word.is_title
        if kind != "Organization" or not tied or word.ent or self.pack.adposition != "head":
            return first
        told = any(word.lower in self.pack.lists[x] for x in ("titles", "positions", "occupations"))
        known = self.names.entry(word.text) is not None or self.names.country_of_adjective(word.text) is not None
        return first if told or known or word.i == tree.sents[word.sent][0] else word.i

    def _end_of_first(self, tree: Tree, span: tuple[int, int], kind: str) -> int:
        """Return where the first name ends in what the model marked as one."""
        words, (first, last), never = tree.words, span, self.pack.words["never_in_names"]
        inner = range(first + 1, last)
        ends = (
            i for i in inner if words[i].text in ENDS or words[i].lower in never or opens_amount(tree, i, self.pack)
            or opens_aside(tree, i)
            or opens_task(tree, i, last, self.pack)
            or leads_on(tree, (first, i, last), self.names) or is_time(words[i], words[i - 1], self.pack)
        )  # fmt: skip
        last = next(ends, last)  # a quote, a clause, "Nokia 90 million shillings", "Quotidien sur TMC", a day
        return next((i for i in inner if i < last and self._ends_name(tree, (first, i, last), kind)), last)

    def _ends_name(self, tree: Tree, span: tuple[int, int, int], kind: str) -> bool:
        """Tell whether a word and what is behind it are no part of a name of this class."""
        if any(ends(tree, span, self.names) for ends in (ends_medium, ends_thing, ends_party)):
            return True
        if kind == "Person":
            return ends_member(tree, span, self.names) or joins_persons(tree, span, self.names)
        firm = kind == "Organization" and ends_firm(tree, span, self.names)
        return firm or (kind == "Entity" and ends_show(tree, span, self.names))

    def _is_no_name(self, tree: Tree, first: int, last: int, kind: str) -> bool:
        """Whether what the model marked is a figure, an adjective, an office or a common word after all."""
        head, size = tree.words[first], last - first
        if not any(c.isalpha() for c in head.text) or not MONEY.isdisjoint(head.text):
            return True
        if size == 1 and is_called_only(head, self.pack):
            return True  # "à Madame le maire"
        if head.lower in self.pack.patterns["dates"]["weekdays"]:
            return not any(w.is_title for w in tree.words[first + 1 : last])  # "Vendredi dernier"
        if size > 1:  # "Interior Minister" is no organisation, nor is "Premier ministre" anybody's name
            if " ".join(w.lower for w in tree.words[first : first + 2]) in self.pack.lists["positions"]:
                return True
            return kind != "Person" and tree.words[last - 1].lower in self.pack.words["offices_in_names"]
        if kind == "Group" and head.pos == "ADJ":
            return True
        if is_of_people(tree, head, self.names) or opens_as_role(tree, head, self.pack):
            return True
        if (
            head.lower in self.pack.words["editors_notes"]
            or self._is_common_acronym(head, first, last)
            or is_portfolio(tree, head, self.names)
        ):
            return True
        if head.lower in self.pack.words["common_wholes"] and tree.child(head.i, "det") is not None:
            return True  # "l'État"
        return kind in ("Entity", "Organization") and self._is_common_word(tree, head, last)

    def _may_end(self, word: Word, kind: str) -> bool:
        if word.is_title or word.text[-1:].isdigit() or word.text.rpartition("-")[2][:1].isupper():
            return True  # "al-Maawali"
        return kind in ("Organization", "Entity", "LegalAct", "Event") and word.pos in ("ADJ", "NOUN", "PROPN")

    def _is_common_acronym(self, word: Word, first: int, last: int) -> bool:
        """ "le PDG", "un SDF": capitals, but a common noun."""
        nouns, text = self.pack.nouns, word.text
        several = word.pos == "NOUN" and len(word.lemma) > 1 and text.startswith(word.lemma.upper())  # "told MPs"
        return last - first == 1 and (text.isupper() or several) and (word.lower in nouns or word.lemma in nouns)

    def _is_no_start(self, tree: Tree, i: int) -> bool:
        word, titles = tree.words[i], self.pack.lists["titles"]
        if not word.is_title and not word.text[:1].isdigit():
            return True
        titles = titles | self.pack.words["greetings"]  # "Bonjour Pia"
        if word.lower in titles and i + 1 < len(tree.words) and tree.words[i + 1].is_title:
            return True
        if is_kind_in_letters(tree, i, self.names) or is_charge(tree, i, self.names):
            return True
        opens = i == tree.sents[word.sent][0]
        if (
            opens
            and self.pack.adposition == "head"
            and word.pos == "NOUN"
            and word.lower in self.pack.lists["occupations"]
        ):
            return i + 1 < len(tree.words) and tree.words[i + 1].lower in self.pack.given_names  # "Farmer Tom Otieno"
        return opens and (self._is_case(word) or (word.pos in OPENERS and self.names.entry(word.text) is None))

    def _is_case(self, word: Word) -> bool:
        """ "Affaire Morel : le maire entendu": the capital is that of the line."""
        return load_schema().is_a(self.pack.nouns.get(word.lower, ""), "JudicialEvent")

    def _capitalised(self, tree: Tree) -> Iterator[tuple[int, int, str, int]]:
        """Runs of capitalised words inside a sentence that the model left out."""
        i, words = 0, tree.words
        while i < len(words):
            word = words[i]
            if not word.is_title:
                i += 1
                continue
            starts_sentence = i == tree.sents[word.sent][0] or words[i - 1].text in ('"', ":", "-", "–", "—", ".")
            dated = word.ent in FIGURES  # "in May"; "Theresa May" goes on from a name
            common = starts_sentence and not self._opens_name(tree, word)
            common = common and (word.pos != "PROPN" or self._is_case(word))
            if dated or common or not self._may_be_name(word):
                i += 1
                continue
            j = i + 1
            while j < len(words) and words[j].sent == word.sent:
                tied = is_tied(tree, j) and words[j + 1].is_title  # "Lumigny-Nesles-Ormeaux"
                if not tied and not self._may_be_name(words[j]) and not opens_surname(tree, j, self.names):
                    break
                j += 1 + tied
            j += is_model_number(tree, i, j)
            for first, last in without_roles(tree, i, j, self.pack):
                word = words[first]
                if last - first == 1 and (is_portfolio(tree, word, self.names) or is_of_people(tree, word, self.names)):
                    continue
                alone = last - first == 1 and word.lower in self.pack.words.get("saints", ())
                if not alone and not self._is_common_acronym(words[first], first, last):
                    yield from self._parted(tree, first, last)
            i = j

    def _parted(self, tree: Tree, first: int, last: int) -> Iterator[tuple[int, int, str, int]]:
        """ "l'Unef Maryam Petit": a run that ends with somebody's full name is two."""
        tied = tied_names(tree, (first, last), self.names)
        if tied:
            yield from ((*part, 2) for part in tied)
            return
        glued = find_glued(tree, (first, last), self.names)
        if glued is None:
            yield first, last, "Person" if is_full_name(tree, (first, last), self.names) else "Entity", 2
            return
        if glued[1]:
            yield first, glued[0], glued[1], 2
        yield glued[0], last, "Person", 2

    def _opens_name(self, tree: Tree, word: Word) -> bool:
        """ "Sundar Pichai a promis": two capitals in a row at the head of a sentence, the first no common noun."""
        following = tree.words[word.i + 1] if word.i + 1 < len(tree.words) else None
        if following is None or following.sent != word.sent or following.start > word.end + 1:
            return False
        if not self._may_be_name(following) or following.text.isupper() or word.text.isupper():
            return False
        return word.pos in ("NOUN", "X") and self._is_in_no_list(word) and self._is_in_no_list(following)

    def _is_in_no_list(self, word: Word) -> bool:
        """Whether no word list of the language knows a word as a common one."""
        lists, forms = self.pack.lists, {word.lower, word.lemma}
        return not any(
            forms & table for table in (lists["titles"], lists["positions"], lists["occupations"], lists["temporal"])
        ) and not any(form in self.pack.nouns for form in forms)

    def _opening(self, tree: Tree, elsewhere: set[str]) -> Iterator[tuple[int, int, str, int]]:
        """One capitalised word at the head of a sentence: a name elsewhere in the article, or a subject all bare."""
        lower = {word.text for word in tree.words}
        for first, last in tree.sents:
            word = next((w for w in tree.words[first:last] if w.text not in ENDS), tree.words[first])
            if not self._may_be_name(word) or word.pos == "PROPN" or word.text.isupper() or word.lower in lower:
                continue
            bare = self._is_bare_subject(tree, word) or is_spelt_as_name(word)
            if word.text in elsewhere or (bare and self._is_in_no_list(word)):
                yield word.i, word.i + 1, "Entity", 2

    def _is_bare_subject(self, tree: Tree, word: Word) -> bool:
        """ "Danone a promis": a singular noun without determiner or complement acts; common nouns need one."""
        if self.pack.adposition != "child" or word.rel not in ("subj", "subj:pass") or "Number=Plur" in word.morph:
            return False
        verb = tree.words[word.head]
        alone = not any(c.rel not in ("appos", "relcl", "acl", "punct") for c in tree.children(word.i))
        return alone and verb.pos == "VERB" and verb.i - word.i < 12

    def _may_be_name(self, word: Word) -> bool:
        if not word.is_title or word.pos not in ("PROPN", "NOUN", "X", "ADJ"):
            return False
        words = self.pack.words
        lone = len(word.text) < 2 and not (word.text in words["platforms"] and word.case in words["posted_on"])
        figure = word.ent in FIGURES and word.lower not in words["months_of_people"]
        if lone or figure or not MONEY.isdisjoint(word.text) or word.lower in words["editors_notes"]:
            return False  # "X" names something only in "said on X"
        placed = self.names.country_of_adjective(word.text) or self.names.place_of_adjective(word.text)
        return placed is None or word.pos != "ADJ"
