/** The page that lists everything the actions send is what they send. */
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { allRequests, PAGE, requestsPage } from '../../sandbox/requests.ts';

it('docs/requests.md lists every request of every action, and no other', async () => {
  // If this fails: npm run docs:requests, and look at what was added.
  expect(readFileSync(PAGE, 'utf8')).toBe(requestsPage(await allRequests()));
}, 60_000);
