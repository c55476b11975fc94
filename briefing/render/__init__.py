"""render: a brief becomes bytes (HTML, PDF, canonical JSON)."""
