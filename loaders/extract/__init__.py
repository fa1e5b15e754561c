"""extract: what a document's own words tell, found by rule and by a statistical tagger.

Data flows one way: `parsing` (paragraphs to tagged and parsed text), then `dates`, `names`, `places`, `statements`,
`figures`, `events`; `extractor` calls them in that order; `drafting` turns what they found into an annotation.
What the finders need to know of English lies as data in `lexicon/`.
"""
