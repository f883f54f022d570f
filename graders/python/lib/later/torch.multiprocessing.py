"""torch.multiprocessing: processes are tasks of this session, which take turns."""

import threading

import _engine
import torch
import torch.distributed


class ProcessException(Exception):
    def __init__(self, message, error_index, pid):
        super().__init__(message)
        self.msg, self.error_index, self.pid = message, error_index, pid


class ProcessRaisedException(ProcessException):
    pass


_names = iter(range(1, 1_000_000))


class Process:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        self._target, self._args, self._kwargs = target, args, kwargs
        self.name, self.daemon, self._task = name or f"Process-{next(_names)}", daemon, None
        self._seed = None

    def start(self):
        if self._kwargs:
            target, kwargs = self._target, self._kwargs
            self._target = lambda *args: target(*args, **kwargs)
        self._task = _engine.start_task(self._target, list(self._args), self._seed)

    @_engine.waiting
    def join(self, timeout=None):
        yield (lambda: _engine.is_ended(self._task)), f"join of {self.name}"
        if self._error is not None and not self._is_told:
            self._is_told = True
            print(f"Process {self.name}:\n{_engine.traceback_of(self._error)}")

    _is_told = False

    @property
    def _error(self):
        return _engine.error_of(self._task)

    @property
    def pid(self):
        return None if self._task is None else 1000 + self._task

    @property
    def exitcode(self):
        if self._task is None or not _engine.is_ended(self._task):
            return None
        return 0 if self._error is None else 1

    def is_alive(self):
        return self._task is not None and not _engine.is_ended(self._task)

    def terminate(self):
        _engine.end_task(self._task)

    kill = terminate

    def close(self):
        pass


class SimpleQueue:
    def __init__(self, maxsize=0):
        self._items = []

    def put(self, item, block=True, timeout=None):
        self._items.append(item)

    @_engine.waiting
    def get(self, block=True, timeout=None):
        yield (lambda: len(self._items) > 0), "get of a queue"
        return self._items.pop(0)

    def empty(self):
        return len(self._items) == 0

    def qsize(self):
        return len(self._items)

    def close(self):
        pass

    join_thread = task_done = close


Queue = JoinableQueue = SimpleQueue


class Lock:
    def acquire(self, block=True, timeout=None):
        return True

    def release(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass


RLock = Lock


class Event(threading.Event):
    @_engine.waiting
    def wait(self, timeout=None):
        yield (lambda: self._is_set), "wait of an event"
        return True


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    dict = staticmethod(dict)
    list = staticmethod(list)
    Queue = staticmethod(SimpleQueue)

    def shutdown(self):
        pass


class ProcessContext:
    def __init__(self, processes):
        self.processes = processes

    def pids(self):
        return [process.pid for process in self.processes]

    def _raise_first(self):
        for index, process in enumerate(self.processes):
            if process._error is not None:
                for other in self.processes:
                    other.terminate()
                text = _engine.traceback_of(process._error)
                message = f"\n\n-- Process {index} terminated with the following error:\n{text}"
                raise ProcessRaisedException(message, index, process.pid)

    @_engine.waiting
    def join(self, timeout=None, grace_period=None):
        ended = lambda: all(not one.is_alive() for one in self.processes) or any(one._error for one in self.processes)
        yield ended, "join of processes"
        self._raise_first()
        return True


def start_processes(fn, args=(), nprocs=1, join=True, daemon=False, start_method="spawn", **settings):
    processes = []
    for rank in range(nprocs):
        process = Process(target=fn, args=(rank, *args), daemon=daemon)
        # A process that is spawned has random numbers of its own, one that is forked its parent's.
        process._seed = rank + 1 if start_method == "spawn" else None
        process.start()
        processes.append(process)
    context = ProcessContext(processes)
    if not join:
        return context
    context.join()


def spawn(fn, args=(), nprocs=1, join=True, daemon=False, start_method="spawn"):
    return start_processes(fn, args, nprocs, join, daemon, start_method)


def cpu_count():
    return 1


class _Context:
    """What `get_context` gives: the same, whatever the method."""

    def __init__(self, method):
        self._method = method
        for name in ("Process", "SimpleQueue", "Queue", "JoinableQueue", "Lock", "RLock", "Event", "Manager", "cpu_count"):
            setattr(self, name, globals()[name])

    def get_start_method(self):
        return self._method


_method = "fork"


def get_context(method=None):
    return _Context(method or _method)


def set_start_method(method, force=False):
    global _method
    _method = method


def get_start_method(allow_none=False):
    return _method


def get_all_start_methods():
    return ["fork", "spawn", "forkserver"]


def freeze_support():
    pass


def set_sharing_strategy(strategy):
    pass
