-- Where do articles disagree, with others or with themselves?
--
-- Claims set side by side by rule, with the words and the claimant of each. What differs is said, no winner is picked.
-- :group: Numbers
SELECT
    verdict,
    reason,
    left_claim,
    left_claimant,
    left_date,
    right_claim,
    right_claimant,
    right_date,
    left_words,
    right_words,
    left_article,
    right_article,
    nearer_article,
    left_id,
    right_id
FROM disagreements
ORDER BY verdict, kind, left_claim, left_id, right_id
