// The chat page: sends what the person writes, shows what comes back, and loses neither.
import { Transcript, newId } from "./transcript.js";
import { Line, Sender } from "./line.js";
import { dayChip, dayOf, ownRow, replyRow } from "./render.js";
import { Uploads } from "./upload.js";

const LIMIT = 4096;
const TYPING_SHOWN = 20000;
const $ = (id) => document.getElementById(id);
const log = $("log");
const view = $("view");
const input = $("input");
const transcript = new Transcript();

let catalogue = { en: {}, hi: {} };
let language = transcript.language() || "en";
let skew = 0; // the server's clock minus ours
let unread = 0;
let pinned = true; // the newest message is in view and stays there
const texts = (id) => catalogue[language]?.[id] ?? catalogue.en?.[id] ?? "";
const now = () => Date.now() + skew;
const sleep = (ms) => new Promise((resolve) => window.setTimeout(resolve, ms));

// ---- what is on screen -------------------------------------------------------------------------

function label() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = texts(element.dataset.text) || element.textContent;
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", texts(element.dataset.label));
    if (element.tagName === "BUTTON") element.title = texts(element.dataset.label);
  }
  input.placeholder = texts(input.dataset.hint);
  log.setAttribute("aria-label", texts("page-log-label"));
  for (const chip of log.querySelectorAll(".chip")) chip.replaceWith(dayChip(Number(chip.dataset.at), now(), language, texts));
  titled();
}

function titled() {
  const name = texts("page-title") || "Dakpath";
  document.title = document.hidden && unread ? `(${unread}) ${name}` : name;
}

function element(entry) {
  if (!entry.own) return replyRow(entry, texts, choose);
  return ownRow(entry, texts, () => sender.wake());
}

function atEnd() {
  return view.scrollHeight - view.scrollTop - view.clientHeight < 90;
}

function toEnd() {
  pinned = true;
  view.scrollTo({ top: view.scrollHeight, behavior: "instant" });
}

// A reply taller than the screen is shown from its first line, with the arrow that says that it goes on.
function follow(shown) {
  if (shown.offsetHeight <= view.clientHeight - 24) return toEnd();
  pinned = false;
  $("jump").hidden = false;
  return view.scrollTo({ top: shown.offsetTop - 12, behavior: "instant" });
}

function append(entry) {
  const chips = log.querySelectorAll(".chip");
  const last = chips.length ? chips[chips.length - 1].dataset.day : "";
  if (dayOf(entry.at) !== last) log.append(dayChip(entry.at, now(), language, texts));
  const shown = element(entry);
  log.append(shown);
  return shown;
}

function redraw() {
  log.setAttribute("aria-busy", "true");
  log.replaceChildren();
  for (const entry of transcript.entries) if (!entry.hidden) append(entry);
  log.setAttribute("aria-busy", "false");
  $("jump").hidden = true;
  toEnd();
}

function find(key) {
  return [...log.children].find((child) => child.dataset.key === key);
}

function refresh(entry) {
  const old = find(entry.key);
  const held = old?.contains(document.activeElement);
  const shown = element(entry);
  old?.replaceWith(shown);
  if (held) (shown.querySelector("button") || input).focus();
}

function show(entry) {
  pinned = pinned || Boolean(entry.own);
  for (const key of transcript.add(entry)) find(key)?.remove();
  if (entry.hidden) return;
  const shown = append(entry);
  shown.classList.add("new");
  if (!entry.own && (document.hidden || !pinned)) unread += 1;
  $("jump").hidden = pinned;
  if (pinned) follow(shown);
  $("unread").textContent = unread || "";
  titled();
}

let typingTimer = 0;
function typing(on) {
  window.clearTimeout(typingTimer);
  $("typing").hidden = !on;
  if (on) typingTimer = window.setTimeout(() => typing(false), TYPING_SHOWN);
}

// ---- sending -----------------------------------------------------------------------------------

const line = new Line(() => transcript.last, { reply: received, ready, connected: (is) => ($("connecting").hidden = is) });
const sender = new Sender(transcript, {
  changed: refresh,
  stuck: () => typing(false),
  renewed: () => line.open(),
});

const uploads = new Uploads(transcript, { changed: refresh, stuck: () => typing(false), renewed: () => line.open() });

// What is typed goes with the file, as its caption.
function attach(file) {
  const caption = input.value.trim();
  if ([...caption].length > LIMIT) return;
  input.value = "";
  grow();
  transcript.left = false;
  const entry = uploads.entry(file, caption, now());
  show(entry);
  typing(true);
  uploads.send(entry, file, caption);
}

function write(text, action, hidden) {
  transcript.left = transcript.left && Boolean(hidden);
  show({ key: newId(), own: true, at: now(), text, action, hidden, state: "waiting" });
  typing(true);
  sender.run();
}

let tapped = { key: null, at: 0 };
function choose(choice, key) {
  if (tapped.key === key && Date.now() - tapped.at < 700) return; // a double tap is one tap
  tapped = { key, at: Date.now() };
  write(choice.label, choice.action);
}

// ---- receiving ---------------------------------------------------------------------------------

// Other words for an earlier reply take its place.
function edited(reply) {
  const entry = transcript.entries.find(({ key }) => key === `r${reply.edits}`);
  if (!entry) return false;
  entry.reply = { ...entry.reply, body: reply.body, choices: reply.choices };
  entry.edited = true;
  transcript.save();
  refresh(entry);
  return true;
}

function received(reply) {
  const key = `r${reply.id}`;
  if (transcript.has(key)) return;
  typing(false);
  if (reply.clears) {
    if (sender.current) sender.current.hidden = true; // the word that cleared everything goes as well
    transcript.clear();
    transcript.left = true;
    redraw();
  }
  transcript.last = Math.max(transcript.last, reply.id);
  if (reply.edits && edited(reply)) return;
  if (reply.language && reply.language !== language) {
    language = reply.language === "hi" ? "hi" : "en";
    label();
  }
  show({ key, own: false, at: Date.parse(reply.at) || now(), reply });
}

// After catching up: is this still the conversation that the page remembers?
function ready({ last, fresh, now: clock }) {
  if (clock) skew = Date.parse(clock) - Date.now();
  if (fresh && !transcript.left && (transcript.hasOwnDelivered() || transcript.last > last)) {
    transcript.clear();
    redraw();
  }
  if (transcript.last > last) {
    transcript.last = last;
    transcript.save();
  }
  if (fresh && !transcript.left && !transcript.nextUnsent()) write("/start", undefined, true);
  sender.wake();
}

// ---- the composer ------------------------------------------------------------------------------

function grow() {
  input.style.height = "auto";
  input.style.height = `${input.scrollHeight}px`;
  input.classList.toggle("tall", input.scrollHeight > 140);
  $("too-long").hidden = [...input.value].length <= LIMIT;
  $("composer").classList.toggle("empty", !input.value.trim());
}

function submit() {
  const text = input.value.trim();
  if (!text || [...text].length > LIMIT) return;
  input.value = "";
  grow();
  write(text);
}

function keys(event) {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  submit();
}

// Typing anywhere on the page goes into the composer, as in any messenger.
function stray(event) {
  const plain = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (plain && event.target !== input) input.focus();
}

function scrolled() {
  pinned = atEnd();
  $("jump").hidden = pinned;
  if (!pinned) return;
  if (!document.hidden) unread = 0;
  $("unread").textContent = unread || "";
}

// Where the browser lays its keyboard over the page, the page ends above it.
function fit() {
  document.documentElement.style.setProperty("--seen", `${window.visualViewport.height}px`);
}

// A picture that arrives, the typing sign, a growing composer: what was in view stays in view.
function keep() {
  const watcher = new ResizeObserver(() => pinned && toEnd());
  for (const part of [view, log, $("typing")]) watcher.observe(part);
}

function wire() {
  keep();
  $("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
    input.focus();
  });
  $("menu").addEventListener("click", () => write("/menu"));
  $("attach").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", () => {
    const [file] = $("file").files;
    if (file) attach(file);
    $("file").value = "";
  });
  $("jump").addEventListener("click", () => toEnd());
  input.addEventListener("input", grow);
  input.addEventListener("keydown", keys);
  document.addEventListener("keydown", stray);
  view.addEventListener("scroll", scrolled, { passive: true });
  window.visualViewport?.addEventListener("resize", fit);
  window.addEventListener("online", () => line.retry());
  window.addEventListener("storage", () => transcript.merge() && redraw());
  window.addEventListener("pagehide", () => line.close());
  window.addEventListener("pageshow", (event) => event.persisted && line.open());
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    line.retry();
    scrolled();
    titled();
  });
}

async function loadTexts() {
  for (let wait = 500; ; wait = Math.min(wait * 2, 15000)) {
    try {
      const answer = await fetch("/page-texts");
      if (answer.ok) return await answer.json();
    } catch {
      // the server is not there yet: ask again
    }
    await sleep(wait);
  }
}

async function start() {
  wire();
  grow();
  catalogue = await loadTexts();
  label();
  redraw();
  line.open();
  if (window.matchMedia("(pointer: fine)").matches) input.focus();
}

start();
