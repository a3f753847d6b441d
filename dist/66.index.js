export const id = 66;
export const ids = [66,987];
export const modules = {

/***/ 4066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failAsDefect: () => (/* binding */ failAsDefect),
/* harmony export */   failInputs: () => (/* binding */ failInputs),
/* harmony export */   failWith: () => (/* binding */ failWith)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6421);
/* harmony import */ var _help_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6458);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8987);
/** How every door ends: bad input named whole, failures in words, defects with their stack. Never green by accident. */



function failInputs(problems) {
    for (const problem of problems)
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3((0,_log_js__WEBPACK_IMPORTED_MODULE_1__.harmless)(problem), { title: 'Bad input' });
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setFailed */ .C1(`${problems.length} input${problems.length === 1 ? ' is' : 's are'} not usable. Nothing was changed.\n${(0,_help_js__WEBPACK_IMPORTED_MODULE_2__/* .helpAt */ .n)('bad-input')}`);
}
const failWith = ({ code, message, state, remedy }) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setFailed */ .C1((0,_log_js__WEBPACK_IMPORTED_MODULE_1__.harmless)([message, state, remedy, (0,_help_js__WEBPACK_IMPORTED_MODULE_2__/* .helpAt */ .n)(code)].join('\n')));
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


/***/ })

};
