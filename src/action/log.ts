import * as core from '@actions/core';
import type { Log } from '../flow/ports.ts';
import { helpAt } from './help.ts';

/** Longer than any line that we mean. */
const LONGEST_LINE = 4_000;

/**
 * The runner's log. Text from outside must not be able to speak to the runner (`::name::` at the start of a line and the
 * older `##[name]` anywhere are commands to it), nor look like something else than it is: no control characters, and
 * none of those that are invisible or turn the reading direction.
 */
export const harmless = (text: string): string =>
  text
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .split('\n')
    .map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line))
    .join('\n')
    .replace(/##\[/g, '## [')
    .replace(/^(\s*)::/gm, '$1: :');

export const runnerLog: Log = {
  mask: (secret) => {
    if (secret !== '') core.setSecret(secret);
  },
  info: (line) => core.info(harmless(line)),
  warning: (line, heading) => core.warning(harmless(`${line}\n${helpAt(heading)}`)),
  group: (title, work) => core.group(harmless(title), work),
};
