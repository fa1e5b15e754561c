-- Who disagrees?
--
-- Claims set side by side by rule, with both sides' words, claimants and dates. No winner is picked: two claims disagree,
-- one claimant revises the other day's number, the wording drifts between a report and its copy, or two claims look
-- alike and cannot be compared, and the reason says in what. Where one side is nearer the report, it stands on the left.
-- :group: Disagreement and echo
SELECT
    verdict,
    reason,
    left_claim,
    left_claimant,
    right_claim,
    right_claimant,
    left_date,
    right_date,
    left_words,
    right_words,
    left_article,
    right_article,
    nearer_article,
    kind,
    left_id,
    right_id
FROM disagreements
