"""Captions and transcripts with time codes: WebVTT, SubRip, the JSON of Whisper."""
