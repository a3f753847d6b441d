/** What a check is asked, and what it has seen before it judges. */
import type { Audit } from '../../audit/audit.ts';
import type { AuditPolicy } from '../../audit/model.ts';
import type { Waiver } from '../../audit/waivers.ts';
import type { KeyId } from '../../rotation/model.ts';

export type Scope =
  | { readonly kind: 'key'; readonly accessKeyId: KeyId }
  | { readonly kind: 'users'; readonly userNames: readonly string[] }
  | {
      readonly kind: 'all';
      /** `/` = everybody. */
      readonly pathPrefix: string;
      readonly waivers: readonly Waiver[];
      readonly source: 'exact' | 'report';
    };

export interface Check {
  readonly scope: Scope;
  readonly policy: AuditPolicy;
}

export type Seen = Omit<Audit, 'account' | 'verdict'>;
