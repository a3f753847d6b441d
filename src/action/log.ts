import * as core from '@actions/core';
import type { Log } from '../flow/ports.ts';
import { helpAt } from './help.ts';

/**
 * The runner's log. Text from outside must not be able to speak to the runner: `::name::` at the start of a line and
 * the older `##[name]` anywhere are commands to it.
 */
export const harmless = (text: string): string =>
  text
    .replace(/(?!\n)\p{Cc}/gu, ' ')
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
