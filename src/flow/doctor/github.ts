/** What GitHub lets this run do. */
import type { Finding } from '../../report/doctor.ts';
import { list } from '../../report/words.ts';
import type { Destination } from '../../rotation/destinations.ts';
import type { Failure } from '../errors.ts';
import type { ServiceError } from '../ports.ts';
import { sayRights } from '../public-keys.ts';
import { errorOf, type Place } from './examine.ts';
import {
  type Chart,
  isPassing,
  later,
  missing,
  ok,
  passing,
  saidBy,
  serviceErrorIn,
  unproved,
} from './findings.ts';

const statusAt = ({ slots }: Place): number | null => {
  const error = errorOf(slots);
  return error === null ? null : (serviceErrorIn(error)?.status ?? null);
};

export function gitHubToken({ places }: Chart): Finding[] {
  const link = 'the-github-token';
  const refused = places.find((place) => statusAt(place) === 401);
  if (refused !== undefined) {
    const said = serviceErrorIn(errorOf(refused.slots) as ServiceError | Failure);
    return [
      missing(
        link,
        said?.code === 'NoToken'
          ? 'github-token: empty'
          : `github-token: GitHub refuses it (${said?.message})`,
        'Make one in the same job with actions/create-github-app-token (it lives an hour), or renew the personal access ' +
          'token. GITHUB_TOKEN cannot write secrets.',
      ),
    ];
  }
  // Whatever else GitHub answers about a place, it knows who is asking.
  const known = places.some(({ slots }) => {
    const error = errorOf(slots);
    return error === null || !isPassing(error);
  });
  return known
    ? [ok(link, 'github-token: GitHub accepts it')]
    : [unproved(link, 'github-token: GitHub did not answer', 'Run again.')];
}

export function destinations({ places }: Chart): Finding[] {
  return places.flatMap(destination);
}

function destination(place: Place): Finding[] {
  const link = 'a-destination';
  const error = errorOf(place.slots);
  if (error === null) return [ok(link, `${place.name}: within reach`)];
  if (isPassing(error)) return passing(link, place.name, error);
  const status = statusAt(place);
  if (status === 401) return later(link, place.name, 'GitHub accepts the token');
  const why =
    status === 404
      ? `${sayPlace(place.destination)} does not exist, or the token does not reach it`
      : status === 403
        ? 'the token lacks the right'
        : saidBy(error);
  const accepted = serviceErrorIn(error)?.acceptedPermissions ?? null;
  return [
    missing(
      link,
      `${place.name}: ${why}${accepted === null ? '' : ` (GitHub asks for ${accepted})`}`,
      sayRights(place.destination, status),
    ),
  ];
}

function sayPlace(destination: Destination): string {
  switch (destination.scope) {
    case 'repository':
      return `repository ${destination.owner}/${destination.repo}`;
    case 'environment':
      return `environment ${destination.environment} of ${destination.owner}/${destination.repo}`;
    case 'organization':
      return `organization ${destination.org}`;
  }
}

export function rightToWriteSecrets({ places }: Chart): Finding[] {
  return [
    unproved(
      'the-right-to-write-secrets',
      `Writing secrets to ${places.length > 3 ? `${places.length} destinations` : list(places.map(({ name }) => name))}`,
      'Compare the token with docs/destinations.md. The first rotation proves it; if home refuses, the new key is deleted again.',
    ),
  ];
}
