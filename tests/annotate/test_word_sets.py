"""The small sets of words: each stands once, as a second row of a name would hide the first."""

from collections import Counter

from briefing.annotate import lexicon


def test_no_set_of_words_hides_another() -> None:
    names = Counter(row[0] for row in lexicon.rows("word_sets.tsv"))
    assert [name for name, rows in names.items() if rows > 1] == []
