// Preloaded into a bot: writes where it connects to, and which names it looks up, to the file named by RECORD_CONNECTS.
const { appendFileSync } = require("node:fs");
const dns = require("node:dns");
const net = require("node:net");

const note = (what) => appendFileSync(process.env.RECORD_CONNECTS, `${what}\n`);

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...given) {
  // `net.connect` hands its own list on, with the options in front.
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  const options = typeof first === "object" ? first : { port: first, host: second };
  note(options.path === undefined ? `${options.host ?? "localhost"}:${options.port}` : String(options.path));
  return connect.apply(this, given);
};

for (const holder of [dns, dns.promises])
  for (const name of ["lookup", "resolve", "resolve4", "resolve6"]) {
    const own = holder[name];
    holder[name] = function (host, ...rest) {
      if (net.isIP(String(host)) === 0) note(`name ${host}`);
      return own.call(this, host, ...rest);
    };
  }
