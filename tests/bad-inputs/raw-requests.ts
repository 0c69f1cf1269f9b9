const close = "Connection: close\r\n";
const get = (target: string, headers = "", version = "HTTP/1.1") =>
  `GET ${target} ${version}\r\nHost: x\r\n${close}${headers}\r\n`;
const post = (target: string, headers: string, body: string) =>
  `POST ${target} HTTP/1.1\r\nHost: x\r\n${close}${headers}\r\n${body}`;
const json = "Content-Type: application/json\r\n";
const form = "Content-Type: application/x-www-form-urlencoded\r\n";
const sized = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n`;

/** What no browser and no platform sends, by what is wrong with it. */
export const rawRequests: Readonly<Record<string, string | Uint8Array>> = {
  "nothing at all": "",
  "line ends": "\r\n\r\n\r\n",
  bytes: new Uint8Array(Array.from({ length: 512 }, (_, index) => (index * 37) % 256)),
  "the beginning of an encrypted connection": Buffer.from("16030100c8010000c40303", "hex"),
  words: "what is grok?\r\n\r\n",
  "another protocol": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "a version from before headers": "GET /\r\n",
  "a version that nobody has seen": get("/", "", "HTTP/9.9"),
  "an empty path": get("//"),
  "a path of slashes": get("////////"),
  "an address that is none": get("http://["),
  "the address of somebody else": get("http://evil.example/healthz"),
  "no path": get("*"),
  "a way to somebody else": `CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n${close}\r\n`,
  "a wish to see oneself": `TRACE / HTTP/1.1\r\nHost: x\r\n${close}\r\n`,
  "a method that is none": `GROK / HTTP/1.1\r\nHost: x\r\n${close}\r\n`,
  "a path to another folder": get("/../../../../etc/passwd"),
  "the same in disguise": get("/%2e%2e/%2e%2e/etc/passwd"),
  "a zero in the path": get("/\u0000"),
  "half an escape": get("/?q=%e0%a4%a&lang=%&%=%"),
  "names of the language itself": get("/constructor?__proto__[x]=1&constructor=2&lang=__proto__"),
  "20,000 characters of an address": get(`/?q=${"a".repeat(20_000)}`),
  "3,000 parameters": get(`/?${"q=1&".repeat(3_000)}`),
  "20,000 characters of a header": get("/", `X-Long: ${"a".repeat(20_000)}\r\n`),
  "2,000 headers": get("/", "X: y\r\n".repeat(2_000)),
  "a header without a name": get("/", ": x\r\n"),
  "a header with a zero": get("/", "X: a\u0000b\r\n"),
  "a header over two lines": get("/", "X: a\r\n b\r\n"),
  "no host": `GET /healthz HTTP/1.1\r\n${close}\r\n`,
  "two hosts": get("/healthz", "Host: y\r\n"),
  "line ends of another system": "GET /healthz HTTP/1.1\nHost: x\n\n",
  "a wish to change the protocol": get(
    "/",
    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n",
  ),
  "an expectation that nobody has": post("/press", `Expect: miracles\r\n${sized("{}")}`, "{}"),
  "a size below zero": post("/press", "Content-Length: -1\r\n", "{}"),
  "a size that is none": post("/press", "Content-Length: 1e9\r\n", "{}"),
  "two sizes": post("/press", "Content-Length: 2\r\nContent-Length: 200\r\n", "{}"),
  "a size and pieces": post("/press", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
  "an encoding that is none": post("/press", "Transfer-Encoding: grok\r\n", "{}"),
  "pieces within pieces": post("/press", "Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n"),
  "a piece whose size is none": post("/press", "Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n0\r\n\r\n"),
  "a piece without end": post("/press", "Transfer-Encoding: chunked\r\n", "ffffffffffffffff\r\n{}"),
  "a piece that says too much": post(
    "/press",
    "Transfer-Encoding: chunked\r\n",
    `2;${"x".repeat(40_000)}\r\n{}\r\n`,
  ),
  "half a request": "POST /press HTTP/1.1\r\nHost: x\r\nContent-Le",
  "half a body": post("/press", `${json}Content-Length: 500\r\n`, '{"client":'),
  "no JSON": post("/press", json + sized("{"), "{"),
  "JSON that is nothing": post("/press", json + sized("null"), "null"),
  "10,000 brackets": post("/press", json + sized("[".repeat(10_000)), "[".repeat(10_000)),
  "an interaction that nobody signed": post(
    "/discord/interactions",
    json + sized('{"type":1}'),
    '{"type":1}',
  ),
  "an interaction that is signed with nothing": post(
    "/discord/interactions",
    `${json}X-Signature-Ed25519: ${"0".repeat(128)}\r\nX-Signature-Timestamp: 1\r\n${sized("{}")}`,
    "{}",
  ),
  "an event that nobody signed": post(
    "/slack/events",
    json + sized('{"type":"event_callback"}'),
    '{"type":"event_callback"}',
  ),
  "an event that is signed with nothing": post(
    "/slack/events",
    `${json}X-Slack-Signature: v0=${"0".repeat(64)}\r\nX-Slack-Request-Timestamp: 1\r\n${sized("{}")}`,
    "{}",
  ),
  "a check of the connection": post("/slack/events", form + sized("ssl_check=1"), "ssl_check=1"),
  "a size that compression hides": post(
    "/slack/events",
    `${json}Content-Encoding: gzip\r\n${sized("{}")}`,
    "{}",
  ),
  "an installation without anything": get("/slack/oauth_redirect"),
  "an installation with everything": get(
    `/slack/oauth_redirect?code=${"c".repeat(2_000)}&state=${"s.".repeat(500)}&error=%3Cscript%3E`,
    "Cookie: __Host-openness-install=x; __proto__=y; =; ;;\r\n",
  ),
  "a state that is signed with nothing": get(
    "/slack/oauth_redirect?code=1&state=eyJhbGciOiJub25lIn0.e30.",
    "Cookie: __Host-openness-install=eyJhbGciOiJub25lIn0.e30.\r\n",
  ),
  "a picture that is none": get("/picture.png?q=%00&v=__proto__&lang=xx"),
  "a language that is none": get("/slack/install", `Accept-Language: ${"de;q=x,".repeat(500)}\r\n`),
};
