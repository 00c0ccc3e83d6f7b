"""Drafts of the three files of a new kata, made from its signature."""
