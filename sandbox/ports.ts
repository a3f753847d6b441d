/** The in-process transport: a run's ports that reach the world by plain calls through the wire. */

import type { Identity, Ports } from '../src/flow/ports.ts';
import { type AwsTime, awsTime } from '../src/rotation/model.ts';
import { type AskIam, assumeRole, keyStore, logTo, prover, secretStore, unwrap } from './adapters.ts';
import type { Credentials } from './aws/account.ts';
import { toySeal } from './github/boxes.ts';
import type { Request } from './wire.ts';
import type { World } from './world.ts';

/** One simulated process: its ports, what it printed, and the moment at which it was killed, if it was. */
export interface Process {
  readonly ports: Ports;
  readonly printed: string[];
  readonly masked: string[];
  /** Secrets that `CreateAccessKey` gave to this process. */
  readonly received: string[];
  /** Resolves when a fault kills the process; nothing it awaits ever comes back after that. */
  readonly killed: Promise<void>;
}

export interface ProcessOptions {
  readonly name: string;
  readonly roleArn: string;
  /** Called at each request before it is sent; lets two processes be interleaved. */
  readonly yieldTo?: () => Promise<void>;
  readonly seal?: (publicKey: string, text: string) => string | Promise<string>;
}

/**
 * How long every request takes, in turns of the microtask queue: more than what lies between an answer and the request
 * that it sets in motion, so that a promise more or less in the caller is not taken for a round trip.
 */
const LATENCY = 12;

export function startProcess(world: World, options: ProcessOptions): Process {
  const printed: string[] = [];
  const masked: string[] = [];
  const received: string[] = [];
  let kill: () => void = () => {};
  const killed = new Promise<void>((resolve) => {
    kill = resolve;
  });
  let awsNow: AwsTime | null = null;
  let credentials: Credentials | null = null;

  /** Sends one request. A killed process never hears of anything again. */
  async function send<T>(request: Omit<Request, 'run'>, act: () => T): Promise<T> {
    await options.yieldTo?.();
    const exchange = world.wire.open({ ...request, run: options.name });
    // Whatever is sent before the answer comes is under way at the same time.
    for (let turn = 0; turn < LATENCY; turn++) await null;
    const answer = world.wire.perform(exchange, act);
    // The ID token's answer carries GitHub's time.
    const fromAws = request.service === 'iam' || request.service === 'sts';
    if (fromAws && answer.kind !== 'killed' && answer.kind !== 'lost')
      awsNow = awsTime(Math.max(awsNow ?? 0, world.clock.aws));
    await Promise.resolve();
    world.wire.close(exchange);
    if (answer.kind === 'killed') {
      kill();
      return await new Promise<never>(() => {});
    }
    return unwrap(exchange, answer);
  }

  const askIam: AskIam = (operation, target, act, mutates) =>
    send({ service: 'iam', operation, target, mutates: mutates !== undefined }, () => {
      if (credentials === null) throw new Error('The session was not opened.');
      return act(world.aws.authenticate(credentials, 'iam'));
    });

  let opened: Promise<Identity> | null = null;
  const open = async (): Promise<Identity> => {
    const assumed = await assumeRole(world, send, options.roleArn);
    credentials = assumed.credentials;
    return assumed.identity;
  };

  const ports: Ports = {
    session: {
      open: () => {
        opened ??= open();
        return opened;
      },
      outlive: async () => {},
    },
    keys: keyStore(world, askIam, (secret) => received.push(secret)),
    prover: prover(world, send),
    secrets: secretStore(world, send),
    sealer: { seal: async (publicKey, text) => await (options.seal ?? toySeal)(publicKey, text) },
    clock: {
      aws: () => {
        if (awsNow === null) throw new Error('AWS has not answered yet.');
        return awsNow;
      },
      sleep: async (milliseconds) => {
        world.clock.advance(milliseconds);
      },
    },
    log: logTo(printed, masked),
  };
  return { ports, printed, masked, received, killed };
}
