/** What a run saw, one line a fact, for the log. */
import type { AccessKey, Observation } from '../rotation/model.ts';
import { sayLastUse } from '../rotation/view.ts';
import { date, duration, list, moment, shortKey } from './words.ts';

export const facts = (seen: Observation): string[] => [
  ...seen.keys.map((key) => keyFact(key, seen)),
  ...(seen.keys.length === 0 ? [`User ${seen.userName} has no access key.`] : []),
  deployedFact(seen),
  ...seen.destinations.map(
    ({ name, slots }) =>
      `${name}: ${list(slots.map((slot) => `${slot.name} ${slot.updatedAt === null ? 'absent' : `written ${moment(slot.updatedAt)}`}`))}.`,
  ),
  ...seen.journal.intents.map((intent) => `Run ${intent.run} announced a key on ${moment(intent.aws)}.`),
];

function keyFact(key: AccessKey, seen: Observation): string {
  const record = seen.journal.records.get(key.id);
  const use = seen.lastUse.get(key.id);
  return [
    `Key ${shortKey(key.id)} of user ${seen.userName}: ${key.status}, ${duration(seen.now - key.createdAt)} old`,
    use === undefined ? '' : `, last use ${sayLastUse(use)}`,
    record === undefined ? ', not on record' : `, ${record.state} since ${date(record.at)}`,
    '.',
  ].join('');
}

function deployedFact({ deployed }: Observation): string {
  switch (deployed.kind) {
    case 'empty':
      return 'No pair is deployed.';
    case 'accepted':
      return `The deployed pair is key ${shortKey(deployed.key)}: STS accepts it.`;
    case 'torn':
      return `The deployed secret belongs to key ${shortKey(deployed.key)}, the deployed ID does not.`;
    case 'refused':
      return `STS refuses the deployed pair (key ${shortKey(deployed.key)}).`;
  }
}
