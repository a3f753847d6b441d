/** How findings are said to people: one sentence each, for annotations and the summary alike. */
import { type AuditPolicy, type Finding, ROOT, type Rule } from '../audit/model.ts';
import { type AwsTime, DAY, type LastUse } from '../rotation/model.ts';
import { date, duration, iso, shortKey } from './words.ts';

/** Keys known from the credential report alone have no name. */
export const keyName = ({ key }: Finding): string =>
  key === null || key.id === null ? '' : shortKey(key.id);

export const userTitle = (userName: string): string => (userName === ROOT ? 'root' : userName);

/** `120 days`; just past a limit of whole days it says so, where `90 days` would look like no violation. */
export const sayAge = (age: number, limitDays: number): string =>
  age > limitDays * DAY && age < (limitDays + 1) * DAY ? `just over ${limitDays} days` : duration(age);

export function sayLastUse(lastUse: LastUse | null): string {
  if (lastUse === null) return 'not asked';
  switch (lastUse.kind) {
    case 'never':
      return 'never';
    case 'unreadable':
      return `unreadable (${lastUse.why})`;
    case 'used':
      return `${date(lastUse.at)}, ${lastUse.service}`;
  }
}

export const TITLES: Readonly<Record<Rule, string>> = {
  age: 'Access key too old',
  unused: 'Access key not used',
  'two-active': 'Two active access keys',
  root: 'Root has an access key',
};

/** What is wrong, without naming whom it is about. */
function sayProblem(finding: Finding, policy: AuditPolicy, now: AwsTime): string {
  const { rule, key, age, over } = finding;
  switch (rule) {
    case 'age':
      return over > 0
        ? `is ${sayAge(age ?? 0, policy.maxAgeDays)} old, created ${iso(now - (age ?? 0))}; ${policy.maxAgeDays} days are allowed`
        : `is ${duration(age ?? 0)} old and too old from ${date(now - over)} on`;
    case 'unused':
      return key?.lastUse?.kind === 'used'
        ? `was last used on ${date(key.lastUse.at)}; ${policy.maxUnusedDays} days are allowed`
        : `was never used in ${duration(age ?? 0)}; ${policy.maxUnusedDays} days are allowed`;
    case 'two-active':
      return 'is one of two active keys, and no journaled rotation explains them';
    case 'root':
      return age === null ? 'has an access key' : `has an access key, created or changed ${date(now - age)}`;
  }
}

/** What is wrong, beside the age and the last use: for a table that has both. */
export function sayShortly({ rule, over }: Finding, now: AwsTime): string {
  switch (rule) {
    case 'age':
      return over > 0 ? `too old since ${date(now - over)}` : `too old from ${date(now - over)} on`;
    case 'unused':
      return `unused for too long since ${date(now - over)}`;
    case 'two-active':
      return 'one of two Active keys that no journaled rotation explains';
    case 'root':
      return 'root should have no access key';
  }
}

/** One line: `User deployer, key …ABCD (Inactive): is 120 days old, …`. */
export function sayFinding(finding: Finding, policy: AuditPolicy, now: AwsTime): string {
  const name = keyName(finding);
  const key =
    finding.key === null
      ? ''
      : `, key${name === '' ? ' (no ID in the credential report)' : ` ${name}`}${finding.key.status === 'Inactive' ? ' (Inactive)' : ''}`;
  const who = finding.userName === ROOT ? 'Root' : `User ${finding.userName}`;
  return `${who}${key} ${sayProblem(finding, policy, now)}.`;
}
