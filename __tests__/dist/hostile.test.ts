/**
 * Whatever a service answers, at whichever request: nothing of it is obeyed, rendered or let out, the run ends in words of
 * ours, and these are true. The built action, spawned as GitHub's runner does.
 */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { ALL_TEXTS, ANSWERS, LARGE, MARK, TEXTS } from '../../sandbox/hostile.ts';
import { leaksIn } from '../../sandbox/leaks.ts';
import type { StepResult } from '../../sandbox/runner/runner.ts';
import type { Exchange } from '../../sandbox/wire.ts';
import { HOME, pairIn, USER, type World } from '../../sandbox/world.ts';
import { counted } from '../counted.ts';
import { open, type Scene } from './scene.ts';

const CODES = [
  'refusals',
  ...[...readFileSync('docs/troubleshooting.md', 'utf8').matchAll(/^### ([\w-]+)$/gm)].map(
    ([, code]) => code,
  ),
];
const { outputs: OUTPUTS } = parse(readFileSync('action.yml', 'utf8')) as { outputs: object };
/** What an action says to the runner as a matter of course. */
const USUAL = ['add-mask', 'debug', 'endgroup', 'error', 'group', 'notice', 'warning'];
const SPEAKING = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

let runs = 0;
afterAll(() => {
  counted(
    'hostile answers',
    `${runs} runs of the built action; ${TEXTS.length} texts that would speak, and one of a mebibyte`,
  );
});

// What must be true of every run.

function inTheLog({ commands, annotations, complaints, log, stdout, stderr }: StepResult): string[] {
  const own = commands.filter(({ name }) => USUAL.includes(name));
  return [
    ...commands.filter((command) => !own.includes(command)).map(({ name }) => `obeyed ${name}`),
    ...own.filter(({ name, data }) => name === 'add-mask' && data.includes(MARK)).map(() => 'masked it'),
    ...annotations
      .filter(
        ({ message, properties }) => message.startsWith(MARK) || JSON.stringify(properties).includes(MARK),
      )
      .map(({ message }) => `annotated ${message.slice(0, 80)}`),
    ...(annotations.length > 3 ? [`${annotations.length} annotations`] : []),
    ...complaints.map((complaint) => `the runner: ${complaint}`),
    ...log
      .flatMap((entry) => entry.split('\n'))
      .flatMap((line) => [
        ...(SPEAKING.test(line) ? [`control characters in ${JSON.stringify(line.slice(0, 80))}`] : []),
        ...(line.length > 4_100 ? [`a line of ${line.length} characters`] : []),
      ]),
    ...(stdout.length + stderr.length > 64 * 1024
      ? [`${stdout.length + stderr.length} characters printed`]
      : []),
    ...(stderr === '' ? [] : [`stderr: ${stderr.slice(0, 200)}`]),
  ];
}

function inTheFiles({ written, outputs, summary }: StepResult): string[] {
  const lines = summary.split('\n').filter((line) => line.includes(MARK));
  const shown = (line: string) =>
    line
      .replace(/^\*\*(?:Now|Do):\*\* /, '')
      .replace(/<\/?code>|<br>|<!-- -->|&nbsp;/g, '')
      .replace(/^\| .* \|$/, (row) => row.replaceAll(' | ', ' ').slice(2, -2));
  return [
    ...(['env', 'state', 'path'] as const)
      .filter((file) => written[file] !== '')
      .map((file) => `wrote ${file}`),
    ...Object.keys(outputs)
      .filter((name) => !(name in OUTPUTS))
      .map((name) => `output ${name}`),
    ...(JSON.stringify(outputs).includes(MARK) ? ['it is in an output'] : []),
    ...lines
      .filter((line) => /[<>`*_{}[\]()!|~\\@$]|&(?!#\d+;)/.test(shown(line)))
      .map((line) => `rendered: ${line.slice(0, 200)}`),
    ...(/^```mermaid$[^`]*HOSTILE/m.test(summary) ? ['it is in the diagram'] : []),
    ...(SPEAKING.test(summary.replaceAll('\n', '')) ? ['control characters in the summary'] : []),
    ...(summary.length > 256 * 1024 ? [`a summary of ${summary.length} characters`] : []),
  ];
}

function theEnd({ exitCode, conclusion, log, outputs, summary, annotations }: StepResult): string[] {
  if (exitCode === 0)
    return conclusion === 'success' && outputs['action-taken'] !== undefined && summary !== ''
      ? []
      : ['green by accident'];
  const said = annotations.map(({ message }) => message).join('\n');
  const [, code] = /troubleshooting\.md#([\w-]+)/.exec(said) ?? [];
  return [
    ...(exitCode === 1 ? [] : [`exit code ${exitCode}`]),
    ...(code !== undefined && CODES.includes(code) ? [] : [`no code of ours: ${said.slice(0, 400)}`]),
    ...(log.some((line) => /^\s+at .+:\d+:\d+/m.test(line)) ? ['a stack'] : []),
  ];
}

/** What a person would go and look at. */
const things = (world: World) => {
  const { keys, tags } = world.aws.user(USER);
  return {
    keys: keys.map(({ id, status }) => `${id} ${status}`),
    tags: [...tags].map(([name, value]) => `${name}=${value}`).sort(),
    home: pairIn(world, HOME),
  };
};
type Things = ReturnType<typeof things>;

/** Each sentence about how things stand, held against how they stand. */
function theTruth(before: Things, world: World, { annotations, outputs }: StepResult): string[] {
  const said = annotations.map(({ message }) => message).join('\n');
  const after = things(world);
  const same = (part: keyof Things) => JSON.stringify(before[part]) === JSON.stringify(after[part]);
  const { accessKeyId, secretAccessKey } = after.home;
  const owner = world.aws.everIssued.find(({ secret }) => secret === secretAccessKey);
  const isWhole =
    owner?.id === accessKeyId && owner.status === 'Active' && after.keys.includes(`${accessKeyId} Active`);
  const claims: readonly [RegExp, boolean][] = [
    [/^Nothing was changed\./m, same('keys') && same('tags') && same('home')],
    [/Nothing was written\./, same('home')],
    [/No key was created\.|The new key was deleted again/, same('keys')],
    [/holds the new secret beside the old ID: jobs that start now fail/, !isWhole],
  ];
  return [
    ...claims
      .filter(([claim, holds]) => claim.test(said) && !holds)
      .map(([claim]) => `untrue: ${claim.source}`),
    ...(isWhole || /the new secret(?: beside the old ID|, and may hold the old ID)/.test(said)
      ? []
      : ['untrue: home is torn, and nobody says so']),
    ...(outputs['action-taken'] === 'none' &&
    !(same('keys') && same('home')) &&
    !said.includes('A key may have been created')
      ? ['untrue: action-taken none']
      : []),
  ];
}

async function problemsOf({ world, stand }: Scene, rotate: () => Promise<StepResult> = () => stand.rotate()) {
  const before = things(world);
  const result = await rotate();
  runs++;
  return {
    result,
    problems: [
      ...inTheLog(result),
      ...inTheFiles(result),
      ...theEnd(result),
      ...theTruth(before, world, result),
      ...leaksIn(world, result),
    ],
  };
}

// Answers.

/** Runs some at a time: most of a run is waiting, for the machine or on purpose. */
async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all([lane(), lane(), lane()]);
}

const nameOf = ({ operation, target }: Pick<Exchange, 'operation' | 'target'>): string =>
  `${operation} ${target}`;

async function opened(ageInDays: number): Promise<Scene> {
  const scene = await open(ageInDays, { timeout: 300_000 });
  scene.world.aws.propagation = { refusedFor: 0, flapsUntil: 0 };
  return scene;
}

describe.each([
  ['on a day on which nothing is due', 10, 0, 2],
  // What comes before is what every run asks.
  ['when a key is created', 61, 8, 4],
])('%s, an answer that makes no sense', (_when, age, first, share) => {
  it('breaks nothing, wherever it comes from', async () => {
    const undisturbed = await opened(age);
    await undisturbed.stand.rotate();
    await undisturbed.stand.close();
    const requests = undisturbed.world.wire.log.map(nameOf);
    const cases = requests
      .map((request, at) => ({
        request,
        nth: requests.slice(0, at + 1).filter((other) => other === request).length,
        // The second of four proofs in a row meets what the first one met.
        again: requests[at - 1] === request,
      }))
      .slice(first)
      .filter(({ again }) => !again)
      .flatMap(({ request, nth }) => Object.keys(ANSWERS).map((answer) => ({ request, nth, answer })))
      // Each run of the action costs most of a second of a processor: one request meets one share of the answers, the
      // next one the next. HOSTILE=all tries them all.
      .filter((_case, index) => process.env.HOSTILE === 'all' || index % share === 0);
    expect(cases.length).toBeGreaterThan(50);
    const found: object[] = [];
    await eachOf(cases, async ({ request, nth, answer }) => {
      const scene = await opened(age);
      // From the nth request of this kind on: a repetition hears no better.
      let heard = 0;
      scene.stand.transport.tamper = (exchange, reply) =>
        nameOf(exchange) === request && ++heard >= nth ? (ANSWERS[answer]?.(reply) ?? reply) : reply;
      // Octokit waits for seconds between its attempts.
      if (/^(?:GET|PUT) /.test(request)) scene.stand.lapse = 8;
      const { problems, result } = await problemsOf(scene);
      await scene.stand.close();
      if (heard === 0) problems.push('nothing was asked');
      // A refusal that comes after the deed is a lie that nobody can see through.
      const told = answer.startsWith('a refusal')
        ? problems.filter((problem) => !problem.startsWith('untrue'))
        : problems;
      if (told.length > 0) found.push({ request, nth, answer, exitCode: result.exitCode, problems: told });
    });
    expect(found).toEqual([]);
  });
});

describe('texts that would speak', () => {
  const twoKeys = async (): Promise<Scene> => {
    const scene = await opened(10);
    const { world } = scene;
    const previous = world.aws.addKey(USER, { createdAt: world.aws.daysAgo(100) });
    const [current] = world.aws.everIssued;
    if (current !== undefined) world.github.setSecret(HOME, 'AWS_ACCESS_KEY_ID', current.id);
    return Object.assign(scene, { previous });
  };

  it('in the user’s tags, in a key’s last use and in the run’s own names', async () => {
    await eachOf([...TEXTS, ALL_TEXTS, LARGE], async (text) => {
      const scene = await twoKeys();
      scene.stand.transport.tamper = (exchange, reply) => {
        const inXml = text
          .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\uffff]/g, '?')
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;');
        if (exchange.operation === 'ListUserTags')
          return {
            ...reply,
            body: reply.body.replace(
              /<Tags>.*<\/Tags>|<Tags\/>/s,
              `<Tags><member><Key>key-rotation:${inXml}</Key><Value>${inXml}</Value></member><member><Key>key-rotation:intent:${inXml}</Key><Value>aws=2026-01-05T06:00:00Z github=2026-01-05T06:00:00Z run=${inXml}</Value></member><member><Key>${inXml}</Key><Value>${inXml}</Value></member></Tags>`,
            ),
          };
        return exchange.operation === 'GetAccessKeyLastUsed'
          ? {
              ...reply,
              body: reply.body.replace(/<(ServiceName|Region)>[^<]*</g, (_all, name) => `<${name}>${inXml}<`),
            }
          : reply;
      };
      const given = text.replaceAll('\0', '').slice(0, 100_000);
      const { problems, result } = await problemsOf(scene, () =>
        scene.stand.rotate({}, { GITHUB_RUN_ID: given, GITHUB_RUN_ATTEMPT: given }),
      );
      await scene.stand.close();
      expect({ text: text.slice(0, 80), problems }).toEqual({ text: text.slice(0, 80), problems: [] });
      expect(result.log.join('\n')).toContain('last use');
    });
  }, 300_000);

  it('in every input: each is refused in one annotation', async () => {
    await eachOf([...TEXTS, ALL_TEXTS, LARGE], async (text) => {
      const scene = await opened(10);
      const given = text.replaceAll('\0', '').slice(0, 100_000);
      const result = await scene.stand.rotate({
        'user-name': given,
        'role-to-assume': given,
        destinations: `organization:${given}`,
        'access-key-id-name': given,
        'rotate-after-days': given,
        'foreign-key': given,
      });
      runs++;
      await scene.stand.close();
      const { annotations, ...rest } = result;
      expect(annotations.length).toBeGreaterThan(5);
      expect(inTheLog({ ...rest, annotations: annotations.slice(0, 1) })).toEqual([]);
      expect([result.exitCode, scene.world.wire.log.length]).toEqual([1, 0]);
    });
  }, 300_000);
});
