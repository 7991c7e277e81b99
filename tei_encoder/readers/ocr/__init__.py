"""What optical character recognition writes: hOCR, ALTO and PAGE XML."""
