"""The component ``briefing_quotes``: what is quoted or reported, who said it, and the word that says so."""
