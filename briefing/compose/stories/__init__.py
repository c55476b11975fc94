"""Which articles tell one story, and in which order the stories stand."""
