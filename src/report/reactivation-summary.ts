/** The job summary of the reactivate action. */
import type { AccessKey, AwsTime } from '../rotation/model.ts';
import { code, literal, sections } from './markdown.ts';
import { moment, shortKey } from './words.ts';

export function reactivationSummary(
  done: { readonly userName: string; readonly key: AccessKey; readonly at: AwsTime } | null,
  failure: { readonly message: string; readonly state: string; readonly remedy: string } | null,
): string {
  if (failure !== null)
    return sections(
      '## ❌ Nothing was reactivated',
      literal(failure.message),
      `**Now:** ${literal(failure.state)}`,
      `**Do:** ${literal(failure.remedy)}`,
    );
  if (done === null) return '';
  return sections(
    '## ✅ The previous key is Active again',
    `Key ${code(shortKey(done.key.id))} of ${literal(done.userName)} was made Active at ${moment(done.at)}. Whoever still holds it can use it at once.`,
    '**Next:** the daily rotation counts its wait anew: the key is made Inactive again once it has not been used for ' +
      'quiet-days, and deactivate-after-days have passed from now. Until then, find out who still uses it: the rotation’s ' +
      'summary names service, region and time.',
  );
}
