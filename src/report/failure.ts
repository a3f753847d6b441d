/** How every summary tells a failure. */
import { linkTo, literal, sections } from './markdown.ts';

export interface FailureReport {
  /** Its heading in docs/troubleshooting.md. */
  readonly code: string;
  readonly message: string;
  /** How things stand now. */
  readonly state: string;
  /** What a person can do. */
  readonly remedy: string;
}

/** Long enough for every message of ours; what services say is theirs to lengthen. */
const LONGEST = 4_000;

/** @param pageAt the address of a heading in docs/troubleshooting.md. */
export const failureBlock = (
  { code: heading, message, state, remedy }: FailureReport,
  pageAt: (heading: string) => string,
): string =>
  sections(
    paragraph(message),
    `**Now:** ${paragraph(state)}`,
    `**Do:** ${paragraph(remedy)}`,
    helpLink(pageAt(heading)),
  ).trim();

/** A run that could not begin. */
export const inputsSummary = (problems: readonly string[], pageAt: (heading: string) => string): string =>
  sections(
    `## ❌ ${problems.length === 1 ? 'An input is' : `${problems.length} inputs are`} not usable`,
    problems.map((problem) => `- ${literal(problem)}`).join('\n'),
    '**Now:** Nothing was changed.',
    helpLink(pageAt('bad-input')),
  );

const paragraph = (text: string): string => text.slice(0, LONGEST).split('\n').map(literal).join('<br>');

/** A local action does not know its own address, only the page. */
export const helpLink = (page: string): string => `**More:** ${linkTo(page, 'troubleshooting')}`;
