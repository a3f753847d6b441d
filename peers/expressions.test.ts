/** GitHub's own evaluator of expressions agrees with the sandbox's, on every expression of the examples and on made ones. */
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { counted } from '../__tests__/counted.ts';
import { type Contexts, evaluate, type Value } from '../sandbox/runner/expressions.ts';
import { EXPRESSIONS } from './where.ts';

/** What we use of @actions/expressions. */
interface GitHub {
  readonly Lexer: new (text: string) => { lex(): { tokens: unknown } };
  readonly Parser: new (tokens: unknown, contexts: string[], functions: unknown[]) => { parse(): unknown };
  readonly Evaluator: new (expression: unknown, contexts: unknown) => { evaluate(): unknown };
  readonly data: {
    readonly reviver: (key: string, value: unknown) => unknown;
    readonly replacer: (key: string, value: unknown) => unknown;
  };
}

let gitHub: GitHub;
beforeAll(async () => {
  gitHub = (await import(pathToFileURL(EXPRESSIONS).href)) as GitHub;
});

const contexts: Contexts = {
  github: { workflow: 'Check', ref: 'refs/heads/main' },
  env: { AWS_ACCESS_KEY_ID: 'AKIA1', AWS_SECRET_ACCESS_KEY: 's' },
  inputs: { 'role-to-assume': 'arn', 'app-id': '7', 'user-name': '', destinations: 'actions' },
  jobs: { rotate: { outputs: { 'action-taken': 'created' } } },
  matrix: { user: 'deployer', 'user-name': 'deployer' },
  needs: { check: { outputs: { matrix: '{"include":[{"user-name":"a"}]}', 'has-due': 'true' } } },
  secrets: { AWS_CREDENTIALS: '{"AccessKeyId":"AKIA1"}', 'app-private-key': 'k', ROTATOR_PRIVATE_KEY: 'k' },
  steps: { app: { outputs: { token: 't' } }, check: { outputs: { matrix: '{}' } } },
  vars: { ROTATOR_APP_ID: '7' },
};

function theirs(expression: string): unknown {
  const { Lexer, Parser, Evaluator, data } = gitHub;
  const parsed = new Parser(new Lexer(expression).lex().tokens, Object.keys(contexts), []).parse();
  const given = JSON.parse(JSON.stringify(contexts), data.reviver) as unknown;
  return JSON.parse(JSON.stringify(new Evaluator(parsed, given).evaluate(), data.replacer));
}

it('every expression of the examples', () => {
  const texts = readdirSync('examples').map((name) => readFileSync(`examples/${name}`, 'utf8'));
  const found = texts.flatMap((text) =>
    [...text.matchAll(/\$\{\{ (.+?) \}\}/g)].map(([, inner = '']) => inner),
  );
  const expressions = [...new Set([...found, "needs.check.outputs.has-due == 'true'"])];
  expect(expressions.length).toBeGreaterThan(15);
  for (const expression of expressions)
    expect([expression, evaluate(expression, contexts)]).toEqual([expression, theirs(expression)]);
  counted(
    'expressions',
    `${expressions.length} of the examples and 2000 made ones: GitHub’s evaluator agrees`,
  );
});

const leaf = fc.constantFrom(
  ...['null', 'true', 'false', '0', '1', '-2.5', "''", "'a'", "'A'", "'0'", "'it''s'", "'true'"],
  ...[
    'secrets.ABSENT',
    'matrix.user',
    'MATRIX.User',
    "needs['check'].outputs.has-due",
    'steps',
    'steps.app.outputs',
  ],
  'fromJSON(secrets.AWS_CREDENTIALS).AccessKeyId',
);
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc
      .tuple(tie('expression'), fc.constantFrom('&&', '||', '==', '!='), tie('expression'))
      .map((parts) => parts.join(' ')),
    tie('expression').map((inner) => `!(${inner})`),
    tie('expression').map((inner) => `(${inner})`),
  ),
}));

it('2,000 made expressions', () => {
  fc.assert(
    fc.property(expression, (text) => {
      expect(evaluate(text, contexts) satisfies Value).toEqual(theirs(text));
    }),
    { numRuns: 2_000, seed: 20260105 },
  );
});
