"""Python's threading, where there is one thread: another runs to its end when it is started."""


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        self._target, self._args, self._kwargs = target, args, kwargs or {}
        self.name, self.daemon = name or "Thread-1", daemon

    def start(self):
        self.run()

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        pass

    def is_alive(self):
        return False


class Lock:
    def acquire(self, blocking=True, timeout=-1):
        return True

    def release(self):
        pass

    def __enter__(self):
        return True

    def __exit__(self, *error):
        pass


RLock = Lock


class Event:
    def __init__(self):
        self._is_set = False

    def set(self):
        self._is_set = True

    def clear(self):
        self._is_set = False

    def is_set(self):
        return self._is_set

    def wait(self, timeout=None):
        if not self._is_set:
            raise RuntimeError("wait() would wait for ever: there is one thread here, and it would have to set the event")
        return True


def current_thread():
    return Thread(name="MainThread")


main_thread = current_thread


def active_count():
    return 1


def get_ident():
    return 1
