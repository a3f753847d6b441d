import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { parseDestination } from '../../src/action/destination-inputs.ts';
import { digest, type RotateInputs, readRotateInputs } from '../../src/action/rotate-inputs.ts';
import { nameOf } from '../../src/rotation/destinations.ts';

const yaml = parse(readFileSync('action.yml', 'utf8')) as { inputs: Record<string, { default?: string }> };

const ENVIRONMENT = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://runner.example/token',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer',
  GITHUB_REPOSITORY: 'octo-org/app',
  GITHUB_RUN_ID: '77',
  GITHUB_RUN_ATTEMPT: '2',
};
const GIVEN = {
  'role-to-assume': 'arn:aws:iam::123456789012:role/rotate',
  'github-token': 'ghs_token',
  'access-key-id': 'AKIAIOSFODNN7EXAMPLE',
  'secret-access-key': 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

/** Reads as the action would: what is not given has the default of action.yml. */
const read = (given: Record<string, string> = {}, environment: Record<string, string> = ENVIRONMENT) => {
  const all: Record<string, string> = { ...GIVEN, ...given };
  return readRotateInputs((name) => all[name] ?? yaml.inputs[name]?.default ?? '', environment);
};
const good = (given?: Record<string, string>): RotateInputs => {
  const inputs = read(given);
  if (Array.isArray(inputs)) throw new Error(inputs.join('\n'));
  return inputs;
};
const problems = (given?: Record<string, string>, environment?: Record<string, string>): string[] => {
  const inputs = read(given, environment);
  return Array.isArray(inputs) ? inputs : [];
};

describe('inputs as action.yml gives them', () => {
  it('are complete with a role, a token and the deployed pair', () => {
    expect(good()).toMatchObject({
      session: { region: 'us-east-1', audience: 'sts.amazonaws.com', role: { durationSeconds: 900 } },
      policy: {
        rotateAfterDays: 60,
        deactivateAfterDays: 7,
        quietDays: 2,
        deleteAfterDays: 14,
        maxAgeDays: 90,
      },
      subject: { destinations: [{ scope: 'repository', app: 'actions', owner: 'octo-org', repo: 'app' }] },
      runId: '77-2',
    });
  });

  it('need no role when the environment has credentials', () => {
    expect(good({ 'role-to-assume': '' }).session.role).toBeNull();
  });

  it('let a secret without its ID through: a torn home is the planner’s business', () => {
    expect(good({ 'access-key-id': '' }).deployed.secretAccessKey).toBe(GIVEN['secret-access-key']);
  });
});

describe('a dry run', () => {
  const nothing = { 'dry-run': 'true', 'github-token': '', 'access-key-id': '', 'secret-access-key': '' };

  it('finds out for itself what is missing, so nothing that is missing keeps it from looking', () => {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: _, ...tokenless } = ENVIRONMENT;
    expect(problems(nothing, tokenless)).toEqual([]);
    expect(problems({ ...nothing, 'access-key-id': GIVEN['access-key-id'] })).toEqual([]);
    expect(problems({ ...nothing, 'dry-run': 'false' }, tokenless)).toHaveLength(3);
  });

  it('does not look with what makes no sense', () => {
    expect(problems({ ...nothing, 'access-key-id': 'AKIA', 'user-name': 'a b' })).toHaveLength(2);
  });
});

describe('bad input', () => {
  it('that is swapped is told so, once, and without the values', () => {
    const swapped = {
      'access-key-id': GIVEN['secret-access-key'],
      'secret-access-key': GIVEN['access-key-id'],
    };
    expect(problems(swapped)).toEqual([expect.stringMatching(/^access-key-id: .*swap the two/)]);
    for (const value of Object.values(swapped)) expect(problems(swapped).join()).not.toContain(value);
    expect(
      problems({
        'access-key-id-name': 'PROD_AWS_SECRET_ACCESS_KEY',
        'secret-access-key-name': 'prod_aws_access_key_id',
      }),
    ).toEqual([expect.stringMatching(/^access-key-id-name: .*Swap or correct them/)]);
  });

  it('that names no user and no pair says that a secret may be empty', () => {
    expect(problems({ 'access-key-id': '', 'secret-access-key': '' })).toEqual([
      expect.stringMatching(/^user-name: .*one that this job does not have is empty/),
    ]);
  });

  it.each([
    ['rotate-after-days', ['90d', '-1', '9O', '1e2', '1.5', '', '0', '0x10', ' 9 0']],
    ['quiet-days', ['-0', 'two', '99999']],
    ['role-duration-seconds', ['899', '43201']],
    ['force', ['yes', 'TRUE', '1', '']],
    ['dry-run', ['no', 'on']],
    ['foreign-key', ['delete', '']],
    ['role-to-assume', ['rotate', 'arn:aws:iam::12345:role/x', 'arn:aws:iam::123456789012:user/x']],
    ['role-session-name', ['a', 'with space', '']],
    ['aws-region', ['us-east', 'US-EAST-1']],
    ['user-name', ['a b', 'x'.repeat(65), 'käse']],
    ['github-token', ['', 'two words', '\u001b[200~ghs_token']],
    ['access-key-id', ['AKIA', 'akiaiosfodnn7example']],
    ['access-key-id-name', ['GITHUB_KEY', '1KEY', 'MY-KEY', '', 'AWS_SECRET_ACCESS_KEY']],
    ['secret-access-key-name', ['github_secret', 'A B']],
    [
      'destinations',
      [
        '',
        'action',
        'environment',
        'environment:',
        'organization',
        'actions:octo',
        'actions:a/b/c',
        'dependabot-organization:',
        'actions\nACTIONS:octo-org/app',
        'actions\nactions:Octo-Org/App',
      ],
    ],
  ])('%s names itself', (name, values) => {
    for (const value of values) {
      const found = problems({ [name]: value });
      expect(found.length).toBeGreaterThan(0);
      expect(found.join('\n')).toContain(
        name === 'access-key-id-name' && value === 'AWS_SECRET_ACCESS_KEY' ? 'secret-access-key-name' : name,
      );
    }
  });

  it('is reported all at once', () => {
    const found = problems({
      'rotate-after-days': '90d',
      force: 'yes',
      destinations: 'nowhere',
      'github-token': '',
    });
    expect(found).toHaveLength(4);
  });

  it('never repeats a secret', () => {
    const found = problems({
      'secret-access-key': 'top secret with spaces',
      'github-token': 'tok en',
      'access-key-id': 'not an id',
    });
    expect(found).toHaveLength(3);
    for (const secret of ['top secret', 'tok en', 'not an id'])
      expect(found.join('\n')).not.toContain(secret);
  });

  it('is a wait that reaches into the next rotation', () => {
    expect(problems({ 'deactivate-after-days': '30', 'delete-after-days': '30' })[0]).toMatch(
      /^rotate-after-days: 60 is not more than/,
    );
  });

  it('is a rotation that comes later than it must', () => {
    expect(problems({ 'rotate-after-days': '91' })[0]).toContain('max-age-days (90)');
  });

  it('is an ID without its secret', () => {
    expect(problems({ 'secret-access-key': '' })[0]).toContain('access-key-id is not');
  });

  it('is a JSON secret beside two named ones', () => {
    expect(problems({ 'credentials-json-name': 'AWS', 'access-key-id-name': 'MY_ID' })[0]).toContain(
      'leave access-key-id-name',
    );
  });

  it('is a role without an ID token, and says how a job gets one', () => {
    const found = problems({}, { GITHUB_REPOSITORY: 'octo-org/app' })[0];
    expect(found).toContain('permissions: id-token: write');
    expect(found).toContain('fork');
  });
});

describe('destinations', () => {
  it.each([
    ['actions', 'actions:octo-org/app'],
    ['actions:other/repo', 'actions:other/repo'],
    ['dependabot', 'dependabot:octo-org/app'],
    ['codespaces:o/r.x_y-z', 'codespaces:o/r.x_y-z'],
    ['environment:prod', 'environment:octo-org/app:prod'],
    ['environment:prod/eu', 'environment:octo-org/app:prod/eu'],
    ['environment:Prüfung 1', 'environment:octo-org/app:Prüfung 1'],
    ['environment:o/r:prod/eu:blue', 'environment:o/r:prod/eu:blue'],
    ['environment:team:blue', 'environment:octo-org/app:team:blue'],
    ['organization:octo-org', 'organization:octo-org'],
    ['dependabot-organization:octo-org', 'dependabot-organization:octo-org'],
    ['codespaces-organization:octo-org', 'codespaces-organization:octo-org'],
  ])('%s is %s', (line, name) => {
    const destination = parseDestination(line, 'octo-org/app');
    expect(destination === null ? null : nameOf(destination)).toBe(name);
  });

  it('have names that parse back to themselves', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
    const line = fc.oneof(
      fc
        .tuple(fc.constantFrom('actions', 'dependabot', 'codespaces'), word, word)
        .map(([app, owner, repo]) => `${app}:${owner}/${repo}`),
      fc
        .tuple(word, word, fc.string({ minLength: 1, maxLength: 255 }))
        .map(([o, r, name]) => `environment:${o}/${r}:${name}`),
      fc
        .tuple(fc.constantFrom('organization', 'dependabot-organization', 'codespaces-organization'), word)
        .map(([scope, org]) => `${scope}:${org}`),
    );
    fc.assert(
      fc.property(line, (text) => {
        const destination = parseDestination(text, 'octo-org/app');
        expect(destination).not.toBeNull();
        if (destination !== null) expect(parseDestination(nameOf(destination), 'x/y')).toEqual(destination);
      }),
    );
  });

  it('have a digest that ignores the order of all but home, and case', () => {
    const of = (...lines: string[]) =>
      digest(
        lines.map((text) => parseDestination(text, 'o/r') as never),
        { kind: 'json', name: 'X' },
      );
    expect(of('actions', 'dependabot', 'codespaces')).toBe(of('actions', 'codespaces', 'dependabot:O/R'));
    expect(of('actions', 'dependabot')).not.toBe(of('dependabot', 'actions'));
    expect(of('actions')).toMatch(/^[0-9a-f]{12}$/);
  });
});
