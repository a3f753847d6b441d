/** The template, the module and the App's manifest say what the JSON files and the documents say. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '../../sandbox/project.ts';
import { rightsFor } from '../../src/rotation/destinations.ts';
import { deployed, template } from './cloudformation.ts';
import { PARTITIONS, placeholders, published, rendered, VALUES } from './published.ts';

/** Names of the published JSON files in a folder, without their ending. */
const namesIn = (folder: string): string[] =>
  readdirSync(join(projectRoot(), 'infra', folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''))
    .sort();

const stack = (partition: string, given: Readonly<Record<string, string>>) => {
  const { Partition: _, AccountId, ...parameters } = VALUES;
  const pseudo = { 'AWS::Partition': partition, 'AWS::AccountId': AccountId };
  return deployed({ ...parameters, ...pseudo, ...given });
};

const role = (trust: string, policy: string, values: Readonly<Record<string, string>>) => ({
  AssumeRolePolicyDocument: rendered(`trust/${trust}`, values),
  Policies: [{ PolicyName: policy, PolicyDocument: rendered(`policies/${policy}`, values) }],
});

describe('cloudformation.yaml', () => {
  describe.each(PARTITIONS)('in partition %s', (partition) => {
    const values = { ...VALUES, Partition: partition };

    it.each([
      ['', 'true', '', 'github-oidc'],
      [VALUES.Environment, 'true', '', 'github-oidc-environment'],
      ['', 'false', 'immutable-subject/', 'github-oidc'],
      [VALUES.Environment, 'false', 'immutable-subject/', 'github-oidc-environment'],
    ])(
      'renders the published policies (environment %j, claims pinned: %s)',
      (Environment, PinClaims, folder, trust) => {
        const resources = stack(partition, { Environment, PinClaims, CheckPath: '/team/' });
        expect(resources).toEqual({
          OidcProvider: {
            Url: 'https://token.actions.githubusercontent.com',
            ClientIdList: ['sts.amazonaws.com'],
          },
          RotateRole: expect.objectContaining(role(`${folder}${trust}`, 'rotate', values)),
          ReactivateRole: expect.objectContaining(role(`${folder}${trust}`, 'reactivate', values)),
          CheckRole: expect.objectContaining(
            role(`${folder}github-oidc-pull-request`, 'check', { ...values, UserPath: '/team/' }),
          ),
        });
      },
    );
  });

  it('trusts a provider that is there already just as one of its own', () => {
    const own = stack('aws', {});
    const existing = stack('aws', { CreateOidcProvider: 'false' });
    expect(Object.keys(own)).toContain('OidcProvider');
    expect({ ...own, OidcProvider: null }).toEqual({ ...existing, OidcProvider: null });
    expect(Object.keys(existing)).not.toContain('OidcProvider');
  });

  it('creates no role that was not asked for, and has an output for each', () => {
    const least = stack('aws', { CreateReactivateRole: 'false', CreateOidcProvider: 'false' });
    expect(Object.keys(least)).toEqual(['RotateRole']);
    const { Resources, Outputs } = template();
    for (const name of ['RotateRole', 'ReactivateRole', 'CheckRole'])
      expect(Outputs[`${name}Arn`]).toMatchObject({
        ...(Resources[name]?.Condition === undefined ? {} : { Condition: Resources[name].Condition }),
        Value: { fn: 'GetAtt', of: `${name}.Arn` },
      });
  });

  it.each(['Owner', 'OwnerId', 'Repository', 'RepositoryId', 'UserName', 'UserPath', 'CheckPath', 'GitRef'])(
    'takes no wildcard for %s',
    (parameter) => {
      const pattern = new RegExp(`^(?:${template().Parameters[parameter]?.AllowedPattern})$`);
      const usual = { ...VALUES, CheckPath: '/ci/' }[parameter] ?? '';
      expect(pattern.test(usual)).toBe(true);
      for (const bad of ['*', '?', `${usual}*`, `${usual}?`, '', ' ', `$${'{aws:username}'}`])
        if (!(parameter === 'CheckPath' && bad === ''))
          expect([bad, pattern.test(bad)]).toEqual([bad, false]);
    },
  );
});

describe('terraform/', () => {
  const main = published('terraform/main.tf');
  const variables = published('terraform/variables.tf');

  it('has no policy of its own: it renders the published files', () => {
    const rendering = [...main.matchAll(/templatefile\("\$\{([\w.]+)\}\/(.*?)\.json"/g)];
    expect(rendering.map(([, root, path]) => [root, path?.replaceAll(/\$\{([\w.]+)\}/g, '<$1>')])).toEqual([
      ['local.trust', '<each.value.trust>'],
      ['path.module', '../policies/<each.key>'],
    ]);
    expect(main).toMatch(
      /^ {2}trust = "\$\{path.module\}\/..\/trust\$\{var.pin_claims \? "" : "\/immutable-subject"\}"$/m,
    );
    expect(main + variables).not.toMatch(/jsonencode|aws_iam_policy_document|sts:AssumeRole|iam:/);
  });

  it('names every published file, and no other', () => {
    const trust = [...main.matchAll(/"(github-oidc[\w-]*)"/g)].map(([, name]) => name);
    expect([...new Set(trust)].sort()).toEqual(namesIn('trust'));
    expect(namesIn('trust/immutable-subject')).toEqual(namesIn('trust'));
    const roles = [...main.matchAll(/^ {6}(\w+) = \{$/gm)].map(([, name]) => name);
    expect(roles.sort()).toEqual(namesIn('policies'));
  });

  it('fills in every placeholder that they have', () => {
    const files = ['policies', 'trust', 'trust/immutable-subject'].flatMap((folder) =>
      namesIn(folder).map((name) => published(`${folder}/${name}.json`)),
    );
    const [, block = ''] = /^ {2}values = \{\n(.*?)^ {2}\}/ms.exec(main) ?? [];
    const filled = [...block.matchAll(/^ {4}(\w+) += /gm)].map(([, name]) => name);
    expect(filled.sort()).toEqual(placeholders(files.join('\n')));
  });

  it('takes the same values as the template', () => {
    const snake = (name: string) => name.replace(/(?<!^)([A-Z])/g, '_$1').toLowerCase();
    const declared = [...variables.matchAll(/^variable "(\w+)"/gm)].map(([, name]) => name);
    expect(declared.sort()).toEqual(Object.keys(template().Parameters).map(snake).sort());
    for (const [name, { AllowedPattern }] of Object.entries(template().Parameters))
      if (AllowedPattern !== undefined)
        expect(variables).toContain(
          `regex("^${AllowedPattern.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}$", var.${snake(name)})`,
        );
  });
});

describe('github-app-manifest.json', () => {
  const manifest = JSON.parse(published('github-app-manifest.json')) as {
    readonly default_permissions: Readonly<Record<string, string>>;
    readonly default_events: readonly string[];
    readonly public: boolean;
  };

  it('asks for what the default destination needs, and for nothing else', () => {
    expect(rightsFor({ scope: 'repository', app: 'actions', owner: 'o', repo: 'r' }).permission).toBe(
      'Secrets: read and write (repository)',
    );
    expect(manifest.default_permissions).toEqual({ metadata: 'read', secrets: 'write' });
  });

  it('is private and listens to nothing', () => {
    expect([manifest.public, manifest.default_events]).toEqual([false, []]);
  });
});
