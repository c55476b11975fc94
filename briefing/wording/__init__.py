"""wording: dates, numbers and counts of sources in words, the same in a brief and in the mail about it."""
