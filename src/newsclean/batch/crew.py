"""The worker processes of a run, seen from the program: who has what, who has died, and over which post."""

import pickle
import signal
from collections import deque
from typing import TYPE_CHECKING, Any, Self

from newsclean.batch.chunks import Chunk
from newsclean.batch.posts import Fault
from newsclean.batch.worker import END, READY, wire, work
from newsclean.errors import BatchError, OptionsError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from newsclean.batch_options import BatchOptions

# Chunks that a worker has: one it parses, one that lies ready.
_AHEAD = 2
# Workers in a row that may end before they have begun; memory may be short for a while.
_MOST_STILLBORN = 5
_PATIENCE = 5.0


class _Worker:
    def __init__(self, process: "BaseProcess", connection: "Connection") -> None:
        self.process, self.connection = process, connection
        self.jobs: deque[Chunk] = deque()
        self.ready = False

    def takes(self) -> bool:
        """Tell whether it may have another chunk: a suspect is alone with its worker, so that only it can be blamed."""
        return self.ready and len(self.jobs) < _AHEAD and not (self.jobs and self.jobs[0].suspect)

    def give(self, chunk: Chunk) -> None:
        self.jobs.append(chunk)
        try:
            self.connection.send_bytes(wire(chunk.posts))
        except OSError:
            return  # it is dead, which is heard of with all that it has said before


class Crew:
    """At most so many workers; they are started when there is work for them."""

    def __init__(self, options: "BatchOptions", count: int) -> None:
        from multiprocessing import get_context

        try:
            self._context: Any = get_context(options.start_method)
        except ValueError as error:
            msg = f"this platform has no start_method {options.start_method!r}"
            raise OptionsError(msg) from error
        self._settings, self._count = pickle.dumps(options, pickle.HIGHEST_PROTOCOL), count
        self._workers: list[_Worker] = []
        self._waiting: deque[Chunk] = deque()
        self._stillborn = 0
        self._begun = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """End all workers: kindly if they are done, at once if not; they have nothing that would be lost."""
        for worker in self._workers:
            if kind is None:
                _say_end(worker)
            else:
                worker.process.kill()
        while self._workers:
            _end(self._workers.pop())

    def submit(self, chunk: Chunk) -> None:
        """Have a chunk parsed."""
        self._waiting.append(chunk)
        self._assign()

    def collect(self, *, seconds: float | None) -> None:
        """Take what workers have done, and give them what waits; wait so long for any of it, None for as long as it takes.

        Raises:
            BatchError: Workers end before they have begun.
        """
        from multiprocessing.connection import wait as wait_for

        signs = [sign for worker in self._workers for sign in (worker.connection, worker.process.sentinel)]
        ready = wait_for(signs, seconds)
        for worker in tuple(self._workers):
            if worker.connection in ready or worker.process.sentinel in ready:
                self._hear(worker)
        self._assign()

    def _hear(self, worker: _Worker) -> None:
        # Asked first: whatever a dead one has said can be read after that.
        lives = worker.process.is_alive()
        try:
            while worker.connection.poll():
                self._take(worker, worker.connection.recv_bytes())
        except (EOFError, OSError):
            lives = False
        if not lives:
            self._bury(worker)

    def _take(self, worker: _Worker, message: bytes) -> None:
        if worker.ready:
            worker.jobs.popleft().settle(pickle.loads(message))  # from our own worker
        elif message == READY:
            worker.ready = self._begun = True
            self._stillborn = 0
        else:
            fault: Fault = pickle.loads(message)  # the same
            msg = f"a worker process cannot begin: {fault.kind}: {fault.message}"
            raise BatchError(msg)

    def _bury(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        ending = _end(worker)
        if not worker.ready:
            self._count_stillborn(ending)
        elif worker.jobs:
            # What it had behind this one it has not looked at.
            first = worker.jobs.popleft()
            if first.suspect:
                message = f"the worker process ended ({ending}) whenever it parsed this post"
                first.settle([Fault("WorkerDied", message)])
            else:
                worker.jobs.extendleft(reversed(first.split()))
        self._waiting.extendleft(reversed(worker.jobs))

    def _count_stillborn(self, ending: str) -> None:
        self._stillborn += 1
        if not self._begun or self._stillborn > _MOST_STILLBORN:
            msg = (
                f"worker processes end before they begin ({ending}); is the program a file that can be imported, with what it "
                "runs under `if __name__ == '__main__':`?"
            )
            raise BatchError(msg)

    def _assign(self) -> None:
        while self._waiting and (worker := self._free(self._waiting[0])):
            worker.give(self._waiting.popleft())
        # They begin side by side: nothing is sent to one that could not read it yet.
        while len(self._workers) < self._count and self._starting() < len(self._waiting):
            self._start()

    def _starting(self) -> int:
        return sum(not worker.ready for worker in self._workers)

    def _free(self, chunk: Chunk) -> _Worker | None:
        takers = [worker for worker in self._workers if worker.takes()]
        least = min(takers, key=lambda worker: len(worker.jobs), default=None)
        if least is None or not least.jobs:
            return least
        return None if chunk.suspect or len(self._workers) < self._count else least

    def _start(self) -> None:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=work, args=(theirs, self._settings), daemon=True, name="newsclean-worker")
        try:
            process.start()
        except (AssertionError, OSError, RuntimeError) as error:
            ours.close()
            msg = f"a worker process cannot be started: {error}"
            raise BatchError(msg) from error
        finally:
            theirs.close()
        self._workers.append(_Worker(process, ours))


def _say_end(worker: _Worker) -> None:
    try:
        worker.connection.send_bytes(END)
    except OSError:
        worker.process.kill()


def _end(worker: _Worker) -> str:
    """Wait for the end of a process; say how it came."""
    worker.process.join(_PATIENCE)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()
    worker.connection.close()
    ending = _ending(worker.process.exitcode)
    worker.process.close()
    return ending


def _ending(code: int | None) -> str:
    """Say how a process ended.

    >>> _ending(-9), _ending(3)
    ('signal 9, SIGKILL', 'exit code 3')
    """
    if code is None or code >= 0:
        return f"exit code {code}"
    try:
        return f"signal {-code}, {signal.Signals(-code).name}"
    except ValueError:
        return f"signal {-code}"
