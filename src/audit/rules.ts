/**
 * What each rule is for. Controls were looked up in AWS's "Security Hub controls for IAM" (IAM.3, IAM.4, IAM.8, IAM.22),
 * which names the CIS AWS Foundations Benchmark's numbers, and in the benchmark's own titles for the two-key rule, which
 * Security Hub does not have. Numbers are those of v1.4.0 and v3.0.0; v5.0.0's follow in brackets.
 */
import type { AuditPolicy, Rule } from './model.ts';

/** The controls that a rule serves with this policy's limits: a laxer limit serves none. */
export function controlsOf(rule: Rule, policy: AuditPolicy): readonly string[] {
  switch (rule) {
    case 'age':
      return policy.maxAgeDays <= 90
        ? ['CIS AWS 1.14 (v5: 1.13)', 'Security Hub IAM.3', 'AWS Config access-keys-rotated']
        : [];
    case 'unused':
      return [
        ...(policy.maxUnusedDays <= 45 ? ['CIS AWS 1.12 (v5: 1.11)', 'Security Hub IAM.22'] : []),
        ...(policy.maxUnusedDays <= 90 ? ['Security Hub IAM.8'] : []),
      ];
    case 'two-active':
      return ['CIS AWS 1.13 (v5: 1.12)'];
    case 'root':
      return ['CIS AWS 1.4 (v5: 1.3)', 'Security Hub IAM.4'];
  }
}

export const REMEDIES: Readonly<Record<Rule, string>> = {
  age: 'Rotate the key: create a second one, update whatever uses it, make the old one Inactive, delete it later.',
  unused:
    'Make the key Inactive, and delete it when nobody has missed it for some weeks. Where a role can take its place, use OIDC.',
  'two-active':
    'Find out which of the two keys is in use (last used), move the rest over, and make the other one Inactive.',
  root: 'Delete root’s access key: sign in as root, Security credentials. Use a role for what it did.',
};
