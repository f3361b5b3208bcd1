"""A worker process: chunks of posts in, compact bytes out, until its parent says so or is gone.

Two threads read and write, so that neither process ever waits for the other to take what it sends. What is read in one thread
is parsed in the main one; signals that are meant for the program are left to it.
"""

import os
import pickle
import signal
import threading
import time
from collections.abc import Sequence
from queue import SimpleQueue
from typing import TYPE_CHECKING

from newsclean.batch.posts import Fault, Post, fault_of

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from newsclean.batch_options import BatchOptions

READY = END = b""
"""What a worker says first, and what is said to it last; no pickle is empty."""
# Seconds after which a worker looks whether its parent lives, and after which it no longer waits for a post to be done.
_LOOK, _PATIENCE = 1.0, 5.0


def wire(posts: Sequence[Post]) -> bytes:
    """Give posts as they are sent: without names, which stay at home."""
    return pickle.dumps([(post.content, post.url, post.encoding) for post in posts], pickle.HIGHEST_PROTOCOL)


def work(connection: "Connection", settings: bytes) -> None:
    """Be a worker."""
    _leave_signals()
    try:
        options: BatchOptions = pickle.loads(settings)  # from our own parent
        from newsclean.batch import attempt  # with all that a parse needs, before the first post
    except Exception as error:  # whatever the import of a plug-in's module may raise
        connection.send_bytes(pickle.dumps(fault_of(error)._replace(error=None)))
        return
    connection.send_bytes(READY)
    inbox, outbox = SimpleQueue[bytes](), SimpleQueue[bytes]()
    ended = threading.Event()
    threading.Thread(target=_read, args=(connection, inbox, ended), daemon=True).start()
    threading.Thread(target=_write, args=(connection, outbox), daemon=True).start()
    while chunk := inbox.get():
        results: list[bytes | Fault] = []
        for content, url, encoding in pickle.loads(chunk):  # the same
            if ended.is_set():
                return
            result = attempt.json_of(Post(0, None, content, url, encoding), options)
            results.append(result._replace(error=None) if isinstance(result, Fault) else result)
        outbox.put(pickle.dumps(results, pickle.HIGHEST_PROTOCOL))


def _leave_signals() -> None:
    if threading.current_thread() is not threading.main_thread():
        return
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # A forked process has the parent's: an event loop there must not hear of signals here.
    signal.set_wakeup_fd(-1)


def _read(connection: "Connection", inbox: SimpleQueue[bytes], ended: threading.Event) -> None:
    parent = os.getppid()
    try:
        while message := _next(connection, parent):
            inbox.put(message)
    finally:
        # Whatever it was, memory for the message perhaps: a process that hears nothing would be waited for.
        ended.set()
        inbox.put(END)
        time.sleep(_PATIENCE)
        os._exit(1)


def _next(connection: "Connection", parent: int) -> bytes:
    # Forked siblings may hold the other end open, so its end is no sure sign that the parent is gone; another parent is.
    while not connection.poll(_LOOK):
        if os.getppid() != parent:
            return END
    try:
        return connection.recv_bytes()
    except (EOFError, OSError):  # the latter where a message is cut
        return END


def _write(connection: "Connection", outbox: SimpleQueue[bytes]) -> None:
    try:
        while True:
            connection.send_bytes(outbox.get())
    finally:
        os._exit(1)  # nobody listens, or nothing can be said
