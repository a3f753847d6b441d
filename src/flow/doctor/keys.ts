/** The pair, its secrets, and the user's room for another key. */
import type { Finding } from '../../report/doctor.ts';
import { list, shortKey } from '../../report/words.ts';
import { slotNames } from '../../rotation/destinations.ts';
import { intentsOf, MOST_TAGS, readJournal, TAGS_NEEDED, tagsTooMany } from '../../rotation/journal.ts';
import type { AccessKey } from '../../rotation/model.ts';
import { isIdentity } from '../ports.ts';
import { answerOf, errorOf } from './examine.ts';
import { type Chart, later, missing, ok, passing, unproved } from './findings.ts';

export function deployedPair(chart: Chart): Finding[] {
  const { deployed, proof, places, plan, subject } = chart;
  const link = 'the-deployed-pair';
  const [home] = places;
  const slots = answerOf(home?.slots ?? null);
  const { accessKeyId, secretAccessKey } = deployed;
  if (isFirst(chart)) {
    if (slots === null) return later(link, 'Deployed pair: none was passed', `${home?.name} is within reach`);
    const present = slots.filter(({ updatedAt }) => updatedAt !== null).map(({ name }) => name);
    return present.length === 0
      ? [ok(link, 'Deployed pair: none yet; the first rotation creates it')]
      : [
          missing(
            link,
            `Deployed pair: ${home?.name} has ${list(present)}, but this run received no pair`,
            `Pass ${subject.layout.kind === 'json' ? 'its two fields' : 'the secrets'} to access-key-id and secret-access-key.`,
          ),
        ];
  }
  const answer = answerOf(proof);
  if (isIdentity(answer)) return [ok(link, `Deployed pair: AWS accepts it, key ${shortKey(accessKeyId)}`)];
  const error = errorOf(proof);
  if (error !== null) return passing(link, 'Deployed pair', error);
  // A torn home is mended by the next run, and under force a refused pair is replaced.
  if (plan?.outcome === 'act') return [ok(link, `Deployed pair: ${plan.message}`)];
  if (secretAccessKey === '' || accessKeyId === '')
    return [
      missing(
        link,
        `Deployed pair: ${accessKeyId === '' ? 'access-key-id' : 'secret-access-key'} is empty, its sibling is not`,
        'Pass both halves of one pair from the secrets.',
      ),
    ];
  return [
    missing(
      link,
      `Deployed pair: AWS refuses key ${shortKey(accessKeyId)}${plan === null ? '' : `. ${plan.message}`}`,
      'Put a working pair into the secrets, or run once with force: true to create one.',
    ),
  ];
}

export function secretsInHome(chart: Chart): Finding[] {
  const { places, subject } = chart;
  const link = 'the-secrets-in-home';
  const [home] = places;
  const slots = answerOf(home?.slots ?? null);
  const names = list(slotNames(subject.layout));
  if (home === undefined || slots === null) return later(link, `Secrets ${names}`, 'home is within reach');
  const absent = slots.filter(({ updatedAt }) => updatedAt === null).map(({ name }) => name);
  if (absent.length === 0) return [ok(link, `Secrets: ${home.name} has ${names}`)];
  if (absent.length === slots.length && isFirst(chart))
    return [ok(link, `Secrets: ${home.name} has none yet; the first rotation writes ${names}`)];
  return [
    missing(
      link,
      `Secrets: ${home.name} has no ${list(absent)}`,
      'Put the pair there; or list the place that it comes from first in destinations; or correct ' +
        'access-key-id-name, secret-access-key-name or credentials-json-name.',
    ),
  ];
}

// The user's room.

export function secondKey(chart: Chart): Finding[] {
  const link = 'the-second-key';
  const keys = answerOf(chart.keys);
  if (chart.userError !== null) return later(link, 'Room for a second key', 'the IAM user is certain');
  if (keys === null) return later(link, 'Room for a second key', 'iam:ListAccessKeys is answered');
  const [only] = keys;
  if (keys.length === 1 && only !== undefined && isFirst(chart) && !isOurs(only, chart))
    return [
      unproved(
        link,
        `Room for a second key: there is ${shortKey(only.id)}, and its pair is not in the secrets; the first rotation creates one beside it`,
        'Put its pair into the secrets, so that it is what is rotated; or delete it before the rotation after the first, which needs its room.',
      ),
    ];
  if (keys.length < 2)
    return [ok(link, `Room for a second key: ${keys.length === 0 ? 'no key yet' : 'one key'}`)];
  const shown = list(keys.map((key) => `${shortKey(key.id)} (${key.status})`));
  if (keys.length > 2)
    return [
      missing(link, `Room for a second key: there are ${shown}`, 'Delete the ones that are not in use.'),
    ];
  const current = isIdentity(answerOf(chart.proof)) ? chart.deployed.accessKeyId : null;
  const strangers = keys.filter((key) => key.id !== current && !isOurs(key, chart));
  // Without a working pair the plan may still have found an orphan that makes room.
  const makesRoom = current === null && chart.plan?.outcome === 'act';
  if (strangers.length === 0 || makesRoom || chart.policy.foreignKey === 'retire')
    return [ok(link, `Second key: ${shown}; the one on its way out goes by itself`)];
  const named = list(strangers.map((key) => shortKey(key.id)));
  if (answerOf(chart.tags) === null)
    return later(
      link,
      `Second key: whose ${named} ${strangers.length === 1 ? 'is' : 'are'}`,
      'iam:ListUserTags is answered',
    );
  return [
    missing(
      link,
      `Second key: there are ${shown}, and a rotation needs room for one; nothing proves that ${named} ${strangers.length === 1 ? 'is' : 'are'} ours`,
      'Find out who uses which. Delete one, put its pair into the secrets, or hand it over with foreign-key: retire.',
    ),
  ];
}

/** Before the first rotation no pair is passed. */
const isFirst = ({ deployed }: Chart): boolean =>
  deployed.accessKeyId === '' && deployed.secretAccessKey === '';

function isOurs(key: AccessKey, { keys, tags, now }: Chart): boolean {
  const listed = answerOf(keys);
  const known = answerOf(tags);
  if (listed === null || known === null || now === null) return false;
  const journal = readJournal(known, listed, now);
  return journal.records.has(key.id) || intentsOf(key, journal).length > 0;
}

export function roomForTags({ tags, keys, now, userError }: Chart): Finding[] {
  const link = 'room-for-tags';
  if (userError !== null) return later(link, 'Room for tags', 'the IAM user is certain');
  const known = answerOf(tags);
  if (known === null || now === null) return later(link, 'Room for tags', 'iam:ListUserTags is answered');
  const journal = readJournal(known, answerOf(keys) ?? [], now);
  const others = journal.othersTags;
  const tooMany = tagsTooMany(journal);
  return tooMany === 0
    ? [ok(link, `Room for tags: ${others} of ${MOST_TAGS} are somebody else’s`)]
    : [
        missing(
          link,
          `Room for tags: ${others} of ${MOST_TAGS} are somebody else’s, and a rotation needs ${TAGS_NEEDED}`,
          `Remove ${tooMany} of the user’s tags.`,
        ),
      ];
}
