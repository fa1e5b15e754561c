SELECT reading, articles FROM stored.reading_list
