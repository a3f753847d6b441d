/**
 * Makes the pictures that the documents show, from the summaries that `peers/summaries.test.ts` has just drawn: the top of
 * each, in the light and in the dark, sharp on fine screens, in few colours.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const drawn = join(root, 'build/summaries');
const { pages } = JSON.parse(readFileSync(join(drawn, 'request.json'), 'utf8'));

/** Name of the summary, and the heading before which its picture ends. */
const KEPT = { created: 'Destinations', 'check-violations': 'How to fix' };

for (const [name, until] of Object.entries(KEPT)) {
  const request = join(drawn, 'keep.json');
  const shots = ['light', 'dark'].map((scheme) => ({
    scheme,
    width: 1012,
    mermaid: 'mermaid',
    picture: true,
    until,
    scale: 2,
  }));
  writeFileSync(request, JSON.stringify({ folder: drawn, pages: { [name]: pages[name] }, shots }));
  execFileSync(process.execPath, [join(root, 'build/peers/summaries/draw.mjs'), request], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const { scheme, width } of shots) {
    const picture = join(drawn, `${name}-${scheme}-${width}.png`);
    execFileSync('pngquant', ['--force', '--strip', '--ext', '.png', '64', picture]);
    renameSync(picture, join(root, 'docs/pictures', `${name}-${scheme}.png`));
  }
}
