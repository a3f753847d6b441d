export const id = 674;
export const ids = [674];
export const modules = {

/***/ 5674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sodiumSealer: () => (/* binding */ sodiumSealer)
/* harmony export */ });
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


/***/ })

};
