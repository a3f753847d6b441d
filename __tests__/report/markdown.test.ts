/** Text from outside in a job summary: shown as itself, in its place, and within bounds. */
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LARGE, TEXTS } from '../../sandbox/hostile.ts';
import { code, literal, sections, table } from '../../src/report/markdown.ts';
import { counted } from '../counted.ts';

let texts = 0;
afterAll(() => counted('hostile texts', `${texts} in cells and sentences of a summary`));

const hostile = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.constantFrom('|', '\n', '<', '`', '\\', '*', 'a', ' ', '&', '-'), { maxLength: 12 })
    .map((parts) => parts.join('')),
);

/** As a browser shows it. */
const shown = (markdown: string): string =>
  markdown
    .replaceAll('<!-- -->', '')
    .replace(/&#(\d+);/g, (_all, point) => String.fromCodePoint(Number(point)));

describe('text from outside', () => {
  it('reads as it was written, but for what cannot be seen and the spaces around it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        texts++;
        expect(shown(literal(text))).toBe(text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim());
      }),
      { numRuns: 2_000 },
    );
  });

  it('stays in its cell', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hostile, hostile), { minLength: 1, maxLength: 5 }), (rows) => {
        texts += 2 * rows.length;
        const lines = table(
          ['A', 'B'],
          rows.map(([a, b]) => [literal(a), code(b)]),
        ).split('\n');
        expect(lines).toHaveLength(rows.length + 2);
        for (const line of lines) expect(line.match(/\|/g)).toHaveLength(3);
      }),
      { numRuns: 500 },
    );
  });

  it('starts no section, list or quotation of its own', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        texts++;
        const lines = sections(literal(text), 'the next').split('\n');
        expect(lines.slice(1)).toEqual(literal(text) === '' ? [''] : ['', 'the next', '']);
        expect(lines[0]).not.toMatch(/^\s*(?:[-+*>#|`~=]|\d+[.)])/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is cut off where it would drop the whole summary', () => {
    expect(literal(LARGE).length).toBeLessThan(64 * 1024);
    expect(literal('|'.repeat(1024 * 1024)).length).toBeLessThan(128 * 1024);
  });
});
