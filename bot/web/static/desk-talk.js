// One request: what was told before, and what is written in it.
import { dayChip, dayOf, icon, languageOf, leaveRoom, line, make, meta } from "./render.js";

const PAPER = "M7 3h7l5 5v13H7zM14 3v5h5M10 13h6M10 17h6";

function attachment(entry, texts) {
  const { media } = entry;
  if (!media) return null;
  if (!media.url) return make("p", "document gone", texts("page-desk-file-gone"));
  const link = make("a", media.kind === "photo" ? "picture" : "document");
  link.href = media.url;
  link.target = "_blank";
  link.rel = "noopener";
  if (media.kind === "photo") {
    const image = make("img");
    image.src = media.url;
    image.alt = media.name || texts("page-picture");
    image.loading = "lazy";
    image.addEventListener("error", () => link.replaceChildren(icon(PAPER), make("span", "", texts("page-picture"))));
    link.append(image);
  } else {
    link.append(icon(PAPER), make("span", "name", media.name || texts(`page-desk-${media.kind}`)));
  }
  return link;
}

function label(entry, texts) {
  if (entry.by === "note") return make("span", "by", texts("page-desk-by-note"));
  if (entry.by === "staff" && !entry.mine) return make("span", "by", texts("page-desk-by-colleague"));
  return make("span", "unseen", `${texts(entry.by === "person" ? "page-desk-by-person" : "page-you")}: `);
}

// Whoever wrote it can change its words; an attachment's too, where it has some.
function editing(entry, texts, onEdit) {
  const button = make("button", "plain edit", texts("page-desk-edit"));
  button.type = "button";
  button.addEventListener("click", () => onEdit(entry));
  return button;
}

export function entryRow(entry, texts, onEdit) {
  if (entry.by === "system") {
    const chip = make("p", "chip event", entry.text);
    chip.dataset.entry = entry.id;
    return chip;
  }
  const element = make("div", `row ${entry.by}${entry.by === "person" ? "" : " own"}`);
  const bubble = make("div", "bubble");
  const text = make("div", "text");
  const file = attachment(entry, texts);
  element.dataset.entry = entry.id;
  element.lang = languageOf(entry.text);
  bubble.append(label(entry, texts));
  if (file) bubble.append(file);
  text.append(...entry.text.split("\n").map((part) => line(part ? [{ bold: false, text: part }] : [])));
  leaveRoom(text);
  bubble.append(text, meta(entry.at * 1000));
  if (entry.mine && entry.text && onEdit) bubble.append(editing(entry, texts, onEdit));
  element.append(bubble);
  return element;
}

// Draws what is new and what changed; what stands there unchanged is not touched, so nothing is read out twice.
export class Log {
  constructor(element, texts, onEdit) {
    this.element = element;
    this.texts = texts;
    this.onEdit = onEdit;
    this.shown = new Map();
    this.key = "";
  }

  draw(ticket, language, now) {
    const key = `${ticket.id}/${language}`;
    if (key !== this.key) {
      this.element.setAttribute("aria-busy", "true");
      this.element.replaceChildren();
      this.shown.clear();
      this.key = key;
    }
    for (const entry of ticket.entries) this.put(entry, language, now);
    this.element.setAttribute("aria-busy", "false");
  }

  put(entry, language, now) {
    const state = JSON.stringify(entry);
    if (this.shown.get(entry.id) === state) return;
    const element = entryRow(entry, this.texts, this.onEdit);
    if (this.shown.has(entry.id)) {
      this.element.querySelector(`[data-entry="${entry.id}"]`).replaceWith(element);
    } else {
      const chips = this.element.querySelectorAll("[data-day]");
      const last = chips.length ? chips[chips.length - 1].dataset.day : "";
      const at = entry.at * 1000;
      if (dayOf(at) !== last) this.element.append(dayChip(at, now, language, this.texts));
      this.element.append(element);
    }
    this.shown.set(entry.id, state);
  }
}

function fact(list, name, value) {
  if (!value) return;
  list.append(make("dt", "", name));
  const shown = list.appendChild(make("dd"));
  shown.append(value);
}

function steps(path) {
  const list = make("ol", "path");
  list.append(...path.map((step) => make("li", "", step)));
  return list;
}

// The card: who asks, the way walked, the answers given. What was typed is shown only when asked for.
export function drawCard(parent, ticket, unmasked, texts, onUnmask) {
  const held = parent.contains(document.activeElement);
  const facts = make("dl", "facts");
  fact(facts, texts("page-desk-topics"), ticket.topics.join(", "));
  fact(facts, texts("page-desk-circle"), ticket.circle || texts("page-desk-no-circle"));
  fact(facts, texts("page-desk-designation"), ticket.designation || texts("page-desk-unknown"));
  fact(facts, texts("page-desk-speaks"), texts(`page-desk-speaks-${ticket.language}`));
  fact(facts, texts("page-desk-path"), ticket.path.length ? steps(ticket.path) : "");
  for (const { question, answer } of ticket.evidence) fact(facts, question, answer);
  parent.replaceChildren(facts);
  if (unmasked) {
    parent.append(make("p", "unmasked", unmasked));
  } else if (ticket.is_masked) {
    const button = make("button", "tool", texts("page-desk-show"));
    button.type = "button";
    button.addEventListener("click", onUnmask);
    parent.append(button, make("p", "hint", texts("page-desk-show-hint")));
    if (held) button.focus();
  }
}
