export const id = 381;
export const ids = [381];
export const modules = {

/***/ 9381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: ./build/dist-src/action/finish.js
var finish = __webpack_require__(4066);
// EXTERNAL MODULE: ./build/dist-src/action/log.js
var log = __webpack_require__(8987);
// EXTERNAL MODULE: ./build/dist-src/action/outputs.js
var outputs = __webpack_require__(4755);
// EXTERNAL MODULE: ./build/dist-src/aws/ports.js
var aws_ports = __webpack_require__(4448);
// EXTERNAL MODULE: ./build/dist-src/flow/rotate.js + 8 modules
var rotate = __webpack_require__(3723);
// EXTERNAL MODULE: ./build/dist-src/lazily.js
var lazily = __webpack_require__(5921);
;// CONCATENATED MODULE: ./build/dist-src/github/ports.js

const gitHubPorts = (options) => ({
    secrets: (0,lazily/* lazily */.q)(async () => (await Promise.all(/* import() */[__webpack_require__.e(239), __webpack_require__.e(532)]).then(__webpack_require__.bind(__webpack_require__, 4532))).gitHubSecrets(options)),
    sealer: (0,lazily/* lazily */.q)(async () => (await __webpack_require__.e(/* import() */ 674).then(__webpack_require__.bind(__webpack_require__, 5674))).sodiumSealer),
});

// EXTERNAL MODULE: ./build/dist-src/rotation/view.js
var view = __webpack_require__(4256);
// EXTERNAL MODULE: ./build/dist-src/report/markdown.js
var markdown = __webpack_require__(3860);
// EXTERNAL MODULE: ./build/dist-src/report/words.js
var words = __webpack_require__(2711);
;// CONCATENATED MODULE: ./build/dist-src/report/summary.js



function rotationSummary(report) {
    const { observation, plan, deeds, failure } = report;
    return (0,markdown/* sections */.V0)(`## ${heading(report)}`, failure === null
        ? null
        : (0,markdown/* sections */.V0)((0,markdown/* literal */.eu)(failure.message), `**Now:** ${(0,markdown/* literal */.eu)(failure.state)}`, `**Do:** ${(0,markdown/* literal */.eu)(failure.remedy)}`).trim(), failure === null || failure.places.length === 0 ? null : placesTable(failure.places), plan === null ? null : (0,markdown/* literal */.eu)(plan.message), plan === null || observation === null ? null : sayNext(plan.next, observation), observation === null ? null : keyTable(observation), observation === null ? null : destinationTable(observation), deeds.length === 0 ? null : `### Done in this run\n\n${deeds.map(sayDeed).join('\n')}`, report.dryRun ? dryRunSection(plan) : null, observation !== null && observation.journal.unreadable.length > 0
        ? `Ignored, since they make no sense: the user's tags ${(0,markdown/* literal */.eu)((0,words/* list */.p_)(observation.journal.unreadable))}.`
        : null);
}
function heading({ failure, plan, deeds, dryRun }) {
    if (failure !== null)
        return '❌ The rotation failed';
    if (dryRun)
        return '🔍 Dry run';
    if (plan?.outcome === 'refuse')
        return '❌ A person is needed';
    if (plan?.outcome === 'warn')
        return '⚠️ A person is needed soon';
    if (deeds.some((deed) => deed.kind === 'created'))
        return '✅ The key was rotated';
    if (deeds.some((deed) => deed.kind === 'deactivated'))
        return '✅ The previous key was deactivated';
    if (deeds.some((deed) => deed.kind === 'deleted'))
        return '✅ The previous key was deleted';
    return plan?.outcome === 'wait' ? '⏳ The previous key waits' : '✅ The key is in place';
}
const NEXT = {
    create: 'the next key is created',
    deactivate: 'the previous key is made Inactive',
    delete: 'the previous key is deleted',
    person: 'a person must act',
};
const sayNext = (next, { now }) => `**Next:** ${NEXT[next.step]} ${(0,words/* whenever */.Ns)(next.at, now)}.`;
function keyTable(seen) {
    const deployed = seen.deployed.kind === 'accepted' ? seen.deployed.key : null;
    const row = (key) => [
        `${(0,markdown/* code */.aY)((0,words/* shortKey */.qU)(key.id))}${key.id === deployed ? ' (deployed)' : ''}`,
        key.status,
        (0,words/* duration */.p0)(seen.now - key.createdAt),
        (0,markdown/* literal */.eu)(key.id === deployed ? 'just now, by this run' : (0,view/* sayLastUse */.rS)(seen.lastUse.get(key.id))),
        sayRecord(key, seen),
    ];
    return `### Keys of ${(0,markdown/* literal */.eu)(seen.userName)}\n\n${(0,markdown/* table */.tp)(['Key', 'Status', 'Age', 'Last used', 'On record'], seen.keys.map(row))}`;
}
function sayRecord(key, seen) {
    const record = seen.journal.records.get(key.id);
    return record === undefined ? '–' : `${record.state} since ${(0,words/* date */.p6)(record.at)}`;
}
function destinationTable(seen) {
    const slot = ({ name, updatedAt }) => `${(0,markdown/* code */.aY)(name)} ${updatedAt === null ? 'absent' : (0,words/* moment */.n$)(updatedAt)}`;
    return `### Destinations\n\n${(0,markdown/* table */.tp)(['Destination', 'Secrets, last written'], seen.destinations.map((place) => [(0,markdown/* literal */.eu)(place.name), place.slots.map(slot).join('<br>')]))}`;
}
const placesTable = (places) => `### What each destination holds\n\n${(0,markdown/* table */.tp)(['Destination', 'Holds', 'Error'], places.map(({ destination, holds, error }) => [(0,markdown/* literal */.eu)(destination), holds, (0,markdown/* literal */.eu)(error ?? '–')]))}`;
function dryRunSection(plan) {
    const steps = (plan?.steps ?? []).map((step) => `1. ${(0,markdown/* literal */.eu)(sayStep(step))}`);
    return `### A dry run: nothing was changed\n\n${steps.length === 0
        ? 'A real run would change nothing either.'
        : `A real run would:\n\n${steps.join('\n')}`}`;
}
/** One step of a plan, as what a run would do. */
function sayStep(step) {
    switch (step.kind) {
        case 'create':
            return 'create a key, prove it, store it in every destination, record it';
        case 'repair':
            return `write the ID of key ${(0,words/* shortKey */.qU)(step.key)} into home, which holds its secret`;
        case 'copy':
            return `copy the pair of key ${(0,words/* shortKey */.qU)(step.key)} to ${(0,words/* list */.p_)(step.destinations)}`;
        case 'record':
            return `record key ${(0,words/* shortKey */.qU)(step.key)} as ${step.as}`;
        case 'deactivate':
            return `make key ${(0,words/* shortKey */.qU)(step.key)} Inactive`;
        case 'delete':
            return `delete key ${(0,words/* shortKey */.qU)(step.key)}`;
    }
}
const sayDeed = (deed) => `- Key ${(0,markdown/* code */.aY)((0,words/* shortKey */.qU)(deed.key))}: ${(0,markdown/* literal */.eu)(deed.what)}`;

;// CONCATENATED MODULE: ./build/dist-src/rotate.js
/** Composition root of the root action: builds the real ports, runs the flow, tells the runner what came of it. */









async function run(inputs, idToken) {
    if (Array.isArray(inputs))
        return (0,finish/* failInputs */.Ut)(inputs);
    // First of all: with JSON credentials the workflow passes parsed halves, which the runner does not know as secrets.
    for (const secret of [inputs.deployed.secretAccessKey, inputs.gitHubToken])
        log/* runnerLog */.t.mask(secret);
    const ports = {
        ...(0,aws_ports/* awsPorts */.E)(inputs.session, log/* runnerLog */.t, idToken),
        ...gitHubPorts({
            token: inputs.gitHubToken,
            apiUrl: inputs.apiUrl,
            repository: inputs.repository,
        }),
        log: log/* runnerLog */.t,
    };
    const outcome = await (0,rotate/* rotate */.e)({ ports, subject: inputs.subject, nonce: (0,external_node_crypto_.randomUUID)(), id: inputs.runId }, inputs);
    const { failure, plan, deeds, after } = outcome;
    if (inputs.dryRun)
        for (const step of plan?.steps ?? [])
            log/* runnerLog */.t.info(`Would ${sayStep(step)}.`);
    (0,outputs/* setOutputs */.n0)((0,outputs/* rotationOutputs */.bu)(outcome));
    await (0,outputs/* writeSummary */.Sy)(rotationSummary({ observation: after, plan, deeds, failure, dryRun: inputs.dryRun }));
    if (failure !== null)
        (0,finish/* failWith */.ff)(failure);
    else if (plan?.outcome === 'refuse')
        core/* setFailed */.C1((0,log/* harmless */.I)(`${plan.message}\n${(0,finish/* helpAt */.nW)('refusals')}`));
    else if (plan?.outcome === 'warn')
        core/* warning */.$e((0,log/* harmless */.I)(`${plan.message}\n${(0,finish/* helpAt */.nW)('refusals')}`));
    else
        core/* info */.pq((0,log/* harmless */.I)(plan?.message ?? ''));
}


/***/ })

};
