"""torch.distributed: ranks that talk. Each is a task of this session (tasks.ts), and waits by yielding."""

import _engine
import os
import torch
from contextlib import contextmanager
from copy import deepcopy


def _sequence(modules, value):
    for module in modules:
        value = yield _engine.waited(module, value)
    return value


class _Op:
    def __init__(self, name, join):
        self.name, self.join = name, join

    def __repr__(self):
        return f"<RedOpType.{self.name}: {list(vars(ReduceOp)).index(self.name)}>"


class ReduceOp:
    SUM = _Op("SUM", lambda tensors: sum(tensors[1:], tensors[0].clone()))
    AVG = _Op("AVG", lambda tensors: sum(tensors[1:], tensors[0].clone()) / len(tensors))
    PRODUCT = _Op("PRODUCT", lambda tensors: torch.stack(tensors).prod(0))
    MIN = _Op("MIN", lambda tensors: torch.stack(tensors).amin(0))
    MAX = _Op("MAX", lambda tensors: torch.stack(tensors).amax(0))
    BAND = _Op("BAND", lambda tensors: _fold(tensors, lambda a, b: a & b))
    BOR = _Op("BOR", lambda tensors: _fold(tensors, lambda a, b: a | b))
    BXOR = _Op("BXOR", lambda tensors: _fold(tensors, lambda a, b: a ^ b))


def _fold(tensors, join):
    joined = tensors[0]
    for tensor in tensors[1:]:
        joined = join(joined, tensor)
    return joined


class _Meeting:
    """One collective call: who has come to it, with what."""

    def __init__(self):
        self.calls, self.brought = {}, {}


class ProcessGroup:
    def __init__(self, ranks):
        self._ranks = ranks
        self._meetings, self._counts, self._parcels = {}, {}, {}

    def rank(self):
        return _get_group_rank(self)

    def size(self):
        return len(self._ranks)

    def _arrive(self, call, given, brought):
        """Comes to the next meeting of the group with what the others are to get."""
        own = self.rank()
        count = self._counts[own] = self._counts.get(own, 0) + 1
        meeting = self._meetings.setdefault(count, _Meeting())
        meeting.calls[own], meeting.brought[own] = (call, given), brought
        if len(meeting.brought) == self.size():
            del self._meetings[count]
        return meeting


class Work:
    """A call under way: `wait()` ends it."""

    def __init__(self, name, is_ready, finish):
        self._name, self._is_ready, self._finish, self._is_done = name, is_ready, finish, False

    def is_completed(self):
        return self._is_done or self._is_ready()

    def _ending(self):
        if not self._is_done:
            yield self._is_ready, self._name
            self._finish()
            self._is_done = True
        return True

    @_engine.waiting
    def wait(self, timeout=None):
        return (yield self._ending())


def _collective(name, given, brought, group, finish):
    """Starts a call that all ranks of the group make; `finish` gets what they brought."""
    group, rank = _group(group), get_rank()
    meeting = group._arrive(name, given, brought)

    def check():
        own = meeting.calls[_get_group_rank(group)]
        for other, call in sorted(meeting.calls.items()):
            if call != own:
                raise RuntimeError(
                    f"rank {group._ranks[other]} called {call[0]}({call[1]}) while rank {rank} called {own[0]}({own[1]}). "
                    "All ranks must make the same calls in the same order, with tensors of one shape and dtype"
                )
        finish([meeting.brought[k] for k in range(group.size())])

    return Work(f"{name} of rank {rank}", lambda: len(meeting.brought) == group.size(), check)


def _ended(work, async_op=False):
    if async_op:
        return work
    yield work._ending()


class _State:
    """What a process knows of its group."""

    def __init__(self, world, rank, backend):
        self.world, self.rank, self.backend, self.passed = world, rank, backend, []


_states, _worlds = {}, {}


def _state():
    if _engine.current_task() not in _states:
        raise ValueError("Default process group has not been initialized, please make sure to call init_process_group.")
    return _states[_engine.current_task()]


def _group(group):
    return _state().world if group is None else group


def _setting(name, value):
    if value is not None:
        return str(value)
    if name not in os.environ:
        raise ValueError(
            f"Error initializing torch.distributed using env:// rendezvous: environment variable {name} expected, but not set"
        )
    return os.environ[name]


@_engine.waiting
def init_process_group(backend=None, init_method=None, timeout=None, world_size=-1, rank=-1, store=None, **settings):
    own = _engine.current_task()
    if own in _states:
        raise ValueError("trying to initialize the default process group twice!")
    if backend is not None and "nccl" in backend:
        raise RuntimeError("Distributed package doesn't have NCCL built in")
    address = init_method or "env://"
    if address == "env://":
        rank = int(_setting("RANK", None if rank < 0 else rank))
        world_size = int(_setting("WORLD_SIZE", None if world_size < 0 else world_size))
        address = _setting("MASTER_ADDR", None) + ":" + _setting("MASTER_PORT", None)
    if not 0 <= rank < world_size:
        raise ValueError(f"rank should be in the interval [0, {world_size - 1}], but got {rank}")
    joined = _worlds.setdefault(address, {"group": ProcessGroup(list(range(world_size))), "ranks": set()})
    world, ranks = joined["group"], joined["ranks"]
    ranks.add(rank)
    yield (lambda: len(ranks) == world_size), f"init_process_group of rank {rank}"
    _worlds.pop(address, None)
    _states[own] = _State(world, rank, backend or "gloo")


def destroy_process_group(group=None):
    _state()
    if group is None:
        del _states[_engine.current_task()]


def is_available():
    return True


def is_initialized():
    return _engine.current_task() in _states


def is_gloo_available():
    return True


def is_nccl_available():
    return False


def is_torchelastic_launched():
    return False


def get_backend(group=None):
    return _state().backend


def _get_group_rank(group):
    rank = _state().rank
    return group._ranks.index(rank) if rank in group._ranks else -1


def get_rank(group=None):
    return _state().rank if group is None else _get_group_rank(group)


def get_world_size(group=None):
    return _group(group).size()


def get_process_group_ranks(group=None):
    return list(_group(group)._ranks)


def get_global_rank(group, group_rank):
    return group._ranks[group_rank]


get_group_rank = lambda group, global_rank: group._ranks.index(global_rank)


@_engine.waiting
def new_group(ranks=None, timeout=None, backend=None, **settings):
    ranks = sorted(_state().world._ranks if ranks is None else ranks)
    made = []

    def finish(brought):
        made.append(brought[0])

    yield _ended(_collective("new_group", str(ranks), ProcessGroup(ranks), None, finish))
    return made[0]


def _text(tensor):
    if not isinstance(tensor, torch.Tensor):
        raise TypeError(
            "Invalid function argument. Expected parameter `tensor` of type torch.Tensor\n"
            f"             but got {type(tensor)} instead."
        )
    return f"{list(tensor.shape)} {tensor.dtype}"


def _copy(tensor):
    return tensor.detach().clone()


def _write(tensor, value):
    tensor.detach().copy_(value)


def _place(rank, group):
    """A rank's place in its group."""
    if rank not in _group(group)._ranks:
        raise ValueError(f"Group rank is not in group: there is no rank {rank} among {_group(group)._ranks}")
    return _group(group)._ranks.index(rank)


def _lists_of(name, tensors, group):
    if len(tensors) != get_world_size(group):
        raise ValueError(f"{name} should hold a tensor for each of the {get_world_size(group)} ranks, but holds {len(tensors)}")


@_engine.waiting
def all_reduce(tensor, op=ReduceOp.SUM, group=None, async_op=False):
    finish = lambda brought: _write(tensor, op.join(brought))
    return (yield _ended(_collective("all_reduce", f"{_text(tensor)}, op={op.name}", _copy(tensor), group, finish), async_op))


@_engine.waiting
def reduce(tensor, dst=None, op=ReduceOp.SUM, group=None, async_op=False, group_dst=None):
    dst = group_dst if dst is None else dst
    place = _place(dst, group)

    def finish(brought):
        if get_rank(_group(group)) == place:
            _write(tensor, op.join(brought))

    given = f"{_text(tensor)}, dst={dst}, op={op.name}"
    return (yield _ended(_collective("reduce", given, _copy(tensor), group, finish), async_op))


@_engine.waiting
def broadcast(tensor, src=None, group=None, async_op=False, group_src=None):
    src = group_src if src is None else src
    place = _place(src, group)
    finish = lambda brought: _write(tensor, brought[place])
    return (yield _ended(_collective("broadcast", f"{_text(tensor)}, src={src}", _copy(tensor), group, finish), async_op))


@_engine.waiting
def all_gather(tensor_list, tensor, group=None, async_op=False):
    _lists_of("tensor_list", tensor_list, group)

    def finish(brought):
        for one, other in zip(tensor_list, brought):
            _write(one, other)

    return (yield _ended(_collective("all_gather", _text(tensor), _copy(tensor), group, finish), async_op))


@_engine.waiting
def all_gather_into_tensor(output_tensor, input_tensor, group=None, async_op=False):
    finish = lambda brought: _write(output_tensor, torch.cat(brought).view_as(output_tensor))
    call = _collective("all_gather_into_tensor", _text(input_tensor), _copy(input_tensor), group, finish)
    return (yield _ended(call, async_op))


@_engine.waiting
def gather(tensor, gather_list=None, dst=None, group=None, async_op=False, group_dst=None):
    dst = dst or group_dst or 0
    place = _place(dst, group)
    is_dst = get_rank(_group(group)) == place
    if is_dst and gather_list is None:
        raise ValueError("Argument ``gather_list`` must be specified on destination rank.")
    if not is_dst and gather_list:
        raise ValueError("Argument ``gather_list`` must NOT be specified on non-destination ranks.")

    def finish(brought):
        for one, other in zip(gather_list or [], brought):
            _write(one, other)

    return (yield _ended(_collective("gather", f"{_text(tensor)}, dst={dst}", _copy(tensor), group, finish), async_op))


@_engine.waiting
def scatter(tensor, scatter_list=None, src=None, group=None, async_op=False, group_src=None):
    src = src or group_src or 0
    place, own = _place(src, group), get_rank(_group(group))
    if own == place and scatter_list is None:
        raise ValueError("Argument ``scatter_list`` must be specified on source rank.")
    if own != place and scatter_list:
        raise ValueError("Argument ``scatter_list`` must NOT be specified on non-source ranks.")
    parts = [_copy(one) for one in scatter_list or []]
    finish = lambda brought: _write(tensor, brought[place][own])
    return (yield _ended(_collective("scatter", f"{_text(tensor)}, src={src}", parts, group, finish), async_op))


@_engine.waiting
def reduce_scatter(output, input_list, op=ReduceOp.SUM, group=None, async_op=False):
    _lists_of("input_list", input_list, group)
    own = get_rank(_group(group))
    finish = lambda brought: _write(output, op.join([parts[own] for parts in brought]))
    parts = [_copy(one) for one in input_list]
    return (yield _ended(_collective("reduce_scatter", f"{_text(output)}, op={op.name}", parts, group, finish), async_op))


@_engine.waiting
def reduce_scatter_tensor(output, input, op=ReduceOp.SUM, group=None, async_op=False):
    parts = [part.reshape(output.shape) for part in input.chunk(get_world_size(group))]
    return (yield _engine.waited(reduce_scatter, output, parts, op, group, async_op))


@_engine.waiting
def all_to_all(output_tensor_list, input_tensor_list, group=None, async_op=False):
    own = get_rank(_group(group))

    def finish(brought):
        for one, parts in zip(output_tensor_list, brought):
            _write(one, parts[own])

    parts = [_copy(one) for one in input_tensor_list]
    return (yield _ended(_collective("all_to_all", "", parts, group, finish), async_op))


@_engine.waiting
def all_to_all_single(output, input, output_split_sizes=None, input_split_sizes=None, group=None, async_op=False):
    count = get_world_size(group)
    outputs = list(output.split(output_split_sizes)) if output_split_sizes else list(output.chunk(count))
    inputs = list(input.split(input_split_sizes)) if input_split_sizes else list(input.chunk(count))
    return (yield _engine.waited(all_to_all, outputs, inputs, group, async_op))


@_engine.waiting
def barrier(group=None, async_op=False, device_ids=None):
    return (yield _ended(_collective("barrier", "", None, group, lambda brought: None), async_op))


@_engine.waiting
def monitored_barrier(group=None, timeout=None, wait_all_ranks=False):
    yield _engine.waited(barrier, group)


@_engine.waiting
def all_gather_object(object_list, obj, group=None):
    def finish(brought):
        object_list[:] = [deepcopy(one) for one in brought]

    yield _ended(_collective("all_gather_object", "", obj, group, finish))


@_engine.waiting
def broadcast_object_list(object_list, src=None, group=None, device=None, group_src=None):
    place = _place(src or group_src or 0, group)

    def finish(brought):
        if get_rank(_group(group)) != place:
            object_list[:] = deepcopy(brought[place])

    yield _ended(_collective("broadcast_object_list", f"src={place}", list(object_list), group, finish))


@_engine.waiting
def gather_object(obj, object_gather_list=None, dst=None, group=None, group_dst=None):
    place = _place(dst or group_dst or 0, group)

    def finish(brought):
        if get_rank(_group(group)) == place:
            object_gather_list[:] = [deepcopy(one) for one in brought]

    yield _ended(_collective("gather_object", f"dst={place}", obj, group, finish))


@_engine.waiting
def scatter_object_list(scatter_object_output_list, scatter_object_input_list=None, src=None, group=None, group_src=None):
    place, own = _place(src or group_src or 0, group), get_rank(_group(group))

    def finish(brought):
        scatter_object_output_list[0] = deepcopy(brought[place][own])

    yield _ended(_collective("scatter_object_list", f"src={place}", scatter_object_input_list, group, finish))


def _parcels(group, src, dst, tag):
    return group._parcels.setdefault((src, dst, tag), [])


def isend(tensor, dst=None, group=None, tag=0, group_dst=None):
    own, dst = get_rank(), group_dst if dst is None else dst
    _place(dst, group)
    if own == dst:
        raise ValueError("Invalid destination rank: destination rank should not be the same as the rank of the current process.")
    _parcels(_group(group), own, dst, tag).append(_copy(tensor))
    return Work(f"send of rank {own}", lambda: True, lambda: None)


def irecv(tensor, src=None, group=None, tag=0, group_src=None):
    own, src = get_rank(), group_src if src is None else src
    arrived = _parcels(_group(group), src, own, tag)

    def finish():
        sent = arrived.pop(0)
        if sent.shape != tensor.shape or sent.dtype != tensor.dtype:
            raise RuntimeError(
                f"rank {src} sent a tensor {_text(sent)}, but rank {own} receives into one {_text(tensor)}"
            )
        _write(tensor, sent)

    return Work(f"recv of rank {own} from rank {src}", lambda: len(arrived) > 0, finish)


def send(tensor, dst=None, group=None, tag=0, group_dst=None):
    isend(tensor, dst, group, tag, group_dst)


@_engine.waiting
def recv(tensor, src=None, group=None, tag=0, group_src=None):
    if src is None and group_src is None:
        own, group = get_rank(), _group(group)
        sources = lambda: [one for one in group._ranks if _parcels(group, one, own, tag)]
        yield (lambda: len(sources()) > 0), f"recv of rank {own}"
        src = sources()[0]
    yield irecv(tensor, src, group, tag, group_src)._ending()
    return group_src if src is None else src


class P2POp:
    def __init__(self, op, tensor, peer=None, group=None, tag=0, group_peer=None):
        self.op, self.tensor, self.peer, self.group, self.tag = op, tensor, peer, group, tag


def batch_isend_irecv(operations):
    return [one.op(one.tensor, one.peer, one.group, one.tag) for one in operations]


class DistributedDataParallel(torch.nn.Module):
    """A model whose gradients are the mean of all ranks' after each backward pass."""

    @_engine.waiting
    def __init__(self, module, device_ids=None, output_device=None, process_group=None, broadcast_buffers=True, **settings):
        super().__init__()
        if not any(parameter.requires_grad for parameter in module.parameters()):
            raise RuntimeError(
                "DistributedDataParallel is not needed when a module doesn't have any parameters that require a gradient."
            )
        self.module = module
        self.process_group = _group(process_group)
        self.require_backward_grad_sync = True
        self._broadcasts = broadcast_buffers
        for tensor in (*module.parameters(), *module.buffers()):
            yield _engine.waited(broadcast, tensor, self.process_group._ranks[0], self.process_group)

    @_engine.waiting
    def forward(self, *args, **kwargs):
        if torch.is_grad_enabled() and self.require_backward_grad_sync:
            if self._broadcasts and self.training:
                for buffer in self.module.buffers():
                    yield _engine.waited(broadcast, buffer, self.process_group._ranks[0], self.process_group)
            _state().passed.append(self)
        return (yield _engine.waited(self.module, *args, **kwargs))

    @contextmanager
    def no_sync(self):
        before, self.require_backward_grad_sync = self.require_backward_grad_sync, False
        try:
            yield
        finally:
            self.require_backward_grad_sync = before

    def _synchronize(self):
        for parameter in self.module.parameters():
            if parameter.requires_grad and parameter.grad is not None:
                yield _engine.waited(all_reduce, parameter.grad, ReduceOp.AVG, self.process_group)


def _backward(backward, *args, **kwargs):
    backward(*args, **kwargs)
    state = _states.get(_engine.current_task())
    models = list(state.passed) if state else []
    if models:
        state.passed.clear()
    for model in models:
        yield model._synchronize()


_engine.on_backward(_backward)
DistributedDataParallel.__module__ = "torch.nn.parallel.distributed"
