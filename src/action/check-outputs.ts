/** What other steps, and people in the log, read of a check. */
import { writeFile } from 'node:fs/promises';
import * as core from '@actions/core';
import { type Audit, isCompliant, oldestKeyAge } from '../audit/audit.ts';
import { matrixOf } from '../audit/matrix.ts';
import type { AuditPolicy, Finding } from '../audit/model.ts';
import { violationsOutput } from '../report/check-json.ts';
import { sayFinding, TITLES } from '../report/check-words.ts';
import { list, wholeDays } from '../report/words.ts';
import { helpAt } from './help.ts';
import { harmless } from './log.ts';

/** The outputs of check/action.yml. */
export function checkOutputs(audit: Audit, policy: AuditPolicy): Readonly<Record<string, string>> {
  const { violations, due } = audit.verdict;
  const oldest = oldestKeyAge(audit, policy.includeInactive);
  return {
    compliant: String(isCompliant(audit)),
    violations: violationsOutput(violations).json,
    'checked-users': String(audit.checkedUsers),
    'oldest-key-age-days': oldest === null ? '' : String(wholeDays(oldest)),
    matrix: matrixOf(due).json,
    'has-due': String(due.length > 0),
  };
}

/** The heading of docs/troubleshooting.md about all of them. */
export const FINDINGS = 'findings-of-the-check';

const withHelp = (text: string): string => harmless(`${text}\n${helpAt(FINDINGS)}`);

/** GitHub shows ten annotations of each level a step; what is beyond them is in the summary. */
const ANNOTATIONS = 10;
/** How many names one annotation holds. */
const NAMES = 20;

export function annotate(audit: Audit, policy: AuditPolicy, summaryHasAll: string): void {
  const { violations, warnings, due } = audit.verdict;
  const say = (
    findings: readonly Finding[],
    level: (text: string, properties: { title: string }) => void,
  ) => {
    for (const finding of findings.slice(0, ANNOTATIONS))
      level(withHelp(sayFinding(finding, policy, audit.now)), { title: TITLES[finding.rule] });
    const more = findings.length - ANNOTATIONS;
    if (more > 0) core.info(`… and ${more} more: ${summaryHasAll}`);
  };
  say(violations, core.error);
  say(warnings, core.warning);
  for (const { waiver, userNames } of audit.expired)
    if (userNames.length > 0)
      core.warning(withHelp(`The waiver ${waiver.text} has expired; it would leave out ${few(userNames)}.`), {
        title: 'Waiver expired',
      });
  const { left } = matrixOf(due);
  if (left > 0)
    core.warning(
      withHelp(
        `${due.length} users are due, and GitHub runs at most ${due.length - left} jobs of a matrix: the other ${left} come with a later run.`,
      ),
      { title: 'Matrix is full' },
    );
  const kept = violationsOutput(violations).left;
  if (kept > 0)
    core.info(`The output violations is full: ${kept} less bad ones are only in the report file.`);
  if (audit.basis.kind === 'listing')
    core.warning(
      withHelp(`The credential report could not be read, so users were listed. ${audit.basis.why}`),
      {
        title: 'No credential report',
      },
    );
}

/** One annotation for all of whom nothing is known: they must not crowd the violations out. */
export function annotateNotChecked({ notChecked }: Audit): void {
  if (notChecked.length === 0) return;
  const reasons = notChecked.slice(0, NAMES).map(({ userName, why }) => `${userName}: ${why}`);
  const more = notChecked.length - reasons.length;
  core.error(withHelp([...reasons, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n')), {
    title: `${notChecked.length} ${notChecked.length === 1 ? 'user' : 'users'} could not be checked`,
  });
}

const few = (names: readonly string[]): string =>
  names.length <= NAMES
    ? list(names)
    : `${names.slice(0, NAMES).join(', ')} and ${names.length - NAMES} more`;

/** The report was asked for, as evidence: that it cannot be written is told, and fails the check. */
export async function writeReport(path: string, content: string): Promise<string | null> {
  try {
    await writeFile(path, content);
    return null;
  } catch (error) {
    return `The report file cannot be written: ${error instanceof Error ? error.message : String(error)}`;
  }
}
