"""What strangers may put into records and addresses to have it run, and where it must not be."""
