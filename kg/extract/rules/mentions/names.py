"""What the names of a language are: their rows in the tables, the sex they tell, countries and governments."""

from functools import lru_cache
from itertools import pairwise

from kg.extract.rules.parsing.tree import HYPHEN, Tree, Word
from kg.lang import LanguagePack
from kg.lang.gazetteer import Gazetteer, Known, load_gazetteer

Span = tuple[int, int, str]  # first word, end word, class
APOSTROPHE = "'"
OFFICE = 5  # words from an office to its charge: "secrétaire américain à la"


class Names:
    """The names of one language."""

    def __init__(self, pack: LanguagePack, gazetteer: Gazetteer | None = None) -> None:
        self.pack = pack
        self.gazetteer = gazetteer or load_gazetteer()
        self.entry = lru_cache(maxsize=20000)(self._entry)
        self._joined = dict(entry.split(" ", 1) for entry in sorted(pack.words["joined_peoples"]))

    def surface(self, tree: Tree, first: int, last: int) -> str:
        """Return the words of a name with single spaces where the text has any space."""
        words = tree.words[first:last]
        out = words[0].text if words else ""
        for before, word in pairwise(words):
            out += f" {word.text}" if word.start > before.end else word.text
        return out

    def _entry(self, surface: str) -> Known | None:
        tables = self.gazetteer
        return (
            tables.country(surface, self.pack.code)
            or tables.government_name(surface)
            or tables.organisation(surface)
            or tables.place(surface)
            or None
        )

    def capital_of(self, surface: str) -> Known | None:
        """Return the country whose government a capital may stand for."""
        return self.gazetteer.capital(surface)

    def country_of_adjective(self, form: str) -> Known | None:
        """Return the country of an adjective of nationality; of "franco-libanais" that of the second."""
        whole = self.gazetteer.country_of_adjective(form, self.pack.code)
        if whole is not None or self.joined_country(form) is None:
            return whole
        return self.gazetteer.country_of_adjective(form.partition(HYPHEN)[2], self.pack.code)

    def joined_country(self, form: str) -> Known | None:
        """Return the first country of "franco-libanais"; None for an adjective of one country."""
        first, hyphen, second = form.casefold().partition(HYPHEN)
        joined = self._joined.get(first) if hyphen else None
        if joined is None or self.gazetteer.country_of_adjective(second, self.pack.code) is None:
            return None
        return self.gazetteer.country_of_adjective(joined, self.pack.code)

    def country_told_by(self, tree: Tree, word: Word) -> Known | None:
        """Return the country of an adjective in a text, be it the second of two words: "South Korean"."""
        both = self.surface(tree, word.i - 1, word.i + 1) if word.i else ""
        return (self.country_of_adjective(both) if both else None) or self.country_of_adjective(word.text)

    def place_of_adjective(self, form: str) -> Known | None:
        """Return the city or region of an adjective."""
        return self.gazetteer.place_of_adjective(form, self.pack.code)

    def town_of_inhabitant(self, tree: Tree, word: Word) -> Known | None:
        """Return the town or region of "un Toulousain", "cette Bretonne"; "le Bordelais" may be the land itself."""
        told = self.pack.words["one_inhabitant"] if word.is_title and word.i else frozenset()
        return self.place_of_adjective(word.lower) if tree.words[word.i - 1].lower in told else None

    def tells_place(self, form: str) -> bool:
        """Whether an adjective, or the second of two that a hyphen ties, is of a country, city or region."""
        return any(self.country_of_adjective(x) or self.place_of_adjective(x) for x in (form, form.rsplit("-", 1)[-1]))

    def gender(self, surface: str) -> str:
        """Return "Masc" or "Fem" where the first name tells, else ""."""
        first = surface.split()[0].split("-")[0].casefold() if surface else ""
        if first in self.pack.lists.get("masculine_names", ()):
            return "Masc"
        return "Fem" if first in self.pack.lists.get("feminine_names", ()) else ""

    def country_gender(self, surface: str) -> str:
        """ "la Corée du Nord", "le Mexique": the first word's ending tells; "Cuba" has no article and no gender."""
        words, first = self.pack.words, surface.split()[0].split("-")[0].lower() if surface else ""
        endings = tuple(sorted(words["feminine_country_endings"]))
        if not endings or first in words["countries_of_no_gender"]:
            return ""
        return "Fem" if first.endswith(endings) and first not in words["masculine_countries"] else "Masc"

    def is_given(self, surface: str) -> bool:
        """Whether the first word is a given name, be it of both sexes ("Dominique")."""
        first = surface.split()[0].split("-")[0].casefold() if surface else ""
        return self.gender(surface) != "" or first in self.pack.words["either_given_names"]

    def of_country(self, tree: Tree, word: Word) -> Known | None:
        """Return the government that "les autorités américaines", or the city that "la capitale chinoise" means."""
        pack, forms = self.pack, {word.lemma, word.lower}
        if forms & pack.words["government_heads"]:
            country = self._country_beside(tree, word)
            return country and self.gazetteer.government_of(country)
        if not forms & pack.words["capital_heads"] or not _is_told_by_one(tree, pack, word):
            return None
        country = self._country_beside(tree, word)
        return country and self.gazetteer.capital_of(country)

    def _country_beside(self, tree: Tree, word: Word) -> Known | None:
        pack = self.pack
        for child in tree.children(word.i, "amod", "nmod", "name", "poss", "appos"):
            country = self.country_told_by(tree, child) if child.rel != "nmod" else None
            if country is None and child.is_title and (not child.case or child.case in pack.words["of"]):
                whole = self.surface(tree, _start_of(tree, child), child.i + 1)
                country = self.gazetteer.country(whole, pack.code) or self.capital_of(whole)
            if country is not None:
                return country
        return None

    def with_article(self, tree: Tree, word: Word, surface: str) -> Known | None:
        """Return the row of a name whose article is written small or has melted: "le Parisien", "du Havre"."""
        before = tree.words[word.i - 1].lower if word.i else ""
        article = self.pack.melted.get(before) or (before.title() if before in self.pack.words["definite"] else None)
        if not article:
            return None
        if surface.lower() in self.pack.words["portfolios"] and self._is_of_a_ministry(tree, word):
            return None
        whole = f"{article}{'' if article.endswith(APOSTROPHE) else ' '}{surface}"
        return self.gazetteer.organisation(whole) or self.gazetteer.place(whole)

    def _is_of_a_ministry(self, tree: Tree, word: Word) -> bool:
        """ "la ministre de la Défense", "le secrétaire américain à la Défense": no quarter of that name."""
        offices = self.pack.lists["positions"] | self.pack.words["ministries"]
        near = tree.words[max(tree.sents[word.sent][0], word.i - OFFICE) : word.i]
        return any(w.lower in offices or w.lemma in offices for w in near)


def _start_of(tree: Tree, last: Word) -> int:
    """Where the name begins that a word ends: "the United States government"."""
    below = {child.i for child in tree.children(last.i, "name", "amod") if child.is_title}
    start = last.i
    while start - 1 in below:
        start -= 1
    return start


def _is_told_by_one(tree: Tree, pack: LanguagePack, noun: Word) -> bool:
    """ "la capitale française", no "capitale économique du Maroc": one word alone tells which."""
    definite = any(c.lower in pack.words["definite"] for c in tree.children(noun.i, "det"))
    return definite and len(list(tree.children(noun.i, "amod", "nmod", "name", "poss", "appos"))) == 1
