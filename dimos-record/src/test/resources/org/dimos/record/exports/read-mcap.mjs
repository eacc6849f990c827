// Reads MCAP files with the library of the format's authors and prints a line for each channel.
import { McapIndexedReader, McapStreamReader } from "@mcap/core";
import { loadDecompressHandlers } from "@mcap/support";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const decompressHandlers = await loadDecompressHandlers();

for (const file of process.argv.slice(2)) {
  const bytes = new Uint8Array(readFileSync(file));
  const readable = {
    size: async () => BigInt(bytes.byteLength),
    read: async (offset, length) => bytes.slice(Number(offset), Number(offset + length)),
  };
  const reader = await McapIndexedReader.Initialize({ readable, decompressHandlers });
  const channels = new Map();
  for await (const message of reader.readMessages()) {
    const topic = reader.channelsById.get(message.channelId).topic;
    const channel = channels.get(topic) ?? { count: 0, hash: createHash("sha256") };
    channel.count++;
    channel.hash.update(`${message.logTime} ${message.publishTime} ${message.sequence} `);
    channel.hash.update(message.data);
    channels.set(topic, channel);
  }
  for (const topic of [...channels.keys()].sort()) {
    const { count, hash } = channels.get(topic);
    console.log(`${topic} ${count} ${hash.digest("hex")}`);
  }

  const stream = new McapStreamReader({ decompressHandlers, validateCrcs: true });
  stream.append(bytes);
  let messages = 0n;
  for (let record; (record = stream.nextRecord()); ) {
    messages += record.type === "Message" ? 1n : 0n;
  }
  console.log(`total ${messages} ${reader.statistics.messageCount} ${stream.done()}`);
}
