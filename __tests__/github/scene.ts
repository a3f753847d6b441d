/** The real GitHub client against the sandbox's GitHub over HTTP; AWS in process. */

import { sodiumBoxes } from '../../sandbox/github/boxes.ts';
import { Contract } from '../../sandbox/github/contract.ts';
import { gitHubHandler } from '../../sandbox/http/github.ts';
import { listen } from '../../sandbox/http/server.ts';
import { DEFAULT_POLICY } from '../../sandbox/policy.ts';
import { startProcess } from '../../sandbox/ports.ts';
import {
  deploy,
  HOME,
  ID_NAME,
  pairIn,
  SECRET_NAME,
  stage,
  TOKEN,
  USER,
  type World,
  type WorldOptions,
} from '../../sandbox/world.ts';
import { digest } from '../../src/action/rotate-inputs.ts';
import type { SecretStore } from '../../src/flow/ports.ts';
import { RequestRecorder } from '../../src/flow/requests.ts';
import { rotate } from '../../src/flow/rotate.ts';
import type { Outcome } from '../../src/flow/run.ts';
import { sodiumSealer } from '../../src/github/sealed-box.ts';
import { gitHubSecrets } from '../../src/github/secrets.ts';
import type { Destination, Layout } from '../../src/rotation/destinations.ts';

export const ORG: Destination = { scope: 'organization', app: 'actions', org: 'octo-org' };

const layout: Layout = { kind: 'two', accessKeyIdName: ID_NAME, secretAccessKeyName: SECRET_NAME };

export interface Scene {
  readonly world: World;
  readonly secrets: SecretStore;
  /** What the client said in the log. */
  readonly told: readonly string[];
  /** One run of the real flow, with what home holds now. */
  readonly run: (
    destinations: readonly [Destination, ...Destination[]],
    dryRun?: boolean,
  ) => Promise<Outcome>;
}

/** A world in which the deployed key is due, its repository's organization, and a client of its GitHub. */
export async function within(
  act: (scene: Scene) => Promise<void>,
  options: Partial<WorldOptions> = {},
): Promise<void> {
  const world = stage({
    boxes: await sodiumBoxes(),
    aws: { propagation: { refusedFor: 0, flapsUntil: 0 } },
    ...options,
  });
  world.github.addOrganization('octo-org');
  deploy(world, world.aws.addKey(USER, { createdAt: world.aws.daysAgo(61) }), HOME, 61);
  const transport = { latency: 0, run: 'test', onKilled: () => {}, prefix: '', violations: [] };
  const server = await listen(world, transport, gitHubHandler(world, new Contract(), transport));
  const told: string[] = [];
  const secrets = gitHubSecrets({
    token: TOKEN,
    apiUrl: server.url,
    repository: { owner: 'octo-org', id: 1000 },
    requests: new RequestRecorder(),
    log: { info: (line) => told.push(line) },
  });
  let runs = 0;
  const run: Scene['run'] = (destinations, dryRun = false) => {
    const name = `run-${++runs}`;
    const roleArn = `arn:aws:iam::${world.aws.account}:role/rotate`;
    const { ports } = startProcess(world, { name, roleArn });
    return rotate(
      {
        ports: { ...ports, secrets, sealer: sodiumSealer },
        subject: {
          userName: USER,
          destinations,
          layout,
          destinationsDigest: digest([...destinations], layout),
        },
        nonce: name,
        id: name,
      },
      {
        policy: DEFAULT_POLICY,
        deployed: pairIn(world, destinations[0]),
        dryRun,
        repository: { owner: 'octo-org', repo: 'app' },
      },
    );
  };
  try {
    await act({ world, secrets, told, run });
  } finally {
    await server.close();
  }
}
