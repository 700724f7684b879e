"""What has changed about the people one follows, one sentence each, with a passage and something to give."""
