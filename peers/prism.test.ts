/**
 * Stoplight Prism, as a proxy that holds GitHub's published description against both sides, stands between the built
 * action and the sandbox: whole rotations pass through it without a violation. (Its mock mode cannot serve one: the
 * description's example public key has 33 bytes.)
 */
import { afterEach, expect, it } from '@jest/globals';
import { nextDay, within } from '../__tests__/dist/scene.ts';
import { pairIn, type World } from '../sandbox/world.ts';
import { parseDestination } from '../src/action/destination-inputs.ts';
import { PRISM, startPeer } from './where.ts';

let prism: Awaited<ReturnType<typeof startPeer>> | null = null;
afterEach(() => prism?.end());

/** Starts Prism on a free port in front of the given address; resolves to its own. */
async function proxyTo(upstream: string): Promise<string> {
  prism = await startPeer(
    process.execPath,
    [PRISM, 'proxy', '-h', '127.0.0.1', '-p', '0', '--errors', 'sandbox/github/openapi.json', upstream],
    /Prism is listening on (http:\/\/[\d.:]+)/,
    { env: { PATH: process.env.PATH ?? '', SCARF_ANALYTICS: 'false' } },
  );
  return prism.url;
}

const LINES = [
  'actions',
  'environment:prod/eu',
  'organization:octo-org',
  'dependabot',
  'dependabot-organization:octo-org',
  'codespaces',
  'codespaces-organization:octo-org',
];

const holdsLatest = (world: World, line: string): boolean => {
  const destination = parseDestination(line, 'octo-org/app');
  const key = world.aws.everIssued.at(-1);
  return destination !== null && pairIn(world, destination).secretAccessKey === key?.secret;
};

it('rotations of every scope pass through Prism without a violation', async () => {
  await within(61, async ({ world, stand }) => {
    world.github.addEnvironment('octo-org/app', 'prod/eu');
    world.github.addOrganization('octo-org');
    const GITHUB_API_URL = await proxyTo(stand.environment.GITHUB_API_URL ?? '');
    const destinations = LINES.join('\n');
    const taken: (string | undefined)[] = [];
    for (const days of [0, 8, 15, 40]) {
      nextDay(world, days);
      const { exitCode, outputs, log } = await stand.rotate({ destinations }, { GITHUB_API_URL });
      // Prism answers 4xx or 500 to whatever breaks the description, on either side; the run would be red.
      expect({ exitCode, log: exitCode === 0 ? [] : log }).toEqual({ exitCode: 0, log: [] });
      taken.push(outputs['action-taken']);
    }
    expect(taken).toEqual(['created', 'deactivated', 'deleted', 'created']);
    expect(LINES.filter((line) => !holdsLatest(world, line))).toEqual([]);
    expect(stand.transport.violations).toEqual([]);
  });
});
