"""What is wrong with a resolution, and how to put it right."""
