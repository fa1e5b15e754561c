DROP INDEX ix_figures_measure_id;

CREATE INDEX ix_figures_measure_id_as_of_earliest ON figures (measure_id, as_of_earliest);

CREATE INDEX ix_figures_measure_id_period_earliest ON figures (measure_id, period_earliest);
