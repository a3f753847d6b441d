export const id = 677;
export const ids = [677];
export const modules = {

/***/ 5884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: ./build/dist-src/action/finish.js
var finish = __webpack_require__(4066);
// EXTERNAL MODULE: ./build/dist-src/action/help.js
var help = __webpack_require__(6458);
// EXTERNAL MODULE: ./build/dist-src/action/log.js
var log = __webpack_require__(8987);
// EXTERNAL MODULE: ./build/dist-src/action/outputs.js
var outputs = __webpack_require__(4755);
// EXTERNAL MODULE: ./build/dist-src/flow/as-failure.js
var as_failure = __webpack_require__(7864);
// EXTERNAL MODULE: ./build/dist-src/report/words.js
var words = __webpack_require__(2711);
// EXTERNAL MODULE: ./build/dist-src/rotation/journal.js
var rotation_journal = __webpack_require__(8406);
// EXTERNAL MODULE: ./build/dist-src/flow/errors.js
var errors = __webpack_require__(6296);
// EXTERNAL MODULE: ./build/dist-src/flow/observe.js + 1 modules
var observe = __webpack_require__(2947);
// EXTERNAL MODULE: ./build/dist-src/flow/ports.js
var flow_ports = __webpack_require__(2995);
;// CONCATENATED MODULE: ./build/dist-src/flow/reactivate.js
/** The way back: makes the deactivated key Active again, and puts that on record so that its wait begins anew. */






async function reactivate(ports, { userName, deployed }) {
    const [session, proven] = await Promise.all([
        ports.session.open(),
        (0,flow_ports/* isComplete */.As)(deployed) ? ports.prover.prove(deployed) : null,
    ]);
    const user = await (0,observe/* findUser */.Hr)(ports, { userName }, deployed, proven, session, undefined);
    const [keys, tags] = await Promise.all([ports.keys.listAccessKeys(user), ports.keys.listUserTags(user)]);
    const journal = (0,rotation_journal/* readJournal */.a0)(tags, keys, ports.clock.aws());
    const key = choose(user, keys, journal, deployed);
    // The fact first, its record after it. If the record is never written, the next daily run finds a key that is Active
    // though recorded Inactive, takes that for a person's decision, and records it itself.
    await orSay(ports.keys.updateAccessKey(user, key.id, 'Active'), ({ effect }) => effect === 'none' ? errors/* NOTHING_CHANGED */.Dh : `Key ${(0,words/* shortKey */.qU)(key.id)} may be Active again.`);
    const at = ports.clock.aws();
    const recorded = journal.records.get(key.id)?.state === 'inactive';
    await orSay(ports.keys.tagUser(user, (0,rotation_journal/* recordTags */.h0)(key.id, { state: 'reactivated', at }, journal)), () => `Key ${(0,words/* shortKey */.qU)(key.id)} is Active again, but that is not on record. ` +
        (recorded
            ? 'The next rotation sees it, and records it itself.'
            : 'Until it is, the rotation may make it Inactive at any time: keep it from running until this is mended.'));
    const active = { ...key, status: 'Active' };
    return { userName: user, key: active, at, keys: keys.map((one) => (one.id === key.id ? active : one)) };
}
/** A failure in the middle tells how things stand then. */
async function orSay(call, state) {
    try {
        await call;
    }
    catch (error) {
        if (!(error instanceof flow_ports/* ServiceError */._7))
            throw error;
        const { code, message, remedy } = (0,as_failure/* asFailure */.h)(error);
        throw new errors/* Failure */.HR(code, { message, state: state(error), remedy, cause: error });
    }
}
/** The one Inactive key that is ours. Anything else is a question for a person, and nothing is done. */
function choose(user, keys, journal, deployed) {
    const inactive = keys.filter((key) => key.status === 'Inactive');
    const ours = inactive.filter((key) => journal.records.has(key.id) || (0,rotation_journal/* intentsOf */.H$)(key, journal).length > 0 || key.id === deployed.accessKeyId);
    const [only] = ours.length === 1 ? ours : ours.filter((key) => key.id === deployed.accessKeyId);
    if (only !== undefined)
        return only;
    throw new errors/* Failure */.HR('nothing-to-reactivate', {
        message: keys.length === 0
            ? `User ${user} has no access key.`
            : inactive.length === 0
                ? `User ${user} has no Inactive key: ${(0,words/* list */.p_)(keys.map((key) => `${(0,words/* shortKey */.qU)(key.id)} is ${key.status}`))}. If the previous key was deleted already, it cannot be brought back.`
                : ours.length === 0
                    ? `Nothing proves that Inactive key ${(0,words/* list */.p_)(inactive.map((key) => (0,words/* shortKey */.qU)(key.id)))} of user ${user} is ours.`
                    : `User ${user} has two Inactive keys, ${(0,words/* list */.p_)(ours.map((key) => (0,words/* shortKey */.qU)(key.id)))}.`,
        state: errors/* NOTHING_CHANGED */.Dh,
        remedy: inactive.length === 0
            ? 'Run the rotation to create a new key, with force: true if it must be now.'
            : 'Make the right key Active in the IAM console (user, Security credentials); the daily run respects it.',
    });
}

// EXTERNAL MODULE: ./build/dist-src/report/failure.js
var report_failure = __webpack_require__(5055);
// EXTERNAL MODULE: ./build/dist-src/report/markdown.js
var markdown = __webpack_require__(3860);
// EXTERNAL MODULE: ./build/dist-src/report/requests.js
var report_requests = __webpack_require__(515);
;// CONCATENATED MODULE: ./build/dist-src/report/reactivation-summary.js




const reactivationSummary = (done, requests) => (0,markdown/* sections */.V0)('## \u2705 The previous key is Active again', `Key ${(0,markdown/* code */.aY)((0,words/* shortKey */.qU)(done.key.id))} of ${(0,markdown/* literal */.eu)(done.userName)} was made Active at ${(0,words/* moment */.n$)(done.at)}. Whoever still holds it can use it at once.`, '**Next:** the daily rotation counts its wait anew: the key is made Inactive again once it has not been used for ' +
    'quiet-days, and deactivate-after-days have passed from now. Until then, find out who still uses it: the rotation\u2019s ' +
    'summary names service, region and time.', `### Keys of ${(0,markdown/* literal */.eu)(done.userName)}`, (0,markdown/* table */.tp)(['Key', 'Status', 'Age'], done.keys.map((key) => [
    `${(0,markdown/* code */.aY)((0,words/* shortKey */.qU)(key.id))}${key.id === done.key.id ? ' (Active again)' : ''}`,
    key.status,
    (0,words/* duration */.p0)(done.at - key.createdAt),
])), (0,report_requests/* requestsBlock */.IR)(requests));
const reactivationFailureSummary = (failure, requests, pageAt) => (0,markdown/* sections */.V0)(
// Any other failure may have come after the call that makes the key Active.
failure.code === 'nothing-to-reactivate'
    ? '## \u274c Nothing was reactivated'
    : '## \u274c The reactivation failed', (0,report_failure/* failureBlock */.Qu)(failure, pageAt), (0,report_requests/* requestsBlock */.IR)(requests));

;// CONCATENATED MODULE: ./build/dist-src/reactivate.js
/** Composition root of the reactivate action. */








async function run({ reactivation }, { aws, requests, masks }) {
    // Before anything prints.
    masks.tell(log.runnerLog);
    let done;
    try {
        done = await reactivate({ ...aws, log: log.runnerLog }, reactivation);
    }
    catch (error) {
        const failure = (0,as_failure/* asFailure */.h)(error);
        await (0,outputs/* writeSummary */.Sy)(reactivationFailureSummary(failure, requests, help/* pageAt */.F));
        return (0,finish.failWith)(failure);
    }
    (0,outputs/* setOutputs */.n0)({ 'access-key-id': done.key.id });
    await (0,outputs/* writeSummary */.Sy)(reactivationSummary(done, requests));
    core/* info */.pq((0,log.harmless)(`Key ${done.key.id.slice(-4)} of user ${done.userName} is Active again. Its wait begins anew.`));
}


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
