SELECT id, name, sort AS organisation_kind, mentions FROM stored.party_list WHERE kind = 'organisation' ORDER BY position
