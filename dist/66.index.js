export const id = 66;
export const ids = [66,987,37];
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
