// The helpdesk's page: the list of requests, one conversation, and what can be done with it.
import { newId } from "./transcript.js";
import { make } from "./render.js";
import { Watch, choices, post, upload } from "./desk-line.js";
import { FILTERS, drawList, drawTabs, subjectOf, turnOf } from "./desk-list.js";
import { Log, drawCard } from "./desk-talk.js";

const LIMIT = 4096;
const MOST_BYTES = 10 * 1024 * 1024;
const SAID_SHOWN = 8000;
const LANGUAGE = "dakpath.desk.language";
const $ = (id) => document.getElementById(id);
const input = $("input");
const view = $("view");

let catalogue = { en: {}, hi: {} };
let language = "en";
let known = { circles: [], canned: [] };
let state = { me: null, tickets: [], ticket: null };
let now = Date.now();
let filter = "mine";
let isNote = false;
let drafts = new Map(); // what was typed and not sent, by request
let unmasked = new Map(); // what was shown on demand, as long as the page is open
let file = null;
let changing = null; // the message whose words are being changed
let sending = false;
let shownTicket = 0;
let pinned = true; // the newest entry is in view and stays there

const texts = (id) => catalogue[language]?.[id] ?? catalogue.en?.[id] ?? "";
const wanted = () => ({ ticket: Number(window.location.hash.slice(1)) || 0, language });
const log = new Log($("log"), texts, (entry) => change(entry));
const watch = new Watch(wanted, {
  shown: received,
  same: aged,
  signedOut: () => show(false),
  connected: (is) => ($("connecting").hidden = is),
});

// ---- words on the page -------------------------------------------------------------------------

function remembered() {
  try {
    return window.localStorage.getItem(LANGUAGE);
  } catch {
    return null;
  }
}

function speak(chosen, keeps) {
  language = chosen === "hi" ? "hi" : "en";
  try {
    if (keeps) window.localStorage.setItem(LANGUAGE, language);
  } catch {
    // not allowed: chosen for this visit only
  }
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = texts(element.dataset.text);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", texts(element.dataset.label));
    if (element.tagName === "BUTTON" || element.tagName === "A") element.title = texts(element.dataset.label);
  }
  const other = language === "hi" ? "en" : "hi";
  $("language").textContent = other === "hi" ? "हिंदी" : "English";
  $("language").lang = other;
  $("log").setAttribute("aria-label", texts("page-log-label"));
  title();
}

function title() {
  const due = state.tickets.filter((ticket) => ticket.turn === "queue" || (ticket.mine && ticket.turn === "staff")).length;
  document.title = due ? `(${due}) ${texts("page-desk-title")}` : texts("page-desk-title");
}

let saidTimer = 0;
function say(text, isBad) {
  window.clearTimeout(saidTimer);
  $("said").replaceChildren(make("p", isBad ? "bad" : "", text));
  saidTimer = window.setTimeout(() => $("said").replaceChildren(), SAID_SHOWN);
}

// ---- what is on screen -------------------------------------------------------------------------

function show(isIn) {
  $("entrance").hidden = isIn;
  $("work").hidden = !isIn;
  $("sign-out").hidden = !isIn;
  if (!isIn) $("imports").hidden = true;
  $("to-report").hidden = $("to-invite").hidden = !isIn || !["cell", "administrator"].includes(state.me?.role);
  if (isIn) return;
  document.dispatchEvent(new CustomEvent("desk", { detail: { me: null, texts, language } }));
  watch.stop();
  state = { me: null, tickets: [], ticket: null };
  drafts = new Map();
  unmasked = new Map();
  $("me").textContent = "";
  title();
  $("code").focus();
}

function received(given, clock) {
  const isFirst = !state.me;
  state = given;
  now = clock;
  if (isFirst) {
    show(true);
    if (!remembered() && state.me.language !== language) speak(state.me.language);
    if (!state.tickets.some(FILTERS.mine)) filter = "waiting";
  }
  draw();
}

// Nothing changed but the time that people wait.
function aged(clock) {
  const isLater = Math.floor(clock / 60000) !== Math.floor(now / 60000);
  now = clock;
  if (isLater) draw();
}

function draw() {
  const { me, tickets } = state;
  if (!me) return;
  $("imports").hidden = !me.imports;
  document.dispatchEvent(new CustomEvent("desk", { detail: { me, texts, language } }));
  $("me").textContent = [texts(`page-desk-role-${me.role}`), me.circle || texts("page-desk-central")].join(" · ");
  drawTabs($("tabs"), filter, tickets, texts, (chosen) => {
    filter = chosen;
    draw();
  });
  const listed = tickets.filter(FILTERS[filter]);
  drawList($("tickets"), listed, wanted().ticket, texts, now, language);
  $("no-tickets").hidden = listed.length > 0;
  $("no-tickets").textContent = texts(`page-desk-none-${filter}`);
  drawTalk();
  title();
}

function drawTalk() {
  const { ticket } = state;
  const id = wanted().ticket;
  const isOpen = Boolean(id && ticket && ticket.id === id);
  document.body.dataset.view = id ? "talk" : "list";
  $("talk").hidden = !isOpen;
  $("none-chosen").hidden = isOpen;
  $("none-chosen").textContent = texts(id && state.missing ? "page-desk-missing" : "page-desk-none-chosen");
  if (!isOpen) return;
  $("subject").textContent = `#${ticket.id} ${subjectOf(ticket, texts)}`;
  $("turn").textContent = turnOf(ticket, texts, now, language);
  $("turn").className = ticket.turn;
  drawCard($("told"), ticket, unmasked.get(id), texts, () => act("unmask"));
  drawDoings(ticket);
  drawAnswer(ticket);
  const isNew = shownTicket !== id;
  if (isNew) {
    $("card").open = ticket.state === "open"; // who may claim it reads the card first
    pinned = !$("card").open;
    view.scrollTop = 0;
  }
  log.draw(ticket, language, now);
  if (pinned) toEnd();
  shownTicket = id;
}

function toEnd() {
  view.scrollTop = view.scrollHeight;
}

// A picture that arrives, a growing field: who was at the end stays there.
function keep() {
  const watcher = new ResizeObserver(() => pinned && toEnd());
  for (const part of [view, $("log")]) watcher.observe(part);
  view.addEventListener("scroll", () => {
    pinned = view.scrollHeight - view.scrollTop - view.clientHeight < 90;
  }, { passive: true });
}

function drawDoings(ticket) {
  const doings = [];
  if (ticket.state === "open") doings.push(["claim", "main", () => act("claim")]);
  if (ticket.state !== "closed") doings.push(["hand", "quiet", () => hand()], ["close", "quiet", () => closing()]);
  const key = `${ticket.id}/${ticket.state}/${language}`;
  if ($("doings").dataset.key === key) return; // keeps the focus where it is
  $("doings").dataset.key = key;
  $("doings").replaceChildren(
    ...doings.map(([name, look, act]) => {
      const button = make("button", look, texts(`page-desk-${name}`));
      button.type = "button";
      button.addEventListener("click", act);
      return button;
    }),
  );
}

// Who has not claimed a request can only write notes in it.
function drawAnswer(ticket) {
  const writesNotes = ticket.state !== "closed";
  const answers = ticket.state === "claimed" && ticket.mine;
  if (!answers) isNote = true;
  else if (shownTicket !== ticket.id || !$("answer").classList.contains("answers")) isNote = false;
  $("answer").hidden = !writesNotes;
  $("log").classList.toggle("closed", !writesNotes);
  $("answer").classList.toggle("answers", answers);
  $("answer").classList.toggle("noting", isNote);
  for (const id of ["attach", "canned"]) $(id).hidden = !answers;
  $("attach").disabled = isNote;
  $("canned").disabled = isNote;
  $("note").disabled = !answers;
  $("note").setAttribute("aria-pressed", String(isNote));
  const hint = texts(isNote ? "page-desk-write-note" : "page-desk-write");
  input.placeholder = hint;
  input.setAttribute("aria-label", hint);
  const why = ticket.state === "open" ? "page-desk-claim-first" : ticket.state === "closed" ? "page-desk-is-closed" : "page-desk-is-taken";
  const foot = !answers ? texts(why) : ticket.is_reachable ? "" : texts("page-desk-unreachable");
  $("foot").hidden = !foot;
  $("foot").textContent = foot;
  if (shownTicket !== ticket.id) {
    input.value = drafts.get(ticket.id) || "";
    choose(null);
  }
  grow();
}

// ---- doing something ---------------------------------------------------------------------------

async function send(task) {
  if (sending) return false;
  sending = true;
  document.body.classList.add("sending");
  const answer = await task().catch(() => ({ status: 0 }));
  sending = false;
  document.body.classList.remove("sending");
  if (answer.status === 401) show(false);
  if (answer.status === 0 || answer.status >= 500) say(texts("page-desk-not-done"), true);
  else if (answer.status >= 400) say(texts(answer.status === 413 ? "page-desk-too-large" : "page-desk-refused"), true);
  watch.tag = "";
  watch.now();
  return answer.status === 200 ? answer : false;
}

async function act(name, body) {
  const id = wanted().ticket;
  const done = await send(() => post(`tickets/${id}/${name}`, body));
  if (!done) return;
  const said = (done.said || []).join("\n");
  if (name === "unmask" && said) {
    unmasked.set(id, said);
    draw();
  } else if (said) say(said);
  if (name === "claim") input.focus();
}

function ask(heading, words, options) {
  $("dialog-title").textContent = heading;
  $("dialog-text").textContent = words;
  $("options").replaceChildren(
    ...options.map(({ label, more, look, does, lang }) => {
      const button = make("button", look || "option");
      button.type = "button";
      button.append(make("span", "", label));
      if (more) button.append(make("small", "", more));
      if (more && lang) button.lastElementChild.lang = lang;
      button.addEventListener("click", () => {
        $("dialog").close();
        does();
      });
      return button;
    }),
  );
  $("dialog").showModal();
}

function hand() {
  const options = known.circles
    .filter(({ id }) => id !== state.ticket.circle_id)
    .map(({ id, label }) => ({ label: label[language], does: () => act("to", { place: id }) }));
  ask(texts("page-desk-hand"), texts("page-desk-hand-how"), options);
}

function closing() {
  const option = { label: texts("page-desk-close"), look: "main", does: () => act("close") };
  ask(texts("page-desk-close-sure"), texts("page-desk-close-how"), [option]);
}

function canned() {
  const lang = state.ticket.language;
  const options = known.canned.map(({ id, label, text }) => ({
    label: label[language], more: text[lang], lang, does: () => act("say", { canned: id }),
  }));
  ask(texts("page-desk-canned"), texts("page-desk-canned-how"), options);
}

function choose(chosen) {
  if (changing) input.value = "";
  changing = null;
  file = chosen;
  $("chosen").hidden = !file;
  $("chosen").firstElementChild.textContent = file ? file.name : "";
  $("file").value = "";
}

// The words of an own message go into the field; what was being written there is given up.
function change(entry) {
  choose(null);
  changing = entry;
  $("chosen").hidden = false;
  $("chosen").firstElementChild.textContent = texts("page-desk-editing");
  input.value = entry.text;
  grow();
  input.focus();
}

function grow() {
  input.style.height = "auto";
  input.style.height = `${input.scrollHeight}px`;
  input.classList.toggle("tall", input.scrollHeight > 140);
  $("answer").classList.toggle("empty", !input.value.trim() && !file);
}

async function submit() {
  const text = input.value.trim();
  const { id } = state.ticket;
  if ((!text && !file) || sending) return;
  if ([...text].length > LIMIT) {
    say(texts("page-too-long"), true);
    return;
  }
  const { id: entry } = changing || {};
  const sent = entry
    ? () => post(`tickets/${id}/edit`, { entry, text })
    : file && !isNote ? () => attach(id, file, text) : () => post(`tickets/${id}/${isNote ? "note" : "reply"}`, { id: newId(), text });
  const done = await send(sent);
  if (!done) return;
  if (input.value.trim() === text) input.value = "";
  drafts.delete(id);
  choose(null);
  grow();
  if (done.said?.length) say(done.said.join("\n"));
  pinned = true;
  toEnd();
}

function attach(id, chosen, caption) {
  const given = new URLSearchParams({ id: newId(), name: chosen.name, caption });
  return upload(`tickets/${id}/attach?${given}`, chosen);
}

function taken() {
  const [chosen] = $("file").files;
  if (!chosen) return;
  if (chosen.size > MOST_BYTES || !chosen.size) {
    say(texts("page-desk-too-large"), true);
    choose(null);
    return;
  }
  choose(chosen);
  grow();
  input.focus();
}

// ---- signing in and out ------------------------------------------------------------------------

async function signIn(event) {
  event.preventDefault();
  const code = $("code").value.trim();
  if (!code) return;
  const answer = await post("sign-in", { code }).catch(() => ({ status: 0 }));
  $("refused").hidden = answer.status === 200;
  if (answer.status !== 200) {
    const why = { 0: "page-desk-not-done", 429: "page-desk-too-often" }[answer.status] || "page-desk-wrong-code";
    $("refused").textContent = texts(why);
    $("code").focus();
    return;
  }
  $("code").value = "";
  await enter();
}

async function enter() {
  known = await choices().catch(() => known);
  watch.start();
}

async function signOut() {
  await post("sign-out").catch(() => null);
  window.location.hash = "";
  show(false);
}

// ---- wiring ------------------------------------------------------------------------------------

function moved() {
  if (shownTicket) drafts.set(shownTicket, input.value);
  const { ticket } = wanted();
  if (!ticket || state.ticket?.id !== ticket) state = { ...state, ticket: null, missing: false };
  if (!ticket) {
    const left = shownTicket;
    shownTicket = 0;
    draw();
    document.querySelector(`[data-id="${left}"]`)?.focus();
  } else {
    draw();
    watch.tag = "";
    watch.now();
  }
}

function keys(event) {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  submit();
}

function wire() {
  keep();
  $("sign-in").addEventListener("submit", signIn);
  $("sign-out").addEventListener("click", signOut);
  $("language").addEventListener("click", () => {
    speak(language === "hi" ? "en" : "hi", true);
    draw();
    watch.tag = "";
    watch.now();
  });
  $("answer").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  $("attach").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", taken);
  $("unchoose").addEventListener("click", () => {
    choose(null);
    grow();
  });
  $("canned").addEventListener("click", canned);
  $("note").addEventListener("click", () => {
    isNote = !isNote;
    drawAnswer(state.ticket);
    input.focus();
  });
  $("dialog-cancel").addEventListener("click", () => $("dialog").close());
  input.addEventListener("input", grow);
  input.addEventListener("keydown", keys);
  window.addEventListener("hashchange", moved);
  window.addEventListener("online", () => watch.now());
  document.addEventListener("visibilitychange", () => document.hidden || watch.now());
  window.visualViewport?.addEventListener("resize", () => {
    document.documentElement.style.setProperty("--seen", `${window.visualViewport.height}px`);
  });
}

async function loadTexts() {
  for (let wait = 500; ; wait = Math.min(wait * 2, 15000)) {
    const answer = await fetch("/page-texts").catch(() => null);
    if (answer?.ok) return answer.json();
    await new Promise((resolve) => window.setTimeout(resolve, wait));
  }
}

// A link with an invitation: the code fills the field and leaves the address.
function invited() {
  const code = window.location.hash.slice(1);
  if (!/^[\w-]{8,}$/.test(code) || /^\d+$/.test(code)) return;
  $("code").value = code;
  window.history.replaceState(null, "", "/desk");
}

async function start() {
  invited();
  wire();
  catalogue = await loadTexts();
  speak(remembered() || language);
  const answer = await fetch("/desk/session", { cache: "no-store" }).catch(() => null);
  const session = answer?.ok ? await answer.json() : {};
  if (session.member) await enter();
  else show(false);
}

start();
