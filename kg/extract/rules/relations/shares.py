"""What hangs on a part or a sum: "détient 45 % de Valtec", "dont Zumo a 45 %", "reçoit deux millions de Zumo"."""

from kg.extract.rules.parsing.frames import Frame
from kg.extract.rules.parsing.tree import Tree, Word
from kg.lang import LanguagePack


def put_behind_sums(tree: Tree, pack: LanguagePack, frame: Frame) -> None:
    """Fill what a part is of, of whom a sum is, and who gets what is given: money has no owner behind it."""
    frame.put("whole", *whole_words(tree, pack, frame))
    for agent in frame.args.get("agent", ()) if frame.passive and "recipient" not in frame.args else ():
        to = (c.i for c in tree.children(agent, "nmod") if c.case in pack.words["to"])
        frame.put("recipient", *to)  # "livrés par Zumo à Valtec", hung on who acts
    for sum_ in frame.args.get("patient", ()) if pack.adposition == "child" else ():
        below = [c for c in tree.children(sum_, "nmod") if c.case in pack.words["of"]]
        if any(_is_currency(pack, c) for c in (tree.words[sum_], *below)):
            for word in (c for c in below if c.pos in ("PROPN", "NOUN") and not _is_currency(pack, c)):
                if word.case not in frame.args:
                    frame.put(word.case, word.i)


def _is_currency(pack: LanguagePack, word: Word) -> bool:
    table = pack.patterns["numbers"]["currencies"]
    return word.lemma in table or word.lower in table


def whole_words(tree: Tree, pack: LanguagePack, frame: Frame) -> list[int]:
    """Return what the parts are of that a verb acts on; of "dont", the noun before the clause."""
    of, found = pack.words["of"], list[int]()
    parts = [i for i in frame.args.get("patient", ()) if _is_share(tree, pack, i)]
    for part in parts:
        below = [c for c in tree.children(part, "nmod") if c.case in of]
        stocks = [c for c in below if _is_stock(pack, c.lemma)]
        inner = [c for stock in stocks for c in tree.children(stock.i, "nmod") if c.case in of]
        found += [c.i for c in (inner or below if len(stocks) == len(below) else below)]
    named = [i for i in found if not _is_stock(pack, tree.words[i].lemma)]
    if named or not parts:
        return named
    return [i for case in sorted(of) for i in frame.args.get(case, ()) if i < frame.i]


def _is_stock(pack: LanguagePack, lemma: str) -> bool:
    """What parts of a firm are parts of: "du capital", "des parts"."""
    return lemma in pack.words["capital"] or lemma in pack.words["shares"]


def _is_share(tree: Tree, pack: LanguagePack, i: int) -> bool:
    """Whether a word is a part of a whole: "45 %", "la majorité", "des parts"."""
    return tree.words[i].lemma in pack.words["shares"] or tree.words[i].text == "%"
