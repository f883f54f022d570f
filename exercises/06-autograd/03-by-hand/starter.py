import torch


def loss_gradient(X, w, y):
    """The gradient of the mean squared error with respect to `w`."""
    errors = X @ w - y
    return errors
