/**
 * `node scripts/pictures.mjs`: draws the icons and the picture that goes with a shared link from favicon.svg, in
 * Chromium. They are committed, so that a build needs no browser.
 */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { findChromium } from './chromium.mjs';
import { chromiumArguments } from './chromium-arguments.ts';

const folder = fileURLToPath(new URL('../site/public/', import.meta.url));
const icon = readFileSync(`${folder}favicon.svg`, 'utf8');

/** A phone may cut a maskable icon to a circle: colour to the edges, the sign within. */
const bleeding = icon.replace(' rx="14"', '').replace('viewBox="0 0 64 64"', 'viewBox="-8 -8 80 80"');
const maskable = bleeding.replace(
  '<rect width="64" height="64"',
  '<rect x="-8" y="-8" width="80" height="80"',
);

const cells = ['0.8823', '0.9150', '0.3829', '0.9593', '0.3904', '0.6009', '0.2566', '0.7936'];
const social = `<style>
  body { margin: 0; width: 1200px; height: 630px; background: #fbfaf6; color: #1f1c18; font: 40px/1.35 "DejaVu Sans", sans-serif;
    display: flex; flex-direction: column; justify-content: center; gap: 38px; padding: 0 90px; box-sizing: border-box; }
  header { display: flex; align-items: center; gap: 28px; font-size: 46px; font-weight: 700; }
  header svg { width: 92px; }
  h1 { margin: 0; font: 86px/1.1 "DejaVu Serif", serif; }
  h1 em { color: #b0390b; }
  p { margin: 0; color: #4f4a42; }
  ol { display: flex; margin: 0; padding: 0; list-style: none; font: 30px "DejaVu Sans Mono", monospace; }
  li { padding: 14px 0; width: 128px; text-align: center; border: 2px solid #8d8577; margin-right: -2px; background: #fffefb; }
  li:nth-child(4n + 2) { background: #fbe8dc; border-color: #b0390b; z-index: 1; }
</style>
<header>${icon}handgrad</header>
<h1>Tensors and gradients, <em>by hand.</em></h1>
<ol>${cells.map((cell) => `<li>${cell}</li>`).join('')}</ol>
<p>Small, real exercises, checked against PyTorch.</p>`;

const browser = await chromium.launch({
  executablePath: findChromium() ?? undefined,
  args: chromiumArguments,
});

async function draw(html, file, width, height = width) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(html);
  await page.screenshot({ path: `${folder}${file}`, omitBackground: true });
  await page.close();
}

const alone = (svg) => `<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`;
await draw(alone(icon), 'icons/192.png', 192);
await draw(alone(icon), 'icons/512.png', 512);
await draw(alone(maskable), 'icons/maskable.png', 512);
await draw(alone(bleeding.replace('-8 -8 80 80', '0 0 64 64')), 'icons/apple.png', 180);
await draw(social, 'social.png', 1200, 630);
await browser.close();
