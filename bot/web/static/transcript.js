// What the page remembers: the bubbles on screen, the last reply's id, and what is still to be sent.
const STORE = "dakpath.chat.1";
const KEPT = 200;

export class Transcript {
  constructor() {
    this.entries = [];
    this.last = 0;
    this.left = false; // the person deleted everything: do not greet again before they write
    this.merge();
  }

  read() {
    try {
      return JSON.parse(window.localStorage.getItem(STORE)) || {};
    } catch {
      return {};
    }
  }

  // Takes over what this or another tab stored; returns true when something changed.
  merge() {
    const stored = this.read();
    const theirs = (stored.entries || []).filter((entry) => entry.key);
    const known = new Map(this.entries.map((entry) => [entry.key, entry]));
    const news = theirs.filter((entry) => !known.has(entry.key));
    const settled = theirs.filter((entry) => isUnsent(known.get(entry.key)) && !isUnsent(entry));
    for (const entry of settled) Object.assign(known.get(entry.key), entry);
    this.entries.push(...news);
    this.last = Math.max(this.last, Number(stored.last) || 0);
    this.left = this.left || Boolean(stored.left);
    return news.length + settled.length > 0;
  }

  save() {
    for (const kept of [KEPT, 40]) {
      try {
        const entries = this.entries.slice(-kept);
        window.localStorage.setItem(STORE, JSON.stringify({ entries, last: this.last, left: this.left }));
        return;
      } catch {
        // storage is full or forbidden: keep less, then go on without it
      }
    }
  }

  has(key) {
    return this.entries.some((entry) => entry.key === key);
  }

  // Adds an entry and returns the keys of those that had to go.
  add(entry) {
    this.entries.push(entry);
    const gone = this.entries.splice(0, Math.max(0, this.entries.length - KEPT));
    this.save();
    return gone.map((old) => old.key);
  }

  remove(key) {
    this.entries = this.entries.filter((entry) => entry.key !== key);
    this.save();
  }

  // Forgets everything except what has not been sent yet.
  clear() {
    this.entries = this.entries.filter(isUnsent);
    this.save();
  }

  nextUnsent() {
    return this.entries.find(isUnsent);
  }

  hasOwnDelivered() {
    return this.entries.some((entry) => entry.own && !isUnsent(entry));
  }

  language() {
    const replies = this.entries.filter((entry) => !entry.own);
    return replies.length ? replies[replies.length - 1].reply.language : null;
  }
}

export function isUnsent(entry) {
  return Boolean(entry?.own) && (entry.state === "waiting" || entry.state === "failed");
}

export function newId() {
  if (window.crypto.randomUUID) return window.crypto.randomUUID();
  const bytes = window.crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
