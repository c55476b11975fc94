"""What the sources of a story tell differently."""
