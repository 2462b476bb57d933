/** Where the suite runs instead of the platform, and as whom. */
export type RealDomain = {
  readonly baseUrl: string;
  readonly username: string;
  readonly password: string;
  /** The space that the throw-away apps are made in, or null. */
  readonly space: string | null;
};

/**
 * The domain named by KINTONE_CONTRACT_BASE_URL, _USERNAME, _PASSWORD and, if the apps shall lie in a space, _SPACE; null
 * without them: then each file starts a platform of its own.
 */
export function findRealDomain(environment: NodeJS.ProcessEnv = process.env): RealDomain | null {
  const read = (name: string): string => environment[`KINTONE_CONTRACT_${name}`] ?? "";
  const baseUrl = read("BASE_URL").replace(/\/+$/u, "");
  if (baseUrl === "") {
    return null;
  }
  const [username, password, space] = [read("USERNAME"), read("PASSWORD"), read("SPACE")];
  if (username === "" || password === "") {
    throw new Error("KINTONE_CONTRACT_BASE_URL needs KINTONE_CONTRACT_USERNAME and KINTONE_CONTRACT_PASSWORD as well");
  }
  return { baseUrl, username, password, space: space === "" ? null : space };
}
