"""House styles are data: what a kind of record looks like on the page."""
