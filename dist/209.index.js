export const id = 209;
export const ids = [209];
export const modules = {

/***/ 6568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ bar)
/* harmony export */ });
/* harmony import */ var _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5332);
/** Ages at a glance, in characters that read in the light and the dark. */

const CELLS = 10;
/** Beyond the mark; more would make a table wider, and say no more. */
const MOST_BEYOND = 5;
/** Ten cells are the whole allowance, what stands beyond the mark is too much: `\u2588\u2588\u2588\u2588\u2588\u2588\u2591\u2591\u2591\u2591\u2502` and `\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2502\u2588\u2588\u2588`. */
function bar(age, maxAgeDays) {
    const filled = Math.ceil((Math.max(0, age) / (maxAgeDays * _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_)) * CELLS);
    const within = Math.min(filled, CELLS);
    const beyond = Math.min(filled - within, MOST_BEYOND);
    return `${'\u2588'.repeat(within)}${'\u2591'.repeat(CELLS - within)}\u2502${'\u2588'.repeat(beyond)}`;
}


/***/ }),

/***/ 7209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: ./build/dist-src/report/markdown.js
var markdown = __webpack_require__(3860);
;// CONCATENATED MODULE: ./build/dist-src/report/doctor.js
/** What a dry run found: each piece of the set-up, whether it is in place, and what to do if it is not. */

/** Headings in docs/troubleshooting.md, below "What a dry run looks at", in the order in which the pieces are told. */
const PIECES = (/* unused pure expression or super */ null && ([
    'the-aws-login',
    'the-iam-user',
    'the-right-to-read',
    'the-right-to-write-in-aws',
    'the-github-token',
    'a-destination',
    'the-right-to-write-secrets',
    'the-deployed-pair',
    'the-secrets-in-home',
    'the-second-key',
    'room-for-tags',
    'the-concurrency-group',
    'refusals',
]));
const missingOf = (findings) => findings.filter(({ verdict }) => verdict === 'missing');
/** `3 pieces are missing.` */
function sayFindings(findings) {
    const count = missingOf(findings).length;
    if (count > 0)
        return `${count} piece${count === 1 ? ' is' : 's are'} missing.`;
    const open = findings.filter(({ verdict }) => verdict === 'unproved').length;
    return `Nothing is missing. ${open} thing${open === 1 ? '' : 's'} cannot be proved by reading alone.`;
}
const MARKS = {
    ok: '\u2705 ok',
    missing: '\u274c missing',
    unproved: '\u2754 unproved',
};
/** One line a finding. */
const findingLine = ({ verdict, what, fix }) => `${MARKS[verdict]}: ${what}${fix === '' ? '' : ` \u2192 ${fix}`}`;
/**
 * A table, what is missing first; nothing without findings.
 *
 * @param pageAt the address of a heading in the documentation; one that is no URL is shown as it is.
 */
function findingsSection(findings, pageAt = (heading) => heading) {
    if (findings.length === 0)
        return '';
    const more = ({ verdict, link }) => verdict === 'ok' ? '' : ` ${(0,markdown/* linkTo */.uM)(pageAt(link), 'More')}`;
    // What is missing comes first: whoever reads ten seconds reads that.
    const rank = ({ verdict }) => ['missing', 'unproved', 'ok'].indexOf(verdict);
    const rows = [...findings].sort((a, b) => rank(a) - rank(b));
    // How many are missing is in the summary's heading already.
    const sentence = missingOf(findings).length > 0 ? '' : `${sayFindings(findings)}\n\n`;
    return `### What a rotation needs\n\n${sentence}${(0,markdown/* table */.tp)(['', 'What', 'What to do'], rows.map((finding) => [
        MARKS[finding.verdict],
        (0,markdown/* literal */.eu)(finding.what),
        `${(0,markdown/* literal */.eu)(finding.fix)}${more(finding)}`,
    ]))}`;
}

// EXTERNAL MODULE: ./build/dist-src/action/help.js
var help = __webpack_require__(6458);
// EXTERNAL MODULE: ./build/dist-src/action/log.js
var log = __webpack_require__(8987);
;// CONCATENATED MODULE: ./build/dist-src/action/doctor.js
/** How the findings of a dry run reach the log. */




const withLink = (finding) => finding.verdict === 'ok' ? findingLine(finding) : `${findingLine(finding)} ${(0,help/* pageAt */.F)(finding.link)}`;
/** One line each, in the order in which a person would set things up. */
async function tellFindings(findings) {
    if (findings.length === 0)
        return;
    await log.runnerLog.group('What a rotation needs', async () => {
        for (const finding of findings)
            log.runnerLog.info(withLink(finding));
    });
    // What is missing has an annotation, which begins with the same words.
    if (missingOf(findings).length === 0)
        log.runnerLog.info(sayFindings(findings));
}
/** One annotation, with everything that is missing. */
const failMissing = (findings) => core/* setFailed */.C1((0,log.harmless)([sayFindings(findings), ...missingOf(findings).map(withLink)].join('\n')));

// EXTERNAL MODULE: ./build/dist-src/action/finish.js
var finish = __webpack_require__(4066);
// EXTERNAL MODULE: ./build/dist-src/action/outputs.js
var outputs = __webpack_require__(4755);
// EXTERNAL MODULE: ./build/dist-src/report/words.js
var words = __webpack_require__(2711);
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
// EXTERNAL MODULE: ./build/dist-src/rotation/view.js
var rotation_view = __webpack_require__(4256);
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
        const [home] = seen.destinations;
        const homeIsLater = intents.some((intent) => (0,rotation_view/* writtenSince */.wu)(intent, seen).includes(home));
        if (record === undefined && !homeIsLater)
            continue;
        const stored = record?.state === 'stored' ? `, stored in GitHub on ${(0,words/* moment */.n$)(record.at)}` : '';
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
        return refuse(seen, 'foreign-key', `Key ${(0,words/* shortKey */.qU)(key.id)} of user ${seen.userName} appeared on ${(0,words/* moment */.n$)(key.createdAt)}, after the deployed key, and no ` +
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
// EXTERNAL MODULE: ./build/dist-src/flow/observe.js + 1 modules
var observe = __webpack_require__(2947);
// EXTERNAL MODULE: ./build/dist-src/flow/patience.js
var patience = __webpack_require__(4220);
// EXTERNAL MODULE: ./build/dist-src/flow/ports.js
var flow_ports = __webpack_require__(2995);
// EXTERNAL MODULE: ./build/dist-src/flow/public-keys.js
var public_keys = __webpack_require__(6088);
;// CONCATENATED MODULE: ./build/dist-src/flow/run.js

function note(run, kind, key, what) {
    run.deeds.push({ kind, key, what });
    run.ports.log.info(`Key ${(0,words/* shortKey */.qU)(key)}: ${what}.`);
}

// EXTERNAL MODULE: ./build/dist-src/flow/store.js + 1 modules
var store = __webpack_require__(8444);
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
    // 1. Before anything changes: there is room for what step 9 writes, and every destination exists and is within reach.
    refuseWithoutTagRoom(seen);
    const publicKeys = await run.publicKeys.all(run.subject.destinations);
    // 2. and 3. The lease: say what is about to happen, then look whether somebody else said so too.
    const intent = await declare(run, seen, adopt);
    await confirmLease(run, seen, intent, adopt);
    // 4. and 5. From here on AWS knows a secret that nobody else does.
    const pair = await createOnce(run, seen, intent);
    // 6. and 7. Everything is sealed before the first write, so that no failure of sealing can come between two writes.
    const [, sealed] = await Promise.all([
        prove(run, seen, intent, pair),
        Promise.all(run.subject.destinations.map((destination, index) => (0,store/* sealFor */.JV)(run, destination, publicKeys[index], pair))),
    ]);
    // 8. Home, then the others.
    const stored = await storeEverywhere(run, seen, intent, pair, sealed);
    // 9. Only now is the pair on record: everything that retires the old key rests on this tag.
    await recordStored(run, seen, intent, pair, stored);
    note(run, 'created', pair.accessKeyId, 'created, proven, stored in every destination, on record');
    return pair;
}
/** Found out at step 9, the new pair would be in use and never on record: nothing would ever retire the old key. */
function refuseWithoutTagRoom({ userName, journal }) {
    const tooMany = (0,rotation_journal/* tagsTooMany */.lg)(journal);
    if (tooMany === 0)
        return;
    throw new errors/* Failure */.HR('no-room-for-tags', {
        message: `User ${userName} has too many tags: IAM allows ${rotation_journal/* MOST_TAGS */._h}, and a rotation needs ${rotation_journal/* TAGS_NEEDED */.ei} of them.`,
        state: errors/* NOTHING_CHANGED */.Dh,
        remedy: `Remove ${tooMany} of the user\u2019s tags, and run again.`,
    });
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
async function confirmLease(run, seen, intent, adopted) {
    const { keys, clock } = run.ports;
    const [listed, tags] = await Promise.all([
        keys.listAccessKeys(seen.userName),
        keys.listUserTags(seen.userName),
    ]);
    const now = clock.aws();
    const { intents } = (0,rotation_journal/* readJournal */.a0)(tags, listed, now);
    const rival = intents.find((other) => other.nonce !== intent.nonce && (0,rotation_journal/* isLive */.DG)(other, now));
    const reason = 
    // A list without our own intent would not have a rival's either.
    !intents.some((own) => own.nonce === intent.nonce)
        ? 'IAM does not list what this run announced'
        : rival !== undefined
            ? `run ${rival.run} announced ${(0,words/* duration */.p0)(now - rival.aws)} ago that it is about to create a key`
            : listed.length >= 2
                ? `user ${seen.userName} has ${listed.length} keys by now`
                : now - intent.aws > rotation_journal/* INTENT_WINDOW */.OC
                    ? 'this run took too long'
                    : null;
    if (reason === null)
        return;
    await withdraw(run, seen, intent);
    // The intent is gone again; what was said of the current key stays.
    if (adopted !== null)
        note(run, 'recorded', adopted, 'recorded as adopted');
    throw new errors/* Failure */.HR('lease-taken', {
        message: `No key was created: ${reason}.`,
        state: errors/* NOTHING_CHANGED */.Dh,
        remedy: 'Give the workflow a concurrency group (README), and run again in half an hour.',
    });
}
async function createOnce(run, seen, intent) {
    try {
        const { pair } = await run.ports.keys.createAccessKey(seen.userName);
        // Before anything else can print.
        run.ports.log.mask(pair.secretAccessKey);
        note(run, 'created', pair.accessKeyId, 'created');
        return pair;
    }
    catch (error) {
        if (!(error instanceof flow_ports/* ServiceError */._7))
            throw error;
        if (error.effect === 'none') {
            await withdraw(run, seen, intent);
            throw new errors/* Failure */.HR('create-refused', {
                message: (0,errors/* describe */.q0)(error),
                state: 'No key was created.',
                remedy: error.code === 'AccessDenied'
                    ? 'Allow iam:CreateAccessKey on the user (infra/policies/rotate.json).'
                    : 'Run again; the deployed pair keeps working.',
                cause: error,
            });
        }
        // The key may exist. The intent stays: it is what lets the next run recognize the key as ours, and unused.
        throw new errors/* Failure */.HR('create-unanswered', {
            message: (0,errors/* describe */.q0)(error),
            state: 'A key may have been created whose secret nobody has. The deployed pair keeps working.',
            remedy: 'Nothing to do: half an hour from now the next run deletes such a key and creates another.',
            cause: error,
        });
    }
}
async function prove(run, seen, intent, pair) {
    const { prover, clock, log } = run.ports;
    const tell = (0,patience/* nowAndThen */.$)(run.ports, (seconds) => `AWS does not accept the new key everywhere yet, after ${seconds} seconds: usual, up to a minute.`);
    let inARow = 0;
    let told = null;
    // What goes wrong ninety times is said once.
    const complain = (what) => {
        if (what !== told)
            log.info(`Proof of the new key: ${what}`);
        told = what;
    };
    for (let attempt = 1; attempt <= PROOF_ATTEMPTS; attempt++) {
        inARow = (await accepted(seen, () => prover.prove(pair), complain)) ? inARow + 1 : 0;
        if (inARow === PROOFS_IN_A_ROW) {
            log.info(`STS accepts the new key, ${PROOFS_IN_A_ROW} times in a row.`);
            return;
        }
        tell();
        await clock.sleep(PROOF_PAUSE);
    }
    const state = await rollBack(run, seen, intent, pair);
    throw new errors/* Failure */.HR('not-propagated', {
        message: `AWS did not accept the new key ${(0,words/* shortKey */.qU)(pair.accessKeyId)} ${PROOFS_IN_A_ROW} times in a row.`,
        state,
        remedy: 'Run again later. If it persists, look for a service control policy that denies sts:GetCallerIdentity.',
    });
}
/** An answer that is no answer (throttled, 5xx) breaks the row like a refusal, but is no reason to give up. */
async function accepted(seen, ask, complain) {
    try {
        const answer = await ask();
        return 'arn' in answer && (0,observe/* userNameOf */.OY)(answer.arn)?.toLowerCase() === seen.userName.toLowerCase();
    }
    catch (error) {
        if (!(error instanceof flow_ports/* ServiceError */._7))
            throw error;
        complain(`${error.code}: ${error.message}`);
        return false;
    }
}
async function storeEverywhere(run, seen, intent, pair, sealed) {
    // The last proof's answer is AWS's time right before the first write. A run that was asleep for a quarter of an
    // hour may have been given up by others: it writes nothing.
    if (run.ports.clock.aws() - intent.aws > rotation_journal/* INTENT_WINDOW */.OC) {
        const state = await rollBack(run, seen, intent, pair);
        throw new errors/* Failure */.HR('lease-expired', {
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
    const home = await (0,store/* store */.M_)(run, homeSealed);
    if (home.error !== null)
        await homeFailed(run, seen, intent, pair, home, home.error);
    const stored = [home, ...(await Promise.all(rest.map((place) => (0,store/* store */.M_)(run, place))))];
    if (stored.some((place) => place.error !== null))
        throw (0,store/* partlyStored */.Af)(stored);
    return stored;
}
async function homeFailed(run, seen, intent, pair, home, error) {
    if (home.written > 0)
        throw new errors/* Failure */.HR('home-torn', {
            message: (0,errors/* describe */.q0)(error),
            state: error.effect === 'none'
                ? `${home.destination} holds the new secret beside the old ID: jobs that start now fail.`
                : `${home.destination} holds the new secret, and may hold the old ID beside it: jobs that start now may fail.`,
            remedy: 'Run again now: the next run writes the ID that belongs to the secret.',
            cause: error,
        });
    if (error.effect === 'unknown')
        throw new errors/* Failure */.HR('store-unanswered', {
            message: (0,errors/* describe */.q0)(error),
            state: `${home.destination} may hold the new secret beside the old ID.`,
            remedy: 'Run again now. A new run receives what the secret store holds, and goes on from there.',
            cause: error,
        });
    const rolledBack = await rollBack(run, seen, intent, pair);
    const state = `Nothing was written. ${rolledBack}`;
    if ((0,store/* isAudienceUnreadable */.q)(error))
        throw (0,store/* audienceUnreadable */.SE)(error, state);
    throw new errors/* Failure */.HR('store-refused', {
        message: (0,errors/* describe */.q0)(error),
        state,
        remedy: (0,public_keys/* remedyFor */.wJ)(error, run.subject.destinations[0]),
        cause: error,
    });
}
async function recordStored(run, seen, intent, pair, stored) {
    const { keys, clock } = run.ports;
    const record = {
        state: 'stored',
        at: clock.aws(),
        github: (0,store/* latest */.IW)(stored, seen.gitHubNow),
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
        if (!(error instanceof flow_ports/* ServiceError */._7))
            throw error;
        // The intent stays: it is what lets the next run recognize the key as ours, and unused.
        return (`The new key ${(0,words/* shortKey */.qU)(pair.accessKeyId)} could not be deleted (${(0,errors/* describe */.q0)(error)}); half an hour from now the ` +
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
        if (!(error instanceof flow_ports/* ServiceError */._7))
            throw error;
        run.ports.log.warning(`The intent of this run could not be removed: ${(0,errors/* describe */.q0)(error)}`, 'lease-taken');
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
    const { subject } = run;
    const [home] = subject.destinations;
    const pair = { accessKeyId: key, secretAccessKey: state.deployed.secretAccessKey };
    const [publicKey] = await run.publicKeys.all([home]);
    if (publicKey === undefined)
        throw new Error('There is always a home.');
    const sealed = await (0,store/* sealFor */.JV)(run, home, publicKey, pair);
    // Only the ID: the secret half is what proved which key this is, so it is right already.
    const outcome = await (0,store/* store */.M_)(run, { ...sealed, slots: sealed.slots.slice(1) });
    if (outcome.error !== null)
        throw new errors/* Failure */.HR('home-torn', {
            message: (0,errors/* describe */.q0)(outcome.error),
            state: `${(0,destinations/* nameOf */.Vb)(home)} still holds the secret of key ${(0,words/* shortKey */.qU)(key)} beside another ID: jobs that start now fail.`,
            remedy: `Allow the github-token to write the secrets of ${(0,destinations/* nameOf */.Vb)(home)}, and run again.`,
            cause: outcome.error,
        });
    note(run, 'repaired', key, `ID written to ${(0,destinations/* nameOf */.Vb)(home)}, which held its secret`);
    return { ...state, deployed: pair, lastWrite: outcome.at };
}
async function copy(run, seen, state, key, names) {
    const { subject } = run;
    const targets = subject.destinations.filter((destination) => names.includes((0,destinations/* nameOf */.Vb)(destination)));
    const publicKeys = await run.publicKeys.all(targets);
    const stored = await Promise.all(targets.map(async (destination, index) => {
        const publicKey = publicKeys[index];
        if (publicKey === undefined)
            throw new Error('One public key for each destination.');
        return await (0,store/* store */.M_)(run, await (0,store/* sealFor */.JV)(run, destination, publicKey, state.deployed));
    }));
    const copied = stored.filter((place) => place.error === null).map((place) => place.destination);
    if (copied.length > 0)
        note(run, 'copied', key, `copied to ${copied.join(', ')}`);
    if (copied.length < stored.length)
        throw (0,store/* partlyStored */.Af)(stored);
    return {
        ...state,
        lastWrite: (0,store/* latest */.IW)(stored, seen.gitHubNow),
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
        if (!(error instanceof flow_ports/* ServiceError */._7) || error.code !== 'NoSuchEntity')
            throw error;
    }
    note(run, 'deleted', key, what);
    const rest = seen.keys.filter((listed) => listed.id !== key);
    const useless = (0,rotation_journal/* uselessTags */.aS)(seen.journal, rest, clock.aws());
    if (useless.length > 0)
        await keys.untagUser(seen.userName, useless);
}

// EXTERNAL MODULE: ./build/dist-src/flow/as-failure.js
var as_failure = __webpack_require__(7864);
// EXTERNAL MODULE: ./build/dist-src/flow/consistency.js
var consistency = __webpack_require__(3415);
;// CONCATENATED MODULE: ./build/dist-src/flow/doctor/examine.js




async function examine(ports, publicKeys, subject, deployed) {
    const [session, proof, places] = await Promise.all([
        tried(ports.session.open()),
        (0,flow_ports/* isComplete */.As)(deployed) ? tried(ports.prover.prove(deployed)) : null,
        Promise.all(subject.destinations.map((place) => look(ports, publicKeys, place, subject.layout))),
    ]);
    const user = await whose(ports, subject, deployed, session, proof);
    const ask = async (question) => user.userName === null || !('value' in session) ? null : await tried(question(user.userName));
    const [keys, tags] = await Promise.all([ask(ports.keys.listAccessKeys), ask(ports.keys.listUserTags)]);
    // AWS refuses to speak of a key that does not exist, so only one that does can show whether we may ask.
    const known = answerOf(keys)?.[0]?.id ?? ((0,flow_ports/* isIdentity */.Lk)(answerOf(proof)) && keys !== null ? deployed.accessKeyId : null);
    const lastUse = known === null ? null : await tried(ports.keys.lastUsed(known).then((use) => use.lastUse));
    return { subject, deployed, session, proof, places, ...user, keys, tags, lastUse };
}
const answerOf = (answer) => answer !== null && 'value' in answer ? answer.value : null;
const errorOf = (answer) => answer !== null && 'error' in answer ? answer.error : null;
async function tried(asked) {
    try {
        return { value: await asked };
    }
    catch (error) {
        if (error instanceof flow_ports/* ServiceError */._7 || error instanceof errors/* Failure */.HR)
            return { error };
        throw error;
    }
}
/** GitHub answers 404 for an absent secret and for a place out of reach alike: only the public key tells them apart. */
async function look(ports, publicKeys, destination, layout) {
    const slots = await tried(Promise.all([
        publicKeys.of(destination),
        ...(0,destinations/* slotNames */.Do)(layout).map(async (name) => {
            const { updatedAt } = await ports.secrets.metadata(destination, name);
            return { name, updatedAt };
        }),
    ]).then(([, ...found]) => found));
    return { name: (0,destinations/* nameOf */.Vb)(destination), destination, slots };
}
async function whose(ports, subject, deployed, session, proof) {
    const proven = answerOf(proof);
    const asked = answerOf(session);
    // Without a session there is nobody to ask about a key that STS does not name the user of.
    if (asked === null && !(0,flow_ports/* isIdentity */.Lk)(proven) && subject.userName === '' && deployed.accessKeyId !== '')
        return { userName: null, userError: null };
    // The account is compared with the session's; without one, with itself.
    const found = await tried((0,observe/* findUser */.Hr)(ports, subject, deployed, proven, asked ?? ((0,flow_ports/* isIdentity */.Lk)(proven) ? proven : NOBODY), undefined));
    const userName = answerOf(found) ?? (subject.userName || null);
    return { userName, userError: errorOf(found) };
}
const NOBODY = { account: '', arn: '' };

;// CONCATENATED MODULE: ./build/dist-src/flow/doctor/findings.js


const ok = (link, what) => ({ link, what, verdict: 'ok', fix: '' });
const missing = (link, what, fix) => ({
    link,
    what,
    verdict: 'missing',
    fix,
});
const unproved = (link, what, fix) => ({
    link,
    what,
    verdict: 'unproved',
    fix,
});
/** Something else has to be put right first. */
const later = (link, what, first) => [
    unproved(link, what, `Looked at once ${first}.`),
];
/** What a service said, wherever a failure has wrapped it. */
function serviceErrorIn(error) {
    if (error instanceof flow_ports/* ServiceError */._7)
        return error;
    return error.cause instanceof flow_ports/* ServiceError */._7 ? error.cause : null;
}
/** No answer, a 5xx or a rate limit says nothing about the set-up. */
function isPassing(error) {
    const said = serviceErrorIn(error);
    return (said !== null &&
        said.service !== 'oidc' &&
        (said.effect === 'unknown' || ['RateLimited', 'Throttling'].includes(said.code)));
}
const saidBy = (error) => error instanceof flow_ports/* ServiceError */._7 ? (0,errors/* describe */.q0)(error) : error.message;
const passing = (link, what, error) => [
    unproved(link, `${what}: ${saidBy(error)}`, 'Run again.'),
];

;// CONCATENATED MODULE: ./build/dist-src/flow/doctor/aws.js
/** What AWS lets this run do. */






function awsLogin({ session }) {
    const error = errorOf(session);
    if (error === null)
        return [ok('the-aws-login', `AWS login: ${answerOf(session)?.arn || answerOf(session)?.account}`)];
    if (isPassing(error))
        return passing('the-aws-login', 'AWS login', error);
    const failure = (0,as_failure/* asFailure */.h)(error);
    return [missing('the-aws-login', `AWS login: ${failure.message}`, failure.remedy)];
}
function iamUser({ userName, userError, session, proof, keys }) {
    const link = 'the-iam-user';
    if (userError !== null) {
        if (isPassing(userError))
            return passing(link, 'IAM user', userError);
        const failure = (0,as_failure/* asFailure */.h)(userError);
        return [missing(link, `IAM user: ${failure.message}`, failure.remedy)];
    }
    if (userName === null)
        return later(link, 'IAM user', 'the AWS login works');
    const listing = errorOf(keys);
    if (listing instanceof flow_ports/* ServiceError */._7 && listing.code === 'NoSuchEntity')
        return [
            missing(link, `IAM user: account ${answerOf(session)?.account} has no user ${userName}`, 'Correct user-name, or create the user.'),
        ];
    if ((0,flow_ports/* isIdentity */.Lk)(answerOf(proof)) || answerOf(keys) !== null)
        return [ok(link, `IAM user: ${userName}`)];
    return later(link, `IAM user: ${userName}, as user-name says`, 'the AWS login works and iam:ListAccessKeys is allowed');
}
function rightsToRead(chart) {
    const { keys, tags, lastUse, session, userName, userError } = chart;
    const mistaken = userError instanceof errors/* Failure */.HR && userError.code === 'identity-mismatch';
    const first = errorOf(session) !== null ? 'the AWS login works' : 'the IAM user is known';
    const noKey = keys === null ? first : errorOf(keys) === null ? 'the user has a key' : 'iam:ListAccessKeys is allowed';
    return [
        ...right('iam:ListAccessKeys', keys, first, userName, mistaken),
        ...right('iam:ListUserTags', tags, first, userName, mistaken),
        ...right('iam:GetAccessKeyLastUsed', lastUse, noKey, userName, mistaken),
    ];
}
/** @param mistaken whether the user is the wrong one: that AWS denies to speak of it is then as it should be. */
function right(action, answer, first, userName, mistaken) {
    const link = 'the-right-to-read';
    if (answer === null)
        return later(link, action, first);
    const error = errorOf(answer);
    // "No such user" is said only to somebody who may ask.
    if (error === null || serviceErrorIn(error)?.code === 'NoSuchEntity')
        return [ok(link, action)];
    const denied = serviceErrorIn(error)?.code === 'AccessDenied';
    if (denied && mistaken)
        return later(link, action, 'the IAM user is certain');
    return denied
        ? [
            missing(link, `${action}: AWS denies it`, `Allow ${action} on user ${userName} (infra/policies/rotate.json).`),
        ]
        : passing(link, action, error);
}
function rightsToWrite({ userName }) {
    return [
        unproved('the-right-to-write-in-aws', `${(0,words/* list */.p_)(WRITES.map((name) => `iam:${name}`))} on ${userName === null ? 'the user' : `user ${userName}`}`, 'Compare the policy with infra/policies/rotate.json. The first rotation proves them; whichever is denied, the deployed key keeps working.'),
    ];
}
const WRITES = ['CreateAccessKey', 'UpdateAccessKey', 'DeleteAccessKey', 'TagUser', 'UntagUser'];

;// CONCATENATED MODULE: ./build/dist-src/flow/doctor/github.js




const statusAt = ({ slots }) => {
    const error = errorOf(slots);
    return error === null ? null : (serviceErrorIn(error)?.status ?? null);
};
function gitHubToken({ places }) {
    const link = 'the-github-token';
    const refused = places.find((place) => statusAt(place) === 401);
    if (refused !== undefined) {
        const said = serviceErrorIn(errorOf(refused.slots));
        return [
            missing(link, said?.code === 'NoToken'
                ? 'github-token: empty'
                : `github-token: GitHub refuses it (${said?.message})`, 'Make one in the same job with actions/create-github-app-token (it lives an hour), or renew the personal access ' +
                'token. GITHUB_TOKEN cannot write secrets.'),
        ];
    }
    // Whatever else GitHub answers about a place, it knows who is asking.
    const known = places.some(({ slots }) => {
        const error = errorOf(slots);
        return error === null || !isPassing(error);
    });
    return known
        ? [ok(link, 'github-token: GitHub accepts it')]
        : [unproved(link, 'github-token: GitHub did not answer', 'Run again.')];
}
function github_destinations({ places }) {
    return places.flatMap(destination);
}
function destination(place) {
    const link = 'a-destination';
    const error = errorOf(place.slots);
    if (error === null)
        return [ok(link, `${place.name}: within reach`)];
    if (isPassing(error))
        return passing(link, place.name, error);
    const status = statusAt(place);
    if (status === 401)
        return later(link, place.name, 'GitHub accepts the token');
    const why = status === 404
        ? `${sayPlace(place.destination)} does not exist, or the token does not reach it`
        : status === 403
            ? 'the token lacks the right'
            : saidBy(error);
    const accepted = serviceErrorIn(error)?.acceptedPermissions ?? null;
    return [
        missing(link, `${place.name}: ${why}${accepted === null ? '' : ` (GitHub asks for ${accepted})`}`, (0,public_keys/* sayRights */.l9)(place.destination, status)),
    ];
}
function sayPlace(destination) {
    switch (destination.scope) {
        case 'repository':
            return `repository ${destination.owner}/${destination.repo}`;
        case 'environment':
            return `environment ${destination.environment} of ${destination.owner}/${destination.repo}`;
        case 'organization':
            return `organization ${destination.org}`;
    }
}
function rightToWriteSecrets({ places }) {
    return [
        unproved('the-right-to-write-secrets', `Writing secrets to ${places.length > 3 ? `${places.length} destinations` : (0,words/* list */.p_)(places.map(({ name }) => name))}`, 'Compare the token with docs/destinations.md. The first rotation proves it; if home refuses, the new key is deleted again.'),
    ];
}

;// CONCATENATED MODULE: ./build/dist-src/flow/doctor/keys.js






function deployedPair(chart) {
    const { deployed, proof, places, plan, subject } = chart;
    const link = 'the-deployed-pair';
    const [home] = places;
    const slots = answerOf(home?.slots ?? null);
    const { accessKeyId, secretAccessKey } = deployed;
    if (isFirst(chart)) {
        if (slots === null)
            return later(link, 'Deployed pair: none was passed', `${home?.name} is within reach`);
        const present = slots.filter(({ updatedAt }) => updatedAt !== null).map(({ name }) => name);
        return present.length === 0
            ? [ok(link, 'Deployed pair: none yet; the first rotation creates it')]
            : [
                missing(link, `Deployed pair: ${home?.name} has ${(0,words/* list */.p_)(present)}, but this run received no pair`, `Pass ${subject.layout.kind === 'json' ? 'its two fields' : 'the secrets'} to access-key-id and secret-access-key.`),
            ];
    }
    const answer = answerOf(proof);
    if ((0,flow_ports/* isIdentity */.Lk)(answer))
        return [ok(link, `Deployed pair: AWS accepts it, key ${(0,words/* shortKey */.qU)(accessKeyId)}`)];
    const error = errorOf(proof);
    if (error !== null)
        return passing(link, 'Deployed pair', error);
    // A torn home is mended by the next run, and under force a refused pair is replaced.
    if (plan?.outcome === 'act')
        return [ok(link, `Deployed pair: ${plan.message}`)];
    if (secretAccessKey === '' || accessKeyId === '')
        return [
            missing(link, `Deployed pair: ${accessKeyId === '' ? 'access-key-id' : 'secret-access-key'} is empty, its sibling is not`, 'Pass both halves of one pair from the secrets.'),
        ];
    return [
        missing(link, `Deployed pair: AWS refuses key ${(0,words/* shortKey */.qU)(accessKeyId)}${plan === null ? '' : `. ${plan.message}`}`, 'Put a working pair into the secrets, or run once with force: true to create one.'),
    ];
}
function secretsInHome(chart) {
    const { places, subject } = chart;
    const link = 'the-secrets-in-home';
    const [home] = places;
    const slots = answerOf(home?.slots ?? null);
    const names = (0,words/* list */.p_)((0,destinations/* slotNames */.Do)(subject.layout));
    if (home === undefined || slots === null)
        return later(link, `Secrets ${names}`, 'home is within reach');
    const absent = slots.filter(({ updatedAt }) => updatedAt === null).map(({ name }) => name);
    if (absent.length === 0)
        return [ok(link, `Secrets: ${home.name} has ${names}`)];
    if (absent.length === slots.length && isFirst(chart))
        return [ok(link, `Secrets: ${home.name} has none yet; the first rotation writes ${names}`)];
    return [
        missing(link, `Secrets: ${home.name} has no ${(0,words/* list */.p_)(absent)}`, 'Put the pair there; or list the place that it comes from first in destinations; or correct ' +
            'access-key-id-name, secret-access-key-name or credentials-json-name.'),
    ];
}
// The user's room.
function secondKey(chart) {
    const link = 'the-second-key';
    const keys = answerOf(chart.keys);
    if (chart.userError !== null)
        return later(link, 'Room for a second key', 'the IAM user is certain');
    if (keys === null)
        return later(link, 'Room for a second key', 'iam:ListAccessKeys is answered');
    const [only] = keys;
    if (keys.length === 1 && only !== undefined && isFirst(chart) && !isOurs(only, chart))
        return [
            unproved(link, `Room for a second key: there is ${(0,words/* shortKey */.qU)(only.id)}, and its pair is not in the secrets; the first rotation creates one beside it`, 'Put its pair into the secrets, so that it is what is rotated; or delete it before the rotation after the first, which needs its room.'),
        ];
    if (keys.length < 2)
        return [ok(link, `Room for a second key: ${keys.length === 0 ? 'no key yet' : 'one key'}`)];
    const shown = (0,words/* list */.p_)(keys.map((key) => `${(0,words/* shortKey */.qU)(key.id)} (${key.status})`));
    if (keys.length > 2)
        return [
            missing(link, `Room for a second key: there are ${shown}`, 'Delete the ones that are not in use.'),
        ];
    const current = (0,flow_ports/* isIdentity */.Lk)(answerOf(chart.proof)) ? chart.deployed.accessKeyId : null;
    const strangers = keys.filter((key) => key.id !== current && !isOurs(key, chart));
    // Without a working pair the plan may still have found an orphan that makes room.
    const makesRoom = current === null && chart.plan?.outcome === 'act';
    if (strangers.length === 0 || makesRoom || chart.policy.foreignKey === 'retire')
        return [ok(link, `Second key: ${shown}; the one on its way out goes by itself`)];
    const named = (0,words/* list */.p_)(strangers.map((key) => (0,words/* shortKey */.qU)(key.id)));
    if (answerOf(chart.tags) === null)
        return later(link, `Second key: whose ${named} ${strangers.length === 1 ? 'is' : 'are'}`, 'iam:ListUserTags is answered');
    return [
        missing(link, `Second key: there are ${shown}, and a rotation needs room for one; nothing proves that ${named} ${strangers.length === 1 ? 'is' : 'are'} ours`, 'Find out who uses which. Delete one, put its pair into the secrets, or hand it over with foreign-key: retire.'),
    ];
}
/** Before the first rotation no pair is passed. */
const isFirst = ({ deployed }) => deployed.accessKeyId === '' && deployed.secretAccessKey === '';
function isOurs(key, { keys, tags, now }) {
    const listed = answerOf(keys);
    const known = answerOf(tags);
    if (listed === null || known === null || now === null)
        return false;
    const journal = (0,rotation_journal/* readJournal */.a0)(known, listed, now);
    return journal.records.has(key.id) || (0,rotation_journal/* intentsOf */.H$)(key, journal).length > 0;
}
function roomForTags({ tags, keys, now, userError }) {
    const link = 'room-for-tags';
    if (userError !== null)
        return later(link, 'Room for tags', 'the IAM user is certain');
    const known = answerOf(tags);
    if (known === null || now === null)
        return later(link, 'Room for tags', 'iam:ListUserTags is answered');
    const journal = (0,rotation_journal/* readJournal */.a0)(known, answerOf(keys) ?? [], now);
    const others = journal.othersTags;
    const tooMany = (0,rotation_journal/* tagsTooMany */.lg)(journal);
    return tooMany === 0
        ? [ok(link, `Room for tags: ${others} of ${rotation_journal/* MOST_TAGS */._h} are somebody else\u2019s`)]
        : [
            missing(link, `Room for tags: ${others} of ${rotation_journal/* MOST_TAGS */._h} are somebody else\u2019s, and a rotation needs ${rotation_journal/* TAGS_NEEDED */.ei}`, `Remove ${tooMany} of the user\u2019s tags.`),
        ];
}

;// CONCATENATED MODULE: ./build/dist-src/flow/doctor/diagnose.js




/** Every piece, in the order in which a person would set it up. */
const diagnose = (chart) => {
    const found = CHECKS.flatMap((check) => check(chart));
    return [...found, ...refusal(chart, found)];
};
const CHECKS = [
    awsLogin,
    iamUser,
    rightsToRead,
    rightsToWrite,
    gitHubToken,
    github_destinations,
    rightToWriteSecrets,
    deployedPair,
    secretsInHome,
    secondKey,
    roomForTags,
    concurrency,
];
function concurrency() {
    return [
        unproved('the-concurrency-group', 'The workflow\u2019s concurrency group: it cannot be seen from inside a run', 'Check that the workflow has concurrency with a group, and cancel-in-progress: false.'),
    ];
}
/** Refusals of the planner that a finding already stands for. */
const COVERED = {
    'too-many-keys': 'the-second-key',
    'no-room': 'the-second-key',
    'foreign-key': 'the-second-key',
    'rotation-blocked': 'the-second-key',
    'deployed-pair-empty': 'the-deployed-pair',
    'deployed-pair-refused': 'the-deployed-pair',
    'deployed-key-inactive': 'the-deployed-pair',
    'torn-but-superseded': 'the-deployed-pair',
    'home-lacks-pair': 'the-secrets-in-home',
};
function refusal({ plan }, found) {
    if (plan?.outcome !== 'refuse')
        return [];
    const link = COVERED[plan.reason];
    if (found.some((finding) => finding.link === link && finding.verdict === 'missing'))
        return [];
    return [missing('refusals', plan.message, `See ${plan.reason} in the list of refusals.`)];
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
            if (error instanceof flow_ports/* ServiceError */._7)
                return null;
            throw error;
        }
    }));
    return found.filter((name) => name !== null);
}
/** Red states in which the workflow received something else than home holds, as far as anybody can tell. */
const MAYBE_SHADOWED = ['inputs-outdated', 'deployed-pair-refused', 'home-lacks-pair'];
/** Names the secret that hides home's, if there is one and it can be seen. */
async function withShadow(run, repository, decided) {
    if (!MAYBE_SHADOWED.includes(decided.reason))
        return decided;
    const { environment = null } = await run.ports.session.open();
    const [home] = run.subject.destinations;
    const shadow = await shadowOf(run.ports, home, run.subject.layout, { ...repository, environment });
    return shadow === null ? decided : { ...decided, message: `${decided.message} ${shadow}` };
}

;// CONCATENATED MODULE: ./build/dist-src/flow/dry-run.js
/** The dry run: what a rotation would do, and whether everything is there that it needs. Sends nothing but reads. */








async function dryRun(run, rotation) {
    const { ports, publicKeys, subject } = run;
    const facts = await examine(ports, publicKeys, subject, rotation.deployed);
    const { seen, decided, failure } = await dry_run_look(run, rotation);
    const findings = diagnose({
        ...facts,
        policy: rotation.policy,
        plan: decided,
        now: timeOf(ports.clock),
    });
    return {
        before: seen,
        after: seen,
        plan: decided,
        deeds: [],
        // What is missing says why, and says it better.
        failure: missingOf(findings).length > 0 ? null : failure,
        findings,
    };
}
/** What a rotation would see and decide, as far as that can be had. */
async function dry_run_look(run, rotation) {
    let seen = null;
    let decided = null;
    let failure = null;
    try {
        seen = await (0,observe/* observe */.lB)(run.ports, run.subject, rotation.deployed);
        await (0,observe/* tellFacts */.HB)(run.ports.log, seen);
        decided = await withShadow(run, rotation.repository, plan(seen, rotation.policy, model/* nothingDoneYet */.Qv));
    }
    catch (error) {
        failure = (0,as_failure/* asFailure */.h)(error);
    }
    return { seen, decided, failure };
}
function timeOf(clock) {
    try {
        return clock.aws();
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/dist-src/flow/rotate.js
/** The flow of the root action: observe \u2192 plan \u2192 apply, again until nothing is left to do, then tell. */













/** A key's life has eight steps at the most in one run (orphan, create, record, deactivate, \u2026); more means a loop. */
const MAX_ROUNDS = 12;
/** @param given the run, but for what the flow makes for it. */
async function rotate(given, rotation) {
    const ports = { ...given.ports, keys: (0,consistency/* readingOwnWrites */.fh)(given.ports.keys, given.ports) };
    const run = { ...given, ports, publicKeys: new public_keys/* PublicKeys */.c3(ports), deeds: [], complaints: [] };
    if (rotation.dryRun)
        return await dryRun(run, rotation);
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
    const outcome = (failure) => ({
        before,
        after,
        plan: decided,
        deeds: run.deeds,
        failure,
        findings: [],
    });
    try {
        for (let round = 0; round < MAX_ROUNDS; round++) {
            after = await (0,observe/* observe */.lB)(run.ports, run.subject, state.deployed, {
                ...(after === null ? { onDestinations: fetchAhead } : { userName: after.userName }),
            });
            if (before === null)
                await (0,observe/* tellFacts */.HB)(run.ports.log, after);
            before ??= after;
            const next = plan(after, rotation.policy, state.progress);
            const confirmed = pending !== null && sameSteps(pending, next);
            decided = next;
            if (next.steps.length === 0) {
                decided = await withShadow(run, rotation.repository, decided);
                const failure = run.complaints.length === 0 ? null : (0,store/* audienceChanged */.Jm)(run.complaints);
                return outcome(failure);
            }
            // What cannot be taken back is decided twice, on two observations in a row: the second is the fresh look right
            // before the call, including a proof of the deployed pair at STS.
            if (next.steps.some(isIrreversible) && !confirmed) {
                pending = next;
                continue;
            }
            pending = null;
            state = await take(run, after, next, rotation.policy, state);
        }
        throw new errors/* Failure */.HR('no-progress', {
            message: `The plan did not settle after ${MAX_ROUNDS} rounds.`,
            state: 'Every step that was taken is listed in the summary.',
            remedy: 'Run again; if it persists, something else changes the user or its secrets at the same time.',
        });
    }
    catch (error) {
        return outcome(withDeeds((0,as_failure/* asFailure */.h)(error), run.deeds));
    }
}
/** Takes a plan's steps, each after its last objection. */
function take(run, seen, { steps, message }, policy, from) {
    return run.ports.log.group(message, async () => {
        let reached = from;
        for (const step of steps) {
            refuseUnsafe(step, seen, policy);
            reached = await apply(run, seen, step, reached);
        }
        return reached;
    });
}
/**
 * A guess that steers nothing but what is fetched early: home's pair is as old as its last write, or so. A day's margin,
 * since the key was made a little before it was stored.
 */
function willProbablyCreate(home, at, policy) {
    const written = home.slots.map((slot) => slot.updatedAt ?? 0);
    return policy.force || at - Math.max(...written) >= (policy.rotateAfterDays - 1) * model/* DAY */.d_;
}
const isIrreversible = (step) => step.kind === 'deactivate' || step.kind === 'delete';
const sameSteps = (a, b) => JSON.stringify(a.steps) === JSON.stringify(b.steps);
function refuseUnsafe(step, seen, policy) {
    const why = objection(step, seen, policy);
    if (why === null)
        return;
    throw new errors/* Failure */.HR('unsafe-step', {
        message: `Refused to ${step.kind} a key: ${why}.`,
        state: 'The step was not taken.',
        remedy: 'This is a defect of the action: please report it with the log of this run.',
    });
}
/** "Nothing was changed" is said by the step that failed; what this run did before it is no less true. */
function withDeeds(failure, deeds) {
    if (failure.state !== errors/* NOTHING_CHANGED */.Dh || deeds.length === 0)
        return failure;
    const { code, message, remedy, places, cause } = failure;
    const done = deeds.map(({ key, what }) => `key ${(0,words/* shortKey */.qU)(key)}: ${what}`).join('; ');
    return new errors/* Failure */.HR(code, {
        message,
        state: `Before that: ${done}. Nothing else was changed.`,
        remedy,
        places,
        cause,
    });
}

;// CONCATENATED MODULE: ./build/dist-src/github/sealed-box.js
/** libsodium's `crypto_box_seal`, as GitHub's REST documentation asks for. Loaded only by a run that writes. */
const sodiumSealer = {
    async seal(publicKey, plaintext) {
        const { default: sodium } = await __webpack_require__.e(/* import() */ 768).then(__webpack_require__.bind(__webpack_require__, 4768));
        await sodium.ready;
        const { base64_variants: variants } = sodium;
        const key = sodium.from_base64(publicKey, variants.ORIGINAL);
        return sodium.to_base64(sodium.crypto_box_seal(plaintext, key), variants.ORIGINAL);
    },
};

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/dist-src/github/paths.js
/**
 * GitHub's REST path of a destination's secrets, as a template with its parameters: Octokit encodes these, so an
 * environment may be called `prod/eu`. The three apps and three scopes differ in nothing else.
 */
function secretsPath(destination) {
    switch (destination.scope) {
        case 'repository': {
            const { owner, repo, app } = destination;
            return { path: `/repos/{owner}/{repo}/${app}/secrets`, parameters: { owner, repo } };
        }
        case 'environment': {
            const { owner, repo, environment } = destination;
            return {
                path: '/repos/{owner}/{repo}/environments/{environment_name}/secrets',
                parameters: { owner, repo, environment_name: environment },
            };
        }
        case 'organization': {
            const { org, app } = destination;
            return { path: `/orgs/{org}/${app}/secrets`, parameters: { org } };
        }
    }
}

;// CONCATENATED MODULE: ./build/dist-src/github/replies.js
/** What GitHub's answers must look like. What cannot be understood is an error, never an answer. */


const field = (data, name) => typeof data === 'object' && data !== null ? data[name] : undefined;
/** It may have been acted upon all the same: the effect is unknown. */
const unreadable = (operation, what) => new flow_ports/* ServiceError */._7({
    service: 'github',
    operation,
    code: 'Unreadable',
    status: 200,
    message: `the answer has no ${what}`,
});
/** GitHub's time of an answer (`Date`, whole seconds). */
function dateOf(operation, { headers }) {
    const at = Date.parse(String(headers.date));
    if (Number.isNaN(at))
        throw unreadable(operation, 'Date');
    return (0,model/* gitHubTime */.nc)(at);
}
function textIn(operation, { data }, name, pattern) {
    const text = field(data, name);
    if (typeof text !== 'string' || !pattern.test(text))
        throw unreadable(operation, name);
    return text;
}
function timeIn(operation, reply, name) {
    const at = Date.parse(textIn(operation, reply, name, /^\d{4}-\d\d-\d\dT/));
    if (Number.isNaN(at))
        throw unreadable(operation, name);
    return (0,model/* gitHubTime */.nc)(at);
}
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
/** A page of `{ total_count, repositories: [{ id }] }`. */
function repositoriesIn(operation, { data }) {
    const total = field(data, 'total_count');
    const listed = field(data, 'repositories');
    if (!isCount(total) || !Array.isArray(listed))
        throw unreadable(operation, 'repositories');
    const ids = listed.map((repository) => field(repository, 'id'));
    if (!ids.every(isCount))
        throw unreadable(operation, 'repositories');
    return { total, ids };
}

;// CONCATENATED MODULE: ./build/dist-src/github/audience.js
/**
 * Who may read an organization's secret. A PUT replaces the audience together with the value, so a rotation must send
 * the audience that is there: its visibility and *all* selected repositories, not just the first page of thirty.
 */





/** GitHub's largest page. */
const PAGE = 100;
/** A list that changes while it is read, or that does not show a write yet, is read again: this often, after this long. */
const READINGS = 3;
const PAUSE = 500;
class Audiences {
    send;
    repository;
    /** By destination and secret, as the metadata said; `null` = there is no such secret yet. */
    visibilities = new Map();
    /** Lists that were read for a sibling's write, each for one write of its own. */
    ahead = new Map();
    constructor(send, repository) {
        this.send = send;
        this.repository = repository;
    }
    note(destination, name, visibility) {
        const place = (0,destinations/* nameOf */.Vb)(destination);
        this.visibilities.set(place, (this.visibilities.get(place) ?? new Map()).set(name, visibility));
        this.ahead.delete(`${place} ${name}`);
    }
    /** Rejects if a secret of this place, as far as its metadata was asked for, could not be written with its audience. */
    async check(destination) {
        await this.ofAll(destination);
    }
    async ofAll(destination) {
        const noted = [...(this.visibilities.get((0,destinations/* nameOf */.Vb)(destination)) ?? [])];
        const selected = noted.filter(([, visibility]) => visibility === 'selected');
        return await Promise.all(selected.map(async ([name]) => [name, await this.selected(destination, name)]));
    }
    async of(destination, name) {
        if (destination.scope !== 'organization')
            return {};
        const visibility = this.visibilities.get((0,destinations/* nameOf */.Vb)(destination))?.get(name) ?? null;
        if (visibility === null)
            return this.ofNewSecret(destination.org);
        if (visibility !== 'selected')
            return { visibility };
        return { visibility, selected_repository_ids: await this.forWrite(destination, name) };
    }
    /** With the first half's list comes the second's: nothing that may fail or last stands between the two writes. */
    async forWrite(destination, name) {
        const of = (half) => `${(0,destinations/* nameOf */.Vb)(destination)} ${half}`;
        if (!this.ahead.has(of(name)))
            for (const [half, ids] of await this.ofAll(destination))
                this.ahead.set(of(half), ids);
        const known = this.ahead.get(of(name));
        this.ahead.delete(of(name));
        return known ?? (await this.selected(destination, name));
    }
    /**
     * Looks again after the write: a secret that vanished from a repository would break its jobs silently. Never rejects:
     * the value is written, whatever became of its readers.
     */
    async complaint(destination, name, { selected_repository_ids: sent }) {
        if (sent === undefined)
            return null;
        const secret = `secret ${name} of ${(0,destinations/* nameOf */.Vb)(destination)}`;
        let missing = [];
        for (let reading = 1; reading <= READINGS; reading++) {
            if (reading > 1)
                await (0,promises_.setTimeout)(PAUSE);
            try {
                const found = new Set(await this.selected(destination, name));
                missing = sent.filter((id) => !found.has(id));
            }
            catch (error) {
                if (!(error instanceof flow_ports/* ServiceError */._7))
                    throw error;
                return `The repositories that may read ${secret} could not be looked at after it was written: ${error.message}`;
            }
            if (missing.length === 0)
                return null;
        }
        return `${missing.length} of ${sent.length} selected repositories lost ${secret}: ${missing.join(', ')}`;
    }
    /** The least that can be useful: this workflow's own repository, if it is the organization's. */
    ofNewSecret(org) {
        const { owner, id } = this.repository;
        const own = id !== null && owner.toLowerCase() === org.toLowerCase() ? [id] : [];
        return { visibility: 'selected', selected_repository_ids: own };
    }
    /** All of them, or none: a PUT takes the secret from every repository that its list lacks. */
    async selected(destination, name) {
        let last = { ids: new Set(), totals: new Set() };
        for (let reading = 1; reading <= READINGS; reading++) {
            if (reading > 1)
                await (0,promises_.setTimeout)(PAUSE);
            last = await this.list(destination, name);
            // A total that changed from page to page moved repositories across the pages' edges.
            if (last.totals.size === 1 && last.totals.has(last.ids.size))
                return [...last.ids];
        }
        throw new flow_ports/* ServiceError */._7({
            service: 'github',
            operation: 'GET repositories',
            code: 'AudienceUnreadable',
            status: 0,
            effect: 'none',
            message: `GitHub counts ${[...last.totals].join(', then ')} repositories that may read secret ${name} of ` +
                `${(0,destinations/* nameOf */.Vb)(destination)}, but lists ${last.ids.size}. Writing it now could take it from the others.`,
        });
    }
    async list(destination, name) {
        const { path, parameters } = secretsPath(destination);
        const ids = new Set();
        const totals = new Set();
        for (let page = 1, listed = 0;; page++) {
            const reply = await this.send('GET', `${path}/{secret_name}/repositories`, {
                ...parameters,
                secret_name: name,
                per_page: PAGE,
                page,
            });
            const { total, ids: onPage } = repositoriesIn(`GET ${path}/{secret_name}/repositories`, reply);
            for (const id of onPage)
                ids.add(id);
            totals.add(total);
            listed += onPage.length;
            if (onPage.length === 0 || listed >= total)
                return { ids, totals };
        }
    }
}

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 21 modules
var github = __webpack_require__(1758);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-retry/dist-bundle/index.js
var dist_bundle = __webpack_require__(9735);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-throttling/dist-bundle/index.js
var plugin_throttling_dist_bundle = __webpack_require__(6856);
;// CONCATENATED MODULE: ./build/dist-src/github/errors.js
/** What Octokit throws, as a {@link ServiceError}: status, GitHub's own words, request ID, no body. */

/** Octokit calls a request without an answer a 500; only a real answer has a `response`. */
function asServiceError(operation, error) {
    if (!(error instanceof Error))
        return error;
    const { status, response, message } = error;
    if (response === undefined || status === undefined)
        return new flow_ports/* ServiceError */._7({
            service: 'github',
            operation,
            code: 'NetworkError',
            status: 0,
            message: `no answer (${error.name}: ${message})`,
            cause: error,
        });
    const header = (name) => String(response.headers[name] ?? '') || null;
    const limited = isRateLimit(status, message, header);
    return new flow_ports/* ServiceError */._7({
        service: 'github',
        operation,
        code: limited ? 'RateLimited' : `HTTP ${status}`,
        status,
        message: limited ? `${message}${sayReset(header)}` : message,
        requestId: header('x-github-request-id'),
        acceptedPermissions: header('x-accepted-github-permissions'),
        cause: error,
    });
}
/** A 403 may be a missing right or a limit (GitHub REST, "Rate limits for the REST API"); only the latter passes by itself. */
const isRateLimit = (status, message, header) => status === 429 ||
    (status === 403 &&
        (header('retry-after') !== null ||
            header('x-ratelimit-remaining') === '0' ||
            /\brate limit\b/i.test(message)));
function sayReset(header) {
    const seconds = header('retry-after');
    if (seconds !== null)
        return ` (wait ${seconds} seconds)`;
    const reset = new Date(Number(header('x-ratelimit-reset')) * 1000);
    return reset.getTime() > 0 ? ` (until ${reset.toISOString()})` : '';
}

// EXTERNAL MODULE: ./node_modules/bottleneck/light.js
var light = __webpack_require__(3251);
;// CONCATENATED MODULE: ./build/dist-src/github/throttle.js

/**
 * GitHub takes about 80 content-creating requests a minute (GitHub REST, "Rate limits for the REST API"). Twenty every
 * twenty seconds: no minute, wherever it begins, sees more than 80, and a run with ten destinations waits for nothing.
 * (The plugin's own default is one write after another, a second apart.)
 */
const throttle_WRITES = { reservoir: 20, reservoirRefreshAmount: 20, reservoirRefreshInterval: 20_000 };
/** A rate limit is waited for, but not for ever: this often, and no longer than this each time (seconds). */
const ATTEMPTS = 3;
const LONGEST_WAIT = 180;
const worthWaiting = (log) => (retryAfter, _options, _octokit, attempt) => {
    const waits = attempt < ATTEMPTS && retryAfter <= LONGEST_WAIT;
    log.info(`GitHub's rate limit is reached and asks for ${retryAfter} seconds of patience: ${waits ? 'waiting' : 'giving up'}.`);
    return waits;
};
/** Options of @octokit/plugin-throttling, which honours `retry-after`. */
const throttle = (log) => ({
    // GitHub takes 100 requests at once ("Rate limits for the REST API"); the plugin's own default is 10.
    global: new light.Group({ id: 'all', maxConcurrent: 50 }),
    write: new light.Group({ id: 'writes', ...throttle_WRITES }),
    onRateLimit: worthWaiting(log),
    onSecondaryRateLimit: worthWaiting(log),
});

;// CONCATENATED MODULE: ./build/dist-src/github/client.js
/** GitHub's REST API: one request at a time is answered, refused, or asked again. */






/** Bounds one attempt, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;
function sender({ token, apiUrl, requests, log }) {
    if (token === '')
        return refuseAll;
    const octokit = (0,github/* getOctokit */.Q)(token, {
        baseUrl: apiUrl,
        // Octokit's own prints what GitHub's headers say, and the runner would read it.
        log: { debug: silent, info: silent, warn: silent, error: silent },
        throttle: throttle(log),
        // Reads and writes of secrets are idempotent, so 5xx and lost answers are asked again. What a rate limit refuses
        // is the throttling plugin's business: it knows `retry-after`.
        retry: { doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451], retries: 3 },
    }, eachAttempt(requests), dist_bundle/* retry */.L, plugin_throttling_dist_bundle/* throttling */.A);
    return async (method, path, parameters) => {
        try {
            return await octokit.request(`${method} ${path}`, { ...parameters });
        }
        catch (error) {
            throw asServiceError(`${method} ${path}`, error);
        }
    };
}
/**
 * Registered before the other plugins and so innermost: each attempt has its own time, and is noted. What waits in a queue
 * or for `retry-after` is not cut off.
 */
const eachAttempt = (requests) => (octokit) => octokit.hook.wrap('request', async (request, options) => {
    const started = performance.now();
    const { method, url } = octokit.request.endpoint(options);
    const note = (status, headers, error) => requests.note({
        service: 'github',
        operation: `${method} ${url.slice(options.baseUrl.length)}`,
        status,
        error,
        requestId: String(headers['x-github-request-id'] ?? '') || null,
        milliseconds: performance.now() - started,
    });
    try {
        const timed = { ...options.request, signal: AbortSignal.timeout(REQUEST_TIMEOUT) };
        const reply = await request({ ...options, request: timed });
        note(reply.status, reply.headers, null);
        return reply;
    }
    catch (error) {
        const { status, response } = error;
        if (response === undefined)
            note(0, {}, error instanceof Error ? error.name : null);
        else
            note(status ?? 0, response.headers, null);
        throw error;
    }
});
const silent = () => { };
/** Without a token nobody is asked: only a dry run comes so far, and wants to know what else is missing. */
const refuseAll = async (method, path) => {
    throw new flow_ports/* ServiceError */._7({
        service: 'github',
        operation: `${method} ${path}`,
        code: 'NoToken',
        status: 401,
        message: 'github-token is empty',
    });
};

;// CONCATENATED MODULE: ./build/dist-src/github/secrets.js
/** GitHub's secrets API behind {@link SecretStore}, for every scope and app. */





const VISIBILITY = /^(?:all|private|selected)$/;
/** GitHub calls it a string, and uses digits. */
const KEY_ID = /^\P{Cc}{1,300}$/u;
/** Base64 of Curve25519's 32 bytes. */
const PUBLIC_KEY = /^[A-Za-z\d+/]{43}=$/;
function gitHubSecrets(options) {
    const send = sender(options);
    const audiences = new Audiences(send, options.repository);
    return {
        async metadata(destination, name) {
            const { path, parameters } = secretsPath(destination);
            const operation = `GET ${path}/{secret_name}`;
            try {
                const reply = await send('GET', `${path}/{secret_name}`, { ...parameters, secret_name: name });
                const isOrganization = destination.scope === 'organization';
                audiences.note(destination, name, isOrganization ? textIn(operation, reply, 'visibility', VISIBILITY) : null);
                return { updatedAt: timeIn(operation, reply, 'updated_at'), at: dateOf(operation, reply) };
            }
            catch (error) {
                if (!(error instanceof flow_ports/* ServiceError */._7) || error.status !== 404)
                    throw error;
                audiences.note(destination, name, null);
                return absent(error);
            }
        },
        async publicKey(destination) {
            const { path, parameters } = secretsPath(destination);
            const operation = `GET ${path}/public-key`;
            const [reply] = await Promise.all([
                send('GET', `${path}/public-key`, parameters),
                audiences.check(destination),
            ]);
            return {
                keyId: textIn(operation, reply, 'key_id', KEY_ID),
                key: textIn(operation, reply, 'key', PUBLIC_KEY),
            };
        },
        async put(destination, name, sealed, keyId) {
            const { path, parameters } = secretsPath(destination);
            const audience = await audiences.of(destination, name);
            const reply = await send('PUT', `${path}/{secret_name}`, {
                ...parameters,
                secret_name: name,
                encrypted_value: sealed,
                key_id: keyId,
                ...audience,
            });
            return {
                at: dateOf(`PUT ${path}/{secret_name}`, reply),
                complaint: () => audiences.complaint(destination, name, audience),
            };
        },
    };
}
/** A 404 still carries GitHub's time. */
function absent(error) {
    const { response } = error.cause;
    if (response === undefined)
        throw error;
    return { updatedAt: null, at: dateOf(error.operation, response) };
}

// EXTERNAL MODULE: ./build/dist-src/report/bar.js
var bar = __webpack_require__(6568);
;// CONCATENATED MODULE: ./build/dist-src/report/destinations.js
/** The destinations in a rotation's summary. Nobody can read a secret back: what is known of it is told, and from where. */




/** GitHub drops a summary of more than 1 MiB whole. */
const PLACES = 100;
/** What each destination shows by itself: names and times. */
function destinationTable(seen, policy) {
    const slot = ({ name, updatedAt }) => `${(0,markdown/* code */.aY)(name)} ${updatedAt === null ? 'absent' : (0,words/* moment */.n$)(updatedAt)}`;
    const rows = seen.destinations
        .slice(0, PLACES)
        .map((place, index) => [
        (0,markdown/* literal */.eu)(place.name),
        place.slots.map(slot).join('<br>'),
        sayProof(place, index === 0, seen, policy),
    ]);
    return (0,markdown/* sections */.V0)(`### Destinations\n\n${(0,markdown/* table */.tp)(['Destination', 'Secrets, last written', 'Holds the deployed pair'], rows)}`, leftOut(seen.destinations.length - rows.length)).trim();
}
const leftOut = (count) => (count === 0 ? null : `\u2026 and ${count} more.`);
/** What is known of a place whose secrets nobody can read back. */
function sayProof(place, home, seen, policy) {
    const { current } = (0,rotation_view/* viewOf */.du)(seen, policy, model/* nothingDoneYet */.Qv);
    if (place.slots.some(({ updatedAt }) => updatedAt === null))
        return '\u274c no';
    if (current === null)
        return '\u2754 unknown';
    const record = seen.journal.records.get(current.id);
    const stored = record?.state === 'stored' ? record : null;
    if (stored !== null && !(0,rotation_view/* holdsSince */.tO)(place, stored))
        return '\u26a0\ufe0f written by somebody else since';
    if (home)
        return '\u2705 proven by this run at STS';
    return stored?.destinations === seen.destinationsDigest
        ? '\u2705 on record, not written since'
        : '\u2754 not on record';
}
/** What each destination holds after a write that failed somewhere. */
const placesTable = (places) => (0,markdown/* sections */.V0)(`### What each destination holds\n\n${(0,markdown/* table */.tp)(['Destination', 'Holds', 'Error'], places
    .slice(0, PLACES)
    .map(({ destination, holds, error }) => [
    (0,markdown/* literal */.eu)(destination),
    `${error === null ? '\u2705' : '\u274c'} ${(0,markdown/* literal */.eu)(holds)}`,
    (0,markdown/* literal */.eu)((error ?? '\u2013').slice(0, 300)),
]))}`, leftOut(Math.max(0, places.length - PLACES))).trim();

// EXTERNAL MODULE: ./build/dist-src/report/failure.js
var report_failure = __webpack_require__(5055);
// EXTERNAL MODULE: ./build/dist-src/report/requests.js
var report_requests = __webpack_require__(515);
;// CONCATENATED MODULE: ./build/dist-src/report/straggler.js
/** Whoever still uses the key on its way out, and what to do about it. */




/** Is it use, or that use cannot be ruled out, that keeps the previous key Active the longest? */
function isInUse(seen, policy) {
    const { gates } = held(seen, policy);
    const last = gates.reduce((a, b) => ((b.opensAt ?? 0) > (a?.opensAt ?? 0) ? b : a), null);
    return last?.by === 'use';
}
/** The previous key while it is Active, and what keeps it so. */
function held(seen, policy) {
    const view = (0,rotation_view/* viewOf */.du)(seen, policy, model/* nothingDoneYet */.Qv);
    const previous = (0,rotation_view/* previousKey */.R3)(view);
    return previous?.status === 'Active'
        ? { previous, gates: (0,rotation_view/* shutGates */.$9)(view, previous) }
        : { previous: null, gates: [] };
}
/** A use of the previous key after its successor was in place; `null` if there is none, or none that keeps it Active. */
function useOf(seen, policy) {
    const { previous, gates } = held(seen, policy);
    if (previous === null || seen.deployed.kind !== 'accepted')
        return null;
    const lastUse = seen.lastUse.get(previous.id);
    const record = seen.journal.records.get(seen.deployed.key);
    if (lastUse?.kind !== 'used' || record?.state !== 'stored' || lastUse.at <= record.at)
        return null;
    if (!gates.some(({ by }) => by === 'use'))
        return null;
    return { previous, lastUse, normalUntil: gates.find(({ by }) => by === 'wait')?.opensAt ?? null };
}
/** Is the previous key used although no job should hold it any more? */
const isStraggling = (seen, policy) => useOf(seen, policy)?.normalUntil === null;
/** `null` unless the previous key is Active and was used after its successor was in place, or its last use is hidden. */
function straggler(seen, policy) {
    const use = useOf(seen, policy);
    if (use === null)
        return straggler_hidden(seen, policy);
    const { previous, lastUse, normalUntil } = use;
    const name = (0,markdown/* code */.aY)((0,words/* shortKey */.qU)(previous.id));
    return normalUntil === null
        ? (0,markdown/* sections */.V0)(`### \u26a0\ufe0f Somebody still uses key ${name}`, sayUse(lastUse, seen), whatToDo(previous, lastUse, policy)).trim()
        : (0,markdown/* sections */.V0)(`### Key ${name} is still used`, `${sayUse(lastUse, seen)} Until ${(0,words/* date */.p6)(normalUntil)} that is as it should be: jobs that were queued before the rotation hold it.`).trim();
}
const sayUse = ({ at, service, region }, { now }) => `Last used for **${(0,markdown/* literal */.eu)(service)}** in **${(0,markdown/* literal */.eu)(region)}** on ${(0,words/* moment */.n$)(at)} (${(0,words/* duration */.p0)(now - at)} ago).`;
const whatToDo = (key, { service, region }, policy) => [
    'AWS names no caller here, but CloudTrail does:',
    '',
    `1. Open CloudTrail, *Event history*, in ${(0,markdown/* literal */.eu)(region)}; choose *AWS access key* and enter the key that ends in ${(0,markdown/* code */.aY)(key.id.slice(-4))}. ` +
        `*User agent* and *source IP address* say who it is. (Event history has management events only: reads and writes of data, in ${(0,markdown/* literal */.eu)(service)} perhaps, are in a trail or nowhere.)`,
    '2. Let that caller take the pair from where it is rotated, or better, give it a role.',
    `3. Nothing else: the key is made Inactive once it has not been used for ${(0,words/* duration */.p0)(policy.quietDays * model/* DAY */.d_)}.`,
].join('\n');
function straggler_hidden(seen, policy) {
    const { previous } = held(seen, policy);
    const lastUse = previous === null ? undefined : seen.lastUse.get(previous.id);
    if (previous === null || lastUse?.kind !== 'unreadable')
        return null;
    return (0,markdown/* sections */.V0)(`### \u26a0\ufe0f The last use of key ${(0,markdown/* code */.aY)((0,words/* shortKey */.qU)(previous.id))} cannot be read`, `AWS said ${(0,markdown/* code */.aY)(lastUse.why)}. What cannot be read counts as used, so the key stays Active. ${lastUse.why === 'AccessDenied'
        ? `Allow ${(0,markdown/* code */.aY)('iam:GetAccessKeyLastUsed')} (infra/policies/rotate.json).`
        : 'The next run asks again.'}`).trim();
}

;// CONCATENATED MODULE: ./build/dist-src/report/timeline.js
/**
 * The keys' lives as a Mermaid gantt diagram: what was, today, and what is planned. Its text is made of our own words,
 * dates and the last characters of key IDs, and nothing else, so that nothing from outside can break the diagram.
 */




/** What lies further away from today than this is cut off; the labels have the dates. */
const PAST = 100 * model/* DAY */.d_;
const FUTURE = 120 * model/* DAY */.d_;
/** IAM has two keys a user, and has been seen to hold eight: a diagram of more is no picture. */
const KEYS = 4;
/** @returns the diagram as a fenced block, or `null` if there is no key to show. */
function timeline(seen, policy) {
    const view = (0,rotation_view/* viewOf */.du)(seen, policy, model/* nothingDoneYet */.Qv);
    const keys = [...seen.keys].sort((a, b) => a.createdAt - b.createdAt).slice(-KEYS);
    if (keys.length === 0)
        return null;
    const lives = keys.map((key) => ({ title: titleOf(key, view), bars: clip(barsOf(key, view), seen.now) }));
    return draw(lives, seen.now);
}
const suffix = (key) => (0,words/* shortKey */.qU)(key.id).replace(/[^\u20260-9A-Za-z]/g, '?');
function titleOf(key, view) {
    const role = key.id === view.current?.id ? 'deployed' : key.id === (0,rotation_view/* previousKey */.R3)(view)?.id ? 'previous' : 'not ours';
    return `${suffix(key)}, ${role}`;
}
function barsOf(key, view) {
    if (key.id === view.current?.id)
        return deployedLife(key, view);
    if (key.id === (0,rotation_view/* previousKey */.R3)(view)?.id)
        return previousLife(key, view);
    const { now } = view.seen;
    return [
        { label: `${key.status} since ${(0,words/* date */.p6)(key.createdAt)}`, look: key.status, from: key.createdAt, to: now },
    ];
}
function deployedLife(key, { seen: { now }, policy }) {
    const due = (0,model/* awsTime */.bc)(key.createdAt + policy.rotateAfterDays * model/* DAY */.d_);
    const maxAge = (0,model/* awsTime */.bc)(key.createdAt + policy.maxAgeDays * model/* DAY */.d_);
    return [
        {
            label: `Active, successor ${due > now ? `on ${(0,words/* date */.p6)(due)}` : 'due'}`,
            look: 'Active',
            from: key.createdAt,
            to: timeline_later(now, due),
        },
        { label: `${policy.maxAgeDays} days old on ${(0,words/* date */.p6)(maxAge)}`, look: 'limit', from: maxAge, to: null },
    ];
}
function previousLife(key, view) {
    const { now, journal } = view.seen;
    const { step, at } = (0,rotation_view/* retirementOf */.T8)(view, key);
    const deleted = step === 'delete' ? at : (0,model/* awsTime */.bc)(at + view.policy.deleteAfterDays * model/* DAY */.d_);
    // An Inactive key without a record of it: its wait begins with the record that this or the next run makes.
    const inactive = step === 'deactivate'
        ? at
        : (0,rotation_view/* deletableAt */.Wz)(key, view) === null
            ? now
            : (journal.records.get(key.id)?.at ?? now);
    const inUse = step === 'deactivate' && isInUse(view.seen, view.policy);
    return [
        {
            label: inUse ? 'Active, still in use' : `Active until ${(0,words/* date */.p6)(inactive)}`,
            look: 'Active',
            from: key.createdAt,
            to: inactive,
        },
        {
            label: `Inactive, deleted on ${(0,words/* date */.p6)(deleted)}`,
            look: 'Inactive',
            from: inactive,
            to: timeline_later(inactive, deleted),
        },
    ];
}
const timeline_later = (a, b) => (a > b ? a : b);
/** Keeps what is within sight of today. */
function clip(bars, now) {
    const first = now - PAST;
    const last = now + FUTURE;
    const within = (at) => (0,model/* awsTime */.bc)(Math.min(Math.max(at, first), last));
    return bars
        .filter(({ from, to }) => from <= last && (to ?? from) >= first)
        .map((bar) => ({ ...bar, from: within(bar.from), to: bar.to === null ? null : within(bar.to) }));
}
/**
 * Colours that hold in GitHub's light and dark theme alike: Mermaid's own write white on pale violet. The text beside a
 * bar keeps the theme's colour.
 */
const COLOURS = {
    taskBkgColor: '#6cb6ff',
    taskBorderColor: '#1f6feb',
    taskTextColor: '#000000',
    doneTaskBkgColor: '#c9d1d9',
    doneTaskBorderColor: '#8b949e',
    excludeBkgColor: '#d29922',
};
/** Room for the keys' names beside the bars (pixels). */
const SIZES = { leftPadding: 110, rightPadding: 30 };
function draw(lives, now) {
    const moments = lives.flatMap(({ bars }) => bars.flatMap(({ from, to }) => [from, to ?? from]));
    const span = Math.max(...moments, now) - Math.min(...moments, now);
    return [
        '```mermaid',
        `%%{init: ${JSON.stringify({ gantt: SIZES, themeVariables: COLOURS })}}%%`,
        'gantt',
        '  accTitle: The lives of the access keys',
        '  dateFormat YYYY-MM-DD',
        '  axisFormat %e %b',
        `  tickInterval ${span > 100 * model/* DAY */.d_ ? '1month' : span > 40 * model/* DAY */.d_ ? '2week' : '1week'}`,
        // Mermaid's own mark is where the reader's today is, not this run's. A day that is left out is drawn as a band through
        // all rows, and changes no bar that has two dates.
        '  todayMarker off',
        `  excludes ${(0,words/* date */.p6)(now)}`,
        ...lives.flatMap(({ title, bars }) => [`  section ${title}`, ...bars.map(line)]),
        '  section Today',
        // A label must not begin with a date: Mermaid would take it for one.
        line({ label: `Today, ${(0,words/* date */.p6)(now)}`, look: 'Active', from: now, to: null }),
        '```',
    ].join('\n');
}
const TAGS = { Active: [], Inactive: ['done'], limit: ['crit'] };
function line({ label, look, from, to }) {
    const tags = [...TAGS[look], ...(to === null ? ['milestone'] : [])];
    return `    ${label} :${[...tags, (0,words/* date */.p6)(from), (0,words/* date */.p6)(to === null ? from : Math.max(to, from + model/* DAY */.d_))].join(', ')}`;
}

;// CONCATENATED MODULE: ./build/dist-src/report/summary.js










function rotationSummary(report) {
    const { observation: seen, plan, failure, policy, deeds, findings = [] } = report;
    const setUp = findingsSection(findings, report.pageAt);
    // What is missing comes before everything, what is in place after what a run would do.
    const complete = missingOf(findings).length === 0;
    return (0,markdown/* sections */.V0)(`## ${heading(report)}`, complete ? null : setUp, failure === null ? null : (0,report_failure/* failureBlock */.Qu)(failure, report.pageAt), failure === null || failure.places.length === 0 ? null : placesTable(failure.places), 
    // After a failure the plan is what was tried, and what comes next is what the failure says.
    plan === null || failure !== null ? null : sayState(report), plan === null || failure !== null || seen === null ? null : sayNext(plan.next, seen, policy), failure === null && needsPerson(plan) ? (0,report_failure/* helpLink */.Cp)(report.pageAt('refusals')) : null, report.dryRun && plan !== null && failure === null ? dryRunSection(plan) : null, complete ? setUp : null, seen !== null && failure !== null && deeds.length > 0
        ? 'As things were when this run last looked, before it changed them:'
        : null, seen === null ? null : straggler(seen, policy), seen === null ? null : timeline(seen, policy), seen === null ? null : keyTable(seen, policy), 
    // What each holds by now stands above, if it is known.
    seen === null || (failure?.places.length ?? 0) > 0 ? null : destinationTable(seen, policy), seen !== null && seen.journal.unreadable.length > 0
        ? `Ignored, since they make no sense: the user's tags ${(0,markdown/* literal */.eu)((0,words/* list */.p_)(seen.journal.unreadable))}.`
        : null, doneSection(report));
}
const needsPerson = (plan) => plan?.outcome === 'refuse' || plan?.outcome === 'warn';
function heading(report) {
    const { failure, plan, deeds, dryRun, findings = [], observation, policy } = report;
    if (failure !== null)
        return dryRun ? '\u274c A rotation would fail' : '\u274c The rotation failed';
    if (dryRun && missingOf(findings).length > 0)
        return `\u274c Dry run: ${sayFindings(findings)}`;
    if (dryRun)
        return '\ud83d\udd0d Dry run: nothing was changed';
    if (plan?.outcome === 'refuse')
        return '\u274c A person is needed';
    if (plan?.outcome === 'warn')
        return '\u26a0\ufe0f A person is needed soon';
    if (deeds.some((deed) => deed.kind === 'created'))
        return '\u2705 The key was rotated';
    if (deeds.some((deed) => deed.kind === 'deactivated'))
        return '\u2705 The previous key was deactivated';
    if (deeds.some((deed) => deed.kind === 'deleted'))
        return '\u2705 The previous key was deleted';
    if (observation !== null && isStraggling(observation, policy))
        return '\u26a0\ufe0f The previous key is still in use';
    return plan?.outcome === 'wait' ? '\u23f3 The previous key waits' : '\u2705 The key is in place';
}
const NEXT = {
    create: 'the next key is created',
    deactivate: 'the previous key is made Inactive',
    delete: 'the previous key is deleted',
    person: 'a person must act',
};
/** A plan that waits speaks of the previous key alone. */
function sayState({ plan, observation: seen, deeds }) {
    const current = seen?.deployed.kind === 'accepted' ? seen.deployed.key : null;
    const key = seen?.keys.find(({ id }) => id === current);
    const message = (0,markdown/* literal */.eu)(plan?.message ?? '');
    if (plan?.outcome !== 'wait' || !seen || !key)
        return message;
    const made = deeds.some((deed) => deed.kind === 'created' && deed.key === key.id)
        ? 'by this run'
        : `${(0,words/* duration */.p0)(seen.now - key.createdAt)} ago`;
    return `Key ${(0,markdown/* code */.aY)((0,words/* shortKey */.qU)(key.id))} is deployed, created ${made}. ${message}`;
}
function sayNext(next, seen, policy) {
    const earliest = next.step === 'deactivate' && isInUse(seen, policy);
    return `**Next:** ${NEXT[next.step]} ${(0,words/* whenever */.Ns)(next.at, seen.now)}${earliest ? ' at the earliest: every further use puts it off' : ''}.`;
}
function keyTable(seen, policy) {
    const deployed = seen.deployed.kind === 'accepted' ? seen.deployed.key : null;
    const row = (key) => [
        `${(0,markdown/* code */.aY)((0,words/* shortKey */.qU)(key.id))}${key.id === deployed ? ' (deployed)' : ''}`,
        key.status,
        `${(0,bar/* bar */.M)(seen.now - key.createdAt, policy.maxAgeDays)} ${(0,markdown/* unbroken */.D_)((0,words/* duration */.p0)(seen.now - key.createdAt))}`,
        (0,markdown/* literal */.eu)(key.id === deployed ? 'just now, by this run' : summary_sayUse(seen.lastUse.get(key.id), seen.now)),
        sayRecord(key, seen),
    ];
    return `### Keys of ${(0,markdown/* literal */.eu)(seen.userName)}\n\n${(0,markdown/* table */.tp)(['Key', 'Status', `Age, of ${policy.maxAgeDays} days`, 'Last used', 'On record'], seen.keys.map(row))}`;
}
/** Shorter than in the log, which has the time. */
const summary_sayUse = (lastUse, now) => lastUse?.kind === 'used'
    ? `${(0,words/* duration */.p0)(now - lastUse.at)} ago: ${lastUse.service}, ${lastUse.region}`
    : (0,rotation_view/* sayLastUse */.rS)(lastUse);
function sayRecord(key, seen) {
    const record = seen.journal.records.get(key.id);
    return record === undefined ? '\u2013' : `${record.state} ${(0,words/* date */.p6)(record.at)}`;
}
function dryRunSection(plan) {
    const steps = plan.steps.map((step) => `1. ${(0,markdown/* literal */.eu)(sayStep(step))}`);
    return steps.length === 0
        ? 'A real run would change nothing either.'
        : `A real run would:\n\n${steps.join('\n')}`;
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
function doneSection({ deeds, failure, requests }) {
    const block = (0,report_requests/* requestsBlock */.IR)(requests);
    if (deeds.length === 0 && block === null)
        return null;
    // A failure says itself how things stand: an unanswered call may have changed something.
    const nothing = failure === null ? 'It looked, and changed nothing.' : null;
    return (0,markdown/* sections */.V0)('### What this run did', deeds.length === 0 ? nothing : settled(deeds).map(sayDeed).join('\n'), block).trim();
}
/** A deed that a later one of the same kind completes is told once. */
const settled = (deeds) => deeds.filter(({ kind, key }, index) => !deeds.slice(index + 1).some((later) => later.kind === kind && later.key === key));
const sayDeed = (deed) => `- Key ${(0,markdown/* code */.aY)((0,words/* shortKey */.qU)(deed.key))}: ${(0,markdown/* literal */.eu)(deed.what.slice(0, 2_000))}`;

;// CONCATENATED MODULE: ./build/dist-src/rotate.js
/** Composition root of the root action: builds the real ports, runs the flow, tells the runner what came of it. */












async function run(inputs, { aws, requests, masks }) {
    // Before anything prints.
    masks.tell(log.runnerLog);
    const ports = {
        ...aws,
        secrets: gitHubSecrets({
            token: inputs.gitHubToken,
            apiUrl: inputs.apiUrl,
            repository: inputs.repository,
            requests,
            log: log.runnerLog,
        }),
        sealer: sodiumSealer,
        log: log.runnerLog,
    };
    const outcome = await rotate({ ports, subject: inputs.subject, nonce: (0,external_node_crypto_.randomUUID)(), id: inputs.runId }, inputs);
    const { failure, plan, deeds, after, findings } = outcome;
    await tellFindings(findings);
    if (inputs.dryRun)
        for (const step of plan?.steps ?? [])
            log.runnerLog.info(`Would ${sayStep(step)}.`);
    (0,outputs/* setOutputs */.n0)((0,outputs/* rotationOutputs */.bu)(outcome));
    const { policy, dryRun } = inputs;
    await (0,outputs/* writeSummary */.Sy)(rotationSummary({ observation: after, plan, deeds, failure, findings, pageAt: help/* pageAt */.F, dryRun, policy, requests }));
    if (failure !== null)
        (0,finish.failWith)(failure);
    else if (missingOf(findings).length > 0)
        failMissing(findings);
    else if (plan?.outcome === 'refuse')
        core/* setFailed */.C1((0,log.harmless)(`${plan.message}\n${(0,help/* helpAt */.n)('refusals')}`));
    else if (plan?.outcome === 'warn')
        core/* warning */.$e((0,log.harmless)(`${plan.message}\n${(0,help/* helpAt */.n)('refusals')}`));
    else
        core/* info */.pq((0,log.harmless)(plan?.message ?? ''));
}


/***/ })

};
