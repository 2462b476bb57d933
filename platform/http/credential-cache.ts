import { createHmac, randomBytes } from "node:crypto";

export type CredentialCache = {
  /** Whether this pair was verified against this very password hash before. */
  readonly isVerified: (login: string, password: string, passwordHash: string) => boolean;
  readonly remember: (login: string, password: string, passwordHash: string) => void;
};

const maximumEntries = 1000;

/**
 * Remembers verified passwords for as long as the process runs, because password authentication comes with each REST call
 * and scrypt is slow on purpose. Kept under a hash with a key that never leaves this process; a changed password misses.
 */
export function createCredentialCache(): CredentialCache {
  const key = randomBytes(32);
  const verified = new Map<string, string>();
  const digest = (login: string, password: string): string =>
    createHmac("sha256", key)
      .update(JSON.stringify([login, password]))
      .digest("base64url");
  return {
    isVerified: (login, password, passwordHash) => verified.get(digest(login, password)) === passwordHash,
    remember: (login, password, passwordHash) => {
      if (verified.size >= maximumEntries) {
        verified.clear();
      }
      verified.set(digest(login, password), passwordHash);
    },
  };
}
