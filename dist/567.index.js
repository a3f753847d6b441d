export const id = 567;
export const ids = [567];
export const modules = {

/***/ 6567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  auditPorts: () => (/* binding */ auditPorts)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-iam/dist-cjs/index.js
var dist_cjs = __webpack_require__(6764);
// EXTERNAL MODULE: ./build/dist-src/rotation/model.js
var model = __webpack_require__(5332);
// EXTERNAL MODULE: ./build/dist-src/aws/answers.js
var answers = __webpack_require__(8063);
// EXTERNAL MODULE: ./build/dist-src/aws/clients.js
var clients = __webpack_require__(1672);
// EXTERNAL MODULE: ./build/dist-src/aws/clock.js
var aws_clock = __webpack_require__(2642);
// EXTERNAL MODULE: ./build/dist-src/aws/errors.js
var errors = __webpack_require__(8117);
// EXTERNAL MODULE: ./build/dist-src/aws/iam.js
var iam = __webpack_require__(9493);
;// CONCATENATED MODULE: ./build/dist-src/aws/report-content.js
/**
 * `GetCredentialReport` with its content taken out of the answer before the SDK parses it. The SDK's XML parser appends
 * character by character, which makes 45 MB of ropes out of a report of 5,000 users and keeps them past the next garbage
 * collections; the content is Base64 in one element, so it needs no parser.
 */

/** @returns the CSV, and when AWS made it. */
async function readReport(client) {
    const command = new dist_cjs/* GetCredentialReportCommand */.DBo({});
    let content = null;
    command.middlewareStack.add((next) => async (args) => {
        const result = await next(args);
        const answer = result.response;
        if (answer.statusCode === 200) {
            const xml = await wholeBody(answer.body);
            const [start, end] = [xml.indexOf('<Content>'), xml.indexOf('</Content>')];
            if (start >= 0 && end > start)
                content = xml.toString('latin1', start + '<Content>'.length, end);
            answer.body =
                content === null
                    ? xml
                    : Buffer.concat([xml.subarray(0, start), xml.subarray(end + '</Content>'.length)]);
        }
        return result;
    }, { step: 'deserialize', priority: 'low', name: 'takeContent' });
    const { Content, GeneratedTime } = await client.send(command);
    const csv = content === null ? Buffer.from(Content ?? []) : Buffer.from(content, 'base64');
    return { csv: csv.toString('utf8'), generatedTime: GeneratedTime };
}
async function wholeBody(body) {
    if (body instanceof Uint8Array)
        return Buffer.from(body);
    const chunks = [];
    for await (const chunk of body)
        chunks.push(chunk);
    return Buffer.concat(chunks);
}

// EXTERNAL MODULE: ./build/dist-src/aws/session.js + 1 modules
var aws_session = __webpack_require__(8582);
;// CONCATENATED MODULE: ./build/dist-src/aws/audit.js
/** IAM for the check: reads only, many at once. */









function auditPorts(inputs, log, idToken, requests) {
    const clock = new aws_clock/* AwsClock */.I();
    const line = { region: inputs.region, clock, requests };
    const session = (0,aws_session/* sessionOf */.M)(inputs, log, line, idToken);
    return { session, account: iamAccountReader(line, session), clock };
}
/**
 * IAM's rate limits are unpublished: token buckets for each API and account (AWS Support, quoted in public issues). The
 * SDK's adaptive mode slows all requests down after the first `Throttling`, so patience costs time and nothing else.
 */
const ATTEMPTS = 10;
/** IAM: at most 1,000 items a page for `ListUsers`. */
const PAGE = 1000;
function iamAccountReader(line, source) {
    const make = (cacheMiddleware) => (0,clients/* listen */.K)(new dist_cjs/* IAMClient */.h8v({
        ...(0,clients/* clientConfig */.y)(line, ATTEMPTS),
        retryMode: 'adaptive',
        cacheMiddleware,
        ...source.forClient(),
    }), line);
    // Without the cache the SDK assembles its whole middleware anew for each of thousands of requests.
    const client = make(true);
    const forReport = make(false);
    return {
        ...(0,iam/* keyReader */.j6)(client),
        listUsers: (PathPrefix) => (0,errors/* asServiceError */.C)('iam', 'ListUsers', async () => {
            const users = [];
            for await (const page of (0,iam/* pages */.Bd)((next) => client.send(new dist_cjs/* ListUsersCommand */.A7W({ PathPrefix, MaxItems: PAGE, ...next }))))
                for (const { UserName, CreateDate } of (0,answers/* present */.Eb)(page.Users, 'Users'))
                    users.push({
                        userName: (0,answers/* legible */.bG)(UserName, model/* USER_NAME */.iw, 'UserName'),
                        createdAt: (0,model/* awsTime */.bc)((0,answers/* timeIn */.Hi)(CreateDate, 'CreateDate')),
                    });
            return users;
        }),
        generateCredentialReport: () => (0,errors/* asServiceError */.C)('iam', 'GenerateCredentialReport', async () => {
            const { State } = await client.send(new dist_cjs/* GenerateCredentialReportCommand */.seh({}));
            return State ?? 'INPROGRESS';
        }),
        credentialReport: () => (0,errors/* asServiceError */.C)('iam', 'GetCredentialReport', async () => {
            const { csv, generatedTime } = await readReport(forReport);
            return { csv, generatedAt: (0,model/* awsTime */.bc)(generatedTime?.getTime() ?? 0) };
        }),
        rootHasKey: () => (0,errors/* asServiceError */.C)('iam', 'GetAccountSummary', async () => {
            const { SummaryMap } = await client.send(new dist_cjs/* GetAccountSummaryCommand */.zod({}));
            const present = SummaryMap?.AccountAccessKeysPresent;
            if (present === undefined)
                throw new answers/* Unreadable */.IO('the answer has no AccountAccessKeysPresent');
            return present > 0;
        }),
    };
}


/***/ })

};
