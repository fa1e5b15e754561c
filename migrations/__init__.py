"""How a database gets here from any earlier revision."""
