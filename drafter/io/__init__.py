"""Files in and out; never Qt, never the network."""
