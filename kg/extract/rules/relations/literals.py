"""Fills the role of a relation rule with a value that the text tells: words, a number, money, a date."""

from collections.abc import Iterator

from kg.extract.rules.parsing.frames import Frame, is_bare
from kg.extract.rules.parsing.lemmas import of_participle
from kg.extract.rules.parsing.mending.grammar import may_be_wrong
from kg.extract.rules.parsing.tree import QUOTE, SUBJECTS, Tree, Word
from kg.extract.rules.parsing.values import date_as_written, plain, read_date, read_money, read_number
from kg.extract.rules.relations.amounts import is_figure
from kg.extract.rules.relations.arguments import role_words
from kg.extract.rules.relations.functions import function_of
from kg.extract.rules.relations.offences import grounds_in_row, offences_in_row
from kg.extract.rules.relations.reading import Reading
from kg.lang.relations import RelationRule, Trigger
from kg.model import Datatype, MentionKind, Value

CLAUSES = ("clause", "alleged")  # roles that a clause fills
WRONGS = ("accusedOf", "chargedWith", "convictedOf")  # of what no name is
FAR = 40  # words that a currency holds good for
APART = ("relcl", "acl", "appos", "conj", "parataxis", "advcl", "cop", *SUBJECTS)  # "le prix du vélo est de 300 euros"
GROUP = 3  # digits between the spaces of a long number


def literals(
    reading: Reading, rule: RelationRule, frame: Frame, trigger: Trigger
) -> Iterator[tuple[Value, tuple[int, int]]]:
    """Yield the values of the first role that holds any, with the words that they stand in."""
    for role in rule.object:
        for word in role_words(reading, frame, role, trigger):
            if role == "clause" and _tells_no_act(reading, word):
                continue
            row = offences_in_row(reading, word) if rule.value == "string" else []
            whole = _whole_clause(reading, word) if role in CLAUSES else None
            if whole is not None:
                yield _string(reading, *whole), whole
                return
            counts = rule.value == "number" and trigger.kind == "verb"
            told = _values_joined(reading, word) if rule.value == "string" else [_of_trigger(reading, word, trigger)]
            parts = [] if counts and _counts_another(reading, told[0], trigger) else told
            parts = [i for i in parts if i >= row[-1][1]] if row else parts
            parts = _wrongs(reading, rule, word, parts)
            if rule.to_types == ("Position",):
                parts = [i for i in parts if function_of(reading, reading.tree.words[i]) == rule.predicate]
            found = [v for part in parts if (v := read_value(reading, part, rule.value or "string")) is not None]
            if role == "clause":  # "which he was alleged to have written" says nothing by itself
                found = [(value, words) for value, words in found if words[0] > frame.i]
            if rule.value in ("money", "loss") and rule.predicate != "price":
                found = [(value, words) for value, words in found if not _is_per_share(reading, *words)]
            found = [_with_its_participle(reading, rule, *v) for v in found]
            found = [*((_string(reading, *words), words) for words in row), *found]
            if found:
                yield from found
                if role != "charge":
                    return


def _tells_no_act(reading: Reading, word: int) -> bool:
    """A noun without copula, an adverb ("s'est engagé auprès de X à vendre"), and what is said of a name behind it."""
    tree, relative = reading.tree, reading.pack.words["relative_object"]
    opening = [c.i for c in tree.children(word) if c.lower in relative]
    if any(i and tree.words[i - 1].text == "," for i in opening):
        return True  # "se défend M. Petit, que ses voisins aident"
    return tree.words[word].pos in ("NOUN", "ADV") and tree.child(word, "cop") is None


def _wrongs(reading: Reading, rule: RelationRule, word: int, parts: list[int]) -> list[int]:
    """ "accused of lying and of stealing": what one is held for, and no name ("les accusations de Londres")."""
    if rule.predicate not in WRONGS:
        return parts
    further = grounds_in_row(reading, word) if reading.pack.adposition == "head" else []
    found = [reading.tree.words[i] for i in dict.fromkeys([*parts, *further])]
    nouns = reading.pack.adposition == "child"
    found = [w for w in found if w.pos == "VERB" or not w.is_title]  # "accuse les États-Unis de racket"
    found = [w for w in found if w.lemma not in reading.pack.words["vague_wrongs"] or _is_told_more(reading.tree, w)]
    return [w.i for w in found if not (nouns and w.pos == "NOUN" and _is_somebody(reading, w))]


def _is_told_more(tree: Tree, noun: Word) -> bool:
    """ "les faits qui lui sont reprochés" name no wrong; "des faits de violence", "des actes racistes" do."""
    return tree.child(noun.i, "nmod", "amod", "acl", "name") is not None


def _is_somebody(reading: Reading, noun: Word) -> bool:
    """ "accuse un élu de droite", "le patron de presse": of what kind he is, no wrong; "d'être complice" is one."""
    clause = reading.tree.child(noun.i, "cop") is not None
    return not clause and is_bare(reading.tree, noun) and not may_be_wrong(reading.pack, noun)


def _with_its_participle(
    reading: Reading, rule: RelationRule, value: Value, words: tuple[int, int]
) -> tuple[Value, tuple[int, int]]:
    """ "violences aggravées", "des faits commis en 2019": without its participle the noun tells another or no wrong."""
    tree, vague, (first, last) = reading.tree, reading.pack.words["vague_wrongs"], words
    if rule.predicate not in WRONGS:
        return value, words
    accuser = _accuser_within(reading, first, last)
    if accuser is not None:
        return _string(reading, first, accuser), (first, accuser)
    word = tree.words[last] if last < len(tree.words) else tree.words[first]
    said = word.i == last and word.rel == "acl" and first <= word.head < last and "Tense=Past" in word.morph
    below = tree.subtree(word.i, ("punct", "conj", "cc")) if said else []
    alone, unsaid = below == [last], said and tree.words[word.head].lemma in vague
    end = below[-1] + 1 if alone or (unsaid and below == list(range(last, last + len(below)))) else last
    return _string(reading, first, end), (first, end)


def _accuser_within(reading: Reading, first: int, last: int) -> int | None:
    """ "accusé de viol par Anne Roux": where the name of who says so begins; no "viol par surprise"."""
    words, table = reading.tree.words, reading.table
    for i in range(first + 1, last - 1):
        index = (
            table.at.get(words[i].head)
            if words[i].lower in reading.pack.words["by"] and words[i].rel == "case"
            else None
        )
        if index is not None and table.items[index].kind is MentionKind.NAME and words[i].head < last:
            return i if words[first].pos == "NOUN" else None
    return None


def _in_the_same_currency(reading: Reading, first: int, last: int) -> str | None:
    """ "lost 9m euros on sales of 14m": millions of which nothing is said are of the currency told before."""
    words, table = reading.tree.words, reading.pack.patterns["numbers"]
    number = read_number(reading.text(first, last), reading.pack)
    counted = any(w.pos in ("NOUN", "PROPN", "SYM") for w in words[first:last] if not is_figure(reading.pack, w))
    millions = any(w.lower in table["multipliers"] for w in words[first:last])
    if number is None or counted or not millions or words[last - 1].lower not in table["multipliers"]:
        return None
    for i in range(first - 1, max(first - FAR, 0), -1):
        if (words[i].lower in table["currencies"] or words[i].text in table["symbols"]) and words[i].pos != "ADJ":
            money = read_money(reading.text(max(i - 3, 0), i + 1) + f" {number.value:f}", reading.pack)
            return f"{plain(number.value)} {money.split()[-1]}" if money else None
    return None


def _is_per_share(reading: Reading, first: int, end: int) -> bool:
    """ "earned 45 cents a share", "un bénéfice de 2 euros par action": no sum of the whole firm."""
    at = next((w for w in reading.tree.words[first : end + 2] if w.lemma in reading.pack.words["stocks"]), None)
    return at is not None and reading.tree.words[at.i - 1].lower in reading.pack.words["each_of"]


def _of_trigger(reading: Reading, word: int, trigger: Trigger) -> int:
    """ "compte 410 magasins et 5 600 salariés": of what stands side by side, the one that the trigger names."""
    tree = reading.tree
    return next((i for i in tree.conjuncts(word) if tree.words[i].lemma in trigger.parts), word)


def _counts_another(reading: Reading, word: int, trigger: Trigger) -> bool:
    """ "has 640 branches and 31,000 staff", "had sales of $740m and 86 workers": whether a number is not of those."""
    tree = reading.tree
    if not trigger.parts or tree.words[word].lemma in trigger.parts:
        return False
    if tree.words[word].rel == "nummod":
        return tree.words[tree.words[word].head].lemma not in trigger.parts
    symbols = reading.pack.patterns["numbers"]["symbols"]
    return any(mark in tree.words[i].text for i in tree.subtree(word) for mark in symbols)  # "S$740m"


def _whole_clause(reading: Reading, word: int) -> tuple[int, int] | None:
    """ "denied that the shop was for sale", "dément que X ait fui": what a conjunction opens, with who acts in it.

    In "charges that he stole a car" it is who is charged.
    """
    tree = reading.tree
    acting, kinds = tree.child(word, *SUBJECTS), ("ccomp", "acl") if reading.pack.adposition == "head" else ("ccomp",)
    if tree.words[word].rel not in kinds or acting is None:
        return None
    below = tree.subtree(word, ("conj", "cc", "parataxis", "advcl"))
    told = acting.i if tree.words[word].rel == "acl" and acting.pos == "PRON" else -1
    while below and (tree.words[below[0]].rel in ("mark", "punct") or below[0] == told):
        below.pop(0)
    while below and tree.words[below[-1]].rel == "punct":
        below.pop()
    return (below[0], below[-1] + 1) if below and below[0] > tree.words[word].head else None


def _values_joined(reading: Reading, word: int) -> list[int]:
    """The words coordinated with a value, without dates and the participle of "soupçonnée de … et mise en cause"."""
    tree, lists = reading.tree, reading.pack.lists
    parts = tree.conjuncts(word)
    first = tree.words[word]
    apart = {i for i in parts[1:] if tree.words[i].pos == "VERB" and reading.syntax.is_past_participle(tree.words[i])}
    told = first.pos == "NOUN" or (first.pos == "VERB" and tree.child(first.i, "aux") is not None)
    apart = apart if told else set()
    apart = {i for i in apart if tree.child(i, "aux") is None} | set(_sharing(reading, word))
    acting = (i for i in parts[1:] if tree.words[i].pos == "VERB")
    apart |= {i for i in acting if tree.child(i, *SUBJECTS) or "VerbForm=Fin" in tree.words[i].morph}
    apart |= {
        i for i in parts if _is_purpose(reading, i) or _points_elsewhere(reading, i) or tree.words[i].text.isdigit()
    }  # "entre 2011 et 2014"
    apart |= {
        i for i in parts[1:] if tree.words[i].pos == "ADJ" and first.pos == "NOUN"
    }  # "le chef religieux et militaire"
    empty = {
        i
        for i in parts
        if tree.words[i].lemma in lists["copulas"] and tree.child(i, "attr", "xcomp", "obj", "obl") is None
    }
    return [i for i in parts if tree.words[i].lemma not in lists["temporal"] and i not in apart | empty]


def _points_elsewhere(reading: Reading, word: int) -> bool:
    """ "interpellés pour ce motif", "ce qu'on lui reproche", "faits pour lesquels il est jugé": tells nothing."""
    tree, pointing = reading.tree, reading.pack.words["demonstrative"]
    if tree.words[word].pos == "PRON" and tree.words[word].rel in SUBJECTS:
        return True  # "à qui il est reproché d'avoir volé"
    if tree.words[word].lemma in reading.pack.words["unsaid_grounds"] or "PronType=Rel" in tree.words[word].morph:
        return True
    return tree.words[word].lower in pointing or any(c.lower in pointing for c in tree.children(word, "det"))


def _is_purpose(reading: Reading, word: int) -> bool:
    """ "arrêtés pour être interrogés" says what for, "pour avoir volé" why."""
    tree, words = reading.tree, reading.pack.words
    marked = any(c.lower in words["purpose_marks"] for c in tree.children(word, "mark"))
    return marked and tree.words[word].pos == "VERB" and tree.child(word, "aux") is None


def _clause_at(reading: Reading, word: int) -> tuple[int, int] | None:
    """ "avoir escroqué des retraités", "être responsable de la crise": an infinitive whose verb is not its head."""
    tree = reading.tree
    carrier = tree.child(word, "aux", "aux:pass", "cop")
    if carrier is None:
        return None
    last = ([word, *_sharing(reading, word)])[-1]  # "avoir frappé, menacé et volé son voisin"
    below, first = tree.subtree(last, ("conj", "cc", "punct", "case", "mark", "relcl", "parataxis")), carrier.i
    while first > tree.subtree(word)[0] and tree.words[first - 1].pos in ("ADV", "PRON"):
        first -= 1  # "ne pas l'avoir aidé"; who acts is no part of it
    return first, below[-1] + 1


def _sharing(reading: Reading, word: int) -> list[int]:
    """The participles that share the auxiliary of an infinitive with it, whatever the parser takes them for."""
    tree = reading.tree
    if tree.words[word].pos != "VERB" or tree.child(word, "aux") is None:
        return []
    parts = [tree.words[i] for i in tree.conjuncts(word)[1:]]
    alone = [w for w in parts if tree.child(w.i, "aux", "aux:pass", "det", "mark", "case", *SUBJECTS) is None]
    told = [w.i for w in alone if reading.syntax.is_past_participle(w) or _has_form_of_participle(reading, w)]
    return told if len(told) == len(parts) else []


def _has_form_of_participle(reading: Reading, word: Word) -> bool:
    return word.pos != "VERB" and of_participle(word.lower, reading.pack) is not None


def _without_days(reading: Reading, word: int, first: int, last: int) -> tuple[int, int]:
    """ "nommé dimanche vice-président de LR": the day beside what is told is no part of it."""
    words, days = reading.tree.words, reading.pack.patterns["dates"]["weekdays"]
    while first < word and words[first].lower in days:
        first += 1
    while last - 1 > word and words[last - 1].lower in days:
        last -= 1
    return first, last


def _without_source(reading: Reading, first: int, last: int) -> int:
    """ "soupçonné d'avoir préparé un attentat, selon le Parisien": who says so is no part of what is said.

    A mark of quotation that is opened within it is closed.
    """
    words, sources = reading.tree.words, reading.pack.words["according_to"]
    commas = (i for i in range(first + 1, last - 2) if words[i].text == ",")
    said = ((i, words[i + 1].lower, f"{words[i + 1].lemma} {words[i + 2].lower}") for i in commas)
    cut = next((i for i, *openings in said if not sources.isdisjoint(openings)), last)
    opened = sum(w.text == QUOTE for w in words[first:cut]) % 2 == 1
    return cut + 1 if opened and cut < len(words) and words[cut].text == QUOTE else cut


def _without_comment(reading: Reading, first: int, last: int) -> int:
    """ "accusé d'avoir menti, ce qu'il nie", ", grief que X écarte": what is said of what is told is no part of it."""
    words, pack = reading.tree.words, reading.pack.words
    for i in (i for i in range(first + 1, last) if words[i].text == "," and i + 2 < len(words)):
        what = words[i + 1].pos == "PRON" and words[i + 1].lower in pack["demonstrative"]
        led = words[i + 2].lower in pack["relative_object"] | pack["relative_subject"]
        if led and (what or words[i + 1].lemma in pack["told_nouns"]):
            return i
    return last


def _first_digits(tree: Tree, i: int) -> int:
    """ "vendue 1 105 000 dollars": where a number starts whose groups of digits the parser hung apart."""
    while i and len(tree.words[i].text) == GROUP and tree.words[i].text.isdigit():
        before = tree.words[i - 1]
        if not before.text.isdigit() or len(before.text) > GROUP or before.sent != tree.words[i].sent:
            break
        i -= 1
    return i


def _after_change(reading: Reading, first: int, last: int) -> int:
    """ "rose $7.2bn to $170.8bn": the sum is what was reached, where the parser makes one number of both."""
    words, reached = reading.tree.words, reading.pack.words["reached"]
    marks = (i for i in range(last - 2, first, -1) if words[i].lower in reached)
    return next((i + 1 for i in marks if is_figure(reading.pack, words[i + 1])), first)


def _end_of_currency(reading: Reading, last: int) -> int:
    """ "valorisé 1,1 milliard de dollars": the currency may hang elsewhere."""
    words, table = reading.tree.words, reading.pack.patterns["numbers"]
    many = last > 0 and words[last - 1].lower in table["multipliers"] and last + 1 < len(words)
    linked = many and words[last].lower in reading.pack.words["of"] | reading.pack.words["elided"]
    currency = words[last + 1] if linked else None
    return (
        last + 2 if currency and not table["currencies"].keys().isdisjoint((currency.lower, currency.lemma)) else last
    )


def _end_of_date(reading: Reading, last: int) -> int:
    """ "ce mardi 4 mai 2021": where a date ends of which the parser hung the parts apart."""
    words, months = reading.tree.words, reading.pack.patterns["dates"]["months"]
    day = last + 1 < len(words) and words[last].text[:1].isdigit() and words[last + 1].lower in months
    if day and words[last - 1].lower in reading.pack.patterns["dates"]["weekdays"]:
        last += 2
    year = 0 < last < len(words) and words[last - 1].lower in months and words[last].is_year
    return last + 1 if year else last


def _string(reading: Reading, first: int, last: int) -> Value:
    return Value(text=reading.text(first, last), datatype=Datatype.STRING)


def read_value(reading: Reading, word: int, datatype: str) -> tuple[Value, tuple[int, int]] | None:
    """Read a literal off a word and what hangs below it."""
    tree, pack = reading.tree, reading.pack
    if datatype == "string":
        first, last = _without_days(reading, word, *(_clause_at(reading, word) or reading.phrase_of(word)))
        last = _without_comment(reading, first, _without_source(reading, first, last))
        return _string(reading, first, last), (first, last)
    below = tree.subtree(word, APART)
    if datatype == "countries" and pack.words["countries"].isdisjoint(tree.words[i].lemma for i in below):
        return None
    first, last = _first_digits(tree, below[0]), below[-1] + 1
    multipliers = pack.patterns["numbers"]["multipliers"]
    while last < len(tree.words) and tree.words[last].lower.rstrip(".") in multipliers:
        last += 1  # "$850m": the unit may hang elsewhere
    if datatype in ("money", "loss"):
        first, last = _after_change(reading, first, last), _end_of_currency(reading, last)
        money = read_money(reading.text(first, last), pack) or _in_the_same_currency(reading, first, last)
        money = f"-{money}" if money and datatype == "loss" else money
        return (Value(text=money, datatype=Datatype.MONEY), (first, last)) if money else None
    text = reading.text(first, last)
    if datatype == "date":
        last = _end_of_date(reading, last)
        text = reading.text(first, last)
        period = read_date(text, pack, reading.published)
        told = (period.value if period else None) or date_as_written(text, pack)
        return (Value(text=told, datatype=Datatype.DATE), (first, last)) if told else None
    number = read_number(text, pack)
    return (Value(text=plain(number.value), datatype=Datatype.NUMBER), (first, last)) if number else None
