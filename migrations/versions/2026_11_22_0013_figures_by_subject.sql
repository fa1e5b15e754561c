CREATE INDEX ix_figures_measure_id_subject_id ON figures (measure_id, subject_id, accumulation, as_of_earliest, period_earliest, article_id) WHERE subject_id IS NOT NULL;
