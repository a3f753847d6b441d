/**
 * A dry run names every missing piece, whatever else is missing: each alone, and every two and three of them together.
 * Nothing is ever written.
 */
import { describe, expect, it } from '@jest/globals';
import type { Statement } from '../../sandbox/aws/statements.ts';
import { Life } from '../../sandbox/explore/life.ts';
import { startProcess } from '../../sandbox/ports.ts';
import { HOME, ID_NAME, SECRET_NAME, TOKEN, USER, type World } from '../../sandbox/world.ts';
import { digest } from '../../src/action/rotate-inputs.ts';
import type { DeployedPair } from '../../src/flow/observe.ts';
import type { Ports } from '../../src/flow/ports.ts';
import { rotate } from '../../src/flow/rotate.ts';
import type { Outcome } from '../../src/flow/run.ts';
import { type Finding, missingOf, PIECES } from '../../src/report/doctor.ts';
import type { Destination } from '../../src/rotation/destinations.ts';
import type { Policy } from '../../src/rotation/model.ts';
import { counted } from '../counted.ts';

const ENVIRONMENT: Destination = {
  scope: 'environment',
  app: 'actions',
  owner: 'octo-org',
  repo: 'app',
  environment: 'prod',
};
const ORGANIZATION: Destination = { scope: 'organization', app: 'actions', org: 'octo-org' };

/** A set-up in which nothing is missing, and what the workflow passes to the action. */
interface Setup {
  readonly world: World;
  destinations: [Destination, ...Destination[]];
  deployed: DeployedPair;
  userName: string;
  policy: Policy;
  ports: (ports: Ports) => Ports;
}

function complete(): Setup {
  const life = new Life({ destinations: [HOME, ENVIRONMENT, ORGANIZATION], settled: true });
  life.deployKey(10);
  return {
    world: life.world,
    destinations: [HOME, ENVIRONMENT, ORGANIZATION],
    deployed: life.deployed(),
    userName: USER,
    policy: life.policy,
    ports: (ports) => ports,
  };
}

async function dryRun(setup: Setup): Promise<Outcome> {
  const { world, destinations, deployed, userName } = setup;
  const layout = { kind: 'two', accessKeyIdName: ID_NAME, secretAccessKeyName: SECRET_NAME } as const;
  const { ports } = startProcess(world, {
    name: 'dry',
    roleArn: `arn:aws:iam::${world.aws.account}:role/rotate`,
  });
  const subject = { userName, destinations, layout, destinationsDigest: digest(destinations, layout) };
  const outcome = await rotate(
    { ports: setup.ports(ports), subject, nonce: 'dry', id: 'dry' },
    { policy: setup.policy, deployed, dryRun: true, repository: { owner: 'octo-org', repo: 'app' } },
  );
  expect(world.wire.log.filter(({ mutates }) => mutates)).toEqual([]);
  return outcome;
}

/** What has to be in place before something else can be looked at. */
type Sight = 'login' | 'user' | 'list keys' | 'list tags' | 'token' | 'home' | 'pair';

interface Lack {
  readonly spoil: (setup: Setup) => void;
  /** The finding: its heading, and what it says. */
  readonly link: Finding['link'];
  readonly says: RegExp;
  /** Two lacks that change the same thing do not go together. */
  readonly of: string;
  /** What the finding needs to see, and what is out of sight by this lack. */
  readonly needs?: readonly Sight[];
  readonly hides?: readonly Sight[];
}

/** Changes what the role may do, if there is one. */
const restrict = ({ world }: Setup, change: (statement: Statement) => Statement): void => {
  for (const { allow } of world.aws.roles.values()) allow.splice(0, allow.length, ...allow.map(change));
};
const deny = (setup: Setup, action: string): void =>
  restrict(setup, (statement) => ({
    ...statement,
    actions: statement.actions.filter((name) => name !== action),
  }));
const onEveryUser = (setup: Setup): void => restrict(setup, (statement) => ({ ...statement, users: '*' }));
const noSecrets = ({ world }: Setup): void => {
  for (const name of [ID_NAME, SECRET_NAME]) world.github.domain(HOME).secrets.delete(name);
};
const addKey = ({ world }: Setup, ageInDays: number): void => {
  world.aws.addKey(USER, { createdAt: world.aws.daysAgo(ageInDays) });
};
const LOGIN = { link: 'the-aws-login', of: 'login', hides: ['login'] } as const;
const READ = { link: 'the-right-to-read', needs: ['login', 'user'] } as const;
const ROOM = { link: 'the-second-key', of: 'keys', needs: ['login', 'user', 'list keys'] } as const;
const PAIR = { link: 'the-deployed-pair', of: 'pair', hides: ['pair'] } as const;

const lacks: Readonly<Record<string, Lack>> = {
  'no ID token': {
    ...LOGIN,
    says: /permissions: id-token: write/,
    spoil: ({ world }) => {
      world.wire.faultFor = ({ service }) => (service === 'oidc' ? 'denied' : null);
    },
  },
  'no identity provider': {
    ...LOGIN,
    says: /Add the identity provider/,
    spoil: ({ world }) => {
      world.aws.knowsGitHub = false;
    },
  },
  'a trust policy that asks for another branch': {
    ...LOGIN,
    says: /aud sts\.amazonaws\.com, sub repo:octo-org\/app:ref:refs\/heads\/x, repository_id 1000, ref refs\/heads\/x/,
    spoil: ({ world }) => {
      const ref = 'refs/heads/x';
      world.issuer.claims = { ...world.issuer.claims, ref, sub: `repo:octo-org/app:ref:${ref}` };
    },
  },
  'no role': {
    ...LOGIN,
    says: /Check that arn:aws:iam::123456789012:role\/rotate exists/,
    spoil: ({ world }) => world.aws.roles.clear(),
  },
  'iam:ListAccessKeys': {
    ...READ,
    of: 'iam:ListAccessKeys',
    says: /Allow iam:ListAccessKeys on user/,
    spoil: (setup) => deny(setup, 'iam:ListAccessKeys'),
    hides: ['list keys'],
  },
  'iam:ListUserTags': {
    ...READ,
    of: 'iam:ListUserTags',
    says: /Allow iam:ListUserTags on user/,
    spoil: (setup) => deny(setup, 'iam:ListUserTags'),
    hides: ['list tags'],
  },
  'iam:GetAccessKeyLastUsed': {
    ...READ,
    of: 'iam:GetAccessKeyLastUsed',
    // With neither the list nor a pair that works, there is no key to ask about.
    needs: ['login', 'user', 'list keys'],
    says: /Allow iam:GetAccessKeyLastUsed on user/,
    spoil: (setup) => deny(setup, 'iam:GetAccessKeyLastUsed'),
  },
  'the user named is not the pair’s': {
    link: 'the-iam-user',
    of: 'user',
    needs: ['pair'],
    says: /belongs to user deployer, not to user somebody/,
    spoil: (setup) => {
      setup.world.aws.addUser('somebody');
      setup.userName = 'somebody';
      onEveryUser(setup);
    },
    hides: ['user'],
  },
  'the user does not exist': {
    link: 'the-iam-user',
    of: 'user',
    needs: ['login', 'list keys'],
    says: /account 123456789012 has no user nobody/,
    spoil: (setup) => {
      setup.userName = 'nobody';
      setup.deployed = { accessKeyId: '', secretAccessKey: '' };
      noSecrets(setup);
      onEveryUser(setup);
    },
    hides: ['user', 'pair'],
  },
  'nothing names the user': {
    link: 'the-iam-user',
    of: 'user',
    says: /Pass user-name/,
    spoil: (setup) => {
      setup.userName = '';
      setup.deployed = { accessKeyId: '', secretAccessKey: '' };
      noSecrets(setup);
    },
    hides: ['user', 'pair'],
  },
  'a token that has expired': {
    link: 'the-github-token',
    of: 'token',
    says: /GitHub refuses it \(Bad credentials\).*create-github-app-token/,
    spoil: ({ world }) => world.github.tokens.clear(),
    hides: ['token', 'home'],
  },
  'a token without the right': {
    link: 'a-destination',
    of: 'token',
    says: /^actions:octo-org\/app: the token lacks the right.*Secrets: read and write/s,
    spoil: ({ world }) =>
      world.github.addToken(TOKEN, {
        kind: 'app',
        permissions: { environments: 'write', organization_secrets: 'write' },
      }),
    hides: ['home'],
  },
  'a token for other repositories': {
    link: 'a-destination',
    of: 'token',
    says: /^actions:octo-org\/app: repository octo-org\/app does not exist, or the token does not reach it/,
    spoil: ({ world }) =>
      world.github.addToken(TOKEN, {
        kind: 'app',
        permissions: { secrets: 'write', environments: 'write', organization_secrets: 'write' },
        repositories: ['octo-org/other'],
      }),
    hides: ['home'],
  },
  'no such environment': {
    link: 'a-destination',
    of: 'environment',
    needs: ['token'],
    says: /environment prod of octo-org\/app does not exist/,
    spoil: ({ world }) => void world.github.domains.delete('environment:octo-org/app:prod'),
  },
  'no such organization': {
    link: 'a-destination',
    of: 'organization',
    needs: ['token'],
    says: /organization octo-org does not exist/,
    spoil: ({ world }) => void world.github.domains.delete('organization:octo-org'),
  },
  'a pair that is not passed': {
    ...PAIR,
    needs: ['home'],
    says: /has AWS_SECRET_ACCESS_KEY and AWS_ACCESS_KEY_ID, but this run received no pair/,
    spoil: (setup) => {
      setup.deployed = { accessKeyId: '', secretAccessKey: '' };
    },
  },
  'half a pair': {
    ...PAIR,
    says: /secret-access-key is empty/,
    spoil: (setup) => {
      setup.deployed = { ...setup.deployed, secretAccessKey: '' };
    },
  },
  'a pair that AWS refuses': {
    ...PAIR,
    says: /AWS refuses key …2222/,
    spoil: (setup) => {
      setup.deployed = { accessKeyId: 'AKIANOBODY2222222222', secretAccessKey: 'nobody' };
    },
  },
  'a pair that home does not hold': {
    link: 'the-secrets-in-home',
    of: 'pair',
    needs: ['home'],
    says: /actions:octo-org\/app has no AWS_SECRET_ACCESS_KEY and AWS_ACCESS_KEY_ID/,
    spoil: noSecrets,
  },
  'a newer key that nobody announced': {
    ...ROOM,
    needs: [...ROOM.needs, 'list tags'],
    says: /nothing proves that …/,
    spoil: (setup) => addKey(setup, 1),
  },
  'an older key in the second slot': {
    ...ROOM,
    needs: [...ROOM.needs, 'list tags'],
    says: /nothing proves that …/,
    spoil: (setup) => addKey(setup, 400),
  },
  'three keys': {
    ...ROOM,
    says: /Delete the ones that are not in use/,
    spoil: (setup) => {
      addKey(setup, 400);
      addKey(setup, 1);
    },
  },
  'fifty tags': {
    link: 'room-for-tags',
    of: 'tags',
    needs: ['login', 'user', 'list tags'],
    says: /46 of 50 are somebody else’s.*Remove 1 of/,
    spoil: ({ world }) => {
      for (let at = 0; at < 46; at++)
        world.aws.user(USER).tags.set(`team-${at}`, { key: `team-${at}`, value: 'x' });
    },
  },
};

const names = Object.keys(lacks);
const lack = (name: string): Lack => lacks[name] as Lack;
const told = ({ what, fix }: Finding): string => `${what} ${fix}`;

/** Every combination of this many lacks that can be had together. */
function combinations(size: number, from = 0): string[][] {
  if (size === 0) return [[]];
  return names
    .slice(from)
    .flatMap((name, index) => combinations(size - 1, from + index + 1).map((rest) => [name, ...rest]))
    .filter((all) => new Set(all.map((name) => lack(name).of)).size === all.length)
    .filter(compatible);
}

/** A user that is not there has neither pair nor keys that could be wrong as well. */
const compatible = (all: readonly string[]): boolean =>
  !all.some((name) => lack(name).hides?.includes('pair') && lack(name).of === 'user') ||
  !all.some((name) => ['pair', 'keys', 'tags'].includes(lack(name).of));

async function complaints(all: readonly string[]): Promise<string[]> {
  const setup = complete();
  for (const name of all) lack(name).spoil(setup);
  const { findings } = await dryRun(setup);
  const out: string[] = [];
  for (const name of all) {
    const { link, says, needs = [] } = lack(name);
    const hidden = all.flatMap((other) => (other === name ? [] : (lack(other).hides ?? [])));
    const inTheWay = needs.filter((sight) => hidden.includes(sight));
    const about = findings.filter((finding) => finding.link === link);
    if (inTheWay.length === 0 && !missingOf(about).some((finding) => says.test(told(finding))))
      out.push(`${all.join(' + ')}: nothing says "${name}"`);
    // What cannot be looked at is never called fine. Without a pair, none contradicts the user that was named, so that
    // other user is the one that is looked at.
    const otherUser = hidden.includes('pair') && (inTheWay.includes('user') || inTheWay.includes('pair'));
    if (about.every(({ verdict }) => verdict === 'ok') && !otherUser)
      out.push(`${all.join(' + ')}: "${name}" is called ok`);
  }
  const said = findings.map(told).join('\n');
  for (const { id, secret } of setup.world.aws.everIssued)
    if (said.includes(id) || said.includes(secret)) out.push(`${all.join(' + ')}: a key is shown in full`);
  for (const finding of missingOf(findings))
    if (!all.some((name) => lack(name).link === finding.link))
      out.push(`${all.join(' + ')}: a false alarm: ${told(finding)}`);
  return out;
}

describe('a complete set-up', () => {
  it('is missing nothing; what reading cannot prove is said to be unproved', async () => {
    const { findings, failure, plan } = await dryRun(complete());
    expect(missingOf(findings)).toEqual([]);
    expect(findings.filter(({ verdict }) => verdict === 'unproved').map(({ link }) => link)).toEqual([
      'the-right-to-write-in-aws',
      'the-right-to-write-secrets',
      'the-concurrency-group',
    ]);
    expect([failure, plan?.reason]).toEqual([null, 'nothing-due']);
  });

  it('before the first rotation needs neither pair nor secrets', async () => {
    const setup = complete();
    noSecrets(setup);
    setup.world.aws.user(USER).keys.splice(0);
    setup.deployed = { accessKeyId: '', secretAccessKey: '' };
    const { findings, plan } = await dryRun(setup);
    expect([missingOf(findings), plan?.reason]).toEqual([[], 'bootstrap']);
  });
});

describe('every missing piece is named', () => {
  it.each(names)('alone: %s', async (name) => {
    expect(await complaints([name])).toEqual([]);
  });

  for (const size of [2, 3])
    it(`with ${size - 1} other${size > 2 ? 's' : ''}: every combination`, async () => {
      const all = combinations(size);
      const found: string[] = [];
      for (const some of all) found.push(...(await complaints(some)));
      counted('dry runs', `${all.length} combinations of ${size} missing pieces`);
      expect(found).toEqual([]);
    });

  it('and every piece is among them, but for those that nothing can show', () => {
    const shown = new Set(names.map((name) => lack(name).link));
    expect(PIECES.filter((piece) => !shown.has(piece))).toEqual([
      'the-right-to-write-in-aws',
      'the-right-to-write-secrets',
      'the-concurrency-group',
      'refusals',
    ]);
  });
});
