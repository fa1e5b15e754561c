SELECT f.*, m.name AS measure, m.meaning AS measure_meaning, p.id AS claimant_id, p.name AS claimant, p.kind AS claimant_kind,
    s.said, s.gist, s.form, via.id AS via_id, via.name AS via, via.kind AS via_kind,
    y.id AS party_id, y.name AS subject, y.kind AS subject_kind, e.name AS event, base.claim AS base_claim,
    number_rule.meaning AS number_rule, interval_rule.meaning AS interval_rule,
    a.title, a.reading, g.number AS paragraph
FROM figures AS f
JOIN measures AS m ON m.id = f.measure_id
JOIN articles AS a ON a.id = f.article_id
JOIN passages AS w ON w.id = f.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
JOIN reading_rules AS number_rule ON number_rule.id = f.rule_id
JOIN reading_rules AS interval_rule ON interval_rule.id = f.interval_rule_id
LEFT JOIN statements AS s ON s.id = f.statement_id
LEFT JOIN parties AS p ON p.id = s.speaker_id
LEFT JOIN parties AS via ON via.id = s.via_id
LEFT JOIN parties AS y ON y.id = f.subject_id
LEFT JOIN events AS e ON e.id = f.event_id
LEFT JOIN figures AS base ON base.id = f.base_figure_id
WHERE f.id = :id
