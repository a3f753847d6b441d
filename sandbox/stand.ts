/** The world behind loopback servers, and the built action in front of it: one workflow run after another. */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { Contract } from './github/contract.ts';
import { awsHandler } from './http/aws.ts';
import { type GitHubTransport, gitHubHandler } from './http/github.ts';
import { oidcHandler } from './http/oidc.ts';
import { type Listening, listen, type Transport } from './http/server.ts';
import { projectRoot } from './project.ts';
import { runStep, type StepResult } from './runner/runner.ts';
import { HOME, ID_NAME, pairIn, REPOSITORY, SECRET_NAME, TOKEN, type World } from './world.ts';

export interface StandOptions {
  readonly node?: string;
  /** Directory that holds `action.yml` and `dist/`; by default this project. */
  readonly actionRoot?: string;
  /** Real milliseconds after which a run is killed. */
  readonly timeout?: number;
}

export class Stand {
  readonly world: World;
  readonly transport: Transport & GitHubTransport;
  private readonly servers: readonly Listening[];
  private readonly options: StandOptions;
  private readonly children = new Map<string, ChildProcess>();
  private runs = 0;
  /** During a run, time passes by itself this many times as fast as real time; 0 = it stands still but for `tick`. */
  lapse = 0;

  private constructor(
    world: World,
    transport: Transport & GitHubTransport,
    servers: readonly Listening[],
    options: StandOptions,
  ) {
    this.world = world;
    this.transport = transport;
    this.servers = servers;
    this.options = options;
    transport.onKilled = async (run) => {
      const child = this.children.get(run);
      const gone = new Promise((resolve) => child?.once('exit', resolve));
      child?.kill('SIGKILL');
      await gone;
    };
  }

  static async open(world: World, options: StandOptions = {}): Promise<Stand> {
    const transport: Transport & GitHubTransport = {
      latency: 0,
      run: 'run-0',
      onKilled: () => {},
      prefix: '',
      violations: [],
    };
    const contract = new Contract();
    const servers = await Promise.all([
      listen(world, transport, awsHandler(world)),
      listen(world, transport, gitHubHandler(world, contract, transport)),
      listen(world, transport, oidcHandler(world)),
    ]);
    return new Stand(world, transport, servers, options);
  }

  async close(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.close()));
  }

  /** Where the services are; the SDK, the toolkit and the action find them by these variables, as everywhere. */
  get environment(): Record<string, string> {
    const [aws, github, oidc] = this.servers.map((server) => server.url);
    return {
      AWS_ENDPOINT_URL_IAM: aws ?? '',
      AWS_ENDPOINT_URL_STS: aws ?? '',
      AWS_EC2_METADATA_DISABLED: 'true',
      GITHUB_API_URL: github ?? '',
      GITHUB_SERVER_URL: 'https://github.com',
      ACTIONS_ID_TOKEN_REQUEST_URL: `${oidc}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: this.world.issuer.requestToken,
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_EVENT_NAME: 'schedule',
      GITHUB_REF: 'refs/heads/main',
    };
  }

  /** One run of a workflow whose only step is the action, with what home holds now as its inputs. */
  async rotate(
    given: Readonly<Record<string, string>> = {},
    env: Readonly<Record<string, string>> = {},
  ): Promise<StepResult> {
    const pair = pairIn(this.world, HOME);
    return await this.step(
      '.',
      {
        'role-to-assume': [...this.world.aws.roles.keys()][0] ?? '',
        'github-token': TOKEN,
        'access-key-id': pair.accessKeyId,
        'secret-access-key': pair.secretAccessKey,
        ...given,
      },
      env,
    );
  }

  /**
   * @param action folder of the action.yml, relative to the project.
   * @param job what the step's job brings along: by default what a job would have that only holds this step.
   */
  async step(
    action: string,
    given: Readonly<Record<string, string>>,
    env: Readonly<Record<string, string>> = {},
    job: { readonly secrets?: readonly string[]; readonly workspace?: string } = {},
  ): Promise<StepResult> {
    const run = `run-${++this.runs}`;
    this.transport.run = run;
    this.world.clock.lapse(this.lapse);
    const result = await runStep({
      action: join(this.options.actionRoot ?? projectRoot(), action),
      with: given,
      // The runner knows the job's secrets: the token and whatever the workflow took from the secret store.
      secrets: (
        job.secrets ?? [given['github-token'], given['access-key-id'], given['secret-access-key']]
      ).filter((value): value is string => value !== undefined && value !== ''),
      ...(job.workspace === undefined ? {} : { workspace: job.workspace }),
      env: { ...this.environment, GITHUB_RUN_ID: String(this.runs), GITHUB_RUN_ATTEMPT: '1', ...env },
      clockOffset: this.world.clock.now - Date.now(),
      timerDivisor: this.lapse > 0 ? 1 : 200,
      timeLapse: Math.max(1, this.lapse),
      ...(this.options.node === undefined ? {} : { node: this.options.node }),
      ...(this.options.timeout === undefined ? {} : { timeout: this.options.timeout }),
      onSpawn: (child) => this.children.set(run, child),
    });
    this.world.clock.lapse(0);
    return result;
  }
}

export { ID_NAME, SECRET_NAME };
