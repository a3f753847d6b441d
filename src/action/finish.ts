/** How every door ends: bad input named whole, failures in words, defects with their stack. Never green by accident. */
import * as core from '@actions/core';
import type { Failure } from '../flow/errors.ts';
import { inputsSummary } from '../report/failure.ts';
import { helpAt, pageAt } from './help.ts';
import { harmless } from './log.ts';
import { writeSummary } from './outputs.ts';

/** Every problem of the inputs, named at once. */
export async function refuseInputs(problems: readonly string[]): Promise<void> {
  await writeSummary(inputsSummary(problems, pageAt));
  failInputs(problems);
}

export function failInputs(problems: readonly string[]): void {
  for (const problem of problems) core.error(harmless(problem), { title: 'Bad input' });
  core.setFailed(
    `${problems.length} input${problems.length === 1 ? ' is' : 's are'} not usable. Nothing was changed.\n${helpAt('bad-input')}`,
  );
}

export const failWith = ({ code, message, state, remedy }: Failure): void =>
  core.setFailed(harmless([message, state, remedy, helpAt(code)].join('\n')));

/** Whatever is thrown that is no {@link Failure} is a defect of ours. */
export const failAsDefect = (error: unknown): void =>
  core.setFailed(harmless(error instanceof Error ? (error.stack ?? error.message) : String(error)));
