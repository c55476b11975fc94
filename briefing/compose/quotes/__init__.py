"""The quotes of a story: each once, with who said it, when and to whom."""
