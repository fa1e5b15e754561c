WHERE speaker IN (
    SELECT name FROM parties WHERE instr(lower(name), lower(trim(:speaker))) > 0
    UNION ALL SELECT 'the author' WHERE instr('the author', lower(trim(:speaker))) > 0)
