import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { readCheckInputs } from '../action/check-inputs.ts';
import { begin, getInput, refuseInputs } from './door.ts';
import type { Masks } from './masks.ts';

export async function open(masks: Masks): Promise<void> {
  // Thousands of short-lived answers make V8 grow its heap, on Node 24 to more than 100 MB, of which 17 are alive: first
  // the young generation, then the old one, which takes what outlives two of the young one's collections.
  for (const flag of ['--semi-space-growth-factor=1', '--heap-growing-percent=20']) setFlagsFromString(flag);
  const read = readCheckInputs(getInput, process.env, webhookPayload());
  if (read.kind === 'problems') return await refuseInputs(read.problems);
  if (read.kind === 'no-credentials') {
    const { withoutCredentials } = await import('../check.ts');
    return await withoutCredentials(read.missing);
  }
  const begun = await begin(
    read.inputs.session,
    masks,
    async () => (await import('../aws/audit.ts')).auditPorts,
  );
  const { run } = await import('../check.ts');
  await run(read.inputs, begun);
}

function webhookPayload(): unknown {
  try {
    return JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH ?? '', 'utf8'));
  } catch {
    return null;
  }
}
