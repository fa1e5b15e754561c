"""Let an index by which a table is narrowed down end with the key, where many rows are alike in its order."""

from migrations import frozen

revision = "0012"
down_revision = "0011"
# What it changes of what was there, and why; see docs/adding-a-migration.md.
changes = dict.fromkeys(
    (
        "ix_figures_modality_measure_id",
        "ix_organisations_naming_name",
        "ix_organisations_organisation_kind_name",
        "ix_persons_name_status_name",
        "ix_statements_form_speaker_id",
        "ix_statements_modality_speaker_id",
        "ix_statements_stance_speaker_id",
    ),
    "an index that ends with the key takes its place, so that rows alike in all else are not sorted",
)


def upgrade() -> None:
    frozen.run(__file__)


def downgrade() -> None:
    raise NotImplementedError("forward only: restore the backup that the upgrade left")
