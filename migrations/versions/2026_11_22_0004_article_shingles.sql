CREATE TABLE article_shingles (
    shingle INTEGER NOT NULL,
    article_id TEXT NOT NULL,
    CONSTRAINT pk_article_shingles PRIMARY KEY (shingle, article_id),
    CONSTRAINT fk_article_shingles_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    CONSTRAINT ck_article_shingles_shingle_bits CHECK (shingle BETWEEN 0 AND 9007199254740991)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_article_shingles_article_id ON article_shingles (article_id);
