"""A program with worker processes, for tests that end it: `python -m tests.batch_program START_METHOD WORDS`.

It prints the numbers of its workers and goes on for ever: busy with posts, or with two that never end.
"""

import signal
import sys
from itertools import count
from multiprocessing import active_children

from newsclean import BatchOptions, parse_many
from tests.batch_plugins import slow

if __name__ == "__main__":
    # What a shell runs in the background has Ctrl-C ignored from its start.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    method, words = sys.argv[1:]
    posts = (f"<p>{words} {number}" for number in count())
    options = BatchOptions(start_method=method, sanitizer=slow, chunk_chars=100)  # type: ignore[arg-type]  # by the tests
    for number, _ in enumerate(parse_many(posts, workers=2, options=options)):
        if number == 2_000:
            print(*(worker.pid for worker in active_children()), sep="\n", flush=True)
