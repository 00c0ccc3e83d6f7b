"""A whole class: many submissions, judged side by side, kept in a ledger, written out."""
