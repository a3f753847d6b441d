/** Every way in which the action speaks to the runner: what it was given to say is said, and nothing of it is obeyed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LARGE, TEXTS } from '../../sandbox/hostile.ts';
import { parseFile } from '../../sandbox/runner/commands.ts';
import { LineReader, Listener } from '../../sandbox/runner/listener.ts';
import { Masker } from '../../sandbox/runner/masks.ts';
import { failAsDefect, failInputs, failWith } from '../../src/action/finish.ts';
import { harmless, runnerLog } from '../../src/action/log.ts';
import { setOutputs } from '../../src/action/outputs.ts';
import { Failure } from '../../src/flow/errors.ts';
import { ServiceError } from '../../src/flow/ports.ts';
import { counted } from '../counted.ts';

const RUNS = 500;
let texts = 0;
afterAll(() => counted('hostile texts', `${texts} said by the writers of log, annotations and outputs`));

/** A text that speaks, on its own or in between, in the middle of anything. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...TEXTS),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('\n', '\r', ' ', '::', '##['),
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(''));

/** What the runner hears while something is written. The exit code is the writer's own business, not this process's. */
async function heard(write: () => unknown): Promise<Listener> {
  const [real, exitCode] = [process.stdout.write, process.exitCode];
  let printed = '';
  process.stdout.write = (chunk: string | Uint8Array) => {
    printed += chunk.toString();
    return true;
  };
  try {
    await write();
  } finally {
    process.stdout.write = real;
    process.exitCode = exitCode;
  }
  const listener = new Listener(new Masker());
  const reader = new LineReader();
  for (const line of [...reader.read(printed), ...reader.end()]) listener.hear(line);
  return listener;
}

const failure = (text: string) =>
  new Failure('aws-failed', { message: text, state: text, remedy: text, places: [] });

/** Each writer with the commands that are its own. */
const WRITERS: readonly [name: string, write: (text: string) => unknown, own: readonly string[]][] = [
  ['a line of the log', (text) => runnerLog.info(text), []],
  ['a warning', (text) => runnerLog.warning(text, 'refusals'), ['warning']],
  ['a group', (text) => runnerLog.group(text, async () => runnerLog.info(text)), ['group', 'endgroup']],
  ['a failure', (text) => failWith(failure(text)), ['error']],
  ['bad inputs', (text) => failInputs([text, text]), ['error', 'error', 'error']],
  ['a defect', (text) => failAsDefect(new Error(text)), ['error']],
  ['a defect that is no error', (text) => failAsDefect(text), ['error']],
];

describe('what is written', () => {
  it.each(WRITERS)('as %s speaks for itself alone', async (_name, write, own) => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        texts++;
        const { commands, log, failures } = await heard(() => write(text));
        expect(commands.map(({ name }) => name)).toEqual(own);
        expect(failures).toEqual([]);
        expect(log.join('\n').replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: RUNS },
    );
  });

  it.each(WRITERS)('as %s is short, however long it is', async (_name, write) => {
    const { log } = await heard(() => write(`${LARGE}\n${LARGE}`));
    for (const line of log.flatMap((entry) => entry.split('\n'))) expect(line.length).toBeLessThan(4_100);
  });

  it('keeps the words: letters, line breaks and key IDs’ dots are as they were', () => {
    const usual = 'Key …UG5T of user deployer: Active – “61 days” old.\nDo: run again (§ 3.2) 🔑';
    expect(harmless(usual)).toBe(usual);
  });

  it('as an output is one value, whatever it holds', () => {
    const folder = mkdtempSync(join(tmpdir(), 'output-'));
    const path = join(folder, 'output');
    const before = process.env.GITHUB_OUTPUT;
    process.env.GITHUB_OUTPUT = path;
    try {
      fc.assert(
        fc.property(hostile, (text) => {
          texts++;
          writeFileSync(path, '');
          setOutputs({ plan: text, 'access-key-id': 'its own' });
          const { values, problem } = parseFile(readFileSync(path, 'utf8'));
          expect(problem).toBeUndefined();
          expect(Object.keys(values)).toEqual(['plan', 'access-key-id']);
          expect(values['access-key-id']).toBe('its own');
        }),
        { numRuns: RUNS },
      );
    } finally {
      if (before === undefined) delete process.env.GITHUB_OUTPUT;
      else process.env.GITHUB_OUTPUT = before;
      rmSync(folder, { recursive: true });
    }
  });
});

it('an error of a service is bounded in every part', () => {
  const { message, code, requestId, acceptedPermissions } = new ServiceError({
    service: 'iam',
    operation: 'TagUser',
    code: LARGE,
    status: 400,
    message: LARGE,
    requestId: LARGE,
    acceptedPermissions: LARGE,
  });
  for (const part of [message, code, requestId ?? '', acceptedPermissions ?? '']) {
    expect(part.length).toBeLessThan(1_100);
    expect(part).toContain('…');
  }
});
