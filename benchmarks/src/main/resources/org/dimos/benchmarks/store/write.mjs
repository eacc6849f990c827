// Writes messages as MCAP and prints the seconds it took: node write.mjs OUT ORDER LENGTH...
// ORDER is a file with one byte per message: which of the lengths it has.
import { McapWriter } from "@mcap/core";
import { randomBytes } from "node:crypto";
import { openSync, writeSync, fsyncSync, closeSync, readFileSync } from "node:fs";

const [out, orderFile, ...lengths] = process.argv.slice(2);
const order = readFileSync(orderFile);
const POOL = 16 << 20;
const pools = lengths.map((length) =>
  Array.from({ length: Math.min(4096, Math.max(1, Math.floor(POOL / Number(length)))) }, () => randomBytes(Number(length))),
);

class Output {
  #file = openSync(out, "wx");
  #position = 0n;
  async write(buffer) {
    for (let at = 0; at < buffer.byteLength; ) {
      at += writeSync(this.#file, buffer, at, buffer.byteLength - at);
    }
    this.#position += BigInt(buffer.byteLength);
  }
  position() {
    return this.#position;
  }
  close() {
    fsyncSync(this.#file);
    closeSync(this.#file);
  }
}

const begin = process.hrtime.bigint();
const output = new Output();
const writer = new McapWriter({ writable: output });
await writer.start({ profile: "", library: "comparison" });
const channels = [];
for (const length of lengths) {
  channels.push(
    await writer.registerChannel({ schemaId: 0, topic: `bytes_${length}`, messageEncoding: "", metadata: new Map() }),
  );
}
let time = 1_700_000_000_000_000_000n;
for (let i = 0; i < order.length; i++) {
  const kind = order[i];
  const pool = pools[kind];
  time += 1000n;
  await writer.addMessage({
    channelId: channels[kind],
    sequence: i,
    logTime: time,
    publishTime: time,
    data: pool[i % pool.length],
  });
}
await writer.end();
output.close();
console.log(Number(process.hrtime.bigint() - begin) / 1e9);
