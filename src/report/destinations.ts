/** The destinations in a rotation's summary. Nobody can read a secret back: what is known of it is told, and from where. */
import {
  type DestinationState,
  nothingDoneYet,
  type Observation,
  type Policy,
  type Slot,
} from '../rotation/model.ts';
import { holdsSince, viewOf } from '../rotation/view.ts';
import { code, literal, sections, table } from './markdown.ts';
import { moment } from './words.ts';

export interface PlaceReport {
  readonly destination: string;
  readonly holds: string;
  readonly error: string | null;
}

/** GitHub drops a summary of more than 1 MiB whole. */
const PLACES = 100;

/** What each destination shows by itself: names and times. */
export function destinationTable(seen: Observation, policy: Policy): string {
  const slot = ({ name, updatedAt }: Slot): string =>
    `${code(name)} ${updatedAt === null ? 'absent' : moment(updatedAt)}`;
  const rows = seen.destinations
    .slice(0, PLACES)
    .map((place, index) => [
      literal(place.name),
      place.slots.map(slot).join('<br>'),
      sayProof(place, index === 0, seen, policy),
    ]);
  return sections(
    `### Destinations\n\n${table(['Destination', 'Secrets, last written', 'Holds the deployed pair'], rows)}`,
    leftOut(seen.destinations.length - rows.length),
  ).trim();
}

const leftOut = (count: number): string | null => (count === 0 ? null : `… and ${count} more.`);

/** What is known of a place whose secrets nobody can read back. */
function sayProof(place: DestinationState, home: boolean, seen: Observation, policy: Policy): string {
  const { current } = viewOf(seen, policy, nothingDoneYet);
  if (place.slots.some(({ updatedAt }) => updatedAt === null)) return '❌ no';
  if (current === null) return '❔ unknown';
  const record = seen.journal.records.get(current.id);
  const stored = record?.state === 'stored' ? record : null;
  if (stored !== null && !holdsSince(place, stored)) return '⚠️ written by somebody else since';
  if (home) return '✅ proven by this run at STS';
  return stored?.destinations === seen.destinationsDigest
    ? '✅ on record, not written since'
    : '❔ not on record';
}

/** What each destination holds after a write that failed somewhere. */
export const placesTable = (places: readonly PlaceReport[]): string =>
  sections(
    `### What each destination holds\n\n${table(
      ['Destination', 'Holds', 'Error'],
      places
        .slice(0, PLACES)
        .map(({ destination, holds, error }) => [
          literal(destination),
          `${error === null ? '✅' : '❌'} ${literal(holds)}`,
          literal((error ?? '–').slice(0, 300)),
        ]),
    )}`,
    leftOut(Math.max(0, places.length - PLACES)),
  ).trim();
