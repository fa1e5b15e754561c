"""Speed and memory: an invented corpus of any size, and the measurements that `make bench` runs over it."""
