"""gold: what people marked in public texts, and how much of it the extractor finds; the texts stay outside."""
