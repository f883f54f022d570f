/** What the editor's type checker fetches on first focus: see editor/checker.ts. */
import type { APIRoute } from 'astro';
import { typeFiles } from '../code/engine-types.ts';

export const GET: APIRoute = () =>
  new Response(JSON.stringify(typeFiles()), { headers: { 'content-type': 'application/json' } });
