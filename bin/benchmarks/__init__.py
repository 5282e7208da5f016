"""What bin/bench measures, a module for each kind of work."""
