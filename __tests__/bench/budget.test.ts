/** The budget can be exceeded, and says so: a worse value is planted everywhere, once in the real measurement. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Figures, least, overruns } from '../../bench/budget.ts';

const budgets = JSON.parse(readFileSync('bench/budgets.json', 'utf8')) as Figures;
const every = Object.entries(budgets).flatMap(([name, figures]) =>
  Object.keys(figures).map((figure) => [name, figure] as const),
);
const withFigure = (name: string, figure: string, value: number): Figures => ({
  ...budgets,
  [name]: { ...budgets[name], [figure]: value },
});

describe('a figure', () => {
  for (const [name, figure] of every)
    it(`${name}: ${figure} is held`, () => {
      const allowed = budgets[name]?.[figure] ?? Number.NaN;
      expect(overruns(budgets, budgets)).toEqual([]);
      expect(overruns(budgets, withFigure(name, figure, allowed - 1))).toEqual([]);
      expect(overruns(budgets, withFigure(name, figure, allowed + 1))).toEqual([
        `${name}: ${figure}: ${allowed + 1} is over the budget of ${allowed}`,
      ]);
      expect(overruns(budgets, withFigure(name, figure, Number.NaN))).toHaveLength(1);
    });

  it('without a budget is an overrun, and so is a budget that nothing measures', () => {
    expect(overruns({}, { release: { bytes: 1 } })).toEqual(['release: bytes: no budget']);
    expect(overruns({ release: { bytes: 1 } }, {})).toEqual(['release: bytes: not measured']);
    expect(overruns({ release: { bytes: 1 } }, { release: {} })).toEqual(['release: bytes: not measured']);
  });
});

const figures = fc.dictionary(
  fc.constantFrom('create', 'delete'),
  fc.dictionary(fc.constantFrom('requests', 'depth'), fc.nat()),
);

it('measuring again never makes it worse, and hides no figure', () => {
  fc.assert(
    fc.property(figures, figures, figures, (allowed, one, other) => {
      const over = overruns(allowed, one);
      const after = overruns(allowed, least(one, other));
      expect(after.length).toBeLessThanOrEqual(over.length);
      expect(Object.keys(least(one, other))).toEqual(Object.keys(one));
    }),
  );
});

describe('npm run bench:budget', () => {
  const enforce = (name: string, planted: Figures) => {
    const folder = mkdtempSync(join(tmpdir(), 'budget-'));
    try {
      const path = join(folder, 'budgets.json');
      writeFileSync(path, JSON.stringify(planted));
      const only = `^${name}$`;
      const program = [
        'build/bench/enforce.js',
        '--budgets',
        path,
        '--only',
        only,
        '--node',
        process.execPath,
      ];
      return spawnSync(process.execPath, ['--no-warnings', ...program], { encoding: 'utf8' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it('measures the run with nothing due, and is red when it takes one request more than it may', () => {
    const name = 'nothing due, 1 destination';
    const generous = { requests: 7, depth: 3, 'MB above bare Node': 1000 };
    expect(enforce(name, { [name]: generous })).toMatchObject({ status: 0, stderr: '' });
    const { status, stderr } = enforce(name, { [name]: { ...generous, requests: 6 } });
    expect(status).toBe(1);
    expect(stderr).toBe(`${name}: requests: 7 is over the budget of 6\n`);
  });

  it('measures what a runner downloads', () => {
    const archive = execFileSync('git', ['archive', '--format=tar.gz', 'HEAD']).length;
    const { status, stderr } = enforce('release', {
      release: { 'bytes of code': 1e9, 'bytes downloaded': Math.round(archive / 2) },
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^release: bytes downloaded: \d+ is over the budget of \d+\n$/);
  });
});
