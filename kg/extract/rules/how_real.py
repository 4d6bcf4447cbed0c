"""How real the text makes what a draft says: its clause, and what its arguments and its day tell besides."""

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Word
from kg.extract.rules.reality import settled
from kg.extract.rules.reality.context import Reality
from kg.extract.rules.reality.excepted import is_excepted, may_be_excepted
from kg.extract.rules.reality.state import State
from kg.extract.rules.relations.days import is_ahead
from kg.extract.rules.relations.places import opens_sentence
from kg.extract.rules.relations.reading import Draft, Reading
from kg.lang.schema import load_schema
from kg.model import LEARNED, Modality, Period, Polarity

OWNED = {"owns": False, "holdsLicense": False, "subsidiaryOf": True}  # whether the owner is the object
# no former office ends it
FOREVER = frozenset({"nationality", "birthPlace", "birthDate", "deathDate", "educatedAt", "leftPosition"})
ATTENDED = {"participatedIn": False, "locatedIn": True}  # whether the event is the subject
# shown by what is done for its sake
STANCES = frozenset({"supports", "opposes", "criticized", "protestedAgainst", "admires"})
AGAINST = frozenset({"opposes", "criticized"})
BESIDE = (*SUBJECTS, "agent", "obl")  # what somebody is to a clause that does not bring him about
NOT_KNOWN = Reality(Polarity.POSITIVE, Modality.POSSIBLE, past=False)  # where somebody is who did not do it there
DONE = Reality(Polarity.POSITIVE, Modality.ACTUAL, past=False)
PLAYED = frozenset({"spouseOf", "parentOf", "siblingOf", "killed", "attacked", "perpetratorOf"})  # by actors, as well
SOMEBODY = ("Person", "Group", "Company", "GovernmentBody")  # no plant, which may be yet to be built


class HowReal:
    """Judges the drafts of one article."""

    def __init__(self, reading: Reading) -> None:
        """Prepare for an article."""
        self.reading = reading
        self._nothing: dict[int, bool] = {}  # by reference
        self._hardly: dict[int, bool] = {}
        self._apart: dict[int, bool] = {}  # by reference: may the contrary be told of it?

    def of(self, draft: Draft, *, is_told: bool) -> Reality | None:
        """How real the text makes a claim; None where its relation wants a denial and there is none.

        Args:
            is_told: whether the claim is that somebody has told what it was read in.
        """
        context = self.reading.context
        if draft.predicate in PLAYED and self._is_played(draft):
            return None
        if draft.background or self._is_told_by_itself(draft):
            polarity, modality = self._granted(draft)
        else:
            judged = context.judge(draft.trigger, draft.verb, noun=draft.phrase != "" or draft.granted)
            draft.firm = judged.firm
            sham = not draft.phrase and context.is_sham(self.reading.tree.words[draft.trigger])
            if judged.polarity is Polarity.NEGATIVE and (sham or draft.polarity == Polarity.NEGATIVE):
                return None  # "n'a pas quitté la Russie": who did not leave may or may not be there
            polarity = Polarity(draft.polarity or self._setting(draft) or judged.polarity)
            polarity = Polarity.NEGATIVE if sham else polarity  # "est un faux médecin"
            excepted = self._is_told_of_others(draft)
            if excepted and (polarity is Polarity.NEGATIVE or draft.rule.startswith(LEARNED)):
                return None  # what is so of others' contrary is not said
            if excepted or self.names_none(draft) or any(map(self._is_hardly_any, self._named(draft))):
                polarity = Polarity.NEGATIVE
            modality = Modality(draft.modality) if draft.modality else judged.modality
            polarity, modality = self._settled(draft, polarity, modality)
        if is_told:
            polarity, modality = Polarity.POSITIVE, Modality.ACTUAL
        elif modality is Modality.ACTUAL and self._is_of_a_year_to_come(draft):
            modality, draft.firm = Modality.PLANNED, True
        if draft.when is not None:
            if not _is_meant(draft.when, polarity, modality):
                return None
            polarity, modality = Polarity.POSITIVE, modality if draft.when == "affirmed" else Modality.ACTUAL
        over = context.is_past(draft.trigger) or context.past.is_over(draft.trigger)
        past = draft.past or over or self._is_gone(draft)
        return Reality(polarity, modality, past and draft.predicate not in FOREVER)

    def _is_played(self, draft: Draft) -> bool:
        """ "l'épouse de X dans la série", "tue Y dans le film": so are the persons of a story, nobody else."""
        tree, words = self.reading.tree, self.reading.pack.words
        held = (self.reading.table.items[n].i for n in self._named(draft))
        told = dict.fromkeys((draft.trigger, draft.verb, tree.words[draft.trigger].head, *held))
        beside = (c for i in told if i != ROOT for c in tree.children(i, "obl", "nmod"))
        stories = [c for c in beside if c.lemma in words["fictions"] and c.case in words["in_stories"]]
        row = (
            n.pos == "NOUN" and n.case != "" for c in stories for n in tree.children(c.i, "nmod")
        )  # "dans la série d'attentats"
        indefinite = any(n.lower in words["indefinite"] for c in stories for n in tree.children(c.i, "det"))
        return bool(stories) and not indefinite and not any(row)

    def _granted(self, draft: Draft) -> tuple[Polarity, Modality]:
        """What a noun phrase takes for granted, as far as its own words and the event that it names leave it so."""
        state = self.reading.context.qualified(draft.trigger)
        around = self._around(draft)
        for other in (around, self._event_itself(draft)):
            if other is not None:
                state.weaken(other.modality, firm=other.firm)
        if draft.modality and draft.rule.startswith(LEARNED):
            state.weaken(Modality(draft.modality))
        draft.firm = state.firm
        off = any(map(self._is_called_off, self._named(draft)))
        sham = self.reading.context.is_sham(self.reading.tree.words[draft.trigger])
        denied = off or sham or (around is not None and around.polarity is Polarity.NEGATIVE)
        return Polarity.NEGATIVE if denied else Polarity.POSITIVE, state.modality

    def _settled(self, draft: Draft, polarity: Polarity, modality: Modality) -> tuple[Polarity, Modality]:
        """What a clause leaves open or denies, and something else in it tells."""
        if self._is_where_it_always_is(draft):
            return Polarity.POSITIVE, Modality.ACTUAL
        if polarity is Polarity.NEGATIVE and self._is_disapproval(draft):
            polarity = Polarity.POSITIVE
        shown = modality is Modality.DESIRED and self._is_shown(draft)
        agreed = modality is Modality.PLANNED and (self._is_agreed_price(draft) or self._is_to_be_tried(draft))
        return polarity, Modality.ACTUAL if shown or agreed else modality

    def _around(self, draft: Draft) -> Reality | None:
        """What the clause makes of what the networks read off a noun that takes it for granted no more than a verb.

        "le procès de X aura lieu lundi": that he takes part; "X ira à Lyon, Y à Nice": where somebody is.
        """
        if not draft.rule.startswith(LEARNED) or not isinstance(draft.object, int):
            return None
        tree, items, context = self.reading.tree, self.reading.table.items, self.reading.context
        told = tree.words[draft.trigger]
        if draft.predicate == "participatedIn" and items[draft.object].i == told.i and self._is_put_on(told):
            return context.judge(told.i, told.i)
        place = tree.words[items[draft.object].i]
        there = draft.predicate == "locatedIn" and place.case in self.reading.pack.words["locative"]
        if not there or told.pos != "PROPN" or not self.reading.names_person(draft.subject):
            return None
        verb = next((w for w in tree.ancestors(told.i) if w.pos in ("VERB", "AUX")), None)
        judged = None if verb is None else context.judge(verb.i, verb.i, noun=False)
        return judged if judged is None or judged.polarity is Polarity.POSITIVE else NOT_KNOWN

    def _event_itself(self, draft: Draft) -> State | None:
        """ "lors du prochain sommet à Lyon", "les sommets prévus en Chine": where it is is as far off as the event."""
        item = self.reading.table.items[draft.subject]
        told = draft.predicate == "locatedIn" and item.i != draft.trigger and item.core[0] < item.core[1]
        if not told or not load_schema().is_a(self.reading.root(draft.subject).type, "Event"):
            return None
        return self.reading.context.qualified(item.i)

    def _is_called_off(self, index: int) -> bool:
        """ "La police a déjoué un attentat à Lyon", "le salon de Genève a été annulé": an event that was none."""
        reading, clauses = self.reading, self.reading.context.clauses
        noun = reading.tree.words[reading.table.items[index].i]
        told = noun.head != ROOT and noun.rel in ("obj", *SUBJECTS)
        if not told or not load_schema().is_a(reading.root(index).type, "Event"):
            return False
        verb = reading.tree.words[noun.head]
        if noun.rel == "subj":  # "le concours de Lyon n'a pas eu lieu"
            return clauses.is_happening(verb) and clauses.is_negated(verb)
        particles = (c.lower for c in reading.tree.children(verb.i, "advmod", "prt", "adp"))
        named = {verb.lemma, *(f"{verb.lemma} {particle}" for particle in particles)}
        off = not named.isdisjoint(reading.pack.words["thwarting"])
        return off and reading.context.judge(verb.i, verb.i, noun=False) == DONE

    def _is_put_on(self, event: Word) -> bool:
        """ "aura lieu", "doit s'ouvrir", "est prévu": whether the verb tells no more of an event than that it comes."""
        tree, clauses = self.reading.tree, self.reading.context.clauses
        if event.rel not in SUBJECTS or event.head == ROOT:
            return False
        verb = tree.words[event.head]
        put_on = event.rel == "subj:pass" and verb.lemma in self.reading.pack.governors
        return put_on or any(clauses.is_happening(v) for v in (verb, *tree.children(verb.i, "xcomp")))

    def _is_told_by_itself(self, draft: Draft) -> bool:
        """ "Un juge de Lyon pourrait partir", "an engineer in Oslo may leave": where he is hangs on nothing.

        An object may be sought or made: "veut un associé en Asie", "hires engineers in Oslo".
        """
        if not draft.granted or not load_schema().fits(self.reading.root(draft.subject).type, SOMEBODY):
            return False
        noun = self.reading.tree.words[self.reading.table.items[draft.subject].i]
        noun = self.reading.tree.words[self.reading.tree.first_conjunct(noun.i)]
        return noun.i == draft.trigger and noun.rel in BESIDE

    def _is_shown(self, draft: Draft) -> bool:
        """ "ont défilé pour soutenir X", "sold reserves to support the franc": who acts for it does support it."""
        context = self.reading.context
        verb = self.reading.tree.words[draft.verb]
        done = settled.purpose_of(context.clauses, verb) if draft.predicate in STANCES else None
        if done is None:
            return False
        around = context.judge(done.i, done.i, noun=False)
        return around.polarity is Polarity.POSITIVE and around.modality is Modality.ACTUAL

    def _is_disapproval(self, draft: Draft) -> bool:
        """ "n'a pas apprécié les propos de X", "did not accept the deal": by its denial the verb tells a stance."""
        if draft.predicate not in AGAINST or not draft.rule.startswith(LEARNED):
            return False
        return self.reading.tree.words[draft.verb].lemma in self.reading.pack.words["approving"]

    def _is_where_it_always_is(self, draft: Draft) -> bool:
        """ "inaugurera un pont à Créteil, dans le Val-de-Marne": a named place lies where it lies."""
        reading = self.reading
        if draft.predicate != "locatedIn" or not isinstance(draft.object, int):
            return False
        ends = draft.subject, draft.object
        if not all(reading.is_name(i) and load_schema().is_a(reading.root(i).type, "Place") for i in ends):
            return False
        return reading.tree.words[reading.table.items[draft.subject].i].rel not in SUBJECTS

    def _setting(self, draft: Draft) -> str | None:
        """ "À Lyon, la société X n'a pas réagi": where somebody is who does not do something is told for all that."""
        reading = self.reading
        if draft.predicate != "locatedIn" or not isinstance(draft.object, int):
            return None
        place = reading.tree.words[reading.table.items[draft.object].i]
        agent = load_schema().fits(reading.root(draft.subject).type, ("Person", "Organization"))
        told = agent and reading.is_name(draft.subject) and place.case in reading.pack.words["locative"]
        return Polarity.POSITIVE if told and opens_sentence(reading, place) else None

    def _is_agreed_price(self, draft: Draft) -> bool:
        """ "Aton will buy Zumo for $2m": a firm that is to change hands has its price already, new goods have not."""
        if draft.predicate != "price" or load_schema().is_a(self.reading.root(draft.subject).type, "Product"):
            return False
        return self.reading.tree.words[draft.trigger].lemma in self.reading.pack.words["agreeing_price"]

    def _is_to_be_tried(self, draft: Draft) -> bool:
        """ "sera jugé pour meurtre", "will stand trial for murder": who is to be tried is charged already."""
        trying = self.reading.pack.words["trying"]
        return draft.predicate == "chargedWith" and self.reading.tree.words[draft.trigger].lemma in trying

    def _is_gone(self, draft: Draft) -> bool:
        """Whether an owner is told to have parted with what a claim says to be his."""
        if draft.predicate not in OWNED or not isinstance(draft.object, int):
            return False
        ends = draft.subject, draft.object
        owner, owned = ends[::-1] if OWNED[draft.predicate] else ends
        items, root = self.reading.table.items, self.reading.table.root
        sent = self.reading.tree.words[draft.trigger].sent
        same = (x.i for j, x in enumerate(items) if x.sent == sent and root(j) == root(owned))
        things = {draft.trigger, items[owned].i, *same}  # "X was sold by its owner, Y"
        parted = [i for i in things if self.reading.context.past.is_parted_with(i, items[owner].i)]
        return any(not self._is_so_since(draft, self.reading.tree.words[i].head) for i in parted)

    def _is_so_since(self, draft: Draft, parting: int) -> bool:
        """ "GM sold Opel, which now belongs to Zumo": what a present tells behind a sale is what came of it."""
        telling = self.reading.tree.words[draft.trigger]
        clauses = self.reading.context.clauses
        return telling.pos == "VERB" and telling.i > parting and not clauses.is_past(telling)

    def _is_of_a_year_to_come(self, draft: Draft) -> bool:
        """ "les municipales de 2020 à Paris", told in 2019: an event that its words date behind the article."""
        reading, published = self.reading, self.reading.published
        if published is None or draft.predicate not in ATTENDED or not isinstance(draft.object, int):
            return False
        event = draft.subject if ATTENDED[draft.predicate] else draft.object
        item, words = reading.table.items[event], reading.tree.words
        if item.core[0] == item.core[1] or not load_schema().is_a(reading.root(event).type, "Event"):
            return False
        if is_ahead(reading, item.i):
            return True  # "le concert à Lyon, le 20 juillet"
        dates = [words[i] for i in range(*item.extents[0])] + list(reading.tree.children(item.i, "nmod", "nummod"))
        return any(w.is_year and w.head != ROOT and w.text > published[:4] for w in dates)

    def is_long_past(self, draft: Draft, reality: Reality, period: Period | None) -> bool:
        """ "Il quittera Renault en 1972": of a day before the article's, a future tells what came to pass."""
        if reality.modality is not Modality.PLANNED or period is None or period.latest is None:
            return False
        published = self.reading.published
        future = self.reading.context.clauses.is_future(self.reading.tree.words[draft.verb])
        return published is not None and period.latest < published[: len(period.latest)] and future

    def is_yet_to_come(self, draft: Draft, reality: Reality) -> bool:
        """ "reçoit X le 24 juin", told on the third: of a day behind the article's, a present tells a plan."""
        if draft.background or draft.predicate.endswith("Date") or reality.modality is not Modality.ACTUAL:
            return False
        if draft.granted or self._is_where_it_always_is(draft) or self._is_to_be_tried(draft):
            return False
        context, verb = self.reading.context, self.reading.tree.words[draft.verb]
        undergone = not context.syntax.is_past_participle(verb) or context.syntax.is_passive(verb)  # no "est arrivé"
        past = not undergone or context.clauses.is_past(verb)
        return not past and is_ahead(self.reading, draft.trigger, draft.verb)

    def names_none(self, draft: Draft) -> bool:
        """Whether an argument is "aucun suspect", "no suspect", whatever the parser hung it on; or what nobody is."""
        return any(map(self._is_none, self._named(draft)))

    def _is_told_of_others(self, draft: Draft) -> bool:
        """ "Tous, sauf Paul Dumas, ont voté": of an argument the contrary is told."""
        reading = self.reading
        tree, pack, items = reading.tree, reading.pack, reading.table.items
        for n in self._named(draft):
            if n not in self._apart:
                self._apart[n] = may_be_excepted(tree, pack, items[n])
            if self._apart[n] and is_excepted(tree, pack, items[n], draft.trigger):
                return True
        return False

    def _named(self, draft: Draft) -> list[int]:
        """Return the arguments that stand in the text."""
        items = self.reading.table.items
        arguments = [draft.subject, draft.object] if isinstance(draft.object, int) else [draft.subject]
        return [n for n in arguments if items[n].core[0] < items[n].core[1]]

    def _is_none(self, index: int) -> bool:
        """Whether a mention names nobody; many drafts share theirs."""
        if index not in self._nothing:
            item = self.reading.table.items[index]
            self._nothing[index] = self._is_denied(item) or self._is_what_nobody_is(item)
        return self._nothing[index]

    def _is_denied(self, item: Reference) -> bool:
        """ "no suspect", "a member of neither the EU nor NATO", "membre ni de l'UE ni de l'OTAN"."""
        tree, words = self.reading.tree, self.reading.pack.words
        if any(c.lower in words["negative_determiners"] for c in tree.children(item.i, "det")):
            return True
        row = dict.fromkeys((item.i, tree.first_conjunct(item.i)))
        return any(c.lower in words["neither"] for i in row for c in tree.children(i, "preconj", "cc", "advmod"))

    def _is_hardly_any(self, index: int) -> bool:
        """Whether a mention is of few if any; many drafts share theirs."""
        if index not in self._hardly:
            self._hardly[index] = self._is_scarce(self.reading.table.items[index])
        return self._hardly[index]

    def _is_scarce(self, item: Reference) -> bool:
        """ "few lawmakers", "hardly any lawmakers", "peu d'élus"; no "a few lawmakers", no "un peu d'argent"."""
        tree, words = self.reading.tree, self.reading.pack.words
        for child in tree.children(item.i, "amod", "advmod", "det", "case", "nummod"):
            few = child.i
            if child.rel in ("det", "case"):
                few = child.i - 1 if child.lower in words["before_counted"] else ROOT
            if few == ROOT or tree.words[few].lower not in words["scarce"]:
                continue
            if few == 0 or tree.words[few - 1].lower not in words["some_rather_than_few"]:
                return True
        return False

    def _is_what_nobody_is(self, item: Reference) -> bool:
        """ "X n'est pas une filiale de Y": the predicate that is denied names nothing of its own."""
        if item.determiner != "indefinite":
            return False
        tree, word = self.reading.tree, self.reading.tree.words[item.i]
        above = tree.words[word.head] if word.rel == "attr" and word.head != ROOT else word
        predicated = above is not word or tree.child(word.i, "cop") is not None
        return predicated and self.reading.context.clauses.is_negated(above)


def _is_meant(when: str, polarity: Polarity, modality: Modality) -> bool:
    """Whether an act is as words must tell it that mean something else by it: denied, or still to be done."""
    if when == "affirmed":
        return polarity is Polarity.POSITIVE  # "n'a pas rencontré X à Lyon": he may have been there all the same
    if when == "negative":
        return polarity is Polarity.NEGATIVE and modality in (Modality.ACTUAL, Modality.POSSIBLE)
    return modality is Modality.OBLIGATED
