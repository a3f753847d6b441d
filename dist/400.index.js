export const id = 400;
export const ids = [400];
export const modules = {

/***/ 4066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ut: () => (/* binding */ failInputs),
/* harmony export */   ff: () => (/* binding */ failWith),
/* harmony export */   ho: () => (/* binding */ open),
/* harmony export */   nW: () => (/* binding */ helpAt)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6421);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8987);
/** How every door ends: bad input named whole, failures in words, defects with their stack. Never green by accident. */


function failInputs(problems) {
    for (const problem of problems)
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3((0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .harmless */ .I)(problem), { title: 'Bad input' });
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setFailed */ .C1(`${problems.length} input${problems.length === 1 ? ' is' : 's are'} not usable. Nothing was changed.`);
}
const failWith = ({ code, message, state, remedy }) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setFailed */ .C1((0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .harmless */ .I)([message, state, remedy, helpAt(code)].join('\n')));
/**
 * Where more is said about a failure: the heading in this action's own documentation, at the version that runs. The
 * runner names the action's repository and ref; for a local action (`./`) it does not.
 */
function helpAt(anchor) {
    const { GITHUB_SERVER_URL = 'https://github.com', GITHUB_ACTION_REPOSITORY, GITHUB_ACTION_REF, } = process.env;
    const page = `docs/troubleshooting.md#${anchor}`;
    return GITHUB_ACTION_REPOSITORY
        ? `More: ${GITHUB_SERVER_URL}/${GITHUB_ACTION_REPOSITORY}/blob/${GITHUB_ACTION_REF || 'main'}/${page}`
        : `More: ${page}`;
}
/** Runs a door's main; whatever is thrown that is no {@link Failure} is a defect of ours, and red. */
function open(main) {
    main().catch((error) => {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setFailed */ .C1((0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .harmless */ .I)(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    });
}


/***/ }),

/***/ 8987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ harmless),
/* harmony export */   t: () => (/* binding */ runnerLog)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6421);

/**
 * The runner's log. Text from outside must not be able to speak to the runner: `::name::` at the start of a line and
 * the older `##[name]` anywhere are commands to it.
 */
const harmless = (text) => text
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/##\[/g, '## [')
    .replace(/^(\s*)::/gm, '$1: :');
const runnerLog = {
    mask: (secret) => {
        if (secret !== '')
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(secret);
    },
    info: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(harmless(line)),
    warning: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(harmless(line)),
    group: (title, work) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .group */ .Os(harmless(title), work),
};


/***/ }),

/***/ 4755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   bu: () => (/* binding */ rotationOutputs),
/* harmony export */   n0: () => (/* binding */ setOutputs)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6421);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2711);
/** What other steps read: outputs, all of them strings. */


/** The outputs of action.yml; empty for a run that never got as far as observing. */
function rotationOutputs({ after, plan, deeds }) {
    if (after === null || plan === null)
        return {};
    const current = after.deployed.kind === 'accepted' ? after.deployed.key : null;
    const key = after.keys.find((listed) => listed.id === current);
    const { steps, reason, message } = plan;
    return {
        'action-taken': [...new Set(deeds.map((deed) => deed.kind))].join(',') || 'none',
        'access-key-id': current ?? '',
        'key-age-days': key === undefined ? '' : String((0,_report_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeDays */ .n8)(after.now - key.createdAt)),
        'next-step': plan.next.step,
        'next-step-at': (0,_report_words_js__WEBPACK_IMPORTED_MODULE_1__/* .iso */ .KH)(plan.next.at),
        plan: JSON.stringify({ steps: steps.map(shortened), reason, message }),
    };
}
/** The deployed ID is a secret of the run: with it in full, the runner would drop the whole output. */
const shortened = (step) => Object.fromEntries(Object.entries(step).map(([name, value]) => [
    name,
    (name === 'key' || name === 'adopt') && typeof value === 'string'
        ? `…${value.slice(-4)}`
        : value,
]));
function setOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs))
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH(name, value);
}
/** A summary that cannot be written never fails or hides what happened. */
async function writeSummary(markdown) {
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addRaw(markdown).write();
    }
    catch (error) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(`The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`);
    }
}


/***/ }),

/***/ 7651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $T: () => (/* binding */ readPair),
/* harmony export */   iw: () => (/* binding */ USER_NAME),
/* harmony export */   kF: () => (/* binding */ KEY_ID),
/* harmony export */   te: () => (/* binding */ readUserName)
/* harmony export */ });
// IAM: user names have up to 64 characters of [\w+=,.@-]; access key IDs 16 to 128 of [\w].
const USER_NAME = /^[\w+=,.@-]{1,64}$/;
const KEY_ID = /^[A-Z\d]{16,128}$/;
function readPair(input) {
    const accessKeyId = input.matching('access-key-id', KEY_ID, 'an access key ID (16 to 128 of A-Z 0-9)', {
        secret: true,
    });
    const secretAccessKey = input.matching('secret-access-key', /^\S{16,256}$/, 'a secret access key', {
        secret: true,
    });
    // The other way round, a secret without its ID, is a torn home: a run that crashed between its two first writes.
    if (accessKeyId !== '' && secretAccessKey === '')
        input.problem('secret-access-key', 'is empty although access-key-id is not; pass both halves from the secrets');
    return { accessKeyId, secretAccessKey };
}
const readUserName = (input) => input.matching('user-name', USER_NAME, 'an IAM user name (at most 64 of A-Z a-z 0-9 _+=,.@-)');


/***/ }),

/***/ 8730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ InputReader)
/* harmony export */ });
/**
 * Strict parsing of inputs. Every problem is collected, so that one run names them all; `90d`, `9O`, `-1` and `yes`
 * are errors, never a guess.
 */
class InputReader {
    problems = [];
    read;
    /** @param read the runner's value of an input, trimmed; empty when it was not given. */
    constructor(read) {
        this.read = read;
    }
    problem(name, complaint) {
        this.problems.push(`${name}: ${complaint}`);
    }
    text(name) {
        return this.read(name);
    }
    /** Text that must match, or be empty. The value itself is repeated in the complaint unless it is secret. */
    matching(name, pattern, accepted, options = {}) {
        const value = this.read(name);
        if (value === '') {
            if (options.required)
                this.problem(name, `is required: ${accepted}`);
            return value;
        }
        if (!pattern.test(value))
            this.problem(name, `${options.secret ? 'the value' : JSON.stringify(value)} is not ${accepted}`);
        return value;
    }
    /** A whole number in decimal digits, nothing else. */
    wholeNumber(name, lowest, highest) {
        const value = this.read(name);
        const number = Number(value);
        if (/^\d{1,9}$/.test(value) && number >= lowest && number <= highest)
            return number;
        this.problem(name, `${JSON.stringify(value)} is not a whole number from ${lowest} to ${highest}`);
        // Compares as false with everything: no rule about two inputs speaks when one of them is unreadable.
        return Number.NaN;
    }
    flag(name) {
        const value = this.read(name);
        if (value !== 'true' && value !== 'false')
            this.problem(name, `${JSON.stringify(value)} is neither true nor false`);
        return value === 'true';
    }
    oneOf(name, allowed) {
        const value = this.read(name);
        const found = allowed.find((candidate) => candidate === value);
        if (found === undefined)
            this.problem(name, `${JSON.stringify(value)} is not one of ${allowed.join(', ')}`);
        return found;
    }
    /** One item a line; empty lines do not count. */
    lines(name) {
        return this.read(name)
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== '');
    }
}


/***/ }),

/***/ 2183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ readSession),
/* harmony export */   l: () => (/* binding */ hasIdToken)
/* harmony export */ });
const ROLE_ARN = /^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/;
// STS: RoleSessionName is 2 to 64 characters of [\w+=,.@-].
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
/** Whether this job may ask for an OIDC ID token. */
const hasIdToken = (environment) => Boolean(environment.ACTIONS_ID_TOKEN_REQUEST_URL && environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN);
/** @param tokenless leaves it to the caller to say that a role cannot be assumed without an ID token. */
function readSession(input, environment, { tokenless = false } = {}) {
    const roleArn = input.matching('role-to-assume', ROLE_ARN, 'the ARN of an IAM role (arn:aws:iam::123456789012:role/NAME)');
    if (roleArn !== '' && !tokenless && !hasIdToken(environment))
        input.problem('role-to-assume', 'this job can get no OIDC ID token. Give it permissions: id-token: write. A run for a pull request from a fork never gets one');
    const sessionName = input.matching('role-session-name', SESSION_NAME, '2 to 64 characters of A-Z a-z 0-9 _+=,.@-', {
        required: roleArn !== '',
    });
    // STS: from 15 minutes up to the role's own maximum, which is 12 hours at the most.
    const durationSeconds = input.wholeNumber('role-duration-seconds', 900, 43_200);
    const audience = input.matching('audience', /^\S{1,255}$/, 'an OIDC audience', {
        required: roleArn !== '',
    });
    const region = input.matching('aws-region', REGION, 'an AWS region such as us-east-1, us-gov-west-1 or cn-north-1') ||
        environment.AWS_REGION ||
        environment.AWS_DEFAULT_REGION ||
        'us-east-1';
    return { role: roleArn === '' ? null : { roleArn, sessionName, durationSeconds }, audience, region };
}


/***/ }),

/***/ 1672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ keepTime),
/* harmony export */   y: () => (/* binding */ clientConfig)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/** SDK clients: how they reach AWS, how long they wait, how often they repeat. */


/** Bounds on one attempt, in milliseconds. */
const CONNECTION_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 30_000;
// Node 24.5 and later read https_proxy, http_proxy and no_proxy by themselves when an agent is told to.
const agentOptions = {
    keepAlive: true,
    maxSockets: 50,
    proxyEnv: process.env,
};
const agents = { httpAgent: new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent(agentOptions), httpsAgent: new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent(agentOptions) };
const clientConfig = ({ region, maxAttempts }) => ({
    region,
    maxAttempts,
    requestHandler: {
        ...agents,
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

/***/ 2642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ AwsClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _rotation_model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5332);


/** AWS's time, taken from the `Date` header of its latest answer: runner clocks drift, and ours is never asked. */
class AwsClock {
    latest = null;
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

/***/ 1666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ awsPorts),
  M: () => (/* binding */ sessionOf)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: ./build/dist-src/flow/ports.js
var ports = __webpack_require__(2995);
// EXTERNAL MODULE: ./build/dist-src/aws/clock.js
var aws_clock = __webpack_require__(2642);
// EXTERNAL MODULE: ./build/dist-src/aws/iam.js
var iam = __webpack_require__(9493);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-sts/dist-cjs/index.js
var dist_cjs = __webpack_require__(1695);
// EXTERNAL MODULE: ./build/dist-src/flow/errors.js
var errors = __webpack_require__(6296);
// EXTERNAL MODULE: ./build/dist-src/aws/clients.js
var clients = __webpack_require__(1672);
// EXTERNAL MODULE: ./build/dist-src/aws/errors.js
var aws_errors = __webpack_require__(8117);
;// CONCATENATED MODULE: ./build/dist-src/aws/sts.js
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
            const client = new dist_cjs/* STSClient */.iM({ ...(0,clients/* clientConfig */.y)({ region, maxAttempts: 1 }), credentials: pair });
            (0,clients/* keepTime */.d)(client, clock);
            for (let attempt = 1;; attempt++) {
                try {
                    return await callerIdentity(client);
                }
                catch (error) {
                    if (!(error instanceof ports/* ServiceError */._))
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
    const answer = await (0,aws_errors/* asServiceError */.C)('sts', 'GetCallerIdentity', () => client.send(new dist_cjs/* GetCallerIdentityCommand */.zI({})));
    return { account: answer.Account ?? '', arn: answer.Arn ?? '' };
}
/** STS says `SignatureDoesNotMatch` also to a request from a drifted clock; that is no answer about the pair. */
const isDrift = (error) => /^Signature (expired|not yet current)/.test(error.message);
/**
 * The one text that is about the pair. The same code also answers a drifted clock and a signature scoped to a region or
 * service that is not AWS's, such as a mistyped `aws-region`: taken for a refusal, `force` would create a key on it.
 */
const isWrongSecret = (error) => error.message.startsWith('The request signature we calculated');
function refusalOf(error) {
    if (error.code === 'InvalidClientTokenId')
        return { refused: error.code };
    if (error.code === 'SignatureDoesNotMatch' && isWrongSecret(error))
        return { refused: error.code };
    return null;
}
/** Worth asking again: no answer, a 5xx, throttling, or a drift that the SDK has corrected by AWS's `Date` meanwhile. */
const isPassing = (error) => error.effect === 'unknown' || error.code === 'Throttling' || isDrift(error);

;// CONCATENATED MODULE: ./build/dist-src/aws/session.js
/** The session in which the run acts: a role assumed with the job's ID token, or whatever the environment provides. */





/** Assumes a role with the job's ID token (`AssumeRoleWithWebIdentity`, which needs no AWS credentials). */
function webIdentitySession(region, role, idToken, mask, clock) {
    let opened = null;
    const assume = async () => {
        const WebIdentityToken = await idToken();
        const sts = new dist_cjs/* STSClient */.iM({ ...(0,clients/* clientConfig */.y)({ region, maxAttempts: 3 }), credentials: NO_CREDENTIALS });
        (0,clients/* keepTime */.d)(sts, clock);
        const answer = await (0,aws_errors/* asServiceError */.C)('sts', 'AssumeRoleWithWebIdentity', () => sts.send(new dist_cjs/* AssumeRoleWithWebIdentityCommand */.WH({
            RoleArn: role.roleArn,
            RoleSessionName: role.sessionName,
            DurationSeconds: role.durationSeconds,
            WebIdentityToken,
        })));
        const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = answer.Credentials ?? {};
        mask(SecretAccessKey);
        mask(SessionToken);
        const arn = answer.AssumedRoleUser?.Arn ?? '';
        return {
            identity: { arn, account: arn.split(':')[4] ?? '', ...environmentOf(WebIdentityToken) },
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
    };
}
/** The token's `environment` claim. It is read, not trusted: it only helps to explain what the job received. */
function environmentOf(idToken) {
    try {
        const claims = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString());
        return 'environment' in claims && typeof claims.environment === 'string'
            ? { environment: claims.environment }
            : {};
    }
    catch {
        return {};
    }
}
/** The request is unsigned; the SDK must not go looking for credentials that nobody needs. */
const NO_CREDENTIALS = { accessKeyId: 'unsigned', secretAccessKey: 'unsigned' };
/** The SDK's own credential chain: what `configure-aws-credentials` left in the environment, or the key itself. */
function ambientSession(region, clock) {
    let opened = null;
    const identify = async () => {
        const sts = new dist_cjs/* STSClient */.iM((0,clients/* clientConfig */.y)({ region, maxAttempts: 3 }));
        (0,clients/* keepTime */.d)(sts, clock);
        try {
            return await callerIdentity(sts);
        }
        catch (error) {
            if (!(error instanceof Error && error.cause instanceof Error))
                throw error;
            if (error.cause.name !== 'CredentialsProviderError')
                throw error;
            throw new errors/* Failure */.H('no-session', {
                message: 'No AWS credentials: role-to-assume is empty, and the environment has none.',
                state: 'Nothing was changed.',
                remedy: 'Pass role-to-assume (with permissions: id-token: write), or run aws-actions/configure-aws-credentials first.',
                cause: error.cause,
            });
        }
    };
    return {
        open: () => {
            opened ??= identify();
            return opened;
        },
        forClient: () => ({}),
    };
}

;// CONCATENATED MODULE: ./build/dist-src/aws/ports.js
/** Everything that talks to AWS, made for one run. */






/** The session that the inputs ask for; it is opened by its first use. */
const sessionOf = ({ role, audience, region }, log, clock) => role === null
    ? ambientSession(region, clock)
    : webIdentitySession(region, role, () => idToken(audience), log.mask, clock);
/** The toolkit throws plain errors; an endpoint that does not answer is no defect of ours. */
async function idToken(audience) {
    try {
        return await core/* getIDToken */.V9(audience);
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        throw new ports/* ServiceError */._({
            service: 'oidc',
            operation: 'IdToken',
            code: 'NoToken',
            status: 0,
            message,
            cause: error,
        });
    }
}
function awsPorts(inputs, log) {
    const { region } = inputs;
    const clock = new aws_clock/* AwsClock */.I();
    const session = sessionOf(inputs, log, clock);
    return { session, keys: (0,iam/* iamKeyStore */.U2)(region, session, clock), prover: stsProver(region, clock), clock };
}


/***/ }),

/***/ 6296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ Failure),
/* harmony export */   q: () => (/* binding */ describe)
/* harmony export */ });
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

/***/ 2995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ ServiceError)
/* harmony export */ });
/**
 * The world outside, as small nouns passed as values. `src/aws` and `src/github` implement them for real;
 * `sandbox/` implements them in process. Every method rejects with a {@link ServiceError} and nothing else.
 */
/**
 * A call that failed. `effect: 'none'` means that the service answered that it did nothing (any 4xx, throttling
 * included); `'unknown'` means that it may have happened all the same (5xx, a lost answer, a timeout).
 */
class ServiceError extends Error {
    name = 'ServiceError';
    service;
    /** As the service spells it: `AccessDenied`, `NoSuchEntity`, `LimitExceeded`, …; `NetworkError` without an answer; `HTTP 404` for GitHub. */
    code;
    /** HTTP status, 0 without an answer. */
    status;
    effect;
    operation;
    requestId;
    /** GitHub's `X-Accepted-GitHub-Permissions`, when it sent one. */
    acceptedPermissions;
    constructor(fields) {
        super(fields.message, fields.cause === undefined ? undefined : { cause: fields.cause });
        this.service = fields.service;
        this.operation = fields.operation;
        this.code = fields.code;
        this.status = fields.status;
        this.effect = fields.status >= 400 && fields.status < 500 ? 'none' : 'unknown';
        this.requestId = fields.requestId ?? null;
        this.acceptedPermissions = fields.acceptedPermissions ?? null;
    }
}


/***/ }),

/***/ 3860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V0: () => (/* binding */ sections),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/** Markdown for job summaries. Nothing that comes from outside reaches it unescaped. */
/**
 * Text as text: HTML, Markdown and line breaks in it show as themselves. Backslashes would do for Markdown, but not
 * inside the HTML that GitHub's Markdown also reads; numeric character references do for both.
 */
const literal = (text) => text
    // Control characters, among them the ANSI escape, show as nothing useful and can do harm elsewhere.
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[&<>"'`*_{}[\]()#!|~\\@:$^]|^[-+=.\d]/g, (character) => `&#${character.charCodeAt(0)};`);
/** Text in the type of code. Not a Markdown code span: in those, character references would show as they are. */
const code = (text) => `<code>${literal(text)}</code>`;
/** A table; cells are Markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
const sections = (...parts) => `${parts.filter((part) => part !== null && part !== '').join('\n\n')}\n`;


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


/***/ }),

/***/ 8406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   DL: () => (/* binding */ LEASE),
/* harmony export */   H$: () => (/* binding */ intentsOf),
/* harmony export */   OC: () => (/* binding */ INTENT_WINDOW),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   aS: () => (/* binding */ uselessTags),
/* harmony export */   h0: () => (/* binding */ recordTags),
/* harmony export */   sH: () => (/* binding */ intentValue),
/* harmony export */   xo: () => (/* binding */ intentTag)
/* harmony export */ });
/* unused harmony exports recordTag, recordValue, matches, tagsOf */
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2711);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5332);
/**
 * The journal: IAM user tags that keep what neither AWS nor GitHub remembers.
 *
 * - `key-rotation:intent:<nonce>` = `aws=<time> github=<time> run=<id>`
 * - `key-rotation:<AccessKeyId>` = `adopted=<time>` | `stored=<time> github=<time> destinations=<digest>` |
 *   `inactive=<time>` | `reactivated=<time>`
 * - `<AccessKeyId>` = the description that the AWS console shows for the key (IAM user guide, "Managing access keys").
 *
 * IAM allows `[\p{L}\p{Z}\p{N}_.:/=+\-@]` in tags, 128 characters in keys, 256 in values, 50 tags a user; tag keys are
 * case-insensitive (IAM user guide, "Tags for IAM resources").
 */


const PREFIX = 'key-rotation:';
const INTENT_PREFIX = `${PREFIX}intent:`;
const DESCRIPTION_PREFIX = 'key-rotation: ';
/** How long a run that wrote an intent may still be at work; nobody touches its key before. */
const LEASE = 30 * _model_js__WEBPACK_IMPORTED_MODULE_1__/* .MINUTE */ .pY;
/** A key is an intent's own if it was created within this time after it; later than this no run creates or writes. */
const INTENT_WINDOW = 15 * _model_js__WEBPACK_IMPORTED_MODULE_1__/* .MINUTE */ .pY;
/** AWS's servers may disagree by this much about the time; a tag from further in the future is nonsense. */
const CLOCK_TOLERANCE = _model_js__WEBPACK_IMPORTED_MODULE_1__/* .MINUTE */ .pY;
const recordTag = (key) => `${PREFIX}${key}`;
const intentTag = (intent) => `${INTENT_PREFIX}${intent.nonce}`;
const intentValue = (intent) => `aws=${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .iso */ .KH)(intent.aws)} github=${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .iso */ .KH)(intent.github)} run=${intent.run}`;
function recordValue(record) {
    switch (record.state) {
        case 'stored':
            return `stored=${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .iso */ .KH)(record.at)} github=${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .iso */ .KH)(record.github)} destinations=${record.destinations}`;
        default:
            return `${record.state}=${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .iso */ .KH)(record.at)}`;
    }
}
const DESCRIPTIONS = {
    adopted: 'found in use on',
    stored: 'stored in GitHub since',
    inactive: 'made Inactive by',
    reactivated: 'made Active again by',
};
/** The tags that record a key: ours, and the console's description unless a person has written one. */
function recordTags(key, record, journal) {
    const tags = new Map([[recordTag(key), recordValue(record)]]);
    if (!journal.described.has(key))
        tags.set(key, `${DESCRIPTION_PREFIX}${DESCRIPTIONS[record.state]} ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .date */ .p6)(record.at)}`);
    return tags;
}
/** Does this key's creation fall into the intent's window? Both instants are AWS's. */
const matches = (intent, key) => key.createdAt >= intent.aws && key.createdAt - intent.aws <= INTENT_WINDOW;
const intentsOf = (key, journal) => journal.intents.filter((intent) => matches(intent, key));
const isLive = (intent, now) => now - intent.aws < LEASE;
/**
 * Tags that serve nobody any more: dead intents that no unrecorded key may need, and what is said of keys that are
 * gone. IAM keeps 50 tags a user, so leftovers of crashed runs must not pile up.
 */
function uselessTags(journal, keys, now) {
    const unrecorded = keys.filter((key) => !journal.records.has(key.id));
    const intents = journal.intents
        .filter((intent) => !isLive(intent, now) && !unrecorded.some((key) => matches(intent, key)))
        .map(intentTag);
    const gone = [...journal.records.keys()].filter((id) => !keys.some((key) => key.id === id));
    return [...intents, ...gone.flatMap((id) => tagsOf(id, journal))];
}
/** The tags that go when a key goes. A person's own description stays: it is not ours. */
const tagsOf = (key, journal) => journal.described.has(key) ? [recordTag(key)] : [recordTag(key), key];
const TIME = String.raw `\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ`;
const INTENT = new RegExp(`^aws=(${TIME}) github=(${TIME}) run=([\\w.-]{1,64})$`);
const STORED = new RegExp(`^stored=(${TIME}) github=(${TIME}) destinations=([0-9a-f]{12})$`);
const SINCE = new RegExp(`^(adopted|inactive|reactivated)=(${TIME})$`);
const KEY_ID = /^[A-Z0-9]{16,128}$/;
/**
 * Reads the journal. What makes no sense is reported in `unreadable` and otherwise treated as absent, which only ever
 * delays: so does a time that lies in the future, or a record that is older than its key.
 */
function readJournal(tags, keys, now) {
    const intents = [];
    const records = new Map();
    const unreadable = [];
    const described = new Set();
    for (const [name, value] of tags) {
        if (name.toLowerCase().startsWith(INTENT_PREFIX)) {
            const intent = readIntent(name.slice(INTENT_PREFIX.length), value);
            if (intent === null || intent.aws - now > CLOCK_TOLERANCE)
                unreadable.push(name);
            else
                intents.push(intent);
        }
        else if (name.toLowerCase().startsWith(PREFIX)) {
            const id = name.slice(PREFIX.length).toUpperCase();
            const record = readRecord(value);
            const key = keys.find((candidate) => candidate.id === id);
            if (!KEY_ID.test(id) || record === null || !plausible(record, key, now))
                unreadable.push(name);
            else
                records.set(id, record);
        }
        else if (KEY_ID.test(name.toUpperCase()) && !value.startsWith(DESCRIPTION_PREFIX)) {
            described.add(name.toUpperCase());
        }
    }
    return { intents, records, unreadable, described };
}
const plausible = (record, key, now) => record.at - now <= CLOCK_TOLERANCE && (key === undefined || key.createdAt - record.at <= CLOCK_TOLERANCE);
function readIntent(nonce, value) {
    const [, aws, github, run] = INTENT.exec(value) ?? [];
    const times = [Date.parse(aws ?? ''), Date.parse(github ?? '')];
    if (run === undefined || times.some(Number.isNaN))
        return null;
    return { nonce, aws: (0,_model_js__WEBPACK_IMPORTED_MODULE_1__/* .awsTime */ .bc)(times[0]), github: (0,_model_js__WEBPACK_IMPORTED_MODULE_1__/* .gitHubTime */ .nc)(times[1]), run };
}
function readRecord(value) {
    const stored = STORED.exec(value);
    const at = Date.parse(stored?.[1] ?? SINCE.exec(value)?.[2] ?? '');
    if (Number.isNaN(at))
        return null;
    if (stored !== null) {
        const github = Date.parse(stored[2] ?? '');
        if (Number.isNaN(github))
            return null;
        return { state: 'stored', at: (0,_model_js__WEBPACK_IMPORTED_MODULE_1__/* .awsTime */ .bc)(at), github: (0,_model_js__WEBPACK_IMPORTED_MODULE_1__/* .gitHubTime */ .nc)(github), destinations: stored[3] ?? '' };
    }
    const state = SINCE.exec(value)?.[1];
    return { state, at: (0,_model_js__WEBPACK_IMPORTED_MODULE_1__/* .awsTime */ .bc)(at) };
}


/***/ }),

/***/ 5332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qv: () => (/* binding */ nothingDoneYet),
/* harmony export */   Z2: () => (/* binding */ SECOND),
/* harmony export */   bc: () => (/* binding */ awsTime),
/* harmony export */   d_: () => (/* binding */ DAY),
/* harmony export */   nc: () => (/* binding */ gitHubTime),
/* harmony export */   pY: () => (/* binding */ MINUTE)
/* harmony export */ });
/**
 * The vocabulary of a rotation. Everything here is data: what a run observed, what it may do, what it decided.
 * No secret ever enters these types: the pure core decides with facts about secrets, never with secrets.
 */
const awsTime = (milliseconds) => milliseconds;
const gitHubTime = (milliseconds) => milliseconds;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const nothingDoneYet = { created: false, copied: false, deactivated: [] };


/***/ })

};
