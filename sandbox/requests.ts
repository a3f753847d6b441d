/**
 * Everything that the actions ever send, and where to: seen in the world's own log over whole lives of the built files,
 * not read off their source. `npm run docs:requests` writes the page; a test compares it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDestination } from '../src/action/destination-inputs.ts';
import { DAY } from '../src/rotation/model.ts';
import { sodiumBoxes } from './github/boxes.ts';
import { projectRoot } from './project.ts';
import { Stand } from './stand.ts';
import { AUDIENCE, deploy, HOME, REPOSITORY, SUBJECT, stage, USER, type World } from './world.ts';

const DESTINATIONS = [
  'actions',
  'environment:prod',
  'organization:octo-org',
  'dependabot',
  'dependabot-organization:octo-org',
  'codespaces',
  'codespaces-organization:octo-org',
];

interface Sent {
  readonly service: string;
  readonly operation: string;
  readonly mutates: boolean;
}

/** Requests by action, from lives that pass through every step there is. */
export async function allRequests(): Promise<ReadonlyMap<string, readonly Sent[]>> {
  const world = stage({ boxes: await sodiumBoxes() });
  world.wire.tick = 400;
  world.github.addEnvironment(REPOSITORY, 'prod');
  world.github.addOrganization('octo-org');
  const key = world.aws.addKey(USER, { createdAt: world.aws.daysAgo(61) });
  deploy(world, key, HOME, 61);
  const selected = parseDestination('organization:octo-org', REPOSITORY);
  if (selected !== null)
    world.github.setSecret(selected, 'AWS_ACCESS_KEY_ID', 'x', { visibility: 'selected', selected: [] });
  const check = world.aws.addRole('check', {
    trust: { audience: AUDIENCE, subjects: [SUBJECT] },
    allow: [{ actions: ['iam:*'], users: '*' }],
  }).arn;
  const listing = world.aws.addRole('list', {
    trust: { audience: AUDIENCE, subjects: [SUBJECT] },
    allow: [{ actions: ['iam:List*', 'iam:GetAccessKeyLastUsed', 'iam:GetAccountSummary'], users: '*' }],
  }).arn;
  const [rotate = ''] = world.aws.roles.keys();
  const stand = await Stand.open(world);
  const found = new Map<string, Sent[]>();
  const during = async (action: string, work: () => Promise<unknown>): Promise<void> => {
    const from = world.wire.log.length;
    await work();
    const sent = [...(found.get(action) ?? []), ...world.wire.log.slice(from)];
    found.set(action, distinct(sent));
  };
  const destinations = DESTINATIONS.join('\n');
  try {
    await during('rotate', () => stand.rotate({ destinations }));
    for (const days of [8, 1]) {
      later(world, days);
      await during('rotate', () => stand.rotate({ destinations }));
    }
    // By the key alone, which is Inactive and so refused: AWS is asked whose it is.
    const old = { 'access-key-id': key.id, 'secret-access-key': key.secret };
    await during('reactivate', () => stand.step('reactivate', { 'role-to-assume': rotate, ...old }));
    // Two Active keys: is a rotation in progress?
    await during('check', () => stand.step('check', { 'role-to-assume': check, 'user-names': USER }));
    for (const days of [8, 15]) {
      later(world, days);
      await during('rotate', () => stand.rotate({ destinations }));
    }
    later(world, 70);
    const current = world.aws.user(USER).keys.at(-1);
    for (const scope of [
      { 'all-users': 'true' },
      { 'user-names': USER },
      { 'access-key-id': current?.id ?? '' },
      // Without the right to read the report, the users are listed instead.
      { 'all-users': 'true', 'role-to-assume': listing },
    ])
      await during('check', () => stand.step('check', { 'role-to-assume': check, ...scope }));
  } finally {
    await stand.close();
  }
  return found;
}

const later = (world: World, days: number): void => world.clock.advance(days * DAY);

function distinct(sent: readonly Sent[]): Sent[] {
  const byName = new Map(
    sent.map(({ service, operation, mutates }) => [
      `${service} ${operation}`,
      { service, operation, mutates },
    ]),
  );
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, request]) => request);
}

const HOSTS: Readonly<Record<string, string>> = {
  oidc: 'the runner’s token endpoint (`ACTIONS_ID_TOKEN_REQUEST_URL`)',
  sts: 'AWS STS of the region',
  iam: 'AWS IAM of the partition',
  github: 'GitHub’s API (`GITHUB_API_URL`)',
};

export function requestsPage(found: ReadonlyMap<string, readonly Sent[]>): string {
  const sections = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([action, sent]) => {
      const rows = sent.map(
        ({ service, operation, mutates }) =>
          `| ${HOSTS[service]} | \`${operation}\` | ${mutates ? '**changes**' : 'reads'} |`,
      );
      return `## ${action}\n\n| where to | request | |\n|---|---|---|\n${rows.join('\n')}\n`;
    });
  return `# Everything that is ever sent

Written by \`npm run docs:requests\` from the sandbox's request log over whole lives of the built files, and compared in a
test. There is no telemetry, no update check, no other host.

${sections.join('\n')}`;
}

export const PAGE = join(projectRoot(), 'docs/requests.md');

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(PAGE, requestsPage(await allRequests()));
