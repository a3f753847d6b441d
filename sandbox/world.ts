/**
 * The embedded world: AWS, GitHub and the OIDC issuer under one movable clock, behind one wire. Two transports lead to
 * it: in-process ports (`ports.ts`) for exhaustive exploration, and loopback HTTP (`http/`) for the built action.
 */
import type { Destination } from '../src/rotation/destinations.ts';
import { nameOf } from '../src/rotation/destinations.ts';
import { type AccountOptions, AwsAccount, type Key, type Role } from './aws/account.ts';
import { OidcIssuer } from './aws/oidc.ts';
import { WorldClock } from './clock.ts';
import type { BoxOpener } from './github/boxes.ts';
import { ALL_PERMISSIONS, GitHubSide } from './github/side.ts';
import { Wire } from './wire.ts';

export const REPOSITORY = 'octo-org/app';
export const USER = 'deployer';
export const TOKEN = 'ghs_sandboxtokensandboxtokensandboxtoken';
export const HOME: Destination = { scope: 'repository', app: 'actions', owner: 'octo-org', repo: 'app' };
export const AUDIENCE = 'sts.amazonaws.com';
/** The form of `sub` that repositories have without numeric IDs; the other form is in docs/oidc. */
export const SUBJECT = `repo:${REPOSITORY}:ref:refs/heads/main`;

/** The calls of a rotation and nothing else: the sandbox's twin of infra/policies/rotate.json. */
export const ROTATE_ACTIONS = [
  'iam:ListAccessKeys',
  'iam:GetAccessKeyLastUsed',
  'iam:CreateAccessKey',
  'iam:UpdateAccessKey',
  'iam:DeleteAccessKey',
  'iam:ListUserTags',
] as const;

export interface WorldOptions {
  readonly start?: string;
  readonly boxes: BoxOpener;
  readonly aws?: AccountOptions;
  readonly idTokens?: 'RS256' | 'none';
}

export class World {
  readonly clock: WorldClock;
  readonly wire: Wire;
  readonly aws: AwsAccount;
  readonly github: GitHubSide;
  readonly issuer: OidcIssuer;

  constructor(options: WorldOptions) {
    this.clock = new WorldClock(options.start ?? '2026-01-05T06:00:00Z');
    this.wire = new Wire(this.clock);
    this.aws = new AwsAccount(this.clock, options.aws);
    this.github = new GitHubSide(this.clock, options.boxes);
    this.issuer = new OidcIssuer(
      this.clock,
      {
        sub: SUBJECT,
        repository: REPOSITORY,
        repository_id: '1000',
        ref: 'refs/heads/main',
      },
      options.idTokens,
    );
  }
}

/** A role that one user's rotation needs, trusted by this repository's main branch. */
export const addRotationRole = (world: World, userName = USER): Role =>
  world.aws.addRole('rotate', {
    trust: { audience: AUDIENCE, subjects: [SUBJECT], claims: { repository_id: '1000' } },
    allow: [
      { actions: ROTATE_ACTIONS, users: [userName] },
      { actions: ['iam:TagUser', 'iam:UntagUser'], users: [userName], tagKeys: ['key-rotation:*', 'AKIA*'] },
    ],
  });

/** The usual stage: one user, one repository, one token, one role; no key yet. */
export function stage(options: WorldOptions): World {
  const world = new World(options);
  world.aws.addUser(USER);
  addRotationRole(world);
  world.github.addRepository(REPOSITORY);
  world.github.addToken(TOKEN, { kind: 'app', permissions: ALL_PERMISSIONS });
  return world;
}

export const SECRET_NAME = 'AWS_SECRET_ACCESS_KEY';
export const ID_NAME = 'AWS_ACCESS_KEY_ID';

/** Puts a key's pair into a destination, as a person would have done long ago. */
export function deploy(world: World, key: Key, destination: Destination = HOME, daysAgo = 0): void {
  const at = (world.clock.gitHub - daysAgo * 86_400_000) as typeof world.clock.gitHub;
  world.github.setSecret(destination, SECRET_NAME, key.secret, { at });
  world.github.setSecret(destination, ID_NAME, key.id, { at });
}

/** What a job queued now receives from a destination. */
export function pairIn(world: World, destination: Destination, layout: 'two' | 'json' = 'two') {
  if (layout === 'json') {
    const parsed = JSON.parse(world.github.read(destination, 'AWS_CREDENTIALS') ?? '{}') as {
      AccessKeyId?: string;
      SecretAccessKey?: string;
    };
    return { accessKeyId: parsed.AccessKeyId ?? '', secretAccessKey: parsed.SecretAccessKey ?? '' };
  }
  return {
    accessKeyId: world.github.read(destination, ID_NAME) ?? '',
    secretAccessKey: world.github.read(destination, SECRET_NAME) ?? '',
  };
}

export { nameOf };
