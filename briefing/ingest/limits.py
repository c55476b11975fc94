"""What a run reads at most, so that no input can exhaust the machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest input of each kind; what is over a limit is skipped with a reason, never cut."""

    file_bytes: int = 10_000_000
    """Bytes of one file, one record or one member of an archive."""
    documents: int = 500
    """Articles of one brief (``read_sources``); a stream (``iter_sources``) has no such limit."""
    seconds: float = 60.0
    """Time for reading one document."""
    archive_bytes: int = 100_000_000
    """Bytes of all members of one archive, unpacked."""
    archive_members: int = 1_000
    archive_ratio: int = 100
    """Unpacked size over packed size, past which an archive is taken for a bomb."""
    html_tags: int = 100_000
    html_blocks: int = 10_000
    """Blocks (paragraphs, cells, items of lists) of one page; of 150 saved news pages none had 1,600, and a live blog
    of 2,000 posts has 8,000."""
    html_attributes: int = 2_000
    """Attributes of one tag."""
    html_depth: int = 5_000
    """Tags open at once."""
    memory_bytes: int = 1_500_000_000
    """Address space above what is in use, for reading one document of a rich format."""
