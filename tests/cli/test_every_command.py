"""What holds for the command line as a whole: help, versions, flags."""

import json

from tests.cli.running import kg


def test_help_and_version_tell_what_there_is():
    """Whoever types kg alone is told how to begin."""
    assert "kg build --samples" in kg("--help").out
    assert kg("--version").out.startswith("kg ")
    assert "ARTICLE" in kg("build", "--help").out


def test_flags_of_every_command_may_stand_before_it(output):
    """`kg --help` shows them there."""
    before, after = kg("--json", "stats", "-g", output), kg("stats", "--json", "-g", output)

    assert before.out == after.out
    assert json.loads(before.out)


def test_doctor_looks_at_everything(tmp_path):
    """Versions, models, permissions."""
    ran = kg("doctor", "--json", folder=tmp_path)
    checks = {check["check"]: check for check in json.loads(ran.out)}

    assert ran.code == 0
    assert {"Python", "spacy", "language fr", "language en", "extractor rules", "this folder"} <= set(checks)
