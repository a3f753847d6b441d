/** Key pairs of places that hold secrets, and the opening of boxes sealed for them. */
import { createHash } from 'node:crypto';
import sodium from 'libsodium-wrappers';

export interface BoxOpener {
  /** Base64. The same ID always has the same key pair, so that a schedule replays exactly. */
  publicKey(keyId: string): string;
  /** What the box holds, or `null` when it is not a box for this key. */
  open(keyId: string, box: string): string | null;
}

/** The real thing: libsodium's sealed boxes, standard base64. Needs `await sodium.ready` once before. */
export async function sodiumBoxes(): Promise<BoxOpener> {
  await sodium.ready;
  const pairs = new Map<string, { publicKey: Uint8Array; privateKey: Uint8Array }>();
  const pairOf = (keyId: string) => {
    const known = pairs.get(keyId);
    if (known !== undefined) return known;
    const made = sodium.crypto_box_seed_keypair(createHash('sha256').update(keyId).digest());
    pairs.set(keyId, made);
    return made;
  };
  const { ORIGINAL } = sodium.base64_variants;
  return {
    publicKey: (keyId) => sodium.to_base64(pairOf(keyId).publicKey, ORIGINAL),
    open(keyId, box) {
      const { publicKey, privateKey } = pairOf(keyId);
      try {
        return sodium.to_string(
          sodium.crypto_box_seal_open(sodium.from_base64(box, ORIGINAL), publicKey, privateKey),
        );
      } catch {
        return null;
      }
    },
  };
}

/**
 * For the exhaustive exploration, which opens hundreds of thousands of boxes: a "box" names the key it was made for and
 * holds its text reversed. Everything about keys and their IDs stays as strict; only the cryptography is left to the
 * tests that use the real thing.
 */
export const toyBoxes: BoxOpener = {
  publicKey: (keyId) => `toy:${keyId}`,
  open(keyId, box) {
    const prefix = `for:toy:${keyId}:`;
    return box.startsWith(prefix) ? reversed(box.slice(prefix.length)) : null;
  },
};

export const toySeal = (publicKey: string, text: string): string => `for:${publicKey}:${reversed(text)}`;

const reversed = (text: string): string => [...text].reverse().join('');
