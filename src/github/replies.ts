/** What GitHub's answers must look like. What cannot be understood is an error, never an answer. */
import { ServiceError } from '../flow/ports.ts';
import { type GitHubTime, gitHubTime } from '../rotation/model.ts';
import type { Reply } from './errors.ts';

const field = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>)[name] : undefined;

/** It may have been acted upon all the same: the effect is unknown. */
const unreadable = (operation: string, what: string): ServiceError =>
  new ServiceError({
    service: 'github',
    operation,
    code: 'Unreadable',
    status: 200,
    message: `the answer has no ${what}`,
  });

/** GitHub's time of an answer (`Date`, whole seconds). */
export function dateOf(operation: string, { headers }: Reply): GitHubTime {
  const at = Date.parse(String(headers.date));
  if (Number.isNaN(at)) throw unreadable(operation, 'Date');
  return gitHubTime(at);
}

export function textIn(operation: string, { data }: Reply, name: string, pattern: RegExp): string {
  const text = field(data, name);
  if (typeof text !== 'string' || !pattern.test(text)) throw unreadable(operation, name);
  return text;
}

export function timeIn(operation: string, reply: Reply, name: string): GitHubTime {
  const at = Date.parse(textIn(operation, reply, name, /^\d{4}-\d\d-\d\dT/));
  if (Number.isNaN(at)) throw unreadable(operation, name);
  return gitHubTime(at);
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** A page of `{ total_count, repositories: [{ id }] }`. */
export function repositoriesIn(operation: string, { data }: Reply): { total: number; ids: number[] } {
  const total = field(data, 'total_count');
  const listed = field(data, 'repositories');
  if (!isCount(total) || !Array.isArray(listed)) throw unreadable(operation, 'repositories');
  const ids = listed.map((repository) => field(repository, 'id'));
  if (!ids.every(isCount)) throw unreadable(operation, 'repositories');
  return { total, ids };
}
