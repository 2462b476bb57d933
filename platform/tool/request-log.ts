export type LoggedRequest = {
  readonly id: number;
  /** ISO 8601. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** The query string with secrets masked. */
  readonly query: string;
  /** The login name, `session`, `api-token` or empty: never what proves it. */
  readonly caller: string;
  /** 0: the connection was cut. */
  readonly status: number;
  /** kintone's error code, or empty. */
  readonly code: string;
  readonly ms: number;
  /** Whether a fault on demand met it. */
  readonly faulted: boolean;
};

export type RequestFilter = {
  readonly method?: string;
  /** A part of the path or of the query. */
  readonly text?: string;
  /** `2xx`, `4xx`, an exact number, or `error` for all refusals. */
  readonly status?: string;
};

export type RequestLog = {
  readonly add: (request: Omit<LoggedRequest, "id">) => void;
  /** The newest first. */
  readonly list: (filter: RequestFilter) => readonly LoggedRequest[];
  readonly clear: () => void;
};

/** How many requests are remembered. */
export const requestLogSize = 1000;

/** The last requests of one domain, in memory only: they are gone with the process. */
export function createRequestLog(): RequestLog {
  let requests: LoggedRequest[] = [];
  let next = 1;
  return {
    add: (request) => {
      requests.push({ id: next++, ...request });
      // Cut now and then and not each time: moving a thousand entries per request would cost more than keeping them.
      if (requests.length >= requestLogSize * 2) {
        requests = requests.slice(-requestLogSize);
      }
    },
    list: (filter) => requests.slice(-requestLogSize).filter(toTest(filter)).toReversed(),
    clear: () => {
      requests = [];
    },
  };
}

function toTest({ method = "", text = "", status = "" }: RequestFilter): (request: LoggedRequest) => boolean {
  const wanted = text.toLowerCase();
  return (request) =>
    (method === "" || request.method === method.toUpperCase()) &&
    (wanted === "" || `${request.path}${request.query} ${request.code}`.toLowerCase().includes(wanted)) &&
    (status === "" || meetsStatus(request.status, status));
}

function meetsStatus(status: number, wanted: string): boolean {
  if (wanted === "error") {
    return status === 0 || status >= 400;
  }
  return /^\dxx$/u.test(wanted) ? String(status).startsWith(wanted.slice(0, 1)) : String(status) === wanted;
}
