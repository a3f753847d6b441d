/** What AWS lets this run do. */

import type { Finding } from '../../report/doctor.ts';
import { list } from '../../report/words.ts';
import { asFailure } from '../as-failure.ts';
import { Failure } from '../errors.ts';
import { isIdentity, ServiceError } from '../ports.ts';
import { answerOf, errorOf, type Tried } from './examine.ts';
import { type Chart, isPassing, later, missing, ok, passing, serviceErrorIn, unproved } from './findings.ts';

export function awsLogin({ session }: Chart): Finding[] {
  const error = errorOf(session);
  if (error === null)
    return [ok('the-aws-login', `AWS login: ${answerOf(session)?.arn || answerOf(session)?.account}`)];
  if (isPassing(error)) return passing('the-aws-login', 'AWS login', error);
  const failure = asFailure(error);
  return [missing('the-aws-login', `AWS login: ${failure.message}`, failure.remedy)];
}

export function iamUser({ userName, userError, session, proof, keys }: Chart): Finding[] {
  const link = 'the-iam-user';
  if (userError !== null) {
    if (isPassing(userError)) return passing(link, 'IAM user', userError);
    const failure = asFailure(userError);
    return [missing(link, `IAM user: ${failure.message}`, failure.remedy)];
  }
  if (userName === null) return later(link, 'IAM user', 'the AWS login works');
  const listing = errorOf(keys);
  if (listing instanceof ServiceError && listing.code === 'NoSuchEntity')
    return [
      missing(
        link,
        `IAM user: account ${answerOf(session)?.account} has no user ${userName}`,
        'Correct user-name, or create the user.',
      ),
    ];
  if (isIdentity(answerOf(proof)) || answerOf(keys) !== null) return [ok(link, `IAM user: ${userName}`)];
  return later(
    link,
    `IAM user: ${userName}, as user-name says`,
    'the AWS login works and iam:ListAccessKeys is allowed',
  );
}

export function rightsToRead(chart: Chart): Finding[] {
  const { keys, tags, lastUse, session, userName, userError } = chart;
  const mistaken = userError instanceof Failure && userError.code === 'identity-mismatch';
  const first = errorOf(session) !== null ? 'the AWS login works' : 'the IAM user is known';
  const noKey =
    keys === null ? first : errorOf(keys) === null ? 'the user has a key' : 'iam:ListAccessKeys is allowed';
  return [
    ...right('iam:ListAccessKeys', keys, first, userName, mistaken),
    ...right('iam:ListUserTags', tags, first, userName, mistaken),
    ...right('iam:GetAccessKeyLastUsed', lastUse, noKey, userName, mistaken),
  ];
}

/** @param mistaken whether the user is the wrong one: that AWS denies to speak of it is then as it should be. */
function right(
  action: string,
  answer: Tried<unknown> | null,
  first: string,
  userName: string | null,
  mistaken: boolean,
): Finding[] {
  const link = 'the-right-to-read';
  if (answer === null) return later(link, action, first);
  const error = errorOf(answer);
  // "No such user" is said only to somebody who may ask.
  if (error === null || serviceErrorIn(error)?.code === 'NoSuchEntity') return [ok(link, action)];
  const denied = serviceErrorIn(error)?.code === 'AccessDenied';
  if (denied && mistaken) return later(link, action, 'the IAM user is certain');
  return denied
    ? [
        missing(
          link,
          `${action}: AWS denies it`,
          `Allow ${action} on user ${userName} (infra/policies/rotate.json).`,
        ),
      ]
    : passing(link, action, error);
}

export function rightsToWrite({ userName }: Chart): Finding[] {
  return [
    unproved(
      'the-right-to-write-in-aws',
      `${list(WRITES.map((name) => `iam:${name}`))} on ${userName === null ? 'the user' : `user ${userName}`}`,
      'Compare the policy with infra/policies/rotate.json. The first rotation proves them; whichever is denied, the deployed key keeps working.',
    ),
  ];
}

const WRITES = ['CreateAccessKey', 'UpdateAccessKey', 'DeleteAccessKey', 'TagUser', 'UntagUser'];
