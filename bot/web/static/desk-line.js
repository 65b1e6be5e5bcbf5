// The way to the server: the state is asked for again and again, and costs nothing while nothing changed.
const OFTEN = 2000;
const SELDOM = 15000; // while nobody looks
const PATIENCE = 10000;
const UPLOAD_PATIENCE = 120000;

async function ask(path, options, patience = PATIENCE) {
  return fetch(`/desk/${path}`, { cache: "no-store", signal: AbortSignal.timeout(patience), ...options });
}

export async function post(path, body) {
  const answer = await ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body || {}),
  });
  return { status: answer.status, ...(await answer.json().catch(() => ({}))) };
}

export async function upload(path, file) {
  const options = { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file };
  const answer = await ask(path, options, UPLOAD_PATIENCE);
  return { status: answer.status, ...(await answer.json().catch(() => ({}))) };
}

export async function choices() {
  return (await ask("choices")).json();
}

// Asks for the state in turn: one question is on the way at any time, a newer wish goes before the pause ends.
export class Watch {
  constructor(wanted, { shown, same, signedOut, connected }) {
    this.wanted = wanted; // () => {ticket, language}
    this.shown = shown;
    this.same = same;
    this.signedOut = signedOut;
    this.connected = connected;
    this.tag = "";
    this.timer = 0;
    this.asking = false;
    this.again = false;
    this.stopped = true;
  }

  start() {
    this.stopped = false;
    this.now();
  }

  stop() {
    this.stopped = true;
    this.tag = "";
    window.clearTimeout(this.timer);
  }

  // Asks at once; a question that is on the way is followed by another one.
  async now() {
    window.clearTimeout(this.timer);
    if (this.asking || this.stopped) {
      this.again = this.asking;
      return;
    }
    this.asking = true;
    await this.once();
    this.asking = false;
    if (this.again) {
      this.again = false;
      this.now();
    } else if (!this.stopped) {
      this.timer = window.setTimeout(() => this.now(), document.hidden ? SELDOM : OFTEN);
    }
  }

  async once() {
    const { ticket, language } = this.wanted();
    const path = `state?language=${language}${ticket ? `&ticket=${ticket}` : ""}`;
    try {
      const answer = await ask(path, { headers: this.tag ? { "If-None-Match": this.tag } : {} });
      this.connected(answer.status < 500);
      if (answer.status === 401) this.signedOut();
      const clock = Date.parse(answer.headers.get("X-Now")) || Date.now();
      if (answer.status === 304) this.same(clock);
      if (answer.status !== 200) return;
      const state = await answer.json();
      const now = this.wanted();
      if (now.ticket !== ticket || now.language !== language) return; // somebody moved on meanwhile
      this.tag = answer.headers.get("ETag") || "";
      this.shown(state, clock);
    } catch {
      this.connected(false);
    }
  }
}
