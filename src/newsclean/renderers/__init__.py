"""Renderers turn blocks into text of a format, one file each, over the models alone."""
