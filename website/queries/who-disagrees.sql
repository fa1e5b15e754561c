-- Who disagrees?
--
-- Claims set side by side by rule, with both sides' words, claimants and dates. No winner is picked; what looks alike
-- but cannot be compared is said to be so.
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
