/** The check action's inputs, parsed and checked against each other before any request is sent. */
import { type AuditPolicy, RULES, type Rule } from '../audit/model.ts';
import { parseWaiver, type Waiver } from '../audit/waivers.ts';
import type { Check, Scope } from '../flow/check/model.ts';
import { KEY_ID, USER_NAME } from '../rotation/model.ts';
import { InputReader } from './parse.ts';
import { hasIdToken, readSession, type SessionInputs } from './session-inputs.ts';

export interface CheckInputs {
  readonly session: SessionInputs;
  readonly check: Check;
  /** Whether violations fail the job. */
  readonly fail: boolean;
  /** Where to write the JSON report, relative to the workspace; empty = nowhere. */
  readonly reportFile: string;
  readonly missingCredentials: MissingCredentials;
}

/** What to do when the run has no way into AWS. */
export interface MissingCredentials {
  /** The run is for a pull request from a fork, to which GitHub gives neither ID tokens nor secrets. */
  readonly fork: boolean;
  readonly onMissing: 'fail' | 'skip';
}

export type ReadCheckInputs =
  | { readonly kind: 'ready'; readonly inputs: CheckInputs }
  | { readonly kind: 'problems'; readonly problems: readonly string[] }
  | { readonly kind: 'no-credentials'; readonly missing: MissingCredentials };

type Environment = Readonly<Record<string, string | undefined>>;

/** @param event the webhook's payload (`GITHUB_EVENT_PATH`); `null` if it cannot be read. */
export function readCheckInputs(
  read: (name: string) => string,
  environment: Environment,
  event: unknown,
): ReadCheckInputs {
  const input = new InputReader(read);
  const fork = isFromFork(event);
  // Without secrets and variables a fork's run may lack the role and the key as well; that is not the author's mistake.
  const tokenless = fork && !hasIdToken(environment);
  const session = readSession(input, environment, { tokenless });
  const given = givenScopes(input);
  const nothingGiven = tokenless && given.length === 0;
  const scope = nothingGiven ? null : readScope(input, given);
  const policy = readPolicy(input);
  const fail = input.flag('fail');
  const reportFile = input.matching('report-file', /^[^\p{Cc}]+(?<!\/)$/u, 'a path of a file');
  const onMissing = input.oneOf('on-missing-credentials', ['fail', 'skip']) ?? 'fail';
  const missingCredentials = { fork, onMissing };
  if (input.problems.length > 0) return { kind: 'problems', problems: input.problems };
  if (scope === null || (tokenless && session.role !== null))
    return { kind: 'no-credentials', missing: missingCredentials };
  return {
    kind: 'ready',
    inputs: { session, check: { scope, policy }, fail, reportFile, missingCredentials },
  };
}

/** GitHub: `pull_request.head.repo` is the fork, or `null` when that was deleted. */
function isFromFork(event: unknown): boolean {
  const { pull_request: pull } = (event ?? {}) as {
    pull_request?: { head?: { repo?: { id?: number } | null }; base?: { repo?: { id?: number } } };
  };
  return pull?.base?.repo?.id !== undefined && pull.head?.repo?.id !== pull.base.repo.id;
}

const SCOPES = ['access-key-id', 'user-names', 'all-users'] as const;
const SCOPES_NAMED = 'access-key-id, user-names or all-users: true';

const givenScopes = (input: InputReader): readonly (typeof SCOPES)[number][] =>
  SCOPES.filter((name) => input.text(name) !== '' && input.text(name) !== 'false');

function readScope(input: InputReader, given: readonly (typeof SCOPES)[number][]): Scope | null {
  const [only, ...more] = given;
  if (only === undefined) input.problem('all-users', `nothing to check: give one of ${SCOPES_NAMED}`);
  if (more.length > 0) input.problem(given.join(', '), `only one of ${SCOPES_NAMED} can be given`);
  if (only !== 'all-users') refuseAccountInputs(input);
  switch (only) {
    case 'access-key-id':
      return {
        kind: 'key',
        accessKeyId: input.matching('access-key-id', KEY_ID, 'an access key ID (16 to 128 of A-Z 0-9)', {
          secret: true,
        }),
      };
    case 'user-names':
      return { kind: 'users', userNames: readUserNames(input) };
    case 'all-users':
      input.flag('all-users');
      return readAccount(input);
    default:
      return null;
  }
}

function refuseAccountInputs(input: InputReader): void {
  const odd = [
    ...['path-prefix', 'exclude-users'].filter((name) => input.text(name) !== ''),
    ...(input.text('source') === 'report' ? ['source'] : []),
  ];
  for (const name of odd) input.problem(name, 'is only for all-users: true');
}

function readUserNames(input: InputReader): string[] {
  const found = new Map<string, string>();
  for (const line of input.lines('user-names')) {
    if (!USER_NAME.test(line))
      input.problem(
        'user-names',
        `${JSON.stringify(line)} is not an IAM user name (at most 64 of A-Z a-z 0-9 _+=,.@-, without its path), one a line`,
      );
    // IAM user names are unique without regard to case.
    else if (found.has(line.toLowerCase()))
      input.problem('user-names', `${JSON.stringify(line)} is listed twice`);
    else found.set(line.toLowerCase(), line);
  }
  return [...found.values()];
}

function readAccount(input: InputReader): Scope {
  const waivers: Waiver[] = [];
  for (const line of input.lines('exclude-users')) {
    const waiver = parseWaiver(line);
    if ('problem' in waiver) input.problem('exclude-users', `${JSON.stringify(line)} ${waiver.problem}`);
    else waivers.push(waiver);
  }
  // IAM: paths have up to 512 printable ASCII characters. A prefix that ends inside a name is a trap: `/ci` has `/cinema/`.
  const pathPrefix = input.matching(
    'path-prefix',
    /^\/(?:[\x21-\x7e]{0,510}\/)?$/,
    'a path that begins and ends with /',
  );
  const source = input.oneOf('source', ['exact', 'report']) ?? 'exact';
  return { kind: 'all', pathPrefix: pathPrefix || '/', waivers, source };
}

function readPolicy(input: InputReader): AuditPolicy {
  const policy = {
    maxAgeDays: input.wholeNumber('max-age-days', 1, 3650),
    warnBeforeDays: input.wholeNumber('warn-before-days', 0, 3650),
    maxUnusedDays: input.wholeNumber('max-unused-days', 1, 3650),
    includeInactive: input.flag('include-inactive'),
    failOn: readFailOn(input),
  };
  if (policy.warnBeforeDays >= policy.maxAgeDays)
    input.problem(
      'warn-before-days',
      `${policy.warnBeforeDays} is not less than max-age-days (${policy.maxAgeDays})`,
    );
  return policy;
}

function readFailOn(input: InputReader): ReadonlySet<Rule> {
  const found = new Set<Rule>();
  const lines = input.lines('fail-on');
  for (const line of lines) {
    const rule = RULES.find((candidate) => candidate === line);
    if (rule === undefined)
      input.problem('fail-on', `${JSON.stringify(line)} is not one of ${RULES.join(', ')}, one a line`);
    else found.add(rule);
  }
  if (lines.length === 0)
    input.problem('fail-on', 'is empty; for a check that never fails the job, say fail: false');
  return found;
}
