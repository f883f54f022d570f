/** `torch.nn.parallel`. */

import { withGradMode } from '../autograd/modes.ts';
import { newByName } from '../core/call.ts';
import { RuntimeError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import * as distributed from '../distributed/index.ts';
import { Module } from './module.ts';

interface Options {
  /** As which rank: what torch.multiprocessing.spawn hands out. Without it, the thread's own. */
  process_group?: distributed.Distributed;
}

/**
 * A module of which every rank has a copy, each for its own part of the batch. PyTorch talks to the other ranks within
 * the constructor and within backward(). Nothing can block here, so both have a call of their own to await: `ready()`
 * once, and `synchronize()` after every backward().
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.parallel.DistributedDataParallel.html
 */
class DataParallel extends Module {
  readonly module: Module;
  readonly #dist: distributed.Distributed;
  #isReady = false;

  constructor(module: Module, { process_group = distributed }: Options = {}) {
    super();
    this.module = module;
    this.#dist = process_group;
  }

  /** Gives every rank the parameters and buffers of rank 0. */
  async ready(): Promise<this> {
    for (const tensor of [...this.module.parameters(), ...this.module.buffers()]) {
      await this.#dist.broadcast(tensor, 0);
    }
    this.#isReady = true;
    return this;
  }

  // biome-ignore lint/suspicious/noExplicitAny: as the module within
  override forward(...inputs: any[]): any {
    if (!this.#isReady) {
      throw new RuntimeError(
        'the ranks do not have the same parameters yet: await ready() before the first forward()',
      );
    }
    return this.module.forward(...inputs);
  }

  /** Replaces every gradient by its mean over all ranks: all of them in one message, as PyTorch fills its buckets. */
  async synchronize(): Promise<void> {
    const gradients = this.#gradients();
    if (gradients.length === 0) return;
    const bucket = call(
      'cat',
      gradients.map((gradient) => gradient.reshape(-1)),
    );
    await this.#dist.all_reduce(bucket, distributed.ReduceOp.AVG);
    const means = call<Tensor[]>(
      'split',
      bucket,
      gradients.map((gradient) => gradient.numel()),
    );
    withGradMode(false, () => {
      for (const [k, gradient] of gradients.entries()) gradient.copy_(means[k].view_as(gradient));
    });
  }

  #gradients(): Tensor[] {
    return [...this.module.named_parameters()].flatMap(([name, { grad, requires_grad }]) => {
      if (!requires_grad) return [];
      if (grad) return [grad.detach()];
      throw new RuntimeError(
        `parameter '${name}' has no gradient to average: call backward() first, of a loss that depends on every parameter`,
      );
    });
  }
}
Object.defineProperty(DataParallel, 'name', { value: 'DistributedDataParallel' });

/**
 * A module whose gradients are averaged over all ranks: await `ready()` once, and `synchronize()` after each backward().
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.parallel.DistributedDataParallel.html
 */
export const DistributedDataParallel = newByName(DataParallel, 'module | process_group');
export type DistributedDataParallel = DataParallel;
