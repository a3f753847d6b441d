/** The root action's inputs, parsed and checked against each other before any request is sent. */
import { createHash } from 'node:crypto';
import type { DeployedPair, Subject } from '../flow/observe.ts';
import { type Destination, type Layout, nameOf, slotNames } from '../rotation/destinations.ts';
import type { Policy } from '../rotation/model.ts';
import { readDestinations, readLayout } from './destination-inputs.ts';
import { readPair, readUserName } from './pair-inputs.ts';
import { InputReader } from './parse.ts';
import { readSession, type SessionInputs } from './session-inputs.ts';

export interface RotateInputs {
  readonly session: SessionInputs;
  readonly gitHubToken: string;
  readonly apiUrl: string;
  /** This workflow's repository. */
  readonly repository: { readonly owner: string; readonly repo: string; readonly id: number | null };
  readonly deployed: DeployedPair;
  readonly subject: Subject;
  readonly policy: Policy;
  readonly dryRun: boolean;
  readonly runId: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The inputs, or every reason why they cannot be used. */
export function readRotateInputs(
  read: (name: string) => string,
  environment: Environment,
): RotateInputs | string[] {
  const input = new InputReader(read);
  // A dry run reports what is missing itself, all of it at once; only what makes no sense keeps it from looking.
  const dryRun = input.flag('dry-run');
  const session = readSession(input, environment, { tokenless: dryRun });
  const gitHubToken = input.matching(
    'github-token',
    /^[\x21-\x7e]+$/,
    'a token that may write secrets (GITHUB_TOKEN cannot)',
    {
      secret: true,
      required: !dryRun,
    },
  );
  const deployed = readPair(input, { halves: dryRun });
  const userName = readUserName(input);
  const nothingPassed = ['user-name', 'access-key-id', 'secret-access-key'].every(
    (name) => input.text(name) === '',
  );
  if (!dryRun && nothingPassed)
    input.problem(
      'user-name',
      'is empty, and so are access-key-id and secret-access-key. Pass the pair from the secrets (one that this job ' +
        'does not have is empty), or before the first rotation the IAM user',
    );
  const repository = environment.GITHUB_REPOSITORY ?? '';
  const destinations = readDestinations(input, repository);
  const layout = readLayout(input);
  const policy = readPolicy(input);
  if (destinations === null || input.problems.length > 0) return input.problems;
  return {
    session,
    gitHubToken,
    apiUrl: environment.GITHUB_API_URL || 'https://api.github.com',
    repository: thisRepository(environment),
    deployed,
    subject: { userName, destinations, layout, destinationsDigest: digest(destinations, layout) },
    policy,
    dryRun,
    runId: runId(environment),
  };
}

/** What a tag can hold and the journal reads again. */
const runId = ({ GITHUB_RUN_ID = 'local', GITHUB_RUN_ATTEMPT = '1' }: Environment): string =>
  `${GITHUB_RUN_ID}-${GITHUB_RUN_ATTEMPT}`.replace(/[^\w.-]/g, '').slice(0, 64);

function thisRepository({
  GITHUB_REPOSITORY = '',
  GITHUB_REPOSITORY_ID = '',
}: Environment): RotateInputs['repository'] {
  const [owner = '', repo = ''] = GITHUB_REPOSITORY.split('/');
  return { owner, repo, id: /^\d+$/.test(GITHUB_REPOSITORY_ID) ? Number(GITHUB_REPOSITORY_ID) : null };
}

function readPolicy(input: InputReader): Policy {
  const policy = {
    rotateAfterDays: input.wholeNumber('rotate-after-days', 1, 3650),
    deactivateAfterDays: input.wholeNumber('deactivate-after-days', 0, 3650),
    quietDays: input.wholeNumber('quiet-days', 0, 3650),
    deleteAfterDays: input.wholeNumber('delete-after-days', 0, 3650),
    maxAgeDays: input.wholeNumber('max-age-days', 1, 3650),
    force: input.flag('force'),
    foreignKey: input.oneOf('foreign-key', ['refuse', 'retire']) ?? 'refuse',
  };
  const retirement = policy.deactivateAfterDays + policy.deleteAfterDays;
  if (retirement >= policy.rotateAfterDays)
    input.problem(
      'rotate-after-days',
      `${policy.rotateAfterDays} is not more than deactivate-after-days + delete-after-days (${retirement}): the old ` +
        'key would still take the second slot when the next rotation is due',
    );
  if (policy.rotateAfterDays > policy.maxAgeDays)
    input.problem(
      'rotate-after-days',
      `${policy.rotateAfterDays} is more than max-age-days (${policy.maxAgeDays})`,
    );
  return policy;
}

/** What `stored` records of the destination list: 12 hexadecimal digits of SHA-256 over places and secret names. */
export function digest(destinations: readonly Destination[], layout: Layout): string {
  const [home = '', ...rest] = destinations.map((destination) => nameOf(destination).toLowerCase());
  const text = JSON.stringify([home, rest.sort(), layout.kind, ...slotNames(layout)]);
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
