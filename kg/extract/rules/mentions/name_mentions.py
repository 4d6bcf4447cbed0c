"""Mentions by name: class, gender and how far the name goes."""

from kg.extract.rules.mentions.extents import LABEL_WORDS, NOT_IN_FULL, core_extent, extent_steps, full_extent
from kg.extract.rules.mentions.name_types import type_by_head
from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.adpositions import is_of
from kg.extract.rules.parsing.agreement import determiner_class, feature
from kg.extract.rules.parsing.titled_works import WORK, is_quoted
from kg.extract.rules.parsing.tree import PLACE_LABELS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.fold import fold
from kg.lang.gazetteer import Known
from kg.lang.schema import load_schema
from kg.model import MentionKind

AREA = "AdministrativeArea"
TOWN = "City"
AROUND = 4  # words
LONGEST_AREA = 4  # words
INITIALS = 3  # letters; fewer may be anything: "SP 98"
EVENTS = ("Entity", "Event")  # classes of names that may be told without their town
SEATED = ("EducationalInstitution", "GovernmentBody", "SecurityAgency", "Organization")  # sit where their name says


def name_mention(tree: Tree, pack: LanguagePack, names: Names, span: tuple[int, int, str]) -> Reference | None:
    """Return the mention that a found name makes."""
    first, last, kind = span
    inside = tree.words[first:last]
    head = next((w for w in inside if not first <= w.head < last), inside[0])
    kind = "DisasterEvent" if len(inside) > 1 and inside[0].lower in pack.words.get("storms", ()) else kind
    start = first + (len(inside) > 2 and inside[0].lower in pack.courtesies)  # "M. de Rugy" is called "de Rugy"
    surface = names.surface(tree, start, last)
    if first and tree.words[first - 1].lower in pack.courtesies:
        courtesy = tree.words[first - 1]
        if head.head == courtesy.i:  # the parser may hang "Dupont" below "M."
            head = courtesy
    entry, kind = _entry(tree, pack, names, (first, start, surface), kind)
    town = entry is not None and entry.type == "City" and _is_department(tree, pack, first)
    if town or (surface in pack.words["areas"] and _is_area(tree, pack, (first, last))):
        entry, kind = None, AREA
    if _courtesy_gender(tree, pack, start):
        entry, kind = None, "Person"  # "M. Salomon" is no archipelago
    elif entry is not None:
        kind = entry.type
    elif kind not in ("Person", WORK) or (kind == WORK and not is_quoted(tree, (first, last))):
        kind = type_by_head(pack, head, kind, last - first)  # but "L'amour est dans le pré" is no love
    if kind == "Person" and first and tree.words[first - 1].lower in pack.words["possessive_singular_owner"]:
        kind = "Concept"  # "a reçu son César"
    reference = Reference(
        i=head.i, core=(first, last), extents=_around_name(tree, pack, head, (first, last)),
        kind=MentionKind.NAME, type=kind,
        sent=head.sent, gender=feature(head, "Gender"), number="Sing", known=entry.id if entry else None,
        name=fold(surface), head=head.lemma, determiner=determiner_class(tree, pack, head)[0],
    )  # fmt: skip
    reference.gender = _gender(names, reference, surface, head) or _courtesy_gender(tree, pack, start)
    return reference


def _gender(names: Names, reference: Reference, surface: str, head: Word) -> str:
    """The sex of somebody, as the first name tells it, or the gender of the word for a state, a town, another thing."""
    if reference.type in ("Person", "Country"):
        return names.gender(surface) if reference.type == "Person" else names.country_gender(surface)
    return "" if head.pos == "PROPN" and reference.type != "City" else reference.gender


def _entry(
    tree: Tree, pack: LanguagePack, names: Names, name: tuple[int, int, str], kind: str
) -> tuple[Known | None, str]:
    """What a table knows by a name, and the class of the name: "le Sud-Ouest" is a place, "Sud-Ouest" a newspaper.

    Args:
        name: the word with which the name opens, the one behind a courtesy, and its words.
    """
    first, start, surface = name
    entry = names.entry(surface) or names.with_article(tree, tree.words[start], surface)
    compass = surface.lower() in pack.words["cardinal_points"] and first > 0 and _is_definite(tree, pack, first - 1)
    if entry is not None and entry.type == "MediaOutlet" and compass:
        return None, "Place"
    return entry, kind


def place_within(tree: Tree, pack: LanguagePack, names: Names, name: Reference) -> Reference | None:
    """Return the town or region that closes the name of what sits there: "parquet de Lyon", "Festival de Cannes"."""
    schema, of = load_schema(), pack.words["of"] | pack.words["definite"]
    opener = tree.words[name.core[0]].lower
    if opener in pack.words["named_ways"] or opener in pack.words["stations"]:
        return None  # "Gare de Lyon" is in Paris
    first, last = name.core
    last -= last - first > 2 and tree.words[last - 1].is_year  # "Salon de Genève 2016"
    if (town := _town_before_area(tree, pack, names, name) or _area_behind_body(tree, pack, names, name)) is not None:
        return town
    unsure = (
        name.type == "Entity" and opener not in of and not is_quoted(tree, name.core)
    )  # no title: "La Reine de Lyon"
    if not unsure and name.type not in SEATED and not any(schema.is_a(name.type, kind) for kind in ("Event", "Place")):
        return None
    numbered = last - first > 2 and tree.words[first + 1].lower in pack.words.get("numbered_within", ())
    links = (i for i in range(last - 1, first, -1) if tree.words[i].lower in of or is_of(pack, tree.words[i]))
    start = next((i + 1 for i in links if i + 1 < last), None)
    if start is None or not tree.words[start].is_title or tree.words[start].lower in of:
        return None
    start -= (
        start - 2 > first and tree.words[start - 1].is_title and is_of(pack, tree.words[start - 2])
    )  # "La Rochelle"
    at = start if start != name.i else last - 1  # two references never share a word
    if at == name.i:
        return None
    surface = names.surface(tree, start, last)
    entry = names.entry(surface) or _with_melted(tree, names, name, start, surface)
    called = name.type in SEATED or opener in pack.words.get("called_by_towns", ())
    if called and surface in pack.words["areas"] and tree.words[start - 1].lower in pack.words["definite"]:
        return _inner_name(tree, names, AREA, (start, last), at)  # "la Sûreté départementale du Rhône"
    given = names.is_given(tree.words[start - 2].text)  # "le lycée Charles de Gaulle"
    if (
        entry is None
        and not given
        and (_is_unknown_town(tree, pack, name, (start, last)) or _names_its_town(tree, pack, names, name, start))
    ):
        return _inner_name(tree, names, TOWN, (start, last), at)
    if entry is None or not schema.is_a(entry.type, "Place") or entry.type == "Country":
        return None
    if schema.is_a(name.type, "Place") and (entry.type != "City" or name.known is not None) and not numbered:
        return None
    return _inner_name(tree, names, entry, (start, last), at)


def _with_melted(tree: Tree, names: Names, name: Reference, start: int, surface: str) -> Known | None:
    """ "hôpital du Puy-en-Velay": the town whose article has melted, not in what a table knows: "24 Heures du Mans"."""
    return names.with_article(tree, tree.words[start], surface) if name.known is None else None


def shorten_before(tree: Tree, pack: LanguagePack, name: Reference, town: Reference) -> None:
    """ "le SEMA Show de Las Vegas" is "le SEMA Show", too: a name of its own, as no common noun opens it. In place."""
    first, last = name.core
    end, opener = town.core[0] - 1, tree.words[first]
    while end > first and (is_of(pack, tree.words[end - 1]) or tree.words[end - 1].lower in pack.words["definite"]):
        end -= 1
    own = opener.is_title and opener.lower not in pack.nouns and opener.lemma not in pack.nouns
    if town.type == TOWN and town.core[1] == last and name.type in EVENTS and own and end - first > 1:
        name.extents = (*name.extents, (first, end))


def town_opening(tree: Tree, pack: LanguagePack, names: Names, name: Reference) -> Reference | None:
    """Return the town that opens the name of what sits in it: "Leeds Crown Court"; not where a known body has it.

    Some bodies are called by their area as well: "the Ohio Hospital Association".
    """
    first, last = name.core
    if pack.adposition != "head" or name.known is not None or name.type not in SEATED:
        return None
    of = next((i for i in range(first + 1, last) if is_of(pack, tree.words[i])), last)
    town = tree.words[last - 1].lower in pack.words["bodies_of_towns"]
    area = tree.words[of - 1].lower in pack.words["bodies_of_areas"]
    for end in range(last - 1, first, -1) if town or area else ():
        entry = names.entry(names.surface(tree, first, end))
        if entry is not None and entry.type in ((TOWN, AREA) if area else (TOWN,)) and first != name.i:
            return _inner_name(tree, names, entry, (first, end), first)
    return None


def _town_before_area(tree: Tree, pack: LanguagePack, names: Names, name: Reference) -> Reference | None:
    """ "le Secours populaire de Vendin-lès-Béthune, dans le Pas-de-Calais", "le Smur de Ganges (Hérault)".

    Whatever a body, site or event is: with its area behind, "de" is before the town that closes its name.
    """
    first, last = name.core
    words = tree.words
    itself = words[first].lower in pack.words["placed_kinds"]  # "le hameau d'Orvale (Lozère)"
    if name.type == "Person" or name.known is not None or itself or not _is_before_area(tree, pack, names, last):
        return None
    links = pack.words["standing_of"]
    start = next((i for i in range(last - 1, first + 1, -1) if words[i - 1].lower in links), None)
    if start is None or start == name.i == last - 1 or not words[start].is_title:
        return None
    surface = names.surface(tree, start, last)
    entry = names.entry(surface) or names.with_article(tree, words[start], surface)
    given = names.is_given(words[start - 2].text)  # "le lycée Charles de Gaulle (Loiret)"
    if given or (entry is not None and entry.type != TOWN) or any(w.lower in pack.nouns for w in words[start:last]):
        return None
    article = _is_definite(tree, pack, start - 1)  # "du Puy-en-Velay", no "du Puy"
    if entry is None and ((article and "-" not in surface) or words[start].lower in pack.words["definite"]):
        return None
    return _inner_name(tree, names, entry or TOWN, (start, last), start if start != name.i else last - 1)


def _area_behind_body(tree: Tree, pack: LanguagePack, names: Names, name: Reference) -> Reference | None:
    """ "ARS Occitanie", "CGT Moselle": the region that closes the name of a branch there, without any link."""
    first, last = name.core
    if pack.adposition != "child" or name.known is not None or name.type not in SEATED or last - first < 2:
        return None
    for start in range(max(first + 1, last - LONGEST_AREA), last):
        surface, link = names.surface(tree, start, last), tree.words[start - 1]
        linked = link.lower in pack.words["definite"] or is_of(pack, link) or not link.text[-1].isalpha()
        if linked or start == name.i or surface.lower() in pack.words["cardinal_points"]:
            continue
        entry = names.entry(surface) or names.entry(surface.replace(" ", "-"))  # "Nouvelle Aquitaine"
        if entry.type == AREA if entry is not None else surface in pack.words["areas"]:
            return _inner_name(tree, names, entry or AREA, (start, last), start)
    return None


def _is_before_area(tree: Tree, pack: LanguagePack, names: Names, at: int) -> bool:
    """Whether "(Hérault)", ", dans le Pas-de-Calais" or ", en Isère" stands behind a name."""
    words = tree.words
    if at + 1 >= len(words) or words[at].text not in ("(", ","):
        return False
    start = at + 1
    if words[at].text == ",":
        case = pack.adpositions.get(words[start].lower, words[start].lower)
        start += 1
        if case not in pack.words["lying_in"] | pack.words["where_cases"] - pack.words["standing_in"]:
            return False
        start += start < len(words) and words[start].lower in pack.words["definite"]
    for end in range(start + 1, min(start + LONGEST_AREA, len(words) - 1) + 1):
        surface = names.surface(tree, start, end)
        entry = names.entry(surface)
        if (entry is not None and entry.type == AREA) or surface in pack.words["areas"]:
            return words[at].text == "," or words[end].text == ")"
    return False


def _is_unknown_town(tree: Tree, pack: LanguagePack, name: Reference, span: tuple[int, int]) -> bool:
    """ "la prison d'Osny", "l'hôpital de Figeac": behind "de" without an article, what the model takes for a place."""
    first, last = span
    opener, link = tree.words[name.core[0]], tree.words[first - 1]
    bare = is_of(pack, link) and link.lower not in pack.words["definite"]
    placed = tree.words[first].is_title and all(w.ent in PLACE_LABELS for w in tree.words[first:last])
    seated = name.type in SEATED and opener.lower in pack.words["named_sites"]
    return (seated or opener.lower in pack.words.get("sites_of_towns", ())) and bare and placed


def _names_its_town(tree: Tree, pack: LanguagePack, names: Names, name: Reference, start: int) -> bool:
    """ "l'université de Leyde", "le Syndicat des métallos d'Itabira": a body that is as a rule called by where it sits.

    The rest of a name that a table knows, or that holds a given name, common words or letters, may be anything.
    """
    first, last = name.core
    opener = tree.words[first].lower
    seated = name.type in SEATED and opener in pack.words.get("called_by_towns", ())
    held = load_schema().is_a(name.type, "Event") and opener in pack.words.get("events_of_towns", ())
    if not seated and not held:
        return False
    link, rest = tree.words[start - 1], tree.words[start:last]
    bare = is_of(pack, link) and link.lower not in pack.words["definite"]
    town = rest[1:] if rest[0].lower in pack.words["definite"] and len(rest) > 1 else rest  # "La Valette"
    if not bare or len(town) != 1 or name.known is not None:
        return False
    word = town[0]
    own = word.is_title and not word.text.isupper() and word.pos in ("PROPN", "X") and not names.gender(word.text)
    return own and word.lower not in pack.nouns and word.lower not in pack.words["countries"]


def _inner_name(tree: Tree, names: Names, entry: Known | str, core: tuple[int, int], i: int) -> Reference:
    """The mention that a known name, or one of a class, makes within a longer one.

    Args:
        i: the word that it goes by; two references never share one.
    """
    head = tree.words[i]
    kind, known = (entry, None) if isinstance(entry, str) else (entry.type, entry.id)
    return Reference(
        i=i, core=core, extents=(core,), kind=MentionKind.NAME, type=kind, sent=head.sent, number="Sing",
        known=known, name=fold(names.surface(tree, *core)), head=head.lemma,
    )  # fmt: skip


def whole_within(tree: Tree, pack: LanguagePack, names: Names, name: Reference) -> Reference | None:
    """Return the organisation that closes the name of a part of it: "Conseil de sécurité de l'ONU"."""
    first, last = name.core
    opener = tree.words[first]
    is_part = not pack.words["parts"].isdisjoint((opener.lower, opener.lemma))
    if not is_part or not load_schema().fits(name.type, ("Organization",)):
        return None
    for start in range(first + 2, last):
        link = tree.words[start - 1]
        linked = link.lower in pack.words["definite"] or is_of(pack, link)
        entry = names.entry(names.surface(tree, start, last)) if linked else None
        if entry is not None and start != name.i and load_schema().fits(entry.type, ("Organization",)):
            return _inner_name(tree, names, entry, (start, last), start)
    return None


def maker_within(tree: Tree, pack: LanguagePack, names: Names, name: Reference) -> Reference | None:
    """Return the firm that opens the name of what it makes ("une Ford Mustang", "Boeing 747"), which is a product.

    A number in the rest tells, or an indefinite article.
    """
    first, last = name.core
    if last - first < 2 or not load_schema().fits(name.type, ("Entity", "Organization", "Product")):
        return None
    if name.known is not None and name.type != "Product":
        return None
    before = tree.words[first - 1].lower if first else ""
    for end in range(last - 1, first, -1):
        entry = names.entry(names.surface(tree, first, end))
        rest = tree.words[end:last]
        counted = any(c.isdigit() for w in rest for c in w.text)
        told = counted or name.known is not None or before in pack.words["indefinite_singular"]
        initials = end - first == 1 and len(tree.words[first].text) < INITIALS
        if entry is None or entry.type != "Company" or not told or initials:
            continue
        if names.entry(names.surface(tree, end, last)) is None:
            name.type = "Product"
            return _inner_name(tree, names, entry, (first, end), first if name.i != first else end)
    return None


def _is_area(tree: Tree, pack: LanguagePack, span: tuple[int, int]) -> bool:
    """ "à Givors (Rhône)", "dans le Nord", "le préfet du Var": not the river, the wind or the points of the compass."""
    first, last = span
    before = [w.lower for w in tree.words[max(0, first - 2) : first]]
    after = tree.words[last].text if last < len(tree.words) else ""
    if before[-1:] == ["("]:
        return after in (")", ",")
    heads = pack.words["of_areas"]
    case = pack.adpositions.get(before[-1], before[-1]) if before else ""
    of = case in pack.words["of"] or case in pack.words["definite"]
    near = {w.lemma for w in tree.words[max(0, first - AROUND) : first]}
    return _is_department(tree, pack, first) or (of and bool(near & heads))


def _is_definite(tree: Tree, pack: LanguagePack, i: int) -> bool:
    return tree.words[i].lower in pack.words["definite"] | pack.melted.keys()


def _is_department(tree: Tree, pack: LanguagePack, first: int) -> bool:
    """ "dans la Vienne": a city has no article."""
    before = [w.lower for w in tree.words[max(0, first - 2) : first]]
    return len(before) == 2 and before[0] in pack.words["within"] and before[1] in pack.words["definite"]


def _around_name(tree: Tree, pack: LanguagePack, head: Word, span: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """A name whose head is a common noun ("Parti communiste chinois") goes on after its capitals."""
    if head.lower not in pack.nouns and head.lemma not in pack.nouns:
        return (span,)
    core = core_extent(tree, head)
    full = full_extent(tree, pack, head, core, NOT_IN_FULL)
    start = span[0]
    ends = [span[1], core[1], *[end for _, end in extent_steps(tree, core, full)], full[1]]
    wider = [(start, end) for end in ends if span[1] < end <= start + LABEL_WORDS]
    return tuple(dict.fromkeys([span, *wider]))


def _courtesy_gender(tree: Tree, pack: LanguagePack, first: int) -> str:
    before = tree.words[first - 1].lower if first else ""
    if before in pack.words["courtesy_masculine"]:
        return "Masc"
    return "Fem" if before in pack.words["courtesy_feminine"] else ""
