/** Every example is a workflow of ours that works: its inputs exist, and the built action runs with them. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { deploy, HOME, pairIn, TOKEN, USER, type World } from '../../sandbox/world.ts';
import { within } from './scene.ts';

interface Workflow {
  readonly permissions?: object;
  readonly concurrency?: object;
  readonly jobs: Readonly<
    Record<string, { readonly permissions?: Record<string, string>; readonly steps?: readonly Step[] }>
  >;
}
interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const OURS = /^OWNER\/rotate-aws-access-key(?:\/(check|reactivate))?@COMMIT$/;
const examples = readdirSync('examples').filter((name) => name.endsWith('.yml'));
const read = (name: string): Workflow => parse(readFileSync(`examples/${name}`, 'utf8')) as Workflow;
const stepsOf = (name: string) =>
  Object.values(read(name).jobs)
    .flatMap((job) => job.steps ?? [])
    .flatMap((step) => {
      const found = OURS.exec(step.uses ?? '');
      return found === null ? [] : [{ action: found[1] ?? '.', given: step.with ?? {} }];
    });

describe('every example', () => {
  it.each(examples)('%s passes only inputs that exist, and all that are required', (name) => {
    expect(stepsOf(name).length).toBeGreaterThan(0);
    for (const { action, given } of stepsOf(name)) {
      const { inputs } = parse(readFileSync(`${action}/action.yml`, 'utf8')) as {
        inputs: Record<string, { required?: boolean }>;
      };
      for (const input of Object.keys(given)) expect(Object.keys(inputs)).toContain(input);
      for (const [input, { required }] of Object.entries(inputs))
        if (required) expect(Object.keys(given)).toContain(input);
    }
  });

  it.each(examples)('%s pins what it uses, and asks for no right at the top', (name) => {
    for (const step of Object.values(read(name).jobs).flatMap((job) => job.steps ?? []))
      if (step.uses !== undefined && !OURS.test(step.uses)) expect(step.uses).toMatch(/@[\da-f]{40}$/);
    expect(read(name).permissions).toEqual({});
  });

  it.each(examples)(
    '%s has a token made with the rights that its destinations need, and no other',
    (name) => {
      for (const { steps = [] } of Object.values(read(name).jobs)) {
        const app = steps.find(({ uses = '' }) => uses.startsWith('actions/create-github-app-token@'));
        const ours = steps.find(({ uses = '' }) => OURS.test(uses));
        if (app === undefined) continue;
        const destinations = String(ours?.with?.destinations ?? 'actions')
          .trim()
          .split(/\n */);
        const needed = destinations.map((line) => `permission-${permissionOf(line)}`);
        expect(
          Object.keys(app.with ?? {})
            .filter((input) => input.startsWith('permission-'))
            .sort(),
        ).toEqual([...new Set(needed)].sort());
      }
    },
  );
});

/** By the table of infra/README.md, whose words create-github-app-token spells with hyphens. */
function permissionOf(destination: string): string {
  const [word] = destination.split(':');
  const table = readFileSync('infra/README.md', 'utf8');
  const [, permission = 'no row'] =
    new RegExp(`^\\| \`${word}[:\`].*?\\| \`"(\\w+)": "write"\``, 'm').exec(table) ?? [];
  return permission.replaceAll('_', '-');
}

/** What GitHub would put in place of the expressions. */
function evaluated(given: Readonly<Record<string, unknown>>, world: World): Record<string, string> {
  const json = pairIn(world, HOME, 'json');
  const pair = json.accessKeyId === '' ? pairIn(world, HOME) : json;
  const values: Record<string, string> = {
    'steps.app.outputs.token': TOKEN,
    'secrets.AWS_ACCESS_KEY_ID': pair.accessKeyId,
    'secrets.AWS_SECRET_ACCESS_KEY': pair.secretAccessKey,
    'env.AWS_ACCESS_KEY_ID': pair.accessKeyId,
    'env.AWS_SECRET_ACCESS_KEY': pair.secretAccessKey,
  };
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      String(value).replace(/\$\{\{ (.+?) \}\}/g, (_all, expression: string) => values[expression] ?? ''),
    ]),
  );
}

describe('the built action runs with', () => {
  const rotations = ['rotate', 'emergency', 'many-places', 'dry-run', 'self-rotation'];
  it.each(rotations)('examples/%s.yml', async (name) => {
    await within(null, async ({ world, stand }) => {
      world.github.addRepository('octo-org/other');
      for (const environment of ['prod/eu', 'prod/us'])
        world.github.addEnvironment('octo-org/app', environment);
      world.github.addOrganization('octo-org');
      const key = world.aws.addKey(USER, { createdAt: world.aws.daysAgo(61) });
      if (name === 'self-rotation') {
        const secret = { Version: 1, AccessKeyId: key.id, SecretAccessKey: key.secret };
        world.github.setSecret(HOME, 'AWS_CREDENTIALS', JSON.stringify(secret));
        // The user's own policy is that of the role.
        world.aws.user(USER).allow.push(...([...world.aws.roles.values()][0]?.allow ?? []));
      } else deploy(world, key, HOME, 61);
      const [step] = stepsOf(`${name}.yml`);
      const given = evaluated(step?.given ?? {}, world);
      if (given['role-to-assume'] !== undefined)
        given['role-to-assume'] = [...world.aws.roles.keys()][0] ?? '';
      const env = {
        AWS_ACCESS_KEY_ID: given['access-key-id'] ?? '',
        AWS_SECRET_ACCESS_KEY: given['secret-access-key'] ?? '',
      };
      const { exitCode, outputs, log } = await stand.step('.', given, name === 'self-rotation' ? env : {});
      expect({ exitCode, log: exitCode === 0 ? [] : log }).toEqual({ exitCode: 0, log: [] });
      expect(outputs['action-taken']).toBe(
        { 'dry-run': 'none', emergency: 'created,deactivated' }[name] ?? 'created',
      );
    });
  });
});
