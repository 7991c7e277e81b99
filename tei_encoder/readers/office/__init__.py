"""What the readers of word processors' files share: the flow of words into a text."""
