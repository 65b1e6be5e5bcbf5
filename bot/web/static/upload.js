// Files on their way to the server. Only the page that chose a file has it: a reload in the middle loses it, and says so.
import { newId } from "./transcript.js";

const MOST_BYTES = 10 * 1024 * 1024;
const PATIENCE = 120000;
const PAUSES = [1000, 3000, 8000, 20000];
const sleep = (ms) => new Promise((resolve) => window.setTimeout(resolve, ms));

async function put(entry, file, caption) {
  const given = new URLSearchParams({ id: entry.key, name: file.name, caption });
  const answer = await fetch(`/upload?${given}`, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: file,
    signal: AbortSignal.timeout(PATIENCE),
  });
  return { status: answer.status, after: Number(answer.headers.get("Retry-After")) || 0 };
}

export class Uploads {
  constructor(transcript, { changed, stuck, renewed }) {
    this.transcript = transcript;
    this.changed = changed;
    this.stuck = stuck;
    this.renewed = renewed;
    for (const entry of transcript.entries) {
      if (entry.state === "uploading" && entry.at < Date.now() - PATIENCE) entry.state = "lost";
    }
  }

  entry(file, caption, at) {
    const text = caption ? `📎 ${file.name}\n${caption}` : `📎 ${file.name}`;
    return { key: newId(), own: true, at, text, state: "uploading" };
  }

  async send(entry, file, caption) {
    if (!file.size || file.size > MOST_BYTES) return this.settle(entry, "large");
    for (const pause of PAUSES) {
      const { status, after } = await put(entry, file, caption).catch(() => ({ status: 0, after: 0 }));
      if (status === 202) return this.settle(entry, "sent");
      if (status === 413) return this.settle(entry, "large");
      if (status === 400) return this.settle(entry, "lost");
      if (status === 401) {
        await fetch("/", { cache: "no-store" }).catch(() => null);
        this.renewed();
      }
      await sleep(Math.max(pause, after * 1000));
    }
    return this.settle(entry, "lost");
  }

  settle(entry, state) {
    entry.state = state;
    if (state !== "sent") this.stuck();
    this.transcript.save();
    this.changed(entry);
  }
}
