import { randomBytes, scrypt, scryptSync, timingSafeEqual } from "node:crypto";

/** OWASP's scrypt recommendation of 2024 that stays near 50 ms on a small machine: N = 2^14, r = 8, p = 5. */
const cost = { N: 2 ** 14, r: 8, p: 5 } as const;
const keyLength = 32;

/** A salted scrypt hash, with its parameters in front: `scrypt:N:r:p:salt:key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return toText(salt, key);
}

/** The same within a transaction, which cannot wait: for the rare call that creates accounts. */
export function hashPasswordNow(password: string): string {
  const salt = randomBytes(16);
  return toText(salt, scryptSync(password.normalize("NFKC"), salt, keyLength, cost));
}

/** Whether the password is the one that was hashed; takes the same time whichever byte differs. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [kind, n, r, p, salt, key] = hash.split(":");
  if (kind !== "scrypt" || salt === undefined || key === undefined) {
    return false;
  }
  const expected = Buffer.from(key, "base64url");
  const actual = await derive(password, Buffer.from(salt, "base64url"), { N: Number(n), r: Number(r), p: Number(p) });
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

function toText(salt: Buffer, key: Buffer): string {
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join(":");
}

function derive(
  password: string,
  salt: Buffer,
  options: { readonly N: number; readonly r: number; readonly p: number },
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, keyLength, options, (error, key) => {
      if (error) {
        reject(error);
      } else {
        resolve(key);
      }
    });
  });
}
