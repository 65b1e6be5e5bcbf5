// Imports of reports: a file is sent, what it would change is shown, and it is taken in or not.
import { make } from "./render.js";

const OFTEN = 700;
const LANGUAGE = "dakpath.desk.language";
const $ = (id) => document.getElementById(id);

let catalogue = { en: {}, hi: {} };
let language = "en";
let timer = 0;
let token = ""; // of the preview that is shown: what is tapped is about that one

const texts = (id) => catalogue[language]?.[id] ?? catalogue.en?.[id] ?? "";

async function ask(path, options) {
  const answer = await fetch(`/desk/${path}`, { cache: "no-store", ...options });
  return { status: answer.status, ...(await answer.json().catch(() => ({}))) };
}

function remembered() {
  try {
    return window.localStorage.getItem(LANGUAGE);
  } catch {
    return null;
  }
}

function speak(chosen) {
  language = chosen === "hi" ? "hi" : "en";
  try {
    window.localStorage.setItem(LANGUAGE, language);
  } catch {
    // not allowed: chosen for this visit only
  }
  document.documentElement.lang = language;
  document.title = texts("page-import-title");
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = texts(element.dataset.text);
  $("language").textContent = language === "hi" ? "English" : "हिंदी";
}

function list(element, lines) {
  element.replaceChildren(...lines.map((line) => make("li", "", line)));
  element.hidden = lines.length === 0;
}

function tell(said) {
  $("shown").hidden = false;
  $("step").textContent = said;
}

// What is there of the import: `given` is null where there is none.
function draw(given) {
  const step = given?.step ?? "";
  token = given?.token ?? "";
  const works = step === "reading" || step === "applying";
  $("send").hidden = Boolean(given);
  $("shown").hidden = !given;
  $("step").textContent = works ? texts(`page-import-${step}`) : given?.said || (step === "refused" ? texts("page-import-broken") : "");
  $("bar").hidden = !works;
  if (works && given.share !== null) $("bar").value = given.share;
  else $("bar").removeAttribute("value");
  list($("lines"), given?.lines ?? []);
  list($("questions"), step === "asking" ? given.questions : []);
  $("problems").hidden = !given?.problems;
  $("apply").hidden = $("cancel").hidden = step !== "asking";
  $("apply").textContent = texts(given?.questions?.length ? "page-import-apply-all-the-same" : "page-import-apply");
  $("again").hidden = step !== "done" && step !== "refused";
  window.clearTimeout(timer);
  if (works) timer = window.setTimeout(look, OFTEN);
  else askClashes();
}

// Rows that contradict somebody known: one person or two?
async function askClashes() {
  const answer = await ask(`clashes?language=${language}`).catch(() => ({}));
  const rows = (answer.clashes ?? []).map(({ id, text }) => {
    const row = make("li", "", text);
    for (const verdict of ["same", "two"]) {
      const button = make("button", "plain", texts(`page-import-${verdict}`));
      button.type = "button";
      button.addEventListener("click", async () => {
        const headers = { "Content-Type": "application/json" };
        await ask(`clashes/${id}/${verdict}`, { method: "POST", headers, body: "{}" }).catch(() => ({}));
        askClashes();
      });
      row.append(" ", button);
    }
    return row;
  });
  $("waiting").replaceChildren(...rows);
  $("clashes").hidden = rows.length === 0;
}

async function look() {
  const answer = await ask("import").catch(() => ({ status: 0 }));
  if (answer.status === 200) draw(answer.import);
  else if (answer.status === 401) refuse("page-import-sign-in");
  else if (answer.status === 403) refuse("page-import-not-allowed");
  else timer = window.setTimeout(look, 5 * OFTEN);
}

function refuse(id) {
  $("send").hidden = true;
  tell(texts(id));
}

$("send").addEventListener("submit", async (event) => {
  event.preventDefault();
  const [file] = $("file").files;
  if (!file) return;
  tell(texts("page-import-sending"));
  const headers = { "Content-Type": "application/octet-stream" };
  const answer = await ask(`import?language=${language}`, { method: "POST", headers, body: file }).catch(() => ({ status: 0 }));
  if (answer.status === 200) draw(answer.import);
  else tell(texts(answer.status === 429 ? "page-import-busy" : "page-import-broken"));
});

for (const [id, path] of [["apply", "import/apply"], ["cancel", "import/cancel"], ["again", "import/cancel"]]) {
  $(id).addEventListener("click", async () => {
    const options = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ token }) };
    const answer = await ask(`${path}?language=${language}`, options).catch(() => ({}));
    await look();
    if (answer.said) tell(answer.said);
  });
}
$("language").addEventListener("click", () => {
  speak(language === "hi" ? "en" : "hi");
  look();
});

catalogue = await (await fetch("/page-texts")).json();
speak(remembered() ?? (navigator.language.startsWith("hi") ? "hi" : "en"));
look();
