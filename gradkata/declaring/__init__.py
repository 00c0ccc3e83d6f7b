"""Declare katas: the vocabulary of an author."""
