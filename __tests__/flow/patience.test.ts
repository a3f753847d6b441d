/** A run that waits says what for. AWS's clock decides when, never the runner's. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Life } from '../../sandbox/explore/life.ts';
import { nowAndThen } from '../../src/flow/patience.ts';
import { awsTime, SECOND } from '../../src/rotation/model.ts';

it('speaks at most every five seconds, and of every five seconds in which something happens', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 50 }), (pauses) => {
      let now = 0;
      const spoke: number[] = [];
      const tell = nowAndThen(
        { clock: { aws: () => awsTime(now) }, log: { info: () => spoke.push(now) } },
        (seconds) => `${seconds}`,
      );
      let last = 0;
      for (const pause of pauses) {
        now += pause;
        tell();
        if (now - last >= 5 * SECOND) last = now;
        expect(spoke.at(-1) ?? 0).toBe(last);
      }
    }),
  );
});

it('a new key that AWS takes its time to know is waited for aloud, and every deed is told the moment it is true', async () => {
  const life = new Life();
  life.deployKey(61);
  life.world.aws.propagation = { refusedFor: 17_000, flapsUntil: 17_000 };
  const { process, outcome } = life.process();
  await outcome;
  const from = process.printed.findIndex((line) => /^Key …\w{4}: created\.$/.test(line));
  expect(process.printed.slice(from).map((line) => line.replace(/…\w{4}/g, '…'))).toEqual([
    'Key …: created.',
    'AWS does not accept the new key everywhere yet, after 5 seconds: usual, up to a minute.',
    'AWS does not accept the new key everywhere yet, after 10 seconds: usual, up to a minute.',
    'AWS does not accept the new key everywhere yet, after 15 seconds: usual, up to a minute.',
    'STS accepts the new key, 4 times in a row.',
    'Stored in actions:octo-org/app.',
    'Key …: created, proven, stored in every destination, on record.',
  ]);
});
