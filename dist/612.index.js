export const id = 612;
export const ids = [612];
export const modules = {

/***/ 9612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  open: () => (/* binding */ reactivate_open)
});

// EXTERNAL MODULE: ./build/dist-src/action/pair-inputs.js
var pair_inputs = __webpack_require__(7651);
// EXTERNAL MODULE: ./build/dist-src/action/parse.js
var parse = __webpack_require__(8730);
// EXTERNAL MODULE: ./build/dist-src/action/session-inputs.js
var session_inputs = __webpack_require__(2183);
;// CONCATENATED MODULE: ./build/dist-src/action/reactivate-inputs.js



/** The inputs, or every reason why they cannot be used. */
function readReactivateInputs(read, environment) {
    const input = new parse/* InputReader */.i(read);
    const session = (0,session_inputs/* readSession */.E)(input, environment);
    const deployed = (0,pair_inputs/* readPair */.$)(input);
    const userName = (0,pair_inputs/* readUserName */.t)(input);
    if (userName === '' && deployed.accessKeyId === '')
        input.problem('user-name', 'is required when access-key-id is not passed');
    return input.problems.length > 0 ? input.problems : { session, reactivation: { userName, deployed } };
}

// EXTERNAL MODULE: ./build/dist-src/doors/door.js + 2 modules
var door = __webpack_require__(9187);
;// CONCATENATED MODULE: ./build/dist-src/doors/reactivate.js


async function reactivate_open(masks) {
    const inputs = readReactivateInputs(door/* getInput */.V4, process.env);
    if (Array.isArray(inputs))
        return await (0,door/* refuseInputs */.gJ)(inputs);
    masks.mask(inputs.reactivation.deployed.secretAccessKey);
    const begun = await (0,door/* begin */.qN)(inputs.session, masks, async () => (await Promise.all(/* import() */[__webpack_require__.e(290), __webpack_require__.e(867), __webpack_require__.e(448)]).then(__webpack_require__.bind(__webpack_require__, 4448))).awsPorts);
    const { run } = await Promise.all(/* import() */[__webpack_require__.e(421), __webpack_require__.e(645), __webpack_require__.e(677)]).then(__webpack_require__.bind(__webpack_require__, 5884));
    await run(inputs, begun);
}


/***/ })

};
