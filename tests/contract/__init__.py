"""What every store must do, whatever keeps it."""
