/** The page that lists everything the actions send is what they send. */
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { allRequests, PAGE, requestsPage } from '../../sandbox/requests.ts';
import { nextDay, within } from './scene.ts';

it('docs/requests.md lists every request of every action, and no other', async () => {
  // If this fails: npm run docs:requests, and look at what was added.
  expect(readFileSync(PAGE, 'utf8')).toBe(requestsPage(await allRequests()));
});

it('the summary of a run lists every request that it sent, each with its answer', async () => {
  await within(61, async ({ world, stand }) => {
    // The services fail now and then, so that something is asked twice.
    let asked = 0;
    world.wire.faultFor = ({ mutates }) => (!mutates && ++asked % 7 === 0 ? 'unavailable' : null);
    for (const days of [0, 8]) {
      nextDay(world, days);
      const from = world.wire.log.length;
      const { summary, exitCode } = await stand.rotate();
      expect(exitCode).toBe(0);
      const sent = world.wire.log.slice(from);
      const rows = summary
        .slice(summary.indexOf('<details>'))
        .split('\n')
        .filter((line) => line.startsWith('| <code>'));
      const services = (names: readonly string[]) =>
        Object.fromEntries(
          ['iam', 'sts', 'oidc'].map((name) => [name, names.filter((one) => one === name).length]),
        );
      const told = rows.map((row) => /<code>(\w+)&#58;/.exec(row)?.[1] ?? 'github');
      expect(services(told)).toEqual(services(sent.map(({ service }) => service)));
      expect(rows).toHaveLength(sent.length);
      expect(rows.filter((row) => / 50\d /.test(row))).toHaveLength(
        sent.filter(({ fault }) => fault !== null).length,
      );
    }
  });
});
