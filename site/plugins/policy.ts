/**
 * A content security policy for every built page, in a meta element, as a static host sends no headers: scripts are
 * this site's own, and nothing is fetched from or sent to anywhere else. The inline scripts of a page are named by
 * their hashes.
 *
 * The frame that learners' code runs in inherits the policy, hence `blob:` modules, `data:` workers and 'unsafe-eval'
 * (for the loops that the engine compiles); its own policy takes the network away on top.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { FRAME_SCRIPT } from '../runner/frame.ts';

const hashOf = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

function policyOf(html: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  const hashes = new Set([FRAME_SCRIPT, ...inline.map(([, script]) => script)].map(hashOf));
  return [
    "default-src 'self'",
    `script-src 'self' 'unsafe-eval' blob: ${[...hashes].join(' ')}`,
    "worker-src 'self' data:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

export function policy(): AstroIntegration {
  return {
    name: 'handgrad-policy',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: folder })) {
          const path = join(folder, file);
          const html = readFileSync(path, 'utf8');
          const meta = `<meta http-equiv="content-security-policy" content="${policyOf(html)}">`;
          writeFileSync(
            path,
            html.replace(/<meta charset=[^>]*>/, (charset) => charset + meta),
          );
        }
      },
    },
  };
}
