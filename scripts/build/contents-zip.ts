import { unzipSync, zipSync } from "fflate";

/** Zip keeps local wall-clock fields, so a date built from local parts is the same bytes in every time zone. */
const fixedTime = new Date(2026, 0, 1, 0, 0, 0);

/** A zip whose bytes depend only on the names and contents: sorted entries, one fixed time. */
export function buildFixedZip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(files).toSorted();
  const entries = Object.fromEntries(
    names.flatMap((name) => {
      const bytes = files[name];
      return bytes === undefined ? [] : [[name, bytes] as const];
    }),
  );
  return zipSync(entries, { level: 9, mtime: fixedTime, os: 3, attrs: 0o644 << 16 });
}

/** The same entries in the fixed form; the packer stamps the present time into the outer zip. */
export function toFixedZip(zip: Uint8Array): Uint8Array {
  return buildFixedZip(unzipSync(zip));
}
