/** Everything may be read by anybody. */
import type { APIRoute } from 'astro';

export const GET: APIRoute = ({ site }) => {
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  const map = site ? `Sitemap: ${new URL(`${base}sitemap-index.xml`, site)}\n` : '';
  return new Response(`User-agent: *\nAllow: /\n${map}`, { headers: { 'content-type': 'text/plain' } });
};
