"""Printed pages, however they were read: lines in boxes become a reading text."""
