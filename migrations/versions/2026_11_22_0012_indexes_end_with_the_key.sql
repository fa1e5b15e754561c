DROP INDEX ix_figures_modality_measure_id;

DROP INDEX ix_organisations_naming_name;

DROP INDEX ix_organisations_organisation_kind_name;

DROP INDEX ix_persons_name_status_name;

DROP INDEX ix_statements_form_speaker_id;

DROP INDEX ix_statements_modality_speaker_id;

DROP INDEX ix_statements_stance_speaker_id;

CREATE INDEX ix_figures_modality_measure_id_id ON figures (modality, measure_id, id);

CREATE INDEX ix_organisations_naming_name_id ON organisations (naming, name, id);

CREATE INDEX ix_organisations_organisation_kind_name_id ON organisations (organisation_kind, name, id);

CREATE INDEX ix_persons_name_status_name_id ON persons (name_status, name, id);

CREATE INDEX ix_statements_form_speaker_id_id ON statements (form, speaker_id, id);

CREATE INDEX ix_statements_modality_speaker_id_id ON statements (modality, speaker_id, id);

CREATE INDEX ix_statements_stance_speaker_id_id ON statements (stance, speaker_id, id);
