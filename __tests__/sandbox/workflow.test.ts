/** A workflow file is run as GitHub would run it, or refused: what the examples' tests rest on. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sodiumBoxes } from '../../sandbox/github/boxes.ts';
import type { Circumstances, JobRun } from '../../sandbox/runner/job.ts';
import { runWorkflow } from '../../sandbox/runner/workflow.ts';
import { Stand } from '../../sandbox/stand.ts';
import { HOME, REPOSITORY, World } from '../../sandbox/world.ts';

let folder: string;
let stand: Stand;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workflow-'));
  const world = new World({ boxes: await sodiumBoxes() });
  world.github.addRepository(REPOSITORY);
  world.github.addEnvironment(REPOSITORY, 'prod');
  world.github.setSecret(HOME, 'WORD', 'of the repository');
  world.github.setSecret(HOME, 'OTHER', 'other');
  const place = {
    scope: 'environment',
    app: 'actions',
    owner: 'octo-org',
    repo: 'app',
    environment: 'prod',
  } as const;
  world.github.setSecret(place, 'WORD', 'of the environment');
  stand = await Stand.open(world);
});
afterAll(async () => {
  await stand.close();
  rmSync(folder, { recursive: true });
});

/** Expressions are written `<<…>>` here, since `$` and braces mean something in TypeScript. */
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text.replaceAll('<<', '$'.concat('{{ ')).replaceAll('>>', ' }}'));
  return path;
};

/** `say/it` notes what it is given. */
async function run(
  text: string,
  how: Partial<Circumstances> = {},
): Promise<{ jobs: JobRun[]; said: string[] }> {
  const said: string[] = [];
  const say = ({ word = '', fail = '' }: Readonly<Record<string, string>>) => {
    said.push(word);
    if (fail !== '') throw new Error(fail);
    return { word };
  };
  const jobs = await runWorkflow(stand, file('main.yml', text), {
    event: 'push',
    standIns: { 'say/it': say },
    ...how,
  });
  return { jobs, said };
}

describe('jobs', () => {
  it('run after those they need; a failure skips what asks for nothing else', async () => {
    const { jobs, said } = await run(`
on: push
jobs:
  last: {needs: [first], steps: [{uses: say/it@1, with: {word: last}}]}
  anyway: {needs: first, if: always(), steps: [{uses: say/it@1, with: {word: "anyway <<needs.first.result>>"}}]}
  first:
    steps:
      - {uses: say/it@1, with: {word: first, fail: because}}
      - {uses: say/it@1, with: {word: never}}
      - {if: failure(), uses: say/it@1, with: {word: cleanup}}
`);
    expect(said).toEqual(['first', 'cleanup', 'anyway failure']);
    expect(Object.fromEntries(jobs.map(({ name, conclusion }) => [name, conclusion]))).toEqual({
      first: 'failure',
      anyway: 'success',
      last: 'skipped',
    });
  });

  it('are made from a matrix, of lists or of include', async () => {
    const { said } = await run(
      `
on: [push]
jobs:
  lists: {strategy: {matrix: {a: [1, 2], b: [x, y]}}, steps: [{uses: say/it@1, with: {word: "<<matrix.a>><<matrix.b>>"}}]}
  include:
    strategy: {matrix: '<<fromJSON(vars.M)>>'}
    steps: [{uses: say/it@1, with: {word: "<<matrix.a>>"}}]
`,
      { vars: { M: '{"include":[{"a":"z"}]}' } },
    );
    expect(said).toEqual(['1x', '1y', '2x', '2y', 'z']);
  });

  it('read an environment’s secrets over the repository’s; a fork’s pull request reads none', async () => {
    const text = `
on: {push: , pull_request: }
jobs:
  a: {steps: [{uses: say/it@1, with: {word: "<<secrets.WORD>>"}}]}
  b: {environment: {name: prod}, steps: [{uses: say/it@1, with: {word: "<<secrets.word>>", }}, {uses: say/it@1, with: {word: "<<secrets.OTHER>>"}}]}
`;
    expect((await run(text)).said).toEqual(['of the repository', 'of the environment', 'other']);
    expect((await run(text, { event: 'pull_request', fork: true })).said).toEqual(['', '', '']);
  });

  it('get an ID token only with id-token: write', async () => {
    const text = (permissions: string) => `
on: push
permissions: ${permissions}
jobs: {a: {steps: [{uses: OWNER/rotate-aws-access-key/reactivate@COMMIT, with: {role-to-assume: 'arn:aws:iam::123456789012:role/x', user-name: y}}]}}
`;
    const logOf = async (permissions: string) =>
      (await run(text(permissions))).jobs[0]?.steps[0]?.result?.log.join();
    expect(await logOf('{}')).toContain('this job can get no OIDC ID token');
    expect(await logOf('{id-token: write}')).not.toContain('this job can get no OIDC ID token');
  });
});

describe('a called workflow', () => {
  const called = () => ({
    'o/r/called.yml': file(
      'called.yml',
      `
on: {workflow_call: {inputs: {a: {type: string, default: x}}, secrets: {s: {required: true}}, outputs: {out: {value: "<<jobs.j.outputs.o>>"}}}}
jobs: {j: {permissions: {id-token: write}, outputs: {o: 'done'}, steps: [{uses: say/it@1, with: {word: '<<inputs.a>> <<secrets.s>>'}}]}}
`,
    ),
  });
  const caller = (fields: string) => `
on: push
jobs:
  c: {uses: o/r/called.yml@1, ${fields}}
  d: {needs: c, steps: [{uses: say/it@1, with: {word: "<<needs.c.outputs.out>>"}}]}
`;
  const good = 'permissions: {id-token: write}, secrets: {s: "<<secrets.WORD>>"}';

  it('gets what it is handed, and hands its outputs back', async () => {
    const { said } = await run(caller(good), { workflows: called() });
    expect(said).toEqual(['x of the repository', 'done']);
  });

  for (const [title, fields, message] of [
    ['asks for more rights than its caller has', 'secrets: {s: x}', "asks for 'id-token: write'"],
    ['misses a secret', 'permissions: {id-token: write}', "needs the secret 's'"],
    ['is handed what it does not know', `${good}, with: {b: y}`, "takes no input 'b'"],
  ] as const)
    it(`is refused when it ${title}`, async () => {
      await expect(run(caller(fields), { workflows: called() })).rejects.toThrow(message);
    });
});

describe('refused is', () => {
  for (const [what, text, message] of [
    ['a key that it does not know', 'on: push\njobs: {a: {steps: [{run: echo}]}}', "no 'run' of a step"],
    ['an event that starts nothing', 'on: schedule\njobs: {}', 'not started by push'],
    ['an empty matrix', 'on: push\njobs: {a: {strategy: {matrix: {include: []}}, steps: []}}', 'any values'],
    [
      'a circle',
      'on: push\njobs: {a: {needs: b, steps: []}, b: {needs: a, steps: []}}',
      'wait for each other',
    ],
    ['a stranger’s action', 'on: push\njobs: {a: {steps: [{uses: x/y@1}]}}', 'no stand-in for x/y@1'],
  ] as const)
    it(what, async () => {
      await expect(run(text)).rejects.toThrow(message);
    });
});
