// The two ways to the server: messages out, one at a time and again until they arrive; events in.
const LONGEST_WAIT = 15000;
const PATIENCE = 2000; // a shorter gap in the connection is not worth a word

async function post(entry) {
  const content = entry.action ? { id: entry.key, action: entry.action } : { id: entry.key, text: entry.text };
  const answer = await fetch("/messages", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(content),
    signal: AbortSignal.timeout(10000),
  });
  const body = await answer.json().catch(() => ({}));
  return { status: answer.status, text: body.text, after: Number(answer.headers.get("Retry-After")) || 2 };
}

export class Sender {
  constructor(transcript, { changed, stuck, renewed }) {
    this.transcript = transcript;
    this.changed = changed;
    this.stuck = stuck;
    this.renewed = renewed;
    this.busy = false;
    this.hurry = null;
    this.current = null;
  }

  // Tries at once, also in the middle of a pause between two tries.
  wake() {
    if (this.hurry) this.hurry();
    else this.run();
  }

  pause(ms) {
    return new Promise((resolve) => {
      const timer = window.setTimeout(resolve, ms);
      this.hurry = () => {
        window.clearTimeout(timer);
        resolve();
      };
    }).finally(() => (this.hurry = null));
  }

  async run() {
    if (this.busy) return;
    this.busy = true;
    let wait = 1000;
    for (let entry = this.transcript.nextUnsent(); entry; entry = this.transcript.nextUnsent()) {
      this.current = entry;
      const pause = await this.attempt(entry, wait);
      this.current = null;
      wait = pause ? Math.min(wait * 2, LONGEST_WAIT) : 1000;
      if (pause) await this.pause(pause);
    }
    this.busy = false;
  }

  // One try. Returns 0 when the entry is settled, else the milliseconds to wait before the next try.
  async attempt(entry, wait) {
    const answer = await post(entry).catch(() => ({ status: 0 }));
    if (answer.status === 429) return answer.after * 1000;
    if (answer.status === 202) return this.settle(entry, "sent", answer.text);
    if (answer.status === 413) return this.settle(entry, "long");
    if (answer.status === 400) return this.settle(entry, "refused");
    if (answer.status === 401 || answer.status === 403) await this.renew();
    this.stuck();
    this.mark(entry, "failed");
    return wait;
  }

  settle(entry, state, text) {
    if (entry.hidden) {
      this.transcript.remove(entry.key);
      return 0;
    }
    if (typeof text === "string" && !entry.action) entry.text = text;
    if (state !== "sent") this.stuck();
    this.mark(entry, state);
    return 0;
  }

  mark(entry, state) {
    entry.state = state;
    this.transcript.save();
    if (!entry.hidden) this.changed(entry);
  }

  // The cookie is gone or no longer known: ask for a new one, then listen again with it.
  async renew() {
    await fetch("/", { cache: "no-store" }).catch(() => null);
    this.renewed();
  }
}

// Reconnects by itself, from the last reply shown, instead of at the browser's fixed pace.
export class Line {
  constructor(last, { reply, ready, connected }) {
    this.last = last;
    this.reply = reply;
    this.ready = ready;
    this.connected = connected;
    this.source = null;
    this.wait = 500;
    this.alarm = 0;
    this.timer = 0;
  }

  open() {
    window.clearTimeout(this.timer);
    this.source?.close();
    const source = new EventSource(`/events?after=${this.last()}`);
    this.source = source;
    source.addEventListener("open", () => this.up());
    source.addEventListener("error", () => this.down(source));
    source.addEventListener("reply", (event) => this.reply(JSON.parse(event.data)));
    source.addEventListener("ready", (event) => this.ready(JSON.parse(event.data)));
  }

  up() {
    this.wait = 500;
    window.clearTimeout(this.alarm);
    this.alarm = 0;
    this.connected(true);
  }

  down(source) {
    if (source !== this.source) return;
    source.close();
    if (!this.alarm) this.alarm = window.setTimeout(() => this.connected(false), PATIENCE);
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.open(), this.wait);
    this.wait = Math.min(this.wait * 1.6, 5000);
  }

  retry() {
    if (!this.source || this.source.readyState === EventSource.CLOSED) this.open();
  }

  close() {
    window.clearTimeout(this.timer);
    this.source?.close();
  }
}
