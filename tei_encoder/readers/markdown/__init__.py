"""Markdown: rendered as its programs do, then read as a page."""
