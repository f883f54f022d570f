"""NumPy's linear algebra."""

import torch
from numpy import _floats, _result


class LinAlgError(ValueError):
    pass


def norm(values, ord=None, axis=None, keepdims=False):
    return _result(torch.linalg.norm(_floats(values), ord, axis, keepdims))


def lstsq(a, b, rcond=None):
    left, right = _floats(a), _floats(b)
    column = right.unsqueeze(1) if right.dim() == 1 else right
    found = torch.linalg.lstsq(left, column).solution
    rest = ((left @ found - column) ** 2).sum(0)
    solution = found.squeeze(1) if right.dim() == 1 else found
    return solution.numpy(), rest.numpy(), int(torch.linalg.matrix_rank(left)), torch.linalg.svdvals(left).numpy()


def _linear(name):
    def compute(*arrays, **settings):
        try:
            found = getattr(torch.linalg, name)(*[_floats(one) for one in arrays], **settings)
        except RuntimeError as error:
            if "singular" not in str(error):
                raise
            raise LinAlgError("Singular matrix")
        return _result(found) if isinstance(found, torch.Tensor) else tuple(_result(one) for one in found)

    return compute


for _name in "inv det solve eigh eigvalsh svd qr cholesky pinv matrix_rank slogdet".split():
    globals()[_name] = _linear(_name)


def matrix_power(values, n):
    return torch.linalg.matrix_power(_floats(values), n).numpy()


def cond(values, p=None):
    return _result(torch.linalg.cond(_floats(values), p))


def multi_dot(arrays):
    return torch.linalg.multi_dot([_floats(one) for one in arrays]).numpy()
