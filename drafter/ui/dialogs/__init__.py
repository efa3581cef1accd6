"""What opens beside or above the page for a while."""
