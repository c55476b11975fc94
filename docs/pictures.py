"""Pictures of a report: its PDF pages and its HTML page on a desk and on a phone, in light and dark.

    python docs/pictures.py [REPORT_FOLDER [OUTPUT_FOLDER]]

Without a report it makes that of the shipped sample. Needs pdftoppm (Debian: poppler-utils) and Chromium; Playwright
drives the browser.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
PAGES = 4
SCREENS = {"desktop": (1280, 1500), "phone": (390, 1500)}


def main() -> None:
    """Writes the pictures and prints their paths."""
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parent
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(sys.argv[1]) if len(sys.argv) > 1 else sample(Path(folder))
        for path in (*pages(report / "brief.pdf", out), *screens(report / "brief.html", out)):
            shrink(path)
            print(path)


def sample(folder: Path) -> Path:
    """The report of the shipped sample articles."""
    command = [sys.executable, "-m", "briefing", "demo", "--output", str(folder)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own command
    return next(folder.iterdir())


def pages(pdf: Path, out: Path) -> list[Path]:
    """The first pages of the PDF at 100 dots an inch."""
    made = []
    for page in map(str, range(1, PAGES + 1)):
        name = out / f"sample-a4-{page}"
        command = ["pdftoppm", "-r", "100", "-f", page, "-l", page, "-singlefile", "-png", str(pdf), str(name)]
        subprocess.run(command, check=True)  # noqa: S603 - a tool of the machine on our own file
        made.append(name.with_suffix(".png"))
    return made


def shrink(picture: Path) -> None:
    """The same picture in 128 colours, a third of the bytes; rare colours are kept, for they mean something."""
    with Image.open(picture) as read:
        fewer = read.convert("RGB").quantize(128, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    fewer.save(picture, optimize=True)


def screens(html: Path, out: Path) -> list[Path]:
    """The top of the page in two widths and two colour schemes."""
    made = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name, (width, height) in SCREENS.items():
            for scheme in ("light", "dark"):
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                page.goto(html.resolve().as_uri())
                made.append(out / f"sample-{name}-{scheme}.png")
                page.screenshot(path=made[-1])
                page.close()
        browser.close()
    return made


if __name__ == "__main__":
    main()
