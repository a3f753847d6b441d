import type { Sealer } from '../flow/ports.ts';

/** libsodium's `crypto_box_seal`, as GitHub's REST documentation asks for. Loaded only by a run that writes. */
export const sodiumSealer: Sealer = {
  async seal(publicKey, plaintext) {
    const { default: sodium } = await import('libsodium-wrappers');
    await sodium.ready;
    const { base64_variants: variants } = sodium;
    const key = sodium.from_base64(publicKey, variants.ORIGINAL);
    return sodium.to_base64(sodium.crypto_box_seal(plaintext, key), variants.ORIGINAL);
  },
};
