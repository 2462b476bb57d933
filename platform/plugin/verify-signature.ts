import { createPublicKey, verify } from "node:crypto";

/**
 * Whether `signature` is RSASSA-PKCS1-v1_5 with SHA-1 over `contents` (what plugin-packer makes), or `null` when the key is no RSA
 * public key in SubjectPublicKeyInfo DER.
 */
export function verifySignature(contents: Uint8Array, publicKey: Uint8Array, signature: Uint8Array): boolean | null {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey), format: "der", type: "spki" });
    if (key.asymmetricKeyType !== "rsa") {
      return null;
    }
    return verify("RSA-SHA1", contents, key, signature);
  } catch {
    return null;
  }
}
