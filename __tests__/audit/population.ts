/**
 * An account of 5,000 users (AWS's own limit) of which 37 violate, with every trap that the usual tools fall into. The
 * credential report is three hours old, and things have happened since.
 */
import type { AwsAccount, Key } from '../../sandbox/aws/account.ts';
import { generateCredentialReport } from '../../sandbox/aws/iam.ts';
import type { Statement } from '../../sandbox/aws/statements.ts';
import { AUDIENCE, SUBJECT, type World } from '../../sandbox/world.ts';
import { DAY, SECOND } from '../../src/rotation/model.ts';

const HOUR = DAY / 24;
const REPORT_AGE = 3 * HOUR;

/** What the check may call: the sandbox's twin of infra/policies/check.json. */
export const CHECK_ALLOW: Statement[] = [
  {
    actions: [
      'iam:GenerateCredentialReport',
      'iam:GetCredentialReport',
      'iam:GetAccountSummary',
      'iam:ListUsers',
      'iam:ListAccessKeys',
      'iam:GetAccessKeyLastUsed',
      'iam:ListUserTags',
    ],
    users: '*',
  },
];

export const addCheckRole = (aws: AwsAccount, allow: Statement[] = CHECK_ALLOW): string =>
  aws.addRole('check', {
    trust: { audience: AUDIENCE, subjects: [SUBJECT], claims: { repository_id: '1000' } },
    allow: [...allow],
  }).arn;

/** Generates a report as anybody may who has the right, so that it is cached from now on. */
export const cacheReport = (world: World): void => {
  generateCredentialReport(world.aws, {
    arn: 'arn:aws:iam::123456789012:user/auditor',
    account: world.aws.account,
    userId: 'AUDITOR',
    user: null,
    allow: CHECK_ALLOW,
  });
};

export interface Expected {
  /** User and key of every violation by age. */
  readonly violations: readonly { readonly user: string; readonly key: string }[];
  readonly users: number;
}

export const WAIVERS = ['legacy-*', 'vendor-?@2026-12-31', 'old-*@2026-01-04'].join('\n');

/** The world ends at `start + 3 h`; ages count to that. */
export function populate(world: World): Expected {
  const { aws, clock } = world;
  const end = clock.now + REPORT_AGE;
  const ago = (days: number): number => end - days * DAY;
  const old = ago(900);
  const violations: { user: string; key: string }[] = [];
  const recentUse = [{ at: ago(1), service: 's3', region: 'eu-central-1' }];
  const user = (name: string, createdAt = old): void => {
    aws.addUser(name, { createdAt });
  };
  const key = (name: string, days: number, options: Partial<Pick<Key, 'status' | 'used'>> = {}): Key =>
    aws.addKey(name, { createdAt: ago(days), used: recentUse, ...options });
  const violates = (name: string, offender: Key): void => {
    violations.push({ user: name, key: `…${offender.id.slice(-4)}` });
  };

  for (let n = 0; n < 30; n++) {
    user(`forgotten-${n}`);
    violates(`forgotten-${n}`, key(`forgotten-${n}`, 91 + n * 20));
  }
  for (const [name, days] of [
    ['one-second-late', 90 + SECOND / DAY],
    ['we,ird', 100],
    ['old-vendor', 100],
  ] as const) {
    user(name);
    violates(name, key(name, days));
  }
  user('never-used');
  violates('never-used', key('never-used', 95, { used: [] }));
  user('two-ages');
  violates('two-ages', key('two-ages', 120));
  key('two-ages', 10);
  user('toggled');
  const toggled = key('toggled', 200);
  toggled.statusSince = ago(5);
  violates('toggled', toggled);
  user('woken');
  const woken = key('woken', 150, { status: 'Inactive' });
  violates('woken', woken);

  // Whoever is right to pass.
  for (const name of [
    'exactly-90',
    'inactive-old',
    'rotated-today',
    'deleted-today',
    'legacy-app',
    'vendor-7',
  ])
    user(name);
  key('exactly-90', 90);
  key('inactive-old', 400, { status: 'Inactive' });
  const replaced = key('rotated-today', 300);
  key('deleted-today', 300);
  key('legacy-app', 500);
  key('vendor-7', 500);
  for (let n = 0; aws.users.size < 5_001; n++) {
    const name = `user-${n}`;
    if (n % 5 < 2) user(name);
    else if (n % 5 < 4) {
      user(name, ago(60));
      key(name, 40);
    } else {
      user(name);
      key(name, 1 + (n % 70));
    }
  }
  aws.root = { keyActive: true, keyCreatedAt: aws.clock.aws };

  cacheReport(world);
  clock.advance(REPORT_AGE);
  aws.drop(replaced);
  aws.addKey('rotated-today', { createdAt: ago(0.1) });
  aws.users.delete('deleted-today');
  woken.status = 'Active';
  woken.statusSince = clock.now - HOUR;
  return { violations, users: aws.users.size };
}
