"""PDF files with a text layer (ISO 32000), by pdfium."""
