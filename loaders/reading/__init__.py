"""reading: what `read` and `clean` know of files, pages and paragraphs.

`formats`, `encodings`, `pages` and `json_lines` serve `read`: bytes to text. `repairs`, `roles`, `languages` and
`metadata` serve `clean`: text to paragraphs. What they need to know lies as data in `knowledge/`.
"""
