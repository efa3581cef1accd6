"""The document while it is worked on: session, undo, workers; QtCore and QtGui only."""
