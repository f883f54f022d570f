/** `npm run engine:pack`: the engine as a package of JavaScript and types, for projects that take no TypeScript from packages. */

import { execSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const engine = fileURLToPath(new URL('..', import.meta.url));
const root = join(engine, '..');
const out = join(root, 'node_modules', '.cache', 'handgrad-package');

rmSync(out, { recursive: true, force: true });
execSync('tsc --project engine/tsconfig.package.json', { cwd: root, stdio: 'inherit' });
const manifest = readFileSync(join(engine, 'package.json'), 'utf8');
writeFileSync(join(out, 'package.json'), manifest.replaceAll('.ts"', '.js"'));
copyFileSync(join(engine, 'README.md'), join(out, 'README.md'));
copyFileSync(join(root, 'LICENSE'), join(out, 'LICENSE'));
execSync(`npm pack "${out}"`, { cwd: root, stdio: ['ignore', 'inherit', 'ignore'] });
