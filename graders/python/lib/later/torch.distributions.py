"""torch.distributions: those that most programs use."""

import math
import torch
import torch.nn.functional as F


def _broadcast(*values):
    tensors = [value if isinstance(value, torch.Tensor) else torch.tensor(float(value)) for value in values]
    return torch.broadcast_tensors(*tensors)


class Distribution:
    has_rsample = False
    _names = ()

    def __init__(self, batch_shape=torch.Size(), event_shape=torch.Size(), validate_args=None):
        self._batch_shape, self._event_shape = torch.Size(batch_shape), torch.Size(event_shape)

    batch_shape = property(lambda self: self._batch_shape)
    event_shape = property(lambda self: self._event_shape)
    stddev = property(lambda self: self.variance.sqrt())

    def _shape(self, sample_shape):
        return torch.Size(sample_shape) + self._batch_shape + self._event_shape

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            return self.rsample(sample_shape)

    def sample_n(self, n):
        return self.sample((n,))

    def rsample(self, sample_shape=torch.Size()):
        raise NotImplementedError

    def perplexity(self):
        return torch.exp(self.entropy())

    def _check(self, name, value, holds, constraint):
        if not bool(holds.all()):
            raise ValueError(
                f"Expected parameter {name} (Tensor of shape {tuple(value.shape)}) of distribution {self!r} "
                f"to satisfy the constraint {constraint}, but found invalid values:\n{value}"
            )

    def __repr__(self):
        text = lambda value: str(value) if value.numel() == 1 else str(value.size())
        parts = [f"{name}: {text(self.__dict__[name])}" for name in self._names if name in self.__dict__]
        return f"{type(self).__name__}({', '.join(parts)})"


class ExponentialFamily(Distribution):
    pass


class Normal(ExponentialFamily):
    has_rsample = True
    _names = ("loc", "scale")

    def __init__(self, loc, scale, validate_args=None):
        self.loc, self.scale = _broadcast(loc, scale)
        super().__init__(self.loc.size())
        self._check("loc", self.loc, self.loc == self.loc, "Real()")
        self._check("scale", self.scale, self.scale > 0, "GreaterThan(lower_bound=0.0)")

    mean = mode = property(lambda self: self.loc)
    stddev = property(lambda self: self.scale)
    variance = property(lambda self: self.stddev.pow(2))

    def sample(self, sample_shape=torch.Size()):
        shape = self._shape(sample_shape)
        with torch.no_grad():
            return torch.normal(self.loc.expand(shape), self.scale.expand(shape))

    def rsample(self, sample_shape=torch.Size()):
        shape = self._shape(sample_shape)
        eps = torch.normal(torch.zeros(shape, dtype=self.loc.dtype), torch.ones(shape, dtype=self.loc.dtype))
        return self.loc + eps.to(self.loc.device) * self.scale

    def log_prob(self, value):
        return -((value - self.loc) ** 2) / (2 * self.scale**2) - self.scale.log() - math.log(math.sqrt(2 * math.pi))

    def cdf(self, value):
        return 0.5 * (1 + torch.erf((value - self.loc) * self.scale.reciprocal() / math.sqrt(2)))

    def icdf(self, value):
        return self.loc + self.scale * torch.erfinv(2 * value - 1) * math.sqrt(2)

    def entropy(self):
        return 0.5 + 0.5 * math.log(2 * math.pi) + torch.log(self.scale)


class _FromProbs(ExponentialFamily):
    """Given by probabilities or by logits, one of which is computed from the other."""

    _names = ("probs", "logits")

    def __init__(self, probs, logits):
        if (probs is None) == (logits is None):
            raise ValueError("Either `probs` or `logits` must be specified, but not both.")
        given = probs if logits is None else logits
        self._is_number = not isinstance(given, torch.Tensor)
        (given,) = _broadcast(given)
        self.__dict__["probs" if logits is None else "logits"] = given

    def __getattr__(self, name):
        if name == "probs":
            self.__dict__[name] = self._to_probs(self.__dict__["logits"])
        elif name == "logits":
            self.__dict__[name] = self._to_logits(self.__dict__["probs"])
        else:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        return self.__dict__[name]


def _clamped(probs):
    eps = torch.finfo(probs.dtype).eps
    return probs.clamp(min=eps, max=1 - eps)


class Bernoulli(_FromProbs):
    def __init__(self, probs=None, logits=None, validate_args=None):
        super().__init__(probs, logits)
        own = self.__dict__.get("probs", self.__dict__.get("logits"))
        Distribution.__init__(self, own.size())
        if probs is not None:
            self._check("probs", own, (own >= 0) & (own <= 1), "Interval(lower_bound=0.0, upper_bound=1.0)")

    def _to_probs(self, logits):
        return torch.sigmoid(logits)

    def _to_logits(self, probs):
        probs = _clamped(probs)
        return torch.log(probs) - torch.log1p(-probs)

    mean = property(lambda self: self.probs)
    variance = property(lambda self: self.probs * (1 - self.probs))

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            return torch.bernoulli(self.probs.expand(self._shape(sample_shape)))

    def log_prob(self, value):
        logits, value = torch.broadcast_tensors(self.logits, value)
        return -F.binary_cross_entropy_with_logits(logits, value, reduction="none")

    def entropy(self):
        return F.binary_cross_entropy_with_logits(self.logits, self.probs, reduction="none")


class Categorical(Distribution):
    _names = ("probs", "logits")

    def __init__(self, probs=None, logits=None, validate_args=None):
        if (probs is None) == (logits is None):
            raise ValueError("Either `probs` or `logits` must be specified, but not both.")
        given = probs if logits is None else logits
        if given.dim() < 1:
            raise ValueError(f"`{'probs' if logits is None else 'logits'}` parameter must be at least one-dimensional.")
        if logits is None:
            self.probs = probs / probs.sum(-1, keepdim=True)
        else:
            self.logits = logits - logits.logsumexp(dim=-1, keepdim=True)
        super().__init__(given.size()[:-1])
        self._num_events = given.size()[-1]
        if logits is None:
            self._check("probs", probs, (probs >= 0).all(-1) & ((self.probs.sum(-1) - 1).abs() < 1e-6), "Simplex()")

    def __getattr__(self, name):
        if name == "probs":
            self.probs = F.softmax(self.__dict__["logits"], dim=-1)
        elif name == "logits":
            self.logits = torch.log(_clamped(self.__dict__["probs"]))
        else:
            raise AttributeError(f"'Categorical' object has no attribute '{name}'")
        return self.__dict__[name]

    mode = property(lambda self: self.probs.argmax(dim=-1))

    def sample(self, sample_shape=torch.Size()):
        sample_shape = torch.Size(sample_shape)
        rows = self.probs.detach().reshape(-1, self._num_events)
        return torch.multinomial(rows, sample_shape.numel(), True).T.reshape(self._shape(sample_shape))

    def log_prob(self, value):
        value, logits = torch.broadcast_tensors(value.long().unsqueeze(-1), self.logits)
        return logits.gather(-1, value[..., :1]).squeeze(-1)

    def entropy(self):
        logits = torch.clamp(self.logits, min=torch.finfo(self.logits.dtype).min)
        return -(logits * self.probs).sum(-1)


class Uniform(Distribution):
    has_rsample = True
    _names = ("low", "high")

    def __init__(self, low, high, validate_args=None):
        self.low, self.high = _broadcast(low, high)
        super().__init__(self.low.size())
        if not bool((self.low < self.high).all()):
            raise ValueError("Uniform is not defined when low>= high")

    mean = property(lambda self: (self.high + self.low) / 2)
    variance = property(lambda self: (self.high - self.low).pow(2) / 12)

    def rsample(self, sample_shape=torch.Size()):
        return self.low + torch.rand(self._shape(sample_shape), dtype=self.low.dtype) * (self.high - self.low)

    def log_prob(self, value):
        inside = self.low.le(value).type_as(self.low) * self.high.gt(value).type_as(self.low)
        return torch.log(inside) - torch.log(self.high - self.low)

    def entropy(self):
        return torch.log(self.high - self.low)


class Exponential(ExponentialFamily):
    has_rsample = True
    _names = ("rate",)

    def __init__(self, rate, validate_args=None):
        (self.rate,) = _broadcast(rate)
        super().__init__(self.rate.size())

    mean = property(lambda self: self.rate.reciprocal())
    variance = property(lambda self: self.rate.pow(-2))

    def rsample(self, sample_shape=torch.Size()):
        return torch.empty(self._shape(sample_shape), dtype=self.rate.dtype).exponential_() / self.rate

    def log_prob(self, value):
        return self.rate.log() - self.rate * value

    def entropy(self):
        return 1.0 - torch.log(self.rate)


class MultivariateNormal(Distribution):
    has_rsample = True
    _names = ("loc", "covariance_matrix", "precision_matrix", "scale_tril")

    def __init__(self, loc, covariance_matrix=None, precision_matrix=None, scale_tril=None, validate_args=None):
        given = [one for one in (covariance_matrix, precision_matrix, scale_tril) if one is not None]
        if len(given) != 1:
            raise ValueError("Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.")
        if covariance_matrix is not None:
            self.covariance_matrix, made = covariance_matrix, torch.linalg.cholesky(covariance_matrix)
        elif scale_tril is not None:
            self.scale_tril = made = scale_tril
        else:
            self.precision_matrix, made = precision_matrix, torch.linalg.cholesky(torch.linalg.inv(precision_matrix))
        batch = torch.broadcast_shapes(made.shape[:-2], loc.shape[:-1])
        self.loc, self._scale_tril = loc.expand(batch + loc.shape[-1:]), made
        super().__init__(batch, loc.shape[-1:])

    mean = mode = property(lambda self: self.loc)
    variance = property(lambda self: self._scale_tril.pow(2).sum(-1).expand(self.loc.shape))

    def rsample(self, sample_shape=torch.Size()):
        shape = self._shape(sample_shape)
        eps = torch.normal(torch.zeros(shape, dtype=self.loc.dtype), torch.ones(shape, dtype=self.loc.dtype))
        return self.loc + torch.matmul(self._scale_tril, eps.to(self.loc.device).unsqueeze(-1)).squeeze(-1)

    def _half_log_det(self):
        return self._scale_tril.diagonal(dim1=-2, dim2=-1).log().sum(-1)

    def log_prob(self, value):
        off = (value - self.loc).unsqueeze(-1)
        scale = self._scale_tril.expand(off.shape[:-2] + self._scale_tril.shape[-2:])
        distance = torch.linalg.solve_triangular(scale, off, upper=False).squeeze(-1).pow(2).sum(-1)
        return -0.5 * (self._event_shape[0] * math.log(2 * math.pi) + distance) - self._half_log_det()

    def entropy(self):
        return 0.5 * self._event_shape[0] * (1.0 + math.log(2 * math.pi)) + self._half_log_det()


class Independent(Distribution):
    """Rightmost dimensions of a batch, as one event."""

    def __init__(self, base_distribution, reinterpreted_batch_ndims, validate_args=None):
        self.base_dist, self.reinterpreted_batch_ndims = base_distribution, reinterpreted_batch_ndims
        shape = base_distribution.batch_shape + base_distribution.event_shape
        at = len(base_distribution.batch_shape) - reinterpreted_batch_ndims
        super().__init__(shape[:at], shape[at:])

    mean = property(lambda self: self.base_dist.mean)
    variance = property(lambda self: self.base_dist.variance)

    def sample(self, sample_shape=torch.Size()):
        return self.base_dist.sample(sample_shape)

    def rsample(self, sample_shape=torch.Size()):
        return self.base_dist.rsample(sample_shape)

    def _summed(self, value):
        dims = self.reinterpreted_batch_ndims
        return value.sum(list(range(-dims, 0))) if dims else value

    def log_prob(self, value):
        return self._summed(self.base_dist.log_prob(value))

    def entropy(self):
        return self._summed(self.base_dist.entropy())

    def __repr__(self):
        return f"Independent({self.base_dist}, {self.reinterpreted_batch_ndims})"


def kl_divergence(p, q):
    if isinstance(p, Normal) and isinstance(q, Normal):
        ratio = (p.scale / q.scale).pow(2)
        return 0.5 * (ratio + ((p.loc - q.loc) / q.scale).pow(2) - 1 - ratio.log())
    if isinstance(p, Categorical) and isinstance(q, Categorical):
        t = p.probs * (p.logits - q.logits)
        t = torch.where((q.probs == 0).expand_as(t), math.inf, t)
        return torch.where((p.probs == 0).expand_as(t), 0.0, t).sum(-1)
    if isinstance(p, Bernoulli) and isinstance(q, Bernoulli):
        one = p.probs * (F.softplus(-q.logits) - F.softplus(-p.logits))
        return one + (1 - p.probs) * (F.softplus(q.logits) - F.softplus(p.logits))
    if isinstance(p, Independent) and isinstance(q, Independent):
        return p._summed(kl_divergence(p.base_dist, q.base_dist))
    raise NotImplementedError(f"No KL(p || q) is implemented for p type {type(p).__name__} and q type {type(q).__name__}")


for _type in (Normal, Bernoulli, Categorical, Uniform, Exponential, MultivariateNormal, Independent):
    _type.__module__ = "torch.distributions"
