DROP INDEX ix_statements_speaker_id;

CREATE INDEX ix_event_types_extent_name ON event_types (extent, name);

CREATE INDEX ix_event_types_name ON event_types (name);

CREATE INDEX ix_measures_name ON measures (name);

CREATE INDEX ix_measures_unit_name ON measures (unit, name);

CREATE INDEX ix_parties_kind_name ON parties (kind, name);

CREATE INDEX ix_parties_name ON parties (name);

CREATE INDEX ix_places_country_code_name ON places (country_code, name);

CREATE INDEX ix_places_kind_name ON places (kind, name);

CREATE INDEX ix_places_name ON places (name);

CREATE INDEX ix_places_status_name ON places (status, name);

CREATE INDEX ix_propositions_name ON propositions (name);

CREATE INDEX ix_reading_rules_basis_kind ON reading_rules (basis, kind);

CREATE INDEX ix_reading_rules_kind ON reading_rules (kind);

CREATE INDEX ix_events_date_earliest ON events (date_earliest);

CREATE INDEX ix_groups_name_id ON groups (name, id);

CREATE INDEX ix_identity_judgements_judgement_left_party_id_right_party_id ON identity_judgements (judgement, left_party_id, right_party_id);

CREATE INDEX ix_organisations_name_id ON organisations (name, id);

CREATE INDEX ix_organisations_naming_name ON organisations (naming, name);

CREATE INDEX ix_organisations_organisation_kind_name ON organisations (organisation_kind, name);

CREATE INDEX ix_party_names_kind_name ON party_names (kind, name);

CREATE INDEX ix_party_names_name ON party_names (name);

CREATE INDEX ix_persons_name_id ON persons (name, id);

CREATE INDEX ix_persons_name_status_name ON persons (name_status, name);

CREATE INDEX ix_place_names_kind_name ON place_names (kind, name);

CREATE INDEX ix_place_names_name ON place_names (name);

CREATE INDEX ix_place_relations_relation_place_id_other_place_id ON place_relations (relation, place_id, other_place_id);

CREATE INDEX ix_articles_genre_published_latest ON articles (genre, published_latest DESC);

CREATE INDEX ix_articles_kind_published_latest ON articles (kind, published_latest DESC);

CREATE INDEX ix_articles_published_latest ON articles (published_latest DESC);

CREATE INDEX ix_articles_reading_published_latest ON articles (reading, published_latest DESC);

CREATE INDEX ix_article_topics_topic_article_id ON article_topics (topic, article_id);

CREATE INDEX ix_paragraphs_number ON paragraphs (number);

CREATE INDEX ix_paragraphs_role_number ON paragraphs (role, number);

CREATE INDEX ix_paragraph_relations_relation_paragraph_id_other_paragraph_id ON paragraph_relations (relation, paragraph_id, other_paragraph_id);

CREATE INDEX ix_repairs_rule_paragraph_id_start_offset ON repairs (rule, paragraph_id, start_offset);

CREATE INDEX ix_article_dates_kind_article_id ON article_dates (kind, article_id);

CREATE INDEX ix_article_relations_relation_article_id_other_article_id ON article_relations (relation, article_id, other_article_id);

CREATE INDEX ix_dates_anchor_date_earliest ON dates (anchor, date_earliest);

CREATE INDEX ix_dates_date_earliest ON dates (date_earliest);

CREATE INDEX ix_dates_precision_date_earliest ON dates (precision, date_earliest);

CREATE INDEX ix_event_relations_relation_article_id_event_id_other_event_id ON event_relations (relation, article_id, event_id, other_event_id);

CREATE INDEX ix_evidence_basis_table_name ON evidence (basis, table_name);

CREATE INDEX ix_evidence_column_name_table_name ON evidence (column_name, table_name);

CREATE INDEX ix_evidence_table_name ON evidence (table_name);

CREATE INDEX ix_issues_kind_article_id ON issues (kind, article_id);

CREATE INDEX ix_mentions_form ON mentions (form);

CREATE INDEX ix_mentions_reading ON mentions (reading);

CREATE INDEX ix_place_claims_relation_article_id_place_id_other_place_id ON place_claims (relation, article_id, place_id, other_place_id);

CREATE INDEX ix_statements_form_speaker_id ON statements (form, speaker_id);

CREATE INDEX ix_statements_modality_speaker_id ON statements (modality, speaker_id);

CREATE INDEX ix_statements_speaker_id_id ON statements (speaker_id, id);

CREATE INDEX ix_statements_stance_speaker_id ON statements (stance, speaker_id);

CREATE INDEX ix_event_reports_date_earliest ON event_reports (date_earliest);

CREATE INDEX ix_event_reports_status_date_earliest ON event_reports (status, date_earliest);

CREATE INDEX ix_figures_measure_id_id ON figures (measure_id, id);

CREATE INDEX ix_figures_modality_measure_id ON figures (modality, measure_id);

CREATE INDEX ix_comparisons_kind ON comparisons (kind);

CREATE INDEX ix_comparisons_verdict ON comparisons (verdict);

CREATE INDEX ix_event_details_kind ON event_details (kind);

CREATE INDEX ix_event_participants_role_event_report_id_party_id ON event_participants (role, event_report_id, party_id);

CREATE INDEX ix_event_places_role_event_report_id_place_id ON event_places (role, event_report_id, place_id);

CREATE INDEX ix_figure_places_role_figure_id_place_id ON figure_places (role, figure_id, place_id);

CREATE INDEX ix_figure_relations_operation_figure_id_relation_other_figure_id ON figure_relations (operation, figure_id, relation, other_figure_id);

CREATE INDEX ix_figure_relations_relation_figure_id_other_figure_id ON figure_relations (relation, figure_id, other_figure_id);

CREATE INDEX ix_person_attributes_kind_person_id ON person_attributes (kind, person_id);

CREATE INDEX ix_person_attributes_tenure_person_id ON person_attributes (tenure, person_id);
