"""Worker processes: the same as one, whatever they die of, and none is left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import count, islice
from pathlib import Path

import pytest

from newsclean import Article, BatchError, BatchOptions, Failure, NewscleanError, parse_article, parse_many, parse_many_json
from newsclean.sources import read_folder
from tests.batch_plugins import deadly, failing, once_deadly
from tests.cases import cases

ROOT = Path(__file__).parent.parent
METHODS = pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
if sys.platform == "win32":
    pytest.skip("signals and forks", allow_module_level=True)


def lasting() -> list[int]:
    """Give the workers of this process that live."""
    import multiprocessing

    return [process.pid or 0 for process in multiprocessing.active_children() if process.name == "newsclean-worker"]


@METHODS
def test_as_one_process(method: str) -> None:
    """The same articles and lines, in the same order, failures in their places."""
    posts = [(str(number), f"<p>{number}</p>" * (number % 40 + 1)) for number in range(700)]
    posts[50] = posts[333] = ("bad", "")
    options = BatchOptions(start_method=method, chunk_chars=2_000, boilerplate="keep")  # type: ignore[arg-type]
    one = list(parse_many(posts, options=options))
    assert sum(isinstance(item, Failure) for item in one) == 2
    assert list(parse_many(posts, workers=2, options=options)) == one
    assert list(parse_many_json(iter(posts), workers=3, options=options)) == list(parse_many_json(posts, options=options))
    assert lasting() == []


def test_every_fixture() -> None:
    """Articles that crossed as JSON are those that `parse_article` gives, to the last field."""
    posts = [case.source for case in cases("post")]
    expected: list[Article | None] = []
    for post in posts:
        try:
            expected.append(parse_article(post))
        except NewscleanError:
            expected.append(None)
    found = [item if isinstance(item, Article) else None for item in parse_many(posts, workers=2)]
    assert found == expected


@pytest.mark.corpus
def test_the_corpus(shared: Path) -> None:
    """Two processes write what one does, post by post; every failure is one of ours."""
    one = parse_many_json(read_folder(shared / "corpus", "**"))
    two = parse_many_json(read_folder(shared / "corpus", "**"), workers=2)
    posts = 0
    for posts, (here, there) in enumerate(zip(one, two, strict=True), 1):
        assert here == there, posts
        assert not here.startswith(b'{"failure"') or b'"kind":"InputError"' in here or b'"kind":"LimitError"' in here, here
    assert posts > 2_000


def test_plug_ins_and_big_posts() -> None:
    """A function of a module is sent by name; a post of more than a chunk goes alone; bytes and hints arrive."""
    posts: list[str | bytes] = ["<p>RAISE", "<p>" + "water " * 100_000, "<p>é".encode("latin-1")]
    failed, big, small = parse_many(posts, workers=2, options=BatchOptions(sanitizer=failing, chunk_chars=1_000))
    assert isinstance(failed, Failure)
    assert (failed.kind, failed.message) == ("PluginError", "sanitizer 'failing' raised RuntimeError: of mine")
    assert isinstance(big, Article)
    assert isinstance(small, Article)
    assert (len(big.text), small.text) == (599_999, "é")


@METHODS
def test_a_post_that_kills(method: str) -> None:
    """Costs itself, is told how, and nothing before or behind it."""
    posts = [f"<p>{number}" for number in range(300)]
    posts[40], posts[41], posts[250] = "<p>SIGKILL", "<p>SIGSEGV", "<p>EXIT"
    options = BatchOptions(sanitizer=deadly, start_method=method, chunk_chars=200)  # type: ignore[arg-type]
    found = list(parse_many(posts, workers=2, options=options))
    assert [item.index for item in found if isinstance(item, Failure)] == [40, 41, 250]
    assert [item.kind for item in found if isinstance(item, Failure)] == ["WorkerDied"] * 3
    messages = [item.message for item in found if isinstance(item, Failure)]
    assert "signal 9, SIGKILL" in messages[0]
    assert "signal 11, SIGSEGV" in messages[1]
    assert "exit code 3" in messages[2]
    texts = [item.text for item in found if isinstance(item, Article)]
    assert texts == [str(number) for number in range(300) if number not in {40, 41, 250}]
    assert lasting() == []


def test_a_worker_that_dies_by_chance(tmp_path: Path) -> None:
    """What lack of memory picks is not always to blame: every post is read."""
    posts = [f"<p>{number}" for number in range(100)]
    posts[30] = f"<p>ONCE:{tmp_path / 'mark'}"
    found = list(parse_many(posts, workers=2, options=BatchOptions(sanitizer=once_deadly)))
    assert (tmp_path / "mark").exists()
    assert all(isinstance(item, Article) for item in found)


def test_a_worker_killed_from_outside() -> None:
    """At any time, while it waits too."""
    found = parse_many((f"<p>{number}" for number in range(20_000)), workers=2, options=BatchOptions(chunk_chars=500))
    texts = []
    for done, item in enumerate(found):
        assert isinstance(item, Article)
        texts.append(item.text)
        if done in {1_000, 5_000}:
            os.kill(lasting()[0], signal.SIGKILL)
    assert texts == [str(number) for number in range(20_000)]


def test_the_window_is_bounded() -> None:
    """Of a source without end no more is taken than workers need, however slow the reader is; closing ends them."""
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        for number in count():
            taken += 1
            yield f"<p>{number}"

    found = parse_many(endless(), workers=2, options=BatchOptions(chunk_chars=100))
    assert taken == 0
    for done, item in enumerate(islice(found, 500), 1):
        assert isinstance(item, Article)
        assert item.text == str(done - 1)
        # Eight chunks on their way, each of 100 characters and what goes beyond.
        assert taken - done <= 8 * 30
    assert lasting() != []
    found.close()
    assert lasting() == []


def test_the_window_is_bounded_by_size() -> None:
    """Chunks of giant posts go one by one."""
    taken = 0

    def giants() -> Iterator[str]:
        nonlocal taken
        for _ in range(12):
            taken += 1
            yield "<p>" + "water " * 20_000

    for done, _ in enumerate(parse_many_json(giants(), workers=2, options=BatchOptions(window_chars=250_000)), 1):
        assert taken - done <= 3


def test_a_slow_source() -> None:
    """What is done is given back before the next post is there, if it does not take long itself."""
    asked: list[float] = []

    def slow_source() -> Iterator[str]:
        for number in range(6):
            time.sleep(0.3)
            asked.append(time.monotonic())
            yield f"<p>{number}"

    got = [time.monotonic() for _ in parse_many(slow_source(), workers=2)]
    # The first waits for processes to be started.
    assert got[3] < asked[5]


def test_an_exception_in_the_loop() -> None:
    """Ends the processes as closing does."""

    def reads() -> None:
        found = parse_many((f"<p>{number}" for number in count()), workers=2)
        for _ in found:
            message = "enough"
            raise KeyError(message)

    with pytest.raises(KeyError):
        reads()
    assert lasting() == []


def test_workers_that_cannot_begin(tmp_path: Path) -> None:
    """A program that is run again by each new process is told what to do; nothing hangs."""
    program = tmp_path / "program.py"
    program.write_text(
        "from newsclean import BatchOptions, parse_many\n"
        "list(parse_many(['<p>a'], workers=2, options=BatchOptions(start_method='spawn')))\n",
        "utf-8",
    )
    done = subprocess.run([sys.executable, program], capture_output=True, text=True, timeout=60, check=False, env=environment())
    assert done.returncode == 1
    assert "BatchError: worker processes end before they begin" in done.stderr
    assert "if __name__ == '__main__':" in done.stderr


def test_options_that_cannot_be_read_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A function of a module that workers do not find."""
    (tmp_path / "elsewhere.py").write_text("def same(html):\n    return html\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    import elsewhere  # type: ignore[import-not-found]

    found = parse_many(["<p>a"], workers=2, options=BatchOptions(sanitizer=elsewhere.same, start_method="spawn"))
    monkeypatch.undo()
    with pytest.raises(BatchError, match="a worker process cannot begin: ModuleNotFoundError"):
        list(found)
    assert lasting() == []


def nested() -> None:
    """Ask for workers where there can be none."""
    try:
        list(parse_many(["<p>a"], workers=2))
    except BatchError as error:
        os._exit(7 if "cannot be started" in str(error) else 8)
    os._exit(9)


def test_in_a_process_that_may_have_no_children() -> None:
    """A worker of somebody else's pool: a typed error."""
    from multiprocessing import get_context

    process = get_context("fork").Process(target=nested, daemon=True)
    process.start()
    process.join(30)
    assert process.exitcode == 7


def environment() -> dict[str, str]:
    """Give what a program needs to find this package and these tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    return kept | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}


def ended(pid: int) -> bool:
    """Tell whether a process is gone, or waits for nobody to ask how it ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked at in /proc")
@METHODS
@pytest.mark.parametrize("words", ["water", "SLOW"])
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_orphans(method: str, words: str, sign: signal.Signals) -> None:
    """Ctrl-C, which all processes of a terminal get, and the end of the program by any other signal: workers end too, while
    they wait and while they are busy."""
    arguments = [sys.executable, "-m", "tests.batch_program", method, words]
    with subprocess.Popen(
        arguments,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        cwd=ROOT,
        env=environment(),
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        workers = [int(program.stdout.readline()) for _ in range(2)]
        try:
            if sign is signal.SIGINT:
                os.killpg(program.pid, sign)
            else:
                program.send_signal(sign)
            program.wait(timeout=20)
        finally:
            with suppress(ProcessLookupError):  # or the suite would wait for ever for one that goes on
                program.kill()
        errors = program.stderr.read()
    assert errors.count("Traceback") == (1 if sign is signal.SIGINT else 0), errors
    end = time.monotonic() + 20
    while not all(ended(pid) for pid in workers):
        assert time.monotonic() < end, f"{workers} live on"
        time.sleep(0.05)
