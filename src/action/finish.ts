/** How every door ends: bad input named whole, failures in words, defects with their stack. Never green by accident. */
import * as core from '@actions/core';
import type { Failure } from '../flow/errors.ts';
import { harmless } from './log.ts';

export function failInputs(problems: readonly string[]): void {
  for (const problem of problems) core.error(harmless(problem), { title: 'Bad input' });
  core.setFailed(
    `${problems.length} input${problems.length === 1 ? ' is' : 's are'} not usable. Nothing was changed.`,
  );
}

export const failWith = ({ code, message, state, remedy }: Failure): void =>
  core.setFailed(harmless([message, state, remedy, helpAt(code)].join('\n')));

/** `More: ` and {@link pageAt}. */
export const helpAt = (anchor: string): string => `More: ${pageAt(anchor)}`;

/**
 * Where more is said about a failure: the heading in this action's own documentation, at the version that runs. The
 * runner names the action's repository and ref; for a local action (`./`) it does not.
 */
export function pageAt(anchor: string): string {
  const {
    GITHUB_SERVER_URL = 'https://github.com',
    GITHUB_ACTION_REPOSITORY,
    GITHUB_ACTION_REF,
  } = process.env;
  const page = `docs/troubleshooting.md#${anchor}`;
  return GITHUB_ACTION_REPOSITORY
    ? `${GITHUB_SERVER_URL}/${GITHUB_ACTION_REPOSITORY}/blob/${GITHUB_ACTION_REF || 'main'}/${page}`
    : page;
}

/** Whatever is thrown that is no {@link Failure} is a defect of ours. */
export const failAsDefect = (error: unknown): void =>
  core.setFailed(harmless(error instanceof Error ? (error.stack ?? error.message) : String(error)));
