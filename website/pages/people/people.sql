SELECT id, name, sort AS name_status, mentions, articles, drafts, statements, attribute
FROM stored.party_list WHERE kind = 'person' ORDER BY position
