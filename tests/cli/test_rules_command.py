"""What `kg rules` lists and counts."""

import json
import re

from tests.build.quick_extractor import NAME
from tests.build.quickly import A, B, write
from tests.cli.running import kg


def test_rules_lists_what_is_read():
    """Each rule with its words and an example; nothing is read for it."""
    ran = kg("rules", "--language", "fr")

    assert ran.code == 0
    assert re.search(r"^fr  founded/business/1 +fonder, cofonder, .*\n    Marc Lefort a fondé", ran.out, re.MULTILINE)


def test_rules_counts_a_corpus(tmp_path):
    """What fires, with a sentence; the dead ones on demand; both as JSON."""
    corpus = [write(tmp_path, "a.txt", A), write(tmp_path, "b.txt", B)]
    count = ("rules", "--extractor", NAME, "--count", *corpus)

    fired, dead, told = kg(*count), kg(*count, "--dead"), json.loads(kg(*count, "--json").out)

    assert re.fullmatch(r" +2  fr  founded  fonder 2\n +[ab]: \w+ ⟦a fondé⟧ \w+\n", fired.out)
    assert "1 of " in fired.err
    assert "--dead lists them" in fired.err
    assert "founded/business/1" in dead.out
    assert "⟦" not in dead.out
    assert [(rule["id"], rule["count"], rule["triggers"]) for rule in told] == [("founded", 2, {"fonder": 2})]


def test_dead_rules_need_a_corpus():
    """Without one nothing has been seen to fire."""
    ran = kg("rules", "--dead")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "kg: --dead needs a corpus. Try: kg rules --count CORPUS --dead\n"
