/**
 * docs/getting-started.md, followed from nothing: its workflow runs, its commands are executed, its policies are what the
 * sandbox's role may do. A dry run names each step that was left out, and nothing once all are done.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { sodiumBoxes } from '../../sandbox/github/boxes.ts';
import type { Permission } from '../../sandbox/github/tokens.ts';
import { leaksIn } from '../../sandbox/leaks.ts';
import type { StepResult } from '../../sandbox/runner/runner.ts';
import { type App, createGitHubAppToken } from '../../sandbox/runner/stand-ins.ts';
import { runWorkflow } from '../../sandbox/runner/workflow.ts';
import { Stand } from '../../sandbox/stand.ts';
import { deploy, HOME, ID_NAME, REPOSITORY, SECRET_NAME, USER, World } from '../../sandbox/world.ts';
import { deployed as stackOf } from '../infra/cloudformation.ts';
import { type Document, published, rendered, VALUES } from '../infra/published.ts';
import { statementsOf, trustOf } from './published-role.ts';
import { nextDay } from './scene.ts';

const text = readFileSync('docs/getting-started.md', 'utf8');
const blocks = (language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, block = '']) => block,
  );
const folder = mkdtempSync(join(tmpdir(), 'getting-started-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WORKFLOW = join(folder, 'rotate-aws-access-key.yml');
writeFileSync(WORKFLOW, blocks('yaml')[0] ?? '');

const [OWNER = '', REPO = ''] = REPOSITORY.split('/');
const APP_KEY = '-----BEGIN RSA PRIVATE KEY-----\nsandbox\n-----END RSA PRIVATE KEY-----\n';
/** What the document says to put in. */
const CAPITALS: Readonly<Record<string, string>> = {
  ACCOUNT_ID: VALUES.AccountId,
  OWNER_ID: VALUES.OwnerId,
  REPO_ID: VALUES.RepositoryId,
  BRANCH: 'main',
  OWNER,
  REPO,
  USER,
};
const filledIn = (json: string): Document =>
  JSON.parse(
    json.replace(/\b(ACCOUNT_ID|OWNER_ID|REPO_ID|BRANCH|OWNER|REPO|USER)\b/g, (name) => CAPITALS[name] ?? ''),
  ) as Document;
const [trust = '', permissions = ''] = blocks('json');

/** The rights that the form is filled in with when the address is opened. */
function appOfTheAddress(): Pick<App, 'permissions'> {
  const [address = ''] =
    /https:\/\/github\.com\/organizations\/ORG\/settings\/apps\/new\?\S+(?=`)/.exec(text) ?? [];
  const given = [...new URL(address).searchParams].filter(([, access]) => access === 'write');
  return { permissions: given.map(([name]) => name as Permission) };
}

/** A repository, an IAM user, and whatever was done so far. */
class Newcomer {
  readonly world: World;
  readonly stand: Stand;
  readonly vars: Record<string, string> = {};
  app: App | null = null;

  constructor(world: World, stand: Stand) {
    this.world = world;
    this.stand = stand;
  }

  /** Step 2. */
  registerApp(): void {
    this.app = { id: '123456', privateKey: APP_KEY, repositories: [REPOSITORY], ...appOfTheAddress() };
    this.vars.ROTATOR_APP_ID = this.app.id;
    this.world.github.setSecret(HOME, 'ROTATOR_PRIVATE_KEY', APP_KEY);
  }

  /** Step 3, in the console. */
  addProvider(): void {
    this.world.aws.knowsGitHub = true;
  }
  addRole(): void {
    const { arn } = this.world.aws.addRole('rotate-deployer', {
      trust: trustOf(filledIn(trust)),
      allow: statementsOf(this.world, filledIn(permissions)),
    });
    this.vars.ROTATOR_ROLE_ARN = arn;
  }

  /** Step 4: a key that a person made this many days ago. */
  deployKey(ageInDays = 10) {
    const key = this.world.aws.addKey(USER, { createdAt: this.world.aws.daysAgo(ageInDays) });
    deploy(this.world, key, HOME, ageInDays);
    return key;
  }

  /** *Run workflow*; what the last step, ours, came to. */
  async start(inputs: Record<string, string> | null): Promise<StepResult> {
    const app = this.app;
    const [job] = await runWorkflow(this.stand, WORKFLOW, {
      event: inputs === null ? 'schedule' : 'workflow_dispatch',
      inputs: inputs ?? {},
      vars: this.vars,
      standIns: {
        'actions/create-github-app-token': (given, workspace) => {
          if (app === null) throw new Error('appId option is required');
          return createGitHubAppToken(this.world, app)(given, workspace);
        },
      },
    });
    const result = job?.steps.at(-1)?.result;
    if (result === undefined || result === null) throw new Error(JSON.stringify(job));
    expect(leaksIn(this.world, result)).toEqual([]);
    return result;
  }

  async missing(): Promise<string[]> {
    const { stdout, exitCode } = await this.start({});
    const found = stdout.split('\n').filter((line) => line.startsWith('❌'));
    expect(exitCode).toBe(found.length > 0 ? 1 : 0);
    expect(this.world.wire.log.filter(({ mutates }) => mutates)).toEqual([]);
    return found.map((line) => line.replace(/.*troubleshooting\.md#/, ''));
  }
}

const following = (title: string, act: (newcomer: Newcomer) => Promise<void>): void =>
  it(title, async () => {
    const world = new World({ boxes: await sodiumBoxes() });
    world.wire.tick = 400;
    world.aws.knowsGitHub = false;
    world.aws.addUser(USER);
    world.github.addRepository(REPOSITORY);
    const stand = await Stand.open(world);
    try {
      await act(new Newcomer(world, stand));
    } finally {
      await stand.close();
    }
  });

type Step = 'registerApp' | 'addProvider' | 'addRole';
const STEPS: readonly Step[] = ['registerApp', 'addProvider', 'addRole'];

describe('the dry run', () => {
  following('after step 1 says that a login and a token are missing', async (newcomer) => {
    newcomer.deployKey();
    expect(await newcomer.missing()).toEqual(['the-aws-login', 'the-github-token']);
  });

  for (const [left, link] of [
    ['registerApp', 'the-github-token'],
    ['addProvider', 'the-aws-login'],
    ['addRole', 'the-aws-login'],
  ] as const)
    following(`names the step that was left out: ${left}`, async (newcomer) => {
      newcomer.deployKey();
      for (const step of STEPS) if (step !== left) newcomer[step]();
      expect(await newcomer.missing()).toEqual([link]);
    });

  following('names what step 4 is about: two keys, or half a pair', async (newcomer) => {
    for (const step of STEPS) newcomer[step]();
    const key = newcomer.deployKey();
    newcomer.world.aws.addKey(USER, { createdAt: newcomer.world.aws.daysAgo(300) });
    expect(await newcomer.missing()).toEqual(['the-second-key']);
    newcomer.world.aws.drop(key);
    newcomer.world.github.domain(HOME).secrets.delete(SECRET_NAME);
    expect(await newcomer.missing()).toEqual(['the-deployed-pair', 'the-secrets-in-home']);
    newcomer.world.github.domain(HOME).secrets.delete(ID_NAME);
    expect((await newcomer.start({})).stdout).toContain('its pair is not in the secrets');
  });

  following('after all steps ends as the document says', async (newcomer) => {
    newcomer.deployKey();
    for (const step of STEPS) newcomer[step]();
    const { exitCode, stdout } = await newcomer.start({});
    expect(exitCode).toBe(0);
    const [end = ''] = blocks('text');
    for (const line of end.trim().split('\n')) expect(stdout.split('\n')).toContain(line);
  });
});

describe('the first rotation', () => {
  const ready = (newcomer: Newcomer): void => {
    for (const step of STEPS) newcomer[step]();
  };

  following('leaves a young key alone, and with force replaces it', async (newcomer) => {
    ready(newcomer);
    const key = newcomer.deployKey();
    const acts = [];
    for (const force of ['false', 'true'])
      acts.push((await newcomer.start({ 'dry-run': 'false', force })).outputs['action-taken']);
    expect(acts).toEqual(['none', 'created']);
    expect(newcomer.world.github.read(HOME, ID_NAME)).not.toBe(key.id);
  });

  following('of a user without any key creates the pair and both secrets', async (newcomer) => {
    ready(newcomer);
    expect(await newcomer.missing()).toEqual([]);
    expect((await newcomer.start({ 'dry-run': 'false' })).outputs['action-taken']).toBe('created');
    const [key] = newcomer.world.aws.user(USER).keys;
    expect(newcomer.world.github.read(HOME, SECRET_NAME)).toBe(key?.secret);
  });

  following('is followed by what the table says, on those days, by schedule', async (newcomer) => {
    ready(newcomer);
    newcomer.deployKey(61);
    const happened: string[] = [];
    for (let day = 0; day <= 60; day++) {
      if ([0, 6, 7, 20, 21, 59, 60].includes(day)) {
        const { outputs } = await newcomer.start(null);
        if (outputs['action-taken'] !== 'none') happened.push(`${day} ${outputs['action-taken']}`);
      }
      nextDay(newcomer.world);
    }
    expect(happened).toEqual(['0 created', '7 deactivated', '21 deleted', '60 created']);
    expect([...text.matchAll(/^\| (\d+) \| (\w+)/gm)].map(([, day, verb]) => `${day} ${verb}`)).toEqual([
      '0 created',
      '7 makes',
      '21 deletes',
      '60 creates',
    ]);
  });
});

describe('what the document has people put in', () => {
  it('is the published policies', () => {
    const values = { ...VALUES, Owner: OWNER, Repository: REPO, UserPath: '/', UserName: USER };
    const withoutSid = ({ Statement, ...rest }: Document) => ({
      ...rest,
      Statement: Statement.map(({ Sid: _, ...statement }) => statement),
    });
    expect(withoutSid(filledIn(trust))).toEqual(withoutSid(rendered('trust/github-oidc', values)));
    expect(withoutSid(filledIn(permissions))).toEqual(withoutSid(rendered('policies/rotate', values)));
  });

  it('registers an App with the manifest’s rights', () => {
    const { default_permissions } = JSON.parse(published('github-app-manifest.json')) as {
      default_permissions: Record<string, string>;
    };
    const ours = appOfTheAddress().permissions.map((name) => [name, 'write']);
    expect({ metadata: 'read', ...Object.fromEntries(ours) }).toEqual(default_permissions);
  });
});

interface Command {
  readonly words: readonly string[];
  readonly input: string;
}

/** Executes a block of the document; `gh`, `aws` and `git` are stood in for. */
function execute(script: string, answers: Readonly<Record<string, unknown>>): Command[] {
  const bin = join(folder, 'bin');
  const log = join(folder, 'commands');
  const home = join(folder, 'home');
  mkdirSync(bin, { recursive: true });
  mkdirSync(join(home, 'Downloads'), { recursive: true });
  writeFileSync(join(home, 'Downloads/ORG-key-rotation.2026-01-05.private-key.pem'), APP_KEY);
  writeFileSync(log, '');
  const standIn = resolve('__tests__/dist/command-line.mjs');
  chmodSync(standIn, 0o755);
  for (const name of ['gh', 'aws', 'git']) {
    rmSync(join(bin, name), { force: true });
    symlinkSync(standIn, join(bin, name));
  }
  execFileSync('bash', ['-euc', script], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      PATH: `${bin}:${process.env.PATH}`,
      HOME: home,
      COMMANDS: log,
      ANSWERS: JSON.stringify(answers),
    },
  });
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Command);
}

const commandOf = (commands: readonly Command[], start: string): Command => {
  const found = commands.find(({ words }) => words.join(' ').startsWith(start));
  if (found === undefined) throw new Error(`${start} was not asked.`);
  return found;
};

describe('the commands', () => {
  const [, app = '', stack = ''] = blocks('sh');

  it('start the workflow with inputs that it has', () => {
    const { on } = blocks('yaml').map((yaml) => ({ on: yaml.split('jobs:')[0] ?? '' }))[0] ?? { on: '' };
    for (const command of text.matchAll(/^gh workflow run (\S+)(.*)$/gm)) {
      expect(command[1]).toBe('rotate-aws-access-key.yml');
      for (const [, input] of (command[2] ?? '').matchAll(/-f ([\w-]+)=/g))
        expect(on).toContain(`      ${input}:\n`);
    }
  });

  it('hand the App to the repository under the names that the workflow reads', () => {
    const commands = execute(app, {});
    expect(commandOf(commands, 'gh variable set').words.slice(3)).toEqual([
      'ROTATOR_APP_ID',
      '--body',
      '123456',
    ]);
    expect(commandOf(commands, 'gh secret set')).toMatchObject({ input: APP_KEY });
    expect(commandOf(commands, 'gh secret set').words[3]).toBe('ROTATOR_PRIVATE_KEY');
  });

  for (const [has, providers, path] of [
    ['no identity provider', '', '/'],
    [
      'an identity provider',
      'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com',
      '/ci/',
    ],
  ] as const)
    following(`create the role in an account with ${has}, and a rotation runs with it`, async (newcomer) => {
      const arn = `arn:aws:iam::${VALUES.AccountId}:role/made-by-the-stack`;
      const commands = execute(stack, {
        'aws iam get-user': path,
        'aws iam list-open-id-connect-providers': providers,
        'aws cloudformation describe-stacks': arn,
        'gh api repos/{owner}/{repo}': {
          name: REPO,
          id: VALUES.RepositoryId,
          default_branch: 'main',
          owner: { login: OWNER, id: VALUES.OwnerId },
        },
      });
      const { words } = commandOf(commands, 'aws cloudformation deploy');
      const parameters = words
        .slice(words.indexOf('--parameter-overrides') + 1)
        .map((word) => word.split('=') as [string, string]);
      const resources = stackOf({
        ...Object.fromEntries(parameters),
        'AWS::Partition': 'aws',
        'AWS::AccountId': VALUES.AccountId,
      });
      expect(Object.keys(resources).includes('OidcProvider')).toBe(providers === '');
      expect(commandOf(commands, 'gh variable set').words.slice(3)).toEqual([
        'ROTATOR_ROLE_ARN',
        '--body',
        arn,
      ]);

      newcomer.world.aws.users.clear();
      newcomer.world.aws.addUser(USER, { path });
      const { AssumeRolePolicyDocument, Policies } = resources.RotateRole as {
        AssumeRolePolicyDocument: Document;
        Policies: { PolicyDocument: Document }[];
      };
      newcomer.vars.ROTATOR_ROLE_ARN = newcomer.world.aws.addRole('made-by-the-stack', {
        trust: trustOf(AssumeRolePolicyDocument),
        allow: Policies.flatMap(({ PolicyDocument }) => statementsOf(newcomer.world, PolicyDocument)),
      }).arn;
      newcomer.addProvider();
      newcomer.registerApp();
      newcomer.deployKey();
      expect(await newcomer.missing()).toEqual([]);
      const { outputs } = await newcomer.start({ 'dry-run': 'false', force: 'true' });
      expect(outputs['action-taken']).toBe('created');
    });
});
