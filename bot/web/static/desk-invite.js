// What brings people to the assistant: a circle's link, the texts to forward, the posters to save.
import { begin, spoken, texts } from "./desk-words.js";
import { make } from "./render.js";

const $ = (id) => document.getElementById(id);
let asked = 0; // the newest question; answers to older ones are not shown

const named = (language) => new URLSearchParams({ language, ...($("circle").value ? { circle: $("circle").value } : {}) });

function choice({ id, label }, chosen) {
  const option = make("option", "", label);
  option.value = id;
  option.selected = id === chosen;
  return option;
}

function fileLink({ what, language, label }) {
  const link = make("a", "quiet", label);
  link.href = `/desk/invite/files/${what}?${named(language)}`;
  link.download = "";
  return link;
}

// A text with the button that copies it; where that is not allowed the text is marked, to be copied by hand.
function forward({ language, label, text }) {
  const part = make("section", "forward");
  const words = make("textarea");
  words.value = text;
  words.readOnly = true;
  words.rows = 7;
  words.lang = language;
  words.setAttribute("aria-label", `${texts("page-invite-text")}, ${label}`);
  const copy = make("button", "quiet", texts("page-invite-copy"));
  copy.type = "button";
  copy.addEventListener("click", async () => {
    words.select();
    try {
      await navigator.clipboard.writeText(text);
      $("said").textContent = texts("page-invite-copied");
    } catch {
      words.focus();
    }
  });
  part.append(make("h3", "", `${texts("page-invite-text")}, ${label}`), words, copy);
  return part;
}

function draw(shown) {
  $("choose").hidden = !shown.circles.length;
  const none = { id: "", label: texts("page-invite-choose") };
  $("circle").replaceChildren(...[...(shown.of ? [] : [none]), ...shown.circles].map((one) => choice(one, shown.of)));
  $("shown").hidden = !shown.link;
  $("title").textContent = shown.title ?? "";
  if (!shown.link) return;
  $("link").textContent = $("link").href = shown.link;
  $("files").replaceChildren(...shown.files.map(fileLink));
  $("texts").replaceChildren(...shown.texts.map(forward));
}

async function look() {
  const mine = (asked += 1);
  $("said").textContent = "";
  const answer = await fetch(`/desk/invite/state?${named(spoken())}`, { cache: "no-store" }).catch(() => null);
  if (mine !== asked) return;
  if (answer?.ok) {
    draw(await answer.json());
    return;
  }
  const why = { 401: "page-report-sign-in", 403: "page-invite-not-yours" }[answer?.status] || "page-desk-not-done";
  $("shown").hidden = true;
  $("said").textContent = (answer?.status === 409 && (await answer.json()).said) || texts(why);
}

$("circle").addEventListener("change", look);
begin("page-invite-title", look);
