"""Letters to leaders: written from confirmed facts, checked, and sent by a person, one at a time."""
