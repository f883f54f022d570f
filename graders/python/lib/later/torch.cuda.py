"""torch.cuda, where there is no such device."""

_missing = "Torch not compiled with CUDA enabled"


def is_available():
    return False


is_initialized = is_bf16_supported = is_available


def device_count():
    return 0


def _nothing(*args, **settings):
    pass


manual_seed = manual_seed_all = empty_cache = init = ipc_collect = reset_peak_memory_stats = _nothing


def memory_allocated(device=None):
    return 0


max_memory_allocated = memory_reserved = max_memory_reserved = memory_allocated


def _refuse(*args, **settings):
    raise AssertionError(_missing)


synchronize = current_device = get_device_name = get_device_properties = get_device_capability = set_device = _refuse
Stream = Event = stream = current_stream = mem_get_info = _refuse

import torch.cuda.amp as amp
