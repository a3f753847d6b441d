/** Every kind of job summary, as the built action wrote it: real runs against the sandbox. */
import { addCheckRole, populate, WAIVERS } from '../__tests__/audit/population.ts';
import { nextDay, within } from '../__tests__/dist/scene.ts';
import { sodiumBoxes } from '../sandbox/github/boxes.ts';
import type { StepResult } from '../sandbox/runner/runner.ts';
import { Stand } from '../sandbox/stand.ts';
import {
  addRotationRole,
  deploy,
  HOME,
  ID_NAME,
  pairIn,
  REPOSITORY,
  TOKEN,
  USER,
  World,
} from '../sandbox/world.ts';
import { awsTime, DAY } from '../src/rotation/model.ts';

/** Name → Markdown, by the name of what is to be seen. */
export type Gallery = Map<string, string>;

/** Where the runner found the action: so that the summaries link to its documentation. */
const PUBLISHED = {
  GITHUB_ACTION_REPOSITORY: 'octo-org/rotate-aws-access-key',
  GITHUB_ACTION_REF: 'v1',
};
const PLACES = ['actions', 'environment:production', 'dependabot'];

/** What people can write into names that this project shows: environments and secrets, users, what AWS says of a use. */
const HOSTILE = {
  environment: '"><img src=x onerror=alert(1)><script>alert(2)</script>|[x](javascript:alert(3))`*_~',
  user: 'a_b_+=,.@c-d_',
  service: '<a href="http://evil.example">s3</a>',
  region: '![](http://evil.example/x.png)',
  tag: 'key-rotation:__proto__/+=.@-_',
};

export async function gallery(): Promise<Gallery> {
  const shown: Gallery = new Map();
  const hang = (name: string, { summary }: StepResult): void => {
    if (summary === '') throw new Error(`The run "${name}" wrote no summary.`);
    shown.set(name, summary);
  };
  for (const room of [life, dryRuns, troubles, reactivations, hostile, checks]) await room(hang);
  return shown;
}

type Hang = (name: string, result: StepResult) => void;

/** A key's whole life, with somebody who keeps using it for a while. */
const life = (hang: Hang): Promise<void> =>
  within(59, async ({ world, stand }) => {
    world.github.addEnvironment(REPOSITORY, 'production');
    const rotate = () => stand.rotate({ destinations: PLACES.join('\n') }, PUBLISHED);
    const old = world.aws.key(pairIn(world, HOME).accessKeyId);
    const use = (hoursAgo: number): void => {
      old?.used.push({ at: world.clock.now - (hoursAgo * DAY) / 24, service: 's3', region: 'eu-west-1' });
    };
    hang('nothing-due', await rotate());
    nextDay(world);
    use(50);
    hang('created', await rotate());
    nextDay(world, 3);
    use(5);
    hang('waiting', await rotate());
    nextDay(world, 6);
    use(9);
    hang('straggler', await rotate());
    nextDay(world, 3);
    hang('deactivated', await rotate());
    nextDay(world, 5);
    hang('inactive', await rotate());
    nextDay(world, 9);
    hang('deleted', await rotate());
  });

async function dryRuns(hang: Hang): Promise<void> {
  const dry = { 'dry-run': 'true' };
  await within(20, async ({ stand }) => hang('dry-run', await stand.rotate(dry, PUBLISHED)));
  await within(61, async ({ world, stand }) => {
    hang('dry-run-create', await stand.rotate(dry, PUBLISHED));
    world.aws.addKey(USER, { createdAt: world.aws.daysAgo(200) });
    hang(
      'dry-run-missing',
      await stand.rotate(
        { ...dry, destinations: 'actions\nenvironment:nowhere', 'github-token': 'ghs_unknown' },
        PUBLISHED,
      ),
    );
  });
}

async function troubles(hang: Hang): Promise<void> {
  await within(61, async ({ world, stand }) => {
    world.github.addEnvironment(REPOSITORY, 'production');
    world.wire.faultFor = ({ operation, target }) =>
      operation.startsWith('PUT ') && target.includes('production') ? 'denied' : null;
    hang('failed-places', await stand.rotate({ destinations: PLACES.join('\n') }, PUBLISHED));
  });
  await within(61, async ({ world, stand }) => {
    world.wire.faultFor = ({ operation }) => (operation === 'CreateAccessKey' ? 'denied' : null);
    hang('failed', await stand.rotate({}, PUBLISHED));
  });
  await within(30, async ({ world, stand }) => {
    world.github.setSecret(HOME, ID_NAME, 'AKIASOMEBODYEDITED01');
    hang('refused', await stand.rotate({}, PUBLISHED));
  });
  await within(70, async ({ world, stand }) => {
    world.aws.addKey(USER, { createdAt: world.aws.daysAgo(400) });
    hang('warn', await stand.rotate({}, PUBLISHED));
  });
}

const reactivations = (hang: Hang): Promise<void> =>
  within(61, async ({ world, stand }) => {
    const press = () =>
      stand.step(
        'reactivate',
        { 'role-to-assume': [...world.aws.roles.keys()][0] ?? '', 'user-name': USER },
        PUBLISHED,
      );
    hang('nothing-to-reactivate', await press());
    await stand.rotate();
    nextDay(world, 8);
    await stand.rotate();
    hang('reactivated', await press());
  });

async function hostile(hang: Hang): Promise<void> {
  const world = new World({ boxes: await sodiumBoxes() });
  world.wire.tick = 400;
  world.aws.addUser(HOSTILE.user);
  const { arn } = addRotationRole(world, HOSTILE.user);
  world.aws.user(HOSTILE.user).tags.set(HOSTILE.tag, { key: HOSTILE.tag, value: '<b onclick=alert(4)>' });
  world.github.addRepository(REPOSITORY);
  world.github.addToken(TOKEN, { kind: 'app', permissions: { secrets: 'write', environments: 'write' } });
  world.github.addEnvironment(REPOSITORY, HOSTILE.environment);
  const key = world.aws.addKey(HOSTILE.user, { createdAt: world.aws.daysAgo(61) });
  deploy(world, key, HOME, 61);
  const stand = await Stand.open(world);
  try {
    const given = { 'role-to-assume': arn, destinations: `actions\nenvironment:${HOSTILE.environment}` };
    await stand.rotate(given, PUBLISHED);
    nextDay(world, 9);
    key.used.push({
      at: awsTime(world.clock.now - DAY / 2),
      service: HOSTILE.service,
      region: HOSTILE.region,
    });
    hang('hostile-names', await stand.rotate(given, PUBLISHED));
  } finally {
    await stand.close();
  }
}

async function checks(hang: Hang): Promise<void> {
  const look = async (name: string, given: Record<string, string>, people: (world: World) => void) => {
    const world = new World({ boxes: await sodiumBoxes() });
    const role = addCheckRole(world.aws);
    people(world);
    const stand = await Stand.open(world);
    try {
      hang(name, await stand.step('check', { 'role-to-assume': role, ...given }, PUBLISHED));
    } finally {
      await stand.close();
    }
  };
  const team =
    (ages: Readonly<Record<string, number>>) =>
    (world: World): void => {
      for (const [name, age] of Object.entries(ages)) {
        world.aws.addUser(name);
        const key = world.aws.addKey(name, { createdAt: world.aws.daysAgo(age) });
        key.used.push({ at: world.clock.now - DAY, service: 's3', region: 'eu-west-1' });
      }
    };
  const named = (ages: Readonly<Record<string, number>>) => ({ 'user-names': Object.keys(ages).join('\n') });
  const fine = { 'deploy-web': 12, 'deploy-api': 47, backup: 63 };
  await look('check-compliant', named(fine), team(fine));
  const late = { ...fine, 'vendor-sync': 214, 'nightly-export': 97, 'report-mailer': 82 };
  await look('check-violations', named(late), team(late));
  await look('check-nobody', { 'user-names': 'nobody' }, () => {});
  await look('check-many', { 'all-users': 'true', 'exclude-users': WAIVERS }, populate);
}
