"""Articles: from an outline to an approved, published text."""
