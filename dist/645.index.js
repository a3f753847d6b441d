export const id = 645;
export const ids = [645,987,37];
export const modules = {

/***/ 4066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failAsDefect: () => (/* binding */ failAsDefect),
/* harmony export */   failInputs: () => (/* binding */ failInputs),
/* harmony export */   failWith: () => (/* binding */ failWith),
/* harmony export */   refuseInputs: () => (/* binding */ refuseInputs)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6421);
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5055);
/* harmony import */ var _help_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6458);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8987);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4755);
/** How every door ends: bad input named whole, failures in words, defects with their stack. Never green by accident. */





/** Every problem of the inputs, named at once. */
async function refuseInputs(problems) {
    await (0,_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .writeSummary */ .Sy)((0,_report_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .inputsSummary */ .i0)(problems, _help_js__WEBPACK_IMPORTED_MODULE_4__/* .pageAt */ .F));
    failInputs(problems);
}
function failInputs(problems) {
    for (const problem of problems)
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3((0,_log_js__WEBPACK_IMPORTED_MODULE_1__.harmless)(problem), { title: 'Bad input' });
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setFailed */ .C1(`${problems.length} input${problems.length === 1 ? ' is' : 's are'} not usable. Nothing was changed.\n${(0,_help_js__WEBPACK_IMPORTED_MODULE_4__/* .helpAt */ .n)('bad-input')}`);
}
const failWith = ({ code, message, state, remedy }) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setFailed */ .C1((0,_log_js__WEBPACK_IMPORTED_MODULE_1__.harmless)([message, state, remedy, (0,_help_js__WEBPACK_IMPORTED_MODULE_4__/* .helpAt */ .n)(code)].join('\n')));
/** Whatever is thrown that is no {@link Failure} is a defect of ours. */
const failAsDefect = (error) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setFailed */ .C1((0,_log_js__WEBPACK_IMPORTED_MODULE_1__.harmless)(error instanceof Error ? (error.stack ?? error.message) : String(error)));


/***/ }),

/***/ 6458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ pageAt),
/* harmony export */   n: () => (/* binding */ helpAt)
/* harmony export */ });
/** Where more is said about whatever went wrong. */
/** The last line of every warning and error. */
const helpAt = (anchor) => `More: ${pageAt(anchor)}`;
/**
 * The heading in this action's own documentation, at the version that runs. The runner names the action's repository and
 * ref; for a local action (`./`) it does not, and this is no URL.
 */
function pageAt(anchor) {
    const { GITHUB_SERVER_URL = 'https://github.com', GITHUB_ACTION_REPOSITORY, GITHUB_ACTION_REF, } = process.env;
    const page = `docs/troubleshooting.md#${anchor}`;
    return GITHUB_ACTION_REPOSITORY
        ? `${GITHUB_SERVER_URL}/${GITHUB_ACTION_REPOSITORY}/blob/${GITHUB_ACTION_REF || 'main'}/${page}`
        : page;
}


/***/ }),

/***/ 8987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   harmless: () => (/* binding */ harmless),
/* harmony export */   runnerLog: () => (/* binding */ runnerLog)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6421);
/* harmony import */ var _help_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6458);


/** Longer than any line that we mean. */
const LONGEST_LINE = 4_000;
/**
 * The runner's log. Text from outside must not be able to speak to the runner (`::name::` at the start of a line and the
 * older `##[name]` anywhere are commands to it), nor look like something else than it is: no control characters, and
 * none of those that are invisible or turn the reading direction.
 */
const harmless = (text) => text
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .split('\n')
    .map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}\u2026` : line))
    .join('\n')
    .replace(/##\[/g, '## [')
    .replace(/^(\s*)::/gm, '$1: :');
const runnerLog = {
    mask: (secret) => {
        if (secret !== '')
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(secret);
    },
    info: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(harmless(line)),
    warning: (line, heading) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(harmless(`${line}\n${(0,_help_js__WEBPACK_IMPORTED_MODULE_1__/* .helpAt */ .n)(heading)}`)),
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
        ? `\u2026${value.slice(-4)}`
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

/***/ 7864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ asFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6296);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2995);
/* harmony import */ var _public_keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6088);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8444);




/** Turns what a service answered into words for a person; anything else is a defect and passes through. */
function asFailure(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        return error;
    if (!(error instanceof _ports_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7))
        throw error;
    const state = 'The run stopped there; the next run goes on from the facts.';
    if (error.service === 'oidc')
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('no-id-token', {
            message: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error),
            state,
            remedy: 'Give the job permissions: id-token: write. Runs for a fork\u2019s pull request never get an ID token.',
            cause: error,
        });
    if ((0,_store_js__WEBPACK_IMPORTED_MODULE_3__/* .isAudienceUnreadable */ .q)(error))
        return (0,_store_js__WEBPACK_IMPORTED_MODULE_3__/* .audienceUnreadable */ .SE)(error, state);
    if (error.service === 'github')
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('github-failed', {
            message: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error),
            state,
            remedy: error.code === 'RateLimited'
                ? _public_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .RATE_LIMITED */ .kU
                : 'Check the github-token\u2019s permissions (docs/destinations.md); if GitHub was unavailable, run again.',
            cause: error,
        });
    if (error.code === 'AccessDenied')
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('access-denied', {
            message: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error),
            state,
            remedy: `Allow ${error.service}:${error.operation} on the resource that AWS names (infra/policies/rotate.json), or correct user-name.`,
            cause: error,
        });
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('aws-failed', { message: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error), state, remedy: 'Run again.', cause: error });
}


/***/ }),

/***/ 3415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gf: () => (/* binding */ askUntil),
/* harmony export */   Jm: () => (/* binding */ isBehind),
/* harmony export */   fh: () => (/* binding */ readingOwnWrites)
/* harmony export */ });
/* harmony import */ var _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5332);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2995);
/**
 * IAM is eventually consistent: what was written may not be listed yet, and what was deleted may still be (IAM user guide,
 * "Troubleshoot IAM"; AWS gives no figure, seconds are usual). A plan that is made on such an answer repeats what this run
 * did, or takes it for somebody else's doing.
 */


const MOST = 15;
const PAUSE = _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z2;
/** After how many questions more a person is told. */
const TOLD = 5;
/**
 * Asks again, within bounds, until the answer agrees with what is known.
 *
 * @param asked the first answer, if the question is under way already.
 */
async function askUntil({ clock, log }, ask, agrees, asked = ask()) {
    let answer = await asked;
    for (let times = 1; !agrees(answer); times++) {
        if (times === MOST)
            return { answer, agreed: false };
        if (times % TOLD === 0)
            log.info(`IAM does not show yet what was written; asked ${times} times so far.`);
        await clock.sleep(PAUSE);
        answer = await ask();
    }
    return { answer, agreed: true };
}
/** How long another run's write may stay out of sight before what is listed counts as somebody's later decision. */
const SETTLED = _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY;
/** Does a list of keys contradict what is known for certain, or what a run recorded a moment ago? Then it is an old one. */
function isBehind(keys, { records }, proven, now) {
    if (proven !== null && !keys.some(({ id }) => id === proven))
        return true;
    return keys.some(({ id, status }) => {
        const record = records.get(id);
        if (record === undefined || now - record.at >= SETTLED)
            return false;
        return ((record.state === 'inactive' && status === 'Active') ||
            (record.state === 'reactivated' && status === 'Inactive'));
    });
}
/**
 * The same store, but each read shows at least what this run wrote before it. A key that this run deleted never comes
 * back, so it is left out at once. Anything else that stays away may have been undone by somebody: then IAM's word counts.
 */
function readingOwnWrites(keys, waiting) {
    const deleted = new Set();
    const statuses = new Map();
    /** By lower-cased tag key, since tag keys ignore case; `null` = removed. */
    const tags = new Map();
    async function read(ask, agrees, written) {
        const { answer, agreed } = await askUntil(waiting, ask, agrees);
        if (!agreed)
            written.clear();
        return answer;
    }
    return {
        lastUsed: (keyId) => keys.lastUsed(keyId),
        listAccessKeys: (userName) => read(async () => (await keys.listAccessKeys(userName)).filter(({ id }) => !deleted.has(id)), (listed) => [...statuses].every(([id, status]) => listed.some((key) => key.id === id && key.status === status)), statuses),
        listUserTags: (userName) => read(() => keys.listUserTags(userName), (listed) => {
            if (tags.size === 0)
                return true;
            const found = new Map([...listed].map(([key, value]) => [key.toLowerCase(), value]));
            return [...tags].every(([key, value]) => (found.get(key) ?? null) === value);
        }, tags),
        async createAccessKey(userName) {
            const created = await keys.createAccessKey(userName);
            statuses.set(created.pair.accessKeyId, 'Active');
            return created;
        },
        async updateAccessKey(userName, keyId, status) {
            await keys.updateAccessKey(userName, keyId, status);
            statuses.set(keyId, status);
        },
        async deleteAccessKey(userName, keyId) {
            try {
                await keys.deleteAccessKey(userName, keyId);
            }
            catch (error) {
                // Gone already, whatever a list may say.
                if (error instanceof _ports_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7 && error.code === 'NoSuchEntity')
                    forget(keyId);
                throw error;
            }
            forget(keyId);
        },
        async tagUser(userName, written) {
            await keys.tagUser(userName, written);
            for (const [key, value] of written)
                tags.set(key.toLowerCase(), value);
        },
        async untagUser(userName, tagKeys) {
            await keys.untagUser(userName, tagKeys);
            for (const key of tagKeys)
                tags.set(key.toLowerCase(), null);
        },
    };
    function forget(keyId) {
        deleted.add(keyId);
        statuses.delete(keyId);
    }
}


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

/***/ 2947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Hr: () => (/* binding */ findUser),
  lB: () => (/* binding */ observe),
  HB: () => (/* binding */ tellFacts),
  OY: () => (/* binding */ userNameOf)
});

// EXTERNAL MODULE: ./build/dist-src/rotation/view.js
var view = __webpack_require__(4256);
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
        use === undefined ? '' : `, last use ${(0,view/* sayLastUse */.rS)(use)}`,
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

// EXTERNAL MODULE: ./build/dist-src/rotation/destinations.js
var destinations = __webpack_require__(8108);
// EXTERNAL MODULE: ./build/dist-src/rotation/journal.js
var rotation_journal = __webpack_require__(8406);
// EXTERNAL MODULE: ./build/dist-src/rotation/model.js
var model = __webpack_require__(5332);
// EXTERNAL MODULE: ./build/dist-src/flow/consistency.js
var consistency = __webpack_require__(3415);
// EXTERNAL MODULE: ./build/dist-src/flow/errors.js
var errors = __webpack_require__(6296);
// EXTERNAL MODULE: ./build/dist-src/flow/patience.js
var patience = __webpack_require__(4220);
// EXTERNAL MODULE: ./build/dist-src/flow/ports.js
var flow_ports = __webpack_require__(2995);
// EXTERNAL MODULE: ./build/dist-src/flow/public-keys.js
var public_keys = __webpack_require__(6088);
;// CONCATENATED MODULE: ./build/dist-src/flow/observe.js
/**
 * Gathers every fact that a plan needs, and changes nothing. Three round trips deep when nothing is due: (ID token \u2016
 * proof of the deployed pair \u2016 secrets' metadata), the session, (keys \u2016 tags); a fourth only for last uses.
 */










/** How often a listed, Active key is asked about again when STS does not know it yet: a new key needs some seconds. */
const PROOF_ATTEMPTS = 12;
const PROOF_PAUSE = 2 * model/* SECOND */.Z2;
async function observe(ports, subject, deployed, { userName: known, onDestinations } = {}) {
    // Nothing here depends on the session: all of it travels while AWS is still being asked for one.
    const proof = (0,flow_ports/* isComplete */.As)(deployed) ? ports.prover.prove(deployed) : Promise.resolve(null);
    const describing = describeDestinations(ports, subject).then((places) => {
        onDestinations?.(places.states[0], places.at);
        return places;
    });
    const session = ports.session.open();
    const list = async (userName) => {
        await session;
        const [keys, tags] = await Promise.all([
            ports.keys.listAccessKeys(userName),
            ports.keys.listUserTags(userName),
        ]);
        return { keys, journal: (0,rotation_journal/* readJournal */.a0)(tags, keys, ports.clock.aws()) };
    };
    const asked = async () => {
        const early = known === undefined ? null : list(known);
        const [identity, proven] = await Promise.all([session, proof, early]);
        const userName = await findUser(ports, subject, deployed, proven, identity, known);
        const provenKey = (0,flow_ports/* isIdentity */.Lk)(proven) ? deployed.accessKeyId : null;
        const { answer } = await (0,consistency/* askUntil */.Gf)(ports, () => list(userName), ({ keys, journal }) => !(0,consistency/* isBehind */.Jm)(keys, journal, provenKey, ports.clock.aws()), early ?? undefined);
        const stands = await standingOf(ports, deployed, proven, answer.keys, userName);
        return { userName, ...answer, stands, lastUse: await lastUses(ports, answer.keys, stands) };
    };
    const [{ userName, keys, journal, stands, lastUse }, places] = await Promise.all([asked(), describing]);
    const now = ports.clock.aws();
    return {
        now,
        gitHubNow: places.at,
        userName,
        keys,
        deployed: stands,
        journal,
        lastUse,
        destinations: places.states,
        destinationsDigest: subject.destinationsDigest,
    };
}
/** The facts, one line each, for whoever reads the log. */
const tellFacts = (log, seen) => log.group('What is', async () => {
    for (const fact of facts(seen))
        log.info(fact);
});
// The destinations.
async function describeDestinations(ports, subject) {
    const [home, ...rest] = subject.destinations;
    const seen = (destination) => describeDestination(ports, destination, subject.layout);
    const [first, ...others] = await (0,public_keys/* fromAll */.ig)([seen(home), ...rest.map(seen)]);
    if (first === undefined)
        throw new Error('There is always a home.');
    const all = [first, ...others];
    // The earliest answer's time: whatever is written after it is later than what we call "seen".
    const at = all.map((place) => place.at).reduce((a, b) => (a < b ? a : b));
    return { states: [first.state, ...others.map((place) => place.state)], at };
}
async function describeDestination(ports, destination, layout) {
    const names = (0,destinations/* slotNames */.Do)(layout);
    const found = await (0,public_keys/* reaching */.Y1)(destination, () => Promise.all(names.map((name) => ports.secrets.metadata(destination, name))));
    // GitHub says 404 for a secret that does not exist and for a place out of reach alike. Only a place whose public
    // key we may read is one whose secrets we can call absent.
    if (found.some((slot) => slot.updatedAt === null))
        await (0,public_keys/* reach */.gl)(ports, destination);
    const slots = names.map((name, index) => ({ name, updatedAt: found[index]?.updatedAt ?? null }));
    const at = found.map((slot) => slot.at).reduce((a, b) => (a < b ? a : b));
    return { state: { name: (0,destinations/* nameOf */.Vb)(destination), slots }, at };
}
// The user.
/** The IAM user: STS names it when it accepts the pair, else the input does, else `GetAccessKeyLastUsed` does. */
async function findUser(ports, subject, deployed, proven, session, known) {
    if ((0,flow_ports/* isIdentity */.Lk)(proven))
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
    throw new errors/* Failure */.HR('user-unknown', {
        message: 'AWS accepts no deployed pair that would name the IAM user, and user-name is empty.',
        state: errors/* NOTHING_CHANGED */.Dh,
        remedy: 'Pass user-name: the IAM user whose key is rotated.',
    });
}
/** AWS answers AccessDenied for a key that does not exist (recorded from real AWS), so a refusal says nothing. */
async function ownerOf(ports, keyId) {
    try {
        return (await ports.keys.lastUsed(keyId)).userName;
    }
    catch (error) {
        if (error instanceof flow_ports/* ServiceError */._7 && error.effect === 'none' && error.code !== 'Throttling')
            return null;
        throw error;
    }
}
/** The user's name from `arn:aws:iam::123456789012:user/path/name`; `null` for anything that is not an IAM user. */
const userNameOf = (arn) => /^arn:[\w-]+:iam::\d{12}:user\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1] ?? null;
function userOfProof(subject, proven, session) {
    const userName = userNameOf(proven.arn);
    const wrong = (found, expected) => new errors/* Failure */.HR('identity-mismatch', {
        message: `The deployed pair belongs to ${found}, not to ${expected}.`,
        state: errors/* NOTHING_CHANGED */.Dh,
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
    if ((0,flow_ports/* isIdentity */.Lk)(proven)) {
        if (keys.some((listed) => listed.id === key))
            return { kind: 'accepted', key };
        throw new errors/* Failure */.HR('identity-mismatch', {
            message: `STS accepts the deployed pair as user ${userName}, but IAM does not list its key there.`,
            state: errors/* NOTHING_CHANGED */.Dh,
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
    const tell = (0,patience/* nowAndThen */.$)(ports, (seconds) => `STS does not know key ${(0,words/* shortKey */.qU)(pair.accessKeyId)} yet, which IAM lists: asked for ${seconds} seconds.`);
    for (let attempt = 1;; attempt++) {
        const answer = await ports.prover.prove(pair);
        if ((0,flow_ports/* isIdentity */.Lk)(answer))
            return true;
        if (answer.refused === 'SignatureDoesNotMatch' || attempt === PROOF_ATTEMPTS)
            return false;
        tell();
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
        if (error instanceof flow_ports/* ServiceError */._7)
            return { kind: 'unreadable', why: error.code };
        throw error;
    }
}


/***/ }),

/***/ 4220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ nowAndThen)
/* harmony export */ });
/* harmony import */ var _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5332);
/** Whoever reads the log of a run that waits is told what for. */

const SILENCE = 5 * _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z2;
/**
 * What it returns may be called as often as there is something to tell: it speaks once five seconds have passed by AWS's
 * clock, and again after each five more.
 *
 * @param say a line for the log, given the whole seconds that have passed.
 */
function nowAndThen({ clock, log }, say) {
    const start = clock.aws();
    let spoke = start;
    return () => {
        const now = clock.aws();
        if (now - spoke < SILENCE)
            return;
        spoke = now;
        log.info(say(Math.floor((now - start) / _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z2)));
    };
}


/***/ }),

/***/ 6088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y1: () => (/* binding */ reaching),
/* harmony export */   c3: () => (/* binding */ PublicKeys),
/* harmony export */   gl: () => (/* binding */ reach),
/* harmony export */   ig: () => (/* binding */ fromAll),
/* harmony export */   kU: () => (/* binding */ RATE_LIMITED),
/* harmony export */   l9: () => (/* binding */ sayRights),
/* harmony export */   wJ: () => (/* binding */ remedyFor)
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
        if (!(error instanceof _ports_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7) || ![401, 403, 404].includes(error.status))
            throw error;
        if (error.code === 'RateLimited')
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('destination-unreachable', {
            message: `${(0,_rotation_destinations_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(destination)} cannot be reached with this token: ${error.code}` +
                `${error.acceptedPermissions === null ? '' : ` (needs ${error.acceptedPermissions})`}. ${error.message}`,
            state: _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING_CHANGED */ .Dh,
            remedy: sayRights(destination, error.status),
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
    const failures = refused.filter((reason) => reason instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR);
    if (failures.length > 1 && failures.length === refused.length)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('destination-unreachable', {
            message: failures.map((failure) => failure.message).join('\n'),
            state: _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING_CHANGED */ .Dh,
            remedy: [...new Set(failures.map((failure) => failure.remedy))].join('\n'),
        });
    if (refused.length > 0)
        throw refused[0];
    return tried.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
/** What to do about GitHub's refusal of a write. */
const remedyFor = (error, destination) => error.code === 'RateLimited' ? RATE_LIMITED : sayRights(destination, error.status);
const RATE_LIMITED = 'GitHub\u2019s rate limit for this token is used up. Run again when it is reset, or give the workflow a token of its own ' +
    '(a GitHub App\u2019s).';
/**
 * What to give to which kind of token.
 *
 * @param status GitHub's answer: a 403 speaks of a place that exists, a 404 may mean a missing place or a missing right.
 */
function sayRights(destination, status) {
    const { permission, scope } = (0,_rotation_destinations_js__WEBPACK_IMPORTED_MODULE_2__/* .rightsFor */ .xQ)(destination);
    const name = (0,_rotation_destinations_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(destination);
    const first = status === 403
        ? `Let the github-token write the secrets of ${name}`
        : `Check that ${name} exists, and let the github-token write its secrets`;
    return (`${first}: a GitHub App or fine-grained token needs the permission ${permission}, a classic token the scope ` +
        `${scope} (docs/destinations.md). GITHUB_TOKEN cannot.`);
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

/***/ 8444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Jm: () => (/* binding */ audienceChanged),
  SE: () => (/* binding */ audienceUnreadable),
  q: () => (/* binding */ isAudienceUnreadable),
  IW: () => (/* binding */ latest),
  Af: () => (/* binding */ partlyStored),
  JV: () => (/* binding */ sealFor),
  M_: () => (/* binding */ store)
});

// EXTERNAL MODULE: ./build/dist-src/rotation/destinations.js
var destinations = __webpack_require__(8108);
;// CONCATENATED MODULE: ./build/dist-src/flow/contents.js

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

// EXTERNAL MODULE: ./build/dist-src/flow/errors.js
var errors = __webpack_require__(6296);
// EXTERNAL MODULE: ./build/dist-src/flow/ports.js
var flow_ports = __webpack_require__(2995);
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
async function store(run, sealed) {
    const destination = (0,destinations/* nameOf */.Vb)(sealed.destination);
    let written = 0;
    let at = null;
    let failure = null;
    const looks = [];
    for (const slot of sealed.slots) {
        try {
            const done = await put(run.ports, sealed, slot);
            at = done.at;
            looks.push(done.complaint);
        }
        catch (error) {
            if (!(error instanceof flow_ports/* ServiceError */._7))
                throw error;
            failure = error;
            break;
        }
        written++;
    }
    if (failure === null)
        run.ports.log.info(`Stored in ${destination}.`);
    // Not before: between the two halves the place is torn, and whoever starts then gets a pair that does not work.
    await complain(run, looks);
    return { destination, written, at, error: failure };
}
/** Said at once, whatever comes after it. */
async function complain(run, looks) {
    for (const complaint of await Promise.all(looks.map((look) => look())))
        if (complaint !== null) {
            run.complaints.push(complaint);
            run.ports.log.warning(complaint, 'audience-changed');
        }
}
async function put(ports, { destination, publicKey }, slot) {
    try {
        return await ports.secrets.put(destination, slot.name, slot.sealed, publicKey.keyId);
    }
    catch (error) {
        // 422: the public key was replaced since we fetched it (GitHub REST, "Create or update a repository secret").
        if (!(error instanceof flow_ports/* ServiceError */._7) || error.status !== 422)
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
    return new errors/* Failure */.HR('partly-stored', {
        message: failed
            .map((place) => `${place.destination}: ${place.error === null ? '' : (0,errors/* describe */.q0)(place.error)}`)
            .join('\n'),
        state: `Not every destination holds the new pair; the old one keeps working. ${stored
            .map((place) => `${place.destination} holds ${holds(place)}`)
            .join('; ')}.`,
        remedy: 'The next run copies the deployed pair to the rest, without another key. If it fails again, check the token.',
        places: stored.map((place) => ({
            destination: place.destination,
            holds: holds(place),
            error: place.error === null ? null : (0,errors/* describe */.q0)(place.error),
        })),
    });
}
const isAudienceUnreadable = (error) => error.code === 'AudienceUnreadable';
/** A PUT takes the secret from every repository that its list lacks, so none is sent with a list that may lack some. */
const audienceUnreadable = (error, state) => new errors/* Failure */.HR('audience-unreadable', {
    message: (0,errors/* describe */.q0)(error),
    state,
    remedy: 'Run again. If it persists, the token may not see every repository that is selected: let it see all of them, or ' +
        'choose another visibility for the secret.',
    cause: error,
});
/** The pair is in place, but some repositories may have lost it: only a person can say which should have it. */
const audienceChanged = (complaints) => new errors/* Failure */.HR('audience-changed', {
    message: complaints.join('\n'),
    state: 'Everything else was done: the secrets hold what they should.',
    remedy: 'Look at the repositories that are selected for the secret in the organization\u2019s settings, and add what is missing.',
});
function holds({ written, error }) {
    if (error === null)
        return 'the new pair';
    if (error.effect === 'unknown' && written === 0)
        return 'the new or the old pair';
    return written > 0 ? 'the new secret beside the old ID' : 'the old pair';
}


/***/ }),

/***/ 5055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cp: () => (/* binding */ helpLink),
/* harmony export */   Qu: () => (/* binding */ failureBlock),
/* harmony export */   i0: () => (/* binding */ inputsSummary)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3860);
/** How every summary tells a failure. */

/** Long enough for every message of ours; what services say is theirs to lengthen. */
const LONGEST = 4_000;
/** @param pageAt the address of a heading in docs/troubleshooting.md. */
const failureBlock = ({ code: heading, message, state, remedy }, pageAt) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .sections */ .V0)(paragraph(message), `**Now:** ${paragraph(state)}`, `**Do:** ${paragraph(remedy)}`, helpLink(pageAt(heading))).trim();
/** A run that could not begin. */
const inputsSummary = (problems, pageAt) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .sections */ .V0)(`## \u274c ${problems.length === 1 ? 'An input is' : `${problems.length} inputs are`} not usable`, problems.map((problem) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(problem)}`).join('\n'), '**Now:** Nothing was changed.', helpLink(pageAt('bad-input')));
const paragraph = (text) => text.slice(0, LONGEST).split('\n').map(_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu).join('<br>');
/** A local action does not know its own address, only the page. */
const helpLink = (page) => `**More:** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .linkTo */ .uM)(page, 'troubleshooting')}`;


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


/***/ }),

/***/ 8406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   DL: () => (/* binding */ LEASE),
/* harmony export */   H$: () => (/* binding */ intentsOf),
/* harmony export */   OC: () => (/* binding */ INTENT_WINDOW),
/* harmony export */   _h: () => (/* binding */ MOST_TAGS),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   aS: () => (/* binding */ uselessTags),
/* harmony export */   ei: () => (/* binding */ TAGS_NEEDED),
/* harmony export */   h0: () => (/* binding */ recordTags),
/* harmony export */   lg: () => (/* binding */ tagsTooMany),
/* harmony export */   sH: () => (/* binding */ intentValue),
/* harmony export */   xo: () => (/* binding */ intentTag)
/* harmony export */ });
/* unused harmony exports recordTag, recordValue, matches */
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
/** IAM: "50 tags" a user (IAM user guide, "IAM and AWS STS quotas"). */
const MOST_TAGS = 50;
/** An intent, and a record and a description for each of two keys: the most that a rotation has at once. */
const TAGS_NEEDED = 5;
/** How many tags must go before a rotation has room for its own; 0 = none. What is unreadable is not removed by us. */
const tagsTooMany = ({ othersTags, unreadable }) => Math.max(0, othersTags + unreadable.length + TAGS_NEEDED - MOST_TAGS);
const TIME = String.raw `\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ`;
const INTENT = new RegExp(`^aws=(${TIME}) github=(${TIME}) run=([\\w.-]{1,64})$`);
const STORED = new RegExp(`^stored=(${TIME}) github=(${TIME}) destinations=([0-9a-f]{12})$`);
const SINCE = new RegExp(`^(adopted|inactive|reactivated)=(${TIME})$`);
/**
 * Reads the journal. What makes no sense is reported in `unreadable` and otherwise treated as absent, which only ever
 * delays: so does a time that lies in the future, or a record that is older than its key.
 */
function readJournal(tags, keys, now) {
    const intents = [];
    const records = new Map();
    const unreadable = [];
    const described = new Set();
    let othersTags = 0;
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
            if (!_model_js__WEBPACK_IMPORTED_MODULE_1__/* .KEY_ID */ .kF.test(id) || record === null || !plausible(record, key, now))
                unreadable.push(name);
            else
                records.set(id, record);
        }
        else if (!value.startsWith(DESCRIPTION_PREFIX)) {
            othersTags++;
            if (_model_js__WEBPACK_IMPORTED_MODULE_1__/* .KEY_ID */ .kF.test(name.toUpperCase()))
                described.add(name.toUpperCase());
        }
    }
    return { intents, records, unreadable, described, othersTags };
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

/***/ 4256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $9: () => (/* binding */ shutGates),
/* harmony export */   $_: () => (/* binding */ handedOver),
/* harmony export */   AP: () => (/* binding */ isForced),
/* harmony export */   BH: () => (/* binding */ isOrphan),
/* harmony export */   FM: () => (/* binding */ mayBeHomes),
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
/* harmony export */   tc: () => (/* binding */ isReplaced),
/* harmony export */   wu: () => (/* binding */ writtenSince)
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
/** `Date` and `updated_at` come from two of GitHub's machines; between those that keep time lie parts of a second. */
const BETWEEN_MACHINES = 5 * _model_js__WEBPACK_IMPORTED_MODULE_2__/* .SECOND */ .Z2;
/**
 * The destinations that were written not earlier than the intent, by GitHub's clock: a tie counts as written. Home comes
 * first, so it is home's time that must not be missed; what another one was given right before an intent is not its key.
 */
const writtenSince = (intent, { destinations }) => destinations.filter(({ slots }, index) => {
    const since = intent.github - (index === 0 ? BETWEEN_MACHINES : 0);
    return slots.some(({ updatedAt }) => updatedAt !== null && updatedAt >= since);
});
/** Complete, and not written later than recorded, by GitHub's clock: a tie is our own last write. */
const holdsSince = (destination, stored) => stored !== null &&
    destination.slots.every((slot) => slot.updatedAt !== null && slot.updatedAt <= stored.github + BETWEEN_MACHINES);
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
    if (intents.some((intent) => writtenSince(intent, seen).length > 0))
        return false;
    const lastUse = seen.lastUse.get(key.id);
    return lastUse?.kind === 'never' || (lastUse?.kind === 'used' && lastUse.service === 'sts');
}
function whyMaybeInUse(key, seen) {
    const written = new Set((0,_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .intentsOf */ .H$)(key, seen.journal).flatMap((intent) => writtenSince(intent, seen)));
    if (written.size > 0)
        return `${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)([...written].map((place) => place.name))} was written since`;
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
