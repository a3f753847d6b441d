/**
 * Which jobs the trust policies let in. GitHub's token is played with every combination of repository, trigger, environment,
 * audience and form of `sub`. The simulator's list of condition keys does not have `aud` and `sub` of this provider, so it judges the
 * other claims only; the whole is judged here, by StringEquals' few lines.
 */
import { describe, expect, it } from '@jest/globals';
import { rendered, type Statement, VALUES } from './published.ts';
import { trusts } from './simulator.ts';

const PROVIDER = 'token.actions.githubusercontent.com';

interface Job {
  readonly repository: 'ours' | 'renamed' | 'name taken over' | 'another';
  readonly trigger: 'main' | 'branch' | 'tag' | 'pull request';
  readonly environment: string | null;
  /** Since 15 July 2026 new and renamed repositories have IDs in `sub` (GitHub docs, "OpenID Connect reference"). */
  readonly immutable: boolean;
  readonly audience: string;
}

const each = <T, U>(items: readonly T[], values: readonly U[]): [T, U][] =>
  items.flatMap((item) => values.map((value): [T, U] => [item, value]));

const JOBS: readonly Job[] = each(
  ['ours', 'renamed', 'name taken over', 'another'] as const,
  ['main', 'branch', 'tag', 'pull request'] as const,
).flatMap(([repository, trigger]) =>
  each([null, VALUES.Environment, 'staging'], [true, false]).flatMap(([environment, immutable]) =>
    ['sts.amazonaws.com', 'https://github.com/octo-org'].map((audience) => ({
      repository,
      trigger,
      environment,
      immutable,
      audience,
    })),
  ),
);

const REPOSITORIES = {
  ours: { owner: 'octo-org', ownerId: '4242', name: 'app', id: '1000' },
  renamed: { owner: 'octo-org', ownerId: '4242', name: 'app2', id: '1000' },
  'name taken over': { owner: 'octo-org', ownerId: '666', name: 'app', id: '667' },
  another: { owner: 'octo-org', ownerId: '4242', name: 'app-fork', id: '1001' },
} as const;
const REFS = {
  main: 'refs/heads/main',
  branch: 'refs/heads/main2',
  tag: 'refs/tags/main',
  'pull request': 'refs/pull/7/merge',
} as const;

/** The claims of the job's token, as the condition keys in which AWS hands them on. */
function keysOf({ repository, trigger, environment, immutable, audience }: Job): Record<string, string> {
  const { owner, ownerId, name, id } = REPOSITORIES[repository];
  const prefix = immutable ? `repo:${owner}@${ownerId}/${name}@${id}` : `repo:${owner}/${name}`;
  const context =
    environment !== null
      ? `environment:${environment}`
      : trigger === 'pull request'
        ? 'pull_request'
        : `ref:${REFS[trigger]}`;
  const claims = {
    aud: audience,
    sub: `${prefix}:${context}`,
    ref: REFS[trigger],
    repository_id: id,
    ...(environment === null ? {} : { environment }),
  };
  return Object.fromEntries(Object.entries(claims).map(([claim, value]) => [`${PROVIDER}:${claim}`, value]));
}

/** IAM's StringEquals: every key is there, and equals one of its values, case and all. */
function fulfils({ Condition = {} }: Statement, keys: Readonly<Record<string, string>>): boolean {
  const { StringEquals = {}, ...others } = Condition;
  if (Object.keys(others).length > 0) throw new Error(`not judged here: ${Object.keys(others)}`);
  return Object.entries(StringEquals).every(([key, values]) => [values].flat().includes(keys[key] ?? ''));
}

const letsIn = (name: string, values = VALUES) => {
  const [statement, ...more] = rendered(`trust/${name}`, values).Statement;
  if (statement === undefined || more.length > 0) throw new Error(`trust/${name}.json: one statement`);
  return JOBS.filter((job) => fulfils(statement, keysOf(job)));
};

const ours = (job: Job): boolean => job.repository === 'ours' && job.audience === 'sts.amazonaws.com';
const CASES: readonly { name: string; lets: string; forms: 1 | 2; expected: (job: Job) => boolean }[] = [
  {
    name: 'github-oidc',
    forms: 2,
    lets: 'jobs of the branch that name no environment',
    expected: (job) => ours(job) && job.trigger === 'main' && job.environment === null,
  },
  {
    name: 'github-oidc-environment',
    forms: 2,
    lets: 'jobs of the branch that name the environment',
    expected: (job) => ours(job) && job.trigger === 'main' && job.environment === VALUES.Environment,
  },
  {
    name: 'github-oidc-pull-request',
    forms: 2,
    lets: 'jobs of the branch and of pull requests that name no environment',
    expected: (job) =>
      ours(job) && ['main', 'pull request'].includes(job.trigger) && job.environment === null,
  },
  {
    name: 'immutable-subject/github-oidc',
    forms: 1,
    lets: 'jobs of the branch that name no environment',
    expected: (job) => ours(job) && job.immutable && job.trigger === 'main' && job.environment === null,
  },
  {
    // `sub` does not tell from which branch a job enters an environment; the environment's own rules have to.
    name: 'immutable-subject/github-oidc-environment',
    forms: 1,
    lets: 'jobs that name the environment, whatever their branch',
    expected: (job) => ours(job) && job.immutable && job.environment === VALUES.Environment,
  },
  {
    name: 'immutable-subject/github-oidc-pull-request',
    forms: 1,
    lets: 'jobs of the branch and of pull requests that name no environment',
    expected: (job) =>
      ours(job) &&
      job.immutable &&
      ['main', 'pull request'].includes(job.trigger) &&
      job.environment === null,
  },
];

describe.each(CASES)('trust/$name.json', ({ name, lets, forms, expected }) => {
  it(`lets in ${lets}, with ${forms === 2 ? 'or without ' : ''}IDs in sub, and nobody else`, () => {
    expect(JOBS).toHaveLength(192);
    const wanted = JOBS.filter(expected);
    expect(new Set(wanted.map(({ immutable }) => immutable)).size).toBe(forms);
    expect(letsIn(name)).toEqual(wanted);
  });

  it('has no wildcard that a name could fill in', () => {
    const greedy = { ...VALUES, Owner: '*', Repository: '*', GitRef: '*', Environment: '*' };
    expect(letsIn(name, greedy)).toEqual([]);
  });
});

describe.each(CASES.filter(({ forms }) => forms === 2))('trust/$name.json', ({ name, expected }) => {
  it('is understood by a simulator that is not ours, as far as it knows the claims', async () => {
    const trust = rendered(`trust/${name}`);
    const known = <T>(keys: Readonly<Record<string, T>>): Record<string, T> =>
      Object.fromEntries(Object.entries(keys).filter(([key]) => !/:(aud|sub)$/.test(key)));
    const [statement, ...more] = trust.Statement.map((one) => ({
      ...one,
      Condition: { StringEquals: known(one.Condition?.StringEquals ?? {}) },
    }));
    if (statement === undefined || more.length > 0) throw new Error('one statement');
    const answers = new Set<boolean>();
    for (const job of JOBS.filter(({ immutable }) => immutable)) {
      const allowed = await trusts({ ...trust, Statement: [statement] }, known(keysOf(job)));
      expect([job, allowed]).toEqual([job, fulfils(statement, keysOf(job))]);
      if (expected(job)) expect(allowed).toBe(true);
      answers.add(allowed);
    }
    expect(answers).toEqual(new Set([true, false]));
  });
});
