"""Files that hold other files: zip and tar archives, opened within limits."""
