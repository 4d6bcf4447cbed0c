"""From text to a tree of words: what the parser reads, mended where it is at fault in always the same way."""
