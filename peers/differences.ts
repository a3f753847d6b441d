/** Where moto and the sandbox answer differently, why, and by which source the sandbox's answer is AWS's. */
import type { Fields } from './query.ts';

export interface Compared {
  /** Action, signer and parameters. */
  readonly request: string;
  /** Dotted path in the answer; `outcome` is status and code. */
  readonly field: string;
  /** `-` = the field is absent. */
  readonly moto: string;
  readonly sandbox: string;
}

/** Explains a compared field if all of its patterns match. */
export interface Difference {
  readonly request: RegExp;
  readonly field: RegExp;
  readonly moto: RegExp;
  readonly sandbox: RegExp;
  /** Who answers as AWS does. */
  readonly aws: 'sandbox' | 'moto' | 'neither';
  readonly because: string;
  /** Who says so. "Recorded" = LocalStack's snapshots of real AWS (localstack/localstack, tests/aws/services). */
  readonly source: string;
}

const ABSENT = /^-$/;
const ANY = /^/;

const ANSWERS: readonly Difference[] = [
  {
    request: /^ListAccessKeys /,
    field: /^IsTruncated$/,
    moto: ABSENT,
    sandbox: /^false$/,
    aws: 'sandbox',
    because: 'moto leaves IsTruncated out of a list of keys',
    source: 'Recorded: iam/test_iam_users, test_access_key_lifecycle',
  },
  {
    request: /^List\w+ .*"MaxItems":1\}/,
    field: /\.2\.|^IsTruncated$|^Marker$/,
    moto: ANY,
    sandbox: /^-$|^true$|^Marker, /,
    aws: 'sandbox',
    because: 'moto does not page',
    source:
      'IAM API reference: MaxItems, IsTruncated and Marker of ListAccessKeys, ListUserTags and ListUsers',
  },
  {
    request: ANY,
    field: /UserId$/,
    moto: /^[a-z\d]{20}$/,
    sandbox: /^AIDA…$/,
    aws: 'sandbox',
    because: 'a user’s unique ID begins with AIDA',
    source: 'IAM user guide, "IAM identifiers": unique ID prefixes',
  },
  {
    request: /^GetAccountSummary /,
    field: /^SummaryMap\./,
    moto: /^\d+$/,
    sandbox: ABSENT,
    aws: 'moto',
    because: 'the sandbox counts only what the check reads',
    source: 'Recorded: iam/test_iam_account_summary, test_get_account_summary_format',
  },
  {
    request: /^AssumeRole/,
    field: /^PackedPolicySize$/,
    moto: /^6$/,
    sandbox: ABSENT,
    aws: 'sandbox',
    because: 'there is no size without a session policy',
    source: 'Recorded: sts/test_sts, test_assume_role beside test_assume_role_with_policy',
  },
  {
    request: /^AssumeRoleWithWebIdentity /,
    field: /^AssumedRoleUser\.AssumedRoleId$/,
    moto: /^ARO123EXAMPLE123:/,
    sandbox: /^AROA…:/,
    aws: 'sandbox',
    because: 'a role’s unique ID begins with AROA; moto answers the example of the documentation',
    source: 'IAM user guide, "IAM identifiers": unique ID prefixes',
  },
  {
    request: /^AssumeRoleWithWebIdentity /,
    field: /^(Provider|Audience|SubjectFromWebIdentityToken)$/,
    moto: ABSENT,
    sandbox: /./,
    aws: 'sandbox',
    because: 'moto does not look into the token',
    source: 'STS API reference, AssumeRoleWithWebIdentity: response elements',
  },
];

const REFUSALS: readonly Difference[] = [
  {
    request: /^TagUser by session .*"Owner"/,
    field: /^outcome$/,
    moto: /^200$/,
    sandbox: /^403 AccessDenied$/,
    aws: 'sandbox',
    because: 'moto ignores the conditions of policies',
    source: 'IAM user guide, "Controlling access during AWS requests": aws:TagKeys',
  },
  {
    request: /^GetAccessKeyLastUsed .*deployer\.1/,
    field: /^AccessKeyLastUsed\.LastUsedDate$/,
    moto: /^2026-01-05T06:20:00Z$/,
    sandbox: /^2026-01-05T06:00:00Z$/,
    aws: 'sandbox',
    because: 'moto notes the refused use of an Inactive key',
    source:
      'IAM user guide, "Manage access keys for IAM users": an Inactive key cannot be used; not measured at AWS',
  },
  {
    request: /^UpdateAccessKey .*"(Status":"Bogus|AccessKeyId":"\{deployer\.1\})"\}$/,
    field: /^outcome$/,
    moto: /^200$/,
    sandbox: /^400 ValidationError$/,
    aws: 'sandbox',
    because: 'Status must be there, and be one of the documented values',
    source: 'IAM API reference, UpdateAccessKey',
  },
  {
    request: /^ListAccessKeys .*"MaxItems":0/,
    field: /^outcome$/,
    moto: /^200$/,
    sandbox: /^400 ValidationError$/,
    aws: 'sandbox',
    because: 'MaxItems begins at 1',
    source: 'IAM API reference, ListAccessKeys',
  },
  {
    request: /^DeleteAccessKey by administrator \{"UserName":"deployer"\}$/,
    field: /^outcome$/,
    moto: /^404 NoSuchEntity$/,
    sandbox: /^400 ValidationError$/,
    aws: 'sandbox',
    because: 'AccessKeyId is required',
    source: 'IAM API reference, DeleteAccessKey',
  },
  {
    request: /^(Update|Delete)AccessKey /,
    field: /^message$/,
    moto: /cannot be found$/,
    sandbox: /cannot be found\.$/,
    aws: 'sandbox',
    because: 'moto forgets the full stop',
    source: 'Recorded: iam/test_iam_users, test_access_key_errors',
  },
  {
    request: /^GetAccessKeyLastUsed /,
    field: /^outcome$/,
    moto: /^404 NoSuchEntity$/,
    sandbox: /^403 AccessDenied$/,
    aws: 'sandbox',
    because: 'AWS does not tell an unknown key from somebody else’s',
    source: 'Recorded: iam/test_iam_users, test_access_key_errors',
  },
  {
    request: /^ListAccessKeys by session \{\}$/,
    field: /^outcome$/,
    moto: /^403 AccessDenied$/,
    sandbox: /^400 ValidationError$/,
    aws: 'sandbox',
    because: 'only a user may leave its own name out',
    source: 'Recorded (for DeleteAccessKey): iam/test_iam_users, test_access_key_errors',
  },
  {
    request: ANY,
    field: /^message$/,
    moto: /^User: \S+ is not authorized to perform: \S+$/,
    sandbox:
      /^User: \S+ is not authorized to perform: \S+ on resource: \S+( because no identity-based policy allows the \S+ action)?$/,
    aws: 'sandbox',
    because: 'moto names neither the path of the user nor the resource nor the reason',
    source: 'IAM user guide, "Troubleshoot access denied error messages"',
  },
  {
    request: /^NoSuchAction /,
    field: /^outcome$/,
    moto: /^500 /,
    sandbox: /^400 InvalidAction$/,
    aws: 'sandbox',
    because: 'moto answers an unknown action with a page of HTML',
    source: 'IAM API reference, "Common errors"',
  },
  {
    request: /^AssumeRole by administrator .*("bad name!"|"DurationSeconds":(60|99999))/,
    field: /^outcome$/,
    moto: /^200$/,
    sandbox: /^400 ValidationError$/,
    aws: 'sandbox',
    because: 'session names have a pattern, durations begin at 900 s and end at the role’s maximum',
    source:
      'Recorded: sts/test_sts, test_sts_invalid_parameters, test_assume_role_session_name_too_long; STS API reference, ' +
      'AssumeRole',
  },
  {
    request: /^AssumeRole by administrator .*"s{65}"/,
    field: /^message$/,
    moto: /less than or {2}equal to 64$/,
    sandbox: /less than or equal to 64$/,
    aws: 'sandbox',
    because: 'moto has a space too many',
    source: 'Recorded: sts/test_sts, test_assume_role_session_name_too_long',
  },
  {
    request: /^AssumeRole by administrator .*"arn:a:/,
    field: /^outcome$/,
    moto: /^/,
    sandbox: /^400 ValidationError$/,
    aws: 'sandbox',
    because: 'what is no ARN is refused as such',
    source: 'Recorded: sts/test_sts, test_sts_invalid_parameters',
  },
  {
    request: /^AssumeRole by administrator .*role\/missing/,
    field: /^outcome$/,
    moto: /^200$/,
    sandbox: /^403 AccessDenied$/,
    aws: 'sandbox',
    because: 'a role that does not exist cannot be assumed',
    source: 'STS API reference, AssumeRole: the role’s trust policy decides',
  },
  {
    request: /^AssumeRoleWithWebIdentity /,
    field: /^outcome$/,
    moto: /^200$/,
    sandbox: /^400 InvalidIdentityToken$|^400 ExpiredTokenException$|^403 AccessDenied$/,
    aws: 'sandbox',
    because: 'moto takes any text for an ID token and asks no trust policy',
    source: 'STS API reference, AssumeRoleWithWebIdentity: errors',
  },
];

const TAGS: readonly Difference[] = [
  {
    request: /^TagUser .*"(json|hash#|k{129}|long)"/,
    field: /^outcome$/,
    moto: /^200$/,
    sandbox: /^400 ValidationError$/,
    aws: 'sandbox',
    because: 'tags have a pattern and a length',
    source:
      'IAM API reference, Tag; the code in public logs (bridgecrewio/yor issue 141, SWO-GS/auto-tag issue 90)',
  },
  {
    request: /^TagUser .*"aws:reserved"/,
    field: /^outcome$/,
    moto: /^200$/,
    sandbox: /^400 InvalidInput$/,
    aws: 'sandbox',
    because: 'the prefix aws: is reserved',
    source: 'IAM user guide, "Tags for IAM resources": rules for tagging',
  },
  {
    request: /^TagUser .*"twice"/,
    field: /^outcome$/,
    moto: /^200$/,
    sandbox: /^400 InvalidInput$/,
    aws: 'sandbox',
    because: 'tag keys ignore case, so these two are one',
    source:
      'IAM user guide, "Tags for IAM resources"; recorded for STS: sts/test_sts, test_assume_role_tag_validation',
  },
  {
    request: /^TagUser .*"many-49"/,
    field: /^outcome$/,
    moto: /^200$/,
    sandbox: /^409 LimitExceeded$/,
    aws: 'sandbox',
    because: 'a user has 50 tags at the most',
    source: 'IAM user guide, "IAM and AWS STS quotas"',
  },
  {
    request: /^ListUserTags .*"deployer"\}$/,
    field: /^Tags\.2\./,
    moto: /^Team$|^$/,
    sandbox: ABSENT,
    aws: 'sandbox',
    because: 'UntagUser of TEAM removes Team',
    source: 'IAM user guide, "Tags for IAM resources": keys are not case-sensitive',
  },
];

const REPORT: readonly Difference[] = [
  {
    request: /^GetCredentialReport /,
    field: /^message$/,
    moto: ANY,
    sandbox: ABSENT,
    aws: 'sandbox',
    because: 'AWS says ReportNotPresent without a message',
    source: 'Recorded: iam/test_iam_credential_report',
  },
  {
    request: /^GetCredentialReport /,
    field: / of <root_account>$/,
    moto: ABSENT,
    sandbox: /./,
    aws: 'sandbox',
    because: 'the report’s first row is the root user’s',
    source: 'IAM user guide, "Getting credential reports": <root_account>',
  },
  {
    request: /^GetCredentialReport /,
    field: /^password_(last_used|last_changed|next_rotation) of /,
    moto: /^not_supported$|^\d{4}-/,
    sandbox: /^N\/A$/,
    aws: 'sandbox',
    because: 'without a password these columns are N/A',
    source: 'IAM user guide, "Getting credential reports": password_last_used and the following',
  },
  {
    request: /^GetCredentialReport /,
    field: /^access_key_\d_last_used_(region|service) of /,
    moto: /^not_supported$/,
    sandbox: /^N\/A$|^us-east-1$|^(iam|sts)$/,
    aws: 'sandbox',
    because: 'moto does not report where a key was used',
    source: 'IAM user guide, "Getting credential reports": access_key_1_last_used_region',
  },
  {
    request: /^GetCredentialReport /,
    field: /^access_key_1_last_used_date of /,
    moto: /^2026-/,
    sandbox: /^2026-/,
    aws: 'sandbox',
    because: 'uses within 15 minutes are recorded once',
    source: 'IAM user guide, "Getting credential reports": access_key_1_last_used_date',
  },
  {
    request: /^GetCredentialReport /,
    field: /^GeneratedTime$/,
    moto: /^2015-02-02T20:02:02Z$/,
    sandbox: /^2026-/,
    aws: 'sandbox',
    because: 'moto’s time of generation is a constant',
    source: 'IAM API reference, GetCredentialReport',
  },
];

export const DIFFERENCES: readonly Difference[] = [...ANSWERS, ...REFUSALS, ...TAGS, ...REPORT];

/** What came out of all comparisons. */
export class Tally {
  requests = 0;
  compared = 0;
  equal = 0;
  readonly seen = new Set<Difference>();
  readonly unexplained: Compared[] = [];

  /** Where one was refused and the other was not, or for another reason, nothing else is worth comparing. */
  compare(request: string, moto: Fields, sandbox: Fields): void {
    this.requests++;
    const fields =
      moto.outcome === sandbox.outcome
        ? new Set([...Object.keys(moto), ...Object.keys(sandbox)])
        : ['outcome'];
    for (const field of fields)
      this.count({ request, field, moto: moto[field] ?? '-', sandbox: sandbox[field] ?? '-' });
  }

  private count(compared: Compared): void {
    this.compared++;
    if (compared.moto === compared.sandbox) {
      this.equal++;
      return;
    }
    const explanation = DIFFERENCES.find(
      ({ request, field, moto, sandbox }) =>
        request.test(compared.request) &&
        field.test(compared.field) &&
        moto.test(compared.moto) &&
        sandbox.test(compared.sandbox),
    );
    if (explanation === undefined) this.unexplained.push(compared);
    else this.seen.add(explanation);
  }

  toString(): string {
    const { requests, compared, equal } = this;
    return `${requests} requests to both: ${compared} fields compared, ${equal} equal, ${compared - equal} covered by ${this.seen.size} listed differences`;
  }
}
