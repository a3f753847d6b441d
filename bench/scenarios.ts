/** The worlds in which the actions are measured: steady states whose clock is the machine's, so that nothing is shifted. */

import { generateCredentialReport } from '../sandbox/aws/iam.ts';
import type { Statement } from '../sandbox/aws/statements.ts';
import { sodiumBoxes } from '../sandbox/github/boxes.ts';
import { Stand } from '../sandbox/stand.ts';
import {
  AUDIENCE,
  deploy,
  HOME,
  pairIn,
  REPOSITORY,
  SUBJECT,
  stage,
  TOKEN,
  USER,
  World,
} from '../sandbox/world.ts';
import { type Destination, nameOf } from '../src/rotation/destinations.ts';
import { DAY, MINUTE } from '../src/rotation/model.ts';

export type Scenario =
  | { readonly kind: 'nothing due' | 'create'; readonly destinations: number }
  | { readonly kind: 'deactivate' | 'delete' }
  | { readonly kind: 'check' | 'check by the report'; readonly users: number };

/** What is given to the runner. */
export interface Given {
  /** Folder of the action.yml, relative to the project. */
  readonly action: string;
  readonly with: Readonly<Record<string, string>>;
}

export interface Prepared {
  readonly stand: Stand;
  readonly given: Given;
  /** For other programs: credentials of a user who may read what the check reads, as the SDK's variables. */
  readonly auditor?: Readonly<Record<string, string>>;
}

export const titleOf = (scenario: Scenario): string => {
  switch (scenario.kind) {
    case 'nothing due':
    case 'create':
      return `${scenario.kind}, ${counted(scenario.destinations, 'destination')}`;
    case 'deactivate':
    case 'delete':
      return scenario.kind;
    default:
      return `${scenario.kind}, ${counted(scenario.users, 'user')}`;
  }
};

const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;

export async function prepare(scenario: Scenario): Promise<Prepared> {
  switch (scenario.kind) {
    case 'nothing due':
      return await rotation([], 30, places(scenario.destinations));
    case 'create':
      return await rotation([], 61, places(scenario.destinations));
    case 'deactivate':
      return await rotation([8], 61);
    case 'delete':
      return await rotation([8, 15], 61);
    default:
      return await wholeAccount(scenario.users, scenario.kind === 'check' ? 'exact' : 'report');
  }
}

const places = (count: number): Destination[] =>
  Array.from({ length: count }, (_, index) =>
    index === 0 ? HOME : { scope: 'repository', app: 'actions', owner: 'octo-org', repo: `app-${index}` },
  );

/**
 * A user with a deployed key.
 * @param waits days between the runs before the measured one: each run takes the step that is due.
 * @param age of the key at the first run, in days.
 */
async function rotation(
  waits: readonly number[],
  age: number,
  destinations: readonly Destination[] = [HOME],
): Promise<Prepared> {
  const past = waits.reduce((sum, days) => sum + days, 0) * DAY;
  const world = stage({ boxes: await sodiumBoxes(), start: ago(past), aws: SETTLED });
  const key = world.aws.addKey(USER, { createdAt: world.aws.daysAgo(age) });
  for (const place of destinations) {
    if (place !== HOME && place.scope === 'repository')
      world.github.addRepository(`${place.owner}/${place.repo}`);
    deploy(world, key, place, age);
  }
  const stand = await Stand.open(world);
  world.wire.tick = 400;
  for (const days of waits) {
    await stand.rotate();
    world.clock.advance(days * DAY);
  }
  world.wire.tick = 0;
  const pair = pairIn(world, HOME);
  return {
    stand,
    given: {
      action: '.',
      with: {
        'role-to-assume': [...world.aws.roles.keys()][0] ?? '',
        'github-token': TOKEN,
        'access-key-id': pair.accessKeyId,
        'secret-access-key': pair.secretAccessKey,
        destinations: destinations.map((place) => (place === HOME ? 'actions' : nameOf(place))).join('\n'),
      },
    },
  };
}

/** Waiting for IAM is no work of ours: a new key works at once, and only the proofs themselves take time. */
const SETTLED = { propagation: { refusedFor: 0, flapsUntil: 0 } };

const ago = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString();

/** What the role may do, spelled out: the sandbox pays for a glob on every request. */
const READS = [
  'iam:ListUsers',
  'iam:ListAccessKeys',
  'iam:ListUserTags',
  'iam:GetAccessKeyLastUsed',
  'iam:GetAccountSummary',
  'iam:GetCredentialReport',
  'iam:GenerateCredentialReport',
];
const READ_ONLY: Statement[] = [{ actions: READS, users: '*' }];

const VIOLATORS = 37;

/** How many violations the run has to find. */
export const violatorsIn = (scenario: Scenario): number =>
  'users' in scenario && scenario.users > VIOLATORS ? VIOLATORS : 0;

/** Every user is older than the limits and has a key, so that the report clears nobody. */
async function wholeAccount(users: number, source: 'exact' | 'report'): Promise<Prepared> {
  const world = new World({ boxes: await sodiumBoxes(), start: ago(60 * MINUTE) });
  const { aws } = world;
  world.github.addRepository(REPOSITORY);
  const role = aws.addRole('check', {
    trust: { audience: AUDIENCE, subjects: [SUBJECT] },
    allow: READ_ONLY,
    maxSessionSeconds: 43_200,
  });
  const keys = Array.from({ length: users }, (_, n) => {
    aws.addUser(`user-${n}`, { createdAt: aws.daysAgo(900), ...(n === 0 ? { allow: READ_ONLY } : {}) });
    return aws.addKey(`user-${n}`, {
      createdAt: aws.daysAgo(n > 0 && n <= VIOLATORS ? 91 + n : 1 + (n % 70)),
      used: [{ at: aws.daysAgo(0.5), service: 's3', region: 'us-east-1' }],
    });
  });
  // The report exists, as it does on every account that is checked daily; making one is AWS's time, not ours.
  generateCredentialReport(aws, aws.userPrincipal(aws.user('user-0')));
  world.clock.advance(60 * MINUTE);
  return {
    stand: await Stand.open(world),
    given: {
      action: 'check',
      with: {
        'role-to-assume': role.arn,
        'all-users': 'true',
        source,
        'report-file': 'keys.json',
        fail: 'false',
      },
    },
    auditor: {
      AWS_ACCESS_KEY_ID: keys[0]?.id ?? '',
      AWS_SECRET_ACCESS_KEY: keys[0]?.secret ?? '',
    },
  };
}
