-- Who disagrees?
--
-- Claims set side by side by rule, with both sides' words, claimants and dates. No winner is picked; what looks alike
-- but cannot be compared is said to be so.
-- :group: Disagreement and echo
SELECT verdict, kind, reason, left_claim, left_claimant, left_date, left_words, left_article,
    right_claim, right_claimant, right_date, right_words, right_article, nearer_article, left_id, right_id
FROM disagreements
