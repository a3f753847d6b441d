export const id = 316;
export const ids = [316];
export const modules = {

/***/ 7316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  open: () => (/* binding */ rotate_open)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
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
        // A rotation would put each half where its consumers look for the other.
        if (/SECRET_ACCESS_KEY$/.test(two.accessKeyIdName) || /ACCESS_KEY_ID$/.test(two.secretAccessKeyName))
            input.problem('access-key-id-name', `${two.accessKeyIdName} for the ID and ${two.secretAccessKeyName} for the secret: the names say otherwise. Swap or correct them`);
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
    // A dry run reports what is missing itself, all of it at once; only what makes no sense keeps it from looking.
    const dryRun = input.flag('dry-run');
    const session = (0,session_inputs/* readSession */.E)(input, environment, { tokenless: dryRun });
    const gitHubToken = input.matching('github-token', /^[\x21-\x7e]+$/, 'a token that may write secrets (GITHUB_TOKEN cannot)', {
        secret: true,
        required: !dryRun,
    });
    const deployed = (0,pair_inputs/* readPair */.$)(input, { halves: dryRun });
    const userName = (0,pair_inputs/* readUserName */.t)(input);
    const nothingPassed = ['user-name', 'access-key-id', 'secret-access-key'].every((name) => input.text(name) === '');
    if (!dryRun && nothingPassed)
        input.problem('user-name', 'is empty, and so are access-key-id and secret-access-key. Pass the pair from the secrets (one that this job ' +
            'does not have is empty), or before the first rotation the IAM user');
    const repository = environment.GITHUB_REPOSITORY ?? '';
    const destinations = readDestinations(input, repository);
    const layout = readLayout(input);
    const policy = readPolicy(input);
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
        runId: runId(environment),
    };
}
/** What a tag can hold and the journal reads again. */
const runId = ({ GITHUB_RUN_ID = 'local', GITHUB_RUN_ATTEMPT = '1' }) => `${GITHUB_RUN_ID}-${GITHUB_RUN_ATTEMPT}`.replace(/[^\w.-]/g, '').slice(0, 64);
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

// EXTERNAL MODULE: ./build/dist-src/doors/door.js + 2 modules
var door = __webpack_require__(9187);
;// CONCATENATED MODULE: ./build/dist-src/doors/rotate.js


async function rotate_open(masks) {
    const inputs = readRotateInputs(door/* getInput */.V4, process.env);
    if (Array.isArray(inputs))
        return await (0,door/* refuseInputs */.gJ)(inputs);
    // With JSON credentials the workflow passes parsed halves, which the runner does not know as secrets.
    for (const secret of [inputs.deployed.secretAccessKey, inputs.gitHubToken])
        masks.mask(secret);
    const begun = await (0,door/* begin */.qN)(inputs.session, masks, async () => {
        const { awsPorts, provingAtOnce } = await Promise.all(/* import() */[__webpack_require__.e(290), __webpack_require__.e(867), __webpack_require__.e(448)]).then(__webpack_require__.bind(__webpack_require__, 4448));
        return provingAtOnce(awsPorts, inputs.deployed);
    });
    const { run } = await Promise.all(/* import() */[__webpack_require__.e(421), __webpack_require__.e(239), __webpack_require__.e(645), __webpack_require__.e(209)]).then(__webpack_require__.bind(__webpack_require__, 7209));
    await run(inputs, begun);
}


/***/ }),

/***/ 8108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Do: () => (/* binding */ slotNames),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   xQ: () => (/* binding */ rightsFor)
/* harmony export */ });
/** Where a pair can live in GitHub: one line of the `destinations` input each. */
/** The destination's full name, in the form that the `destinations` input takes. */
function nameOf(destination) {
    switch (destination.scope) {
        case 'repository':
            return `${destination.app}:${destination.owner}/${destination.repo}`;
        case 'environment':
            return `environment:${destination.owner}/${destination.repo}:${destination.environment}`;
        case 'organization':
            return destination.app === 'actions'
                ? `organization:${destination.org}`
                : `${destination.app}-organization:${destination.org}`;
    }
}
/**
 * The layout's secrets in the order in which they are written: the secret half first. Only it is irreplaceable; the ID
 * can be listed again. So from the first write on, the pair survives any crash.
 */
const slotNames = (layout) => layout.kind === 'json' ? [layout.name] : [layout.secretAccessKeyName, layout.accessKeyIdName];
function rightsFor(destination) {
    switch (destination.scope) {
        case 'environment':
            return { permission: 'Environments: read and write (repository)', scope: 'repo' };
        case 'repository':
            return {
                permission: {
                    actions: 'Secrets',
                    dependabot: 'Dependabot secrets',
                    codespaces: 'Codespaces secrets',
                }[destination.app].concat(': read and write (repository)'),
                scope: 'repo',
            };
        case 'organization':
            return {
                permission: {
                    actions: 'Secrets',
                    dependabot: 'Organization dependabot secrets',
                    codespaces: 'Organization codespaces secrets',
                }[destination.app].concat(': read and write (organization)'),
                scope: 'admin:org',
            };
    }
}


/***/ })

};
