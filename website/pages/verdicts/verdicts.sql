SELECT verdict, first, comparisons FROM stored.verdict_list ORDER BY first
