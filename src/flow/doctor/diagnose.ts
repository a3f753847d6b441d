/** For each piece of the set-up: is it in place, is it missing, or can reading alone not tell? */
import type { Finding } from '../../report/doctor.ts';
import type { Reason } from '../../rotation/model.ts';
import { awsLogin, iamUser, rightsToRead, rightsToWrite } from './aws.ts';
import { type Chart, type Link, missing, unproved } from './findings.ts';
import { destinations, gitHubToken, rightToWriteSecrets } from './github.ts';
import { deployedPair, roomForTags, secondKey, secretsInHome } from './keys.ts';

/** Every piece, in the order in which a person would set it up. */
export const diagnose = (chart: Chart): readonly Finding[] => {
  const found = CHECKS.flatMap((check) => check(chart));
  return [...found, ...refusal(chart, found)];
};

const CHECKS: readonly ((chart: Chart) => readonly Finding[])[] = [
  awsLogin,
  iamUser,
  rightsToRead,
  rightsToWrite,
  gitHubToken,
  destinations,
  rightToWriteSecrets,
  deployedPair,
  secretsInHome,
  secondKey,
  roomForTags,
  concurrency,
];

function concurrency(): Finding[] {
  return [
    unproved(
      'the-concurrency-group',
      'The workflow’s concurrency group: it cannot be seen from inside a run',
      'Check that the workflow has concurrency with a group, and cancel-in-progress: false.',
    ),
  ];
}

/** Refusals of the planner that a finding already stands for. */
const COVERED: Readonly<Partial<Record<Reason, Link>>> = {
  'too-many-keys': 'the-second-key',
  'no-room': 'the-second-key',
  'foreign-key': 'the-second-key',
  'rotation-blocked': 'the-second-key',
  'deployed-pair-empty': 'the-deployed-pair',
  'deployed-pair-refused': 'the-deployed-pair',
  'deployed-key-inactive': 'the-deployed-pair',
  'torn-but-superseded': 'the-deployed-pair',
  'home-lacks-pair': 'the-secrets-in-home',
};

function refusal({ plan }: Chart, found: readonly Finding[]): Finding[] {
  if (plan?.outcome !== 'refuse') return [];
  const link = COVERED[plan.reason];
  if (found.some((finding) => finding.link === link && finding.verdict === 'missing')) return [];
  return [missing('refusals', plan.message, `See ${plan.reason} in the list of refusals.`)];
}
