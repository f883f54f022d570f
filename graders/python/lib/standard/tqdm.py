"""tqdm, which shows how far a loop is where errors are written: not shown here."""


class tqdm:
    def __init__(self, items=None, desc=None, total=None, **settings):
        self._items = items
        self.n, self.total = 0, total

    def __iter__(self):
        for item in self._items:
            yield item
            self.n += 1

    def __len__(self):
        return len(self._items)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    def update(self, n=1):
        self.n += n

    def set_description(self, text=None, **rest):
        pass

    set_postfix = set_postfix_str = set_description

    def close(self):
        pass

    @staticmethod
    def write(text):
        print(text)


def trange(*bounds, **settings):
    return tqdm(range(*bounds), **settings)


tqdm_notebook = tqdm
