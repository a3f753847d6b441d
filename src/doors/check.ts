import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { readCheckInputs } from '../action/check-inputs.ts';
import { firstRequest, getInput } from './door.ts';

export async function open(): Promise<void> {
  // Thousands of short-lived answers make V8 grow its heap, on Node 24 to more than 100 MB, of which 17 are alive: first
  // the young generation, then the old one, which takes what outlives two of the young one's collections.
  for (const flag of ['--semi-space-growth-factor=1', '--heap-growing-percent=20']) setFlagsFromString(flag);
  const read = readCheckInputs(getInput, process.env, webhookPayload());
  const idToken = await firstRequest(read.kind === 'ready' ? read.inputs.session : null);
  // First what the token's answer will need, then the rest.
  await import('../aws/audit.ts');
  const { run } = await import('../check.ts');
  await run(read, idToken);
}

function webhookPayload(): unknown {
  try {
    return JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH ?? '', 'utf8'));
  } catch {
    return null;
  }
}
