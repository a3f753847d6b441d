/** What a run sent, request by request: what was asked, what came back. No body, no secret, ever. */
import { code, sections, table } from './markdown.ts';

/** One attempt of one request, once its answer is there, or none came. */
export interface SentRequest {
  readonly service: 'iam' | 'sts' | 'github' | 'oidc';
  /** `ListAccessKeys`; for GitHub method and path. */
  readonly operation: string;
  /** HTTP status; 0 without an answer. */
  readonly status: number;
  /** What went wrong, as the service spells it. */
  readonly error: string | null;
  /** `x-amzn-RequestId` or `X-GitHub-Request-Id`: what AWS's and GitHub's support ask for. */
  readonly requestId: string | null;
  readonly milliseconds: number;
}

/** Requests as far as they were kept, and how many there were of each kind. */
export interface RequestHistory {
  readonly total: number;
  readonly first: readonly SentRequest[];
  /** Those without a good answer, of the ones that are not among the first. */
  readonly failed: readonly SentRequest[];
  readonly tallies: ReadonlyMap<string, Tally>;
}

export interface Tally {
  readonly count: number;
  readonly failed: number;
}

/** How many are shown one by one: a page that can still be read, and memory that no account's size moves. */
export const SHOWN = { first: 100, failed: 50, tallies: 50 } as const;

export const isGood = ({ status }: SentRequest): boolean => status >= 200 && status < 300;

/** A collapsed block; `null` if nothing was sent. */
export function requestsBlock(history: RequestHistory): string | null {
  const { total, first, failed, tallies } = history;
  if (total === 0) return null;
  const bad = [...tallies.values()].reduce((sum, tally) => sum + tally.failed, 0);
  const title = `${total} request${total === 1 ? '' : 's'}${bad === 0 ? '' : `, ${bad} of them not answered with success`}`;
  return sections(
    `<details><summary>${title}</summary>`,
    ...(total <= first.length
      ? [listed(first)]
      : [
          counted(tallies),
          failed.length === 0 ? null : `The first of those not answered with success:\n\n${listed(failed)}`,
        ]),
    '</details>',
  ).trim();
}

const listed = (requests: readonly SentRequest[]): string =>
  table(
    ['Request', 'Answer', 'Took', 'Request ID'],
    requests.map((request) => [
      code(short(named(request), 200)),
      sayAnswer(request),
      `${Math.round(request.milliseconds)}&nbsp;ms`,
      request.requestId === null ? '–' : code(short(request.requestId, 80)),
    ]),
  );

const counted = (tallies: ReadonlyMap<string, Tally>): string =>
  table(
    ['Request', 'How often', 'Not answered with success'],
    [...tallies]
      .slice(0, SHOWN.tallies)
      .map(([operation, { count, failed }]) => [code(short(operation, 200)), String(count), String(failed)]),
  );

const named = ({ service, operation }: SentRequest): string =>
  service === 'github' ? operation : `${service}:${operation}`;

/** What one kind of request is called where they are counted: GitHub's paths differ, its methods do not. */
export const kindOf = (request: SentRequest): string =>
  request.service === 'github' ? `${request.operation.split(' ')[0]} (GitHub)` : named(request);

const sayAnswer = ({ status, error }: SentRequest): string =>
  [status === 0 ? 'no answer' : String(status), ...(error === null ? [] : [code(short(error, 80))])].join(
    ' ',
  );

const short = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length)}…`;
