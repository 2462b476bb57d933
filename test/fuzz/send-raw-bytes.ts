import { connect } from "node:net";
import type { Random } from "./random.ts";

const heads: readonly [string, ...string[]] = [
  "GET / HTTP/1.1\r\n\r\n",
  "GET /k/v1/app.json?id=1 HTTP/1.1\r\nHost: evil.example\r\n\r\n",
  "GET http://localhost/k/v1/app.json HTTP/1.1\r\nHost: localhost\r\n\r\n",
  "GET /k/v1/%E0%A4%A HTTP/1.1\r\nHost: localhost\r\n\r\n",
  "GET //evil.example/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
  "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
  "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n",
  "BREW /k/v1/record.json HTTP/1.1\r\nHost: localhost\r\n\r\n",
  "POST /k/v1/record.json HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
  "POST /k/v1/record.json HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
  "POST /k/v1/record.json HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
  "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=\r\nContent-Length: 4\r\n\r\n----",
  `GET / HTTP/1.1\r\nHost: localhost\r\nCookie: ${"kp_session=x; ".repeat(900)}\r\n\r\n`,
  "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
  "\u0016\u0003\u0001\u0002\u0000",
];

/** Writes what is no proper HTTP and goes away: true for an answer of status 500. Whether the platform lives on is seen by the next call. */
export async function sendRawBytes(url: string, random: Random): Promise<boolean> {
  const { hostname, port } = new URL(url);
  let answer = "";
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(random.pick(heads), "latin1");
      setTimeout(
        () => {
          socket.destroy();
        },
        random.pick([0, 20, 100]),
      );
    });
    socket.on("data", (bytes) => {
      answer += bytes.toString("latin1");
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      resolve();
    });
  });
  return answer.startsWith("HTTP/1.1 500");
}
