export const id = 708;
export const ids = [708];
export const modules = {

/***/ 1672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ keepTime),
/* harmony export */   y: () => (/* binding */ clientConfig)
/* harmony export */ });
/* harmony import */ var _network_agents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9537);
/** SDK clients: how they reach AWS, how long they wait, how often they repeat. */

/** Bounds on one attempt, in milliseconds. */
const CONNECTION_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 30_000;
const clientConfig = ({ region, maxAttempts }) => ({
    region,
    maxAttempts,
    requestHandler: {
        httpAgent: _network_agents_js__WEBPACK_IMPORTED_MODULE_0__/* .httpAgent */ .y,
        httpsAgent: _network_agents_js__WEBPACK_IMPORTED_MODULE_0__/* .httpsAgent */ .f,
        connectionTimeout: CONNECTION_TIMEOUT,
        requestTimeout: REQUEST_TIMEOUT,
        throwOnRequestTimeout: true,
    },
});
/** Lets the clock read the `Date` of every answer this client gets, errors included (it sits below their parsing). */
function keepTime(client, clock) {
    const stack = client.middlewareStack;
    stack.add((next) => async (args) => {
        const result = await next(args);
        const headers = result.response.headers ?? {};
        clock.note(headers.date);
        return result;
    }, { step: 'deserialize', priority: 'low', name: 'keepTime' });
}


/***/ }),

/***/ 8117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ asServiceError)
/* harmony export */ });
/* harmony import */ var _flow_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6296);
/* harmony import */ var _flow_ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2995);


/** Runs one SDK call and turns whatever it throws into a {@link ServiceError}: code, status, request ID, no body. */
async function asServiceError(service, operation, call) {
    try {
        return await call();
    }
    catch (error) {
        // What the credential source says for itself must not be taken for an answer of this call.
        if (!(error instanceof Error) || error instanceof _flow_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._ || error instanceof _flow_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H)
            throw error;
        const { name, message, Code, $metadata } = error;
        const status = $metadata?.httpStatusCode ?? 0;
        throw new _flow_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._({
            service,
            operation,
            code: status === 0 ? 'NetworkError' : (Code ?? name.replace(/Exception$/, '')),
            status,
            message: status === 0 ? `no answer (${name}: ${message})` : message,
            requestId: $metadata?.requestId ?? null,
            cause: error,
        });
    }
}


/***/ }),

/***/ 9327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   callerIdentity: () => (/* binding */ callerIdentity),
/* harmony export */   refusalOf: () => (/* binding */ refusalOf),
/* harmony export */   stsProver: () => (/* binding */ stsProver)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1695);
/* harmony import */ var _flow_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2995);
/* harmony import */ var _clients_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1672);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8117);
/** STS as the judge of a pair: `GetCallerIdentity`, which every pair may call that AWS knows. */




const ATTEMPTS = 3;
const PAUSE = 500;
/**
 * Proves pairs at STS. Each question is sent by a client that never repeats by itself: the SDK takes
 * `SignatureDoesNotMatch` for a drifted clock and would ask three times about every wrong secret.
 */
function stsProver(region, clock) {
    return {
        async prove(pair) {
            const client = new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_3__/* .STSClient */ .iM({ ...(0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .clientConfig */ .y)({ region, maxAttempts: 1 }), credentials: pair });
            (0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .keepTime */ .d)(client, clock);
            for (let attempt = 1;; attempt++) {
                try {
                    return await callerIdentity(client);
                }
                catch (error) {
                    if (!(error instanceof _flow_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._))
                        throw error;
                    const refusal = refusalOf(error);
                    if (refusal !== null)
                        return refusal;
                    if (attempt === ATTEMPTS || !isPassing(error))
                        throw error;
                    await clock.sleep(PAUSE * attempt);
                }
            }
        },
    };
}
async function callerIdentity(client) {
    const answer = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asServiceError */ .C)('sts', 'GetCallerIdentity', () => client.send(new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_3__/* .GetCallerIdentityCommand */ .zI({})));
    return { account: answer.Account ?? '', arn: answer.Arn ?? '' };
}
/** STS says `SignatureDoesNotMatch` also to a request from a drifted clock; that is no answer about the pair. */
const isDrift = (error) => /^Signature (expired|not yet current)/.test(error.message);
/**
 * The one text that is about the pair. The same code also answers a drifted clock and a signature scoped to a region or
 * service that is not AWS's, such as a mistyped `aws-region`: taken for a refusal, `force` would create a key on it.
 */
const isWrongSecret = (error) => error.message.startsWith('The request signature we calculated');
/** What STS said of the pair that signed, or `null` if this is no answer about it. */
function refusalOf(error) {
    if (error.code === 'InvalidClientTokenId')
        return { refused: error.code };
    if (error.code === 'SignatureDoesNotMatch' && isWrongSecret(error))
        return { refused: error.code };
    return null;
}
/** Worth asking again: no answer, a 5xx, throttling, or a drift that the SDK has corrected by AWS's `Date` meanwhile. */
const isPassing = (error) => error.effect === 'unknown' || error.code === 'Throttling' || isDrift(error);


/***/ })

};
