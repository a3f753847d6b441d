import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { type ReadCheckInputs, readCheckInputs } from '../../src/action/check-inputs.ts';

const yaml = parse(readFileSync('check/action.yml', 'utf8')) as {
  inputs: Record<string, { default: string }>;
};

const TOKEN = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://runner.example/token',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer',
};
const ROLE = { 'role-to-assume': 'arn:aws:iam::123456789012:role/check' };
const KEY = 'AKIAIOSFODNN7EXAMPLE';
const FORK = { pull_request: { head: { repo: { id: 2 } }, base: { repo: { id: 1 } } } };
const SAME = { pull_request: { head: { repo: { id: 1 } }, base: { repo: { id: 1 } } } };

/** Reads as the action would: what is not given has the default of action.yml, trimmed. */
const read = (
  given: Record<string, string>,
  environment: object = TOKEN,
  event: unknown = null,
): ReadCheckInputs =>
  readCheckInputs(
    (name) => (given[name] ?? yaml.inputs[name]?.default ?? '').trim(),
    environment as Record<string, string>,
    event,
  );
const good = (given: Record<string, string>) => {
  const result = read({ ...ROLE, ...given });
  if (result.kind !== 'ready') throw new Error(JSON.stringify(result));
  return result.inputs;
};
const problems = (
  given: Record<string, string>,
  environment: object = TOKEN,
  event: unknown = null,
): readonly string[] => {
  const result = read({ ...ROLE, ...given }, environment, event);
  return result.kind === 'problems' ? result.problems : [];
};

describe('inputs as action.yml gives them', () => {
  it('judge by 90 days, and fail on age and root', () => {
    expect(good({ 'access-key-id': KEY })).toMatchObject({
      check: {
        scope: { kind: 'key', accessKeyId: KEY },
        policy: {
          maxAgeDays: 90,
          warnBeforeDays: 14,
          maxUnusedDays: 90,
          includeInactive: false,
          failOn: new Set(['age', 'root']),
        },
      },
      fail: true,
      reportFile: '',
      missingCredentials: { fork: false, onMissing: 'fail' },
    });
  });

  it('take one scope of three', () => {
    expect(good({ 'user-names': 'a\n b@example.com \n\n' }).check.scope).toEqual({
      kind: 'users',
      userNames: ['a', 'b@example.com'],
    });
    expect(
      good({ 'all-users': 'true', 'exclude-users': 'legacy-*@2027-03-31', 'path-prefix': '/ci/' }).check
        .scope,
    ).toEqual({
      kind: 'all',
      pathPrefix: '/ci/',
      source: 'exact',
      waivers: [{ text: 'legacy-*@2027-03-31', pattern: 'legacy-*', until: Date.parse('2027-04-01') }],
    });
    expect(good({ 'all-users': 'true' }).check.scope).toMatchObject({ pathPrefix: '/', waivers: [] });
  });
});

describe('bad input', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['no scope', {}, /^all-users: nothing to check/],
    ['two scopes', { 'access-key-id': KEY, 'all-users': 'true' }, /^access-key-id, all-users: only one/],
    ['three scopes', { 'access-key-id': KEY, 'user-names': 'a', 'all-users': 'true' }, /only one/],
    ['a key that is none', { 'access-key-id': 'AKIA' }, /^access-key-id: the value is not/],
    ['all-users: yes', { 'all-users': 'yes' }, /^all-users: "yes" is neither/],
    [
      'a name with its path',
      { 'user-names': '/ci/deployer' },
      /^user-names: "\/ci\/deployer".*without its path/,
    ],
    ['two names on a line', { 'user-names': 'a b' }, /one a line/],
    ['a name twice', { 'user-names': 'a\nA' }, /"A" is listed twice/],
    ['max-age-days: 0', { 'all-users': 'true', 'max-age-days': '0' }, /^max-age-days: "0"/],
    ['max-age-days: 90d', { 'all-users': 'true', 'max-age-days': '90d' }, /^max-age-days: "90d"/],
    ['max-unused-days: 0', { 'all-users': 'true', 'max-unused-days': '0' }, /^max-unused-days/],
    [
      'a warning beyond the maximum',
      { 'all-users': 'true', 'warn-before-days': '91' },
      /^warn-before-days: 91 is not less/,
    ],
    [
      'a warning from birth on',
      { 'all-users': 'true', 'max-age-days': '14' },
      /^warn-before-days: 14 is not less/,
    ],
    [
      'an impossible date',
      { 'all-users': 'true', 'exclude-users': 'x@2027-02-30' },
      /^exclude-users: "x@2027-02-30".*no date/,
    ],
    [
      'waivers without all-users',
      { 'user-names': 'a', 'exclude-users': 'b' },
      /^exclude-users: is only for all-users/,
    ],
    [
      'a path without all-users',
      { 'user-names': 'a', 'path-prefix': '/ci/' },
      /^path-prefix: is only for all-users/,
    ],
    [
      'the cheap mode without all-users',
      { 'access-key-id': KEY, source: 'report' },
      /^source: is only for all-users/,
    ],
    ['a path that ends within a name', { 'all-users': 'true', 'path-prefix': '/ci' }, /^path-prefix: "\/ci"/],
    [
      'another source',
      { 'all-users': 'true', source: 'config' },
      /^source: "config" is not one of exact, report/,
    ],
    ['an unknown rule', { 'all-users': 'true', 'fail-on': 'age\nmfa' }, /^fail-on: "mfa" is not one of/],
    ['no rule at all', { 'all-users': 'true', 'fail-on': '' }, /^fail-on: is empty.*fail: false/],
    ['fail: no', { 'all-users': 'true', fail: 'no' }, /^fail: "no"/],
    ['a folder as the report', { 'all-users': 'true', 'report-file': 'out/' }, /^report-file/],
    [
      'on-missing-credentials: pass',
      { 'all-users': 'true', 'on-missing-credentials': 'pass' },
      /^on-missing-credentials/,
    ],
  ])('%s', (_, given, expected) => {
    const found = problems(given);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });

  it('is reported whole', () => {
    expect(
      problems({ 'max-age-days': '9O', fail: 'yes', 'fail-on': 'x', 'role-to-assume': 'check' }),
    ).toHaveLength(5);
  });
});

describe('without an ID token', () => {
  const scope = { 'access-key-id': KEY, 'on-missing-credentials': 'skip' };

  it('only a pull request from a fork may be skipped; otherwise it is a mistake in the workflow', () => {
    expect(read({ ...ROLE, ...scope }, {}, FORK)).toEqual({
      kind: 'no-credentials',
      missing: { fork: true, onMissing: 'skip' },
    });
    for (const event of [null, SAME, {}, 'x', { pull_request: null }])
      expect(problems(scope, {}, event)).toEqual([expect.stringContaining('id-token: write')]);
  });

  it('a fork that was deleted is still one, and its run lacks secrets and variables as well', () => {
    const gone = { pull_request: { head: { repo: null }, base: { repo: { id: 1 } } } };
    expect(read({}, {}, gone)).toMatchObject({ kind: 'no-credentials', missing: { onMissing: 'fail' } });
  });

  it('a fork’s run that has credentials of its own is checked like any other', () => {
    expect(read(scope, {}, FORK).kind).toBe('ready');
    expect(read({ ...ROLE, ...scope }, TOKEN, FORK).kind).toBe('ready');
  });

  it('a mistake is named in a fork’s run, too', () => {
    expect(problems({ ...scope, 'max-age-days': '0' }, {}, FORK)).toEqual([
      expect.stringMatching(/^max-age-days/),
    ]);
  });
});
