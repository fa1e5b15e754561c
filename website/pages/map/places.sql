SELECT * FROM stored.place_list
WHERE (:kind = '' OR kind = :kind)
    AND (:west IS NULL OR (latitude BETWEEN :south AND :north AND longitude BETWEEN :west AND :east))
ORDER BY position
