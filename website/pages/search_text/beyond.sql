SELECT 1 FROM paragraphs_search
WHERE paragraphs_search MATCH CASE WHEN escape_fts(:q) = '' THEN '""' ELSE escape_fts(:q) END
