"""The website: Datasette over one published file, read-only, with words, links and questions for people.

`tables` and `questions` say what is shown and asked, `metadata` turns both into Datasette's metadata, `site` knows
the file being served, `cells` and `records` make values and rows readable, `answers` makes CSV whole or says where it
ends, `plugin` hands all of it to Datasette, and `serve` runs it.
"""
