"""annotate: spaCy components that mark mentions, roles, quotations, time expressions and events on a ``Doc``.

Nothing here knows the rest of the program: each component is registered as an entry point and can be added to any
English pipeline by its factory name. ``layers`` says what they write and reads it back.
"""
