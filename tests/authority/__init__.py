"""What is known before any record is opened."""
