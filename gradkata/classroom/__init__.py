"""A whole class: many submissions, judged in parallel, kept in a ledger, and written to files."""
