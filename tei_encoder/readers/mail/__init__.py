"""Mails: their head and words are a record, what is attached may be others."""
