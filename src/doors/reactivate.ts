import { readReactivateInputs } from '../action/reactivate-inputs.ts';
import { begin, getInput, refuseInputs } from './door.ts';
import type { Masks } from './masks.ts';

export async function open(masks: Masks): Promise<void> {
  const inputs = readReactivateInputs(getInput, process.env);
  if (Array.isArray(inputs)) return await refuseInputs(inputs);
  masks.mask(inputs.reactivation.deployed.secretAccessKey);
  const begun = await begin(inputs.session, masks, async () => (await import('../aws/ports.ts')).awsPorts);
  const { run } = await import('../reactivate.ts');
  await run(inputs, begun);
}
