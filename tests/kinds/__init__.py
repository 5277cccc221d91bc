"""Each kind's own rules and words, on small items built in memory."""
