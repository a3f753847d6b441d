import { readRotateInputs } from '../action/rotate-inputs.ts';
import { begin, getInput, refuseInputs } from './door.ts';
import type { Masks } from './masks.ts';

export async function open(masks: Masks): Promise<void> {
  const inputs = readRotateInputs(getInput, process.env);
  if (Array.isArray(inputs)) return await refuseInputs(inputs);
  // With JSON credentials the workflow passes parsed halves, which the runner does not know as secrets.
  for (const secret of [inputs.deployed.secretAccessKey, inputs.gitHubToken]) masks.mask(secret);
  const begun = await begin(inputs.session, masks, async () => {
    const { awsPorts, provingAtOnce } = await import('../aws/ports.ts');
    return provingAtOnce(awsPorts, inputs.deployed);
  });
  const { run } = await import('../rotate.ts');
  await run(inputs, begun);
}
