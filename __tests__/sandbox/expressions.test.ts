/** The sandbox's expressions: GitHub's meaning, or an error. `peers/expressions.test.ts` asks GitHub's own evaluator. */
import { describe, expect, it } from '@jest/globals';
import { evaluate, holds, resolved, resolvedText } from '../../sandbox/runner/expressions.ts';

const contexts = {
  github: { event_name: 'schedule' },
  secrets: { AWS_CREDENTIALS: '{"AccessKeyId":"AKIA1"}' },
  matrix: { 'user-name': 'deployer' },
  needs: { check: { outputs: { matrix: '{"include":[{"a":1}]}', 'has-due': 'true' } } },
};

const braced = (expression: string): string => ['$', `{{ ${expression} }}`].join('');

describe('values', () => {
  for (const [expression, value] of [
    ['github.event_name', 'schedule'],
    ['GitHub.Event_Name', 'schedule'],
    ['matrix.user-name', 'deployer'],
    ["matrix['user-name']", 'deployer'],
    ['secrets.ABSENT', null],
    ['secrets.ABSENT.deeper', null],
    ["fromJSON(secrets.AWS_CREDENTIALS || '{}').AccessKeyId", 'AKIA1'],
    ["fromJSON(secrets.ABSENT || '{}').AccessKeyId", null],
    ['fromJSON(needs.check.outputs.matrix).include[0].a', 1],
    ["needs.check.outputs.has-due == 'TRUE'", true],
    ["secrets.ABSENT != ''", false],
    ["!(github.event_name == 'push') && 'it''s'", "it's"],
    ['0 || null', null],
    ['1 && 2 || 3', 2],
  ] as const)
    it(`${expression} is ${JSON.stringify(value)}`, () => {
      expect(evaluate(expression, contexts)).toEqual(value);
    });

  it('are errors where it does not know: a context, a function, a filter, a rest', () => {
    for (const expression of [
      'runner.os',
      "hashFiles('a')",
      'a.*.b',
      'github.ref extra',
      "'open",
      '1 < 2',
      '',
    ])
      expect(() => evaluate(expression, contexts)).toThrow();
  });
});

describe('texts', () => {
  it('keep the type of a lone expression, and are text otherwise', () => {
    expect(resolved(braced('fromJSON(needs.check.outputs.matrix)'), contexts)).toEqual({
      include: [{ a: 1 }],
    });
    expect(resolved(`environment:${braced('matrix.user-name')}!`, contexts)).toBe('environment:deployer!');
    expect(resolved(braced("'a'") + braced("'}}'"), contexts)).toBe('a}}');
    expect(resolved(true, contexts)).toBe(true);
    expect([resolvedText(true, contexts), resolvedText(null, contexts)]).toEqual(['true', '']);
  });
});

describe('conditions', () => {
  const [good, bad] = [{ failed: false }, { failed: true }];

  it('mean success unless they ask', () => {
    expect([holds(undefined, contexts, good), holds(undefined, contexts, bad)]).toEqual([true, false]);
    expect(holds("github.event_name == 'schedule'", contexts, bad)).toBe(false);
    expect(holds('always()', contexts, bad)).toBe(true);
    expect(holds('failure()', contexts, bad)).toBe(true);
    expect(holds(braced('failure()'), contexts, good)).toBe(false);
  });
});
