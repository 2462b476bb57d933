/** A fault of input: where it is, what kind it is, and what to tell a developer or administrator. */
export type Issue = { path: string; code: string; message: string };
