"""The actors of a brief: entities of all documents put together, with their roles, in their order."""
