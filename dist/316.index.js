export const id = 316;
export const ids = [316];
export const modules = {

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
/** @param halves leaves it to the caller to say that an ID without its secret is of no use. */
function readPair(input, { halves = false } = {}) {
    const accessKeyId = input.matching('access-key-id', KEY_ID, 'an access key ID (16 to 128 of A-Z 0-9)', {
        secret: true,
    });
    const secretAccessKey = input.matching('secret-access-key', /^\S{16,256}$/, 'a secret access key', {
        secret: true,
    });
    // The other way round, a secret without its ID, is a torn home: a run that crashed between its two first writes.
    if (!halves && accessKeyId !== '' && secretAccessKey === '')
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

/***/ 42:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ firstRequest),
  V: () => (/* binding */ getInput)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/dist-src/flow/ports.js
var ports = __webpack_require__(2995);
// EXTERNAL MODULE: ./build/dist-src/network/agents.js
var agents = __webpack_require__(9537);
;// CONCATENATED MODULE: ./build/dist-src/network/id-token.js
/**
 * The job's OIDC ID token, from the runner's endpoint (GitHub Docs, "OpenID Connect reference": GET
 * `ACTIONS_ID_TOKEN_REQUEST_URL&audience=…` with `ACTIONS_ID_TOKEN_REQUEST_TOKEN` as bearer, answered by `{"value": …}`).
 * Not the toolkit's `getIDToken`: this is a run's first request, and that one loads an HTTP client first, for several
 * times as long as Node itself takes to start (docs/performance.md).
 */





const ATTEMPTS = 4;
/** Milliseconds; times the number of the attempt. */
const PAUSE = 500;
/** Bounds one attempt, in milliseconds. */
const TIMEOUT = 10_000;
/** A token has some two thousand characters. */
const LONGEST_ANSWER = 64 * 1024;
function requestIdToken(audience, environment) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN = '' } = environment;
    const startedAt = performance.now();
    let onSent = () => { };
    const sent = new Promise((resolve) => {
        onSent = resolve;
    });
    const url = `${ACTIONS_ID_TOKEN_REQUEST_URL}&audience=${encodeURIComponent(audience)}`;
    const asked = ACTIONS_ID_TOKEN_REQUEST_URL === ''
        ? Promise.reject(NOT_ALLOWED)
        : withPatience(() => ask(url, ACTIONS_ID_TOKEN_REQUEST_TOKEN, onSent));
    const token = asked.finally(onSent);
    // Whoever needs the token hears of its failure; until then nobody may be listening.
    token.catch(() => { });
    return { startedAt, sent, token };
}
/** The runner gives the address only to a job with the permission. */
const NOT_ALLOWED = new ports/* ServiceError */._({
    service: 'oidc',
    operation: 'IdToken',
    code: 'NoToken',
    status: 0,
    message: 'this job may not ask for an ID token',
});
async function withPatience(attempt) {
    for (let count = 1;; count++) {
        try {
            return await attempt();
        }
        catch (error) {
            const passing = error instanceof ports/* ServiceError */._ && (error.effect === 'unknown' || error.status === 429);
            if (!passing || count === ATTEMPTS)
                throw error;
            await (0,promises_.setTimeout)(PAUSE * count);
        }
    }
}
async function ask(url, bearer, onSent) {
    let status = 0;
    try {
        const answer = await get(url, bearer, onSent);
        status = answer.statusCode ?? 0;
        const text = await bodyOf(answer);
        if (status !== 200)
            throw new Error(`The ID token endpoint answered ${status}.`);
        const { value } = JSON.parse(text);
        if (typeof value === 'string' && value !== '')
            return value;
        throw new Error('The ID token endpoint answered without a token.');
    }
    catch (error) {
        // Neither the body nor the URL: one holds a token, the other names the job's own.
        const reason = error instanceof SyntaxError ? 'The answer is not JSON.' : error.message;
        throw new ports/* ServiceError */._({
            service: 'oidc',
            operation: 'IdToken',
            code: status === 0 ? 'NetworkError' : `HTTP ${status}`,
            status,
            message: status === 0 ? `no answer (${reason})` : reason,
        });
    }
}
function get(url, bearer, onSent) {
    return new Promise((resolve, reject) => {
        const secure = url.startsWith('https:');
        const options = {
            agent: secure ? agents/* httpsAgent */.f : agents/* httpAgent */.y,
            headers: { authorization: `Bearer ${bearer}`, accept: 'application/json; api-version=2.0' },
            signal: AbortSignal.timeout(TIMEOUT),
        };
        (secure ? external_node_https_.request : external_node_http_.request)(url, options)
            .on('response', resolve)
            .on('error', reject)
            .on('finish', onSent)
            .end();
    });
}
async function bodyOf(answer) {
    const chunks = [];
    let length = 0;
    for await (const chunk of answer) {
        length += chunk.length;
        if (length > LONGEST_ANSWER)
            throw new Error('The answer is too long for an ID token.');
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
}

;// CONCATENATED MODULE: ./build/dist-src/doors/door.js

/** An input as the runner passes it (GitHub Docs, "Metadata syntax": `INPUT_<NAME>`, upper case, spaces as `_`). */
const getInput = (name) => (process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] ?? '').trim();
/** Asks for the ID token that a role is assumed with; `null` for a session that needs none. */
async function firstRequest(session) {
    if (session === null || session.role === null)
        return null;
    const idToken = requestIdToken(session.audience, process.env);
    // What loads next keeps the thread busy: the request would leave after it.
    await idToken.sent;
    return idToken;
}


/***/ }),

/***/ 7316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  open: () => (/* binding */ rotate_open)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/dist-src/rotation/destinations.js
var rotation_destinations = __webpack_require__(8108);
;// CONCATENATED MODULE: ./build/dist-src/action/destination-inputs.js
/** The `destinations` input, and the names of the secrets in them. */

// GitHub: an account name has letters, digits and single hyphens; a repository name also dots and underscores.
const OWNER = /^[A-Za-z\d](?:[A-Za-z\d]|-(?=[A-Za-z\d])){0,38}$/;
const REPOSITORY = /^(?!\.{1,2}$)[\w.-]{1,100}$/;
const ACCEPTED = 'actions[:OWNER/REPO], environment:NAME, environment:OWNER/REPO:NAME, organization:ORG, dependabot[:OWNER/REPO], ' +
    'dependabot-organization:ORG, codespaces[:OWNER/REPO] or codespaces-organization:ORG';
/** @param repository `OWNER/REPO` of this workflow. */
function readDestinations(input, repository) {
    const found = [];
    for (const line of input.lines('destinations')) {
        const destination = parseDestination(line, repository);
        if (destination === null)
            input.problem('destinations', `${JSON.stringify(line)} is not ${ACCEPTED}`);
        // GitHub's names ignore case, so two spellings are one place.
        else if (found.some((other) => (0,rotation_destinations/* nameOf */.Vb)(other).toLowerCase() === (0,rotation_destinations/* nameOf */.Vb)(destination).toLowerCase()))
            input.problem('destinations', `${JSON.stringify(line)} is listed twice`);
        else
            found.push(destination);
    }
    const [home, ...rest] = found;
    if (home === undefined) {
        if (input.lines('destinations').length === 0)
            input.problem('destinations', `is empty; accepted are ${ACCEPTED}`);
        return null;
    }
    return [home, ...rest];
}
const APPS = {
    actions: 'actions',
    dependabot: 'dependabot',
    codespaces: 'codespaces',
};
const ORGANIZATIONS = {
    organization: 'actions',
    'dependabot-organization': 'dependabot',
    'codespaces-organization': 'codespaces',
};
function parseDestination(line, repository) {
    const colon = line.indexOf(':');
    const word = colon < 0 ? line : line.slice(0, colon);
    const rest = colon < 0 ? null : line.slice(colon + 1);
    const app = APPS[word];
    if (app !== undefined) {
        const place = parseRepository(rest ?? repository);
        return place === null ? null : { scope: 'repository', app, ...place };
    }
    const organizationApp = ORGANIZATIONS[word];
    if (organizationApp !== undefined)
        return rest !== null && OWNER.test(rest)
            ? { scope: 'organization', app: organizationApp, org: rest }
            : null;
    return word === 'environment' && rest !== null ? parseEnvironment(rest, repository) : null;
}
/** In `A/B:C`, what stands before the first `:` and has the form OWNER/REPO is the repository. */
function parseEnvironment(rest, repository) {
    const colon = rest.indexOf(':');
    const elsewhere = colon < 0 ? null : parseRepository(rest.slice(0, colon));
    const place = elsewhere ?? parseRepository(repository);
    const environment = elsewhere === null ? rest : rest.slice(colon + 1);
    // GitHub: an environment's name has at most 255 characters.
    if (place === null || environment === '' || environment.length > 255)
        return null;
    return { scope: 'environment', app: 'actions', ...place, environment };
}
function parseRepository(text) {
    const [owner = '', repo = '', ...more] = text.split('/');
    return OWNER.test(owner) && REPOSITORY.test(repo) && more.length === 0 ? { owner, repo } : null;
}
// GitHub: "Secret names can only contain alphanumeric characters or underscores", no leading digit, no GITHUB_ prefix.
const SECRET_NAME = /^(?!github_)[a-z_][a-z\d_]{0,254}$/i;
const SECRET_NAME_ACCEPTED = 'a secret name (letters, digits and _, no leading digit, not starting with GITHUB_)';
const DEFAULT_NAMES = {
    accessKeyIdName: 'AWS_ACCESS_KEY_ID',
    secretAccessKeyName: 'AWS_SECRET_ACCESS_KEY',
};
function readLayout(input) {
    const name = (of, required) => 
    // GitHub keeps secret names in upper case.
    input.matching(of, SECRET_NAME, SECRET_NAME_ACCEPTED, { required }).toUpperCase();
    const json = name('credentials-json-name', false);
    const two = {
        accessKeyIdName: name('access-key-id-name', json === ''),
        secretAccessKeyName: name('secret-access-key-name', json === ''),
    };
    if (json === '') {
        if (two.accessKeyIdName !== '' && two.accessKeyIdName === two.secretAccessKeyName)
            input.problem('secret-access-key-name', 'is the same name as access-key-id-name');
        return { kind: 'two', ...two };
    }
    if (two.accessKeyIdName !== DEFAULT_NAMES.accessKeyIdName ||
        two.secretAccessKeyName !== DEFAULT_NAMES.secretAccessKeyName)
        input.problem('credentials-json-name', 'the pair is kept either in this one secret or in two; leave access-key-id-name and secret-access-key-name out');
    return { kind: 'json', name: json };
}

// EXTERNAL MODULE: ./build/dist-src/action/pair-inputs.js
var pair_inputs = __webpack_require__(7651);
// EXTERNAL MODULE: ./build/dist-src/action/parse.js
var parse = __webpack_require__(8730);
// EXTERNAL MODULE: ./build/dist-src/action/session-inputs.js
var session_inputs = __webpack_require__(2183);
;// CONCATENATED MODULE: ./build/dist-src/action/rotate-inputs.js
/** The root action's inputs, parsed and checked against each other before any request is sent. */






/** The inputs, or every reason why they cannot be used. */
function readRotateInputs(read, environment) {
    const input = new parse/* InputReader */.i(read);
    // A dry run reports what is missing itself, all of it at once; only what makes no sense keeps it from looking.
    const dryRun = input.flag('dry-run');
    const session = (0,session_inputs/* readSession */.E)(input, environment, { tokenless: dryRun });
    const gitHubToken = input.matching('github-token', /^\S+$/, 'a token that may write secrets (GITHUB_TOKEN cannot)', {
        secret: true,
        required: !dryRun,
    });
    const deployed = (0,pair_inputs/* readPair */.$T)(input, { halves: dryRun });
    const userName = (0,pair_inputs/* readUserName */.te)(input);
    if (!dryRun && userName === '' && deployed.accessKeyId === '' && deployed.secretAccessKey === '')
        input.problem('user-name', 'is required when no pair is passed (before the first rotation)');
    const repository = environment.GITHUB_REPOSITORY ?? '';
    const destinations = readDestinations(input, repository);
    const layout = readLayout(input);
    const policy = readPolicy(input);
    if (destinations === null || input.problems.length > 0)
        return input.problems;
    return {
        session,
        gitHubToken,
        apiUrl: environment.GITHUB_API_URL || 'https://api.github.com',
        repository: thisRepository(environment),
        deployed,
        subject: { userName, destinations, layout, destinationsDigest: digest(destinations, layout) },
        policy,
        dryRun,
        runId: [environment.GITHUB_RUN_ID ?? 'local', environment.GITHUB_RUN_ATTEMPT ?? '1'].join('-'),
    };
}
function thisRepository({ GITHUB_REPOSITORY = '', GITHUB_REPOSITORY_ID = '', }) {
    const [owner = '', repo = ''] = GITHUB_REPOSITORY.split('/');
    return { owner, repo, id: /^\d+$/.test(GITHUB_REPOSITORY_ID) ? Number(GITHUB_REPOSITORY_ID) : null };
}
function readPolicy(input) {
    const policy = {
        rotateAfterDays: input.wholeNumber('rotate-after-days', 1, 3650),
        deactivateAfterDays: input.wholeNumber('deactivate-after-days', 0, 3650),
        quietDays: input.wholeNumber('quiet-days', 0, 3650),
        deleteAfterDays: input.wholeNumber('delete-after-days', 0, 3650),
        maxAgeDays: input.wholeNumber('max-age-days', 1, 3650),
        force: input.flag('force'),
        foreignKey: input.oneOf('foreign-key', ['refuse', 'retire']) ?? 'refuse',
    };
    const retirement = policy.deactivateAfterDays + policy.deleteAfterDays;
    if (retirement >= policy.rotateAfterDays)
        input.problem('rotate-after-days', `${policy.rotateAfterDays} is not more than deactivate-after-days + delete-after-days (${retirement}): the old ` +
            'key would still take the second slot when the next rotation is due');
    if (policy.rotateAfterDays > policy.maxAgeDays)
        input.problem('rotate-after-days', `${policy.rotateAfterDays} is more than max-age-days (${policy.maxAgeDays})`);
    return policy;
}
/** What `stored` records of the destination list: 12 hexadecimal digits of SHA-256 over places and secret names. */
function digest(destinations, layout) {
    const [home = '', ...rest] = destinations.map((destination) => (0,rotation_destinations/* nameOf */.Vb)(destination).toLowerCase());
    const text = JSON.stringify([home, rest.sort(), layout.kind, ...(0,rotation_destinations/* slotNames */.Do)(layout)]);
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 12);
}

// EXTERNAL MODULE: ./build/dist-src/doors/door.js + 1 modules
var door = __webpack_require__(42);
;// CONCATENATED MODULE: ./build/dist-src/doors/rotate.js


async function rotate_open() {
    const inputs = readRotateInputs(door/* getInput */.V, process.env);
    const idToken = await (0,door/* firstRequest */.w)(Array.isArray(inputs) ? null : inputs.session);
    // First what the token's answer will need, then the rest.
    await Promise.all(/* import() */[__webpack_require__.e(290), __webpack_require__.e(893), __webpack_require__.e(871)]).then(__webpack_require__.bind(__webpack_require__, 4448));
    const { run } = await Promise.all(/* import() */[__webpack_require__.e(290), __webpack_require__.e(421), __webpack_require__.e(239), __webpack_require__.e(893), __webpack_require__.e(540), __webpack_require__.e(663)]).then(__webpack_require__.bind(__webpack_require__, 2663));
    await run(inputs, idToken);
}


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
    /** As the service spells it: `AccessDenied`, `NoSuchEntity`, `LimitExceeded`, …; `NetworkError` without an answer; `HTTP 404`, or `RateLimited`, for GitHub. */
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
        this.effect = fields.effect ?? (fields.status >= 400 && fields.status < 500 ? 'none' : 'unknown');
        this.requestId = fields.requestId ?? null;
        this.acceptedPermissions = fields.acceptedPermissions ?? null;
    }
}


/***/ }),

/***/ 9537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ httpsAgent),
/* harmony export */   y: () => (/* binding */ httpAgent)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/** The connections of AWS's clients and of the ID token's request: kept alive, bounded, through a proxy if there is one. */


// Node 24.5 and later read https_proxy, http_proxy and no_proxy by themselves when an agent is told to.
const options = {
    keepAlive: true,
    maxSockets: 50,
    proxyEnv: process.env,
};
const httpAgent = new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent(options);
const httpsAgent = new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent(options);


/***/ }),

/***/ 8108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Do: () => (/* binding */ slotNames),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   xQ: () => (/* binding */ rightsFor)
/* harmony export */ });
/** Where a pair can live in GitHub: one line of the `destinations` input each. */
/** The destination's full name, in the form that the `destinations` input takes. */
function nameOf(destination) {
    switch (destination.scope) {
        case 'repository':
            return `${destination.app}:${destination.owner}/${destination.repo}`;
        case 'environment':
            return `environment:${destination.owner}/${destination.repo}:${destination.environment}`;
        case 'organization':
            return destination.app === 'actions'
                ? `organization:${destination.org}`
                : `${destination.app}-organization:${destination.org}`;
    }
}
/**
 * The layout's secrets in the order in which they are written: the secret half first. Only it is irreplaceable; the ID
 * can be listed again. So from the first write on, the pair survives any crash.
 */
const slotNames = (layout) => layout.kind === 'json' ? [layout.name] : [layout.secretAccessKeyName, layout.accessKeyIdName];
function rightsFor(destination) {
    switch (destination.scope) {
        case 'environment':
            return { permission: 'Environments: read and write (repository)', scope: 'repo' };
        case 'repository':
            return {
                permission: {
                    actions: 'Secrets',
                    dependabot: 'Dependabot secrets',
                    codespaces: 'Codespaces secrets',
                }[destination.app].concat(': read and write (repository)'),
                scope: 'repo',
            };
        case 'organization':
            return {
                permission: {
                    actions: 'Secrets',
                    dependabot: 'Organization dependabot secrets',
                    codespaces: 'Organization codespaces secrets',
                }[destination.app].concat(': read and write (organization)'),
                scope: 'admin:org',
            };
    }
}


/***/ })

};
