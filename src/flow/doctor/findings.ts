/** How the facts become findings: the few forms that a verdict takes. */
import type { Finding } from '../../report/doctor.ts';
import type { AwsTime, Plan, Policy } from '../../rotation/model.ts';
import { describe, type Failure } from '../errors.ts';
import { ServiceError } from '../ports.ts';
import type { Facts } from './examine.ts';

/** The facts, and what the planner made of them if they sufficed for a plan. */
export interface Chart extends Facts {
  readonly policy: Policy;
  readonly plan: Plan | null;
  /** AWS's time; `null` before its first answer. */
  readonly now: AwsTime | null;
}

export type Link = Finding['link'];
export const ok = (link: Link, what: string): Finding => ({ link, what, verdict: 'ok', fix: '' });
export const missing = (link: Link, what: string, fix: string): Finding => ({
  link,
  what,
  verdict: 'missing',
  fix,
});
export const unproved = (link: Link, what: string, fix: string): Finding => ({
  link,
  what,
  verdict: 'unproved',
  fix,
});
/** Something else has to be put right first. */
export const later = (link: Link, what: string, first: string): Finding[] => [
  unproved(link, what, `Looked at once ${first}.`),
];

/** What a service said, wherever a failure has wrapped it. */
export function serviceErrorIn(error: ServiceError | Failure): ServiceError | null {
  if (error instanceof ServiceError) return error;
  return error.cause instanceof ServiceError ? error.cause : null;
}

/** No answer, a 5xx or a rate limit says nothing about the set-up. */
export function isPassing(error: ServiceError | Failure): boolean {
  const said = serviceErrorIn(error);
  return (
    said !== null &&
    said.service !== 'oidc' &&
    (said.effect === 'unknown' || ['RateLimited', 'Throttling'].includes(said.code))
  );
}

export const saidBy = (error: ServiceError | Failure): string =>
  error instanceof ServiceError ? describe(error) : error.message;

export const passing = (link: Link, what: string, error: ServiceError | Failure): Finding[] => [
  unproved(link, `${what}: ${saidBy(error)}`, 'Run again.'),
];
