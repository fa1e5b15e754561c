SELECT id, name, mentions FROM stored.party_list WHERE kind = 'group' ORDER BY position
