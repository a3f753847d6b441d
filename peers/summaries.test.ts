/**
 * Every kind of job summary, drawn as GitHub draws it, by headless Chromium: the diagram is there, nothing sticks out,
 * everything can be read in the light and in the dark, and no name does more than be shown. The pictures are in
 * build/summaries, to be looked at.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { counted } from '../__tests__/counted.ts';
import { type Gallery, gallery } from './gallery.ts';
import { DRAW } from './where.ts';

const FOLDER = 'build/summaries';

/** One summary, drawn once, as draw.mjs measured it. */
interface Drawn {
  readonly name: string;
  readonly scheme: 'light' | 'dark';
  readonly width: number;
  readonly mermaid: string;
  readonly problems: readonly string[];
  readonly pageOverflows: boolean;
  readonly wideTables: number;
  readonly diagrams: readonly {
    readonly kind: string;
    readonly bars: number;
    readonly texts: readonly string[];
    readonly cutOff: readonly string[];
    readonly faint: readonly { readonly text: string; readonly contrast: number }[];
  }[];
  readonly axe: readonly string[];
  readonly active: readonly string[];
  readonly links: readonly string[];
  readonly text: string;
}

/** As wide as GitHub's own column, and as narrow as half a laptop's screen; pictures of the first. */
const SHOTS = [
  { scheme: 'light', width: 1012, mermaid: 'mermaid', picture: true },
  { scheme: 'dark', width: 1012, mermaid: 'mermaid', picture: true },
  { scheme: 'light', width: 600, mermaid: 'mermaid-10', picture: true, open: true },
  { scheme: 'dark', width: 600, mermaid: 'mermaid-10', open: true },
] as const;

/** One page with everything that must not be: what shows that the others are looked at. */
const BAD = 'bad';
const everythingWrong = `## h

#### A level is left out

| ${'a'.repeat(200)} |
| --- |
| www.evil.example |

\`\`\`mermaid
gantt
  dateFormat YYYY-MM-DD
  section a
    White on pale violet :2026-01-01, 2026-03-01
    ${'long '.repeat(60)}:2026-01-01, 2026-01-02
\`\`\`

\`\`\`mermaid
gantt
  section a
    2026-01-01 :no label
\`\`\`
`;

let pages: Gallery;
let drawn: readonly Drawn[];
beforeAll(async () => {
  pages = await gallery();
  pages.set(BAD, everythingWrong);
  mkdirSync(FOLDER, { recursive: true });
  const request = `${FOLDER}/request.json`;
  writeFileSync(request, JSON.stringify({ folder: FOLDER, pages: Object.fromEntries(pages), shots: SHOTS }));
  drawn = JSON.parse(
    execFileSync(process.execPath, [DRAW, request], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    }),
  ) as Drawn[];
});

const of = (name: string): readonly Drawn[] => drawn.filter((one) => one.name === name);
/** What is wrong, by where it was seen: an empty list is what a test wants. */
const where = (bad: (one: Drawn) => unknown): unknown[] =>
  drawn
    .filter((one) => one.name !== BAD && bad(one))
    .map((one) => [`${one.name}, ${one.scheme}, ${one.width} px, ${one.mermaid}`, bad(one)]);
const some = <T>(items: readonly T[]): readonly T[] | null => (items.length > 0 ? items : null);

describe('every summary', () => {
  it('is drawn in every way', () => {
    expect(drawn).toHaveLength(pages.size * SHOTS.length);
    counted('summaries', `${pages.size - 1} drawn, ${SHOTS.length} times each`);
  });

  it('has its diagram, without an error', () => {
    expect(where(({ problems }) => some(problems))).toEqual([]);
    expect(where(({ diagrams }) => diagrams.some(({ kind }) => kind !== 'gantt'))).toEqual([]);
    const blocks = (name: string): number => pages.get(name)?.split('```mermaid').length ?? 0;
    expect(where(({ name, diagrams }) => diagrams.length !== blocks(name) - 1)).toEqual([]);
  });

  it('stays within its width: the page, its tables, the labels of its diagram', () => {
    expect(where(({ pageOverflows }) => pageOverflows)).toEqual([]);
    // Narrower, a table scrolls by itself, as everywhere on GitHub.
    expect(where(({ width, wideTables }) => width > 1000 && wideTables > 0)).toEqual([]);
    expect(where(({ diagrams }) => some(diagrams.flatMap(({ cutOff }) => cutOff)))).toEqual([]);
  });

  it('can be read, in the light and in the dark', () => {
    expect(where(({ axe }) => some(axe))).toEqual([]);
    expect(where(({ diagrams }) => some(diagrams.flatMap(({ faint }) => faint)))).toEqual([]);
  });

  it('holds nothing that acts, and links to nothing but the documentation', () => {
    expect(where(({ active }) => some(active))).toEqual([]);
    const ours = 'https://github.com/octo-org/rotate-aws-access-key';
    expect(where(({ links }) => some(links.filter((link) => !link.startsWith(ours))))).toEqual([]);
  });
});

it('a page on which all of this is wrong is found out', () => {
  for (const { problems, wideTables, diagrams, axe, links, scheme } of of(BAD)) {
    expect(problems).toHaveLength(1);
    expect(wideTables).toBe(1);
    expect(diagrams[0]?.cutOff).toHaveLength(1);
    if (scheme === 'light')
      expect(diagrams[0]?.faint.map(({ text }) => text)).toContain('White on pale violet');
    expect(axe.join()).toMatch(/heading-order/);
    expect(links).toEqual(['http://www.evil.example/']);
  }
  expect(of(BAD)).toHaveLength(SHOTS.length);
});

describe('the diagram', () => {
  const texts = (name: string): readonly string[] => of(name)[0]?.diagrams[0]?.texts ?? [];
  const bars = (name: string): number | undefined => of(name)[0]?.diagrams[0]?.bars;

  it('of one key has its life, its limit and today', () => {
    expect(bars('nothing-due')).toBe(3);
    expect(texts('nothing-due')).toContain('Active, successor on 2026-01-06');
    expect(texts('nothing-due')).toContain('Today, 2026-01-05');
  });

  it('of two has both, from creation to deletion', () => {
    expect(bars('waiting')).toBe(5);
    expect(texts('waiting')).toContain('Active until 2026-01-13');
    expect(texts('waiting').some((text) => text.startsWith('Inactive, deleted on'))).toBe(true);
    expect(texts('straggler')).toContain('Active, still in use');
  });
});

it('a straggler is named, with what to do', () => {
  expect(of('straggler')[0]?.text).toContain('Somebody still uses key');
  expect(of('straggler')[0]?.text).toContain('s3 in eu-west-1');
});

it('hostile names are shown as they are', () => {
  for (const { text } of of('hostile-names')) {
    expect(text).toContain(
      '<img src=x onerror=alert(1)><script>alert(2)</script>|[x](javascript:alert(3))`*_~',
    );
    // AWS's names of services and regions are words; what is none is not repeated.
    expect(text).toContain('unknown in unknown');
    expect(text).not.toContain('evil.example');
  }
});
