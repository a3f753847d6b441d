/** docs/performance.md: its verdicts follow from its figures, and its counts are those that the budget holds. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Figures } from '../../bench/budget.ts';
import { resultsPage } from '../../bench/page.ts';
import type { Results, Row } from '../../bench/results.ts';
import { isKept, targets } from '../../bench/targets.ts';

const row = (scenario: Row['scenario'], figures: Partial<Row>): Row => ({
  scenario,
  latency: 100,
  requests: 7,
  depth: 3,
  proofs: 0,
  wall: 400,
  cpu: 200,
  memory: 40,
  overNetwork: 1.1,
  ...figures,
});

const results = (figures: Partial<Row>, ratio = 1.5): Results => ({
  machine: { Node: 'v24' },
  bareMemory: 45,
  coldStart: { pairs: 1, bare: 30, start: 30 * ratio, ratio },
  rows: [row({ kind: 'nothing due', destinations: 1 }, figures)],
  comparison: null,
  loads: [],
  sizes: { dist: {}, release: { bytes: 2e6, gzipped: 8e5 } },
});

describe('a target', () => {
  it('is missed by any figure above it, and by no other', () => {
    fc.assert(
      fc.property(
        fc.nat(6),
        fc.nat(16),
        fc.double({ min: 1, max: 4, noNaN: true }),
        (depth, requests, ratio) => {
          const missed = targets(results({ depth, requests }, ratio)).filter((target) => !isKept(target));
          expect(missed.map(({ what }) => what)).toEqual([
            ...(depth > 3 ? ['nothing due: depth'] : []),
            ...(requests > 8 ? ['nothing due: requests'] : []),
            ...(ratio > 2 ? ['cold start ÷ bare Node'] : []),
          ]);
        },
      ),
    );
  });

  it('that is missed stands out on the page', () => {
    expect(resultsPage(results({ depth: 3 }))).not.toContain('missed');
    expect(resultsPage(results({ depth: 4 }))).toContain('| nothing due: depth | 3 | 4 | **missed** |');
  });
});

describe('docs/performance.md', () => {
  const page = readFileSync('docs/performance.md', 'utf8');
  const budgets = JSON.parse(readFileSync('bench/budgets.json', 'utf8')) as Figures;

  // If this fails: npm run bench -- --write.
  for (const [name, { requests }] of Object.entries(budgets))
    if (requests !== undefined)
      it(`${name}: shows the requests that the budget allows`, () => {
        expect(page).toContain(`| ${name} | ${requests} |`);
      });
});
