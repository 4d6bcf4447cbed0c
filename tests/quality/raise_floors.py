"""Raise the floors of tests/quality/floors.json to what is reached now: python tests/quality/raise_floors.py

A floor is never lowered by itself. To lower one on purpose, name it, and say why in the commit:
python tests/quality/raise_floors.py --lower fr/develop:full_f1
"""

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.quality.measure import FLOORS, SETS, figures, name_of, read_floors


def main() -> int:
    """Measure, compare, write; 1 if a floor would have to be lowered."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--lower", action="append", default=[], metavar="SET:FIGURE", help="allow this floor to go down"
    )
    lower = set(parser.parse_args().lower)
    floors, refused = (read_floors() if FLOORS.exists() else {}), []
    for folder, split in SETS:
        name = name_of(folder, split)
        floor = floors.setdefault(name, {})
        for figure, value in figures(folder, split).items():
            if figure in floor and value < floor[figure] and f"{name}:{figure}" not in lower:
                refused.append(f"{name}:{figure} {floor[figure]} -> {value}")
            else:
                floor[figure] = value
    FLOORS.write_text(json.dumps(floors, indent=2) + "\n", "utf-8")
    sys.stdout.writelines(f"not lowered: {line}\n" for line in refused)
    return bool(refused)


if __name__ == "__main__":
    sys.exit(main())
