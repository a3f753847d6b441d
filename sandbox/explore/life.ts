/** One simulated life: a world, its judge, and daily runs of the real flow in it. */
import { digest } from '../../src/action/rotate-inputs.ts';
import { RequestRecorder } from '../../src/flow/requests.ts';
import { rotate } from '../../src/flow/rotate.ts';
import type { Outcome } from '../../src/flow/run.ts';
import { rotationSummary } from '../../src/report/summary.ts';
import type { Destination, Layout } from '../../src/rotation/destinations.ts';
import { DAY, gitHubTime, type Policy } from '../../src/rotation/model.ts';
import { toyBoxes } from '../github/boxes.ts';
import { Judge } from '../judge.ts';
import { leakForms } from '../leaks.ts';
import { DEFAULT_POLICY } from '../policy.ts';
import { type Process, startProcess } from '../ports.ts';
import type { Fault } from '../wire.ts';
import { deploy, HOME, ID_NAME, pairIn, SECRET_NAME, stage, USER, type World } from '../world.ts';
import type { Strike } from './schedule.ts';

export interface LifeOptions {
  readonly destinations?: readonly [Destination, ...Destination[]];
  readonly layout?: 'two' | 'json';
  readonly policy?: Partial<Policy>;
  /** A new key works everywhere at once: fewer requests, so that pairs of faults stay countable. */
  readonly settled?: boolean;
}

/** What one run came to: its outcome, or `killed`. */
export type RunResult = Outcome | 'killed';

export class Life {
  readonly world: World;
  readonly judge: Judge;
  readonly destinations: readonly [Destination, ...Destination[]];
  readonly layout: 'two' | 'json';
  policy: Policy;
  runs = 0;
  /** Uses of the deployed pair by its consumer that AWS refused while home was not torn by a fault. */
  failedUses = 0;
  /** Requests since {@link strike} was called. */
  private counted = 0;
  private strikes = new Map<number, Fault>();
  struck = 0;

  constructor({ destinations = [HOME], layout = 'two', policy = {}, settled = false }: LifeOptions = {}) {
    this.destinations = destinations;
    this.layout = layout;
    this.policy = { ...DEFAULT_POLICY, ...policy };
    this.world = stage({
      boxes: toyBoxes,
      idTokens: 'none',
      ...(settled ? { aws: { propagation: { refusedFor: 0, flapsUntil: 0 } } } : {}),
    });
    for (const place of destinations) {
      if (place.scope === 'organization') this.world.github.addOrganization(place.org);
      else if (`${place.owner}/${place.repo}` !== 'octo-org/app')
        this.world.github.addRepository(`${place.owner}/${place.repo}`);
      if (place.scope === 'environment')
        this.world.github.addEnvironment(`${place.owner}/${place.repo}`, place.environment);
    }
    this.judge = new Judge({
      world: this.world,
      destinations,
      layout,
      policy: this.policy,
    });
    this.world.wire.faultFor = () => {
      const fault = this.strikes.get(++this.counted) ?? null;
      if (fault !== null) this.struck++;
      return fault;
    };
    // Every request takes time, so that "before", "after" and "at the same time" differ.
    this.world.wire.tick = 200;
  }

  /** A key as a person would have made and deployed it this many days ago. */
  deployKey(ageInDays: number) {
    const key = this.world.aws.addKey(USER, { createdAt: this.world.clock.now - ageInDays * DAY });
    for (const place of this.destinations)
      if (this.layout === 'two') deploy(this.world, key, place, ageInDays);
      else
        this.world.github.setSecret(
          place,
          'AWS_CREDENTIALS',
          JSON.stringify({ Version: 1, AccessKeyId: key.id, SecretAccessKey: key.secret }),
          { at: gitHubTime(this.world.clock.gitHub - ageInDays * DAY) },
        );
    this.judge.look();
    return key;
  }

  /** From here on requests are counted, and struck as told. */
  strike(strikes: readonly Strike[]): void {
    this.counted = 0;
    this.struck = 0;
    this.strikes = new Map(strikes.map(({ at, fault }) => [at, fault]));
  }

  get requests(): number {
    return this.counted;
  }

  days(days: number): void {
    this.world.clock.advance(days * DAY);
  }

  /** What `dry-run: true` comes to. */
  async dryRun(): Promise<Outcome> {
    const result = await this.process(this.deployed(), undefined, true).outcome;
    if (result === 'killed') throw new Error('A dry run is not struck.');
    return result;
  }

  process(
    deployed = this.deployed(),
    yieldTo?: () => Promise<void>,
    dryRun = false,
  ): { process: Process; outcome: Promise<RunResult> } {
    const name = `run-${++this.runs}`;
    const process = startProcess(this.world, {
      name,
      roleArn: `arn:aws:iam::${this.world.aws.account}:role/rotate`,
      ...(yieldTo === undefined ? {} : { yieldTo }),
    });
    const layout: Layout =
      this.layout === 'json'
        ? { kind: 'json', name: 'AWS_CREDENTIALS' }
        : { kind: 'two', accessKeyIdName: ID_NAME, secretAccessKeyName: SECRET_NAME };
    const outcome = rotate(
      {
        ports: process.ports,
        subject: {
          userName: USER,
          destinations: this.destinations,
          layout,
          destinationsDigest: digest(this.destinations, layout),
        },
        nonce: name,
        id: name,
      },
      { policy: this.policy, deployed, dryRun, repository: { owner: 'octo-org', repo: 'app' } },
    );
    return { process, outcome: Promise.race([outcome, process.killed.then(() => 'killed' as const)]) };
  }

  /** One run of the workflow: it receives what home holds when it is queued, that is now. */
  async run(deployed = this.deployed()): Promise<RunResult> {
    const struckBefore = this.struck;
    const { process, outcome } = this.process(deployed);
    const result = await outcome;
    this.searchForLeaks(process, result);
    if (
      this.struck === struckBefore &&
      result !== 'killed' &&
      result.failure === null &&
      result.plan?.outcome !== 'refuse'
    )
      this.judge.endOfCleanRun();
    return result;
  }

  deployed() {
    return pairIn(this.world, this.destinations[0], this.layout);
  }

  /** The consumer: a job that uses what home holds, as jobs do every day. */
  use(): void {
    const pair = this.deployed();
    if (pair.accessKeyId === '') return;
    try {
      this.world.aws.authenticate(pair, 's3', 'eu-west-1');
    } catch {
      this.failedUses++;
    }
  }

  /** Invariant 5: no secret in anything that leaves the process, in any of the forms that could be read back. */
  private searchForLeaks(process: Process, result: RunResult): void {
    const text = [
      ...process.printed,
      result === 'killed'
        ? ''
        : JSON.stringify([
            result.plan,
            result.deeds,
            result.failure,
            result.failure?.message,
            result.failure?.stack,
          ]),
      result === 'killed'
        ? ''
        : rotationSummary({
            observation: result.after,
            plan: result.plan,
            deeds: result.deeds,
            failure: result.failure,
            dryRun: false,
            policy: this.policy,
            requests: new RequestRecorder(),
            pageAt: (heading) => heading,
          }),
    ].join('\n');
    for (const key of this.world.aws.everIssued)
      for (const form of leakForms(key.secret))
        if (text.includes(form)) this.judge.violations.push(`5: the secret of ${key.id} was printed`);
    if (process.received.some((secret) => !process.masked.includes(secret)))
      this.judge.violations.push('5: a new secret was not masked');
  }
}
