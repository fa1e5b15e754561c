CREATE VIRTUAL TABLE paragraphs_search USING fts5(text, content="paragraphs", content_rowid="id", tokenize="unicode61 remove_diacritics 2");

CREATE VIRTUAL TABLE party_names_search USING fts5(name, content="party_names", content_rowid="id", tokenize="unicode61 remove_diacritics 2");

CREATE VIRTUAL TABLE place_names_search USING fts5(name, content="place_names", content_rowid="id", tokenize="unicode61 remove_diacritics 2");
