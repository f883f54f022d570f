/** `npm run exercise:new -- 04-indexing/07-name`: makes the folder of a new exercise, ready to be written. */

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exercisesFolder } from '../paths.ts';

const files: Record<string, string> = {
  'exercise.mdx': `---
title: Sums of rows
kind: write
difficulty: 1
teaches: reducing along a dimension
hints:
  - The first hint says where to look.
  - The second says what to use.
  - The third says how, all but in code.
explanation: >
  Why the solution is as it is: shown once it is solved.
---

Say here what the function takes, what it returns, and what a learner should notice.
`,
  'starter.ts': `import type * as torch from 'torch';

/** What it takes and returns. */
export function row_sums(x: torch.Tensor): torch.Tensor {
  return x;
}
`,
  'starter.py': `import torch


def row_sums(x):
    """What it takes and returns."""
    return x
`,
  'solution.ts': `import type * as torch from 'torch';

export function row_sums(x: torch.Tensor): torch.Tensor {
  return x.sum(1);
}
`,
  'mistakes/columns.ts': `// @says Dimension 0 runs down the columns: rows are summed along dimension 1.
import type * as torch from 'torch';

export function row_sums(x: torch.Tensor): torch.Tensor {
  return x.sum(0);
}
`,
  'mistakes/everything.ts': `// @says Without a dimension, sum adds up everything.
import type * as torch from 'torch';

export function row_sums(x: torch.Tensor): torch.Tensor {
  return x.sum();
}
`,
  'reference.py': `import torch
from handgrad import case


def row_sums(x):
    return x.sum(1)


torch.manual_seed(1)
case(row_sums, torch.rand(3, 4))
case(row_sums, torch.rand(5, 2))
case(row_sums, torch.rand(1, 6))
`,
};

const [id] = process.argv.slice(2);
const folder = join(exercisesFolder, id ?? '');
if (!id || !/^\d\d-[a-z0-9-]+\/\d\d-[a-z0-9-]+$/.test(id)) {
  console.error('name it like this: npm run exercise:new -- 04-indexing/07-row-sums');
  process.exitCode = 2;
} else if (existsSync(folder)) {
  console.error(`exercises/${id} is there already`);
  process.exitCode = 2;
} else {
  mkdirSync(join(folder, 'mistakes'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  console.log(
    `exercises/${id} is made. Write it, then:\n  npm run oracle -- ${id}\n  npm run exercise:check -- ${id}`,
  );
}
