/** Whoever still uses the key on its way out, and what to do about it. */
import {
  type AccessKey,
  type AwsTime,
  DAY,
  type LastUse,
  nothingDoneYet,
  type Observation,
  type Policy,
} from '../rotation/model.ts';
import { type Gate, previousKey, shutGates, viewOf } from '../rotation/view.ts';
import { code, literal, sections } from './markdown.ts';
import { date, duration, moment, shortKey } from './words.ts';

type Used = Extract<LastUse, { kind: 'used' }>;

/** Is it use, or that use cannot be ruled out, that keeps the previous key Active the longest? */
export function isInUse(seen: Observation, policy: Policy): boolean {
  const { gates } = held(seen, policy);
  const last = gates.reduce<Gate | null>((a, b) => ((b.opensAt ?? 0) > (a?.opensAt ?? 0) ? b : a), null);
  return last?.by === 'use';
}

/** The previous key while it is Active, and what keeps it so. */
function held(seen: Observation, policy: Policy): { previous: AccessKey | null; gates: readonly Gate[] } {
  const view = viewOf(seen, policy, nothingDoneYet);
  const previous = previousKey(view);
  return previous?.status === 'Active'
    ? { previous, gates: shutGates(view, previous) }
    : { previous: null, gates: [] };
}

/** A use of the previous key after its successor was in place; `null` if there is none, or none that keeps it Active. */
function useOf(
  seen: Observation,
  policy: Policy,
): { previous: AccessKey; lastUse: Used; normalUntil: AwsTime | null } | null {
  const { previous, gates } = held(seen, policy);
  if (previous === null || seen.deployed.kind !== 'accepted') return null;
  const lastUse = seen.lastUse.get(previous.id);
  const record = seen.journal.records.get(seen.deployed.key);
  if (lastUse?.kind !== 'used' || record?.state !== 'stored' || lastUse.at <= record.at) return null;
  if (!gates.some(({ by }) => by === 'use')) return null;
  return { previous, lastUse, normalUntil: gates.find(({ by }) => by === 'wait')?.opensAt ?? null };
}

/** Is the previous key used although no job should hold it any more? */
export const isStraggling = (seen: Observation, policy: Policy): boolean =>
  useOf(seen, policy)?.normalUntil === null;

/** `null` unless the previous key is Active and was used after its successor was in place, or its last use is hidden. */
export function straggler(seen: Observation, policy: Policy): string | null {
  const use = useOf(seen, policy);
  if (use === null) return hidden(seen, policy);
  const { previous, lastUse, normalUntil } = use;
  const name = code(shortKey(previous.id));
  return normalUntil === null
    ? sections(
        `### ⚠️ Somebody still uses key ${name}`,
        sayUse(lastUse, seen),
        whatToDo(previous, lastUse, policy),
      ).trim()
    : sections(
        `### Key ${name} is still used`,
        `${sayUse(lastUse, seen)} Until ${date(normalUntil)} that is as it should be: jobs that were queued before the rotation hold it.`,
      ).trim();
}

const sayUse = ({ at, service, region }: Used, { now }: Observation): string =>
  `Last used for **${literal(service)}** in **${literal(region)}** on ${moment(at)} (${duration(now - at)} ago).`;

const whatToDo = (key: AccessKey, { service, region }: Used, policy: Policy): string =>
  [
    'AWS names no caller here, but CloudTrail does:',
    '',
    `1. Open CloudTrail, *Event history*, in ${literal(region)}; choose *AWS access key* and enter the key that ends in ${code(key.id.slice(-4))}. ` +
      `*User agent* and *source IP address* say who it is. (Event history has management events only: reads and writes of data, in ${literal(service)} perhaps, are in a trail or nowhere.)`,
    '2. Let that caller take the pair from where it is rotated, or better, give it a role.',
    `3. Nothing else: the key is made Inactive once it has not been used for ${duration(policy.quietDays * DAY)}.`,
  ].join('\n');

function hidden(seen: Observation, policy: Policy): string | null {
  const { previous } = held(seen, policy);
  const lastUse = previous === null ? undefined : seen.lastUse.get(previous.id);
  if (previous === null || lastUse?.kind !== 'unreadable') return null;
  return sections(
    `### ⚠️ The last use of key ${code(shortKey(previous.id))} cannot be read`,
    `AWS said ${code(lastUse.why)}. What cannot be read counts as used, so the key stays Active. ${
      lastUse.why === 'AccessDenied'
        ? `Allow ${code('iam:GetAccessKeyLastUsed')} (infra/policies/rotate.json).`
        : 'The next run asks again.'
    }`,
  ).trim();
}
