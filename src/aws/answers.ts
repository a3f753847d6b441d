/** What AWS's answers must look like. What cannot be understood is an error, never an answer. */
import type { AssumeRoleWithWebIdentityCommandOutput } from '@aws-sdk/client-sts';

/** Thrown inside of a call whose answer makes no sense. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

// IAM's API reference: access key IDs have 16 to 128 characters of \w. No answer is refused for being new.
export const KEY_ID = /^\w{16,128}$/;
export const SECRET = /^\S{16,256}$/;
export const ACCOUNT = /^\d{12}$/;
/** Of a principal: paths have up to 512 characters, names up to 64. */
export const ARN = /^arn:[\w-]+:(?:iam|sts)::\d{12}:[\x21-\x7e]{1,600}$/;
const TOKEN = /^\S{1,10000}$/;

/** A text of the answer. */
export function legible(text: string | undefined, pattern: RegExp, name: string): string {
  if (text === undefined || !pattern.test(text)) throw new Unreadable(`the answer has no ${name}`);
  return text;
}

/** A list of the answer. An empty one is there all the same. */
export function present<T>(items: readonly T[] | undefined, name: string): readonly T[] {
  if (items === undefined) throw new Unreadable(`the answer has no ${name}`);
  return items;
}

/** A time of the answer, in milliseconds. */
export function timeIn(date: Date | undefined, name: string): number {
  const at = date?.getTime() ?? Number.NaN;
  if (Number.isNaN(at)) throw new Unreadable(`the answer has no ${name}`);
  return at;
}

export function sessionIn({ Credentials: given, AssumedRoleUser }: AssumeRoleWithWebIdentityCommandOutput) {
  return {
    arn: legible(AssumedRoleUser?.Arn, ARN, 'Arn'),
    credentials: {
      accessKeyId: legible(given?.AccessKeyId, KEY_ID, 'AccessKeyId'),
      secretAccessKey: legible(given?.SecretAccessKey, SECRET, 'SecretAccessKey'),
      sessionToken: legible(given?.SessionToken, TOKEN, 'SessionToken'),
    },
  };
}
