export const id = 828;
export const ids = [828,66];
export const modules = {

/***/ 4066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ut: () => (/* binding */ failInputs),
/* harmony export */   failAsDefect: () => (/* binding */ failAsDefect),
/* harmony export */   ff: () => (/* binding */ failWith),
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
/** Whatever is thrown that is no {@link Failure} is a defect of ours. */
const failAsDefect = (error) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setFailed */ .C1((0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .harmless */ .I)(error instanceof Error ? (error.stack ?? error.message) : String(error)));


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

/***/ 4448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ awsPorts)
/* harmony export */ });
/* harmony import */ var _lazily_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5921);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2642);


function awsPorts(inputs, log, idToken) {
    const { region } = inputs;
    const clock = new _clock_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsClock */ .I();
    let source = null;
    const session = () => {
        source ??= Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(695), __webpack_require__.e(680)]).then(__webpack_require__.bind(__webpack_require__, 7680)).then(({ sessionOf }) => sessionOf(inputs, log, clock, idToken));
        return source;
    };
    return {
        session: (0,_lazily_js__WEBPACK_IMPORTED_MODULE_1__/* .lazily */ .q)(session),
        keys: (0,_lazily_js__WEBPACK_IMPORTED_MODULE_1__/* .lazily */ .q)(async () => (await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(764), __webpack_require__.e(493)]).then(__webpack_require__.bind(__webpack_require__, 9493))).iamKeyStore(region, await session(), clock)),
        prover: (0,_lazily_js__WEBPACK_IMPORTED_MODULE_1__/* .lazily */ .q)(async () => (await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(695), __webpack_require__.e(708)]).then(__webpack_require__.bind(__webpack_require__, 9327))).stsProver(region, clock)),
        clock,
    };
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

/***/ 9295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hr: () => (/* binding */ findUser),
/* harmony export */   My: () => (/* binding */ complete),
/* harmony export */   OY: () => (/* binding */ userNameOf),
/* harmony export */   lB: () => (/* binding */ observe)
/* harmony export */ });
/* harmony import */ var _rotation_destinations_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8108);
/* harmony import */ var _rotation_journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8406);
/* harmony import */ var _rotation_model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5332);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6296);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2995);
/* harmony import */ var _public_keys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3707);
/**
 * Gathers every fact that a plan needs, and changes nothing. Three round trips deep when nothing is due: (ID token ‖
 * proof of the deployed pair ‖ secrets' metadata), the session, (keys ‖ tags); a fourth only for last uses.
 */






/** How often a listed, Active key is asked about again when STS does not know it yet: a new key needs some seconds. */
const PROOF_ATTEMPTS = 12;
const PROOF_PAUSE = 2 * _rotation_model_js__WEBPACK_IMPORTED_MODULE_1__/* .SECOND */ .Z2;
async function observe(ports, subject, deployed, { userName: known, onDestinations } = {}) {
    // Nothing here depends on the session: all of it travels while AWS is still being asked for one.
    const proof = complete(deployed) ? ports.prover.prove(deployed) : Promise.resolve(null);
    const describing = describeDestinations(ports, subject).then((places) => {
        onDestinations?.(places.states[0], places.at);
        return places;
    });
    const session = ports.session.open();
    const list = async (userName) => {
        await session;
        return await Promise.all([ports.keys.listAccessKeys(userName), ports.keys.listUserTags(userName)]);
    };
    const asked = async () => {
        const early = known === undefined ? null : list(known);
        const [identity, proven, listed] = await Promise.all([session, proof, early]);
        const userName = await findUser(ports, subject, deployed, proven, identity, known);
        const [keys, tags] = listed ?? (await list(userName));
        return { proven, userName, keys, tags };
    };
    const [{ proven, userName, keys, tags }, places] = await Promise.all([asked(), describing]);
    const stands = await standingOf(ports, deployed, proven, keys, userName);
    const lastUse = await lastUses(ports, keys, stands);
    const now = ports.clock.aws();
    return {
        now,
        gitHubNow: places.at,
        userName,
        keys,
        deployed: stands,
        journal: (0,_rotation_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .readJournal */ .a0)(tags, keys, now),
        lastUse,
        destinations: places.states,
        destinationsDigest: subject.destinationsDigest,
    };
}
const complete = (pair) => pair.accessKeyId !== '' && pair.secretAccessKey !== '';
const isIdentity = (proven) => proven !== null && 'arn' in proven;
// The destinations.
async function describeDestinations(ports, subject) {
    const [home, ...rest] = subject.destinations;
    const seen = (destination) => describeDestination(ports, destination, subject.layout);
    const [first, ...others] = await (0,_public_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .fromAll */ .ig)([seen(home), ...rest.map(seen)]);
    if (first === undefined)
        throw new Error('There is always a home.');
    const all = [first, ...others];
    // The earliest answer's time: whatever is written after it is later than what we call "seen".
    const at = all.map((place) => place.at).reduce((a, b) => (a < b ? a : b));
    return { states: [first.state, ...others.map((place) => place.state)], at };
}
async function describeDestination(ports, destination, layout) {
    const names = (0,_rotation_destinations_js__WEBPACK_IMPORTED_MODULE_5__/* .slotNames */ .Do)(layout);
    const found = await (0,_public_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .reaching */ .Y1)(destination, () => Promise.all(names.map((name) => ports.secrets.metadata(destination, name))));
    // GitHub says 404 for a secret that does not exist and for a place out of reach alike. Only a place whose public
    // key we may read is one whose secrets we can call absent.
    if (found.some((slot) => slot.updatedAt === null))
        await (0,_public_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .reach */ .gl)(ports, destination);
    const slots = names.map((name, index) => ({ name, updatedAt: found[index]?.updatedAt ?? null }));
    const at = found.map((slot) => slot.at).reduce((a, b) => (a < b ? a : b));
    return { state: { name: (0,_rotation_destinations_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb)(destination), slots }, at };
}
// The user.
/** The IAM user: STS names it when it accepts the pair, else the input does, else `GetAccessKeyLastUsed` does. */
async function findUser(ports, subject, deployed, proven, session, known) {
    if (isIdentity(proven))
        return userOfProof(subject, proven, session);
    if (known !== undefined)
        return known;
    if (subject.userName !== '')
        return subject.userName;
    if (deployed.accessKeyId !== '') {
        const owner = await ownerOf(ports, deployed.accessKeyId);
        if (owner !== null)
            return owner;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('user-unknown', {
        message: 'AWS accepts no deployed pair that would name the IAM user, and user-name is empty.',
        state: 'Nothing was changed.',
        remedy: 'Pass user-name: the IAM user whose key is rotated.',
    });
}
/** AWS answers AccessDenied for a key that does not exist (recorded from real AWS), so a refusal says nothing. */
async function ownerOf(ports, keyId) {
    try {
        return (await ports.keys.lastUsed(keyId)).userName;
    }
    catch (error) {
        if (error instanceof _ports_js__WEBPACK_IMPORTED_MODULE_3__/* .ServiceError */ ._ && error.effect === 'none' && error.code !== 'Throttling')
            return null;
        throw error;
    }
}
/** The user's name from `arn:aws:iam::123456789012:user/path/name`; `null` for anything that is not an IAM user. */
const userNameOf = (arn) => /^arn:[\w-]+:iam::\d{12}:user\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1] ?? null;
function userOfProof(subject, proven, session) {
    const userName = userNameOf(proven.arn);
    const wrong = (found, expected) => new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('identity-mismatch', {
        message: `The deployed pair belongs to ${found}, not to ${expected}.`,
        state: 'Nothing was changed.',
        remedy: 'Correct user-name, role-to-assume or the secrets, so that all three mean the same IAM user.',
    });
    if (userName === null)
        throw wrong(proven.arn, 'an IAM user');
    if (proven.account !== session.account)
        throw wrong(`account ${proven.account}`, `account ${session.account} of this run's AWS session`);
    // IAM user names are unique without regard to case.
    if (subject.userName !== '' && subject.userName.toLowerCase() !== userName.toLowerCase())
        throw wrong(`user ${userName}`, `user ${subject.userName}`);
    return userName;
}
// The deployed pair.
async function standingOf(ports, deployed, proven, keys, userName) {
    const { accessKeyId: key, secretAccessKey } = deployed;
    if (key === '' && secretAccessKey === '')
        return { kind: 'empty' };
    if (isIdentity(proven)) {
        if (keys.some((listed) => listed.id === key))
            return { kind: 'accepted', key };
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('identity-mismatch', {
            message: `STS accepts the deployed pair as user ${userName}, but IAM does not list its key there.`,
            state: 'Nothing was changed.',
            remedy: 'If the key was created or deleted just now, run again in a minute; IAM is eventually consistent.',
        });
    }
    const own = keys.find((listed) => listed.id === key && listed.status === 'Active');
    // A listed Active key that STS does not know may still be on its way; a wrong secret never becomes right.
    if (own && proven?.refused === 'InvalidClientTokenId' && (await acceptsListed(ports, deployed)))
        return { kind: 'accepted', key };
    for (const other of keys)
        if (other.id !== key &&
            other.status === 'Active' &&
            (await acceptsListed(ports, { accessKeyId: other.id, secretAccessKey })))
            return { kind: 'torn', key: other.id };
    return { kind: 'refused', key };
}
/** Asks STS about a pair whose key IAM lists as Active, with patience for a key that is not known everywhere yet. */
async function acceptsListed(ports, pair) {
    for (let attempt = 1;; attempt++) {
        const answer = await ports.prover.prove(pair);
        if (isIdentity(answer))
            return true;
        if (answer.refused === 'SignatureDoesNotMatch' || attempt === PROOF_ATTEMPTS)
            return false;
        await ports.clock.sleep(PROOF_PAUSE);
    }
}
// The last uses.
async function lastUses(ports, keys, deployed) {
    const current = deployed.kind === 'accepted' ? deployed.key : null;
    const others = keys.length < 2 ? [] : keys.filter((key) => key.id !== current);
    return new Map(await Promise.all(others.map(async (key) => [key.id, await lastUseOf(ports, key.id)])));
}
async function lastUseOf(ports, key) {
    try {
        return (await ports.keys.lastUsed(key)).lastUse;
    }
    catch (error) {
        // Fail closed: whatever keeps us from reading it, the key may be in use.
        if (error instanceof _ports_js__WEBPACK_IMPORTED_MODULE_3__/* .ServiceError */ ._)
            return { kind: 'unreadable', why: error.code };
        throw error;
    }
}


/***/ }),

/***/ 3707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y1: () => (/* binding */ reaching),
/* harmony export */   c3: () => (/* binding */ PublicKeys),
/* harmony export */   gl: () => (/* binding */ reach),
/* harmony export */   ig: () => (/* binding */ fromAll),
/* harmony export */   l9: () => (/* binding */ sayRights)
/* harmony export */ });
/* harmony import */ var _rotation_destinations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8108);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6296);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2995);
/** The destinations' public keys: what seals a secret, and what proves that a destination exists and can be reached. */



/** The destination's public key, or a failure that says that it is out of reach. */
const reach = (ports, destination) => reaching(destination, () => ports.secrets.publicKey(destination));
/** Asks something of a destination; a refusal becomes a failure that says which right which kind of token lacks. */
async function reaching(destination, ask) {
    try {
        return await ask();
    }
    catch (error) {
        if (!(error instanceof _ports_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._) || ![401, 403, 404].includes(error.status))
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('destination-unreachable', {
            message: `${(0,_rotation_destinations_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(destination)} cannot be reached with this token: ${error.code}` +
                `${error.acceptedPermissions === null ? '' : ` (needs ${error.acceptedPermissions})`}. ${error.message}`,
            state: 'Nothing was changed.',
            remedy: sayRights(destination),
            cause: error,
        });
    }
}
/** Every answer, or one failure that names every destination that is out of reach: all of them at once. */
async function fromAll(asked) {
    const tried = await Promise.allSettled(asked);
    const refused = tried
        .filter((result) => result.status === 'rejected')
        .map((result) => result.reason);
    const failures = refused.filter((reason) => reason instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H);
    if (failures.length > 1 && failures.length === refused.length)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('destination-unreachable', {
            message: failures.map((failure) => failure.message).join('\n'),
            state: 'Nothing was changed.',
            remedy: [...new Set(failures.map((failure) => failure.remedy))].join('\n'),
        });
    if (refused.length > 0)
        throw refused[0];
    return tried.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
/** What to give to which kind of token; a 404 may mean either a missing place or a missing right. */
function sayRights(destination) {
    const { permission, scope } = (0,_rotation_destinations_js__WEBPACK_IMPORTED_MODULE_2__/* .rightsFor */ .xQ)(destination);
    return (`Check that ${(0,_rotation_destinations_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(destination)} exists, and that the github-token may write its secrets: a GitHub App or ` +
        `fine-grained token needs the permission ${permission}, a classic token the scope ${scope} (docs/destinations.md). ` +
        'GITHUB_TOKEN cannot.');
}
/**
 * Every destination's public key, fetched once a run. A run that will probably write fetches them ahead, while AWS is
 * still being asked; a failure then is kept quiet, since the run may turn out to need no key at all.
 */
class PublicKeys {
    ports;
    fetched = new Map();
    constructor(ports) {
        this.ports = ports;
    }
    fetchAhead(destinations) {
        for (const destination of destinations)
            this.of(destination).catch(() => this.fetched.delete((0,_rotation_destinations_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(destination)));
    }
    /** Each key seals a probe: one that cannot seal is found now, and not when a new secret depends on it. */
    of(destination) {
        const name = (0,_rotation_destinations_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(destination);
        const known = this.fetched.get(name);
        if (known !== undefined)
            return known;
        const fetching = reach(this.ports, destination).then(async (publicKey) => {
            await this.ports.sealer.seal(publicKey.key, 'probe');
            return publicKey;
        });
        this.fetched.set(name, fetching);
        return fetching;
    }
    all(destinations) {
        return fromAll(destinations.map((destination) => this.of(destination)));
    }
}


/***/ }),

/***/ 3723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ asFailure),
  e: () => (/* binding */ rotate)
});

// EXTERNAL MODULE: ./build/dist-src/rotation/view.js
var rotation_view = __webpack_require__(4256);
// EXTERNAL MODULE: ./build/dist-src/report/words.js
var words = __webpack_require__(2711);
;// CONCATENATED MODULE: ./build/dist-src/report/facts.js


const facts = (seen) => [
    ...seen.keys.map((key) => keyFact(key, seen)),
    ...(seen.keys.length === 0 ? [`User ${seen.userName} has no access key.`] : []),
    deployedFact(seen),
    ...seen.destinations.map(({ name, slots }) => `${name}: ${(0,words/* list */.p_)(slots.map((slot) => `${slot.name} ${slot.updatedAt === null ? 'absent' : `written ${(0,words/* moment */.n$)(slot.updatedAt)}`}`))}.`),
    ...seen.journal.intents.map((intent) => `Run ${intent.run} announced a key on ${(0,words/* moment */.n$)(intent.aws)}.`),
];
function keyFact(key, seen) {
    const record = seen.journal.records.get(key.id);
    const use = seen.lastUse.get(key.id);
    return [
        `Key ${(0,words/* shortKey */.qU)(key.id)} of user ${seen.userName}: ${key.status}, ${(0,words/* duration */.p0)(seen.now - key.createdAt)} old`,
        use === undefined ? '' : `, last use ${(0,rotation_view/* sayLastUse */.rS)(use)}`,
        record === undefined ? ', not on record' : `, ${record.state} since ${(0,words/* date */.p6)(record.at)}`,
        '.',
    ].join('');
}
function deployedFact({ deployed }) {
    switch (deployed.kind) {
        case 'empty':
            return 'No pair is deployed.';
        case 'accepted':
            return `The deployed pair is key ${(0,words/* shortKey */.qU)(deployed.key)}: STS accepts it.`;
        case 'torn':
            return `The deployed secret belongs to key ${(0,words/* shortKey */.qU)(deployed.key)}, the deployed ID does not.`;
        case 'refused':
            return `STS refuses the deployed pair (key ${(0,words/* shortKey */.qU)(deployed.key)}).`;
    }
}

// EXTERNAL MODULE: ./build/dist-src/rotation/journal.js
var rotation_journal = __webpack_require__(8406);
;// CONCATENATED MODULE: ./build/dist-src/rotation/invariants.js
/**
 * What must hold before a step that cannot be taken back, asked once more and independently of the planner's rules.
 * A second opinion that costs nothing: it looks at the same facts from the other side.
 */


/** Why this step must not be taken, or `null` when nothing speaks against it. */
function objection(step, seen, policy) {
    if (step.kind !== 'deactivate' && step.kind !== 'delete')
        return null;
    const key = seen.keys.find((listed) => listed.id === step.key);
    if (key === undefined)
        return `key ${(0,words/* shortKey */.qU)(step.key)} is not listed`;
    if (seen.deployed.kind === 'accepted' && seen.deployed.key === step.key)
        return `key ${(0,words/* shortKey */.qU)(step.key)} is the deployed key`;
    const ours = seen.journal.records.has(key.id) || (0,rotation_journal/* intentsOf */.H$)(key, seen.journal).length > 0;
    if (!ours && policy.foreignKey !== 'retire')
        return `nothing proves that key ${(0,words/* shortKey */.qU)(key.id)} is ours`;
    if (step.kind === 'delete' && step.because === 'orphan')
        return seen.journal.records.has(key.id)
            ? `key ${(0,words/* shortKey */.qU)(key.id)} is on record, so it is no orphan`
            : null;
    if (step.kind === 'delete' && key.status !== 'Inactive')
        return `key ${(0,words/* shortKey */.qU)(key.id)} is Active`;
    const current = seen.keys.find((listed) => seen.deployed.kind === 'accepted' && listed.id === seen.deployed.key);
    if (current?.status !== 'Active')
        return 'no Active key is deployed';
    return seen.journal.records.get(current.id)?.state === 'stored'
        ? null
        : `the deployed key ${(0,words/* shortKey */.qU)(current.id)} is not on record as stored`;
}

// EXTERNAL MODULE: ./build/dist-src/rotation/model.js
var model = __webpack_require__(5332);
;// CONCATENATED MODULE: ./build/dist-src/rotation/plan.js
/**
 * The decision table of docs/protocol.md as an ordered chain of named rules: the first that has an opinion decides.
 * Pure: the same observation, policy and progress always give the same plan. Every rule says what it does and why in
 * words for people; only `steps` steer what is applied.
 */




const rules = [
    { name: 'more keys than IAM allows', decide: tooManyKeys },
    { name: 'nothing deployed yet', decide: nothingDeployed },
    { name: 'home is torn', decide: homeTorn },
    { name: 'the deployed pair is refused', decide: deployedRefused },
    { name: 'another run may be at work', decide: anotherRun },
    { name: 'our inputs are older than home', decide: inputsOutdated },
    { name: 'an orphan of a crashed run', decide: orphaned },
    { name: 'a key that somebody may hold', decide: maybeInUse },
    { name: 'a foreign key', decide: foreign },
    { name: 'home lacks the pair', decide: homeLacksPair },
    { name: 'not stored everywhere', decide: notStoredEverywhere },
    { name: 'made Active again by a person', decide: reactivatedByPerson },
    { name: 'Inactive, not recorded', decide: inactiveUnrecorded },
    { name: 'Inactive long enough', decide: deleteDue },
    { name: 'replaced, proven, quiet', decide: deactivateDue },
    { name: 'a gate is shut', decide: gateShut },
    { name: 'rotation due', decide: rotationDue },
    { name: 'rotation due, no room', decide: rotationBlocked },
    { name: 'nothing to do', decide: nothingDue },
];
/** Decides what this run does next. Total: every observation has a plan. */
function plan(seen, policy, progress) {
    const view = (0,rotation_view/* viewOf */.du)(seen, policy, progress);
    for (const rule of rules) {
        const decided = rule.decide(view);
        if (decided !== null)
            return decided;
    }
    throw new Error('The last rule decides everything.');
}
// Rows 1 to 5: is there a deployed pair to build on?
function tooManyKeys({ seen }) {
    // IAM's limit of two keys is only eventually enforced (eight at once have been seen), so never compare with `=== 2`.
    if (seen.keys.length <= 2)
        return null;
    return refuse(seen, 'too-many-keys', `User ${seen.userName} has ${seen.keys.length} access keys; two are the most that a rotation can tell apart. ` +
        'Delete the ones that are not in use.');
}
function nothingDeployed(view) {
    const { seen } = view;
    if (seen.deployed.kind !== 'empty')
        return null;
    const [home] = seen.destinations;
    if (home.slots.every((slot) => slot.updatedAt === null))
        return creating(view, 'bootstrap', `${home.name} holds no pair yet: create the first one.`);
    const present = home.slots.filter((slot) => slot.updatedAt !== null).map((slot) => slot.name);
    return refuse(seen, 'deployed-pair-empty', `${home.name} has ${(0,words/* list */.p_)(present)}, but this run received no pair. Pass the secrets to the inputs ` +
        'access-key-id and secret-access-key.');
}
function homeTorn(view) {
    const { seen } = view;
    const { deployed } = seen;
    if (deployed.kind !== 'torn')
        return null;
    const owner = seen.keys.find((key) => key.id === deployed.key);
    const newer = seen.keys.filter((key) => owner && key.id !== owner.id && key.createdAt >= owner.createdAt);
    const superseded = newer.filter((key) => (0,rotation_view/* isOurs */.MU)(key, seen));
    // A single JSON secret cannot tear: its halves were written together, so somebody composed this pair by hand.
    if (superseded.length > 0 || seen.destinations[0].slots.length < 2)
        return refuse(seen, 'torn-but-superseded', `The secret that this run received belongs to key ${(0,words/* shortKey */.qU)(deployed.key)}, the ID does not` +
            `${superseded.length > 0 ? `, and key ${(0,words/* shortKey */.qU)(superseded[0]?.id ?? '')} is newer` : ''}. ` +
            'Start a new run; if it says the same, put the two halves of one working pair into the secrets.');
    return act(view, 'home-torn', [{ kind: 'repair', key: deployed.key }], `${seen.destinations[0].name} holds the secret of key ${(0,words/* shortKey */.qU)(deployed.key)} beside another ID: write its ID.`);
}
function deployedRefused(view) {
    const { seen, policy, progress, current } = view;
    if (current !== null || seen.deployed.kind === 'empty')
        return null;
    const deployed = seen.deployed.key;
    if (policy.force && !progress.created)
        return creating(view, 'forced', `The deployed pair (key ${(0,words/* shortKey */.qU)(deployed)}) is refused; create another as told.`);
    if (seen.keys.some((key) => key.id === deployed && key.status === 'Inactive'))
        return refuse(seen, 'deployed-key-inactive', `The deployed key ${(0,words/* shortKey */.qU)(deployed)} is Inactive: a person's decision. Make it Active again ` +
            '(reactivate action), or run once with force: true to replace it.');
    const inactive = seen.keys.filter((key) => key.status === 'Inactive');
    return refuse(seen, 'deployed-pair-refused', `AWS accepts the deployed pair (key ${(0,words/* shortKey */.qU)(deployed)}) as no key of user ${seen.userName}: somebody edited ` +
        'the secrets or deleted the key. ' +
        (inactive.length > 0
            ? `It may belong to key ${(0,words/* list */.p_)(inactive.map((key) => (0,words/* shortKey */.qU)(key.id)))}, which is Inactive. `
            : '') +
        'Put a working pair into the secrets, or run once with force: true to create a new one.');
}
// Rows 6 to 10: keys that are not older than the deployed one need an explanation.
function anotherRun(view) {
    const { seen } = view;
    for (const key of (0,rotation_view/* newerThanCurrent */.se)(view)) {
        const live = (0,rotation_journal/* intentsOf */.H$)(key, seen.journal).filter((intent) => (0,rotation_journal/* isLive */.DG)(intent, seen.now));
        const latest = live.reduce((a, b) => (a === null || b.aws > a.aws ? b : a), null);
        if (latest === null)
            continue;
        const until = (0,model/* awsTime */.bc)(latest.aws + rotation_journal/* LEASE */.DL);
        return refuse(seen, 'another-run', `Key ${(0,words/* shortKey */.qU)(key.id)} was created by run ${latest.run} ${(0,words/* duration */.p0)(seen.now - key.createdAt)} ago, and that run ` +
            `may still be at work. Nothing is touched until ${(0,words/* iso */.KH)(until)}; run again after that.`, until);
    }
    return null;
}
function inputsOutdated(view) {
    const { seen } = view;
    for (const key of (0,rotation_view/* newerThanCurrent */.se)(view)) {
        if ((0,rotation_view/* handedOver */.$_)(key, seen))
            continue;
        const record = seen.journal.records.get(key.id);
        const intents = (0,rotation_journal/* intentsOf */.H$)(key, seen.journal);
        const writtenSince = intents.some((intent) => (0,rotation_view/* writtenSinceIntent */.IT)(seen.destinations[0], intent));
        if (record === undefined && !writtenSince)
            continue;
        const stored = record?.state === 'stored' ? `, stored in GitHub on ${(0,words/* iso */.KH)(record.at)}` : '';
        return refuse(seen, 'inputs-outdated', `This run received key ${(0,words/* shortKey */.qU)(view.current?.id ?? '')}, but ours is key ${(0,words/* shortKey */.qU)(key.id)}${stored}. Start a ` +
            'new run: a re-run may keep old inputs. If a new run says the same, somebody put the old pair back, or ' +
            `another secret of the same name hides ${seen.destinations[0].name}: then delete key ${(0,words/* shortKey */.qU)(key.id)} or restore its pair.`);
    }
    return null;
}
function orphaned(view) {
    for (const key of (0,rotation_view/* newerThanCurrent */.se)(view))
        if ((0,rotation_view/* isOrphan */.BH)(key, view.seen))
            return dropOrphan(view, key);
    return null;
}
function maybeInUse(view) {
    const { seen } = view;
    for (const key of (0,rotation_view/* newerThanCurrent */.se)(view)) {
        if ((0,rotation_view/* handedOver */.$_)(key, seen) || (0,rotation_journal/* intentsOf */.H$)(key, seen.journal).length === 0)
            continue;
        return refuse(seen, 'maybe-in-use', `Key ${(0,words/* shortKey */.qU)(key.id)} was created by a run that did not finish, and it may be in use: ` +
            `${(0,rotation_view/* whyMaybeInUse */.nK)(key, seen)}. Look where it is used; then delete it, or put its pair into ${seen.destinations[0].name}.`);
    }
    return null;
}
function foreign(view) {
    const { seen, policy } = view;
    for (const key of (0,rotation_view/* newerThanCurrent */.se)(view)) {
        if ((0,rotation_view/* handedOver */.$_)(key, seen))
            continue;
        if (policy.foreignKey === 'retire') {
            if (!(0,rotation_view/* mayBeHomes */.FM)(key, seen))
                continue;
            return refuse(seen, 'inputs-outdated', `Key ${(0,words/* shortKey */.qU)(key.id)} is not retired: ${seen.destinations[0].name} was written after it was created, so it may be the ` +
                'one that home holds, while this run received another. Start a new run; if it says the same, another secret hides home.');
        }
        return refuse(seen, 'foreign-key', `Key ${(0,words/* shortKey */.qU)(key.id)} of user ${seen.userName} appeared on ${(0,words/* iso */.KH)(key.createdAt)}, after the deployed key, and no ` +
            'run of ours made it. Find out who did. Delete it, or hand it over with foreign-key: retire.');
    }
    return null;
}
// Row 11: every destination must hold the deployed pair, on record.
function homeLacksPair(view) {
    const [home] = view.seen.destinations;
    const missing = home.slots.filter((slot) => slot.updatedAt === null).map((slot) => slot.name);
    if (view.current === null || missing.length === 0)
        return null;
    return refuse(view.seen, 'home-lacks-pair', `This run received a working pair, but ${home.name} has no secret ${(0,words/* list */.p_)(missing)}: the pair comes from somewhere ` +
        'else. List that place first in destinations, or correct access-key-id-name and secret-access-key-name.');
}
function notStoredEverywhere(view) {
    const { seen, current, progress } = view;
    // Once a run: a destination that keeps changing must not keep this run writing.
    if (current === null || progress.copied)
        return null;
    const [home, ...rest] = seen.destinations;
    const record = seen.journal.records.get(current.id);
    const stored = record?.state === 'stored' ? record : null;
    const mustBeStored = view.others.length > 0 || (0,rotation_journal/* intentsOf */.H$)(current, seen.journal).length > 0;
    if (stored === null && !mustBeStored)
        return null;
    const everywhere = stored === null || stored.destinations !== seen.destinationsDigest;
    const stale = everywhere ? rest : rest.filter((destination) => !(0,rotation_view/* holdsSince */.tO)(destination, stored));
    if (!everywhere && stale.length === 0 && (0,rotation_view/* holdsSince */.tO)(home, stored))
        return null;
    const copies = stale.length === 0
        ? []
        : [{ kind: 'copy', key: current.id, destinations: stale.map((destination) => destination.name) }];
    return act(view, 'not-stored-everywhere', [...copies, { kind: 'record', key: current.id, as: 'stored' }], stale.length === 0
        ? `Key ${(0,words/* shortKey */.qU)(current.id)} is deployed but not on record for these destinations: record it.`
        : `Copy key ${(0,words/* shortKey */.qU)(current.id)} to ${(0,words/* list */.p_)(stale.map((destination) => destination.name))}, then record it.`);
}
// Rows 12 to 16: the previous key on its way out.
function reactivatedByPerson(view) {
    const previous = (0,rotation_view/* previousKey */.R3)(view);
    if (previous?.status !== 'Active')
        return null;
    if (view.seen.journal.records.get(previous.id)?.state !== 'inactive')
        return null;
    return act(view, 'reactivated-by-person', [{ kind: 'record', key: previous.id, as: 'reactivated' }], `Key ${(0,words/* shortKey */.qU)(previous.id)} was made Active again: a person's decision. Its wait begins anew.`);
}
function inactiveUnrecorded(view) {
    const previous = (0,rotation_view/* previousKey */.R3)(view);
    if (previous?.status !== 'Inactive')
        return null;
    if (view.seen.journal.records.get(previous.id)?.state === 'inactive')
        return null;
    return act(view, 'inactive-unrecorded', [{ kind: 'record', key: previous.id, as: 'inactive' }], `Key ${(0,words/* shortKey */.qU)(previous.id)} is Inactive: its wait for deletion begins now.`);
}
function deleteDue(view) {
    const previous = (0,rotation_view/* previousKey */.R3)(view);
    if (previous === null || !(0,rotation_view/* isReplaced */.tc)(view))
        return null;
    const at = (0,rotation_view/* deletableAt */.Wz)(previous, view);
    if (at === null || at > view.seen.now)
        return null;
    return act(view, 'delete-due', [{ kind: 'delete', key: previous.id, because: 'retired' }], `Key ${(0,words/* shortKey */.qU)(previous.id)} has been Inactive for ${view.policy.deleteAfterDays} days or more: delete it.`);
}
function deactivateDue(view) {
    const previous = (0,rotation_view/* previousKey */.R3)(view);
    if (previous?.status !== 'Active' || (0,rotation_view/* shutGates */.$9)(view, previous).length > 0)
        return null;
    return act(view, 'deactivate-due', [{ kind: 'deactivate', key: previous.id }], `Key ${(0,words/* shortKey */.qU)(previous.id)} is replaced everywhere, and quiet: make it Inactive.`);
}
function gateShut(view) {
    const { seen, policy } = view;
    const previous = (0,rotation_view/* previousKey */.R3)(view);
    if (previous?.status !== 'Active')
        return null;
    const gates = (0,rotation_view/* shutGates */.$9)(view, previous);
    const message = `Key ${(0,words/* shortKey */.qU)(previous.id)} stays Active: ${gates.map((gate) => gate.why).join('; ')}.` +
        ((0,rotation_view/* isOverdue */.Jv)(view)
            ? ` The deployed key is older than ${policy.maxAgeDays} days and cannot be rotated.`
            : '') +
        ((0,rotation_view/* isForced */.AP)(view) ? wayOutUnderForce(view, gates) : '');
    if ((0,rotation_view/* isOverdue */.Jv)(view) || (0,rotation_view/* isForced */.AP)(view))
        return refuse(seen, 'gate-shut', message);
    return settle(view, 'wait', 'gate-shut', message);
}
/** In an emergency nobody waits: both waits can be set to nothing, and the message says what that costs. */
function wayOutUnderForce({ policy }, gates) {
    const lasting = gates.some((gate) => gate.by === 'record');
    const inputs = [
        ...(policy.deactivateAfterDays > 0 ? ['deactivate-after-days: 0'] : []),
        ...(policy.quietDays > 0 ? ['quiet-days: 0'] : []),
    ];
    return lasting || inputs.length === 0
        ? ''
        : ` Force needs its slot: with ${(0,words/* list */.p_)(inputs)} it is made Inactive at once, and whatever still uses it fails.`;
}
// Rows 17 to 19: is a new key due?
function rotationDue(view) {
    const { current, seen } = view;
    if (current === null || view.others.length > 0 || !(0,rotation_view/* isWanted */.Yu)(view))
        return null;
    return act(view, (0,rotation_view/* isForced */.AP)(view) ? 'forced' : 'rotation-due', [{ kind: 'create', adopt: seen.journal.records.has(current.id) ? null : current.id }], `Key ${(0,words/* shortKey */.qU)(current.id)} is ${(0,words/* duration */.p0)(seen.now - current.createdAt)} old: create its successor.`);
}
function rotationBlocked(view) {
    const { current, seen, progress } = view;
    if (current === null || view.others.length === 0 || !(0,rotation_view/* isWanted */.Yu)(view))
        return null;
    const previous = (0,rotation_view/* previousKey */.R3)(view);
    if ((0,rotation_view/* isForced */.AP)(view) &&
        previous?.status === 'Inactive' &&
        (0,rotation_view/* isReplaced */.tc)(view) &&
        !progress.deactivated.includes(previous.id))
        return act(view, 'forced', [{ kind: 'delete', key: previous.id, because: 'slot-needed' }], `Give up Inactive key ${(0,words/* shortKey */.qU)(previous.id)} before its wait is over, as told: its slot is needed.`);
    const blocker = previous ?? view.others[0];
    const message = `Key ${(0,words/* shortKey */.qU)(current.id)} is ${(0,words/* duration */.p0)(seen.now - current.createdAt)} old and due, but key ` +
        `${(0,words/* shortKey */.qU)(blocker?.id ?? '')} takes the second slot` +
        (previous === null
            ? ', and nothing proves that it is ours. Delete it, or hand it over with foreign-key: retire.'
            : progress.deactivated.includes(previous.id)
                ? '. This run made it Inactive. Run the same workflow again: the next run gives it up for a new one.'
                : `. It goes ${(0,words/* whenever */.Ns)((0,rotation_view/* retirementOf */.T8)(view, previous).at, seen.now)}; lower delete-after-days, or use force.`);
    return (0,rotation_view/* isOverdue */.Jv)(view) || (0,rotation_view/* isForced */.AP)(view)
        ? refuse(seen, 'rotation-blocked', message)
        : settle(view, 'warn', 'rotation-blocked', message);
}
function nothingDue(view) {
    const { current, seen } = view;
    const previous = (0,rotation_view/* previousKey */.R3)(view);
    const [other] = view.others;
    if (previous === null && other !== undefined)
        return settle(view, 'warn', 'foreign-key', `Key ${(0,words/* shortKey */.qU)(other.id)} is older than the deployed one and nothing proves that it is ours: it is left alone, but its ` +
            'slot is needed for the next rotation. Delete it, or hand it over with foreign-key: retire.');
    const waiting = previous === null
        ? ''
        : ` Inactive key ${(0,words/* shortKey */.qU)(previous.id)} is deleted ${(0,words/* whenever */.Ns)((0,rotation_view/* retirementOf */.T8)(view, previous).at, seen.now)}.`;
    return settle(view, 'idle', 'nothing-due', `Key ${(0,words/* shortKey */.qU)(current?.id ?? '')} is ${(0,words/* duration */.p0)(seen.now - (current?.createdAt ?? seen.now))} old and in place.${waiting}`);
}
// How a rule ends.
/** Creation for want of a working pair (rows 2, 4, 5): an orphan makes room, any other second key is a person's. */
function creating(view, reason, message) {
    const { seen } = view;
    const orphan = seen.keys.find((key) => (0,rotation_view/* isOrphan */.BH)(key, seen));
    if (seen.keys.length < 2)
        return act(view, reason, [{ kind: 'create', adopt: null }], message);
    if (orphan !== undefined)
        return dropOrphan(view, orphan);
    return refuse(seen, 'no-room', `${message} But user ${seen.userName} has no room for another key: delete one of ` +
        `${(0,words/* list */.p_)(seen.keys.map((key) => `${(0,words/* shortKey */.qU)(key.id)} (${key.status})`))} that is not in use.`);
}
const dropOrphan = (view, key) => act(view, 'orphan', [{ kind: 'delete', key: key.id, because: 'orphan' }], `Key ${(0,words/* shortKey */.qU)(key.id)} was left by a run that crashed before anything held its secret: delete it.`);
function act(view, reason, steps, message) {
    return { reason, outcome: 'act', steps, message, next: (0,rotation_view/* forecast */.g3)(view) };
}
function settle(view, outcome, reason, message) {
    return { reason, outcome, steps: [], message, next: (0,rotation_view/* forecast */.g3)(view) };
}
function refuse(seen, reason, message, at = seen.now) {
    return { reason, outcome: 'refuse', steps: [], message, next: { step: 'person', at } };
}

// EXTERNAL MODULE: ./build/dist-src/rotation/destinations.js
var destinations = __webpack_require__(8108);
// EXTERNAL MODULE: ./build/dist-src/flow/errors.js
var errors = __webpack_require__(6296);
// EXTERNAL MODULE: ./build/dist-src/flow/observe.js
var observe = __webpack_require__(9295);
// EXTERNAL MODULE: ./build/dist-src/flow/ports.js
var flow_ports = __webpack_require__(2995);
// EXTERNAL MODULE: ./build/dist-src/flow/public-keys.js
var public_keys = __webpack_require__(3707);
;// CONCATENATED MODULE: ./build/dist-src/flow/run.js

function note(run, kind, key, what) {
    run.deeds.push({ kind, key, what });
}
/** The secrets that hold this pair, secret half first. The JSON form is AWS's `credential_process` output. */
function contents(layout, pair) {
    const [first = '', second = ''] = (0,destinations/* slotNames */.Do)(layout);
    return layout.kind === 'json'
        ? [{ name: first, value: jsonOf(pair) }]
        : [
            { name: first, value: pair.secretAccessKey },
            { name: second, value: pair.accessKeyId },
        ];
}
/**
 * The runner masks a secret whole and line by line, but no part of a line, and prints a step's inputs before the step
 * starts. So each half stands alone on its line. (A line of a single brace would mask every brace.)
 */
const jsonOf = ({ accessKeyId, secretAccessKey }) => `{"AccessKeyId":\n${JSON.stringify(accessKeyId)}\n,"SecretAccessKey":\n${JSON.stringify(secretAccessKey)}\n,"Version":1}`;

;// CONCATENATED MODULE: ./build/dist-src/flow/store.js
/** Sealing a pair for destinations and writing it there. Writes are idempotent; the order of the two halves is not free. */




async function sealFor(run, destination, publicKey, pair) {
    const slots = await Promise.all(contents(run.subject.layout, pair).map(async ({ name, value }) => ({
        name,
        value,
        sealed: await run.ports.sealer.seal(publicKey.key, value),
    })));
    return { destination, publicKey, slots };
}
/**
 * Writes the pair to one destination, the secret half first: only it is irreplaceable, the ID can be listed again.
 * Stops at the first write that fails for good.
 */
async function store(ports, sealed) {
    const destination = (0,destinations/* nameOf */.Vb)(sealed.destination);
    let written = 0;
    let at = null;
    for (const slot of sealed.slots) {
        try {
            at = await put(ports, sealed, slot);
        }
        catch (error) {
            if (error instanceof flow_ports/* ServiceError */._)
                return { destination, written, at, error };
            throw error;
        }
        written++;
    }
    return { destination, written, at, error: null };
}
async function put(ports, { destination, publicKey }, slot) {
    try {
        return await ports.secrets.put(destination, slot.name, slot.sealed, publicKey.keyId);
    }
    catch (error) {
        // 422: the public key was replaced since we fetched it (GitHub REST, "Create or update a repository secret").
        if (!(error instanceof flow_ports/* ServiceError */._) || error.status !== 422)
            throw error;
        const fresh = await ports.secrets.publicKey(destination);
        return await ports.secrets.put(destination, slot.name, await ports.sealer.seal(fresh.key, slot.value), fresh.keyId);
    }
}
/** The latest of the writes' times; every one of them is covered by it. */
const latest = (stored, otherwise) => stored.reduce((at, place) => (place.at !== null && place.at > at ? place.at : at), otherwise);
/** Some destinations have the pair, some do not: red, with what each holds. The next run copies to the rest. */
function partlyStored(stored) {
    const failed = stored.filter((place) => place.error !== null);
    return new errors/* Failure */.H('partly-stored', {
        message: failed
            .map((place) => `${place.destination}: ${place.error === null ? '' : (0,errors/* describe */.q)(place.error)}`)
            .join('\n'),
        state: `Not every destination holds the new pair; the old one keeps working. ${stored
            .map((place) => `${place.destination} holds ${holds(place)}`)
            .join('; ')}.`,
        remedy: 'The next run copies the deployed pair to the rest, without another key. If it fails again, check the token.',
        places: stored.map((place) => ({
            destination: place.destination,
            holds: holds(place),
            error: place.error === null ? null : (0,errors/* describe */.q)(place.error),
        })),
    });
}
function holds({ written, error }) {
    if (error === null)
        return 'the new pair';
    if (error.effect === 'unknown' && written === 0)
        return 'the new or the old pair';
    return written > 0 ? 'the new secret beside the old ID' : 'the old pair';
}

;// CONCATENATED MODULE: ./build/dist-src/flow/create.js
/**
 * Creating a key, in the nine steps of docs/protocol.md. The order is the whole point: whichever line is the last one
 * that ran, the next run finds facts from which it can go on.
 */









/** One success is no propagation: tools that stop there fail in one run of ten right after it. */
const PROOFS_IN_A_ROW = 4;
const PROOF_PAUSE = model/* SECOND */.Z2;
const PROOF_ATTEMPTS = 90;
/** Creates a key and stores it everywhere. Resolves to the pair, which from then on *is* the deployed pair. */
async function create(run, seen, adopt) {
    // 1. Before anything changes: every destination exists and is within reach.
    const publicKeys = await run.publicKeys.all(run.subject.destinations);
    // 2. and 3. The lease: say what is about to happen, then look whether somebody else said so too.
    const intent = await declare(run, seen, adopt);
    await confirmLease(run, seen, intent);
    // 4. and 5. From here on AWS knows a secret that nobody else does.
    const pair = await createOnce(run, seen, intent);
    // 6. and 7. Everything is sealed before the first write, so that no failure of sealing can come between two writes.
    const [, sealed] = await Promise.all([
        prove(run, seen, intent, pair),
        Promise.all(run.subject.destinations.map((destination, index) => sealFor(run, destination, publicKeys[index], pair))),
    ]);
    // 8. Home, then the others.
    const stored = await storeEverywhere(run, seen, intent, pair, sealed);
    // 9. Only now is the pair on record: everything that retires the old key rests on this tag.
    await recordStored(run, seen, intent, pair, stored);
    note(run, 'created', pair.accessKeyId, 'proven, stored in every destination, on record');
    return pair;
}
async function declare(run, seen, adopt) {
    const { keys, clock } = run.ports;
    const intent = { nonce: run.nonce, aws: clock.aws(), github: seen.gitHubNow, run: run.id };
    const useless = (0,rotation_journal/* uselessTags */.aS)(seen.journal, seen.keys, seen.now);
    // Leftovers first: fifty tags are all a user can have, and a full user could never rotate again.
    if (useless.length > 0)
        await keys.untagUser(seen.userName, useless);
    const tags = new Map([[(0,rotation_journal/* intentTag */.xo)(intent), (0,rotation_journal/* intentValue */.sH)(intent)]]);
    // The proven key becomes ours on record in the same call, so that there is no moment in which a successor exists
    // and its predecessor cannot be told from a stranger's key.
    if (adopt !== null)
        for (const [name, value] of (0,rotation_journal/* recordTags */.h0)(adopt, { state: 'adopted', at: clock.aws() }, seen.journal))
            tags.set(name, value);
    try {
        await keys.tagUser(seen.userName, tags);
    }
    catch (error) {
        // The tag may have been written although the answer says otherwise.
        await withdraw(run, seen, intent);
        throw error;
    }
    return intent;
}
async function confirmLease(run, seen, intent) {
    const { keys, clock } = run.ports;
    const [listed, tags] = await Promise.all([
        keys.listAccessKeys(seen.userName),
        keys.listUserTags(seen.userName),
    ]);
    const now = clock.aws();
    const rival = (0,rotation_journal/* readJournal */.a0)(tags, listed, now).intents.find((other) => other.nonce !== intent.nonce && (0,rotation_journal/* isLive */.DG)(other, now));
    const reason = rival !== undefined
        ? `run ${rival.run} announced ${(0,words/* duration */.p0)(now - rival.aws)} ago that it is about to create a key`
        : listed.length >= 2
            ? `user ${seen.userName} has ${listed.length} keys by now`
            : now - intent.aws > rotation_journal/* INTENT_WINDOW */.OC
                ? 'this run took too long'
                : null;
    if (reason === null)
        return;
    await withdraw(run, seen, intent);
    throw new errors/* Failure */.H('lease-taken', {
        message: `No key was created: ${reason}.`,
        state: 'Nothing was changed.',
        remedy: 'Give the workflow a concurrency group (README), and run again in half an hour.',
    });
}
async function createOnce(run, seen, intent) {
    try {
        const { pair } = await run.ports.keys.createAccessKey(seen.userName);
        // Before anything else can print.
        run.ports.log.mask(pair.secretAccessKey);
        run.ports.log.info(`Created key ${(0,words/* shortKey */.qU)(pair.accessKeyId)} of user ${seen.userName}.`);
        note(run, 'created', pair.accessKeyId, 'created');
        return pair;
    }
    catch (error) {
        if (!(error instanceof flow_ports/* ServiceError */._))
            throw error;
        if (error.effect === 'none') {
            await withdraw(run, seen, intent);
            throw new errors/* Failure */.H('create-refused', {
                message: (0,errors/* describe */.q)(error),
                state: 'No key was created.',
                remedy: error.code === 'AccessDenied'
                    ? 'Allow iam:CreateAccessKey on the user (infra/policies/rotate.json).'
                    : 'Run again; the deployed pair keeps working.',
                cause: error,
            });
        }
        // The key may exist. The intent stays: it is what lets the next run recognize the key as ours, and unused.
        throw new errors/* Failure */.H('create-unanswered', {
            message: (0,errors/* describe */.q)(error),
            state: 'A key may have been created whose secret nobody has. The deployed pair keeps working.',
            remedy: 'Nothing to do: half an hour from now the next run deletes such a key and creates another.',
            cause: error,
        });
    }
}
async function prove(run, seen, intent, pair) {
    const { prover, clock } = run.ports;
    let inARow = 0;
    for (let attempt = 1; attempt <= PROOF_ATTEMPTS; attempt++) {
        inARow = (await accepted(run, seen, () => prover.prove(pair))) ? inARow + 1 : 0;
        if (inARow === PROOFS_IN_A_ROW)
            return;
        await clock.sleep(PROOF_PAUSE);
    }
    const state = await rollBack(run, seen, intent, pair);
    throw new errors/* Failure */.H('not-propagated', {
        message: `AWS did not accept the new key ${(0,words/* shortKey */.qU)(pair.accessKeyId)} ${PROOFS_IN_A_ROW} times in a row.`,
        state,
        remedy: 'Run again later. If it persists, look for a service control policy that denies sts:GetCallerIdentity.',
    });
}
/** An answer that is no answer (throttled, 5xx) breaks the row like a refusal, but is no reason to give up. */
async function accepted(run, seen, ask) {
    try {
        const answer = await ask();
        return 'arn' in answer && (0,observe/* userNameOf */.OY)(answer.arn)?.toLowerCase() === seen.userName.toLowerCase();
    }
    catch (error) {
        if (!(error instanceof flow_ports/* ServiceError */._))
            throw error;
        run.ports.log.info(`Proof of the new key: ${(0,errors/* describe */.q)(error)}`);
        return false;
    }
}
async function storeEverywhere(run, seen, intent, pair, sealed) {
    // The last proof's answer is AWS's time right before the first write. A run that was asleep for a quarter of an
    // hour may have been given up by others: it writes nothing.
    if (run.ports.clock.aws() - intent.aws > rotation_journal/* INTENT_WINDOW */.OC) {
        const state = await rollBack(run, seen, intent, pair);
        throw new errors/* Failure */.H('lease-expired', {
            message: 'More than 15 minutes passed since this run announced the new key.',
            state,
            remedy: 'Run again.',
        });
    }
    const [homeSealed, ...rest] = sealed;
    if (homeSealed === undefined)
        throw new Error('There is always a home.');
    // Home before all others: the next run receives home's pair. A pair that only another place holds would be out of
    // every run's reach, and its key could never be told from an orphan.
    const home = await store(run.ports, homeSealed);
    if (home.error !== null)
        await homeFailed(run, seen, intent, pair, home, home.error);
    const stored = [home, ...(await Promise.all(rest.map((place) => store(run.ports, place))))];
    if (stored.some((place) => place.error !== null))
        throw partlyStored(stored);
    return stored;
}
async function homeFailed(run, seen, intent, pair, home, error) {
    if (home.written > 0)
        throw new errors/* Failure */.H('home-torn', {
            message: (0,errors/* describe */.q)(error),
            state: `${home.destination} holds the new secret beside the old ID: jobs that start now fail.`,
            remedy: 'Run again now: the next run writes the ID that belongs to the secret.',
            cause: error,
        });
    if (error.effect === 'unknown')
        throw new errors/* Failure */.H('store-unanswered', {
            message: (0,errors/* describe */.q)(error),
            state: `${home.destination} may hold the new secret beside the old ID.`,
            remedy: 'Run again now. A new run receives what the secret store holds, and goes on from there.',
            cause: error,
        });
    const state = await rollBack(run, seen, intent, pair);
    throw new errors/* Failure */.H('store-refused', {
        message: (0,errors/* describe */.q)(error),
        state: `Nothing was written. ${state}`,
        remedy: (0,public_keys/* sayRights */.l9)(run.subject.destinations[0]),
        cause: error,
    });
}
async function recordStored(run, seen, intent, pair, stored) {
    const { keys, clock } = run.ports;
    const record = {
        state: 'stored',
        at: clock.aws(),
        github: latest(stored, seen.gitHubNow),
        destinations: run.subject.destinationsDigest,
    };
    await keys.tagUser(seen.userName, (0,rotation_journal/* recordTags */.h0)(pair.accessKeyId, record, seen.journal));
    // The intent goes last: without record and intent the new key would be a stranger's.
    const journal = {
        ...seen.journal,
        records: new Map([...seen.journal.records, [pair.accessKeyId, record]]),
    };
    const useless = (0,rotation_journal/* uselessTags */.aS)(journal, seen.keys, clock.aws()).filter((name) => name !== (0,rotation_journal/* intentTag */.xo)(intent));
    const gone = useless.filter((name) => journal.intents.some((dead) => (0,rotation_journal/* intentTag */.xo)(dead) === name));
    await keys.untagUser(seen.userName, [(0,rotation_journal/* intentTag */.xo)(intent), ...gone]);
}
/**
 * Only for a key whose secret was written nowhere: takes it back, then its intent, so that a crash between the two is
 * found. Resolves to how things stand, in words.
 */
async function rollBack(run, seen, intent, pair) {
    try {
        await run.ports.keys.deleteAccessKey(seen.userName, pair.accessKeyId);
    }
    catch (error) {
        if (!(error instanceof flow_ports/* ServiceError */._))
            throw error;
        // The intent stays: it is what lets the next run recognize the key as ours, and unused.
        return (`The new key ${(0,words/* shortKey */.qU)(pair.accessKeyId)} could not be deleted (${(0,errors/* describe */.q)(error)}); half an hour from now the ` +
            'next run deletes it. The deployed pair keeps working.');
    }
    note(run, 'deleted', pair.accessKeyId, 'deleted again: nothing holds its secret');
    await withdraw(run, seen, intent);
    return 'The new key was deleted again; the deployed pair keeps working.';
}
/** Removes the run's own intent, and nothing else. A leftover is harmless: it only bars creations for half an hour. */
async function withdraw(run, seen, intent) {
    try {
        await run.ports.keys.untagUser(seen.userName, [(0,rotation_journal/* intentTag */.xo)(intent)]);
    }
    catch (error) {
        if (!(error instanceof flow_ports/* ServiceError */._))
            throw error;
        run.ports.log.warning(`The intent of this run could not be removed: ${(0,errors/* describe */.q)(error)}`);
    }
}

;// CONCATENATED MODULE: ./build/dist-src/flow/apply.js
/** Applies one step of a plan: an exhaustive switch over the alphabet of steps. Reasons never steer it. */








async function apply(run, seen, step, state) {
    switch (step.kind) {
        case 'create': {
            const pair = await create(run, seen, step.adopt);
            return {
                ...state,
                deployed: pair,
                progress: { ...state.progress, created: true },
            };
        }
        case 'repair':
            return await repair(run, state, step.key);
        case 'copy':
            return await copy(run, seen, state, step.key, step.destinations);
        case 'record':
            return await record(run, seen, state, step.key, step.as);
        case 'deactivate': {
            // A key that rotates itself signs its own end, and what comes after: from here on its successor does.
            await run.ports.session.outlive(step.key, state.deployed);
            await run.ports.keys.updateAccessKey(seen.userName, step.key, 'Inactive');
            note(run, 'deactivated', step.key, 'made Inactive');
            // Recorded after the fact: a record without the fact would start the wait for deletion too early. If this line
            // is never reached, the next run finds an Inactive key without a record and starts the wait then.
            const recorded = await tag(run, seen, state, step.key, 'inactive');
            return {
                ...recorded,
                progress: { ...state.progress, deactivated: [...state.progress.deactivated, step.key] },
            };
        }
        case 'delete':
            await remove(run, seen, step.key, DELETED[step.because]);
            return state;
        default:
            return step;
    }
}
const DELETED = {
    orphan: 'deleted: a crashed run left it, and nothing ever held its secret',
    retired: 'deleted after its wait',
    'slot-needed': 'deleted before its wait was over, since its slot was needed at once',
};
/** Home holds this key's secret beside another ID: write the ID, which anybody may list. */
async function repair(run, state, key) {
    const { ports, subject } = run;
    const [home] = subject.destinations;
    const pair = { accessKeyId: key, secretAccessKey: state.deployed.secretAccessKey };
    const [publicKey] = await run.publicKeys.all([home]);
    if (publicKey === undefined)
        throw new Error('There is always a home.');
    const sealed = await sealFor(run, home, publicKey, pair);
    // Only the ID: the secret half is what proved which key this is, so it is right already.
    const outcome = await store(ports, { ...sealed, slots: sealed.slots.slice(1) });
    if (outcome.error !== null)
        throw new errors/* Failure */.H('home-torn', {
            message: (0,errors/* describe */.q)(outcome.error),
            state: `${(0,destinations/* nameOf */.Vb)(home)} still holds the secret of key ${(0,words/* shortKey */.qU)(key)} beside another ID: jobs that start now fail.`,
            remedy: `Allow the github-token to write the secrets of ${(0,destinations/* nameOf */.Vb)(home)}, and run again.`,
            cause: outcome.error,
        });
    note(run, 'repaired', key, `ID written to ${(0,destinations/* nameOf */.Vb)(home)}, which held its secret`);
    return { ...state, deployed: pair, lastWrite: outcome.at };
}
async function copy(run, seen, state, key, names) {
    const { ports, subject } = run;
    const targets = subject.destinations.filter((destination) => names.includes((0,destinations/* nameOf */.Vb)(destination)));
    const publicKeys = await run.publicKeys.all(targets);
    const stored = await Promise.all(targets.map(async (destination, index) => {
        const publicKey = publicKeys[index];
        if (publicKey === undefined)
            throw new Error('One public key for each destination.');
        return await store(ports, await sealFor(run, destination, publicKey, state.deployed));
    }));
    const copied = stored.filter((place) => place.error === null).map((place) => place.destination);
    if (copied.length > 0)
        note(run, 'copied', key, `copied to ${copied.join(', ')}`);
    if (copied.length < stored.length)
        throw partlyStored(stored);
    return {
        ...state,
        lastWrite: latest(stored, seen.gitHubNow),
        progress: { ...state.progress, copied: true },
    };
}
async function record(run, seen, state, key, as) {
    const recorded = await tag(run, seen, state, key, as);
    note(run, 'recorded', key, `recorded as ${as}`);
    return recorded;
}
/** Writes one record. */
async function tag(run, seen, state, key, as) {
    const at = run.ports.clock.aws();
    const fact = as === 'stored'
        ? {
            state: as,
            at,
            github: laterOf(state.lastWrite, seen.gitHubNow),
            destinations: run.subject.destinationsDigest,
        }
        : { state: as, at };
    await run.ports.keys.tagUser(seen.userName, (0,rotation_journal/* recordTags */.h0)(key, fact, seen.journal));
    return { ...state, progress: as === 'stored' ? { ...state.progress, copied: true } : state.progress };
}
const laterOf = (a, b) => (a !== null && a > b ? a : b);
/** The key first, then its tags: a key without tags would be a stranger's, tags without a key are mere leftovers. */
async function remove(run, seen, key, what) {
    const { keys, clock } = run.ports;
    try {
        await keys.deleteAccessKey(seen.userName, key);
    }
    catch (error) {
        // Gone already: what we wanted is true (a repeated request whose first answer was lost looks like this).
        if (!(error instanceof flow_ports/* ServiceError */._) || error.code !== 'NoSuchEntity')
            throw error;
    }
    note(run, 'deleted', key, what);
    const rest = seen.keys.filter((listed) => listed.id !== key);
    const useless = (0,rotation_journal/* uselessTags */.aS)(seen.journal, rest, clock.aws());
    if (useless.length > 0)
        await keys.untagUser(seen.userName, useless);
}

;// CONCATENATED MODULE: ./build/dist-src/flow/shadow.js
/**
 * A secret of the same name in a narrower place hides home's: an environment's hides the repository's, and that hides
 * the organization's (GitHub docs, "Secrets reference"). Asked only when the deployed pair is not what it should be.
 */



/** The places whose secrets this job sees instead of home's, narrowest first. */
function narrower(home, { owner, repo, environment }) {
    if (home.app !== 'actions' || home.scope === 'environment')
        return [];
    const inEnvironment = environment === null ? [] : [{ scope: 'environment', app: 'actions', owner, repo, environment }];
    return home.scope === 'organization'
        ? [...inEnvironment, { scope: 'repository', app: 'actions', owner, repo }]
        : inEnvironment;
}
/** A sentence about what hides home's secrets, or `null`. What the token may not see cannot be named. */
async function shadowOf(ports, home, layout, surroundings) {
    for (const place of narrower(home, surroundings)) {
        const hidden = await present(ports, place, (0,destinations/* slotNames */.Do)(layout));
        if (hidden.length > 0)
            return `${(0,destinations/* nameOf */.Vb)(place)} has ${(0,words/* list */.p_)(hidden)} too, and hides ${(0,destinations/* nameOf */.Vb)(home)}: delete it there, or list it first in destinations.`;
    }
    return null;
}
async function present(ports, place, names) {
    const found = await Promise.all(names.map(async (name) => {
        try {
            return (await ports.secrets.metadata(place, name)).updatedAt === null ? null : name;
        }
        catch (error) {
            if (error instanceof flow_ports/* ServiceError */._)
                return null;
            throw error;
        }
    }));
    return found.filter((name) => name !== null);
}

;// CONCATENATED MODULE: ./build/dist-src/flow/rotate.js
/** The flow of the root action: observe → plan → apply, again until nothing is left to do, then tell. */










/** A key's life has eight steps at the most in one run (orphan, create, record, deactivate, …); more means a loop. */
const MAX_ROUNDS = 12;
/** @param given the run, but for what the flow makes for it. */
async function rotate(given, rotation) {
    const run = { ...given, publicKeys: new public_keys/* PublicKeys */.c3(given.ports), deeds: [] };
    const fetchAhead = (home, at) => {
        if (willProbablyCreate(home, at, rotation.policy))
            run.publicKeys.fetchAhead(run.subject.destinations);
    };
    let state = {
        deployed: rotation.deployed,
        progress: model/* nothingDoneYet */.Qv,
        lastWrite: null,
    };
    let before = null;
    let after = null;
    let decided = null;
    /** An irreversible plan that waits for its second look. */
    let pending = null;
    try {
        for (let round = 0; round < MAX_ROUNDS; round++) {
            after = await (0,observe/* observe */.lB)(run.ports, run.subject, state.deployed, {
                ...(after === null ? { onDestinations: fetchAhead } : { userName: after.userName }),
            });
            if (before === null)
                await tellFacts(run, after);
            before ??= after;
            const next = plan(after, rotation.policy, state.progress);
            const confirmed = pending !== null && sameSteps(pending, next);
            decided = next;
            if (next.steps.length === 0 || rotation.dryRun) {
                // What a rotation would need is looked at, so that a dry run reports what is missing; nothing is written.
                if (rotation.dryRun)
                    await run.publicKeys.all(run.subject.destinations);
                decided = await withShadow(run, rotation, decided);
                return { before, after, plan: decided, deeds: run.deeds, failure: null };
            }
            // What cannot be taken back is decided twice, on two observations in a row: the second is the fresh look right
            // before the call, including a proof of the deployed pair at STS.
            if (next.steps.some(isIrreversible) && !confirmed) {
                pending = next;
                continue;
            }
            pending = null;
            const seen = after;
            state = await run.ports.log.group(next.message, async () => {
                let reached = state;
                for (const step of next.steps) {
                    refuseUnsafe(step, seen, rotation.policy);
                    reached = await apply(run, seen, step, reached);
                }
                return reached;
            });
        }
        throw new errors/* Failure */.H('no-progress', {
            message: `The plan did not settle after ${MAX_ROUNDS} rounds.`,
            state: 'Every step that was taken is listed in the summary.',
            remedy: 'Run again; if it persists, something else changes the user or its secrets at the same time.',
        });
    }
    catch (error) {
        return { before, after, plan: decided, deeds: run.deeds, failure: asFailure(error) };
    }
}
/** Red states in which the workflow received something else than home holds, as far as anybody can tell. */
const MAYBE_SHADOWED = ['inputs-outdated', 'deployed-pair-refused', 'home-lacks-pair'];
/** Names the secret that hides home's, if there is one and it can be seen. */
async function withShadow(run, { repository }, decided) {
    if (!MAYBE_SHADOWED.includes(decided.reason))
        return decided;
    const { environment = null } = await run.ports.session.open();
    const [home] = run.subject.destinations;
    const shadow = await shadowOf(run.ports, home, run.subject.layout, { ...repository, environment });
    return shadow === null ? decided : { ...decided, message: `${decided.message} ${shadow}` };
}
/**
 * A guess that steers nothing but what is fetched early: home's pair is as old as its last write, or so. A day's margin,
 * since the key was made a little before it was stored.
 */
function willProbablyCreate(home, at, policy) {
    const written = home.slots.map((slot) => slot.updatedAt ?? 0);
    return policy.force || at - Math.max(...written) >= (policy.rotateAfterDays - 1) * model/* DAY */.d_;
}
const tellFacts = (run, seen) => run.ports.log.group('What is', async () => {
    for (const fact of facts(seen))
        run.ports.log.info(fact);
});
const isIrreversible = (step) => step.kind === 'deactivate' || step.kind === 'delete';
const sameSteps = (a, b) => JSON.stringify(a.steps) === JSON.stringify(b.steps);
function refuseUnsafe(step, seen, policy) {
    const why = objection(step, seen, policy);
    if (why === null)
        return;
    throw new errors/* Failure */.H('unsafe-step', {
        message: `Refused to ${step.kind} a key: ${why}.`,
        state: 'The step was not taken.',
        remedy: 'This is a defect of the action: please report it with the log of this run.',
    });
}
/** Turns what a service answered into words for a person; anything else is a defect and passes through. */
function asFailure(error) {
    if (error instanceof errors/* Failure */.H)
        return error;
    if (!(error instanceof flow_ports/* ServiceError */._))
        throw error;
    const state = 'The run stopped there. What it did before is listed in the summary; the next run goes on from the facts.';
    if (error.service === 'oidc')
        return new errors/* Failure */.H('no-id-token', {
            message: (0,errors/* describe */.q)(error),
            state,
            remedy: 'Give the job permissions: id-token: write. Runs for a fork’s pull request never get an ID token.',
            cause: error,
        });
    if (error.service === 'github')
        return new errors/* Failure */.H('github-failed', {
            message: (0,errors/* describe */.q)(error),
            state,
            remedy: 'Check the github-token’s permissions (docs/destinations.md); if GitHub was unavailable, run again.',
            cause: error,
        });
    if (error.code === 'AccessDenied')
        return new errors/* Failure */.H('access-denied', {
            message: (0,errors/* describe */.q)(error),
            state,
            remedy: `Allow ${error.service}:${error.operation} (infra/policies/rotate.json).`,
            cause: error,
        });
    return new errors/* Failure */.H('aws-failed', { message: (0,errors/* describe */.q)(error), state, remedy: 'Run again.', cause: error });
}


/***/ }),

/***/ 5921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ lazily)
/* harmony export */ });
/**
 * A port that its first call loads, so that a run pays for what it uses, and loads it while the network is busy. For
 * ports whose methods are all asynchronous.
 */
function lazily(load) {
    let loading = null;
    const call = async (method, given) => {
        loading ??= load();
        const port = await loading;
        return await port[method](...given);
    };
    return new Proxy({}, {
        get: (_, method) => 
        // Not a promise, whatever awaits it by mistake.
        method === 'then' ? undefined : (...given) => call(method, given),
    });
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


/***/ }),

/***/ 4256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $9: () => (/* binding */ shutGates),
/* harmony export */   $_: () => (/* binding */ handedOver),
/* harmony export */   AP: () => (/* binding */ isForced),
/* harmony export */   BH: () => (/* binding */ isOrphan),
/* harmony export */   FM: () => (/* binding */ mayBeHomes),
/* harmony export */   IT: () => (/* binding */ writtenSinceIntent),
/* harmony export */   Jv: () => (/* binding */ isOverdue),
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   R3: () => (/* binding */ previousKey),
/* harmony export */   T8: () => (/* binding */ retirementOf),
/* harmony export */   Wz: () => (/* binding */ deletableAt),
/* harmony export */   Yu: () => (/* binding */ isWanted),
/* harmony export */   du: () => (/* binding */ viewOf),
/* harmony export */   g3: () => (/* binding */ forecast),
/* harmony export */   nK: () => (/* binding */ whyMaybeInUse),
/* harmony export */   rS: () => (/* binding */ sayLastUse),
/* harmony export */   se: () => (/* binding */ newerThanCurrent),
/* harmony export */   tO: () => (/* binding */ holdsSince),
/* harmony export */   tc: () => (/* binding */ isReplaced)
/* harmony export */ });
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2711);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8406);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5332);
/** What the rules of the plan ask of an observation: whose key is whose, which gates are shut, what comes when. */



/** @returns the view of an observation; `current` is null unless STS accepts the deployed pair of a listed key. */
function viewOf(seen, policy, progress) {
    const { deployed } = seen;
    const current = deployed.kind === 'accepted' ? (seen.keys.find((key) => key.id === deployed.key) ?? null) : null;
    return { seen, policy, progress, current, others: seen.keys.filter((key) => key.id !== current?.id) };
}
const isForced = ({ policy, progress }) => policy.force && !progress.created;
const ageOfCurrent = ({ current, seen }) => current === null ? 0 : seen.now - current.createdAt;
const isOverdue = (view) => ageOfCurrent(view) > view.policy.maxAgeDays * _model_js__WEBPACK_IMPORTED_MODULE_2__/* .DAY */ .d_;
const isWanted = (view) => isForced(view) || ageOfCurrent(view) >= view.policy.rotateAfterDays * _model_js__WEBPACK_IMPORTED_MODULE_2__/* .DAY */ .d_;
/** Provably ours: on record, or created right after an intent of ours. */
const isOurs = (key, seen) => seen.journal.records.has(key.id) || (0,_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .intentsOf */ .H$)(key, seen.journal).length > 0;
/** A foreign key that `foreign-key: retire` handed over: the only newer key that is ever recorded on its way out. */
function handedOver(key, seen) {
    const state = seen.journal.records.get(key.id)?.state;
    return state === 'inactive' || state === 'reactivated';
}
/** The key on its way out: an older one of ours, or one that was handed over. */
function previousKey(view) {
    const [other] = view.others;
    if (view.current === null || other === undefined)
        return null;
    return isOurs(other, view.seen) || view.policy.foreignKey === 'retire' ? other : null;
}
/** Not earlier than the intent, by GitHub's clock: a tie counts as written. */
const writtenSinceIntent = (destination, intent) => destination.slots.some((slot) => slot.updatedAt !== null && slot.updatedAt >= intent.github);
/** Complete, and not written later than recorded, by GitHub's clock: a tie is our own last write. */
const holdsSince = (destination, stored) => stored !== null &&
    destination.slots.every((slot) => slot.updatedAt !== null && slot.updatedAt <= stored.github);
/** Is the deployed key Active and on record in every destination as they are now? */
function isReplaced(view) {
    const { current, seen } = view;
    const record = current === null ? undefined : seen.journal.records.get(current.id);
    return (current?.status === 'Active' &&
        record?.state === 'stored' &&
        record.destinations === seen.destinationsDigest &&
        seen.destinations.every((destination) => holdsSince(destination, record)));
}
/**
 * Ours, and nobody can hold its secret: no run is at work on it, nothing was written anywhere since its intent, and it
 * was never used beyond the proof at STS. The only place where a missing last use counts as unused.
 */
function isOrphan(key, seen) {
    const intents = (0,_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .intentsOf */ .H$)(key, seen.journal);
    if (intents.length === 0 || seen.journal.records.has(key.id))
        return false;
    if (intents.some((intent) => (0,_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .isLive */ .DG)(intent, seen.now)))
        return false;
    if (intents.some((intent) => seen.destinations.some((place) => writtenSinceIntent(place, intent))))
        return false;
    const lastUse = seen.lastUse.get(key.id);
    return lastUse?.kind === 'never' || (lastUse?.kind === 'used' && lastUse.service === 'sts');
}
function whyMaybeInUse(key, seen) {
    const written = seen.destinations.filter((place) => (0,_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .intentsOf */ .H$)(key, seen.journal).some((intent) => writtenSinceIntent(place, intent)));
    if (written.length > 0)
        return `${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(written.map((place) => place.name))} was written since`;
    return `last use: ${sayLastUse(seen.lastUse.get(key.id))}`;
}
function sayLastUse(lastUse) {
    switch (lastUse?.kind) {
        case 'used':
            return `${lastUse.service} in ${lastUse.region} at ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .iso */ .KH)(lastUse.at)}`;
        case 'never':
            return 'none known';
        case 'unreadable':
            return `cannot be read (${lastUse.why}), which counts as used`;
        case undefined:
            return 'not asked for';
    }
}
/** The gates of deactivation that are shut, in words. The proof at STS is taken anew right before the call. */
function shutGates(view, previous) {
    const { seen, current } = view;
    const gates = [];
    if (!isReplaced(view))
        gates.push({ by: 'record', why: 'its successor is not on record in every destination', opensAt: null });
    const since = Math.max(recordedAt(seen, current?.id, 'stored') ?? seen.now, recordedAt(seen, previous.id, 'reactivated') ?? 0);
    const graceEnds = (0,_model_js__WEBPACK_IMPORTED_MODULE_2__/* .awsTime */ .bc)(since + view.policy.deactivateAfterDays * _model_js__WEBPACK_IMPORTED_MODULE_2__/* .DAY */ .d_);
    if (graceEnds > seen.now)
        gates.push({
            by: 'wait',
            why: `jobs that hold it keep working until ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .whenever */ .Ns)(graceEnds, seen.now).replace(/^on /, '')}`,
            opensAt: graceEnds,
        });
    const quietAt = quietFrom(view, previous);
    if (quietAt > seen.now)
        gates.push({
            by: 'use',
            why: `it is in use (${sayLastUse(seen.lastUse.get(previous.id))})`,
            opensAt: quietAt,
        });
    return gates;
}
const recordedAt = (seen, key, state) => {
    const record = key === undefined ? undefined : seen.journal.records.get(key);
    return record?.state === state ? record.at : undefined;
};
/** When the key will have been unused for `quiet-days`. What cannot be read, or is too young to show, counts as used now. */
function quietFrom({ seen, policy }, key) {
    const lastUse = seen.lastUse.get(key.id);
    const used = lastUse?.kind === 'used'
        ? lastUse.at
        : lastUse?.kind === 'never' && seen.now - key.createdAt >= _model_js__WEBPACK_IMPORTED_MODULE_2__/* .DAY */ .d_
            ? key.createdAt
            : seen.now;
    return (0,_model_js__WEBPACK_IMPORTED_MODULE_2__/* .awsTime */ .bc)(used + policy.quietDays * _model_js__WEBPACK_IMPORTED_MODULE_2__/* .DAY */ .d_);
}
/** When an Inactive key may be deleted; `null` while it is not recorded so. */
function deletableAt(key, { seen, policy }) {
    const since = recordedAt(seen, key.id, 'inactive');
    return key.status !== 'Inactive' || since === undefined
        ? null
        : (0,_model_js__WEBPACK_IMPORTED_MODULE_2__/* .awsTime */ .bc)(since + policy.deleteAfterDays * _model_js__WEBPACK_IMPORTED_MODULE_2__/* .DAY */ .d_);
}
/** The next step in the previous key's life, and when. */
function retirementOf(view, previous) {
    const { now } = view.seen;
    if (previous.status === 'Inactive')
        return {
            step: 'delete',
            at: deletableAt(previous, view) ?? (0,_model_js__WEBPACK_IMPORTED_MODULE_2__/* .awsTime */ .bc)(now + view.policy.deleteAfterDays * _model_js__WEBPACK_IMPORTED_MODULE_2__/* .DAY */ .d_),
        };
    const opens = shutGates(view, previous).map((gate) => gate.opensAt ?? now);
    return { step: 'deactivate', at: (0,_model_js__WEBPACK_IMPORTED_MODULE_2__/* .awsTime */ .bc)(Math.max(now, ...opens)) };
}
/** What comes after this run if nothing else happens. */
function forecast(view) {
    const { current, seen, policy } = view;
    const previous = previousKey(view);
    if (previous !== null)
        return retirementOf(view, previous);
    if (current === null)
        return { step: 'person', at: seen.now };
    const due = (0,_model_js__WEBPACK_IMPORTED_MODULE_2__/* .awsTime */ .bc)(current.createdAt + policy.rotateAfterDays * _model_js__WEBPACK_IMPORTED_MODULE_2__/* .DAY */ .d_);
    // A foreign key takes the slot that the next rotation needs: a person has until then to make room.
    return { step: view.others.length > 0 ? 'person' : 'create', at: due };
}
/** The keys that are not older than the deployed one: each needs an explanation. */
const newerThanCurrent = ({ current, others }) => 
// CreateDate has whole seconds: a tie counts as newer, which is the side that asks for an explanation.
others.filter((key) => current !== null && key.createdAt >= current.createdAt);
/**
 * Could home hold this foreign key's pair? It could if home was written since the key was created. The two times are of
 * two clocks, so an hour's margin is taken: the only such comparison there is, and it can only keep a key from harm.
 */
function mayBeHomes(key, { destinations: [home] }) {
    const created = key.createdAt;
    return home.slots.some((slot) => slot.updatedAt !== null && slot.updatedAt >= created - 60 * _model_js__WEBPACK_IMPORTED_MODULE_2__/* .MINUTE */ .pY);
}


/***/ })

};
