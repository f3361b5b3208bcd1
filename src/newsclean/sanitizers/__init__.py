"""Sanitizers: the second wall. Each is a callable from HTML to HTML; the canonical dialect must pass unchanged."""
