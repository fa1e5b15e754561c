CREATE TABLE loads (
    article_id TEXT NOT NULL,
    inputs_sha256 TEXT NOT NULL,
    text_sha256 TEXT,
    extractor_version TEXT,
    findings TEXT,
    CONSTRAINT pk_loads PRIMARY KEY (article_id),
    CONSTRAINT ck_loads_whole_extraction CHECK ((findings IS NULL) = (text_sha256 IS NULL)),
    CONSTRAINT ck_loads_extraction_has_version CHECK ((findings IS NULL) = (extractor_version IS NULL)),
    CONSTRAINT fk_loads_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    CONSTRAINT ck_loads_inputs_sha256_sha256 CHECK (inputs_sha256 GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    CONSTRAINT ck_loads_text_sha256_sha256 CHECK (text_sha256 GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    CONSTRAINT ck_loads_extractor_version_not_blank CHECK (trim(extractor_version, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_loads_findings_not_blank CHECK (trim(findings, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_loads_no_nul CHECK (instr(inputs_sha256, char(0)) = 0 AND instr(text_sha256, char(0)) = 0 AND instr(extractor_version, char(0)) = 0 AND instr(findings, char(0)) = 0)
)
 STRICT;

CREATE INDEX ix_loads_text_sha256 ON loads (text_sha256);
