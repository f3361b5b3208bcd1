"""The tests of newsclean."""
