export const id = 680;
export const ids = [680,708];
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
/** Lets the clock read the `Date` of every answer this client gets, errors included (it sits below their parsing). */
function keepTime(client, clock) {
    const stack = client.middlewareStack;
    stack.add((next) => async (args) => {
        const result = await next(args);
        const headers = result.response.headers ?? {};
        clock.note(headers.date);
        return result;
    }, { step: 'deserialize', priority: 'low', name: 'keepTime' });
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
        if (!(error instanceof Error) || error instanceof _flow_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._ || error instanceof _flow_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H)
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

/***/ 7680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sessionOf: () => (/* binding */ sessionOf)
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
    return new errors/* Failure */.H('access-denied', {
        message: `${(0,errors/* describe */.q)(error)}. This job's ID token says: ${said}.`,
        state: 'Nothing was changed.',
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
        return await (0,aws_sts.callerIdentity)(sts);
    }
    catch (error) {
        if (!(error instanceof ports/* ServiceError */._))
            throw error;
        if (error.cause instanceof Error && error.cause.name === 'CredentialsProviderError')
            throw new errors/* Failure */.H('no-session', {
                message: 'No AWS credentials: role-to-assume is empty, and the environment has none.',
                state: 'Nothing was changed.',
                remedy: 'Pass role-to-assume (with permissions: id-token: write), or run aws-actions/configure-aws-credentials first.',
                cause: error.cause,
            });
        if ((0,aws_sts.refusalOf)(error) === null && error.code !== 'ExpiredToken')
            throw error;
        throw refusedCredentials(error, (await sts.config.credentials()).accessKeyId);
    }
}
/** `ASIA…` is the ID of temporary credentials, `AKIA…` that of a user's own key (IAM user guide, "Unique identifiers"). */
function refusedCredentials(error, keyId) {
    const own = !keyId.startsWith('ASIA');
    return new errors/* Failure */.H('no-session', {
        message: `AWS refuses the credentials of the environment, key ${(0,words/* shortKey */.qU)(keyId)}: ${(0,errors/* describe */.q)(error)}.`,
        state: own
            ? `Nothing was changed. If this is the key that rotates itself, it is Inactive or deleted, or the two halves are not of one pair: it cannot let itself in again.`
            : 'Nothing was changed.',
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

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   callerIdentity: () => (/* binding */ callerIdentity),
/* harmony export */   refusalOf: () => (/* binding */ refusalOf),
/* harmony export */   stsProver: () => (/* binding */ stsProver)
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


/***/ })

};
