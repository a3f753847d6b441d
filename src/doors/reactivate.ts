import { readReactivateInputs } from '../action/reactivate-inputs.ts';
import { firstRequest, getInput } from './door.ts';

export async function open(): Promise<void> {
  const inputs = readReactivateInputs(getInput, process.env);
  const idToken = await firstRequest(Array.isArray(inputs) ? null : inputs.session);
  const { run } = await import('../reactivate.ts');
  await run(inputs, idToken);
}
