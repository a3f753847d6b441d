export const id = 867;
export const ids = [867];
export const modules = {

/***/ 8063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ap: () => (/* binding */ ARN),
/* harmony export */   Eb: () => (/* binding */ present),
/* harmony export */   Hi: () => (/* binding */ timeIn),
/* harmony export */   IO: () => (/* binding */ Unreadable),
/* harmony export */   Ok: () => (/* binding */ sessionIn),
/* harmony export */   bB: () => (/* binding */ SECRET),
/* harmony export */   bG: () => (/* binding */ legible),
/* harmony export */   kF: () => (/* binding */ KEY_ID),
/* harmony export */   u4: () => (/* binding */ ACCOUNT)
/* harmony export */ });
/** Thrown inside of a call whose answer makes no sense. */
class Unreadable extends Error {
    name = 'Unreadable';
}
// IAM's API reference: access key IDs have 16 to 128 characters of \w. No answer is refused for being new.
const KEY_ID = /^\w{16,128}$/;
const SECRET = /^\S{16,256}$/;
const ACCOUNT = /^\d{12}$/;
/** Of a principal: paths have up to 512 characters, names up to 64. */
const ARN = /^arn:[\w-]+:(?:iam|sts)::\d{12}:[\x21-\x7e]{1,600}$/;
const TOKEN = /^\S{1,10000}$/;
/** A text of the answer. */
function legible(text, pattern, name) {
    if (text === undefined || !pattern.test(text))
        throw new Unreadable(`the answer has no ${name}`);
    return text;
}
/** A list of the answer. An empty one is there all the same. */
function present(items, name) {
    if (items === undefined)
        throw new Unreadable(`the answer has no ${name}`);
    return items;
}
/** A time of the answer, in milliseconds. */
function timeIn(date, name) {
    const at = date?.getTime() ?? Number.NaN;
    if (Number.isNaN(at))
        throw new Unreadable(`the answer has no ${name}`);
    return at;
}
function sessionIn({ Credentials: given, AssumedRoleUser }) {
    return {
        arn: legible(AssumedRoleUser?.Arn, ARN, 'Arn'),
        credentials: {
            accessKeyId: legible(given?.AccessKeyId, KEY_ID, 'AccessKeyId'),
            secretAccessKey: legible(given?.SecretAccessKey, SECRET, 'SecretAccessKey'),
            sessionToken: legible(given?.SessionToken, TOKEN, 'SessionToken'),
        },
    };
}


/***/ }),

/***/ 1672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ listen),
/* harmony export */   y: () => (/* binding */ clientConfig)
/* harmony export */ });
/* harmony import */ var _network_agents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9537);

/** Bounds on one attempt, in milliseconds. */
const CONNECTION_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 30_000;
const clientConfig = ({ region }, maxAttempts) => ({
    region,
    maxAttempts,
    // Without it the SDK assembles its middleware anew for each request.
    cacheMiddleware: true,
    requestHandler: {
        httpAgent: _network_agents_js__WEBPACK_IMPORTED_MODULE_0__/* .httpAgent */ .y,
        httpsAgent: _network_agents_js__WEBPACK_IMPORTED_MODULE_0__/* .httpsAgent */ .f,
        connectionTimeout: CONNECTION_TIMEOUT,
        requestTimeout: REQUEST_TIMEOUT,
        // The request's own time is up to the answer's head; an answer may also begin and never end.
        socketTimeout: REQUEST_TIMEOUT,
        throwOnRequestTimeout: true,
    },
});
/** Tells the run's clock and its record of requests whatever this client hears. */
function listen(client, { clock, requests }) {
    const stack = client.middlewareStack;
    keepTime(stack, clock);
    noteRequests(stack, requests);
    return client;
}
/** The clock reads the `Date` of every answer, errors included: it sits below their parsing. */
function keepTime(stack, clock) {
    stack.add((next) => async (args) => {
        const result = await next(args);
        const headers = result.response.headers ?? {};
        clock.note(headers.date);
        return result;
    }, { step: 'deserialize', priority: 'low', name: 'keepTime' });
}
/** Every attempt is noted: above the parsing of answers, where an error has its name. */
function noteRequests(stack, requests) {
    stack.add((next, { clientName = '', commandName = '' }) => async (args) => {
        const started = performance.now();
        const note = ({ $metadata }, error) => requests.note({
            service: clientName.replace(/Client$/, '').toLowerCase(),
            operation: commandName.replace(/Command$/, ''),
            status: $metadata?.httpStatusCode ?? 0,
            error,
            requestId: $metadata?.requestId ?? null,
            milliseconds: performance.now() - started,
        });
        try {
            const result = await next(args);
            note(result.output, null);
            return result;
        }
        catch (thrown) {
            const answer = thrown;
            note(answer, answer.Code ?? answer.name ?? null);
            throw thrown;
        }
    }, { step: 'deserialize', priority: 'high', name: 'noteRequests' });
}


/***/ }),

/***/ 2642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ AwsClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _flow_ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2995);
/* harmony import */ var _rotation_model_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5332);



/** AWS's time, taken from the `Date` header of its latest answer: runner clocks drift, and ours is never asked. */
class AwsClock {
    latest = null;
    /** Notes an answer's `Date` header (RFC 9110, whole seconds). */
    note(header) {
        const at = Date.parse(header ?? '');
        // Servers differ by fractions of a second; time seen by one run never goes back.
        if (!Number.isNaN(at))
            this.latest = (0,_rotation_model_js__WEBPACK_IMPORTED_MODULE_2__/* .awsTime */ .bc)(Math.max(at, this.latest ?? 0));
    }
    aws() {
        if (this.latest === null)
            throw new _flow_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7({
                service: 'sts',
                operation: 'Date',
                code: 'Unreadable',
                status: 0,
                message: 'no answer has told AWS\u2019s time',
            });
        return this.latest;
    }
    async sleep(milliseconds) {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds);
    }
}


/***/ }),

/***/ 8117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ asServiceError)
/* harmony export */ });
/* harmony import */ var _flow_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6296);
/* harmony import */ var _flow_ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2995);


/** Runs one SDK call and turns whatever it throws into a {@link ServiceError}: code, status, request ID, no body. */
async function asServiceError(service, operation, call) {
    try {
        return await call();
    }
    catch (error) {
        // What the credential source says for itself must not be taken for an answer of this call.
        if (!(error instanceof Error) || error instanceof _flow_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7 || error instanceof _flow_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
            throw error;
        throw new _flow_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7({ service, operation, cause: error, ...said(error) });
    }
}
function said(error) {
    const { name, message, Code, $fault, $metadata } = error;
    const status = $metadata?.httpStatusCode ?? 0;
    const requestId = $metadata?.requestId ?? null;
    if (name === 'Unreadable')
        return { code: name, status: 200, message, requestId };
    if (status === 0)
        return { code: 'NetworkError', status, message: `no answer (${name}: ${message})`, requestId };
    // The parser's own words quote the answer, and that may hold a secret which nobody has masked yet.
    if (status < 300 || $fault === undefined)
        return { code: 'Unreadable', status, message: `the answer cannot be read (${name})`, requestId };
    const code = Code ?? name.replace(/Exception$/, '');
    // Codes are shown in many places and compared in some: what is no word is none.
    return { code: /^[\w.:-]{1,100}$/.test(code) ? code : 'Unreadable', status, message, requestId };
}


/***/ }),

/***/ 9493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bd: () => (/* binding */ pages),
/* harmony export */   U2: () => (/* binding */ iamKeyStore),
/* harmony export */   j6: () => (/* binding */ keyReader)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6764);
/* harmony import */ var _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5332);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8063);
/* harmony import */ var _clients_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1672);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8117);
/** IAM for the rotation: the calls of {@link KeyStore}, in the run's session. */





const iam = (operation, call) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asServiceError */ .C)('iam', operation, call);
/** The calls that only read, by any client. */
function keyReader(client) {
    return {
        listAccessKeys: (UserName) => iam('ListAccessKeys', async () => {
            const keys = [];
            for await (const page of pages((next) => client.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .ListAccessKeysCommand */ .Qxm({ UserName, ...next }))))
                for (const key of (0,_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)(page.AccessKeyMetadata, 'AccessKeyMetadata'))
                    keys.push({
                        id: (0,_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .legible */ .bG)(key.AccessKeyId, _answers_js__WEBPACK_IMPORTED_MODULE_4__/* .KEY_ID */ .kF, 'AccessKeyId'),
                        status: (0,_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .legible */ .bG)(key.Status, /^\w+$/, 'Status') === 'Active' ? 'Active' : 'Inactive',
                        createdAt: (0,_rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .awsTime */ .bc)((0,_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .timeIn */ .Hi)(key.CreateDate, 'CreateDate')),
                    });
            return keys;
        }),
        lastUsed: (AccessKeyId) => iam('GetAccessKeyLastUsed', async () => {
            const answer = await client.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .GetAccessKeyLastUsedCommand */ .qRl({ AccessKeyId }));
            return {
                userName: answer.UserName === undefined ? null : (0,_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .legible */ .bG)(answer.UserName, _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .USER_NAME */ .iw, 'UserName'),
                lastUse: lastUseOf(answer.AccessKeyLastUsed),
            };
        }),
        listUserTags: (UserName) => iam('ListUserTags', async () => {
            const tags = new Map();
            for await (const page of pages((next) => client.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .ListUserTagsCommand */ .K8S({ UserName, ...next }))))
                for (const { Key, Value } of (0,_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)(page.Tags, 'Tags'))
                    if (Key !== undefined)
                        tags.set(Key, Value ?? '');
            return tags;
        }),
    };
}
function iamKeyStore(line, source) {
    const client = (maxAttempts) => {
        const made = (0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .listen */ .K)(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .IAMClient */ .h8v({ ...(0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .clientConfig */ .y)(line, maxAttempts), ...source.forClient() }), line);
        source.follow(made);
        return made;
    };
    const patient = client(3);
    // The SDK repeats a call whose answer was lost (seen: two creates reach AWS, the first key's secret is nobody's).
    // So creation has a client of its own, which sends once.
    const once = client(1);
    return {
        ...keyReader(patient),
        createAccessKey: (UserName) => iam('CreateAccessKey', async () => {
            // What the other client has learned about this machine's clock: a first request from a drifted one is refused,
            // and this client never repeats.
            once.config.systemClockOffset = patient.config.systemClockOffset;
            const { AccessKey: key } = await once.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .CreateAccessKeyCommand */ .hN({ UserName }));
            return {
                pair: {
                    accessKeyId: (0,_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .legible */ .bG)(key?.AccessKeyId, _answers_js__WEBPACK_IMPORTED_MODULE_4__/* .KEY_ID */ .kF, 'AccessKeyId'),
                    secretAccessKey: (0,_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .legible */ .bG)(key?.SecretAccessKey, _answers_js__WEBPACK_IMPORTED_MODULE_4__/* .SECRET */ .bB, 'SecretAccessKey'),
                },
                createdAt: (0,_rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .awsTime */ .bc)(key?.CreateDate?.getTime() ?? line.clock.aws()),
            };
        }),
        updateAccessKey: (UserName, AccessKeyId, Status) => iam('UpdateAccessKey', async () => {
            await patient.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .UpdateAccessKeyCommand */ .SF3({ UserName, AccessKeyId, Status }));
        }),
        deleteAccessKey: (UserName, AccessKeyId) => iam('DeleteAccessKey', async () => {
            await patient.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .DeleteAccessKeyCommand */ .yq0({ UserName, AccessKeyId }));
        }),
        tagUser: (UserName, tags) => iam('TagUser', async () => {
            await patient.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .TagUserCommand */ .pkA({ UserName, Tags: [...tags].map(([Key, Value]) => ({ Key, Value })) }));
        }),
        untagUser: (UserName, TagKeys) => iam('UntagUser', async () => {
            await patient.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .UntagUserCommand */ .KZ_({ UserName, TagKeys: [...TagKeys] }));
        }),
    };
}
/** AWS says `N/A` for service and region of a key that was never used, and leaves the date out. */
function lastUseOf(used) {
    if (used === undefined)
        return { kind: 'unreadable', why: 'the answer has no AccessKeyLastUsed' };
    if (used.LastUsedDate === undefined)
        return { kind: 'never' };
    return {
        kind: 'used',
        at: (0,_rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .awsTime */ .bc)((0,_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .timeIn */ .Hi)(used.LastUsedDate, 'LastUsedDate')),
        service: nameOrUnknown(used.ServiceName),
        region: nameOrUnknown(used.Region),
    };
}
/** Only ever shown, so that an odd name is no reason to call the key's last use unreadable. */
const nameOrUnknown = (name = '') => (/^[\w .:/-]{1,64}$/.test(name) ? name : 'unknown');
/** Page after page, as long as AWS says that there are more. */
async function* pages(ask) {
    let marker;
    do {
        const page = await ask(marker === undefined ? {} : { Marker: marker });
        yield page;
        // The same page again and again would never end.
        if (page.IsTruncated && page.Marker === marker)
            throw new _answers_js__WEBPACK_IMPORTED_MODULE_4__/* .Unreadable */ .IO('the answer has no further Marker');
        marker = page.IsTruncated ? page.Marker : undefined;
    } while (marker !== undefined);
}


/***/ }),

/***/ 8582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ sessionOf)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-sts/dist-cjs/index.js
var dist_cjs = __webpack_require__(1695);
// EXTERNAL MODULE: ./build/dist-src/flow/errors.js
var errors = __webpack_require__(6296);
// EXTERNAL MODULE: ./build/dist-src/flow/ports.js
var ports = __webpack_require__(2995);
;// CONCATENATED MODULE: ./build/dist-src/flow/trust.js
/** A role's trust in the job. The ID token is read and never trusted: it only helps to explain what AWS made of it. */


/** The claims that trust policies ask for, in the order in which people compare them (infra/trust). */
const COMPARED = ['aud', 'sub', 'repository_id', 'ref', 'environment'];
/** All claims that are text; none if this is no token. */
function claimsOf(idToken) {
    try {
        const claims = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString());
        return Object.fromEntries(Object.entries(claims).filter(([, value]) => typeof value === 'string'));
    }
    catch {
        return {};
    }
}
/**
 * What `AssumeRoleWithWebIdentity` threw, for a person: refused because of the token, it says what the token says, which is
 * what the trust policy must ask for. Anything else is left as it is.
 */
function asTrustFailure(error, idToken, roleArn) {
    if (!(error instanceof ports/* ServiceError */._7) || !isTrustRefusal(error))
        return error;
    const claims = claimsOf(idToken);
    const said = COMPARED.map((name) => `${name} ${claims[name] ?? '(none)'}`).join(', ');
    return new errors/* Failure */.HR('access-denied', {
        message: `${(0,errors/* describe */.q0)(error)}. This job's ID token says: ${said}.`,
        state: errors/* NOTHING_CHANGED */.Dh,
        remedy: error.code === 'InvalidIdentityToken'
            ? 'Add the identity provider https://token.actions.githubusercontent.com to IAM, with the audience that the ' +
                'token names (infra/README.md).'
            : `Check that ${roleArn} exists, and that its trust policy asks for these claims (infra/trust).`,
        cause: error,
    });
}
/** The two refusals that are about the token, and not about AWS's own state. */
const isTrustRefusal = (error) => error.code === 'AccessDenied' || error.code === 'InvalidIdentityToken';

// EXTERNAL MODULE: ./build/dist-src/report/words.js
var words = __webpack_require__(2711);
// EXTERNAL MODULE: ./build/dist-src/aws/answers.js
var answers = __webpack_require__(8063);
// EXTERNAL MODULE: ./build/dist-src/aws/clients.js
var clients = __webpack_require__(1672);
// EXTERNAL MODULE: ./build/dist-src/aws/errors.js
var aws_errors = __webpack_require__(8117);
// EXTERNAL MODULE: ./build/dist-src/aws/sts.js
var aws_sts = __webpack_require__(9327);
;// CONCATENATED MODULE: ./build/dist-src/aws/session.js
/** The session in which the run acts: a role assumed with the job's ID token, or whatever the environment provides. */









/** The session that the inputs ask for; it is opened by its first use. */
function sessionOf({ role }, log, line, idToken) {
    if (role === null)
        return ambientSession(line);
    if (idToken === null)
        throw new Error('A role is assumed with an ID token, and none was asked for.');
    return webIdentitySession(line, role, idToken.token, log.mask);
}
/** Assumes a role with the job's ID token (`AssumeRoleWithWebIdentity`, which needs no AWS credentials). */
function webIdentitySession(line, role, idToken, mask) {
    let opened = null;
    const assume = async () => {
        // Made while the token is on its way.
        const sts = (0,clients/* listen */.K)(new dist_cjs/* STSClient */.iM({ ...(0,clients/* clientConfig */.y)(line, 3), credentials: NO_CREDENTIALS }), line);
        const WebIdentityToken = await idToken;
        mask(WebIdentityToken);
        const { arn, credentials } = await (0,aws_errors/* asServiceError */.C)('sts', 'AssumeRoleWithWebIdentity', async () => (0,answers/* sessionIn */.Ok)(await sts.send(new dist_cjs/* AssumeRoleWithWebIdentityCommand */.WH({
            RoleArn: role.roleArn,
            RoleSessionName: role.sessionName,
            DurationSeconds: role.durationSeconds,
            WebIdentityToken,
        })))).catch((error) => {
            throw asTrustFailure(error, WebIdentityToken, role.roleArn);
        });
        mask(credentials.secretAccessKey);
        mask(credentials.sessionToken);
        const { environment } = claimsOf(WebIdentityToken);
        return {
            identity: {
                arn,
                account: arn.split(':')[4] ?? '',
                ...(environment === undefined ? {} : { environment }),
            },
            credentials,
        };
    };
    const open = () => {
        opened ??= assume();
        return opened;
    };
    return {
        open: async () => (await open()).identity,
        forClient: () => ({ credentials: async () => (await open()).credentials }),
        // A role's session does not live by a user's key.
        follow: () => { },
        outlive: async () => { },
    };
}
/** The request is unsigned; the SDK must not go looking for credentials that nobody needs. */
const NO_CREDENTIALS = { accessKeyId: 'unsigned', secretAccessKey: 'unsigned' };
/**
 * The SDK's own credential chain: what `configure-aws-credentials` left in the environment, or the rotated key itself,
 * which then must be able to make itself Inactive and go on.
 */
function ambientSession(line) {
    const sts = (0,clients/* listen */.K)(new dist_cjs/* STSClient */.iM((0,clients/* clientConfig */.y)(line, 3)), line);
    const followers = [];
    let opened = null;
    return {
        open: () => {
            opened ??= identify(sts);
            return opened;
        },
        forClient: () => ({}),
        follow: (client) => followers.push(client),
        outlive: async (keyId, pair) => {
            if ((await sts.config.credentials()).accessKeyId !== keyId)
                return;
            for (const client of followers)
                client.config.credentials = async () => pair;
        },
    };
}
async function identify(sts) {
    try {
        return await (0,aws_sts/* callerIdentity */.IX)(sts);
    }
    catch (error) {
        if (!(error instanceof ports/* ServiceError */._7))
            throw error;
        if (error.cause instanceof Error && error.cause.name === 'CredentialsProviderError')
            throw new errors/* Failure */.HR('no-session', {
                message: 'No AWS credentials: role-to-assume is empty, and the environment has none.',
                state: errors/* NOTHING_CHANGED */.Dh,
                remedy: 'Pass role-to-assume (with permissions: id-token: write), or run aws-actions/configure-aws-credentials first.',
                cause: error.cause,
            });
        if ((0,aws_sts/* refusalOf */.Of)(error) === null && error.code !== 'ExpiredToken')
            throw error;
        throw refusedCredentials(error, (await sts.config.credentials()).accessKeyId);
    }
}
/** `ASIA\u2026` is the ID of temporary credentials, `AKIA\u2026` that of a user's own key (IAM user guide, "Unique identifiers"). */
function refusedCredentials(error, keyId) {
    const own = !keyId.startsWith('ASIA');
    return new errors/* Failure */.HR('no-session', {
        message: `AWS refuses the credentials of the environment, key ${(0,words/* shortKey */.qU)(keyId)}: ${(0,errors/* describe */.q0)(error)}.`,
        state: own
            ? `Nothing was changed. If this is the key that rotates itself, it is Inactive or deleted, or the two halves are not of one pair: it cannot let itself in again.`
            : errors/* NOTHING_CHANGED */.Dh,
        remedy: own
            ? 'Another administrator lets it in: IAM console, the user, Security credentials. Make the key Active again, or create one, and put both ' +
                'halves into the secrets. A pair that rotates itself is best kept in one JSON secret (credentials-json-name), which cannot tear.'
            : 'Temporary credentials end after an hour or so: run aws-actions/configure-aws-credentials in the same job, right before.',
        cause: error,
    });
}


/***/ }),

/***/ 9327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IX: () => (/* binding */ callerIdentity),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   nQ: () => (/* binding */ stsProver)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1695);
/* harmony import */ var _flow_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2995);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8063);
/* harmony import */ var _clients_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1672);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8117);
/** STS as the judge of a pair: `GetCallerIdentity`, which every pair may call that AWS knows. */





const ATTEMPTS = 3;
const PAUSE = 500;
/**
 * Proves pairs at STS. Each question is sent by a client that never repeats by itself: the SDK takes
 * `SignatureDoesNotMatch` for a drifted clock and would ask three times about every wrong secret.
 */
function stsProver(line) {
    // A client is dear to make, and a new pair is proven several times in a row.
    let latest = null;
    const clientOf = (pair) => {
        if (latest?.pair === pair)
            return latest.client;
        const client = (0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .listen */ .K)(new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_3__/* .STSClient */ .iM({ ...(0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .clientConfig */ .y)(line, 1), credentials: pair }), line);
        latest = { pair, client };
        return client;
    };
    return {
        async prove(pair) {
            const client = clientOf(pair);
            for (let attempt = 1;; attempt++) {
                try {
                    return await callerIdentity(client);
                }
                catch (error) {
                    if (!(error instanceof _flow_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7))
                        throw error;
                    const refusal = refusalOf(error);
                    if (refusal !== null)
                        return refusal;
                    if (attempt === ATTEMPTS || !isPassing(error))
                        throw error;
                    await line.clock.sleep(PAUSE * attempt);
                }
            }
        },
    };
}
async function callerIdentity(client) {
    return await (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asServiceError */ .C)('sts', 'GetCallerIdentity', async () => {
        const { Account, Arn } = await client.send(new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_3__/* .GetCallerIdentityCommand */ .zI({}));
        return { account: (0,_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .legible */ .bG)(Account, _answers_js__WEBPACK_IMPORTED_MODULE_4__/* .ACCOUNT */ .u4, 'Account'), arn: (0,_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .legible */ .bG)(Arn, _answers_js__WEBPACK_IMPORTED_MODULE_4__/* .ARN */ .Ap, 'Arn') };
    });
}
/** STS says `SignatureDoesNotMatch` also to a request from a drifted clock; that is no answer about the pair. */
const isDrift = (error) => /^Signature (expired|not yet current)/.test(error.message);
/**
 * The one text that is about the pair. The same code also answers a drifted clock and a signature scoped to a region or
 * service that is not AWS's, such as a mistyped `aws-region`: taken for a refusal, `force` would create a key on it.
 */
const isWrongSecret = (error) => error.message.startsWith('The request signature we calculated');
/** What STS said of the pair that signed, or `null` if this is no answer about it. */
function refusalOf(error) {
    if (error.code === 'InvalidClientTokenId')
        return { refused: error.code };
    if (error.code === 'SignatureDoesNotMatch' && isWrongSecret(error))
        return { refused: error.code };
    return null;
}
/** Worth asking again: no answer, a 5xx, throttling, or a drift that the SDK has corrected by AWS's `Date` meanwhile. */
const isPassing = (error) => error.effect === 'unknown' || error.code === 'Throttling' || isDrift(error);


/***/ }),

/***/ 6296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dh: () => (/* binding */ NOTHING_CHANGED),
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   q0: () => (/* binding */ describe)
/* harmony export */ });
/** The state of a failure before its first effect. What the run did before the step that failed is added (rotate.ts). */
const NOTHING_CHANGED = 'Nothing was changed.';
/** A failure that tells a person what happened, how things stand now, and what to do. */
class Failure extends Error {
    name = 'Failure';
    code;
    /** How things stand now: what was done and what was not. */
    state;
    /** What a person can do. */
    remedy;
    /** What each destination holds, when they differ. */
    places;
    constructor(code, fields) {
        super(fields.message, fields.cause === undefined ? undefined : { cause: fields.cause });
        this.code = code;
        this.state = fields.state;
        this.remedy = fields.remedy;
        this.places = fields.places ?? [];
    }
}
/** `iam:TagUser failed: AccessDenied (403), request 1234: User \u2026 is not authorized \u2026`: never a body, never a secret. */
const describe = (error) => `${error.service}:${error.operation} failed: ${error.code}` +
    `${error.status > 0 ? ` (${error.status})` : ''}` +
    `${error.requestId === null ? '' : `, request ${error.requestId}`}: ${error.message}`;


/***/ }),

/***/ 2711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KH: () => (/* binding */ iso),
/* harmony export */   Ns: () => (/* binding */ whenever),
/* harmony export */   n$: () => (/* binding */ moment),
/* harmony export */   n8: () => (/* binding */ wholeDays),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   qU: () => (/* binding */ shortKey)
/* harmony export */ });
/* harmony import */ var _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5332);
/** How times, durations and keys are said to people. */

/**
 * A key's name in everything that people read: its last four characters. The full ID of the deployed key is a secret
 * of the run, so the runner would print `***` for it and drop any job output that contains it.
 */
const shortKey = (id) => `\u2026${id.slice(-4)}`;
/** `2026-01-05T06:00:00Z`: whole seconds, UTC. */
const iso = (at) => `${new Date(at).toISOString().slice(0, 19)}Z`;
/** `2026-01-05 06:00 UTC`. */
const moment = (at) => `${iso(at).slice(0, 16).replace('T', ' ')} UTC`;
/** `2026-01-05`. */
const date = (at) => iso(at).slice(0, 10);
const counted = (count, unit) => `${count} ${unit}${count === 1 ? '' : 's'}`;
/** `61 days`, `5 hours`, `12 minutes`, `less than a minute`: whole units, floored. */
function duration(milliseconds) {
    if (milliseconds >= _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_)
        return counted(Math.floor(milliseconds / _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_), 'day');
    if (milliseconds >= 60 * _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY)
        return counted(Math.floor(milliseconds / (60 * _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY)), 'hour');
    if (milliseconds >= _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY)
        return counted(Math.floor(milliseconds / _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY), 'minute');
    return 'less than a minute';
}
/** `on 2026-01-12 (in 6 days)`, or `now` when the time has come. */
function whenever(at, now) {
    if (at <= now)
        return 'now';
    const days = Math.ceil((at - now) / _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_);
    return at - now < _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_
        ? `on ${moment(at)} (in ${duration(at - now)})`
        : `on ${date(at)} (in ${counted(days, 'day')})`;
}
/** Whole days, floored: how old a key is said to be. */
const wholeDays = (milliseconds) => Math.floor(milliseconds / _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_);
const list = (items) => items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;


/***/ })

};
