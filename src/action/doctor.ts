/** How the findings of a dry run reach the log. */
import * as core from '@actions/core';
import { type Finding, findingLine, missingOf, sayFindings } from '../report/doctor.ts';
import { pageAt } from './help.ts';
import { harmless, runnerLog } from './log.ts';

const withLink = (finding: Finding): string =>
  finding.verdict === 'ok' ? findingLine(finding) : `${findingLine(finding)} ${pageAt(finding.link)}`;

/** One line each, in the order in which a person would set things up. */
export async function tellFindings(findings: readonly Finding[]): Promise<void> {
  if (findings.length === 0) return;
  await runnerLog.group('What a rotation needs', async () => {
    for (const finding of findings) runnerLog.info(withLink(finding));
  });
  // What is missing has an annotation, which begins with the same words.
  if (missingOf(findings).length === 0) runnerLog.info(sayFindings(findings));
}

/** One annotation, with everything that is missing. */
export const failMissing = (findings: readonly Finding[]): void =>
  core.setFailed(harmless([sayFindings(findings), ...missingOf(findings).map(withLink)].join('\n')));
