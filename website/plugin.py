"""The website as a Datasette plugin."""
