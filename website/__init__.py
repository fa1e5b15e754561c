"""The website: Datasette over one published file, read-only, with words, links and questions for people.

What it says: `tables` and `questions`, turned into Datasette's metadata by `metadata`.
What it shows: `about` the file, `home`, `records` beside a row, `cells` and `wording` of values, in `templates/`.
How it answers: `answers` are whole or say where they end, within `limits`.
`plugin` hands all of it to Datasette; `serve` runs it.
"""
