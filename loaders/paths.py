"""Where the parts of the checkout are; the program runs from it."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
SEEDS = PROJECT / "seeds"
ARTICLES = "articles"
ANNOTATIONS = "annotations"
AUTHORITIES = "authorities"
# From where a command is called.
WORKING = Path("build/working.db")
