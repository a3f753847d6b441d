export const id = 493;
export const ids = [493];
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

/***/ 9493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iamKeyStore: () => (/* binding */ iamKeyStore),
/* harmony export */   keyReader: () => (/* binding */ keyReader),
/* harmony export */   pages: () => (/* binding */ pages)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6764);
/* harmony import */ var _rotation_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5332);
/* harmony import */ var _clients_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1672);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8117);
/** IAM for the rotation: the calls of {@link KeyStore}, in the run's session. */




const iam = (operation, call) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asServiceError */ .C)('iam', operation, call);
/** The calls that only read, by any client. */
function keyReader(client) {
    return {
        listAccessKeys: (UserName) => iam('ListAccessKeys', async () => {
            const keys = [];
            for await (const page of pages((Marker) => client.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .ListAccessKeysCommand */ .Qxm({ UserName, ...(Marker === undefined ? {} : { Marker }) }))))
                for (const key of page.AccessKeyMetadata ?? [])
                    if (key.AccessKeyId !== undefined && key.CreateDate !== undefined)
                        keys.push({
                            id: key.AccessKeyId,
                            status: key.Status === 'Active' ? 'Active' : 'Inactive',
                            createdAt: (0,_rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .awsTime */ .bc)(key.CreateDate.getTime()),
                        });
            return keys;
        }),
        lastUsed: (AccessKeyId) => iam('GetAccessKeyLastUsed', async () => {
            const answer = await client.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .GetAccessKeyLastUsedCommand */ .qRl({ AccessKeyId }));
            return { userName: answer.UserName ?? null, lastUse: lastUseOf(answer.AccessKeyLastUsed) };
        }),
        listUserTags: (UserName) => iam('ListUserTags', async () => {
            const tags = new Map();
            for await (const page of pages((Marker) => client.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .ListUserTagsCommand */ .K8S({ UserName, ...(Marker === undefined ? {} : { Marker }) }))))
                for (const { Key, Value } of page.Tags ?? [])
                    if (Key !== undefined)
                        tags.set(Key, Value ?? '');
            return tags;
        }),
    };
}
function iamKeyStore(region, source, clock) {
    const client = (maxAttempts) => {
        const made = new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .IAMClient */ .h8v({ ...(0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .clientConfig */ .y)({ region, maxAttempts }), ...source.forClient() });
        (0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .keepTime */ .d)(made, clock);
        source.follow(made);
        return made;
    };
    const patient = client(3);
    // The SDK repeats a call whose answer was lost (seen: two creates reach AWS, the first key's secret is nobody's).
    // So creation has a client of its own, which sends once.
    const once = client(1);
    return {
        ...keyReader(patient),
        createAccessKey: (UserName) => iam('CreateAccessKey', async () => {
            // What the other client has learned about this machine's clock: a first request from a drifted one is refused,
            // and this client never repeats.
            once.config.systemClockOffset = patient.config.systemClockOffset;
            const { AccessKey: key } = await once.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .CreateAccessKeyCommand */ .hN({ UserName }));
            if (!key?.AccessKeyId || !key.SecretAccessKey)
                throw new Error('CreateAccessKey answered without a key.');
            return {
                pair: { accessKeyId: key.AccessKeyId, secretAccessKey: key.SecretAccessKey },
                createdAt: (0,_rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .awsTime */ .bc)(key.CreateDate?.getTime() ?? clock.aws()),
            };
        }),
        updateAccessKey: (UserName, AccessKeyId, Status) => iam('UpdateAccessKey', async () => {
            await patient.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .UpdateAccessKeyCommand */ .SF3({ UserName, AccessKeyId, Status }));
        }),
        deleteAccessKey: (UserName, AccessKeyId) => iam('DeleteAccessKey', async () => {
            await patient.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .DeleteAccessKeyCommand */ .yq0({ UserName, AccessKeyId }));
        }),
        tagUser: (UserName, tags) => iam('TagUser', async () => {
            await patient.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .TagUserCommand */ .pkA({ UserName, Tags: [...tags].map(([Key, Value]) => ({ Key, Value })) }));
        }),
        untagUser: (UserName, TagKeys) => iam('UntagUser', async () => {
            await patient.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_3__/* .UntagUserCommand */ .KZ_({ UserName, TagKeys: [...TagKeys] }));
        }),
    };
}
/** AWS says `N/A` for service and region of a key that was never used, and leaves the date out. */
function lastUseOf(used) {
    if (used === undefined)
        return { kind: 'unreadable', why: 'the answer has no AccessKeyLastUsed' };
    if (used.LastUsedDate === undefined)
        return { kind: 'never' };
    return {
        kind: 'used',
        at: (0,_rotation_model_js__WEBPACK_IMPORTED_MODULE_0__/* .awsTime */ .bc)(used.LastUsedDate.getTime()),
        service: used.ServiceName ?? 'unknown',
        region: used.Region ?? 'unknown',
    };
}
/** Page after page, as long as AWS says that there are more. */
async function* pages(ask) {
    let marker;
    do {
        const page = await ask(marker);
        yield page;
        marker = page.IsTruncated ? page.Marker : undefined;
    } while (marker !== undefined);
}


/***/ })

};
