"""The chronology of a story: events of all documents, one entry for each thing that happened."""
