"""Sphinx settings."""

project = "newsclean"
author = "the newsclean authors"
copyright = "2026, the newsclean authors"
extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
html_theme = "alabaster"
autodoc_typehints = "description"
suppress_warnings = ["config.cache"]
