// Broadcasts of an iGOT Cell: the same dialogue as in a private chat, and what became of each.
import { line, make } from "./render.js";
import { post } from "./desk-line.js";

const OFTEN = 3000;
const $ = (id) => document.getElementById(id);
let texts = (id) => id;
let language = "en";
let isOpen = false;
let timer = 0;
let asking = false;
let shown = "";

function bubble(message, isOwn) {
  const item = make("div", isOwn ? "told own" : "told");
  item.lang = message.language || language;
  item.append(...lines(message.body));
  if (message.file) {
    const link = make("a", "file", message.file.name);
    link.href = message.file.url;
    link.download = message.file.name;
    item.append(link);
  }
  item.append(keys(message.choices || []));
  return item;
}

function lines(body) {
  const rows = [[]];
  for (const token of body || []) {
    if (token.t === "break") rows.push([]);
    else rows[rows.length - 1].push({ bold: token.t === "bold", text: String(token.v ?? "") });
  }
  return rows.filter((tokens) => tokens.length).map((tokens) => line(tokens));
}

function keys(choices) {
  const row = make("div", "keys");
  row.append(
    ...choices.map(({ label, action }) => {
      const button = make("button", "quiet", label);
      button.type = "button";
      button.addEventListener("click", () => act({ action }, label));
      return button;
    }),
  );
  return row;
}

async function act(body, own) {
  if (asking) return;
  asking = true;
  $("cast").classList.add("sending");
  $("cast-log").append(bubble({ body: [{ t: "text", v: own }] }, true));
  const answer = await post(`cell?language=${language}`, body).catch(() => ({ status: 0 }));
  asking = false;
  $("cast").classList.remove("sending");
  const refused = [{ body: [{ t: "text", v: texts(answer.status === 422 ? "page-cast-unknown" : "page-desk-not-done") }] }];
  for (const old of $("cast-log").querySelectorAll(".keys")) old.remove(); // only the newest can be tapped
  $("cast-log").append(...(answer.status === 200 ? answer.said : refused).map((message) => bubble(message)));
  $("cast-log").lastElementChild.scrollIntoView({ block: "nearest" });
  look();
}

// What became of each; nothing is drawn again while nothing changed, so that a button keeps the focus.
async function look() {
  window.clearTimeout(timer);
  if (!isOpen) return;
  const answer = await fetch(`/desk/cell?language=${language}`, { cache: "no-store" }).catch(() => null);
  if (answer?.ok) {
    const text = await answer.text();
    if (text !== shown) {
      shown = text;
      $("casts").replaceChildren(...JSON.parse(text).broadcasts.map((one) => bubble(one)));
      $("no-casts").hidden = $("casts").childElementCount > 0;
    }
  }
  timer = window.setTimeout(look, OFTEN);
}

function open(is) {
  isOpen = is;
  $("cast").hidden = !is;
  $("work").hidden = is;
  $("to-cast").setAttribute("aria-pressed", String(is));
  if (!is) return;
  if (!$("cast-log").childElementCount) act({ text: "/broadcast" }, "/broadcast");
  look();
}

// The desk tells who is signed in, and in which language the page speaks.
document.addEventListener("desk", ({ detail }) => {
  const may = detail.me && ["cell", "administrator"].includes(detail.me.role);
  texts = detail.texts;
  if (language !== detail.language) shown = "";
  language = detail.language;
  $("to-cast").hidden = !may;
  if (!may && isOpen) open(false);
  if (!detail.me) {
    $("cast-log").replaceChildren();
    $("casts").replaceChildren();
    shown = "";
    $("work").hidden = true;
  } else if (isOpen) $("work").hidden = true;
});

$("to-cast").addEventListener("click", () => open(!isOpen));
$("cast-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = $("cast-input").value.trim();
  if (!text || asking) return;
  $("cast-input").value = "";
  act({ text }, text);
});
$("cast-input").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  $("cast-form").requestSubmit();
});
