import { shortKey } from '../report/words.ts';
import type { Layout } from '../rotation/destinations.ts';
import { slotNames } from '../rotation/destinations.ts';
import type { Deed, KeyId } from '../rotation/model.ts';
import type { Subject } from './observe.ts';
import type { Pair, Ports } from './ports.ts';
import type { PublicKeys } from './public-keys.ts';

/** One run: its ports, its subject, and the names it signs its intent with. */
export interface Run {
  readonly ports: Ports;
  readonly publicKeys: PublicKeys;
  readonly subject: Subject;
  /** Unique per process; names the intent. */
  readonly nonce: string;
  /** The workflow run, for people who read the tags. */
  readonly id: string;
  /** What this run changed, noted the moment it is true: a failure in the middle of a step hides nothing. */
  readonly deeds: Deed[];
  /** What was written and is wrong all the same: the run goes on, and ends red. */
  readonly complaints: string[];
}

export function note(run: Run, kind: Deed['kind'], key: KeyId, what: string): void {
  run.deeds.push({ kind, key, what });
  run.ports.log.info(`Key ${shortKey(key)}: ${what}.`);
}

/** The secrets that hold this pair, secret half first. The JSON form is AWS's `credential_process` output. */
export function contents(
  layout: Layout,
  pair: Pair,
): readonly { readonly name: string; readonly value: string }[] {
  const [first = '', second = ''] = slotNames(layout);
  return layout.kind === 'json'
    ? [{ name: first, value: jsonOf(pair) }]
    : [
        { name: first, value: pair.secretAccessKey },
        { name: second, value: pair.accessKeyId },
      ];
}

/**
 * The runner masks a secret whole and line by line, but no part of a line, and prints a step's inputs before the step
 * starts. So each half stands alone on its line. (A line of a single brace would mask every brace.)
 */
const jsonOf = ({ accessKeyId, secretAccessKey }: Pair): string =>
  `{"AccessKeyId":\n${JSON.stringify(accessKeyId)}\n,"SecretAccessKey":\n${JSON.stringify(secretAccessKey)}\n,"Version":1}`;
