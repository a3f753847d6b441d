/** Users that the check leaves out: exact names or globs, each until a date if it has one. */
import { type AwsTime, DAY } from '../rotation/model.ts';

export interface Waiver {
  /** As it was written. */
  readonly text: string;
  /** A user name in which `*` is any text and `?` any character. */
  readonly pattern: string;
  /** The first instant at which it does not count any more; `null`: it has no end. */
  readonly until: number | null;
}

/** A waiver and the users of the account that it is about. */
export interface WaiverEffect {
  readonly waiver: Waiver;
  readonly userNames: readonly string[];
}

// IAM: user names have letters, digits and _+=,.@-.
const PATTERN = /^[\w+=,.@*?-]{1,64}$/;
/** An `@` may be part of a name, so only what looks like a date is taken for one; and then it must be one. */
const DATED = /^(.*)@(\d[\d-]*)$/;

/** The waiver, or what is wrong with it. The day that is named is the last one that counts (UTC). */
export function parseWaiver(text: string): Waiver | { readonly problem: string } {
  const [, named, day] = DATED.exec(text) ?? [];
  const pattern = named ?? text;
  if (!PATTERN.test(pattern))
    return {
      problem: 'is not a user name or glob (A-Z a-z 0-9 _+=,.@- and * ?), with or without @YYYY-MM-DD',
    };
  if (day === undefined) return { text, pattern, until: null };
  const last = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // Date.parse refuses a 13th month, but may take February 30th for March 2nd.
  if (Number.isNaN(last) || new Date(last).toISOString().slice(0, 10) !== day)
    return {
      problem: `ends in "@${day}", which is no date (YYYY-MM-DD); if it is part of the name, write ? for the @`,
    };
  return { text, pattern, until: last + DAY };
}

export const isExpired = (waiver: Waiver, now: AwsTime): boolean =>
  waiver.until !== null && now >= waiver.until;

/** IAM user names are unique without regard to case, so letters match in both. */
export function waives(waiver: Waiver, userName: string): boolean {
  const source = waiver.pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 'i').test(userName);
}

/** Whom the waivers leave in, and what each of them is about. */
export function applyWaivers<User extends { readonly userName: string }>(
  roster: readonly User[],
  waivers: readonly Waiver[],
  now: AwsTime,
): { kept: User[]; waived: WaiverEffect[]; expired: WaiverEffect[] } {
  const effect = waivers.map((waiver) => ({
    waiver,
    userNames: roster.filter((user) => waives(waiver, user.userName)).map(({ userName }) => userName),
  }));
  const waived = effect.filter(({ waiver }) => !isExpired(waiver, now));
  const expired = effect.filter(({ waiver }) => isExpired(waiver, now));
  const out = new Set(waived.flatMap(({ userNames }) => userNames));
  return { kept: roster.filter(({ userName }) => !out.has(userName)), waived, expired };
}
