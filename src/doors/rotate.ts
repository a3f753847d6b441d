import { readRotateInputs } from '../action/rotate-inputs.ts';
import { firstRequest, getInput } from './door.ts';

export async function open(): Promise<void> {
  const inputs = readRotateInputs(getInput, process.env);
  const idToken = await firstRequest(Array.isArray(inputs) ? null : inputs.session);
  // First what the token's answer will need, then the rest.
  await import('../aws/ports.ts');
  const { run } = await import('../rotate.ts');
  await run(inputs, idToken);
}
