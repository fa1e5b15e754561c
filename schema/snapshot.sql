-- index ix_article_authors_passage_id
CREATE INDEX ix_article_authors_passage_id ON article_authors (passage_id);

-- index ix_article_authors_person_id
CREATE INDEX ix_article_authors_person_id ON article_authors (person_id);

-- index ix_article_dates_kind_article_id
CREATE INDEX ix_article_dates_kind_article_id ON article_dates (kind, article_id);

-- index ix_article_dates_passage_id
CREATE INDEX ix_article_dates_passage_id ON article_dates (passage_id);

-- index ix_article_relations_other_article_id
CREATE INDEX ix_article_relations_other_article_id ON article_relations (other_article_id);

-- index ix_article_relations_passage_id
CREATE INDEX ix_article_relations_passage_id ON article_relations (passage_id);

-- index ix_article_relations_relation_article_id_other_article_id
CREATE INDEX ix_article_relations_relation_article_id_other_article_id ON article_relations (relation, article_id, other_article_id);

-- index ix_article_shingles_article_id
CREATE INDEX ix_article_shingles_article_id ON article_shingles (article_id);

-- index ix_article_topics_topic_article_id
CREATE INDEX ix_article_topics_topic_article_id ON article_topics (topic, article_id);

-- index ix_articles_agency_id
CREATE INDEX ix_articles_agency_id ON articles (agency_id);

-- index ix_articles_genre_published_latest
CREATE INDEX ix_articles_genre_published_latest ON articles (genre, published_latest DESC);

-- index ix_articles_kind_published_latest
CREATE INDEX ix_articles_kind_published_latest ON articles (kind, published_latest DESC);

-- index ix_articles_maker_id
CREATE INDEX ix_articles_maker_id ON articles (maker_id);

-- index ix_articles_published_latest
CREATE INDEX ix_articles_published_latest ON articles (published_latest DESC);

-- index ix_articles_publisher_id
CREATE INDEX ix_articles_publisher_id ON articles (publisher_id);

-- index ix_articles_reading_published_latest
CREATE INDEX ix_articles_reading_published_latest ON articles (reading, published_latest DESC);

-- index ix_comparisons_article_id
CREATE INDEX ix_comparisons_article_id ON comparisons (article_id);

-- index ix_comparisons_kind
CREATE INDEX ix_comparisons_kind ON comparisons (kind);

-- index ix_comparisons_left_event_report_id
CREATE INDEX ix_comparisons_left_event_report_id ON comparisons (left_event_report_id);

-- index ix_comparisons_left_figure_id
CREATE INDEX ix_comparisons_left_figure_id ON comparisons (left_figure_id);

-- index ix_comparisons_left_figure_id_accumulation
CREATE INDEX ix_comparisons_left_figure_id_accumulation ON comparisons (left_figure_id, accumulation);

-- index ix_comparisons_left_place_id
CREATE INDEX ix_comparisons_left_place_id ON comparisons (left_place_id);

-- index ix_comparisons_left_statement_id
CREATE INDEX ix_comparisons_left_statement_id ON comparisons (left_statement_id);

-- index ix_comparisons_nearer_article_id
CREATE INDEX ix_comparisons_nearer_article_id ON comparisons (nearer_article_id);

-- index ix_comparisons_right_figure_id
CREATE INDEX ix_comparisons_right_figure_id ON comparisons (right_figure_id);

-- index ix_comparisons_right_figure_id_accumulation
CREATE INDEX ix_comparisons_right_figure_id_accumulation ON comparisons (right_figure_id, accumulation);

-- index ix_comparisons_right_place_id
CREATE INDEX ix_comparisons_right_place_id ON comparisons (right_place_id);

-- index ix_comparisons_right_statement_id
CREATE INDEX ix_comparisons_right_statement_id ON comparisons (right_statement_id);

-- index ix_comparisons_verdict
CREATE INDEX ix_comparisons_verdict ON comparisons (verdict);

-- index ix_dates_anchor_date_earliest
CREATE INDEX ix_dates_anchor_date_earliest ON dates (anchor, date_earliest);

-- index ix_dates_date_earliest
CREATE INDEX ix_dates_date_earliest ON dates (date_earliest);

-- index ix_dates_precision_date_earliest
CREATE INDEX ix_dates_precision_date_earliest ON dates (precision, date_earliest);

-- index ix_dates_rule_id
CREATE INDEX ix_dates_rule_id ON dates (rule_id);

-- index ix_event_details_event_report_id
CREATE INDEX ix_event_details_event_report_id ON event_details (event_report_id);

-- index ix_event_details_kind
CREATE INDEX ix_event_details_kind ON event_details (kind);

-- index ix_event_details_passage_id
CREATE INDEX ix_event_details_passage_id ON event_details (passage_id);

-- index ix_event_participants_party_id
CREATE INDEX ix_event_participants_party_id ON event_participants (party_id);

-- index ix_event_participants_role_event_report_id_party_id
CREATE INDEX ix_event_participants_role_event_report_id_party_id ON event_participants (role, event_report_id, party_id);

-- index ix_event_places_place_id
CREATE INDEX ix_event_places_place_id ON event_places (place_id);

-- index ix_event_places_role_event_report_id_place_id
CREATE INDEX ix_event_places_role_event_report_id_place_id ON event_places (role, event_report_id, place_id);

-- index ix_event_relations_event_id
CREATE INDEX ix_event_relations_event_id ON event_relations (event_id);

-- index ix_event_relations_other_event_id
CREATE INDEX ix_event_relations_other_event_id ON event_relations (other_event_id);

-- index ix_event_relations_passage_id
CREATE INDEX ix_event_relations_passage_id ON event_relations (passage_id);

-- index ix_event_relations_relation_article_id_event_id_other_event_id
CREATE INDEX ix_event_relations_relation_article_id_event_id_other_event_id ON event_relations (relation, article_id, event_id, other_event_id);

-- index ix_event_reports_article_id
CREATE INDEX ix_event_reports_article_id ON event_reports (article_id);

-- index ix_event_reports_date_earliest
CREATE INDEX ix_event_reports_date_earliest ON event_reports (date_earliest);

-- index ix_event_reports_event_id
CREATE INDEX ix_event_reports_event_id ON event_reports (event_id);

-- index ix_event_reports_passage_id
CREATE INDEX ix_event_reports_passage_id ON event_reports (passage_id);

-- index ix_event_reports_statement_id
CREATE INDEX ix_event_reports_statement_id ON event_reports (statement_id);

-- index ix_event_reports_status_date_earliest
CREATE INDEX ix_event_reports_status_date_earliest ON event_reports (status, date_earliest);

-- index ix_event_types_extent_name
CREATE INDEX ix_event_types_extent_name ON event_types (extent, name);

-- index ix_event_types_name
CREATE INDEX ix_event_types_name ON event_types (name);

-- index ix_events_date_earliest
CREATE INDEX ix_events_date_earliest ON events (date_earliest);

-- index ix_events_event_type_id
CREATE INDEX ix_events_event_type_id ON events (event_type_id);

-- index ix_events_place_id
CREATE INDEX ix_events_place_id ON events (place_id);

-- index ix_evidence_article_id
CREATE INDEX ix_evidence_article_id ON evidence (article_id);

-- index ix_evidence_basis_table_name
CREATE INDEX ix_evidence_basis_table_name ON evidence (basis, table_name);

-- index ix_evidence_column_name_table_name
CREATE INDEX ix_evidence_column_name_table_name ON evidence (column_name, table_name);

-- index ix_evidence_passage_id
CREATE INDEX ix_evidence_passage_id ON evidence (passage_id);

-- index ix_evidence_table_name
CREATE INDEX ix_evidence_table_name ON evidence (table_name);

-- index ix_figure_passages_passage_id
CREATE INDEX ix_figure_passages_passage_id ON figure_passages (passage_id);

-- index ix_figure_places_place_id
CREATE INDEX ix_figure_places_place_id ON figure_places (place_id);

-- index ix_figure_places_role_figure_id_place_id
CREATE INDEX ix_figure_places_role_figure_id_place_id ON figure_places (role, figure_id, place_id);

-- index ix_figure_relations_operation_figure_id_relation_other_figure_id
CREATE INDEX ix_figure_relations_operation_figure_id_relation_other_figure_id ON figure_relations (operation, figure_id, relation, other_figure_id);

-- index ix_figure_relations_other_figure_id
CREATE INDEX ix_figure_relations_other_figure_id ON figure_relations (other_figure_id);

-- index ix_figure_relations_relation_figure_id_other_figure_id
CREATE INDEX ix_figure_relations_relation_figure_id_other_figure_id ON figure_relations (relation, figure_id, other_figure_id);

-- index ix_figures_article_id
CREATE INDEX ix_figures_article_id ON figures (article_id);

-- index ix_figures_base_figure_id
CREATE INDEX ix_figures_base_figure_id ON figures (base_figure_id);

-- index ix_figures_event_id
CREATE INDEX ix_figures_event_id ON figures (event_id);

-- index ix_figures_interval_rule_id
CREATE INDEX ix_figures_interval_rule_id ON figures (interval_rule_id);

-- index ix_figures_measure_id_as_of_earliest
CREATE INDEX ix_figures_measure_id_as_of_earliest ON figures (measure_id, as_of_earliest);

-- index ix_figures_measure_id_id
CREATE INDEX ix_figures_measure_id_id ON figures (measure_id, id);

-- index ix_figures_measure_id_period_earliest
CREATE INDEX ix_figures_measure_id_period_earliest ON figures (measure_id, period_earliest);

-- index ix_figures_measure_id_subject_id_accumulation_as_of_earliest_period_earliest_article_id
CREATE INDEX ix_figures_measure_id_subject_id_accumulation_as_of_earliest_period_earliest_article_id ON figures (measure_id, subject_id, accumulation, as_of_earliest, period_earliest, article_id) WHERE subject_id IS NOT NULL;

-- index ix_figures_modality_measure_id_id
CREATE INDEX ix_figures_modality_measure_id_id ON figures (modality, measure_id, id);

-- index ix_figures_passage_id
CREATE INDEX ix_figures_passage_id ON figures (passage_id);

-- index ix_figures_rule_id
CREATE INDEX ix_figures_rule_id ON figures (rule_id);

-- index ix_figures_statement_id
CREATE INDEX ix_figures_statement_id ON figures (statement_id);

-- index ix_figures_subject_id
CREATE INDEX ix_figures_subject_id ON figures (subject_id);

-- index ix_groups_id_kind_name
CREATE INDEX ix_groups_id_kind_name ON groups (id, kind, name);

-- index ix_groups_name_id
CREATE INDEX ix_groups_name_id ON groups (name, id);

-- index ix_groups_parent_party_id
CREATE INDEX ix_groups_parent_party_id ON groups (parent_party_id);

-- index ix_groups_place_id
CREATE INDEX ix_groups_place_id ON groups (place_id);

-- index ix_identity_judgements_judgement_left_party_id_right_party_id
CREATE INDEX ix_identity_judgements_judgement_left_party_id_right_party_id ON identity_judgements (judgement, left_party_id, right_party_id);

-- index ix_identity_judgements_maker_id
CREATE INDEX ix_identity_judgements_maker_id ON identity_judgements (maker_id);

-- index ix_identity_judgements_right_party_id
CREATE INDEX ix_identity_judgements_right_party_id ON identity_judgements (right_party_id);

-- index ix_issues_article_id
CREATE INDEX ix_issues_article_id ON issues (article_id);

-- index ix_issues_kind_article_id
CREATE INDEX ix_issues_kind_article_id ON issues (kind, article_id);

-- index ix_issues_paragraph_id
CREATE INDEX ix_issues_paragraph_id ON issues (paragraph_id);

-- index ix_issues_passage_id
CREATE INDEX ix_issues_passage_id ON issues (passage_id);

-- index ix_loads_text_sha256
CREATE INDEX ix_loads_text_sha256 ON loads (text_sha256);

-- index ix_measures_name
CREATE INDEX ix_measures_name ON measures (name);

-- index ix_measures_parent_id
CREATE INDEX ix_measures_parent_id ON measures (parent_id);

-- index ix_measures_unit_name
CREATE INDEX ix_measures_unit_name ON measures (unit, name);

-- index ix_mentions_form
CREATE INDEX ix_mentions_form ON mentions (form);

-- index ix_mentions_party_id
CREATE INDEX ix_mentions_party_id ON mentions (party_id);

-- index ix_mentions_passage_id
CREATE INDEX ix_mentions_passage_id ON mentions (passage_id);

-- index ix_mentions_place_id
CREATE INDEX ix_mentions_place_id ON mentions (place_id);

-- index ix_mentions_reading
CREATE INDEX ix_mentions_reading ON mentions (reading);

-- index ix_organisations_id_kind_name
CREATE INDEX ix_organisations_id_kind_name ON organisations (id, kind, name);

-- index ix_organisations_name_id
CREATE INDEX ix_organisations_name_id ON organisations (name, id);

-- index ix_organisations_naming_name_id
CREATE INDEX ix_organisations_naming_name_id ON organisations (naming, name, id);

-- index ix_organisations_organisation_kind_name_id
CREATE INDEX ix_organisations_organisation_kind_name_id ON organisations (organisation_kind, name, id);

-- index ix_organisations_parent_id
CREATE INDEX ix_organisations_parent_id ON organisations (parent_id);

-- index ix_organisations_place_id
CREATE INDEX ix_organisations_place_id ON organisations (place_id);

-- index ix_paragraph_relations_other_paragraph_id
CREATE INDEX ix_paragraph_relations_other_paragraph_id ON paragraph_relations (other_paragraph_id);

-- index ix_paragraph_relations_relation_paragraph_id_other_paragraph_id
CREATE INDEX ix_paragraph_relations_relation_paragraph_id_other_paragraph_id ON paragraph_relations (relation, paragraph_id, other_paragraph_id);

-- index ix_paragraphs_number
CREATE INDEX ix_paragraphs_number ON paragraphs (number);

-- index ix_paragraphs_role_number
CREATE INDEX ix_paragraphs_role_number ON paragraphs (role, number);

-- index ix_parties_kind_name
CREATE INDEX ix_parties_kind_name ON parties (kind, name);

-- index ix_parties_name
CREATE INDEX ix_parties_name ON parties (name);

-- index ix_party_names_kind_name
CREATE INDEX ix_party_names_kind_name ON party_names (kind, name);

-- index ix_party_names_name
CREATE INDEX ix_party_names_name ON party_names (name);

-- index ix_person_attributes_article_id
CREATE INDEX ix_person_attributes_article_id ON person_attributes (article_id);

-- index ix_person_attributes_figure_id
CREATE INDEX ix_person_attributes_figure_id ON person_attributes (figure_id);

-- index ix_person_attributes_kind_person_id
CREATE INDEX ix_person_attributes_kind_person_id ON person_attributes (kind, person_id);

-- index ix_person_attributes_party_id
CREATE INDEX ix_person_attributes_party_id ON person_attributes (party_id);

-- index ix_person_attributes_passage_id
CREATE INDEX ix_person_attributes_passage_id ON person_attributes (passage_id);

-- index ix_person_attributes_person_id
CREATE INDEX ix_person_attributes_person_id ON person_attributes (person_id);

-- index ix_person_attributes_place_id
CREATE INDEX ix_person_attributes_place_id ON person_attributes (place_id);

-- index ix_person_attributes_statement_id
CREATE INDEX ix_person_attributes_statement_id ON person_attributes (statement_id);

-- index ix_person_attributes_tenure_person_id
CREATE INDEX ix_person_attributes_tenure_person_id ON person_attributes (tenure, person_id);

-- index ix_persons_id_kind_name
CREATE INDEX ix_persons_id_kind_name ON persons (id, kind, name);

-- index ix_persons_name_id
CREATE INDEX ix_persons_name_id ON persons (name, id);

-- index ix_persons_name_status_name_id
CREATE INDEX ix_persons_name_status_name_id ON persons (name_status, name, id);

-- index ix_place_claims_other_place_id
CREATE INDEX ix_place_claims_other_place_id ON place_claims (other_place_id);

-- index ix_place_claims_passage_id
CREATE INDEX ix_place_claims_passage_id ON place_claims (passage_id);

-- index ix_place_claims_place_id
CREATE INDEX ix_place_claims_place_id ON place_claims (place_id);

-- index ix_place_claims_relation_article_id_place_id_other_place_id
CREATE INDEX ix_place_claims_relation_article_id_place_id_other_place_id ON place_claims (relation, article_id, place_id, other_place_id);

-- index ix_place_names_kind_name
CREATE INDEX ix_place_names_kind_name ON place_names (kind, name);

-- index ix_place_names_name
CREATE INDEX ix_place_names_name ON place_names (name);

-- index ix_place_relations_other_place_id
CREATE INDEX ix_place_relations_other_place_id ON place_relations (other_place_id);

-- index ix_place_relations_relation_place_id_other_place_id
CREATE INDEX ix_place_relations_relation_place_id_other_place_id ON place_relations (relation, place_id, other_place_id);

-- index ix_places_country_code_name
CREATE INDEX ix_places_country_code_name ON places (country_code, name);

-- index ix_places_kind_name
CREATE INDEX ix_places_kind_name ON places (kind, name);

-- index ix_places_name
CREATE INDEX ix_places_name ON places (name);

-- index ix_places_parent_id
CREATE INDEX ix_places_parent_id ON places (parent_id);

-- index ix_places_parent_id_parent_name
CREATE INDEX ix_places_parent_id_parent_name ON places (parent_id, parent_name);

-- index ix_places_status_name
CREATE INDEX ix_places_status_name ON places (status, name);

-- index ix_propositions_name
CREATE INDEX ix_propositions_name ON propositions (name);

-- index ix_reading_rules_basis_kind
CREATE INDEX ix_reading_rules_basis_kind ON reading_rules (basis, kind);

-- index ix_reading_rules_kind
CREATE INDEX ix_reading_rules_kind ON reading_rules (kind);

-- index ix_repairs_rule_paragraph_id_start_offset
CREATE INDEX ix_repairs_rule_paragraph_id_start_offset ON repairs (rule, paragraph_id, start_offset);

-- index ix_statement_passages_passage_id
CREATE INDEX ix_statement_passages_passage_id ON statement_passages (passage_id);

-- index ix_statements_addressee_id
CREATE INDEX ix_statements_addressee_id ON statements (addressee_id);

-- index ix_statements_article_id
CREATE INDEX ix_statements_article_id ON statements (article_id);

-- index ix_statements_form_speaker_id_id
CREATE INDEX ix_statements_form_speaker_id_id ON statements (form, speaker_id, id);

-- index ix_statements_modality_speaker_id_id
CREATE INDEX ix_statements_modality_speaker_id_id ON statements (modality, speaker_id, id);

-- index ix_statements_passage_id
CREATE INDEX ix_statements_passage_id ON statements (passage_id);

-- index ix_statements_place_id
CREATE INDEX ix_statements_place_id ON statements (place_id);

-- index ix_statements_proposition_id
CREATE INDEX ix_statements_proposition_id ON statements (proposition_id);

-- index ix_statements_speaker_id_id
CREATE INDEX ix_statements_speaker_id_id ON statements (speaker_id, id);

-- index ix_statements_stance_speaker_id_id
CREATE INDEX ix_statements_stance_speaker_id_id ON statements (stance, speaker_id, id);

-- index ix_statements_via_id
CREATE INDEX ix_statements_via_id ON statements (via_id);

-- table about_file
CREATE TABLE about_file (
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    CONSTRAINT pk_about_file PRIMARY KEY (name),
    CONSTRAINT ck_about_file_name_not_blank CHECK (name GLOB '[0-9A-Za-z]*' OR trim(name, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_about_file_content_not_blank CHECK (content GLOB '[0-9A-Za-z]*' OR trim(content, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_about_file_no_nul CHECK (instr(CAST(name AS BLOB), x'00') = 0 AND instr(CAST(content AS BLOB), x'00') = 0)
)
 STRICT;

-- table article_authors
CREATE TABLE article_authors (
    article_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    person_id TEXT NOT NULL,
    credit TEXT,
    passage_id INTEGER NOT NULL,
    CONSTRAINT pk_article_authors PRIMARY KEY (article_id, position),
    CONSTRAINT fk_article_authors_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    CONSTRAINT fk_article_authors_person_id FOREIGN KEY(person_id) REFERENCES persons (id),
    CONSTRAINT fk_article_authors_passage_id FOREIGN KEY(passage_id) REFERENCES passages (id) ON DELETE CASCADE,
    CONSTRAINT ck_article_authors_position_range CHECK (position >= 1),
    CONSTRAINT ck_article_authors_credit_not_blank CHECK (credit GLOB '[0-9A-Za-z]*' OR trim(credit, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_article_authors_no_nul CHECK (instr(CAST(credit AS BLOB), x'00') = 0)
)
 STRICT;

-- table article_dates
CREATE TABLE article_dates (
    article_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    date TEXT NOT NULL,
    date_earliest TEXT,
    date_latest TEXT,
    widest_earliest TEXT,
    widest_latest TEXT,
    passage_id INTEGER,
    CONSTRAINT pk_article_dates PRIMARY KEY (article_id, kind),
    CONSTRAINT fk_article_dates_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    CONSTRAINT fk_article_dates_passage_id FOREIGN KEY(passage_id) REFERENCES passages (id) ON DELETE CASCADE,
    CONSTRAINT ck_article_dates_kind_term CHECK (kind = 'published' OR kind = 'updated' OR kind = 'copyright' OR kind = 'captured'),
    CONSTRAINT ck_article_dates_date_not_blank CHECK (date GLOB '[0-9A-Za-z]*' OR trim(date, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_article_dates_date_has_days CHECK ((date IS NULL) = (date_earliest IS NULL AND date_latest IS NULL)),
    CONSTRAINT ck_article_dates_date_earliest_day CHECK (date(date_earliest, '+0 days') IS date_earliest),
    CONSTRAINT ck_article_dates_date_order CHECK (date_earliest <= date_latest),
    CONSTRAINT ck_article_dates_date_latest_day CHECK (date(date_latest, '+0 days') IS date_latest),
    CONSTRAINT ck_article_dates_widest_earliest_day CHECK (date(widest_earliest, '+0 days') IS widest_earliest),
    CONSTRAINT ck_article_dates_widest_order CHECK (widest_earliest <= widest_latest),
    CONSTRAINT ck_article_dates_widest_latest_day CHECK (date(widest_latest, '+0 days') IS widest_latest),
    CONSTRAINT ck_article_dates_no_nul CHECK (instr(CAST(date AS BLOB), x'00') = 0)
)
 STRICT;

-- table article_relations
CREATE TABLE article_relations (
    article_id TEXT NOT NULL,
    relation TEXT NOT NULL,
    other_article_id TEXT NOT NULL,
    passage_id INTEGER,
    reasoning TEXT NOT NULL,
    CONSTRAINT pk_article_relations PRIMARY KEY (article_id, relation, other_article_id),
    CONSTRAINT ck_article_relations_not_itself CHECK (article_id <> other_article_id),
    CONSTRAINT fk_article_relations_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    CONSTRAINT fk_article_relations_other_article_id FOREIGN KEY(other_article_id) REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_article_relations_passage_id FOREIGN KEY(passage_id) REFERENCES passages (id) ON DELETE CASCADE,
    CONSTRAINT ck_article_relations_relation_term CHECK (relation = 'syndicates' OR relation = 'rewrites' OR relation = 'reports_on_same'),
    CONSTRAINT ck_article_relations_reasoning_not_blank CHECK (reasoning GLOB '[0-9A-Za-z]*' OR trim(reasoning, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_article_relations_no_nul CHECK (instr(CAST(reasoning AS BLOB), x'00') = 0)
)
 STRICT;

-- table article_shingles
CREATE TABLE article_shingles (
    shingle INTEGER NOT NULL,
    article_id TEXT NOT NULL,
    CONSTRAINT pk_article_shingles PRIMARY KEY (shingle, article_id),
    CONSTRAINT fk_article_shingles_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    CONSTRAINT ck_article_shingles_shingle_bits CHECK (shingle BETWEEN 0 AND 9007199254740991)
)
 WITHOUT ROWID,
 STRICT;

-- table article_topics
CREATE TABLE article_topics (
    article_id TEXT NOT NULL,
    topic TEXT NOT NULL,
    CONSTRAINT pk_article_topics PRIMARY KEY (article_id, topic),
    CONSTRAINT fk_article_topics_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    CONSTRAINT ck_article_topics_topic_term CHECK (topic = 'mobilization' OR topic = 'conscription' OR topic = 'desertion' OR topic = 'emigration' OR topic = 'asylum' OR topic = 'extradition' OR topic = 'reception' OR topic = 'troop_numbers')
)
 STRICT;

-- table articles
CREATE TABLE articles (
    id TEXT NOT NULL,
    title TEXT,
    kind TEXT NOT NULL,
    publisher_id TEXT,
    agency_id TEXT,
    published TEXT,
    published_earliest TEXT,
    published_latest TEXT,
    language TEXT,
    genre TEXT,
    reading TEXT NOT NULL,
    maker_id TEXT,
    text_kind TEXT NOT NULL,
    truncated INTEGER,
    paragraph_count INTEGER NOT NULL,
    word_count INTEGER NOT NULL,
    source_file TEXT,
    source_sha256 TEXT,
    document_sha256 TEXT,
    CONSTRAINT pk_articles PRIMARY KEY (id),
    CONSTRAINT ck_articles_language_code CHECK (language GLOB '[a-z][a-z]'),
    CONSTRAINT ck_articles_held_has_text CHECK ((kind = 'held') = (text_kind <> 'none')),
    CONSTRAINT ck_articles_read_has_maker CHECK ((reading = 'unread') = (maker_id IS NULL)),
    CONSTRAINT fk_articles_publisher_id FOREIGN KEY(publisher_id) REFERENCES organisations (id),
    CONSTRAINT fk_articles_agency_id FOREIGN KEY(agency_id) REFERENCES organisations (id),
    CONSTRAINT fk_articles_maker_id FOREIGN KEY(maker_id) REFERENCES makers (id),
    CONSTRAINT ck_articles_id_slug CHECK (id GLOB '[a-z0-9]*' AND id NOT GLOB '*[^a-z0-9-]*' AND id NOT GLOB '*-'),
    CONSTRAINT ck_articles_title_not_blank CHECK (title GLOB '[0-9A-Za-z]*' OR trim(title, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_articles_kind_term CHECK (kind = 'held' OR kind = 'known_only_through_others'),
    CONSTRAINT ck_articles_published_not_blank CHECK (published GLOB '[0-9A-Za-z]*' OR trim(published, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_articles_published_has_days CHECK ((published IS NULL) = (published_earliest IS NULL AND published_latest IS NULL)),
    CONSTRAINT ck_articles_published_earliest_day CHECK (date(published_earliest, '+0 days') IS published_earliest),
    CONSTRAINT ck_articles_published_order CHECK (published_earliest <= published_latest),
    CONSTRAINT ck_articles_published_latest_day CHECK (date(published_latest, '+0 days') IS published_latest),
    CONSTRAINT ck_articles_language_not_blank CHECK (language GLOB '[0-9A-Za-z]*' OR trim(language, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_articles_genre_term CHECK (genre = 'news_report' OR genre = 'feature' OR genre = 'analysis' OR genre = 'opinion'),
    CONSTRAINT ck_articles_reading_term CHECK (reading = 'reviewed' OR reading = 'draft' OR reading = 'unread'),
    CONSTRAINT ck_articles_text_kind_term CHECK (text_kind = 'digest' OR text_kind = 'full' OR text_kind = 'none'),
    CONSTRAINT ck_articles_truncated_range CHECK (truncated BETWEEN 0 AND 1),
    CONSTRAINT ck_articles_paragraph_count_range CHECK (paragraph_count >= 0),
    CONSTRAINT ck_articles_word_count_range CHECK (word_count >= 0),
    CONSTRAINT ck_articles_source_file_not_blank CHECK (source_file GLOB '[0-9A-Za-z]*' OR trim(source_file, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_articles_source_sha256_sha256 CHECK (source_sha256 GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    CONSTRAINT ck_articles_document_sha256_sha256 CHECK (document_sha256 GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    CONSTRAINT ck_articles_no_nul CHECK (instr(CAST(id AS BLOB), x'00') = 0 AND instr(CAST(title AS BLOB), x'00') = 0 AND instr(CAST(published AS BLOB), x'00') = 0 AND instr(CAST(language AS BLOB), x'00') = 0 AND instr(CAST(source_file AS BLOB), x'00') = 0 AND instr(CAST(source_sha256 AS BLOB), x'00') = 0 AND instr(CAST(document_sha256 AS BLOB), x'00') = 0)
)
 STRICT;

-- table comparisons
CREATE TABLE comparisons (
    id INTEGER NOT NULL,
    left_figure_id TEXT,
    right_figure_id TEXT,
    left_statement_id TEXT,
    right_statement_id TEXT,
    left_event_report_id INTEGER,
    left_place_id TEXT,
    right_place_id TEXT,
    article_id TEXT,
    accumulation TEXT,
    kind TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT NOT NULL,
    nearer_article_id TEXT,
    CONSTRAINT pk_comparisons PRIMARY KEY (id),
    CONSTRAINT fk_comparisons_left_figure_id_accumulation FOREIGN KEY(left_figure_id, accumulation) REFERENCES figures (id, accumulation) ON DELETE CASCADE,
    CONSTRAINT fk_comparisons_right_figure_id_accumulation FOREIGN KEY(right_figure_id, accumulation) REFERENCES figures (id, accumulation) ON DELETE CASCADE,
    CONSTRAINT ck_comparisons_one_kind_of_sides CHECK ((left_figure_id IS NOT NULL) + (left_statement_id IS NOT NULL) + (left_place_id IS NOT NULL) = 1),
    CONSTRAINT ck_comparisons_both_sides CHECK ((left_figure_id IS NULL) = (right_figure_id IS NULL) AND (left_statement_id IS NULL) = (right_statement_id IS NULL) AND (left_place_id IS NULL) = (right_place_id IS NULL)),
    CONSTRAINT ck_comparisons_places_of_an_article CHECK ((left_place_id IS NULL) = (article_id IS NULL)),
    CONSTRAINT ck_comparisons_report_lists_places CHECK (left_event_report_id IS NULL OR left_place_id IS NOT NULL),
    CONSTRAINT ck_comparisons_pair_once CHECK (left_place_id IS NOT NULL OR coalesce(left_figure_id < right_figure_id, left_statement_id < right_statement_id)),
    CONSTRAINT ck_comparisons_only_like_disagrees CHECK (left_figure_id IS NULL OR accumulation IS NOT NULL OR verdict = 'not_comparable' OR kind = 'wording' OR kind = 'arithmetic'),
    CONSTRAINT fk_comparisons_left_figure_id FOREIGN KEY(left_figure_id) REFERENCES figures (id) ON DELETE CASCADE,
    CONSTRAINT fk_comparisons_right_figure_id FOREIGN KEY(right_figure_id) REFERENCES figures (id) ON DELETE CASCADE,
    CONSTRAINT fk_comparisons_left_statement_id FOREIGN KEY(left_statement_id) REFERENCES statements (id) ON DELETE CASCADE,
    CONSTRAINT fk_comparisons_right_statement_id FOREIGN KEY(right_statement_id) REFERENCES statements (id) ON DELETE CASCADE,
    CONSTRAINT fk_comparisons_left_event_report_id FOREIGN KEY(left_event_report_id) REFERENCES event_reports (id) ON DELETE CASCADE,
    CONSTRAINT fk_comparisons_left_place_id FOREIGN KEY(left_place_id) REFERENCES places (id),
    CONSTRAINT fk_comparisons_right_place_id FOREIGN KEY(right_place_id) REFERENCES places (id),
    CONSTRAINT fk_comparisons_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    CONSTRAINT fk_comparisons_nearer_article_id FOREIGN KEY(nearer_article_id) REFERENCES articles (id) ON DELETE CASCADE,
    CONSTRAINT ck_comparisons_id_bits CHECK (id BETWEEN 0 AND 9007199254740991),
    CONSTRAINT ck_comparisons_accumulation_not_blank CHECK (accumulation GLOB '[0-9A-Za-z]*' OR trim(accumulation, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_comparisons_kind_term CHECK (kind = 'value' OR kind = 'revision' OR kind = 'wording' OR kind = 'definition' OR kind = 'arithmetic' OR kind = 'geography' OR kind = 'stance'),
    CONSTRAINT ck_comparisons_verdict_term CHECK (verdict = 'disagrees' OR verdict = 'drifts' OR verdict = 'revised' OR verdict = 'not_comparable'),
    CONSTRAINT ck_comparisons_reason_not_blank CHECK (reason GLOB '[0-9A-Za-z]*' OR trim(reason, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_comparisons_no_nul CHECK (instr(CAST(accumulation AS BLOB), x'00') = 0 AND instr(CAST(reason AS BLOB), x'00') = 0)
)
 STRICT;

-- table dates
CREATE TABLE dates (
    id INTEGER NOT NULL,
    passage_id INTEGER NOT NULL,
    date TEXT,
    date_earliest TEXT,
    date_latest TEXT,
    precision TEXT,
    anchor TEXT NOT NULL,
    rule_id TEXT NOT NULL,
    CONSTRAINT pk_dates PRIMARY KEY (id),
    CONSTRAINT uq_dates_passage_id UNIQUE (passage_id),
    CONSTRAINT ck_dates_precision_given CHECK ((date IS NULL) = (precision IS NULL)),
    CONSTRAINT fk_dates_passage_id FOREIGN KEY(passage_id) REFERENCES passages (id) ON DELETE CASCADE,
    CONSTRAINT fk_dates_rule_id FOREIGN KEY(rule_id) REFERENCES reading_rules (id),
    CONSTRAINT ck_dates_id_bits CHECK (id BETWEEN 0 AND 9007199254740991),
    CONSTRAINT ck_dates_date_not_blank CHECK (date GLOB '[0-9A-Za-z]*' OR trim(date, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_dates_date_has_days CHECK ((date IS NULL) = (date_earliest IS NULL AND date_latest IS NULL)),
    CONSTRAINT ck_dates_date_earliest_day CHECK (date(date_earliest, '+0 days') IS date_earliest),
    CONSTRAINT ck_dates_date_order CHECK (date_earliest <= date_latest),
    CONSTRAINT ck_dates_date_latest_day CHECK (date(date_latest, '+0 days') IS date_latest),
    CONSTRAINT ck_dates_precision_term CHECK (precision = 'day' OR precision = 'month' OR precision = 'season' OR precision = 'year' OR precision = 'decade' OR precision = 'interval' OR precision = 'open'),
    CONSTRAINT ck_dates_anchor_term CHECK (anchor = 'printed' OR anchor = 'published' OR anchor = 'said' OR anchor = 'event' OR anchor = 'text'),
    CONSTRAINT ck_dates_no_nul CHECK (instr(CAST(date AS BLOB), x'00') = 0)
)
 STRICT;

-- table event_details
CREATE TABLE event_details (
    id INTEGER NOT NULL,
    event_report_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    passage_id INTEGER NOT NULL,
    CONSTRAINT pk_event_details PRIMARY KEY (id),
    CONSTRAINT fk_event_details_event_report_id FOREIGN KEY(event_report_id) REFERENCES event_reports (id) ON DELETE CASCADE,
    CONSTRAINT fk_event_details_passage_id FOREIGN KEY(passage_id) REFERENCES passages (id) ON DELETE CASCADE,
    CONSTRAINT ck_event_details_id_bits CHECK (id BETWEEN 0 AND 9007199254740991),
    CONSTRAINT ck_event_details_kind_term CHECK (kind = 'outcome' OR kind = 'cause' OR kind = 'purpose' OR kind = 'means' OR kind = 'charge' OR kind = 'condition'),
    CONSTRAINT ck_event_details_detail_not_blank CHECK (detail GLOB '[0-9A-Za-z]*' OR trim(detail, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_event_details_no_nul CHECK (instr(CAST(detail AS BLOB), x'00') = 0)
)
 STRICT;

-- table event_participants
CREATE TABLE event_participants (
    event_report_id INTEGER NOT NULL,
    party_id TEXT NOT NULL,
    role TEXT NOT NULL,
    CONSTRAINT pk_event_participants PRIMARY KEY (event_report_id, party_id, role),
    CONSTRAINT fk_event_participants_event_report_id FOREIGN KEY(event_report_id) REFERENCES event_reports (id) ON DELETE CASCADE,
    CONSTRAINT fk_event_participants_party_id FOREIGN KEY(party_id) REFERENCES parties (id),
    CONSTRAINT ck_event_participants_role_term CHECK (role = 'agent' OR role = 'affected' OR role = 'beneficiary' OR role = 'counterpart' OR role = 'authority' OR role = 'target')
)
 STRICT;

-- table event_places
CREATE TABLE event_places (
    event_report_id INTEGER NOT NULL,
    place_id TEXT NOT NULL,
    role TEXT NOT NULL,
    CONSTRAINT pk_event_places PRIMARY KEY (event_report_id, place_id, role),
    CONSTRAINT fk_event_places_event_report_id FOREIGN KEY(event_report_id) REFERENCES event_reports (id) ON DELETE CASCADE,
    CONSTRAINT fk_event_places_place_id FOREIGN KEY(place_id) REFERENCES places (id),
    CONSTRAINT ck_event_places_role_term CHECK (role = 'at' OR role = 'from' OR role = 'to' OR role = 'via')
)
 STRICT;

-- table event_relations
CREATE TABLE event_relations (
    article_id TEXT NOT NULL,
    event_id TEXT NOT NULL,
    relation TEXT NOT NULL,
    other_event_id TEXT NOT NULL,
    passage_id INTEGER NOT NULL,
    CONSTRAINT pk_event_relations PRIMARY KEY (article_id, event_id, relation, other_event_id),
    CONSTRAINT ck_event_relations_not_itself CHECK (event_id <> other_event_id),
    CONSTRAINT fk_event_relations_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    CONSTRAINT fk_event_relations_event_id FOREIGN KEY(event_id) REFERENCES events (id),
    CONSTRAINT fk_event_relations_other_event_id FOREIGN KEY(other_event_id) REFERENCES events (id),
    CONSTRAINT fk_event_relations_passage_id FOREIGN KEY(passage_id) REFERENCES passages (id) ON DELETE CASCADE,
    CONSTRAINT ck_event_relations_relation_term CHECK (relation = 'before' OR relation = 'part_of' OR relation = 'causes' OR relation = 'distinct_from')
)
 STRICT;

-- table event_reports
CREATE TABLE event_reports (
    id INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    gist TEXT NOT NULL,
    status TEXT NOT NULL,
    date TEXT,
    date_earliest TEXT,
    date_latest TEXT,
    statement_id TEXT,
    passage_id INTEGER NOT NULL,
    CONSTRAINT pk_event_reports PRIMARY KEY (id),
    CONSTRAINT fk_event_reports_event_id FOREIGN KEY(event_id) REFERENCES events (id),
    CONSTRAINT fk_event_reports_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    CONSTRAINT fk_event_reports_statement_id FOREIGN KEY(statement_id) REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_event_reports_passage_id FOREIGN KEY(passage_id) REFERENCES passages (id) ON DELETE CASCADE,
    CONSTRAINT ck_event_reports_id_bits CHECK (id BETWEEN 0 AND 9007199254740991),
    CONSTRAINT ck_event_reports_gist_not_blank CHECK (gist GLOB '[0-9A-Za-z]*' OR trim(gist, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_event_reports_status_term CHECK (status = 'happened' OR status = 'ongoing' OR status = 'planned' OR status = 'attempted' OR status = 'refused' OR status = 'denied' OR status = 'alleged'),
    CONSTRAINT ck_event_reports_date_not_blank CHECK (date GLOB '[0-9A-Za-z]*' OR trim(date, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_event_reports_date_has_days CHECK ((date IS NULL) = (date_earliest IS NULL AND date_latest IS NULL)),
    CONSTRAINT ck_event_reports_date_earliest_day CHECK (date(date_earliest, '+0 days') IS date_earliest),
    CONSTRAINT ck_event_reports_date_order CHECK (date_earliest <= date_latest),
    CONSTRAINT ck_event_reports_date_latest_day CHECK (date(date_latest, '+0 days') IS date_latest),
    CONSTRAINT ck_event_reports_no_nul CHECK (instr(CAST(gist AS BLOB), x'00') = 0 AND instr(CAST(date AS BLOB), x'00') = 0)
)
 STRICT;

-- table event_types
CREATE TABLE event_types (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    meaning TEXT NOT NULL,
    extent TEXT NOT NULL,
    CONSTRAINT pk_event_types PRIMARY KEY (id),
    CONSTRAINT ck_event_types_id_slug CHECK (id GLOB '[a-z0-9]*' AND id NOT GLOB '*[^a-z0-9-]*' AND id NOT GLOB '*-'),
    CONSTRAINT ck_event_types_name_not_blank CHECK (name GLOB '[0-9A-Za-z]*' OR trim(name, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_event_types_meaning_not_blank CHECK (meaning GLOB '[0-9A-Za-z]*' OR trim(meaning, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_event_types_extent_term CHECK (extent = 'moment' OR extent = 'stretch'),
    CONSTRAINT ck_event_types_no_nul CHECK (instr(CAST(id AS BLOB), x'00') = 0 AND instr(CAST(name AS BLOB), x'00') = 0 AND instr(CAST(meaning AS BLOB), x'00') = 0)
)
 STRICT;

-- table events
CREATE TABLE events (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    event_type_id TEXT NOT NULL,
    status TEXT,
    date TEXT,
    date_earliest TEXT,
    date_latest TEXT,
    place_id TEXT,
    CONSTRAINT pk_events PRIMARY KEY (id),
    CONSTRAINT fk_events_event_type_id FOREIGN KEY(event_type_id) REFERENCES event_types (id),
    CONSTRAINT fk_events_place_id FOREIGN KEY(place_id) REFERENCES places (id),
    CONSTRAINT ck_events_id_slug CHECK (id GLOB '[a-z0-9]*' AND id NOT GLOB '*[^a-z0-9-]*' AND id NOT GLOB '*-'),
    CONSTRAINT ck_events_name_not_blank CHECK (name GLOB '[0-9A-Za-z]*' OR trim(name, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_events_status_term CHECK (status = 'happened' OR status = 'ongoing' OR status = 'planned' OR status = 'attempted' OR status = 'refused' OR status = 'denied' OR status = 'alleged'),
    CONSTRAINT ck_events_date_not_blank CHECK (date GLOB '[0-9A-Za-z]*' OR trim(date, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_events_date_has_days CHECK ((date IS NULL) = (date_earliest IS NULL AND date_latest IS NULL)),
    CONSTRAINT ck_events_date_earliest_day CHECK (date(date_earliest, '+0 days') IS date_earliest),
    CONSTRAINT ck_events_date_order CHECK (date_earliest <= date_latest),
    CONSTRAINT ck_events_date_latest_day CHECK (date(date_latest, '+0 days') IS date_latest),
    CONSTRAINT ck_events_no_nul CHECK (instr(CAST(id AS BLOB), x'00') = 0 AND instr(CAST(name AS BLOB), x'00') = 0 AND instr(CAST(date AS BLOB), x'00') = 0)
)
 STRICT;

-- table evidence
CREATE TABLE evidence (
    id INTEGER NOT NULL,
    article_id TEXT,
    table_name TEXT NOT NULL,
    row_id TEXT NOT NULL,
    column_name TEXT NOT NULL,
    basis TEXT NOT NULL,
    reasoning TEXT,
    source TEXT,
    other_value TEXT,
    passage_id INTEGER,
    CONSTRAINT pk_evidence PRIMARY KEY (id),
    CONSTRAINT uq_evidence_table_name_row_id_column_name UNIQUE (table_name, row_id, column_name),
    CONSTRAINT ck_evidence_stated_has_passage CHECK (basis <> 'stated' OR passage_id IS NOT NULL),
    CONSTRAINT ck_evidence_external_has_source CHECK ((basis = 'external') = (source IS NOT NULL)),
    CONSTRAINT ck_evidence_has_reasoning CHECK (basis = 'stated' OR basis = 'external' OR reasoning IS NOT NULL),
    CONSTRAINT fk_evidence_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    CONSTRAINT fk_evidence_passage_id FOREIGN KEY(passage_id) REFERENCES passages (id) ON DELETE CASCADE,
    CONSTRAINT ck_evidence_id_bits CHECK (id BETWEEN 0 AND 9007199254740991),
    CONSTRAINT ck_evidence_table_name_not_blank CHECK (table_name GLOB '[0-9A-Za-z]*' OR trim(table_name, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_evidence_row_id_not_blank CHECK (row_id GLOB '[0-9A-Za-z]*' OR trim(row_id, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_evidence_column_name_not_blank CHECK (column_name GLOB '[0-9A-Za-z]*' OR trim(column_name, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_evidence_basis_term CHECK (basis = 'stated' OR basis = 'inferred' OR basis = 'external' OR basis = 'computed' OR basis = 'not_stated'),
    CONSTRAINT ck_evidence_reasoning_not_blank CHECK (reasoning GLOB '[0-9A-Za-z]*' OR trim(reasoning, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_evidence_source_not_blank CHECK (source GLOB '[0-9A-Za-z]*' OR trim(source, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_evidence_other_value_not_blank CHECK (other_value GLOB '[0-9A-Za-z]*' OR trim(other_value, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_evidence_no_nul CHECK (instr(CAST(table_name AS BLOB), x'00') = 0 AND instr(CAST(row_id AS BLOB), x'00') = 0 AND instr(CAST(column_name AS BLOB), x'00') = 0 AND instr(CAST(reasoning AS BLOB), x'00') = 0 AND instr(CAST(source AS BLOB), x'00') = 0 AND instr(CAST(other_value AS BLOB), x'00') = 0)
)
 STRICT;

-- table figure_passages
CREATE TABLE figure_passages (
    figure_id TEXT NOT NULL,
    passage_id INTEGER NOT NULL,
    CONSTRAINT pk_figure_passages PRIMARY KEY (figure_id, passage_id),
    CONSTRAINT fk_figure_passages_figure_id FOREIGN KEY(figure_id) REFERENCES figures (id) ON DELETE CASCADE,
    CONSTRAINT fk_figure_passages_passage_id FOREIGN KEY(passage_id) REFERENCES passages (id) ON DELETE CASCADE
)
 STRICT;

-- table figure_places
CREATE TABLE figure_places (
    figure_id TEXT NOT NULL,
    role TEXT NOT NULL,
    place_id TEXT NOT NULL,
    CONSTRAINT pk_figure_places PRIMARY KEY (figure_id, role, place_id),
    CONSTRAINT fk_figure_places_figure_id FOREIGN KEY(figure_id) REFERENCES figures (id) ON DELETE CASCADE,
    CONSTRAINT fk_figure_places_place_id FOREIGN KEY(place_id) REFERENCES places (id),
    CONSTRAINT ck_figure_places_role_term CHECK (role = 'in' OR role = 'from' OR role = 'to' OR role = 'example')
)
 STRICT;

-- table figure_relations
CREATE TABLE figure_relations (
    figure_id TEXT NOT NULL,
    relation TEXT NOT NULL,
    other_figure_id TEXT NOT NULL,
    operation TEXT,
    reasoning TEXT,
    CONSTRAINT pk_figure_relations PRIMARY KEY (figure_id, relation, other_figure_id),
    CONSTRAINT ck_figure_relations_not_itself CHECK (figure_id <> other_figure_id),
    CONSTRAINT ck_figure_relations_operation_if_derived CHECK ((operation IS NOT NULL) = (relation = 'derived_from')),
    CONSTRAINT fk_figure_relations_figure_id FOREIGN KEY(figure_id) REFERENCES figures (id) ON DELETE CASCADE,
    CONSTRAINT fk_figure_relations_other_figure_id FOREIGN KEY(other_figure_id) REFERENCES figures (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_figure_relations_relation_term CHECK (relation = 'repeats' OR relation = 'subset_of' OR relation = 'share_of' OR relation = 'derived_from' OR relation = 'compared_with'),
    CONSTRAINT ck_figure_relations_operation_term CHECK (operation = 'difference' OR operation = 'sum' OR operation = 'ratio' OR operation = 'product'),
    CONSTRAINT ck_figure_relations_reasoning_not_blank CHECK (reasoning GLOB '[0-9A-Za-z]*' OR trim(reasoning, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_figure_relations_no_nul CHECK (instr(CAST(reasoning AS BLOB), x'00') = 0)
)
 STRICT;

-- table figures
CREATE TABLE figures (
    id TEXT NOT NULL,
    claim TEXT NOT NULL,
    article_id TEXT NOT NULL,
    printed TEXT NOT NULL,
    value REAL,
    low REAL,
    high REAL,
    interval_low REAL,
    interval_high REAL,
    interval_rule_id TEXT NOT NULL,
    unit TEXT NOT NULL,
    per TEXT,
    comparator TEXT NOT NULL,
    rule_id TEXT NOT NULL,
    measure_id TEXT NOT NULL,
    figure_kind TEXT NOT NULL,
    accumulation TEXT NOT NULL,
    modality TEXT NOT NULL,
    subject_id TEXT,
    period TEXT,
    period_earliest TEXT,
    period_latest TEXT,
    as_of TEXT,
    as_of_earliest TEXT,
    as_of_latest TEXT,
    statement_id TEXT,
    event_id TEXT,
    base_figure_id TEXT,
    base_words TEXT,
    passage_id INTEGER NOT NULL,
    CONSTRAINT pk_figures PRIMARY KEY (id),
    CONSTRAINT uq_figures_id_accumulation UNIQUE (id, accumulation),
    CONSTRAINT ck_figures_interval_order CHECK (interval_low <= interval_high),
    CONSTRAINT ck_figures_value_or_bounds CHECK ((value IS NULL) = (low IS NOT NULL OR high IS NOT NULL)),
    CONSTRAINT ck_figures_bounds_order CHECK (low <= high),
    CONSTRAINT ck_figures_range_has_bounds CHECK (comparator <> 'range' OR (low IS NOT NULL AND high IS NOT NULL)),
    CONSTRAINT ck_figures_vague_has_bounds CHECK (comparator <> 'vague' OR low IS NOT NULL),
    CONSTRAINT ck_figures_share_has_base CHECK (figure_kind <> 'share' OR base_figure_id IS NOT NULL OR base_words IS NOT NULL),
    CONSTRAINT ck_figures_one_base CHECK (base_figure_id IS NULL OR base_words IS NULL),
    CONSTRAINT ck_figures_share_is_fraction CHECK (figure_kind <> 'share' OR (coalesce(value, 0) BETWEEN 0 AND 1 AND coalesce(low, 0) BETWEEN 0 AND 1 AND coalesce(high, 0) BETWEEN 0 AND 1)),
    CONSTRAINT ck_figures_not_own_base CHECK (id <> base_figure_id),
    CONSTRAINT ck_figures_rate_has_divisor CHECK ((figure_kind = 'rate') = (per IS NOT NULL)),
    CONSTRAINT fk_figures_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    CONSTRAINT fk_figures_interval_rule_id FOREIGN KEY(interval_rule_id) REFERENCES reading_rules (id),
    CONSTRAINT fk_figures_rule_id FOREIGN KEY(rule_id) REFERENCES reading_rules (id),
    CONSTRAINT fk_figures_measure_id FOREIGN KEY(measure_id) REFERENCES measures (id),
    CONSTRAINT fk_figures_subject_id FOREIGN KEY(subject_id) REFERENCES parties (id),
    CONSTRAINT fk_figures_statement_id FOREIGN KEY(statement_id) REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_figures_event_id FOREIGN KEY(event_id) REFERENCES events (id),
    CONSTRAINT fk_figures_base_figure_id FOREIGN KEY(base_figure_id) REFERENCES figures (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_figures_passage_id FOREIGN KEY(passage_id) REFERENCES passages (id) ON DELETE CASCADE,
    CONSTRAINT ck_figures_id_slug CHECK (id GLOB '[a-z0-9]*' AND id NOT GLOB '*[^a-z0-9-]*' AND id NOT GLOB '*-'),
    CONSTRAINT ck_figures_claim_not_blank CHECK (claim GLOB '[0-9A-Za-z]*' OR trim(claim, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_figures_printed_not_blank CHECK (printed GLOB '[0-9A-Za-z]*' OR trim(printed, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_figures_value_range CHECK (value BETWEEN -1.7e308 AND 1.7e308),
    CONSTRAINT ck_figures_low_range CHECK (low BETWEEN -1.7e308 AND 1.7e308),
    CONSTRAINT ck_figures_high_range CHECK (high BETWEEN -1.7e308 AND 1.7e308),
    CONSTRAINT ck_figures_interval_low_range CHECK (interval_low BETWEEN -1.7e308 AND 1.7e308),
    CONSTRAINT ck_figures_interval_high_range CHECK (interval_high BETWEEN -1.7e308 AND 1.7e308),
    CONSTRAINT ck_figures_unit_not_blank CHECK (unit GLOB '[0-9A-Za-z]*' OR trim(unit, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_figures_per_not_blank CHECK (per GLOB '[0-9A-Za-z]*' OR trim(per, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_figures_comparator_term CHECK (comparator = 'exact' OR comparator = 'about' OR comparator = 'nearly' OR comparator = 'at_least' OR comparator = 'more_than' OR comparator = 'less_than' OR comparator = 'up_to' OR comparator = 'range' OR comparator = 'all_but' OR comparator = 'vague'),
    CONSTRAINT ck_figures_figure_kind_term CHECK (figure_kind = 'count' OR figure_kind = 'share' OR figure_kind = 'rate' OR figure_kind = 'age' OR figure_kind = 'duration' OR figure_kind = 'money' OR figure_kind = 'factor' OR figure_kind = 'other'),
    CONSTRAINT ck_figures_accumulation_term CHECK (accumulation = 'stock' OR accumulation = 'cumulative' OR accumulation = 'gross_flow' OR accumulation = 'net_flow' OR accumulation = 'none'),
    CONSTRAINT ck_figures_modality_term CHECK (modality = 'reported' OR modality = 'estimated' OR modality = 'target' OR modality = 'planned' OR modality = 'possible' OR modality = 'imposed' OR modality = 'statutory'),
    CONSTRAINT ck_figures_period_not_blank CHECK (period GLOB '[0-9A-Za-z]*' OR trim(period, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_figures_period_has_days CHECK ((period IS NULL) = (period_earliest IS NULL AND period_latest IS NULL)),
    CONSTRAINT ck_figures_period_earliest_day CHECK (date(period_earliest, '+0 days') IS period_earliest),
    CONSTRAINT ck_figures_period_order CHECK (period_earliest <= period_latest),
    CONSTRAINT ck_figures_period_latest_day CHECK (date(period_latest, '+0 days') IS period_latest),
    CONSTRAINT ck_figures_as_of_not_blank CHECK (as_of GLOB '[0-9A-Za-z]*' OR trim(as_of, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_figures_as_of_has_days CHECK ((as_of IS NULL) = (as_of_earliest IS NULL AND as_of_latest IS NULL)),
    CONSTRAINT ck_figures_as_of_earliest_day CHECK (date(as_of_earliest, '+0 days') IS as_of_earliest),
    CONSTRAINT ck_figures_as_of_order CHECK (as_of_earliest <= as_of_latest),
    CONSTRAINT ck_figures_as_of_latest_day CHECK (date(as_of_latest, '+0 days') IS as_of_latest),
    CONSTRAINT ck_figures_base_words_not_blank CHECK (base_words GLOB '[0-9A-Za-z]*' OR trim(base_words, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_figures_no_nul CHECK (instr(CAST(id AS BLOB), x'00') = 0 AND instr(CAST(claim AS BLOB), x'00') = 0 AND instr(CAST(printed AS BLOB), x'00') = 0 AND instr(CAST(unit AS BLOB), x'00') = 0 AND instr(CAST(per AS BLOB), x'00') = 0 AND instr(CAST(period AS BLOB), x'00') = 0 AND instr(CAST(as_of AS BLOB), x'00') = 0 AND instr(CAST(base_words AS BLOB), x'00') = 0)
)
 STRICT;

-- table groups
CREATE TABLE groups (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    parent_party_id TEXT,
    place_id TEXT,
    kind TEXT NOT NULL,
    CONSTRAINT pk_groups PRIMARY KEY (id),
    CONSTRAINT fk_groups_id_kind_name FOREIGN KEY(id, kind, name) REFERENCES parties (id, kind, name) ON DELETE CASCADE,
    CONSTRAINT ck_groups_not_own_parent CHECK (id <> parent_party_id),
    CONSTRAINT fk_groups_parent_party_id FOREIGN KEY(parent_party_id) REFERENCES parties (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_groups_place_id FOREIGN KEY(place_id) REFERENCES places (id),
    CONSTRAINT ck_groups_id_slug CHECK (id GLOB '[a-z0-9]*' AND id NOT GLOB '*[^a-z0-9-]*' AND id NOT GLOB '*-'),
    CONSTRAINT ck_groups_name_not_blank CHECK (name GLOB '[0-9A-Za-z]*' OR trim(name, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_groups_kind_term CHECK (kind = 'group'),
    CONSTRAINT ck_groups_no_nul CHECK (instr(CAST(id AS BLOB), x'00') = 0 AND instr(CAST(name AS BLOB), x'00') = 0)
)
 STRICT;

-- table identity_judgements
CREATE TABLE identity_judgements (
    left_party_id TEXT NOT NULL,
    right_party_id TEXT NOT NULL,
    judgement TEXT NOT NULL,
    reason TEXT NOT NULL,
    maker_id TEXT NOT NULL,
    CONSTRAINT pk_identity_judgements PRIMARY KEY (left_party_id, right_party_id),
    CONSTRAINT ck_identity_judgements_pair_once CHECK (left_party_id < right_party_id),
    CONSTRAINT fk_identity_judgements_left_party_id FOREIGN KEY(left_party_id) REFERENCES parties (id) ON DELETE CASCADE,
    CONSTRAINT fk_identity_judgements_right_party_id FOREIGN KEY(right_party_id) REFERENCES parties (id) ON DELETE CASCADE,
    CONSTRAINT fk_identity_judgements_maker_id FOREIGN KEY(maker_id) REFERENCES makers (id),
    CONSTRAINT ck_identity_judgements_judgement_term CHECK (judgement = 'same' OR judgement = 'different' OR judgement = 'unsure'),
    CONSTRAINT ck_identity_judgements_reason_not_blank CHECK (reason GLOB '[0-9A-Za-z]*' OR trim(reason, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_identity_judgements_no_nul CHECK (instr(CAST(reason AS BLOB), x'00') = 0)
)
 STRICT;

-- table issues
CREATE TABLE issues (
    id INTEGER NOT NULL,
    article_id TEXT NOT NULL,
    paragraph_id INTEGER,
    kind TEXT NOT NULL,
    item TEXT NOT NULL,
    reason TEXT NOT NULL,
    passage_id INTEGER,
    CONSTRAINT pk_issues PRIMARY KEY (id),
    CONSTRAINT fk_issues_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    CONSTRAINT fk_issues_paragraph_id FOREIGN KEY(paragraph_id) REFERENCES paragraphs (id) ON DELETE CASCADE,
    CONSTRAINT fk_issues_passage_id FOREIGN KEY(passage_id) REFERENCES passages (id) ON DELETE CASCADE,
    CONSTRAINT ck_issues_id_bits CHECK (id BETWEEN 0 AND 9007199254740991),
    CONSTRAINT ck_issues_kind_term CHECK (kind = 'uninterpreted' OR kind = 'left_out' OR kind = 'unread'),
    CONSTRAINT ck_issues_item_not_blank CHECK (item GLOB '[0-9A-Za-z]*' OR trim(item, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_issues_reason_not_blank CHECK (reason GLOB '[0-9A-Za-z]*' OR trim(reason, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_issues_no_nul CHECK (instr(CAST(item AS BLOB), x'00') = 0 AND instr(CAST(reason AS BLOB), x'00') = 0)
)
 STRICT;

-- table loads
CREATE TABLE loads (
    article_id TEXT NOT NULL,
    inputs_sha256 TEXT NOT NULL,
    text_sha256 TEXT,
    extractor_version TEXT,
    findings TEXT,
    CONSTRAINT pk_loads PRIMARY KEY (article_id),
    CONSTRAINT ck_loads_whole_extraction CHECK ((findings IS NULL) = (text_sha256 IS NULL)),
    CONSTRAINT ck_loads_extraction_has_version CHECK ((findings IS NULL) = (extractor_version IS NULL)),
    CONSTRAINT fk_loads_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    CONSTRAINT ck_loads_inputs_sha256_sha256 CHECK (inputs_sha256 GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    CONSTRAINT ck_loads_text_sha256_sha256 CHECK (text_sha256 GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    CONSTRAINT ck_loads_extractor_version_not_blank CHECK (extractor_version GLOB '[0-9A-Za-z]*' OR trim(extractor_version, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_loads_findings_not_blank CHECK (findings GLOB '[0-9A-Za-z]*' OR trim(findings, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_loads_no_nul CHECK (instr(CAST(inputs_sha256 AS BLOB), x'00') = 0 AND instr(CAST(text_sha256 AS BLOB), x'00') = 0 AND instr(CAST(extractor_version AS BLOB), x'00') = 0 AND instr(CAST(findings AS BLOB), x'00') = 0)
)
 STRICT;

-- table makers
CREATE TABLE makers (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    version TEXT,
    CONSTRAINT pk_makers PRIMARY KEY (id),
    CONSTRAINT ck_makers_id_slug CHECK (id GLOB '[a-z0-9]*' AND id NOT GLOB '*[^a-z0-9-]*' AND id NOT GLOB '*-'),
    CONSTRAINT ck_makers_kind_term CHECK (kind = 'reviewer' OR kind = 'extractor'),
    CONSTRAINT ck_makers_name_not_blank CHECK (name GLOB '[0-9A-Za-z]*' OR trim(name, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_makers_version_not_blank CHECK (version GLOB '[0-9A-Za-z]*' OR trim(version, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_makers_no_nul CHECK (instr(CAST(id AS BLOB), x'00') = 0 AND instr(CAST(name AS BLOB), x'00') = 0 AND instr(CAST(version AS BLOB), x'00') = 0)
)
 STRICT;

-- table measures
CREATE TABLE measures (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    meaning TEXT NOT NULL,
    unit TEXT NOT NULL,
    parent_id TEXT,
    CONSTRAINT pk_measures PRIMARY KEY (id),
    CONSTRAINT ck_measures_not_own_parent CHECK (id <> parent_id),
    CONSTRAINT fk_measures_parent_id FOREIGN KEY(parent_id) REFERENCES measures (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_measures_id_slug CHECK (id GLOB '[a-z0-9]*' AND id NOT GLOB '*[^a-z0-9-]*' AND id NOT GLOB '*-'),
    CONSTRAINT ck_measures_name_not_blank CHECK (name GLOB '[0-9A-Za-z]*' OR trim(name, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_measures_meaning_not_blank CHECK (meaning GLOB '[0-9A-Za-z]*' OR trim(meaning, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_measures_unit_not_blank CHECK (unit GLOB '[0-9A-Za-z]*' OR trim(unit, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_measures_no_nul CHECK (instr(CAST(id AS BLOB), x'00') = 0 AND instr(CAST(name AS BLOB), x'00') = 0 AND instr(CAST(meaning AS BLOB), x'00') = 0 AND instr(CAST(unit AS BLOB), x'00') = 0)
)
 STRICT;

-- table mentions
CREATE TABLE mentions (
    id INTEGER NOT NULL,
    passage_id INTEGER NOT NULL,
    party_id TEXT,
    place_id TEXT,
    form TEXT NOT NULL,
    reading TEXT NOT NULL,
    score REAL NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT pk_mentions PRIMARY KEY (id),
    CONSTRAINT ck_mentions_one_target CHECK (party_id IS NULL OR place_id IS NULL),
    CONSTRAINT fk_mentions_passage_id FOREIGN KEY(passage_id) REFERENCES passages (id) ON DELETE CASCADE,
    CONSTRAINT fk_mentions_party_id FOREIGN KEY(party_id) REFERENCES parties (id),
    CONSTRAINT fk_mentions_place_id FOREIGN KEY(place_id) REFERENCES places (id),
    CONSTRAINT ck_mentions_id_bits CHECK (id BETWEEN 0 AND 9007199254740991),
    CONSTRAINT ck_mentions_form_term CHECK (form = 'name' OR form = 'demonym' OR form = 'description' OR form = 'pronoun'),
    CONSTRAINT ck_mentions_reading_term CHECK (reading = 'literal' OR reading = 'metonym' OR reading = 'embedded' OR reading = 'comparison'),
    CONSTRAINT ck_mentions_score_range CHECK (score BETWEEN 0 AND 1),
    CONSTRAINT ck_mentions_reason_not_blank CHECK (reason GLOB '[0-9A-Za-z]*' OR trim(reason, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_mentions_no_nul CHECK (instr(CAST(reason AS BLOB), x'00') = 0)
)
 STRICT;

-- table organisations
CREATE TABLE organisations (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    organisation_kind TEXT,
    naming TEXT NOT NULL,
    parent_id TEXT,
    place_id TEXT,
    place_meaning TEXT,
    kind TEXT NOT NULL,
    CONSTRAINT pk_organisations PRIMARY KEY (id),
    CONSTRAINT fk_organisations_id_kind_name FOREIGN KEY(id, kind, name) REFERENCES parties (id, kind, name) ON DELETE CASCADE,
    CONSTRAINT ck_organisations_place_and_meaning CHECK ((place_id IS NULL) = (place_meaning IS NULL)),
    CONSTRAINT ck_organisations_not_own_parent CHECK (id <> parent_id),
    CONSTRAINT fk_organisations_parent_id FOREIGN KEY(parent_id) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_organisations_place_id FOREIGN KEY(place_id) REFERENCES places (id),
    CONSTRAINT ck_organisations_id_slug CHECK (id GLOB '[a-z0-9]*' AND id NOT GLOB '*[^a-z0-9-]*' AND id NOT GLOB '*-'),
    CONSTRAINT ck_organisations_name_not_blank CHECK (name GLOB '[0-9A-Za-z]*' OR trim(name, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_organisations_organisation_kind_term CHECK (organisation_kind = 'government' OR organisation_kind = 'ministry' OR organisation_kind = 'agency' OR organisation_kind = 'court' OR organisation_kind = 'armed_force' OR organisation_kind = 'legislature' OR organisation_kind = 'international' OR organisation_kind = 'news_agency' OR organisation_kind = 'publisher' OR organisation_kind = 'association' OR organisation_kind = 'company'),
    CONSTRAINT ck_organisations_naming_term CHECK (naming = 'named' OR naming = 'described'),
    CONSTRAINT ck_organisations_place_meaning_term CHECK (place_meaning = 'seat' OR place_meaning = 'jurisdiction' OR place_meaning = 'country'),
    CONSTRAINT ck_organisations_kind_term CHECK (kind = 'organisation'),
    CONSTRAINT ck_organisations_no_nul CHECK (instr(CAST(id AS BLOB), x'00') = 0 AND instr(CAST(name AS BLOB), x'00') = 0)
)
 STRICT;

-- table paragraph_relations
CREATE TABLE paragraph_relations (
    paragraph_id INTEGER NOT NULL,
    relation TEXT NOT NULL,
    other_paragraph_id INTEGER NOT NULL,
    CONSTRAINT pk_paragraph_relations PRIMARY KEY (paragraph_id, relation, other_paragraph_id),
    CONSTRAINT ck_paragraph_relations_not_itself CHECK (paragraph_id <> other_paragraph_id),
    CONSTRAINT fk_paragraph_relations_paragraph_id FOREIGN KEY(paragraph_id) REFERENCES paragraphs (id) ON DELETE CASCADE,
    CONSTRAINT fk_paragraph_relations_other_paragraph_id FOREIGN KEY(other_paragraph_id) REFERENCES paragraphs (id) ON DELETE CASCADE,
    CONSTRAINT ck_paragraph_relations_relation_term CHECK (relation = 'repeats' OR relation = 'footnote_to' OR relation = 'introduces')
)
 STRICT;

-- table paragraphs
CREATE TABLE paragraphs (
    id INTEGER NOT NULL,
    article_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    role TEXT,
    block INTEGER,
    text TEXT NOT NULL,
    word_count INTEGER NOT NULL,
    original_word_count INTEGER,
    original_sha256 TEXT,
    CONSTRAINT pk_paragraphs PRIMARY KEY (id),
    CONSTRAINT uq_paragraphs_article_id_number UNIQUE (article_id, number),
    CONSTRAINT fk_paragraphs_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    CONSTRAINT ck_paragraphs_id_bits CHECK (id BETWEEN 0 AND 9007199254740991),
    CONSTRAINT ck_paragraphs_number_range CHECK (number >= 1),
    CONSTRAINT ck_paragraphs_role_term CHECK (role = 'masthead' OR role = 'title' OR role = 'byline' OR role = 'source_line' OR role = 'photo_credit' OR role = 'caption' OR role = 'lead' OR role = 'body' OR role = 'subhead' OR role = 'lead_in' OR role = 'footnote' OR role = 'notice' OR role = 'teaser' OR role = 'furniture'),
    CONSTRAINT ck_paragraphs_block_range CHECK (block >= 1),
    CONSTRAINT ck_paragraphs_text_not_blank CHECK (text GLOB '[0-9A-Za-z]*' OR trim(text, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_paragraphs_word_count_range CHECK (word_count >= 0),
    CONSTRAINT ck_paragraphs_original_word_count_range CHECK (original_word_count >= 0),
    CONSTRAINT ck_paragraphs_original_sha256_sha256 CHECK (original_sha256 GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    CONSTRAINT ck_paragraphs_no_nul CHECK (instr(CAST(text AS BLOB), x'00') = 0 AND instr(CAST(original_sha256 AS BLOB), x'00') = 0)
)
 STRICT;

-- table paragraphs_search
CREATE VIRTUAL TABLE paragraphs_search USING fts5(text, content="paragraphs", content_rowid="id", tokenize="unicode61 remove_diacritics 2");

-- table parties
CREATE TABLE parties (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_parties PRIMARY KEY (id),
    CONSTRAINT uq_parties_id_kind_name UNIQUE (id, kind, name),
    CONSTRAINT ck_parties_id_slug CHECK (id GLOB '[a-z0-9]*' AND id NOT GLOB '*[^a-z0-9-]*' AND id NOT GLOB '*-'),
    CONSTRAINT ck_parties_kind_term CHECK (kind = 'person' OR kind = 'organisation' OR kind = 'group'),
    CONSTRAINT ck_parties_name_not_blank CHECK (name GLOB '[0-9A-Za-z]*' OR trim(name, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_parties_no_nul CHECK (instr(CAST(id AS BLOB), x'00') = 0 AND instr(CAST(name AS BLOB), x'00') = 0)
)
 STRICT;

-- table party_names
CREATE TABLE party_names (
    id INTEGER NOT NULL,
    party_id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    CONSTRAINT pk_party_names PRIMARY KEY (id),
    CONSTRAINT uq_party_names_party_id_name_key UNIQUE (party_id, name_key),
    CONSTRAINT fk_party_names_party_id FOREIGN KEY(party_id) REFERENCES parties (id) ON DELETE CASCADE,
    CONSTRAINT ck_party_names_id_bits CHECK (id BETWEEN 0 AND 9007199254740991),
    CONSTRAINT ck_party_names_name_not_blank CHECK (name GLOB '[0-9A-Za-z]*' OR trim(name, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_party_names_name_key_not_blank CHECK (name_key GLOB '[0-9A-Za-z]*' OR trim(name_key, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_party_names_kind_term CHECK (kind = 'full' OR kind = 'short' OR kind = 'surname' OR kind = 'given_name' OR kind = 'translation' OR kind = 'transliteration' OR kind = 'abbreviation' OR kind = 'former' OR kind = 'description'),
    CONSTRAINT ck_party_names_no_nul CHECK (instr(CAST(name AS BLOB), x'00') = 0 AND instr(CAST(name_key AS BLOB), x'00') = 0)
)
 STRICT;

-- table party_names_search
CREATE VIRTUAL TABLE party_names_search USING fts5(name, content="party_names", content_rowid="id", tokenize="unicode61 remove_diacritics 2");

-- table passages
CREATE TABLE passages (
    id INTEGER NOT NULL,
    paragraph_id INTEGER NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    words TEXT NOT NULL,
    CONSTRAINT pk_passages PRIMARY KEY (id),
    CONSTRAINT uq_passages_paragraph_id_start_offset_end_offset UNIQUE (paragraph_id, start_offset, end_offset),
    CONSTRAINT ck_passages_offset_order CHECK (start_offset < end_offset),
    CONSTRAINT ck_passages_words_fit CHECK (length(words) = end_offset - start_offset),
    CONSTRAINT fk_passages_paragraph_id FOREIGN KEY(paragraph_id) REFERENCES paragraphs (id) ON DELETE CASCADE,
    CONSTRAINT ck_passages_id_bits CHECK (id BETWEEN 0 AND 9007199254740991),
    CONSTRAINT ck_passages_start_offset_range CHECK (start_offset >= 0),
    CONSTRAINT ck_passages_end_offset_range CHECK (end_offset >= 0),
    CONSTRAINT ck_passages_words_not_blank CHECK (words GLOB '[0-9A-Za-z]*' OR trim(words, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_passages_no_nul CHECK (instr(CAST(words AS BLOB), x'00') = 0)
)
 STRICT;

-- table person_attributes
CREATE TABLE person_attributes (
    id INTEGER NOT NULL,
    article_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    attribute TEXT NOT NULL,
    tenure TEXT NOT NULL,
    party_id TEXT,
    place_id TEXT,
    figure_id TEXT,
    date TEXT,
    date_earliest TEXT,
    date_latest TEXT,
    statement_id TEXT,
    passage_id INTEGER NOT NULL,
    CONSTRAINT pk_person_attributes PRIMARY KEY (id),
    CONSTRAINT fk_person_attributes_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    CONSTRAINT fk_person_attributes_person_id FOREIGN KEY(person_id) REFERENCES persons (id),
    CONSTRAINT fk_person_attributes_party_id FOREIGN KEY(party_id) REFERENCES parties (id),
    CONSTRAINT fk_person_attributes_place_id FOREIGN KEY(place_id) REFERENCES places (id),
    CONSTRAINT fk_person_attributes_figure_id FOREIGN KEY(figure_id) REFERENCES figures (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_person_attributes_statement_id FOREIGN KEY(statement_id) REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_person_attributes_passage_id FOREIGN KEY(passage_id) REFERENCES passages (id) ON DELETE CASCADE,
    CONSTRAINT ck_person_attributes_id_bits CHECK (id BETWEEN 0 AND 9007199254740991),
    CONSTRAINT ck_person_attributes_kind_term CHECK (kind = 'office' OR kind = 'occupation' OR kind = 'employer' OR kind = 'membership' OR kind = 'nationality' OR kind = 'origin' OR kind = 'residence' OR kind = 'legal_status' OR kind = 'age' OR kind = 'kinship' OR kind = 'activity'),
    CONSTRAINT ck_person_attributes_attribute_not_blank CHECK (attribute GLOB '[0-9A-Za-z]*' OR trim(attribute, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_person_attributes_tenure_term CHECK (tenure = 'current' OR tenure = 'former' OR tenure = 'sought' OR tenure = 'planned'),
    CONSTRAINT ck_person_attributes_date_not_blank CHECK (date GLOB '[0-9A-Za-z]*' OR trim(date, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_person_attributes_date_has_days CHECK ((date IS NULL) = (date_earliest IS NULL AND date_latest IS NULL)),
    CONSTRAINT ck_person_attributes_date_earliest_day CHECK (date(date_earliest, '+0 days') IS date_earliest),
    CONSTRAINT ck_person_attributes_date_order CHECK (date_earliest <= date_latest),
    CONSTRAINT ck_person_attributes_date_latest_day CHECK (date(date_latest, '+0 days') IS date_latest),
    CONSTRAINT ck_person_attributes_no_nul CHECK (instr(CAST(attribute AS BLOB), x'00') = 0 AND instr(CAST(date AS BLOB), x'00') = 0)
)
 STRICT;

-- table persons
CREATE TABLE persons (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_status TEXT NOT NULL,
    kind TEXT NOT NULL,
    CONSTRAINT pk_persons PRIMARY KEY (id),
    CONSTRAINT fk_persons_id_kind_name FOREIGN KEY(id, kind, name) REFERENCES parties (id, kind, name) ON DELETE CASCADE,
    CONSTRAINT ck_persons_id_slug CHECK (id GLOB '[a-z0-9]*' AND id NOT GLOB '*[^a-z0-9-]*' AND id NOT GLOB '*-'),
    CONSTRAINT ck_persons_name_not_blank CHECK (name GLOB '[0-9A-Za-z]*' OR trim(name, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_persons_name_status_term CHECK (name_status = 'real' OR name_status = 'pseudonym' OR name_status = 'first_name_only' OR name_status = 'withheld'),
    CONSTRAINT ck_persons_kind_term CHECK (kind = 'person'),
    CONSTRAINT ck_persons_no_nul CHECK (instr(CAST(id AS BLOB), x'00') = 0 AND instr(CAST(name AS BLOB), x'00') = 0)
)
 STRICT;

-- table place_claims
CREATE TABLE place_claims (
    article_id TEXT NOT NULL,
    place_id TEXT NOT NULL,
    relation TEXT NOT NULL,
    other_place_id TEXT NOT NULL,
    passage_id INTEGER NOT NULL,
    CONSTRAINT pk_place_claims PRIMARY KEY (article_id, place_id, relation, other_place_id),
    CONSTRAINT ck_place_claims_not_itself CHECK (place_id <> other_place_id),
    CONSTRAINT fk_place_claims_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    CONSTRAINT fk_place_claims_place_id FOREIGN KEY(place_id) REFERENCES places (id),
    CONSTRAINT fk_place_claims_other_place_id FOREIGN KEY(other_place_id) REFERENCES places (id),
    CONSTRAINT fk_place_claims_passage_id FOREIGN KEY(passage_id) REFERENCES passages (id) ON DELETE CASCADE,
    CONSTRAINT ck_place_claims_relation_term CHECK (relation = 'capital_of' OR relation = 'formerly_part_of' OR relation = 'borders' OR relation = 'lies_in')
)
 STRICT;

-- table place_names
CREATE TABLE place_names (
    id INTEGER NOT NULL,
    place_id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    CONSTRAINT pk_place_names PRIMARY KEY (id),
    CONSTRAINT uq_place_names_place_id_name_key UNIQUE (place_id, name_key),
    CONSTRAINT fk_place_names_place_id FOREIGN KEY(place_id) REFERENCES places (id) ON DELETE CASCADE,
    CONSTRAINT ck_place_names_id_bits CHECK (id BETWEEN 0 AND 9007199254740991),
    CONSTRAINT ck_place_names_name_not_blank CHECK (name GLOB '[0-9A-Za-z]*' OR trim(name, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_place_names_name_key_not_blank CHECK (name_key GLOB '[0-9A-Za-z]*' OR trim(name_key, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_place_names_kind_term CHECK (kind = 'name' OR kind = 'full' OR kind = 'variant' OR kind = 'demonym'),
    CONSTRAINT ck_place_names_no_nul CHECK (instr(CAST(name AS BLOB), x'00') = 0 AND instr(CAST(name_key AS BLOB), x'00') = 0)
)
 STRICT;

-- table place_names_search
CREATE VIRTUAL TABLE place_names_search USING fts5(name, content="place_names", content_rowid="id", tokenize="unicode61 remove_diacritics 2");

-- table place_relations
CREATE TABLE place_relations (
    place_id TEXT NOT NULL,
    relation TEXT NOT NULL,
    other_place_id TEXT NOT NULL,
    source TEXT NOT NULL,
    CONSTRAINT pk_place_relations PRIMARY KEY (place_id, relation, other_place_id),
    CONSTRAINT ck_place_relations_not_itself CHECK (place_id <> other_place_id),
    CONSTRAINT fk_place_relations_place_id FOREIGN KEY(place_id) REFERENCES places (id) ON DELETE CASCADE,
    CONSTRAINT fk_place_relations_other_place_id FOREIGN KEY(other_place_id) REFERENCES places (id) ON DELETE CASCADE,
    CONSTRAINT ck_place_relations_relation_term CHECK (relation = 'capital_of' OR relation = 'formerly_part_of' OR relation = 'borders'),
    CONSTRAINT ck_place_relations_source_not_blank CHECK (source GLOB '[0-9A-Za-z]*' OR trim(source, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_place_relations_no_nul CHECK (instr(CAST(source AS BLOB), x'00') = 0)
)
 STRICT;

-- table places
CREATE TABLE places (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    parent_id TEXT,
    parent_name TEXT,
    country_code TEXT,
    country_code_3 TEXT,
    subdivision_code TEXT,
    former_code TEXT,
    geonames_id INTEGER,
    latitude REAL,
    longitude REAL,
    point_precision TEXT NOT NULL,
    CONSTRAINT pk_places PRIMARY KEY (id),
    CONSTRAINT uq_places_id_name UNIQUE (id, name),
    CONSTRAINT fk_places_parent_id_parent_name FOREIGN KEY(parent_id, parent_name) REFERENCES places (id, name) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_places_parent_and_name CHECK ((parent_id IS NULL) = (parent_name IS NULL)),
    CONSTRAINT ck_places_not_own_parent CHECK (id <> parent_id),
    CONSTRAINT ck_places_whole_point CHECK ((latitude IS NULL) = (longitude IS NULL)),
    CONSTRAINT ck_places_point_precision_given CHECK ((latitude IS NULL) = (point_precision = 'none')),
    CONSTRAINT ck_places_no_point_for_macro_region CHECK (kind <> 'macro_region' OR latitude IS NULL),
    CONSTRAINT ck_places_country_code_form CHECK (country_code GLOB '[A-Z][A-Z]'),
    CONSTRAINT ck_places_country_code_3_form CHECK (country_code_3 GLOB '[A-Z][A-Z][A-Z]'),
    CONSTRAINT ck_places_subdivision_code_form CHECK (subdivision_code GLOB '[A-Z][A-Z]-[A-Z0-9]*' AND subdivision_code NOT GLOB '*[^A-Z0-9-]*'),
    CONSTRAINT ck_places_former_code_form CHECK (former_code GLOB '[A-Z][A-Z][A-Z][A-Z]'),
    CONSTRAINT fk_places_parent_id FOREIGN KEY(parent_id) REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_places_id_slug CHECK (id GLOB '[a-z0-9]*' AND id NOT GLOB '*[^a-z0-9-]*' AND id NOT GLOB '*-'),
    CONSTRAINT ck_places_name_not_blank CHECK (name GLOB '[0-9A-Za-z]*' OR trim(name, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_places_kind_term CHECK (kind = 'macro_region' OR kind = 'country' OR kind = 'former_country' OR kind = 'first_level' OR kind = 'informal_region' OR kind = 'settlement' OR kind = 'landmark' OR kind = 'border' OR kind = 'zone' OR kind = 'settlement_or_region'),
    CONSTRAINT ck_places_status_term CHECK (status = 'ordinary' OR status = 'disputed' OR status = 'occupied' OR status = 'historical' OR status = 'informal' OR status = 'unnamed'),
    CONSTRAINT ck_places_parent_name_not_blank CHECK (parent_name GLOB '[0-9A-Za-z]*' OR trim(parent_name, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_places_country_code_not_blank CHECK (country_code GLOB '[0-9A-Za-z]*' OR trim(country_code, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_places_country_code_3_not_blank CHECK (country_code_3 GLOB '[0-9A-Za-z]*' OR trim(country_code_3, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_places_subdivision_code_not_blank CHECK (subdivision_code GLOB '[0-9A-Za-z]*' OR trim(subdivision_code, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_places_former_code_not_blank CHECK (former_code GLOB '[0-9A-Za-z]*' OR trim(former_code, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_places_geonames_id_range CHECK (geonames_id >= 1),
    CONSTRAINT ck_places_latitude_range CHECK (latitude BETWEEN -90 AND 90),
    CONSTRAINT ck_places_longitude_range CHECK (longitude BETWEEN -180 AND 180),
    CONSTRAINT ck_places_point_precision_term CHECK (point_precision = 'point' OR point_precision = 'area' OR point_precision = 'none'),
    CONSTRAINT ck_places_no_nul CHECK (instr(CAST(id AS BLOB), x'00') = 0 AND instr(CAST(name AS BLOB), x'00') = 0 AND instr(CAST(parent_name AS BLOB), x'00') = 0 AND instr(CAST(country_code AS BLOB), x'00') = 0 AND instr(CAST(country_code_3 AS BLOB), x'00') = 0 AND instr(CAST(subdivision_code AS BLOB), x'00') = 0 AND instr(CAST(former_code AS BLOB), x'00') = 0)
)
 STRICT;

-- table propositions
CREATE TABLE propositions (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_propositions PRIMARY KEY (id),
    CONSTRAINT ck_propositions_id_slug CHECK (id GLOB '[a-z0-9]*' AND id NOT GLOB '*[^a-z0-9-]*' AND id NOT GLOB '*-'),
    CONSTRAINT ck_propositions_name_not_blank CHECK (name GLOB '[0-9A-Za-z]*' OR trim(name, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_propositions_no_nul CHECK (instr(CAST(id AS BLOB), x'00') = 0 AND instr(CAST(name AS BLOB), x'00') = 0)
)
 STRICT;

-- table reading_rules
CREATE TABLE reading_rules (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    meaning TEXT NOT NULL,
    basis TEXT,
    source TEXT,
    CONSTRAINT pk_reading_rules PRIMARY KEY (id),
    CONSTRAINT ck_reading_rules_external_has_source CHECK ((coalesce(basis, '') = 'external') = (source IS NOT NULL)),
    CONSTRAINT ck_reading_rules_id_slug CHECK (id GLOB '[a-z0-9]*' AND id NOT GLOB '*[^a-z0-9-]*' AND id NOT GLOB '*-'),
    CONSTRAINT ck_reading_rules_kind_term CHECK (kind = 'date' OR kind = 'number' OR kind = 'interval'),
    CONSTRAINT ck_reading_rules_meaning_not_blank CHECK (meaning GLOB '[0-9A-Za-z]*' OR trim(meaning, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_reading_rules_basis_term CHECK (basis = 'stated' OR basis = 'inferred' OR basis = 'external' OR basis = 'computed' OR basis = 'not_stated'),
    CONSTRAINT ck_reading_rules_source_not_blank CHECK (source GLOB '[0-9A-Za-z]*' OR trim(source, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_reading_rules_no_nul CHECK (instr(CAST(id AS BLOB), x'00') = 0 AND instr(CAST(meaning AS BLOB), x'00') = 0 AND instr(CAST(source AS BLOB), x'00') = 0)
)
 STRICT;

-- table repairs
CREATE TABLE repairs (
    paragraph_id INTEGER NOT NULL,
    start_offset INTEGER NOT NULL,
    given TEXT NOT NULL,
    repaired TEXT NOT NULL,
    rule TEXT NOT NULL,
    CONSTRAINT pk_repairs PRIMARY KEY (paragraph_id, start_offset),
    CONSTRAINT ck_repairs_changes CHECK (given <> repaired),
    CONSTRAINT fk_repairs_paragraph_id FOREIGN KEY(paragraph_id) REFERENCES paragraphs (id) ON DELETE CASCADE,
    CONSTRAINT ck_repairs_start_offset_range CHECK (start_offset >= 0),
    CONSTRAINT ck_repairs_given_length CHECK (length(given) >= 1),
    CONSTRAINT ck_repairs_rule_not_blank CHECK (rule GLOB '[0-9A-Za-z]*' OR trim(rule, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_repairs_no_nul CHECK (instr(CAST(given AS BLOB), x'00') = 0 AND instr(CAST(repaired AS BLOB), x'00') = 0 AND instr(CAST(rule AS BLOB), x'00') = 0)
)
 STRICT;

-- table retired_ids
CREATE TABLE retired_ids (
    table_name TEXT NOT NULL,
    retired_id TEXT NOT NULL,
    replaced_by TEXT,
    reason TEXT NOT NULL,
    CONSTRAINT pk_retired_ids PRIMARY KEY (table_name, retired_id),
    CONSTRAINT ck_retired_ids_table_name_not_blank CHECK (table_name GLOB '[0-9A-Za-z]*' OR trim(table_name, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_retired_ids_retired_id_not_blank CHECK (retired_id GLOB '[0-9A-Za-z]*' OR trim(retired_id, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_retired_ids_replaced_by_slug CHECK (replaced_by GLOB '[a-z0-9]*' AND replaced_by NOT GLOB '*[^a-z0-9-]*' AND replaced_by NOT GLOB '*-'),
    CONSTRAINT ck_retired_ids_reason_not_blank CHECK (reason GLOB '[0-9A-Za-z]*' OR trim(reason, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_retired_ids_no_nul CHECK (instr(CAST(table_name AS BLOB), x'00') = 0 AND instr(CAST(retired_id AS BLOB), x'00') = 0 AND instr(CAST(replaced_by AS BLOB), x'00') = 0 AND instr(CAST(reason AS BLOB), x'00') = 0)
)
 STRICT;

-- table statement_passages
CREATE TABLE statement_passages (
    statement_id TEXT NOT NULL,
    passage_id INTEGER NOT NULL,
    CONSTRAINT pk_statement_passages PRIMARY KEY (statement_id, passage_id),
    CONSTRAINT fk_statement_passages_statement_id FOREIGN KEY(statement_id) REFERENCES statements (id) ON DELETE CASCADE,
    CONSTRAINT fk_statement_passages_passage_id FOREIGN KEY(passage_id) REFERENCES passages (id) ON DELETE CASCADE
)
 STRICT;

-- table statements
CREATE TABLE statements (
    id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    speaker_id TEXT,
    gist TEXT NOT NULL,
    form TEXT NOT NULL,
    quotation TEXT,
    modality TEXT NOT NULL,
    condition TEXT,
    via_id TEXT,
    channel TEXT,
    addressee_id TEXT,
    place_id TEXT,
    said TEXT,
    said_earliest TEXT,
    said_latest TEXT,
    proposition_id TEXT,
    stance TEXT,
    passage_id INTEGER NOT NULL,
    CONSTRAINT pk_statements PRIMARY KEY (id),
    CONSTRAINT ck_statements_author_has_no_speaker CHECK ((speaker_id IS NULL) = (form = 'authorial' OR form = 'gloss')),
    CONSTRAINT ck_statements_quotation_if_direct CHECK ((quotation IS NOT NULL) = (form = 'direct')),
    CONSTRAINT ck_statements_stance_on_proposition CHECK ((proposition_id IS NULL) = (stance IS NULL)),
    CONSTRAINT ck_statements_condition_if_conditional CHECK (modality <> 'conditional' OR condition IS NOT NULL),
    CONSTRAINT fk_statements_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    CONSTRAINT fk_statements_speaker_id FOREIGN KEY(speaker_id) REFERENCES parties (id),
    CONSTRAINT fk_statements_via_id FOREIGN KEY(via_id) REFERENCES parties (id),
    CONSTRAINT fk_statements_addressee_id FOREIGN KEY(addressee_id) REFERENCES parties (id),
    CONSTRAINT fk_statements_place_id FOREIGN KEY(place_id) REFERENCES places (id),
    CONSTRAINT fk_statements_proposition_id FOREIGN KEY(proposition_id) REFERENCES propositions (id),
    CONSTRAINT fk_statements_passage_id FOREIGN KEY(passage_id) REFERENCES passages (id) ON DELETE CASCADE,
    CONSTRAINT ck_statements_id_slug CHECK (id GLOB '[a-z0-9]*' AND id NOT GLOB '*[^a-z0-9-]*' AND id NOT GLOB '*-'),
    CONSTRAINT ck_statements_gist_not_blank CHECK (gist GLOB '[0-9A-Za-z]*' OR trim(gist, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_statements_form_term CHECK (form = 'direct' OR form = 'indirect' OR form = 'authorial' OR form = 'gloss'),
    CONSTRAINT ck_statements_quotation_term CHECK (quotation = 'complete' OR quotation = 'cut' OR quotation = 'unopened' OR quotation = 'split' OR quotation = 'fragment'),
    CONSTRAINT ck_statements_modality_term CHECK (modality = 'asserted' OR modality = 'opinion' OR modality = 'promise' OR modality = 'plan' OR modality = 'hope' OR modality = 'possible' OR modality = 'question' OR modality = 'conditional'),
    CONSTRAINT ck_statements_condition_not_blank CHECK (condition GLOB '[0-9A-Za-z]*' OR trim(condition, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_statements_channel_not_blank CHECK (channel GLOB '[0-9A-Za-z]*' OR trim(channel, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_statements_said_not_blank CHECK (said GLOB '[0-9A-Za-z]*' OR trim(said, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_statements_said_has_days CHECK ((said IS NULL) = (said_earliest IS NULL AND said_latest IS NULL)),
    CONSTRAINT ck_statements_said_earliest_day CHECK (date(said_earliest, '+0 days') IS said_earliest),
    CONSTRAINT ck_statements_said_order CHECK (said_earliest <= said_latest),
    CONSTRAINT ck_statements_said_latest_day CHECK (date(said_latest, '+0 days') IS said_latest),
    CONSTRAINT ck_statements_stance_term CHECK (stance = 'supports' OR stance = 'opposes' OR stance = 'questions'),
    CONSTRAINT ck_statements_no_nul CHECK (instr(CAST(id AS BLOB), x'00') = 0 AND instr(CAST(gist AS BLOB), x'00') = 0 AND instr(CAST(condition AS BLOB), x'00') = 0 AND instr(CAST(channel AS BLOB), x'00') = 0 AND instr(CAST(said AS BLOB), x'00') = 0)
)
 STRICT;

-- table table_digests
CREATE TABLE table_digests (
    table_name TEXT NOT NULL,
    column_names TEXT NOT NULL,
    digest TEXT NOT NULL,
    CONSTRAINT pk_table_digests PRIMARY KEY (table_name),
    CONSTRAINT ck_table_digests_table_name_not_blank CHECK (table_name GLOB '[0-9A-Za-z]*' OR trim(table_name, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_table_digests_column_names_not_blank CHECK (column_names GLOB '[0-9A-Za-z]*' OR trim(column_names, char(9, 10, 11, 12, 13, 32, 160)) <> ''),
    CONSTRAINT ck_table_digests_digest_sha256 CHECK (digest GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    CONSTRAINT ck_table_digests_no_nul CHECK (instr(CAST(table_name AS BLOB), x'00') = 0 AND instr(CAST(column_names AS BLOB), x'00') = 0 AND instr(CAST(digest AS BLOB), x'00') = 0)
)
 STRICT;

-- view article_overview
CREATE VIEW article_overview AS
SELECT
    a.id AS article_id,
    a.title,
    publisher.name AS publisher,
    agency.name AS agency,
    (SELECT group_concat(name, '; ') FROM (
        SELECT p.name FROM article_authors AS w JOIN persons AS p ON p.id = w.person_id
        WHERE w.article_id = a.id ORDER BY w.position)) AS authors,
    a.published,
    a.published_earliest,
    a.published_latest,
    a.genre,
    (SELECT group_concat(topic, '; ') FROM (
        SELECT topic FROM article_topics WHERE article_id = a.id ORDER BY topic)) AS topics,
    a.reading,
    a.text_kind,
    a.paragraph_count,
    a.word_count,
    (SELECT count(DISTINCT m.party_id) FROM paragraphs AS p
        JOIN passages AS s ON s.paragraph_id = p.id JOIN mentions AS m ON m.passage_id = s.id
        JOIN persons AS n ON n.id = m.party_id WHERE p.article_id = a.id) AS persons,
    (SELECT count(DISTINCT m.party_id) FROM paragraphs AS p
        JOIN passages AS s ON s.paragraph_id = p.id JOIN mentions AS m ON m.passage_id = s.id
        JOIN organisations AS o ON o.id = m.party_id WHERE p.article_id = a.id) AS organisations,
    (SELECT count(DISTINCT m.place_id) FROM paragraphs AS p
        JOIN passages AS s ON s.paragraph_id = p.id JOIN mentions AS m ON m.passage_id = s.id
        WHERE p.article_id = a.id) AS places,
    (SELECT count(*) FROM statements WHERE article_id = a.id) AS statements,
    (SELECT count(*) FROM figures WHERE article_id = a.id) AS figures,
    (SELECT count(DISTINCT event_id) FROM event_reports WHERE article_id = a.id) AS events
FROM articles AS a
LEFT JOIN organisations AS publisher ON publisher.id = a.publisher_id
LEFT JOIN organisations AS agency ON agency.id = a.agency_id;

-- view disagreements
CREATE VIEW disagreements AS
WITH claim AS (
    SELECT f.id, f.claim, coalesce(p.name, 'the author') AS claimant,
        coalesce(f.as_of, f.period, s.said) AS date, w.words, coalesce(a.title, a.id) AS title
    FROM figures AS f
    JOIN passages AS w ON w.id = f.passage_id
    JOIN articles AS a ON a.id = f.article_id
    LEFT JOIN statements AS s ON s.id = f.statement_id
    LEFT JOIN parties AS p ON p.id = s.speaker_id
    UNION ALL
    SELECT s.id, s.gist, coalesce(p.name, 'the author'), s.said, w.words, coalesce(a.title, a.id)
    FROM statements AS s
    JOIN passages AS w ON w.id = s.passage_id
    JOIN articles AS a ON a.id = s.article_id
    LEFT JOIN parties AS p ON p.id = s.speaker_id
),
pair AS (
    SELECT
        *,
        -- What was worked out stands on the right of what it was worked out from, whatever the order of ids, and the
        -- side nearer the source on the left.
        iif(turned, b, a) AS left_id,
        iif(turned, a, b) AS right_id
    FROM (
        SELECT
            k.*,
            coalesce(k.left_figure_id, k.left_statement_id, k.left_place_id) AS a,
            coalesce(k.right_figure_id, k.right_statement_id, k.right_place_id) AS b,
            CASE WHEN k.kind = 'arithmetic' THEN EXISTS (
                SELECT 1 FROM figure_relations AS d WHERE d.relation = 'derived_from'
                AND d.figure_id = k.left_figure_id AND d.other_figure_id = k.right_figure_id)
            ELSE k.left_place_id IS NULL AND EXISTS (
                SELECT 1 FROM figures AS f WHERE f.id = k.right_figure_id AND f.article_id = k.nearer_article_id
                UNION ALL
                SELECT 1 FROM statements AS s WHERE s.id = k.right_statement_id AND s.article_id = k.nearer_article_id)
            END AS turned
        FROM comparisons AS k
    )
)
SELECT
    c.verdict,
    c.kind,
    c.reason,
    CASE
        WHEN c.kind = 'arithmetic' THEN (
            SELECT group_concat(claim, '; ') FROM (
                SELECT f.claim FROM figure_relations AS d JOIN figures AS f ON f.id = d.other_figure_id
                WHERE d.figure_id = c.right_id AND d.relation = 'derived_from' ORDER BY f.id))
        WHEN c.left_place_id IS NULL THEN l.claim
        WHEN c.left_event_report_id IS NULL THEN one.name || ' borders ' || other.name
        ELSE one.name || ' is listed beside ' || other.name
    END AS left_claim,
    coalesce(l.claimant, 'the author') AS left_claimant,
    l.date AS left_date,
    coalesce(l.words, report.words, said.words) AS left_words,
    coalesce(l.title, a.title, a.id) AS left_article,
    CASE
        WHEN c.left_place_id IS NULL THEN r.claim
        WHEN c.left_event_report_id IS NULL THEN other.name || ' has other neighbours'
        ELSE one.name || ' lies in ' || other.name
    END AS right_claim,
    CASE WHEN c.right_place_id IS NULL THEN r.claimant ELSE 'what is known of the places' END AS right_claimant,
    r.date AS right_date,
    r.words AS right_words,
    r.title AS right_article,
    nearer.title AS nearer_article,
    c.left_id,
    c.right_id
FROM pair AS c
LEFT JOIN claim AS l ON l.id = c.left_id AND c.left_place_id IS NULL
LEFT JOIN claim AS r ON r.id = c.right_id AND c.right_place_id IS NULL
LEFT JOIN places AS one ON one.id = c.left_place_id
LEFT JOIN places AS other ON other.id = c.right_place_id
LEFT JOIN articles AS a ON a.id = c.article_id
LEFT JOIN articles AS nearer ON nearer.id = c.nearer_article_id
LEFT JOIN event_reports AS er ON er.id = c.left_event_report_id
LEFT JOIN passages AS report ON report.id = er.passage_id
LEFT JOIN place_claims AS pc
    ON c.left_event_report_id IS NULL AND pc.article_id = c.article_id
    AND pc.place_id = c.left_place_id AND pc.other_place_id = c.right_place_id
LEFT JOIN passages AS said ON said.id = pc.passage_id
ORDER BY CASE c.verdict WHEN 'disagrees' THEN 1 WHEN 'revised' THEN 2 WHEN 'drifts' THEN 3 ELSE 4 END, c.kind, left_id;

-- view event_timeline
CREATE VIEW event_timeline AS
SELECT
    r.date,
    e.name AS event,
    t.name AS event_type,
    r.status,
    (SELECT group_concat(role || ' ' || name, '; ') FROM (
        SELECT ep.role, p.name FROM event_places AS ep JOIN places AS p ON p.id = ep.place_id
        WHERE ep.event_report_id = r.id ORDER BY ep.role, p.name)) AS places,
    (SELECT group_concat(name || ' (' || role || ')', '; ') FROM (
        SELECT ep.role, p.name FROM event_participants AS ep JOIN parties AS p ON p.id = ep.party_id
        WHERE ep.event_report_id = r.id ORDER BY ep.role, p.name)) AS participants,
    coalesce(p.name, 'the author') AS claimant,
    coalesce(d.basis, CASE WHEN r.date IS NOT NULL THEN 'printed' END) AS date_known_by,
    d.reasoning,
    coalesce(a.title, a.id) AS article,
    g.number AS paragraph,
    w.words,
    r.date_earliest,
    r.date_latest,
    e.id AS event_id,
    a.id AS article_id
FROM event_reports AS r
JOIN events AS e ON e.id = r.event_id
JOIN event_types AS t ON t.id = e.event_type_id
JOIN articles AS a ON a.id = r.article_id
JOIN passages AS w ON w.id = r.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN statements AS s ON s.id = r.statement_id
LEFT JOIN parties AS p ON p.id = s.speaker_id
LEFT JOIN evidence AS d
    ON d.table_name = 'event_reports' AND d.row_id = CAST(r.id AS TEXT) AND d.column_name = 'date'
ORDER BY r.date_earliest IS NULL, r.date_earliest, r.date_latest, g.article_id, g.number, w.start_offset;

-- view evidence_coverage
CREATE VIEW evidence_coverage AS
SELECT 'article_authors' AS table_name, 'person_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(person_id) AS filled FROM article_authors) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.person_id IS NOT NULL), 0) AS filled, coalesce(sum(t.person_id IS NULL), 0) AS empty FROM evidence AS e JOIN article_authors AS t ON e.row_id = t.article_id || ',' || t.position WHERE e.table_name = 'article_authors' AND e.column_name = 'person_id') AS told
UNION ALL
SELECT 'article_authors' AS table_name, 'credit' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(credit) AS filled FROM article_authors) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.credit IS NOT NULL), 0) AS filled, coalesce(sum(t.credit IS NULL), 0) AS empty FROM evidence AS e JOIN article_authors AS t ON e.row_id = t.article_id || ',' || t.position WHERE e.table_name = 'article_authors' AND e.column_name = 'credit') AS told
UNION ALL
SELECT 'article_dates' AS table_name, 'date' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(date) AS filled FROM article_dates) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.date IS NOT NULL), 0) AS filled, coalesce(sum(t.date IS NULL), 0) AS empty FROM evidence AS e JOIN article_dates AS t ON e.row_id = t.article_id || ',' || t.kind WHERE e.table_name = 'article_dates' AND e.column_name = 'date') AS told
UNION ALL
SELECT 'articles' AS table_name, 'title' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(title) AS filled FROM articles) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.title IS NOT NULL), 0) AS filled, coalesce(sum(t.title IS NULL), 0) AS empty FROM evidence AS e JOIN articles AS t ON t.id = e.row_id WHERE e.table_name = 'articles' AND e.column_name = 'title') AS told
UNION ALL
SELECT 'articles' AS table_name, 'publisher_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(publisher_id) AS filled FROM articles) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.publisher_id IS NOT NULL), 0) AS filled, coalesce(sum(t.publisher_id IS NULL), 0) AS empty FROM evidence AS e JOIN articles AS t ON t.id = e.row_id WHERE e.table_name = 'articles' AND e.column_name = 'publisher_id') AS told
UNION ALL
SELECT 'articles' AS table_name, 'agency_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(agency_id) AS filled FROM articles) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.agency_id IS NOT NULL), 0) AS filled, coalesce(sum(t.agency_id IS NULL), 0) AS empty FROM evidence AS e JOIN articles AS t ON t.id = e.row_id WHERE e.table_name = 'articles' AND e.column_name = 'agency_id') AS told
UNION ALL
SELECT 'articles' AS table_name, 'published' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(published) AS filled FROM articles) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.published IS NOT NULL), 0) AS filled, coalesce(sum(t.published IS NULL), 0) AS empty FROM evidence AS e JOIN articles AS t ON t.id = e.row_id WHERE e.table_name = 'articles' AND e.column_name = 'published') AS told
UNION ALL
SELECT 'articles' AS table_name, 'language' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(language) AS filled FROM articles) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.language IS NOT NULL), 0) AS filled, coalesce(sum(t.language IS NULL), 0) AS empty FROM evidence AS e JOIN articles AS t ON t.id = e.row_id WHERE e.table_name = 'articles' AND e.column_name = 'language') AS told
UNION ALL
SELECT 'articles' AS table_name, 'genre' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(genre) AS filled FROM articles) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.genre IS NOT NULL), 0) AS filled, coalesce(sum(t.genre IS NULL), 0) AS empty FROM evidence AS e JOIN articles AS t ON t.id = e.row_id WHERE e.table_name = 'articles' AND e.column_name = 'genre') AS told
UNION ALL
SELECT 'articles' AS table_name, 'truncated' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(truncated) AS filled FROM articles) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.truncated IS NOT NULL), 0) AS filled, coalesce(sum(t.truncated IS NULL), 0) AS empty FROM evidence AS e JOIN articles AS t ON t.id = e.row_id WHERE e.table_name = 'articles' AND e.column_name = 'truncated') AS told
UNION ALL
SELECT 'dates' AS table_name, 'date' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(date) AS filled FROM dates) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.date IS NOT NULL), 0) AS filled, coalesce(sum(t.date IS NULL), 0) AS empty FROM evidence AS e JOIN dates AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'dates' AND e.column_name = 'date') AS told
UNION ALL
SELECT 'event_details' AS table_name, 'kind' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(kind) AS filled FROM event_details) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.kind IS NOT NULL), 0) AS filled, coalesce(sum(t.kind IS NULL), 0) AS empty FROM evidence AS e JOIN event_details AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'event_details' AND e.column_name = 'kind') AS told
UNION ALL
SELECT 'event_details' AS table_name, 'detail' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(detail) AS filled FROM event_details) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.detail IS NOT NULL), 0) AS filled, coalesce(sum(t.detail IS NULL), 0) AS empty FROM evidence AS e JOIN event_details AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'event_details' AND e.column_name = 'detail') AS told
UNION ALL
SELECT 'event_reports' AS table_name, 'gist' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(gist) AS filled FROM event_reports) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.gist IS NOT NULL), 0) AS filled, coalesce(sum(t.gist IS NULL), 0) AS empty FROM evidence AS e JOIN event_reports AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'event_reports' AND e.column_name = 'gist') AS told
UNION ALL
SELECT 'event_reports' AS table_name, 'status' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(status) AS filled FROM event_reports) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.status IS NOT NULL), 0) AS filled, coalesce(sum(t.status IS NULL), 0) AS empty FROM evidence AS e JOIN event_reports AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'event_reports' AND e.column_name = 'status') AS told
UNION ALL
SELECT 'event_reports' AS table_name, 'date' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(date) AS filled FROM event_reports) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.date IS NOT NULL), 0) AS filled, coalesce(sum(t.date IS NULL), 0) AS empty FROM evidence AS e JOIN event_reports AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'event_reports' AND e.column_name = 'date') AS told
UNION ALL
SELECT 'events' AS table_name, 'event_type_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(event_type_id) AS filled FROM events) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.event_type_id IS NOT NULL), 0) AS filled, coalesce(sum(t.event_type_id IS NULL), 0) AS empty FROM evidence AS e JOIN events AS t ON t.id = e.row_id WHERE e.table_name = 'events' AND e.column_name = 'event_type_id') AS told
UNION ALL
SELECT 'events' AS table_name, 'status' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(status) AS filled FROM events) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.status IS NOT NULL), 0) AS filled, coalesce(sum(t.status IS NULL), 0) AS empty FROM evidence AS e JOIN events AS t ON t.id = e.row_id WHERE e.table_name = 'events' AND e.column_name = 'status') AS told
UNION ALL
SELECT 'events' AS table_name, 'date' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(date) AS filled FROM events) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.date IS NOT NULL), 0) AS filled, coalesce(sum(t.date IS NULL), 0) AS empty FROM evidence AS e JOIN events AS t ON t.id = e.row_id WHERE e.table_name = 'events' AND e.column_name = 'date') AS told
UNION ALL
SELECT 'events' AS table_name, 'place_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(place_id) AS filled FROM events) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.place_id IS NOT NULL), 0) AS filled, coalesce(sum(t.place_id IS NULL), 0) AS empty FROM evidence AS e JOIN events AS t ON t.id = e.row_id WHERE e.table_name = 'events' AND e.column_name = 'place_id') AS told
UNION ALL
SELECT 'figures' AS table_name, 'printed' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(printed) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.printed IS NOT NULL), 0) AS filled, coalesce(sum(t.printed IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'printed') AS told
UNION ALL
SELECT 'figures' AS table_name, 'value' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(value) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.value IS NOT NULL), 0) AS filled, coalesce(sum(t.value IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'value') AS told
UNION ALL
SELECT 'figures' AS table_name, 'low' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(low) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.low IS NOT NULL), 0) AS filled, coalesce(sum(t.low IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'low') AS told
UNION ALL
SELECT 'figures' AS table_name, 'high' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(high) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.high IS NOT NULL), 0) AS filled, coalesce(sum(t.high IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'high') AS told
UNION ALL
SELECT 'figures' AS table_name, 'unit' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(unit) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.unit IS NOT NULL), 0) AS filled, coalesce(sum(t.unit IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'unit') AS told
UNION ALL
SELECT 'figures' AS table_name, 'per' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(per) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.per IS NOT NULL), 0) AS filled, coalesce(sum(t.per IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'per') AS told
UNION ALL
SELECT 'figures' AS table_name, 'comparator' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(comparator) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.comparator IS NOT NULL), 0) AS filled, coalesce(sum(t.comparator IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'comparator') AS told
UNION ALL
SELECT 'figures' AS table_name, 'measure_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(measure_id) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.measure_id IS NOT NULL), 0) AS filled, coalesce(sum(t.measure_id IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'measure_id') AS told
UNION ALL
SELECT 'figures' AS table_name, 'figure_kind' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(figure_kind) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.figure_kind IS NOT NULL), 0) AS filled, coalesce(sum(t.figure_kind IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'figure_kind') AS told
UNION ALL
SELECT 'figures' AS table_name, 'accumulation' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(accumulation) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.accumulation IS NOT NULL), 0) AS filled, coalesce(sum(t.accumulation IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'accumulation') AS told
UNION ALL
SELECT 'figures' AS table_name, 'modality' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(modality) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.modality IS NOT NULL), 0) AS filled, coalesce(sum(t.modality IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'modality') AS told
UNION ALL
SELECT 'figures' AS table_name, 'subject_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(subject_id) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.subject_id IS NOT NULL), 0) AS filled, coalesce(sum(t.subject_id IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'subject_id') AS told
UNION ALL
SELECT 'figures' AS table_name, 'period' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(period) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.period IS NOT NULL), 0) AS filled, coalesce(sum(t.period IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'period') AS told
UNION ALL
SELECT 'figures' AS table_name, 'as_of' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(as_of) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.as_of IS NOT NULL), 0) AS filled, coalesce(sum(t.as_of IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'as_of') AS told
UNION ALL
SELECT 'figures' AS table_name, 'event_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(event_id) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.event_id IS NOT NULL), 0) AS filled, coalesce(sum(t.event_id IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'event_id') AS told
UNION ALL
SELECT 'groups' AS table_name, 'parent_party_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(parent_party_id) AS filled FROM groups) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.parent_party_id IS NOT NULL), 0) AS filled, coalesce(sum(t.parent_party_id IS NULL), 0) AS empty FROM evidence AS e JOIN groups AS t ON t.id = e.row_id WHERE e.table_name = 'groups' AND e.column_name = 'parent_party_id') AS told
UNION ALL
SELECT 'groups' AS table_name, 'place_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(place_id) AS filled FROM groups) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.place_id IS NOT NULL), 0) AS filled, coalesce(sum(t.place_id IS NULL), 0) AS empty FROM evidence AS e JOIN groups AS t ON t.id = e.row_id WHERE e.table_name = 'groups' AND e.column_name = 'place_id') AS told
UNION ALL
SELECT 'organisations' AS table_name, 'organisation_kind' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(organisation_kind) AS filled FROM organisations) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.organisation_kind IS NOT NULL), 0) AS filled, coalesce(sum(t.organisation_kind IS NULL), 0) AS empty FROM evidence AS e JOIN organisations AS t ON t.id = e.row_id WHERE e.table_name = 'organisations' AND e.column_name = 'organisation_kind') AS told
UNION ALL
SELECT 'organisations' AS table_name, 'naming' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(naming) AS filled FROM organisations) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.naming IS NOT NULL), 0) AS filled, coalesce(sum(t.naming IS NULL), 0) AS empty FROM evidence AS e JOIN organisations AS t ON t.id = e.row_id WHERE e.table_name = 'organisations' AND e.column_name = 'naming') AS told
UNION ALL
SELECT 'organisations' AS table_name, 'parent_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(parent_id) AS filled FROM organisations) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.parent_id IS NOT NULL), 0) AS filled, coalesce(sum(t.parent_id IS NULL), 0) AS empty FROM evidence AS e JOIN organisations AS t ON t.id = e.row_id WHERE e.table_name = 'organisations' AND e.column_name = 'parent_id') AS told
UNION ALL
SELECT 'organisations' AS table_name, 'place_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(place_id) AS filled FROM organisations) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.place_id IS NOT NULL), 0) AS filled, coalesce(sum(t.place_id IS NULL), 0) AS empty FROM evidence AS e JOIN organisations AS t ON t.id = e.row_id WHERE e.table_name = 'organisations' AND e.column_name = 'place_id') AS told
UNION ALL
SELECT 'organisations' AS table_name, 'place_meaning' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(place_meaning) AS filled FROM organisations) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.place_meaning IS NOT NULL), 0) AS filled, coalesce(sum(t.place_meaning IS NULL), 0) AS empty FROM evidence AS e JOIN organisations AS t ON t.id = e.row_id WHERE e.table_name = 'organisations' AND e.column_name = 'place_meaning') AS told
UNION ALL
SELECT 'person_attributes' AS table_name, 'kind' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(kind) AS filled FROM person_attributes) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.kind IS NOT NULL), 0) AS filled, coalesce(sum(t.kind IS NULL), 0) AS empty FROM evidence AS e JOIN person_attributes AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'person_attributes' AND e.column_name = 'kind') AS told
UNION ALL
SELECT 'person_attributes' AS table_name, 'attribute' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(attribute) AS filled FROM person_attributes) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.attribute IS NOT NULL), 0) AS filled, coalesce(sum(t.attribute IS NULL), 0) AS empty FROM evidence AS e JOIN person_attributes AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'person_attributes' AND e.column_name = 'attribute') AS told
UNION ALL
SELECT 'person_attributes' AS table_name, 'tenure' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(tenure) AS filled FROM person_attributes) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.tenure IS NOT NULL), 0) AS filled, coalesce(sum(t.tenure IS NULL), 0) AS empty FROM evidence AS e JOIN person_attributes AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'person_attributes' AND e.column_name = 'tenure') AS told
UNION ALL
SELECT 'person_attributes' AS table_name, 'party_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(party_id) AS filled FROM person_attributes) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.party_id IS NOT NULL), 0) AS filled, coalesce(sum(t.party_id IS NULL), 0) AS empty FROM evidence AS e JOIN person_attributes AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'person_attributes' AND e.column_name = 'party_id') AS told
UNION ALL
SELECT 'person_attributes' AS table_name, 'place_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(place_id) AS filled FROM person_attributes) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.place_id IS NOT NULL), 0) AS filled, coalesce(sum(t.place_id IS NULL), 0) AS empty FROM evidence AS e JOIN person_attributes AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'person_attributes' AND e.column_name = 'place_id') AS told
UNION ALL
SELECT 'person_attributes' AS table_name, 'date' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(date) AS filled FROM person_attributes) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.date IS NOT NULL), 0) AS filled, coalesce(sum(t.date IS NULL), 0) AS empty FROM evidence AS e JOIN person_attributes AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'person_attributes' AND e.column_name = 'date') AS told
UNION ALL
SELECT 'persons' AS table_name, 'name_status' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(name_status) AS filled FROM persons) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.name_status IS NOT NULL), 0) AS filled, coalesce(sum(t.name_status IS NULL), 0) AS empty FROM evidence AS e JOIN persons AS t ON t.id = e.row_id WHERE e.table_name = 'persons' AND e.column_name = 'name_status') AS told
UNION ALL
SELECT 'place_claims' AS table_name, 'relation' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(relation) AS filled FROM place_claims) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.relation IS NOT NULL), 0) AS filled, coalesce(sum(t.relation IS NULL), 0) AS empty FROM evidence AS e JOIN place_claims AS t ON e.row_id = t.article_id || ',' || t.place_id || ',' || t.relation || ',' || t.other_place_id WHERE e.table_name = 'place_claims' AND e.column_name = 'relation') AS told
UNION ALL
SELECT 'places' AS table_name, 'kind' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(kind) AS filled FROM places) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.kind IS NOT NULL), 0) AS filled, coalesce(sum(t.kind IS NULL), 0) AS empty FROM evidence AS e JOIN places AS t ON t.id = e.row_id WHERE e.table_name = 'places' AND e.column_name = 'kind') AS told
UNION ALL
SELECT 'places' AS table_name, 'status' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(status) AS filled FROM places) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.status IS NOT NULL), 0) AS filled, coalesce(sum(t.status IS NULL), 0) AS empty FROM evidence AS e JOIN places AS t ON t.id = e.row_id WHERE e.table_name = 'places' AND e.column_name = 'status') AS told
UNION ALL
SELECT 'places' AS table_name, 'parent_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(parent_id) AS filled FROM places) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.parent_id IS NOT NULL), 0) AS filled, coalesce(sum(t.parent_id IS NULL), 0) AS empty FROM evidence AS e JOIN places AS t ON t.id = e.row_id WHERE e.table_name = 'places' AND e.column_name = 'parent_id') AS told
UNION ALL
SELECT 'places' AS table_name, 'country_code' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(country_code) AS filled FROM places) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.country_code IS NOT NULL), 0) AS filled, coalesce(sum(t.country_code IS NULL), 0) AS empty FROM evidence AS e JOIN places AS t ON t.id = e.row_id WHERE e.table_name = 'places' AND e.column_name = 'country_code') AS told
UNION ALL
SELECT 'places' AS table_name, 'country_code_3' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(country_code_3) AS filled FROM places) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.country_code_3 IS NOT NULL), 0) AS filled, coalesce(sum(t.country_code_3 IS NULL), 0) AS empty FROM evidence AS e JOIN places AS t ON t.id = e.row_id WHERE e.table_name = 'places' AND e.column_name = 'country_code_3') AS told
UNION ALL
SELECT 'places' AS table_name, 'subdivision_code' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(subdivision_code) AS filled FROM places) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.subdivision_code IS NOT NULL), 0) AS filled, coalesce(sum(t.subdivision_code IS NULL), 0) AS empty FROM evidence AS e JOIN places AS t ON t.id = e.row_id WHERE e.table_name = 'places' AND e.column_name = 'subdivision_code') AS told
UNION ALL
SELECT 'places' AS table_name, 'former_code' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(former_code) AS filled FROM places) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.former_code IS NOT NULL), 0) AS filled, coalesce(sum(t.former_code IS NULL), 0) AS empty FROM evidence AS e JOIN places AS t ON t.id = e.row_id WHERE e.table_name = 'places' AND e.column_name = 'former_code') AS told
UNION ALL
SELECT 'places' AS table_name, 'latitude' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(latitude) AS filled FROM places) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.latitude IS NOT NULL), 0) AS filled, coalesce(sum(t.latitude IS NULL), 0) AS empty FROM evidence AS e JOIN places AS t ON t.id = e.row_id WHERE e.table_name = 'places' AND e.column_name = 'latitude') AS told
UNION ALL
SELECT 'places' AS table_name, 'longitude' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(longitude) AS filled FROM places) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.longitude IS NOT NULL), 0) AS filled, coalesce(sum(t.longitude IS NULL), 0) AS empty FROM evidence AS e JOIN places AS t ON t.id = e.row_id WHERE e.table_name = 'places' AND e.column_name = 'longitude') AS told
UNION ALL
SELECT 'statements' AS table_name, 'speaker_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(speaker_id) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.speaker_id IS NOT NULL), 0) AS filled, coalesce(sum(t.speaker_id IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'speaker_id') AS told
UNION ALL
SELECT 'statements' AS table_name, 'gist' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(gist) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.gist IS NOT NULL), 0) AS filled, coalesce(sum(t.gist IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'gist') AS told
UNION ALL
SELECT 'statements' AS table_name, 'form' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(form) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.form IS NOT NULL), 0) AS filled, coalesce(sum(t.form IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'form') AS told
UNION ALL
SELECT 'statements' AS table_name, 'quotation' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(quotation) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.quotation IS NOT NULL), 0) AS filled, coalesce(sum(t.quotation IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'quotation') AS told
UNION ALL
SELECT 'statements' AS table_name, 'modality' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(modality) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.modality IS NOT NULL), 0) AS filled, coalesce(sum(t.modality IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'modality') AS told
UNION ALL
SELECT 'statements' AS table_name, 'condition' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(condition) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.condition IS NOT NULL), 0) AS filled, coalesce(sum(t.condition IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'condition') AS told
UNION ALL
SELECT 'statements' AS table_name, 'via_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(via_id) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.via_id IS NOT NULL), 0) AS filled, coalesce(sum(t.via_id IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'via_id') AS told
UNION ALL
SELECT 'statements' AS table_name, 'channel' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(channel) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.channel IS NOT NULL), 0) AS filled, coalesce(sum(t.channel IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'channel') AS told
UNION ALL
SELECT 'statements' AS table_name, 'addressee_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(addressee_id) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.addressee_id IS NOT NULL), 0) AS filled, coalesce(sum(t.addressee_id IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'addressee_id') AS told
UNION ALL
SELECT 'statements' AS table_name, 'place_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(place_id) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.place_id IS NOT NULL), 0) AS filled, coalesce(sum(t.place_id IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'place_id') AS told
UNION ALL
SELECT 'statements' AS table_name, 'said' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(said) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.said IS NOT NULL), 0) AS filled, coalesce(sum(t.said IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'said') AS told
UNION ALL
SELECT 'statements' AS table_name, 'proposition_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(proposition_id) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.proposition_id IS NOT NULL), 0) AS filled, coalesce(sum(t.proposition_id IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'proposition_id') AS told
UNION ALL
SELECT 'statements' AS table_name, 'stance' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(stance) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.stance IS NOT NULL), 0) AS filled, coalesce(sum(t.stance IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'stance') AS told;

-- view figure_claims
CREATE VIEW figure_claims AS
SELECT
    f.id AS figure_id,
    f.claim,
    coalesce(claimant.name, 'the author') AS claimant,
    coalesce(by_figure.basis, by_speaker.basis, 'printed') AS claimant_known_by,
    via.name AS via,
    s.said,
    f.printed,
    f.value,
    f.low,
    f.high,
    f.unit,
    f.per,
    f.comparator,
    m.name AS measure,
    f.figure_kind,
    f.accumulation,
    f.modality,
    subject.name AS subject,
    (SELECT group_concat(role || ' ' || name, '; ') FROM (
        SELECT fp.role, p.name FROM figure_places AS fp JOIN places AS p ON p.id = fp.place_id
        WHERE fp.figure_id = f.id ORDER BY fp.role, p.name)) AS places,
    f.period,
    f.as_of,
    e.name AS event,
    coalesce(base.claim, f.base_words) AS base,
    f.article_id,
    coalesce(a.title, a.id) AS article,
    g.number AS paragraph,
    w.words
FROM figures AS f
JOIN articles AS a ON a.id = f.article_id
JOIN measures AS m ON m.id = f.measure_id
JOIN passages AS w ON w.id = f.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN statements AS s ON s.id = f.statement_id
LEFT JOIN parties AS claimant ON claimant.id = s.speaker_id
LEFT JOIN parties AS via ON via.id = s.via_id
LEFT JOIN parties AS subject ON subject.id = f.subject_id
LEFT JOIN events AS e ON e.id = f.event_id
LEFT JOIN figures AS base ON base.id = f.base_figure_id
LEFT JOIN evidence AS by_figure
    ON by_figure.table_name = 'figures' AND by_figure.row_id = f.id AND by_figure.column_name = 'statement_id'
LEFT JOIN evidence AS by_speaker
    ON by_speaker.table_name = 'statements' AND by_speaker.row_id = s.id AND by_speaker.column_name = 'speaker_id';

-- view independent_origins
CREATE VIEW independent_origins AS
WITH RECURSIVE step (figure_id, origin_id) AS (
    SELECT id, id FROM figures
    UNION
    SELECT step.figure_id, r.other_figure_id
    FROM step JOIN figure_relations AS r ON r.figure_id = step.origin_id AND r.relation = 'repeats'
),
root AS (
    SELECT step.figure_id, step.origin_id FROM step
    WHERE NOT EXISTS (
        SELECT 1 FROM figure_relations AS r WHERE r.figure_id = step.origin_id AND r.relation = 'repeats')
),
place AS (
    SELECT figure_id, group_concat(role || ' ' || place_id) AS places
    FROM (SELECT * FROM figure_places ORDER BY figure_id, role, place_id) GROUP BY figure_id
)
SELECT
    m.name AS measure,
    min(f.claim) AS claim,
    f.comparator,
    min(origin.claim) AS origin_claim,
    f.value,
    f.low,
    f.high,
    f.unit,
    count(DISTINCT f.article_id) AS printed_by_articles,
    count(DISTINCT root.origin_id) AS origins,
    min(root.origin_id) AS first_origin_id
FROM root
JOIN figures AS f ON f.id = root.figure_id
JOIN figures AS origin ON origin.id = root.origin_id
JOIN measures AS m ON m.id = f.measure_id
LEFT JOIN place ON place.figure_id = origin.id
GROUP BY
    f.measure_id, f.comparator, f.value, f.low, f.high, f.unit, f.per,
    origin.subject_id, origin.accumulation, origin.modality, place.places,
    origin.period_earliest, origin.period_latest, origin.as_of_earliest, origin.as_of_latest,
    -- Of whom and where nothing is said, that cannot be the same claim as another.
    CASE WHEN origin.subject_id IS NULL AND place.places IS NULL THEN origin.id END;

-- view person_appearances
CREATE VIEW person_appearances AS
WITH seen AS (
    SELECT m.party_id AS person_id, g.article_id, count(*) AS mentions, min(g.number) AS first_paragraph
    FROM mentions AS m
    JOIN passages AS w ON w.id = m.passage_id
    JOIN paragraphs AS g ON g.id = w.paragraph_id
    JOIN persons AS p ON p.id = m.party_id
    GROUP BY m.party_id, g.article_id
)
SELECT
    p.name AS person,
    p.name_status,
    coalesce(a.title, a.id) AS article,
    (SELECT group_concat(described, '; ') FROM (
        SELECT t.kind || ': ' || t.attribute || CASE t.tenure WHEN 'current' THEN '' ELSE ' (' || t.tenure || ')' END
            AS described
        FROM person_attributes AS t
        JOIN passages AS w ON w.id = t.passage_id JOIN paragraphs AS g ON g.id = w.paragraph_id
        WHERE t.person_id = p.id AND t.article_id = a.id
        ORDER BY g.number, w.start_offset, t.kind, t.attribute)) AS described_as,
    seen.mentions,
    seen.first_paragraph,
    (SELECT count(*) FROM statements AS s WHERE s.speaker_id = p.id AND s.article_id = a.id) AS statements,
    (SELECT count(DISTINCT r.event_id) FROM event_participants AS ep
        JOIN event_reports AS r ON r.id = ep.event_report_id
        WHERE ep.party_id = p.id AND r.article_id = a.id AND r.status IN ('happened', 'ongoing')) AS events,
    p.id AS person_id,
    a.id AS article_id
FROM seen
JOIN persons AS p ON p.id = seen.person_id
JOIN articles AS a ON a.id = seen.article_id
ORDER BY p.name, a.title;

-- view place_map
CREATE VIEW place_map AS
SELECT
    p.name AS place,
    p.kind,
    p.status,
    p.parent_name AS parent,
    p.country_code,
    p.latitude,
    p.longitude,
    p.point_precision,
    (SELECT count(*) FROM mentions AS m WHERE m.place_id = p.id) AS mentions,
    (SELECT count(DISTINCT g.article_id) FROM mentions AS m
        JOIN passages AS w ON w.id = m.passage_id JOIN paragraphs AS g ON g.id = w.paragraph_id
        WHERE m.place_id = p.id) AS articles,
    (SELECT count(DISTINCT r.event_id) FROM event_places AS ep
        JOIN event_reports AS r ON r.id = ep.event_report_id WHERE ep.place_id = p.id) AS events,
    (SELECT count(DISTINCT fp.figure_id) FROM figure_places AS fp WHERE fp.place_id = p.id) AS figures,
    p.id AS place_id
FROM places AS p;

-- view reading_ledger
CREATE VIEW reading_ledger AS
WITH yield AS (
    SELECT
        g.id,
        (SELECT count(*) FROM passages AS w JOIN mentions AS m ON m.passage_id = w.id
            WHERE w.paragraph_id = g.id) AS mentions,
        (SELECT count(*) FROM passages AS w JOIN dates AS d ON d.passage_id = w.id
            WHERE w.paragraph_id = g.id) AS dates,
        (SELECT count(*) FROM passages AS w JOIN statements AS s ON s.passage_id = w.id
            WHERE w.paragraph_id = g.id) AS statements,
        (SELECT count(*) FROM passages AS w JOIN figures AS f ON f.passage_id = w.id
            WHERE w.paragraph_id = g.id) AS figures,
        (SELECT count(*) FROM passages AS w JOIN event_reports AS r ON r.passage_id = w.id
            WHERE w.paragraph_id = g.id) AS event_reports,
        (SELECT count(*) FROM passages AS w JOIN person_attributes AS t ON t.passage_id = w.id
            WHERE w.paragraph_id = g.id) AS attributes,
        (SELECT count(*) FROM passages AS w JOIN event_details AS d ON d.passage_id = w.id
            WHERE w.paragraph_id = g.id)
        + (SELECT count(*) FROM passages AS w JOIN event_relations AS r ON r.passage_id = w.id
            WHERE w.paragraph_id = g.id)
        + (SELECT count(*) FROM passages AS w JOIN place_claims AS c ON c.passage_id = w.id
            WHERE w.paragraph_id = g.id)
        + (SELECT count(DISTINCT s.id) FROM passages AS w JOIN statement_passages AS j ON j.passage_id = w.id
            JOIN statements AS s ON s.id = j.statement_id JOIN passages AS b ON b.id = s.passage_id
            WHERE w.paragraph_id = g.id AND b.paragraph_id <> g.id)
        + (SELECT count(DISTINCT f.id) FROM passages AS w JOIN figure_passages AS j ON j.passage_id = w.id
            JOIN figures AS f ON f.id = j.figure_id JOIN passages AS b ON b.id = f.passage_id
            WHERE w.paragraph_id = g.id AND b.paragraph_id <> g.id) AS others,
        (SELECT group_concat(item || ': ' || reason, '; ') FROM (
            SELECT item, reason FROM issues AS i WHERE i.paragraph_id = g.id ORDER BY item)) AS left_out
    FROM paragraphs AS g
)
SELECT
    g.article_id,
    g.number AS paragraph,
    g.role,
    y.mentions,
    y.dates,
    y.statements,
    y.figures,
    y.event_reports,
    y.attributes,
    y.others,
    y.left_out,
    CASE
        WHEN a.reading = 'unread' THEN 'unread'
        WHEN y.statements + y.figures + y.event_reports + y.attributes > 0 THEN 'yielded'
        WHEN EXISTS (SELECT 1 FROM paragraph_relations AS r WHERE r.paragraph_id = g.id)
            THEN (SELECT r.relation || ' paragraph ' || o.number FROM paragraph_relations AS r
                JOIN paragraphs AS o ON o.id = r.other_paragraph_id
                WHERE r.paragraph_id = g.id ORDER BY o.number LIMIT 1)
        WHEN y.others > 0 THEN 'yielded'
        WHEN g.role = 'masthead' OR g.role = 'source_line' THEN 'about the article'
        WHEN y.left_out IS NOT NULL THEN 'left out'
        WHEN g.role = 'title' THEN 'title of the article'
        WHEN EXISTS (SELECT 1 FROM article_authors AS w JOIN passages AS s ON s.id = w.passage_id
            WHERE s.paragraph_id = g.id) THEN 'byline'
        ELSE 'bare'
    END AS outcome
FROM paragraphs AS g
JOIN yield AS y ON y.id = g.id
JOIN articles AS a ON a.id = g.article_id
ORDER BY g.article_id, g.number;

-- view statements_by_speaker
CREATE VIEW statements_by_speaker AS
SELECT
    coalesce(p.name, 'the author') AS speaker,
    coalesce(e.basis, 'printed') AS speaker_known_by,
    p.kind AS speaker_kind,
    s.gist,
    s.form,
    s.quotation,
    s.modality,
    s.condition,
    s.said,
    s.channel,
    via.name AS via,
    coalesce(a.title, a.id) AS article,
    g.number AS paragraph,
    w.words,
    s.id AS statement_id,
    s.speaker_id,
    s.article_id
FROM statements AS s
JOIN articles AS a ON a.id = s.article_id
JOIN passages AS w ON w.id = s.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN parties AS p ON p.id = s.speaker_id
LEFT JOIN parties AS via ON via.id = s.via_id
LEFT JOIN evidence AS e ON e.table_name = 'statements' AND e.row_id = s.id AND e.column_name = 'speaker_id'
ORDER BY speaker, s.article_id, g.number, w.start_offset;

-- view what_may_be_added
CREATE VIEW what_may_be_added AS
WITH alike AS (
    SELECT
        f.*,
        (SELECT group_concat(p.role || ' ' || p.place_id) FROM (
            SELECT fp.role, fp.place_id FROM figure_places AS fp
            WHERE fp.figure_id = f.id ORDER BY fp.role, fp.place_id) AS p) AS places,
        (SELECT min(r.relation) FROM figure_relations AS r JOIN figures AS o ON o.id = r.other_figure_id
            WHERE r.figure_id = f.id AND r.relation IN ('repeats', 'subset_of', 'share_of', 'derived_from')
            AND o.measure_id = f.measure_id AND o.unit = f.unit AND o.accumulation = f.accumulation
            AND o.figure_kind = f.figure_kind) AS left_out_as
    FROM figures AS f
),
placed AS (
    SELECT
        *,
        left_out_as IS NULL AND period_earliest <= max(CASE WHEN left_out_as IS NULL THEN period_latest END) OVER (
            PARTITION BY measure_id, unit, accumulation, figure_kind ORDER BY period_earliest, id
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS overlaps,
        row_number() OVER (
            PARTITION BY measure_id, unit, accumulation, figure_kind, left_out_as IS NULL ORDER BY id) AS place
    FROM alike
),
grouped AS (
    SELECT
        m.name AS measure,
        f.unit,
        f.accumulation,
        f.figure_kind,
        count(*) AS figures,
        sum(f.left_out_as IS NULL) AS distinct_figures,
        sum(f.value) FILTER (WHERE f.left_out_as IS NULL) AS total,
        sum(f.value IS NULL OR f.comparator <> 'exact') FILTER (WHERE f.left_out_as IS NULL) AS inexact,
        sum(f.modality <> 'reported') FILTER (WHERE f.left_out_as IS NULL) AS not_reported,
        count(DISTINCT coalesce(f.subject_id, '')) FILTER (WHERE f.left_out_as IS NULL) AS subjects,
        count(DISTINCT coalesce(f.places, '')) FILTER (WHERE f.left_out_as IS NULL) AS places,
        count(DISTINCT coalesce(s.speaker_id, '')) FILTER (WHERE f.left_out_as IS NULL) AS claimants,
        sum(f.period_earliest IS NULL OR f.period_latest IS NULL) FILTER (WHERE f.left_out_as IS NULL) AS without_period,
        sum(f.overlaps) AS overlapping,
        group_concat(f.claim, '; ') FILTER (WHERE f.left_out_as IS NULL AND f.place <= 100) AS claims,
        group_concat(f.claim || ' (' || replace(f.left_out_as, '_', ' ') || ')', '; ')
            FILTER (WHERE f.left_out_as IS NOT NULL AND f.place <= 100) AS left_out
    FROM (SELECT * FROM placed ORDER BY measure_id, id) AS f
    JOIN measures AS m ON m.id = f.measure_id
    LEFT JOIN statements AS s ON s.id = f.statement_id
    GROUP BY f.measure_id, f.unit, f.accumulation, f.figure_kind
),
judged AS (
    SELECT *, CASE
        WHEN figure_kind <> 'count' THEN 'only counts are added; this is of the kind ' || figure_kind
        WHEN distinct_figures = 1 THEN 'one figure only: there is nothing to add'
        WHEN accumulation = 'none' THEN 'nothing says that they are parts of one whole'
        WHEN accumulation = 'stock' THEN 'stocks of different days count the same people twice'
        WHEN accumulation = 'cumulative' THEN 'each sum since a beginning holds the earlier ones'
        WHEN accumulation = 'net_flow' AND claimants > 1 THEN 'net flows of different claimants'
        WHEN not_reported > 0 THEN 'targets, plans and estimates are not counts'
        WHEN inexact > 0 THEN 'some are vague or only bounds'
        WHEN subjects > 1 THEN 'they count different people or things'
        WHEN places > 1 THEN 'they count different places'
        WHEN without_period > 0 THEN 'some have no period with a beginning and an end'
        WHEN overlapping > 0 THEN 'their periods overlap'
        END AS refused
    FROM grouped
)
SELECT
    measure,
    unit,
    accumulation,
    figures,
    distinct_figures,
    CASE WHEN refused IS NULL THEN total END AS total,
    refused,
    claims || CASE WHEN distinct_figures > 100 THEN '; and ' || (distinct_figures - 100) || ' more' ELSE '' END
        AS claims,
    left_out || CASE
        WHEN figures - distinct_figures > 100 THEN '; and ' || (figures - distinct_figures - 100) || ' more' ELSE '' END
        AS left_out
FROM judged
ORDER BY refused IS NOT NULL, measure, accumulation;

