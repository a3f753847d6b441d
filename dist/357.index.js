export const id = 357;
export const ids = [357,987,37];
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

/***/ 4357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run),
  withoutCredentials: () => (/* binding */ withoutCredentials)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/dist-src/audit/audit.js
/** No violation, and nobody in scope whom the check could not look at. */
const isCompliant = ({ verdict, notChecked }) => verdict.violations.length === 0 && notChecked.length === 0;
/** The age of the oldest key that was judged, in milliseconds; `null` without one. */
function oldestKeyAge({ users, now }, includeInactive) {
    let oldest = null;
    for (const { keys } of users)
        for (const { status, createdAt } of keys)
            if (status === 'Active' || includeInactive)
                oldest = Math.max(oldest ?? 0, now - createdAt);
    return oldest;
}

;// CONCATENATED MODULE: ./build/dist-src/audit/matrix.js
/** A job matrix of the users that are due, for a following job that rotates them. */
/** GitHub: "A matrix will generate a maximum of 256 jobs per workflow run." */
const MATRIX_LIMIT = 256;
function matrixOf(due) {
    const include = due.slice(0, MATRIX_LIMIT).map((userName) => ({ 'user-name': userName }));
    return { json: JSON.stringify({ include }), left: due.length - include.length };
}

;// CONCATENATED MODULE: ./build/dist-src/audit/rules.js
/** The controls that a rule serves with this policy's limits: a laxer limit serves none. */
function controlsOf(rule, policy) {
    switch (rule) {
        case 'age':
            return policy.maxAgeDays <= 90
                ? ['CIS AWS 1.14 (v5: 1.13)', 'Security Hub IAM.3', 'AWS Config access-keys-rotated']
                : [];
        case 'unused':
            return [
                ...(policy.maxUnusedDays <= 45 ? ['CIS AWS 1.12 (v5: 1.11)', 'Security Hub IAM.22'] : []),
                ...(policy.maxUnusedDays <= 90 ? ['Security Hub IAM.8'] : []),
            ];
        case 'two-active':
            return ['CIS AWS 1.13 (v5: 1.12)'];
        case 'root':
            return ['CIS AWS 1.4 (v5: 1.3)', 'Security Hub IAM.4'];
    }
}
const REMEDIES = {
    age: 'Rotate the key: create a second one, update whatever uses it, make the old one Inactive, delete it later.',
    unused: 'Make the key Inactive, and delete it when nobody has missed it for some weeks. Where a role can take its place, use OIDC.',
    'two-active': 'Find out which of the two keys is in use (last used), move the rest over, and make the other one Inactive.',
    root: 'Delete root\u2019s access key: sign in as root, Security credentials. Use a role for what it did.',
};

// EXTERNAL MODULE: ./build/dist-src/audit/model.js
var model = __webpack_require__(3119);
// EXTERNAL MODULE: ./build/dist-src/rotation/model.js
var rotation_model = __webpack_require__(5332);
// EXTERNAL MODULE: ./build/dist-src/report/words.js
var words = __webpack_require__(2711);
;// CONCATENATED MODULE: ./build/dist-src/report/check-words.js
/** How findings are said to people: one sentence each, for annotations and the summary alike. */



/** Keys known from the credential report alone have no name. */
const keyName = ({ key }) => key === null || key.id === null ? '' : (0,words/* shortKey */.qU)(key.id);
const userTitle = (userName) => (userName === model/* ROOT */.D ? 'root' : userName);
/** `120 days`; just past a limit of whole days it says so, where `90 days` would look like no violation. */
const sayAge = (age, limitDays) => age > limitDays * rotation_model/* DAY */.d_ && age < (limitDays + 1) * rotation_model/* DAY */.d_ ? `just over ${limitDays} days` : (0,words/* duration */.p0)(age);
function sayLastUse(lastUse) {
    if (lastUse === null)
        return 'not asked';
    switch (lastUse.kind) {
        case 'never':
            return 'never';
        case 'unreadable':
            return `unreadable (${lastUse.why})`;
        case 'used':
            return `${(0,words/* date */.p6)(lastUse.at)}, ${lastUse.service}`;
    }
}
const TITLES = {
    age: 'Access key too old',
    unused: 'Access key not used',
    'two-active': 'Two active access keys',
    root: 'Root has an access key',
};
/** What is wrong, without naming whom it is about. */
function sayProblem(finding, policy, now) {
    const { rule, key, age, over } = finding;
    switch (rule) {
        case 'age':
            return over > 0
                ? `is ${sayAge(age ?? 0, policy.maxAgeDays)} old, created ${(0,words/* iso */.KH)(now - (age ?? 0))}; ${policy.maxAgeDays} days are allowed`
                : `is ${(0,words/* duration */.p0)(age ?? 0)} old and too old from ${(0,words/* date */.p6)(now - over)} on`;
        case 'unused':
            return key?.lastUse?.kind === 'used'
                ? `was last used on ${(0,words/* date */.p6)(key.lastUse.at)}; ${policy.maxUnusedDays} days are allowed`
                : `was never used in ${(0,words/* duration */.p0)(age ?? 0)}; ${policy.maxUnusedDays} days are allowed`;
        case 'two-active':
            return 'is one of two active keys, and no journaled rotation explains them';
        case 'root':
            return age === null ? 'has an access key' : `has an access key, created or changed ${(0,words/* date */.p6)(now - age)}`;
    }
}
/** What is wrong, beside the age and the last use: for a table that has both. */
function sayShortly({ rule, over }, now) {
    switch (rule) {
        case 'age':
            return over > 0 ? `too old since ${(0,words/* date */.p6)(now - over)}` : `too old from ${(0,words/* date */.p6)(now - over)} on`;
        case 'unused':
            return `unused for too long since ${(0,words/* date */.p6)(now - over)}`;
        case 'two-active':
            return 'one of two Active keys that no journaled rotation explains';
        case 'root':
            return 'root should have no access key';
    }
}
/** One line: `User deployer, key \u2026ABCD (Inactive): is 120 days old, \u2026`. */
function sayFinding(finding, policy, now) {
    const name = keyName(finding);
    const key = finding.key === null
        ? ''
        : `, key${name === '' ? ' (no ID in the credential report)' : ` ${name}`}${finding.key.status === 'Inactive' ? ' (Inactive)' : ''}`;
    const who = finding.userName === model/* ROOT */.D ? 'Root' : `User ${finding.userName}`;
    return `${who}${key} ${sayProblem(finding, policy, now)}.`;
}

;// CONCATENATED MODULE: ./build/dist-src/report/check-json.js



/** ISO 8601; `never`; `null` when nobody asked or AWS did not say. */
function lastUsed(lastUse) {
    if (lastUse?.kind === 'used')
        return (0,words/* iso */.KH)(lastUse.at);
    return lastUse?.kind === 'never' ? 'never' : null;
}
const entry = (finding, key) => ({
    user: finding.userName,
    key,
    rule: finding.rule,
    ageDays: finding.age === null ? null : (0,words/* wholeDays */.n8)(finding.age),
    status: finding.key?.status ?? null,
    lastUsed: lastUsed(finding.key?.lastUse),
});
/** GitHub: a job's outputs hold 1 MB in all, counted in UTF-16. */
const OUTPUT_CHARACTERS = 400_000;
/** The violations, worst first, as many as a job output can hold; keys by their last four characters. */
function violationsOutput(violations) {
    const items = [];
    let room = OUTPUT_CHARACTERS;
    for (const finding of violations) {
        const item = JSON.stringify(entry(finding, keyName(finding)));
        room -= item.length + 1;
        if (room < 0)
            break;
        items.push(item);
    }
    return { json: `[${items.join(',')}]`, left: violations.length - items.length };
}
/** Everything, with full key IDs: for archives and other programs, on the runner's own disk. */
function reportFile(audit, policy) {
    const findings = (list) => list.map((finding) => ({
        ...entry(finding, finding.key?.id ?? ''),
        created: finding.age === null ? null : (0,words/* iso */.KH)(audit.now - finding.age),
        controls: controlsOf(finding.rule, policy),
    }));
    const { basis } = audit;
    const content = {
        checkedAt: (0,words/* iso */.KH)(audit.now),
        account: audit.account,
        source: basis.kind === 'report' ? basis.source : basis.kind,
        reportGeneratedAt: basis.kind === 'report' ? (0,words/* iso */.KH)(basis.generatedAt) : null,
        policy: { ...policy, failOn: [...policy.failOn] },
        checkedUsers: audit.checkedUsers,
        confirmedUsers: audit.confirmedUsers,
        root: audit.root,
        violations: findings(audit.verdict.violations),
        warnings: findings(audit.verdict.warnings),
        due: audit.verdict.due,
        notChecked: audit.notChecked.map(({ userName, why }) => ({ user: userName, why })),
        excluded: audit.waived.map(({ waiver, userNames }) => ({ waiver: waiver.text, users: userNames })),
        keys: audit.users.flatMap((user) => user.keys.map((key) => ({
            user: user.userName,
            key: key.id,
            status: key.status,
            created: (0,words/* iso */.KH)(key.createdAt),
            lastUsed: lastUsed(key.lastUse),
        }))),
    };
    return `${JSON.stringify(content, null, 1)}\n`;
}

// EXTERNAL MODULE: ./build/dist-src/action/help.js
var help = __webpack_require__(6458);
// EXTERNAL MODULE: ./build/dist-src/action/log.js
var log = __webpack_require__(8987);
;// CONCATENATED MODULE: ./build/dist-src/action/check-outputs.js
/** What other steps, and people in the log, read of a check. */









/** The outputs of check/action.yml. */
function checkOutputs(audit, policy) {
    const { violations, due } = audit.verdict;
    const oldest = oldestKeyAge(audit, policy.includeInactive);
    return {
        compliant: String(isCompliant(audit)),
        violations: violationsOutput(violations).json,
        'checked-users': String(audit.checkedUsers),
        'oldest-key-age-days': oldest === null ? '' : String((0,words/* wholeDays */.n8)(oldest)),
        matrix: matrixOf(due).json,
        'has-due': String(due.length > 0),
    };
}
/** The heading of docs/troubleshooting.md about all of them. */
const FINDINGS = 'findings-of-the-check';
const withHelp = (text) => (0,log.harmless)(`${text}\n${(0,help/* helpAt */.n)(FINDINGS)}`);
/** GitHub shows ten annotations of each level a step; what is beyond them is in the summary. */
const ANNOTATIONS = 10;
/** How many names one annotation holds. */
const NAMES = 20;
function annotate(audit, policy, summaryHasAll) {
    const { violations, warnings, due } = audit.verdict;
    const say = (findings, level) => {
        for (const finding of findings.slice(0, ANNOTATIONS))
            level(withHelp(sayFinding(finding, policy, audit.now)), { title: TITLES[finding.rule] });
        const more = findings.length - ANNOTATIONS;
        if (more > 0)
            core/* info */.pq(`\u2026 and ${more} more: ${summaryHasAll}`);
    };
    say(violations, core/* error */.z3);
    say(warnings, core/* warning */.$e);
    for (const { waiver, userNames } of audit.expired)
        if (userNames.length > 0)
            core/* warning */.$e(withHelp(`The waiver ${waiver.text} has expired; it would leave out ${few(userNames)}.`), {
                title: 'Waiver expired',
            });
    const { left } = matrixOf(due);
    if (left > 0)
        core/* warning */.$e(withHelp(`${due.length} users are due, and GitHub runs at most ${due.length - left} jobs of a matrix: the other ${left} come with a later run.`), { title: 'Matrix is full' });
    const kept = violationsOutput(violations).left;
    if (kept > 0)
        core/* info */.pq(`The output violations is full: ${kept} less bad ones are only in the report file.`);
    if (audit.basis.kind === 'listing')
        core/* warning */.$e(withHelp(`The credential report could not be read, so users were listed. ${audit.basis.why}`), {
            title: 'No credential report',
        });
}
/** One annotation for all of whom nothing is known: they must not crowd the violations out. */
function annotateNotChecked({ notChecked }) {
    if (notChecked.length === 0)
        return;
    const reasons = notChecked.slice(0, NAMES).map(({ userName, why }) => `${userName}: ${why}`);
    const more = notChecked.length - reasons.length;
    core/* error */.z3(withHelp([...reasons, ...(more > 0 ? [`\u2026 and ${more} more`] : [])].join('\n')), {
        title: `${notChecked.length} ${notChecked.length === 1 ? 'user' : 'users'} could not be checked`,
    });
}
const few = (names) => names.length <= NAMES
    ? (0,words/* list */.p_)(names)
    : `${names.slice(0, NAMES).join(', ')} and ${names.length - NAMES} more`;
/** The report was asked for, as evidence: that it cannot be written is told, and fails the check. */
async function writeReport(path, content) {
    try {
        await (0,promises_.writeFile)(path, content);
        return null;
    }
    catch (error) {
        return `The report file cannot be written: ${error instanceof Error ? error.message : String(error)}`;
    }
}

// EXTERNAL MODULE: ./build/dist-src/action/finish.js
var finish = __webpack_require__(4066);
// EXTERNAL MODULE: ./build/dist-src/action/outputs.js
var outputs = __webpack_require__(4755);
;// CONCATENATED MODULE: ./build/dist-src/audit/findings.js
/** The rules, applied: facts in, findings out. Ages are exact to the second; "now" is AWS's. */


function judge(users, root, policy, now) {
    const findings = users.flatMap((user) => findingsOf(user, policy, now));
    const ofRoot = root === null ? null : rootFinding(root, policy, now);
    const sorted = [...(ofRoot === null ? [] : [ofRoot]), ...findings].sort(worstFirst);
    const aging = sorted.filter(({ rule, key }) => rule === 'age' && key?.status === 'Active');
    return {
        violations: sorted.filter(({ level }) => level === 'violation'),
        warnings: sorted.filter(({ level }) => level === 'warning'),
        due: [...new Set(aging.map(({ userName }) => userName))],
    };
}
function findingsOf(user, policy, now) {
    const found = [];
    const level = (rule) => (policy.failOn.has(rule) ? 'violation' : 'warning');
    const add = (rule, key, over, as) => {
        found.push({ rule, level: as, userName: user.userName, key, age: now - key.createdAt, over });
    };
    for (const key of user.keys.filter((candidate) => isJudged(candidate, policy))) {
        const over = now - key.createdAt - policy.maxAgeDays * rotation_model/* DAY */.d_;
        if (over > 0)
            add('age', key, over, level('age'));
        // What will fail soon is told while there is time; an Inactive key does not become worse by waiting.
        else if (over > -policy.warnBeforeDays * rotation_model/* DAY */.d_ && key.status === 'Active')
            add('age', key, over, 'warning');
        const idle = idleTime(key, key.lastUse, now) - policy.maxUnusedDays * rotation_model/* DAY */.d_;
        if (idle > 0)
            add('unused', key, idle, level('unused'));
    }
    const [oldest] = [...user.keys].sort((a, b) => a.createdAt - b.createdAt);
    if (user.activeKeys >= 2 && !user.rotating && oldest !== undefined)
        add('two-active', oldest, 0, level('two-active'));
    return found;
}
/** Inactive keys sign nothing, so they count only when asked for. */
const isJudged = (key, policy) => key.status === 'Active' || policy.includeInactive;
/** How long a key has not been used; one that never was, since it exists. An unknown use proves nothing: 0. */
function idleTime(key, lastUse, now) {
    if (lastUse === null || lastUse.kind === 'unreadable')
        return 0;
    return now - (lastUse.kind === 'used' ? Math.max(lastUse.at, key.createdAt) : key.createdAt);
}
function rootFinding(root, policy, now) {
    if (root.kind !== 'present')
        return null;
    return {
        rule: 'root',
        // A root key is one too many even when it is Inactive (Security Hub IAM.4), but then nothing can sign with it.
        level: policy.failOn.has('root') && isJudged(root, policy) ? 'violation' : 'warning',
        userName: model/* ROOT */.D,
        key: null,
        age: root.since === null ? null : now - root.since,
        over: Number.POSITIVE_INFINITY,
    };
}
function worstFirst(a, b) {
    if (a.over !== b.over)
        return a.over < b.over ? 1 : -1;
    if (a.userName !== b.userName)
        return a.userName < b.userName ? -1 : 1;
    return (a.key?.id ?? '') < (b.key?.id ?? '') ? -1 : 1;
}

// EXTERNAL MODULE: ./build/dist-src/flow/errors.js
var errors = __webpack_require__(6296);
// EXTERNAL MODULE: ./build/dist-src/flow/ports.js
var flow_ports = __webpack_require__(2995);
;// CONCATENATED MODULE: ./build/dist-src/audit/roster.js
/** Which users need a closer look, and what the credential report may be believed about them. */


/** Joins the live list of users with the report. IAM user names are unique without regard to case. */
function joinReport(listed, reported) {
    const byName = new Map(reported.map((user) => [user.userName.toLowerCase(), user]));
    return listed.map((user) => {
        const report = byName.get(user.userName.toLowerCase());
        // A name that was given away and taken again belongs to somebody else now.
        return { ...user, slots: report?.createdAt === user.createdAt ? report.slots : null };
    });
}
/**
 * Why a user needs no closer look, if so. `no-key`: never had one by the time of the report, so any key is hours old.
 * `young`: no key is older than its user. An Inactive key or a recently changed one proves nothing: it may have been
 * made Active since, or be an old key that was merely toggled.
 */
function pruned(user, policy, now) {
    if (user.slots?.length === 0)
        return 'no-key';
    const limit = Math.min(policy.maxAgeDays - policy.warnBeforeDays, policy.maxUnusedDays) * rotation_model/* DAY */.d_;
    // Two keys are too many at any age; a second one that is newer than the report is seen only by asking.
    const mayHaveTwo = policy.failOn.has('two-active') || (user.slots?.length ?? 0) >= 2;
    return now - user.createdAt <= limit && !mayHaveTwo ? 'young' : null;
}
/**
 * The user as the report alone describes it: the cheap mode's facts. Whether two Active keys are a rotation the report
 * cannot know, so it counts them only where the answer decides over pass or fail, and is then confirmed.
 */
function reportedFacts(user, policy) {
    const keys = user.slots.flatMap((slot) => slot.changedAt === null
        ? []
        : [{ id: null, status: slot.status, createdAt: slot.changedAt, lastUse: slot.lastUse }]);
    const active = keys.filter((key) => key.status === 'Active').length;
    return {
        userName: user.userName,
        keys,
        activeKeys: policy.failOn.has('two-active') ? active : Math.min(active, 1),
        rotating: false,
    };
}
/** In the cheap mode only users are confirmed whom the report itself would fail, or about whom it does not say. */
const isSuspect = (user, policy, now) => user.slots.some((slot) => slot.changedAt === null && isJudged(slot, policy)) ||
    findingsOf(reportedFacts(user, policy), policy, now).some(({ level }) => level === 'violation');
/**
 * A listed key's last use as the report has it; `null` when the report does not tell which slot is this key's. A slot
 * is a key's own if it was last changed the moment the key was created, or if it is the only one left for the only key
 * left (toggling moves the slot's time forward, never back).
 */
function reportedLastUse(key, keys, slots) {
    const exact = slots.filter((slot) => slot.changedAt === key.createdAt);
    if (exact.length > 0)
        return exact.length === 1 ? (exact[0]?.lastUse ?? null) : null;
    const otherKeys = keys.filter((other) => !slots.some((slot) => slot.changedAt === other.createdAt));
    const otherSlots = slots.filter((slot) => !keys.some((other) => slot.changedAt === other.createdAt));
    const [slot] = otherSlots;
    const fits = otherKeys.length === 1 && otherSlots.length === 1 && (slot?.changedAt ?? 0) > key.createdAt;
    return fits ? (slot?.lastUse ?? null) : null;
}

// EXTERNAL MODULE: ./build/dist-src/audit/waivers.js
var waivers = __webpack_require__(79);
// EXTERNAL MODULE: ./build/dist-src/flow/patience.js
var patience = __webpack_require__(4220);
;// CONCATENATED MODULE: ./build/dist-src/audit/credential-report.js
/**
 * The credential report: what AWS knew of every user's credentials up to four hours ago (IAM user guide, "Getting
 * credential reports"). It has no key IDs, and its `last_rotated` is when a key was created *or last changed*: making a
 * key Inactive and Active again makes it look young.
 */


const NEEDED = [
    'user',
    'arn',
    'user_creation_time',
    ...['1', '2'].flatMap((slot) => ['active', 'last_rotated', 'last_used_date', 'last_used_region', 'last_used_service'].map((column) => `access_key_${slot}_${column}`)),
];
/** The report, or why it cannot be read: a row that makes no sense is never skipped, since it may be the one that matters. */
function parseCredentialReport(csv, generatedAt) {
    const [head = '', ...lines] = csv
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/)
        .filter((line) => line !== '');
    const columns = head.split(',');
    const missing = NEEDED.filter((name) => !columns.includes(name));
    if (missing.length > 0)
        return { unreadable: `its header lacks ${missing.join(', ')}` };
    const users = [];
    let root = null;
    for (const [index, line] of lines.entries()) {
        const row = readRow(line, columns);
        if (row === null)
            return { unreadable: `line ${index + 2} does not match its header` };
        if (row.userName === model/* ROOT */.D)
            root = row.slots;
        else if (row.createdAt === null)
            return { unreadable: `line ${index + 2} has no user_creation_time` };
        else
            users.push({ ...row, createdAt: row.createdAt });
    }
    return { generatedAt, users, root };
}
function readRow(line, columns) {
    const fields = splitRow(line, columns.length);
    if (fields === null)
        return null;
    const field = (name) => fields[columns.indexOf(name)] ?? '';
    const userName = field('user') === model/* ROOT */.D ? model/* ROOT */.D : /^arn:[\w-]+:iam::\d*:user\/(?:.*\/)?([^/]+)$/.exec(field('arn'))?.[1];
    const slots = ['1', '2'].map((slot) => readSlot((column) => field(`access_key_${slot}_${column}`)));
    if (userName === undefined || slots.includes('nonsense'))
        return null;
    return {
        userName,
        createdAt: time(field('user_creation_time')),
        slots: slots.filter((slot) => slot !== 'empty' && slot !== 'nonsense'),
    };
}
/**
 * A row's fields. User names and paths may hold commas, and AWS does not say whether it quotes them, so both are read:
 * a row that has too many fields has them in name and ARN, and is counted from the right. The ARN begins where `arn:`
 * does, since no user name has a colon.
 */
function splitRow(line, count) {
    const fields = splitQuoted(line);
    if (fields === null || fields.length < count)
        return null;
    if (fields.length === count)
        return fields;
    const plain = line.split(',');
    const identity = plain.slice(0, -(count - 2)).join(',');
    const [, name, arn] = /^(.*?),"?(arn:.*?)"?$/.exec(identity) ?? [];
    return name === undefined || arn === undefined ? null : [name, arn, ...plain.slice(-(count - 2))];
}
/** RFC 4180: a quoted field may hold commas, and quotes as two. `null` for a quote that never ends. */
function splitQuoted(line) {
    if (!line.includes('"'))
        return line.split(',');
    const fields = [];
    let rest = line;
    for (;;) {
        const quoted = /^"((?:[^"]|"")*)"(?:,|$)/.exec(rest);
        const whole = quoted ?? /^([^,]*)(?:,|$)/.exec(rest);
        if (whole === null)
            return null;
        const value = whole[1] ?? '';
        if (quoted === null && value.startsWith('"'))
            return null;
        fields.push(quoted === null ? value : value.replaceAll('""', '"'));
        if (!whole[0].endsWith(','))
            return fields;
        rest = rest.slice(whole[0].length);
    }
}
/** What AWS writes where there is nothing to say. */
const NOTHING = new Set(['N/A', 'no_information', 'not_supported', '']);
function readSlot(column) {
    const active = column('active').toLowerCase();
    const [changed, used] = [column('last_rotated'), column('last_used_date')];
    if (active !== 'true' && active !== 'false')
        return 'nonsense';
    if ([changed, used].some((value) => !NOTHING.has(value) && time(value) === null))
        return 'nonsense';
    // Recorded from AWS: an Inactive key keeps its dates. Its guide says otherwise, so any trace of a key counts as one.
    if (active === 'false' && changed === 'N/A' && NOTHING.has(used))
        return 'empty';
    return {
        status: active === 'true' ? 'Active' : 'Inactive',
        changedAt: time(changed),
        lastUse: readLastUse(used, column),
    };
}
function readLastUse(used, column) {
    const at = time(used);
    if (at !== null)
        return { kind: 'used', at, service: column('last_used_service'), region: column('last_used_region') };
    return used === 'N/A' ? { kind: 'never' } : { kind: 'unreadable', why: used };
}
/** ISO 8601 with `Z` (recorded from AWS) or `+00:00` (its guide). */
function time(text) {
    const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(at) ? null : (0,rotation_model/* awsTime */.bc)(at);
}

;// CONCATENATED MODULE: ./build/dist-src/flow/check/credential-report.js
/** The credential report, waited for within bounds. */





/** AWS gives no figure for how long a report takes; seconds are usual. Five minutes in all. */
const PAUSE = 5 * rotation_model/* SECOND */.Z2;
const LOOKS = 60;
/** What `GetCredentialReport` says while there is no report yet, or none any more (IAM API reference). */
const NOT_YET = new Set(['ReportNotPresent', 'ReportInProgress', 'ReportExpired']);
/** @returns the report, or the refusal of a role that may not read it. */
async function fetchReport({ account, clock, log, }) {
    const tell = (0,patience/* nowAndThen */.$)({ clock, log }, (seconds) => `Waiting for AWS\u2019s new credential report, for ${seconds} seconds so far; it takes some seconds, at most minutes.`);
    for (let look = 1; look <= LOOKS; look++) {
        try {
            if ((await account.generateCredentialReport()) === 'COMPLETE') {
                const { csv, generatedAt } = await account.credentialReport();
                return readable(parseCredentialReport(csv, generatedAt));
            }
        }
        catch (error) {
            if (!(error instanceof flow_ports/* ServiceError */._7))
                throw error;
            if (error.code === 'AccessDenied')
                return error;
            if (!NOT_YET.has(error.code))
                throw error;
        }
        if (look === 1)
            log.info('AWS is making a new credential report; this takes some seconds.');
        else
            tell();
        await clock.sleep(PAUSE);
    }
    throw new errors/* Failure */.HR('report-not-ready', {
        message: `AWS had no credential report ready after ${(LOOKS * PAUSE) / 60_000} minutes.`,
        state: 'Nothing was checked.',
        remedy: 'Run again.',
    });
}
function readable(report) {
    if (!('unreadable' in report))
        return report;
    throw new errors/* Failure */.HR('report-unreadable', {
        message: `The credential report cannot be read: ${report.unreadable}.`,
        state: 'Nothing was checked.',
        remedy: 'Please report this with the header line of the report (aws iam get-credential-report). Until then, list the users in user-names.',
    });
}

// EXTERNAL MODULE: ./build/dist-src/rotation/journal.js
var rotation_journal = __webpack_require__(8406);
;// CONCATENATED MODULE: ./build/dist-src/flow/check/in-parallel.js
/** Many at once, but not all: the results in the order of the items. The first rejection ends it. */
async function inParallel(items, limit, work) {
    const results = [];
    const queue = items.entries();
    let failed = false;
    const worker = async () => {
        for (const [index, item] of queue) {
            if (failed)
                return;
            try {
                results[index] = await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return results;
}

;// CONCATENATED MODULE: ./build/dist-src/flow/check/look.js







/** Requests under way at once: enough to hide the way to AWS, few enough for an API that throttles by the second. */
const CONCURRENCY = 40;
/** @param onLooked is called after each of them. */
async function lookAtAll(at, subjects, onLooked = () => { }) {
    const found = await inParallel(subjects, CONCURRENCY, async (subject) => {
        const one = await look(at, subject);
        onLooked();
        return one;
    });
    return {
        users: found.filter((one) => !isNotChecked(one)),
        notChecked: found.filter(isNotChecked),
    };
}
/** Only an answer about this one user is swallowed: whatever else goes wrong ends the check. */
async function look(at, subject) {
    const { userName } = subject;
    try {
        const listed = await at.account.listAccessKeys(userName);
        const judged = listed.filter((key) => subject.only === undefined || key.id === subject.only);
        if (subject.only !== undefined && judged.length === 0)
            return { userName, why: `IAM does not list the key \u2026${subject.only.slice(-4)}`, unknown: false };
        const keys = await Promise.all(judged.map((key) => facts(at, key, listed, subject.slots)));
        const blind = keys.find(({ lastUse }) => at.policy.failOn.has('unused') && lastUse?.kind === 'unreadable');
        if (blind?.lastUse?.kind === 'unreadable')
            return { userName, why: `a key's last use cannot be read (${blind.lastUse.why})`, unknown: false };
        const active = listed.filter(({ status }) => status === 'Active');
        const rotating = active.length >= 2 && (await isJournaled(at, userName, active));
        return { userName, keys, activeKeys: active.length, rotating };
    }
    catch (error) {
        if (!(error instanceof flow_ports/* ServiceError */._7))
            throw error;
        if (error.code === 'NoSuchEntity')
            return { userName, why: 'AWS knows no such IAM user', unknown: true };
        if (error.code === 'AccessDenied')
            return { userName, why: (0,errors/* describe */.q0)(error), unknown: false };
        throw error;
    }
}
const isNotChecked = (found) => 'why' in found;
async function facts(at, key, listed, slots) {
    const reported = slots === null ? null : reportedLastUse(key, listed, slots);
    return { ...key, lastUse: await lastUse(at, key, reported, slots === null) };
}
/** One request a key is saved wherever its answer could not matter. */
async function lastUse({ account, policy, now }, key, reported, noReport) {
    const limit = policy.maxUnusedDays * rotation_model/* DAY */.d_;
    if (!isJudged(key, policy) || (!noReport && now - key.createdAt <= limit))
        return reported;
    const known = reported !== null && reported.kind !== 'unreadable';
    // The report may be four hours old: it may warn, but it does not fail a key that was used since.
    const fails = policy.failOn.has('unused') && idleTime(key, reported, now) > limit;
    if (known && !fails)
        return reported;
    try {
        return (await account.lastUsed(key.id)).lastUse;
    }
    catch (error) {
        if (error instanceof flow_ports/* ServiceError */._7 && error.effect === 'none' && error.code !== 'Throttling')
            return { kind: 'unreadable', why: error.code };
        throw error;
    }
}
/** Do this project's own tags account for every Active key? Tags that cannot be read account for nothing. */
async function isJournaled({ account, now }, userName, active) {
    try {
        const journal = (0,rotation_journal/* readJournal */.a0)(await account.listUserTags(userName), active, now);
        return active.every((key) => journal.records.has(key.id) || (0,rotation_journal/* intentsOf */.H$)(key, journal).length > 0);
    }
    catch (error) {
        if (error instanceof flow_ports/* ServiceError */._7 && error.code === 'AccessDenied')
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/dist-src/flow/check/root.js


async function rootPresent({ account }) {
    try {
        return await account.rootHasKey();
    }
    catch (error) {
        if (error instanceof flow_ports/* ServiceError */._7 && error.code === 'AccessDenied')
            return error;
        throw error;
    }
}
/** `GetAccountSummary` says now whether there is a key; the report says since when, and whether it is Active. */
function rootFacts(present, report) {
    const slots = report?.root ?? null;
    if (present === false)
        return { kind: 'none' };
    if (present !== true && slots === null)
        return { kind: 'unknown', why: (0,errors/* describe */.q0)(present) };
    const worst = slots?.find(({ status }) => status === 'Active') ?? slots?.[0];
    if (worst !== undefined)
        return { kind: 'present', status: worst.status, since: worst.changedAt };
    // Present now, but not in the report: it was created since.
    return present === true ? { kind: 'present', status: 'Active', since: null } : { kind: 'none' };
}
/** Whoever fails a check for root's key must have been able to look. */
function unseenRoot(policy, present, report) {
    const facts = rootFacts(present, report instanceof flow_ports/* ServiceError */._7 ? null : report);
    return facts.kind === 'unknown' && policy.failOn.has('root')
        ? [{ userName: 'root', why: facts.why, unknown: false }]
        : [];
}

;// CONCATENATED MODULE: ./build/dist-src/flow/check/account.js









async function wholeAccount(ports, policy, scope) {
    const everybody = scope.pathPrefix === '/';
    const [report, present, below] = await Promise.all([
        fetchReport(ports),
        rootPresent(ports),
        // Paths may have changed since the report, so whoever asks for one gets the live list.
        everybody ? null : ports.account.listUsers(scope.pathPrefix),
    ]);
    const refused = report instanceof flow_ports/* ServiceError */._7;
    const now = ports.clock.aws();
    const roster = refused
        ? (below ?? (await ports.account.listUsers('/'))).map((user) => ({ ...user, slots: null }))
        : below === null
            ? report.users
            : joinReport(below, report.users);
    const { kept, waived, expired } = (0,waivers/* applyWaivers */.Kw)(roster, scope.waivers, now);
    refuseEmpty(scope, roster, kept);
    const at = { account: ports.account, policy, now };
    const cheap = !refused && scope.source === 'report';
    const { notChecked, ...found } = cheap
        ? await trustReport(ports, at, kept)
        : await trustNobody(ports, at, scope, kept, refused ? null : report);
    return {
        now,
        basis: refused
            ? { kind: 'listing', why: (0,errors/* describe */.q0)(report) }
            : { kind: 'report', source: scope.source, generatedAt: report.generatedAt },
        ...found,
        notChecked: [...notChecked, ...unseenRoot(policy, present, report)],
        root: rootFacts(present, refused ? null : report),
        waived,
        expired,
    };
}
/** Exact: whoever the report does not clear is looked at, and whoever is gone may have been renamed. */
async function trustNobody(ports, at, scope, kept, report) {
    const needsLook = (user) => pruned(user, at.policy, at.now) === null;
    const candidates = kept.filter(needsLook);
    const { users, notChecked, gone } = await account_confirm(ports, at, candidates.map(asSubject));
    const cleared = kept.length - candidates.length;
    if (gone > 0 && report !== null) {
        const listed = joinReport(await ports.account.listUsers(scope.pathPrefix), report.users);
        const known = new Set(kept.map(({ userName }) => userName.toLowerCase()));
        const others = (0,waivers/* applyWaivers */.Kw)(listed, scope.waivers, at.now).kept.filter((user) => !known.has(user.userName.toLowerCase()) && needsLook(user));
        const again = await account_confirm(ports, at, others.map(asSubject));
        users.push(...again.users);
        notChecked.push(...again.notChecked);
    }
    return { users, notChecked, checkedUsers: cleared + users.length, confirmedUsers: users.length };
}
/** Cheap: only whom the report itself would fail is looked at; of the others its word is taken. */
async function trustReport(ports, at, kept) {
    const { policy, now } = at;
    const suspects = [];
    const trusted = [];
    for (const { slots, ...user } of kept) {
        const reported = { ...user, slots: slots ?? [] };
        const suspect = slots === null ? pruned({ ...user, slots }, policy, now) === null : isSuspect(reported, policy, now);
        if (suspect)
            suspects.push({ ...user, slots });
        else
            trusted.push(reportedFacts(reported, policy));
    }
    const { users, notChecked } = await account_confirm(ports, at, suspects.map(asSubject));
    return {
        users: [...users, ...trusted],
        notChecked,
        checkedUsers: users.length + trusted.length,
        confirmedUsers: users.length,
    };
}
const asSubject = ({ userName, slots }) => ({ userName, slots: slots ?? [] });
/** A group in the log for less would hide more than it shows. */
const FEW = 50;
/** Lists keys, many users at once, and says now and then how far it is. */
async function account_confirm(ports, at, subjects) {
    const total = subjects.length;
    let done = 0;
    const tell = (0,patience/* nowAndThen */.$)(ports, (seconds) => `${done} of ${total} users after ${seconds} seconds`);
    const all = () => lookAtAll(at, subjects, () => {
        done++;
        tell();
    });
    const { users, notChecked } = total < FEW ? await all() : await ports.log.group(`Looking closely at ${total} users`, all);
    return {
        users,
        notChecked: notChecked.filter(({ unknown }) => !unknown),
        // Deleted since they were listed: nothing is left to complain about. Or renamed.
        gone: notChecked.filter(({ unknown }) => unknown).length,
    };
}
/** A check of nobody is no check; only an account without a single user may pass as it is. */
function refuseEmpty({ pathPrefix, waivers }, roster, kept) {
    if (kept.length > 0 || (roster.length === 0 && pathPrefix === '/'))
        return;
    throw new errors/* Failure */.HR('nothing-checked', {
        message: roster.length === 0
            ? `There is no IAM user below the path ${pathPrefix}.`
            : `exclude-users leaves nobody to check: ${(0,words/* list */.p_)(waivers.map(({ text }) => text))}.`,
        state: 'Nothing was checked.',
        remedy: roster.length === 0 ? 'Correct path-prefix.' : 'Exclude fewer users, or give the waivers a date.',
    });
}

;// CONCATENATED MODULE: ./build/dist-src/flow/check/check.js






async function check(ports, { scope, policy }) {
    const { account } = await ports.session.open();
    const seen = scope.kind === 'all'
        ? await wholeAccount(ports, policy, scope)
        : await named(ports, policy, await subjects(ports, scope, account));
    return { ...seen, account, verdict: judge(seen.users, seen.root, policy, seen.now) };
}
async function subjects(ports, scope, account) {
    return scope.kind === 'key'
        ? [await ownKey(ports, scope, account)]
        : scope.userNames.map((userName) => ({ userName, slots: null }));
}
async function ownKey(ports, { accessKeyId }, account) {
    try {
        const { userName } = await ports.account.lastUsed(accessKeyId);
        if (userName !== null)
            return { userName, slots: null, only: accessKeyId };
    }
    catch (error) {
        // AWS answers AccessDenied for a key that does not exist (recorded from real AWS), so the two look alike.
        if (!(error instanceof flow_ports/* ServiceError */._7) || !['AccessDenied', 'NoSuchEntity'].includes(error.code))
            throw error;
    }
    throw new errors/* Failure */.HR('user-unknown', {
        message: `AWS names no IAM user for key ${(0,words/* shortKey */.qU)(accessKeyId)} in account ${account}.`,
        state: 'Nothing was checked.',
        remedy: 'The key was deleted, belongs to another account, or the role may not call iam:GetAccessKeyLastUsed for its user.',
    });
}
async function named(ports, policy, subjects) {
    const now = ports.clock.aws();
    const { users, notChecked } = await lookAtAll({ account: ports.account, policy, now }, subjects);
    return {
        now,
        basis: { kind: 'named' },
        checkedUsers: users.length,
        confirmedUsers: users.length,
        users,
        notChecked,
        root: null,
        waived: [],
        expired: [],
    };
}

;// CONCATENATED MODULE: ./build/dist-src/flow/check/failure.js


/** What a service answered, in words for a person; anything else is a defect and passes through. */
function asCheckFailure(error) {
    if (error instanceof errors/* Failure */.HR)
        return error;
    if (!(error instanceof flow_ports/* ServiceError */._7))
        throw error;
    const denied = error.code === 'AccessDenied';
    const trust = error.operation === 'AssumeRoleWithWebIdentity';
    return new errors/* Failure */.HR(denied ? 'access-denied' : 'aws-failed', {
        message: (0,errors/* describe */.q0)(error),
        state: 'The check ended there; it says nothing about any key.',
        remedy: !denied
            ? 'Run again.'
            : trust
                ? 'Let the role\u2019s trust policy name this repository and event (infra/trust).'
                : `Allow ${error.service}:${error.operation} (infra/policies/check.json).`,
        cause: error,
    });
}

// EXTERNAL MODULE: ./build/dist-src/report/bar.js
var bar = __webpack_require__(6568);
// EXTERNAL MODULE: ./build/dist-src/report/failure.js
var report_failure = __webpack_require__(5055);
// EXTERNAL MODULE: ./build/dist-src/report/markdown.js
var markdown = __webpack_require__(3860);
// EXTERNAL MODULE: ./build/dist-src/report/requests.js
var report_requests = __webpack_require__(515);
;// CONCATENATED MODULE: ./build/dist-src/report/check-summary.js
/**
 * The check's job summary: violations first, worst first. GitHub drops a summary of more than 1 MiB whole, so each table
 * has a limit under which the longest names that IAM allows stay well below that, whatever the account's size.
 */










const ROWS = { violations: 800, warnings: 300, others: 100, within: 10 };
function checkSummary(report) {
    const { audit } = report;
    const { violations, warnings } = audit.verdict;
    return (0,markdown/* sections */.V0)(`## ${heading(audit)}`, sayCounts(report), findingsTable('Violations', violations, ROWS.violations, report), howToFix(violations, report), notCheckedTable(report), findingsTable('Warnings', warnings, ROWS.warnings, report), sayDue(audit), withinTable(report), waiverList('Left out by exclude-users', audit.waived), waiverList('Waivers that have expired', audit.expired), sayBasis(audit), (0,report_requests/* requestsBlock */.IR)(report.requests));
}
/** For a check that never got to look. */
const checkFailureSummary = (failure, requests, pageAt) => (0,markdown/* sections */.V0)('## \u274c The check could not look', (0,report_failure/* failureBlock */.Qu)(failure, pageAt), (0,report_requests/* requestsBlock */.IR)(requests));
/** For a pull request that gets no credentials, where the workflow said to skip. */
const skippedSummary = (why) => (0,markdown/* sections */.V0)('## \u23ed\ufe0f Access keys were not checked', (0,markdown/* literal */.eu)(why));
const plural = (count, one, many = `${one}s`) => `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} ${count === 1 ? one : many}`;
function heading(audit) {
    const { violations, warnings } = audit.verdict;
    if (violations.length > 0)
        return `\u274c ${plural(violations.length, 'violation')}`;
    if (!isCompliant(audit))
        return '\u274c Not everything could be checked';
    return warnings.length > 0
        ? `\u26a0\ufe0f No violation, ${plural(warnings.length, 'warning')}`
        : '\u2705 Every access key is within its limits';
}
function sayCounts({ audit, policy }) {
    const { violations, warnings } = audit.verdict;
    const failing = model/* RULES */.y.filter((rule) => policy.failOn.has(rule));
    return (`${plural(audit.checkedUsers, 'user')} of account ${(0,markdown/* literal */.eu)(audit.account)} checked at ${(0,words/* moment */.n$)(audit.now)} ` +
        `(AWS\u2019s time): ${plural(violations.length, 'violation')}, ${plural(warnings.length, 'warning')}. ` +
        `A key may be ${plural(policy.maxAgeDays, 'day')} old and unused for ${plural(policy.maxUnusedDays, 'day')}; ` +
        `${(0,markdown/* literal */.eu)((0,words/* list */.p_)(failing))} ${failing.length === 1 ? 'fails' : 'fail'} the check.`);
}
function findingsTable(title, findings, limit, report) {
    if (findings.length === 0)
        return null;
    const rows = findings.slice(0, limit).map((finding) => row(finding, report));
    return (0,markdown/* sections */.V0)(`### ${title}`, (0,markdown/* table */.tp)(columns(report.policy), rows), leftOut(findings.length - rows.length, report)).trim();
}
const columns = ({ maxAgeDays, includeInactive }) => [
    'User',
    'Key',
    'Age',
    `Of ${maxAgeDays} days`,
    ...(includeInactive ? ['Status'] : []),
    'Last used',
    'Rule',
    'What is wrong',
];
function leftOut(count, { reportFile }) {
    if (count === 0)
        return null;
    return `${plural(count, 'more, less bad one is', 'more, less bad ones are')} left out here; the full list is ${reportFile === '' ? 'written when <code>report-file</code> is given' : `in ${(0,markdown/* code */.aY)(reportFile)}`}.`;
}
const row = (finding, { policy, audit }) => [
    (0,markdown/* literal */.eu)(userTitle(finding.userName)),
    finding.key === null ? '\u2013' : (0,markdown/* code */.aY)(keyName(finding) || '?'),
    finding.age === null ? '\u2013' : (0,markdown/* unbroken */.D_)(sayAge(finding.age, policy.maxAgeDays)),
    finding.age === null ? '' : (0,bar/* bar */.M)(finding.age, policy.maxAgeDays),
    ...(policy.includeInactive ? [finding.key?.status ?? '\u2013'] : []),
    (0,markdown/* literal */.eu)(finding.key === null ? '\u2013' : sayLastUse(finding.key.lastUse)),
    (0,markdown/* code */.aY)(finding.rule),
    sayShortly(finding, audit.now),
];
/** The oldest of the keys about which there is nothing to say: what comes next, seen before it comes. */
function withinTable({ audit, policy }) {
    const { violations, warnings } = audit.verdict;
    const named = new Set([...violations, ...warnings].map(({ userName }) => userName));
    const keys = audit.users
        .filter(({ userName }) => !named.has(userName))
        .flatMap(({ userName, keys }) => keys.map((key) => ({ userName, key })))
        .filter(({ key }) => key.status === 'Active')
        .sort((a, b) => a.key.createdAt - b.key.createdAt);
    const shown = keys.slice(0, ROWS.within);
    if (shown.length === 0)
        return null;
    const title = keys.length === shown.length ? 'Within the limits' : `Within the limits, the ${shown.length} oldest`;
    const rows = shown.map(({ userName, key }) => {
        const age = audit.now - key.createdAt;
        return [
            (0,markdown/* literal */.eu)(userName),
            (0,markdown/* code */.aY)(key.id === null ? '?' : (0,words/* shortKey */.qU)(key.id)),
            (0,markdown/* unbroken */.D_)(sayAge(age, policy.maxAgeDays)),
            (0,bar/* bar */.M)(age, policy.maxAgeDays),
            (0,markdown/* literal */.eu)(sayLastUse(key.lastUse)),
        ];
    });
    return (0,markdown/* sections */.V0)(`### ${title}`, (0,markdown/* table */.tp)(['User', 'Key', 'Age', `Of ${policy.maxAgeDays} days`, 'Last used'], rows)).trim();
}
function howToFix(violations, { policy, rotationUrl }) {
    if (violations.length === 0)
        return null;
    const rules = new Set(violations.map(({ rule }) => rule));
    const say = (rule) => {
        const controls = controlsOf(rule, policy);
        return `- **${TITLES[rule]}** (${(0,markdown/* code */.aY)(rule)}${controls.length === 0 ? '' : `; ${controls.join(', ')}`}): ${REMEDIES[rule]}`;
    };
    const link = rotationUrl === '' ? 'the rotation action' : `[the rotation action](${rotationUrl})`;
    return (0,markdown/* sections */.V0)('### How to fix', model/* RULES */.y.filter((rule) => rules.has(rule))
        .map(say)
        .join('\n'), rules.has('age')
        ? `For keys that GitHub secrets hold, ${link} does all of it on a schedule, without breaking a running or queued job.`
        : null).trim();
}
function notCheckedTable(report) {
    const { notChecked } = report.audit;
    if (notChecked.length === 0)
        return null;
    const shown = notChecked.slice(0, ROWS.others);
    return (0,markdown/* sections */.V0)('### Not checked', 'The check fails for these alone: it could not look.', (0,markdown/* table */.tp)(['User', 'Why'], shown.map(({ userName, why }) => [(0,markdown/* literal */.eu)(userName), (0,markdown/* literal */.eu)(why.slice(0, 250))])), leftOut(notChecked.length - shown.length, report)).trim();
}
const sayDue = ({ verdict: { due } }) => due.length === 0
    ? null
    : `${plural(due.length, 'user is', 'users are')} due for rotation (the output <code>matrix</code>).`;
function waiverList(title, effects) {
    if (effects.length === 0)
        return null;
    const shown = effects.slice(0, ROWS.others);
    const say = ({ waiver, userNames }) => `- ${(0,markdown/* code */.aY)(waiver.text.slice(0, 200))}: ${plural(userNames.length, 'user')}`;
    const rest = effects.length - shown.length;
    return (0,markdown/* sections */.V0)(`### ${title}`, shown.map(say).join('\n'), rest === 0 ? null : `\u2026 and ${plural(rest, 'more', 'more')}.`).trim();
}
function sayBasis(audit) {
    const { basis, now, users } = audit;
    const unreadable = users
        .flatMap(({ keys }) => keys)
        .filter(({ lastUse }) => lastUse?.kind === 'unreadable').length;
    return (0,markdown/* sections */.V0)('### How it was found out', sayHow(audit), basis.kind === 'report' && now - basis.generatedAt >= rotation_model/* MINUTE */.pY
        ? `The credential report is ${(0,words/* duration */.p0)(now - basis.generatedAt)} old; AWS makes a new one at most every four hours.`
        : null, unreadable === 0
        ? null
        : `The last use of ${plural(unreadable, 'key')} could not be read, so <code>unused</code> says nothing about ${unreadable === 1 ? 'it' : 'them'}.`, audit.root?.kind === 'unknown'
        ? `Nothing is known of root\u2019s access key: ${(0,markdown/* literal */.eu)(audit.root.why.slice(0, 500))}`
        : null).trim();
}
function sayHow({ basis, confirmedUsers, root }) {
    const confirmed = plural(confirmedUsers, 'user');
    switch (basis.kind) {
        case 'named':
            return 'The keys were listed one user at a time. Root is looked at with <code>all-users</code> only.';
        case 'listing':
            return (`The role may not read the credential report (${(0,markdown/* literal */.eu)(basis.why.slice(0, 500))}), so all users were listed, ` +
                `and the keys of ${confirmed}${root?.kind === 'present' ? '' : '; root\u2019s key is known from GetAccountSummary alone'}.`);
        case 'report':
            return basis.source === 'exact'
                ? `The credential report cleared users who never had a key and users younger than the limits; the keys of the other ${confirmed} were listed one by one.`
                : `<code>source: report</code>: only the keys of ${confirmed} whom the credential report itself would fail were listed. ` +
                    '**Blind spot:** a key that was made Inactive and Active again looks young in the report, so an old one may be missing here; warnings are the report\u2019s own, without key IDs.';
    }
}

;// CONCATENATED MODULE: ./build/dist-src/check.js
/** Composition root of the check action. */












async function run(inputs, { aws, requests, masks }) {
    // Before anything prints.
    masks.tell(log.runnerLog);
    const { check: asked, fail, reportFile: path, missingCredentials } = inputs;
    let audit;
    try {
        audit = await check({ ...aws, log: log.runnerLog }, asked);
    }
    catch (error) {
        const failure = asCheckFailure(error);
        if (failure.code === 'no-session' && missingCredentials.fork)
            return await withoutCredentials(missingCredentials);
        await (0,outputs/* writeSummary */.Sy)(checkFailureSummary(failure, requests, help/* pageAt */.F));
        return (0,finish.failWith)(failure);
    }
    const { policy } = asked;
    (0,outputs/* setOutputs */.n0)(checkOutputs(audit, policy));
    const unwritten = path === ''
        ? null
        : await writeReport((0,external_node_path_.resolve)(process.env.GITHUB_WORKSPACE ?? '', path), reportFile(audit, policy));
    await (0,outputs/* writeSummary */.Sy)(checkSummary({
        audit,
        policy,
        reportFile: unwritten === null ? path : '',
        rotationUrl: rotationUrl(),
        requests,
    }));
    annotateNotChecked(audit);
    annotate(audit, policy, 'see the job summary');
    if (unwritten !== null)
        core/* error */.z3(`${unwritten}\n${(0,help/* helpAt */.n)(FINDINGS)}`, { title: 'No report file' });
    const { violations } = audit.verdict;
    core/* info */.pq(`${audit.checkedUsers} users checked, ${violations.length} violations.`);
    // Not setFailed: its message would be one more annotation, and GitHub shows ten.
    const failed = unwritten !== null || audit.notChecked.length > 0 || (fail && !isCompliant(audit));
    if (failed)
        process.exitCode = core/* ExitCode */.yU.Failure;
}
/** Never green by accident: only a fork's pull request may be skipped, and only where the workflow says so. */
async function withoutCredentials({ onMissing }) {
    const why = 'This run is for a pull request from a fork. GitHub gives such runs no OIDC ID token and no secrets, so AWS cannot be asked. Nothing was checked.';
    await (0,outputs/* writeSummary */.Sy)(skippedSummary(why));
    if (onMissing === 'skip')
        core/* warning */.$e(`${why}\n${(0,help/* helpAt */.n)(FINDINGS)}`, { title: 'Access keys were not checked' });
    else
        core/* setFailed */.C1(`${why} To let such runs pass, say on-missing-credentials: skip.\n${(0,help/* helpAt */.n)(FINDINGS)}`);
}
/** The action's own repository; the runner leaves it out for an action of the workflow's repository. */
function rotationUrl() {
    const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository } = process.env;
    return server && repository ? `${server}/${repository}#readme` : '';
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


/***/ })

};
