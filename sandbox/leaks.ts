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
 * Every place where a step of a real process let a secret out: what it printed on either stream, but for the command
 * that masks it; the log, which shows such a command that was not obeyed; each command file, whether the runner
 * accepts it or not. The mask excuses nothing: a secret behind a mask was let out all the same.
 */
export function leaksIn(world: Pick<World, 'aws'>, { stdout, stderr, log, written }: StepResult): string[] {
  const leaks: string[] = [];
  const unmasked = (text: string) =>
    text
      .split(/[\r\n]/)
      .filter((line) => !line.startsWith('::add-mask::'))
      .join('\n');
  const places = { stdout: unmasked(stdout), stderr: unmasked(stderr), log: log.join('\n'), ...written };
  for (const key of world.aws.everIssued)
    for (const form of leakForms(key.secret))
      for (const [place, text] of Object.entries(places))
        if (text.includes(form)) leaks.push(`the secret of ${key.id} is in the ${place}`);
  return leaks;
}
