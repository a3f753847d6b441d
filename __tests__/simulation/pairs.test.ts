/** Every pair of faults of the creating run, a fault in the recovery included: counted, none sampled. */
import { spawn } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import type { Tally } from '../../sandbox/explore/pairs.ts';
import { counted } from '../counted.ts';

const explorePairs = (scenario: string, part: number, parts: number, involving = ''): Promise<Tally> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['build/sandbox/explore/pairs.js', scenario, String(part), String(parts), involving],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve(JSON.parse(output) as Tally)
        : reject(new Error(`the exploration ended with ${code}`)),
    );
  });

describe('every pair of faults', () => {
  it.each([
    ['of a creation', 'create-settled', '', 10_000],
    [
      'of a creation with three destinations in which home is involved',
      'create-three-settled',
      'actions:octo-org/app',
      10_000,
    ],
  ])('%s leaves every invariant standing', async (_what, scenario, involving, atLeast) => {
    const halves = await Promise.all([0, 1].map((part) => explorePairs(scenario, part, 2, involving)));
    const schedules = halves.reduce((sum, half) => sum + half.schedules, 0);
    const effects = halves.reduce((sum, half) => sum + half.effects, 0);
    counted('schedules', `${schedules} of two faults in ${scenario}, ${effects} effects judged`);
    // Each line replays: npm run replay -- '…'
    expect(halves.flatMap((half) => half.broken)).toEqual([]);
    expect(schedules).toBeGreaterThan(atLeast);
  });
});
