CREATE TABLE repairs (
    paragraph_id INTEGER NOT NULL,
    start_offset INTEGER NOT NULL,
    given TEXT NOT NULL,
    repaired TEXT NOT NULL,
    rule TEXT NOT NULL,
    CONSTRAINT pk_repairs PRIMARY KEY (paragraph_id, start_offset),
    CONSTRAINT ck_repairs_changes CHECK (given <> repaired),
    CONSTRAINT fk_repairs_paragraph_id FOREIGN KEY(paragraph_id) REFERENCES paragraphs (id) ON DELETE CASCADE,
    CONSTRAINT ck_repairs_start_offset_range CHECK (start_offset >= 0),
    CONSTRAINT ck_repairs_given_length CHECK (length(given) >= 1),
    CONSTRAINT ck_repairs_rule_not_blank CHECK (trim(rule, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_repairs_no_nul CHECK (instr(given, char(0)) = 0 AND instr(repaired, char(0)) = 0 AND instr(rule, char(0)) = 0)
)
 STRICT;
