/**
 * The check's job summary: violations first, worst first. GitHub drops a summary of more than 1 MiB whole, so each table
 * has a limit under which the longest names that IAM allows stay well below that, whatever the account's size.
 */
import { type Audit, isCompliant } from '../audit/audit.ts';
import type { AuditPolicy, Finding, Rule } from '../audit/model.ts';
import { RULES } from '../audit/model.ts';
import { controlsOf, REMEDIES } from '../audit/rules.ts';
import type { WaiverEffect } from '../audit/waivers.ts';
import { MINUTE } from '../rotation/model.ts';
import { bar } from './bar.ts';
import { keyName, sayAge, sayLastUse, sayShortly, TITLES, userTitle } from './check-words.ts';
import { type FailureReport, failureBlock } from './failure.ts';
import { code, literal, sections, table, unbroken } from './markdown.ts';
import { type RequestHistory, requestsBlock } from './requests.ts';
import { duration, list, moment, shortKey } from './words.ts';

export interface CheckReport {
  readonly audit: Audit;
  readonly policy: AuditPolicy;
  /** Where the full list is, if the workflow asked for one. */
  readonly reportFile: string;
  /** Where the rotation action lives; empty if unknown. */
  readonly rotationUrl: string;
  readonly requests: RequestHistory;
}

export const ROWS = { violations: 800, warnings: 300, others: 100, within: 10 } as const;

export function checkSummary(report: CheckReport): string {
  const { audit } = report;
  const { violations, warnings } = audit.verdict;
  return sections(
    `## ${heading(audit)}`,
    sayCounts(report),
    findingsTable('Violations', violations, ROWS.violations, report),
    howToFix(violations, report),
    notCheckedTable(report),
    findingsTable('Warnings', warnings, ROWS.warnings, report),
    sayDue(audit),
    withinTable(report),
    waiverList('Left out by exclude-users', audit.waived),
    waiverList('Waivers that have expired', audit.expired),
    sayBasis(audit),
    requestsBlock(report.requests),
  );
}

/** For a check that never got to look. */
export const checkFailureSummary = (
  failure: FailureReport,
  requests: RequestHistory,
  pageAt: (heading: string) => string,
): string =>
  sections('## ❌ The check could not look', failureBlock(failure, pageAt), requestsBlock(requests));

/** For a pull request that gets no credentials, where the workflow said to skip. */
export const skippedSummary = (why: string): string =>
  sections('## ⏭️ Access keys were not checked', literal(why));

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} ${count === 1 ? one : many}`;

function heading(audit: Audit): string {
  const { violations, warnings } = audit.verdict;
  if (violations.length > 0) return `❌ ${plural(violations.length, 'violation')}`;
  if (!isCompliant(audit)) return '❌ Not everything could be checked';
  return warnings.length > 0
    ? `⚠️ No violation, ${plural(warnings.length, 'warning')}`
    : '✅ Every access key is within its limits';
}

function sayCounts({ audit, policy }: CheckReport): string {
  const { violations, warnings } = audit.verdict;
  const failing = RULES.filter((rule) => policy.failOn.has(rule));
  return (
    `${plural(audit.checkedUsers, 'user')} of account ${literal(audit.account)} checked at ${moment(audit.now)} ` +
    `(AWS’s time): ${plural(violations.length, 'violation')}, ${plural(warnings.length, 'warning')}. ` +
    `A key may be ${plural(policy.maxAgeDays, 'day')} old and unused for ${plural(policy.maxUnusedDays, 'day')}; ` +
    `${literal(list(failing))} ${failing.length === 1 ? 'fails' : 'fail'} the check.`
  );
}

function findingsTable(
  title: string,
  findings: readonly Finding[],
  limit: number,
  report: CheckReport,
): string | null {
  if (findings.length === 0) return null;
  const rows = findings.slice(0, limit).map((finding) => row(finding, report));
  return sections(
    `### ${title}`,
    table(columns(report.policy), rows),
    leftOut(findings.length - rows.length, report),
  ).trim();
}

const columns = ({ maxAgeDays, includeInactive }: AuditPolicy): string[] => [
  'User',
  'Key',
  'Age',
  `Of ${maxAgeDays} days`,
  ...(includeInactive ? ['Status'] : []),
  'Last used',
  'Rule',
  'What is wrong',
];

function leftOut(count: number, { reportFile }: CheckReport): string | null {
  if (count === 0) return null;
  return `${plural(count, 'more, less bad one is', 'more, less bad ones are')} left out here; the full list is ${
    reportFile === '' ? 'written when <code>report-file</code> is given' : `in ${code(reportFile)}`
  }.`;
}

const row = (finding: Finding, { policy, audit }: CheckReport): string[] => [
  literal(userTitle(finding.userName)),
  finding.key === null ? '–' : code(keyName(finding) || '?'),
  finding.age === null ? '–' : unbroken(sayAge(finding.age, policy.maxAgeDays)),
  finding.age === null ? '' : bar(finding.age, policy.maxAgeDays),
  ...(policy.includeInactive ? [finding.key?.status ?? '–'] : []),
  literal(finding.key === null ? '–' : sayLastUse(finding.key.lastUse)),
  code(finding.rule),
  sayShortly(finding, audit.now),
];

/** The oldest of the keys about which there is nothing to say: what comes next, seen before it comes. */
function withinTable({ audit, policy }: CheckReport): string | null {
  const { violations, warnings } = audit.verdict;
  const named = new Set([...violations, ...warnings].map(({ userName }) => userName));
  const keys = audit.users
    .filter(({ userName }) => !named.has(userName))
    .flatMap(({ userName, keys }) => keys.map((key) => ({ userName, key })))
    .filter(({ key }) => key.status === 'Active')
    .sort((a, b) => a.key.createdAt - b.key.createdAt);
  const shown = keys.slice(0, ROWS.within);
  if (shown.length === 0) return null;
  const title =
    keys.length === shown.length ? 'Within the limits' : `Within the limits, the ${shown.length} oldest`;
  const rows = shown.map(({ userName, key }) => {
    const age = audit.now - key.createdAt;
    return [
      literal(userName),
      code(key.id === null ? '?' : shortKey(key.id)),
      unbroken(sayAge(age, policy.maxAgeDays)),
      bar(age, policy.maxAgeDays),
      literal(sayLastUse(key.lastUse)),
    ];
  });
  return sections(
    `### ${title}`,
    table(['User', 'Key', 'Age', `Of ${policy.maxAgeDays} days`, 'Last used'], rows),
  ).trim();
}

function howToFix(violations: readonly Finding[], { policy, rotationUrl }: CheckReport): string | null {
  if (violations.length === 0) return null;
  const rules = new Set(violations.map(({ rule }) => rule));
  const say = (rule: Rule): string => {
    const controls = controlsOf(rule, policy);
    return `- **${TITLES[rule]}** (${code(rule)}${controls.length === 0 ? '' : `; ${controls.join(', ')}`}): ${REMEDIES[rule]}`;
  };
  const link = rotationUrl === '' ? 'the rotation action' : `[the rotation action](${rotationUrl})`;
  return sections(
    '### How to fix',
    RULES.filter((rule) => rules.has(rule))
      .map(say)
      .join('\n'),
    rules.has('age')
      ? `For keys that GitHub secrets hold, ${link} does all of it on a schedule, without breaking a running or queued job.`
      : null,
  ).trim();
}

function notCheckedTable(report: CheckReport): string | null {
  const { notChecked } = report.audit;
  if (notChecked.length === 0) return null;
  const shown = notChecked.slice(0, ROWS.others);
  return sections(
    '### Not checked',
    'The check fails for these alone: it could not look.',
    table(
      ['User', 'Why'],
      shown.map(({ userName, why }) => [literal(userName), literal(why.slice(0, 250))]),
    ),
    leftOut(notChecked.length - shown.length, report),
  ).trim();
}

const sayDue = ({ verdict: { due } }: Audit): string | null =>
  due.length === 0
    ? null
    : `${plural(due.length, 'user is', 'users are')} due for rotation (the output <code>matrix</code>).`;

function waiverList(title: string, effects: readonly WaiverEffect[]): string | null {
  if (effects.length === 0) return null;
  const shown = effects.slice(0, ROWS.others);
  const say = ({ waiver, userNames }: WaiverEffect): string =>
    `- ${code(waiver.text.slice(0, 200))}: ${plural(userNames.length, 'user')}`;
  const rest = effects.length - shown.length;
  return sections(
    `### ${title}`,
    shown.map(say).join('\n'),
    rest === 0 ? null : `… and ${plural(rest, 'more', 'more')}.`,
  ).trim();
}

function sayBasis(audit: Audit): string {
  const { basis, now, users } = audit;
  const unreadable = users
    .flatMap(({ keys }) => keys)
    .filter(({ lastUse }) => lastUse?.kind === 'unreadable').length;
  return sections(
    '### How it was found out',
    sayHow(audit),
    basis.kind === 'report' && now - basis.generatedAt >= MINUTE
      ? `The credential report is ${duration(now - basis.generatedAt)} old; AWS makes a new one at most every four hours.`
      : null,
    unreadable === 0
      ? null
      : `The last use of ${plural(unreadable, 'key')} could not be read, so <code>unused</code> says nothing about ${unreadable === 1 ? 'it' : 'them'}.`,
    audit.root?.kind === 'unknown'
      ? `Nothing is known of root’s access key: ${literal(audit.root.why.slice(0, 500))}`
      : null,
  ).trim();
}

function sayHow({ basis, confirmedUsers, root }: Audit): string {
  const confirmed = plural(confirmedUsers, 'user');
  switch (basis.kind) {
    case 'named':
      return 'The keys were listed one user at a time. Root is looked at with <code>all-users</code> only.';
    case 'listing':
      return (
        `The role may not read the credential report (${literal(basis.why.slice(0, 500))}), so all users were listed, ` +
        `and the keys of ${confirmed}${root?.kind === 'present' ? '' : '; root’s key is known from GetAccountSummary alone'}.`
      );
    case 'report':
      return basis.source === 'exact'
        ? `The credential report cleared users who never had a key and users younger than the limits; the keys of the other ${confirmed} were listed one by one.`
        : `<code>source: report</code>: only the keys of ${confirmed} whom the credential report itself would fail were listed. ` +
            '**Blind spot:** a key that was made Inactive and Active again looks young in the report, so an old one may be missing here; warnings are the report’s own, without key IDs.';
  }
}
