"""What the PDF engine may open: our fonts and data URLs, nothing else."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse

from briefing.render.assets import fonts_folder

FONTS = "asset:/fonts/"
"""Addresses of our fonts begin like this."""


class LocalFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint carries no types
    """Opens ``asset:/fonts/NAME`` and ``data:`` URLs; every other address is refused and noted."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self.refused: list[str] = []

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """The file behind an address of ours."""
        if url.startswith(FONTS):
            name = PurePosixPath(url.removeprefix(FONTS)).name
            return URLFetcherResponse(url, (fonts_folder() / name).read_bytes(), {"Content-Type": "font/ttf"})
        if url.startswith("data:"):
            return super().fetch(url, headers)
        self.refused.append(url)
        raise ValueError(f"a brief opens no address: {url[:80]}")
