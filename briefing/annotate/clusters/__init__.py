"""The component ``briefing_clusters``: which names, descriptions and pronouns are one entity."""
