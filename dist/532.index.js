export const id = 532;
export const ids = [532];
export const modules = {

/***/ 4532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gitHubSecrets: () => (/* binding */ gitHubSecrets)
});

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 21 modules
var github = __webpack_require__(1758);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-retry/dist-bundle/index.js
var dist_bundle = __webpack_require__(9735);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-throttling/dist-bundle/index.js
var plugin_throttling_dist_bundle = __webpack_require__(6856);
// EXTERNAL MODULE: ./build/dist-src/flow/ports.js
var ports = __webpack_require__(2995);
// EXTERNAL MODULE: ./build/dist-src/rotation/model.js
var model = __webpack_require__(5332);
// EXTERNAL MODULE: ./build/dist-src/rotation/destinations.js
var destinations = __webpack_require__(8108);
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

;// CONCATENATED MODULE: ./build/dist-src/github/audience.js
/**
 * Who may read an organization's secret. A PUT replaces the audience together with the value, so a rotation must send
 * the audience that is there: its visibility and *all* selected repositories, not just the first page of thirty.
 */



/** GitHub's largest page. */
const PAGE = 100;
class Audiences {
    send;
    repository;
    /** As the metadata said; `null` = there is no such secret yet. */
    visibilities = new Map();
    constructor(send, repository) {
        this.send = send;
        this.repository = repository;
    }
    note(destination, name, visibility) {
        this.visibilities.set(`${(0,destinations/* nameOf */.Vb)(destination)} ${name}`, visibility);
    }
    async of(destination, name) {
        if (destination.scope !== 'organization')
            return {};
        const visibility = this.visibilities.get(`${(0,destinations/* nameOf */.Vb)(destination)} ${name}`) ?? null;
        if (visibility === null)
            return this.ofNewSecret(destination.org);
        if (visibility !== 'selected')
            return { visibility };
        return { visibility, selected_repository_ids: await this.selected(destination, name) };
    }
    /** Looks again after the write: a secret that vanished from a repository would break its jobs silently. */
    async verify(destination, name, { selected_repository_ids: sent }) {
        if (sent === undefined)
            return;
        const found = await this.selected(destination, name);
        const missing = sent.filter((id) => !found.includes(id));
        if (missing.length === 0)
            return;
        throw new ports/* ServiceError */._({
            service: 'github',
            operation: 'PUT',
            code: 'AudienceChanged',
            status: 0,
            message: `${missing.length} of ${sent.length} selected repositories lost secret ${name} of ${(0,destinations/* nameOf */.Vb)(destination)}: ${missing.join(', ')}`,
        });
    }
    /** The least that can be useful: this workflow's own repository, if it is the organization's. */
    ofNewSecret(org) {
        const { owner, id } = this.repository;
        const own = id !== null && owner.toLowerCase() === org.toLowerCase() ? [id] : [];
        return { visibility: 'selected', selected_repository_ids: own };
    }
    async selected(destination, name) {
        const { path, parameters } = secretsPath(destination);
        const ids = [];
        for (let page = 1;; page++) {
            const { data } = await this.send('GET', `${path}/{secret_name}/repositories`, {
                ...parameters,
                secret_name: name,
                per_page: PAGE,
                page,
            });
            const { total_count, repositories } = data;
            ids.push(...repositories.map(({ id }) => id));
            if (repositories.length === 0 || ids.length >= total_count)
                return ids;
        }
    }
}

// EXTERNAL MODULE: ./node_modules/bottleneck/light.js
var light = __webpack_require__(3251);
;// CONCATENATED MODULE: ./build/dist-src/github/throttle.js

/**
 * GitHub takes about 80 content-creating requests a minute (GitHub REST, "Rate limits for the REST API"). Twenty every
 * twenty seconds: no minute, wherever it begins, sees more than 80, and a run with ten destinations waits for nothing.
 * (The plugin's own default is one write after another, a second apart.)
 */
const WRITES = { reservoir: 20, reservoirRefreshAmount: 20, reservoirRefreshInterval: 20_000 };
/** A rate limit is waited for, but not for ever: this often, and no longer than this each time (seconds). */
const ATTEMPTS = 3;
const LONGEST_WAIT = 180;
const worthWaiting = (retryAfter, _options, _octokit, attempt) => attempt < ATTEMPTS && retryAfter <= LONGEST_WAIT;
/** Options of @octokit/plugin-throttling, which honours `retry-after`. */
const throttle = () => ({
    write: new light.Group({ id: 'writes', ...WRITES }),
    onRateLimit: worthWaiting,
    onSecondaryRateLimit: worthWaiting,
});

;// CONCATENATED MODULE: ./build/dist-src/github/secrets.js
/** GitHub's secrets API behind {@link SecretStore}, for every scope and app. */








/** Bounds one attempt, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;
function gitHubSecrets(options) {
    const send = sender(options);
    const audiences = new Audiences(send, options.repository);
    return {
        async metadata(destination, name) {
            const { path, parameters } = secretsPath(destination);
            try {
                const reply = await send('GET', `${path}/{secret_name}`, { ...parameters, secret_name: name });
                const { updated_at, visibility } = reply.data;
                audiences.note(destination, name, visibility ?? null);
                return { updatedAt: (0,model/* gitHubTime */.nc)(Date.parse(updated_at)), at: dateOf(reply) };
            }
            catch (error) {
                if (!(error instanceof ports/* ServiceError */._) || error.status !== 404)
                    throw error;
                audiences.note(destination, name, null);
                return absent(error);
            }
        },
        async publicKey(destination) {
            const { path, parameters } = secretsPath(destination);
            const { data } = await send('GET', `${path}/public-key`, parameters);
            const { key_id, key } = data;
            return { keyId: key_id, key };
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
            await audiences.verify(destination, name, audience);
            return dateOf(reply);
        },
    };
}
/** GitHub's time of an answer (`Date`, whole seconds). */
const dateOf = ({ headers }) => (0,model/* gitHubTime */.nc)(Date.parse(String(headers.date)));
/** A 404 still carries GitHub's time. */
function absent(error) {
    const { response } = error.cause;
    if (response === undefined)
        throw error;
    return { updatedAt: null, at: dateOf(response) };
}
/**
 * Registered before the other plugins and so innermost: each attempt has its own time. What waits in a queue or for
 * `retry-after` is not cut off.
 */
function attemptTimeout(octokit) {
    octokit.hook.wrap('request', (request, options) => request({ ...options, request: { ...options.request, signal: AbortSignal.timeout(REQUEST_TIMEOUT) } }));
}
function sender({ token, apiUrl }) {
    const octokit = (0,github/* getOctokit */.Q)(token, {
        baseUrl: apiUrl,
        throttle: throttle(),
        // Reads and writes of secrets are idempotent, so 5xx and lost answers are asked again. What a rate limit refuses
        // is the throttling plugin's business: it knows `retry-after`.
        retry: { doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451], retries: 3 },
    }, attemptTimeout, dist_bundle/* retry */.L, plugin_throttling_dist_bundle/* throttling */.A);
    return async (method, path, parameters) => {
        try {
            return await octokit.request(`${method} ${path}`, { ...parameters });
        }
        catch (error) {
            throw asServiceError(`${method} ${path}`, error);
        }
    };
}
/** Octokit calls a request without an answer a 500; only a real answer has a `response`. */
function asServiceError(operation, error) {
    if (!(error instanceof Error))
        return error;
    const { status, response, message } = error;
    const answered = response !== undefined && status !== undefined;
    return new ports/* ServiceError */._({
        service: 'github',
        operation,
        code: answered ? `HTTP ${status}` : 'NetworkError',
        status: answered ? status : 0,
        message: answered ? message : `no answer (${error.name}: ${message})`,
        requestId: answered ? String(response.headers['x-github-request-id'] ?? '') || null : null,
        acceptedPermissions: answered
            ? String(response.headers['x-accepted-github-permissions'] ?? '') || null
            : null,
        cause: error,
    });
}


/***/ })

};
