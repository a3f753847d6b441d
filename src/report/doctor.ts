/** What a dry run found: each piece of the set-up, whether it is in place, and what to do if it is not. */
import { linkTo, literal, table } from './markdown.ts';

/** Headings in docs/troubleshooting.md, below "What a dry run looks at", in the order in which the pieces are told. */
export const PIECES = [
  'the-aws-login',
  'the-iam-user',
  'the-right-to-read',
  'the-right-to-write-in-aws',
  'the-github-token',
  'a-destination',
  'the-right-to-write-secrets',
  'the-deployed-pair',
  'the-secrets-in-home',
  'the-second-key',
  'room-for-tags',
  'the-concurrency-group',
  'refusals',
] as const;

export interface Finding {
  /** The piece, and what was seen of it. */
  readonly what: string;
  /** `unproved`: reading alone cannot tell, or something else has to be put right before it can be looked at. */
  readonly verdict: 'ok' | 'missing' | 'unproved';
  /** What a person can do; empty if it is in place. */
  readonly fix: string;
  /** The heading that says more. */
  readonly link: (typeof PIECES)[number];
}

export const missingOf = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ verdict }) => verdict === 'missing');

/** `3 pieces are missing.` */
export function sayFindings(findings: readonly Finding[]): string {
  const count = missingOf(findings).length;
  if (count > 0) return `${count} piece${count === 1 ? ' is' : 's are'} missing.`;
  const open = findings.filter(({ verdict }) => verdict === 'unproved').length;
  return `Nothing is missing. ${open} thing${open === 1 ? '' : 's'} cannot be proved by reading alone.`;
}

const MARKS: Readonly<Record<Finding['verdict'], string>> = {
  ok: '✅ ok',
  missing: '❌ missing',
  unproved: '❔ unproved',
};

/** One line a finding. */
export const findingLine = ({ verdict, what, fix }: Finding): string =>
  `${MARKS[verdict]}: ${what}${fix === '' ? '' : ` → ${fix}`}`;

/**
 * A table, what is missing first; nothing without findings.
 *
 * @param pageAt the address of a heading in the documentation; one that is no URL is shown as it is.
 */
export function findingsSection(
  findings: readonly Finding[],
  pageAt: (heading: string) => string = (heading) => heading,
): string {
  if (findings.length === 0) return '';
  const more = ({ verdict, link }: Finding): string =>
    verdict === 'ok' ? '' : ` ${linkTo(pageAt(link), 'More')}`;
  // What is missing comes first: whoever reads ten seconds reads that.
  const rank = ({ verdict }: Finding): number => ['missing', 'unproved', 'ok'].indexOf(verdict);
  const rows = [...findings].sort((a, b) => rank(a) - rank(b));
  // How many are missing is in the summary's heading already.
  const sentence = missingOf(findings).length > 0 ? '' : `${sayFindings(findings)}\n\n`;
  return `### What a rotation needs\n\n${sentence}${table(
    ['', 'What', 'What to do'],
    rows.map((finding) => [
      MARKS[finding.verdict],
      literal(finding.what),
      `${literal(finding.fix)}${more(finding)}`,
    ]),
  )}`;
}
