/**
 * Chapters 3 to 7 follow a widely read tutorial that was written with an older PyTorch, and print whatever it prints: its
 * outputs, in its order. Blanks are left out of the comparison, for it has lost many of its own.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lessonsFolder } from '../../graders/paths.ts';
import { runLesson } from '../code/lesson-run.ts';

const OUTPUTS: Record<string, string[]> = {
  '03-tensors-and-numpy': [
    `List: [1, 2] Array: [1 2] Tensor: tensor([1, 2]) Tensor: tensor([1, 2]) Tensor: tensor([1, 2]) Array: [1 2]`,
    `Array: [10 2] Tensor: tensor([1, 2]) Tensor: tensor([10, 2])`,
  ],
  '04-indexing': [
    `tensor(0.7936)`,
    `tensor([0.7936, 0.1332])`,
    `tensor([0.6009, 0.9408, 0.1332])`,
    `tensor([[0.2695, 0.3588, 0.1994], [0.5472, 0.0062, 0.9516], [0.0753, 0.8860, 0.5832],
      [0.3376, 0.8090, 0.5779], [0.9040, 0.5547, 0.3423]])`,
    `tensor([0.2695, 0.3588, 0.1994])`,
    `tensor(0.1994)`,
    `tensor([0, 2, 4])`,
    `tensor([[0.2695, 0.3588, 0.1994], [0.0753, 0.8860, 0.5832], [0.9040, 0.5547, 0.3423]])`,
  ],
  '05-shapes': [
    `tensor([[[0.6343, 0.3644, 0.7104, 0.9464], [0.7890, 0.2814, 0.7886, 0.5895], [0.7539, 0.1952, 0.0050, 0.3068]],
      [[0.1165, 0.9103, 0.6440, 0.7071], [0.6581, 0.4913, 0.8913, 0.1447], [0.5315, 0.1587, 0.6542, 0.3278]]])`,
    `Shape: torch.Size([2, 3, 4])`,
    `Original stride: (12, 4, 1)`,
    `tensor([0.6343, 0.3644, 0.7104, 0.9464, 0.7890, 0.2814, 0.7886, 0.5895, 0.7539, 0.1952, 0.0050, 0.3068, 0.1165,
      0.9103, 0.6440, 0.7071, 0.6581, 0.4913, 0.8913, 0.1447, 0.5315, 0.1587, 0.6542, 0.3278])`,
    `tensor([[[0.6343, 0.3644, 0.7104, 0.9464], [0.7890, 0.2814, 0.7886, 0.5895]],
      [[0.7539, 0.1952, 0.0050, 0.3068], [0.1165, 0.9103, 0.6440, 0.7071]],
      [[0.6581, 0.4913, 0.8913, 0.1447], [0.5315, 0.1587, 0.6542, 0.3278]]])`,
    `Reshaped stride: (1,) Viewed stride: (8, 4, 1)`,
  ],
  '06-autograd': [
    `tensor([[0.3470, 0.0240, 0.7797, 0.1519, 0.7513], [0.7269, 0.8572, 0.1165, 0.8596, 0.2636],
      [0.6855, 0.9696, 0.4295, 0.4961, 0.3849]], requires_grad=True)`,
    `tensor([[1.7351, 0.1200, 3.8987, 0.7595, 3.7565], [3.6345, 4.2861, 0.5824, 4.2980, 1.3181],
      [3.4277, 4.8478, 2.1474, 2.4807, 1.9244]], grad_fn=<MulBackward0>)`,
    `grad can be implicitly created only for scalar outputs`,
    `tensor([[5., 5., 5., 5., 5.], [5., 5., 5., 5., 5.], [5., 5., 5., 5., 5.]])`,
  ],
  '07-no-grad': [
    `tensor([[0.0323, 0.7047, 0.2545, 0.3994, 0.2122], [0.4089, 0.1481, 0.1733, 0.6659, 0.3514],
      [0.8087, 0.3396, 0.1332, 0.4118, 0.2576]], requires_grad=True)`,
    `tensor([[0.0323, 0.7047, 0.2545, 0.3994, 0.2122], [0.4089, 0.1481, 0.1733, 0.6659, 0.3514],
      [0.8087, 0.3396, 0.1332, 0.4118, 0.2576]])`,
    `tensor([[10., 10., 10., 10., 10.], [10., 10., 10., 10., 10.], [10., 10., 10., 10., 10.]])`,
    `tensor([[0.4125, 3.6998, 0.0182, 4.0520, 4.3706], [4.8643, 1.9103, 0.4459, 3.0621, 3.8811],
      [0.0117, 1.9325, 1.0014, 2.2813, 1.2695]])`,
    `tensor([[10., 10., 10., 10., 10.], [10., 10., 10., 10., 10.], [10., 10., 10., 10., 10.]])`,
  ],
};

const bare = (text: string) => text.replace(/\s/g, '');

describe.each(Object.entries(OUTPUTS))('%s', (slug, outputs) => {
  it('prints what the tutorial prints, in its order', async () => {
    const lesson = readFileSync(join(lessonsFolder, `../content/docs/${slug}.mdx`), 'utf8');
    const cells = await runLesson(lesson);
    const printed = bare(cells.map(({ lines }) => lines.map(({ text }) => text).join('')).join('\n'));
    let from = 0;
    for (const output of outputs) {
      const at = printed.indexOf(bare(output), from);
      expect(at, output).toBeGreaterThanOrEqual(0);
      from = at + bare(output).length;
    }
  });
});
