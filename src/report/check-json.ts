/** What machines read of a check: the `violations` output, and the report file. */
import type { Audit } from '../audit/audit.ts';
import type { AuditPolicy, Finding } from '../audit/model.ts';
import { controlsOf } from '../audit/rules.ts';
import type { LastUse } from '../rotation/model.ts';
import { keyName } from './check-words.ts';
import { iso, wholeDays } from './words.ts';

/** ISO 8601; `never`; `null` when nobody asked or AWS did not say. */
function lastUsed(lastUse: LastUse | null | undefined): string | null {
  if (lastUse?.kind === 'used') return iso(lastUse.at);
  return lastUse?.kind === 'never' ? 'never' : null;
}

const entry = (finding: Finding, key: string) => ({
  user: finding.userName,
  key,
  rule: finding.rule,
  ageDays: finding.age === null ? null : wholeDays(finding.age),
  status: finding.key?.status ?? null,
  lastUsed: lastUsed(finding.key?.lastUse),
});

/** GitHub: a job's outputs hold 1 MB in all, counted in UTF-16. */
const OUTPUT_CHARACTERS = 400_000;

/** The violations, worst first, as many as a job output can hold; keys by their last four characters. */
export function violationsOutput(violations: readonly Finding[]): {
  readonly json: string;
  readonly left: number;
} {
  const items: string[] = [];
  let room = OUTPUT_CHARACTERS;
  for (const finding of violations) {
    const item = JSON.stringify(entry(finding, keyName(finding)));
    room -= item.length + 1;
    if (room < 0) break;
    items.push(item);
  }
  return { json: `[${items.join(',')}]`, left: violations.length - items.length };
}

/** Everything, with full key IDs: for archives and other programs, on the runner's own disk. */
export function reportFile(audit: Audit, policy: AuditPolicy): string {
  const findings = (list: readonly Finding[]) =>
    list.map((finding) => ({
      ...entry(finding, finding.key?.id ?? ''),
      created: finding.age === null ? null : iso(audit.now - finding.age),
      controls: controlsOf(finding.rule, policy),
    }));
  const { basis } = audit;
  const content = {
    checkedAt: iso(audit.now),
    account: audit.account,
    source: basis.kind === 'report' ? basis.source : basis.kind,
    reportGeneratedAt: basis.kind === 'report' ? iso(basis.generatedAt) : null,
    policy: { ...policy, failOn: [...policy.failOn] },
    checkedUsers: audit.checkedUsers,
    confirmedUsers: audit.confirmedUsers,
    root: audit.root,
    violations: findings(audit.verdict.violations),
    warnings: findings(audit.verdict.warnings),
    due: audit.verdict.due,
    notChecked: audit.notChecked.map(({ userName, why }) => ({ user: userName, why })),
    excluded: audit.waived.map(({ waiver, userNames }) => ({ waiver: waiver.text, users: userNames })),
    keys: audit.users.flatMap((user) =>
      user.keys.map((key) => ({
        user: user.userName,
        key: key.id,
        status: key.status,
        created: iso(key.createdAt),
        lastUsed: lastUsed(key.lastUse),
      })),
    ),
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}
