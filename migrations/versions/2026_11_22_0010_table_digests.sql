CREATE TABLE table_digests (
    table_name TEXT NOT NULL,
    column_names TEXT NOT NULL,
    digest TEXT NOT NULL,
    CONSTRAINT pk_table_digests PRIMARY KEY (table_name),
    CONSTRAINT ck_table_digests_table_name_not_blank CHECK (trim(table_name, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_table_digests_column_names_not_blank CHECK (trim(column_names, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_table_digests_digest_sha256 CHECK (digest GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    CONSTRAINT ck_table_digests_no_nul CHECK (instr(table_name, char(0)) = 0 AND instr(column_names, char(0)) = 0 AND instr(digest, char(0)) = 0)
)
 STRICT;
