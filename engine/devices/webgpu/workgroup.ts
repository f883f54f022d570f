/** How the invocations of a workgroup join their partial results: in two steps, with a barrier after each. */

import { type Kind, wgslType } from './layout.ts';

/** Invocations that share a row. */
export const lanes = 64;
const groups = 8;

export function joinDeclarations(kind: Kind): string {
  return `var<workgroup> join_all: array<${wgslType[kind]}, ${lanes}>;
var<workgroup> join_groups: array<${wgslType[kind]}, ${groups}>;`;
}

/** Code after which `name` is, in every invocation, what the `part`s of all of them come to. */
export function join(name: string, part: string, step: (a: string, b: string) => string): string {
  return `
  join_all[lane] = ${part};
  workgroupBarrier();
  if (lane < ${groups}u) {
    var own = join_all[lane];
    for (var k = lane + ${groups}u; k < ${lanes}u; k += ${groups}u) { let other = join_all[k]; own = ${step('own', 'other')}; }
    join_groups[lane] = own;
  }
  workgroupBarrier();
  var ${name} = join_groups[0];
  for (var k = 1u; k < ${groups}u; k++) { let other = join_groups[k]; ${name} = ${step(name, 'other')}; }`;
}
