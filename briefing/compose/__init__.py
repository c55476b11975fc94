"""compose: annotated documents become one brief."""
