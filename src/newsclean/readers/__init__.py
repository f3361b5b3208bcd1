"""Readers turn input into a header, a tree and notes: `post` is the front door, the others read its parts."""
