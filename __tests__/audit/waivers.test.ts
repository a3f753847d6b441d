import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isExpired, parseWaiver, type Waiver, waives } from '../../src/audit/waivers.ts';
import { awsTime } from '../../src/rotation/model.ts';

function waiver(text: string): Waiver {
  const parsed = parseWaiver(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed;
}

describe('a waiver', () => {
  it.each([
    ['legacy-app', 'legacy-app', true],
    ['legacy-app', 'LEGACY-APP', true],
    ['legacy-app', 'legacy-app-2', false],
    ['legacy-*', 'legacy-', true],
    ['legacy-*', 'old-legacy-x', false],
    ['*', 'anybody', true],
    ['a.c', 'abc', false],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['x+y=z,q@example.com', 'x+y=z,q@example.com', true],
    ['legacy-*@2027-03-31', 'legacy-app', true],
  ])('%s and %s: %p', (text, name, expected) => {
    expect(waives(waiver(text), name)).toBe(expected);
  });

  it('matches every legal name as itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w+=,.@-]{1,64}$/), (name) => {
        fc.pre(!/@\d[\d-]*$/.test(name));
        expect(waives(waiver(name), name)).toBe(true);
      }),
    );
  });

  it('counts to the end of its day, and no longer', () => {
    const until = waiver('legacy-*@2027-03-31');
    const at = (text: string) => awsTime(Date.parse(text));
    expect(isExpired(until, at('2027-03-31T23:59:59Z'))).toBe(false);
    expect(isExpired(until, at('2027-04-01T00:00:00Z'))).toBe(true);
    expect(isExpired(waiver('legacy-*'), at('2999-01-01T00:00:00Z'))).toBe(false);
  });

  it('knows the leap day, and that an @ can belong to a name', () => {
    expect(waiver('a@2028-02-29').pattern).toBe('a');
    expect(waiver('bob@example.com')).toMatchObject({ pattern: 'bob@example.com', until: null });
    expect(waiver('bob@example.com@2027-01-01').pattern).toBe('bob@example.com');
  });

  it.each([
    'legacy-*@2027-02-30',
    'legacy-*@2027-02-29',
    'legacy-*@2027-13-01',
    'legacy-*@2027-3-1',
    'legacy-*@20270331',
    'legacy-*@2027',
    '@2027-03-31',
    'two words',
    'a/b',
    'x'.repeat(65),
  ])('refuses %s', (text) => {
    expect(parseWaiver(text)).toEqual({ problem: expect.any(String) });
  });
});
