export const id = 448;
export const ids = [448];
export const modules = {

/***/ 4448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   awsPorts: () => (/* binding */ awsPorts),
/* harmony export */   provingAtOnce: () => (/* binding */ provingAtOnce)
/* harmony export */ });
/* harmony import */ var _flow_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2995);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2642);
/* harmony import */ var _iam_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9493);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8582);
/* harmony import */ var _sts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9327);





function awsPorts(inputs, log, idToken, requests) {
    const clock = new _clock_js__WEBPACK_IMPORTED_MODULE_1__/* .AwsClock */ .I();
    const line = { region: inputs.region, clock, requests };
    const session = (0,_session_js__WEBPACK_IMPORTED_MODULE_3__/* .sessionOf */ .M)(inputs, log, line, idToken);
    return { session, keys: (0,_iam_js__WEBPACK_IMPORTED_MODULE_2__/* .iamKeyStore */ .U2)(line, session), prover: (0,_sts_js__WEBPACK_IMPORTED_MODULE_4__/* .stsProver */ .nQ)(line), clock };
}
/**
 * Makes the ports, and asks about a pair before anybody wants to know: the first question about it gets that answer.
 * Whoever asks again, asks anew.
 */
const provingAtOnce = (connect, pair) => (...given) => {
    const ports = connect(...given);
    let early = (0,_flow_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .isComplete */ .As)(pair) ? ports.prover.prove(pair) : null;
    early?.catch(() => { });
    return {
        ...ports,
        prover: {
            prove(asked) {
                const answer = asked === pair ? early : null;
                early = null;
                return answer ?? ports.prover.prove(asked);
            },
        },
    };
};


/***/ })

};
