"""Where one name ends and the next begins in what the model took for one: "le RN Marine Le Pen"."""

from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.offices_before import is_authority_of_office
from kg.extract.rules.parsing.adpositions import is_of
from kg.extract.rules.parsing.mending.peoples import is_inhabitant
from kg.extract.rules.parsing.tree import Tree, Word
from kg.lang import LanguagePack
from kg.lang.gazetteer import Known
from kg.lang.schema import load_schema

DAY = 2  # figures
TOLD = 5  # words between a verb of speech and the medium that it is told to


def find_glued(tree: Tree, span: tuple[int, int], names: Names) -> tuple[int, str] | None:
    """Return where a person begins behind something else, and the class of that; "" if it is no name by itself."""
    first, last = span
    words = tree.words
    told = _end_of_medium(tree, span, names)
    if told is not None:
        return told, "MediaOutlet"
    initials = last - first > 2 and len(words[first].text) > 1 and words[first].text.isupper()
    for i in range(first + 1, last):
        if _is_courtesy(tree, i, last, names):  # "France Info Me Clémence Witt"
            known = names.entry(names.surface(tree, first, i))
            return i, known.type if known is not None else "Entity"
        if (body := _body_of_office(tree, (first, i, last), names)) is not None:
            return i, body
        if _is_second_person(tree, (first, i, last), names):
            return i, "Person"
        if (initials and i == first + 1) or (words[i].is_title and names.is_given(words[i].text)):
            known = names.entry(names.surface(tree, first, i))
            if known is not None and (known.type not in ("City", "Country") or _is_of_an_office(tree, first, names)):
                return i, known.type
            if known is None and i + 1 < last and (words[i + 1].is_title or words[last - 1].is_title):
                kind = _kind_before_person(tree, (first, i), names)
                if kind is not None:
                    return i, kind
    return None


def _is_of_an_office(tree: Tree, first: int, names: Names) -> bool:
    """ "le maire de New York Bill de Blasio": no "Paris Hilton"."""
    before = tree.words[max(0, first - 2) : first]
    return len(before) == 2 and is_of(names.pack, before[1]) and before[0].lemma in names.pack.lists["positions"]


def _body_of_office(tree: Tree, span: tuple[int, int, int], names: Names) -> str | None:
    """ "le porte-parole de la Maison Blanche Kayleigh Orrin": the class of a known body behind an office.

    Args:
        span: first word of the supposed name, the word in question, end of the supposed name.
    """
    first, i, last = span
    words, pack = tree.words, names.pack
    spaced = words[i - 1].end < words[i].start and not words[i].text.isupper()  # no "Groupama-FDJ"
    if last - i not in (2, 3) or not spaced or not all(w.is_title and w.text.isalpha() for w in words[i:last]):
        return None
    known = names.entry(names.surface(tree, first, i))
    if known is None or not is_authority_of_office(tree, pack, first, known.type):
        return None
    own = names.entry(names.surface(tree, first, last)) is None and names.entry(names.surface(tree, i, last)) is None
    common = any(w.lower in pack.nouns for w in words[i:last])
    return known.type if own and not common else None


def _end_of_medium(tree: Tree, span: tuple[int, int], names: Names) -> int | None:
    """ ""…", explique au Figaro Faouzi Petit": behind "à" and a medium that somebody tells it to, who speaks."""
    first, last = span
    words = tree.words
    near = words[max(0, first - TOLD) : first]
    told = any(w.pos == "VERB" and w.lemma in names.pack.reporting for w in near)
    to = any(w.case.split(" ")[0] in names.pack.words["told_to_media"] for w in words[first:last] if w.case)
    if not told or not to or last - first > 4 or names.entry(names.surface(tree, first, last)) is not None:
        return None
    for i in range(last - 1, max(first, last - 4), -1):
        surface = names.surface(tree, first, i)
        known = names.entry(surface) or names.with_article(tree, words[first], surface)
        free = all(w.is_title and w.text.isalpha() and names.entry(w.text) is None for w in words[i:last])
        if known is not None and known.type == "MediaOutlet" and free:
            return i
    return None


def _is_courtesy(tree: Tree, i: int, last: int, names: Names) -> bool:
    """ "Me" before somebody's name."""
    words, pack = tree.words, names.pack
    named = i + 1 < last and words[i + 1].is_title and names.entry(names.surface(tree, i, last)) is None
    return named and words[i].is_title and words[i].lower in pack.courtesies


def _is_second_person(tree: Tree, span: tuple[int, int, int], names: Names) -> bool:
    """ "l'ex-Premier ministre de Jacques Chirac Dominique de Villepin": a given name behind a given name and a surname.

    Args:
        span: first word of the supposed name, the word in question, end of the supposed name.
    """
    first, i, last = span
    words = tree.words
    if i - first < 2 or last - i < 2 or not (words[i].is_title and words[i - 1].is_title and words[last - 1].is_title):
        return False
    surname = not names.gender(words[i - 1].text) and words[i - 1].lower not in names.pack.words["particles"]
    return surname and names.gender(words[first].text) != "" and names.gender(words[i].text) != ""


def _kind_before_person(tree: Tree, before: tuple[int, int], names: Names) -> str | None:
    """The class of what an article introduces before somebody's full name; persons bear none.

    "de la République Rachel Bray", "de l'Unef Maryam Petit", "de la Métropole de Lyon David Petit", "le dirigeant de
    Sodilac Joris Petit", but "la Fondation Marie Curie" is called after her.
    """
    first, end = before
    words, pack = tree.words, names.pack
    mark = words[first - 1] if first > 1 else None
    bare = mark is not None and mark.lower not in pack.words["definite"]
    kind = mark is not None and load_schema().is_a(pack.nouns.get(mark.lemma, ""), "Organization")  # "du syndicat Sud"
    kind = kind and pack.adposition == "child"
    if mark is None or (bare and not kind and (not is_of(pack, mark) or names.is_given(words[first].text))):
        return None
    inside = [w.lower for w in words[first:end]]
    people = len(inside) == 1 and names.country_of_adjective(words[first].text) is not None
    if not bare and (people or all(word in pack.words["portfolios"] for word in inside)):
        return ""
    offices = pack.trades
    near = words[max(0, first - 4) : first]
    office = any({w.lemma, w.lower} & offices or pack.nouns.get(w.lemma) == "Person" for w in near)
    if office and len(inside) == 1 and pack.nouns.get(inside[0]) == "GovernmentBody":
        return "GovernmentBody"
    seat = _seat_before(tree, before, names)
    if office and seat is not None and inside[0] in pack.words["portfolios"]:
        return ""  # "le procureur de la République de Clermont-Ferrand Luc Petit"
    if office and len(inside) > 1 and pack.nouns.get(words[end - 1].lemma) == "AdministrativeArea":
        return "AdministrativeArea"  # "la maire du Xe arrondissement Anne Petit"
    one = all(is_tied(tree, i) or is_tied(tree, i - 1) for i in range(first + 1, end))  # "Groupama-FDJ"
    whole = seat is not None or (one and inside[0] not in pack.nouns)
    return "Organization" if office and whole else None


def _seat_before(tree: Tree, span: tuple[int, int], names: Names) -> Known | None:
    """What the tables know that closes a phrase behind "de": "la Métropole de Lyon"."""
    first, end = span
    starts = (i for i in range(first + 2, end) if is_of(names.pack, tree.words[i - 1]))
    return next((known for i in starts if (known := names.entry(names.surface(tree, i, end))) is not None), None)


def persons_behind_places(tree: Tree, span: tuple[int, int], names: Names) -> list[tuple[int, int, str, int]]:
    """ "procureur de la République de Rennes Luc Petit": somebody's name behind the place of an office."""
    first, last = span
    starts = (i for i in range(first + 2, last - 1) if names.is_given(tree.words[i].text))
    opening = next((i for i in starts if all(w.is_title for w in tree.words[i:last])), None)
    if opening is None or _seat_before(tree, (first, opening), names) is None:
        return []
    return [(opening, last, "Person", 1)]


def end_going_on(tree: Tree, span: tuple[int, int], kind: str, names: Names) -> int:
    """Where a name ends that goes on behind what the parser marked: "Anne" of "Anne-Claire Petit"."""
    (first, last), words = span, tree.words
    while first < last < len(words) and goes_on((words[last - 1], words[last]), kind, names):
        tied = words[last].text == "-"
        last += 2 if kind == "Person" and last + 1 < len(words) and words[last + 1].is_title else 1
        surname = words[last] if tied and last < len(words) else words[first]
        last += surname.i == last and surname.is_title and surname.pos == "PROPN" and surname.sent == words[first].sent
    return last


def goes_on(pair: tuple[Word, Word], kind: str, names: Names) -> bool:
    """ "Galaxy Note 8": a model, edition or rank belongs to a name that the parser cut short."""
    word, following = pair
    if kind == "Person":  # "Jean-Yves" of "Jean-Yves Le Goff"
        if following.text == "-" and names.pack.adposition == "child":
            return following.start == word.end and names.gender(word.text) != ""
        if names.pack.adposition == "head" and _is_surname(word, following, names.pack):
            return True
        particles = names.pack.words["particles"]
        particle = following.lower in particles and following.is_title
        if word.lower in particles and word.is_title and following.is_title and names.pack.adposition == "child":
            return following.start == word.end + 1 and following.sent == word.sent  # "Luigi Di" of "Luigi Di Maio"
        return particle and following.start == word.end + 1 and names.gender(word.text) != ""
    if kind == "Place" or following.sent != word.sent or following.start > word.end + 1:
        return False
    if following.text.isdigit():
        return word.is_title and len(following.text) < 4 and kind in ("Entity", "Product", "Event")
    person = kind == "Organization" and names.gender(following.text) != ""  # "de l'Unef Maryam Petit"
    return following.is_title and following.pos in ("PROPN", "X") and not following.ent and not person


def is_kind_in_letters(tree: Tree, i: int, names: Names) -> bool:
    """ "le SUV Cupra Formentor": capitals that are a common noun, right before the name of one."""
    word, after = tree.words[i], tree.words[i + 1] if i + 1 < len(tree.words) else None
    kind = names.pack.nouns.get(word.lower, "") if word.text.isupper() and len(word.text) > 1 else ""
    if after is None or after.sent != word.sent or not after.is_title or not load_schema().is_a(kind, "Product"):
        return False
    return names.entry(word.text) is None


def is_model_number(tree: Tree, first: int, last: int) -> bool:
    """ "Galaxy Note 8": a short number that hangs on the name before it."""
    number = tree.words[last] if last < len(tree.words) else None
    if number is None or not number.text.isdigit() or len(number.text) > 3:
        return False
    return first <= number.head < last and number.start <= tree.words[last - 1].end + 1


def is_tied(tree: Tree, i: int) -> bool:
    """Whether a word is a hyphen without a space on either side."""
    hyphen = tree.words[i]
    tied = hyphen.text == "-" and 0 < i < len(tree.words) - 1
    return tied and hyphen.start == tree.words[i - 1].end and hyphen.end == tree.words[i + 1].start


def tied_names(tree: Tree, span: tuple[int, int], names: Names) -> list[tuple[int, int, str]]:
    """ "PS-EELV", "le match Turquie-France": parties or countries side by side are a name each; [] if they are one."""
    first, last = span
    cuts = [i for i in range(first + 1, last - 1) if is_tied(tree, i)]
    if not cuts or names.entry(names.surface(tree, first, last)) is not None:
        return []
    parts = list(zip([first, *(i + 1 for i in cuts)], [*cuts, last], strict=True))
    known = [names.entry(names.surface(tree, *part)) for part in parts]
    kinds = {entry.type if entry is not None else "" for entry in known}
    beside = kinds == {"Country"} or kinds <= {"PoliticalParty", "Organization"}
    return [(start, end, entry.type) for (start, end), entry in zip(parts, known, strict=True) if beside and entry]


def bears_particle(tree: Tree, first: int, last: int, names: Names) -> bool:
    """ "Marc Ladreit de Lacharrière": "de" and a name of no known place or body go on with somebody's full name."""
    words = tree.words
    if last + 1 >= len(words) or last - first > 2 or words[last].lower not in names.pack.words["name_particles"]:
        return False
    after = words[last + 1]
    close = words[last].start <= words[last - 1].end + 1 and after.start <= words[last].end + 1
    given = names.gender(words[first].text) != "" and after.is_title and after.sent == words[first].sent
    return close and given and after.pos == "PROPN" and names.entry(after.text) is None


def _is_surname(word: Word, following: Word, pack: LanguagePack) -> bool:
    """ "Kipchumba" of "Kipchumba Murkomen", "Said" of "Said al-Maawali": it hangs on what the model left out.

    Or on what it took for a part of a date: "sentenced Oleg Marchenko to nine years".
    """
    dates = pack.patterns["dates"]
    day = following.lower in dates["months"] or following.lower in dates["weekdays"]
    free = not following.ent or (following.ent == "DATE" and not day)
    below = word.rel == "name" and word.head == following.i and following.pos == "PROPN" and free
    return below and following.sent == word.sent and (following.is_title or "-" in following.text)


def opens_amount(tree: Tree, i: int, pack: LanguagePack) -> bool:
    """ "fined Nokia 90 million shillings", "1.8 billion": a figure before "million" is no part of a name."""
    after = tree.words[i + 1].lower if i + 1 < len(tree.words) else ""
    figure = tree.words[i].text.replace(".", "").replace(",", "")
    return figure.isdigit() and after in pack.patterns["numbers"].get("written_out", {}).values()


def leads_on(tree: Tree, span: tuple[int, int, int], names: Names) -> bool:
    """Tell whether a word is no part of the name that the model takes it for: what is before it is one by itself.

    "Quotidien sur TMC", "Le Progrès dimanche", "En Marche à la présidentielle", "Le Monde et Libération".

    Args:
        span: first word of the supposed name, the word in question, end of the supposed name.
    """
    first, i, last = span
    words, pack = tree.words, names.pack
    word = words[i]
    days = pack.patterns["dates"]["weekdays"]
    if word.text in days:
        return words[i - 1].pos in ("PROPN", "X")
    if word.lower in days and i + 1 < len(words) and words[i + 1].text == "," and words[i - 1].is_title:
        return True  # "chez Air France Mardi, on apprenait": a line break was lost
    if pack.adposition == "head" and _tells_seat(tree, (i, last), names):
        return True
    after = names.entry(names.surface(tree, i + 1, last)) if i + 1 < last else None
    if word.lower in pack.words["broadcast_on"]:
        told = after is not None and after.type == "MediaOutlet"
        return told or (i + 2 == last and words[i + 1].text.isupper())
    surface = names.surface(tree, first, i)
    before = names.entry(surface) or names.with_article(tree, words[first], surface)
    if before is None or word.pos not in ("ADP", "CCONJ") or names.entry(names.surface(tree, first, last)) is not None:
        return False
    if word.pos == "CCONJ":
        return after is not None
    return not is_of(pack, word) or _tells_branch(tree, before.type, (i + 1, last), names)


def _tells_branch(tree: Tree, kind: str, span: tuple[int, int], names: Names) -> bool:
    """ "Les Républicains de la Manche", "Le Monde du 5 janvier": where a party is meant, which day's paper."""
    first, last = span
    text = tree.words[first].text if first < last else ""
    if text.isdigit() and len(text) <= DAY:
        return True
    first += first < last and tree.words[first].lower in names.pack.words["definite"]
    if kind != "PoliticalParty":
        return False
    known = (names.entry(names.surface(tree, first, end)) for end in range(last, first, -1))
    return any(place is not None and load_schema().is_a(place.type, "Place") for place in known)


def _tells_seat(tree: Tree, span: tuple[int, int], names: Names) -> bool:
    """ "ArianeGroup of France" sits there; "Bank of England" is called so."""
    i, last = span
    before = tree.words[i - 1].lower
    if not is_of(names.pack, tree.words[i]) or before in names.pack.nouns or i + 1 >= last:
        return False
    seat = names.entry(names.surface(tree, i + 1, last))
    return seat is not None and load_schema().is_a(seat.type, "Place")


def is_time(word: Word, before: Word, pack: LanguagePack) -> bool:
    """ "le Hellfest samedi": a day is of no name; "Festival d'automne" is called so."""
    return word.text in pack.lists["temporal"] and word.pos == "NOUN" and not is_of(pack, before)


def is_of_people(tree: Tree, word: Word, names: Names) -> bool:
    """ "15 Français", "cet Afghan", "un Niçois", "Paul Durand, Belge de 40 ans", "a Kazakh dealer": of a people."""
    if names.town_of_inhabitant(tree, word) is not None or is_inhabitant(tree, names.pack, word):
        return True
    if names.country_of_adjective(word.text) is None or names.entry(word.text) is not None:
        return False
    above = tree.words[word.head] if word.rel == "name" and word.head > word.i else word
    if above.pos == "NOUN" and above is not word:
        return True
    return (word.pos == "NOUN" and word.rel == "appos") or tree.child(word.i, "det", "nummod") is not None


def is_two_word_people(tree: Tree, first: int, last: int, names: Names) -> bool:
    """ "the South Korean firm X": an adjective of nationality in two words, or one of the two, is no name."""
    for end in (last,) if last - first == 2 else (first + 1, first + 2) if last - first == 1 else ():
        if not 2 <= end <= len(tree.words):
            continue
        word = tree.words[end - 1]
        qualifies = word.pos == "ADJ" or (word.rel in ("amod", "name") and word.head > word.i)
        if qualifies and names.gazetteer.country_of_adjective(names.surface(tree, end - 2, end), names.pack.code):
            return True
    return False
