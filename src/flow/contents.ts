import { type Layout, slotNames } from '../rotation/destinations.ts';
import type { Pair } from './ports.ts';

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
