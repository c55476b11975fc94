"""The paragraphs of a text: which are the article, its head, asides or clutter, by rules that have names."""
