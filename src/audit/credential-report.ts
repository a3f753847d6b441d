/**
 * The credential report: what AWS knew of every user's credentials up to four hours ago (IAM user guide, "Getting
 * credential reports"). It has no key IDs, and its `last_rotated` is when a key was created *or last changed*: making a
 * key Inactive and Active again makes it look young.
 */
import { type AccessKey, type AwsTime, awsTime, type LastUse } from '../rotation/model.ts';
import { ROOT } from './model.ts';

/** One of the two key slots, if there is or was a key in it. */
export interface ReportSlot {
  readonly status: AccessKey['status'];
  /** Created or last changed; `null` when the report does not say. */
  readonly changedAt: AwsTime | null;
  readonly lastUse: LastUse;
}

export interface ReportUser {
  readonly userName: string;
  readonly createdAt: AwsTime;
  readonly slots: readonly ReportSlot[];
}

export interface CredentialReport {
  readonly generatedAt: AwsTime;
  readonly users: readonly ReportUser[];
  /** Root's slots; `null` when the report has no row for root. */
  readonly root: readonly ReportSlot[] | null;
}

const NEEDED = [
  'user',
  'arn',
  'user_creation_time',
  ...['1', '2'].flatMap((slot) =>
    ['active', 'last_rotated', 'last_used_date', 'last_used_region', 'last_used_service'].map(
      (column) => `access_key_${slot}_${column}`,
    ),
  ),
] as const;

/** The report, or why it cannot be read: a row that makes no sense is never skipped, since it may be the one that matters. */
export function parseCredentialReport(
  csv: string,
  generatedAt: AwsTime,
): CredentialReport | { readonly unreadable: string } {
  const [head = '', ...lines] = csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const columns = head.split(',');
  const missing = NEEDED.filter((name) => !columns.includes(name));
  if (missing.length > 0) return { unreadable: `its header lacks ${missing.join(', ')}` };
  const users: ReportUser[] = [];
  let root: readonly ReportSlot[] | null = null;
  for (const [index, line] of lines.entries()) {
    const row = readRow(line, columns);
    if (row === null) return { unreadable: `line ${index + 2} does not match its header` };
    if (row.userName === ROOT) root = row.slots;
    else if (row.createdAt === null) return { unreadable: `line ${index + 2} has no user_creation_time` };
    else users.push({ ...row, createdAt: row.createdAt });
  }
  return { generatedAt, users, root };
}

interface Row {
  readonly userName: string;
  readonly createdAt: AwsTime | null;
  readonly slots: readonly ReportSlot[];
}

function readRow(line: string, columns: readonly string[]): Row | null {
  const fields = splitRow(line, columns.length);
  if (fields === null) return null;
  const field = (name: string): string => fields[columns.indexOf(name)] ?? '';
  const userName =
    field('user') === ROOT ? ROOT : /^arn:[\w-]+:iam::\d*:user\/(?:.*\/)?([^/]+)$/.exec(field('arn'))?.[1];
  const slots = ['1', '2'].map((slot) => readSlot((column) => field(`access_key_${slot}_${column}`)));
  if (userName === undefined || slots.includes('nonsense')) return null;
  return {
    userName,
    createdAt: time(field('user_creation_time')),
    slots: slots.filter((slot) => slot !== 'empty' && slot !== 'nonsense'),
  };
}

/**
 * A row's fields. User names and paths may hold commas, and AWS does not say whether it quotes them, so both are read:
 * a row that has too many fields has them in name and ARN, and is counted from the right. The ARN begins where `arn:`
 * does, since no user name has a colon.
 */
function splitRow(line: string, count: number): string[] | null {
  const fields = splitQuoted(line);
  if (fields === null || fields.length < count) return null;
  if (fields.length === count) return fields;
  const plain = line.split(',');
  const identity = plain.slice(0, -(count - 2)).join(',');
  const [, name, arn] = /^(.*?),"?(arn:.*?)"?$/.exec(identity) ?? [];
  return name === undefined || arn === undefined ? null : [name, arn, ...plain.slice(-(count - 2))];
}

/** RFC 4180: a quoted field may hold commas, and quotes as two. `null` for a quote that never ends. */
function splitQuoted(line: string): string[] | null {
  if (!line.includes('"')) return line.split(',');
  const fields: string[] = [];
  let rest = line;
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(?:,|$)/.exec(rest);
    const whole = quoted ?? /^([^,]*)(?:,|$)/.exec(rest);
    if (whole === null) return null;
    const value = whole[1] ?? '';
    if (quoted === null && value.startsWith('"')) return null;
    fields.push(quoted === null ? value : value.replaceAll('""', '"'));
    if (!whole[0].endsWith(',')) return fields;
    rest = rest.slice(whole[0].length);
  }
}

/** What AWS writes where there is nothing to say. */
const NOTHING = new Set(['N/A', 'no_information', 'not_supported', '']);

function readSlot(column: (name: string) => string): ReportSlot | 'empty' | 'nonsense' {
  const active = column('active').toLowerCase();
  const [changed, used] = [column('last_rotated'), column('last_used_date')];
  if (active !== 'true' && active !== 'false') return 'nonsense';
  if ([changed, used].some((value) => !NOTHING.has(value) && time(value) === null)) return 'nonsense';
  // Recorded from AWS: an Inactive key keeps its dates. Its guide says otherwise, so any trace of a key counts as one.
  if (active === 'false' && changed === 'N/A' && NOTHING.has(used)) return 'empty';
  return {
    status: active === 'true' ? 'Active' : 'Inactive',
    changedAt: time(changed),
    lastUse: readLastUse(used, column),
  };
}

function readLastUse(used: string, column: (name: string) => string): LastUse {
  const at = time(used);
  if (at !== null)
    return { kind: 'used', at, service: column('last_used_service'), region: column('last_used_region') };
  return used === 'N/A' ? { kind: 'never' } : { kind: 'unreadable', why: used };
}

/** ISO 8601 with `Z` (recorded from AWS) or `+00:00` (its guide). */
function time(text: string): AwsTime | null {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : awsTime(at);
}
