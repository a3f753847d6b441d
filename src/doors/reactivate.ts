import { readReactivateInputs } from '../action/reactivate-inputs.ts';
import { firstRequest, getInput } from './door.ts';

export async function open(): Promise<void> {
  const inputs = readReactivateInputs(getInput, process.env);
  const idToken = await firstRequest(Array.isArray(inputs) ? null : inputs.session);
  // First what the token's answer will need, then the rest.
  await import('../aws/ports.ts');
  const { run } = await import('../reactivate.ts');
  await run(inputs, idToken);
}
