"""How a document becomes rows.

read      bytes to Document: text, metadata, hash
clean     paragraphs, roles, blocks
annotate  the reviewed annotation of the document, if it has one
prove     every quoted passage stands in its paragraph, word for word, at one place
resolve   names to parties and places; time expressions to days
write     rows, all or nothing for each article
relate    what needs other articles

`conduct` calls the stages in this order; no stage calls the next.
"""
