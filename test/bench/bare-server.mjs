// The floor of the platform's benchmark: Node's HTTP server and nothing else, answering `?size=N` with a body of N bytes.
import { createServer } from "node:http";

/** @type {Map<number, Buffer>} */
const bodies = new Map();

/** @param {number} size */
function bodyOf(size) {
  const known = bodies.get(size) ?? Buffer.alloc(size, "x");
  bodies.set(size, known);
  return known;
}

const server = createServer((request, response) => {
  const size = Number(new URL(request.url ?? "/", "http://localhost").searchParams.get("size") ?? 2);
  // A server that did not read what it is sent would be no comparison.
  request.resume().on("end", () => {
    response.writeHead(200, { "Content-Type": "application/json;charset=utf-8", "Content-Length": size });
    response.end(bodyOf(size));
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(`ready http://localhost:${typeof address === "object" && address !== null ? address.port : 0}`);
});
