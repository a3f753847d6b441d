export const id = 893;
export const ids = [893];
export const modules = {

/***/ 1672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ keepTime),
/* harmony export */   y: () => (/* binding */ clientConfig)
/* harmony export */ });
/* harmony import */ var _network_agents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9537);
/** SDK clients: how they reach AWS, how long they wait, how often they repeat. */

/** Bounds on one attempt, in milliseconds. */
const CONNECTION_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 30_000;
const clientConfig = ({ region, maxAttempts }) => ({
    region,
    maxAttempts,
    requestHandler: {
        httpAgent: _network_agents_js__WEBPACK_IMPORTED_MODULE_0__/* .httpAgent */ .y,
        httpsAgent: _network_agents_js__WEBPACK_IMPORTED_MODULE_0__/* .httpsAgent */ .f,
        connectionTimeout: CONNECTION_TIMEOUT,
        requestTimeout: REQUEST_TIMEOUT,
        throwOnRequestTimeout: true,
    },
});
/**
 * Lets the clock read the `Date` of every answer this client gets, errors included (it sits below their parsing), and
 * notes every attempt (above their parsing, where an error has its name).
 */
function keepTime(client, clock) {
    const stack = client.middlewareStack;
    stack.add((next) => async (args) => {
        const result = await next(args);
        const headers = result.response.headers ?? {};
        clock.note(headers.date);
        return result;
    }, { step: 'deserialize', priority: 'low', name: 'keepTime' });
    stack.add((next, { clientName = '', commandName = '' }) => async (args) => {
        const started = performance.now();
        const note = ({ $metadata }, error) => clock.requests.note({
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
    }, { step: 'deserialize', priority: 'high', name: 'noteRequest' });
}


/***/ }),

/***/ 2642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ AwsClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _rotation_model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5332);


/** AWS's time, taken from the `Date` header of its latest answer: runner clocks drift, and ours is never asked. */
class AwsClock {
    /** Whoever keeps time hears of every answer, and so of every request. */
    requests;
    latest = null;
    constructor(requests) {
        this.requests = requests;
    }
    /** Notes an answer's `Date` header (RFC 9110, whole seconds). */
    note(header) {
        const at = Date.parse(header ?? '');
        // Servers differ by fractions of a second; time seen by one run never goes back.
        if (!Number.isNaN(at))
            this.latest = (0,_rotation_model_js__WEBPACK_IMPORTED_MODULE_1__/* .awsTime */ .bc)(Math.max(at, this.latest ?? 0));
    }
    aws() {
        if (this.latest === null)
            throw new Error('AWS has not answered yet, so its time is not known.');
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
        if (!(error instanceof Error) || error instanceof _flow_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._ || error instanceof _flow_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
            throw error;
        const { name, message, Code, $metadata } = error;
        const status = $metadata?.httpStatusCode ?? 0;
        throw new _flow_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._({
            service,
            operation,
            code: status === 0 ? 'NetworkError' : (Code ?? name.replace(/Exception$/, '')),
            status,
            message: status === 0 ? `no answer (${name}: ${message})` : message,
            requestId: $metadata?.requestId ?? null,
            cause: error,
        });
    }
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
/* harmony import */ var _clients_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1672);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8117);
/** IAM for the rotation: the calls of {@link KeyStore}, in the run's session. */




const iam = (operation, call) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asServiceError */ .C)('iam', operation, call);
/** The calls that only read, by any client. */
function keyReader(client) {
    return {
        listAccessKeys: (UserName) => iam('ListAccessKeys', async () => {
            const keys = [];
            for await (const page of pages((Marker) => client.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .ListAccessKeysCommand */ .Qxm({ UserName, ...(Marker === undefined ? {} : { Marker }) }))))
                for (const key of page.AccessKeyMetadata ?? [])
                    if (key.AccessKeyId !== undefined && key.CreateDate !== undefined)
                        keys.push({
                            id: key.AccessKeyId,
                            status: key.Status === 'Active' ? 'Active' : 'Inactive',
                            createdAt: (0,_rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .awsTime */ .bc)(key.CreateDate.getTime()),
                        });
            return keys;
        }),
        lastUsed: (AccessKeyId) => iam('GetAccessKeyLastUsed', async () => {
            const answer = await client.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .GetAccessKeyLastUsedCommand */ .qRl({ AccessKeyId }));
            return { userName: answer.UserName ?? null, lastUse: lastUseOf(answer.AccessKeyLastUsed) };
        }),
        listUserTags: (UserName) => iam('ListUserTags', async () => {
            const tags = new Map();
            for await (const page of pages((Marker) => client.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .ListUserTagsCommand */ .K8S({ UserName, ...(Marker === undefined ? {} : { Marker }) }))))
                for (const { Key, Value } of page.Tags ?? [])
                    if (Key !== undefined)
                        tags.set(Key, Value ?? '');
            return tags;
        }),
    };
}
function iamKeyStore(region, source, clock) {
    const client = (maxAttempts) => {
        const made = new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .IAMClient */ .h8v({ ...(0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .clientConfig */ .y)({ region, maxAttempts }), ...source.forClient() });
        (0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .keepTime */ .d)(made, clock);
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
            if (!key?.AccessKeyId || !key.SecretAccessKey)
                throw new Error('CreateAccessKey answered without a key.');
            return {
                pair: { accessKeyId: key.AccessKeyId, secretAccessKey: key.SecretAccessKey },
                createdAt: (0,_rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .awsTime */ .bc)(key.CreateDate?.getTime() ?? clock.aws()),
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
        at: (0,_rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .awsTime */ .bc)(used.LastUsedDate.getTime()),
        service: used.ServiceName ?? 'unknown',
        region: used.Region ?? 'unknown',
    };
}
/** Page after page, as long as AWS says that there are more. */
async function* pages(ask) {
    let marker;
    do {
        const page = await ask(marker);
        yield page;
        marker = page.IsTruncated ? page.Marker : undefined;
    } while (marker !== undefined);
}


/***/ }),

/***/ 7680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ sessionOf)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-sts/dist-cjs/index.js
var dist_cjs = __webpack_require__(1695);
// EXTERNAL MODULE: ./build/dist-src/flow/errors.js
var errors = __webpack_require__(6296);
;// CONCATENATED MODULE: ./build/dist-src/flow/id-token.js
/** What a job's ID token says of the job. Read, never trusted: it only helps to explain what AWS made of it. */

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
/** `AssumeRoleWithWebIdentity` was refused: what the token says is what the trust policy must ask for. */
function trustRefused(error, idToken, roleArn) {
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

// EXTERNAL MODULE: ./build/dist-src/flow/ports.js
var ports = __webpack_require__(2995);
// EXTERNAL MODULE: ./build/dist-src/report/words.js
var words = __webpack_require__(2711);
// EXTERNAL MODULE: ./build/dist-src/aws/clients.js
var clients = __webpack_require__(1672);
// EXTERNAL MODULE: ./build/dist-src/aws/errors.js
var aws_errors = __webpack_require__(8117);
// EXTERNAL MODULE: ./build/dist-src/aws/sts.js
var aws_sts = __webpack_require__(9327);
;// CONCATENATED MODULE: ./build/dist-src/aws/session.js
/** The session in which the run acts: a role assumed with the job's ID token, or whatever the environment provides. */








/** The session that the inputs ask for; it is opened by its first use. */
function sessionOf({ role, region }, log, clock, idToken) {
    if (role === null)
        return ambientSession(region, clock);
    if (idToken === null)
        throw new Error('A role is assumed with an ID token, and none was asked for.');
    return webIdentitySession(region, role, idToken.token, log.mask, clock);
}
/** Assumes a role with the job's ID token (`AssumeRoleWithWebIdentity`, which needs no AWS credentials). */
function webIdentitySession(region, role, idToken, mask, clock) {
    let opened = null;
    const assume = async () => {
        const WebIdentityToken = await idToken;
        mask(WebIdentityToken);
        const sts = new dist_cjs/* STSClient */.iM({ ...(0,clients/* clientConfig */.y)({ region, maxAttempts: 3 }), credentials: NO_CREDENTIALS });
        (0,clients/* keepTime */.d)(sts, clock);
        const answer = await (0,aws_errors/* asServiceError */.C)('sts', 'AssumeRoleWithWebIdentity', () => sts.send(new dist_cjs/* AssumeRoleWithWebIdentityCommand */.WH({
            RoleArn: role.roleArn,
            RoleSessionName: role.sessionName,
            DurationSeconds: role.durationSeconds,
            WebIdentityToken,
        }))).catch((error) => {
            if (!(error instanceof ports/* ServiceError */._) || !isTrustRefusal(error))
                throw error;
            throw trustRefused(error, WebIdentityToken, role.roleArn);
        });
        const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = answer.Credentials ?? {};
        mask(SecretAccessKey);
        mask(SessionToken);
        const arn = answer.AssumedRoleUser?.Arn ?? '';
        const { environment } = claimsOf(WebIdentityToken);
        return {
            identity: {
                arn,
                account: arn.split(':')[4] ?? '',
                ...(environment === undefined ? {} : { environment }),
            },
            credentials: {
                accessKeyId: AccessKeyId,
                secretAccessKey: SecretAccessKey,
                sessionToken: SessionToken,
            },
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
function ambientSession(region, clock) {
    const sts = new dist_cjs/* STSClient */.iM((0,clients/* clientConfig */.y)({ region, maxAttempts: 3 }));
    (0,clients/* keepTime */.d)(sts, clock);
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
        if (!(error instanceof ports/* ServiceError */._))
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
/** `ASIA…` is the ID of temporary credentials, `AKIA…` that of a user's own key (IAM user guide, "Unique identifiers"). */
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
/* harmony import */ var _clients_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1672);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8117);
/** STS as the judge of a pair: `GetCallerIdentity`, which every pair may call that AWS knows. */




const ATTEMPTS = 3;
const PAUSE = 500;
/**
 * Proves pairs at STS. Each question is sent by a client that never repeats by itself: the SDK takes
 * `SignatureDoesNotMatch` for a drifted clock and would ask three times about every wrong secret.
 */
function stsProver(region, clock) {
    return {
        async prove(pair) {
            const client = new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_3__/* .STSClient */ .iM({ ...(0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .clientConfig */ .y)({ region, maxAttempts: 1 }), credentials: pair });
            (0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .keepTime */ .d)(client, clock);
            for (let attempt = 1;; attempt++) {
                try {
                    return await callerIdentity(client);
                }
                catch (error) {
                    if (!(error instanceof _flow_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._))
                        throw error;
                    const refusal = refusalOf(error);
                    if (refusal !== null)
                        return refusal;
                    if (attempt === ATTEMPTS || !isPassing(error))
                        throw error;
                    await clock.sleep(PAUSE * attempt);
                }
            }
        },
    };
}
async function callerIdentity(client) {
    const answer = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asServiceError */ .C)('sts', 'GetCallerIdentity', () => client.send(new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_3__/* .GetCallerIdentityCommand */ .zI({})));
    return { account: answer.Account ?? '', arn: answer.Arn ?? '' };
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
/** `iam:TagUser failed: AccessDenied (403), request 1234: User … is not authorized …`: never a body, never a secret. */
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
const shortKey = (id) => `…${id.slice(-4)}`;
/** `2026-01-05T06:00:00Z`: whole seconds, UTC. */
const iso = (at) => `${new Date(at).toISOString().slice(0, 19)}Z`;
/** `2026-01-05 06:00 UTC`. */
const moment = (at) => `${iso(at).slice(0, 16).replace('T', ' ')} UTC`;
/** `2026-01-05`. */
const date = (at) => iso(at).slice(0, 10);
const counted = (count, unit) => `${count} ${unit}${count === 1 ? '' : 's'}`;
/** `61 days`, `5 hours`, `12 minutes`: whole units, floored. */
function duration(milliseconds) {
    if (milliseconds >= _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_)
        return counted(Math.floor(milliseconds / _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_), 'day');
    if (milliseconds >= 60 * _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY)
        return counted(Math.floor(milliseconds / (60 * _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY)), 'hour');
    return counted(Math.max(0, Math.floor(milliseconds / _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY)), 'minute');
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
