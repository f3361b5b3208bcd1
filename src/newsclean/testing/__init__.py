"""For the tests of other packages: what a sanitizer must do."""

from newsclean.testing.sanitizer_contract import SanitizerContract

__all__ = ["SanitizerContract"]
