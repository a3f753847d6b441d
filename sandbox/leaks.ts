/** Where a secret could have escaped to, and every form in which it could be read back. */
import type { StepResult } from './runner/runner.ts';
import type { World } from './world.ts';

/** A secret as it might appear: plain, halves, base64 in three shifts, URL-encoded, JSON-escaped. */
export function leakForms(secret: string): string[] {
  const shifts = ['', 'x', 'xx'].map((lead) =>
    Buffer.from(lead + secret)
      .toString('base64')
      .slice(lead === '' ? 0 : 4, -4),
  );
  return [
    secret,
    secret.slice(0, 20),
    secret.slice(20),
    ...shifts,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
  ];
}

/**
 * Every place where a step of a real process let a secret out: anything it printed but the command that masks it, its
 * outputs, its summary. A mask that came after something else had held the secret counts as a leak as well.
 */
export function leaksIn(world: World, { stdout, outputs, summary }: StepResult): string[] {
  const leaks: string[] = [];
  const printed = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  const places = { log: printed.join('\n'), outputs: JSON.stringify(outputs), summary };
  for (const key of world.aws.everIssued)
    for (const form of leakForms(key.secret))
      for (const [place, text] of Object.entries(places))
        if (text.includes(form)) leaks.push(`the secret of ${key.id} is in the ${place}`);
  return leaks;
}
