export const id = 66;
export const ids = [66];
export const modules = {

/***/ 4066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ pageAt),
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
/** `More: ` and {@link pageAt}. */
const helpAt = (anchor) => `More: ${pageAt(anchor)}`;
/**
 * Where more is said about a failure: the heading in this action's own documentation, at the version that runs. The
 * runner names the action's repository and ref; for a local action (`./`) it does not.
 */
function pageAt(anchor) {
    const { GITHUB_SERVER_URL = 'https://github.com', GITHUB_ACTION_REPOSITORY, GITHUB_ACTION_REF, } = process.env;
    const page = `docs/troubleshooting.md#${anchor}`;
    return GITHUB_ACTION_REPOSITORY
        ? `${GITHUB_SERVER_URL}/${GITHUB_ACTION_REPOSITORY}/blob/${GITHUB_ACTION_REF || 'main'}/${page}`
        : page;
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


/***/ })

};
