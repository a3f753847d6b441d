/** A table of report rows, as AWS writes them and as it might. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CredentialReport, parseCredentialReport } from '../../src/audit/credential-report.ts';
import { awsTime } from '../../src/rotation/model.ts';

const HEAD =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,' +
  'access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,' +
  'access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,' +
  'cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated';
const CREATED = '2024-03-01T08:00:00Z';
const NONE = 'false,N/A,N/A,N/A,N/A';
const ACTIVE = 'true,2025-01-01T00:00:00Z,2025-06-01T12:00:00Z,us-east-1,s3';
const ARN = 'arn:aws:iam::123456789012:user';

const row = (name: string, arn: string, one = NONE, two = NONE, created = CREATED): string =>
  `${name},${arn},${created},false,N/A,N/A,N/A,false,${one},${two},false,N/A,false,N/A`;
const parse = (...rows: string[]) => parseCredentialReport([HEAD, ...rows].join('\n'), awsTime(0));
function read(...rows: string[]): CredentialReport {
  const report = parse(...rows);
  if ('unreadable' in report) throw new Error(report.unreadable);
  return report;
}
const at = (text: string) => Date.parse(text);

describe('a row', () => {
  it.each([
    ['a plain name', 'deployer', `${ARN}/deployer`, 'deployer'],
    ['a path', 'deployer', `${ARN}/ci/eu/deployer`, 'deployer'],
    ['a quoted comma', '"we,ird"', `"${ARN}/we,ird"`, 'we,ird'],
    ['an unquoted comma', 'we,ird', `${ARN}/we,ird`, 'we,ird'],
    ['commas, the name quoted, the ARN not', '"a,b,c"', `${ARN}/x/a,b,c`, 'a,b,c'],
    ['commas, the ARN quoted, the name not', 'a,b,c', `"${ARN}/x/a,b,c"`, 'a,b,c'],
    ['a comma in the path', 'deployer', `${ARN}/a,b/deployer`, 'deployer'],
    ['a name that looks like an ARN’s end', 'arn,user', `${ARN}/arn,user`, 'arn,user'],
    ['an address', 'x+y=z@example.com', `${ARN}/x+y=z@example.com`, 'x+y=z@example.com'],
    ['China', 'deployer', 'arn:aws-cn:iam::123456789012:user/deployer', 'deployer'],
  ])('with %s', (_, name, arn, expected) => {
    const { users } = read(row(name, arn, ACTIVE));
    expect(users).toEqual([
      {
        userName: expected,
        createdAt: at(CREATED),
        slots: [
          {
            status: 'Active',
            changedAt: at('2025-01-01T00:00:00Z'),
            lastUse: { kind: 'used', at: at('2025-06-01T12:00:00Z'), region: 'us-east-1', service: 's3' },
          },
        ],
      },
    ]);
  });

  it.each<[string, string, object[]]>([
    ['no key', NONE, []],
    [
      'an Inactive key, which keeps its dates',
      'false,2025-01-01T00:00:00+00:00,N/A,N/A,N/A',
      [{ status: 'Inactive', changedAt: at('2025-01-01T00:00:00Z'), lastUse: { kind: 'never' } }],
    ],
    [
      'an Inactive key, if AWS should do as its guide says',
      'false,N/A,2025-01-01T00:00:00Z,us-east-1,s3',
      [expect.objectContaining({ status: 'Inactive', changedAt: null })],
    ],
    [
      'TRUE, and no_information about its use',
      'TRUE,2025-01-01T00:00:00Z,no_information,N/A,N/A',
      [expect.objectContaining({ status: 'Active', lastUse: { kind: 'unreadable', why: 'no_information' } })],
    ],
    [
      'an Active key without a date',
      'true,no_information,N/A,N/A,N/A',
      [expect.objectContaining({ status: 'Active', changedAt: null })],
    ],
  ])('with %s', (_, slot, expected) => {
    expect(read(row('u', `${ARN}/u`, slot)).users[0]?.slots).toEqual(expected);
    expect(read(row('u', `${ARN}/u`, NONE, slot)).users[0]?.slots).toEqual(expected);
  });

  it('of root is kept apart, and may have other things unsupported', () => {
    const { root, users } = read(
      `<root_account>,arn:aws:iam::123456789012:root,not_supported,not_supported,no_information,not_supported,not_supported,true,${ACTIVE},${NONE},false,N/A,false,N/A`,
      row('u', `${ARN}/u`),
    );
    expect(root).toHaveLength(1);
    expect(users).toHaveLength(1);
    expect(read(row('u', `${ARN}/u`)).root).toBeNull();
  });

  it('is understood whatever legal name and path it has, quoted or not', () => {
    const part = fc.stringMatching(/^[\w+=,.@-]{1,20}$/);
    fc.assert(
      fc.property(
        part,
        fc.array(part, { maxLength: 3 }),
        fc.boolean(),
        fc.boolean(),
        (name, path, one, two) => {
          const arn = `${ARN}/${[...path, name].join('/')}`;
          const field = (text: string, quoted: boolean) => (quoted ? `"${text}"` : text);
          expect(read(row(field(name, one), field(arn, two), ACTIVE)).users[0]).toMatchObject({
            userName: name,
            slots: [{ status: 'Active' }],
          });
        },
      ),
    );
  });
});

describe('the file', () => {
  it('may have a byte order mark, CRLF, a last line end, and columns that AWS adds later', () => {
    const extra = parseCredentialReport(
      `\uFEFF${HEAD},additional_credentials_info\r\n${row('u', `${ARN}/u`, ACTIVE)},N/A\r\n`,
      awsTime(5),
    );
    expect(extra).toMatchObject({
      generatedAt: 5,
      users: [{ userName: 'u', slots: [{ status: 'Active' }] }],
    });
  });

  // A row that makes no sense may be the one that matters: it is never skipped.
  it.each([
    ['nothing at all', ''],
    ['an error page', '<html>'],
    ['a header without the key columns', 'user,arn,user_creation_time\nu,arn:aws:iam::1:user/u,N/A'],
    ['a row that is cut off', `${HEAD}\n${row('u', `${ARN}/u`).slice(0, -9)}`],
    ['a status that is none', `${HEAD}\n${row('u', `${ARN}/u`, 'maybe,N/A,N/A,N/A,N/A')}`],
    ['a date that is none', `${HEAD}\n${row('u', `${ARN}/u`, 'true,yesterday,N/A,N/A,N/A')}`],
    ['a user without a creation time', `${HEAD}\n${row('u', `${ARN}/u`, NONE, NONE, 'N/A')}`],
    ['an ARN that is none', `${HEAD}\n${row('u', 'u')}`],
    ['a quote that never ends', `${HEAD}\n${row('"u', `${ARN}/u`)}`],
  ])('is refused with %s', (_, csv) => {
    expect(parseCredentialReport(csv, awsTime(0))).toEqual({ unreadable: expect.any(String) });
  });
});
