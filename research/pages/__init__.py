"""What a page or a text says: people with their posts, programs with their results, dates and headlines."""
