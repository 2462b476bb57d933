import { randomInt } from "node:crypto";

const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A new API token: 40 letters and digits, as the official documentation shows them. */
export function generateToken(): string {
  return Array.from({ length: 40 }, () => letters.charAt(randomInt(letters.length))).join("");
}
