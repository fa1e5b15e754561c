SELECT v.accumulation, v.total, v.unit, v.refused, v.figures, v.distinct_figures
FROM what_may_be_added AS v JOIN measures AS m ON m.name = v.measure
WHERE m.id = :id
ORDER BY v.accumulation
