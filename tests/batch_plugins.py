"""Sanitizers that worker processes import: they stand at the top level of a module."""

import os
import signal
import sys
import time
from pathlib import Path


def deadly(html: str) -> str:
    """End the process at a word, as a lack of memory or a fault of a C library would."""
    if "SIGKILL" in html:
        os.kill(os.getpid(), signal.SIGKILL)
    if "SIGSEGV" in html:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "EXIT" in html:
        sys.exit(3)
    return html


def once_deadly(html: str) -> str:
    """End the first process that comes by the word, which names a file that tells so."""
    _, _, name = html.partition("ONCE:")
    mark = Path(name.partition("<")[0])
    if name and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return html


def failing(html: str) -> str:
    """Raise at a word."""
    if "RAISE" in html:
        message = "of mine"
        raise RuntimeError(message)
    return html


def slow(html: str) -> str:
    """Take long over a word, and tell who does."""
    if "SLOW" in html:
        # At once: two workers share the pipe, and `print` may write a line in two pieces.
        os.write(1, b"%d\n" % os.getpid())
        time.sleep(60)
    return html
