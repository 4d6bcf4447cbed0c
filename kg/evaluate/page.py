"""The errors as one HTML page: gold and prediction side by side, the words marked in their text."""

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from kg.errors import EvaluationError
from kg.evaluate.errors import ErrorList, Miss, Wrong
from kg.evaluate.report import causes_text, fact_text, figures_text, gold_text
from kg.evaluate.score import Evaluation, by_property

_AROUND = 160  # characters of the article shown on each side of the evidence
_STYLE = """
body{font:15px/1.45 system-ui,sans-serif;margin:2rem;max-width:75rem;color:#1d2433;background:#fff}
pre{background:#f4f6f9;padding:1rem;overflow:auto}
table{border-collapse:collapse;width:100%}td{border-top:1px solid #d5dae3;padding:.5rem;vertical-align:top;width:50%}
mark{background:#ffe9a8}.cause{font-weight:600;color:#8a2f14}.leak{color:#fff;background:#b3261e;padding:0 .3rem}
.at{color:#5b6475}summary{cursor:pointer;font-size:1.1rem;padding:.4rem 0}
@media(prefers-color-scheme:dark){body{color:#e6e9ef;background:#12161d}pre{background:#1c222c}
mark{background:#6b5610;color:#fff}.cause{color:#ffb59d}td{border-color:#333b48}}
"""


def errors_page(evaluation: Evaluation, errors: ErrorList, texts: Mapping[str, str]) -> str:
    """Return the page. Nothing in it runs or is fetched.

    Args:
        texts: Article name → text; an article without text shows its evidence alone.
    """
    body = "".join(_sections(evaluation, errors, texts))
    head = f"<pre>{escape(figures_text(evaluation))}\n\n{escape(causes_text(errors))}</pre>"
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Errors</title>'
        f"<style>{_STYLE}</style><h1>Gold and predictions</h1>{head}{body}</html>\n"
    )


def write_errors_page(path: Path, evaluation: Evaluation, errors: ErrorList, texts: Mapping[str, str]) -> None:
    """Write the page to a file.

    Raises:
        EvaluationError: the file cannot be written.
    """
    page = errors_page(evaluation, errors, texts)
    try:
        path.write_text(page, "utf-8")
    except OSError as error:
        raise EvaluationError(
            f"cannot be written: {error.strerror}", where=str(path), remedy="Choose a folder that exists."
        ) from error


def _sections(evaluation: Evaluation, errors: ErrorList, texts: Mapping[str, str]) -> Iterator[str]:
    for row in by_property(evaluation):
        missed = [m for m in errors.missed if m.gold.predicate == row.name]
        wrong = [w for w in errors.wrong if w.fact.predicate == row.name and (w.leak or not _is_shown(w, missed))]
        if missed or wrong:
            rows = "".join(_miss_row(m, texts) for m in missed) + "".join(_wrong_row(w, texts) for w in wrong)
            yield (
                f"<details><summary>{escape(row.name)}: {len(missed)} missed of {row.gold},"
                f" {len(wrong)} more wrong of {row.predicted}</summary><table>{rows}</table></details>"
            )


def _is_shown(wrong: Wrong, missed: list[Miss]) -> bool:
    return any(m.nearest is wrong.fact and m.match is wrong.match for m in missed)


def _miss_row(miss: Miss, texts: Mapping[str, str]) -> str:
    article = miss.match.gold
    left = (
        f'<span class="cause">{escape(miss.cause)}</span> · {escape(miss.gold.tier)} · '
        f"{escape(gold_text(article, miss.gold))}<p>{_context(texts, article.name, miss.gold.evidence)}</p>"
    )
    right = ""
    if miss.nearest is not None:
        evidence = miss.nearest.evidence_in(article.name)[0]
        right = (
            f'{escape(fact_text(miss.match, miss.nearest))} <span class="at">{escape(evidence.rule)}</span>'
            f"<p>{_context(texts, article.name, evidence.text)}</p>"
        )
    return f"<tr><td>{left}</td><td>{right}</td></tr>"


def _wrong_row(wrong: Wrong, texts: Mapping[str, str]) -> str:
    article = wrong.match.gold
    left = "" if wrong.nearest is None else escape(gold_text(article, wrong.nearest))
    evidence = wrong.fact.evidence_in(article.name)[0]
    leak = '<span class="leak">leak</span> ' if wrong.leak else ""
    right = (
        f'{leak}<span class="cause">{escape(wrong.cause)}</span> · {escape(fact_text(wrong.match, wrong.fact))} '
        f'<span class="at">{escape(evidence.rule)}</span><p>{_context(texts, article.name, evidence.text)}</p>'
    )
    return f"<tr><td>{left}</td><td>{right}</td></tr>"


def _context(texts: Mapping[str, str], article: str, evidence: str) -> str:
    """Return the evidence marked in some words of its article."""
    text = texts.get(article, "")
    start = text.find(evidence) if text else -1
    before = text[max(0, start - _AROUND) : start] if start >= 0 else ""
    end = start + len(evidence)
    after = text[end : end + _AROUND] if start >= 0 else ""
    name = f'<span class="at">{escape(article)}</span>'
    return f"{name} {escape(before)}<mark>{escape(evidence)}</mark>{escape(after)}"
