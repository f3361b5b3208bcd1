"""Measurements of newsclean; see `python -m benchmarks --help`."""
