/** What a person sees: the state in one sentence, what comes next, and nothing that could do harm. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCommand } from '../../sandbox/runner/commands.ts';
import { harmless } from '../../src/action/log.ts';
import { code, literal } from '../../src/report/markdown.ts';
import { rotationSummary } from '../../src/report/summary.ts';
import { duration, list, shortKey, whenever } from '../../src/report/words.ts';
import { awsTime, DAY, MINUTE, nothingDoneYet } from '../../src/rotation/model.ts';
import { plan } from '../../src/rotation/plan.ts';
import {
  C,
  defaults,
  key,
  NOW,
  P,
  replaced,
  type Scene,
  scene,
  unreadable,
  usedAgo,
} from '../rotation/scene.ts';

const summaryOf = (given: Scene, policy = defaults): string => {
  const observation = scene(given);
  return rotationSummary({
    observation,
    plan: plan(observation, policy, nothingDoneYet),
    deeds: [],
    failure: null,
    dryRun: false,
  });
};

describe('the summary of a rotation', () => {
  it.each<[string, Scene, string, string]>([
    ['in place', {}, '✅ The key is in place', 'the next key is created on 2026-07-21 (in 50 days)'],
    [
      'waiting',
      { ...replaced, lastUse: { [P]: usedAgo(1) } },
      '⏳ The previous key waits',
      'the previous key is made Inactive on 2026-06-02 (in 1 day)',
    ],
    [
      'blocked',
      { keys: [key(P, 400), key(C, 61)], written: [[61, 61]], lastUse: { [P]: unreadable } },
      '⚠️ A person is needed soon',
      'a person must act now',
    ],
    ['red', { deployed: { kind: 'refused', key: C } }, '❌ A person is needed', 'a person must act now'],
  ])('%s', (_what, given, heading, next) => {
    const text = summaryOf(given);
    expect(text.split('\n')[0]).toBe(`## ${heading}`);
    expect(text).toContain(next);
  });

  it('names keys by their last four characters only', () => {
    expect(summaryOf(replaced)).toContain(`<code>${shortKey(C)}</code>`);
    for (const id of [C, P]) expect(summaryOf(replaced)).not.toContain(id);
  });

  it('shows who still uses the previous key', () => {
    expect(summaryOf({ ...replaced, lastUse: { [P]: usedAgo(1, 'ec2') } })).toContain(
      'ec2 in eu-west-1 at 2026-05-31',
    );
  });

  it('reports tags that make no sense', () => {
    const observation = scene();
    const text = rotationSummary({
      observation: { ...observation, journal: { ...observation.journal, unreadable: ['key-rotation:<b>'] } },
      plan: null,
      deeds: [],
      failure: null,
      dryRun: false,
    });
    expect(text).toContain('key-rotation&#58;&#60;b&#62;');
  });
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '::error::x',
    '\n::add-mask::x',
    '##[error]x',
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '![](http://x)',
    '| a | b |',
    '# h',
    '- [ ] x',
    '`code`',
    '\u001b[31mred',
    '&lt;b&gt;',
    '@everyone',
    'http://evil.example',
    ':smile:',
    '$x^2$',
    'a\r\nb',
    '\u2028::error::x',
    '~~~',
    '***',
    '1. x',
    '> quote',
    '<!-- ',
    '-->',
  ),
);

describe('text from outside', () => {
  it('cannot speak to the runner through the log', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const line of harmless(text).split(/\r?\n/)) expect(parseCommand(line)).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  it('is neither Markdown nor HTML in a summary', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = literal(text);
        expect(shown).not.toMatch(/[<>`*_{}[\]()!|~\\@:$^\n\r]/);
        expect(shown.replace(/&#\d+;/g, '')).not.toMatch(/[&#]/);
        expect(shown).not.toMatch(/^[-+=.\d]/);
        expect(code(text)).toBe(`<code>${shown}</code>`);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('words', () => {
  it.each([
    [61 * DAY, '61 days'],
    [DAY, '1 day'],
    [DAY - 1, '23 hours'],
    [5 * MINUTE, '5 minutes'],
    [0, '0 minutes'],
  ])('%i ms are %s', (milliseconds, words) => {
    expect(duration(milliseconds)).toBe(words);
  });

  it('say when: now, in hours with the time, in days with the date', () => {
    expect(whenever(NOW, NOW)).toBe('now');
    expect(whenever(awsTime(NOW + 3 * 60 * MINUTE), NOW)).toBe('on 2026-06-01 09:00 UTC (in 3 hours)');
    expect(whenever(awsTime(NOW + 6.5 * DAY), NOW)).toBe('on 2026-06-07 (in 7 days)');
  });

  it('list things as people do', () => {
    expect([list([]), list(['a']), list(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
  });
});
