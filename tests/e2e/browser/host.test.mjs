// The development host itself: what it must not do to the page it serves.
import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout } from "node:timers/promises";
import { after, before, describe, test } from "node:test";
import { serve } from "./host.mjs";

/** A connection that asks for the page and stays open as a browser's do; `answered` once it has its answer. */
function asking(port) {
  const socket = connect(port, "127.0.0.1", () => socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`));
  const connected = once(socket, "connect");
  const answered = new Promise((resolve) => {
    let text = "";
    socket.setEncoding("utf8").on("data", (part) => (text += part).includes("</html>") && resolve(true));
  });
  return { socket, connected, answered };
}

describe("the development host", () => {
  let host;
  before(async () => (host = await serve()));
  after(() => host?.stop());

  test("connections that stay open, as a browser keeps them, keep no other waiting", async () => {
    const { port } = new URL(host.url);
    for (let round = 0; round < 5; round++) {
      process.kill(host.pid, "SIGSTOP"); // they all stand at the door when it goes on
      await setTimeout(20);
      const all = Array.from({ length: 12 }, () => asking(port));
      await Promise.all(all.map(({ connected }) => connected));
      process.kill(host.pid, "SIGCONT");
      const late = setTimeout(5000, "late", { ref: false });
      const answers = await Promise.all(all.map(({ answered }) => Promise.race([answered, late])));
      for (const { socket } of all) socket.destroy();
      await setTimeout(50); // until it rests again
      assert.deepEqual(answers, Array(12).fill(true), `round ${round}`);
    }
  });

  test("another site's page cannot call it", async () => {
    const response = await fetch(`${host.url}call/status_get`, { method: "POST", body: "{}", headers: { origin: "http://example.com" } });
    assert.equal(response.status, 403);
  });
});
