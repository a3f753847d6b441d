export const id = 292;
export const ids = [292];
export const modules = {

/***/ 7651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readPair),
/* harmony export */   t: () => (/* binding */ readUserName)
/* harmony export */ });
/* harmony import */ var _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5332);

/** @param halves leaves it to the caller to say that an ID without its secret is of no use. */
function readPair(input, { halves = false } = {}) {
    if (areSwapped(input.text('access-key-id'), input.text('secret-access-key'))) {
        input.problem('access-key-id', 'holds what is no access key ID, and secret-access-key one: swap the two, or correct the two secrets');
        return { accessKeyId: '', secretAccessKey: '' };
    }
    const accessKeyId = input.matching('access-key-id', _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .KEY_ID */ .kF, 'an access key ID (16 to 128 of A-Z 0-9)', {
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
const areSwapped = (id, secret) => id !== '' && !_rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .KEY_ID */ .kF.test(id) && _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .KEY_ID */ .kF.test(secret);
const readUserName = (input) => input.matching('user-name', _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .USER_NAME */ .iw, 'an IAM user name (at most 64 of A-Z a-z 0-9 _+=,.@-)');


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

/***/ 9187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qN: () => (/* binding */ begin),
  V4: () => (/* binding */ getInput),
  gJ: () => (/* binding */ refuseInputs)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/dist-src/report/requests.js
var requests = __webpack_require__(515);
// EXTERNAL MODULE: ./build/dist-src/flow/ports.js
var ports = __webpack_require__(2995);
;// CONCATENATED MODULE: ./build/dist-src/flow/requests.js
/** Keeps what a run sent, for its summary: the first requests and the bad ones one by one, all of them counted. */


/** The ID token's request leaves before anybody could listen; its answer is heard here. */
function hearIdToken(requests, idToken) {
    if (idToken === null)
        return;
    const note = (status, error) => requests.note({
        service: 'oidc',
        operation: 'IdToken',
        status,
        error,
        requestId: null,
        milliseconds: performance.now() - idToken.startedAt,
    });
    idToken.token.then(() => note(200, null), (error) => (error instanceof ports/* ServiceError */._7 ? note(error.status, error.code) : note(0, null)));
}
class RequestRecorder {
    total = 0;
    first = [];
    failed = [];
    tallies = new Map();
    note(request) {
        const bad = !(0,requests/* isGood */.Kg)(request);
        this.total++;
        if (this.first.length < requests/* SHOWN */.kC.first)
            this.first.push(request);
        if (bad && this.failed.length < requests/* SHOWN */.kC.failed)
            this.failed.push(request);
        const kind = (0,requests/* kindOf */.I)(request);
        const { count, failed } = this.tallies.get(kind) ?? { count: 0, failed: 0 };
        this.tallies.set(kind, { count: count + 1, failed: failed + (bad ? 1 : 0) });
    }
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: ./build/dist-src/network/agents.js
var agents = __webpack_require__(9537);
;// CONCATENATED MODULE: ./build/dist-src/network/id-token.js
/**
 * The job's OIDC ID token, from the runner's endpoint (GitHub Docs, "OpenID Connect reference": GET
 * `ACTIONS_ID_TOKEN_REQUEST_URL&audience=\u2026` with `ACTIONS_ID_TOKEN_REQUEST_TOKEN` as bearer, answered by `{"value": \u2026}`).
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
/** RFC 7515, "JWS Compact Serialization"; an unsigned one ends with its second dot. */
const JSON_WEB_TOKEN = /^[\w-]+\.[\w-]+\.[\w-]*$/;
/** @param sleep between two attempts, in milliseconds. */
function requestIdToken(audience, environment, sleep = promises_.setTimeout) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN = '' } = environment;
    const startedAt = performance.now();
    let onSent = () => { };
    const sent = new Promise((resolve) => {
        onSent = resolve;
    });
    const url = `${ACTIONS_ID_TOKEN_REQUEST_URL}&audience=${encodeURIComponent(audience)}`;
    const asked = ACTIONS_ID_TOKEN_REQUEST_URL === ''
        ? Promise.reject(NOT_ALLOWED)
        : withPatience(sleep, () => ask(url, ACTIONS_ID_TOKEN_REQUEST_TOKEN, onSent));
    const token = asked.finally(onSent);
    // Whoever needs the token hears of its failure; until then nobody may be listening.
    token.catch(() => { });
    return { startedAt, sent, token };
}
/** The runner gives the address only to a job with the permission. */
const NOT_ALLOWED = new ports/* ServiceError */._7({
    service: 'oidc',
    operation: 'IdToken',
    code: 'NoToken',
    status: 0,
    message: 'this job may not ask for an ID token',
});
async function withPatience(sleep, attempt) {
    for (let count = 1;; count++) {
        try {
            return await attempt();
        }
        catch (error) {
            const passing = error instanceof ports/* ServiceError */._7 && (error.effect === 'unknown' || error.status === 429);
            if (!passing || count === ATTEMPTS)
                throw error;
            await sleep(PAUSE * count);
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
        if (typeof value === 'string' && JSON_WEB_TOKEN.test(value))
            return value;
        throw new Error('The ID token endpoint answered without a token.');
    }
    catch (error) {
        // Neither the body nor the URL: one holds a token, the other names the job's own.
        const reason = error instanceof SyntaxError ? 'The answer is not JSON.' : error.message;
        throw new ports/* ServiceError */._7({
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
/**
 * How every door opens: the inputs are read, the ID token's request goes out, AWS's clients are loaded meanwhile and ask
 * for the session, and only then is the rest loaded, while AWS answers. No line of it prints: see {@link Masks}.
 */



/** An input as the runner passes it (GitHub Docs, "Metadata syntax": `INPUT_<NAME>`, upper case, spaces as `_`). */
const getInput = (name) => (process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] ?? '').trim();
async function begin(session, masks, load) {
    const requests = new RequestRecorder();
    const idToken = session.role === null ? null : requestIdToken(session.audience, process.env);
    hearIdToken(requests, idToken);
    // What loads next keeps the thread busy: the request would leave after it.
    await idToken?.sent;
    const connect = await load();
    const aws = connect(session, masks, idToken, requests);
    // Whoever needs the session hears of its failure.
    aws.session.open().catch(() => { });
    // Again: what loads next would keep the token's answer waiting, and with it the request for the session.
    await idToken?.token.then(requestLeaves, () => { });
    return { aws, requests, masks };
}
/** From a call of the SDK to its request on the wire are some turns of the event loop. Too short a wait costs only time. */
const requestLeaves = () => (0,promises_.setTimeout)(8);
/** Bad input ends a run before it has asked anybody. */
async function refuseInputs(problems) {
    const finish = await Promise.all(/* import() */[__webpack_require__.e(421), __webpack_require__.e(37)]).then(__webpack_require__.bind(__webpack_require__, 4066));
    await finish.refuseInputs(problems);
}


/***/ }),

/***/ 2995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ isComplete),
/* harmony export */   Lk: () => (/* binding */ isIdentity),
/* harmony export */   _7: () => (/* binding */ ServiceError)
/* harmony export */ });
/**
 * The world outside, as small nouns passed as values. `src/aws` and `src/github` implement them for real;
 * `sandbox/` implements them in process. Every method rejects with a {@link ServiceError} and nothing else.
 */
/** Before the first rotation a workflow passes two empty halves. */
const isComplete = ({ accessKeyId, secretAccessKey }) => accessKeyId !== '' && secretAccessKey !== '';
/** Enough to understand, too little to flood a log: what a service says of a failure is not ours to trust. */
const LONGEST = 1_000;
const brief = (text, longest = LONGEST) => text.length > longest ? `${text.slice(0, longest)}\u2026 (${text.length} characters)` : text;
/**
 * A call that failed. `effect: 'none'` means that the service answered that it did nothing (any 4xx, throttling
 * included); `'unknown'` means that it may have happened all the same (5xx, a lost answer, a timeout).
 */
class ServiceError extends Error {
    name = 'ServiceError';
    service;
    /** As the service spells it: `AccessDenied`, `NoSuchEntity`, `LimitExceeded`, \u2026; `HTTP 404`, or `RateLimited`, for GitHub; `NetworkError` without an answer; `Unreadable` for an answer that cannot be understood. */
    code;
    /** HTTP status, 0 without an answer. */
    status;
    effect;
    operation;
    requestId;
    /** GitHub's `X-Accepted-GitHub-Permissions`, when it sent one. */
    acceptedPermissions;
    constructor(fields) {
        super(brief(fields.message), fields.cause === undefined ? undefined : { cause: fields.cause });
        this.service = fields.service;
        this.operation = fields.operation;
        this.code = brief(fields.code, 100);
        this.status = fields.status;
        this.effect = fields.effect ?? (fields.status >= 400 && fields.status < 500 ? 'none' : 'unknown');
        this.requestId = typeof fields.requestId === 'string' ? brief(fields.requestId, 100) : null;
        this.acceptedPermissions =
            typeof fields.acceptedPermissions === 'string' ? brief(fields.acceptedPermissions, 200) : null;
    }
}
/** `null` = nobody was asked. */
const isIdentity = (proof) => proof !== null && 'arn' in proof;


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

/***/ 3860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ unbroken),
/* harmony export */   V0: () => (/* binding */ sections),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   uM: () => (/* binding */ linkTo)
/* harmony export */ });
/** Markdown for job summaries. Nothing that comes from outside reaches it unescaped. */
/** Longer than any text that we mean; a summary over 1 MiB would be dropped whole. */
const LONGEST = 20_000;
/**
 * Text as text: HTML, Markdown and line breaks in it show as themselves. Backslashes would do for Markdown, but not
 * inside the HTML that GitHub's Markdown also reads; numeric character references do for both.
 */
const literal = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}\u2026` : text)
    // Control characters, among them the ANSI escape, show as nothing useful and can do harm elsewhere; so can those that
    // are invisible or turn the reading direction.
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    // Behind spaces a list would begin all the same, and behind four of them a block of code.
    .trim()
    .split(LINK_BEGINS)
    .map(escaped)
    .join(NO_LINK);
const escaped = (text) => text.replace(/[&<>"'`*_{}[\]()#!|~\\@:$^]|^[-+=.\d]/g, (character) => `&#${character.charCodeAt(0)};`);
/** Where GitHub makes a link of bare text (GFM, "Autolinks"): it does so after references are resolved, but not across HTML. */
const LINK_BEGINS = /(?<=(?:https?|ftp|mailto|xmpp):|@)|(?<=www)(?=\.)/i;
const NO_LINK = '<!-- -->';
/** Text in the type of code. Not a Markdown code span: in those, character references would show as they are. */
const code = (text) => `<code>${literal(text)}</code>`;
/**
 * A link to a page; one that is no URL is shown as it is. Addresses hold names of Git refs, which may hold nearly
 * anything.
 */
const linkTo = (page, text) => page.startsWith('https://')
    ? `[${text}](${encodeURI(page).replaceAll('(', '%28').replaceAll(')', '%29')})`
    : code(page);
/** For our own words, dates and durations: one line, however narrow the table. */
const unbroken = (text) => text.replaceAll(' ', '&nbsp;');
/** A table; cells are Markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
const sections = (...parts) => `${parts.filter((part) => part !== null && part !== '').join('\n\n')}\n`;


/***/ }),

/***/ 515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   IR: () => (/* binding */ requestsBlock),
/* harmony export */   Kg: () => (/* binding */ isGood),
/* harmony export */   kC: () => (/* binding */ SHOWN)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3860);
/** What a run sent, request by request: what was asked, what came back. No body, no secret, ever. */

/** How many are shown one by one: a page that can still be read, and memory that no account's size moves. */
const SHOWN = { first: 100, failed: 50, tallies: 50 };
const isGood = ({ status }) => status >= 200 && status < 300;
/** A collapsed block; `null` if nothing was sent. */
function requestsBlock(history) {
    const { total, first, failed, tallies } = history;
    if (total === 0)
        return null;
    const bad = [...tallies.values()].reduce((sum, tally) => sum + tally.failed, 0);
    const title = `${total} request${total === 1 ? '' : 's'}${bad === 0 ? '' : `, ${bad} of them not answered with success`}`;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .sections */ .V0)(`<details><summary>${title}</summary>`, ...(total <= first.length
        ? [listed(first)]
        : [
            counted(tallies),
            failed.length === 0 ? null : `The first of those not answered with success:\n\n${listed(failed)}`,
        ]), '</details>').trim();
}
const listed = (requests) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Request', 'Answer', 'Took', 'Request ID'], requests.map((request) => [
    (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(short(named(request), 200)),
    sayAnswer(request),
    `${Math.round(request.milliseconds)}&nbsp;ms`,
    request.requestId === null ? '\u2013' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(short(request.requestId, 80)),
]));
const counted = (tallies) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Request', 'How often', 'Not answered with success'], [...tallies]
    .slice(0, SHOWN.tallies)
    .map(([operation, { count, failed }]) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(short(operation, 200)), String(count), String(failed)]));
const named = ({ service, operation }) => service === 'github' ? operation : `${service}:${operation}`;
/** What one kind of request is called where they are counted: GitHub's paths differ, its methods do not. */
const kindOf = (request) => request.service === 'github' ? `${request.operation.split(' ')[0]} (GitHub)` : named(request);
const sayAnswer = ({ status, error }) => [status === 0 ? 'no answer' : String(status), ...(error === null ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(short(error, 80))])].join(' ');
const short = (text, length) => text.length <= length ? text : `${text.slice(0, length)}\u2026`;


/***/ }),

/***/ 5332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qv: () => (/* binding */ nothingDoneYet),
/* harmony export */   Z2: () => (/* binding */ SECOND),
/* harmony export */   bc: () => (/* binding */ awsTime),
/* harmony export */   d_: () => (/* binding */ DAY),
/* harmony export */   iw: () => (/* binding */ USER_NAME),
/* harmony export */   kF: () => (/* binding */ KEY_ID),
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
/** IAM's API reference allows `\w`, 16 to 128 of them; what AWS has ever issued are capitals and digits. */
const KEY_ID = /^[A-Z\d]{16,128}$/;
/** An IAM user's name, without its path (IAM's API reference, `UserName`). */
const USER_NAME = /^[\w+=,.@-]{1,64}$/;
const nothingDoneYet = { created: false, copied: false, deactivated: [] };


/***/ })

};
