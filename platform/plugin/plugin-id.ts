import { createHash } from "node:crypto";

/** The id that a plugin has by its public key: 32 hex digits of its SHA-256, 0–f written as a–p (fact sheet §9.2). */
export function toPluginId(publicKey: Uint8Array): string {
  const digits = createHash("sha256").update(publicKey).digest("hex").slice(0, 32);
  return digits.replaceAll(/[0-9a-f]/gu, (digit) => String.fromCodePoint(97 + Number.parseInt(digit, 16)));
}
