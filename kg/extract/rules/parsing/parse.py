"""Loads the language models and parses articles."""

import importlib
import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from spacy.attrs import IS_DIGIT, IS_SPACE, ORTH, POS
from spacy.language import Language
from spacy.symbols import SPACE
from spacy.util import load_config, load_model_from_config
from thinc.api import Model, use_ops

from kg.errors import ExtractorError
from kg.extract.alternatives import endings_shared
from kg.extract.rules.parsing.familiar_names import bring_near
from kg.extract.rules.parsing.forward_only import spare_training
from kg.extract.rules.parsing.lemma_tables import LemmaTables
from kg.extract.rules.parsing.sentence_starts import FIRST_STEP
from kg.extract.rules.parsing.tree import YEAR
from kg.lang import LanguagePack
from kg.threads import one_thread

NEAR = "kg_familiar_names"  # key of a pipeline that has been told names
BATCH = 16  # articles handed to the parser at once
STOP_BEHIND_SIGN = re.compile(r"(?<=[\da-zà-ÿ][A-Z])\.$")


@Language.component("kg_no_space")
def take_words_for_words(doc: Any) -> Any:
    """What has letters is no white space, whatever the model says (all that is left to do for `_spare_ruler`)."""
    if doc.has_annotation("POS"):
        for i in np.flatnonzero((doc.to_array(POS) == SPACE) & (doc.to_array(IS_SPACE) == 0)).tolist():
            doc[i].pos_ = "X"
            doc[i].set_morph(None)
    return doc


@cache
def load_pipeline(package: str) -> Language:
    """Load a model that is installed as a Python package.

    Raises:
        ExtractorError: the package is missing.
    """
    with warnings.catch_warnings(), endings_shared():
        # Built with spaCy 3.7 and loaded by 3.8: its output there was checked by the quality floors.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            module = importlib.import_module(package)
        except ImportError as error:
            raise ExtractorError(
                f"the language model {package} is not installed", remedy="Install kg again: pip install kg."
            ) from error
        with use_ops("numpy", use_blis=False):  # numpy multiplies matrices in two thirds of the time; same parses
            nlp = _load(_model_folder(Path(str(module.__file__)).parent))
    nlp.add_pipe(FIRST_STEP, first=True)
    _spare_ruler(nlp)
    _read_alone(nlp)
    _part_stops(nlp)
    return nlp


def _load(folder: Path) -> Language:
    """Do what `spacy.load` does, but for its half a million strings: a word of an article adds itself when met."""
    nlp = load_model_from_config(load_config(folder / "config.cfg"))
    if nlp.has_pipe("lemmatizer"):
        lemmatizer: Any = nlp.get_pipe("lemmatizer")
        lemmatizer.lookups = LemmaTables()
    return nlp.from_disk(folder, exclude=["strings"])


def _read_alone(nlp: Language) -> None:
    """Let the states of an article's words be made from it alone, not with those of the batch that it came in.

    Where a row stands in a matrix may change the last bits of its product on some processors: the networks, which see
    these states, would tell by a confidence in which order articles were read. It even costs less: what is in use
    stays in the processor's cache.
    """
    if nlp.has_pipe("tok2vec"):
        encoder: Any = nlp.get_pipe("tok2vec")
        spare_training(encoder.model)
        encode = encoder.predict
        encoder.predict = lambda docs: [states for doc in docs for states in encode([doc])]
    if nlp.has_pipe("ner"):
        names: Any = nlp.get_pipe("ner")
        spare_training(names.model.get_ref("tok2vec"))
        steps = names.model.get_ref("tok2vec").layers  # it has an encoder of its own, and what makes use of it
        steps[0] = Model("one_by_one", _one_by_one, layers=[steps[0]])


def _one_by_one(model: Any, docs: list[Any], is_train: bool) -> tuple[list[Any], Any]:
    (encoder,) = model.layers
    return [states for doc in docs for states in encoder.predict([doc])], None  # nothing is trained here


def _spare_ruler(nlp: Language) -> None:
    """Take out rules that only write the part of speech beside itself, as the tag, or look at white space."""
    if not nlp.has_pipe("attribute_ruler"):
        return
    ruler: Any = nlp.get_pipe("attribute_ruler")
    if all(_copies(rule["patterns"], rule["attrs"]) for rule in ruler.patterns):
        nlp.replace_pipe("attribute_ruler", "kg_no_space")


def _copies(patterns: list[list[dict[str, Any]]], written: dict[str, Any]) -> bool:
    """Whether a rule of a model writes what the part of speech tells, or is about white space."""
    only = patterns[0][0] if len(patterns) == 1 and len(patterns[0]) == 1 else {}
    return "IS_SPACE" in only or (list(only) == ["POS"] and written == {"TAG": only["POS"]})


def _model_folder(package: Path) -> Path:
    """A package is a pipeline itself, or carries one in a folder."""
    inner = sorted(p.parent for p in package.glob("*/config.cfg"))
    return inner[0] if inner else package


def parse(texts: Iterable[str], pack: LanguagePack) -> Iterator[Any]:
    """Yield a spaCy Doc a text, in order."""
    docs = pipeline_of(pack).pipe(texts, batch_size=BATCH)
    while True:
        with one_thread():
            doc = next(docs, None)
        if doc is None:
            return
        yield doc


def pipeline_of(pack: LanguagePack) -> Language:
    """Return the model of a language, told what the language knows of names, figures and elided words."""
    nlp = load_pipeline(pack.model)
    _keep_elided(nlp, pack)
    _show_figures(nlp, pack.patterns["numbers"].get("shown_to_parser", ""))
    _bring_names_near(nlp, pack)
    return nlp


def _show_figures(nlp: Language, shown: str) -> None:
    """Let the model take each long figure for one that it knows: it has never met "3340" and may think it no number."""
    if shown and not nlp.has_pipe("kg_figures"):
        nlp.add_pipe("kg_figures", first=True, config={"shown": shown})


def _bring_names_near(nlp: Language, pack: LanguagePack) -> None:
    """Let the model read people by names that it knows; what recognises names has an encoder of its own."""
    if not pack.familiar_names or not nlp.has_pipe("tok2vec") or nlp.meta.get(NEAR):
        return
    nlp.meta[NEAR] = True  # a pipeline is kept from one call to the next
    encoder: Any = nlp.get_pipe("tok2vec")
    embed, encode = encoder.model.layers
    rows_of = bring_near(embed, nlp.vocab, pack)
    encoder.predict = lambda docs: [encode.predict([rows_of(doc)])[0] for doc in docs]


@Language.factory("kg_figures")
def make_figures(nlp: Language, name: str, shown: str) -> Callable[[Any], Any]:
    """Return the step that gives figures too long for a year the norm of another one."""

    def even_figures(doc: Any) -> Any:
        for i in np.flatnonzero(doc.to_array(IS_DIGIT)).tolist():
            if len(doc[i]) > YEAR:
                doc[i].norm_ = shown
        return doc

    return even_figures


def _keep_elided(nlp: Language, pack: LanguagePack) -> None:
    """Let "d'" before a quotation mark be one word, as it is before any other."""
    tokenizer: Any = nlp.tokenizer
    for word in sorted(pack.words["elided"]):
        for form in (word, word.capitalize()):
            if form not in tokenizer.rules:
                tokenizer.add_special_case(form, [{ORTH: form}])


def _part_stops(nlp: Language) -> None:
    """Let the stop behind "5G" and "SpaceX" be no part: only after a letter that stands alone is it an initial's."""
    tokenizer: Any = nlp.tokenizer
    found = tokenizer.suffix_search
    tokenizer.suffix_search = lambda text: found(text) or STOP_BEHIND_SIGN.search(text)
