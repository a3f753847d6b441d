/** What a person sees: the state in one sentence, what comes next, and nothing that could do harm. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCommand } from '../../sandbox/runner/commands.ts';
import { harmless } from '../../src/action/log.ts';
import { RequestRecorder } from '../../src/flow/requests.ts';
import { code, literal } from '../../src/report/markdown.ts';
import { rotationSummary } from '../../src/report/summary.ts';
import { duration, list, shortKey, whenever } from '../../src/report/words.ts';
import { awsTime, DAY, MINUTE, nothingDoneYet } from '../../src/rotation/model.ts';
import { plan } from '../../src/rotation/plan.ts';
import {
  ago,
  C,
  defaults,
  key,
  NOW,
  P,
  replaced,
  type Scene,
  scene,
  storedSince,
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
    policy,
    requests: new RequestRecorder(),
    pageAt: (heading) => heading,
  });
};

describe('the summary of a rotation', () => {
  it.each<[string, Scene, string, string]>([
    ['in place', {}, '✅ The key is in place', 'the next key is created on 2026-07-21 (in 50 days)'],
    [
      'waiting',
      {
        ...replaced,
        records: { [P]: { state: 'adopted', at: ago(3) }, [C]: storedSince(3) },
        written: [[3, 3]],
      },
      '⏳ The previous key waits',
      'the previous key is made Inactive on 2026-06-05 (in 4 days)',
    ],
    [
      'in use',
      { ...replaced, lastUse: { [P]: usedAgo(1) } },
      '⚠️ The previous key is still in use',
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

  describe('the straggler', () => {
    const seen = (wait: number, use: number, lastUse = usedAgo(use, 'ec2')) =>
      summaryOf({
        ...replaced,
        records: { [P]: { state: 'adopted', at: ago(wait) }, [C]: storedSince(wait) },
        written: [[wait, wait]],
        lastUse: { [P]: lastUse },
      });

    it('is named once no job may hold the key any more, with what to do about it', () => {
      const text = seen(8, 1);
      expect(text).toContain(`### ⚠️ Somebody still uses key <code>${shortKey(P)}</code>`);
      expect(text).toContain('**ec2** in **eu-west-1** on 2026-05-31 06:00 UTC (1 day ago)');
      expect(text).toContain('CloudTrail');
      expect(text).toContain('at the earliest: every further use puts it off');
    });

    it('is no reason to worry while jobs may hold the key', () => {
      const text = seen(3, 1);
      expect(text).toContain('is still used');
      expect(text).toContain('Until 2026-06-05 that is as it should be');
      expect(text).not.toContain('CloudTrail');
    });

    it('is nobody who used the key before its successor was in place, or long ago', () => {
      for (const [wait, use] of [
        [1, 1.5],
        [8, 3],
      ] as const)
        expect(seen(wait, use)).not.toMatch(/still use/);
    });

    it('may be there, as far as anybody can tell, when the last use cannot be read', () => {
      expect(seen(8, 0, unreadable)).toMatch(
        /cannot be read\n\nAWS said <code>Throttling<\/code>.*asks again\.$/m,
      );
      expect(seen(8, 0, { kind: 'unreadable', why: 'AccessDenied' })).toMatch(
        /AccessDenied.*Allow .*LastUsed/,
      );
    });
  });

  it('says of each destination whether it holds the pair, and how that is known', () => {
    const text = summaryOf({
      written: [
        [10, 10],
        [10, 10],
        [1, 10],
        [null, 10],
      ],
    });
    const rows = text.split('\n').filter((line) => line.startsWith('| actions'));
    expect(rows.map((row) => row.split(' | ')[2])).toEqual([
      '✅ proven by this run at STS |',
      '✅ on record, not written since |',
      '⚠️ written by somebody else since |',
      '❌ no |',
    ]);
  });

  it('tells a failure with its way out and a link, and not the plan that failed', () => {
    const observation = scene(replaced);
    const text = rotationSummary({
      observation,
      plan: plan(observation, defaults, nothingDoneYet),
      deeds: [{ kind: 'created', key: C, what: 'created' }],
      failure: {
        code: 'partly-stored',
        message: 'one\n<b>two</b>',
        state: 'Now.',
        remedy: 'Do.',
        places: [
          { destination: 'actions', holds: 'the new pair', error: null },
          { destination: 'environment:a|b', holds: 'the old pair', error: 'HTTP 403' },
        ],
      },
      dryRun: false,
      policy: defaults,
      requests: new RequestRecorder(),
      pageAt: (heading) => `https://example.test/docs#${heading}`,
    });
    expect(text).toContain('one<br>&#60;b&#62;two&#60;/b&#62;\n\n**Now:** Now&#46;'.replace('&#46;', '.'));
    expect(text).toContain('**More:** [troubleshooting](https://example.test/docs#partly-stored)');
    expect(text).toContain('| ✅ the new pair | – |');
    expect(text).toContain('| ❌ the old pair | HTTP 403 |');
    expect(text).not.toContain('**Next:**');
    expect(text).toContain('As things were when this run last looked, before it changed them:\n\n```mermaid');
    expect(text).not.toContain('### Destinations');
  });

  it('stays below 1 MiB, whatever a run was given and whatever it met', () => {
    const name = '&'.repeat(255);
    const requests = new RequestRecorder();
    for (let index = 0; index < 5_000; index++)
      requests.note({
        service: 'github',
        operation: `${name} ${name}`,
        status: 500,
        error: name,
        requestId: name,
        milliseconds: 1,
      });
    const places = Array.from({ length: 1_000 }, () => ({
      destination: name,
      holds: name,
      error: name.repeat(9),
    }));
    const seen = scene();
    const [home] = seen.destinations;
    const text = rotationSummary({
      observation: { ...seen, destinations: [home, ...places.map(() => ({ ...home, name }))] },
      plan: null,
      deeds: Array.from({ length: 12 }, () => ({ kind: 'copied', key: C, what: name.repeat(1_000) })),
      failure: {
        code: 'x',
        message: name.repeat(1_000),
        state: name.repeat(1_000),
        remedy: name.repeat(1_000),
        places,
      },
      dryRun: false,
      policy: defaults,
      requests,
      pageAt: (heading) => heading,
    });
    expect(Buffer.byteLength(text)).toBeLessThan(1_048_576);
  });

  it('reports tags that make no sense', () => {
    const observation = scene();
    const text = rotationSummary({
      observation: { ...observation, journal: { ...observation.journal, unreadable: ['key-rotation:<b>'] } },
      plan: null,
      deeds: [],
      failure: null,
      dryRun: false,
      policy: defaults,
      requests: new RequestRecorder(),
      pageAt: (heading) => heading,
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
    'WWW.evil.example',
    'someone@evil.example',
    'mailto:a@b.example',
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
        const whole = literal(text);
        // A comment is the one thing that keeps GitHub from making a link of bare text; it starts no line.
        const shown = whole.replaceAll('<!-- -->', '');
        expect(whole).not.toMatch(/^<!-- -->/);
        for (const part of whole
          .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
          .split('<!-- -->'))
          expect(part).not.toMatch(/(https?|ftp|mailto|xmpp):.|@.|www\./i);
        expect(shown).not.toMatch(/[<>`*_{}[\]()!|~\\@:$^\n\r]/);
        expect(shown.replace(/&#\d+;/g, '')).not.toMatch(/[&#]/);
        expect(shown).not.toMatch(/^[-+=.\d]/);
        expect(code(text)).toBe(`<code>${whole}</code>`);
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
    [0, 'less than a minute'],
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
