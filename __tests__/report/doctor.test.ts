/** The findings of a dry run as people read them: what is missing first, each with its page, nothing that could do harm. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Finding, findingLine, findingsSection, PIECES, sayFindings } from '../../src/report/doctor.ts';

const finding = fc.record<Finding>({
  what: fc.string({ unit: 'binary' }),
  verdict: fc.constantFrom('ok', 'missing', 'unproved'),
  fix: fc.string({ unit: 'binary' }),
  link: fc.constantFrom(...PIECES),
});
const pageAt = (heading: string): string =>
  `https://github.com/o/r/blob/v1/docs/troubleshooting.md#${heading}`;
const rowsOf = (text: string): string[] => text.split('\n').filter((line) => /^\| [✅❌❔]/u.test(line));

describe('the table', () => {
  it('has one row for each finding, in three cells, whatever the texts are', () => {
    fc.assert(
      fc.property(fc.array(finding, { minLength: 1 }), (findings) => {
        const rows = rowsOf(findingsSection(findings, pageAt));
        expect(rows).toHaveLength(findings.length);
        for (const row of rows) expect(row.split('|')).toHaveLength(5);
      }),
    );
  });

  it('shows what is missing first, and what is in place last', () => {
    fc.assert(
      fc.property(fc.array(finding, { minLength: 1 }), (findings) => {
        const marks = rowsOf(findingsSection(findings, pageAt)).map((row) => '❌❔✅'.indexOf(row.charAt(2)));
        expect(marks).toEqual([...marks].sort((a, b) => a - b));
      }),
    );
  });

  it('links to the page of everything that is not in place, at any Git ref', () => {
    const open: Finding = { what: 'x', verdict: 'missing', fix: 'y', link: 'the-second-key' };
    expect(findingsSection([open], pageAt)).toContain(`[More](${pageAt('the-second-key')})`);
    expect(findingsSection([open], (heading) => `https://x/a)b c/${heading}`)).toContain(
      '[More](https://x/a%29b%20c/the-second-key)',
    );
    expect(findingsSection([open], (heading) => `docs/x.md#${heading}`)).not.toContain('](');
    expect(findingsSection([{ ...open, verdict: 'ok' }], pageAt)).not.toContain('More');
  });

  it('is left out of a real run’s summary', () => {
    expect(findingsSection([], pageAt)).toBe('');
  });
});

describe('words', () => {
  const some = (verdict: Finding['verdict']): Finding => ({ what: 'x', verdict, fix: '', link: 'refusals' });

  it('count what is missing, else what is open', () => {
    expect(sayFindings([some('missing'), some('unproved')])).toBe('1 piece is missing.');
    expect(sayFindings([some('missing'), some('missing')])).toBe('2 pieces are missing.');
    expect(sayFindings([some('ok'), some('unproved')])).toBe(
      'Nothing is missing. 1 thing cannot be proved by reading alone.',
    );
  });

  it('are one line a finding', () => {
    expect(findingLine({ what: 'a', verdict: 'missing', fix: 'b', link: 'refusals' })).toBe(
      '❌ missing: a → b',
    );
    expect(findingLine({ what: 'a', verdict: 'ok', fix: '', link: 'refusals' })).toBe('✅ ok: a');
  });
});
