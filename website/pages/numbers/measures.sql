SELECT id, name, meaning, unit, figures, articles, claimants FROM stored.measure_list ORDER BY position
