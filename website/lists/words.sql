-- What figures, events, statements, articles and measures say, for the search over everything: indexes of words alone
-- (the text stays where it is), by the row numbers of their tables. Beginnings of up to three letters have an index.
CREATE VIRTUAL TABLE stored.article_words USING fts5(
    words, content='', columnsize=0, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2');
INSERT INTO stored.article_words (rowid, words) SELECT rowid, coalesce(title, id) FROM articles ORDER BY rowid;

CREATE VIRTUAL TABLE stored.measure_words USING fts5(
    words, content='', columnsize=0, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2');
INSERT INTO stored.measure_words (rowid, words) SELECT rowid, name || ' ' || meaning FROM measures ORDER BY rowid;

CREATE VIRTUAL TABLE stored.figure_words USING fts5(
    words, content='', columnsize=0, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2');
INSERT INTO stored.figure_words (rowid, words)
SELECT f.rowid, f.claim || ' ' || w.words FROM figures AS f JOIN passages AS w ON w.id = f.passage_id ORDER BY f.rowid;

CREATE VIRTUAL TABLE stored.event_words USING fts5(
    words, content='', columnsize=0, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2');
INSERT INTO stored.event_words (rowid, words)
SELECT r.rowid, e.name || ' ' || coalesce(r.gist, '')
FROM event_reports AS r JOIN events AS e ON e.id = r.event_id ORDER BY r.rowid;

CREATE VIRTUAL TABLE stored.statement_words USING fts5(
    words, content='', columnsize=0, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2');
INSERT INTO stored.statement_words (rowid, words)
SELECT s.rowid, coalesce(p.name || ' ', '') || s.gist || ' ' || w.words
FROM statements AS s JOIN passages AS w ON w.id = s.passage_id LEFT JOIN parties AS p ON p.id = s.speaker_id
ORDER BY s.rowid;
