SELECT kind, parties FROM stored.party_counts
