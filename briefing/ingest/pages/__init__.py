"""HTML pages: made harmless, and asked for the article, its title, writers and time."""
