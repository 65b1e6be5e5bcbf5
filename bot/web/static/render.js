// Turns entries into elements. Server data only ever becomes text nodes and checked attributes.
const ZONE = "Asia/Kolkata";
const CLOCK = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: ZONE });
const DAY = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE });
const LINK = /(https?:\/\/[^\s<>()"]*[^\s<>()".,;:!?'।]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/;
const MARK = /^(•|\d{1,2}\.)\s+/;
const SHORT = 8;

export function dayOf(at) {
  return DAY.format(new Date(at));
}

export function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

export function icon(path) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const line = document.createElementNS(space, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

export function languageOf(text) {
  return /[\u0900-\u097f]/.test(text) ? "hi" : "en";
}

// [{t, v}] -> lines of tokens, so that lists can hang under their bullets.
function linesOf(body) {
  const lines = [[]];
  for (const token of body || []) {
    if (token.t === "break") {
      lines.push([]);
      continue;
    }
    String(token.v ?? "").split("\n").forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part) lines[lines.length - 1].push({ bold: token.t === "bold", text: part });
    });
  }
  return lines;
}

function fill(parent, tokens) {
  for (const { bold, text } of tokens) {
    const target = bold ? parent.appendChild(make("strong")) : parent;
    text.split(LINK).forEach((part, index) => {
      if (!part) return;
      if (index % 2 === 0) {
        target.append(part);
        return;
      }
      const link = make("a", "", part);
      link.href = part.startsWith("http") ? part : `mailto:${part}`;
      link.target = "_blank";
      link.rel = "noopener noreferrer";
      target.append(link);
    });
  }
}

export function line(tokens) {
  if (!tokens.length) return make("div", "gap");
  const mark = !tokens[0].bold && MARK.exec(tokens[0].text);
  if (!mark) {
    const plain = make("div", "line");
    fill(plain, tokens);
    return plain;
  }
  const item = make("div", "line item");
  const rest = make("span");
  fill(rest, [{ bold: false, text: tokens[0].text.slice(mark[0].length) }, ...tokens.slice(1)]);
  item.append(make("span", "mark", `${mark[1]} `), rest);
  return item;
}

function attachment(file, texts) {
  if (!file || typeof file.url !== "string" || !/^\/files\/[^\\]*$/.test(file.url)) return null;
  const link = make("a", file.kind === "picture" ? "picture" : "document");
  link.href = file.url;
  if (file.kind === "picture") {
    const image = make("img");
    image.src = file.url;
    image.alt = file.alt || texts("page-picture");
    link.target = "_blank";
    link.rel = "noopener";
    link.append(image);
  } else {
    link.download = file.name || "";
    link.title = file.alt || "";
    const name = make("span", "name", file.name || texts("page-document"));
    link.append(icon("M7 3h7l5 5v13H7zM14 3v5h5M10 13h6M10 17h6"), make("span", "unseen", `${texts("page-document")}: `), name);
  }
  return link;
}

function keyboard(entry, texts, onChoice) {
  const choices = entry.reply.choices || [];
  if (!choices.length) return null;
  const keys = make("div", "keys");
  keys.setAttribute("role", "group");
  keys.setAttribute("aria-label", texts("page-choices-label"));
  if (choices.length > 2 && choices.every(({ label }) => label.length <= SHORT)) keys.classList.add("short");
  for (const choice of choices) {
    const key = make("button", "key", choice.label);
    key.type = "button";
    key.addEventListener("click", () => onChoice(choice, key));
    keys.append(key);
  }
  return keys;
}

export function meta(at) {
  const box = make("span", "meta");
  const time = make("time", "", CLOCK.format(new Date(at)));
  time.dateTime = new Date(at).toISOString();
  box.append(time);
  return box;
}

// The last line leaves room for the time that sits in the bubble's corner.
export function leaveRoom(text) {
  const last = text.lastElementChild;
  const room = make("span", "room");
  room.setAttribute("aria-hidden", "true");
  (last && last.classList.contains("item") ? last.lastElementChild : last || text).append(room);
}

function row(entry, language) {
  const element = make("div", entry.own ? "row own" : "row");
  element.lang = language;
  element.dataset.key = entry.key;
  return element;
}

export function replyRow(entry, texts, onChoice) {
  const { reply } = entry;
  const element = row(entry, reply.language === "hi" ? "hi" : "en");
  const bubble = make("div", "bubble");
  const text = make("div", "text");
  const file = attachment(reply.attachment, texts);
  bubble.append(make("span", "unseen", `${texts("page-bot")}: `));
  if (file) bubble.append(file);
  text.append(...linesOf(reply.body).map(line));
  leaveRoom(text);
  const corner = meta(entry.at);
  if (entry.edited) corner.prepend(make("span", "", texts("page-edited")));
  bubble.append(text, corner);
  element.append(bubble);
  const keys = keyboard(entry, texts, onChoice);
  if (keys) element.append(keys);
  return element;
}

const TICK = "M5 12.5l4.5 4.5L19 7.5";
const WATCH = "M12 4a8 8 0 1 0 .01 0M12 8v4.5l3 1.5";
const STATES = { waiting: "page-sending", failed: "page-not-sent", refused: "page-refused", long: "page-too-long",
  uploading: "page-sending", lost: "page-file-not-sent", large: "page-file-too-large" };

export function ownRow(entry, texts, onRetry) {
  const element = row(entry, languageOf(entry.text));
  const bubble = make("div", "bubble");
  const text = make("div", "text");
  const corner = meta(entry.at);
  element.classList.add(entry.state);
  bubble.append(make("span", "unseen", `${texts("page-you")}: `));
  text.append(...entry.text.split("\n").map((part) => line(part ? [{ bold: false, text: part }] : [])));
  leaveRoom(text);
  corner.append(icon(entry.state === "sent" ? TICK : WATCH));
  corner.append(make("span", "unseen", texts(STATES[entry.state] || "page-sent")));
  bubble.append(text, corner);
  element.append(bubble);
  if (entry.state === "failed") {
    const again = make("button", "again", texts("page-not-sent"));
    again.type = "button";
    again.lang = document.documentElement.lang;
    element.addEventListener("click", onRetry);
    element.append(again);
  } else if (STATES[entry.state] && entry.state !== "waiting") {
    element.append(make("p", "again", texts(STATES[entry.state])));
  }
  return element;
}

export function dayChip(at, now, language, texts) {
  const day = dayOf(at);
  let name = new Intl.DateTimeFormat(language === "hi" ? "hi-IN" : "en-IN", {
    day: "numeric", month: "long", year: "numeric", timeZone: ZONE,
  }).format(new Date(at));
  if (day === dayOf(now)) name = texts("page-today");
  if (day === dayOf(now - 86400000)) name = texts("page-yesterday");
  const chip = make("p", "chip", name);
  chip.dataset.day = day;
  chip.dataset.at = at;
  chip.lang = language;
  return chip;
}
