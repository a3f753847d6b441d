export const id = 80;
export const ids = [80];
export const modules = {

/***/ 9080:
/***/ ((__unused_webpack___webpack_module__, __unused_webpack___webpack_exports__, __webpack_require__) => {


// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: ./build/dist-src/action/finish.js
var finish = __webpack_require__(4066);
// EXTERNAL MODULE: ./build/dist-src/action/log.js
var log = __webpack_require__(8987);
// EXTERNAL MODULE: ./build/dist-src/action/outputs.js
var outputs = __webpack_require__(4755);
// EXTERNAL MODULE: ./build/dist-src/rotation/destinations.js
var rotation_destinations = __webpack_require__(8108);
;// CONCATENATED MODULE: ./build/dist-src/action/destination-inputs.js
/** The `destinations` input, and the names of the secrets in them. */

// GitHub: an account name has letters, digits and single hyphens; a repository name also dots and underscores.
const OWNER = /^[A-Za-z\d](?:[A-Za-z\d]|-(?=[A-Za-z\d])){0,38}$/;
const REPOSITORY = /^(?!\.{1,2}$)[\w.-]{1,100}$/;
const ACCEPTED = 'actions[:OWNER/REPO], environment:NAME, environment:OWNER/REPO:NAME, organization:ORG, dependabot[:OWNER/REPO], ' +
    'dependabot-organization:ORG, codespaces[:OWNER/REPO] or codespaces-organization:ORG';
/** @param repository `OWNER/REPO` of this workflow. */
function readDestinations(input, repository) {
    const found = [];
    for (const line of input.lines('destinations')) {
        const destination = parseDestination(line, repository);
        if (destination === null)
            input.problem('destinations', `${JSON.stringify(line)} is not ${ACCEPTED}`);
        // GitHub's names ignore case, so two spellings are one place.
        else if (found.some((other) => (0,rotation_destinations/* nameOf */.Vb)(other).toLowerCase() === (0,rotation_destinations/* nameOf */.Vb)(destination).toLowerCase()))
            input.problem('destinations', `${JSON.stringify(line)} is listed twice`);
        else
            found.push(destination);
    }
    const [home, ...rest] = found;
    if (home === undefined) {
        if (input.lines('destinations').length === 0)
            input.problem('destinations', `is empty; accepted are ${ACCEPTED}`);
        return null;
    }
    return [home, ...rest];
}
const APPS = {
    actions: 'actions',
    dependabot: 'dependabot',
    codespaces: 'codespaces',
};
const ORGANIZATIONS = {
    organization: 'actions',
    'dependabot-organization': 'dependabot',
    'codespaces-organization': 'codespaces',
};
function parseDestination(line, repository) {
    const colon = line.indexOf(':');
    const word = colon < 0 ? line : line.slice(0, colon);
    const rest = colon < 0 ? null : line.slice(colon + 1);
    const app = APPS[word];
    if (app !== undefined) {
        const place = parseRepository(rest ?? repository);
        return place === null ? null : { scope: 'repository', app, ...place };
    }
    const organizationApp = ORGANIZATIONS[word];
    if (organizationApp !== undefined)
        return rest !== null && OWNER.test(rest)
            ? { scope: 'organization', app: organizationApp, org: rest }
            : null;
    return word === 'environment' && rest !== null ? parseEnvironment(rest, repository) : null;
}
/** In `A/B:C`, what stands before the first `:` and has the form OWNER/REPO is the repository. */
function parseEnvironment(rest, repository) {
    const colon = rest.indexOf(':');
    const elsewhere = colon < 0 ? null : parseRepository(rest.slice(0, colon));
    const place = elsewhere ?? parseRepository(repository);
    const environment = elsewhere === null ? rest : rest.slice(colon + 1);
    // GitHub: an environment's name has at most 255 characters.
    if (place === null || environment === '' || environment.length > 255)
        return null;
    return { scope: 'environment', app: 'actions', ...place, environment };
}
function parseRepository(text) {
    const [owner = '', repo = '', ...more] = text.split('/');
    return OWNER.test(owner) && REPOSITORY.test(repo) && more.length === 0 ? { owner, repo } : null;
}
// GitHub: "Secret names can only contain alphanumeric characters or underscores", no leading digit, no GITHUB_ prefix.
const SECRET_NAME = /^(?!github_)[a-z_][a-z\d_]{0,254}$/i;
const SECRET_NAME_ACCEPTED = 'a secret name (letters, digits and _, no leading digit, not starting with GITHUB_)';
const DEFAULT_NAMES = {
    accessKeyIdName: 'AWS_ACCESS_KEY_ID',
    secretAccessKeyName: 'AWS_SECRET_ACCESS_KEY',
};
function readLayout(input) {
    const name = (of, required) => 
    // GitHub keeps secret names in upper case.
    input.matching(of, SECRET_NAME, SECRET_NAME_ACCEPTED, { required }).toUpperCase();
    const json = name('credentials-json-name', false);
    const two = {
        accessKeyIdName: name('access-key-id-name', json === ''),
        secretAccessKeyName: name('secret-access-key-name', json === ''),
    };
    if (json === '') {
        if (two.accessKeyIdName !== '' && two.accessKeyIdName === two.secretAccessKeyName)
            input.problem('secret-access-key-name', 'is the same name as access-key-id-name');
        return { kind: 'two', ...two };
    }
    if (two.accessKeyIdName !== DEFAULT_NAMES.accessKeyIdName ||
        two.secretAccessKeyName !== DEFAULT_NAMES.secretAccessKeyName)
        input.problem('credentials-json-name', 'the pair is kept either in this one secret or in two; leave access-key-id-name and secret-access-key-name out');
    return { kind: 'json', name: json };
}

// EXTERNAL MODULE: ./build/dist-src/action/pair-inputs.js
var pair_inputs = __webpack_require__(7651);
// EXTERNAL MODULE: ./build/dist-src/action/parse.js
var parse = __webpack_require__(8730);
// EXTERNAL MODULE: ./build/dist-src/action/session-inputs.js
var session_inputs = __webpack_require__(2183);
;// CONCATENATED MODULE: ./build/dist-src/action/rotate-inputs.js
/** The root action's inputs, parsed and checked against each other before any request is sent. */






/** The inputs, or every reason why they cannot be used. */
function readRotateInputs(read, environment) {
    const input = new parse/* InputReader */.i(read);
    const session = (0,session_inputs/* readSession */.E)(input, environment);
    const gitHubToken = input.matching('github-token', /^\S+$/, 'a token that may write secrets (GITHUB_TOKEN cannot)', {
        secret: true,
        required: true,
    });
    const deployed = (0,pair_inputs/* readPair */.$T)(input);
    const userName = (0,pair_inputs/* readUserName */.te)(input);
    if (userName === '' && deployed.accessKeyId === '' && deployed.secretAccessKey === '')
        input.problem('user-name', 'is required when no pair is passed (before the first rotation)');
    const repository = environment.GITHUB_REPOSITORY ?? '';
    const destinations = readDestinations(input, repository);
    const layout = readLayout(input);
    const policy = readPolicy(input);
    const dryRun = input.flag('dry-run');
    if (destinations === null || input.problems.length > 0)
        return input.problems;
    return {
        session,
        gitHubToken,
        apiUrl: environment.GITHUB_API_URL || 'https://api.github.com',
        repository: thisRepository(environment),
        deployed,
        subject: { userName, destinations, layout, destinationsDigest: digest(destinations, layout) },
        policy,
        dryRun,
        runId: [environment.GITHUB_RUN_ID ?? 'local', environment.GITHUB_RUN_ATTEMPT ?? '1'].join('-'),
    };
}
function thisRepository({ GITHUB_REPOSITORY = '', GITHUB_REPOSITORY_ID = '', }) {
    const [owner = '', repo = ''] = GITHUB_REPOSITORY.split('/');
    return { owner, repo, id: /^\d+$/.test(GITHUB_REPOSITORY_ID) ? Number(GITHUB_REPOSITORY_ID) : null };
}
function readPolicy(input) {
    const policy = {
        rotateAfterDays: input.wholeNumber('rotate-after-days', 1, 3650),
        deactivateAfterDays: input.wholeNumber('deactivate-after-days', 0, 3650),
        quietDays: input.wholeNumber('quiet-days', 0, 3650),
        deleteAfterDays: input.wholeNumber('delete-after-days', 0, 3650),
        maxAgeDays: input.wholeNumber('max-age-days', 1, 3650),
        force: input.flag('force'),
        foreignKey: input.oneOf('foreign-key', ['refuse', 'retire']) ?? 'refuse',
    };
    const retirement = policy.deactivateAfterDays + policy.deleteAfterDays;
    if (retirement >= policy.rotateAfterDays)
        input.problem('rotate-after-days', `${policy.rotateAfterDays} is not more than deactivate-after-days + delete-after-days (${retirement}): the old ` +
            'key would still take the second slot when the next rotation is due');
    if (policy.rotateAfterDays > policy.maxAgeDays)
        input.problem('rotate-after-days', `${policy.rotateAfterDays} is more than max-age-days (${policy.maxAgeDays})`);
    return policy;
}
/** What `stored` records of the destination list: 12 hexadecimal digits of SHA-256 over places and secret names. */
function digest(destinations, layout) {
    const [home = '', ...rest] = destinations.map((destination) => (0,rotation_destinations/* nameOf */.Vb)(destination).toLowerCase());
    const text = JSON.stringify([home, rest.sort(), layout.kind, ...(0,rotation_destinations/* slotNames */.Do)(layout)]);
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 12);
}

// EXTERNAL MODULE: ./build/dist-src/aws/ports.js + 2 modules
var aws_ports = __webpack_require__(1666);
// EXTERNAL MODULE: ./build/dist-src/flow/rotate.js + 8 modules
var rotate = __webpack_require__(3723);
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
        this.visibilities.set(`${(0,rotation_destinations/* nameOf */.Vb)(destination)} ${name}`, visibility);
    }
    async of(destination, name) {
        if (destination.scope !== 'organization')
            return {};
        const visibility = this.visibilities.get(`${(0,rotation_destinations/* nameOf */.Vb)(destination)} ${name}`) ?? null;
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
            message: `${missing.length} of ${sent.length} selected repositories lost secret ${name} of ${(0,rotation_destinations/* nameOf */.Vb)(destination)}: ${missing.join(', ')}`,
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

// EXTERNAL MODULE: ./build/dist-src/rotation/view.js
var view = __webpack_require__(4256);
// EXTERNAL MODULE: ./build/dist-src/report/markdown.js
var markdown = __webpack_require__(3860);
// EXTERNAL MODULE: ./build/dist-src/report/words.js
var words = __webpack_require__(2711);
;// CONCATENATED MODULE: ./build/dist-src/report/summary.js



function rotationSummary(report) {
    const { observation, plan, deeds, failure } = report;
    return (0,markdown/* sections */.V0)(`## ${heading(report)}`, failure === null
        ? null
        : (0,markdown/* sections */.V0)((0,markdown/* literal */.eu)(failure.message), `**Now:** ${(0,markdown/* literal */.eu)(failure.state)}`, `**Do:** ${(0,markdown/* literal */.eu)(failure.remedy)}`).trim(), failure === null || failure.places.length === 0 ? null : placesTable(failure.places), plan === null ? null : (0,markdown/* literal */.eu)(plan.message), plan === null || observation === null ? null : sayNext(plan.next, observation), observation === null ? null : keyTable(observation), observation === null ? null : destinationTable(observation), deeds.length === 0 ? null : `### Done in this run\n\n${deeds.map(sayDeed).join('\n')}`, report.dryRun ? dryRunSection(plan) : null, observation !== null && observation.journal.unreadable.length > 0
        ? `Ignored, since they make no sense: the user's tags ${(0,markdown/* literal */.eu)((0,words/* list */.p_)(observation.journal.unreadable))}.`
        : null);
}
function heading({ failure, plan, deeds, dryRun }) {
    if (failure !== null)
        return '❌ The rotation failed';
    if (dryRun)
        return '🔍 Dry run';
    if (plan?.outcome === 'refuse')
        return '❌ A person is needed';
    if (plan?.outcome === 'warn')
        return '⚠️ A person is needed soon';
    if (deeds.some((deed) => deed.kind === 'created'))
        return '✅ The key was rotated';
    if (deeds.some((deed) => deed.kind === 'deactivated'))
        return '✅ The previous key was deactivated';
    if (deeds.some((deed) => deed.kind === 'deleted'))
        return '✅ The previous key was deleted';
    return plan?.outcome === 'wait' ? '⏳ The previous key waits' : '✅ The key is in place';
}
const NEXT = {
    create: 'the next key is created',
    deactivate: 'the previous key is made Inactive',
    delete: 'the previous key is deleted',
    person: 'a person must act',
};
const sayNext = (next, { now }) => `**Next:** ${NEXT[next.step]} ${(0,words/* whenever */.Ns)(next.at, now)}.`;
function keyTable(seen) {
    const deployed = seen.deployed.kind === 'accepted' ? seen.deployed.key : null;
    const row = (key) => [
        `${(0,markdown/* code */.aY)((0,words/* shortKey */.qU)(key.id))}${key.id === deployed ? ' (deployed)' : ''}`,
        key.status,
        (0,words/* duration */.p0)(seen.now - key.createdAt),
        (0,markdown/* literal */.eu)(key.id === deployed ? 'just now, by this run' : (0,view/* sayLastUse */.rS)(seen.lastUse.get(key.id))),
        sayRecord(key, seen),
    ];
    return `### Keys of ${(0,markdown/* literal */.eu)(seen.userName)}\n\n${(0,markdown/* table */.tp)(['Key', 'Status', 'Age', 'Last used', 'On record'], seen.keys.map(row))}`;
}
function sayRecord(key, seen) {
    const record = seen.journal.records.get(key.id);
    return record === undefined ? '–' : `${record.state} since ${(0,words/* date */.p6)(record.at)}`;
}
function destinationTable(seen) {
    const slot = ({ name, updatedAt }) => `${(0,markdown/* code */.aY)(name)} ${updatedAt === null ? 'absent' : (0,words/* moment */.n$)(updatedAt)}`;
    return `### Destinations\n\n${(0,markdown/* table */.tp)(['Destination', 'Secrets, last written'], seen.destinations.map((place) => [(0,markdown/* literal */.eu)(place.name), place.slots.map(slot).join('<br>')]))}`;
}
const placesTable = (places) => `### What each destination holds\n\n${(0,markdown/* table */.tp)(['Destination', 'Holds', 'Error'], places.map(({ destination, holds, error }) => [(0,markdown/* literal */.eu)(destination), holds, (0,markdown/* literal */.eu)(error ?? '–')]))}`;
function dryRunSection(plan) {
    const steps = (plan?.steps ?? []).map((step) => `1. ${(0,markdown/* literal */.eu)(sayStep(step))}`);
    return `### A dry run: nothing was changed\n\n${steps.length === 0
        ? 'A real run would change nothing either.'
        : `A real run would:\n\n${steps.join('\n')}`}`;
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
const sayDeed = (deed) => `- Key ${(0,markdown/* code */.aY)((0,words/* shortKey */.qU)(deed.key))}: ${(0,markdown/* literal */.eu)(deed.what)}`;

;// CONCATENATED MODULE: ./build/dist-src/rotate.js
/** Composition root of the root action: builds the real ports, runs the flow, tells the runner what came of it. */











(0,finish/* open */.ho)(async () => {
    const inputs = readRotateInputs(core/* getInput */.V4, process.env);
    if (Array.isArray(inputs))
        return (0,finish/* failInputs */.Ut)(inputs);
    // With JSON credentials the workflow passes parsed halves, which the runner does not know as secrets.
    for (const secret of [inputs.deployed.secretAccessKey, inputs.gitHubToken])
        log/* runnerLog */.t.mask(secret);
    const ports = {
        ...(0,aws_ports/* awsPorts */.E)(inputs.session, log/* runnerLog */.t),
        secrets: gitHubSecrets({
            token: inputs.gitHubToken,
            apiUrl: inputs.apiUrl,
            repository: inputs.repository,
        }),
        sealer: sodiumSealer,
        log: log/* runnerLog */.t,
    };
    const outcome = await (0,rotate/* rotate */.e)({ ports, subject: inputs.subject, nonce: (0,external_node_crypto_.randomUUID)(), id: inputs.runId }, inputs);
    const { failure, plan, deeds, after } = outcome;
    if (inputs.dryRun)
        for (const step of plan?.steps ?? [])
            log/* runnerLog */.t.info(`Would ${sayStep(step)}.`);
    (0,outputs/* setOutputs */.n0)((0,outputs/* rotationOutputs */.bu)(outcome));
    await (0,outputs/* writeSummary */.Sy)(rotationSummary({ observation: after, plan, deeds, failure, dryRun: inputs.dryRun }));
    if (failure !== null)
        (0,finish/* failWith */.ff)(failure);
    else if (plan?.outcome === 'refuse')
        core/* setFailed */.C1((0,log/* harmless */.I)(`${plan.message}\n${(0,finish/* helpAt */.nW)('refusals')}`));
    else if (plan?.outcome === 'warn')
        core/* warning */.$e((0,log/* harmless */.I)(`${plan.message}\n${(0,finish/* helpAt */.nW)('refusals')}`));
    else
        core/* info */.pq((0,log/* harmless */.I)(plan?.message ?? ''));
});


/***/ })

};
